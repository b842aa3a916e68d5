/** What a take claims: made once for each take, compared whenever an event has several. */
import type { Study } from '../facts/study.ts';
import type { Claim, Told } from './claim.ts';
import { countsOf } from './counts.ts';
import { daysOf, spotsOf } from './days.ts';
import { polesNamed, polesOf } from './outcomes.ts';
import { scoresOf } from './scores.ts';

const MOST = 40;

const known = new WeakMap<Study, Told>();

/** The claims of a take; none for opinion, and for copy in another language. */
export function toldIn(study: Study): Told {
  const told = known.get(study) ?? readTold(study);
  known.set(study, told);
  return told;
}

function readTold(study: Study): Told {
  const stated = new Map<string, (number | string)[]>();
  const note = (measure: string, value: number | string): void => {
    stated.set(measure, [...(stated.get(measure) ?? []), value].slice(0, MOST));
  };
  if (!study.english || study.opinion) return { take: study.take, claims: [], stated, names: [] };
  const counted = [...countsOf(study), ...scoresOf(study)];
  for (const { claim } of counted) note(claim.measure, claim.value);
  for (const { date } of study.dates) if (date !== null) note('date', date);
  for (const { axis, pole } of polesNamed(study.take.text)) note(axis, pole);
  const numbers = counted.filter(({ passing }) => !passing).map(({ claim }) => claim);
  const claims = [
    ...firstOfPlain(numbers, stated),
    ...polesOf(study),
    ...daysOf(study),
    ...spotsOf(study),
  ];
  const names = study.entities
    .filter(({ kind }) => kind !== 'person')
    .map(({ name }) => name.toLowerCase())
    .slice(0, MOST);
  return { take: study.take, claims: claims.slice(0, MOST), stated, names };
}

/**
 * Of the dead and the like the first number is the claim, when no later one is larger: then the first
 * was a part, and which of them is the whole cannot be told.
 */
function firstOfPlain(claims: readonly Claim[], stated: Told['stated']): Claim[] {
  const seen = new Set<string>();
  return claims.filter(({ measure, plain, value }) => {
    if (!plain) return true;
    if (seen.has(measure)) return false;
    seen.add(measure);
    if (typeof value === 'string' || measure.startsWith('magnitude')) return true;
    return (stated.get(measure) ?? []).every((other) => Number(other) <= value);
  });
}
