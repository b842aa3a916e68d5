/** Questions are many and long only up to a point. */
import { expect, it } from 'vitest';
import { createAskLimit } from '../../src/reception/asking.ts';
import { openDesk } from '../fakes/newsroom.ts';

const asker = (person: string) => ({
  channel: 'terminal:desk',
  person,
  mayManage: false,
  thread: null,
});

it('lets a person ask so often in any minute, and says how long to wait', () => {
  let now = 0;
  const mustWait = createAskLimit(3, () => now);
  expect([0, 10_000, 20_000].map((at) => ((now = at), mustWait('one')))).toEqual([0, 0, 0]);
  now = 30_000;
  expect(mustWait('one')).toBe(30);
  expect(mustWait('two')).toBe(0);
  now = 60_000;
  expect(mustWait('one')).toBe(0);
  expect(mustWait('one')).toBe(10);
});

it('remembers a bounded number of people', () => {
  const mustWait = createAskLimit(1, () => 0);
  for (let person = 0; person <= 10_000; person += 1) mustWait(`p${person}`);
  expect(mustWait('p0')).toBe(0);
  expect(mustWait('p10000')).toBe(60);
});

it('answers the eleventh question of a minute with a sentence, and other commands as ever', async () => {
  const { reception } = openDesk();
  const ask = async (person: string, question = 'When do they meet?') =>
    JSON.stringify((await reception.request({ name: 'ask', question }, asker(person))).layout);
  for (let time = 0; time < 10; time += 1) expect(await ask('U1')).not.toContain('a lot of');
  expect(await ask('U1')).toContain('ask again in 60 seconds');
  expect(await ask('U2')).not.toContain('a lot of');
  const topics = await reception.request({ name: 'topics' }, asker('U1'));
  expect(JSON.stringify(topics.layout)).toContain('export-controls');
});

it('looks at the beginning of a question without end', async () => {
  const { reception } = openDesk();
  const question = 'When? '.repeat(100_000);
  const reply = await reception.request({ name: 'ask', question }, asker('U1'));
  expect(JSON.stringify(reply.layout).length).toBeLessThan(10_000);
});
