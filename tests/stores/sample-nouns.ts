/** Small takes, stories, events, editions and deliveries for the tests of the stores. */
import { fingerprint } from '../../src/news/identity.ts';
import { blankCopy, type Take } from '../../src/news/take.ts';
import type { Card } from '../../src/news/card.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import type { Edition } from '../../src/news/edition.ts';
import type { Event } from '../../src/news/event.ts';
import type { Story } from '../../src/news/story.ts';
import type { Verdict } from '../../src/news/verdict.ts';

/** An instant so many minutes into a day of the tests. */
export function at(minute: number): string {
  return new Date(Date.UTC(2026, 2, 2, 6, minute)).toISOString();
}

export function sampleTake(id: string, changes: Partial<Take> = {}): Take {
  const text = changes.text ?? 'The harbour council met on Monday. It will vote in May.';
  return {
    ...blankCopy('text'),
    id,
    file: null,
    wire: 'agency',
    signal: 'new',
    headline: 'Harbour council meets',
    paragraphs: [text],
    text,
    removed: [],
    ...changes,
  };
}

export function sampleStory(id: string, changes: Partial<Story> = {}): Story {
  return {
    id,
    scope: 'Agency',
    keys: [`guid:${id}`],
    wire: 'agency',
    provider: 'Agency',
    state: 'live',
    version: 1,
    current: sampleTake(`take-of-${id}`),
    takes: [{ id: `take-of-${id}`, at: at(0) }],
    heldUntil: null,
    correction: null,
    event: null,
    background: false,
    openedAt: at(0),
    changedAt: at(0),
    ...changes,
  };
}

/** A story whose copy is this headline and text. */
export function storyTelling(id: string, headline: string, text: string, minute = 0): Story {
  const current = sampleTake(`take-of-${id}`, { headline, text });
  return sampleStory(id, { current, changedAt: at(minute) });
}

export function sampleEvent(id: string, changes: Partial<Event> = {}): Event {
  return {
    id,
    stories: [`story-of-${id}`],
    title: 'Harbour council meets',
    version: 1,
    urgency: null,
    profile: { terms: { harbour: 2 }, names: {} },
    background: false,
    firstAt: at(0),
    lastAt: at(0),
    openedAt: at(0),
    changedAt: at(0),
    ...changes,
  };
}

export function sampleCard(title: string): Card {
  return {
    title,
    summary: [],
    who: [],
    where: [],
    when: [],
    outcome: [],
    open: [],
    next: [],
    numbers: [],
    quotes: [],
    sources: [],
    origin: { analyst: 'offline', model: null, prompt: null, dropped: 0, note: null },
  };
}

export function sampleEdition(id: string, changes: Partial<Edition> = {}): Edition {
  return {
    id,
    channel: 'slack:T1/C1',
    kind: 'digest',
    slot: at(30),
    title: 'Harbours',
    window: { from: at(0), to: at(30) },
    zone: 'Asia/Tokyo',
    missedSlots: [],
    items: [],
    more: 0,
    footer: [],
    composedAt: at(30),
    ...changes,
  };
}

/** An edition that shows versions of events. */
export function editionShowing(
  id: string,
  shown: Readonly<Record<string, number>>,
  changes: Partial<Edition> = {},
): Edition {
  const items = Object.entries(shown).map(([event, version]) => ({
    event,
    version,
    card: sampleCard(event),
    sourceCount: 1,
    matches: [],
    update: null,
  }));
  return sampleEdition(id, { items, ...changes });
}

export function sampleDelivery(batch: string, part: number, changes: Partial<Delivery> = {}) {
  const delivery: Delivery = {
    id: fingerprint('delivery', batch, String(part)),
    channel: 'slack:T1/C1',
    purpose: 'edition',
    batch,
    part,
    place: part === 0 ? 'lead' : 'thread',
    events: [],
    payload: { text: `part ${part} of ${batch}` },
    contentHash: fingerprint(batch),
    state: 'planned',
    urgency: 2,
    attempt: 0,
    runAt: 1_000,
    leaseUntil: 0,
    messageId: null,
    error: null,
    createdAt: 1_000,
    updatedAt: 1_000,
    ...changes,
  };
  return delivery;
}

/** What a reader said of an item. */
export function sampleVerdict(id: string, changes: Partial<Verdict> = {}): Verdict {
  return {
    id,
    kind: 'wrong-merge',
    state: 'waiting',
    event: 'e1',
    version: 2,
    title: 'Harbour council meets',
    edition: null,
    channel: 'slack:T1/C1',
    person: 'U1',
    at: at(0),
    takes: ['t1'],
    fact: null,
    story: 's1',
    other: null,
    topics: [],
    decidedBy: null,
    decidedAt: null,
    ...changes,
  };
}
