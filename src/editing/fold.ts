/** Folding: all takes of one item become one story with current copy, a version and a state. */
import { fingerprint } from '../news/identity.ts';
import type { Change, Story } from '../news/story.ts';
import type { Take } from '../news/take.ts';
import { embargoIn } from './embargo-state.ts';
import { isLift } from './embargo.ts';
import { keysOf } from './keys.ts';
import { underLabel } from './order-labels.ts';

export { keysOf, keysSought, scopeOf } from './keys.ts';

/** What the take itself cannot say. */
type Circumstances = {
  /** see `scopeOf` */
  readonly scope: string;
  /** when Wirebrief got it (ISO): stands in where the wire gives no time, and decides embargoes */
  readonly receivedAt: string;
  /** it came with the first read of a feed and is older than the wire's backfill */
  readonly background: boolean;
};

type Folded = { readonly story: Story; readonly change: Change };

type Entry = Story['takes'][number];

const TAKE_LIMIT = 1_000;
const KEY_LIMIT = 200;

/**
 * Files a take in its story (null: there is none yet). The order is the wire's own time of sending,
 * never that of arrival; within one time the higher integer version wins.
 *
 * - A take that is known already changes nothing, but for one: the current copy sent once more after
 *   a hold releases it.
 * - A kill is for every version and for ever: nothing that comes later, or came earlier and arrives
 *   later, brings a killed story back. A wire that wants it back sends it under another id.
 * - A hold (`withhold`, or an item marked as not usable) lasts until newer copy comes.
 * - An embargo with a time holds the story until then, whatever newer copy leaves unsaid, unless a
 *   newer take lifts it in so many words or sets another time; one without a time that can be read
 *   holds it until newer copy comes (see embargo-state.ts).
 * - The current copy is the newest full one. A headline alone never replaces full copy; an `add`
 *   stands in only while there is nothing else, for spans must keep pointing into one take.
 * - An advisory changes nothing that is shown.
 *
 * @param others stories that the take shows to be the same item: it names both, and came after them
 */
export function fold(
  story: Story | null,
  sent: Take,
  circumstances: Circumstances,
  others: readonly Story[] = [],
): Folded {
  const take: Take = takesBack(story?.current ?? null, sent) ? { ...sent, signal: 'kill' } : sent;
  const before = story ?? emptyStory(take, circumstances);
  const at = timeOf(take, circumstances);
  const whole = others.reduce(withStory, before);
  const after = whole.takes.some((each) => each.id === take.id)
    ? resent(whole, take, at, circumstances)
    : settled(withTake(whole, take, at), take, circumstances);
  const change = changeOf({ before, after, take, fresh: story === null, others });
  return { story: dated(before, after, change, circumstances), change };
}

/** A held story whose embargo is over at `at` (ISO): live, as a new version. Any other stays as it is. */
export function release(story: Story, at: string): Story {
  const over = story.heldUntil !== null && Date.parse(story.heldUntil) <= Date.parse(at);
  if (story.state !== 'held' || !over || story.current === null) return story;
  return { ...story, state: 'live', heldUntil: null, version: story.version + 1, changedAt: at };
}

function emptyStory(take: Take, { scope, receivedAt, background }: Circumstances): Story {
  const keys = keysOf(take);
  return {
    id: fingerprint('story', scope, keys[0] ?? take.id),
    scope,
    keys: [],
    wire: take.wire,
    provider: take.provider,
    state: 'live',
    version: 0,
    current: null,
    takes: [],
    heldUntil: null,
    correction: null,
    event: null,
    background,
    openedAt: receivedAt,
    changedAt: receivedAt,
  };
}

/** No clock and no mistaken zone is further ahead than this: what is has a mistyped date. */
const AHEAD_MS = 86_400_000;

/**
 * The wire's own time of sending, in UTC so that times compare as text; else when it came. So too
 * where it cannot be true: copy dated years ahead would outlast every correction and every hold.
 */
function timeOf(take: Take, { receivedAt }: Circumstances): string {
  const sent = take.sentAt === null ? Number.NaN : Date.parse(take.sentAt);
  const received = Date.parse(receivedAt);
  const isMeant = !Number.isNaN(sent) && !(sent > received + AHEAD_MS);
  const instant = isMeant ? sent : received;
  return Number.isNaN(instant) ? receivedAt : new Date(instant).toISOString();
}

/**
 * The same copy again under a label that news may have too ("Rückzug: …") takes it back, whichever of
 * the two came first.
 */
function takesBack(current: Take | null, take: Take): boolean {
  if (current === null || current.text !== take.text) return false;
  const [one, other] = [current.headline ?? '', take.headline ?? ''];
  return one !== other && (underLabel(other) === one || underLabel(one) === other);
}

const isKill = (take: Take): boolean => take.signal === 'kill';
const isHold = (take: Take): boolean =>
  !isKill(take) && (take.signal === 'withhold' || !take.usable);

/** Two stories that are one item, before the state is worked out; a kill of either is a kill. */
function withStory(story: Story, other: Story): Story {
  const known = new Set(story.takes.map(({ id }) => id));
  const more = other.takes.filter(({ id }) => !known.has(id));
  const takes = [...story.takes, ...more].sort(inOrder).slice(-TAKE_LIMIT);
  const keys = [...new Set([...story.keys, ...other.keys])].slice(0, KEY_LIMIT);
  const events = [...(other.formerEvents ?? []), ...(other.event === null ? [] : [other.event])];
  const former = new Set([...(story.formerEvents ?? []), ...events]);
  if (story.event !== null) former.delete(story.event);
  const all = { ...story, takes, keys, event: story.event ?? other.event };
  const whole = former.size === 0 ? all : { ...all, formerEvents: [...former] };
  const copy = other.current;
  const isNewer = copy !== null && isBetter(whole, copy, timeIn(whole, copy.id));
  const corrected = takes.findLast(({ signal }) => signal === 'correction')?.id;
  const correction = known.has(corrected ?? '') ? story.correction : other.correction;
  const state = other.state === 'killed' ? other.state : story.state;
  return { ...whole, state, correction, current: isNewer ? copy : story.current };
}

/** The story with the take in its row, before its state is worked out. */
function withTake(story: Story, take: Take, at: string): Story {
  const signal = isHold(take) ? 'withhold' : take.signal;
  const entry = { id: take.id, at, signal, ...embargoFacts(take) };
  const takes = [...story.takes, entry].sort(inOrder).slice(-TAKE_LIMIT);
  const keys = [...new Set([...story.keys, ...keysOf(take)])].slice(0, KEY_LIMIT);
  const isShown = story.state !== 'killed' && isBetter(story, take, at);
  return { ...story, takes, keys, current: isShown ? take : story.current };
}

/** What a take says of the embargo: an order counts with copy that readers would see. */
function embargoFacts(take: Take): Pick<Entry, 'until' | 'isLift'> {
  if (isKill(take) || isHold(take)) return {};
  if (take.embargo === null) return isLift(take) ? { isLift: true } : {};
  return rankOf(take) === 0 ? {} : { until: instantOf(take.embargo.until) };
}

function inOrder(one: Entry, other: Entry): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** How much copy a take is: full, a headline alone, an addition, none. */
function rankOf(take: Take): number {
  if (isKill(take) || isHold(take) || take.signal === 'advisory') return 0;
  if (take.signal === 'add') return take.text === '' ? 0 : 1;
  if (take.text !== '') return 3;
  return take.headline === null ? 0 : 2;
}

/** Is the take to be the current copy rather than what is? */
function isBetter(story: Story, take: Take, at: string): boolean {
  const { current } = story;
  const rank = rankOf(take);
  if (rank === 0 || current === null) return rank > 0;
  if (rank !== rankOf(current)) return rank > rankOf(current);
  const currentAt = timeIn(story, current.id);
  if (at !== currentAt) return at > currentAt;
  // what came together with dates too far ahead still has the wire's own order
  if (take.sentAt !== null && current.sentAt !== null) {
    const ahead = Date.parse(take.sentAt) - Date.parse(current.sentAt);
    if (Math.abs(ahead) > 0) return ahead > 0;
  }
  const [mine, theirs] = [numberOf(take.version), numberOf(current.version)];
  return mine === theirs ? take.id > current.id : mine > theirs;
}

const timeIn = (story: Story, id: string): string =>
  story.takes.find((each) => each.id === id)?.at ?? '';
const numberOf = (version: string | null): number =>
  version !== null && /^\d{1,15}$/.test(version) ? Number(version) : -1;

/** State and correction, worked out afresh from every take that the story has. */
function settled(story: Story, take: Take, { receivedAt }: Circumstances): Story {
  const correction = correctionIn(story, take);
  if (story.state === 'killed' || isKill(take)) {
    return { ...story, state: 'killed', heldUntil: null, correction };
  }
  if (isHeldBack(story)) return { ...story, state: 'held', heldUntil: null, correction };
  const embargo = embargoIn(story, receivedAt);
  if (embargo === null) return { ...story, state: 'live', heldUntil: null, correction };
  return { ...story, state: 'held', heldUntil: embargo.until, correction };
}

/** Does the wire hold it? An order to hold lasts until newer copy comes. */
export function isHeldBack(story: Story): boolean {
  const copy = story.takes.find(({ id }) => id === story.current?.id);
  const copyAt = copy?.againAt ?? copy?.at ?? '';
  return story.takes.some((each) => each.signal === 'withhold' && each.at >= copyAt);
}

function instantOf(time: string | null): string | null {
  return time === null || Number.isNaN(Date.parse(time)) ? null : time;
}

/** What the newest correction says was wrong; kept when a correction that came late is older. */
function correctionIn(story: Story, take: Take): string | null {
  if (take.signal !== 'correction') return story.correction;
  const newest = story.takes.findLast((each) => each.signal === 'correction');
  return newest?.id === take.id ? statedIn(take) : story.correction;
}

const STATES_ERROR =
  /correct|berichtig|korrig|refile|fix(?:es|ed)|delet|\binstead of\b|\bnot\b|\bwrong|misspel|erron|\bearlier (?:version|story|report)|\bprevious(?:ly)?\b|korja|\brett|rättel|rectif/i;

function statedIn(take: Take): string | null {
  const open = take.notes.filter((note) => note.public).map((note) => note.text);
  return open.find((text) => STATES_ERROR.test(text)) ?? null;
}

/**
 * A known take again changes nothing, but that the current copy sent anew after a hold frees the story.
 * When it was sent first still decides which copy is the newest.
 */
function resent(story: Story, take: Take, at: string, circumstances: Circumstances): Story {
  if (story.state === 'killed') return story;
  const takes = story.takes.map((each) =>
    each.id === take.id && at > (each.againAt ?? each.at) ? { ...each, againAt: at } : each,
  );
  return settled({ ...story, takes }, story.current ?? take, circumstances);
}

type Comparison = {
  readonly before: Story;
  readonly after: Story;
  readonly take: Take;
  readonly fresh: boolean;
  readonly others: readonly Story[];
};

function changeOf({ before, after, take, fresh, others }: Comparison): Change {
  const moved = before.current?.id !== after.current?.id;
  if (after.state === 'killed') return before.state === 'killed' ? 'repeated' : 'killed';
  if (after.state === 'held') {
    const same = before.state === 'held' && before.heldUntil === after.heldUntil && !moved;
    return same && !fresh ? 'repeated' : 'held';
  }
  if (before.state === 'held') return after.current === null ? 'repeated' : 'released';
  if (after.current === null) return 'repeated';
  if (before.current === null && before.version === 0) return 'opened';
  const isNew = !before.takes.some((each) => each.id === take.id);
  if (take.signal === 'correction' && isNew && (moved || before.correction !== after.correction))
    return 'corrected';
  // who was shown an earlier version as another story is to see the newest
  const isStale = others.some(({ current }) => current !== null && isOther(current, after));
  return isStale || (moved && isOther(before.current, after)) ? 'advanced' : 'repeated';
}

const isOther = (copy: Take | null, { current }: Story): boolean => reads(copy) !== reads(current);

const reads = (take: Take | null): string =>
  take === null ? '' : `${take.headline ?? ''}\n${take.text}`;

/** Version, background and the time of the change. */
function dated(
  before: Story,
  after: Story,
  change: Change,
  { receivedAt, background }: Circumstances,
): Story {
  if (change === 'repeated') return after;
  const version = after.current === null ? before.version : before.version + 1;
  return { ...after, version, background: before.background && background, changedAt: receivedAt };
}
