/** Sentences of the given stories, ranked for a question: BM25, neighbours, story, question's kind. */
import type { ReadableStory } from '../../analyst.ts';
import type { Evidence } from '../../../news/card.ts';
import type { ReadFacts } from '../card.ts';
import { isOldNews } from '../facts/old-news.ts';
import type { ReadSentence } from '../reading/read.ts';
import { fitsKind, saysUnknown } from './fits.ts';
import { headFit } from './head-fit.ts';
import type { Question } from './question.ts';
import { familyOf, groupOf, kinOf, measuresIn, stemsOf } from './terms.ts';

/** The usual BM25 weights, as measured best for single sentences. */
const K1 = 1.2;
const B = 0.6;
const FAMILY = 0.7;
const SYNONYM = 0.45;
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
/** The stories are known to hold the names; what is asked about them must be covered all the more. */
const NAME_WEIGHT = 0.3;

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
  /** share of the question's content, by weight, that the sentence and what stands around it hold */
  readonly coverage: number;
  /** the sentence holds what the kind of question asks for: a time, a place, a number, a name */
  readonly fits: boolean;
  /** the sentence itself holds the question's first word of content, which it turns on */
  readonly turns: boolean;
  /** the story names every thing that a question of yes or no is about */
  readonly namesThings: boolean;
  /** the card tells it as a step to come */
  readonly isAhead: boolean;
};

type Bag = {
  readonly stems: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
  readonly groups: ReadonlySet<number>;
  readonly length: number;
};
type Row = { readonly from: ReadStory; readonly sentence: ReadSentence; readonly bag: Bag };

/** When a story was sent (epoch ms): as it says, else on its dateline's day, else when it came. */
export function sentAtOf({ current, changedAt }: ReadableStory): number {
  return Date.parse(current.sentAt ?? current.dateline?.date ?? changedAt) || 0;
}

/** Candidates, best first. Bounded by the reading: at most 400 sentences a story. */
export function rank(question: Question, stories: readonly ReadStory[]): Candidate[] {
  const rows = stories.map((from) =>
    from.study.sentences.map((sentence) => ({ from, sentence, bag: bagOf(sentence.text) })),
  );
  const flat = rows.flat();
  const weights = weightsOf(question, flat);
  const turning = question.stems.find((stem) => !question.names.includes(stem)) ?? '';
  const average = flat.reduce((sum, row) => sum + row.bag.length, 0) / Math.max(1, flat.length);
  const candidates = rows.flatMap((story, order) => {
    const title = bagOf(story[0]?.from.study.take.headline ?? '');
    const plain = story.map((row) => bm25(weights, row.bag, average));
    const titleScore = bm25(weights, title, average);
    const whole = Math.max(0, ...plain);
    const namesThings = question.things.every((stem) =>
      [title, ...story.map(({ bag }) => bag)].some((bag) => matchOf(stem, groupOf(stem), bag) > 0),
    );
    return story.map((row, at) => {
      const around = Math.max(plain[at - 1] ?? 0, plain[at + 1] ?? 0);
      const own = (plain[at] ?? 0) + NEIGHBOUR * around + HEADLINE * titleScore + 0.15 * whole;
      const near = [story[at - 1]?.bag, row.bag, story[at + 1]?.bag, title].filter(
        (bag) => bag !== undefined,
      );
      const { held, weight, cover } = headFit(question.head, row, {
        before: story[at - 1]?.sentence,
        after: story[at + 1]?.sentence,
      });
      const fits = held && fitsKind(question, row);
      const rankFactor = 1 / (1 + 0.02 * order);
      const score =
        own *
        (fits ? 1.5 : 0.6) *
        weight *
        factOf(question, row) *
        rankFactor *
        (row.from.focused ? FOCUS : 1) *
        (row.from.newest ? (question.kind === 'how many' ? NEWEST_FIGURE : NEWEST) : 1);
      return {
        from: row.from,
        sentence: row.sentence,
        score,
        coverage: coverageOf(weights, near) + coveredByFact(question, row) + cover,
        fits,
        namesThings,
        isAhead: proves(row.sentence, row.from.facts.next),
        turns: matchOf(turning, null, row.bag) > 0,
      };
    });
  });
  return candidates.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

function bagOf(text: string): Bag {
  const stems = stemsOf(text);
  const groups = stems.map(groupOf).filter((group) => group !== null);
  return {
    stems: new Set([...stems, ...measuresIn(text)]),
    families: new Set(stems.map(familyOf)),
    groups: new Set(groups),
    length: stems.length,
  };
}

type Weights = ReadonlyMap<
  string,
  {
    readonly idf: number;
    readonly group: number | null;
    readonly named: boolean;
    /** other forms of a name */
    readonly kin: readonly string[];
  }
>;

function weightsOf(question: Question, rows: readonly Row[]): Weights {
  return new Map(
    question.stems.map((stem) => {
      const group = groupOf(stem);
      const holders = rows.filter(({ bag }) => bag.stems.has(stem)).length;
      const idf = Math.log(1 + (rows.length - holders + 0.5) / (holders + 0.5));
      const named = question.names.includes(stem) || isTold(question, stem);
      const kin = question.names.includes(stem) ? kinOf(stem) : [];
      const worth = isSection(question, group) ? 0.1 : Math.max(0.2, idf);
      return [stem, { idf: worth, group, named, kin }] as const;
    }),
  );
}

/** "Unresolved" asks for a section of the card: copy that has the word need not be of it. */
function isSection({ unsettled }: Question, group: number | null): boolean {
  return unsettled && group !== null && group === groupOf('unresolv');
}

/** A sum of money tells by itself that something is paid or costs. */
function isTold({ head }: Question, stem: string): boolean {
  return head.kind === 'money' && /^(?:pay|cost|worth|spend|money|price|fee)$/.test(stem);
}

function bm25(weights: Weights, bag: Bag, average: number): number {
  const length = 1 - B + (B * bag.length) / Math.max(1, average);
  let score = 0;
  for (const [stem, { idf, group, kin }] of weights) {
    const frequency = matchOf(stem, group, bag, kin);
    if (frequency > 0) score += (idf * frequency * (K1 + 1)) / (frequency + K1 * length);
  }
  return score;
}

function matchOf(
  stem: string,
  group: number | null,
  bag: Bag,
  kin: readonly string[] = [],
): number {
  if (bag.stems.has(stem)) return 1;
  if (kin.some((form) => bag.stems.has(form))) return FAMILY;
  if (bag.families.has(familyOf(stem))) return FAMILY;
  return group !== null && bag.groups.has(group) ? SYNONYM : 0;
}

function coverageOf(weights: Weights, bags: readonly Bag[]): number {
  let covered = 0;
  let all = 0;
  for (const [stem, { group, named, kin }] of weights) {
    const weight = named ? NAME_WEIGHT : 1;
    all += weight;
    covered +=
      weight * Math.max(...bags.map((bag) => (matchOf(stem, group, bag, kin) > 0 ? 1 : 0)));
  }
  return all === 0 ? 0 : covered / all;
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

/** The card's own lines answer first. */
function factOf(question: Question, { from, sentence }: Row): number {
  const { facts } = from;
  let factor = isOldNews(from.study, sentence) ? agingOf(question) : 1;
  factor *= 1 + LEAD / (1 + sentence.index);
  if (question.result && !question.negated && !question.standing && NEGATED.test(sentence.text))
    factor *= 0.75;
  const asksResult = question.result && !question.unsettled && !question.standing;
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
