/** Remembers that a platform no longer takes our token, from the outcomes of what is posted. */
import type { Outcome } from './chat.ts';

export class TokenWatch {
  /** why the token is no longer taken; null while it is */
  refusal: string | null = null;

  /** Passes an outcome on, and notes what it tells of the token. */
  async heed(call: Promise<Outcome>): Promise<Outcome> {
    const outcome = await call;
    if (outcome.kind === 'later' && outcome.isTokenRefused) this.refusal = outcome.sentence;
    return outcome;
  }
}
