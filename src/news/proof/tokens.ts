/** Words of a text as a proof sees them: case, accents, quotes and number forms evened out. */
import { monthOf, wordValue, scaleOf } from './numbers.ts';

/** `text.slice(start, end)` is the word as it stands. */
export type ProofToken = {
  readonly start: number;
  readonly end: number;
  /** lower case, without accents, possessive and full stops: `U.K.` is `uk`, `Dec.` is `december` */
  readonly norm: string;
  /** `norm` without its commonest endings */
  readonly stem: string;
  /** the number it states, or null */
  readonly value: number | null;
  /** what is written against a number: `$`, `%`, a minus; empty for words */
  readonly sign: string;
  /** true when `value` is what the evidence tells exactly, and the text has it rounded */
  readonly isRounded?: boolean;
  readonly capital: boolean;
  /** it opens a sentence or a quotation, so a capital says nothing */
  readonly opening: boolean;
  /** index of the sentence it stands in, as far as full stops tell */
  readonly sentence: number;
  /** index of the stretch between commas, dashes and the like that it stands in */
  readonly clause: number;
};

/** What is read of a text; the rest is left out so that hostile copy stays cheap. */
const MOST_CHARACTERS = 65_536;
const LONGEST_WORD = 64;

const WORD = /\p{N}+(?:[.,]\p{N}+)*|\p{L}(?:[\p{L}\p{M}\p{N}]|\.(?=\p{L}\.)|['’](?=\p{L}))*/gu;

/** The words of a text in order. Linear in its length; reads at most 65 536 characters. */
export function proofTokens(text: string): ProofToken[] {
  const read = text.slice(0, MOST_CHARACTERS);
  const tokens: ProofToken[] = [];
  let sentence = 0;
  let clause = 0;
  let last = 0;
  for (const match of read.matchAll(WORD)) {
    const word = match[0].slice(0, LONGEST_WORD);
    const start = match.index;
    const between = read.slice(last, Math.min(start, last + 40));
    const ended = tokens.length > 0 && endsSentence(between, tokens.at(-1));
    if (ended) sentence += 1;
    if (ended || CLAUSE_MARK.test(between)) clause += 1;
    const opening = tokens.length === 0 || ended || /["“”‘(:]\s*$/.test(between);
    last = start + match[0].length;
    const sign = /^\p{N}/u.test(word) ? signAround(read, start, last) : '';
    tokens.push({ ...tokenOf(word, { start, end: last }, opening, { sentence, clause }), sign });
  }
  return joinedNumbers(tokens, read);
}

const CLAUSE_MARK = /[,;:()–—]| - /;

function endsSentence(between: string, before: ProofToken | undefined): boolean {
  if (/[!?…\n]/.test(between)) return true;
  if (!/^[.]/.test(between) || !/\s/.test(between)) return false;
  return before !== undefined && !SHORT_FORMS.has(before.norm) && before.norm.length > 1;
}

const SHORT_FORMS = new Set(
  `mr mrs ms dr prof gen col lt sgt capt sen rep gov st no vs january february march april june july
  august september october november december`.split(/\s+/),
);

/** "$5", "-4.5", "5 %": what stands against a figure. A hyphen behind a word or figure is no minus. */
function signAround(text: string, start: number, end: number): string {
  const before = /(?:^|[\s(])([-−]?[$€£¥]?[-−]?)$/.exec(text.slice(Math.max(0, start - 4), start));
  const money = /[$€£¥]$/.exec(text.slice(Math.max(0, start - 1), start))?.[0] ?? '';
  const behind = /^\s?%/.test(text.slice(end, end + 2)) ? '%' : '';
  return `${/[-−]/.test(before?.[1] ?? '') ? '-' : ''}${money}${behind}`;
}

function tokenOf(
  word: string,
  span: { start: number; end: number },
  opening: boolean,
  place: { sentence: number; clause: number },
): Omit<ProofToken, 'sign'> {
  const norm = evened(word);
  const value = wordValue(norm);
  return {
    ...span,
    norm,
    stem: stemOf(norm),
    value,
    capital: /^\p{Lu}/u.test(word),
    opening,
    ...place,
  };
}

/** Lower case without accents, possessive, dots; months and weekdays in full. */
export function evened(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replaceAll('’', "'");
  if (/^\p{N}/u.test(plain)) return plain.replaceAll(',', '');
  const bare = plain.replaceAll('.', '');
  return monthOf(bare) ?? UNITS[bare] ?? bare;
}

/** Units in one spelling. */
const UNITS: Readonly<Record<string, string>> = {
  km: 'kilometres',
  kms: 'kilometres',
  kilometers: 'kilometres',
  kilometer: 'kilometre',
  meters: 'metres',
  meter: 'metre',
  kg: 'kilograms',
  kgs: 'kilograms',
  tons: 'tonnes',
  ton: 'tonne',
};

const ENDINGS = /(?:ations?|ements?|ments?|ingly|ions?|ings?|ies|ied|edly|ed|es|er|ers|ly|s|e|y)$/;

/** A word's root, roughly: enough to bring "agreed", "agrees", "agreement" together. */
export function stemOf(norm: string): string {
  const base = IRREGULAR.get(norm);
  if (base !== undefined) return base;
  if (norm.length < 4 || /^\p{N}/u.test(norm)) return norm;
  return rootOf(norm);
}

function rootOf(norm: string): string {
  const cut = norm.replace(ENDINGS, '');
  if (cut.length < 3) return norm;
  const single = /([b-df-hj-np-rtv-z])\1$/.test(cut) ? cut.slice(0, -1) : cut;
  return single;
}

/** Verbs whose past has another root, each under the root of its first form. */
const IRREGULAR_VERBS =
  `get got gotten/meet met/hold held/lead led/build built/send sent/spend spent/strike struck/fight
  fought/seek sought/bring brought/teach taught/catch caught/shoot shot/find found/see saw seen/know
  knew known/take took taken/give gave given/make made/go went gone/come came/become became/run ran/
  speak spoke spoken/break broke broken/steal stole stolen/drive drove driven/write wrote written/
  hide hid hidden/draw drew drawn/throw threw thrown/fly flew flown/choose chose chosen/pay paid/
  deal dealt/feel felt/tell told/sit sat/stand stood/understand understood/hit/put/set/vote/sink sank
  sunk/begin began begun/swear swore sworn/forget forgot/freeze froze frozen/keep kept/leave left/
  lose lost/win won/buy bought/sell sold/rise rose risen/fall fell fallen/grow grew grown/shake shook
  shaken/withdraw withdrew withdrawn/say said/mean meant/think thought/wear wore worn/bear bore borne/
  tear tore torn/lay laid/lie lain/eat ate eaten/drink drank drunk/show shown/shrink shrank shrunk/
  slide slid/feed fed/flee fled/bind bound/dig dug/hang hung/overcome overcame/undergo underwent/
  forbid forbade forbidden/sing sang sung/swim swam swum/wake woke woken/spread/split/quit`
    .split(/\s*\/\s*/)
    .map((line) => line.trim().split(/\s+/));
const IRREGULAR = new Map(
  IRREGULAR_VERBS.flatMap((forms) =>
    forms.map((form) => [form, rootOf(forms[0] ?? form)] as const),
  ),
);
const PASTS = new Set(IRREGULAR_VERBS.flatMap((forms) => forms.slice(1)));

const BASES = new Map(
  IRREGULAR_VERBS.flatMap(([base = '', ...forms]) => forms.map((form) => [form, base] as const)),
);

/** "hold" for "held"; nothing for a word that is no irregular form. */
export const baseOfIrregular = (norm: string): string | undefined => BASES.get(norm);

/** "held", "met", "gone": a past that does not end in -ed. */
export function isIrregularPast(norm: string): boolean {
  return PASTS.has(norm);
}

/** "5 million", "twenty five": the words of one number carry its value on the first of them. */
function joinedNumbers(tokens: readonly ProofToken[], text: string): ProofToken[] {
  const joined: ProofToken[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const first = token.value ?? wholeOf(tokens, at);
    if (first === null) {
      joined.push(token);
      continue;
    }
    let { end } = token;
    let value = first;
    let next = tokens[at + 1];
    while (next && isJoint(text.slice(end, next.start))) {
      const scale = scaleOf(next.norm);
      const tens = value >= 20 && value < 100 && value % 10 === 0;
      if (scale !== null) value *= scale;
      else if (tens && next.value !== null && next.value < 10 && /\p{L}/u.test(next.norm))
        value += next.value;
      else break;
      end = next.end;
      at += 1;
      next = tokens[at + 1];
    }
    joined.push({ ...token, value, end });
  }
  return joined;
}

/** "A thousand", and "a quarter point" in basis points; null for any other word. */
function wholeOf(tokens: readonly ProofToken[], at: number): number | null {
  const norm = tokens[at]?.norm ?? '';
  if (tokens[at - 1]?.norm === 'a' && /^(?:hundred|thousand|million|billion)$/.test(norm))
    return scaleOf(norm);
  if (!/^(?:quarter|half)$/.test(norm)) return null;
  const behind = tokens.slice(at + 1, at + 5).map((each) => each.norm);
  const points = behind.findIndex((each) => each === 'point');
  const isPart = behind.slice(0, points).every((each) => /^(?:of|a|percentage)$/.test(each));
  return points !== -1 && isPart ? (BASIS_POINTS[norm] ?? null) : null;
}

const BASIS_POINTS: Readonly<Record<string, number>> = { quarter: 25, half: 50 };

/** Spaces, however many, or a hyphen; a blank line parts. */
function isJoint(between: string): boolean {
  return between === '' || between === '-' || /^[^\S\n]{1,8}$/.test(between) || between === '\n';
}
