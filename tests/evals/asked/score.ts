/**
 * Questions as people type them, over events that two or three sources tell of: short, misspelt, in
 * lower case, or no question at all. Ten sets in two halves; of the held-out half only totals are told.
 * Four more in `trades.json`, asked one thing after another, may be looked at and have no level as yet.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerQuestion } from '../../../src/answering/answering.ts';
import type { Analyst } from '../../../src/analysts/analyst.ts';
import { FilingDesk } from '../../../src/filing/filing.ts';
import type { Answer } from '../../../src/news/answer.ts';
import { createMemoryStore } from '../../../src/stores/memory.ts';
import { storiesOf, takeWith } from '../../analysts/story.ts';
import { hit } from '../cards/questions.ts';
import { counted, scored, type Check, type Count, type Half, type Scored } from '../measure.ts';

type AskedSet = {
  readonly name: string;
  readonly stories: readonly {
    readonly provider: string;
    readonly sentAt: string;
    readonly headline: string;
    readonly text: string;
  }[];
  /** any of the answers in a sentence quoted makes it right */
  readonly questions: readonly { readonly question: string; readonly answers: string[] }[];
  readonly unanswerable: readonly string[];
};

const REACH: Readonly<Record<string, number>> = {
  'asked of an event, hit@1': 0.7,
  'asked of an event, hit@3': 0.8,
  'asked of an event, unanswerable refused': 0.8,
  'asked of all stories, hit@3': 0.7,
  'asked of all stories, unanswerable refused': 0.8,
};

/** A day after every story of the sets. */
const ASKED_AT = '2033-12-01T12:00:00Z';

/** Scores an analyst on a half. */
export async function scoreAsked(half: Half, analyst: Analyst): Promise<Scored> {
  const sets = askedSets(half);
  const counts: Count[] = [];
  for (const set of sets) counts.push(...(await withinEvent('asked of an event', set, analyst)));
  if (half === 'dev')
    for (const set of askedSets('trades'))
      counts.push(...(await withinEvent('trades: asked of an event', set, analyst)));
  counts.push(...(await overAll(sets, analyst)));
  return scored(half, counts, (measure) => REACH[measure] ?? null);
}

/** The sets of a file. */
export function askedSets(name: Half | 'trades'): AskedSet[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')) as AskedSet[];
}

/** The copy of a set, in the order of its file. */
export const takesOf = ({ name, stories }: AskedSet) =>
  stories.map(({ text, ...parts }, at) => takeWith(`${name}-${at}`, text, parts));

/** As a follow-up in the thread of the event. */
async function withinEvent(title: string, set: AskedSet, analyst: Analyst): Promise<Count[]> {
  const stories = storiesOf(takesOf(set));
  const focus = stories.map(({ id }) => id);
  return await countsOf(title, set, (question) =>
    analyst.answer({ question, stories, focus, at: ASKED_AT }),
  );
}

/** With nothing said of which event is meant, among all of the half. */
async function overAll(sets: readonly AskedSet[], analyst: Analyst): Promise<Count[]> {
  const store = createMemoryStore();
  const desk = new FilingDesk();
  await store.transact(async (records) => {
    for (const take of sets.flatMap(takesOf)) {
      const receivedAt = take.sentAt ?? ASKED_AT;
      await desk.file(records, [{ take, circumstances: { receivedAt, background: false } }]);
    }
  });
  const counts: Count[] = [];
  for (const set of sets) {
    const named = {
      ...set,
      questions: set.questions.filter(({ question }) => namesWhatItIsAbout(question, set)),
      unanswerable: set.unanswerable.filter((question) => namesWhatItIsAbout(question, set)),
    };
    counts.push(
      ...(await countsOf('asked of all stories', named, (question) =>
        answerQuestion({ store, analyst }, question, [], ASKED_AT),
      )),
    );
  }
  await store.close();
  return counts;
}

/** A name of the stories in the question: "is the strike over?" is about nothing by itself. */
function namesWhatItIsAbout(question: string, { stories }: AskedSet): boolean {
  const words = question.toLowerCase().match(/\p{L}+/gu) ?? [];
  return stories.some(({ text }) =>
    [...text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{L}{3,}/gu)].some(([name]) =>
      words.some((word) => word === name.toLowerCase()),
    ),
  );
}

async function countsOf(
  title: string,
  { name, questions, unanswerable }: AskedSet,
  ask: (question: string) => Promise<Answer>,
): Promise<Count[]> {
  const checks: Record<'first' | 'third' | 'right' | 'refused', Check[]> = {
    first: [],
    third: [],
    right: [],
    refused: [],
  };
  const named = ({ right, told }: Check): Check => ({ right, told: `[${name}] ${told}` });
  for (const { question, answers } of questions) {
    const answer = await ask(question);
    checks.first.push(named(hit(question, answer, answers, 1)));
    checks.third.push(named(hit(question, answer, answers, 3)));
    const isRight = answer.abstained || hit(question, answer, answers, 3).right;
    checks.right.push(named({ right: isRight, told: `${question} ${answer.answer}` }));
  }
  for (const question of unanswerable) {
    const { abstained, answer } = await ask(question);
    checks.refused.push(named({ right: abstained, told: `"${question}" answered "${answer}"` }));
  }
  return [
    counted(`${title}, hit@1`, checks.first),
    counted(`${title}, hit@3`, checks.third),
    counted(`${title}, right or refused`, checks.right),
    counted(`${title}, unanswerable refused`, checks.refused),
  ];
}
