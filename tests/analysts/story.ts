/** Stories for the tests of analysts: a readable story from a headline and paragraphs. */
import type { ReadableStory } from '../../src/analysts/analyst.ts';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import type { Answer } from '../../src/news/answer.ts';
import { blankCopy, type Take } from '../../src/news/take.ts';

export type StoryParts = Partial<
  Pick<Take, 'headline' | 'language' | 'provider' | 'slug' | 'dateline' | 'sentAt'>
>;

/** A take with the text given as it is, without any clean-up. */
export function takeWith(id: string, text: string, parts: StoryParts = {}): Take {
  return {
    ...blankCopy('text'),
    id,
    file: null,
    wire: 'desk',
    provider: 'Interwire',
    signal: 'new',
    headline: 'A headline',
    sentAt: '2032-03-04T12:00:00Z',
    text,
    paragraphs: text.split('\n\n'),
    removed: [],
    ...parts,
  };
}

export function storyOf(take: Take): ReadableStory {
  return {
    id: `story-${take.id}`,
    scope: 'desk',
    keys: [`guid:${take.id}`],
    wire: 'desk',
    provider: take.provider,
    state: 'live',
    version: 1,
    current: take,
    takes: [{ id: take.id, at: '2032-03-04T12:00:00Z' }],
    heldUntil: null,
    correction: null,
    event: 'event-1',
    background: false,
    openedAt: '2032-03-04T12:00:00Z',
    changedAt: '2032-03-04T12:00:00Z',
  };
}

export const EVENT = { id: 'event-1', version: 1, title: 'An event' };

/** Takes as the stories of one event, newest copy first, as analysts are given them. */
export function storiesOf(takes: readonly Take[]): ReadableStory[] {
  return takes
    .map(storyOf)
    .sort((a, b) => (b.current.sentAt ?? '').localeCompare(a.current.sentAt ?? ''));
}

/** Questions to the offline analyst about one story, which is in focus. @param at now (ISO) */
export function askerOf(take: Take, at: string): (question: string) => Promise<Answer> {
  const analyst = createOfflineAnalyst();
  const story = storyOf(take);
  return (question) => analyst.answer({ question, stories: [story], focus: [story.id], at });
}
