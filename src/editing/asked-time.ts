/** When a question is about: the days that "yesterday" and "last week" name, and whether it asks for news only. */

import { WEEKDAYS } from '../news/plain-date.ts';

/** A stretch of time that a question names, and the question without the words for it. */
export type AskedTime = {
  readonly question: string;
  /** ISO, both */
  readonly from: string;
  readonly to: string;
};

const DAY_MS = 86_400_000;
/** Readers live elsewhere than UTC, and copy tells in the morning of the evening before. */
const MARGIN_MS = 12 * 3_600_000;
const TIME = new RegExp(
  `[,\\s]*\\b(?:(today|tonight|this (?:morning|afternoon|evening))|(yesterday|last night)|(last|this) (week|month)|(?:on|last) (${WEEKDAYS.join('|')}))(?:['’]s)?\\b`,
  'i',
);
/** "What will happen on Monday?" asks for a day to come. */
const AHEAD =
  /\b(?:will|going to|next|due|scheduled|planned|plans?|upcoming|expected|tomorrow|coming)\b/i;

/**
 * The time that a question says its news is of; null where it says none, or a time to come.
 * @param at now (ISO)
 */
export function askedTime(question: string, at: string): AskedTime | null {
  const found = TIME.exec(question);
  if (found === null || AHEAD.test(question)) return null;
  const now = Date.parse(at);
  const [from, to] = stretchOf(found, now);
  const rest = question.slice(0, found.index) + question.slice(found.index + found[0].length);
  return {
    question: rest.trim(),
    from: new Date(from - MARGIN_MS).toISOString(),
    to: new Date(Math.min(to + MARGIN_MS, now)).toISOString(),
  };
}

/** Epoch milliseconds, from and to. */
function stretchOf([, today, yesterday, which, unit, weekday]: RegExpExecArray, now: number) {
  const day = now - (now % DAY_MS);
  if (today !== undefined) return [day, now] as const;
  if (yesterday !== undefined) return [day - DAY_MS, day] as const;
  // a day of 0 is a Monday
  const sinceMonday = (new Date(now).getUTCDay() + 6) % 7;
  if (weekday !== undefined) {
    const back = (sinceMonday - WEEKDAYS.indexOf(weekday.toLowerCase()) + 7) % 7;
    return [day - back * DAY_MS, day - (back - 1) * DAY_MS] as const;
  }
  const isLast = which?.toLowerCase() === 'last';
  const start = unit?.toLowerCase() === 'week' ? day - sinceMonday * DAY_MS : firstOfMonth(now, 0);
  if (!isLast) return [start, now] as const;
  return [
    unit?.toLowerCase() === 'week' ? start - 7 * DAY_MS : firstOfMonth(now, -1),
    start,
  ] as const;
}

function firstOfMonth(now: number, months: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

/** Words that only ask for news, whatever it is of. */
const NEWS_WORDS = new Set(
  `a about all am an and any anything are at been being big biggest breaking can could day did do does
  everything for from get give goes going happen happened happening happens has have headline headlines
  hear heard hey hi i important in is it latest last main major me miss missed morning my new newest news
  now of on our please recent recently s show so something stories story summary tell that the there this
  to today tonight top up update updates us was we week were what whats which world would yesterday you
  your afternoon evening night month else`.split(/\s+/),
);

/** What a question is about beside that it asks for news; '' for "What happened today?". */
export function matterOf(question: string): string {
  const words = question.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*/gu) ?? [];
  const isLoud = !/\p{Ll}/u.test(question);
  // "US" and "WHO" are names
  const isName = (word: string): boolean => !isLoud && /^\p{Lu}{2,}$/u.test(word);
  return words.filter((word) => isName(word) || !NEWS_WORDS.has(word.toLowerCase())).join(' ');
}

const FRESH =
  /\b(?:new|news|latest|newest|update[sd]?|now|current(?:ly)?|today|tonight|this (?:morning|afternoon|evening)|so far|recent(?:ly)?|happening)\b/i;

/** Does a question ask for what is new of a matter? */
export function asksForNews(question: string): boolean {
  return FRESH.test(question);
}

/** Does it ask for news of anything: of nothing in particular, but by the trade's words for news? */
export function asksForAnyNews(question: string): boolean {
  const isOfNews =
    FRESH.test(question) ||
    TIME.test(question) ||
    /\b(?:happen\w*|headlines?|miss(?:ed)?|going on|goes on|what['’]?s up)\b/i.test(question);
  return isOfNews && matterOf(question) === '';
}
