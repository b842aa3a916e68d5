/** The story that speaks for an event. */
import type { Story } from '../news/story.ts';

/** The story that leads an event: the newest with full copy, else the newest. */
export function leadStory(stories: readonly Story[]): Story | null {
  const order = stories.toSorted(
    (a, b) => fullness(b) - fullness(a) || sentAt(b) - sentAt(a) || (a.id < b.id ? -1 : 1),
  );
  return order[0] ?? null;
}

function fullness({ current }: Story): number {
  return (current?.text.length ?? 0) >= 400 ? 1 : 0;
}

function sentAt(story: Story): number {
  return Date.parse(story.current?.sentAt ?? story.changedAt);
}
