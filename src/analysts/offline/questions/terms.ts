/** Terms of questions and sentences: light stems, and the groups of words that mean much the same. */
import { synonymGroups } from '../../../news/proof/synonyms.ts';
import { gazetteer } from '../reading/gazetteer.ts';
import { keptFor } from '../../../news/kept.ts';
import { BASE_OF, EMPTY_WORDS, SYNONYM_LINES } from '../cues/questions.ts';
import { SENSE_LINES } from '../cues/senses.ts';
import { HURRIED_SENSES } from '../cues/hurried-senses.ts';
import { TRADE_SENSE_LINES } from '../cues/trade-senses.ts';
import { withoutPhrases } from '../cues/rewordings.ts';

const LONGEST = 40;

/** Words whose stems are kept: copy says most of its words again. */
const STEMS_KEPT = 20_000;
const keptStemOf = keptFor(STEMS_KEPT, stemmed);

/** A light stem: plural, past and -ing endings off, irregular verbs as their base. */
export function stemOf(word: string): string {
  return word.length > LONGEST ? stemmed(word) : keptStemOf(word);
}

function stemmed(word: string): string {
  const bare = word.toLowerCase().replace(/['’]s?$/, '');
  const plain = BASE_OF.get(bare) ?? bare;
  if (plain.length > LONGEST) return plain.slice(0, LONGEST);
  if (/^\d/.test(plain)) return plain.replaceAll(',', '');
  if (plain.length > 5 && /ie[sd]$/.test(plain)) return `${plain.slice(0, -3)}y`;
  if (/^[^aeiou]*[aeiouy][^aeiou]*(?:ing|ed)$/.test(plain) && plain.length <= 6)
    return shortVerb(plain);
  if (/^[^aeiou]*[aeiou][^aeious]{1,2}s$/.test(plain) && plain.length === 4)
    return plain.slice(0, -1);
  for (const ending of ['ing', 'ed', 'es', 's'])
    if (plain.length > ending.length + 3 && plain.endsWith(ending) && !plain.endsWith('ss'))
      return withoutEnd(plain.slice(0, -ending.length));
  return plain.length > 4 ? plain.replace(/e$/, '') : plain;
}

/** A stem of four letters keeps its e, as the word itself does: "votes" and "vote". */
function withoutEnd(stem: string): string {
  return stem.length === 4 && stem.endsWith('e')
    ? stem
    : stem.replace(/(?<=[^aeiou])e$|(?<=([bdgmnprt]))\1$/, '');
}

/** "paying" to "pay", "voting" and "voted" to "vote", "acting" to "act"; "king", "need" as they are. */
function shortVerb(word: string): string {
  const bare = word.replace(/(?:ing|ed)$/, '');
  if (bare.length < 3 || !/[aeiouy]/.test(bare) || /eed$/.test(word)) return word;
  if (/[^aeiou][aeiou][^aeiouwxy]$/.test(bare)) return `${bare}e`;
  return bare.replace(/([bdgmnprt])\1$/, '$1');
}

let groups: ReadonlyMap<string, number> | undefined;

/** The group of each stem; read when first asked for: a card of one story asks for none. */
function groupsByStem(): ReadonlyMap<string, number> {
  groups ??= new Map(
    SYNONYM_LINES.flatMap((words, group) => words.map((word) => [stemOf(word), group] as const)),
  );
  return groups;
}

/** The group of words that a stem, or else its family, belongs to, or null. */
export function groupOf(stem: string): number | null {
  return groupsByStem().get(stem) ?? groupsByStem().get(familyOf(stem)) ?? nationOf(stem);
}

/** Tells of other stems whether they are the same word, of its family or of its group. */
export function akinTo(stem: string): (other: string) => boolean {
  const [family, group] = [familyOf(stem), groupOf(stem)];
  return (other) =>
    other === stem || familyOf(other) === family || (group !== null && groupOf(other) === group);
}

let mates: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Stems by stem: one may ask for what another tells. */
function readMates(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const words of [...synonymGroups(), ...SENSE_LINES, ...TRADE_SENSE_LINES]) {
    const sense = new Set(words.map(stemOf));
    for (const stem of sense) found.set(stem, (found.get(stem) ?? new Set<string>()).union(sense));
  }
  for (const [asked = '', ...told] of HURRIED_SENSES) {
    const stem = stemOf(asked);
    found.set(stem, new Set([stem, ...(found.get(stem) ?? []), ...told.map(stemOf)]));
  }
  return found;
}

const NO_MATES: ReadonlySet<string> = new Set();

/** The stems that may stand for one in some paraphrase: more than its group holds; none for most. */
export function matesOf(stem: string): ReadonlySet<string> {
  mates ??= readMates(); // when first asked: a card needs none
  return mates.get(stem) ?? NO_MATES;
}

let nations: ReadonlyMap<string, number> | undefined;

/** The group of a country and its people, "norway" and "norwegian"; null for what is neither. */
export function nationOf(stem: string): number | null {
  nations ??= nationsOf(gazetteer().nations);
  return nations.get(stem) ?? null;
}

/**
 * Stems of single words to their country. "South Korea" and "South Korean" are told apart from other
 * countries by the other words; the first country in the list keeps a word that several share.
 */
function nationsOf(all: readonly (readonly string[])[]): Map<string, number> {
  const found = new Map<string, number>();
  all.forEach((names, index) => {
    const words = names.map((name) => name.toLowerCase().split(' '));
    const [first = []] = words;
    const alike = words.filter((each) => each.length === 1 || sharesStart(each, first));
    for (const each of alike) {
      const stem = stemOf(each.at(-1) ?? '');
      if (stem !== '' && !found.has(stem)) found.set(stem, groupsByStem().size + index);
    }
  });
  return found;
}

function sharesStart(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.slice(0, -1).every((word, at) => word === other[at]);
}

/** Endings of stems: "tarnese" has the stem "tarnes". */
const PEOPLE_OF = ['', 'a', 'ia', 'e', 'an', 'ian', 'n', 'ish', 'es', 'ic', 'er', 'i'] as const;

/** Forms that a name may have beside its own, of places and their people: "tarn", "tarnese". */
export function kinOf(name: string): readonly string[] {
  const bases = PEOPLE_OF.filter((ending) => ending !== '' && name.endsWith(ending)).map((ending) =>
    name.slice(0, -ending.length),
  );
  const long = [name, ...bases].filter((base) => base.length >= 4);
  return long.flatMap((base) => PEOPLE_OF.map((ending) => base + ending));
}

const SUFFIX = /(?:at)?(?:ions?|ors?|ers?)$|(?<=[vsw])al$|(?<=[^aeiou])ments?$|(?:at|anc|enc)$/;

/** What a verb, its doer and its deed share: "negotiate", "negotiator", "negotiation". */
export const familyOf = keptFor(STEMS_KEPT, familyIn);

function familyIn(stem: string): string {
  const rest = stem.replace(SUFFIX, '');
  return rest.length < 4 ? stem : rest.replace(/([bdgmnprt])\1$/, '$1');
}

/** What is asked by a measure's adjective, and how copy states such a measure. */
const MEASURES: readonly (readonly [stem: string, stated: RegExp])[] = [
  [
    'old',
    /\b(?:built|founded|opened|established|launched|put up|dat(?:es|ing) (?:from|back to)) (?:in )?(?:1\d|20)\d\d\b|\b\d{1,3}[- ]year[- ]old\b|\baged? (?:of )?\d|\b(?:was|is|turned) \d{1,3}\b(?=[.,;]|$)|\p{Lu}\p{L}+, \d{2},/iu,
  ],
  ['deep', /\bdepth\b|\d (?:km|kilomet(?:er|re)s|miles|met(?:er|re)s|feet) (?:below|down|under)/i],
  [
    'strong',
    /\bmagnitude \d|\d ?(?:mph|kph|km\/h|knots|(?:miles|kilomet(?:er|re)s) (?:per|an) hour)/i,
  ],
  ['fast', /\d ?(?:mph|kph|km\/h|knots|(?:miles|kilomet(?:er|re)s) (?:per|an) hour)/i],
  ['tall', /\d[ -](?:stor(?:e?ys?|ies)|floors?)\b|\d (?:met(?:er|re)s|feet) high\b|\bheight\b/i],
  ['heavy', /\d ?(?:kg|kilos?|kilogram(?:me)?s?|tonn?es|tons|pounds)\b|\bweigh/i],
  ['far', /\d[ -]?(?:light[- ]years?|km|kilomet(?:er|re)s|miles|met(?:er|re)s)\b/i],
  ['speed', /\d ?(?:mph|kph|km\/h|knots|(?:miles|kilomet(?:er|re)s) (?:per|an) hour)/i],
  ['population', /\d(?: million)? (?:people|inhabitants|residents)\b/i],
  ['scor', /\b\d{1,3}[-–]\d{1,3}\b(?!-)/],
  [
    'previou',
    /\b(?:last|most recent(?:ly)?|previous(?:ly)?)\b[^.]{0,80}\b(?:in|on|since) (?:\w+ )?\d{4}\b|\bsince (?:\w+ )?(?:19|20)\d\d\b/i,
  ],
  ['last', /\b(?:after|for|took) [\w-]+ (?:minutes|hours|days|weeks|months|years)\b/i],
];

/** Stems that a sentence answers to by the measures it states: "was 91." to "old". */
export function measuresIn(text: string): string[] {
  return MEASURES.flatMap(([stem, stated]) => (stated.test(text) ? [stem] : []));
}

/** Short forms of roles, as copy and readers write them, to the words they stand for. */
const LONG_FORMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ceo', ['ceo', 'chief', 'executive']],
  ['cfo', ['cfo', 'chief', 'financial']],
  ['pm', ['pm', 'prime', 'minister']],
  ['mp', ['mp', 'member', 'parliament']],
]);

/** Is it a short form that stands for other words: "pm"? Those are stems of it too. */
export function isShortForm(stem: string): boolean {
  return LONG_FORMS.has(stem);
}

/** Does a short form stand for this stem among others: "ceo" for "chief"? */
export function standsFor(word: string, stem: string): boolean {
  return LONG_FORMS.get(word)?.some((each) => stemOf(each) === stem) ?? false;
}

/** "last year" is one term: neither word says much by itself. */
const TIMES = /\b(last|next|this) (year|month|week|season)\b/gi;

/** The words of a text that carry content, as stems. */
export function stemsOf(text: string): string[] {
  const plain = withoutPhrases(text);
  const words = plain.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? [];
  const times = [...text.slice(0, 20_000).matchAll(TIMES)].map(([each]) => each.toLowerCase());
  const stems = words
    .slice(0, 3000)
    .flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : [word]))
    .map((word) => word.toLowerCase())
    .flatMap((word) => LONG_FORMS.get(word) ?? word)
    .filter((word) => !EMPTY_WORDS.has(word))
    .map(stemOf)
    .filter((stem) => !EMPTY_WORDS.has(stem));
  return [...stems, ...times];
}
