/** Updates of what was posted: edited, told once, in order, and not too often. */
import { describe, expect, it } from 'vitest';
import { CHANNEL, copy, openDesk } from '../fakes/newsroom.ts';
import { FLOOD, flood, killOf, type Desk, posted, send, later, textOf, update } from './desk.ts';

/** States in which nothing more is done for a message. */
const ENDED = ['sent', 'amended', 'withdrawn'];

describe('an update', () => {
  it('edits the item and says what changed in the thread', async () => {
    const desk = await posted([flood('nine')]);
    await send(desk, '2026-03-12T11:00:00Z', update('11', '2026-03-12T10:59:00Z'));
    await later(desk, '2026-03-12T11:01:00Z');
    expect(desk.chat.edited).toHaveLength(1);
    expect(textOf(desk.chat.edited[0])).toContain('Update v2: death toll 9 to 11');
    expect(textOf(desk.chat.edited[0])).toContain('killed 11 people');
    const notes = desk.chat.posted.slice(1);
    expect(notes.map(textOf)).toEqual([expect.stringContaining('v2: death toll 9 to 11')]);
    expect(notes[0]).toMatchObject({ channel: CHANNEL, lead: 'm1' });
  });

  it('is told from the last note on, and the item from what was posted', async () => {
    const desk = await posted([flood('nine')]);
    await send(desk, '2026-03-12T11:00:00Z', update('11', '2026-03-12T10:59:00Z'));
    await later(desk, '2026-03-12T11:05:00Z');
    await send(desk, '2026-03-12T12:00:00Z', update('14', '2026-03-12T11:59:00Z'));
    await later(desk, '2026-03-12T12:05:00Z');
    expect(textOf(desk.chat.edited.at(-1))).toContain('Update v3: death toll 9 to 14');
    expect(textOf(desk.chat.posted.at(-1))).toContain('v3: death toll 11 to 14');
    expect(desk.chat.posted).toHaveLength(3);
  });

  it('tells several of one minute once', async () => {
    const desk = await posted([flood('nine')]);
    for (const [second, toll] of [
      ['05', '11'],
      ['15', '12'],
      ['25', '14'],
    ] as const)
      await send(desk, `2026-03-12T11:00:${second}Z`, update(toll, `2026-03-12T11:00:${second}Z`));
    for (const second of ['00', '20', '40']) await later(desk, `2026-03-12T11:01:${second}Z`);
    await later(desk, '2026-03-12T11:10:00Z');
    expect(desk.chat.posted.slice(1).map(textOf)).toEqual([
      expect.stringContaining('v4: death toll 9 to 14'),
    ]);
    expect(desk.chat.edited).toHaveLength(1);
  });

  it('never brings more than one note a minute, and at most a dozen', async () => {
    const desk = await posted([flood('1')]);
    const start = Date.parse('2026-03-12T11:00:00Z');
    for (let step = 0; step < 120; step += 1) {
      const at = new Date(start + step * 10_000).toISOString();
      await send(desk, at, update(String(step + 2), at));
    }
    await later(desk, '2026-03-12T13:00:00Z');
    const notes = desk.chat.posted.slice(1);
    expect(notes.length).toBeLessThanOrEqual(12);
    expect(notes.length).toBeGreaterThan(8);
    expect(textOf(desk.chat.edited.at(-1))).toContain('death toll 1 to 121');
  });

  it('of words alone is no update', async () => {
    const desk = await posted([flood('nine')]);
    const reworded = FLOOD('nine').replace('officials said', 'according to officials');
    await send(
      desk,
      '2026-03-12T11:00:00Z',
      copy('Flood hits Vara valley', reworded, { guid: 'flood', sentAt: '2026-03-12T10:59:00Z' }),
    );
    await later(desk, '2026-03-12T11:05:00Z');
    expect(desk.chat.edited).toEqual([]);
    expect(desk.chat.posted).toHaveLength(1);
  });

  it('may come from another story of the event', async () => {
    const desk = await posted([flood('nine')]);
    const other = copy(
      'Vara valley flood kills eleven',
      FLOOD('eleven').replace('cut the main', 'closed the main'),
      {
        guid: 'other-agency',
        provider: 'Coast Press',
        sentAt: '2026-03-12T10:50:00Z',
      },
    );
    await send(desk, '2026-03-12T11:00:00Z', other);
    await later(desk, '2026-03-12T11:05:00Z');
    expect(desk.chat.posted.slice(1).map(textOf)).toEqual([
      expect.stringMatching(/v2: .*(?:11|eleven)/),
    ]);
  });

  it('leaves a digest of three days ago alone, and a kill does not', async () => {
    const desk = await posted([flood('nine')]);
    await send(desk, '2026-03-15T11:00:00Z', update('11', '2026-03-15T10:59:00Z'));
    await later(desk, '2026-03-15T11:05:00Z');
    expect(desk.chat.edited).toEqual([]);
    await send(desk, '2026-03-15T12:00:00Z', killOf('flood', '2026-03-15T11:59:00Z'));
    expect(textOf(desk.chat.edited[0])).toContain('Withdrawn');
  });

  it('between composing and posting is told after the posting', async () => {
    const desk = openDesk();
    await desk.newsroom.publish();
    desk.wire.batches.push([flood('nine')]);
    await desk.newsroom.gather();
    desk.moveTo('2026-03-12T10:00:00Z');
    desk.chat.outcomes.push({ kind: 'later', retryAfterMs: 5_000, sentence: 'slow down' });
    await desk.newsroom.publish();
    await send(desk, '2026-03-12T10:00:01Z', update('11', '2026-03-12T10:00:00Z'));
    await later(desk, '2026-03-12T10:00:20Z');
    expect(textOf(desk.chat.posted.at(-1))).toContain('nine people');
    await later(desk, '2026-03-12T10:02:00Z');
    expect(textOf(desk.chat.posted.at(-1))).toContain('death toll 9 to 11');
    expect(desk.chat.edited).toHaveLength(1);
  });

  it('that is killed meanwhile is not told', async () => {
    const desk = await posted([flood('nine')]);
    await send(desk, '2026-03-12T11:00:00Z', update('11', '2026-03-12T10:59:00Z'));
    await send(desk, '2026-03-12T11:00:10Z', killOf('flood', '2026-03-12T11:00:05Z'));
    await later(desk, '2026-03-12T11:05:00Z');
    expect(desk.chat.posted).toHaveLength(1);
    expect(desk.chat.edited.map(textOf).join()).not.toContain('11 people');
  });
});

describe('the ledger of amendments', () => {
  const until = async (desk: Desk, minutes: number): Promise<void> => {
    for (let minute = 1; minute <= minutes; minute += 1)
      await later(
        desk,
        new Date(Date.parse('2026-03-12T11:00:00Z') + minute * 60_000).toISOString(),
      );
  };

  it('looks for a note of unknown fate before it says it again', async () => {
    const desk = await posted([flood('nine')]);
    await send(desk, '2026-03-12T11:00:00Z', update('11', '2026-03-12T10:59:00Z'));
    desk.chat.outcomes.push({ kind: 'unknown', sentence: 'the reply was lost' });
    desk.chat.search = { kind: 'found', messageId: 'note' };
    await until(desk, 5);
    expect(desk.chat.posted).toHaveLength(2);
    desk.chat.search = { kind: 'absent' };
    await send(desk, '2026-03-12T12:00:00Z', update('14', '2026-03-12T11:59:00Z'));
    desk.chat.outcomes.push({ kind: 'unknown', sentence: 'the reply was lost' });
    for (const minute of ['01', '02', '03']) await later(desk, `2026-03-12T12:${minute}:00Z`);
    expect(desk.chat.posted).toHaveLength(4); // not taken, so said again
    const [first, again] = desk.chat.posted.slice(2);
    expect(again?.delivery).toBe(first?.delivery);
    expect(textOf(again)).toBe(textOf(first));
  });

  it.each(['before the note is planned', 'before the edit is settled'])(
    'says it once when the process dies %s',
    async (moment) => {
      const desk = await posted([flood('nine')]);
      await send(desk, '2026-03-12T11:00:00Z', update('11', '2026-03-12T10:59:00Z'));
      const died = (): Promise<never> => Promise.reject(new Error('gone'));
      const { addDeliveries, settleDeliveries } = desk.store;
      Object.assign(
        desk.store,
        moment.includes('planned') ? { addDeliveries: died } : { settleDeliveries: died },
      );
      await later(desk, '2026-03-12T11:01:00Z');
      expect(desk.chat.edited).toHaveLength(1);
      Object.assign(desk.store, { addDeliveries, settleDeliveries });
      await until(desk, 8);
      expect(desk.chat.posted.slice(1).map(textOf)).toEqual([
        expect.stringContaining('v2: death toll 9 to 11'),
      ]);
      const states = await desk.store.countDeliveries();
      expect(states.filter(({ state }) => !ENDED.includes(state))).toEqual([]);
    },
  );

  it('tries a notice of a kill for as long as it takes', async () => {
    const desk = await posted([flood('nine')]);
    desk.chat.editOutcomes.push({ kind: 'refused', code: 'edit_window_closed', sentence: 'late' });
    for (let tries = 0; tries < 9; tries += 1)
      desk.chat.outcomes.push({ kind: 'later', retryAfterMs: 86_400_000, sentence: 'down' });
    await send(desk, '2026-03-12T11:00:00Z', killOf('flood', '2026-03-12T10:59:00Z'));
    for (let day = 13; day < 24; day += 1) await later(desk, `2026-03-${day}T11:30:00Z`);
    expect(textOf(desk.chat.posted.at(-1))).toContain('Withdrawn');
    expect((await desk.store.countDeliveries()).map(({ state }) => state)).toEqual([
      'failed',
      'sent',
    ]);
  });
});

describe('a channel that asked for corrections and kills only', () => {
  const SERVED = {
    channel: CHANNEL,
    topics: ['disasters'],
    schedule: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], time: '10:00', zone: 'UTC' }],
    alerts: false as const,
    whenEmpty: 'silence' as const,
    limit: 10,
    amendments: 'corrections-and-kills' as const,
  };

  it('sees no update, and every correction and kill', async () => {
    const desk = await posted([flood('nine')], { channels: [SERVED] });
    await send(desk, '2026-03-12T11:00:00Z', update('11', '2026-03-12T10:59:00Z'));
    await later(desk, '2026-03-12T11:05:00Z');
    expect([desk.chat.edited.length, desk.chat.posted.length]).toEqual([0, 1]);
    const correction = flood('12', { signal: 'correction', sentAt: '2026-03-12T11:30:00Z' });
    await send(desk, '2026-03-12T11:31:00Z', correction);
    expect(textOf(desk.chat.edited[0])).toContain('Correction: death toll 9 to 12');
    await send(desk, '2026-03-12T12:00:00Z', killOf('flood', '2026-03-12T11:59:00Z'));
    expect(textOf(desk.chat.edited[1])).toContain('Withdrawn');
    expect(desk.chat.posted).toHaveLength(1);
  });

  it('is set and shown by command', async () => {
    const desk = openDesk();
    const asker = { channel: CHANNEL, person: 'U1', mayManage: true, thread: null };
    const only = { name: 'schedule', schedule: null, amendments: 'corrections-and-kills' } as const;
    expect(
      (await desk.reception.request(only, { ...asker, mayManage: false })).layout.title,
    ).toContain('Only people');
    await desk.reception.request(only, asker);
    expect((await desk.store.channelSettings(CHANNEL))?.amendments).toBe('corrections-and-kills');
    const shown = await desk.reception.request({ name: 'schedule', schedule: null }, asker);
    expect(JSON.stringify(shown.layout)).toContain('corrections and kills only');
    const all = { name: 'schedule', schedule: null, amendments: 'all' } as const;
    expect((await desk.reception.request(all, asker)).layout.title).toContain('with updates');
  });
});
