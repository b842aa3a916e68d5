/** A topic as it was typed on the command line. */
import { findTopic, nearestTopics } from '../editing/route.ts';
import { NewsroomError } from '../errors.ts';
import type { Topic } from '../news/topic.ts';

/**
 * The topic of these words.
 * @param what the words could have named, for the sentence: `topic`, `file or topic`
 * @throws NewsroomError `not-found` with the nearest topics
 */
export function requireTopic(words: string, topics: readonly Topic[], what: string): Topic {
  const topic = findTopic(words, topics);
  if (topic) return topic;
  const near = nearestTopics(words, topics, 3).map((each) => each.slug);
  const hint = near.length === 0 ? '' : ` The nearest: ${near.join(', ')}.`;
  throw new NewsroomError('not-found', `There is no ${what} "${words}".${hint}`);
}
