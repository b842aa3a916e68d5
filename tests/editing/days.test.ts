/** The days that copy speaks of, and what two copies have in common of them. */
import { describe, expect, it } from 'vitest';
import { compareDays, daysIn, lastDayAhead } from '../../src/editing/days.ts';
import { cpuMsOf } from '../cpu-time.ts';

describe('lastDayAhead', () => {
  it.each([
    ['They meet on April 21 and again in early June.', '2026-06-28'],
    ['They meet again on the 30th of June.', '2026-06-30'],
    ['They met on February 3.', undefined],
    ['It opens on November 2.', '2026-11-02'],
    ['It closed on December 20; a report is due in May.', '2026-05-28'],
    ['The line is to open in 2027.', '2027-12-31'],
    ['Emissions are to be halved by 2040.', undefined],
    ['The licence runs until 2026-09-30.', '2026-09-30'],
    [`${'The quay was shut. '.repeat(300)}It reopens on July 30.`, '2026-07-30'],
  ])('%#: %.40s', (text, day) => {
    expect(lastDayAhead({ text, dateline: null, sentAt: '2026-03-12T08:00:00Z' }, '')).toBe(day);
  });

  it('goes by the arrival of copy that nothing dates', () => {
    const copy = { text: 'They meet on April 30.', dateline: null, sentAt: null };
    expect(lastDayAhead(copy, '2026-05-02T00:00:00Z')).toBeUndefined();
    expect(lastDayAhead(copy, '2026-03-02T00:00:00Z')).toBe('2026-04-30');
  });
});

describe('daysIn', () => {
  it.each([
    ['The ferry sank on March 3, 2026.', ['03-03', '-03', '2026']],
    ['It closed on 14 Sept. and reopened on the 2nd of October.', ['09-14', '10-02', '-09', '-10']],
    ['Filed 2025-11-07 from Tessaly.', ['11-07', '2025']],
    ['They may meet on Tuesday, May 5.', ['05-05', 'tue']],
    ['The strike of May ended.', ['-05']],
    ['It was to open in late May.', ['-05']],
    ['The letter from May Lind came. May it end.', []],
    ['In August the mayor may resign.', ['-08']],
    ['Sold for 2,019 marks; 12 decibels at 5:30.', []],
    ['The vote of March 45 was a misprint.', ['-03']],
  ])('%s', (text, days) => {
    expect(daysIn(text).toSorted()).toEqual(days.toSorted());
  });

  it('takes the weekday from the top only', () => {
    expect(daysIn(`${'The quay was shut. '.repeat(60)}It reopens Friday.`)).toEqual([]);
  });

  it('reads hostile copy in linear time', async () => {
    for (const junk of ['March '.repeat(10_000), '3 '.repeat(30_000), '3 of '.repeat(12_000)]) {
      const tookMs = await cpuMsOf(() => {
        daysIn(junk);
      });
      expect(tookMs).toBeLessThan(1_000);
    }
  });
});

describe('compareDays', () => {
  const compare = (one: string, other: string) => compareDays(daysIn(one), daysIn(other));

  it('knows the same day however it is written', () => {
    expect(compare('on March 3', 'on 3 March')).toMatchObject({ shared: ['03-03'], share: 1 });
  });

  it('says what differs only where both say it', () => {
    expect(compare('on Monday, in June 2024', 'on Tuesday, in July 2025')).toMatchObject({
      yearsDiffer: true,
      differing: 2,
    });
    expect(compare('on Monday', 'in July 2025')).toMatchObject({
      yearsDiffer: false,
      differing: 0,
    });
    expect(compare('', 'on Monday')).toMatchObject({ share: 0, differing: 0 });
  });
});
