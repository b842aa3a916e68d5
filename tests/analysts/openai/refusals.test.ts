/** What the analyst makes of a server that refuses: what is tried again, what is paid, who is told. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adapt, bodyFor, firstGuess } from '../../../src/analysts/openai/ladder.ts';
import { jsonIn } from '../../../src/analysts/openai/reply.ts';
import { CARD_SCHEMA } from '../../../src/analysts/openai/schema.ts';
import { startFakeModel, type FakeModel, type Misbehaviour } from '../../fakes/model/fake-model.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';
import { analystOver, notesIn, STORY } from './stub.ts';

let server: FakeModel;
beforeAll(async () => {
  server = await startFakeModel();
});
afterAll(() => server.close());
beforeEach(() => {
  server.always = {};
  server.next.length = 0;
  server.exchanges.length = 0;
});

const request = (id = 't1', text = STORY) => ({
  event: EVENT,
  stories: [storyOf(takeWith(id, text))],
});
const other = () => request('t2', STORY.replaceAll('Norvale', 'Ostrand'));
const UNREADABLE: Misbehaviour = {
  bytes: () => 'no gzip',
  headers: { 'content-encoding': 'gzip' },
};

describe('a server that', () => {
  it.each<[string, Misbehaviour, RegExp]>([
    ['has nothing left to spend', { status: 429, code: 'insufficient_quota' }, /plan and billing/],
    ['wants to be paid', { status: 402 }, /plan and billing/],
    [
      'finds the balance too low',
      { status: 400, complaint: 'Your credit balance is too low.' },
      /billing/,
    ],
    [
      'knows no such model',
      { status: 400, complaint: 'model "x" not found, pull it' },
      /OPENAI_MODEL/,
    ],
    ['finds the key invalid', { status: 400, complaint: 'API key not valid.' }, /OPENAI_API_KEY/],
    ['forbids it', { status: 403 }, /OPENAI_API_KEY may use/],
  ])(
    '%s is asked once, left alone, and the operator is told until it answers',
    async (_, mood, told) => {
      const clock = { now: Date.parse('2032-03-05T00:00:00Z') };
      const analyst = analystOver(server.baseUrl, { now: () => clock.now });
      server.always = mood;
      await analyst.card(request());
      await analyst.card(other());
      expect(server.exchanges).toHaveLength(1);
      expect((await analyst.standing?.())?.off).toMatch(told);
      clock.now += 3_600_000;
      expect((await analyst.standing?.())?.off).toMatch(told);
      server.always = {};
      expect((await analyst.card(other())).origin.analyst).toBe('openai');
      expect((await analyst.standing?.())?.off).toBeNull();
    },
  );

  it('limits each minute in the words of a spent account is waited for', async () => {
    const clock = { now: Date.parse('2032-03-05T00:00:00Z') };
    const analyst = analystOver(server.baseUrl, { now: () => clock.now });
    server.next.push({
      status: 429,
      complaint: 'You exceeded your current quota, check your plan. Please try again in 20s.',
    });
    await analyst.card(request());
    expect((await analyst.standing?.())?.off).toMatch(/asks to wait/);
    clock.now += 21_000;
    expect((await analyst.card(other())).origin.analyst).toBe('openai');
  });

  it('does not want one copy is asked once about it and goes on with others', async () => {
    const analyst = analystOver(server.baseUrl);
    server.next.push({
      status: 400,
      code: 'content_filter',
      complaint: 'The prompt was filtered.',
    });
    expect((await analyst.card(request())).origin.analyst).toBe('offline');
    expect(server.exchanges).toHaveLength(1);
    expect((await analyst.card(other())).origin.analyst).toBe('openai');
  });

  it('refuses one request in every form is asked in the best form next time', async () => {
    const analyst = analystOver(server.baseUrl);
    server.always = { status: 400, complaint: 'something is odd' };
    expect((await analyst.card(request())).origin.analyst).toBe('offline');
    const tried = server.exchanges.length;
    expect(tried).toBeLessThanOrEqual(8);
    server.always = {};
    await analyst.card(other());
    const body = server.exchanges[tried]?.body ?? {};
    expect(body['response_format']).toMatchObject({ type: 'json_schema' });
    expect(body['temperature']).toBe(0);
  });

  it('sends what cannot be read is paid for twice at most, and counted', async () => {
    const kept = new Map<string, string>();
    const analyst = analystOver(server.baseUrl, { notes: notesIn(kept) });
    server.next.push(UNREADABLE, { say: () => 'no JSON' });
    expect((await analyst.card(request())).origin.analyst).toBe('offline');
    expect(server.exchanges).toHaveLength(2);
    const [, spent] = (kept.get('model budget') ?? '').split(' ');
    expect(Number(spent)).toBeGreaterThan(1_200);
  });

  it('hangs is counted with what was asked', async () => {
    const kept = new Map<string, string>();
    server.always = { socket: 'hang' };
    await analystOver(server.baseUrl, { notes: notesIn(kept), timeoutMs: 100 }).card(request());
    const [, spent] = (kept.get('model budget') ?? '').split(' ');
    expect(Number(spent)).toBeGreaterThan(200);
  });

  it('counts only the parts is believed their sum', async () => {
    const kept = new Map<string, string>();
    const usage = { prompt_tokens: 4_000, completion_tokens: 321 };
    server.always = { reshape: (completion) => ({ ...completion, usage }) };
    await analystOver(server.baseUrl, { notes: notesIn(kept) }).card(request());
    expect(kept.get('model budget')).toBe('2032-03-05 4321');
  });

  it('lists sentences by their mere numbers is understood', async () => {
    const sentence = 'Norvale and Tessaria agreed to reopen three border crossings.';
    for (const sids of [1, 'S1', [1]]) {
      server.always = { spoil: (reply) => ({ ...reply, summary: [{ sids, sentence }] }) };
      const card = await analystOver(server.baseUrl).card(request());
      expect(card.summary.map(({ text }) => text)).toEqual([sentence]);
    }
  });
});

describe('the ladder', () => {
  const wish = {
    model: 'm',
    messages: [{ role: 'user', content: 'Hello' } as const],
    schema: CARD_SCHEMA,
    maxTokens: 4_000,
  };

  it.each([
    'max_tokens is too large: 4000. This model supports at most 2048 completion tokens.',
    'Invalid max_tokens value, the valid range of max_tokens is [1, 2048]',
  ])('takes the limit that is offered: %s', (complaint) => {
    const able = firstGuess('http://127.0.0.1:1/v1');
    expect(adapt(able, complaint)).toBe(true);
    expect(bodyFor(wish, able)).toMatchObject({ max_tokens: 2_048 });
    // refused all the same: the other name, then none, and never the first again
    adapt(able, complaint);
    expect(bodyFor(wish, able)).toMatchObject({ max_completion_tokens: 2_048 });
    adapt(able, complaint);
    expect(Object.keys(bodyFor(wish, able)).join()).not.toContain('max_');
  });
});

describe('jsonIn', () => {
  it.each([
    ['"'.repeat(64_000)],
    ['/*'.repeat(32_000)],
    ['"\\'.repeat(32_000)],
    ['{"'.repeat(32_000)],
    ['//{\n'.repeat(16_000)],
  ])('is quick with what is none: %#', (text) => {
    const started = performance.now();
    expect(jsonIn(text)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(500);
  });
});
