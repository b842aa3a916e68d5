/** Numbers with their unit: counts, money, shares and lengths, and what they are compared with. */
import type { Figure } from '../../../news/card.ts';
import { CURRENCIES, SCALES, SHORT_SCALES, SPELLED, TENS } from '../cues/numbers.ts';
import type { ReadSentence, Token } from '../reading/reading.ts';
import { isTakenForNoun } from '../reading/untagged-verb.ts';
import { evidenceOf } from './evidence.ts';
import { isQuotedAt, type Study } from './study.ts';
import { isTime, tallyAt, type Amount, type Unit } from './tally.ts';

const MOST = 8;

type Measured = Figure & { readonly score: number };

/** Figures, those near the top and those that count people or money first; at most eight. */
export function figuresOf(study: Study): Figure[] {
  const found = study.sentences.slice(0, 60).flatMap((sentence) => figuresIn(study, sentence));
  const distinct = found.filter(
    (each, at) =>
      found.findIndex((other) => other.value === each.value && other.unit === each.unit) === at,
  );
  return distinct
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ text, value, unit, evidence }) => ({ text, value, unit, evidence }));
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

/** "7", "1.5 million", "three and a half", "twenty-two thousand", "$3 billion", "half". */
export function amountAt(tokens: readonly Token[], start: number): Amount | null {
  let at = start;
  const currency = CURRENCIES.get(tokens[at]?.text ?? '') ?? null;
  if (currency !== null) at += 1;
  // "$US1.7 billion", "$A2bn": the country behind the sign
  const word = tokens[at]?.lower ?? '';
  const first = plainValue(
    currency === null ? word : word.replace(/^(?:us|a|nz|c|hk|s)(?=\d)/, ''),
  );
  if (first === null) return null;
  let value = first;
  at += 1;
  if (
    tokens[at]?.lower === 'and' &&
    tokens[at + 1]?.lower === 'a' &&
    tokens[at + 2]?.lower === 'half'
  ) {
    value += 0.5;
    at += 3;
  }
  for (
    let scale = SCALES.get(tokens[at]?.lower ?? '');
    scale !== undefined;
    scale = SCALES.get(tokens[at]?.lower ?? '')
  ) {
    value = scaled(value, scale);
    at += 1;
  }
  return { value, from: start, to: at, currency };
}

/** "4.1 billion" is 4100000000, whatever binary fractions make of it. */
function scaled(value: number, scale: number): number {
  return Number((value * scale).toPrecision(15));
}

/** The value of one word or figure, or null: "seven", "1,000", "12.5", "340m". */
export function plainValue(word: string): number | null {
  if (/^\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?$/.test(word)) return Number(word.replaceAll(',', ''));
  if (/^\d{1,12}(?:\.\d{1,6})?$/.test(word)) return Number(word);
  const short = /^(\d{1,9}(?:\.\d{1,3})?)(k|m|mn|bn|tn)$/.exec(word);
  if (short) return scaled(Number(short[1]), SHORT_SCALES.get(short[2] ?? '') ?? 1);
  const spelled = SPELLED.get(word) ?? TENS.get(word);
  if (spelled !== undefined) return spelled;
  const [tens, ones, more] = word.split('-', 3);
  if (more !== undefined || tens === undefined || ones === undefined) return null;
  const high = TENS.get(tens);
  const low = SPELLED.get(ones);
  return high !== undefined && low !== undefined && low < 10 ? high + low : null;
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
    (unit.name === 'magnitude' && before ? before.start : casualtyStart(tokens, amount, unit));
  const text = study.take.text.slice(start, last.end);
  return {
    text,
    value: amount.value,
    unit: unit.name,
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

const PEOPLE =
  /^(?:people|dead|killed|injured|deaths|jobs|workers|passengers|victims|votes|seats|children|employees|soldiers|goals|points|homes|students|residents)$/;
const MONEY =
  /^(?:euros?|dollars?|pounds?|yen|yuan|won|rupees?|rupiah|crowns?|kron(?:a|or|er|e)|francs?|pesos?|roubles?|rubles?|liras?|rand|zlotys?|forints?|reais|reals?|shillings?|naira|cedis?|dirhams?|riyals?|dinars?|baht|ringgit|hryvnias?|lei|riel|tenge|soles|taka|birr|lari|kwacha|kina|dong|leva|pula|drams?|manats?)$/;
const MEASURE =
  /^(?:metres?|meters?|kilometres?|kilometers?|miles?|km|kg|kilograms?|tons?|tonnes?|litres?|gallons?|feet|yards)$/;
const NO_UNIT =
  /^(?:a\.?m\.?|p\.?m\.?|gmt|utc|of|and|or|percent-age|ways?|things?|times|sides?|other|others|more|such)$/;
/** "cubic metres" are no metres. */
const KINDS = /^(?:cubic|square|nautical|metric)$/;
const AFTERWARDS = /^(?:killed|dead|injured|wounded|missing|hurt|arrested)$/;

/** The head noun behind an amount, with its adjectives and with "killed" behind it. */
export function unitAt(tokens: readonly Token[], amount: Amount): Unit | null {
  const next = tokens[amount.to];
  if (next && /^(?:%|percent|pct)$/.test(next.lower))
    return { name: 'percent', to: amount.to + 1, weight: 3 };
  if (next?.lower === 'per' && tokens[amount.to + 1]?.lower === 'cent')
    return { name: 'percent', to: amount.to + 2, weight: 3 };
  const whole = wholeOf(tokens, amount);
  if (whole) return whole;
  const grammar = casualtiesOf(tokens, amount) ?? magnitudeOf(tokens, amount);
  if (grammar) return grammar;
  if (amount.currency !== null) return { name: amount.currency, to: amount.to, weight: 3 };
  const tally = tallyAt(tokens, amount);
  if (tally || isTime(next)) return tally;
  let at = amount.to;
  while (at < amount.to + 3 && /^(?:ADJ|ADV)$/.test(tokens[at]?.pos ?? '')) at += 1;
  let end = at;
  while (end < at + 3 && /^(?:NOUN)$/.test(tokens[end]?.pos ?? '')) end += 1;
  // "63 students abducted": the tagger takes the participle for a noun
  if (end - at > 1 && /ed$/.test(tokens[end - 1]?.lower ?? '')) end -= 1;
  // "the 200 metres gold", "eleven concerts fall through"
  if (end - at > 1 && MEASURE.test(tokens[at]?.lower ?? '')) end = at + 1;
  if (end - at > 1 && isTakenForNoun(tokens, end - 1)) end -= 1;
  // "five victims range in age": the verb behind a plural
  if (end - at > 1 && !isMany(tokens[end - 1]) && isMany(tokens[end - 2])) end -= 1;
  end = pastPair(tokens, end);
  const head = tokens[end - 1];
  const harmed = /^(?:was|were)$/.test(next?.lower ?? '') && tokens[amount.to + 1];
  if (harmed && AFTERWARDS.test(harmed.lower))
    return { name: 'people', to: amount.to + 2, weight: 3.5 };
  if (next && AFTERWARDS.test(next.lower))
    return { name: 'people', to: amount.to + 1, weight: 3.5 };
  if (!head || end === at || NO_UNIT.test(head.lower) || isAge(tokens, amount, head)) return null;
  if (!isCounted(amount, head)) return null;
  const verb = /^(?:was|were|have|has|been|are)$/;
  let to = end;
  while (to < end + 3 && verb.test(tokens[to]?.lower ?? '')) to += 1;
  const killed = AFTERWARDS.test(tokens[to]?.lower ?? '');
  const kind = tokens[end - 2]?.lower ?? '';
  return {
    name: end - 2 >= amount.to && KINDS.test(kind) ? `${kind} ${head.lower}` : head.lower,
    to: killed ? to + 1 : end,
    weight: killed ? 3.5 : PEOPLE.test(head.lower) ? 3 : MONEY.test(head.lower) ? 2.2 : 2,
  };
}

/** Plurals without an "s", and what is measured or counted in the singular. */
const MANY =
  /^(?:people|police|men|women|children|feet|teeth|mice|geese|oxen|dead|crew|staff|personnel|cattle|sheep|fish|deer|salmon|aircraft|spacecraft|hovercraft|offspring|media|data|criteria|bacteria|phenomena|fungi|nuclei|alumni|head|series|species|percent|pct|km|kg|cm|mm|ft|lb|mph|kph|kmh|gw|mw|kw|mwh|gwh|twh|hp|ha|gb|tb|mb|bpd|bps|hectare|acre|barrel|foot|inch|mile|ton|tonne|kilometer|kilometre|meter|metre|gram|kilogram|litre|liter|gallon|degree|horsepower|strong|megawatt|gigawatt|terawatt|points?)$/;

const isMany = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/(?:[^s]s|sses|men|folk)$/.test(token.lower) ||
    MANY.test(token.lower) ||
    MONEY.test(token.lower));

/** More than one of something is told in the plural: "8 show" and "22 left" count nothing. */
function isCounted({ value }: Amount, head: Token): boolean {
  return value <= 1 || isMany(head);
}

/** "four petrochemical and defence affiliates": the plural stands behind the second of two kinds. */
function pastPair(tokens: readonly Token[], end: number): number {
  if (isMany(tokens[end - 1]) || tokens[end]?.lower !== 'and') return end;
  const [kind, head] = [tokens[end + 1], tokens[end + 2]];
  return /^(?:NOUN|ADJ)$/.test(kind?.pos ?? '') && head?.pos === 'NOUN' && isMany(head)
    ? end + 3
    : end;
}

/** "31 of the 81 seats", "13 of the coalition's 53 seats": a part is counted in what the whole is. */
function wholeOf(tokens: readonly Token[], amount: Amount): Unit | null {
  if (tokens[amount.to]?.lower !== 'of' || amount.currency !== null) return null;
  for (let at = amount.to + 1; at < amount.to + 6; at += 1) {
    const whole = amountAt(tokens, at);
    if (whole) return unitAt(tokens, whole);
    if (!/^(?:DET|PRON|NOUN|PROPN|ADJ|PART)$/.test(tokens[at]?.pos ?? '')) return null;
  }
  return null;
}

/** "injuring more than 200": the number counts people although no noun says so. */
function casualtiesOf(tokens: readonly Token[], amount: Amount): Unit | null {
  const next = tokens[amount.to];
  if (next && !/^(?:PUNCT|ADP|CCONJ|SCONJ|ADV)$/.test(next.pos)) return null;
  const before = tokens.slice(Math.max(0, amount.from - 4), amount.from);
  const harm = before.some((token) => /^(?:kill|injur|wound|hurt)(?:ed|ing|s)?$/.test(token.lower));
  return harm ? { name: 'people', to: amount.to, weight: 3 } : null;
}

function magnitudeOf(tokens: readonly Token[], amount: Amount): Unit | null {
  const before = tokens[amount.from - 1]?.lower ?? '';
  return before === 'magnitude' ? { name: 'magnitude', to: amount.to, weight: 3 } : null;
}

/** "two sides", "one man": too small to be worth a line. */
function isTrifle(amount: Amount, unit: Unit): boolean {
  return amount.value <= 2 && unit.weight < 3 && !LASTING.test(unit.name);
}

const LASTING = /^(?:hours?|days?|weeks?|months?|years?|minutes?|goals?|points?)$/;

function isAge(tokens: readonly Token[], amount: Amount, head: Token): boolean {
  if (!/^years?$/.test(head.lower)) return false;
  const after = tokens[amount.to + 1]?.lower ?? '';
  return after === 'old' || after === 'ago' || after === 'earlier' || after === 'later';
}

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

function firstAmount(tokens: readonly Token[], from: number): Amount | null {
  for (let at = from; at < tokens.length; at += 1) {
    const amount = amountAt(tokens, at);
    if (amount) return amount;
  }
  return null;
}

function lastAmount(tokens: readonly Token[], from: number, to: number): Amount | null {
  let found: Amount | null = null;
  for (let at = from; at < to; at += 1) {
    const amount = amountAt(tokens, at);
    if (!amount) continue;
    found = amount;
    at = amount.to - 1;
  }
  return found;
}
