/** Corrections, kills and holds of what was posted, and edits that the platform refuses. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/chats/chat.ts';
import type { Copy } from '../../src/news/take.ts';
import { copy, openDesk } from '../fakes/newsroom.ts';
import { FLOOD, TALKS, QUAKE, flood, killOf, posted, send, later, textOf, update } from './desk.ts';
import type { Desk } from './desk.ts';

describe('a correction', () => {
  const corrected = (note: string | null): Copy =>
    copy('Norland, Sudland ease export rules', TALKS('23'), {
      guid: 'talks',
      signal: 'correction',
      sentAt: '2026-03-12T10:30:00Z',
      notes: note === null ? [] : [{ text: note, public: true }],
    });
  const talks = copy('Norland, Sudland ease export rules', TALKS('21'), { guid: 'talks' });

  it('is labelled with what the wire says was wrong', async () => {
    const desk = await posted([talks]);
    await send(desk, '2026-03-12T10:31:00Z', corrected('CORRECTS day of meeting to April 23'));
    expect(desk.chat.edited).toHaveLength(1);
    expect(textOf(desk.chat.edited[0])).toContain(
      'Correction: CORRECTS day of meeting to April 23',
    );
    expect(textOf(desk.chat.edited[0])).not.toContain('April 21');
  });

  it('is labelled with what changed when the wire does not say', async () => {
    const desk = await posted([talks]);
    await send(desk, '2026-03-12T10:31:00Z', corrected(null));
    expect(textOf(desk.chat.edited[0])).toMatch(
      /Correction: next step moved from April 21 .* to April 23/,
    );
  });

  it('is not claimed for an update that comes after it', async () => {
    const desk = openDesk();
    await desk.newsroom.publish();
    desk.wire.batches.push([
      talks,
      { ...corrected('CORRECTS day'), sentAt: '2026-03-12T08:30:00Z' },
    ]);
    await desk.newsroom.gather();
    desk.moveTo('2026-03-12T10:00:00Z');
    await desk.newsroom.publish();
    const next = copy('Norland, Sudland ease export rules', TALKS('28'), {
      guid: 'talks',
      sentAt: '2026-03-12T10:59:00Z',
    });
    await send(desk, '2026-03-12T11:00:00Z', next);
    await later(desk, '2026-03-12T11:05:00Z');
    expect(textOf(desk.chat.edited[0])).not.toContain('Correction');
    expect(textOf(desk.chat.edited[0])).toContain('Update v3: next step moved');
  });
});

describe('a kill', () => {
  it('takes every item out of one message, each in its turn', async () => {
    const quake = copy('Earthquake damages Osten', QUAKE, { guid: 'quake' });
    const desk = await posted([flood('nine'), quake]);
    await send(desk, '2026-03-12T11:00:00Z', killOf('flood', '2026-03-12T10:59:00Z'));
    expect(textOf(desk.chat.edited.at(-1))).not.toContain('Vara');
    expect(textOf(desk.chat.edited.at(-1))).toContain('Osten');
    await send(desk, '2026-03-12T12:00:00Z', killOf('quake', '2026-03-12T11:59:00Z'));
    expect(textOf(desk.chat.edited.at(-1))).not.toContain('Vara');
    expect(textOf(desk.chat.edited.at(-1))).not.toContain('Osten');
  });

  it('takes the notes under the message too', async () => {
    const desk = await posted([flood('nine')]);
    await send(desk, '2026-03-12T11:00:00Z', update('11', '2026-03-12T10:59:00Z'));
    await later(desk, '2026-03-12T11:01:00Z');
    await send(desk, '2026-03-12T12:00:00Z', killOf('flood', '2026-03-12T11:59:00Z'));
    const edits = desk.chat.edited.slice(1).map(textOf);
    expect(edits).toHaveLength(2);
    for (const text of edits) {
      expect(text).toContain('Withdrawn');
      expect(text).not.toMatch(/Vara|toll/);
    }
  });

  it('of one of several sources leaves what the others tell', async () => {
    const other = copy(
      'Vara flood cuts railway',
      FLOOD('nine').replace('cut the main', 'closed the'),
      {
        guid: 'other-agency',
        provider: 'Coast Press',
      },
    );
    const desk = await posted([flood('nine'), other]);
    await send(desk, '2026-03-12T11:00:00Z', killOf('flood', '2026-03-12T10:59:00Z'));
    const text = textOf(desk.chat.edited.at(-1));
    expect(text).toContain('Changed: one of its sources was withdrawn by its wire');
    expect(text).toContain('Vara flood cuts railway');
    expect(text).not.toContain('Flood hits Vara valley');
  });

  it('takes back a hold that the wire lifts', async () => {
    const desk = await posted([flood('nine')]);
    const hold = flood('nine', {
      signal: 'withhold',
      sentAt: '2026-03-12T10:59:00Z',
      paragraphs: [],
    });
    await send(desk, '2026-03-12T11:00:00Z', hold);
    expect(textOf(desk.chat.edited.at(-1))).toContain('Held back');
    await send(desk, '2026-03-12T12:00:00Z', flood('nine', { sentAt: '2026-03-12T11:59:00Z' }));
    expect(textOf(desk.chat.edited.at(-1))).toContain('released this item again');
    expect(textOf(desk.chat.edited.at(-1))).toContain('nine people');
  });
});

describe('an edit that the platform refuses', () => {
  const refused = { kind: 'refused', code: 'edit_window_closed', sentence: 'too late' } as const;

  it('is replaced by a reply in the thread, once', async () => {
    const desk = await posted([flood('nine')]);
    desk.chat.editOutcomes.push(refused);
    await send(desk, '2026-03-12T11:00:00Z', killOf('flood', '2026-03-12T10:59:00Z'));
    await later(desk, '2026-03-12T11:05:00Z');
    const [note, ...more] = desk.chat.posted.slice(1);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ lead: 'm1' });
    expect(textOf(note)).toContain('Withdrawn');
    expect(textOf(note)).not.toContain('Vara');
  });

  it('is replaced by a message in the channel when the message is gone', async () => {
    const desk = await posted([flood('nine')]);
    desk.chat.editOutcomes.push({ ...refused, isClosed: true });
    const correction = flood('12', { signal: 'correction', sentAt: '2026-03-12T10:59:00Z' });
    await send(desk, '2026-03-12T11:00:00Z', correction);
    const note = desk.chat.posted[1];
    expect(note).toMatchObject({ lead: null });
    expect(textOf(note)).toContain('Correction (v2): death toll 9 to 12');
  });

  it('still tells an update in the thread, and nobody when the message is gone', async () => {
    const desk = await posted([flood('nine')]);
    desk.chat.editOutcomes.push(refused, { ...refused, isClosed: true });
    await send(desk, '2026-03-12T11:00:00Z', update('11', '2026-03-12T10:59:00Z'));
    await later(desk, '2026-03-12T11:05:00Z');
    await send(desk, '2026-03-12T12:00:00Z', update('14', '2026-03-12T11:59:00Z'));
    await later(desk, '2026-03-12T12:05:00Z');
    expect(desk.chat.posted.slice(1).map(textOf)).toEqual([
      expect.stringContaining('v2: death toll 9 to 11'),
    ]);
  });

  describe('of a withdrawal', () => {
    const kill = killOf('flood', '2026-03-12T10:59:00Z');
    const removes = (desk: Desk, ...outcomes: Outcome[]): string[] => {
      const removed: string[] = [];
      desk.chat.remove = (_, messageId) => {
        removed.push(messageId);
        return Promise.resolve(outcomes.shift() ?? { kind: 'sent', messageId });
      };
      return removed;
    };

    it('takes the message away and says so in the channel, once', async () => {
      const desk = await posted([flood('nine')]);
      const removed = removes(desk);
      desk.chat.editOutcomes.push(refused);
      await send(desk, '2026-03-12T11:00:00Z', kill);
      await later(desk, '2026-03-12T11:05:00Z');
      expect(removed).toEqual(['m1']);
      const [note, ...more] = desk.chat.posted.slice(1);
      expect(more).toEqual([]);
      expect(note).toMatchObject({ lead: null });
      expect(textOf(note)).toMatch(/Withdrawn[^]*was removed/);
      expect(textOf(note)).not.toContain('Vara');
    });

    it('takes it away where only the channel is closed to us', async () => {
      const desk = await posted([flood('nine')]);
      const removed = removes(desk);
      desk.chat.editOutcomes.push({ kind: 'gone', code: 'not_in_channel', sentence: 'not in it' });
      await send(desk, '2026-03-12T11:00:00Z', kill);
      expect(removed).toEqual(['m1']);
    });

    it('tells it once although the process ends before it is written down', async () => {
      const desk = await posted([flood('nine')]);
      const removed = removes(desk);
      const gone = { ...refused, code: 'message_not_found', isClosed: true } as const;
      desk.chat.editOutcomes.push(refused, gone);
      const { settleDeliveries } = desk.store;
      desk.store.settleDeliveries = (settlements, now) =>
        removed.length === 0
          ? settleDeliveries(settlements, now)
          : Promise.reject(new Error('the process ends'));
      await send(desk, '2026-03-12T11:00:00Z', kill);
      desk.store.settleDeliveries = settleDeliveries;
      await later(desk, '2026-03-12T11:05:00Z');
      expect(removed).toEqual(['m1', 'm1']);
      expect(desk.chat.posted.slice(1).map(textOf)).toEqual([
        expect.stringContaining('was removed'),
      ]);
    });

    it('is told in the thread where the message cannot be taken away either', async () => {
      const desk = await posted([flood('nine')]);
      const removed = removes(desk, { ...refused, code: 'cant_delete_message' });
      desk.chat.editOutcomes.push(refused);
      await send(desk, '2026-03-12T11:00:00Z', kill);
      expect(removed).toEqual(['m1']);
      expect(desk.chat.posted[1]).toMatchObject({ lead: 'm1' });
      expect(textOf(desk.chat.posted[1])).toContain('Withdrawn');
    });

    it.each(['later', 'unknown'] as const)('is tried again when it ends %s', async (kind) => {
      const desk = await posted([flood('nine')]);
      const removed = removes(desk, { kind, retryAfterMs: 3_000, sentence: 'not now' });
      desk.chat.editOutcomes.push(refused, refused);
      await send(desk, '2026-03-12T11:00:00Z', kill);
      expect(desk.chat.posted).toHaveLength(1);
      await later(desk, '2026-03-12T11:05:00Z');
      expect(removed).toEqual(['m1', 'm1']);
      expect(desk.chat.posted.slice(1).map(textOf)).toEqual([
        expect.stringContaining('was removed'),
      ]);
    });

    it('leaves a message whose hold was lifted before it could be edited', async () => {
      const desk = await posted([flood('nine')]);
      const removed = removes(desk);
      const later5 = { kind: 'later', retryAfterMs: 300_000, sentence: 'not now' } as const;
      desk.chat.editOutcomes.push(later5, refused, refused);
      const hold = { signal: 'withhold', sentAt: '2026-03-12T10:59:00Z', paragraphs: [] } as const;
      await send(desk, '2026-03-12T11:00:00Z', flood('nine', hold));
      await send(desk, '2026-03-12T11:04:00Z', flood('nine', { sentAt: '2026-03-12T11:03:00Z' }));
      await later(desk, '2026-03-12T11:10:00Z');
      await later(desk, '2026-03-12T11:20:00Z');
      expect(desk.chat.edited.length).toBeGreaterThan(1);
      expect(removed).toEqual([]);
    });

    it.each([
      ['a correction', flood('12', { signal: 'correction', sentAt: '2026-03-12T10:59:00Z' })],
      ['an update', update('12', '2026-03-12T10:59:00Z')],
    ])('is not what becomes of %s', async (_, take) => {
      const desk = await posted([flood('nine')]);
      const removed = removes(desk);
      desk.chat.editOutcomes.push(refused);
      await send(desk, '2026-03-12T11:00:00Z', take);
      await later(desk, '2026-03-12T11:05:00Z');
      expect(desk.chat.edited).toHaveLength(1);
      expect(removed).toEqual([]);
    });
  });
});
