/** Dates: weekdays by tense, days without a year, months, vague times, and what is no date. */
import { describe, expect, it } from 'vitest';
import { readTake } from '../../../../src/analysts/offline/reading/read.ts';
import { takeOf } from './take.ts';

/** Wednesday, 4 March 2020. */
const ANCHOR = '2020-03-04';

function dates(copy: string): [string, string | null, string | null][] {
  return readTake(takeOf(copy, ANCHOR)).dates.map((each) => [each.text, each.date, each.grain]);
}

describe('dates', () => {
  it.each([
    ['The ministry said Friday that it was over.', 'Friday', '2020-02-28', 'day'],
    ['The ministers will meet Friday in Oslo.', 'Friday', '2020-03-06', 'day'],
    ['On Wednesday, the court ruled against him.', 'Wednesday', '2020-03-04', 'day'],
    ['The two sides are due to meet on Tuesday.', 'Tuesday', '2020-03-10', 'day'],
    ['They spoke ahead of Thursday’s vote.', 'Thursday', '2020-03-05', 'day'],
    ['They fled when water burst into the mine on Friday.', 'Friday', '2020-02-28', 'day'],
    ['Two were hurt as fire swept through a mill on Monday.', 'Monday', '2020-03-02', 'day'],
    ['She entered the Ada Ford Center late on Monday.', 'Monday', '2020-03-02', 'day'],
    ['She set out alone on Friday as he was late.', 'Friday', '2020-02-28', 'day'],
    ['By Monday, 6,000 homes had lost power.', 'Monday', '2020-03-02', 'day'],
    ['By Monday, 6,000 homes will have power.', 'Monday', '2020-03-09', 'day'],
    ['He was at large until Dec. 7, the court heard.', 'Dec. 7', '2019-12-07', 'day'],
    ['The hearing was adjourned until Dec. 7.', 'Dec. 7', '2020-12-07', 'day'],
    ['The talks lasted until Friday.', 'Friday', '2020-02-28', 'day'],
    ['The schools were shut until Friday.', 'Friday', '2020-03-06', 'day'],
    ['All had been allowed home by Monday evening.', 'Monday evening', '2020-03-02', 'day'],
    ['He had to leave by Monday.', 'Monday', '2020-03-09', 'day'],
    ['On Tuesday, police say, the bridge collapsed.', 'Tuesday', '2020-03-03', 'day'],
    ['On Tuesday, police say, they will march.', 'Tuesday', '2020-03-10', 'day'],
    ['She was not returning calls on Tuesday.', 'Tuesday', '2020-03-03', 'day'],
    ['A judge on Tuesday upheld the ban.', 'Tuesday', '2020-03-03', 'day'],
    ['He was shot last Monday.', 'last Monday', '2020-03-02', 'day'],
    ['He was shot Monday night.', 'Monday night', '2020-03-02', 'day'],
    ['The deal was signed on Nov. 22.', 'Nov. 22', '2019-11-22', 'day'],
    ['It was signed on 22 November 2019.', '22 November 2019', '2019-11-22', 'day'],
    ['The race will start on March 20.', 'March 20', '2020-03-20', 'day'],
    ['It opened in June 2016.', 'June 2016', '2016-06', 'month'],
    ['It will open in May.', 'May', '2020-05', 'month'],
    ['It was closed in August.', 'August', '2019-08', 'month'],
    ['They meet next week.', 'next week', '2020-03-09', 'week'],
    ['It fell last year.', 'last year', '2019', 'year'],
    ['It was built in 1874.', '1874', '1874', 'year'],
    ['He left three days ago.', 'three days ago', '2020-03-01', 'day'],
    ['He arrived yesterday.', 'yesterday', '2020-03-03', 'day'],
    ['Talks resume at an early date.', 'at an early date', null, null],
    ['It lost money last quarter.', 'last quarter', '2019-12', 'month'],
    ['They met on New Year’s Eve.', 'New Year’s Eve', '2019-12-31', 'day'],
    ['The tax comes in on Boxing Day.', 'Boxing Day', '2020-12-26', 'day'],
    ['They married last summer.', 'last summer', '2019', 'season'],
    ['They fought back to beat the champions on Monday.', 'Monday', '2020-03-02', 'day'],
    ['They agreed to meet again on Monday.', 'Monday', '2020-03-09', 'day'],
    ['Schools will stay shut through Friday.', 'Friday', '2020-03-06', 'day'],
  ])('%s', (copy, text, date, grain) => {
    expect(dates(copy)).toEqual([[text, date, grain]]);
  });

  it.each([
    'He may march soon.',
    'The bill costs 2000 people their jobs.',
    'Sundays are quiet.',
    'It rose 12.5 percent to 2,019 points.',
    'The score was 3-1 after 30/31 shots.',
    'On February 30 nothing happens.',
    'They will need a touchdown in the fourth quarter.',
    'They will lay flowers at the Remembrance Sunday parade.',
  ])('sees no date in: %s', (copy) => {
    expect(dates(copy)).toEqual([]);
  });

  it('calls a vague time to come future', () => {
    expect(readTake(takeOf('They will talk in the coming weeks.', ANCHOR)).dates[0]).toMatchObject({
      date: null,
      grain: null,
      tense: 'future',
    });
  });
});
