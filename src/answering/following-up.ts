/**
 * Questions that follow up on something: asked in the thread of a digest, a brief or an answer, they are
 * about what stands there. An answer about anything else would mislead, unless the question names it.
 */
import type { Hearing } from '../analysts/analyst.ts';
import { ABSTENTION, answerQuestion, answerReworded, type AskingParts } from './answering.ts';
import { SparingAnalyst } from './sparing.ts';
import { leavesScope } from '../editing/scope.ts';
import { answerFromLine, earlierThan, focusOn, proven, RECALL_LIMIT } from './focus.ts';
import { answerOfFate, settledAnswer } from './settled.ts';
import type { Answer } from '../news/answer.ts';
import type { Take } from '../news/take.ts';

/** What stands before an answer from elsewhere. */
const ELSEWHERE = 'The stories of this thread do not tell. Another story does:';

/**
 * Answers a question that was asked under something: from the stories of its events and what came before
 * them in their storylines, else from all stories where the question names what only those know. A model is
 * asked at most twice for it.
 * @param hear told what is proven already while a model writes; nothing that the answer may do without
 */
export async function answerFollowUp(
  asking: AskingParts,
  question: string,
  about: readonly string[],
  at: string,
  hear?: Hearing,
): Promise<Answer> {
  const parts = { ...asking, analyst: SparingAnalyst.of(asking.analyst) };
  const { store, analyst } = parts;
  const focusing = await focusOn(store, about, question, at);
  const { focused } = focusing;
  if (focused.length === 0) return answerQuestion(parts, question, [], at, hear);
  const focus = focused.map(({ id }) => id);
  const earlier = await earlierThan(store, focusing, question, at);
  const under = [...focused, ...earlier];
  const takes = under.map(({ current }) => current);
  const heard: Hearing | undefined =
    hear &&
    (async ({ answer, added }) => {
      const sure = await proven(store, answer, takes);
      if (sure !== null && !sure.abstained) await hear({ answer: sure, added });
    });
  const request = { question, stories: under.slice(0, RECALL_LIMIT), focus, at };
  const own = await proven(store, await analyst.answer(request, heard), takes);
  if (own !== null && !own.abstained) return settledAnswer(store, own, at);
  const line = await answerFromLine(parts, question, { focused, earlier }, at);
  if (line !== null) return line;
  const stories = under.slice(0, RECALL_LIMIT);
  const asked = { question, stories, focused, at };
  const reworded = await answerReworded(parts, asked, () => Promise.resolve(stories));
  const fate = reworded ?? (await answerOfFate(store, question, stories));
  return fate ?? (await fromElsewhere(parts, question, takes, at)) ?? own ?? ABSTENTION;
}

async function fromElsewhere(
  parts: AskingParts,
  question: string,
  under: readonly Take[],
  at: string,
): Promise<Answer | null> {
  const texts = under.map(({ headline, text }) => `${headline ?? ''} ${text}`);
  const answer = await answerQuestion(parts, question, [], at);
  const [first] = answer.stories;
  const story = first && !answer.abstained ? await parts.store.story(first.story) : null;
  if (!story?.current || !leavesScope(question, texts, story.current.text)) return null;
  return { ...answer, answer: `${ELSEWHERE}\n${answer.answer}` };
}
