/** What an editor splits or merges stays so, whatever comes in later. */
import { expect, it } from 'vitest';
import { planAmendments } from '../../src/amending/amending.ts';
import { FilingDesk } from '../../src/filing/filing.ts';
import type { Take } from '../../src/news/take.ts';
import { mergeEvents, splitStory } from '../../src/filing/regrouping.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { takeOf } from '../editing/sample-copy.ts';
import { sampleDelivery } from '../stores/sample-nouns.ts';

const AT = '2026-03-03T10:00:00Z';
const QUAKE =
  'A magnitude 6.4 earthquake struck the port of Tessaly in Velmora, the mayor Davo Renn said.';
const COURT = 'Judge Ines Falk sentenced the banker Tor Almqvist in Ostby to nine years for fraud.';

function copy(guid: string, text: string, headline: string): Take {
  return takeOf({ guid, text, headline, provider: guid.slice(0, 1), sentAt: AT });
}

async function newsroom(...takes: Take[]) {
  const store = createMemoryStore();
  const desk = new FilingDesk();
  const circumstances = { receivedAt: AT, background: false };
  const file = (...some: Take[]) =>
    desk.file(
      store,
      some.map((take) => ({ take, circumstances })),
    );
  return { store, file, filed: await file(...takes) };
}

it('keeps a story apart that was split off', async () => {
  const { store, file, filed } = await newsroom(
    copy('a1', QUAKE, 'Quake hits Tessaly in Velmora'),
    copy('b1', `${QUAKE} Ships sank.`, 'Quake hits Velmora port Tessaly'),
  );
  const [first, second] = filed;
  expect(second?.event?.id).toBe(first?.event?.id);
  const own = await splitStory(store, second?.story.id ?? '', AT);
  expect(own.id).not.toBe(first?.event?.id);
  const rest = await store.event(first?.event?.id ?? '');
  expect(rest).toMatchObject({
    stories: [first?.story.id],
    formerStories: [second?.story.id],
  });
  const [later] = await file({
    ...copy('b1', `${QUAKE} Ships sank. Divers searched.`, 'Quake hits Velmora port Tessaly'),
    version: '2',
    signal: 'update',
    sentAt: '2026-03-03T11:00:00Z',
  });
  expect(later?.event?.id).toBe(own.id);
  expect(later?.story.formerEvents).toEqual([rest?.id]);
  await expect(splitStory(store, second?.story.id ?? '', AT)).rejects.toMatchObject({
    code: 'usage',
  });
  await expect(splitStory(store, 'none', AT)).rejects.toMatchObject({ code: 'not-found' });
});

it('sends what comes later to the event that was merged into', async () => {
  const { store, file, filed } = await newsroom(
    copy('a1', QUAKE, 'Quake hits Tessaly in Velmora'),
    copy('b1', COURT, 'Banker Almqvist sentenced in Ostby'),
  );
  const [quake = '', court = ''] = filed.map(({ event }) => event?.id);
  expect(quake).not.toBe(court);
  const merged = await mergeEvents(store, court, quake, AT);
  expect(merged).toMatchObject({ id: quake, stories: filed.map(({ story }) => story.id) });
  expect(await store.event(court)).toMatchObject({ stories: [], profile: { terms: {} } });
  const [later] = await file(copy('c1', COURT, 'Banker Almqvist sentenced in Ostby, Falk rules'));
  expect(later?.event?.id).toBe(quake);
  await expect(mergeEvents(store, quake, quake, AT)).rejects.toMatchObject({ code: 'usage' });
  await expect(mergeEvents(store, 'none', quake, AT)).rejects.toMatchObject({ code: 'not-found' });
});

it('lets a kill reach the messages that showed a story before it was split off', async () => {
  const { store, file, filed } = await newsroom(
    copy('a1', QUAKE, 'Quake hits Tessaly in Velmora'),
    copy('b1', `${QUAKE} Ships sank.`, 'Quake hits Velmora port Tessaly'),
  );
  const before = filed[1]?.event;
  const events = [{ id: before?.id ?? '', version: before?.version ?? 0 }];
  const posted = sampleDelivery('morning', 0, { events, state: 'sent', messageId: 'm1' });
  await store.addDeliveries([posted]);
  await splitStory(store, filed[1]?.story.id ?? '', AT);
  const kill = { ...copy('b1', '', 'Kill'), usable: false, signal: 'kill' } as const;
  const killed = await file({ ...kill, sentAt: '2026-03-03T12:00:00Z' });
  expect(killed[0]?.change).toBe('killed');
  await planAmendments(store, killed, Date.parse(AT));
  const planned = await store.deliveriesOf(posted.id);
  expect(planned.filter(({ purpose }) => purpose === 'amendment')).toHaveLength(1);
});
