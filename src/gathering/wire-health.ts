/** How the wires are: one line each for status, and what a digest's footer tells once. */
import { dayIn } from '../editing/slots.ts';
import type { Config } from '../config.ts';
import type { StoryState } from '../news/story.ts';
import type { Records } from '../stores/store.ts';
import type { Bookmark } from '../wires/wire.ts';

/** A wire that fails is told of in digests after this long. */
const TOLD_AFTER_MS = 24 * 3_600_000;

/** The sentence of a wire that needs somebody's eye; null while it works. */
export function trouble(bookmark: Bookmark, at: string): string | null {
  if (bookmark.state === 'off') return `Wire ${bookmark.wire} is off: ${bookmark.error ?? 'gone'}`;
  if (bookmark.failingSince === null) return null;
  const failingMs = Date.parse(at) - Date.parse(bookmark.failingSince);
  if (failingMs < TOLD_AFTER_MS) return null;
  const hours = Math.floor(failingMs / 3_600_000);
  return `Wire ${bookmark.wire} has been failing for ${hours} hours: ${bookmark.error ?? 'no reason'}`;
}

function noteName(channel: string, bookmark: Bookmark): string {
  const since = `${bookmark.state === 'off' ? 'off:' : ''}${bookmark.failingSince ?? ''}`;
  return `told:${channel}:${bookmark.wire}:${since}`;
}

/** A line of a footer with the names of the notes that say that it was told. */
export type FooterLine = { readonly text: string; readonly notes: readonly string[] };

/** Troubles that are told one by one; more of them share a line. */
const LINES_MAX = 3;
const NAMES_MAX = 10;

/** Of so many wires, those that need somebody's eye, with the sentence. */
type Troubled = {
  readonly wires: number;
  readonly found: readonly { readonly bookmark: Bookmark; readonly text: string }[];
};

/** The wires that are in trouble at an instant (ISO), the same for every channel. */
export async function troubledWires(
  records: Records,
  wires: readonly string[],
  at: string,
): Promise<Troubled> {
  const names = new Set(wires);
  const found = (await records.bookmarks<Bookmark>()).flatMap((bookmark) => {
    const text = names.has(bookmark.wire) ? trouble(bookmark, at) : null;
    return text === null ? [] : [{ bookmark, text }];
  });
  return { wires: wires.length, found };
}

/** Footer lines that this channel has not been told yet; each is told once for each failure. */
export async function footerLines(
  records: Records,
  channel: string,
  troubled: Troubled,
): Promise<FooterLine[]> {
  const lines: FooterLine[] = [];
  const names: string[] = [];
  for (const { bookmark, text } of troubled.found) {
    const note = noteName(channel, bookmark);
    if ((await records.note(note)) !== null) continue;
    lines.push({ text, notes: [note] });
    names.push(bookmark.wire);
  }
  if (lines.length <= LINES_MAX) return lines;
  const more = names.length - NAMES_MAX;
  const named = names.slice(0, NAMES_MAX).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const text = `${names.length} of ${troubled.wires} wires are off or have been failing for a day: ${named}. See /wire status.`;
  return [{ text, notes: lines.flatMap(({ notes }) => notes) }];
}

/** How a wire stands today, in the newsroom's zone: what its operator needs to see. */
export type Standing = {
  readonly name: string;
  /** null while it was never read */
  readonly bookmark: Bookmark | null;
  readonly takesToday: number;
  /** today's, by kind, the commonest first; `sample` is the newest sentence of the kind */
  readonly problems: readonly { code: string; count: number; sample: string }[];
  readonly held: number;
  readonly killed: number;
};

/** The standing of every configured wire. `now` in epoch milliseconds. */
export async function standings(
  records: Records,
  config: Pick<Config, 'wires' | 'zone'>,
  now: number,
): Promise<Standing[]> {
  const midnight = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(config.zone)
    .startOfDay()
    .toInstant()
    .toString();
  const bookmarks = new Map((await records.bookmarks<Bookmark>()).map((each) => [each.wire, each]));
  const takes = new Map((await records.countTakes(midnight)).map((each) => [each.wire, each]));
  const stories = Map.groupBy(await records.countStories(), ({ wire }) => wire);
  const problems = await records.problemsOn(dayIn(config.zone, now));
  const problemsBy = Map.groupBy(problems, ({ wire }) => wire);
  return config.wires.map(({ name }) => {
    const inState = (state: StoryState): number =>
      stories.get(name)?.find((each) => each.state === state)?.count ?? 0;
    return {
      name,
      bookmark: bookmarks.get(name) ?? null,
      takesToday: takes.get(name)?.count ?? 0,
      problems: problemsBy.get(name) ?? [],
      held: inState('held'),
      killed: inState('killed'),
    };
  });
}

/** Kinds of problems that are shown of a wire, and the longest sample of one. */
const KINDS_MAX = 3;
const SAMPLE_LENGTH = 160;

/** How a wire stands, in a line; its problems of today follow in a line for each kind. */
export function standingLines(standing: Standing, at: string): string[] {
  const { name, bookmark } = standing;
  // What the first line says already is not said again.
  const problems = standing.problems.filter(({ sample }) => sample !== bookmark?.error);
  const kinds = problems.slice(0, KINDS_MAX).map(({ code, count, sample }) => {
    return `${name}: ${count} x ${code} today, such as: ${sample.slice(0, SAMPLE_LENGTH)}`;
  });
  const more = problems.length - KINDS_MAX;
  const rest = more > 0 ? [`${name}: problems of ${more} more kinds today`] : [];
  return [`${name}: ${stateOf(bookmark, standing, at)}`, ...kinds, ...rest];
}

function stateOf(bookmark: Bookmark | null, standing: Standing, at: string): string {
  const { takesToday, held, killed } = standing;
  const takes = `${takesToday} ${takesToday === 1 ? 'take' : 'takes'} today`;
  const counts = `${takes}, ${held} ${held === 1 ? 'story' : 'stories'} held, ${killed} killed`;
  if (bookmark === null) return `not read yet, ${counts}`;
  const last = bookmark.lastReadAt ? `last read ${ago(bookmark.lastReadAt, at)}` : 'never read';
  if (bookmark.state === 'off') return `OFF, ${last}, ${counts}: ${bookmark.error ?? 'gone'}`;
  if (bookmark.error === null) return `ok, ${last}, ${counts}`;
  return `FAILING (${bookmark.failures}), ${last}, ${counts}: ${bookmark.error}`;
}

function ago(instant: string, at: string): string {
  const minutes = Math.max(0, Math.round((Date.parse(at) - Date.parse(instant)) / 60_000));
  if (minutes < 120) return `${minutes} min ago`;
  return minutes < 2_880
    ? `${Math.round(minutes / 60)} h ago`
    : `${Math.round(minutes / 1_440)} days ago`;
}
