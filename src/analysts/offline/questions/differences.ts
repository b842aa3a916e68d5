/** What other sources of the same event answer differently: told with the answer, both by name. */
import type { Answer } from '../../../news/answer.ts';
import type { Evidence, Point } from '../../../news/card.ts';
import { differenceLabel, sidesText } from '../../../news/point.ts';
import { sourceOf } from '../../source.ts';
import { harmNamed } from '../claims/harm.ts';
import { compared } from '../claims/points.ts';
import type { Question } from './question.ts';
import { sentAtOf, type ReadStory } from './rank.ts';
import { familyOf, groupOf, stemOf } from './terms.ts';

/** Stories of one event that are compared for one answer. */
const MOST_COMPARED = 8;

/**
 * The answer with what the sources of its first story's event state differently about what is asked,
 * and the sentences that prove it; the answer as it is when they do not.
 * @param stories those that the answer may rest on
 */
export function withDifferences(
  question: Question,
  answer: Answer,
  stories: readonly ReadStory[],
): Answer {
  const first = answer.evidence[0]?.take;
  const event = stories.find(({ study }) => study.take.id === first)?.story.event ?? null;
  if (answer.abstained || event === null) return answer;
  const same = stories
    .filter(({ story }) => story.event === event)
    .sort((a, b) => sentAtOf(b.story) - sentAtOf(a.story))
    .slice(0, MOST_COMPARED);
  if (same.length < 2) return answer;
  const point = compared(same.map(({ told }) => told())).conflicts.find(
    (each) => isAsked(question, each) && isTold(answer.evidence, each),
  );
  if (!point) return answer;
  const evidence = distinct([
    ...answer.evidence,
    ...point.sides.flatMap((side) => [...side.evidence]),
  ]);
  const quoted = [...new Set(evidence.map(({ take }) => take))].flatMap((take) => {
    const story = stories.find(({ study }) => study.take.id === take)?.story;
    return story ? [{ ...sourceOf(story.current), story: story.id, event: story.event }] : [];
  });
  const line = `${differenceLabel(point)}: ${sidesText(point)}.`;
  return { ...answer, answer: `${line}\n${answer.answer}`, evidence, stories: quoted };
}

/** Is one of the sides told by a sentence that the answer quotes? */
function isTold(quoted: readonly Evidence[], { sides }: Point): boolean {
  return sides.some((side) =>
    side.evidence.some((mark) =>
      quoted.some(
        ({ take, start, end }) => take === mark.take && start < mark.end && mark.start < end,
      ),
    ),
  );
}

/** Does the question ask for what the sides differ on? */
function isAsked(question: Question, { about, measure, words }: Point): boolean {
  const { kind } = question;
  if (about === 'when') return kind === 'when';
  if (about === 'where') return kind === 'where';
  if (about === 'outcome') return kind === 'what' || question.result;
  if (kind !== 'how many' && kind !== 'how long' && kind !== 'what') return false;
  const harm = harmNamed(question.stems);
  const told = measure.split(' ')[0] ?? '';
  if (harm !== null || harmNamed([told]) !== null) return harm === told;
  const keys = new Set(question.stems.map((stem) => keyOf(stem)));
  return [stemOf(told), ...words].some((word) => keys.has(keyOf(word)));
}

function keyOf(stem: string): string {
  return String(groupOf(stem) ?? familyOf(stem));
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [
    ...new Map(evidence.map((each) => [`${each.take} ${each.start} ${each.end}`, each])).values(),
  ];
}
