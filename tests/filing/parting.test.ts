/** An event that turns out to be two happenings parts, unless somebody has seen it whole. */
import { beforeEach, expect, it } from 'vitest';
import { FilingDesk, type Filed } from '../../src/filing/filing.ts';
import type { Event } from '../../src/news/event.ts';
import type { Take } from '../../src/news/take.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { takeOf } from '../editing/sample-copy.ts';
import { GOALKEEPER, GOALKEEPER_AGAIN, WINGER, type Telling } from '../editing/two-happenings.ts';
import { sampleDelivery } from '../stores/sample-nouns.ts';

const AT = '2026-03-03T10:00:00Z';

let store: ReturnType<typeof createMemoryStore>;
let desk: FilingDesk;

beforeEach(() => {
  store = createMemoryStore();
  desk = new FilingDesk();
});

function copy(guid: string, headline: string, text: string): Take {
  return takeOf({ guid, text, headline, provider: guid, sentAt: AT });
}

async function file(...takes: readonly Take[]): Promise<Filed[]> {
  const circumstances = { receivedAt: AT, background: false };
  const filed: Filed[] = [];
  for (const take of takes) filed.push(...(await desk.file(store, [{ take, circumstances }])));
  return filed;
}

const takes = GOALKEEPER.flatMap((telling, at) =>
  [telling, WINGER[at] ?? telling].map(({ headline, text }, side) =>
    copy(`${side === 0 ? 'goalkeeper' : 'winger'}-${at}`, headline, text),
  ),
);
const headlinesOf = async (event: Event | null): Promise<string[]> =>
  (await store.stories(event?.stories ?? [])).flatMap(({ current }) => current?.headline ?? []);
const told = (tellings: readonly Telling[]): string[] => tellings.map((each) => each.headline);

it('parts, and the story that came last is filed where it stands', async () => {
  const filed = await file(...takes);
  const last = filed.at(-1);
  expect(new Set(filed.slice(0, -1).map(({ event }) => event?.id)).size).toBe(1);
  const left = await store.event(filed[0]?.event?.id ?? '');
  expect(await headlinesOf(left)).toEqual(told(GOALKEEPER));
  expect(await headlinesOf(last?.event ?? null)).toEqual(told(WINGER));
  expect(last?.moved?.map(({ event }) => event?.id)).toEqual(Array(3).fill(last?.event?.id));
  expect(left?.formerStories).toHaveLength(4);
});

it('stays whole when a reader was shown it', async () => {
  const filed = await file(...takes.slice(0, -1));
  const event = filed[0]?.event?.id ?? '';
  await store.addDeliveries([sampleDelivery('noon', 0, { events: [{ id: event, version: 7 }] })]);
  await file(...takes.slice(-1));
  expect((await store.event(event))?.stories).toHaveLength(8);
});

it('is joined by what else is told of either', async () => {
  const filed = await file(...takes);
  const [goalkeeper, winger] = [filed[0]?.event?.id, filed.at(-1)?.event?.id];
  const [again] = await file(
    ...GOALKEEPER_AGAIN.slice(0, 1).map(({ headline, text }) => copy('again', headline, text)),
  );
  expect(again?.event?.id).toBe(goalkeeper);
  expect(again?.event?.id).not.toBe(winger);
});
