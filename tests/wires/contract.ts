/** The contract suite: what every wire must do, wherever its copy comes from. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bookmark, Found, Wire } from '../../src/wires/wire.ts';

export type OfferedStory = { readonly headline: string; readonly text: string };

/** A wire with the source behind it, and a clock that the suite moves. */
export type WireBench = {
  readonly wire: Wire;
  /** the source now holds these stories and no others that were read before */
  offer(stories: readonly OfferedStory[]): Promise<void> | void;
  /** puts something unreadable beside what is offered */
  spoil(): Promise<void> | void;
  /** makes the source fail as a whole, and work again; absent for wires that are brought their copy */
  readonly source?: { breakDown(): Promise<void> | void; mend(): Promise<void> | void };
  readonly clock: { now: number };
  close(): Promise<void> | void;
};

const FERRY = {
  headline: 'Ferry runs aground off Kaldvik',
  text: 'A ferry with 40 people on board ran aground off Kaldvik on Monday, the coast guard said.',
};
const BANK = {
  headline: 'Tessaly central bank holds rate at 3 percent',
  text: 'The central bank of Tessaly kept its main rate at 3 percent on Monday, as expected.',
};

/** Everything that was read, as text: what is a headline is told apart later, by the clean-up. */
const said = (found: readonly Found[]): string =>
  found.map(({ copy }) => [copy.headline, ...copy.paragraphs].join('\n')).join('\n');

const plain = (bookmark: Bookmark): Bookmark => JSON.parse(JSON.stringify(bookmark)) as Bookmark;

/** Describes what a wire must do; `open` gives a fresh one with an empty source. */
export function wireContract(name: string, open: () => Promise<WireBench>): void {
  describe(`${name} keeps the wire contract`, () => {
    let bench: WireBench;
    beforeEach(async () => {
      bench = await open();
    });
    afterEach(() => bench.close());

    readingRules(() => bench);
    failureRules(() => bench);
  });
}

function readingRules(bench: () => WireBench): void {
  it('reads what the source holds and says when it did', async () => {
    const { wire, clock } = bench();
    await bench().offer([FERRY, BANK]);
    const { found, problems, bookmark } = await wire.read(null);
    expect(found).toHaveLength(2);
    for (const { headline, text } of [FERRY, BANK]) {
      expect(said(found)).toContain(headline);
      expect(said(found)).toContain(text);
    }
    expect(problems).toEqual([]);
    expect(bookmark).toMatchObject({ wire: wire.name, state: 'on', failures: 0, error: null });
    expect(Date.parse(bookmark.lastReadAt ?? '')).toBe(clock.now);
  });

  it('gives the same copy again as long as nobody has stored it', async () => {
    const { wire } = bench();
    await bench().offer([FERRY]);
    const first = await wire.read(null);
    const again = await wire.read(null);
    expect(first.found).toHaveLength(1);
    expect(again.found).toEqual(first.found);
  });

  it('gives after settling what is new, and nothing altered', async () => {
    const { wire } = bench();
    await bench().offer([FERRY]);
    const first = await wire.read(null);
    await first.settle?.();
    const second = await wire.read(plain(first.bookmark));
    expect([[], first.found]).toContainEqual(second.found);
    await bench().offer([BANK]);
    const third = await wire.read(plain(second.bookmark));
    expect(said(third.found)).toContain(BANK.headline);
  });

  it('reads the good beside the bad, and names the bad', async () => {
    const { wire } = bench();
    await bench().offer([FERRY]);
    await bench().spoil();
    const { found, problems, bookmark } = await wire.read(null);
    expect(said(found)).toContain(FERRY.headline);
    const all = [...problems, ...found.flatMap(({ copy }) => copy.problems)];
    expect(all.length).toBeGreaterThan(0);
    for (const { sentence } of all) expect(sentence).toMatch(/^\S.+[.)]$/);
    expect(bookmark.error).toBeNull();
  });

  it('leaves the bookmark as it was when the process ends', async () => {
    const { wire } = bench();
    await bench().offer([FERRY]);
    const { bookmark } = await wire.read(null);
    const ended = await wire.read(plain(bookmark), AbortSignal.abort());
    expect(ended.found).toEqual([]);
    expect({ ...ended.bookmark, nextReadAt: null }).toEqual({ ...bookmark, nextReadAt: null });
  });
}

function failureRules(bench: () => WireBench): void {
  it('never throws for the source: a failure is counted, told, and waited out', async () => {
    const { wire, clock, source } = bench();
    if (!source) return expect((await wire.read(null)).found).toEqual([]);
    await bench().offer([FERRY]);
    const good = await wire.read(null);
    await source.breakDown();
    let bookmark = plain(good.bookmark);
    const pauses: number[] = [];
    const since = clock.now;
    for (let failures = 1; failures <= 3; failures += 1) {
      const failed = await wire.read(bookmark);
      bookmark = plain(failed.bookmark);
      expect(failed.found).toEqual([]);
      expect(failed.problems[0]?.sentence).toMatch(/^[A-Z\d].+\.$/);
      expect(bookmark).toMatchObject({ failures, error: failed.problems[0]?.sentence });
      expect(bookmark.lastReadAt).toBe(good.bookmark.lastReadAt);
      expect(Date.parse(bookmark.failingSince ?? '')).toBe(since);
      pauses.push(Date.parse(bookmark.nextReadAt ?? '') - clock.now);
      clock.now += 60_000;
    }
    expect(pauses[1]).toBeGreaterThan(1.5 * (pauses[0] ?? 0));
    expect(pauses[2]).toBeGreaterThan(1.5 * (pauses[1] ?? 0));
    await source.mend();
    const mended = await wire.read(bookmark);
    expect(mended.bookmark).toMatchObject({ failures: 0, failingSince: null, error: null });
    return undefined;
  });
}
