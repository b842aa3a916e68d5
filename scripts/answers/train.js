/**
 * Learns what the signs of an answer weigh (src/analysts/offline/questions/signs.ts) from the labelled
 * questions, of which it reads the dev half only: `node scripts/answers/train.js`, from the project's
 * folder. A logistic regression by plain descent: the same questions give the same weights.
 *
 * For each question the best sentence of the right kind is taken, as an answer would. It is right when
 * one of the first three holds an answer; for a question that its story does not tell, never.
 */
import { writeFileSync } from 'node:fs';
import { factsOf } from '../../src/analysts/offline/card.ts';
import { studyOf } from '../../src/analysts/offline/facts/study.ts';
import { inTheWordsOf } from '../../src/analysts/offline/questions/knowing.ts';
import { readQuestion } from '../../src/analysts/offline/questions/question.ts';
import { rank } from '../../src/analysts/offline/questions/rank.ts';
import { SIGNS } from '../../src/analysts/offline/questions/signs.ts';
import { readTake } from '../../src/analysts/offline/reading/read.ts';
import { storiesOf } from '../../tests/analysts/story.ts';
import { questionedIn } from '../../tests/evals/answers/score.ts';
import { askedSets, takesOf } from '../../tests/evals/asked/score.ts';
import { casesOf } from '../../tests/evals/cards/labels.ts';
import { holds } from '../../tests/evals/cards/matching.ts';
import { askedIn, takesByName } from '../../tests/evals/desk/score.ts';

const TARGET = 'src/analysts/offline/questions/sign-weights.ts';
const STEPS = 4000;
const RATE = 0.2;
/** keeps weights small that few questions speak for */
const RIDGE = 5;
/** questions as a desk types them are few, and the nearest to what will be asked */
const DESK_WEIGHT = 2;

const readings = new Map();

function readingOf(story, at) {
  const { current } = story;
  const known = readings.get(current.id);
  if (known) return known;
  const study = studyOf(readTake(current));
  const reading = { story, study, facts: factsOf(study), focused: true, newest: at === 0 };
  readings.set(current.id, reading);
  return reading;
}

/** The signs of the sentence that would be the answer, and whether it is; nothing when there is none. */
function exampleOf(takes, text, answers, weight) {
  const stories = storiesOf(takes).map(readingOf);
  const question = inTheWordsOf(readQuestion(text), text, stories);
  const fitting = rank(question, stories).filter(({ fits }) => fits);
  const [best] = fitting;
  if (!best || question.stems.length === 0) return [];
  const right = fitting
    .slice(0, 3)
    .some(({ sentence }) => answers.some((phrase) => holds(sentence.text, phrase)));
  return [{ signs: SIGNS.map((sign) => best.signs[sign]), right: right ? 1 : 0, weight }];
}

function examples() {
  const takes = takesByName();
  const desk = askedIn('dev').flatMap(({ story, question, answers }) =>
    exampleOf([takes.get(story)], question, answers ?? [], DESK_WEIGHT),
  );
  const others = [...casesOf('dev'), ...questionedIn('dev')].flatMap(({ take, labels }) => [
    ...labels.questions.flatMap(({ question, answers }) => exampleOf([take], question, answers, 1)),
    ...labels.unanswerable.flatMap((question) => exampleOf([take], question, [], 1)),
  ]);
  const events = askedSets('dev').flatMap((set) => [
    ...set.questions.flatMap(({ question, answers }) =>
      exampleOf(takesOf(set), question, answers, DESK_WEIGHT),
    ),
    ...set.unanswerable.flatMap((text) => exampleOf(takesOf(set), text, [], DESK_WEIGHT)),
  ]);
  return [...desk, ...events, ...others];
}

const sigmoid = (sum) => 1 / (1 + Math.exp(-sum));
const dot = (one, other) => one.reduce((sum, value, at) => sum + value * other[at], 0);

/** Means and spreads, so that every sign is learned at the same pace. */
function scaleOf(all) {
  return SIGNS.map((_, at) => {
    const mean = all.reduce((sum, { signs }) => sum + signs[at], 0) / all.length;
    const square = all.reduce((sum, { signs }) => sum + (signs[at] - mean) ** 2, 0) / all.length;
    return { mean, spread: Math.sqrt(square) || 1 };
  });
}

function learn(all) {
  const scale = scaleOf(all);
  const rows = all.map(({ signs, right, weight }) => ({
    signs: signs.map((value, at) => (value - scale[at].mean) / scale[at].spread),
    right,
    weight,
  }));
  const weights = SIGNS.map(() => 0);
  let offset = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight) => RIDGE * weight);
    let lift = 0;
    for (const { signs, right, weight } of rows) {
      const miss = (sigmoid(dot(signs, weights) + offset) - right) * weight;
      lift += miss;
      for (let at = 0; at < slope.length; at += 1) slope[at] += miss * signs[at];
    }
    for (let at = 0; at < weights.length; at += 1) weights[at] -= (RATE * slope[at]) / rows.length;
    offset -= (RATE * lift) / rows.length;
  }
  const plain = weights.map((weight, at) => weight / scale[at].spread);
  return {
    plain,
    offset: offset - plain.reduce((sum, weight, at) => sum + weight * scale[at].mean, 0),
  };
}

const all = examples();
const { plain, offset } = learn(all);
const lines = SIGNS.map((sign, at) => {
  const name = /^\w+$/.test(sign) ? sign : `'${sign}'`;
  return `  ${name}: ${Number(plain[at].toFixed(2))},`;
});
writeFileSync(
  TARGET,
  `/** Made by scripts/answers/train.js from the dev half of the labelled questions. */
export const OFFSET = ${Number(offset.toFixed(2))};

export const SIGN_WEIGHTS = {
${lines.join('\n')}
};
`,
);
process.stdout.write(`${TARGET}: ${all.length} questions\n`);
