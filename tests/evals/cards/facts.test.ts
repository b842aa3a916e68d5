/** The scorers on made-up cards: right, wrong, too much and nothing. */
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/news/card.ts';
import type { Count } from '../measure.ts';
import {
  scoreBasics,
  scoreForm,
  scoreNext,
  scoreOpen,
  scorePeople,
  scoreQuotes,
  scoreSentences,
} from './facts.ts';
import type { Labels } from './labels.ts';
import { hit } from './questions.ts';

const EMPTY: Card = {
  title: 'A title',
  summary: [],
  who: [],
  where: [],
  when: [],
  outcome: [],
  open: [],
  next: [],
  numbers: [],
  quotes: [],
  sources: [],
  origin: { analyst: 'offline', model: null, prompt: null, dropped: 0, note: null },
};
const NOTHING: Labels = {
  language: 'en',
  people: [],
  actors: [],
  where: [],
  when: [],
  outcome: [],
  open: [],
  next: [],
  numbers: [],
  quotes: [],
  sentences: null,
  questions: [],
  unanswerable: [],
};
const HARBOUR = 'They meet in Harbour Town on May 4. "Enough," said Ada Voss. It rained.';
const seen = (quote: string) => {
  const start = HARBOUR.indexOf(quote);
  return [{ take: 't', start, end: start + quote.length, quote }];
};

function shares(counts: readonly Count[]): Record<string, string> {
  return Object.fromEntries(counts.map(({ measure, right, of }) => [measure, `${right}/${of}`]));
}

describe('people', () => {
  const labels: Labels = {
    ...NOTHING,
    people: [
      { name: 'Ada Voss', role: 'harbour master' },
      { name: 'Bo Lind', role: null },
      { name: 'Cy Marr', role: 'pilot' },
    ],
    actors: ['Port Authority'],
  };
  const person = (name: string, role: string | null) => ({
    name,
    role,
    organisation: null,
    evidence: [],
  });

  it('counts the found, the missed, the made up and the roles', () => {
    const who = [
      person('Ada Voss', 'harbour master'),
      person('Bo Lind', 'mayor'),
      person('The Port Authority', null),
      person('Harbour Town', null),
    ];
    expect(shares(scorePeople(labels, { ...EMPTY, who }))).toEqual({
      'people recall': '2/3',
      'people precision': '3/4',
      'role of a person found': '1/2',
    });
  });
});

describe('next steps', () => {
  const step = (text: string, date: string | null, firm: boolean) => ({
    text,
    place: null,
    when: date === null ? null : { text: date, date, grain: 'day' as const },
    firm,
    evidence: [],
  });
  const labels: Labels = {
    ...NOTHING,
    next: [
      { phrases: ['meet in Harbour Town'], date: '2032-05-04', firm: true, place: null },
      { phrases: ['sign a treaty'], date: null, firm: false, place: null },
    ],
  };

  it('asks for the step, its firmness, its place in the row and its day', () => {
    const next = [
      step('It rained.', null, false),
      step('They meet in Harbour Town', '2032-05-05', false),
      step('They may sign a treaty', null, true),
    ];
    expect(shares(scoreNext(labels, { ...EMPTY, next }))).toEqual({
      'next steps recall': '2/2',
      'next steps precision': '2/3',
      'firm next steps recall': '0/1',
      'steps shown as firm that are': '0/1',
      'first next step right': '0/1',
      'date of a next step found': '0/1',
    });
  });

  it('takes the same day as the same step', () => {
    const next = [step('A new round', '2032-05-04', true)];
    expect(shares(scoreNext(labels, { ...EMPTY, next }))).toMatchObject({
      'next steps recall': '1/2',
      'firm next steps recall': '1/1',
    });
  });

  it('wants no step where the story has none', () => {
    const wrong = { ...EMPTY, next: [step('They may meet', null, false)] };
    expect(shares(scoreNext(NOTHING, EMPTY))['no next step where there is none']).toBe('1/1');
    expect(shares(scoreNext(NOTHING, wrong))['no next step where there is none']).toBe('0/1');
  });
});

describe('quotes and open issues', () => {
  const labels: Labels = {
    ...NOTHING,
    quotes: [{ start: 'Enough', speaker: 'Ada Voss' }],
    open: ['fishing rights'],
  };

  it('wants the speaker, and knows an explicit one', () => {
    const quote = { text: 'Enough', speaker: 'Voss', evidence: [] };
    const both = { 'quote speaker, all': '1/1', 'quote speaker, explicit': '1/1' };
    expect(shares(scoreQuotes(labels, { ...EMPTY, quotes: [quote] }, HARBOUR))).toEqual(both);
    const nobody = { ...EMPTY, quotes: [{ ...quote, speaker: null }] };
    expect(shares(scoreQuotes(labels, nobody, HARBOUR))['quote speaker, all']).toBe('0/1');
    expect(shares(scoreQuotes(labels, EMPTY, HARBOUR))['quote speaker, all']).toBe('0/1');
  });

  it('looks at the line and at its evidence', () => {
    const open = [{ text: 'Rights are in dispute', evidence: seen('It rained.') }];
    expect(shares(scoreOpen(labels, { ...EMPTY, open }))).toEqual({
      'open issues recall': '0/1',
      'open issues precision': '0/1',
    });
    const right = [{ text: 'They differ over fishing rights.', evidence: [] }];
    expect(shares(scoreOpen(labels, { ...EMPTY, open: right }))).toEqual({
      'open issues recall': '1/1',
      'open issues precision': '1/1',
    });
  });
});

describe('basics and form', () => {
  it('wants the first place and day, outcomes and numbers with their unit', () => {
    const labels: Labels = {
      ...NOTHING,
      where: ['Harbour Town'],
      when: [{ text: 'Tuesday', date: '2032-05-04' }],
      outcome: ['ended without a deal'],
      numbers: [
        { value: 40, unit: '%' },
        { value: 7, unit: 'ships' },
        { value: 3, unit: 'tugs' },
      ],
    };
    const card: Card = {
      ...EMPTY,
      where: [{ place: 'Sudhaven', evidence: [] }],
      when: [{ text: 'Tuesday', date: '2032-05-04', grain: 'day', evidence: [] }],
      outcome: [{ text: 'The talks ended without a deal.', evidence: [] }],
      numbers: [
        { text: '40 percent', value: 40, unit: 'percent', evidence: [] },
        { text: '7 ships', value: 7, unit: 'ship', evidence: [] },
        { text: '3 boats', value: 3, unit: 'boats', evidence: [] },
      ],
    };
    expect(shares(scoreBasics(labels, card))).toEqual({
      'where, first': '0/1',
      'when, day': '1/1',
      'outcome recall': '1/1',
      'numbers recall': '2/3',
    });
  });

  it('refuses evidence that is not verbatim, lines without any and long summaries', () => {
    const [piece] = seen('It rained.');
    const forged = piece ? [{ ...piece, quote: 'It snowed.' }] : [];
    const line = (text: string, evidence: typeof forged) => ({ text, evidence });
    const summary = [line('It rained.', seen('It rained.')), line('It snowed.', forged)];
    const bare = { ...EMPTY, summary: [...summary, line('x '.repeat(80).trim(), [])] };
    expect(shares(scoreForm(bare, HARBOUR))).toEqual({
      'evidence slices back': '1/3',
      'summary of at most 3 sentences, 75 words': '0/1',
    });
  });

  it('counts sentences only where the label does', () => {
    expect(scoreSentences(NOTHING, HARBOUR)).toEqual([]);
    expect(shares(scoreSentences({ ...NOTHING, sentences: 4 }, HARBOUR))).toEqual({
      'sentence F1': '6/7',
    });
  });
});

describe('answers', () => {
  const evidence = [...seen('It rained.'), ...seen('They meet in Harbour Town on May 4.')];
  const answer = { answer: 'It rained.', abstained: false, evidence };

  it('are hits only as far as they are asked for', () => {
    expect(hit('When?', answer, ['May 4'], 1).right).toBe(false);
    expect(hit('When?', answer, ['May 4'], 3).right).toBe(true);
    expect(hit('When?', { ...answer, abstained: true }, ['May 4'], 3).right).toBe(false);
  });
});
