/** Questions as people type them, before stories as copy spells them: the desk of a stranger. */
import { beforeAll, describe, expect, it } from 'vitest';
import { copy, openDesk } from '../fakes/newsroom.ts';

const STORIES = [
  copy(
    'São Marto bus drivers end strike',
    'SÃO MARTO, March 12 (Own) - Bus drivers in São Marto ended a six-day strike on Thursday, union leader João Beltrão said.',
  ),
  copy(
    'WHO ends cholera emergency',
    'GENEVA, March 12 (Own) - The WHO declared the cholera emergency in Marenga over on Thursday, director Amina Tolva said.',
  ),
  copy(
    'Lyra Bank cuts 1,200 jobs',
    'DUNMORE, March 12 (Own) - Lyra Bank will cut 1,200 jobs in Dunmore, chief executive Petra Hallam said on Thursday.',
  ),
  copy(
    'Hanju opens talks on export licences',
    'SEOMYANG, March 12 (Own) - Hanju and Torea opened talks on export licences for gases in Seomyang on Thursday, minister Kaori Senda said.',
  ),
];

let desk: ReturnType<typeof openDesk>;
let people = 0;

beforeAll(async () => {
  desk = openDesk();
  desk.moveTo('2026-03-12T09:10:00Z');
  desk.wire.batches.push(STORIES);
  await desk.newsroom.gather();
});

async function ask(question: string): Promise<string> {
  people += 1;
  const asker = { channel: 'terminal:desk', person: `P${people}`, thread: null, mayManage: true };
  const { layout } = await desk.reception.request({ name: 'ask', question }, asker);
  return JSON.stringify(layout);
}

describe('an answer', () => {
  it.each([
    ['How long was the bus strike in Sao Marto?', 'six-day'],
    ['Who is Joao Beltrao?', 'union leader'],
    ['WHERE ARE THE TALKS BETWEEN HANJU AND TOREA?', 'Seomyang'],
    ['What did the World Health Organization say about the cholera emergency?', 'Amina Tolva'],
    ['who opened talks on export-licences?', 'Hanju and Torea'],
  ])('is found however it is spelt: %s', async (question, told) => {
    const answer = await ask(question);
    expect(answer).toContain(told);
    expect(answer).not.toContain('is read as');
  });

  it.each([
    ['Who is Petra Halam?', '“Halam” is read as “Hallam”'],
    ['How many jobs will Lira Bank cut?', '“Lira” is read as “Lyra”'],
    ['Who is Amina Tolwa?', '“Tolwa” is read as “Tolva”'],
  ])('to a mistyped name says whose it is: %s', async (question, read) => {
    expect(await ask(question)).toContain(read);
  });

  it.each([
    'Who is Petra Holland?',
    'What did the World Trade Organization say about the cholera emergency?',
    'How long was the strike in Porto Alto?',
  ])('is none where a name is another one: %s', async (question) => {
    expect(await ask(question)).toContain('do not tell');
  });

  it.each(['What happened today?', 'what is new?', 'any news?'])(
    'to a question for any news is the leads of the newest: %s',
    async (question) => {
      const answer = await ask(question);
      expect(answer).toContain('· ');
      expect(answer).toMatch(/six-day strike|cholera emergency|1,200 jobs|opened talks/);
    },
  );

  it.each(['export-controls', 'Export controls', 'what is new on export-controls?'])(
    'to a topic is the news of that topic: %s',
    async (question) => {
      const answer = await ask(question);
      expect(answer).toContain('opened talks on export licences');
      expect(answer).not.toMatch(/1,200 jobs|cholera/);
    },
  );
});

describe('news of a time', () => {
  const rate = (guid: string, sentAt: string, deed: string) =>
    copy(
      `Ostrel bank ${deed}`,
      `OSTREL, March (Own) - The central bank of Ostrel ${deed}, president Klaus Reimann said.`,
      { guid, sentAt },
    );
  const about = async (question: string): Promise<string> => {
    const later = openDesk();
    const asker = { channel: 'terminal:desk', person: 'P', thread: null, mayManage: true };
    const told: readonly (readonly [string, string])[] = [
      ['2026-03-04T09:00:00Z', 'left its rate at 2 percent'],
      ['2026-03-12T09:00:00Z', 'raised its rate to 2.5 percent'],
    ];
    for (const [sentAt, deed] of told) {
      later.moveTo(sentAt);
      later.wire.batches.push([rate(sentAt, sentAt, deed)]);
      await later.newsroom.gather();
    }
    const { layout } = await later.reception.request({ name: 'ask', question }, asker);
    return JSON.stringify(layout);
  };

  it('is told from the stories of that time', async () => {
    const lastWeek = await about('What did the central bank do with its rate last week?');
    expect(lastWeek).toContain('left its rate at 2 percent');
    expect(lastWeek).not.toContain('2.5 percent');
    const today = await about('What did the central bank do with its rate today?');
    expect(today).toContain('2.5 percent');
    expect(today).not.toContain('at 2 percent');
  });

  it('is never what was killed', async () => {
    const later = openDesk();
    const asker = { channel: 'terminal:desk', person: 'P', thread: null, mayManage: true };
    const story = rate('killed', '2026-03-12T09:00:00Z', 'raised its rate');
    later.moveTo('2026-03-12T09:10:00Z');
    later.wire.batches.push([story]);
    await later.newsroom.gather();
    later.wire.batches.push([{ ...story, signal: 'kill', paragraphs: ['Kill.'] }]);
    await later.newsroom.gather();
    for (const question of ['What happened today?', 'What did the Ostrell bank do today?']) {
      const { layout } = await later.reception.request({ name: 'ask', question }, asker);
      expect(JSON.stringify(layout)).toContain('do not tell');
    }
  });
});
