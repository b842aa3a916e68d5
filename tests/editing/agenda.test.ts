import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOn, isOver, type AgendaEntry } from '../../src/editing/agenda.ts';
import type { Grain, When } from '../../src/news/card.ts';

const TODAY = '2026-03-12';

function when(date: string | null, grain: Grain | null = 'day'): When {
  return { text: 'as stated', date, grain };
}

function entry(text: string, date: string | null, more: Partial<AgendaEntry> = {}): AgendaEntry {
  const step = { text, place: null, when: when(date), firm: true, evidence: [] };
  return { event: 'e1', title: 'Talks', changedAt: '2026-03-11T00:00:00.000Z', step, ...more };
}

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
    expect(texts(agendaOn(entries, TODAY))).toEqual([
      'The court hears the appeal',
      'Voters choose a parliament',
      'Ministers meet in Port Mary',
    ]);
  });

  it('tells a step once, as the newest story has it', () => {
    const moved = entry('The second round of talks will be held in Sudhaven', '2026-04-28', {
      event: 'e2',
      changedAt: '2026-03-12T00:00:00.000Z',
    });
    const first = entry('A second round of talks will be held in Sudhaven', '2026-04-21');
    expect(agendaOn([first, moved], TODAY)).toEqual([moved]);
  });

  it('keeps two steps of one day apart when they are about different things', () => {
    const entries = [
      entry('The central bank decides on its key rate', '2026-04-21'),
      entry('Rescue teams resume the search for the ferry', '2026-04-21'),
    ];
    expect(agendaOn(entries, TODAY)).toHaveLength(2);
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
        const agenda = agendaOn(entries, TODAY);
        expect(new Set(agenda).size).toBe(agenda.length);
        for (const each of agenda) expect(entries).toContain(each);
      }),
    );
  });
});
