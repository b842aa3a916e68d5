/** What other sources of the same event answer differently: told with the answer, both by name. */
import type { Answer } from '../../../news/answer.ts';
import type { Evidence, Point } from '../../../news/card.ts';
import { differenceLabel, sidesText } from '../../../news/point.ts';
import { sourceOf } from '../../../news/source.ts';
import { harmNamed } from '../claims/harm.ts';
import type { Claim, Told } from '../claims/claim.ts';
import { compared } from '../claims/points.ts';
import { toldIn } from '../claims/told.ts';
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
  const told = same.map((each) => toldIn(each.study));
  const newest = withNewestCount(question, answer, told);
  const point = compared(told).conflicts.find(
    (each) => isAsked(question, each) && isTold(newest.evidence, each),
  );
  if (!point) return newest === answer ? answer : restingOn(newest, newest.evidence, stories);
  const evidence = distinct([
    ...newest.evidence,
    ...point.sides.flatMap((side) => [...side.evidence]),
  ]);
  const line = `${differenceLabel(point)}: ${sidesText(point)}.`;
  return restingOn({ ...newest, answer: `${line}\n${newest.answer}` }, evidence, stories);
}

/** The answer with this evidence, and the stories that it is taken from. */
function restingOn(
  answer: Answer,
  evidence: readonly Evidence[],
  stories: readonly ReadStory[],
): Answer {
  const quoted = [...new Set(evidence.map(({ take }) => take))].flatMap((take) => {
    const story = stories.find(({ study }) => study.take.id === take)?.story;
    return story ? [{ ...sourceOf(story.current), story: story.id, event: story.event }] : [];
  });
  return { ...answer, evidence, stories: quoted };
}

/**
 * The answer to how many were harmed, with the newest count before an older one that it quotes. Another
 * source's count is newer only where it is higher, or of those who are missing: late copy is none.
 * @param told of one event, newest first
 */
function withNewestCount(question: Question, answer: Answer, told: readonly Told[]): Answer {
  const [first] = answer.evidence;
  const harm = question.kind === 'how many' ? harmNamed(question.stems) : null;
  if (!first || harm === null) return answer;
  const isHarm = ({ measure, plain }: Claim): boolean => plain && measure.split(' ')[0] === harm;
  const own = told.find(({ take }) => take.id === first.take);
  const counted = own?.claims.find(
    (claim) => isHarm(claim) && claim.evidence.start === first.start,
  );
  if (!own || !counted) return answer;
  for (const { take, claims } of told.slice(0, told.indexOf(own))) {
    const newer = claims.find((claim) => claim.measure === counted.measure);
    if (!newer) continue;
    const isSame = take.provider === own.take.provider;
    const isOn = isSame || harm === 'missing' || Number(newer.value) > Number(counted.value);
    if (!isOn || newer.value === counted.value) return answer;
    const lines = answer.answer.split('\n').filter((line) => line !== newer.evidence.quote);
    return {
      ...answer,
      answer: [newer.evidence.quote, ...lines].join('\n'),
      evidence: distinct([newer.evidence, ...answer.evidence]),
    };
  }
  return answer;
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
