/** What people ask next, under a story that they have just read: half sentences, and what is not told. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import type { Take } from '../../../src/news/take.ts';
import { storyOf, takeWith } from '../story.ts';

const GASES = takeWith(
  'gases',
  `Japan and South Korea agreed on Tuesday to speed up licences for chipmaking gases, ending a dispute that began in July 2030.

The Korean side was led by Park Il-woo, deputy minister of industry. Kaori Senda, chief of the trade bureau, led the Japanese side.

The dispute began after Tokyo tightened its controls because of worries about resale. Japan will publish a list of trusted buyers on March 9.

A second round is due in Seoul in April. The two sides have not decided whether to include machine tools.

"We have shut a bad chapter," Park told reporters.`,
  { headline: 'Japan, South Korea to speed up gas licences', sentAt: '2032-03-02T12:00:00Z' },
);
const FERRY = takeWith(
  'ferry',
  `A ferry with 140 people aboard sank off Cape Sorrow on Sunday, killing nine, the coastguard said.

The Lady Brant went down in 20 minutes after water burst into its car deck, said Rolf Amsel, head of the inquiry.

Four passengers are missing. Divers will search the wreck on Wednesday, and the owner, Brant Lines, was ordered to keep its other ships in port.

Sea temperatures were near 4 degrees. The cause of the leak is not known.`,
  { headline: 'Nine die as ferry sinks off Cape Sorrow', sentAt: '2032-03-01T12:00:00Z' },
);
const PLANT = takeWith(
  'plant',
  `Lorano Motors will close its plant in Tessin at the end of June with the loss of 2,300 jobs, it said on Thursday.

The company blamed falling demand for diesel engines. It will pay each worker 18,000 crowns.

The metalworkers' union, led by Pia Roth, called a strike for Monday. Economy Minister Jon Hale said the state would not step in.`,
  { headline: 'Lorano to shut Tessin plant', sentAt: '2032-03-04T12:00:00Z' },
);

const analyst = createOfflineAnalyst();
const ask = (take: Take, question: string) => {
  const story = storyOf(take);
  const request = { question, stories: [story], focus: [story.id], at: '2032-03-05T00:00:00Z' };
  return analyst.answer(request);
};

describe('a follow-up', () => {
  it.each([
    [GASES, 'who was in charge of the japanese side?', 'Kaori Senda'],
    [GASES, 'who led the Korean side?', 'Park Il-woo'],
    [GASES, 'why?', 'worries about resale'],
    [GASES, 'since when?', 'July 2030'],
    [GASES, 'what about Japan?', 'list of trusted buyers'],
    [GASES, 'and then?', 'Seoul'],
    [GASES, "what's next?", 'Seoul'],
    [GASES, 'when is the next round', 'April'],
    [GASES, 'where will that be?', 'Seoul'],
    [GASES, 'what is still open?', 'machine tools'],
    [GASES, 'did they agree on machine tools?', 'have not decided'],
    [GASES, 'what did Park say?', 'bad chapter'],
    [FERRY, 'how many died?', 'killing nine'],
    [FERRY, 'and missing?', 'Four passengers'],
    [FERRY, 'how many were on board', '140 people'],
    [FERRY, 'why did it sink?', 'water burst into'],
    [FERRY, 'how long did it take?', '20 minutes'],
    [FERRY, 'who owns it', 'Brant Lines'],
    [FERRY, 'when will the divers go down?', 'Wednesday'],
    [FERRY, 'who leads the inquiry?', 'Rolf Amsel'],
    [FERRY, 'what caused the leak?', 'not known'],
    [PLANT, 'when?', 'end of June'],
    [PLANT, 'how many jobs?', '2,300'],
    [PLANT, 'why?', 'falling demand'],
    [PLANT, 'and the union?', 'called a strike'],
    [PLANT, 'will the government help?', 'would not step in'],
    [PLANT, 'how much do the workers get?', '18,000 crowns'],
    [PLANT, 'who leads the union?', 'Pia Roth'],
  ])('"$1"', async (take, question, words) => {
    expect((await ask(take, question)).answer).toContain(words);
  });

  it.each([
    [GASES, 'what about China?'],
    [GASES, 'how much were the gases worth?'],
    [GASES, 'and the day after?'],
    [FERRY, 'was the captain arrested?'],
    [FERRY, 'how old was the ship?'],
    [PLANT, 'who is the chief executive?'],
    [PLANT, 'how many went on strike?'],
  ])('that is told nowhere "$1"', async (take, question) => {
    expect((await ask(take, question)).abstained).toBe(true);
  });
});
