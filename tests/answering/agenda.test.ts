/** The agenda of a desk: kept up to date by what the wire sends, announced on the day, gone with a kill. */
import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../src/answering/agenda.ts';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { calendarOf } from '../../src/answering/calendars.ts';
import { killOf, later, posted, send, textOf, type Desk } from '../amending/desk.ts';
import { MOVED, TALKS } from '../amending/talks.ts';
import { copy, deskConfig, openDesk } from '../fakes/newsroom.ts';

const OFF = copy(
  'Norland calls off export talks with Sudland',
  `PORT MARY, March 16 (Tarn Press) - Norland called off the second round of export talks with Sudland on Monday, Trade Minister Ilsa Brandt said.

Marek Oduya, her Sudland counterpart, called the step regrettable.`,
  { guid: 'off', sentAt: '2026-03-16T08:00:00Z' },
);
const HELD = copy(
  'Norland, Sudland narrow gaps in export talks',
  `SUDHAVEN, March 17 (Tarn Press) - The second round of export talks between Norland and Sudland took place in Sudhaven on Tuesday, Trade Minister Ilsa Brandt of Norland said.

Marek Oduya, her Sudland counterpart, spoke of progress on licences.`,
  { guid: 'held', sentAt: '2026-03-17T20:00:00Z' },
);
const QUAKE = copy(
  'Osten to vote on earthquake fund',
  `OSTEN, March 12 (Tarn Press) - The Osten assembly will vote on an earthquake relief fund on March 19, its speaker said on Thursday.

The fund would pay for 300 houses that were damaged in the valley, according to the speaker.`,
  { guid: 'quake', sentAt: '2026-03-12T08:00:00Z' },
);

const TREATY = copy(
  'Norland, Sudland to sign export treaty in summer',
  `PORT MARY, March 12 (Tarn Press) - Norland and Sudland will sign a treaty on export rules in Sudhaven on August 4, Trade Minister Ilsa Brandt of Norland said on Thursday.

Brandt and her Sudland counterpart, Marek Oduya, met in Port Mary for six hours.`,
  { guid: 'far', sentAt: '2026-03-12T08:00:00Z' },
);

const NO_WORDS = { words: [], phrases: [], names: [], codes: [], exclude: [] };

const asker = { channel: 'terminal:desk', person: 'U1', mayManage: false, thread: null };

async function agendaAt(desk: Desk, at: string) {
  const parts = { store: desk.store, analyst: createOfflineAnalyst() };
  return readAgenda(parts, { topics: null }, at);
}

const uidOf = (calendar: string): string => /UID:(.*)/.exec(calendar)?.[1] ?? '';

describe('the agenda of a desk', () => {
  it('moves a step: its calendar entry keeps the UID and raises the SEQUENCE', async () => {
    const desk = openDesk({ channels: [] });
    await send(desk, '2026-03-12T09:00:00Z', TALKS);
    const before = calendarOf(await agendaAt(desk, '2026-03-13T09:00:00Z'), 'x');
    expect(before).toContain('DTSTART;VALUE=DATE:20260317');
    await send(desk, '2026-03-15T09:00:00Z', MOVED);
    const entries = await agendaAt(desk, '2026-03-15T10:00:00Z');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ state: 'moved', first: { date: '2026-03-17' } });
    const after = calendarOf(entries, 'x');
    expect(after).toContain('DTSTART;VALUE=DATE:20260320');
    expect(uidOf(after)).toBe(uidOf(before));
    expect(before).toContain('SEQUENCE:0');
    expect(after).toContain('SEQUENCE:1');
  });

  it('calls a step off, and takes that back when the story of it is killed', async () => {
    const desk = openDesk({ channels: [] });
    await send(desk, '2026-03-12T09:00:00Z', TALKS);
    await send(desk, '2026-03-16T09:00:00Z', OFF);
    const entries = await agendaAt(desk, '2026-03-16T10:00:00Z');
    expect(entries.map(({ state }) => state)).toEqual(['cancelled']);
    expect(calendarOf(entries, 'x')).toContain('STATUS:CANCELLED');
    await send(desk, '2026-03-16T11:00:00Z', killOf('off', '2026-03-16T10:59:00Z'));
    const restored = await agendaAt(desk, '2026-03-16T12:00:00Z');
    expect(restored.map(({ state }) => state)).toEqual(['ahead']);
  });

  it('follows a write-thru of the same story', async () => {
    const desk = openDesk({ channels: [] });
    await send(desk, '2026-03-12T09:00:00Z', TALKS);
    const [before] = await agendaAt(desk, '2026-03-12T10:00:00Z');
    const again = { ...MOVED, guid: 'round', signal: 'writethru' as const };
    await send(desk, '2026-03-15T09:00:00Z', again);
    const entries = await agendaAt(desk, '2026-03-15T10:00:00Z');
    expect(entries).toMatchObject([{ id: before?.id, state: 'moved', sequence: 1 }]);
  });

  it('says that a step took place, with the sentence; a question is answered from it', async () => {
    const desk = openDesk({ channels: [] });
    await send(desk, '2026-03-12T09:00:00Z', TALKS);
    await send(desk, '2026-03-17T21:00:00Z', HELD);
    const [entry] = await agendaAt(desk, '2026-03-18T10:00:00Z');
    expect(entry?.state).toBe('took place');
    expect(entry?.change?.evidence.quote).toContain('took place in Sudhaven on Tuesday');
    const list = JSON.stringify((await desk.reception.request({ name: 'agenda' }, asker)).layout);
    expect(list).toContain('Took place: “The second round');
    const question = 'did the second round of talks take place?';
    const answer = await desk.reception.request({ name: 'ask', question }, asker);
    expect(JSON.stringify(answer.layout)).toContain('took place in Sudhaven on Tuesday');
  });

  it('lists the steps of one topic, and names the nearest for one that is none', async () => {
    const desk = openDesk({ channels: [] });
    await send(desk, '2026-03-12T09:00:00Z', TALKS, QUAKE);
    const list = async (topic: string): Promise<string> =>
      JSON.stringify((await desk.reception.request({ name: 'agenda', topic }, asker)).layout);
    expect(await list('Export controls')).toContain('Sudhaven');
    expect(await list('export-controls')).not.toContain('Osten');
    expect(await list('disasters')).toContain('Osten');
    expect(await list('export-contrls')).toContain('The nearest: export-controls');
  });

  it('holds what is due today as long as it is today in the zone of the desk', async () => {
    const desk = openDesk({ channels: [], zone: 'America/Los_Angeles' });
    await send(desk, '2026-03-12T09:00:00Z', TALKS);
    const list = async (at: string): Promise<string> => {
      desk.moveTo(at);
      return JSON.stringify((await desk.reception.request({ name: 'agenda' }, asker)).layout);
    };
    expect(await list('2026-03-18T02:00:00Z')).toContain('Sudhaven');
    expect(await list('2026-03-18T08:00:00Z')).not.toContain('Sudhaven');
  });

  it('loses the steps of a killed story, and a shared list loses only those', async () => {
    const desk = openDesk({ channels: [] });
    await send(desk, '2026-03-12T09:00:00Z', TALKS, QUAKE);
    const reply = await desk.reception.request({ name: 'agenda' }, asker);
    expect(reply.events).toHaveLength(2);
    await desk.reception.press({ action: 'share', value: reply.id }, asker);
    expect(textOf(desk.chat.posted[0])).toContain('Sudhaven');
    await send(desk, '2026-03-12T10:00:00Z', killOf('round', '2026-03-12T09:59:00Z'));
    expect(await agendaAt(desk, '2026-03-12T11:00:00Z')).toHaveLength(1);
    const edited = textOf(desk.chat.edited.at(-1));
    expect(edited).not.toContain('Sudhaven');
    expect(edited).toContain('Withdrawn');
    expect(edited).toContain('relief fund');
  });
});

describe('the digest of the day', () => {
  async function onTheDay(): Promise<Desk> {
    const desk = await posted([TALKS, QUAKE]);
    for (const day of ['13', '14', '15', '16', '17', '18']) {
      desk.moveTo(`2026-03-${day}T10:00:00Z`);
      await desk.newsroom.publish();
    }
    return desk;
  }

  it('announces the firm steps of the day, with the source, on no other day', async () => {
    const desk = await onTheDay();
    const texts = desk.chat.texts().slice(1);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('Today:');
    expect(texts[0]).toContain('second round of talks');
    expect(texts[0]).not.toContain('relief fund');
  });

  it('announces a step that was told months before', async () => {
    const desk = await posted([TREATY]);
    for (const day of ['08-03', '08-04', '08-05']) {
      desk.moveTo(`2026-${day}T10:00:00Z`);
      await desk.newsroom.publish();
    }
    const texts = desk.chat.texts().slice(1);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('Today:');
    expect(texts[0]).toContain('treaty on export rules');
  });

  it('announces it where the day lasts longer than in UTC', async () => {
    const schedule = [
      { weekdays: [1, 2, 3, 4, 5, 6, 7], time: '20:00', zone: 'America/Los_Angeles' },
    ];
    const channels = deskConfig().channels.map((each) => ({ ...each, schedule }));
    const desk = openDesk({ channels });
    await desk.newsroom.publish();
    const far = {
      ...TREATY,
      paragraphs: TREATY.paragraphs.map((text) => text.replace('August 4', 'August 30')),
    };
    await send(desk, '2026-03-12T09:30:00Z', far);
    for (const at of ['2026-03-13T03:01:00Z', '2026-08-31T03:01:00Z']) {
      desk.moveTo(at);
      await desk.newsroom.publish();
    }
    expect(desk.chat.texts().filter((text) => text.includes('Today:'))).toHaveLength(1);
  });

  it('tells a step once a day', async () => {
    const schedule = ['08:00', '10:00'].map((time) => {
      return { weekdays: [1, 2, 3, 4, 5, 6, 7], time, zone: 'UTC' };
    });
    const channels = deskConfig().channels.map((each) => ({ ...each, schedule }));
    const often = openDesk({ channels });
    await often.newsroom.publish();
    await send(often, '2026-03-12T09:30:00Z', TALKS);
    for (const hour of ['12T10', '17T08', '17T10']) {
      often.moveTo(`2026-03-${hour}:00:00Z`);
      await often.newsroom.publish();
    }
    const told = often.chat.texts().filter((text) => text.includes('Today:'));
    expect(told).toHaveLength(1);
  });

  it('says nothing of a step that was called off', async () => {
    const desk = await posted([TALKS]);
    await send(desk, '2026-03-16T09:00:00Z', OFF);
    desk.moveTo('2026-03-17T10:00:00Z');
    await desk.newsroom.publish();
    expect(desk.chat.texts().join('\n')).not.toContain('Today:');
  });

  it('takes the line out when a write-thru no longer states the step', async () => {
    const desk = await onTheDay();
    const text = (day: string): string =>
      `PORT MARY, March 17 (Tarn Press) - Norland and Sudland will hold a second round of talks on export rules in Sudhaven on ${day}, Trade Minister Ilsa Brandt of Norland said on Tuesday.`;
    const writethru = (day: string, hour: string) =>
      copy('Norland, Sudland to hold second round of export talks', text(day), {
        guid: 'round',
        signal: 'writethru',
        sentAt: `2026-03-17T${hour}:00:00Z`,
      });
    await send(desk, '2026-03-17T11:00:00Z', writethru('March 24', '11'));
    await later(desk, '2026-03-17T11:05:00Z');
    const [line] = desk.chat.edited.map(textOf).filter((each) => !each.includes('Quake'));
    expect(line).toContain('Changed.');
    expect(desk.chat.edited.map(textOf).join()).not.toContain('on March 17');
  });

  it('loses the line with a kill', async () => {
    const desk = await onTheDay();
    await send(desk, '2026-03-18T11:00:00Z', killOf('round', '2026-03-18T10:59:00Z'));
    const edited = desk.chat.edited.map(textOf);
    expect(edited).toHaveLength(2);
    for (const text of edited) {
      expect(text).toContain('Withdrawn');
      expect(text).not.toContain('Sudhaven');
    }
  });

  it('holds the steps of a topic when the desk has filed hundreds of other stories since', async () => {
    const desk = openDesk({ channels: [] });
    await send(desk, '2026-03-12T09:00:00Z', TALKS);
    const [model] = await desk.store.eventsChanged({ from: '2026-01-01', to: '2027-01-01' }, 1);
    await desk.store.transact(async (records) => {
      for (let number = 0; number < 501; number += 1)
        await records.saveEvent({
          ...model!,
          id: `other-${number}`,
          stories: [],
          changedAt: '2026-03-12T10:00:00.000Z',
        });
    });
    const parts = { store: desk.store, analyst: createOfflineAnalyst() };
    const topics = [{ ...NO_WORDS, slug: 'export', title: 'Export', words: ['export'] }];
    const entries = await readAgenda(parts, { topics }, '2026-03-13T09:00:00Z');
    expect(entries.map(({ title }) => title)).toEqual([
      'Norland, Sudland to hold second round of export talks',
    ]);
  });

  it('holds a step that was told long before its day, until its story is killed', async () => {
    const desk = openDesk({ channels: [] });
    await send(desk, '2026-03-12T09:00:00Z', TREATY);
    const days = async (at: string) =>
      (await agendaAt(desk, at)).map(({ step }) => step.when?.date);
    expect(await days('2026-06-01T09:00:00Z')).toEqual(['2026-08-04']);
    expect(await days('2026-08-04T09:00:00Z')).toEqual(['2026-08-04']);
    expect(await days('2026-08-05T09:00:00Z')).toEqual([]);
    await send(desk, '2026-06-02T11:00:00Z', killOf('far', '2026-06-02T10:59:00Z'));
    expect(await days('2026-06-03T09:00:00Z')).toEqual([]);
  });
});
