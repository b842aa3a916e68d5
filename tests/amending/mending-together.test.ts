/** Several readers, several editors, several processes: one verdict is carried out once, everywhere. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { readAgenda } from '../../src/answering/agenda.ts';
import { calendarOf } from '../../src/answering/calendars.ts';
import { labelledCases } from '../../src/amending/exporting.ts';
import type { Button } from '../../src/news/layout.ts';
import type { Asker, Press, Reply } from '../../src/news/request.ts';
import { createReception } from '../../src/reception/reception.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { silentLog } from '../../src/log.ts';
import { CHANNEL, copy, deskConfig, openDesk } from '../fakes/newsroom.ts';
import { TALKS } from './talks.ts';
import { later, send, textOf } from './desk.ts';

const OTHER = 'terminal:other';
const reader: Asker = { channel: CHANNEL, person: 'ann', mayManage: false, thread: null };
const second: Asker = { ...reader, person: 'bob' };
const editor: Asker = { ...reader, person: 'ed', mayManage: true };
const colleague: Asker = { ...editor, person: 'eve' };

const CHANNELS = [CHANNEL, OTHER].map((channel) => ({
  channel,
  topics: ['export-controls', 'disasters'],
  schedule: [{ weekdays: [1, 2, 3, 4, 5, 6, 7] as const, time: '10:00', zone: 'UTC' }],
  alerts: 0,
  whenEmpty: 'silence' as const,
  limit: 10,
}));

/** Two channels that were shown the talks and their next round. */
async function shown(store?: Parameters<typeof openDesk>[2]) {
  const desk = openDesk({ channels: CHANNELS as never }, undefined, store);
  await desk.newsroom.publish();
  await send(desk, '2026-03-12T09:00:00Z', TALKS);
  desk.moveTo('2026-03-12T10:00:00Z');
  await desk.newsroom.publish();
  expect(desk.chat.posted).toHaveLength(2);
  const [edition] = await desk.store.editionsOf(CHANNEL, 1);
  const event = edition?.items[0]?.event ?? '';
  const ask = async (asker: Asker, words = 'Sudhaven'): Promise<Press> =>
    choiceOf(await desk.reception.press({ action: 'wrongfact', value: `${event}.1`, message: 'm1' }, asker), words); // prettier-ignore
  const list = async (): Promise<Button[]> =>
    buttonsOf(await desk.reception.request({ name: 'verdicts' }, editor));
  return { ...desk, event, ask, list };
}

const blocksOf = ({ layout }: Reply) => layout.items.flatMap(({ blocks }) => blocks);
const buttonsOf = (reply: Reply): Button[] =>
  blocksOf(reply).flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));

function choiceOf(reply: Reply, words: string): Press {
  const lines = blocksOf(reply).flatMap((block) => (block.kind === 'facts' ? block.lines : []));
  const index = lines.findIndex((runs) => runs.some(({ text }) => text.includes(words)));
  const button = buttonsOf(reply)[index];
  if (!button) throw new Error(`no choice says "${words}": ${JSON.stringify(reply.layout)}`);
  return button;
}

const at = '2026-03-12T12:00:00Z';
const agendaOf = (store: Awaited<ReturnType<typeof shown>>['store']) =>
  readAgenda({ store, analyst: createOfflineAnalyst() }, { topics: null }, at);

describe('a wrong next step', () => {
  it.each(['memory', 'sqlite'])('is gone everywhere once it is confirmed: %s', async (kind) => {
    const desk = await shown(kind === 'sqlite' ? await openSqliteStore(':memory:') : undefined);
    const { reception, newsroom, chat, store, ask, event, moveTo } = desk;
    expect(await agendaOf(store)).toHaveLength(1);
    await reception.press(await ask(editor), editor);
    await newsroom.post();
    // both channels, by an edit of what was posted
    expect(new Set(chat.edited.map(({ channel }) => channel))).toEqual(new Set([CHANNEL, OTHER]));
    for (const each of chat.edited) expect(textOf(each)).not.toContain('Sudhaven');
    expect(await agendaOf(store)).toEqual([]);
    expect(calendarOf(await agendaOf(store), 'x')).not.toContain('VEVENT');
    const card = await reception.press({ action: 'card', value: event }, reader);
    expect(JSON.stringify(card.layout)).not.toContain('Sudhaven');
    const question = 'where will the second round of talks be held?';
    const answer = await reception.request({ name: 'ask', question }, reader);
    expect(JSON.stringify(answer.layout)).not.toContain('Sudhaven');
    const list = await reception.request({ name: 'agenda' }, reader);
    expect(JSON.stringify(list.layout)).not.toContain('Sudhaven');
    // nor does the digest of its day announce it
    const before = chat.posted.length;
    for (const day of ['13', '14', '15', '16', '17']) {
      moveTo(`2026-03-${day}T10:00:00Z`);
      await newsroom.publish();
    }
    expect(chat.posted).toHaveLength(before);
  });

  it('comes back everywhere when the editor takes it back', async () => {
    const { reception, newsroom, chat, store, ask } = await shown();
    await reception.press(await ask(editor), editor);
    await newsroom.post();
    const [verdict] = await store.verdicts({ state: 'confirmed', events: null, limit: 9 });
    await reception.press({ action: 'reject', value: verdict?.id ?? '' }, editor);
    await newsroom.post();
    expect(textOf(chat.edited.at(-1))).toContain('Sudhaven');
    expect(await agendaOf(store)).toHaveLength(1);
  });
});

describe('what two readers report', () => {
  it('is one question: an editor answers it once, and it is carried out once', async () => {
    const { reception, newsroom, chat, store, ask, list } = await shown();
    for (const asker of [reader, second]) await reception.press(await ask(asker), asker);
    await Promise.all([reader, second].map(async (one) => reception.press(await ask(one), one)));
    expect(await store.verdicts({ state: 'waiting', events: null, limit: 9 })).toHaveLength(2);
    const [first, , other] = await list();
    if (!first || !other) throw new Error('no buttons');
    await reception.press(first, editor);
    await newsroom.post();
    const edits = chat.edited.length;
    expect(await list()).toEqual([]);
    await reception.press(other, colleague);
    await newsroom.post();
    expect(chat.edited).toHaveLength(edits);
    // one takes it back: no verdict says any more that the fact is wrong
    const [, reject] = [first, { ...first, action: 'reject' as const }];
    await reception.press(reject, editor);
    await newsroom.post();
    expect(await store.verdicts({ state: 'confirmed', events: null, limit: 9 })).toEqual([]);
    expect(textOf(chat.edited.at(-1))).toContain('Sudhaven');
  });

  it('of two facts stays two questions', async () => {
    const { reception, ask, store, list } = await shown();
    await reception.press(await ask(reader), reader);
    await reception.press(await ask(second, 'six hours'), second);
    const [confirm] = await list();
    if (confirm) await reception.press(confirm, editor);
    expect(await store.verdicts({ state: 'waiting', events: null, limit: 9 })).toHaveLength(1);
  });

  it('is confirmed by two editors at once and carried out once', async () => {
    const { reception, newsroom, chat, ask, list } = await shown();
    await reception.press(await ask(reader), reader);
    const [confirm] = await list();
    if (!confirm) throw new Error('no button');
    await Promise.all([editor, colleague].map((who) => reception.press(confirm, who)));
    await newsroom.post();
    expect(chat.edited).toHaveLength(2);
  });
});

describe('between the click and the word of the editor', () => {
  it('the process may end: another one has the question, its buttons and its answer', async () => {
    const desk = await shown();
    const pick = await desk.ask(reader);
    const parts = { config: deskConfig({ channels: CHANNELS as never }), store: desk.store };
    const share = async (): Promise<string> => '';
    const again = createReception({
      ...parts,
      ...{ analyst: createOfflineAnalyst(), chats: [desk.chat], share },
      now: () => Date.parse('2026-03-12T10:05:00Z'),
      log: silentLog,
    });
    await again.press(pick, reader);
    const [confirm] = buttonsOf(await again.request({ name: 'verdicts' }, editor));
    if (!confirm) throw new Error('no button');
    await again.press(confirm, editor);
    await later(desk, '2026-03-12T10:06:00Z');
    expect(desk.chat.edited).toHaveLength(2);
  });

  it('the story may be corrected: the old choice says so and hides nothing else', async () => {
    const { reception, store, ask, ...desk } = await shown();
    const pick = await ask(reader);
    const text = TALKS.paragraphs.join('\n\n').replaceAll('Sudhaven', 'Norham');
    const corrected = copy(TALKS.headline ?? '', text, {
      ...TALKS,
      paragraphs: text.split('\n\n'),
    });
    const take = { ...corrected, signal: 'correction' as const, sentAt: '2026-03-12T10:30:00Z' };
    await send({ ...desk, reception, store }, '2026-03-12T10:31:00Z', take);
    const said = await reception.press(pick, editor);
    expect(said.layout.title).toBe('This fact is no longer shown.');
    const [step] = await agendaOf(store);
    expect(step?.step.text).toContain('Norham');
  });

  it('the story may be killed: nothing is told of it, and the word of the editor posts nothing', async () => {
    const { reception, store, ask, list, ...desk } = await shown();
    await reception.press(await ask(reader), reader);
    const [confirm] = await list();
    const kill = copy('KILL', 'Please kill.', { guid: TALKS.guid, signal: 'kill', sentAt: '2026-03-12T10:30:00Z' }); // prettier-ignore
    await send({ ...desk, reception, store }, '2026-03-12T10:31:00Z', kill);
    const edits = desk.chat.edited.length;
    const listed = await reception.request({ name: 'verdicts' }, editor);
    expect(JSON.stringify(listed.layout)).not.toContain('Sudhaven');
    if (confirm) await reception.press(confirm, editor);
    await later({ ...desk, reception, store }, '2026-03-12T10:40:00Z');
    for (const each of desk.chat.edited.slice(edits))
      expect(textOf(each)).not.toMatch(/Sudhaven|export rules/);
  });
});

it('is a labelled case once an editor has decided, and none while nobody has', async () => {
  const { reception, store, ask, list } = await shown();
  const cases = () => labelledCases({ store, permitted: new Set(['wire']), at });
  await reception.press(await ask(reader), reader);
  expect(await cases()).toEqual([]);
  const [confirm] = await list();
  if (confirm) await reception.press(confirm, editor);
  expect(await cases()).toHaveLength(1);
});
