/** Scores of answers: within a story, over all stories, and questions that no story answers. */
import { answerQuestion } from '../../../src/answering/answering.ts';
import type { Analyst, RankingAnalyst } from '../../../src/analysts/analyst.ts';
import { FilingDesk } from '../../../src/filing/filing.ts';
import type { Answer } from '../../../src/news/answer.ts';
import type { Evidence } from '../../../src/news/card.ts';
import { createMemoryStore } from '../../../src/stores/memory.ts';
import type { Store } from '../../../src/stores/store.ts';
import { counted, type Check, type Count } from '../measure.ts';
import type { Case, Labels } from './labels.ts';
import { holds } from './matching.ts';

/** A story with questions that it answers and questions that it does not. */
export type Questioned = Pick<Case, 'name' | 'take' | 'story'> & {
  readonly labels: Pick<Labels, 'questions' | 'unanswerable'>;
};

/** After every story of the set. */
const ASKED_AT = '2029-01-01T12:00:00Z';

/**
 * Hits within the story, and whether what it does not tell is refused. A hit is counted of what a reader is
 * shown, where a refusal is a miss; what is ranked first is told apart, as rankings are measured elsewhere.
 */
export async function scoreWithin(analyst: Analyst, each: Questioned): Promise<Count[]> {
  const { labels, story, take } = each;
  const requestOf = (question: string) => {
    return { question, stories: [story], focus: [story.id], at: ASKED_AT };
  };
  const ask = (question: string): Promise<Answer> => analyst.answer(requestOf(question));
  const first: Check[] = [];
  const third: Check[] = [];
  const kept: Check[] = [];
  const proven: Check[] = [];
  const ranked: Check[] = [];
  for (const { question, answers } of labels.questions) {
    const answer = await ask(question);
    if (isRanking(analyst)) {
      const evidence = await analyst.passages(requestOf(question), 3);
      ranked.push(hit(question, { abstained: false, answer: '', evidence }, answers, 3));
    }
    first.push(hit(question, answer, answers, 1));
    third.push(hit(question, answer, answers, 3));
    kept.push({ right: !answer.abstained, told: `refused "${question}"` });
    proven.push(...answer.evidence.map((piece) => verbatim(piece, take.text)));
  }
  const refused: Check[] = [];
  for (const question of labels.unanswerable) {
    const { abstained, answer } = await ask(question);
    refused.push({ right: abstained, told: `"${question}" answered "${answer}"` });
  }
  return [
    counted('questions within a story, hit@1', first),
    counted('questions within a story, hit@3', third),
    ...(ranked.length > 0
      ? [counted('questions within a story, ranked in the first three', ranked)]
      : []),
    counted('answerable questions kept', kept),
    counted('unanswerable questions refused', refused),
    counted('answer evidence slices back', proven),
  ];
}

/**
 * Hits over all stories, found by the store's search as a reader's question is. Only questions that
 * name someone or something: "How many were hurt?" has an answer in a dozen stories.
 */
export async function scoreOverAll(
  analyst: Analyst,
  cases: readonly Questioned[],
): Promise<Count[]> {
  const store = await shelved(cases);
  const first: Check[] = [];
  const third: Check[] = [];
  try {
    const named = cases.flatMap(({ labels }) => labels.questions).filter(namesSomething);
    for (const { question, answers } of named) {
      const answer = await answerQuestion({ store, analyst }, question, [], ASKED_AT);
      first.push(hit(question, answer, answers, 1));
      third.push(hit(question, answer, answers, 3));
    }
  } finally {
    await store.close();
  }
  return [
    counted('questions over all stories, hit@1', first),
    counted('questions over all stories, hit@3', third),
  ];
}

const isRanking = (analyst: Analyst): analyst is RankingAnalyst => 'passages' in analyst;

function verbatim({ start, end, quote }: Evidence, text: string): Check {
  return { right: text.slice(start, end) === quote, told: `not verbatim: "${quote}"` };
}

/** A capital after the first word: a person, a place, a company. */
function namesSomething({ question }: { readonly question: string }): boolean {
  return /\s\p{Lu}/u.test(question);
}

/** Whether one of the first sentences quoted holds an answer; a lone answer counts as the first. */
export function hit(
  question: string,
  { abstained, answer, evidence }: Pick<Answer, 'abstained' | 'answer' | 'evidence'>,
  answers: readonly string[],
  most: number,
): Check {
  const quoted = evidence.slice(0, most).map(({ quote }) => quote);
  const sentences = evidence.length <= 1 ? [...quoted, answer] : quoted;
  const right =
    !abstained && sentences.some((text) => answers.some((phrase) => holds(text, phrase)));
  const told = abstained ? 'refused' : `"${quoted[0] ?? answer}"`;
  return { right, told: `${question} ${told}, not ${answers.join(' or ')}` };
}

async function shelved(cases: readonly Questioned[]): Promise<Store> {
  const store = createMemoryStore();
  const desk = new FilingDesk();
  await store.transact(async (records) => {
    for (const { take } of cases) {
      const receivedAt = new Date(take.sentAt ?? ASKED_AT).toISOString();
      await desk.file(records, [{ take, circumstances: { receivedAt, background: false } }]);
    }
  });
  return store;
}
