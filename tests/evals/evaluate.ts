/**
 * The evaluation: our own labelled stories, the larger sets and the speed, each figure with its target.
 *
 * Our stories come in two halves. `dev` may be read by whoever works on rules and prompts;
 * `--failures` lists what went wrong there. `held-out` was written, then never opened again while
 * anyone tunes: only figures over all of it are ever printed. The targets of our own set are the
 * levels to reach; missing one with the offline analyst fails the run. The larger sets, the speed of
 * this machine and a model's figures are told, and fail nothing.
 */
import type { Analyst } from '../../src/analysts/analyst.ts';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { scoreAnswers } from './answers/score.ts';
import { scoreAsked } from './asked/score.ts';
import { scoreCards } from './cards/score.ts';
import { scoreDesk } from './desk/score.ts';
import { scoreForms } from './forms/score.ts';
import { scoreLargerSets } from './larger-sets.ts';
import { isCeiling, isMet, type Measure } from './measure.ts';
import { scoreProof } from './proof/score.ts';
import { scoreSources } from './sources/score.ts';
import { scoreSpeed } from './speed.ts';
import { scoreSteps } from './steps/score.ts';
import { scoreStorylines } from './storylines/score.ts';
import { scoreSuites } from './suites/score.ts';

export type EvaluationRequest = {
  /** the folder of the larger sets, or null to leave them out */
  readonly dataFolder: string | null;
  /** a model to be scored beside the offline rules, or null */
  readonly model: Analyst | null;
  readonly asJson: boolean;
  /** list what went wrong in the dev half */
  readonly withFailures: boolean;
  readonly write: (text: string) => void;
};

export type Section = {
  /** `dev, offline` */
  readonly set: string;
  /** true when a missed target fails the run */
  readonly binding: boolean;
  readonly measures: readonly Measure[];
  readonly failures: readonly string[];
};

/** Scores and prints. @returns the exit code: 1 when a binding target is missed */
export async function evaluate(request: EvaluationRequest): Promise<number> {
  const { dataFolder, model } = request;
  const offline = createOfflineAnalyst();
  const sections: Section[] = [
    await halfOf('dev', offline, true),
    await halfOf('held-out', offline, true),
    formsOf('dev'),
    formsOf('held-out'),
    storylinesOf('dev'),
    storylinesOf('held-out'),
    suites('proof, own stories edited', scoreProof()),
    suites('suites', await scoreSuites()),
  ];
  if (model)
    sections.push(await halfOf('dev', model, false), await halfOf('held-out', model, false));
  const larger = await scoreLargerSets(dataFolder, offline);
  sections.push(told('larger sets, offline', larger.measures));
  sections.push(told('speed, offline', await scoreSpeed()));
  if (request.asJson) request.write(JSON.stringify(asData(sections, larger.leftOut), null, 2));
  else request.write(report(sections, larger.leftOut, request.withFailures));
  return hasPassed(sections) ? 0 : 1;
}

async function halfOf(
  half: 'dev' | 'held-out',
  analyst: Analyst,
  binding: boolean,
): Promise<Section> {
  const scored = [
    await scoreCards(half, analyst),
    await scoreAnswers(half, analyst),
    await scoreAsked(half, analyst),
    await scoreDesk(half, analyst),
    await scoreSources(half, analyst),
    await scoreSteps(half, analyst),
  ];
  const measures = scored.flatMap((each) => each.measures);
  const failures = scored.flatMap((each) => each.failures);
  return { set: `${half}, ${analyst.name}`, binding, measures, failures };
}

function formsOf(half: 'dev' | 'held-out'): Section {
  return { set: `${half}, forms of words`, binding: true, ...scoreForms(half) };
}

function storylinesOf(half: 'dev' | 'held-out'): Section {
  return { set: `${half}, storylines`, binding: true, ...scoreStorylines(half) };
}

function suites(set: string, measures: readonly Measure[]): Section {
  return { set, binding: true, measures, failures: [] };
}

function told(set: string, measures: readonly Measure[]): Section {
  return { set, binding: false, measures, failures: [] };
}

/** Whether every binding target is met. */
export function hasPassed(sections: readonly Section[]): boolean {
  return sections.every(
    ({ binding, measures }) => !binding || measures.every((each) => isMet(each) !== false),
  );
}

/** The table for a person; its last line says how many measures there are and how many are met. */
export function report(
  sections: readonly Section[],
  leftOut: readonly string[],
  withFailures: boolean,
): string {
  const tables = sections.flatMap(({ set, measures, failures }) =>
    measures.length === 0
      ? []
      : [
          `${set}`,
          ...measures.map(rowOf),
          ...(withFailures ? failures.map((failure) => `    ${failure}`) : []),
          '',
        ],
  );
  const notes = leftOut.map((sentence) => `Left out: ${sentence}`);
  return [...tables, ...notes, totalOf(sections)].join('\n');
}

const WORDS = { true: 'pass', false: 'MISS', null: '' } as const;

function rowOf(measure: Measure): string {
  const { measure: name, value, target } = measure;
  const aim = target === null ? '' : `${isCeiling(measure) ? '<=' : '>='} ${figure(target)}`;
  const verdict = WORDS[`${isMet(measure)}`];
  return `  ${name.padEnd(50)} ${figure(value).padStart(8)}  ${aim.padEnd(9)} ${verdict}`.trimEnd();
}

/** Three places below ten, which holds every share; whole numbers above. */
function figure(value: number): string {
  return Math.abs(value) < 10 ? value.toFixed(3) : String(Math.round(value));
}

function totalOf(sections: readonly Section[]): string {
  const all = sections.flatMap(({ measures }) => measures);
  const aimed = all.filter(({ target }) => target !== null);
  const met = aimed.filter((each) => isMet(each));
  return `${all.length} measures, ${aimed.length} with a target, ${met.length} of them met.`;
}

function asData(sections: readonly Section[], leftOut: readonly string[]) {
  const measures = sections.flatMap(({ set, measures: own }) =>
    own.map((each) => ({
      set,
      measure: each.measure,
      value: each.value,
      target: each.target,
      atMost: isCeiling(each),
      met: isMet(each),
    })),
  );
  const met = measures.filter((each) => each.met).length;
  return { measures, leftOut, total: measures.length, met, passed: hasPassed(sections) };
}
