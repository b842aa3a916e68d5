/** What becomes of one try of a delivery: settled, put off and for how long, or its channel closed. */
import type { Outcome } from '../chats/chat.ts';
import type { Config } from '../config.ts';
import type { Delivery, DeliveryState } from '../news/delivery.ts';
import type { Settlement } from '../stores/store.ts';

export const PAUSE_FIRST_MS = 2_000;
/** So late at most is what goes out when a platform works again, however often it was tried before. */
const PAUSE_MAX_MS = 2 * 60_000;

/** What the channel's lane needs to know of a try. */
export type Tried = {
  /** the whole channel has to wait so long; 0 when only this message has, or nothing */
  readonly waitMs: number;
  /** a request that changes the channel was made: the platform's pace counts from here */
  readonly hasPosted: boolean;
  /** the channel was found closed to us and switched off */
  readonly isClosed: boolean;
  /** the wait is what the platform asks for: of this channel, or of all that we send */
  readonly limit: 'channel' | 'everywhere' | null;
  /** it was not its turn with the chat: no request was made, and another may be made instead */
  readonly isUnsent?: boolean;
};

/** How a try ends: what is settled, null when another replica has it now. */
export type Decision = Tried & { readonly settlement: Settlement | null };

/** What a decision asks of the shell. */
type DecidingParts = {
  readonly now: () => number;
  /** `grace` is how long after an unclear try we wait before looking for it */
  readonly limits: Pick<Config['limits'], 'grace'>;
  /** switches a channel off that is gone or closed to us */
  readonly switchOff: (channel: string, sentence: string) => Promise<void>;
};

/** What an outcome that a platform gave comes to. */
export async function decisionOn(
  parts: DecidingParts,
  delivery: Delivery,
  outcome: Outcome,
): Promise<Decision> {
  const now = parts.now();
  switch (outcome.kind) {
    case 'sent':
      return posted(settled(delivery, 'sent', { messageId: outcome.messageId }), 0);
    case 'later': {
      const { retryAfterMs, isLimited = false, isEverywhere = false } = outcome;
      if (outcome.isForThisAlone) {
        const facts = { error: outcome.sentence, runAt: now + retryAfterMs };
        return { ...quietly(settled(delivery, 'planned', facts)), isUnsent: true };
      }
      // a platform that says how long to wait is taken at its word
      const waitMs = isLimited ? retryAfterMs : Math.max(retryAfterMs, backOffMs(delivery.attempt));
      const facts = { error: outcome.sentence, runAt: now + waitMs };
      const limit = isEverywhere ? 'everywhere' : isLimited ? 'channel' : null;
      return { ...posted(settled(delivery, 'planned', facts), waitMs), limit };
    }
    case 'unknown': {
      const waitMs = parts.limits.grace;
      const facts = { error: outcome.sentence, runAt: now + waitMs };
      return posted(settled(delivery, 'unknown', facts), waitMs);
    }
    case 'refused':
      return posted(settled(delivery, 'failed', { error: outcome.sentence }), 0);
    case 'gone': {
      // nothing more is sent there; what is planned waits for somebody to switch the channel on
      await parts.switchOff(delivery.channel, outcome.sentence);
      const facts = { error: outcome.sentence, runAt: now };
      return { ...posted(settled(delivery, 'planned', facts), 0), isClosed: true };
    }
  }
}

/** A try that has sent something to the channel. */
export function posted(settlement: Settlement, waitMs: number): Decision {
  return { settlement, waitMs, hasPosted: true, isClosed: false, limit: null };
}

/** A try that has sent nothing to the channel. */
export function quietly(settlement: Settlement | null): Decision {
  return { settlement, waitMs: 0, hasPosted: false, isClosed: false, limit: null };
}

/** How long the next try waits after so many that failed. */
export function backOffMs(attempt: number): number {
  return Math.min(PAUSE_MAX_MS, PAUSE_FIRST_MS * 2 ** Math.min(20, Math.max(0, attempt - 1)));
}

/** The row of the ledger after a try; what is not given is empty. */
export function settled(
  delivery: Delivery,
  state: DeliveryState,
  facts: { messageId?: string; error?: string; runAt?: number },
): Settlement {
  return {
    id: delivery.id,
    attempt: delivery.attempt,
    state,
    messageId: facts.messageId ?? null,
    error: facts.error ?? null,
    runAt: facts.runAt ?? 0,
  };
}
