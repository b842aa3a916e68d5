/** Orders about stories: whom a kill or a hold reaches, in whatever order things come. */
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/editing/clean.ts';
import { FilingDesk } from '../../src/filing/filing.ts';
import { blankCopy, type Copy, type Take } from '../../src/news/take.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';

const LEDES: Readonly<Record<string, string>> = {
  a: 'The bank of Korsvik closed its doors on Tuesday after a run on deposits, the regulator said.',
  b: 'A dam at Ostra gave way on Tuesday and flooded two villages below it, the water board said.',
};

function takeOf(guid: string, hour: number, facts: Partial<Copy> = {}): Take {
  const sentAt = `2026-03-03T${String(hour).padStart(2, '0')}:00:00Z`;
  const copy = {
    ...blankCopy('nitf'),
    guid,
    sentAt,
    headline: `Story ${guid}`,
    provider: 'Nordlys',
  };
  const paragraphs = [LEDES[guid] ?? 'The board met.'];
  const whole = { ...copy, paragraphs, ...facts };
  return clean(whole, { wire: 'w', provider: whole.provider, file: null });
}

const kill = (guid: string, hour: number, facts: Partial<Copy> = {}): Take =>
  takeOf(guid, hour, { signal: 'kill', usable: false, paragraphs: [], headline: null, ...facts });

async function file(...takes: Take[]): Promise<string[]> {
  const store = createMemoryStore();
  const desk = new FilingDesk();
  const circumstances = { receivedAt: '2026-03-03T12:00:00Z', background: false };
  const seen: string[] = [];
  for (const take of takes) {
    const filed = await store.transact((records) => desk.file(records, [{ take, circumstances }]));
    for (const { story, change, event } of filed)
      seen.push(
        `${change} ${story.current?.guid ?? 'nothing'} ${event === null ? 'alone' : 'shown'}`,
      );
  }
  return seen;
}

describe('an order to kill', () => {
  it('reaches the story that it names', async () => {
    expect(await file(takeOf('a', 9), kill('a', 10))).toEqual(['opened a shown', 'killed a shown']);
  });

  it('reaches it under another name of the provider, or none', async () => {
    for (const provider of ['NORDLYS NEWS', null])
      expect(await file(takeOf('a', 9), kill('a', 10, { provider }))).toEqual([
        'opened a shown',
        'killed a shown',
      ]);
  });

  it('waits for copy that comes later under another name of the provider', async () => {
    expect(await file(kill('a', 10, { provider: null }), takeOf('a', 9))).toEqual([
      'killed nothing alone',
      'repeated nothing alone',
    ]);
  });

  it('reaches every story that it names', async () => {
    const order = kill('b', 10, { replaces: ['a'] });
    expect(await file(takeOf('a', 8), takeOf('b', 9), order)).toEqual([
      'opened a shown',
      'opened b shown',
      'killed b shown',
      'killed a shown',
    ]);
  });

  it('reaches another story that comes later', async () => {
    const seen = await file(kill('x', 10, { replaces: ['a'] }), takeOf('a', 9));
    expect(seen.at(-1)).toBe('repeated nothing alone');
  });

  it('leaves another wire alone', async () => {
    const other = { ...kill('a', 10, { provider: null }), wire: 'other' };
    expect((await file(takeOf('a', 9), other)).at(-1)).toBe('killed nothing alone');
  });
});

describe('an order to hold', () => {
  it('reaches the story under another name of the provider, and newer copy frees it', async () => {
    const hold = kill('a', 10, { signal: 'withhold', provider: null });
    const fresh = takeOf('a', 11, { paragraphs: [`${LEDES['a']} It reopens on Friday.`] });
    expect(await file(takeOf('a', 9), hold, fresh)).toEqual([
      'opened a shown',
      'held a shown',
      'released a shown',
    ]);
  });
});

describe('copy', () => {
  it('of two providers on one wire stays apart under one id', async () => {
    const other = takeOf('a', 10, { provider: 'Plains', paragraphs: [LEDES['b'] ?? ''] });
    expect(await file(takeOf('a', 9), other)).toEqual(['opened a shown', 'opened a shown']);
  });
});

describe('stories that turn out to be one item', () => {
  const lead = (guid: string, hour: number, before: string): Take =>
    takeOf(guid, hour, { replaces: [before], paragraphs: [`${LEDES['b']} Take ${hour}.`] });

  it('become one when what links them comes late, and readers see the newest', async () => {
    const seen = await file(takeOf('a', 8), lead('c', 10, 'x'), lead('x', 9, 'a'));
    expect(seen).toEqual(['opened a shown', 'opened c shown', 'advanced c shown']);
  });

  it('are killed together, also when the kill came before the link', async () => {
    const order = kill('c', 11);
    const seen = await file(takeOf('a', 8), lead('c', 10, 'x'), order, lead('x', 9, 'a'));
    expect(seen.slice(2)).toEqual(['killed c shown', 'killed c shown']);
  });

  it('leave no second event behind', async () => {
    const store = createMemoryStore();
    const desk = new FilingDesk();
    const now = { receivedAt: '2026-03-03T12:00:00Z', background: false };
    const takes = [takeOf('a', 8), lead('c', 10, 'x'), lead('x', 9, 'a')];
    const filed = [];
    for (const take of takes) {
      const entry = { take, circumstances: now };
      filed.push(...(await store.transact((records) => desk.file(records, [entry]))));
    }
    const [first, second, last] = filed.map(({ event }) => event?.id ?? '');
    expect([first, second]).toContain(last);
    const other = last === first ? second : first;
    expect(other).not.toBe(last);
    expect((await store.event(other ?? ''))?.mergedInto).toBe(last);
    expect(filed.at(-1)?.story.formerEvents).toEqual([other]);
  });

  it('stay two when an order names both', async () => {
    const hold = kill('z', 10, { signal: 'withhold', replaces: ['a', 'b'] });
    expect(await file(takeOf('a', 8), takeOf('b', 9), hold)).toEqual([
      'opened a shown',
      'opened b shown',
      'held a shown',
      'held b shown',
    ]);
  });
});

describe('a number that comes anew every day', () => {
  const daily = (guid: string, hour: number, facts: Partial<Copy> = {}): Take =>
    takeOf(guid, hour, {
      paragraphs: [`The ferry sailed at ${hour} of the day ${guid}.`],
      ...facts,
    });
  const order = kill('a9-2026-03-03', 10, { replaces: ['a1-2026-03-03', 'a1-2026-03-02'] });

  it('is of the day of the order, when that has one', async () => {
    const seen = await file(daily('a1-2026-03-02', 1), daily('a1-2026-03-03', 9), order);
    expect(seen.slice(2)).toEqual(['killed a1-2026-03-03 shown']);
  });

  it('is else of the day before', async () => {
    const seen = await file(daily('a1-2026-03-02', 1), order);
    expect(seen.slice(1)).toEqual(['killed a1-2026-03-02 shown']);
  });
});
