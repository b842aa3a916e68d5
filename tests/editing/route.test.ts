/** Topics match whole words, and say why. */
import { describe, expect, it } from 'vitest';
import { codesAbove } from '../../src/editing/media-topics.ts';
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

  it('finds words of scripts that part them by nothing', () => {
    const text = '政府は輸出管理を強化した。';
    expect(found({ words: ['輸出管理'] }, text)).toEqual(['輸出管理']);
    expect(found({ words: ['輸入'], names: ['政府'] }, text)).toEqual(['政府']);
    expect(found({ words: ['政府'], exclude: ['強化'] }, text)).toEqual([]);
  });

  it.each([
    ['virus', 'viruses'],
    ['bus', 'buses'],
    ['gas', 'gases'],
    ['crisis', 'crises'],
    ['analysis', 'analyses'],
    ['hero', 'heroes'],
    ['potato', 'potatoes'],
    ['knife', 'knives'],
    ['leaf', 'leaves'],
    ['house', 'houses'],
    ['menu', 'menus'],
    ['tax', 'taxes'],
    ['index', 'indices'],
    ['child', 'children'],
    ['woman', 'women'],
    ['policeman', 'policemen'],
  ])('takes %s and %s for one word', (one, several) => {
    expect(found({ words: [one] }, `The ${several} came.`)).toEqual([several]);
    expect(found({ words: [several] }, `A ${one} came.`)).toEqual([one]);
  });

  it.each([
    ['corp', 'a corpse'],
    ['ten', 'a tense day'],
    ['plea', 'please'],
    ['wave', 'he waffled'],
    ['base', 'a bass'],
  ])('does not take %s for what stands in "%s"', (word, text) => {
    expect(found({ words: [word] }, text)).toEqual([]);
  });

  it('finds no phrase that reaches over the end of a paragraph', () => {
    const phrases = ['rate decision'];
    expect(found({ phrases }, 'It kept the rate\n\nDecision day is Friday')).toEqual([]);
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

  it.each([
    ['medtop:15000000', 'medtop', '20001065'],
    ['15000000', 'medtop', '20001065'],
    ['agency:SPO', 'http://agency.example/subjects', 'SPO'],
  ])('leaves a story out by the code %s, and by what stands under it', (entry, scheme, code) => {
    const compiled = compileTopics([topic({ words: ['talks'], exclude: [entry, 'trade fair'] })]);
    const about = (subject: { scheme: string; code: string }) =>
      matchTopics(compiled, {
        ...takeOf({ text: 'Talks on the transfer of a striker began.' }),
        subjects: [{ ...subject, name: null }],
      });
    expect(about({ scheme, code })).toEqual([]);
    expect(about({ scheme: 'medtop', code: '11000000' })).toHaveLength(1);
  });

  it('leaves a story out that has an excluded phrase', () => {
    const trade = { words: ['tariff'], exclude: ['trade fair'] };
    expect(found(trade, 'Tariffs at the trade fairs')).toEqual([]);
    expect(found(trade, 'Tariffs and a fair')).toHaveLength(1);
  });

  describe('codes', () => {
    const codesFound = (wanted: string, scheme: string | null, code: string, name = 'x') =>
      matchTopics(
        compileTopics([topic({ codes: [wanted] })]),
        takeOf({ headline: 'Prices in Velmora rise', subjects: [{ scheme, code, name }] }),
      );
    const media = 'http://cv.iptc.org/newscodes/mediatopic/';

    it.each([
      ['itself', 'medtop:04000000', 'medtop', '04000000'],
      ['what is under it', 'medtop:04000000', 'medtop', '20000344'],
      ['what is far under it, inflation', 'medtop:04000000', 'medtop', 'medtop:20000370'],
      ['the address of the scheme', 'medtop:20000346', media, '20000370'],
      ['a topic without the alias', '04000000', 'medtop', 'medtop:20000370'],
      ['a code without a scheme', 'medtop:15000000', null, '20001057'],
      ['earthquakes among disasters', 'medtop:03000000', 'medtop', '20000153'],
      ['courts of justice', 'medtop:02000000', 'medtop', '20000134'],
      ['old subject codes', 'subj:04000000', 'subj', '04005003'],
      ['their address', 'subj:04005000', 'http://cv.iptc.org/newscodes/subjectcode/', '04005003'],
      ['an agency of its own', 'norda:ECO', 'nordaproduct', 'ECO'],
    ])('finds %s', (_, wanted, scheme, code) => {
      expect(codesFound(wanted, scheme, code, 'prices')).toMatchObject([
        { by: 'code', entry: wanted, found: 'prices' },
      ]);
    });

    it.each([
      ['what is above it', 'medtop:20000370', 'medtop', '04000000'],
      ['what stands beside it', 'medtop:20000385', 'medtop', '20000370'],
      ['the same digits in another scheme', 'medtop:04000000', 'subj', '04005003'],
      ['a code that is in no tree', 'medtop:04000000', 'medtop', '99999999'],
      ['no code', 'medtop:04000000', 'medtop', ''],
    ])('does not find %s', (_, wanted, scheme, code) => {
      expect(codesFound(wanted, scheme, code)).toEqual([]);
    });

    it('leads every Media Topic to one of the seventeen at the top', () => {
      for (let code = 20_000_000; code < 20_001_500; code += 1) {
        const above = codesAbove({ scheme: 'medtop', code: String(code) });
        if (above.length > 2) expect(above.at(-1)).toMatch(/^(?:0[1-9]|1[0-7])000000$/);
      }
      expect(codesAbove({ scheme: 'medtop', code: '20000734' })).toEqual(
        ['20000734', '20000733', '20000731', '20000717', '13000000']
          .flatMap((each) => [`medtop:${each}`, each])
          .toSorted((a, b) => Number(b === '20000734') - Number(a === '20000734')),
      );
    });
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
