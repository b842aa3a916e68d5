/** Numbers with their unit: counts, money, shares and lengths, and what they are compared with. */
import type { Figure } from '../../../news/card.ts';
import type { ReadSentence, Token } from '../reading/reading.ts';
import { amountAt, firstAmount, lastAmount, plainValue } from './amounts.ts';
import { evidenceOf } from './evidence.ts';
import { withMatter } from './figure-words.ts';
import { isOldNews } from './old-news.ts';
import { isQuotedAt, type Study } from './study.ts';
import type { Amount, Unit } from './tally.ts';
import { unitAt } from './units.ts';

const MOST = 8;

type Measured = Figure & { readonly score: number };

/** Figures, those near the top and those that count people or money first; at most eight. */
export function figuresOf(study: Study): Figure[] {
  const found = study.sentences.slice(0, 60).flatMap((sentence) => {
    const figures = figuresIn(study, sentence);
    // "The last quake, in 2009, killed 1,200": that is no toll of this one
    return isOldNews(study, sentence) ? figures.filter(({ unit }) => unit !== 'people') : figures;
  });
  const distinct = found.filter(
    (each, at) =>
      found.findIndex((other) => other.value === each.value && other.unit === each.unit) === at,
  );
  return distinct
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ score: _, ...figure }) => figure);
}

function figuresIn(study: Study, sentence: ReadSentence): Measured[] {
  const { tokens } = sentence;
  const compared = comparisonIn(study, sentence);
  const figures: Measured[] = compared ? [compared.figure] : [];
  for (let at = 0; at < tokens.length; at += 1) {
    const compound = compoundAt(study, sentence, at);
    if (compound) figures.push(compound);
    const amount = amountAt(tokens, at);
    if (!amount) continue;
    at = Math.max(at, amount.to - 1);
    const first = tokens[amount.from];
    if (tokens[amount.from - 1]?.lower === 'no') continue;
    if (!first || isDated(study, sentence, first.start) || isQuotedAt(study, first.start)) continue;
    if (compared?.used.has(amount.from)) continue;
    const figure = figureOf(study, sentence, amount);
    if (figure) figures.push(figure);
  }
  return figures;
}

const COMPOUND =
  /^(\d[\d,]{0,12}(?:\.\d{1,3})?)-(km|kilomet(?:re|er)|met(?:re|er)|mile|hour|day|week|month|year|ton(?:ne)?|megawatt|hectare|acre|seat|member|page|storey|strong)$/;

/** "a 470-kilometre pipeline", "a 94-year history"; an age is none. */
function compoundAt(study: Study, sentence: ReadSentence, at: number): Measured | null {
  const token = sentence.tokens[at];
  const [, figure = '', unit = ''] = COMPOUND.exec(token?.lower ?? '') ?? [];
  const value = plainValue(figure);
  if (!token || value === null || isQuotedAt(study, token.start)) return null;
  return {
    text: token.text,
    value,
    unit: unit === 'strong' ? 'people' : unit,
    evidence: [evidenceOf(study.take, sentence)],
    score: 2 - sentence.index * 0.15,
  };
}

/** Is the number at this place part of a date? */
export function isDated(study: Study, sentence: ReadSentence, at: number): boolean {
  return (study.datesIn[sentence.index] ?? []).some(
    (date) => at >= date.start && at < date.end && !/^within\b/i.test(date.text),
  );
}

function figureOf(study: Study, sentence: ReadSentence, amount: Amount): Measured | null {
  const { tokens } = sentence;
  const unit = unitAt(tokens, amount);
  const first = tokens[amount.from];
  const last = tokens[(unit?.to ?? amount.to) - 1];
  if (!unit || !first || !last || isTrifle(amount, unit)) return null;
  const before = tokens[amount.from - 1];
  const start =
    tokens[unit.from ?? -1]?.start ??
    (unit.name === 'magnitude' && before?.lower === 'magnitude'
      ? before.start
      : casualtyStart(tokens, amount, unit));
  const text = study.take.text.slice(start, last.end);
  const isBare = unit.name === 'percent' || amount.currency !== null;
  const whole = isBare ? withMatter(tokens, { from: amount.from, to: unit.to }) : null;
  const phrase = study.take.text.slice(
    tokens[whole?.from ?? 0]?.start,
    tokens[(whole?.to ?? 0) - 1]?.end,
  );
  return {
    text,
    value: amount.value,
    unit: unit.name,
    ...(whole && phrase !== text ? { phrase } : {}),
    evidence: [evidenceOf(study.take, sentence)],
    score: unit.weight + (amount.value === 1 ? -2 : 0) - sentence.index * 0.15,
  };
}

/** Takes in "injuring more than" when that is what makes the number one of people. */
function casualtyStart(tokens: readonly Token[], amount: Amount, unit: Unit): number {
  const own = tokens[amount.from]?.start ?? 0;
  if (unit.name !== 'people' || unit.to !== amount.to) return own;
  const before = tokens.slice(Math.max(0, amount.from - 4), amount.from);
  return before.find((token) => /^(?:kill|injur|wound|hurt)/.test(token.lower))?.start ?? own;
}

/** "two sides", "one man": too small to be worth a line. */
function isTrifle(amount: Amount, unit: Unit): boolean {
  return amount.value <= 2 && unit.weight < 3 && !LASTING.test(unit.name);
}

const LASTING = /^(?:hours?|days?|weeks?|months?|years?|minutes?|goals?|points?)$/;

const PLANNED = /\b(scheduled|planned|expected|forecast|due|set|budgeted|meant|supposed)\b/i;

/** "had been scheduled for seven hours but ended up continuing for 10": 10 hours (seven had been scheduled). */
function comparisonIn(
  study: Study,
  sentence: ReadSentence,
): { figure: Measured; used: Set<number> } | null {
  const { tokens } = sentence;
  const turn = tokens.findIndex((token) => /^(?:but|instead|though|only)$/.test(token.lower));
  if (turn < 2) return null;
  const plan = PLANNED.exec(
    study.take.text.slice(sentence.start, tokens[turn]?.start ?? sentence.start),
  );
  if (!plan) return null;
  const before = lastAmount(tokens, 0, turn);
  const after = firstAmount(tokens, turn);
  const unit = before ? unitAt(tokens, before) : null;
  const verb = tokens
    .slice(turn, after?.from ?? turn)
    .some((token) => /^(?:VERB|AUX)$/.test(token.pos));
  if (!before || !after || !unit || !verb || before.value === after.value) return null;
  if ([before, after].some((each) => isDated(study, sentence, tokens[each.from]?.start ?? 0)))
    return null;
  const own = unitAt(tokens, after);
  const bare =
    own === null && /^(?:ADP|SCONJ|PUNCT|CCONJ|ADV|DET)$/.test(tokens[after.to]?.pos ?? 'PUNCT');
  if (!bare && own?.name !== unit.name) return null;
  const words = (each: Amount): string =>
    study.take.text.slice(tokens[each.from]?.start, tokens[each.to - 1]?.end);
  const figure = {
    text: `${words(after)} ${unit.name} (${words(before)} had been ${(plan[1] ?? 'planned').toLowerCase()})`,
    value: after.value,
    unit: unit.name,
    evidence: [evidenceOf(study.take, sentence)],
    score: 3.5 - sentence.index * 0.1,
  };
  return { figure, used: new Set([before.from, after.from]) };
}
