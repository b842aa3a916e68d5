/** Sentences in the form of an arrangement that announce nothing, beside ones that do. */
import { expect, it } from 'vitest';
import { amidRain } from './sentence.ts';

const stepsOf = async (sentence: string): Promise<string[]> =>
  (await amidRain(sentence)).next.map(({ text }) => text);

it.each([
  'Staff at the shop were told to close at 5:30 p.m. and were led out by police.',
  'We allowed the line to run from midnight to 7am, after which it had to give way.',
  'The suspect, who was booked for theft, is being held without bail.',
  'The driver is being held on suspicion of manslaughter, police said.',
  'Her campaign said it was always confident she would be cleared.',
  'He was the first official to plead guilty and was the last to be sentenced.',
  'The main damage is to the four cables across the bay.',
  'Moe said he didn’t think charges would be filed against him.',
  'It is entirely possible that the studio will choose another maker.',
  'It will be even harder for the town to hold a vote.',
  'The objectives of the meeting are to provide support to the commission.',
])('announces nothing: %s', async (sentence) => {
  expect(await stepsOf(sentence)).toEqual([]);
});

it.each([
  'The court ordered the firm to hand over its books by Friday.',
  'The ministers will meet again in Oslo.',
  'A hearing will be held on Friday.',
])('announces: %s', async (sentence) => {
  expect(await stepsOf(sentence)).toEqual([sentence]);
});
