/**
 * What licences allow to be kept, and for how long. Copy older than its wire's `keep` is taken out of
 * takes, stories, search and cards that no channel was shown. What was posted stays as it was posted:
 * editions and the ledger, with the names of stories and events, so that a kill or a correction that
 * comes later still reaches every message.
 */
import type { Config } from '../config.ts';
import { alone, type LeasingParts } from '../leasing.ts';
import type { Log } from '../log.ts';
import { withoutWords } from '../editing/facts.ts';
import type { Story } from '../news/story.ts';
import type { MarkedFact } from '../news/verdict.ts';
import type { Records, Store } from '../stores/store.ts';
import { dayIn } from '../editing/slots.ts';

export type RetentionParts = LeasingParts & {
  readonly config: Pick<Config, 'wires' | 'zone'>;
  readonly store: Store;
  /** epoch milliseconds */
  readonly now: () => number;
  readonly log: Log;
};

/** Rows that one transaction changes: others write in between. */
const PAGE = 200;
const NOTE = 'copy expired';
/** Problems of wires are counted by day and looked at for a week. */
const PROBLEM_DAYS = 7;
/** Leases that ran out so long ago are nobody's. */
const LEASE_KEPT_MS = 3_600_000;

/** Lets expire what must, once on each day of the newsroom's zone, by one replica. */
export async function expireDaily(parts: RetentionParts, signal?: AbortSignal): Promise<void> {
  const { config, store, now } = parts;
  const today = dayIn(config.zone, now());
  if ((await store.note(NOTE)) === today) return;
  await alone(parts, 'retention', async () => {
    if ((await store.note(NOTE)) === today) return;
    await expire(parts, signal);
    if (!signal?.aborted) await store.saveNote(NOTE, today);
  });
}

async function expire(parts: RetentionParts, signal: AbortSignal | undefined): Promise<void> {
  const { config, store, now, log } = parts;
  await store.removeProblems(dayIn(config.zone, now() - PROBLEM_DAYS * 86_400_000));
  // what dead processes held, and what was heard once; by the machine's time, as leases are
  for (const { name, owner, until } of await store.leases(''))
    if (until < Date.now() - LEASE_KEPT_MS) await store.dropLease(name, owner);
  for (const { name: wire, keep } of config.wires) {
    if (keep === undefined) continue;
    const which = { wire, before: new Date(now() - keep).toISOString(), limit: PAGE };
    const takes = await untilNone(() => store.forgetTakes(which), signal);
    const forget = (): Promise<number> =>
      store.transact((records) => forgetStories(records, which));
    const stories = await untilNone(forget, signal);
    if (takes + stories > 0) log.info({ wire, takes, stories }, 'copy expired');
  }
}

async function untilNone(
  step: () => Promise<number>,
  signal: AbortSignal | undefined,
): Promise<number> {
  let sum = 0;
  for (;;) {
    const done = signal?.aborted ? 0 : await step();
    sum += done;
    if (done < PAGE) return sum;
  }
}

async function forgetStories(
  records: Records,
  which: Parameters<Records['storiesWithCopy']>[0],
): Promise<number> {
  const stories = await records.storiesWithCopy(which);
  for (const story of stories) await forgetStory(records, story);
  return stories.length;
}

async function forgetStory(records: Records, story: Story): Promise<void> {
  await records.saveStory({ ...story, current: null });
  if (story.event === null) return;
  const takes = new Set(story.takes.map(({ id }) => id));
  const isFrom = ({ evidence }: MarkedFact): boolean =>
    evidence.some(({ take }) => takes.has(take));
  await forgetVerdicts(records, [story.event, ...(story.formerEvents ?? [])], isFrom);
  // a card that a channel was shown may be needed to redraw a message of several items
  const shown = await records.deliveriesShowing(story.event);
  if (shown.length > 0) return;
  await records.removeCards(story.event);
  const event = await records.event(story.event);
  if (event?.hidden?.some(isFrom)) {
    const hidden = event.hidden.map((fact) => (isFrom(fact) ? withoutWords(fact) : fact));
    await records.saveEvent({ ...event, hidden });
  }
}

/** Verdicts looked at for one story. */
const VERDICTS_MAX = 1_000;

/** What readers pointed at was copy, too: the verdict stays, with the place and without the words. */
async function forgetVerdicts(
  records: Records,
  events: readonly string[],
  isFrom: (fact: MarkedFact) => boolean,
): Promise<void> {
  for (const verdict of await records.verdicts({ state: null, events, limit: VERDICTS_MAX })) {
    const { fact } = verdict;
    if (fact !== null && isFrom(fact))
      await records.saveVerdict({ ...verdict, title: '', fact: withoutWords(fact) });
  }
}
