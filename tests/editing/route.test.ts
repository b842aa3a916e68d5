/** Topics match whole words, and say why. */
import { describe, expect, it } from 'vitest';
import { compileTopics, findTopic, matchTopics, nearestTopics } from '../../src/editing/route.ts';
import type { Topic } from '../../src/news/topic.ts';
import { takeOf } from './sample-copy.ts';
import { cpuMsOf } from '../cpu-time.ts';

function topic(changes: Partial<Topic>): Topic {
  return {
    slug: 'trade',
    title: 'Trade',
    words: [],
    phrases: [],
    names: [],
    codes: [],
    exclude: [],
    ...changes,
  };
}

function found(changes: Partial<Topic>, text: string): string[] {
  return matchTopics(compileTopics([topic(changes)]), takeOf({ text })).map((each) => each.found);
}

describe('matchTopics', () => {
  it('finds words in any case, plural or possessive, as the copy has them', () => {
    expect(found({ words: ['tariff'] }, 'New Tariffs come')).toEqual(['Tariffs']);
    expect(found({ words: ['tariffs'] }, "the tariff's end")).toEqual(["tariff's"]);
    expect(found({ words: ['treaty'] }, 'two treaties')).toEqual(['treaties']);
  });

  it('finds whole words only', () => {
    expect(found({ words: ['control'] }, 'a controversial plan')).toEqual([]);
    expect(found({ words: ['new'] }, 'the news came')).toEqual([]);
  });

  it('finds phrases across hyphens, breaks and plurals', () => {
    for (const text of ['an export-control list', 'Export controls', 'export\ncontrol'])
      expect(found({ phrases: ['export control'] }, text)).toHaveLength(1);
    expect(found({ phrases: ['export control'] }, 'control of export')).toEqual([]);
  });

  it('finds names as written, whole, accents or not', () => {
    expect(found({ names: ['Orbán Steel'] }, 'Orban Steel’s bid')).toHaveLength(1);
    expect(found({ names: ['May'] }, 'it may rain')).toEqual([]);
  });

  it('leaves a story out that has an excluded phrase', () => {
    const trade = { words: ['tariff'], exclude: ['trade fair'] };
    expect(found(trade, 'Tariffs at the trade fairs')).toEqual([]);
    expect(found(trade, 'Tariffs and a fair')).toHaveLength(1);
  });

  it('finds codes, and codes above them when the tree is given', () => {
    const compiled = compileTopics([topic({ codes: ['medtop:04000000'] })]);
    const take = (code: string) =>
      takeOf({ subjects: [{ scheme: 'medtop', code, name: 'economy' }] });
    expect(matchTopics(compiled, take('04000000'))[0]).toMatchObject({
      by: 'code',
      found: 'economy',
    });
    expect(matchTopics(compiled, take('20000344'))).toEqual([]);
    expect(matchTopics(compiled, take('20000344'), () => ['04000000'])).toHaveLength(1);
  });

  it('routes a thousand stories to fifty topics quickly, and hostile ones', async () => {
    const topics = Array.from({ length: 50 }, (_, at) =>
      topic({ slug: `t${at}`, words: [`word${at}`, 'a'], phrases: [`a a a a b${at}`] }),
    );
    const compiled = compileTopics(topics);
    const copy = takeOf({ text: 'Ministers met in the harbour to speak of word7. '.repeat(20) });
    const tookMs = await cpuMsOf(() => {
      for (let at = 0; at < 1_000; at += 1) matchTopics(compiled, copy);
    });
    expect(tookMs).toBeLessThan(6_000);
    const hostileMs = await cpuMsOf(() => {
      for (const junk of ['a '.repeat(32_768), "a'".repeat(32_768), 'á'.repeat(65_536)])
        matchTopics(compiled, takeOf({ text: junk }));
    });
    expect(hostileMs).toBeLessThan(6_000);
  });
});

describe('findTopic and nearestTopics', () => {
  const topics = [
    topic({ slug: 'export-controls', title: 'Export controls', words: ['licence'] }),
    topic({ slug: 'fisheries', title: 'Fisheries', words: ['tuna'] }),
  ];

  it('takes slug or title, whatever the case and the hyphens', () => {
    for (const words of ['export-controls', 'Export Controls', 'EXPORT-CONTROLS'])
      expect(findTopic(words, topics)?.slug).toBe('export-controls');
    expect(findTopic('exports', topics)).toBeNull();
    expect(findTopic('', topics)).toBeNull();
  });

  it('offers the nearest', () => {
    expect(nearestTopics('exprt control', topics, 1)[0]?.slug).toBe('export-controls');
    expect(nearestTopics('tuna', topics, 1)[0]?.slug).toBe('fisheries');
    expect(nearestTopics('x'.repeat(65_536), topics, 5)).toHaveLength(2);
  });
});
