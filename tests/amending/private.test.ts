/** What people were shown in private, or shared, when its story is killed. */
import { describe, expect, it } from 'vitest';
import { CHANNEL, copy, openDesk } from '../fakes/newsroom.ts';
import { TALKS, QUAKE, flood, killOf, send, later, textOf, update } from './desk.ts';

describe('what was shown in private', () => {
  const asker = (person: string) => ({ channel: CHANNEL, person, mayManage: false, thread: null });

  it('is told to each person once when the story is killed', async () => {
    const desk = openDesk({ channels: [] });
    desk.wire.batches.push([flood('nine')]);
    await desk.newsroom.gather();
    const brief = { name: 'brief', words: 'disasters' } as const;
    await desk.reception.request(brief, asker('U1'));
    desk.moveTo('2026-03-12T09:30:00Z');
    await desk.reception.request(brief, asker('U1'));
    await desk.reception.request(
      { name: 'ask', question: 'How many died in the Vara valley?' },
      asker('U2'),
    );
    await send(desk, '2026-03-12T10:00:00Z', killOf('flood', '2026-03-12T09:59:00Z'));
    await later(desk, '2026-03-12T10:05:00Z');
    const told = desk.chat.posted.map(({ reader, lead, ...posting }) => ({
      person: reader?.person,
      lead,
      text: textOf(posting),
    }));
    expect(told.map(({ person }) => person).sort()).toEqual(['U1', 'U2']);
    expect(told.find(({ person }) => person === 'U1')?.text).toMatch(/09:00[^]*and[^]*09:30/);
    for (const { text } of told) {
      expect(text).toContain('withdrawn');
      expect(text).not.toContain('Vara');
    }
  });

  it('is withdrawn in the channel too when it was shared, answers that quote several stories included', async () => {
    const desk = openDesk({ channels: [] });
    const second = copy('Export rules of Norland', TALKS('21'), { guid: 'talks' });
    desk.wire.batches.push([flood('nine'), second]);
    await desk.newsroom.gather();
    const reply = await desk.reception.request({ name: 'agenda' }, asker('U1'));
    expect(reply.events).toHaveLength(1);
    await desk.reception.press({ action: 'share', value: reply.id }, asker('U1'));
    expect(textOf(desk.chat.posted[0])).toContain('Sudhaven');
    await send(desk, '2026-03-12T10:00:00Z', killOf('talks', '2026-03-12T09:59:00Z'));
    expect(desk.chat.edited.map(textOf)).toEqual([expect.stringContaining('Withdrawn')]);
    expect(textOf(desk.chat.edited[0])).not.toContain('Sudhaven');
  });

  it('is not shared any more once its story was killed', async () => {
    const desk = openDesk({ channels: [] });
    desk.wire.batches.push([flood('nine')]);
    await desk.newsroom.gather();
    const reply = await desk.reception.request({ name: 'brief', words: 'disasters' }, asker('U1'));
    await send(desk, '2026-03-12T10:00:00Z', killOf('flood', '2026-03-12T09:59:00Z'));
    await desk.reception.press({ action: 'share', value: reply.id }, asker('U2'));
    expect(desk.chat.posted.map(textOf).join()).not.toContain('Vara');
  });

  it('follows updates as a card in full once it was shared, and an answer does not', async () => {
    const desk = openDesk({ channels: [] });
    desk.wire.batches.push([flood('nine')]);
    await desk.newsroom.gather();
    const card = await desk.reception.request({ name: 'brief', words: 'disasters' }, asker('U1'));
    const question = 'How many people did the flood in the Vara valley kill?';
    const answer = await desk.reception.request({ name: 'ask', question }, asker('U1'));
    expect(answer.events).toHaveLength(1);
    for (const { id } of [card, answer])
      await desk.reception.press({ action: 'share', value: id }, asker('U1'));
    await send(desk, '2026-03-12T11:00:00Z', update('11', '2026-03-12T10:59:00Z'));
    await later(desk, '2026-03-12T11:05:00Z');
    expect(desk.chat.edited).toHaveLength(1);
    expect(textOf(desk.chat.edited[0])).toContain('Update v2: death toll 9 to 11');
    expect(textOf(desk.chat.edited[0])).toContain('Read by offline rules');
    expect(desk.chat.posted).toHaveLength(3);
  });

  it('is made anew when the wire kills a story of it meanwhile', async () => {
    const desk = openDesk({ channels: [] });
    desk.wire.batches.push([
      flood('nine'),
      copy('Earthquake damages Osten', QUAKE, { guid: 'quake' }),
    ]);
    await desk.newsroom.gather();
    const read = desk.store.card.bind(desk.store);
    let isKilled = false;
    const card: typeof read = async (...asked) => {
      const found = await read(...asked);
      if (isKilled || found === null) return found;
      isKilled = true;
      desk.wire.batches.push([killOf('flood', '2026-03-12T08:59:00Z')]);
      await desk.newsroom.gather();
      return found;
    };
    await desk.reception.request({ name: 'brief', words: 'Vara valley flood' }, asker('U1'));
    Object.assign(desk.store, { card });
    const reply = await desk.reception.request(
      { name: 'brief', words: 'Vara valley flood' },
      asker('U2'),
    );
    expect(isKilled).toBe(true);
    expect(JSON.stringify(reply.layout)).not.toContain('nine people');
  });
});
