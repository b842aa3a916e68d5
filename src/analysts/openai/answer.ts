/** An answer with a model's help, from the sentences that the offline rules ranked. */
import type { Hearing, QuestionRequest } from '../analyst.ts';
import type { Answer } from '../../news/answer.ts';
import type { Card, Evidence, Sentence } from '../../news/card.ts';
import { promptLabel, renderPrompt } from '../prompt.ts';
import { sourceOf } from '../../news/source.ts';
import type { CardParts } from './card.ts';
import { harmless, numbered, writtenOut } from './copy.ts';
import type { Ground } from './cite.ts';
import { citedLine } from './statements.ts';
import { ANSWER_SCHEMA, readAnswerReply } from './schema.ts';

const MOST_TOKENS = 1_000;
/** Someone is waiting for it. */
const LONGEST_WAIT_MS = 25_000;
const LONGEST_QUESTION = 500;
const MOST_SENTENCES = 3;

/** How many sentences a model answers from. */
export const MOST_PASSAGES = 12;

type CheckedAnswer = {
  readonly told: boolean;
  readonly lines: readonly Sentence[];
  readonly errors: readonly string[];
};

/**
 * The model's answer when every sentence of it holds; its abstention when it says that the sentences
 * do not tell; null when it gave nothing that holds.
 * @param passages sentences to answer from, best first
 * @param hear told each sentence as soon as it is proven
 */
export async function answerWithModel(
  { reader, prompt, nonce }: CardParts,
  request: QuestionRequest,
  passages: readonly Evidence[],
  hear: Hearing,
): Promise<Answer | null> {
  const sentences = numbered(passages.slice(0, MOST_PASSAGES));
  const question = harmless(request.question, LONGEST_QUESTION);
  if (sentences.length === 0 || question === '') return null;
  const ground: Ground = {
    sentences,
    bySid: new Map(sentences.map((each) => [each.sid, each])),
    texts: new Map(),
    people: [],
    quoted: [],
    dateOf: () => ({ date: null, grain: null }),
  };
  const values = { nonce: nonce(), question, sentences: writtenOut(sentences) };
  const checked = await reader.read<CheckedAnswer>({
    key: [promptLabel(prompt), question, values.sentences].join('\n'),
    messages: () => [
      { role: 'system', content: prompt.system },
      { role: 'user', content: renderPrompt(prompt, values) },
    ],
    schema: ANSWER_SCHEMA,
    maxTokens: MOST_TOKENS,
    timeoutMs: LONGEST_WAIT_MS,
    check: (value) => checkAnswer(value, ground),
    verdict: ({ told, lines, errors }) => ({
      good: errors.length === 0 && told === lines.length > 0,
      errors: errors.length > 0 ? errors : ['sentences: there are none'],
      held: lines.length + (told || lines.length === 0 ? 1 : 0),
    }),
  });
  if (checked === null) return null;
  if (!checked.told) return ABSTENTION;
  for (const [at, { text }] of checked.lines.entries())
    await hear({ answer: answerOf(checked.lines.slice(0, at + 1), request), added: text });
  return checked.lines.length === 0 ? null : answerOf(checked.lines, request);
}

const ABSTENTION: Answer = {
  answer: 'The stored stories do not tell.',
  abstained: true,
  evidence: [],
  stories: [],
};

function checkAnswer(value: unknown, ground: Ground): CheckedAnswer | null {
  const reply = readAnswerReply(value);
  if (!reply) return null;
  const lines: Sentence[] = [];
  const errors: string[] = [];
  for (const [at, sentence] of reply.sentences.slice(0, MOST_SENTENCES).entries()) {
    const checked = citedLine(sentence, ground);
    if ('error' in checked) errors.push(`sentence ${at + 1}: ${checked.error}`);
    else lines.push(checked.line);
  }
  return { told: reply.told, lines: reply.told ? lines : [], errors };
}

function answerOf(lines: readonly Sentence[], { stories }: QuestionRequest): Answer {
  const evidence = distinct(lines.flatMap((line) => [...line.evidence]));
  const quoted = [...new Set(evidence.map(({ take }) => take))].flatMap((take) => {
    const story = stories.find(({ current }) => current.id === take);
    return story ? [{ ...sourceOf(story.current), story: story.id, event: story.event }] : [];
  });
  const answer = lines.map(({ text }) => text).join('\n');
  return { answer, abstained: false, evidence, stories: quoted };
}

function distinct(evidence: Card['summary'][number]['evidence']): Evidence[] {
  return [...new Map(evidence.map((each) => [`${each.take}:${each.start}`, each])).values()];
}
