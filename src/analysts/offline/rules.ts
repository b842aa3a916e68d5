/** Cards, answers and passages by rules. It keeps the readings of the last 200 takes. */
import type { Card, Evidence } from '../../news/card.ts';
import type { Answer } from '../../news/answer.ts';
import type { CardRequest, QuestionRequest } from '../analyst.ts';
import type { Take } from '../../news/take.ts';
import { cardFrom, factsOf, type ReadFacts } from './card.ts';
import type { Told } from './claims/claim.ts';
import { toldIn } from './claims/told.ts';
import { studyOf } from './facts/study.ts';
import { readTake } from './reading/read.ts';
import { answerFrom, contrasted, passagesFor } from './questions/answer.ts';

/** Takes whose reading is kept: a digest's worth and the questions that follow it. */
const MOST_KEPT = 200;

export type Rules = {
  card(request: CardRequest): Card;
  answer(request: QuestionRequest): Answer;
  contrasted(request: QuestionRequest, answer: Answer): Answer;
  passages(request: QuestionRequest, most: number): readonly Evidence[];
};

/** Makes the rules with nothing read yet. */
export function createRules(): Rules {
  const know = remembering(MOST_KEPT);
  return {
    card: (request) =>
      cardFrom(
        request,
        request.stories.map((story) => know(story.current)),
      ),
    answer: (request) => answerFrom(request, know),
    contrasted: (request, answer) => contrasted(request, answer, know),
    passages: (request, most) => passagesFor(request, know, most),
  };
}

/** Reads a take once. An id with another text (a test's, a rebuilt store's) is read again. */
function remembering(most: number): (take: Take) => ReadFacts {
  const kept = new Map<string, ReadFacts>();
  return (take) => {
    const known = kept.get(take.id);
    kept.delete(take.id);
    const current = known?.study.take.text === take.text ? known : learn(take);
    kept.set(take.id, current);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return current;
  };
}

function learn(take: Take): ReadFacts {
  const study = studyOf(readTake(take));
  let told: Told | undefined;
  return { study, facts: factsOf(study), told: () => (told ??= toldIn(study)) };
}
