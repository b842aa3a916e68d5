/** A story put into the wrong event moves when its event has grown, unless somebody has seen it there. */
import { beforeEach, describe, expect, it } from 'vitest';
import { planAmendments } from '../../src/amending/amending.ts';
import { FilingDesk, type Filed } from '../../src/filing/filing.ts';
import type { Take } from '../../src/news/take.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { takeOf } from '../editing/sample-copy.ts';
import { sampleDelivery } from '../stores/sample-nouns.ts';

const AT = '2026-03-03T10:00:00Z';
const NOW = Date.parse(AT);

function copy(guid: string, headline: string, text: string): Take {
  return takeOf({ guid, text, headline, provider: guid, sentAt: AT });
}

/** It tells of two happenings of one town: of the refinery's first, of the baker's all the same. */
const ALERT = copy(
  'alert',
  'Explosion heard in Ostby',
  'An explosion was heard in Ostby on Tuesday. The baker Ines Falk was burnt in Harrow Street, neighbours said.',
);
const REFINERY = [
  copy(
    'refinery-1',
    'Explosion in Ostby kills four',
    'An explosion that was heard all over Ostby on Tuesday killed four workers. A pump had leaked at the Lindqvist refinery, its manager Tor Almqvist said.',
  ),
  copy(
    'refinery-2',
    'Four die at Lindqvist refinery in Ostby',
    'Four workers died when a pump leaked at the Lindqvist refinery in Ostby, the manager Tor Almqvist said.',
  ),
  copy(
    'refinery-3',
    'Refinery manager Almqvist questioned',
    'Tor Almqvist, manager of the Lindqvist refinery where four workers died, was questioned about the pump that leaked.',
  ),
];
const BAKER = [
  copy(
    'baker-1',
    'Baker Ines Falk burnt as cooker blows up',
    'The baker Ines Falk was burnt when her cooker blew up in Harrow Street. Neighbours carried Falk out of the bakery, and the house in Harrow Street was shut.',
  ),
  copy(
    'baker-2',
    'Ines Falk burnt in Harrow Street',
    'Ines Falk, a baker, was burnt in Harrow Street when her cooker blew up, neighbours said. They carried Falk out of the bakery.',
  ),
];
const LAST = copy(
  'refinery-4',
  'Lindqvist refinery shut after four workers die',
  'The Lindqvist refinery was shut after four workers died of a leaking pump. Its manager Tor Almqvist is being questioned.',
);

let store: ReturnType<typeof createMemoryStore>;
let desk: FilingDesk;
let refinery: string;
let baker: string;
let alert: string;

async function file(...takes: readonly Take[]): Promise<Filed[]> {
  const circumstances = { receivedAt: AT, background: false };
  const filed: Filed[] = [];
  for (const take of takes) filed.push(...(await desk.file(store, [{ take, circumstances }])));
  return filed;
}

async function standsIn(): Promise<string | null | undefined> {
  return (await store.story(alert))?.event;
}

beforeEach(async () => {
  store = createMemoryStore();
  desk = new FilingDesk();
  const filed = await file(ALERT, ...REFINERY, ...BAKER);
  [alert = '', refinery = ''] = [filed[0]?.story.id, filed[0]?.event?.id];
  baker = filed.at(-1)?.event?.id ?? '';
  expect(filed.slice(0, 4).map(({ event }) => event?.id)).toEqual(Array(4).fill(refinery));
  expect(baker).not.toBe(refinery);
  expect(await standsIn()).toBe(refinery);
});

it('moves the story to the event that it tells of', async () => {
  const [last] = await file(LAST);
  expect(last).toMatchObject({ change: 'joined', event: { id: refinery } });
  expect(last?.moved).toMatchObject([{ change: 'joined', event: { id: baker } }]);
  expect(await standsIn()).toBe(baker);
  const [left, joined] = [await store.event(refinery), await store.event(baker)];
  expect(joined?.stories).toContain(alert);
  expect(left?.stories).toHaveLength(4);
  expect(left?.stories).not.toContain(alert);
  expect(left?.title).not.toBe(ALERT.headline);
  expect(Object.keys(left?.profile.names ?? {})).not.toContain('falk');
});

it('tells those who were shown the event that it moves to', async () => {
  const events = [{ id: baker, version: 2 }];
  const posted = sampleDelivery('morning', 0, { events, state: 'sent', createdAt: NOW });
  await store.addDeliveries([posted]);
  await planAmendments(store, await file(LAST), NOW);
  expect(await standsIn()).toBe(baker);
  expect(await store.deliveriesOf(posted.id)).toMatchObject([{ purpose: 'amendment' }]);
});

it('lets a kill reach what was composed before the move and planned after it', async () => {
  await file(LAST);
  const events = [{ id: refinery, version: 4 }];
  const posted = sampleDelivery('morning', 0, { events, state: 'sent', createdAt: NOW });
  await store.addDeliveries([posted]);
  const kill = { ...ALERT, id: 'kill', usable: false, signal: 'kill' } as const;
  await planAmendments(store, await file({ ...kill, sentAt: '2026-03-03T12:00:00Z' }), NOW);
  expect(await store.deliveriesOf(posted.id)).toMatchObject([{ purpose: 'amendment' }]);
});

describe('leaves a story where it stands', () => {
  it('when a message showed its event', async () => {
    const events = [{ id: refinery, version: 1 }];
    await store.addDeliveries([sampleDelivery('morning', 0, { events })]);
    await file(LAST);
    expect(await standsIn()).toBe(refinery);
  });

  it('when a private answer told of its event, however long ago', async () => {
    const events = [{ id: refinery, version: 1 }];
    const layout = { title: 'Explosion', items: [], footer: [] };
    const shown = { id: 'r', channel: 'slack:T1/C1', person: 'U1', layout, events } as const;
    await store.saveReply({ ...shown, at: '2020-01-01T00:00:00Z' });
    await file(LAST);
    expect(await standsIn()).toBe(refinery);
  });

  it('when an editor has mended its event', async () => {
    const event = await store.event(refinery);
    if (event === null) throw new Error('no event');
    await store.saveEvent({ ...event, mended: { version: event.version, note: 'Mended.' } });
    await file(LAST);
    expect(await standsIn()).toBe(refinery);
  });

  it('when it was moved before', async () => {
    const story = await store.story(alert);
    if (story === null) throw new Error('no story');
    await store.saveStory({ ...story, formerEvents: [baker] });
    await file(LAST);
    expect(await standsIn()).toBe(refinery);
  });

  it('when it is not to be shown', async () => {
    const kill = { ...ALERT, id: 'kill', usable: false, signal: 'kill' } as const;
    await file({ ...kill, sentAt: '2026-03-03T12:00:00Z' }, LAST);
    expect(await standsIn()).toBe(refinery);
  });
});
