/** Stories for tests, complete but for what the test is about. */
import { randomUUID } from 'node:crypto';
import type { Story } from '../../src/news/story.ts';
import { blankCopy, type Take } from '../../src/news/take.ts';

const AT = '2026-03-03T09:00:00Z';

export function takeOf(changes: Partial<Take>): Take {
  const text = changes.text ?? '';
  return {
    ...blankCopy('text'),
    id: randomUUID(),
    file: null,
    wire: 'desk',
    signal: 'new',
    sentAt: AT,
    text,
    paragraphs: text.split('\n\n'),
    removed: [],
    ...changes,
  };
}

export function storyOf(changes: Partial<Take>): Story {
  const current = takeOf(changes);
  return {
    id: current.id,
    scope: current.provider ?? current.wire,
    keys: [],
    wire: current.wire,
    provider: current.provider,
    state: 'live',
    version: 1,
    current,
    takes: [],
    heldUntil: null,
    correction: null,
    event: null,
    background: false,
    openedAt: AT,
    changedAt: AT,
  };
}
