/**
 * Learns what the signs of an answer weigh (src/analysts/offline/questions/signs.ts) from the labelled
 * questions, the held-out half left alone: `node scripts/answers/train.js`, from the project's
 * folder. The same questions give the same weights.
 *
 * Questions are asked of their own story and, where they name something, of all stories of their set. For
 * each all sentences stand against one another and against "not told": the weights make what is
 * right most likely. Before they are written, each eighth of the stories is answered
 * with weights learned from the others, and how that went is told: what to go by when signs are changed.
 */
import { writeFileSync } from 'node:fs';
import { answerQuestion } from '../../src/answering/answering.ts';
import { FilingDesk } from '../../src/filing/filing.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { factsOf } from '../../src/analysts/offline/card.ts';
import { studyOf } from '../../src/analysts/offline/facts/study.ts';
import { inTheWordsOf } from '../../src/analysts/offline/questions/knowing.ts';
import { readQuestion } from '../../src/analysts/offline/questions/question.ts';
import { rank, sentAtOf } from '../../src/analysts/offline/questions/rank.ts';
import { SIGNS } from '../../src/analysts/offline/questions/signs.ts';
import { readTake } from '../../src/analysts/offline/reading/read.ts';
import { storiesOf } from '../../tests/analysts/story.ts';
import { questionedIn } from '../../tests/evals/answers/score.ts';
import { askedSets, takesOf } from '../../tests/evals/asked/score.ts';
import { casesOf } from '../../tests/evals/cards/labels.ts';
import { holds } from '../../tests/evals/cards/matching.ts';
import { askedIn, takesByName } from '../../tests/evals/desk/score.ts';

const TARGET = 'src/analysts/offline/questions/sign-weights.ts';
const STEPS = 400;
const RATE = 0.05;
/** keeps weights small that few questions speak for */
const RIDGE = 10;
const FOLDS = 8;
/** the least sum of a sentence that is shown, as `SURE` in answer.ts has it */
const LEAST = Math.log(0.45 / 0.55);
/** how many sentences are shown, and how much smaller the sum of a further one may be (`NEARLY` there) */
const SHOWN_MAX = 3;
const FURTHER = Math.log(0.05);
/** of longer stories the likeliest sentences are learned from */
const SENTENCES_MAX = 60;
/** what a question weighs that is asked of all stories: it is asked of its own as well */
const OF_ALL_WEIGHT = 0.3;
/** sets of the desk that are learned from; what is set aside is none of them */
const DESK_SETS = ['dev', 'hurried', 'rushed'];
/** half of their questions are made to tempt, which is more than people ask */
const TEMPTING_SETS = new Set(['hurried', 'rushed']);
const TEMPTING_WEIGHT = 0.5;
/** asked in a few words, without capitals or marks */
const HASTY_SETS = new Set(['dev', 'hurried', 'rushed', 'readers', 'trades']);
/** after all stories */
const ASKED_AT = '2034-01-01T12:00:00Z';

const readings = new Map();

function readingOf(story, at) {
  const { current } = story;
  const known = readings.get(current.id) ?? studyOf(readTake(current));
  readings.set(current.id, known);
  return { story, study: known, facts: factsOf(known), focused: true, newest: at === 0 };
}

function exampleOf(set, name, takes, text, answers) {
  const weight = TEMPTING_SETS.has(set) ? TEMPTING_WEIGHT : 1;
  return exampleIn(set, name, storiesOf(takes).map(readingOf), text, answers, weight);
}

/** The signs of all sentences that may be shown, and which of them are right; nothing for a question without a word. */
function exampleIn(set, name, stories, text, answers, weight) {
  const question = inTheWordsOf(readQuestion(text), text, stories);
  if (question.stems.length === 0) return [];
  const rows = rank(question, stories)
    .filter(({ isVain, isOtherwise }) => !isVain && !isOtherwise)
    .slice(0, SENTENCES_MAX)
    .map(({ signs, sentence }) => ({
      signs: SIGNS.map((sign) => signs[sign]),
      right: answers.some((phrase) => holds(sentence.text, phrase)),
    }));
  return [{ set, name, text, rows, isTold: answers.length > 0, weight }];
}

const namesSomething = (question) => /\s\p{Lu}/u.test(question);

/** Questions that name something, asked of all stories as a reader asks: the store recalls some. */
async function examplesOfAll(set, takes, asked) {
  const store = createMemoryStore();
  const desk = new FilingDesk();
  await store.transact(async (records) => {
    for (const take of takes) {
      const receivedAt = new Date(take.sentAt ?? ASKED_AT).toISOString();
      await desk.file(records, [{ take, circumstances: { receivedAt, background: false } }]);
    }
  });
  let recalled = [];
  const analyst = {
    answer: ({ stories }) => {
      recalled = stories;
      return Promise.resolve({ answer: '', abstained: true, evidence: [], stories: [] });
    },
  };
  const found = [];
  for (const { name, question, answers } of asked) {
    await answerQuestion({ store, analyst }, question, [], ASKED_AT);
    const newest = Math.max(...recalled.map(sentAtOf));
    const stories = recalled.map((story) => ({
      ...readingOf(story, 1),
      focused: false,
      newest: sentAtOf(story) === newest,
    }));
    found.push(...exampleIn(`${set} of all`, name, stories, question, answers, OF_ALL_WEIGHT));
  }
  await store.close();
  return found;
}

const cardSets = () => ({
  cards: casesOf('dev'),
  answers: questionedIn('dev'),
  trades: questionedIn('trades'),
  readers: questionedIn('readers'),
});

async function examplesOfSets() {
  const { cards, ...others } = cardSets();
  const sets = { cards, answers: Object.values(others).flat() };
  const all = Object.entries(sets).map(([set, cases]) => {
    const asked = cases.flatMap(({ name, labels }) =>
      labels.questions
        .filter(({ question }) => namesSomething(question))
        .map((each) => ({ name, ...each })),
    );
    return examplesOfAll(
      set,
      cases.map(({ take }) => take),
      asked,
    );
  });
  const desk = DESK_SETS.map((set) => {
    const starred = askedIn(set).filter(({ ofAll }) => ofAll);
    const asked = starred.map(({ story, question, answers: told }) => {
      return { name: story, question, answers: told ?? [] };
    });
    return examplesOfAll(set, [...takesByName(set).values()], asked);
  });
  return (await Promise.all([...all, ...desk])).flat();
}

function examples() {
  const desk = DESK_SETS.flatMap((set) => {
    const takes = takesByName(set);
    return askedIn(set).flatMap(({ story, question, answers }) =>
      exampleOf(set, story, [takes.get(story)], question, answers ?? []),
    );
  });
  const others = Object.entries(cardSets()).flatMap(([set, cases]) =>
    cases.flatMap(({ name, take, labels }) => [
      ...labels.questions.flatMap(({ question, answers }) =>
        exampleOf(set, name, [take], question, answers),
      ),
      ...labels.unanswerable.flatMap((question) => exampleOf(set, name, [take], question, [])),
    ]),
  );
  const events = ['dev', 'trades'].flatMap((half) =>
    askedSets(half).flatMap((set) => [
      ...set.questions.flatMap(({ question, answers }) =>
        exampleOf('asked', set.name, takesOf(set), question, answers),
      ),
      ...set.unanswerable.flatMap((text) => exampleOf('asked', set.name, takesOf(set), text, [])),
    ]),
  );
  return [...desk, ...events, ...others];
}

function dot(one, other) {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at] * other[at];
  return sum;
}

/** Means and spreads, so that every sign is learned at the same pace. */
function scaleOf(all) {
  const rows = all.flatMap((each) => each.rows);
  return SIGNS.map((_, at) => {
    const mean = rows.reduce((sum, { signs }) => sum + signs[at], 0) / rows.length;
    const square = rows.reduce((sum, { signs }) => sum + (signs[at] - mean) ** 2, 0) / rows.length;
    return { mean, spread: Math.sqrt(square) || 1 };
  });
}

/** The signs on one scale, with a last one that is always there: how likely any sentence is an answer. */
function scaled(all, scale) {
  return all.map((example) => ({
    ...example,
    rows: example.rows.map(({ signs, right }) => ({
      signs: Float64Array.from([
        ...signs.map((value, at) => (value - scale[at].mean) / scale[at].spread),
        1,
      ]),
      right,
    })),
  }));
}

/** Adds the slope of one question: likelihoods of its sentences less what they should be. */
function addSlope(slope, { rows, weight }, weights) {
  const sums = rows.map(({ signs }) => dot(signs, weights));
  const most = Math.max(0, ...sums);
  const parts = sums.map((sum) => Math.exp(sum - most));
  const whole = parts.reduce((sum, part) => sum + part, Math.exp(-most));
  const right = parts.reduce((sum, part, at) => sum + (rows[at].right ? part : 0), 0);
  for (const [at, { signs, right: isRight }] of rows.entries()) {
    const miss = parts[at] / whole - (isRight ? parts[at] / right : 0);
    for (let sign = 0; sign < slope.length; sign += 1) slope[sign] += weight * miss * signs[sign];
  }
}

/** Adam's descent, all questions at each step. */
function learn(all) {
  const [weights, means, squares, slope] = Array.from(
    { length: 4 },
    () => new Float64Array(SIGNS.length + 1),
  );
  for (let step = 1; step <= STEPS; step += 1) {
    for (let at = 0; at < SIGNS.length; at += 1) slope[at] = RIDGE * weights[at];
    slope[SIGNS.length] = 0;
    for (const example of all) addSlope(slope, example, weights);
    for (let at = 0; at < weights.length; at += 1) {
      means[at] = 0.9 * means[at] + 0.1 * slope[at];
      squares[at] = 0.999 * squares[at] + 0.001 * slope[at] ** 2;
      const mean = means[at] / (1 - 0.9 ** step);
      weights[at] -= (RATE * mean) / (Math.sqrt(squares[at] / (1 - 0.999 ** step)) + 1e-9);
    }
  }
  return weights;
}

/** Whether the first sentence, or one of the first three, is right, and whether what is not told is refused. */
function judged(all, weights) {
  return all.map(({ set, rows, isTold }) => {
    const told = rows
      .map(({ signs, right }) => ({ sum: dot(signs, weights), right }))
      .sort((one, other) => other.sum - one.sum);
    const [best] = told;
    const isAnswered = best !== undefined && best.sum >= LEAST;
    const shown = told.slice(0, SHOWN_MAX).filter(({ sum }) => sum >= best.sum + FURTHER);
    return {
      set,
      isTold,
      isAnswered,
      isRight: isTold ? isAnswered && best.right : !isAnswered,
      isShown: isAnswered && shown.some(({ right }) => right),
      sum: best?.sum ?? -Infinity,
      isFound: isTold && shown.some(({ right }) => right),
    };
  });
}

/** How much of what can be found is kept when what is not told is refused as told beside it. */
const KEPT = 0.95;

/**
 * How well the sums part questions whose answer is found from those that nothing answers, whatever the
 * least sum is: how often one of the former has the greater, and how many of the latter are refused where
 * nineteen in twenty of the former are kept.
 */
function partedBy(told, untold) {
  const found = told.filter(({ isFound }) => isFound).map(({ sum }) => sum);
  const tempting = untold.map(({ sum }) => sum);
  if (found.length === 0 || tempting.length === 0) return '';
  const wins = found.reduce((all, sum) => {
    const beaten = tempting.filter((other) => other < sum).length;
    return all + beaten + tempting.filter((other) => other === sum).length / 2;
  }, 0);
  const area = wins / (found.length * tempting.length);
  const least = found.toSorted((one, other) => one - other)[Math.floor(found.length * (1 - KEPT))];
  const refused = tempting.filter((sum) => sum < least).length / tempting.length;
  return `, parted ${area.toFixed(3)}, refused with 95 % kept ${refused.toFixed(3)}`;
}

/** How each set goes whose stories were left out: the shares right, wrong though told, and refused. */
function leftOut(all) {
  const names = [...new Set(all.map(({ name }) => name))].sort();
  const foldOf = new Map(names.map((name, at) => [name, at % FOLDS]));
  const verdicts = Array.from({ length: FOLDS }, (_, fold) => {
    const others = all.filter(({ name, rows }) => foldOf.get(name) !== fold && rows.length > 0);
    return judged(
      all.filter(({ name }) => foldOf.get(name) === fold),
      learn(others),
    );
  }).flat();
  const share = (some, is) => (some.filter(is).length / some.length).toFixed(3);
  const shareIn = (some) => `${share(some, ({ isRight }) => isRight)} of ${some.length}`;
  const bySet = Map.groupBy(verdicts, ({ set }) => set);
  const hasty = verdicts.filter(({ set }) => HASTY_SETS.has(set));
  const lines = [...bySet, ['asked in haste', hasty], ['all', verdicts]].map(([set, some]) => {
    const [told, untold] = [true, false].map((isTold) =>
      some.filter((each) => each.isTold === isTold),
    );
    const wrong = told.filter(({ isAnswered, isRight }) => isAnswered && !isRight).length;
    const parted = partedBy(told, untold);
    return `left out, ${set}: first sentence right ${shareIn(told)}, one of three ${share(told, ({ isShown }) => isShown)}, wrong ${wrong}, refused ${shareIn(untold)}${parted}`;
  });
  return lines.join('\n');
}

const given = [...examples(), ...(await examplesOfSets())];
const scale = scaleOf(given);
const all = scaled(given, scale);
process.stdout.write(`${leftOut(all)}\n`);
const learned = learn(all.filter(({ rows }) => rows.length > 0));
const plain = SIGNS.map((_, at) => learned[at] / scale[at].spread);
const offset = plain.reduce(
  (sum, weight, at) => sum - weight * scale[at].mean,
  learned[SIGNS.length],
);
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
