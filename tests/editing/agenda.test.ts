import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOn, type AgendaEntry } from '../../src/editing/agenda.ts';
import type { LaterSentence, Telling } from '../../src/editing/step-chain.ts';
import { isOver } from '../../src/editing/step-when.ts';
import type { Grain, When } from '../../src/news/card.ts';

const TODAY = '2026-03-12';

function when(date: string | null, grain: Grain | null = 'day'): When {
  return { text: 'as stated', date, grain };
}

const TELLER = { version: 1, title: 'Talks', provider: 'Tarn Press' };

function entry(text: string, date: string | null, more: Partial<Telling> = {}): Telling {
  const evidence = [{ take: `t-${text}`, start: 0, end: text.length, quote: text }];
  const step = { text, place: null, when: when(date), firm: true, evidence };
  const sentAt = `${more.day ?? '2026-02-20'}T08:00:00.000Z`;
  return {
    ...TELLER,
    event: 'e1',
    sentAt,
    day: '2026-02-20',
    step,
    isCurrent: true,
    story: 's1',
    ...more,
  };
}

/** A sentence of copy that was sent on a day. */
function later(quote: string, day: string, more: Partial<LaterSentence> = {}): LaterSentence {
  const evidence = { take: `t-${quote}`, start: 0, end: quote.length, quote };
  const told = { ...TELLER, event: 'e2', sentAt: `${day}T08:00:00.000Z`, day };
  return { ...told, headline: 'Norland, Sudland', evidence, ...more };
}

const agendaOf = (
  tellings: readonly Telling[],
  sentences: readonly LaterSentence[] = [],
  today = TODAY,
): AgendaEntry[] => agendaOn({ tellings, sentences, areOneStoryline: () => true, today });

const texts = (entries: readonly AgendaEntry[]): string[] => entries.map(({ step }) => step.text);

describe('what is over', () => {
  it.each<[string | null, Grain | null, boolean]>([
    ['2026-03-11', 'day', true],
    ['2026-03-12', 'day', false],
    ['2026-03-02', 'week', true],
    ['2026-03-09', 'week', false],
    ['2026-02', 'month', true],
    ['2026-03', 'month', false],
    ['2025', 'year', true],
    ['2026', 'year', false],
    [null, null, false],
  ])('%s of grain %s: %s', (date, grain, expected) => {
    expect(isOver(when(date, grain), TODAY)).toBe(expected);
  });

  it('is nothing without a time', () => {
    expect(isOver(null, TODAY)).toBe(false);
  });
});

describe('the agenda', () => {
  it('is in order of date, undated steps last, past ones gone', () => {
    const entries = [
      entry('Ministers meet in Port Mary', null),
      entry('Voters choose a parliament', '2026-05-01'),
      entry('The court hears the appeal', '2026-03-20'),
      entry('The envoy flies home', '2026-03-01'),
    ];
    expect(texts(agendaOf(entries))).toEqual([
      'The court hears the appeal',
      'Voters choose a parliament',
      'Ministers meet in Port Mary',
    ]);
  });

  it('tells a step once, as the newest story has it', () => {
    const moved = entry('The second round of talks will be held in Sudhaven', '2026-04-28', {
      event: 'e2',
      day: '2026-03-12',
    });
    const first = entry('A second round of talks will be held in Sudhaven', '2026-04-21');
    const [told, ...others] = agendaOf([moved, first]);
    expect(others).toEqual([]);
    expect(told?.step).toEqual(moved.step);
    expect(told).toMatchObject({ state: 'ahead', sequence: 1, first: { date: '2026-04-21' } });
    expect(told?.id).toBe(agendaOf([first])[0]?.id);
  });

  it('is not sure of a day that another live story gives otherwise', () => {
    const other = entry('The second round of talks will be held in Sudhaven', '2026-04-28', {
      event: 'e2',
      story: 's2',
      day: '2026-03-12',
    });
    const first = entry('A second round of talks will be held in Sudhaven', '2026-04-21');
    const firm = ([told]: AgendaEntry[]): boolean | undefined => told?.step.firm;
    expect(firm(agendaOf([other, first]))).toBe(false);
    expect(firm(agendaOf([{ ...other, story: 's1' }, first]))).toBe(true);
    expect(firm(agendaOf([other, { ...first, isCurrent: false }]))).toBe(true);
  });

  it('takes a month and a day in it for one time, and tells the finer', () => {
    const month = entry('A second round of talks will be held in Sudhaven', null);
    const vague = { ...month, step: { ...month.step, when: when('2026-04', 'month') } };
    const day = entry('The second round of talks will be held in Sudhaven', '2026-04-28', {
      day: '2026-03-12',
    });
    for (const tellings of [
      [vague, day],
      [{ ...day, day: '2026-02-01', sentAt: '2026-02-01T08:00:00Z' }, vague],
    ]) {
      const [told] = agendaOf(tellings);
      expect(told).toMatchObject({ state: 'ahead', first: null, sequence: 0 });
      expect(told?.step.when?.date).toBe('2026-04-28');
    }
  });

  it('keeps two steps of one day apart when they are about different things', () => {
    const entries = [
      entry('The central bank decides on its key rate', '2026-04-21'),
      entry('Rescue teams resume the search for the ferry', '2026-04-21'),
    ];
    expect(agendaOf(entries)).toHaveLength(2);
  });

  it('gives no step twice and none that was not there', () => {
    const any = fc.record({
      text: fc.lorem({ maxCount: 6 }),
      day: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (steps) => {
        const entries = steps.map(({ text, day }) =>
          entry(text, day === null ? null : `2026-03-${String(day).padStart(2, '0')}`),
        );
        const agenda = agendaOf(entries);
        expect(new Set(agenda).size).toBe(agenda.length);
        for (const each of agenda)
          expect(entries.map(({ step }) => step)).toContainEqual(each.step);
      }),
    );
  });
});

const ROUND = entry('The second round of talks will be held in Sudhaven on 3 March', '2026-03-03', {
  title: 'Norland, Sudland agree on a second round of talks',
});

describe('what later copy says of a step', () => {
  it.each([
    ['The talks, first set for 3 March, are now on 10 March, both sides said.', '2026-03-10'],
    ['The second round of talks was postponed to March 10, Norland said.', '2026-03-10'],
    ['Norland and Sudland put back the talks to 17 March.', '2026-03-17'],
    ['The talks, which had been planned for 3 March, have been moved to Thursday.', '2026-03-05'],
  ])('moves it: %s', (sentence, date) => {
    const [told] = agendaOf([ROUND], [later(sentence, '2026-03-01')], '2026-03-02');
    expect(told).toMatchObject({ state: 'moved', sequence: 1, first: { date: '2026-03-03' } });
    expect(told?.step.when?.date).toBe(date);
    expect(told?.change?.evidence.quote).toBe(sentence);
    expect(told?.id).toBe(agendaOf([ROUND], [], '2026-03-02')[0]?.id);
  });

  it.each([
    'The talks have been called off, Sudland said on Monday.',
    'Norland cancelled the second round of talks, citing the weather.',
    'The second round will not take place, the envoy told reporters.',
  ])('calls it off: %s', (sentence) => {
    const [told] = agendaOf([ROUND], [later(sentence, '2026-03-01')], '2026-03-02');
    expect(told).toMatchObject({
      state: 'cancelled',
      sequence: 1,
      step: { text: ROUND.step.text },
    });
  });

  it('puts it off where no new day is given', () => {
    const sentence = 'The second round of talks was postponed indefinitely.';
    const [told] = agendaOf([ROUND], [later(sentence, '2026-03-01')], '2026-03-02');
    expect(told).toMatchObject({ state: 'postponed', first: { date: '2026-03-03' } });
    expect(told?.step.when).toBeNull();
  });

  it.each([
    'The second round of talks took place in Sudhaven on Tuesday.',
    'Norland and Sudland held a second round of talks on Tuesday.',
    'Envoys of both countries met in Sudhaven on Tuesday for seven hours.',
  ])('took place: %s', (sentence) => {
    const [told] = agendaOf([ROUND], [later(sentence, '2026-03-04')], '2026-03-05');
    expect(told).toMatchObject({ state: 'took place' });
    expect(told?.change?.evidence.quote).toBe(sentence);
  });

  it('tells what took place for a week', () => {
    const held = later('The second round of talks took place in Sudhaven.', '2026-03-04');
    expect(agendaOf([ROUND], [held], '2026-03-11')).toHaveLength(1);
    expect(agendaOf([ROUND], [held], '2026-03-12')).toHaveLength(0);
  });

  it.each([
    'Sudland denied that the talks were cancelled.',
    'The talks will be cancelled if Norland keeps its tariff, Sudland said.',
    'Norland threatened that the talks would not take place.',
    '"The talks were called off," a rumour in Port Mary went.',
    'Could the talks be postponed to 10 March?',
    'The first round of talks was held in Port Mary.',
    'The third round of talks was cancelled.',
    'The last talks were called off two years ago.',
    'Both sides met in Sudhaven in 2019.',
    'The ministry cancelled an export licence ahead of the talks.',
    'A strike was called off on Monday.',
    'The hearing was postponed to 10 March.',
  ])('is not changed by: %s', (sentence) => {
    const [told] = agendaOf([ROUND], [later(sentence, '2026-03-01')], '2026-03-02');
    expect(told).toMatchObject({ state: 'ahead', change: null, sequence: 0 });
  });

  it('has not taken place before its day, nor long after it', () => {
    const early = later('The two sides met in Sudhaven.', '2026-02-27');
    const late = later('The two sides met in Sudhaven.', '2026-03-30');
    expect(agendaOf([ROUND], [early], '2026-03-02')[0]?.state).toBe('ahead');
    expect(agendaOf([ROUND], [late], '2026-03-30')).toEqual([]);
  });

  it('is told by an undated step too, where the copy says which one it means', () => {
    const text = 'The officials agreed to hold the next round in Sudhaven at an early date';
    const step = entry(text, null);
    const { title } = ROUND;
    const undated = { ...step, title, step: { ...step.step, place: 'Sudhaven', when: null } };
    const held = later('Officials held another round of talks in Sudhaven.', '2026-03-04');
    const elsewhere = later('Officials held talks in Osten.', '2026-03-04');
    expect(agendaOf([undated], [held], '2026-03-06')[0]?.state).toBe('took place');
    expect(agendaOf([undated], [elsewhere], '2026-03-06')[0]?.state).toBe('ahead');
  });

  it('leaves other storylines alone', () => {
    const held = later('The second round of talks was called off.', '2026-03-01');
    const request = { tellings: [ROUND], sentences: [held], today: '2026-03-02' };
    const [told] = agendaOn({ ...request, areOneStoryline: () => false });
    expect(told?.state).toBe('ahead');
  });

  it('follows a step that is called off and set anew', () => {
    const off = later('The second round of talks was cancelled.', '2026-02-25');
    const anew = later('The second round of talks is now set for 12 March.', '2026-03-01');
    const [told] = agendaOf([ROUND], [anew, off], '2026-03-02');
    expect(told).toMatchObject({
      state: 'moved',
      sequence: 2,
      step: { when: { date: '2026-03-12' } },
    });
  });
});
