/**
 * Readers mend it: what they say is wrong is recorded, and what an editor confirms is carried out
 * for everyone, in one transaction with the edits of what was posted.
 */
import { planEdits } from './amending.ts';
import type { Analyst } from '../analysts/analyst.ts';
import { cardKey } from '../cards.ts';
import { NewsroomError } from '../errors.ts';
import { storiesEver, type Event } from '../news/event.ts';
import { fingerprint } from '../news/identity.ts';
import { isShowable } from '../news/story.ts';
import type { MarkedFact, Verdict } from '../news/verdict.ts';
import { mended, mergeEvents, splitStory, standingEvent } from '../filing/regrouping.ts';
import type { Records, Store } from '../stores/store.ts';

/** Verdicts that a list shows. */
const LIST_MAX = 50;
/** Verdicts of one event that one decision may settle. */
const CLAIMS_MAX = 200;

export type MendingParts = {
  readonly store: Store;
  readonly analyst: Analyst;
  readonly now: () => number;
};

/** What a person says; the rest of the verdict follows from it. */
export type Report = Pick<Verdict, 'kind' | 'channel' | 'person'> & {
  readonly event: Event;
  /** the version that the person saw; the current one when it is not known */
  readonly version?: number;
  readonly edition?: string | null;
  readonly fact?: MarkedFact;
  readonly story?: string;
  readonly other?: string;
  readonly topics?: readonly string[];
};

/**
 * Records what a person says. The same person saying the same again changes nothing.
 * @returns the verdict as it stands, which somebody may have decided by now
 */
export async function record(parts: MendingParts, report: Report): Promise<Verdict> {
  const { store } = parts;
  const verdict = await verdictOf(parts, report);
  await store.addVerdict(verdict);
  return (await store.verdict(verdict.id)) ?? verdict;
}

async function verdictOf({ store, now }: MendingParts, report: Report): Promise<Verdict> {
  const { kind, event, channel, person, fact, story, other } = report;
  const subject = subjectOf(report);
  const stories = await store.stories(event.stories);
  return {
    id: fingerprint('verdict', kind, event.id, subject, personOf(report)),
    kind,
    state: kind === 'not-relevant' ? 'noted' : 'waiting',
    event: event.id,
    version: report.version ?? event.version,
    title: event.title,
    edition: report.edition ?? null,
    channel,
    person,
    at: new Date(now()).toISOString(),
    takes: stories.flatMap(({ current }) => current?.id ?? []),
    fact: fact ?? null,
    story: story ?? null,
    other: other ?? null,
    topics: report.topics ?? [],
    decidedBy: null,
    decidedAt: null,
  };
}

/** What is said to be wrong: a fact, a story, another event, or the place in a channel. */
function subjectOf(
  said: Pick<Verdict, 'channel'> & Partial<Pick<Verdict, 'fact' | 'story' | 'other'>>,
): string {
  return said.fact?.key ?? said.story ?? said.other ?? said.channel;
}

/** A person as configuration names them: `slack:U012AB3CD`. */
export function personOf({ channel, person }: Pick<Verdict, 'channel' | 'person'>): string {
  return `${channel.split(':')[0]}:${person}`;
}

/**
 * An editor's word on a verdict. Confirming hides the fact, splits or merges for everyone and plans
 * the edits of what was posted; rejecting a fact that was hidden shows it again. Saying the same
 * twice changes nothing.
 * @param by the editor, `slack:U012AB3CD`
 * @throws NewsroomError `not-found` for an unknown verdict, `usage` for what cannot be decided so
 */
export async function decide(
  parts: MendingParts,
  id: string,
  state: 'confirmed' | 'rejected',
  by: string,
): Promise<Verdict> {
  return parts.store.transact(async (records) => {
    const verdict = await records.verdict(id);
    if (verdict === null)
      throw new NewsroomError('not-found', `There is no verdict ${id.slice(0, 40)}: list them.`);
    // a story that was merged back since is split off again; all else is done once
    const canRepeat = verdict.kind === 'wrong-merge' && state === 'confirmed';
    if (verdict.state === state && !canRepeat) return verdict;
    const at = new Date(await records.storeTime(parts.now())).toISOString();
    const work = { records, verdict, parts, at };
    if (state === 'confirmed') await carryOut(work);
    else await takeBack(work);
    const decision = { state, decidedBy: by, decidedAt: work.at };
    for (const same of await sameClaims(records, verdict))
      await records.saveVerdict({ ...same, ...decision });
    return { ...verdict, ...decision };
  });
}

/** The verdict and what others say of the very same: an editor answers it once for all of them. */
async function sameClaims(records: Records, verdict: Verdict): Promise<Verdict[]> {
  const { id, event, kind } = verdict;
  const all = await records.verdicts({ state: null, events: [event], limit: CLAIMS_MAX });
  const others = all.filter(
    (each) => each.id !== id && each.kind === kind && subjectOf(each) === subjectOf(verdict),
  );
  return [verdict, ...others];
}

type Work = {
  readonly records: Records;
  readonly verdict: Verdict;
  readonly parts: MendingParts;
  readonly at: string;
};

async function carryOut(work: Work): Promise<void> {
  const { records, verdict, at } = work;
  switch (verdict.kind) {
    case 'not-relevant':
      throw new NewsroomError('usage', 'This was noted for its channel: it needs no editor.');
    case 'wrong-fact':
      return eachEvent(work, (event, fact) => {
        const others = (event.hidden ?? []).filter(({ key }) => key !== fact.key);
        const note = 'A fact that was wrong is no longer shown.';
        return { event: { ...event, hidden: [...others, fact] }, note };
      });
    case 'wrong-merge': {
      const story = await records.story(verdict.story ?? '');
      if (!story?.event) throw new NewsroomError('not-found', 'The story is no longer stored.');
      const from = story.event;
      if ((story.formerEvents ?? []).includes(verdict.event)) return;
      await splitStory(records, story.id, at);
      return editPosted(work, from);
    }
    case 'same-event': {
      const from = await records.event(verdict.other ?? '');
      const into = await records.event(verdict.event);
      if (!from || !into) throw new NewsroomError('not-found', 'An event is no longer stored.');
      const [leaving, staying] = [
        await standingEvent(records, from),
        await standingEvent(records, into),
      ];
      if (leaving.id !== staying.id) await mergeEvents(records, leaving.id, staying.id, at);
    }
  }
}

async function takeBack(work: Work): Promise<void> {
  const { kind, state } = work.verdict;
  if (kind === 'not-relevant' || state !== 'confirmed') return;
  if (kind === 'wrong-fact')
    return eachEvent(work, (event, fact) => {
      const hidden = (event.hidden ?? []).filter(({ key }) => key !== fact.key);
      return {
        event: { ...event, hidden },
        note: 'A fact that had been taken out is shown again.',
      };
    });
  const undo = kind === 'wrong-merge' ? 'merge the two events' : 'split the stories off again';
  throw new NewsroomError('usage', `This was carried out already: ${undo} to undo it.`);
}

type Change = (event: Event, fact: MarkedFact) => { readonly event: Event; readonly note: string };

/** Changes every event that tells the fact: the one it was seen in, and where its stories went. */
async function eachEvent(work: Work, change: Change): Promise<void> {
  const { records, verdict, parts, at } = work;
  const { fact } = verdict;
  const seen = await records.event(verdict.event);
  if (!seen || !fact) throw new NewsroomError('not-found', 'The event is no longer stored.');
  const standing = await standingEvent(records, seen);
  const moved = await records.stories(standing.formerStories ?? []);
  const told = new Set(fact.evidence.map(({ take }) => take));
  const telling = moved.filter(({ takes }) => takes.some(({ id }) => told.has(id)));
  const ids = [standing.id, ...telling.flatMap(({ event }) => event ?? [])];
  for (const event of await records.events([...new Set(ids)])) {
    const { event: changed, note } = change(event, fact);
    const next = { ...changed, version: event.version + 1, changedAt: at };
    await records.saveEvent(mended(next, note));
    await keepCard(records, parts.analyst, event, next.version);
    await editPosted(work, event.id);
  }
}

/** The copy is the same, so the card is: nobody asks the model again. */
async function keepCard(records: Records, analyst: Analyst, event: Event, version: number) {
  const key = cardKey(analyst);
  const card = await records.card(event.id, event.version, key);
  if (card !== null) await records.saveCard(event.id, version, key, card);
}

async function editPosted({ records, parts }: Work, id: string): Promise<void> {
  const event = await records.event(id);
  if (event !== null) await planEdits(records, event.id, event.version, parts.now());
}

/** A verdict with what may be shown of it; null where the copy has been withdrawn since. */
export type ListedVerdict = {
  readonly verdict: Verdict;
  readonly title: string | null;
  readonly detail: string | null;
};

/** Verdicts that wait for an editor, newest first, without a word of what was withdrawn. */
export async function waitingVerdicts({ store, now }: MendingParts): Promise<ListedVerdict[]> {
  const at = new Date(now()).toISOString();
  const verdicts = await store.verdicts({ state: 'waiting', events: null, limit: LIST_MAX });
  const listed: ListedVerdict[] = [];
  for (const verdict of verdicts) {
    const event = await store.event(verdict.event);
    const title = event && (await shownTitle(store, event, at));
    const detail = title === null ? null : await detailOf(store, verdict, at);
    listed.push({ verdict, title, detail });
  }
  return listed;
}

async function shownTitle(store: Store, event: Event, at: string): Promise<string | null> {
  const standing = await standingEvent(store, event);
  const stories = await store.stories(standing.stories);
  return stories.some((story) => isShowable(story, at)) ? standing.title : null;
}

async function detailOf(store: Store, verdict: Verdict, at: string): Promise<string | null> {
  const { fact, story: storyId, other, topics } = verdict;
  if (fact) {
    const told = new Set(fact.evidence.map(({ take }) => take));
    const event = await store.event(verdict.event);
    const stories = await store.stories(event === null ? [] : storiesEver(event));
    const sound = stories.some(
      (story) => isShowable(story, at) && story.takes.some(({ id }) => told.has(id)),
    );
    return sound ? `${fact.section}: ${fact.text}` : null;
  }
  if (storyId) {
    const story = await store.story(storyId);
    return story && isShowable(story, at) ? (story.current?.headline ?? null) : null;
  }
  if (other) {
    const event = await store.event(other);
    return event && shownTitle(store, event, at);
  }
  return topics.join(', ');
}
