/** Recall: the words that a question is searched by, and the stories that they find. */
import type { ReadableStory } from '../analysts/analyst.ts';
import { asksForNews } from '../editing/asked-time.ts';
import { equivalentsIn } from '../editing/rewording.ts';
import { wordsWorthFinding } from '../editing/words.ts';
import { synonymsOf } from '../news/proof/synonyms.ts';
import { isShowable, type Story } from '../news/story.ts';
import type { Store } from '../stores/store.ts';
import { RECALL_LIMIT } from './focus.ts';

/** The store takes no more words of one search. */
const WORDS_MAX = 32;
/** How far back "the latest" looks first (milliseconds). */
const FRESH_MS = 3 * 86_400_000;
const FRESH_MAX = 10;

/** Words of questions that are seldom words of the copy that answers. */
const ASKING = new Set(
  'anything something everything happened happening latest tell know update updates'.split(' '),
);

/**
 * The words of a question that are worth a search, at most 32: of a long one names and figures first. One
 * of common words only is searched by all that it has.
 */
function searchWords(text: string): string[] {
  const figures = text.match(/\d{1,3}(?:,\d{3})+/g) ?? [];
  const worth = [...figures, ...wordsWorthFinding(text)].filter((word) => !ASKING.has(word));
  const telling = [...new Set([...worth, ...shortNamesIn(text)])];
  if (telling.length === 0) return wordsOf(text);
  const named = new Set(
    (text.match(/(?<=\S\s+["“(]?)[\p{Lu}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []).map((word) =>
      word.toLowerCase(),
    ),
  );
  const isNamed = (word: string): boolean => named.has(word);
  return [...telling.filter(isNamed), ...telling.filter((word) => !isNamed(word))].slice(
    0,
    WORDS_MAX,
  );
}

const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS_MAX);

/** "WHO" and "US" are names, whatever the words in small letters say; and what they stand for. */
function shortNamesIn(text: string): string[] {
  if (!/\p{Ll}/u.test(text)) return [];
  const typed = text.match(/(?<![\p{L}.])(?:\p{Lu}\.?){2,7}(?![\p{L}])/gu) ?? [];
  const longer = equivalentsIn(text).flatMap(wordsWorthFinding);
  return [...typed.map((name) => name.toLowerCase()), ...longer];
}

/** What may be shown of some stories at an instant (ISO), in their order. */
function readableInOrder(stories: readonly Story[], at: string): ReadableStory[] {
  return stories.filter(
    (story): story is ReadableStory => isShowable(story, at) && story.current !== null,
  );
}

/**
 * The stories that a question finds, best first: for one that asks for news of a matter, those of the last
 * days stand before.
 */
export async function recall(store: Store, question: string, at: string): Promise<ReadableStory[]> {
  const words = searchWords(question);
  const found = await search(store, words, question);
  const since = new Date(Date.parse(at) - FRESH_MS).toISOString();
  const fresh = asksForNews(question)
    ? await store.searchStories({ words, since, limit: FRESH_MAX })
    : [];
  return uniqueById(readableInOrder([...fresh, ...found], at));
}

/**
 * What the telling words find; where that is little, what all of the question finds fills it up: copy may
 * tell of the matter in other words. Where even that finds nothing, "died" is looked for as "killed".
 */
async function search(store: Store, words: readonly string[], question: string): Promise<Story[]> {
  const query = { since: null, limit: RECALL_LIMIT };
  const found = await store.searchStories({ ...query, words });
  if (found.length >= RECALL_LIMIT) return found;
  const known = new Set(found.map(({ id }) => id));
  const more = await store.searchStories({ ...query, words: wordsOf(question) });
  if (found.length + more.length === 0) {
    const others = synonymsOf(words).slice(0, WORDS_MAX);
    return others.length === 0 ? [] : store.searchStories({ ...query, words: others });
  }
  return [...found, ...more.filter(({ id }) => !known.has(id))].slice(0, RECALL_LIMIT);
}

/** A stretch of time (ISO, both). */
export type Time = { readonly from: string; readonly to: string };

/** Tells of stories whether their copy was sent in a stretch of time (ISO). */
export function isWithin({ from, to }: Time): (story: ReadableStory) => boolean {
  return ({ current, changedAt }) => {
    const sent = Date.parse(current.sentAt ?? changedAt);
    return sent >= Date.parse(from) && sent <= Date.parse(to);
  };
}

/** The stories of a stretch of time (ISO) that a question finds, best first. */
export async function recallWithin(
  store: Store,
  question: string,
  time: Time,
  at: string,
): Promise<ReadableStory[]> {
  const query = { words: searchWords(question), since: time.from, limit: RECALL_LIMIT };
  return readableInOrder(await store.searchStories(query), at).filter(isWithin(time));
}

/** Each story once, where it stands first. */
export function uniqueById(stories: readonly ReadableStory[]): ReadableStory[] {
  return [...new Map(stories.map((each) => [each.id, each])).values()];
}
