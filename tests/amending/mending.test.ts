/** Readers say what is wrong, editors confirm, and every card and message follows. */
import { describe, expect, it } from 'vitest';
import type { Button, Layout } from '../../src/news/layout.ts';
import type { Asker, Press, Reply } from '../../src/news/request.ts';
import { CHANNEL, copy, openDesk } from '../fakes/newsroom.ts';

const QUAKE = `A magnitude 6.4 earthquake struck the port of Tessaly in Velmora on Thursday and killed nine people, mayor Davo Renn said.

Rescue teams will search the old harbour on Friday, Renn said.`;
const RIVAL = `${QUAKE}

Ships sank at their moorings, the coast guard of Velmora said.`;

const reader: Asker = { channel: CHANNEL, person: 'ann', mayManage: false, thread: null };
const editor: Asker = { ...reader, person: 'ed', mayManage: true };

/** A desk whose one channel was posted one item made of two stories. */
async function posted(config: Parameters<typeof openDesk>[0] = {}) {
  const desk = openDesk(config);
  await desk.newsroom.publish();
  desk.wire.batches.push([
    copy('Quake hits Tessaly in Velmora', QUAKE, { guid: 'a', provider: 'Alpha' }),
    copy('Quake hits Velmora port Tessaly', RIVAL, { guid: 'b', provider: 'Beta' }),
  ]);
  await desk.newsroom.gather();
  desk.moveTo('2026-03-12T10:00:00Z');
  await desk.newsroom.publish();
  const [edition] = await desk.store.editionsOf(CHANNEL, 1);
  const event = edition?.items[0]?.event ?? '';
  const press = (action: Button['action'], value: string, asker: Asker, message?: string) =>
    desk.reception.press({ action, value, message: message ?? null }, asker);
  const flag = (action: Button['action'], asker: Asker) => press(action, `${event}.2`, asker, 'm1');
  return { ...desk, edition, event, press, flag };
}

function buttonsOf({ layout }: Reply): Button[] {
  return layout.items
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
}

const textOf = (layout: Layout): string => JSON.stringify(layout);

/** The button for the line that holds these words in a numbered list. */
function choice(reply: Reply, words: string): Press {
  const lines = reply.layout.items
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'facts' ? block.lines : []));
  const index = lines.findIndex((runs) => runs.some(({ text }) => text.includes(words)));
  const button = buttonsOf(reply)[index];
  if (!button) throw new Error(`no choice says "${words}": ${textOf(reply.layout)}`);
  return button;
}

describe('a wrong fact', () => {
  it('is recorded once with where it was seen, and waits for an editor', async () => {
    const { flag, reception, store, event, edition } = await posted();
    const pick = choice(await flag('wrongfact', reader), 'killed nine');
    const thanks = await reception.press(pick, reader);
    expect(textOf(thanks.layout)).toContain('An editor will look at it');
    await reception.press(pick, reader);
    const verdicts = await store.verdicts({ state: null, events: null, limit: 9 });
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]).toMatchObject({
      kind: 'wrong-fact',
      state: 'waiting',
      event,
      version: edition?.items[0]?.version,
      edition: edition?.id,
      channel: CHANNEL,
      person: 'ann',
      at: '2026-03-12T10:00:00.000Z',
    });
    expect(verdicts[0]?.fact?.evidence[0]?.quote).toContain('killed nine');
    expect(verdicts[0]?.takes).toHaveLength(2);
    const card = await reception.press({ action: 'card', value: event }, reader);
    expect(textOf(card.layout)).toContain('killed nine');
  });

  it('is hidden everywhere once an editor confirms it, and shown again when rejected', async () => {
    const { flag, reception, newsroom, chat, store, event } = await posted();
    await reception.press(choice(await flag('wrongfact', reader), 'killed nine'), reader);
    const listed = await reception.request({ name: 'verdicts' }, editor);
    expect(textOf(listed.layout)).toContain('killed nine');
    const [confirm, reject] = buttonsOf(listed);
    if (!confirm || !reject) throw new Error('no buttons');
    expect(textOf((await reception.press(confirm, reader)).layout)).toContain('Only editors');
    await reception.press(confirm, editor);
    await newsroom.post();
    const edited = JSON.stringify(chat.edited.at(-1)?.payload);
    expect(edited).toContain('A fact that was wrong is no longer shown');
    expect(edited).toContain('Tessaly');
    expect(edited).not.toContain('killed nine people, mayor');
    const card = await reception.press({ action: 'card', value: event }, reader);
    expect(textOf(card.layout)).not.toContain('killed nine people, mayor');
    const edits = chat.edited.length;
    await reception.press(confirm, editor);
    await newsroom.post();
    expect(chat.edited).toHaveLength(edits);
    await reception.press(reject, editor);
    await newsroom.post();
    expect(chat.edited).toHaveLength(edits + 1);
    expect(JSON.stringify(chat.edited.at(-1)?.payload)).toContain('killed nine people, mayor');
    expect((await store.verdicts({ state: 'waiting', events: null, limit: 9 })).length).toBe(0);
  });

  it('stays hidden when a later take says it in the same words', async () => {
    const { flag, reception, newsroom, wire, event, moveTo } = await posted();
    await reception.press(choice(await flag('wrongfact', editor), 'killed nine'), editor);
    const update = { guid: 'b', provider: 'Beta', version: '2', sentAt: '2026-03-12T11:00:00Z' };
    wire.batches.push([
      copy('Quake hits Velmora port', `${RIVAL}\n\nThe navy sent two cutters.`, update),
    ]);
    moveTo('2026-03-12T11:01:00Z');
    await newsroom.gather();
    const card = await reception.press({ action: 'card', value: event }, reader);
    expect(textOf(card.layout)).not.toContain('killed nine people, mayor');
    expect(textOf(card.layout)).toContain('Tessaly');
  });

  it('is not told in answers either', async () => {
    const { flag, reception } = await posted();
    const ask = { name: 'ask', question: 'How many people did the earthquake kill?' } as const;
    expect(textOf((await reception.request(ask, reader)).layout)).toContain('killed nine');
    await reception.press(choice(await flag('wrongfact', editor), 'killed nine'), editor);
    expect(textOf((await reception.request(ask, reader)).layout)).not.toContain('killed nine');
  });

  it('may be confirmed by whom the configuration lists', async () => {
    const { flag, reception, store } = await posted({ editors: ['terminal:ann'] });
    await reception.press(choice(await flag('wrongfact', reader), 'killed nine'), reader);
    const [verdict] = await store.verdicts({ state: 'confirmed', events: null, limit: 9 });
    expect(verdict).toMatchObject({ decidedBy: 'terminal:ann' });
  });

  it('is left to those whom the configuration lists, whoever may manage the channel', async () => {
    const { flag, reception, store } = await posted({ editors: ['terminal:cleo'] });
    await reception.press(choice(await flag('wrongfact', editor), 'killed nine'), editor);
    expect(await store.verdicts({ state: 'waiting', events: null, limit: 9 })).toHaveLength(1);
    const listed = await reception.request({ name: 'verdicts' }, editor);
    expect(textOf(listed.layout)).toContain('Only editors');
  });

  it('is for those who manage where only editors of another platform are listed', async () => {
    const { flag, reception, store } = await posted({ editors: ['slack:U0CLEO'] });
    await reception.press(choice(await flag('wrongfact', editor), 'killed nine'), editor);
    expect(await store.verdicts({ state: 'confirmed', events: null, limit: 9 })).toHaveLength(1);
  });

  it('tells nothing of copy that was killed', async () => {
    const { flag, reception, newsroom, wire, moveTo } = await posted();
    const asked = await flag('wrongfact', reader);
    await reception.press(choice(asked, 'killed nine'), reader);
    const kill = { signal: 'kill', sentAt: '2026-03-12T10:30:00Z' } as const;
    wire.batches.push([
      copy('KILL', 'Kill.', { ...kill, guid: 'a', provider: 'Alpha' }),
      copy('KILL', 'Kill.', { ...kill, guid: 'b', provider: 'Beta' }),
    ]);
    moveTo('2026-03-12T10:31:00Z');
    await newsroom.gather();
    const listed = await reception.request({ name: 'verdicts' }, editor);
    expect(textOf(listed.layout)).toContain('(withdrawn)');
    expect(textOf(listed.layout)).not.toMatch(/Tessaly|nine/);
    expect(textOf((await flag('wrongfact', reader)).layout)).not.toMatch(/Tessaly|nine/);
    const again = await reception.press(choice(asked, 'killed nine'), editor);
    expect(textOf(again.layout)).not.toMatch(/Tessaly|nine/);
  });
});

describe('a wrong merge', () => {
  it('is split for everyone by an editor, for good, and what was posted says so', async () => {
    const { flag, reception, newsroom, chat, store, event, wire, moveTo } = await posted();
    await reception.press(choice(await flag('wrongmerge', editor), 'Beta'), editor);
    await newsroom.post();
    expect(JSON.stringify(chat.edited.at(-1)?.payload)).toContain('did not belong here');
    expect((await store.event(event))?.stories).toHaveLength(1);
    const update = { guid: 'b', provider: 'Beta', version: '2', sentAt: '2026-03-12T11:00:00Z' };
    wire.batches.push([copy('Quake hits Velmora port Tessaly', `${RIVAL} More.`, update)]);
    moveTo('2026-03-12T11:01:00Z');
    await newsroom.gather();
    expect((await store.event(event))?.stories).toHaveLength(1);
    const alone = await reception.request({ name: 'split', words: 'Tessaly' }, editor);
    expect(textOf(alone.layout)).toContain('No item with several stories');
  });

  it('is split again when it was merged back', async () => {
    const { flag, reception, store, event } = await posted();
    const beta = choice(await flag('wrongmerge', editor), 'Beta');
    await reception.press(beta, editor);
    await reception.press(beta, editor);
    const [verdict] = await store.verdicts({ state: 'confirmed', events: [event], limit: 1 });
    const own = (await store.story(verdict?.story ?? ''))?.event ?? '';
    await reception.request({ name: 'merge', words: `${own} ${event}` }, editor);
    expect((await store.event(event))?.stories).toHaveLength(2);
    await reception.press(beta, editor);
    expect((await store.event(event))?.stories).toHaveLength(1);
  });

  it('waits when a reader says it, also by command', async () => {
    const { reception, store, event } = await posted();
    const asked = await reception.request({ name: 'split', words: 'quake Tessaly' }, reader);
    await reception.press(choice(asked, 'Beta'), reader);
    expect((await store.event(event))?.stories).toHaveLength(2);
    const [verdict] = await store.verdicts({ state: 'waiting', events: [event], limit: 9 });
    expect(verdict).toMatchObject({ kind: 'wrong-merge', edition: null });
    const id = verdict?.id ?? '';
    await reception.request({ name: 'confirm', verdict: id }, editor);
    expect((await store.event(event))?.stories).toHaveLength(1);
  });
});

describe('two items of one happening', () => {
  it('are merged by an editor; what was posted of either is edited from the one event', async () => {
    const { reception, store, event, wire, newsroom, chat, moveTo } = await posted();
    wire.batches.push([
      copy('Reactor stopped at Ostby', 'Engineers stopped the reactor at Ostby after the shock.', {
        guid: 'c',
        provider: 'Gamma',
        sentAt: '2026-03-12T10:10:00Z',
      }),
    ]);
    moveTo('2026-03-12T10:11:00Z');
    await newsroom.gather();
    const asked = await reception.request({ name: 'merge', words: 'quake reactor' }, editor);
    const merged = await reception.press(buttonsOf(asked)[0] ?? never(), editor);
    expect(textOf(merged.layout)).toContain('They are one item now');
    const [verdict] = await store.verdicts({ state: 'confirmed', events: null, limit: 1 });
    const standing = await store.event(verdict?.event ?? '');
    expect(standing?.stories).toHaveLength(3);
    const emptied = await store.event(verdict?.other ?? '');
    expect(emptied).toMatchObject({ stories: [], mergedInto: standing?.id });
    // who was shown the quake is not shown it again as news
    const card = await reception.press({ action: 'card', value: verdict?.other ?? '' }, reader);
    expect(textOf(card.layout)).toContain('Sources');
    // a kill of one of the quake's stories must not withdraw what the others still tell
    const kill = { guid: 'b', provider: 'Beta', signal: 'kill' } as const;
    wire.batches.push([copy('KILL', 'Kill.', { ...kill, sentAt: '2026-03-12T10:30:00Z' })]);
    moveTo('2026-03-12T10:31:00Z');
    await newsroom.gather();
    await newsroom.post();
    const edited = JSON.stringify(chat.edited.at(-1)?.payload);
    expect(edited).toContain('Sources:');
    expect(edited).not.toContain('Beta');
    expect((await flagAgain(reception, event)).layout.title).not.toContain('withdrawn');
  });
});

it('that were merged are no news to a channel that was shown the one', async () => {
  const { reception, store, event, wire, newsroom, chat, moveTo } = await posted();
  const later = { guid: 'c', provider: 'Gamma', sentAt: '2026-03-12T10:10:00Z' };
  wire.batches.push([copy('Sirens in Ostby', 'A short earthquake siren test in Ostby.', later)]);
  moveTo('2026-03-12T10:11:00Z');
  await newsroom.gather();
  const [story] = await store.searchStories({ words: ['siren'], since: null, limit: 1 });
  await reception.request({ name: 'merge', words: `${event} ${story?.event}` }, editor);
  const before = chat.posted.length;
  moveTo('2026-03-13T10:00:00Z');
  await newsroom.publish();
  expect((await store.event(story?.event ?? ''))?.stories).toHaveLength(3);
  // what is planned for the day is announced; the item itself does not come again
  const [digest, ...others] = chat.posted.slice(before).map((each) => JSON.stringify(each));
  expect(others).toEqual([]);
  expect(digest).toContain('Nothing new since the last digest.');
});

const never = (): never => {
  throw new Error('there is no button');
};

function flagAgain(reception: Awaited<ReturnType<typeof posted>>['reception'], event: string) {
  return reception.press({ action: 'wrongfact', value: `${event}.2`, message: 'm1' }, reader);
}

describe('an item that is not relevant', () => {
  it('is noted for the topic and the channel and changes nothing else', async () => {
    const { flag, store, event, chat, newsroom } = await posted();
    const reply = await flag('irrelevant', reader);
    expect(textOf(reply.layout)).toContain('disasters in this channel');
    await flag('irrelevant', reader);
    await flag('irrelevant', editor);
    const verdicts = await store.verdicts({ state: 'noted', events: [event], limit: 9 });
    expect(verdicts).toHaveLength(2);
    expect(verdicts[0]).toMatchObject({ kind: 'not-relevant', topics: ['disasters'] });
    await newsroom.post();
    expect(chat.edited).toHaveLength(0);
  });
});

it('says so when an item is no longer stored, or a press makes no sense', async () => {
  const { press } = await posted();
  for (const [action, value] of [
    ['wrongfact', 'nowhere.1'],
    ['fact', ''],
    ['apart', '...'],
    ['merge', 'a.b.c'],
  ] as const)
    expect(textOf((await press(action, value, reader)).layout)).toContain('no longer stored');
  expect(textOf((await press('confirm', 'nothing', editor)).layout)).toContain('no verdict');
});
