/** What every analyst must do, whoever it is: run by each implementation's test. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analyst } from '../../src/analysts/analyst.ts';
import type { Answer } from '../../src/news/answer.ts';
import { SECTIONS, type Card, type Evidence } from '../../src/news/card.ts';
import type { Take } from '../../src/news/take.ts';
import { EVENT, storyOf, takeWith } from './story.ts';

const STORY = `Norvale and Tessaria agreed on Tuesday to reopen three border crossings, officials said after talks in Halden.

"This is a step that our farmers have waited for," Norvale's foreign minister, Edda Brisk, told reporters.

It remains unclear who will pay for the new inspection posts. The next round will be held in Port Lessing on April 11.`;

/** Pieces that news copy is made of, and pieces that break readers. */
const PIECES = [
  'said',
  'will',
  'meet',
  'on',
  'Friday',
  'Dr. Ada Voss',
  'in',
  'Halden',
  '"',
  '“',
  '”',
  '.',
  ',',
  '--',
  '\n\n',
  'Nov. 3',
  '12',
  'percent',
  '$',
  '’s',
  '(',
  ')',
  '<b>',
  '\u0000',
  '\ud83d',
  '日本',
  'É',
  'not',
  '?',
];
const junk = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((each) => each.join(' '));

function evidenceIn(card: Card): Evidence[] {
  return SECTIONS.flatMap((section) => card[section].flatMap((line) => [...line.evidence]));
}

function expectSliced(evidence: readonly Evidence[], takes: readonly Take[]): void {
  for (const { take, start, end, quote } of evidence) {
    const text = takes.find((each) => each.id === take)?.text ?? '';
    expect(text.slice(start, end)).toBe(quote);
    expect(quote.trim()).not.toBe('');
  }
}

function expectBounded(card: Card): void {
  expect(card.summary.length).toBeLessThanOrEqual(3);
  expect(card.who.length).toBeLessThanOrEqual(12);
  for (const section of SECTIONS) expect(card[section].length).toBeLessThanOrEqual(12);
  for (const section of SECTIONS)
    for (const line of card[section]) expect(line.evidence.length).toBeGreaterThan(0);
}

function expectHonest(answer: Answer, takes: readonly Take[]): void {
  expect(answer.answer).not.toBe('');
  expect(answer.abstained).toBe(answer.evidence.length === 0);
  expectSliced(answer.evidence, takes);
}

/** The suite; `make` gives a fresh analyst. */
export function describeAnalyst(name: string, make: () => Analyst): void {
  describe(`${name} as an analyst`, () => {
    const cardOf = (analyst: Analyst, takes: readonly Take[]): Promise<Card> =>
      analyst.card({ event: EVENT, stories: takes.map(storyOf) });
    const ask = (analyst: Analyst, question: string, takes: readonly Take[]): Promise<Answer> =>
      analyst.answer({
        question,
        stories: takes.map(storyOf),
        focus: [],
        at: '2032-03-05T00:00:00Z',
      });

    it('gives cards whose evidence slices back', async () => {
      const take = takeWith('t1', STORY);
      const card = await cardOf(make(), [take]);
      expect(evidenceIn(card).length).toBeGreaterThan(5);
      expectSliced(evidenceIn(card), [take]);
      expectBounded(card);
      expect(card.sources).toHaveLength(1);
    });

    it('gives the same card for the same stories', async () => {
      const take = takeWith('t1', STORY);
      const analyst = make();
      const first = await cardOf(analyst, [take]);
      expect(await cardOf(analyst, [take])).toEqual(first);
      expect(await cardOf(make(), [take])).toEqual(first);
    });

    it('names every story of the event as a source and cites more than one', async () => {
      const takes = [takeWith('t1', STORY), takeWith('t2', STORY, { provider: 'Coastal Press' })];
      const card = await cardOf(make(), takes);
      expect(card.sources.map((source) => source.provider)).toEqual(['Interwire', 'Coastal Press']);
      const cited = new Set(evidenceIn(card).map((each) => each.take));
      expect([...cited].sort()).toEqual(['t1', 't2']);
      expectSliced(evidenceIn(card), takes);
      expectBounded(card);
    });

    it('reads junk without a throw and proves what it says of it', async () => {
      const analyst = make();
      await fc.assert(
        fc.asyncProperty(junk, fc.string({ maxLength: 60 }), async (text, question) => {
          const take = takeWith(`junk-${text}`, text);
          const card = await cardOf(analyst, [take]);
          expectSliced(evidenceIn(card), [take]);
          expectBounded(card);
          expectHonest(await ask(analyst, question, [take]), [take]);
        }),
        { numRuns: 60 },
      );
    });

    it('answers with a sentence of the copy', async () => {
      const take = takeWith('t1', STORY);
      const answer = await ask(make(), 'Where will the next round be held?', [take]);
      expect(answer.abstained).toBe(false);
      expect(answer.answer).toContain('Port Lessing');
      expectHonest(answer, [take]);
      expect(answer.stories.map((story) => story.story)).toEqual(['story-t1']);
    });

    it('says so when the stories do not tell', async () => {
      const take = takeWith('t1', STORY);
      const analyst = make();
      const answers = [
        await ask(analyst, 'Who won the tennis championship in Brennick?', [take]),
        await ask(analyst, 'Where will the next round be held?', []),
      ];
      expect(answers.map((answer) => answer.abstained)).toEqual([true, true]);
      expect(answers.flatMap((answer) => answer.evidence)).toEqual([]);
    });
  });
}
