/** How an event begins. */
import type { Event, Profile } from '../news/event.ts';
import { fingerprint } from '../news/identity.ts';
import type { Story } from '../news/story.ts';
import type { Take } from '../news/take.ts';
import { lastDayAhead } from './days.ts';

/** An event of one story. */
export function openEvent(story: Story, take: Take, profile: Profile, at: string): Event {
  const sentAt = take.sentAt ?? at;
  const ahead = lastDayAhead(take, at);
  return {
    id: fingerprint('event', story.id),
    stories: [story.id],
    title: take.headline ?? take.paragraphs[0]?.slice(0, 120) ?? story.id,
    version: 1,
    urgency: take.urgency,
    profile,
    background: story.background,
    firstAt: sentAt,
    lastAt: sentAt,
    ...(ahead === undefined ? {} : { ahead }),
    openedAt: at,
    changedAt: at,
  };
}
