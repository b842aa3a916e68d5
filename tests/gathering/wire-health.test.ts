/** What the operator sees of a wire: when it was read, what came today, what was wrong with it. */
import { describe, expect, it } from 'vitest';
import { problem } from '../../src/news/problem.ts';
import { dayIn } from '../../src/editing/slots.ts';
import { standingLines, standings } from '../../src/gathering/wire-health.ts';
import { copy, deskConfig, openDesk } from '../fakes/newsroom.ts';

const QUAKE = 'An earthquake shook Halvik on Thursday, the institute said. Nobody was hurt.';
const FERRY = 'The ferry of Port Mary sails again from Monday on, its owner said.';
const VOTE = 'The council of Sudhaven will vote on the harbour in May, its speaker said.';

async function linesOf(desk: ReturnType<typeof openDesk>, now: string): Promise<string[]> {
  const [standing] = await standings(desk.store, deskConfig(), Date.parse(now));
  return standing ? standingLines(standing, now) : [];
}

describe('the standing of a wire', () => {
  it('is of one that was never read', async () => {
    expect(await linesOf(openDesk(), '2026-03-12T09:00:00Z')).toEqual([
      'wire: not read yet, 0 takes today, 0 stories held, 0 killed',
    ]);
  });

  it('counts takes, held and killed stories, and problems by kind with the newest sample', async () => {
    const desk = openDesk();
    const bad = (...sentences: string[]) => sentences.map((each) => problem('no-date', each));
    desk.wire.batches.push([
      copy('Quake in Halvik', QUAKE, { guid: 'a', problems: bad('Its date is "tomorrow".') }),
      copy('Ferry sails again', FERRY, {
        guid: 'b',
        embargo: { until: '2026-03-20T00:00:00Z' },
        problems: [...bad('Its date is "soon".'), problem('charset', 'Bytes of no charset.')],
      }),
      copy('Council to vote', VOTE, { guid: 'c' }),
    ]);
    await desk.newsroom.gather();
    desk.wire.batches.push([copy('KILL', 'Kill it.', { guid: 'c', signal: 'kill' })]);
    await desk.newsroom.gather();
    expect(await linesOf(desk, '2026-03-12T09:30:00Z')).toEqual([
      'wire: ok, last read 30 min ago, 4 takes today, 1 story held, 1 killed',
      'wire: 2 x no-date today, such as: Its date is "soon".',
      'wire: 1 x charset today, such as: Bytes of no charset.',
    ]);
    const asker = { channel: 'terminal:desk', person: 'U1', mayManage: true, thread: null };
    const status = JSON.stringify(await desk.reception.request({ name: 'status' }, asker));
    expect(status).toContain('2 x no-date today');
    expect(await linesOf(desk, '2026-03-13T09:30:00Z')).toEqual([
      'wire: ok, last read 25 h ago, 0 takes today, 1 story held, 1 killed',
    ]);
  });

  it('counts a problem of a take that is sent again once', async () => {
    const desk = openDesk();
    const same = copy('Quake', QUAKE, { problems: [problem('no-date', 'No date.')] });
    desk.wire.batches.push([same], [same], [same]);
    for (let round = 0; round < 3; round += 1) await desk.newsroom.gather();
    expect(await desk.store.problemsOn('2026-03-12')).toMatchObject([{ count: 1 }]);
  });

  it('names the rest where a wire has problems of many kinds, and shortens long samples', async () => {
    const desk = openDesk();
    const problems = ['a', 'b', 'c', 'd', 'e'].map((code) => problem(code, 'x'.repeat(5_000)));
    desk.wire.batches.push([copy('Quake', QUAKE, { problems })]);
    await desk.newsroom.gather();
    const lines = await linesOf(desk, '2026-03-12T09:00:00Z');
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toBe('wire: problems of 2 more kinds today');
    for (const line of lines) expect(line.length).toBeLessThan(250);
  });

  it("goes by the day of the newsroom's zone", () => {
    const now = Date.parse('2026-03-12T20:00:00Z');
    expect([dayIn('UTC', now), dayIn('Asia/Tokyo', now)]).toEqual(['2026-03-12', '2026-03-13']);
  });
});
