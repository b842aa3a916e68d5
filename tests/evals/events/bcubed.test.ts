/** The scorer itself: figures worked out by hand, and the sets read from a folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { bcubed, type Placed } from './bcubed.ts';
import { ecbPlusStories, newsClusterStories, ownStories } from './labelled.ts';
import { placed, scoreEvents, shuffled } from './score.ts';

const placedAs = (...pairs: string[]): Placed[] =>
  pairs.map((pair) => ({ gold: pair[0] ?? '', found: pair[1] ?? '' }));

describe('bcubed', () => {
  it('is 1 for a perfect grouping and for none at all', () => {
    expect(bcubed(placedAs('ax', 'ax', 'by')).f1).toBe(1);
    expect(bcubed([]).f1).toBe(1);
  });

  it('pays for mixing in precision and for splitting in recall', () => {
    // Three of a and one of b in one event: (3 * 3/4 + 1/4) / 4.
    expect(bcubed(placedAs('ax', 'ax', 'ax', 'bx')).precision).toBeCloseTo(0.625);
    // Three of a in events of two and one: (2/3 + 2/3 + 1/3) / 3.
    expect(bcubed(placedAs('ax', 'ax', 'ay')).recall).toBeCloseTo(5 / 9);
    expect(bcubed(placedAs('ax', 'ax', 'ay')).precision).toBe(1);
  });

  it('does not depend on the names of the events', () => {
    const some = fc.array(fc.record({ gold: fc.nat(4), found: fc.nat(4) }), { minLength: 1 });
    fc.assert(
      fc.property(some, (list) => {
        const first = list.map(({ gold, found }) => ({ gold: `${gold}`, found: `${found}` }));
        const other = list.map(({ gold, found }) => ({ gold: `g${9 - gold}`, found: `f${found}` }));
        expect(bcubed(first)).toEqual(bcubed(other));
      }),
    );
  });
});

describe('sets in a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'events-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads topics of two events each', () => {
    const topic = join(folder, 'ecbplus/7');
    mkdirSync(topic, { recursive: true });
    const token = (sentence: number, text: string) =>
      `<token t_id="1" sentence="${sentence}" number="0">${text}</token>`;
    const xml = ['Pier', 'burns', 'in', 'Ostby'].map((word) => token(0, word)).join('\n');
    const lede = ['It', 'was', 'the', 'harbour', '&apos;s', 'last', '.'];
    const body = lede.map((word) => token(1, word)).join('\n');
    writeFileSync(join(topic, '7_1ecb.xml'), `<Document>${xml}${body}</Document>`);
    writeFileSync(join(topic, '7_1ecbplus.xml'), `<Document>${xml}</Document>`);
    const [first, second] = ecbPlusStories(join(folder, 'ecbplus'));
    expect(first?.copy.headline).toBe('Pier burns in Ostby');
    expect(first?.copy.paragraphs).toEqual(["It was the harbour's last."]);
    expect([first?.event, second?.event]).toEqual(['7', '7plus']);
  });

  it('reads articles by date', () => {
    const clusters = join(folder, 'giveme5w1h/news_cluster');
    mkdirSync(clusters, { recursive: true });
    const article = (date: string) => ({
      title: 'Pier burns',
      text: 'It burned.\nIt fell.',
      date_publish: date,
      newsCluster: "{'EventId': 69, 'Event': 'Pier'}",
    });
    writeFileSync(join(clusters, 'a.json'), JSON.stringify(article('2016-01-11 00:00:00')));
    writeFileSync(join(clusters, 'b.json'), JSON.stringify(article('2016-01-10 00:00:00')));
    const stories = newsClusterStories(clusters);
    expect(stories.map(({ id, event, copy }) => [id, event, copy.sentAt?.slice(0, 10)])).toEqual([
      ['b.json', '69', '2016-01-10'],
      ['a.json', '69', '2016-01-11'],
    ]);
  });

  it('scores what is there and nothing else', async () => {
    const measures = async (place: string | null) =>
      (await scoreEvents(place)).map(({ measure }) => measure);
    expect(await measures(null)).toEqual(['events, own stories']);
    expect(await measures(join(folder, 'nowhere'))).toEqual(['events, own stories']);
    expect(await measures(folder)).toHaveLength(3);
  });
});

describe('our own stories', () => {
  it('reach their target in several orders', async () => {
    const [own] = await scoreEvents(null);
    expect(own?.value).toBeGreaterThanOrEqual(own?.target ?? 1);
  });

  it('are all put somewhere, whatever the order', () => {
    const stories = ownStories();
    expect(placed(shuffled(stories, 3))).toHaveLength(stories.length);
    expect(shuffled(stories, 3)).not.toEqual(stories);
    expect(new Set(shuffled(stories, 3))).toEqual(new Set(stories));
  });
});
