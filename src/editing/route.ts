/** Which topics a story belongs to, and why: whole words, whatever their case, singular or plural. */
import type { Take } from '../news/take.ts';
import type { Topic, TopicMatch } from '../news/topic.ts';
import { codesAbove } from './media-topics.ts';
import { edits } from './nearest.ts';

const WORDS_MAX = 12_000;
const SUBJECTS_MAX = 200;

type Kind = 'word' | 'phrase' | 'name';
type Entry = {
  readonly topic: string;
  readonly by: Kind;
  readonly entry: string;
  readonly tokens: readonly string[];
  readonly excludes: boolean;
};

export type CompiledTopics = {
  /** names by their first token as written, the other entries by the key of theirs */
  readonly names: ReadonlyMap<string, readonly Entry[]>;
  readonly words: ReadonlyMap<string, readonly Entry[]>;
  readonly codes: readonly { readonly topic: string; readonly code: string }[];
};

type Token = { readonly text: string; readonly key: string; readonly folded: string };

/** Words that end in s and are no plurals: "news" is not "new". */
const NO_PLURAL = new Set(['news', 'series', 'species', 'always', 'physics', 'politics', 'chaos']);

// Every word of every story comes through here, so what is rare (an apostrophe, a letter beyond
// ASCII, a plural) is looked for before it is dealt with.

function withoutPossessive(word: string): string {
  return word.includes("'") || word.includes('’') ? word.replace(/['’]s?$/, '') : word;
}

/** A word without its English plural or possessive: "tariffs", "tariff's" and "tariff" are one. */
function singular(word: string): string {
  const plain = withoutPossessive(word);
  if (!plain.endsWith('s') || NO_PLURAL.has(plain)) return plain;
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && /(?:ch|sh|x|z|ss)es$/.test(plain)) return plain.slice(0, -2);
  return plain.length > 3 && /[^su]s$/.test(plain) ? plain.slice(0, -1) : plain;
}

function fold(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFD').replace(/\p{M}+/gu, '');
}

function tokensOf(text: string): Token[] {
  const words = text.match(/[\p{L}\p{N}]+(?:['’]\p{L}{1,2}\b)?/gu) ?? [];
  return words.slice(0, WORDS_MAX).map((word) => {
    const folded = fold(word);
    return { text: word, key: singular(folded.toLowerCase()), folded };
  });
}

/** Names are matched as written, so their tokens keep their case; a possessive may follow. */
function keyFor(by: Kind, token: Token): string {
  return by === 'name' ? withoutPossessive(token.folded) : token.key;
}

function entriesOf(topic: Topic): Entry[] {
  const of = (by: Kind, list: readonly string[], excludes = false): Entry[] =>
    list.flatMap((entry) => {
      const tokens = tokensOf(entry).map((token) => keyFor(by, token));
      return tokens.length === 0 ? [] : [{ topic: topic.slug, by, entry, tokens, excludes }];
    });
  return [
    ...of('word', topic.words),
    ...of('phrase', topic.phrases),
    ...of('name', topic.names),
    ...of('phrase', topic.exclude, true),
  ];
}

/** Prepares topics for matching many stories. */
export function compileTopics(topics: readonly Topic[]): CompiledTopics {
  const all = topics.flatMap(entriesOf);
  const byFirst = (entries: readonly Entry[]) => Map.groupBy(entries, ({ tokens }) => tokens[0]!);
  const names = byFirst(all.filter(({ by }) => by === 'name'));
  const words = byFirst(all.filter(({ by }) => by !== 'name'));
  const codes = topics.flatMap((topic) => topic.codes.map((code) => ({ topic: topic.slug, code })));
  return { names, words, codes };
}

function standsAt(entry: Entry, tokens: readonly Token[], at: number): boolean {
  return entry.tokens.every((wanted, offset) => {
    const token = tokens[at + offset];
    return token !== undefined && keyFor(entry.by, token) === wanted;
  });
}

/** The topics of a take, each with what matched; a topic with an excluded word is left out. */
export function matchTopics(
  compiled: CompiledTopics,
  take: Pick<Take, 'headline' | 'text' | 'slug' | 'subjects'>,
): TopicMatch[] {
  const tokens = tokensOf([take.headline ?? '', take.slug ?? '', take.text].join(' . '));
  const excluded = new Set<string>();
  const found = new Map<string, TopicMatch>();
  tokens.forEach((token, at) => {
    const byWord = compiled.words.get(token.key) ?? [];
    const byName = compiled.names.get(keyFor('name', token)) ?? [];
    for (const entry of [...byWord, ...byName]) {
      if (!standsAt(entry, tokens, at)) continue;
      if (entry.excludes) excluded.add(entry.topic);
      const key = `${entry.topic} ${entry.by} ${entry.entry}`;
      if (entry.excludes || found.has(key)) continue;
      const words = tokens.slice(at, at + entry.tokens.length).map((each) => each.text);
      const { topic, by } = entry;
      found.set(key, { topic, by, entry: entry.entry, found: words.join(' ') });
    }
  });
  const byCode = codeMatches(compiled, take.subjects);
  return [...byCode, ...found.values()].filter(({ topic }) => !excluded.has(topic));
}

/** A topic's code finds itself and every code under it; "medtop:" may be left out. */
function codeMatches({ codes }: CompiledTopics, subjects: Take['subjects']): TopicMatch[] {
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

const plain = (text: string): string =>
  tokensOf(text)
    .map((token) => token.key)
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
