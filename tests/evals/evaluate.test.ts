/** The table, its last line and the exit code; and that our labels are what they say they are. */
import { describe, expect, it } from 'vitest';
import { blankCopy } from '../../src/news/take.ts';
import type { Card } from '../../src/news/card.ts';
import { casesOf } from './cards/labels.ts';
import { holds } from './cards/matching.ts';
import { askedIn, takesByName } from './desk/score.ts';
import { hasPassed, report, type Section } from './evaluate.ts';
import { scoreDocument } from './giveme5w1h/score.ts';
import { scoreLargerSets } from './larger-sets.ts';
import { counted, isMet, summed, type Half, type Measure } from './measure.ts';

const NO_ANALYST = {
  name: 'none',
  version: '1',
  card: () => Promise.reject(new Error('no card')),
  answer: () => Promise.reject(new Error('no answer')),
};

const section = (binding: boolean, ...measures: Measure[]): Section => ({
  set: 'dev, offline',
  binding,
  measures,
  failures: ['people recall: missed Ada Voss'],
});
const good: Measure = { measure: 'roles', value: 0.9, target: 0.85 };
const bad: Measure = { measure: 'steps', value: 0.5, target: 0.88 };
const slow: Measure = { measure: 'card, ms', value: 412, target: 25, atMost: true };
const told: Measure = { measure: 'outcome', value: 0.1, target: null };

describe('the report', () => {
  it('says for each figure whether it is met, and counts them last', () => {
    const lines = report(
      [section(true, good, bad, slow, told)],
      ['feeds: needs --data DIR.'],
      false,
    );
    expect(lines).toMatch(/roles +0\.900 {2}>= 0\.850 {2}pass/);
    expect(lines).toMatch(/steps +0\.500 {2}>= 0\.880 {2}MISS/);
    expect(lines).toMatch(/card, ms +412 {2}<= 25 +MISS/);
    expect(lines).toMatch(/outcome +0\.100$/m);
    expect(lines).toContain('Left out: feeds: needs --data DIR.');
    expect(lines.split('\n').at(-1)).toBe('4 measures, 3 with a target, 1 of them met.');
    expect(lines).not.toContain('Ada Voss');
  });

  it('lists failures when asked', () => {
    expect(report([section(true, good)], [], true)).toContain('missed Ada Voss');
  });

  it('fails for a missed target of our own set only', () => {
    expect(hasPassed([section(true, good, told), section(false, bad)])).toBe(true);
    expect(hasPassed([section(true, good, bad)])).toBe(false);
  });
});

describe('counts', () => {
  it('add up over stories and keep what went wrong', () => {
    const one = counted('roles', [
      { right: true, told: 'a' },
      { right: false, told: 'b' },
    ]);
    expect(summed([one, counted('roles', [{ right: false, told: 'c' }])])).toEqual([
      { measure: 'roles', right: 1, of: 3, misses: ['b', 'c'] },
    ]);
  });

  it('know a ceiling from a floor', () => {
    expect([good, bad, slow, told].map(isMet)).toEqual([true, false, false, null]);
    const thrown = { measure: 'files that throw', target: 0 };
    expect([0, 1].map((value) => isMet({ ...thrown, value }))).toEqual([true, false]);
  });
});

describe('the larger sets', () => {
  it('say what is left out and why', async () => {
    const sets = [
      { folder: 'not-there', scorer: 'scoreNothing', needs: null },
      { folder: 'giveme5w1h', scorer: 'scoreFiveWs', needs: 'giveme5w1h/gold' },
    ];
    const { measures, leftOut } = await scoreLargerSets(null, NO_ANALYST, sets);
    expect(measures).toEqual([]);
    expect(leftOut).toEqual([
      'not-there: there is no tests/evals/not-there/score.ts.',
      'giveme5w1h: needs --data DIR.',
    ]);
  });

  it('score an answer by shared words, containment or the day', () => {
    const phrase = (text: string, parsed?: string) => ({
      annotated: [parsed === undefined ? { text } : { text, parsed }],
    });
    const document = {
      dId: 'd',
      title: 'Ferry sinks off Harbour Town',
      text: '',
      date_publish: null,
      fiveWoneH: {
        who: phrase('the ferry operator'),
        what: phrase('ferry sinks'),
        where: phrase('off Harbour Town'),
        when: phrase('at dawn', '2032-05-04'),
      },
    };
    const card: Card = {
      ...({} as Card),
      title: document.title,
      who: [{ name: 'Ada Voss', role: null, organisation: null, evidence: [] }],
      outcome: [],
      summary: [],
      where: [{ place: 'Harbour Town', evidence: [] }],
      when: [{ text: 'Tuesday', date: '2032-05-04', grain: 'day', evidence: [] }],
    };
    const right = scoreDocument(document, card).map(({ measure, right: hits }) => [measure, hits]);
    expect(Object.fromEntries(right)).toEqual({
      who: 0,
      what: 1,
      'what, first sentence': 0,
      where: 1,
      when: 1,
    });
  });
});

describe.each<Half>(['dev', 'held-out'])('the labelled stories, %s', (half) => {
  const cases = casesOf(half);

  it('are thirty or more, of many kinds', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect(new Set(cases.map(({ name }) => name.split('-')[0])).size).toBeGreaterThanOrEqual(15);
    expect(cases.filter(({ foreign }) => foreign).length).toBeGreaterThanOrEqual(2);
    expect(cases.every(({ take }) => take.format === blankCopy('text').format)).toBe(true);
  });

  it('have labels that stand in their text', () => {
    const strays = cases.flatMap(({ name, labels, take }) => {
      const text = [take.headline, ...take.paragraphs, JSON.stringify(take.dateline)].join('\n');
      const phrases = [
        ...labels.people.map((each) => each.name),
        ...labels.outcome,
        ...labels.open,
        ...labels.next.flatMap((step) => step.phrases),
        ...labels.quotes.map((quote) => quote.start),
        ...labels.questions.flatMap(({ answers }) => answers),
      ];
      return phrases.filter((phrase) => !holds(text, phrase)).map((each) => `${name}: ${each}`);
    });
    // Of the held-out half not even a test's message may show a phrase.
    expect(half === 'dev' ? strays : strays.length).toEqual(half === 'dev' ? [] : 0);
  });

  it('have questions of a desk whose answers stand in their story', () => {
    const takes = takesByName();
    const asked = askedIn(half);
    const strays = asked.filter(({ story, answers }) =>
      (answers ?? []).some((phrase) => !holds(takes.get(story)?.text ?? '', phrase)),
    );
    expect(half === 'dev' ? strays : strays.length).toEqual(half === 'dev' ? [] : 0);
    expect(asked.filter(({ answers }) => answers === null).length * 4).toBeGreaterThan(
      asked.length,
    );
    expect(asked.length).toBeGreaterThanOrEqual(50);
  });
});
