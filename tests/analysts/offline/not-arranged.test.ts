/** Sentences in the form of an arrangement that announce nothing, beside ones that do. */
import { expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

async function stepsOf(sentence: string): Promise<string[]> {
  const text = `Rain fell on the valley on Monday, an official said. ${sentence} Roads were shut.`;
  const take = takeWith(sentence, text, { headline: 'Rain', sentAt: '2032-03-02T10:00:00Z' });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.next.map((step) => step.text);
}

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
