/** Copies of one text are one source. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countIndependentSources, sameText, shingles } from '../../src/news/reuse.ts';
import type { Story } from '../../src/news/story.ts';
import { storyOf } from '../editing/sample-copy.ts';

const AGENCY =
  'The harbour master of Ulvik said on Sunday that fog had hidden the reef and that the pilot had asked twice for a tug before the ferry ran aground below the lighthouse.';
const OWN =
  'Passengers told our reporter that nobody had explained the delay, that the crew handed out blankets and tea, and that the first helicopter came shortly after noon.';

function of(id: string, provider: string, text: string, credit: string | null = null): Story {
  const dateline =
    credit === null ? null : { place: null, region: null, date: null, source: credit };
  return storyOf({ id, provider, text, dateline });
}

describe('sameText', () => {
  it('knows a text that was cut or given a new ending', () => {
    expect(sameText(AGENCY, AGENCY.slice(0, 110))).toBe(true);
    expect(sameText(AGENCY, `${AGENCY} It was towed to the island in the evening.`)).toBe(true);
  });

  it('keeps different texts and empty ones apart', () => {
    expect(sameText(AGENCY, OWN)).toBe(false);
    expect(sameText('', '')).toBe(false);
  });

  it('is the same in either direction and bounded', () => {
    fc.assert(fc.property(fc.lorem(), fc.lorem(), (a, b) => sameText(a, b) === sameText(b, a)));
    expect(shingles('word '.repeat(50_000)).size).toBe(1);
  });
});

describe('countIndependentSources', () => {
  it('counts a provider once', () => {
    expect(countIndependentSources([of('1', 'Norda', AGENCY), of('2', 'Norda', OWN)])).toBe(1);
    expect(countIndependentSources([of('1', 'Norda', AGENCY), of('2', 'Daily', OWN)])).toBe(2);
  });

  it('counts copies of one text once', () => {
    const copies = ['Daily', 'Post', 'Mail'].map((name) => of(name, name, AGENCY));
    expect(countIndependentSources(copies)).toBe(1);
  });

  it('counts a story as the agency that it credits', () => {
    const stories = [of('1', 'Norda', AGENCY), of('2', 'Daily', OWN, 'Norda')];
    expect(countIndependentSources(stories)).toBe(1);
  });

  it('sees that a later story makes two sources one, in any order', () => {
    const stories = [of('1', 'Norda', AGENCY), of('2', 'Daily', OWN), of('3', 'Daily', AGENCY)];
    expect(countIndependentSources(stories)).toBe(1);
    expect(countIndependentSources(stories.toReversed())).toBe(1);
  });

  it('leaves out stories without copy', () => {
    expect(countIndependentSources([{ ...of('1', 'Norda', AGENCY), current: null }])).toBe(0);
  });
});
