/** An answer from stored stories: sentences of the copy, or the plain word that they do not tell. */
import type { QuestionRequest } from '../../analyst.ts';
import type { Answer } from '../../../news/answer.ts';
import type { Evidence } from '../../../news/card.ts';
import type { Take } from '../../../news/take.ts';
import { sourceOf } from '../../../news/source.ts';
import type { ReadFacts } from '../card.ts';
import { evidenceOf } from '../facts/evidence.ts';
import { withDifferences } from './differences.ts';
import { saysUnknown } from './fits.ts';
import { inTheWordsOf } from './knowing.ts';
import { readQuestion, type Question } from './question.ts';
import { eventOf, isBare, rank, sentAtOf, type Candidate, type ReadStory } from './rank.ts';
import { kinOf, nationOf, stemsOf } from './terms.ts';

/** What is said when the stories given do not hold the answer. */
export const NOT_TOLD = 'The stored stories do not tell.';

/** What is said where they tell of a plan only, before the sentence that tells it. */
const NOT_TOLD_YET = 'The stored stories do not tell whether it came about. What they tell:';
/** What is said where a reason is asked for and no sentence gives one. */
const NO_REASON = 'The stored stories do not tell why. What they tell:';
const UNTOLD: Answer = { answer: NOT_TOLD, abstained: true, evidence: [], stories: [] };

const MOST_STORIES = 30;
const MOST_SENTENCES = 3;
/** A further sentence must come near the first: by the odds that it answers. */
const NEARLY = 0.05;
/** One from another event must be about as good: the question may mean that one. */
const NEARLY_ELSEWHERE = 0.25;
/** How sure the first sentence must be to be the answer, and one of a story that was not asked about. */
const SURE = 0.45;
const SURE_ELSEWHERE = 0.52;
/** How sure where a thing that yes or no is asked of is told nowhere. */
const SURE_OF_PART = 0.6;
/** What is told where no reason is must speak of what is asked. */
const COVERED = 0.55;
/** Where the copy says itself that no reason is known, less must be covered. */
const COVERED_UNKNOWN = 0.2;
/** How many sentences are shown that are no answer. */
const MOST_NEAREST = 2;
/** How near to a sentence that tells something else another must come. */
const NEARLY_MISTAKEN = 0.5;

type Knowing = (take: Take) => ReadFacts;

/** Answers from the stories given, or abstains. */
export function answerFrom(request: QuestionRequest, know: Knowing): Answer {
  const { question, ranked } = rankedFor(request, know);
  const candidates = notMistaken(ranked).filter((each) => isTold(question, each));
  if (question.happened) return happened(candidates);
  const best = candidates[0];
  if (!best) return question.kind === 'why' ? withoutReason(question, ranked) : untold(ranked);
  return contrasted(request, answerOf(chosenFrom(ranked, best)), know);
}

/**
 * Without those that tell something else than it is asked. Where such a one comes first, the question is
 * of what it tells otherwise, and sentences that come far behind it only share a few words with both; but
 * one that gives the reason asked for is the answer, though others tell more of what it is the reason of.
 */
function notMistaken(ranked: readonly Candidate[]): Candidate[] {
  const [first] = ranked;
  const least = first?.isOtherwise === true ? oddsOf(first) * NEARLY_MISTAKEN : 0;
  return ranked.filter(
    (each) => !each.isOtherwise && (oddsOf(each) >= least || each.signs['reason told'] > 0),
  );
}

/**
 * They do not tell. With it the sentences that come nearest in the stories that the question was asked
 * under: what copy puts in other words is ranked right far more often than it is known for the answer.
 */
function untold(ranked: readonly Candidate[]): Answer {
  const near = ranked
    .filter(({ from, isOtherwise, isVain }) => from.focused && !isOtherwise && !isVain)
    .slice(0, MOST_NEAREST);
  return near.length === 0 ? UNTOLD : { ...answerOf(near), answer: NOT_TOLD, abstained: true };
}

/** No reason is told: that none is known, or what else the stories tell of the matter, said so. */
function withoutReason(question: Question, ranked: readonly Candidate[]): Answer {
  const best = ranked.find(({ signs }) => signs['covered around'] >= COVERED);
  const unknown = ranked.find(
    ({ from, sentence, signs }) =>
      from === best?.from &&
      saysUnknown(question, sentence) &&
      signs['covered by itself'] >= COVERED_UNKNOWN,
  );
  if (unknown) return answerOf([unknown]);
  if (!best) return untold(ranked);
  const told = answerOf([best]);
  return { ...told, answer: `${NO_REASON}\n${told.answer}` };
}

/** A plan is no answer to whether it came about: where nothing newer is told, the answer says so. */
function happened(candidates: readonly Candidate[]): Answer {
  const told = candidates.filter(({ isAhead }) => !isAhead);
  const [first] = candidates;
  const [best] = told;
  const isNewer =
    best &&
    first &&
    sentAtOf(best.from.story) > sentAtOf(first.from.story) &&
    oddsOf(best) >= oddsOf(first) * NEARLY;
  if (best && (best === first || isNewer)) return answerOf(chosenFrom(told, best));
  if (!first) return UNTOLD;
  const planned = answerOf([first]);
  return { ...planned, answer: `${NOT_TOLD_YET}\n${planned.answer}` };
}

/** The answer, whoever gave it, with what other sources of its event state differently. */
export function contrasted(request: QuestionRequest, answer: Answer, know: Knowing): Answer {
  return withDifferences(readQuestion(request.question), answer, readStories(request, know));
}

/** The sentences that come nearest to a question, best first, for another analyst to answer from. */
export function passagesFor(request: QuestionRequest, know: Knowing, most: number): Evidence[] {
  const { ranked } = rankedFor(request, know);
  const passages = new Map(
    ranked
      .slice(0, most * 2)
      .map((each) => [each.sentence.text, evidenceOf(each.from.study.take, each.sentence)]),
  );
  return [...passages.values()].slice(0, most);
}

type Ranked = { readonly question: Question; readonly ranked: readonly Candidate[] };

/** The question as the stories would put it, and candidates in those that know its names, best first. */
function rankedFor(request: QuestionRequest, know: Knowing): Ranked {
  const stories = readStories(request, know);
  const question = inTheWordsOf(readQuestion(request.question), request.question, stories);
  const byEvent = Map.groupBy(stories, eventOf);
  const knowing = new Set([...byEvent.values()].filter((all) => knowNames(question, all)).flat());
  const ranked = rank(question, stories).filter((each) => knowing.has(each.from));
  return { question, ranked };
}

function readStories(request: QuestionRequest, know: Knowing) {
  const focus = new Set(request.focus);
  const newest = Math.max(...request.stories.slice(0, MOST_STORIES).map(sentAtOf));
  return request.stories.slice(0, MOST_STORIES).map((story) => ({
    story,
    ...know(story.current),
    focused: focus.has(story.id),
    newest: sentAtOf(story) === newest,
  }));
}

function isTold(
  question: Question,
  { from, fits, signs, trust, isAhead, isVain }: Candidate,
): boolean {
  if (isVain) return false;
  // "What was on them?" has no word to go by at all
  if (question.stems.length === 0 && question.kind === 'what' && !question.news) return false;
  if (isBare(question) && (isAhead || !question.stems.includes('next')))
    return from.focused && fits;
  // "Has it put a duty on cement?": a duty on glass says nothing of cement
  if (question.polar && signs['things untold'] > 0 && trust < SURE_OF_PART) return false;
  return trust >= (from.focused ? SURE : SURE_ELSEWHERE);
}

/** Stories of an event that never name what the question names cannot answer it. */
function knowNames(question: Question, stories: readonly ReadStory[]): boolean {
  const names = [...question.names, ...question.known];
  if (names.length === 0) return true;
  const known = new Set(
    stories.flatMap(({ study: { take } }) => stemsOf(`${take.headline ?? ''} ${take.text}`)),
  );
  const nations = new Set([...known].map(nationOf).filter((nation) => nation !== null));
  return names.every((name) => {
    const nation = nationOf(name);
    if (known.has(name) || (nation !== null && nations.has(nation))) return true;
    return kinOf(name).some((form) => known.has(form));
  });
}

const oddsOf = ({ trust }: Candidate): number => trust / (1 - trust);

function chosenFrom(candidates: readonly Candidate[], best: Candidate): Candidate[] {
  const chosen = [best];
  for (const each of candidates) {
    if (chosen.length >= MOST_SENTENCES || oddsOf(each) < oddsOf(best) * NEARLY) break;
    if (each === best || chosen.some((other) => other.sentence.text === each.sentence.text))
      continue;
    const isElsewhere = each.from.story.event !== best.from.story.event;
    if (isElsewhere && oddsOf(each) < oddsOf(best) * NEARLY_ELSEWHERE) continue;
    chosen.push(each);
  }
  return chosen;
}

function answerOf(chosen: readonly Candidate[]): Answer {
  const stories = [...new Map(chosen.map(({ from }) => [from.story.id, from.story])).values()];
  return {
    answer: chosen.map(({ sentence }) => sentence.text).join('\n'),
    abstained: false,
    evidence: chosen.map(({ from, sentence }) => evidenceOf(from.study.take, sentence)),
    stories: stories.map((story) => ({
      ...sourceOf(story.current),
      story: story.id,
      event: story.event,
    })),
  };
}
