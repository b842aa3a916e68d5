/** Which topics a story belongs to, and why: whole words, whatever their case, singular or plural. */
import type { Take } from '../news/take.ts';
import type { Topic, TopicMatch } from '../news/topic.ts';
import { codesAbove } from './media-topics.ts';
import { edits } from './nearest.ts';

const WORDS_MAX = 12_000;
const SUBJECTS_MAX = 200;
/** Words whose entries are remembered. */
const MET_MAX = 100_000;

type Kind = 'word' | 'phrase' | 'name';
type Entry = {
  readonly topic: string;
  readonly by: Kind;
  readonly entry: string;
  /** of each of its words, the forms that it may have */
  readonly tokens: readonly (readonly string[])[];
  readonly excludes: boolean;
};

type TopicCode = { readonly topic: string; readonly code: string };

export type CompiledTopics = {
  /** names by their first token as written, the other entries by each form of theirs */
  readonly names: ReadonlyMap<string, readonly Entry[]>;
  readonly words: ReadonlyMap<string, readonly Entry[]>;
  readonly codes: readonly TopicCode[];
  /** codes whose stories are left out, with all that stand under them */
  readonly excludedCodes: readonly TopicCode[];
  /** entries by a word as a story writes it, of each word that was met: most words come again */
  readonly met: Map<string, readonly Entry[]>;
};

type Token = {
  readonly folded: string;
  /** the word in lower case, and what it may be the plural of */
  readonly forms: readonly string[];
};

/** Words that end in s and are no plurals: "news" is not "new". */
const NO_PLURAL = new Set(['news', 'series', 'species', 'always', 'physics', 'politics', 'chaos']);
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['feet', 'foot'],
  ['geese', 'goose'],
  ['men', 'man'],
  ['mice', 'mouse'],
  ['teeth', 'tooth'],
  ['women', 'woman'],
]);

/** Plural endings and what the singular may end in: heroes, crises, knives, indices. */
const PLURALS: readonly (readonly [ending: RegExp, cut: number, singulars: readonly string[]])[] = [
  [/ies$/, 3, ['y']],
  [/(?:s|x|z|ch|sh|o)es$/, 2, ['']],
  [/ses$/, 2, ['is']],
  [/ves$/, 3, ['f', 'fe']],
  [/ices$/, 4, ['ex', 'ix']],
];

function withoutPossessive(word: string): string {
  return word.includes("'") || word.includes('’') ? word.replace(/['’]s?$/, '') : word;
}

/**
 * A word, and what it may be the plural of, without a possessive. English does not tell which of them
 * is meant, and a form that is no word meets no other.
 */
function formsOf(word: string): readonly string[] {
  const plain = withoutPossessive(word);
  if (plain.endsWith('n') || plain.endsWith('e') || plain.endsWith('t') || plain.endsWith('h'))
    return irregularForms(plain);
  if (plain.length < 4 || !plain.endsWith('s') || plain.endsWith('ss') || NO_PLURAL.has(plain))
    return [plain];
  const forms = [plain, plain.slice(0, -1)];
  if (plain.length > 4)
    for (const [ending, cut, singulars] of PLURALS)
      if (ending.test(plain)) forms.push(...singulars.map((end) => plain.slice(0, -cut) + end));
  return forms;
}

/** "women" and "policemen": few words, so that the many pay little for them. */
function irregularForms(plain: string): readonly string[] {
  const singular = IRREGULAR.get(plain);
  if (singular !== undefined) return [plain, singular];
  const isCompound = plain.length > 5 && plain.endsWith('men');
  return isCompound ? [plain, `${plain.slice(0, -2)}an`] : [plain];
}

function fold(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** Between the fields of a story and between its paragraphs: no phrase reaches over it. */
const GAP = '\n\n';

/** Words; of a script that has no blanks between them, characters: there an entry is found as a phrase. */
const CHARACTER = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]`;
const WORDS = new RegExp(
  String.raw`${CHARACTER}|[[\p{L}\p{N}]--${CHARACTER}]+(?:['’]\p{L}{1,2}\b)?|\n\n`,
  'gv',
);
const BETWEEN_CHARACTERS = new RegExp(`(?<=${CHARACTER}) (?=${CHARACTER})`, 'gu');

function wordsOf(text: string): readonly string[] {
  const words: readonly string[] = text.match(WORDS) ?? [];
  return words.slice(0, WORDS_MAX);
}

function tokenOf(word: string): Token {
  const folded = fold(word);
  return { folded, forms: formsOf(folded.toLowerCase()) };
}

const tokensOf = (text: string): Token[] => wordsOf(text).map(tokenOf);

/** Names are matched as written, so their tokens keep their case; a possessive may follow. */
function formsFor(by: Kind, token: Token): readonly string[] {
  return by === 'name' ? [withoutPossessive(token.folded)] : token.forms;
}

/** `medtop:15000000`, `agency:ECO` or the eight digits of a Media Topic, as against words. */
const isCode = (entry: string): boolean => /^(?:[a-z][\w-]*:[\w-]+|\d{8})$/i.test(entry.trim());

function entriesOf(topic: Topic): Entry[] {
  const of = (by: Kind, list: readonly string[], excludes = false): Entry[] =>
    list.flatMap((entry) => {
      const tokens = tokensOf(entry.replace(/\s+/g, ' ')).map((token) => formsFor(by, token));
      return tokens.length === 0 ? [] : [{ topic: topic.slug, by, entry, tokens, excludes }];
    });
  return [
    ...of('word', topic.words),
    ...of('phrase', topic.phrases),
    ...of('name', topic.names),
    ...of(
      'phrase',
      topic.exclude.filter((entry) => !isCode(entry)),
      true,
    ),
  ];
}

/** Prepares topics for matching many stories. */
export function compileTopics(topics: readonly Topic[]): CompiledTopics {
  const all = topics.flatMap(entriesOf);
  const byFirst = (entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> => {
    const keyed = entries.flatMap((entry) =>
      (entry.tokens[0] ?? []).map((form) => [form, entry] as const),
    );
    const groups = Map.groupBy(keyed, ([form]) => form);
    return new Map([...groups].map(([form, list]) => [form, list.map(([, entry]) => entry)]));
  };
  const names = byFirst(all.filter(({ by }) => by === 'name'));
  const words = byFirst(all.filter(({ by }) => by !== 'name'));
  const codesOf = (list: (topic: Topic) => readonly string[]): TopicCode[] =>
    topics.flatMap((topic) =>
      list(topic).map((code) => ({ topic: topic.slug, code: code.trim() })),
    );
  const codes = codesOf((topic) => topic.codes);
  const excludedCodes = codesOf((topic) => topic.exclude.filter(isCode));
  return { names, words, codes, excludedCodes, met: new Map() };
}

function standsAt(entry: Entry, words: readonly string[], at: number): boolean {
  return entry.tokens.every((wanted, offset) => {
    const word = words[at + offset];
    if (word === undefined) return false;
    return formsFor(entry.by, tokenOf(word)).some((form) => wanted.includes(form));
  });
}

const NONE: readonly Entry[] = [];

/** Entries that begin with the word: of nearly all words there are none. */
function entriesAt({ words, names, met }: CompiledTopics, word: string): readonly Entry[] {
  const known = met.get(word);
  if (known) return known;
  const token = tokenOf(word);
  const named = names.get(withoutPossessive(token.folded)) ?? NONE;
  const found = [...token.forms.flatMap((form) => words.get(form) ?? NONE), ...named];
  const entries = found.length === 0 ? NONE : found;
  if (met.size < MET_MAX) met.set(word, entries);
  return entries;
}

/** The topics of a take, each with what matched; a topic with an excluded word is left out. */
export function matchTopics(
  compiled: CompiledTopics,
  take: Pick<Take, 'headline' | 'text' | 'slug' | 'subjects'>,
): TopicMatch[] {
  const words = wordsOf([take.headline ?? '', take.slug ?? '', take.text].join(GAP));
  const excluded = new Set<string>();
  const found = new Map<string, TopicMatch>();
  words.forEach((word, at) => {
    for (const entry of entriesAt(compiled, word)) {
      if (!standsAt(entry, words, at)) continue;
      if (entry.excludes) excluded.add(entry.topic);
      const key = `${entry.topic} ${entry.by} ${entry.entry}`;
      if (entry.excludes || found.has(key)) continue;
      const { topic, by } = entry;
      const matched = words.slice(at, at + entry.tokens.length).join(' ');
      const text = matched.replace(BETWEEN_CHARACTERS, '');
      found.set(key, { topic, by, entry: entry.entry, found: text });
    }
  });
  const byCode = codeMatches(compiled.codes, take.subjects);
  for (const { topic } of codeMatches(compiled.excludedCodes, take.subjects)) excluded.add(topic);
  return [...byCode, ...found.values()].filter(({ topic }) => !excluded.has(topic));
}

/** A topic's code finds itself and every code under it; "medtop:" may be left out. */
function codeMatches(codes: readonly TopicCode[], subjects: Take['subjects']): TopicMatch[] {
  if (codes.length === 0) return [];
  const told = subjects.slice(0, SUBJECTS_MAX).map((subject) => {
    return { subject, codes: new Set(codesAbove(subject)) };
  });
  return codes.flatMap(({ topic, code }) => {
    const found = told.find((each) => each.codes.has(code) || isOfScheme(each.subject, code));
    if (!found) return [];
    const { subject } = found;
    return [{ topic, by: 'code' as const, entry: code, found: subject.name ?? subject.code ?? '' }];
  });
}

/** `agency:ECO` is the code ECO of any scheme that has "agency" in its name. */
function isOfScheme(subject: Take['subjects'][number], wanted: string): boolean {
  const [scheme, code] = wanted.split(':');
  return (
    code !== undefined && subject.code === code && (subject.scheme ?? '').includes(scheme ?? '')
  );
}

/** Of a word's forms the one that is nearest to a singular: the last. */
const plain = (text: string): string =>
  tokensOf(text)
    .map((token) => token.forms.at(-1))
    .join(' ');

/** The topic that words name, by slug or title, whatever the case and hyphens; null when none. */
export function findTopic(words: string, topics: readonly Topic[]): Topic | null {
  const wanted = plain(words);
  if (wanted === '') return null;
  return topics.find((each) => plain(each.slug) === wanted || plain(each.title) === wanted) ?? null;
}

/** The topics nearest to words that name none, best first. */
export function nearestTopics(words: string, topics: readonly Topic[], limit: number): Topic[] {
  const wanted = plain(words.slice(0, 80));
  const distance = (topic: Topic): number =>
    Math.min(
      ...[topic.slug, topic.title, ...topic.words].map((each) => nearness(wanted, plain(each))),
    );
  return topics
    .map((topic) => ({ topic, distance: distance(topic) }))
    .toSorted((a, b) => a.distance - b.distance || (a.topic.slug < b.topic.slug ? -1 : 1))
    .slice(0, limit)
    .map(({ topic }) => topic);
}

/** Edits between two texts as a share of the longer; shared words count as nearness. */
function nearness(a: string, b: string): number {
  const words = new Set(a.split(' '));
  const shared = b.split(' ').filter((word) => words.has(word)).length;
  return edits(a, b.slice(0, 80)) / Math.max(a.length, b.length, 1) - shared * 0.3;
}
