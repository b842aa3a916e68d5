/** Messages that announced a next step follow what stories of other events say of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { readAgenda } from '../../src/answering/agenda.ts';
import { CHANNEL, copy } from '../fakes/newsroom.ts';
import { killOf, later, posted, send, textOf, type Desk } from './desk.ts';
import { openPlatforms, type Platforms } from './platforms.ts';
import { CHESS, MOVED, off, TALKS } from './talks.ts';

const edited = (desk: Desk): string[] => desk.chat.edited.map(textOf);
const notes = (desk: Desk): string[] => desk.chat.posted.slice(1).map(textOf);

describe('a step in an item of a digest', () => {
  it('is told as called off, in the item and under it', async () => {
    const desk = await posted([TALKS]);
    expect(textOf(desk.chat.posted[0])).toContain('March 17');
    await send(desk, '2026-03-16T09:00:00Z', off('2026-03-16T08:00:00Z'));
    await later(desk, '2026-03-16T09:02:00Z');
    expect(edited(desk).at(-1)).toMatch(/Update[^:]*: called off: “Norland called off the second/);
    expect(edited(desk).at(-1)).toContain('Coast Agency');
    expect(notes(desk)).toEqual([expect.stringContaining('called off: “Norland called off')]);
    expect(desk.chat.posted[1]).toMatchObject({ lead: 'm1' });
  });

  it('is told with its new day', async () => {
    const desk = await posted([TALKS]);
    await send(desk, '2026-03-15T09:00:00Z', MOVED);
    await later(desk, '2026-03-15T09:02:00Z');
    expect(edited(desk).at(-1)).toMatch(/Update[^:]*: .*2026-03-20/);
    expect(notes(desk)).toHaveLength(1);
  });

  it('stands as it was when the story that called it off is killed', async () => {
    const desk = await posted([TALKS]);
    await send(desk, '2026-03-16T09:00:00Z', off('2026-03-16T08:00:00Z'));
    await later(desk, '2026-03-16T09:02:00Z');
    await send(desk, '2026-03-16T10:00:00Z', killOf('off', '2026-03-16T09:59:00Z'));
    await later(desk, '2026-03-16T10:02:00Z');
    const whole = [textOf(desk.chat.posted[0]), ...edited(desk)];
    expect(whole.at(-1)).not.toMatch(/called off|regrettable/);
    expect(edited(desk).filter((text) => /^.*March 17/s.test(text)).length).toBeGreaterThan(0);
    expect(edited(desk).some((text) => text.includes('Withdrawn'))).toBe(true);
  });

  it('is told once, however often the story is sent again', async () => {
    const desk = await posted([TALKS]);
    await send(desk, '2026-03-16T09:00:00Z', off('2026-03-16T08:00:00Z'));
    await later(desk, '2026-03-16T09:02:00Z');
    const again = { ...off('2026-03-16T09:30:00Z'), signal: 'writethru' as const };
    await send(desk, '2026-03-16T10:00:00Z', again);
    await later(desk, '2026-03-16T10:02:00Z');
    expect(notes(desk)).toHaveLength(1);
  });

  it('is not touched by what another matter calls off', async () => {
    const desk = await posted([TALKS]);
    await send(desk, '2026-03-16T09:00:00Z', CHESS);
    await later(desk, '2026-03-16T09:02:00Z');
    expect(edited(desk)).toEqual([]);
    expect(notes(desk)).toEqual([]);
  });
});

describe('a step that two stories tell, one of them without a day', () => {
  const TOLD = (guid: string, provider: string, first: string, step: string) =>
    copy(
      'Torea, Hanju talk of chip gases',
      `ASAMORI, March 12 (${provider}) - ${first}\n\n${step}`,
      {
        guid,
        provider,
      },
    );
  const VAGUE = TOLD(
    'vague',
    'Tarn Press',
    'Senior officials of Hanju and Torea discussed export licences for chip gases in Asamori on Thursday but did not agree, both governments said.',
    'The two sides agreed to meet again in Seomyang at an early date.',
  );
  const DATED = TOLD(
    'dated',
    'Coast Agency',
    'Torea and Hanju failed to narrow differences over export licences for chip gases at talks in Asamori on Thursday, the industry ministry said.',
    'The next round will be held in Seomyang on March 26, the ministry said.',
  );
  const PUT_BACK = copy(
    'Torea, Hanju move next chip gas talks',
    `SEOMYANG, March 13 (Coast Agency) - The next round of talks between Torea and Hanju on export licences for chip gases has been moved to April 2 from March 26, the industry ministry said on Friday.`,
    { guid: 'put-back', provider: 'Coast Agency', sentAt: '2026-03-13T08:00:00Z' },
  );

  it('is told once when one sentence moves it, in the message, under it and on the agenda', async () => {
    const desk = await posted([VAGUE, DATED]);
    await send(desk, '2026-03-13T09:00:00Z', PUT_BACK);
    await later(desk, '2026-03-13T09:02:00Z');
    expect(notes(desk).filter((text) => text.includes('2026-04-02'))).toHaveLength(1);
    expect(
      edited(desk)
        .at(-1)
        ?.match(/moved to 2026-04-02/g),
    ).toHaveLength(1);
    expect(
      edited(desk)
        .at(-1)
        ?.match(/\[April 2 \(2026-04-02\)/g),
    ).toHaveLength(1);
    const analyst = createOfflineAnalyst();
    const at = '2026-03-13T09:02:00Z';
    const agenda = await readAgenda({ store: desk.store, analyst }, { topics: null }, at);
    expect(agenda.map(({ step, first }) => [step.when?.date, first?.date])).toEqual([
      ['2026-04-02', '2026-03-26'],
    ]);
  });
});

describe('a step in a brief that is shared later', () => {
  it('is told as called off under what was shared', async () => {
    const desk = await posted([TALKS]);
    const asker = { channel: CHANNEL, person: 'U1', mayManage: false, thread: null };
    const reply = await desk.reception.request({ name: 'brief', words: 'export-controls' }, asker);
    await send(desk, '2026-03-16T09:00:00Z', off('2026-03-16T08:00:00Z'));
    await desk.reception.press({ action: 'share', value: reply.id }, asker);
    await later(desk, '2026-03-16T09:02:00Z');
    expect(desk.chat.posted.map(textOf).at(-1)).toMatch(/Update: .*called off: “Norland/s);
    expect(edited(desk).at(-1)).toMatch(/Update: called off: “Norland called off/);
  });
});

describe('a step in a brief', () => {
  it('stands as a later story of another event tells it, until that is killed', async () => {
    const desk = await posted([TALKS]);
    const asker = { channel: CHANNEL, person: 'U1', mayManage: false, thread: null };
    const [event] = (
      await desk.reception.request({ name: 'brief', words: 'export-controls' }, asker)
    ).events;
    const brief = async (): Promise<string> => {
      const press = { action: 'card', value: event?.id ?? '' } as const;
      return JSON.stringify((await desk.reception.press(press, asker)).layout);
    };
    expect(await brief()).not.toContain('Update');
    await send(desk, '2026-03-16T09:00:00Z', off('2026-03-16T08:00:00Z'));
    expect(await brief()).toMatch(/Update: .*called off: “Norland called off the second round/);
    await send(desk, '2026-03-16T10:00:00Z', killOf('off', '2026-03-16T09:59:00Z'));
    expect(await brief()).not.toMatch(/called off|Update/);
    expect(await brief()).toContain('March 17');
  });
});

describe('a step in the line "Today"', () => {
  it('is told as called off on the day', async () => {
    const desk = await posted([TALKS]);
    desk.moveTo('2026-03-17T10:00:00Z');
    await desk.newsroom.publish();
    const digests = desk.chat.texts().filter((text) => text.includes('Today:'));
    expect(digests).toHaveLength(1);
    await send(desk, '2026-03-17T11:00:00Z', off('2026-03-17T10:30:00Z'));
    await later(desk, '2026-03-17T11:02:00Z');
    const today = desk.chat.edited.filter((each) => textOf(each).includes('Announced as'));
    expect(today.length).toBeGreaterThan(0);
    expect(textOf(today.at(-1))).toMatch(/Update: called off: “Norland called off/);
    expect(textOf(today.at(-1))).not.toContain('Today:');
  });
});

describe.each(['slack', 'discord'] as const)('on %s', (platform) => {
  let platforms: Platforms;
  beforeEach(async () => {
    platforms = await openPlatforms(['export-controls']);
  });
  afterEach(() => platforms.close());

  it('a step that another story calls off is told where it was announced', async () => {
    const { send, seen, postDigest, clock } = platforms;
    await send(TALKS);
    await postDigest();
    clock.now = Date.parse('2026-03-16T08:00:00Z');
    await send(off(''));
    const [item, note, ...more] = seen()[platform];
    expect(item).toMatch(
      /^channel: [^]*Update[^:]*: [^]*called off: “Norland called off the second/,
    );
    expect(note).toMatch(/^thread: [^]*called off: “Norland called off the second/);
    expect(more).toEqual([]);
    await send(killOf('off', ''));
    const shown = seen()[platform].join('\n');
    expect(shown).not.toContain('called off');
    expect(shown).toContain('Withdrawn');
    expect(shown).toContain('March 17');
  });
});
