/** Terms of questions and sentences: light stems, and the groups of words that mean much the same. */
import { gazetteer } from '../reading/gazetteer.ts';
import { BASE_OF, EMPTY_WORDS, SYNONYM_LINES } from '../cues/questions.ts';

const LONGEST = 40;

/** A light stem: plural, past and -ing endings off, irregular verbs as their base. */
export function stemOf(word: string): string {
  const bare = word.toLowerCase().replace(/['’]s?$/, '');
  const plain = BASE_OF.get(bare) ?? bare;
  if (plain.length > LONGEST) return plain.slice(0, LONGEST);
  if (/^\d/.test(plain)) return plain.replaceAll(',', '');
  if (plain.length > 5 && /ie[sd]$/.test(plain)) return `${plain.slice(0, -3)}y`;
  for (const ending of ['ing', 'ed', 'es', 's'])
    if (plain.length > ending.length + 3 && plain.endsWith(ending) && !plain.endsWith('ss'))
      return plain.slice(0, -ending.length).replace(/(?<=[^aeiou])e$|(?<=([bdgmnprt]))\1$/, '');
  return plain.length > 4 ? plain.replace(/e$/, '') : plain;
}

const GROUP_OF: ReadonlyMap<string, number> = new Map(
  SYNONYM_LINES.flatMap((words, group) => words.map((word) => [stemOf(word), group] as const)),
);

/** The group of words that a stem, or else its family, belongs to, or null. */
export function groupOf(stem: string): number | null {
  return GROUP_OF.get(stem) ?? GROUP_OF.get(familyOf(stem)) ?? nationOf(stem);
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
      if (stem !== '' && !found.has(stem)) found.set(stem, GROUP_OF.size + index);
    }
  });
  return found;
}

function sharesStart(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.slice(0, -1).every((word, at) => word === other[at]);
}

const SUFFIX = /(?:at)?(?:ions?|ors?|ers?)$|(?<=[^aeiou])ments?$|(?:at|anc|enc)$/;

/** What a verb, its doer and its deed share: "negotiate", "negotiator", "negotiation". */
export function familyOf(stem: string): string {
  const rest = stem.replace(SUFFIX, '');
  return rest.length < 4 ? stem : rest.replace(/([bdgmnprt])\1$/, '$1');
}

/** What is asked by a measure's adjective, and how copy states such a measure. */
const MEASURES: readonly (readonly [stem: string, stated: RegExp])[] = [
  [
    'old',
    /\b\d{1,3}[- ]year[- ]old\b|\baged? (?:of )?\d|\b(?:was|is|turned) \d{1,3}\b(?=[.,;]|$)/i,
  ],
  ['deep', /\bdepth\b|\d (?:km|kilomet(?:er|re)s|miles|met(?:er|re)s|feet) (?:below|down|under)/i],
  [
    'strong',
    /\bmagnitude \d|\d ?(?:mph|kph|km\/h|knots|(?:miles|kilomet(?:er|re)s) (?:per|an) hour)/i,
  ],
  ['fast', /\d ?(?:mph|kph|km\/h|knots|(?:miles|kilomet(?:er|re)s) (?:per|an) hour)/i],
  ['tall', /\d[ -](?:stor(?:e?ys?|ies)|floors?)\b|\d (?:met(?:er|re)s|feet) high\b|\bheight\b/i],
  ['heavy', /\d ?(?:kg|kilos?|kilogram(?:me)?s?|tonn?es|tons|pounds)\b|\bweigh/i],
  ['far', /\d ?(?:km|kilomet(?:er|re)s|miles|met(?:er|re)s)\b/i],
  ['last', /\b(?:after|for|took) [\w-]+ (?:minutes|hours|days|weeks|months|years)\b/i],
];

/** Stems that a sentence answers to by the measures it states: "was 91." to "old". */
export function measuresIn(text: string): string[] {
  return MEASURES.flatMap(([stem, stated]) => (stated.test(text) ? [stem] : []));
}

/** The words of a text that carry content, as stems. */
export function stemsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? [];
  return words
    .slice(0, 3000)
    .flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : [word]))
    .map((word) => word.toLowerCase())
    .filter((word) => !EMPTY_WORDS.has(word))
    .map(stemOf);
}
