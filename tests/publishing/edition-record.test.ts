/** An edition's record: what it was made from, without what may no longer be shown. */
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/news/edition.ts';
import { recordOf } from '../../src/publishing/edition-record.ts';
import { CHANNEL, copy, deskConfig, openDesk } from '../fakes/newsroom.ts';

const QUAKE = 'An earthquake shook Halvik on Thursday, the institute said. Nobody was hurt.';
const FLOOD = 'A flood in the Vara valley killed three people on Thursday, the ministry said.';

async function recorded(exportText: boolean) {
  const wires = [{ name: 'wire', push: true, article: false, exportText, backfill: 86_400_000 }];
  const desk = openDesk({ wires });
  await desk.newsroom.publish();
  desk.wire.batches.push([
    copy('Quake shakes Halvik', QUAKE, { guid: 'quake', version: '3' }),
    copy('Three die in Vara flood', FLOOD, { guid: 'flood' }),
  ]);
  await desk.newsroom.gather();
  desk.moveTo('2026-03-12T10:00:00Z');
  await desk.newsroom.publish();
  const record = async (change = (edition: Edition): Edition => edition) => {
    const [edition] = await desk.store.editionsOf(CHANNEL, 1);
    if (!edition) throw new Error('no edition');
    const cards = edition.items.map((item) => ({
      ...item,
      card: { ...item.card, origin: { ...item.card.origin, prompt: 'card@9' } },
    }));
    const parts = { store: desk.store, config: deskConfig({ wires }) };
    const promptText = (label: string) => `the words of ${label}`;
    return recordOf({ ...parts, promptText }, change({ ...edition, items: cards }));
  };
  return { desk, record };
}

describe('the record of an edition', () => {
  it('holds cards with the takes they cite, the prompts and what was posted', async () => {
    const { record } = await recorded(true);
    const { items, messages, prompts } = await record();
    const quake = items.find(({ card }) => card?.title.includes('Halvik'));
    expect(quake?.takes).toMatchObject([{ guid: 'quake', version: '3', text: QUAKE }]);
    for (const { card, takes } of items)
      for (const { evidence } of card?.summary ?? [])
        for (const { take, start, end, quote } of evidence)
          expect(takes.find(({ id }) => id === take)?.text?.slice(start, end)).toBe(quote);
    expect(messages).toMatchObject([{ state: 'sent', messageId: 'm1', attempt: 1 }]);
    expect(prompts).toEqual({ 'card@9': 'the words of card@9' });
  });

  it('leaves the text of a wire out that may not be written out', async () => {
    const { record } = await recorded(false);
    const [item] = (await record()).items;
    expect(item?.takes).toMatchObject([{ text: null }]);
  });

  it('shows nothing of a story that was killed since', async () => {
    const { desk, record } = await recorded(true);
    desk.wire.batches.push([copy('KILL', 'Kill it.', { guid: 'quake', signal: 'kill' })]);
    await desk.newsroom.gather();
    const { items } = await record();
    expect(JSON.stringify(items)).not.toContain('Halvik');
    expect(items.filter(({ card }) => card === null)).toHaveLength(1);
    expect(JSON.stringify(items)).toContain('Vara');
  });

  it('says nothing of what was new of a killed story, nor of the steps it announced', async () => {
    const { desk, record } = await recorded(true);
    const step = { text: 'Halvik votes on Friday.', place: null, when: null, firm: true };
    const asTold = (edition: Edition): Edition => ({
      ...edition,
      items: edition.items.map((item) => ({ ...item, update: 'Halvik counts 9 dead.' })),
      today: edition.items.map(({ event, version }) => ({
        ...{ id: event, event, version, provider: null, sentAt: edition.composedAt },
        step: { ...step, evidence: [] },
      })),
    });
    expect((await record(asTold)).today).toHaveLength(2);
    desk.wire.batches.push([copy('KILL', 'Kill it.', { guid: 'quake', signal: 'kill' })]);
    await desk.newsroom.gather();
    const { items, today } = await record(asTold);
    expect(items.map(({ update }) => update).filter((update) => update === null)).toHaveLength(1);
    expect(today).toHaveLength(1);
  });

  it('says nothing that a killed story told of the steps of another', async () => {
    const { desk, record } = await recorded(true);
    const asTold = (edition: Edition): Edition => {
      const [one, other] = edition.items;
      const toldBy = (event: string, text: string) => ({ event, version: 1, text, announced: '' });
      const evidence = { take: 't', start: 0, end: 1, quote: 'x' };
      const changed = [one, other].map((item) => ({
        ...toldBy(item?.event ?? '', `told by ${item?.card.title ?? ''}`),
        evidence,
      }));
      return { ...edition, items: edition.items.map((item) => ({ ...item, changed })) };
    };
    const told = async () => (await record(asTold)).items.map(({ changed = [] }) => changed);
    expect((await told()).map((changed) => changed.length)).toEqual([2, 2]);
    desk.wire.batches.push([copy('KILL', 'Kill it.', { guid: 'quake', signal: 'kill' })]);
    await desk.newsroom.gather();
    expect((await told()).map((changed) => changed.length).sort()).toEqual([0, 1]);
    expect(JSON.stringify(await told())).not.toContain('Quake');
  });
});
