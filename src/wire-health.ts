/** How the wires are: one line each for status, and what a digest's footer tells once. */
import type { Records } from './stores/store.ts';
import type { Bookmark } from './wires/wire.ts';

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

/** Footer lines that this channel has not been told yet; each is told once for each failure. */
export async function footerLines(
  records: Records,
  channel: string,
  wires: readonly string[],
  at: string,
): Promise<FooterLine[]> {
  const lines: FooterLine[] = [];
  const names: string[] = [];
  for (const bookmark of await records.bookmarks<Bookmark>()) {
    if (!wires.includes(bookmark.wire)) continue;
    const text = trouble(bookmark, at);
    if (text === null) continue;
    const note = noteName(channel, bookmark);
    if ((await records.note(note)) !== null) continue;
    lines.push({ text, notes: [note] });
    names.push(bookmark.wire);
  }
  if (lines.length <= LINES_MAX) return lines;
  const more = names.length - NAMES_MAX;
  const named = names.slice(0, NAMES_MAX).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const text = `${names.length} of ${wires.length} wires are off or have been failing for a day: ${named}. See /wire status.`;
  return [{ text, notes: lines.flatMap(({ notes }) => notes) }];
}

/** One line of `/wire status`. */
export function statusLine(
  name: string,
  bookmark: Bookmark | null,
  takesToday: number,
  at: string,
): string {
  if (bookmark === null) return `${name}: not read yet`;
  const last = bookmark.lastReadAt ? `last read ${ago(bookmark.lastReadAt, at)}` : 'never read';
  const takes = `${takesToday} takes in 24 hours`;
  if (bookmark.state === 'off') return `${name}: OFF, ${bookmark.error ?? 'gone'}`;
  if (bookmark.error === null) return `${name}: ok, ${last}, ${takes}`;
  return `${name}: FAILING (${bookmark.failures}), ${last}, ${takes}: ${bookmark.error}`;
}

function ago(instant: string, at: string): string {
  const minutes = Math.max(0, Math.round((Date.parse(at) - Date.parse(instant)) / 60_000));
  if (minutes < 120) return `${minutes} min ago`;
  return minutes < 2_880
    ? `${Math.round(minutes / 60)} h ago`
    : `${Math.round(minutes / 1_440)} days ago`;
}
