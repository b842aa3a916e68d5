/** The pace of a platform: tokens in turn, one channel's refusal, and pauses meant for all. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Pace } from '../../src/posting/pace.ts';

const never = new AbortController().signal;
let now: number;
let went: number[];

/** Time that passes by waiting only. */
const clock = {
  now: () => now,
  wait: (ms: number): Promise<void> => {
    now += ms;
    return Promise.resolve();
  },
};
let processes: number | null;
const paceOf = (most: number): Pace => new Pace(most, () => processes, clock);

/** Takes turns until an instant and notes when each came. */
async function goUntil(pace: Pace, until: number): Promise<void> {
  while (now < until && (await pace.turn(never))) {
    await pace.room();
    went.push(now);
  }
}

beforeEach(() => {
  now = 5_000;
  processes = 1;
  went = [];
});

describe('a pace', () => {
  it('gives so many turns a second, in no second more, and the first at once', async () => {
    await goUntil(paceOf(47), 15_000);
    expect(went[0]).toBe(5_000);
    expect(went.length).toBeGreaterThan(440);
    for (const from of went)
      expect(went.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(50);
  });

  it('holds requests back whose turns were held up until they would all go out at once', async () => {
    const pace = paceOf(47);
    for (let turn = 0; turn < 120; turn += 1) await pace.turn(never);
    for (let request = 0; request < 120; request += 1) {
      await pace.room();
      went.push(now);
    }
    expect(went.filter((at) => at === went[0])).toHaveLength(47);
    for (const from of went)
      expect(went.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(47);
  });

  it('gives a turn and its room to another when nothing was sent with it', async () => {
    const pace = paceOf(47);
    for (let turn = 0; turn < 500; turn += 1) {
      await pace.turn(never);
      await pace.room();
      pace.giveBack();
    }
    expect(now).toBe(5_000);
    await goUntil(pace, 5_900);
    const inFirst = went.filter((at) => at < 6_000).length;
    expect(inFirst).toBeGreaterThan(40);
    expect(inFirst).toBeLessThanOrEqual(47);
  });

  it('gives back the turns that a busy moment cost, and no more', async () => {
    const pace = paceOf(40);
    await goUntil(pace, 10_000);
    now += 200;
    went = [];
    await goUntil(pace, 11_200);
    expect(went.filter((at) => at === went[0]).length).toBeGreaterThanOrEqual(7);
    now += 60_000;
    went = [];
    await goUntil(pace, now + 20);
    expect(went.length).toBeLessThanOrEqual(21);
  });

  it('sets no limit where the platform sets none', async () => {
    const pace = paceOf(Infinity);
    for (let turn = 0; turn < 1_000; turn += 1) expect(await pace.turn(never)).toBe(true);
    expect(now).toBe(5_000);
  });

  it('is not held by one channel that is refused again and again', async () => {
    const pace = paceOf(50);
    for (let refusal = 0; refusal < 20; refusal += 1) pace.noteLimit('slack:T/A', 30_000, false);
    expect(pace.heldMs()).toBe(0);
  });

  it('is held as long as it is asked to when several channels are refused at once', async () => {
    const pace = paceOf(50);
    for (const channel of ['slack:T/A', 'slack:T/B', 'slack:T/C'])
      pace.noteLimit(channel, 3_000, false);
    await goUntil(pace, 9_000);
    expect(went[0]).toBeGreaterThanOrEqual(8_000);
    expect(went.length).toBeGreaterThan(38);
    expect(went.length).toBeLessThan(48);
  });

  it('takes a few refusals among many messages for the channels’ own', () => {
    const pace = paceOf(50);
    for (let taken = 0; taken < 60; taken += 1) pace.noteTry();
    for (const channel of ['slack:T/A', 'slack:T/B', 'slack:T/C'])
      pace.noteLimit(channel, 3_000, false);
    expect(pace.heldMs()).toBe(0);
  });

  it('keeps no message waiting for a long pause', async () => {
    const pace = paceOf(50);
    pace.noteLimit('discord:1/2', 60_000, true);
    expect(await pace.turn(never)).toBe(false);
    expect(pace.heldMs()).toBe(60_000);
    now += 60_000;
    expect(await pace.turn(never)).toBe(true);
  });

  it('gives no turn once the process stops', async () => {
    expect(await paceOf(50).turn(AbortSignal.abort())).toBe(false);
  });

  it('comes down to what the platform bears, and stays near it', async () => {
    const pace = paceOf(48);
    let refused = 0;
    for (let turn = 0; now < 65_000; turn += 1) {
      await pace.turn(never);
      if (went.filter((at) => at > now - 1_000).length < 20) {
        went.push(now);
        pace.noteTry();
      } else {
        refused += 1;
        pace.noteLimit(`slack:T/${turn}`, 1_000, false);
      }
    }
    expect(went.length).toBeGreaterThan(20 * 60 * 0.8);
    expect(refused).toBeLessThan(100);
  });
});
