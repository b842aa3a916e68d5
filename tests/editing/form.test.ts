/** What fills a form of words tells happenings of one kind apart. */
import { describe, expect, it } from 'vitest';
import { compareProfiles, EventIndex } from '../../src/editing/match.ts';
import { fillsOtherwise, formOf, mergeForms } from '../../src/editing/form.ts';
import { mergeProfiles, profileOf } from '../../src/editing/profile.ts';
import type { Profile } from '../../src/news/event.ts';
import { shuffled } from '../evals/events/score.ts';
import { cpuMsOf } from '../cpu-time.ts';

const AT = '2031-05-10T19:00:00Z';

type Ballot = readonly [town: string, surname: string, share: string, turnout: string];

const ballot = ([town, surname, share, turnout]: Ballot): string =>
  `Voters in ${town} chose Ada ${surname} as mayor on Sunday, the returning officer said. ` +
  `She received ${share} percent of the votes. Turnout in ${town} was ${turnout} percent, and the ` +
  `new mayor takes office in June.`;

const told = (values: Ballot): Profile =>
  profileOf({
    headline: `${values[0]} chooses a mayor`,
    paragraphs: [ballot(values)],
    dateline: null,
  });

const TOWNS: readonly Ballot[] = [
  ['Harrowby', 'Pentland', '51.7', '58'],
  ['Skarvik', 'Hauge', '58.8', '70'],
  ['Vellmar', 'Tiedemann', '55.5', '64'],
  ['Culverden', 'Rask', '57.9', '49'],
  ['Bracken Ford', 'Stavely', '66.2', '52'],
  ['Teasel Bay', 'Moorcock', '62.3', '55'],
];
const [HARROWBY, SKARVIK] = TOWNS as readonly [Ballot, Ballot];

const formsOf = (...texts: readonly string[]) => texts.map((text) => formOf('', text));

describe('one form of words', () => {
  it('filled otherwise is another happening', () => {
    expect(fillsOtherwise(formsOf(ballot(HARROWBY)), formsOf(ballot(SKARVIK)))).toBe(true);
    expect(compareProfiles(told(HARROWBY), told(SKARVIK))).toBeNull();
  });

  it('filled alike is a copy, though a figure was brought up to date', () => {
    const [town, surname, share] = HARROWBY;
    const later: Ballot = [town, surname, share, '59'];
    expect(fillsOtherwise(formsOf(ballot(later)), formsOf(ballot(HARROWBY)))).toBe(false);
    expect(compareProfiles(told(later), told(HARROWBY))).not.toBeNull();
  });

  it('keeps as many events as there are happenings, in whatever order they come', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const index = new EventIndex();
      for (const values of shuffled(TOWNS, seed)) {
        const profile = told(values);
        expect(index.match({ profile, at: AT, language: null })).toBeNull();
        index.put({ id: values[0], profile, lastAt: AT });
      }
    }
  });

  it('is known again in an event that others tell in words of their own', () => {
    const free = profileOf({
      headline: 'Pentland wins Harrowby after quarrel over the weir',
      paragraphs: ['Ada Pentland, who fought the weir, will be the mayor of Harrowby from June.'],
      dateline: null,
    });
    const event = mergeProfiles(free, told(HARROWBY));
    expect(fillsOtherwise(told(SKARVIK).forms ?? [], event.forms ?? [])).toBe(true);
    expect(fillsOtherwise(told(HARROWBY).forms ?? [], event.forms ?? [])).toBe(false);
  });
});

it('says nothing of copy in other words', () => {
  const other =
    'Ada Hauge will run Skarvik after a count that took until Monday at 3 in the morning.';
  expect(fillsOtherwise(formsOf(other), formsOf(ballot(SKARVIK)))).toBe(false);
  expect(fillsOtherwise([], formsOf(other))).toBe(false);
  expect(fillsOtherwise(formsOf(other), [])).toBe(false);
});

it('keeps few windows, of few copies', () => {
  const long = TOWNS.map(ballot).join(' ');
  expect(formOf('', long).length).toBeLessThanOrEqual(48);
  const many = Array.from({ length: 30 }, (_, at) =>
    formOf('', ballot([`Town${at}`, 'A', '1', '2'])),
  );
  expect(mergeForms([], many)).toHaveLength(4);
  expect(mergeForms(formsOf(long), formsOf(long))).toHaveLength(1);
});

it('reads hostile copy in linear time', async () => {
  const hostile = ['9'.repeat(200_000), 'A '.repeat(100_000), '.\n'.repeat(100_000)];
  for (const text of hostile)
    expect(await cpuMsOf(() => formOf(text.slice(0, 400), text))).toBeLessThan(200);
});
