/** An answer: what the stored stories tell about a question, quoted, or that they do not tell. */
import type { Evidence, Source } from './card.ts';

export type Answer = {
  readonly answer: string;
  /** true when the stored stories do not tell */
  readonly abstained: boolean;
  readonly evidence: readonly Evidence[];
  /** the stories quoted, best first */
  readonly stories: readonly (Source & { readonly story: string; readonly event: string | null })[];
};
