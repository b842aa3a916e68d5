/** Ways to announce a day to come: the present tense, what people take part in, spans, speech. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import type { Card } from '../../../src/news/card.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

const BEFORE = 'The government of Orvania spoke of the matter at length.';

/** The card of copy that was sent on Monday, 15 June 2026. */
async function cardOf(sentence: string, before = BEFORE): Promise<Card> {
  const copy = `${before} ${sentence} Nobody was hurt in the town of Lorn.`;
  const take = takeWith('take', copy, { sentAt: '2026-06-15T12:00:00Z', headline: 'News' });
  return createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
}

describe('a day to come', () => {
  it.each([
    ['The list is published in full on Thursday.', '2026-06-18'],
    ['A new parliament is sworn in on Thursday.', '2026-06-18'],
    ['Captain Bo Roe, who is hurt, misses Saturday’s trip to Beckford.', '2026-06-20'],
    ['The couple’s farm goes under the hammer next month.', '2026-07'],
    ['A third trial, with more patients, gets under way in July.', '2026-07'],
    ['The council must find a further 240 million crowns, half of it by June 30.', '2026-06-30'],
    ['Fishermen have announced a blockade of Beckford harbour for Saturday.', '2026-06-20'],
    ['Delivery is for July 10-25.', '2026-07-10'],
    ['Ferries are not to sail before Thursday noon.', '2026-06-18'],
    ['The firm publishes its results on Tuesday week.', '2026-06-23'],
    ['The new tax comes in on New Year’s Day.', '2027-01-01'],
    ['The judge set July 2 as the date for the next hearing.', '2026-07-02'],
    ['The union has told its members to down tools on July 10.', '2026-07-10'],
    ['Buses stop running at 10 p.m. on Wednesday.', '2026-06-17'],
    ['The court will say on Friday whether the trial can go ahead.', '2026-06-19'],
    ['They meet again in Beckford, with a first session on Thursday.', '2026-06-18'],
    ['The ship calls at Beckford on Friday.', '2026-06-19'],
    ['The film has its premiere in Beckford on July 14.', '2026-07-14'],
    ['Friday is a public holiday.', '2026-06-19'],
    ['The two meet for the third time on Sunday.', '2026-06-21'],
    ['The team has been given 40 nights, the first of which fall in July.', '2026-07'],
    ['Two tankers are under way and dock on July 11 and 14.', '2026-07-11'],
    ['Vaccination clinics open on Wednesday, with no letter needed.', '2026-06-17'],
    ['Trains are back to normal from Thursday.', '2026-06-18'],
    ['There is to be a further meeting on Thursday.', '2026-06-18'],
    ['The panel next sits on July 11, when most expect it to wait.', '2026-07-11'],
    ['It wants an inquiry and has called a protest in Beckford for Sunday.', '2026-06-21'],
    ['Two states might leave, and one, Norland, said it would resume hunting in July.', '2026-07'],
    ['“We meet again on Friday,” the mediator said.', '2026-06-19'],
    ['“The hearing will resume on Thursday at 10,” said Judge Ann Roe.', '2026-06-18'],
  ])('is firm: %s', async (sentence, date) => {
    const { next } = await cardOf(sentence);
    expect(next).toMatchObject([{ firm: true, when: { date } }]);
  });

  it.each([
    ['The council will take it up no earlier than July 2.', '2026-07-02'],
    ['Campaigners plan a vigil outside parliament on Friday night.', '2026-06-19'],
    ['The ban is lifted on July 2 at the earliest.', '2026-07-02'],
    ['A conference has been pencilled in for July.', '2026-07'],
  ])('is not sure: %s', async (sentence, date) => {
    expect((await cardOf(sentence)).next).toMatchObject([{ firm: false, when: { date } }]);
  });

  it.each([
    'A man is accused of a theft in Beckford on Friday.',
    'The dispute is rooted in a vote in May.',
    'Prices are driven up by demand in March.',
    'The bank said profits would rise next year.',
    'No talks are planned for this week.',
    'Sunday’s defeat leaves them bottom.',
    'She misses her husband, who died on Friday.',
    'The court will not sit on Friday.',
  ])('is none: %s', async (sentence) => {
    expect((await cardOf(sentence)).next).toEqual([]);
  });
});

it('the work that is halted until somebody has come is a step without a day', async () => {
  const { next } = await cardOf('Work at the mine is halted until inspectors have been.');
  expect(next).toMatchObject([{ firm: true, when: null }]);
});

it('the end of a span is not when it happened', async () => {
  const before = 'Schools in Beckford are shut until Sunday because of the heat.';
  expect((await cardOf('', before)).when).toEqual([]);
});

it('a spell of weather does nothing', async () => {
  const before = 'A week of heat across the city of Beckford broke records on Saturday.';
  expect((await cardOf('', before)).who).toEqual([]);
});

it.each([
  'The terms of the pay-off have to be settled by July 2.',
  'The ban is lifted on July 2, the ministry wrote.',
  'Once four of the six parliaments have ratified it, the treaty is in force.',
])('what is still to be done is no outcome: %s', async (sentence) => {
  expect((await cardOf(sentence)).outcome.map(({ text }) => text)).not.toContain(sentence);
});

it('counts what is counted, and not the word behind it', async () => {
  const { numbers } = await cardOf('Eleven concerts fall through and 40 bars close early.');
  expect(numbers.map(({ value, unit }) => [value, unit])).toContainEqual([11, 'concerts']);
});

it('whoever chairs an inquiry into a dam heads no dam', async () => {
  const before = 'The inquiry into the Llanmore dam burst opened on Monday.';
  const { who } = await cardOf('Its chair, Ruth Ellery, said it would sit until May.', before);
  const chair = who.find(({ name }) => name === 'Ruth Ellery');
  expect(chair).toMatchObject({ role: 'chair', organisation: null });
});
