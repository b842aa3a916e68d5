/** What came before: under a brief, in a follow-up, at the command line's core; never what was killed. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/news/request.ts';
import { CHANNEL, copy, openDesk } from '../fakes/newsroom.ts';

const BEGIN = `Export talks between Norland and Sudland opened in Port Mary on Monday, both trade ministries said. Deputy minister Ada Lindqvist leads the Norland side, and Rafe Okoro that of Sudland.

The delegations will speak about licences for chips.`;
const STALL = `A round of export talks between Norland and Sudland in Port Mary ended without agreement on licences for chips on Monday, Sudland's negotiator Rafe Okoro said.

Deputy minister Ada Lindqvist gave no date for another round.`;
const EASE = `Norland will drop licences for most chips sold to Sudland after export talks in Port Mary, deputy minister Ada Lindqvist said on Monday.

Rafe Okoro of Sudland welcomed the step.`;

const story = (guid: string, headline: string, text: string, day: string) =>
  copy(headline, text, { guid, provider: 'Alpha', sentAt: `2026-${day}T08:00:00Z` });

/** A desk that has filed three events of one storyline, weeks apart. */
async function followed() {
  const desk = openDesk();
  for (const [guid, headline, text, day] of [
    ['a', 'Norland, Sudland open export talks', BEGIN, '01-05'],
    ['b', 'Export talks of Norland and Sudland stall', STALL, '02-09'],
    ['c', 'Norland eases chip licences after talks', EASE, '03-16'],
  ] as const) {
    desk.moveTo(`2026-${day}T08:05:00Z`);
    desk.wire.batches.push([story(guid, headline, text, day)]);
    await desk.newsroom.gather();
  }
  const asker = { channel: CHANNEL, person: 'ann', mayManage: false, thread: null };
  return { ...desk, asker };
}

const textOf = ({ layout }: Reply): string =>
  layout.items
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : []))
    .join('\n');

describe('a storyline', () => {
  it('stands under a brief in order of time, each event with its own item', async () => {
    const { reception, asker } = await followed();
    const reply = await reception.request({ name: 'brief', words: 'eases chip licences' }, asker);
    const text = textOf(reply);
    const first = text.indexOf('Earlier: 5 Jan 2026 - Norland, Sudland open export talks');
    const second = text.indexOf('Earlier: 9 Feb 2026 - Export talks of Norland and Sudland stall');
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    expect(reply.events).toHaveLength(3);
    const shown = reply.layout.items.flatMap(({ event }) => event?.id ?? []);
    expect(new Set(shown).size).toBe(3);
    const begin = await reception.request({ name: 'brief', words: 'open export talks' }, asker);
    expect(textOf(begin)).not.toContain('Earlier:');
  });

  it('parts the days of one event when the matcher took a sequel into it', async () => {
    const { reception, asker, newsroom, wire, moveTo, store } = await followed();
    moveTo('2026-03-20T08:05:00Z');
    wire.batches.push([
      story('d', 'Norland eases chip licences further', `${EASE} More.`, '03-20'),
    ]);
    await newsroom.gather();
    const reply = await reception.request({ name: 'brief', words: 'licences further' }, asker);
    const [event] = await store.events([reply.events[0]?.id ?? '']);
    expect(event?.stories).toHaveLength(2);
    expect(textOf(reply)).toContain('Earlier: 16 Mar 2026 - Norland eases chip licences after');
    expect(textOf(reply)).toContain('Earlier: 5 Jan 2026 - Norland, Sudland open export talks');
  });

  it('never names what was killed', async () => {
    const { reception, asker, newsroom, wire, moveTo } = await followed();
    const kill = { guid: 'b', provider: 'Alpha', signal: 'kill' } as const;
    wire.batches.push([copy('KILL', 'Kill.', { ...kill, sentAt: '2026-03-16T09:00:00Z' })]);
    moveTo('2026-03-16T09:01:00Z');
    await newsroom.gather();
    const reply = await reception.request({ name: 'brief', words: 'eases chip licences' }, asker);
    expect(JSON.stringify(reply)).not.toContain('stall');
  });

  it('widens the scope of a follow-up', async () => {
    const { reception, asker, newsroom, store, chat } = await followed();
    await newsroom.publishNow([CHANNEL]);
    const [lead] = await store.editionsOf(CHANNEL, 1);
    expect(lead?.items).toHaveLength(1);
    expect(chat.posted).toHaveLength(1);
    const thread = { ...asker, thread: 'm1' };
    const question = 'When did the export talks open?';
    const answer = await reception.request({ name: 'ask', question }, thread);
    expect(textOf(answer)).toContain('opened in Port Mary on Monday');
  });
});
