/** Stories that move, put off or call off something arranged: few of many, and told once for all. */
import { setImmediate as turn } from 'node:timers/promises';
import { readableStories } from '../cards.ts';
import { changesSteps } from '../editing/step-news.ts';
import { wordsWorthFinding } from '../editing/words.ts';
import type { ReadableStory } from '../analysts/analyst.ts';
import type { Story } from '../news/story.ts';

/** A story that changes a step, and the words that it is found by. */
export type Changing = { readonly story: ReadableStory; readonly words: ReadonlySet<string> };

/** What was found of copy, by take; null where it changes nothing. Copy never changes. */
const known = new Map<string, ReadonlySet<string> | null>();
const KNOWN_MAX = 20_000;
/** Stories that are read in one turn: who waits for an answer must not wait for all of them. */
const TURN = 50;

/** Those of the stories that may be shown at an instant (ISO) and change a step. */
export async function changingIn(stories: readonly Story[], at: string): Promise<Changing[]> {
  const changing: Changing[] = [];
  let read = 0;
  for (const story of readableStories(stories, at)) {
    if (!known.has(story.current.id) && (read += 1) % TURN === 0) await turn();
    const words = wordsOf(story);
    if (words !== null) changing.push({ story, words });
  }
  return changing;
}

function wordsOf({ current }: ReadableStory): ReadonlySet<string> | null {
  const found = known.get(current.id);
  if (found !== undefined) return found;
  const text = `${current.headline ?? ''} ${current.text}`;
  const words = changesSteps(current) ? new Set(wordsWorthFinding(text)) : null;
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(current.id, words);
  return words;
}

const NEAREST_MAX = 30;
const SHARED_MIN = 2;

/** Those that share most of the words and were changed since an instant (ISO), the nearest first. */
export function nearest(
  among: readonly Changing[],
  words: readonly string[],
  since: string,
): ReadableStory[] {
  const sharing = among.flatMap(({ story, words: own }) => {
    const shared = words.filter((word) => own.has(word)).length;
    const isLater = Date.parse(story.changedAt) >= Date.parse(since);
    return isLater && shared >= SHARED_MIN ? [{ story, shared }] : [];
  });
  return sharing
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, NEAREST_MAX)
    .map(({ story }) => story);
}
