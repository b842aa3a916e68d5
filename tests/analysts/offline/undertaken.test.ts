/** Steps that have no day: who acts, and whether the verb tells of a deed. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import type { NextStep } from '../../../src/news/card.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

async function stepsIn(sentence: string): Promise<readonly NextStep[]> {
  const copy = `The government of Orvania spoke of the matter on Monday. ${sentence} Nobody was hurt.`;
  const take = takeWith('take', copy, { sentAt: '2026-06-15T12:00:00Z', headline: 'News' });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.next;
}

describe('a step without a day', () => {
  it.each([
    'The delegates will each wear a black ribbon.',
    'Residents are to receive a new card free of charge.',
    'Two barges are to be unloaded by hand.',
    'The singer has signed a contract, and she will wear the crown.',
    'The ban will hold until the wells are clean again.',
    'The 31-year-old has passed a test and will captain the side.',
    'Hikers and drivers will have to carry a permit.',
    'A second test is to follow.',
    'The council has given the firm a week to respond.',
    'The search was called off at dusk and will resume at dawn.',
  ])('is firm where somebody undertakes it: %s', async (sentence) => {
    expect(await stepsIn(sentence)).toMatchObject([{ firm: true, when: null }]);
  });

  it.each([
    'The ministry plans to post three doctors there.',
    'She intends to write a book.',
    'The mayor said the council would study the plan.',
    'The authority is considering a fine.',
  ])('is soft where it is only meant: %s', async (sentence) => {
    expect(await stepsIn(sentence)).toMatchObject([{ firm: false, when: null }]);
  });

  it('is firm where somebody says that it would be done, as with "will"', async () => {
    const steps = await stepsIn('The mayor said engineers would paint the tower.');
    expect(steps).toMatchObject([{ firm: true, when: null }]);
  });

  it.each([
    'The dam is to produce 400 megawatts when complete.',
    'The bridge will cost 40 million crowns.',
    'Farmers will benefit most.',
    'Many families will be affected.',
    'Prices are set to rise further.',
    'The delay is due to bad weather.',
    'The firm said it would defend itself.',
    'She said she would not send her son back.',
    'The union gave no hint as to who will lead it.',
    'Buyers will pay 41 crowns a share.',
    'The critic said the plan would tie their hands.',
  ])('is none where things only turn out so: %s', async (sentence) => {
    expect(await stepsIn(sentence)).toEqual([]);
  });

  it('an open question behind a step leaves it firm', async () => {
    const [step] = await stepsIn('They are to meet on Friday, but it is unclear who will pay.');
    expect(step).toMatchObject({ firm: true, when: { date: '2026-06-19' } });
  });

  it('fruit that rots within days is no step', async () => {
    expect(await stepsIn('The grower said the fruit would rot within days.')).toEqual([]);
  });

  it.each([
    ['The treaty takes effect on January 1.', '2027-01-01'],
    ['The suspect will next appear in court in March.', '2027-03'],
    ['A day of mourning has been declared for Sunday.', '2026-06-21'],
    ['The squad fly to Doha on Friday.', '2026-06-19'],
    ['Voters elect a new parliament on June 28.', '2026-06-28'],
    ['The two leaders speak by telephone on Thursday.', '2026-06-18'],
    ['The government has until the end of June to reply.', '2026-06'],
  ])('the present tells of what comes: %s', async (sentence, date) => {
    expect(await stepsIn(sentence)).toMatchObject([{ firm: true, when: { date } }]);
  });

  it('what leans on the sentence before is told with it, unless it has a day', async () => {
    const appeal = 'The maker said it would appeal to the high court.';
    const both = `${appeal} It has two months to do so.`;
    const [step, ...more] = await stepsIn(both);
    expect([step?.text, step?.evidence[0]?.quote, more]).toEqual([both, both, []]);
    const steps = await stepsIn(`${appeal} It has until June 30 to do so.`);
    expect(steps.map(({ when }) => when?.date ?? null)).toEqual(['2026-06-30', null]);
  });

  it('the weekend of the running week lies ahead', async () => {
    const [step] = await stepsIn('The crates are to be opened at the weekend.');
    expect(step).toMatchObject({ firm: true, when: { grain: 'week' } });
  });
});
