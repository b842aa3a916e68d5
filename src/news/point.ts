/** Points that several sources tell of, in words: who says what, and when they said it. */
import type { Point, Side, Teller } from './card.ts';
import { isDayOnly } from './plain-date.ts';

const NAMES_MOST = 3;
/** The longest text of one side; an outcome is a whole sentence of copy. */
const TEXT_LENGTH_MAX = 110;

const ABOUT: Readonly<Record<Point['about'], string>> = {
  number: '',
  where: ' on where',
  when: ' on when',
  outcome: ' on the outcome',
};

/** What stands before the sides: "Sources differ", "Sources differ on when (“hold the next round”)". */
export function differenceLabel({ about, of }: Point): string {
  const what = about === 'when' || about === 'where' ? (of ?? null) : null;
  return `Sources differ${ABOUT[about]}${what === null ? '' : ` (“${what}”)`}`;
}

/**
 * The sides of a point: "Kestrel News 11 dead (14:20 UTC); Port Wire 9 (13:05 UTC)". Words that all
 * sides end with are told once; hours are those of the newest copy, with the day when it differs.
 */
export function sidesText({ about, sides }: Point): string {
  const days = new Set(sides.flatMap(({ tellers }) => instantOf(tellers)?.slice(0, 10) ?? []));
  const ending = about === 'number' ? commonEnding(sides.map(({ text }) => text)) : '';
  return sides
    .map((side, at) => {
      const text = at === 0 ? side.text : side.text.slice(0, side.text.length - ending.length);
      const said = about === 'outcome' ? `“${cut(text)}”` : cut(text.trim());
      const instant = instantOf(side.tellers);
      return `${namesOf(side)} ${said}${instant === null ? '' : ` (${timeText(instant, days.size > 1)})`}`;
    })
    .join('; ');
}

/** "Kestrel News and Port Wire", "A, B, C and 2 more"; a source without a name is "one source". */
export function namesOf({ tellers }: Side): string {
  const names = tellers.map(({ provider }) => provider ?? 'one source');
  if (names.length <= NAMES_MOST) return listed(names);
  return `${names.slice(0, NAMES_MOST).join(', ')} and ${names.length - NAMES_MOST} more`;
}

function listed(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? 'one source')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "14:20 UTC", "2026-05-12 14:20 UTC"; the day alone where the copy gives no hour. */
function timeText(instant: string, withDay: boolean): string {
  const day = instant.slice(0, 10);
  if (isDayOnly(instant)) return day;
  const hour = instant.slice(11, 16);
  return withDay ? `${day} ${hour} UTC` : `${hour} UTC`;
}

/** The newest of their times: as UTC, or as stated where that is a day alone; null for none. */
function instantOf(tellers: readonly Teller[]): string | null {
  const [newest] = tellers
    .flatMap(({ sentAt }) => (Number.isNaN(Date.parse(sentAt ?? '')) ? [] : (sentAt ?? [])))
    .sort((a, b) => Date.parse(b) - Date.parse(a));
  if (newest === undefined) return null;
  return isDayOnly(newest) ? newest : new Date(newest).toISOString();
}

/** The words that all texts end with, with the blank before them; never all of a text. */
function commonEnding(texts: readonly string[]): string {
  const words = texts.map((text) => text.split(' '));
  const [first] = words;
  if (!first) return '';
  const shortest = Math.min(...words.map((each) => each.length));
  let shared = 0;
  while (
    shared < shortest - 1 &&
    words.every((each) => each.at(-1 - shared) === first.at(-1 - shared))
  )
    shared += 1;
  return shared === 0 ? '' : ` ${first.slice(-shared).join(' ')}`;
}

function cut(text: string): string {
  return text.length > TEXT_LENGTH_MAX ? `${text.slice(0, TEXT_LENGTH_MAX).trimEnd()}…` : text;
}
