/** What is said to have changed between two cards, and what is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { changesBetween } from '../../src/editing/changes.ts';
import { clean } from '../../src/editing/clean.ts';
import { fold, scopeOf } from '../../src/editing/fold.ts';
import { verifyCard } from '../../src/editing/verify.ts';
import type { ReadableStory } from '../../src/analysts/analyst.ts';
import type { Card, Evidence, Figure, NextStep, Sentence } from '../../src/news/card.ts';
import { blankCopy } from '../../src/news/take.ts';
import { sampleEvent } from '../stores/sample-nouns.ts';

/** The card that the offline analyst makes of copy. */
async function cardOf(text: string, headline = 'A headline'): Promise<Card> {
  const sentAt = '2026-03-12T08:00:00Z';
  const source = { wire: 'wire', provider: 'Agency', file: null };
  const copy = {
    ...blankCopy('text'),
    guid: 'g',
    headline,
    paragraphs: text.split('\n\n'),
    sentAt,
  };
  const take = clean(copy, source);
  const filing = { scope: scopeOf(take), receivedAt: sentAt, background: false };
  const { story } = fold(null, take, filing);
  const stories = [story as ReadableStory];
  return verifyCard(await createOfflineAnalyst().card({ event: sampleEvent('e'), stories }), [
    take,
  ]);
}

const evidence = (quote: string): Evidence[] => [{ take: 't', start: 0, end: quote.length, quote }];
const said = (text: string): Sentence => ({ text, evidence: evidence(text) });
const figure = (text: string, value: number, unit: string, quote: string): Figure => {
  return { text, value, unit, evidence: evidence(quote) };
};
const step = (text: string, date: string, more: Partial<NextStep> = {}): NextStep => {
  const when = { text: date, date, grain: 'day' } as const;
  return { text, place: null, when, firm: true, evidence: evidence(text), ...more };
};
const EMPTY: Card = {
  title: 'A title',
  ...{ summary: [], who: [], where: [], when: [], outcome: [], open: [], next: [] },
  ...{ numbers: [], quotes: [], sources: [] },
  origin: { analyst: 'offline', model: null, prompt: null, dropped: 0, note: null },
};
const between = (before: Partial<Card>, now: Partial<Card>): string[] =>
  changesBetween({ ...EMPTY, ...before }, { ...EMPTY, ...now });

describe('figures', () => {
  const dead = (count: string, value: number): Figure =>
    figure(`${count} people`, value, 'people', `A landslide killed ${count} people on Monday.`);

  it('are told from old to new by the name the trade has for them', () => {
    expect(between({ numbers: [dead('nine', 9)] }, { numbers: [dead('11', 11)] })).toEqual([
      'death toll 9 to 11',
    ]);
  });

  it('keep the bound that the copy sets', () => {
    const least = figure('11 people', 11, 'people', 'It has killed at least 11 people so far.');
    expect(between({ numbers: [dead('nine', 9)] }, { numbers: [least] })).toEqual([
      'death toll 9 to at least 11',
    ]);
  });

  it('of two counts are not mixed up', () => {
    const hurt = (count: number): Figure =>
      figure(`${count} people`, count, 'people', `It killed some and injured ${count} people.`);
    const before = { numbers: [dead('9', 9), hurt(40)] };
    expect(between(before, { numbers: [hurt(60), dead('12', 12)] }).sort()).toEqual([
      'death toll 9 to 12',
      'injured 40 to 60',
    ]);
    expect(between(before, { numbers: [hurt(40), dead('40', 40)] })).toEqual([
      'death toll 9 to 40',
    ]);
  });

  it('of beasts and things have no death toll', () => {
    const cows = (count: number): Figure =>
      figure(`${count} cows`, count, 'cows', `The storm killed ${count} cows on one farm.`);
    expect(between({ numbers: [cows(9)] }, { numbers: [cows(11)] })).toEqual([
      'storm killed 9 cows to 11 cows',
    ]);
  });

  it('say of what they are when both sentences do', () => {
    const rate = (text: string, value: number): Figure =>
      figure(text, value, 'percent', `The bank raised its key interest rate to ${text} on Friday.`);
    expect(
      between({ numbers: [rate('4.25 percent', 4.25)] }, { numbers: [rate('4.5 percent', 4.5)] }),
    ).toEqual(['key interest rate 4.25 percent to 4.5 percent']);
  });

  it('of different things are never made into one step', () => {
    const jobs = figure('300 jobs', 300, 'jobs', 'The mill cuts 300 jobs.');
    const homes = figure('900 homes', 900, 'homes', 'The council builds 900 homes.');
    const shares = figure('12 percent', 12, 'percent', 'Shares of the mill fell 12 percent.');
    const taxes = figure('3 percent', 3, 'percent', 'A levy on visitors of 3 percent is planned.');
    const changes = between({ numbers: [jobs, shares] }, { numbers: [homes, taxes] });
    expect(changes).toEqual(['new figure: 900 homes', 'new figure: 3 percent']);
  });

  it('are not told when they merely go, or stay in other words', () => {
    expect(between({ numbers: [dead('nine', 9)] }, { numbers: [] })).toEqual([]);
    expect(between({ numbers: [dead('nine', 9)] }, { numbers: [dead('9', 9)] })).toEqual([]);
  });
});

describe('sentences', () => {
  const AGREED = 'The two ports agreed on Tuesday to share one dredger.';

  it('are new only with new words, and with a denial', () => {
    expect(between({ outcome: [said(AGREED)] }, { outcome: [said(AGREED)] })).toEqual([]);
    const reworded = 'On Tuesday the two ports agreed that they share one dredger.';
    expect(between({ outcome: [said(AGREED)] }, { outcome: [said(reworded)] })).toEqual([]);
    const denied = 'The two ports have not agreed to share one dredger on Tuesday.';
    expect(between({ outcome: [said(AGREED)] }, { outcome: [said(denied)] })).toEqual([
      `outcome: ${denied}`,
    ]);
    expect(between({}, { outcome: [said(AGREED)] })).toEqual([`outcome: ${AGREED}`]);
  });

  it('told in another section were told', () => {
    expect(between({ summary: [said(AGREED)] }, { outcome: [said(AGREED)] })).toEqual([]);
  });

  it('settle what was open', () => {
    const open = said('It is unclear whether the dredger will be shared.');
    expect(between({ open: [open] }, { outcome: [said(AGREED)] })).toEqual([`settled: ${AGREED}`]);
    const other = said('The ferry company was sold for one crown.');
    expect(between({ open: [open] }, { outcome: [other] })).toEqual([`outcome: ${other.text}`]);
    expect(between({ open: [open] }, { outcome: [said(AGREED)], open: [open] })).toEqual([
      `outcome: ${AGREED}`,
    ]);
    expect(between({ open: [open] }, {})).toEqual([]);
  });

  it('without facts around them are told from the summary', () => {
    const now = said('Le port de Marelle ferme trois jours.');
    expect(between({ summary: [said('Une tempête approche.')] }, { summary: [now] })).toEqual([
      `new: ${now.text}`,
    ]);
  });

  it('are cut when they are long', () => {
    const long = said(`The council agreed ${'and agreed again '.repeat(40)}.`);
    const [change = ''] = between({}, { outcome: [long] });
    expect(change.length).toBeLessThanOrEqual(240);
    expect(change.endsWith('…')).toBe(true);
  });
});

describe('next steps, place and day', () => {
  const MEETING = 'The ministers will meet again in Halden';

  it('are new or moved', () => {
    const before = { next: [step(`${MEETING} on 2026-04-11`, '2026-04-11', { place: 'Halden' })] };
    const moved = step(`${MEETING} on 2026-04-18`, '2026-04-18', { place: 'Halden' });
    expect(between(before, { next: [moved] })).toEqual([
      `next step moved from 2026-04-11 to 2026-04-18: ${moved.text}`,
    ]);
    const hearing = step('A hearing on damages is scheduled', '2026-05-02');
    expect(between(before, { next: [...before.next, hearing] })).toEqual([
      'next: A hearing on damages is scheduled [2026-05-02]',
    ]);
    expect(between(before, before)).toEqual([]);
    expect(between(before, {})).toEqual([]);
  });

  it('move to another place, or get a day', () => {
    const plain = step(MEETING, '2026-04-11', { place: 'Halden' });
    const text = 'The ministers will meet again in Osten';
    expect(between({ next: [plain] }, { next: [{ ...plain, text, place: 'Osten' }] })).toEqual([
      `next step moved from Halden to Osten: ${text}`,
    ]);
    const undated = { ...plain, when: null, place: null };
    expect(between({ next: [undated] }, { next: [{ ...plain, place: null }] })).toEqual([
      `next step set to 2026-04-11: ${MEETING}`,
    ]);
    expect(between({ next: [plain] }, { next: [{ ...plain, firm: false }] })).toEqual([
      `next, no longer firm: ${MEETING}`,
    ]);
  });

  it('of the event itself are told when one took the place of the other', () => {
    const where = (...names: string[]) => names.map((place) => ({ place, evidence: [] }));
    const when = (date: string) => [{ text: date, date, grain: 'day' as const, evidence: [] }];
    expect(between({ where: where('Halden') }, { where: where('Osten') })).toEqual([
      'place Halden to Osten',
    ]);
    expect(between({ where: where('Halden') }, { where: where('Osten', 'Halden') })).toEqual([]);
    expect(between({ where: where('Halden') }, { where: where('Halden Bridge') })).toEqual([]);
    expect(between({ when: when('2026-03-01') }, { when: when('2026-03-02') })).toEqual([
      'date 2026-03-01 to 2026-03-02',
    ]);
    const two = [...when('2026-03-02'), ...when('2026-03-01')];
    expect(between({ when: when('2026-03-01') }, { when: two })).toEqual([]);
  });
});

describe('real copy', () => {
  it.each([
    [
      'a quake',
      'A magnitude 6.1 earthquake struck near Osten on Monday, killing nine people and injuring more than 50, the civil protection agency said.',
      'A magnitude 6.1 earthquake struck near Osten on Monday, killing at least 14 people and injuring more than 80, the civil protection agency said.',
      ['death toll 9 to at least 14', 'injured more than 50 to more than 80'],
    ],
    [
      'a court',
      'A court in Brennick convicted banker Olaf Strand of fraud on Thursday. It is not clear whether he will appeal the conviction.\n\nSentencing is scheduled for April 2.',
      'A court in Brennick convicted banker Olaf Strand of fraud on Thursday. It is not clear whether he will appeal the conviction.\n\nSentencing is scheduled for April 9.',
      [/next step moved from April 2 .* to April 9/],
    ],
    [
      'a write-thru in other words',
      'Orlan Motors said on Monday it would cut 1,800 jobs, about 9 percent of its workforce, and close its plant in Strand by the end of June.',
      'Orlan Motors announced on Monday that it would cut 1,800 jobs, about 9 percent of its workforce, and close its plant in Strand by the end of June. The move was no surprise.',
      [],
    ],
  ])('of %s', async (_, before, now, expected) => {
    const changes = changesBetween(await cardOf(before), await cardOf(now));
    expect(changes).toEqual(
      expected.map((each) =>
        typeof each === 'string' ? each : (expect.stringMatching(each) as string),
      ),
    );
  });
});

describe('any cards', () => {
  const words = fc.array(
    fc.constantFrom('port', 'not', 'agreed', '11', 'people', 'killed', 'and'),
    {
      maxLength: 9,
    },
  );
  const sentence = words.map((list) => said(list.join(' ')));
  const anyFigure = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom('people', 'jobs'), words)
    .map(([value, unit, list]) =>
      figure(`${value} ${unit}`, value, unit, `${list.join(' ')} ${value} ${unit} killed`),
    );
  const anyCard: fc.Arbitrary<Card> = fc
    .record({
      outcome: fc.array(sentence, { maxLength: 4 }),
      open: fc.array(sentence, { maxLength: 4 }),
      summary: fc.array(sentence, { maxLength: 4 }),
      numbers: fc.array(anyFigure, { maxLength: 5 }),
    })
    .map((made) => ({ ...EMPTY, ...made }));

  it('have not changed from themselves', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const isPlain = (each: Sentence): boolean => /port|agreed|people|killed/.test(each.text);
        const spoken = {
          ...card,
          outcome: card.outcome.filter(isPlain),
          open: card.open.filter(isPlain),
        };
        expect(changesBetween(spoken, spoken).filter((line) => !line.startsWith('new:'))).toEqual(
          [],
        );
      }),
    );
  });

  it('give lines that are short and told once', () => {
    fc.assert(
      fc.property(anyCard, anyCard, (before, now) => {
        const changes = changesBetween(before, now);
        expect(new Set(changes).size).toBe(changes.length);
        for (const line of changes) expect(line.length).toBeLessThanOrEqual(240);
      }),
    );
  });
});
