/** Sentences of the given stories, ranked for a question: BM25, neighbours, story, question's kind. */
import type { ReadableStory } from '../../analyst.ts';
import type { Evidence } from '../../../news/card.ts';
import type { ReadFacts } from '../card.ts';
import { isOldNews } from '../facts/old-news.ts';
import type { ReadSentence } from '../reading/reading.ts';
import { bagOf, bm25, coverageOf, matchOf, weightsOf, type Bag, type Weights } from './bags.ts';
import { contrastsOf, tellsOtherwise } from './contrast.ts';
import { DENIAL, isOnlyWished, isSaidByAsked, leavesDoerOut, tellsDoer } from './doing.ts';
import { fitsKind, namesNothingNew, saysUnknown } from './fits.ts';
import { headFit } from './head-fit.ts';
import type { Question } from './question.ts';
import { nearnessOf } from './nearness.ts';
import { groupOf } from './terms.ts';
import { referentsIn } from './referents.ts';
import { demandsOf, standingOf, type Demands } from './standing.ts';
import {
  signsOf,
  trustIn,
  untoldIn,
  weightyOf,
  type Sighted,
  type Signs,
  type Untold,
} from './signs.ts';

const NEIGHBOUR = 0.25;
const HEADLINE = 0.3;
const FOCUS = 1.6;
const NEWEST = 1.06;
/** Figures move: the newest copy is the one to believe. */
const NEWEST_FIGURE = 1.3;
/** What the copy opens with is what most questions mean. */
const LEAD = 0.15;
const NEGATED =
  /\b(?:not|failed to|yet to|unable to) (?:\w+ )?(?:agree|decide|reach|settle|achieve)/i;
/** Words that give a reason, and can hardly do else. */
const REASON =
  /\b(?:because|due to|caused by|citing|blam(?:ed|es)|in protest|as a result|demand(?:ed|ing|s)?|prompted by|owing to|thanks to)\b/i;
/** A sentence that goes on about what the one before it tells. */
const GOES_ON =
  /^["“]?(?:it|he|she|they|its|his|her|their|this|that|these|those|the|both|all|none|neither|some|most|another|others?|one|two|three|four|five)\b/i;

export type ReadStory = ReadFacts & {
  readonly story: ReadableStory;
  readonly focused: boolean;
  /** no other story given was sent later */
  readonly newest: boolean;
};
export type Candidate = {
  readonly from: ReadStory;
  readonly sentence: ReadSentence;
  readonly score: number;
  /** what speaks for it and against it */
  readonly signs: Signs;
  /** how likely it is, from 0 to 1, that it answers */
  readonly trust: number;
  /** the sentence holds what the kind of question asks for: a time, a place, a number, a name */
  readonly fits: boolean;
  /** the card tells it as a step to come */
  readonly isAhead: boolean;
  /** it speaks of what is asked and yet cannot answer: nobody did it, or it is only wished for */
  readonly isVain: boolean;
  /** it has the words of the question and tells something else: the opposite, another time */
  readonly isOtherwise: boolean;
};

type Row = { readonly from: ReadStory; readonly sentence: ReadSentence; readonly bag: Bag };

/** When a story was sent (epoch ms): as it says, else on its dateline's day, else when it came. */
export function sentAtOf({ current, changedAt }: ReadableStory): number {
  return Date.parse(current.sentAt ?? current.dateline?.date ?? changedAt) || 0;
}

/** Candidates, best first. Bounded by the reading: at most 400 sentences a story. */
export function rank(question: Question, stories: readonly ReadStory[]): Candidate[] {
  const rows = stories.map((from) => {
    const meant = referentsIn(from.study);
    return from.study.sentences.map((sentence, at) => {
      return { from, sentence, bag: bagOf(sentence.text, meant[at]) };
    });
  });
  const bags = rows.flat().map(({ bag }) => bag);
  const titled = rows.map((story) => [
    ...story.map(({ bag }) => bag),
    bagOf(story[0]?.from.study.take.headline ?? ''),
  ]);
  const weights = weightsOf(question, titled);
  const average = bags.reduce((sum, bag) => sum + bag.length, 0) / Math.max(1, bags.length);
  const byEvent = Map.groupBy(rows.flat(), ({ from }) => eventOf(from));
  const untold = new Map(
    [...byEvent].map(([event, told]) => {
      const titles = new Set(told.map(({ from }) => from.study.take.headline ?? ''));
      const all = [...told.map(({ bag }) => bag), ...[...titles].map((title) => bagOf(title))];
      return [event, untoldIn(question, weights, all)] as const;
    }),
  );
  const demands = demandsOf(question);
  const weighed = rows
    .flatMap((story, order) => {
      const missing = story[0] && untold.get(eventOf(story[0].from));
      return missing
        ? weighedIn(question, weights, demands, { story, missing, order, average })
        : [];
    })
    .filter(({ score }) => score > 0);
  const best = Math.max(...weighed.map(({ score }) => score));
  const contrasts = contrastsOf(question);
  return weighed
    .map(({ row, fits, sighted, isAhead, score }) => {
      const signs = signsOf(question, weights, { ...sighted, score, best });
      const { from, sentence } = row;
      const isVain =
        sighted.isOnlyWished ||
        leavesDoerOut(question, row) ||
        (sighted.isSaidByAnother && !DENIAL.test(sentence.text));
      const [trust, isOtherwise] = [trustIn(signs), tellsOtherwise(question, contrasts, row)];
      return { from, sentence, score, signs, fits, isAhead, isVain, isOtherwise, trust };
    })
    .sort((a, b) => (isBare(question) ? 0 : b.trust - a.trust) || b.score - a.score);
}

/** "And why?", "what's next?", "what is still open?" have no word to look for. */
export function isBare({ stems, unsettled }: Question): boolean {
  return stems.every(
    (stem) => stem === 'next' || (unsettled && groupOf(stem) === groupOf('unresolv')),
  );
}

/** Stories of one event answer together; one that was put into none is its own. */
export function eventOf({ story }: ReadStory): string {
  return story.event ?? story.id;
}

type StoryRows = {
  readonly story: readonly Row[];
  /** what none of the stories of its event tells */
  readonly missing: Untold;
  /** its place among the stories given */
  readonly order: number;
  /** words of a sentence, on average */
  readonly average: number;
};

/** A sentence with its score, and all that its signs are read from but for how it stands among others. */
type Weighed = {
  readonly row: Row;
  readonly score: number;
  readonly fits: boolean;
  readonly isAhead: boolean;
  readonly sighted: Omit<Sighted, 'score' | 'best'>;
};

/** Names that are asked about and that none of the bags holds. */
function unnamedIn(question: Question, weights: Weights, bags: readonly Bag[]): string[] {
  return [...question.names, ...question.known].filter((name) => {
    const { group = null, kin = [] } = weights.get(name) ?? {};
    return bags.every((bag) => matchOf(name, group, bag, kin) === 0);
  });
}

function weighedIn(
  question: Question,
  weights: Weights,
  demands: Demands,
  { story, missing, order, average }: StoryRows,
): Weighed[] {
  const title = bagOf(story[0]?.from.study.take.headline ?? '');
  const plain = story.map((row) => bm25(weights, row.bag, average));
  const shared = HEADLINE * bm25(weights, title, average) + 0.15 * Math.max(0, ...plain);
  const alone = story.map(({ bag }) => coverageOf(weights, [bag]));
  const fullest = Math.max(0, ...alone);
  const asked = weightyOf(question);
  const unnamed = unnamedIn(question, weights, [...story.map(({ bag }) => bag), title]);
  return story.map((row, at) => {
    const [before, after] = [story[at - 1], story[at + 1]];
    const around = Math.max(plain[at - 1] ?? 0, plain[at + 1] ?? 0);
    const own = isBare(question) ? 1 : (plain[at] ?? 0) + NEIGHBOUR * around + shared;
    const { from, sentence } = row;
    const near = { before: before?.sentence, after: after?.sentence };
    const { held, weight, cover } = headFit(question.head, row, near);
    const isOfOpen = !question.unsettled || isOpen(sentence, from.facts.open);
    const isOfKind = isOfOpen && fitsKind(question, row);
    const fits = held && isOfKind;
    const isAhead = proves(sentence, from.facts.next);
    const isOld = namesNothingNew(question, row);
    const factor = (factOf(question, row, isOld) * newsOf(question, from)) / (1 + 0.02 * order);
    return {
      row,
      score: own * (fits ? 1.5 : 0.6) * weight * factor,
      fits,
      isAhead,
      sighted: {
        text: sentence.text,
        own: row.bag,
        near: [before?.bag, row.bag, after?.bag, title].filter((bag) => bag !== undefined),
        untold: missing,
        unnamed,
        alone: alone[at] ?? 0,
        cover,
        held,
        fits: isOfKind,
        nearness: nearnessOf(question, row, asked),
        namesNothingNew: isOld,
        standing: standingOf(question, demands, sentence, isAhead),
        tellsDoer: tellsDoer(question, row),
        isOnlyWished: isOnlyWished(question, row),
        tellsReason: question.kind === 'why' && REASON.test(sentence.text),
        isSaidByAnother: question.kind === 'say' && !isSaidByAsked(question, row),
        byCard: coveredByFact(question, row),
        fullest,
        followed: GOES_ON.test(sentence.text) ? (alone[at - 1] ?? 0) : 0,
        index: sentence.index,
        isQuoted: sentence.quoted,
        isAhead,
        isOutcome: proves(sentence, from.facts.outcome),
      },
    };
  });
}

/** What is in focus, and what is newest, is meant rather. */
function newsOf({ kind }: Question, { focused, newest }: ReadStory): number {
  const freshness = kind === 'how many' ? NEWEST_FIGURE : NEWEST;
  return (focused ? FOCUS : 1) * (newest ? freshness : 1);
}

type Lines = readonly { readonly evidence: readonly Evidence[] }[];

function proves(sentence: ReadSentence, lines: Lines): boolean {
  return lines.some(({ evidence }) =>
    evidence.some((each) => each.start >= sentence.start && each.end <= sentence.end),
  );
}

/** "Twelve of the dead" are not all. */
const PART =
  /\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|some|many) of (?:the|them|those|these|its|his|her|their)\b/i;
const OPEN = /\b(?:whether|remains? (?:open|unclear|to be)|unclear|undecided|yet to)\b/i;

function isOpen(sentence: ReadSentence, open: Lines): boolean {
  return OPEN.test(sentence.text) || proves(sentence, open);
}

/** What is long past is seldom meant, unless it is asked for. */
function agingOf({ past, kind }: Question): number {
  if (past) return 1;
  return kind === 'when' ? 0.8 : 0.45;
}

/** The card's own lines answer first. @param isOld it names nobody and no place that is not asked about */
function factOf(question: Question, { from, sentence }: Row, isOld: boolean): number {
  const { facts } = from;
  // "Was the swap agreed?": that it was not is an answer
  const isOfThings = question.polar && question.things.length > 0;
  let factor = isOldNews(from.study, sentence) ? agingOf(question) : 1;
  factor *= 1 + LEAD / (1 + sentence.index);
  if (
    question.result &&
    !question.negated &&
    !question.standing &&
    !isOfThings &&
    NEGATED.test(sentence.text)
  )
    factor *= 0.75;
  const asksResult = question.result && !isOfThings && !question.unsettled && !question.standing;
  if (asksResult && isOpen(sentence, facts.open)) factor *= 0.5;
  if (question.kind === 'how many' && PART.test(sentence.text)) factor *= 0.8;
  if (question.kind === 'why' && REASON.test(sentence.text)) factor *= 1.3;
  if (saysUnknown(question, sentence)) factor *= 1.5;
  if (question.ahead && proves(sentence, facts.next)) factor *= 1.5;
  if (question.unsettled && proves(sentence, facts.open)) factor *= 1.6;
  // "to open" is a deed
  if (question.unsettled && !isOpen(sentence, facts.open)) factor *= 0.4;
  if (question.result && proves(sentence, facts.outcome)) factor *= 1.3;
  if (question.kind === 'where' && proves(sentence, facts.where)) factor *= 1.15;
  if (isOld) factor *= 0.7;
  if (question.kind === 'when' && !question.ahead && proves(sentence, facts.when)) factor *= 1.15;
  if (question.kind === 'say' && proves(sentence, facts.quotes)) factor *= 1.2;
  return factor;
}

/** A line of the card covers the words that ask for its section ("unresolved", "outcome", "next"). */
function coveredByFact(question: Question, { from, sentence }: Row): number {
  const { facts } = from;
  if (question.unsettled && proves(sentence, facts.open)) return 0.5;
  if (question.result && proves(sentence, facts.outcome)) return 0.3;
  return question.stems.includes('next') && proves(sentence, facts.next) ? 0.3 : 0;
}
