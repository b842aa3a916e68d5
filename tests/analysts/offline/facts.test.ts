/** What single sentences give: steps to come, outcomes, open issues, speakers, numbers. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import type { Card } from '../../../src/news/card.ts';
import { EVENT, storyOf, takeWith, type StoryParts } from '../story.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const BEFORE = 'The group met in Dunmere on Monday, an official said.';
const AFTER = 'The group has 40 members.';
const SENT = { headline: 'Group meets', sentAt: '2032-03-02T10:00:00Z' };

function cardOf(text: string, parts: StoryParts = {}): Promise<Card> {
  const take = takeWith(text, text, { ...SENT, ...parts });
  return createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
}

/** The card of a short story that holds the sentence between two others. */
const around = (sentence: string): Promise<Card> => cardOf(`${BEFORE} ${sentence} ${AFTER}`);

describe('steps to come', () => {
  it('go by their own day, not by that of a thing they name', async () => {
    const [step] = (await around("Halden will meet Sunday's winners in the final on March 20."))
      .next;
    expect(step?.when).toMatchObject({ date: '2032-03-20' });
  });

  it('that are hoped for are not firm, though a season begins', async () => {
    const hoped =
      'Envoy Ana Pires said she hoped to bring both sides together before spring begins in April.';
    expect((await around(hoped)).next.map(({ firm }) => firm)).toEqual([false]);
  });

  it.each([
    'The trial will resume on March 12.',
    'Parliament is due to vote on the bill next Tuesday.',
    'The court adjourned the case until April 3.',
    'The company said it will publish results on May 5.',
    'The company said it would close the plant in June.',
    'Voters go to the polls on Sunday.',
    'They agreed to meet again on March 16.',
    'A second round of talks is scheduled for Thursday.',
    'The next board meeting is on March 9.',
    'Halden face Dunmere in the semi-final on Saturday.',
    'The agency is pushing back the flight to April 2033.',
    'The mayor has called an emergency meeting for Thursday.',
    'The minister will address the nation on Tuesday.',
    'The firm must reply to the letter by April 30.',
    'Prosecutors are to rule by April 9 whether to bring charges.',
    'Minister Ana Pires is to brief parliament on Friday.',
    'A hearing was set for March 19.',
    'Ana Pires said a mediator would meet both sides on Friday.',
    'The owners have until March 20 to appeal.',
    'The treaty comes into force on July 1.',
    'Flights were to resume at noon on Thursday.',
    'Miners voted to strike from May 2.',
    'The minister must hand in her resignation within 72 hours.',
  ])('are firm when arranged: %s', async (sentence) => {
    const { next } = await around(sentence);
    expect(next.map((step) => step.firm)).toEqual([true]);
    expect(sentence).toContain(next[0]?.text);
    expect(next[0]?.when?.text).toBeTruthy();
  });

  it('are one for each clause with a time of its own', async () => {
    const { next } = await around(
      'A tender will be launched on May 15 and work is expected to begin in June 2034.',
    );
    expect(next.map(({ when, firm }) => [when?.date, firm])).toEqual([
      ['2032-05-15', true],
      ['2034-06', false],
    ]);
  });

  it.each([
    'The ministers are expected to meet next month.',
    'The agency hopes to launch the probe in 2033.',
    'Brisk called for a ceasefire by Friday.',
    'A ruling is expected in April.',
  ])('are soft when hoped or asked for: %s', async (sentence) => {
    expect((await around(sentence)).next.map((step) => step.firm)).toEqual([false]);
  });

  it.each([
    'The talks were scheduled for last Tuesday but were called off.',
    'If the union agrees, work will resume on Monday.',
    'He will be remembered as a great singer.',
    'The visit had been planned for March 12.',
    'They agreed in 2019 to hold annual talks.',
    'Analysts believe prices will fall next year.',
    'Snow fell in Halden on Saturday.',
    'It remains unclear when exports will resume.',
    'The bank forecast that inflation would average 2 percent in 2032.',
    'Councillors threw out plans for a tram by a single vote on Monday.',
    'Fire broke out in the intensive care ward of a hospital on Saturday.',
    'The firm said it would study the report.',
    'The driver is to blame for the crash on Monday.',
    "The fund will pay 3 percent more than Friday's close.",
    '"We will win next Saturday," Kamau said.',
    'The meeting scheduled for Friday has been cancelled.',
    'The enzyme breaks foam down within 48 hours, raising hopes of a cure.',
    'Brisk told lawmakers before the vote that he was sorry.',
  ])('are not made of: %s', async (sentence) => {
    expect((await around(sentence)).next).toEqual([]);
  });

  it('keep a vague time as stated, with its place and no day', async () => {
    const { next } = await around('They agreed to hold the next round in Paris at an early date.');
    expect(next).toMatchObject([
      { place: 'Paris', firm: true, when: { text: 'at an early date', date: null } },
    ]);
  });

  it('take a planned thing out of the sentence around it', async () => {
    const { next } = await around(
      'It came ahead of a planned summit between the presidents next week in Paris.',
    );
    expect(next).toMatchObject([
      {
        text: 'a planned summit between the presidents next week in Paris',
        place: 'Paris',
        when: { date: '2032-03-08', grain: 'week' },
      },
    ]);
  });
});

describe('outcomes', () => {
  it.each([
    'The council approved the budget on Monday.',
    'The jury found Dray guilty of fraud.',
    'A bus plunged off a bridge, killing 12 people.',
    'The two sides reached a deal on fish quotas.',
    'Kesterly Town lost 3-0 to Dunmere City.',
    'Two climbers died in an avalanche.',
  ])('are what was done: %s', async (sentence) => {
    expect((await around(sentence)).outcome.map((line) => line.text)).toEqual([sentence]);
  });

  it.each([
    'The council may approve the budget next week.',
    'The council has not approved the budget.',
    'Activists demanded that the law be rejected.',
    'The council refused to say whether it had approved the plan.',
    'Brisk denied that she had signed the letter.',
    'The company hopes a deal will be reached soon.',
    'The ministry failed to pass the law.',
    'Nobody was injured in the fire.',
    'Prosecutors asked that he be sentenced to 10 years.',
    'Reports that a deal had been reached were false.',
  ])('are not what was denied, expected or asked for: %s', async (sentence) => {
    expect((await around(sentence)).outcome).toEqual([]);
  });
});

describe('open issues', () => {
  it.each([
    'The two sides failed to agree on prices.',
    'It was not immediately clear who fired the shots.',
    'No decision has been made on the tunnel.',
    'Talks on a merger broke down on Monday.',
    'The cabinet has yet to approve the deal.',
    'The company declined to say how many jobs would go.',
    'The countries disagree on how to share the water.',
  ])('are found: %s', async (sentence) => {
    expect((await around(sentence)).open.map((line) => line.text)).toEqual([sentence]);
  });

  it.each([
    'The dispute was resolved on Monday.',
    'The company declined to comment.',
    'The shop remains open.',
    'He has not played since May.',
    'The museum is open on Sundays.',
  ])('are not made of: %s', async (sentence) => {
    expect((await around(sentence)).open).toEqual([]);
  });
});

describe('quotations', () => {
  it.each([
    ['Ada Voss', '"It is over," said Ada Voss, head of the union.'],
    ['Ada Voss', 'Ada Voss left the court. "I am glad it is over," she said.'],
    ['Pavel Strom', 'Pavel Strom, who lost to Marit Lund, said: "I will be back in four years."'],
    ['a police spokesman', '"The fire spread very quickly," a police spokesman said.'],
    ['Ada Voss', 'According to Ada Voss, "no one was told about the leak at all".'],
  ])('belong to %s: %s', async (speaker, sentence) => {
    expect((await around(sentence)).quotes.map((quote) => quote.speaker)).toEqual([speaker]);
  });

  it('join the halves around their speaker', async () => {
    const { quotes } = await around('"We knew," Marit Lund said, "that it would be close."');
    expect(quotes).toMatchObject([
      { text: 'We knew, that it would be close.', speaker: 'Marit Lund' },
    ]);
  });

  it('are no phrases held up', async () => {
    expect((await around('Marit Lund spoke of a "wide range of topics".')).quotes).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    ['The fire destroyed 1,250 homes.', 1250, 'homes'],
    ['Prices rose 3.5 percent.', 3.5, 'percent'],
    ['The firm paid $2.5 million for the land.', 2_500_000, 'dollars'],
    ['The road was closed for three and a half years.', 3.5, 'years'],
    ['The blast killed at least twenty-two.', 22, 'people'],
  ])('have a unit: %s', async (sentence, value, unit) => {
    const { numbers } = await around(sentence);
    expect(numbers).toContainEqual(expect.objectContaining({ value, unit }));
  });

  it('tell what had been planned', async () => {
    const { numbers } = await around(
      'The talks had been scheduled for seven hours but ended up continuing for 10 as the officials argued.',
    );
    expect(numbers.map((figure) => figure.text)).toContain('10 hours (seven had been scheduled)');
  });

  it('leave out days, ages and trifles', async () => {
    const { numbers } = await around('On March 1, the two sides heard Ada Voss, 44.');
    expect(numbers.map((figure) => figure.value)).toEqual([40]);
  });
});

describe('kinds of copy', () => {
  it('a flash of one sentence gives its step, no outcome, and says so', async () => {
    const card = await cardOf('The council approved the budget and will meet again on May 5.');
    expect([card.outcome, card.open]).toEqual([[], []]);
    expect(card.next.map(({ when, firm }) => [when?.date, firm])).toEqual([['2032-05-05', true]]);
    expect(card.origin.note).toBe('headline only');
  });

  it('empty copy gives its title alone', async () => {
    const card = await cardOf('');
    expect(card.title).toBe('Group meets');
    expect(card.summary).toEqual([]);
    expect(card.origin.note).toBe('headline only');
  });

  it('opinion gives no outcome', async () => {
    const text = `${BEFORE} The council approved the budget. ${AFTER}`;
    expect((await cardOf(text)).outcome).toHaveLength(1);
    expect((await cardOf(text, { headline: 'Opinion: A bad budget' })).outcome).toEqual([]);
  });

  it('copy in another language gives its first sentences and no facts', async () => {
    const card = await cardOf(
      'Le ministre des transports a annoncé lundi la réouverture du tunnel entre les deux villes. Les travaux avaient duré plus de trois ans selon la préfecture.',
      { language: 'fr' },
    );
    expect(card.summary).toHaveLength(2);
    expect([card.who, card.when, card.numbers, card.outcome]).toEqual([[], [], [], []]);
    expect(card.origin.note).toBe('not in English');
  });
});

describe('the summary', () => {
  it('keeps to the copy, its order and 75 words, and leaves dangling sentences out', async () => {
    const text = [
      'The port of Dunmere will be closed for a week after a crane fell on a ferry on Monday, the harbour office said.',
      'But that was only the beginning.',
      '"It sounded like thunder over the bay," Ada Voss said.',
      'Four sailors were injured and 600 passengers had to spend the night in a school.',
    ].join(' ');
    const { summary } = await cardOf(text, {
      headline: 'Port of Dunmere closed after crane falls',
    });
    const lines = summary.map((line) => line.text);
    expect(lines[0]).toMatch(/^The port/);
    expect(lines.at(-1)).toMatch(/^Four sailors/);
    expect(lines.join(' ')).not.toMatch(/But that|thunder/);
    expect(lines.join(' ').split(' ').length).toBeLessThanOrEqual(75);
  });
});

describe('speed', () => {
  it.each([
    ['dashes', '-- '],
    ['open quotation marks', '“ a '],
    ['days', 'Dec 3 '],
    ['numbers', 'three and a half million '],
    ['speech', 'said a b c d e f would '],
    ['one word', 'a'],
    ['quotations', '"a b c d e f" '],
    ['paragraphs', '"I said.\n\n'],
  ])('64 kB of %s are read in bounded time', async (_, piece) => {
    const text = piece.repeat(Math.ceil(65_536 / piece.length));
    await cardOf(BEFORE);
    const tookMs = await cpuMsOf(async () => {
      await cardOf(text);
    });
    expect(tookMs).toBeLessThan(3_000);
  });
});
