/** One try of one delivery: look for it or post it, and settle what became of it. */
import type { AmendmentPayload } from '../amending/amendment.ts';
import type { Chat, Outcome, Posting } from '../chats/chat.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { chatFor } from '../channels.ts';
import { URGENCY, type Delivery, type DeliveryState } from '../news/delivery.ts';
import { placeOf, type Revision } from '../amending/revising.ts';
import type { Settlement, Store } from '../stores/store.ts';
import {
  backOffMs,
  decisionOn,
  PAUSE_FIRST_MS,
  posted,
  quietly,
  settled,
  type Decision,
  type Tried,
} from './deciding.ts';
import type { Settle } from './settling.ts';

/** A digest that no try has brought out in this time is old news; what amends one never is. */
const STALE_MS = 3 * 86_400_000;
/** What was read this long before the first try is looked through as well: clocks differ. */
const BEFORE_MS = 60_000;
/** What is withdrawn and is not edited for so long is first said to be withdrawn. */
export const SAID_FIRST_MS = 30_000;

export type SendingParts = {
  readonly store: Store;
  readonly chats: readonly Chat[];
  readonly now: () => number;
  readonly log: Log;
  /** how long a try is ours, and how long after an unclear one we wait before looking for it */
  readonly limits: Config['limits'];
  /** switches a channel off that is gone or closed to us */
  readonly switchOff: (channel: string, sentence: string) => Promise<void>;
  /** the payload to send now: other than the frozen one when what it shows was killed since */
  readonly payloadNow: (chat: Chat, delivery: Delivery) => Promise<unknown>;
  /** what an amendment makes of its message; null when nothing has to change any more */
  readonly revise: (
    chat: Chat,
    amendment: Delivery,
    original: Delivery,
  ) => Promise<Revision | null>;
};

/** A delivery that is ours to try. */
export type Claimed = {
  readonly delivery: Delivery;
  /** the state it was claimed from: what may have been posted already is looked for */
  readonly before: DeliveryState;
  /** this machine's milliseconds */
  readonly claimedAt: number;
};

/** The chat that serves a channel. */
export function chatOf(chats: readonly Chat[], channel: string): Chat {
  const chat = chatFor(chats, channel);
  if (!chat) throw new Error(`no chat serves ${channel}`);
  return chat;
}

/** What a lane's tries need besides. */
export type TryingParts = SendingParts & {
  readonly settle: Settle;
  /** waits until the platform takes another request; awaited right before each */
  readonly room: () => Promise<void>;
};

/** Tries a claimed delivery once and settles what became of it. */
export async function tryDelivery(parts: TryingParts, claimed: Claimed): Promise<Tried> {
  const { delivery } = claimed;
  const { settlement, ...tried } = await decide(parts, claimed);
  const facts = { delivery: delivery.id, batch: delivery.batch, channel: delivery.channel };
  if (settlement === null || !(await parts.settle(settlement)))
    parts.log.warn(facts, 'another replica took this delivery over');
  else if (settlement.error !== null)
    parts.log.warn({ ...facts, state: settlement.state, error: settlement.error }, 'not posted');
  else parts.log.info({ ...facts, state: settlement.state }, 'delivery settled');
  return tried;
}

/** Gives a delivery whose try cannot be waited for back as one of unknown fate. */
export async function handBack(parts: SendingParts, delivery: Delivery): Promise<void> {
  const error = 'Wirebrief stopped before the platform answered.';
  const runAt = parts.now() + parts.limits.grace;
  await settleNow(parts, settled(delivery, 'unknown', { error, runAt }));
}

/** Gives a delivery back that was claimed and not tried: it is what it was. */
export async function giveBack(parts: SendingParts, { delivery, before }: Claimed): Promise<void> {
  const state = before === 'planned' ? 'planned' : 'unknown';
  const { error, runAt } = delivery;
  const facts = { ...(error === null ? {} : { error }), runAt };
  await settleNow(parts, settled(delivery, state, facts));
}

async function settleNow({ store, now }: SendingParts, settlement: Settlement): Promise<void> {
  await store.settleDeliveries([settlement], now());
}

async function decide(parts: TryingParts, claimed: Claimed): Promise<Decision> {
  const { delivery } = claimed;
  const chat = chatOf(parts.chats, delivery.channel);
  if (delivery.purpose === 'amendment') return amend(parts, chat, delivery);
  const posting = await postingOf(parts, chat, delivery);
  if (claimed.before !== 'planned') {
    const known = await lookFor(parts, chat, { delivery, posting });
    if (known !== null) return known;
  }
  const isNews = !['note', 'notice'].includes(delivery.purpose);
  if (isNews && parts.now() - delivery.createdAt > STALE_MS) {
    const error = delivery.error ?? 'It could not be posted for three days.';
    return quietly(settled(delivery, 'failed', { error }));
  }
  if (posting.payload === null) return quietly(settled(delivery, 'withdrawn', {}));
  if (!(await isStillOurs(parts, claimed))) return quietly(null);
  await parts.room();
  const isAgain = claimed.before !== 'planned';
  return decisionOn(parts, delivery, await chat.post(isAgain ? { ...posting, isAgain } : posting));
}

/** Looks for what may have been posted; null when it has not been. */
async function lookFor(
  parts: SendingParts,
  chat: Chat,
  { delivery, posting }: { readonly delivery: Delivery; readonly posting: Posting },
): Promise<Decision | null> {
  const search = await chat.find(posting, delivery.createdAt - BEFORE_MS);
  if (search.kind === 'absent') return null;
  if (search.kind === 'found')
    return quietly(settled(delivery, 'sent', { messageId: search.messageId }));
  if (search.forGood) {
    const error = `It may have been posted and the channel cannot be read back: ${search.sentence}`;
    return quietly(settled(delivery, 'failed', { error }));
  }
  const waitMs = Math.max(parts.limits.grace, backOffMs(delivery.attempt));
  const settlement = settled(delivery, 'unknown', {
    error: search.sentence,
    runAt: parts.now() + waitMs,
  });
  return { ...quietly(settlement), waitMs };
}

/**
 * Is the lease long enough for a request? Looking for a message may have eaten most of it; then it
 * is renewed, which fails when somebody else has taken the delivery over.
 */
async function isStillOurs(
  { store, now, limits }: SendingParts,
  { delivery: { id, attempt }, claimedAt }: Claimed,
): Promise<boolean> {
  if (performance.now() - claimedAt < limits.lease / 10) return true;
  return store.renewDelivery({ id, attempt, leaseUntil: now() + limits.lease });
}

/**
 * Edits a message that was posted to what may be shown now. Editing twice does no harm; editing to
 * what was right a moment ago does, so the payload is looked at again when the edit is through.
 */
async function amend(parts: TryingParts, chat: Chat, amendment: Delivery): Promise<Decision> {
  const { amends } = amendment.payload as AmendmentPayload;
  const original = await parts.store.delivery(amends);
  if (original === null || original.state === 'failed' || original.state === 'withdrawn')
    return quietly(settled(amendment, 'withdrawn', {}));
  if (original.messageId === null) {
    const runAt = parts.now() + backOffMs(amendment.attempt);
    return quietly(settled(amendment, 'planned', { runAt }));
  }
  const revision = await parts.revise(chat, amendment, original);
  if (revision === null) return quietly(settled(amendment, 'withdrawn', {}));
  const { payload, notes, instead, removed } = revision;
  if (payload === null) throw new Error('there is nothing that the message could become');
  const posting = { ...(await addressOf(parts, original)), payload };
  await parts.room();
  const edit = await chat.edit(posting, original.messageId);
  if (edit.kind === 'refused' || edit.kind === 'gone') {
    const message = { posting, messageId: original.messageId };
    const removal = removed === null ? null : await removeInstead(parts, chat, message);
    if (removal?.kind === 'sent') await parts.store.addDeliveries(removed ?? []);
    else if (removal === null && edit.kind === 'refused')
      await parts.store.addDeliveries(instead(edit));
    return endOfEdit(parts, amendment, removal ?? edit, instead);
  }
  if (edit.kind === 'sent') {
    const now = await parts.revise(chat, amendment, original);
    if (now !== null && JSON.stringify(now.payload) !== JSON.stringify(payload)) {
      const settlement = settled(amendment, 'planned', { runAt: parts.now() });
      return posted(settlement, 0);
    }
    await parts.store.addDeliveries(notes);
    if (original.state === 'sent') await settleNow(parts, settled(original, 'amended', {}));
  }
  return endOfEdit(parts, amendment, edit, instead);
}

/**
 * What is withdrawn and cannot be taken out of its message goes with the whole message. Deleting twice
 * does no harm and its notes have names of their own, so a try that is broken off is made again.
 * @returns null where the platform does not let us
 */
async function removeInstead(
  parts: TryingParts,
  chat: Chat,
  { posting, messageId }: { readonly posting: Posting; readonly messageId: string },
): Promise<Outcome | null> {
  if (chat.remove === undefined) return null;
  await parts.room();
  const outcome = await chat.remove(posting, messageId);
  return outcome.kind === 'refused' || outcome.kind === 'gone' ? null : outcome;
}

/** What an edit or a removal that is not made, or not yet, comes to. */
async function endOfEdit(
  parts: SendingParts,
  amendment: Delivery,
  outcome: Outcome,
  instead: Revision['instead'],
): Promise<Decision> {
  // one of unknown fate is simply made again
  if (outcome.kind === 'unknown') {
    const { sentence } = outcome;
    return decisionOn(parts, amendment, { kind: 'later', retryAfterMs: PAUSE_FIRST_MS, sentence });
  }
  const isPutOff = outcome.kind === 'later' && outcome.isForThisAlone === true;
  if (isPutOff && isOverdue(amendment, parts.now(), outcome.retryAfterMs))
    await parts.store.addDeliveries(instead({}));
  return decisionOn(parts, amendment, outcome);
}

/** Is something withdrawn that readers must be told of in another way, for the edit is not made yet? */
const isOverdue = ({ urgency, runAt, attempt }: Delivery, now: number, waitMs: number): boolean =>
  urgency === URGENCY.withdrawal &&
  ((attempt === 1 && now - runAt >= SAID_FIRST_MS) || waitMs >= SAID_FIRST_MS);

async function postingOf(parts: SendingParts, chat: Chat, delivery: Delivery): Promise<Posting> {
  const payload = await parts.payloadNow(chat, delivery);
  return { ...(await addressOf(parts, delivery)), payload };
}

async function addressOf(
  { store }: SendingParts,
  delivery: Delivery,
): Promise<Omit<Posting, 'payload'>> {
  const { id, channel } = delivery;
  return { delivery: id, channel, ...(await placeOf(store, delivery)) };
}
