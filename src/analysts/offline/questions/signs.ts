/**
 * Signs by which a sentence shows that it answers a question, or that nothing does: what they weigh was
 * learned from the labelled questions (`scripts/answers/train.js`), and stands in `sign-weights.ts`.
 */
import { LIGHT_VERBS } from '../cues/questions.ts';
import {
  closeCoverageOf,
  coverageOf,
  matchOf,
  missingCloselyIn,
  missingIn,
  type Bag,
  type Weights,
} from './bags.ts';
import { DENIAL } from './doing.ts';
import type { Standing } from './standing.ts';
import type { Question } from './question.ts';
import { OFFSET, SIGN_WEIGHTS } from './sign-weights.ts';

/** The names of all signs. */
export const SIGNS = [
  'behind the nearest',
  'held in its words',
  'covered around',
  'covered by itself',
  'covered closely',
  'covered by the event',
  'better told',
  'follows on',
  'covered by the card',
  'near what is asked',
  'head near',
  'names nothing new',
  'doer told',
  'only wished for',
  'reason told',
  'said by another',
  'not of its kind',
  'stems untold',
  'stems not around',
  'stems not here',
  'things untold',
  'things untold closely',
  'things not here',
  'deeds untold',
  'deeds untold closely',
  'deeds not here',
  'no deed asked',
  'turning word here',
  'light words',
  'names',
  'names not around',
  'near the top',
  'quoted',
  'step to come',
  'outcome',
  'yes or no',
  'yes or no, not around',
  'yes or no, denied',
  'yes or no, things not around',
  'number, not here',
  'number or length, not of its kind',
  'who, not here',
  'when, not here',
  'when, not of its kind',
  'why, not of its kind',
  'where, not of its kind',
  'asks for a number',
  'asks who',
  'asks when',
  'asks where',
  'asks why',
  'asks how long',
  'asks what was said',
  'yet to come',
  'over already',
  'whole pairs',
  'no age told',
  'head counted',
  'head a tally',
  'head a role',
  'head a deed',
  'head a thing',
  'head money',
  'head counted, not held',
  'head a tally, not held',
  'head a role, not held',
  'head a deed, not held',
  'head a thing, not held',
  'head money, not held',
] as const;

export type Sign = (typeof SIGNS)[number];
export type Signs = Readonly<Record<Sign, number>>;

/** What of a question an event does not tell at all, and how much of it it does. */
export type Untold = {
  readonly stems: number;
  readonly things: number;
  readonly thingsClosely: number;
  readonly deeds: number;
  readonly deedsClosely: number;
  readonly covered: number;
};

/** What the signs are read from: the sentence, what stands around it, and what its event does not tell. */
export type Sighted = {
  readonly text: string;
  readonly own: Bag;
  readonly near: readonly Bag[];
  readonly untold: Untold;
  /** names asked about that its story tells nowhere: other stories of its event do */
  readonly unnamed: readonly string[];
  /** the share of the question that the sentence holds by itself */
  readonly alone: number;
  /** what the head of the question adds */
  readonly cover: number;
  readonly held: boolean;
  readonly fits: boolean;
  /** how near the likely answer stands to what is asked about, from 0 to 1 */
  readonly nearness: number;
  /** who or where is asked, and nobody and no place is named that the question does not name */
  readonly namesNothingNew: boolean;
  readonly standing: Standing;
  readonly tellsDoer: boolean;
  readonly isOnlyWished: boolean;
  readonly tellsReason: boolean;
  readonly isSaidByAnother: boolean;
  /** what lines of the card that the sentence proves add */
  readonly byCard: number;
  /** the largest share of the question that a sentence of its story holds by itself */
  readonly fullest: number;
  /** what the sentence before it holds, where it goes on about the same: "It began", "That plan" */
  readonly followed: number;
  readonly index: number;
  readonly isQuoted: boolean;
  readonly isAhead: boolean;
  readonly isOutcome: boolean;
  /** its score among all sentences, and the best one's */
  readonly score: number;
  readonly best: number;
};

/** What an event does not tell, once for all of its sentences. @param bags those of all of its copy */
export function untoldIn(question: Question, weights: Weights, bags: readonly Bag[]): Untold {
  const { things, deeds } = question;
  return {
    stems: missingIn(bags, weightyOf(question)),
    things: missingIn(bags, things) / Math.max(1, things.length),
    thingsClosely: missingCloselyIn(bags, things) / Math.max(1, things.length),
    deeds: missingIn(bags, deeds) / Math.max(1, deeds.length),
    deedsClosely: missingCloselyIn(bags, deeds) / Math.max(1, deeds.length),
    covered: coverageOf(weights, bags),
  };
}

/** The stems of a question that say something by themselves. */
export function weightyOf({ stems }: Pick<Question, 'stems'>): string[] {
  return stems.filter((stem) => !LIGHT_VERBS.has(stem));
}

const is = (holds: boolean): number => (holds ? 1 : 0);
const shareOf = (count: number, all: readonly string[]): number => count / Math.max(1, all.length);

/** Reads the signs of a sentence. */
export function signsOf(question: Question, weights: Weights, seen: Sighted): Signs {
  return {
    ...wordSigns(question, weights, seen),
    ...kindSigns(question, seen),
    ...headSigns(question, seen),
    ...standingSigns(seen.standing),
  };
}

/** How its tense and the company of its words stand to what is asked. */
function standingSigns({ isYetToCome, isOverAlready, wholePairs, tellsNoAge }: Standing) {
  return {
    'yet to come': is(isYetToCome),
    'over already': is(isOverAlready),
    'whole pairs': wholePairs,
    'no age told': is(tellsNoAge),
  };
}

/** What of the question's words the sentence, what is around it and its event hold. */
function wordSigns(question: Question, weights: Weights, seen: Sighted) {
  const { own, near, untold, alone, fits } = seen;
  const { kind, things, deeds } = question;
  const weighty = weightyOf(question);
  const turning = question.stems.find((stem) => !question.names.includes(stem)) ?? '';
  const names = [...question.names, ...question.known];
  const isNowhere = (name: string): boolean => {
    const { group = null, kin = [] } = weights.get(name) ?? {};
    return (
      !seen.unnamed.includes(name) && near.every((bag) => matchOf(name, group, bag, kin) === 0)
    );
  };
  return {
    'behind the nearest': Math.log(Math.max(seen.score, seen.best / 50) / seen.best),
    'held in its words': Math.log(Math.max(seen.score, 0.05)),
    'covered around': coverageOf(weights, near),
    'covered by itself': alone,
    'covered closely': closeCoverageOf(weights, own),
    'covered by the event': untold.covered,
    'better told': seen.fullest - alone,
    'follows on': seen.followed,
    'covered by the card': seen.byCard,
    'near what is asked': seen.nearness,
    'names nothing new': is(seen.namesNothingNew),
    'doer told': is(seen.tellsDoer),
    'only wished for': is(seen.isOnlyWished),
    'reason told': is(seen.tellsReason),
    'said by another': is(seen.isSaidByAnother),
    'stems untold': untold.stems,
    'stems not around': missingIn(near, weighty),
    'stems not here': missingIn([own], weighty),
    'things untold': untold.things,
    'things untold closely': untold.thingsClosely,
    'things not here': shareOf(missingIn([own], things), things),
    'deeds untold': untold.deeds,
    'deeds untold closely': untold.deedsClosely,
    'deeds not here': shareOf(missingIn([own], deeds), deeds),
    'no deed asked': is(deeds.length === 0),
    'turning word here': is(matchOf(turning, null, own) > 0),
    'light words': question.stems.length - weighty.length,
    names: names.length,
    'names not around': shareOf(names.filter(isNowhere).length, names),
    'near the top': 1 / (1 + seen.index),
    quoted: is(seen.isQuoted),
    'step to come': is(kind === 'when' && seen.isAhead),
    outcome: is(seen.isOutcome),
    'head near': seen.cover,
    'not of its kind': is(!fits),
  };
}

/** How the sentence stands to the kind of question. */
function kindSigns(question: Question, seen: Sighted) {
  const { own, near, fits } = seen;
  const { kind, polar, things, deeds } = question;
  const weighty = weightyOf(question);
  const notHere = missingIn([own], weighty);
  return {
    'yes or no': is(polar),
    'yes or no, not around': polar ? missingIn(near, weighty) : 0,
    'yes or no, denied': is(polar && missingIn([own], deeds) === 0 && DENIAL.test(seen.text)),
    'yes or no, things not around': polar ? shareOf(missingIn(near, things), things) : 0,
    'number, not here': kind === 'how many' ? notHere : 0,
    'number or length, not of its kind': is(/^how/.test(kind) && !fits),
    'who, not here': kind === 'who' ? notHere : 0,
    'when, not here': kind === 'when' ? notHere : 0,
    'when, not of its kind': is(kind === 'when' && !fits),
    'why, not of its kind': is(kind === 'why' && !fits),
    'where, not of its kind': is(kind === 'where' && !fits),
    'asks for a number': is(kind === 'how many'),
    'asks who': is(kind === 'who'),
    'asks when': is(kind === 'when'),
    'asks where': is(kind === 'where'),
    'asks why': is(kind === 'why'),
    'asks how long': is(kind === 'how long'),
    'asks what was said': is(kind === 'say'),
  };
}

/** What the question is about, and whether the sentence is of it. */
function headSigns({ head }: Question, { held }: Sighted) {
  return {
    'head counted': is(head.kind === 'counted'),
    'head a tally': is(head.kind === 'tally'),
    'head a role': is(head.kind === 'role'),
    'head a deed': is(head.kind === 'deed'),
    'head a thing': is(head.kind === 'thing'),
    'head money': is(head.kind === 'money'),
    'head counted, not held': is(head.kind === 'counted' && !held),
    'head a tally, not held': is(head.kind === 'tally' && !held),
    'head a role, not held': is(head.kind === 'role' && !held),
    'head a deed, not held': is(head.kind === 'deed' && !held),
    'head a thing, not held': is(head.kind === 'thing' && !held),
    'head money, not held': is(head.kind === 'money' && !held),
  };
}

/** How likely it is, from 0 to 1, that a sentence with these signs answers the question. */
export function trustIn(signs: Signs): number {
  const sum = SIGNS.reduce((all, sign) => all + signs[sign] * SIGN_WEIGHTS[sign], OFFSET);
  return 1 / (1 + Math.exp(-sum));
}
