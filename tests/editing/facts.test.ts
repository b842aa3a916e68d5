/** Which line a reader points at, and a card without it. */
import { expect, it } from 'vitest';
import { factsOf, restsOnHidden, withoutFacts } from '../../src/editing/facts.ts';
import type { Card, Evidence } from '../../src/news/card.ts';
import { sampleCard } from '../stores/sample-nouns.ts';

const proof = (quote: string, take = 't1'): Evidence[] => [
  { take, start: 0, end: quote.length, quote },
];
const NINE = 'The quake killed nine people, the mayor said.';
const CALM = 'Schools stay shut until Monday.';

const card: Card = {
  ...sampleCard('Quake'),
  summary: [
    { text: NINE, evidence: proof(NINE) },
    { text: CALM, evidence: proof(CALM) },
  ],
  outcome: [{ text: NINE, evidence: proof(NINE) }],
  who: [{ name: 'Davo Renn', role: 'mayor', organisation: null, evidence: proof('mayor Renn') }],
  numbers: [
    { text: 'nine people', value: 9, unit: 'people', evidence: proof(NINE) },
    { text: 'magnitude 6.4', value: 6.4, unit: null, evidence: proof('magnitude 6.4') },
  ],
};
const pick = (words: string) => {
  const fact = factsOf(card).find(({ text }) => text.startsWith(words));
  if (!fact) throw new Error(`no fact says ${words}`);
  return fact;
};

it('names each sentence once, and every other line', () => {
  expect(factsOf(card).map(({ section, text }) => `${section}: ${text}`)).toEqual([
    `summary: ${NINE}`,
    `summary: ${CALM}`,
    'who: Davo Renn, mayor',
    'numbers: nine people',
    'numbers: magnitude 6.4',
  ]);
});

it('takes a sentence out wherever it stands, with what was read from it alone', () => {
  const { summary, outcome, who, numbers } = withoutFacts(card, [pick('The quake killed')]);
  expect(summary.map(({ text }) => text)).toEqual([CALM]);
  expect([outcome, who.length, numbers.map(({ value }) => value)]).toEqual([[], 1, [6.4]]);
});

it('takes out the same claim in other words, but not what rests on more', () => {
  const told = 'Nine died.';
  const both = {
    text: 'Nine died and schools are shut.',
    evidence: [...proof(NINE), ...proof(CALM)],
  };
  const model = { ...card, summary: [{ text: told, evidence: proof(NINE) }, both] };
  expect(withoutFacts(model, [pick('The quake killed')]).summary).toEqual([both]);
});

it('takes a figure out without the sentence that it was read from', () => {
  const { summary, numbers } = withoutFacts(card, [pick('nine people')]);
  expect([summary.length, numbers.map(({ value }) => value)]).toEqual([2, [6.4]]);
  expect(restsOnHidden(proof(NINE), [pick('nine people')])).toBe(false);
  expect(restsOnHidden(proof(NINE), [pick('The quake killed')])).toBe(true);
  expect(withoutFacts(card, [])).toBe(card);
});

it('lets nobody be contradicted by what was taken out', () => {
  const side = (value: number, quote: string) => ({
    text: `${value} dead`,
    value,
    tellers: [],
    evidence: proof(quote),
  });
  const figure = { text: '9 dead', value: 9, unit: 'dead', evidence: proof(NINE) };
  const eleven = side(11, 'Eleven people died, the coast guard said.');
  const point = {
    about: 'number',
    measure: 'dead',
    words: [],
    sides: [side(9, NINE), eleven],
  } as const;
  const split: Card = { ...card, numbers: [figure], conflicts: [point], agreements: [point] };
  for (const text of ['The quake', '9 dead']) {
    const fact = factsOf(split).find((each) => each.text.startsWith(text));
    const left = withoutFacts(split, fact ? [fact] : []);
    expect(left.conflicts).toEqual([]);
    expect(left.agreements?.[0]?.sides).toEqual([eleven]);
  }
});
