/** How sure, how steep, by the rules or against them, and in whose stretch: rule by rule, each with its twin. */
import { describe, expect, it } from 'vitest';
import { againstObjections, certaintyObjections } from '../../../src/news/proof/certainty.ts';
import { readEvidence } from '../../../src/news/proof/claim.ts';
import {
  deniedObjections,
  redatedObjections,
  timedObjections,
} from '../../../src/news/proof/framed.ts';
import { novelObjections } from '../../../src/news/proof/novel.ts';
import type { Objection, Reading } from '../../../src/news/proof/reading.ts';
import { segmentObjections } from '../../../src/news/proof/segments.ts';
import { proofTokens, type ProofToken } from '../../../src/news/proof/tokens.ts';

type Rule = (tokens: readonly ProofToken[], evidence: Reading) => Objection[];

const wordsBy = (rule: Rule, claim: string, evidence: string): string[] =>
  rule(proofTokens(claim), readEvidence([evidence])).map(({ words }) => words);

describe('certaintyObjections', () => {
  const STUDY = 'The study suggests that the drug slows the illness in young patients.';
  it.each([
    ['The study proves that the drug slows the illness.', STUDY, 'proves'],
    ['The study confirmed that the drug slows the illness.', STUDY, 'confirmed'],
    [
      'The firm admitted that the valve leaked.',
      'The firm disputed on Monday that the valve leaked.',
      'admitted',
    ],
  ])('finds in %j', (claim, evidence, word) => {
    expect(wordsBy(certaintyObjections, claim, evidence)).toEqual([word]);
  });

  it.each([
    ['what the copy calls so', 'The study proves it.', 'The study proves that the drug slows it.'],
    [
      'what it calls found',
      'The study proves that the drug slows the illness.',
      'The study found that the drug slows the illness.',
    ],
    [
      'what it suggests and then finds',
      'The study confirmed that the drug slows the illness.',
      'The study suggests what doctors found, that the drug slows the illness.',
    ],
    ['what it only suggests, too', 'The study suggests that the drug slows the illness.', STUDY],
    [
      'what another sentence leaves open',
      'The ministry confirmed that the valve leaked.',
      'The ministry said the valve leaked at noon. A paper claimed that the pump burst.',
    ],
  ])('leaves alone %s', (_, claim, evidence) => {
    expect(wordsBy(certaintyObjections, claim, evidence)).toEqual([]);
  });
});

describe('againstObjections', () => {
  it.each([
    [
      'The crew stored the fuel in line with the rules.',
      'The crew stored the fuel against the rules.',
      'line',
    ],
    [
      'He paid the fee in accordance with the contract.',
      'He paid the fee in breach of the contract.',
      'accordance',
    ],
    ['The sale was in compliance with the law.', 'The sale violated the law.', 'compliance'],
  ])('finds in %j', (claim, evidence, word) => {
    expect(wordsBy(againstObjections, claim, evidence)).toEqual([word]);
  });

  it.each([
    ['what is by the rules', 'It was done in line with the rules.', 'It was done under the rules.'],
    [
      'what is told both ways',
      'It was in line with the rules.',
      'It was not against the rules, and the rules are new.',
    ],
    [
      'a line of another sort',
      'People stood in line at the rules office.',
      'People stood at the office.',
    ],
    [
      'what is broken far before',
      'He acted in line with the contract.',
      'He broke a window, then a door, and signed the contract.',
    ],
  ])('leaves alone %s', (_, claim, evidence) => {
    expect(wordsBy(againstObjections, claim, evidence)).toEqual([]);
  });
});

describe('segmentObjections', () => {
  const STORM = 'The storm cut power to 180,000 homes and tore roofs from barns in two towns.';
  const CRASH = 'The crash killed 14 passengers, while 26 schoolchildren escaped through windows.';
  it.each([
    ['The storm tore roofs from 180,000 barns.', STORM, '180000 barns'],
    ['Some 14 schoolchildren escaped through windows.', CRASH, '14 schoolchildren'],
  ])('finds in %j', (claim, evidence, words) => {
    expect(wordsBy(segmentObjections, claim, evidence)).toEqual([words]);
  });

  it.each([
    ['a number in its own stretch', 'The storm cut power to 180,000 homes.', STORM],
    ['a number with one word of its own stretch', 'Roofs in 180,000 homes were torn.', STORM],
    ['a number that the copy does not state', 'The storm tore roofs from 90 barns.', STORM],
    [
      'a number in both stretches',
      'Escaped: 14 schoolchildren.',
      'The crash killed 14 passengers, while 14 schoolchildren escaped.',
    ],
    [
      'one',
      'The storm tore roofs from one of the barns.',
      'The storm cut power to one home and tore roofs from barns.',
    ],
  ])('leaves alone %s', (_, claim, evidence) => {
    expect(wordsBy(segmentObjections, claim, evidence)).toEqual([]);
  });
});

describe('a steep move', () => {
  const CLAIM = 'A sharp, steep drop hit wheat.';
  it.each([
    ['by ten percent', 'Wheat saw a drop hit: it fell 10 percent.'],
    ['by more, with a sign', 'Wheat saw a drop hit, it lost 34.5% of its worth.'],
    ['by a word of it', 'Wheat saw a drop hit as it plunged.'],
  ])('is borne out %s', (_, evidence) => {
    expect(wordsBy(novelObjections, CLAIM, evidence)).toEqual([]);
  });

  it.each([
    ['by less', 'Wheat saw a drop hit: it fell 9 percent.'],
    ['by a share of something', 'Some 40 percent of wheat saw a drop hit.'],
    ['by a count', 'Wheat saw a drop hit: it fell on 34 farms.'],
    [
      'by a move of another sentence',
      'Wheat saw a drop hit as it fell. Some 40 percent is grown here.',
    ],
  ])('is not borne out %s', (_, evidence) => {
    expect(wordsBy(novelObjections, CLAIM, evidence)).toEqual(['sharp, steep']);
  });
});

describe('deniedObjections', () => {
  const APPEAL = 'The publisher has abandoned its appeal, its lawyers said.';
  it.each([
    ['The publisher has not abandoned its appeal.', APPEAL, 'not abandoned'],
    ['The publisher has never abandoned its appeal.', APPEAL, 'never abandoned'],
    [
      'The line will not stay closed until Thursday.',
      'The line will stay closed until Thursday.',
      'not stay',
    ],
    [
      'She declined to say if she would not seek another term.',
      'She declined to say if she would seek another term.',
      'not seek',
    ],
    ['Nobody could not say what it costs.', 'Nobody could say what it costs.', 'not say'],
  ])('finds in %j', (claim, evidence, words) => {
    expect(wordsBy(deniedObjections, claim, evidence)).toEqual([words]);
  });

  it.each([
    [
      'what the copy denies there',
      'It has not abandoned its appeal.',
      'It has not abandoned its appeal.',
    ],
    ['what it denies of nobody', 'The driver was not hurt in it.', 'Nobody was hurt in it.'],
    [
      'what it denies by a verb',
      'They did not, he said, pay the fine.',
      'They refused to pay the fine.',
    ],
    ['not only', 'It has not only abandoned its appeal.', APPEAL],
    ['two words that meet by chance', 'The house has not abandoned hope.', APPEAL],
  ])('leaves alone %s', (_, claim, evidence) => {
    expect(wordsBy(deniedObjections, claim, evidence)).toEqual([]);
  });
});

describe('timedObjections', () => {
  const DUTY = 'The duty takes effect in July and will be in force for 200 days.';
  it.each([
    ['The duty was in force for 200 days.', DUTY, 'was in'],
    ['The duty is in force for 200 days.', DUTY, 'is in'],
    ['The duty will be in force for 200 days.', 'The duty was in force for 200 days.', 'be in'],
  ])('finds in %j', (claim, evidence, words) => {
    expect(wordsBy(timedObjections, claim, evidence)).toEqual([words]);
  });

  it.each([
    ['what is ahead in both', 'The duty would be in force for 200 days.', DUTY],
    ['what was in both', 'The duty was in force.', 'The duty was in force for 200 days.'],
    ['what the copy tells of both', 'It was in force.', `${DUTY} Another was in force.`],
    ['what stands behind no such verb', 'It was in force.', 'The duty remains in force.'],
  ])('leaves alone %s', (_, claim, evidence) => {
    expect(wordsBy(timedObjections, claim, evidence)).toEqual([]);
  });
});

describe('redatedObjections', () => {
  const METAL = 'Lithium fell 4 percent on Thursday to its lowest, ahead of figures due on Friday.';
  it.each([
    ['Lithium fell 4 percent on Friday to its lowest.', METAL, 'friday'],
    [
      'Figures are due on Thursday, it said.',
      'Figures are due on Friday, it said on Thursday.',
      'thursday',
    ],
    [
      'The talks in July with Rell failed.',
      'The talks in June with Rell failed. It was July.',
      'july',
    ],
  ])('finds in %j', (claim, evidence, word) => {
    expect(wordsBy(redatedObjections, claim, evidence)).toEqual([word]);
  });

  it.each([
    ['the day that the copy has there', 'Lithium fell 4 percent on Thursday to its lowest.', METAL],
    [
      'a day that the copy has there in one place of two',
      'Shares fell on Friday to their lowest.',
      'Shares fell on Thursday to their lowest. Shares fell on Friday to their lowest.',
    ],
    [
      'a day before which something is put in',
      'They strike on Thursday to demand more.',
      'They strike on Thursday, they said on Tuesday, to demand more.',
    ],
    ['a day in another frame', 'Lithium sank on Friday.', METAL],
  ])('leaves alone %s', (_, claim, evidence) => {
    expect(wordsBy(redatedObjections, claim, evidence)).toEqual([]);
  });
});
