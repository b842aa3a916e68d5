/** What became of the people that a number counts, or what they did: dead, missing, in the streets. */
import type { Token } from '../reading/reading.ts';
import { stemOf } from '../questions/terms.ts';

const WORDS: Readonly<Record<string, string>> = {
  dead: 'dead killed deaths death died dies fatalities fatality toll lives bodies perished drowned killing kills kill slain dying',
  injured:
    'injured wounded hurt injuries injuring wounding injures wounds hospitalised hospitalized',
  missing: 'missing unaccounted',
  arrested: 'arrested detained arrests arresting detaining detentions',
  evacuated: 'evacuated evacuations displaced homeless evacuating displacing',
  rescued: 'rescued saved rescuing',
  crowd: 'marched rallied demonstrated protested turnout crowd attendance',
};
const HARM: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([harm, words]) =>
    words.split(' ').map((word) => [word, harm] as const),
  ),
);

const HARM_BY_STEM: ReadonlyMap<string, string> = new Map(
  [...HARM].map(([word, harm]) => [stemOf(word), harm]),
);

/** The harm that stems of words name first, or null: what a question asks the number of. */
export function harmNamed(stems: readonly string[]): string | null {
  for (const stem of stems) {
    const harm = HARM.get(stem) ?? HARM_BY_STEM.get(stem);
    if (harm !== undefined) return harm;
  }
  return null;
}

const AFTER_MOST = 7;
const BEFORE_MOST = 4;
const TOLL_MOST = 10;

/** "11 people killed", "killing at least 11", "a death toll of 11": what befell them; else null. */
export function harmAt(tokens: readonly Token[], from: number, to: number): string | null {
  return harmAfter(tokens, to) ?? harmBefore(tokens, from);
}

function harmAfter(tokens: readonly Token[], to: number): string | null {
  for (let at = to, steps = 0; steps < AFTER_MOST; at += 1, steps += 1) {
    const token = tokens[at];
    if (!token) return null;
    // "11 people, including three children, were killed"
    if (
      token.text === ',' &&
      /^(?:including|among|most|mostly|many)$/.test(wordAt(tokens, at + 1))
    ) {
      const end = tokens.findIndex((each, place) => place > at && each.text === ',');
      if (end < 0 || end - at > 10) return null;
      at = end;
      steps = 0;
    } else if (isBarrier(token) && !isStillTheirs(tokens, at)) return null;
    const harm = HARM.get(token.lower);
    // "11 people died" is theirs; "11 people killed nine others" is what they did
    if (harm !== undefined) return isDoing(tokens, at) ? null : harm;
  }
  return null;
}

/** "Put the turnout at 40,000", "a crowd of 8,000" */
const GATHERED = /^(?:turnout|crowd|crowds|attendance)$/;

function harmBefore(tokens: readonly Token[], from: number): string | null {
  for (let at = from - 1; at >= 0 && from - at <= TOLL_MOST; at -= 1) {
    const token = tokens[at];
    if (!token || isBarrier(token)) return null;
    if (token.lower === 'toll') return wordAt(tokens, at - 1) === 'injury' ? 'injured' : 'dead';
    if (GATHERED.test(token.lower) && from - at <= BEFORE_MOST) return 'crowd';
    const harm = from - at <= BEFORE_MOST ? HARM.get(token.lower) : undefined;
    if (harm === undefined) continue;
    // "the dead include 3" and "11 of those killed were" count others
    return /^(?:kill|wound|injur|arrest|detain|evacuat|displac|rescu|sav|hurt|claim)/.test(
      token.lower,
    )
      ? harm
      : null;
  }
  return null;
}

/** A harming verb with its own object: "killed nine", "killed the guard". */
function isDoing(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:killed|injured|wounded|hurt|arrested|detained|rescued|saved)$/.test(wordAt(tokens, at)))
    return false;
  if (/^(?:was|were|been|be|being|are|is)$/.test(wordAt(tokens, at - 1))) return false;
  return /^(?:DET|NUM|PROPN)$/.test(tokens[at + 1]?.pos ?? '');
}

/** "six people who are missing" */
function isStillTheirs(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:who|which)$/.test(wordAt(tokens, at)) &&
    /^(?:are|is|were|was|remain|remained|had|have)$/.test(wordAt(tokens, at + 1))
  );
}

function isBarrier({ text, lower, pos }: Token): boolean {
  return (
    /^[,.;:()—–-]+$/.test(text) ||
    /^(?:and|but|while|or|after|when|who|which)$/.test(lower) ||
    pos === 'NUM' ||
    /^\d/.test(text)
  );
}

function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

const ANYONE =
  /^(?:people|persons?|others|lives|deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|bod(?:y|ies)|victims?|injur(?:y|ies)|dead|toll|arrests?|men|residents?)$/;

/** Whom the number counts when it is not just anyone: "miners", "soldiers"; else null. */
export function groupCounted(tokens: readonly Token[], to: number): string | null {
  let at = to;
  while (at < to + 2 && /^(?:ADJ|ADV)$/.test(tokens[at]?.pos ?? '')) at += 1;
  let end = at;
  while (end < at + 3 && /^(?:NOUN|PROPN)$/.test(tokens[end]?.pos ?? '')) end += 1;
  const words = tokens.slice(at, end).map(({ lower }) => lower);
  const head = words.findLast((word) => !HARM.has(word));
  return head === undefined || ANYONE.test(head) ? null : head;
}
