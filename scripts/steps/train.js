/**
 * Learns what the signs of a step weigh (src/analysts/offline/facts/step-signs.ts) from the labelled stories
 * that may be read: `node scripts/steps/train.js`, from the project's folder. The same stories give the same
 * weights. Before they are written, each eighth of the stories is judged with weights learned from the
 * others, and how that went is told.
 */
import { writeFileSync } from 'node:fs';
import { signsOfStep } from '../../src/analysts/offline/facts/step-signs.ts';
import { inDirectSpeech, wordsOfStep } from '../../src/analysts/offline/facts/step-words.ts';
import { studyOf, unquotedText } from '../../src/analysts/offline/facts/study.ts';
import { readTake } from '../../src/analysts/offline/reading/read.ts';
import { casesOf } from '../../tests/evals/cards/labels.ts';
import { holds } from '../../tests/evals/cards/matching.ts';
import { shortStories, takeOf } from '../../tests/evals/steps/score.ts';

const TARGET = 'src/analysts/offline/facts/step-weights.ts';
const STEPS = 1500;
const RATE = 0.02;
/** keeps weights small that few sentences speak for */
const RIDGE = 2;
const FOLDS = 8;
const SETS = ['dev', 'second-dev', 'third-dev', 'fourth-dev'];

const stories = [
  ...SETS.flatMap((set) => shortStories(set).map((short) => [takeOf(short), short.next])),
  ...casesOf('dev')
    .filter(({ foreign }) => !foreign)
    .map(({ take, labels }) => [take, labels.next ?? []]),
].map(([take, next]) => rowsOf(studyOf(readTake(take)), next));

function rowsOf(study, next) {
  return study.sentences.flatMap((sentence) => {
    if (study.opinion || sentence.quoted || sentence.text.endsWith('?')) return [];
    const words = wordsOfStep(inDirectSpeech(unquotedText(study, sentence)));
    const signs = signsOfStep(study, sentence, words);
    if (signs.length === 0) return [];
    const steps = next.filter(({ phrases }) =>
      phrases.some((phrase) => holds(sentence.text, phrase)),
    );
    return [
      {
        signs,
        isStep: steps.length > 0,
        isFirm: steps.some(({ firm }) => firm),
        text: sentence.text,
      },
    ];
  });
}

const sumOf = (weights, signs) => signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0);
const shareOf = (sum) => 1 / (1 + Math.exp(-sum));

/** Logistic regression by gradient with Adam's steps. */
function learned(rows, isRight) {
  const weights = new Map(rows.flatMap(({ signs }) => signs).map((sign) => [sign, 0]));
  const moments = new Map([...weights.keys()].map((sign) => [sign, [0, 0]]));
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = new Map(
      [...weights].map(([sign, weight]) => [sign, sign === 'any' ? 0 : RIDGE * weight]),
    );
    for (const row of rows) {
      const error = shareOf(sumOf(weights, row.signs)) - (isRight(row) ? 1 : 0);
      for (const sign of row.signs) slope.set(sign, slope.get(sign) + error);
    }
    for (const [sign, value] of slope) {
      const moment = moments.get(sign);
      moment[0] = 0.9 * moment[0] + 0.1 * value;
      moment[1] = 0.99 * moment[1] + 0.01 * value * value;
      const [mean, square] = [moment[0] / (1 - 0.9 ** step), moment[1] / (1 - 0.99 ** step)];
      weights.set(sign, weights.get(sign) - (RATE * mean) / (Math.sqrt(square) + 1e-8));
    }
  }
  return weights;
}

const learn = (rows) => ({
  step: learned(rows, ({ isStep }) => isStep),
  firm: learned(
    rows.filter(({ isStep }) => isStep),
    ({ isFirm }) => isFirm,
  ),
});

const judged = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const { step, firm } = learn(stories.filter((_, at) => at % FOLDS !== fold).flat());
  for (const row of stories.filter((_, at) => at % FOLDS === fold).flat())
    judged.push({
      ...row,
      step: shareOf(sumOf(step, row.signs)),
      firm: shareOf(sumOf(firm, row.signs)),
    });
}
for (const least of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const shown = judged.filter(({ step }) => step >= least);
  const right = shown.filter(({ isStep }) => isStep);
  const all = judged.filter(({ isStep }) => isStep);
  const sure = right.filter(({ firm, isFirm }) => firm >= 0.5 === isFirm);
  console.log(
    `at ${least}: precision ${(right.length / shown.length).toFixed(3)}, recall ${(right.length / all.length).toFixed(3)}, firm or soft as labelled ${(sure.length / right.length).toFixed(3)} (${all.length} of ${judged.length})`,
  );
}

const { step, firm } = learn(stories.flat());
const round = (weight) => Number((weight ?? 0).toFixed(2));
const lines = [...step.keys()]
  .sort()
  .map(
    (sign) =>
      `  ${/^[a-z]+$/i.test(sign) ? sign : `'${sign}'`}: [${round(step.get(sign))}, ${round(firm.get(sign))}],`,
  );
writeFileSync(
  TARGET,
  `/** What each sign of a step weighs, and what it weighs for firm; learned by \`node scripts/steps/train.js\`. */
export const STEP_WEIGHTS: Readonly<Record<string, readonly [step: number, firm: number]>> = {
${lines.join('\n')}
};
`,
);
