/** When a model may be asked: breaker, budget, two at once. */
import { describe, expect, it } from 'vitest';
import { createGuard, ModelFailure, type FailureKind } from '../../src/analysts/fallback.ts';
import { silentLog } from '../../src/log.ts';
import { notesIn } from './openai/stub.ts';

const DAY = Date.parse('2032-03-05T10:00:00Z');

function guardWith(dailyTokens = 1_000, kept = new Map<string, string>()) {
  const clock = { now: DAY };
  const make = () =>
    createGuard({ now: () => clock.now, log: silentLog, notes: notesIn(kept), dailyTokens });
  let calls = 0;
  const pays = (tokens: number) => () => {
    calls += 1;
    return Promise.resolve({ value: 'said', tokens });
  };
  const fails =
    (kind: FailureKind, waitMs: number | null = null) =>
    () => {
      calls += 1;
      return Promise.reject(new ModelFailure(kind, 'It failed.', { waitMs }));
    };
  return { clock, make, guard: make(), pays, fails, calls: () => calls };
}

describe('the guard', () => {
  it('stops when the day is spent, also after a restart, and starts anew the next day', async () => {
    const { clock, make, guard, pays } = guardWith();
    expect(await guard.ask(pays(600))).toBe('said');
    expect(await guard.ask(pays(600))).toBe('said');
    expect(await guard.ask(pays(1))).toBeNull();
    expect(await make().ask(pays(1))).toBeNull();
    clock.now += 86_400_000;
    expect(await make().ask(pays(1))).toBe('said');
  });

  it('counts two calls that end at once', async () => {
    const kept = new Map<string, string>();
    const { guard, pays } = guardWith(1_000, kept);
    await Promise.all([guard.ask(pays(300)), guard.ask(pays(300)), guard.ask(pays(300))]);
    expect([...kept.values()]).toEqual(['2032-03-05 900']);
  });

  it('leaves a server alone after three failures, longer each time', async () => {
    const { clock, guard, pays, fails, calls } = guardWith();
    for (let time = 0; time < 5; time += 1) expect(await guard.ask(fails('broken'))).toBeNull();
    expect(calls()).toBe(3);
    clock.now += 61_000;
    expect(await guard.ask(fails('late'))).toBeNull();
    clock.now += 61_000;
    expect(await guard.ask(pays(1))).toBeNull();
    clock.now += 61_000;
    expect(await guard.ask(pays(1))).toBe('said');
    expect(await guard.ask(fails('broken'))).toBeNull();
    expect(await guard.ask(pays(1))).toBe('said');
  });

  it('waits out a short Retry-After and keeps away for a long one', async () => {
    const { clock, guard, pays, fails, calls } = guardWith();
    let first = true;
    const busyOnce = () => {
      const work = first ? fails('busy', 20) : pays(1);
      first = false;
      return work();
    };
    expect(await guard.ask(busyOnce)).toBe('said');
    expect(await guard.ask(fails('busy', 90_000))).toBeNull();
    const before = calls();
    clock.now += 89_000;
    expect(await guard.ask(pays(1))).toBeNull();
    expect(calls()).toBe(before);
    clock.now += 2_000;
    expect(await guard.ask(pays(1))).toBe('said');
  });

  it('leaves a server alone that asks for no wait and refuses all the same', async () => {
    const { guard, fails, calls } = guardWith();
    for (let time = 0; time < 6; time += 1) await guard.ask(fails('busy', 0));
    // each asked twice, as it says
    expect(calls()).toBe(6);
  });

  it('does not take copy that is too long for a failure of the server', async () => {
    const { guard, pays, fails } = guardWith();
    for (let time = 0; time < 6; time += 1) await guard.ask(fails('copy'));
    expect(await guard.ask(pays(1))).toBe('said');
  });

  it('lets two through at once and all in the end', async () => {
    const { guard } = guardWith(1_000_000);
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return { value: true, tokens: 1 };
    };
    const all = await Promise.all([...Array(9).keys()].map(() => guard.ask(work)));
    expect(all.every(Boolean)).toBe(true);
    expect(most).toBe(2);
  });

  it('survives notes that cannot be read', async () => {
    const notes = {
      recall: () => Promise.reject(new Error('no')),
      remember: () => Promise.resolve(),
    };
    const guard = createGuard({ now: () => DAY, log: silentLog, notes, dailyTokens: 10 });
    expect(await guard.ask(() => Promise.resolve({ value: 1, tokens: 1 }))).toBeNull();
  });
});
