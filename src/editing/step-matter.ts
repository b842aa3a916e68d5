/** What a next step is about: the sort of thing, which one of them, and the words that tell it. */
import { tellingWords } from './words.ts';

/** Nouns that name things which are arranged, by sort; those of one sort may stand for each other. */
const NOUNS = {
  talks: 'talks|negotiations|rounds?|dialogue|consultations|meetings?',
  summit: 'summits?',
  session: 'sessions?|conferences?|congress|assembly|debates?',
  vote: 'votes?|voting|elections?|referendum|ballot|polls|by-election|run-?off',
  hearing: 'hearings?|trial|retrial|inquest|tribunal',
  sentencing: 'sentencing',
  ruling: 'verdict|ruling|judge?ment',
  launch: 'launch|lift-?off|blast-?off',
  match: 'match|game|final|semi-?final|quarter-?final|replay|race|fixture|derby',
  strike: 'strikes?|walkouts?|stoppages?',
  visit: 'visits?|trip|tour',
  rally: 'rally|rallies|march(?!\\s+\\d)|protests?|demonstrations?',
  auction: 'auctions?',
  inauguration: 'inauguration|swearing-in',
  funeral: 'funeral|burial',
  exercise: 'exercises?|drills?|man(?:oeuvre|euver)s?',
  opening: 'opening|reopening',
  decision: 'decision',
  festival: 'festival|concert|ceremony|parade',
} as const;
export type StepKind = keyof typeof NOUNS;
const KINDS = Object.entries(NOUNS) as [StepKind, string][];

/** Verbs that tell what sort of thing a step is where no noun does: "they will meet again". */
const VERBS: readonly (readonly [StepKind, RegExp])[] = [
  ['talks', /\b(?:meet|meets|met)\b/i],
  ['vote', /\b(?:go(?:es)? to the polls|votes? (?:in|on)|choose a|elects?)\b/i],
  ['hearing', /\b(?:appears? (?:in|before)|hears? (?:the|an) (?:case|appeal)|goes on trial)\b/i],
  ['sentencing', /\bbe sentenced\b/i],
  ['launch', /\b(?:lift|blast)s? off\b|\b(?:be|is|are) launched\b|\blaunches\b/i],
  ['match', /\b(?:be played|plays?|kicks? off|faces?)\b/i],
  ['strike', /\bwalks? out\b/i],
  ['inauguration', /\b(?:be sworn in|takes? office)\b/i],
  ['funeral', /\bbe buried\b/i],
  ['visit', /\b(?:will|to) visit\b/i],
  ['decision', /\b(?:decides? on|rate decision)\b/i],
];

const NOUN = new RegExp(`\\b(?:${KINDS.map(([kind, words]) => `(?<${kind}>${words})`).join('|')})\\b`, 'giu'); // prettier-ignore

export type FoundKind = { readonly kind: StepKind; readonly start: number; readonly end: number };

/** The nouns of a text that name a thing which can be arranged, in order. */
export function kindsIn(text: string): FoundKind[] {
  return [...text.matchAll(NOUN)].flatMap((match) => {
    const kind = KINDS.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    return kind ? [{ kind, start: match.index, end: match.index + match[0].length }] : [];
  });
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth final'.split(
  ' ',
);
const ORDINAL = new RegExp(
  `\\b(${ORDINALS.join('|')}|\\d{1,3}(?:st|nd|rd|th)) (?:and (?:final|last) )?(?:[\\p{L}-]{2,20} ){0,2}$`,
  'iu',
);

/** "second", "3" before a noun: which of several it is; null where the text does not say. */
function ordinalBefore(text: string, start: number): string | null {
  const word = ORDINAL.exec(text.slice(Math.max(0, start - 50), start))?.[1]?.toLowerCase();
  if (word === undefined) return null;
  const place = ORDINALS.indexOf(word);
  return place < 0 || word === 'final' ? word.replace(/\D+$/, '') || word : String(place + 1);
}

/** What a text about a step tells of the thing itself. */
export type Matter = {
  readonly kinds: ReadonlyMap<StepKind, string | null>;
  /** telling words, without those that only name the sort of thing or a day */
  readonly words: ReadonlySet<string>;
};

const CALENDAR = new Set(
  `januar februar march april june july august septemb octob novemb decemb jan feb mar apr jun jul aug
  sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday held hold agre schedul set
  now postpon move cancel round talk meet meeting`.split(/\s+/),
);

/**
 * @param text the step's sentence, or a sentence of later copy
 * @param headline names what the sentence leaves out
 */
export function matterOf(text: string, headline = ''): Matter {
  const kinds = new Map<StepKind, string | null>();
  for (const { kind, start } of kindsIn(text))
    kinds.set(kind, kinds.get(kind) ?? ordinalBefore(text, start));
  for (const [kind, verb] of VERBS) if (!kinds.has(kind) && verb.test(text)) kinds.set(kind, null);
  const words = tellingWords(`${headline} ${text}`).filter(
    (word) => !CALENDAR.has(word) && !/^\d/.test(word),
  );
  return { kinds, words: new Set(words) };
}

/** Which of several a text means: unsaid fits all. */
export function fitsOrdinal(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
