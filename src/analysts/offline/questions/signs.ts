/**
 * Signs by which a sentence shows that it answers a question, or that nothing does: what they weigh was
 * learned from the labelled questions (`scripts/answers/train.js`), and stands in `sign-weights.ts`.
 */
import { LIGHT_VERBS } from '../cues/questions.ts';
import { coverageOf, matchOf, missingIn, type Bag, type Weights } from './bags.ts';
import type { Question } from './question.ts';
import { OFFSET, SIGN_WEIGHTS } from './sign-weights.ts';

/** The names of all signs. */
export const SIGNS = [
  'covered around',
  'covered by itself',
  'covered by the event',
  'better told',
  'covered by the card',
  'head near',
  'stems untold',
  'stems not around',
  'stems not here',
  'things untold',
  'things not here',
  'deeds untold',
  'deeds not here',
  'no deed asked',
  'turning word here',
  'light words',
  'names',
  'near the top',
  'step to come',
  'outcome',
  'yes or no',
  'yes or no, not around',
  'number, not here',
  'who, not here',
  'when, not here',
  'head of none',
  'head counted',
  'head a tally',
  'head a role',
  'head a deed',
  'head a thing',
  'head money',
  'place',
] as const;

export type Sign = (typeof SIGNS)[number];
export type Signs = Readonly<Record<Sign, number>>;

/** What of a question an event does not tell at all, and how much of it it does. */
export type Untold = {
  readonly stems: number;
  readonly things: number;
  readonly deeds: number;
  readonly covered: number;
};

/** What the signs are read from: the sentence, what stands around it, and what its event does not tell. */
export type Sighted = {
  readonly own: Bag;
  readonly near: readonly Bag[];
  readonly untold: Untold;
  /** the share of the question that the sentence holds by itself */
  readonly held: number;
  /** what the head of the question adds */
  readonly cover: number;
  /** what lines of the card that the sentence proves add */
  readonly byCard: number;
  /** the largest share of the question that a sentence of its story holds by itself */
  readonly fullest: number;
  readonly index: number;
  readonly isAhead: boolean;
  readonly isOutcome: boolean;
};

/** What an event does not tell, once for all of its sentences. @param bags those of all of its copy */
export function untoldIn(question: Question, weights: Weights, bags: readonly Bag[]): Untold {
  const { things, deeds } = question;
  return {
    stems: missingIn(bags, weightyOf(question)),
    things: missingIn(bags, things) / Math.max(1, things.length),
    deeds: missingIn(bags, deeds) / Math.max(1, deeds.length),
    covered: coverageOf(weights, bags),
  };
}

function weightyOf({ stems }: Question): string[] {
  return stems.filter((stem) => !LIGHT_VERBS.has(stem));
}

/** Reads the signs of a sentence. */
export function signsOf(question: Question, weights: Weights, seen: Sighted): Signs {
  const { own, near, untold, held } = seen;
  const { head, kind, polar, things, deeds } = question;
  const weighty = weightyOf(question);
  const turning = question.stems.find((stem) => !question.names.includes(stem)) ?? '';
  const notHere = missingIn([own], weighty);
  const notAround = missingIn(near, weighty);
  const is = (holds: boolean): number => (holds ? 1 : 0);
  return {
    'covered around': coverageOf(weights, near),
    'covered by itself': held,
    'covered by the event': untold.covered,
    'better told': seen.fullest - held,
    'covered by the card': seen.byCard,
    'head near': seen.cover,
    'stems untold': untold.stems,
    'stems not around': notAround,
    'stems not here': notHere,
    'things untold': untold.things,
    'things not here': missingIn([own], things) / Math.max(1, things.length),
    'deeds untold': untold.deeds,
    'deeds not here': missingIn([own], deeds) / Math.max(1, deeds.length),
    'no deed asked': is(deeds.length === 0),
    'turning word here': is(matchOf(turning, null, own) > 0),
    'light words': question.stems.length - weighty.length,
    names: question.names.length + question.known.length,
    'near the top': 1 / (1 + seen.index),
    'step to come': is(kind === 'when' && seen.isAhead),
    outcome: is(seen.isOutcome),
    'yes or no': is(polar),
    'yes or no, not around': polar ? notAround : 0,
    'number, not here': kind === 'how many' ? notHere : 0,
    'who, not here': kind === 'who' ? notHere : 0,
    'when, not here': kind === 'when' ? notHere : 0,
    'head of none': is(head.kind === 'none'),
    'head counted': is(head.kind === 'counted'),
    'head a tally': is(head.kind === 'tally'),
    'head a role': is(head.kind === 'role'),
    'head a deed': is(head.kind === 'deed'),
    'head a thing': is(head.kind === 'thing'),
    'head money': is(head.kind === 'money'),
    place: is(kind === 'where'),
  };
}

/** How likely it is, from 0 to 1, that a sentence with these signs answers the question. */
export function trustIn(signs: Signs): number {
  const sum = SIGNS.reduce((all, sign) => all + signs[sign] * SIGN_WEIGHTS[sign], OFFSET);
  return 1 / (1 + Math.exp(-sum));
}
