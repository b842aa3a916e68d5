/** Copy that may no longer be kept goes; what was posted of it can still be amended. */
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/editing/facts.ts';
import { silentLog } from '../../src/log.ts';
import { expireDaily } from '../../src/gathering/retention.ts';
import { CHANNEL, copy, deskConfig, openDesk } from '../fakes/newsroom.ts';

const DAY_MS = 86_400_000;
const QUAKE = `An earthquake shook Halvik on Thursday, the institute said. Nobody was hurt.

The harbour stays closed until Sunday, its master said.`;
const FLOOD = `A flood in the Vara valley killed three people on Thursday, the ministry said.

Trains stand still between Vara and Port Mary, the railway said.`;

/** A desk that keeps a wire's copy for thirty days and has posted two stories in one digest. */
async function postedDesk(keepMs = 30 * DAY_MS) {
  const plain = { name: 'wire', push: true, article: false, exportText: false };
  const wires = [{ ...plain, backfill: DAY_MS, keep: keepMs }];
  const desk = openDesk({ wires });
  const config = deskConfig({ wires });
  await desk.newsroom.publish();
  desk.wire.batches.push([
    copy('Quake shakes Halvik', QUAKE, { guid: 'quake' }),
    copy('Three die in Vara flood', FLOOD, { guid: 'flood' }),
  ]);
  await desk.newsroom.gather();
  desk.moveTo('2026-03-12T10:00:00Z');
  await desk.newsroom.publish();
  const expireAt = async (instant: string): Promise<void> => {
    desk.moveTo(instant);
    const now = (): number => Date.parse(instant);
    await expireDaily({ config, store: desk.store, now, log: silentLog });
  };
  /** A take of one of both stories comes, and what follows from it is posted. */
  const send = async (...takes: Parameters<typeof copy>[]): Promise<string[]> => {
    const before = desk.chat.edited.length;
    desk.wire.batches.push(takes.map((each) => copy(...each)));
    await desk.newsroom.gather();
    await desk.newsroom.post();
    return desk.chat.edited.slice(before).map(({ payload }) => (payload as { text: string }).text);
  };
  return { ...desk, expireAt, send };
}

const LATER = '2026-04-20T08:00:00Z';

async function textsIn({ store }: Awaited<ReturnType<typeof postedDesk>>): Promise<string> {
  const events = await store.eventsChanged({ from: '2000-01-01T00:00:00Z', to: LATER }, 99);
  const stories = await store.stories(events.flatMap((each) => each.stories));
  const takes = await store.takes(stories.flatMap((each) => each.takes.map(({ id }) => id)));
  return JSON.stringify([stories, takes]);
}

describe('copy that has expired', () => {
  it('is there until its time, and gone from stories, takes and search after it', async () => {
    const desk = await postedDesk();
    const found = () => desk.store.searchStories({ words: ['harbour'], since: null, limit: 5 });
    await desk.expireAt('2026-04-10T08:00:00Z');
    expect(await textsIn(desk)).toContain('harbour stays closed');
    expect(await found()).toHaveLength(1);
    await desk.expireAt(LATER);
    expect(await textsIn(desk)).not.toMatch(/harbour|Trains stand|institute/);
    expect(await found()).toEqual([]);
    const asker = { channel: CHANNEL, person: 'U1', mayManage: false, thread: null };
    const brief = await desk.reception.request({ name: 'brief', words: 'disasters' }, asker);
    expect(JSON.stringify(brief.layout)).not.toContain('harbour');
  });

  it('goes from what readers pointed at, too', async () => {
    const desk = await postedDesk();
    const asker = { channel: CHANNEL, person: 'U1', mayManage: false, thread: null };
    const [edition] = await desk.store.editionsOf(CHANNEL, 1);
    const item = edition?.items.find(({ card }) => card.title.includes('Quake'));
    const [fact] = item ? factsOf(item.card) : [];
    const value = `${item?.event}.${fact?.key}`;
    await desk.reception.press({ action: 'fact', value }, asker);
    const kept = () => desk.store.verdicts({ state: 'waiting', events: null, limit: 9 });
    expect(JSON.stringify(await kept())).toContain('Halvik');
    await desk.expireAt(LATER);
    expect(await kept()).toMatchObject([{ kind: 'wrong-fact', fact: { key: fact?.key } }]);
    expect(JSON.stringify(await kept())).not.toMatch(/Halvik|institute/);
  });

  it('does not come back with a feed that still lists it', async () => {
    const desk = await postedDesk();
    await desk.expireAt(LATER);
    const edits = await desk.send(['Quake shakes Halvik', QUAKE, { guid: 'quake' }]);
    expect(edits).toEqual([]);
    expect(await textsIn(desk)).not.toContain('harbour');
  });

  it('leaves a posted digest that a kill still reaches, with the other item as it was', async () => {
    const desk = await postedDesk();
    expect(desk.chat.texts()[0]).toContain('Quake shakes Halvik');
    await desk.expireAt(LATER);
    const kill = { guid: 'quake', signal: 'kill', sentAt: '2026-04-20T07:00:00Z' } as const;
    const edits = await desk.send(['KILL', 'Kill it.', kill]);
    const edited = edits.at(-1) ?? '';
    expect(edited).not.toContain('Halvik');
    expect(edited).toContain('Three die in Vara flood');
    expect(edited).toContain('three people');
  });

  it('leaves a posted digest that a correction still reaches', async () => {
    const desk = await postedDesk();
    await desk.expireAt(LATER);
    const text = 'A flood in the Vara valley killed two people on Thursday, the ministry said.';
    const note = { text: 'Corrects number of dead to two, not three.', public: true };
    const correction = { guid: 'flood', signal: 'correction', notes: [note] } as const;
    const sentAt = '2026-04-20T07:00:00Z';
    const edits = await desk.send(['Two die in Vara flood', text, { ...correction, sentAt }]);
    expect(edits.at(-1)).toContain('Two die in Vara flood');
    expect(edits.at(-1)).toContain('Quake shakes Halvik');
  });

  it('leaves a corrected item as it stands when another item of the message is killed', async () => {
    const desk = await postedDesk();
    const text = 'A flood in the Vara valley killed two people on Thursday, the ministry said.';
    const notes = [{ text: 'Corrects number of dead to two, not three.', public: true }];
    const sentAt = '2026-03-12T11:00:00Z';
    const correction = { guid: 'flood', signal: 'correction', sentAt, notes } as const;
    await desk.send(['Two die in Vara flood', text, correction]);
    await desk.expireAt(LATER);
    const kill = { guid: 'quake', signal: 'kill', sentAt: '2026-04-20T07:00:00Z' } as const;
    const edits = await desk.send(['KILL', 'Kill it.', kill]);
    expect(edits.at(-1)).toContain('Two die in Vara flood');
    expect(edits.at(-1)).not.toContain('Halvik');
  });

  it('is looked for once a day, by one replica', async () => {
    const desk = await postedDesk(DAY_MS);
    await desk.expireAt('2026-03-14T08:00:00Z');
    const sentAt = '2026-03-12T08:30:00Z';
    await desk.send(['Ferry sails again', 'The ferry sails again, its owner said.', { sentAt }]);
    await desk.expireAt('2026-03-14T23:00:00Z');
    expect(await textsIn(desk)).toContain('ferry sails again, its');
    await desk.expireAt('2026-03-16T00:30:00Z');
    expect(await textsIn(desk)).not.toContain('ferry sails again, its');
  });
});
