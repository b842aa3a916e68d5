/** What an amount counts or measures: people, money, shares, lengths, or any noun behind it. */
import type { Token } from '../reading/reading.ts';
import { isTakenForNoun } from '../reading/untagged-verb.ts';
import { amountAt } from './amounts.ts';
import { isTime, tallyAt, type Amount, type Unit } from './tally.ts';

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
  // "a 6.1-magnitude earthquake" is one word
  const isWithin = tokens[amount.from]?.lower.endsWith('-magnitude');
  return before === 'magnitude' || isWithin
    ? { name: 'magnitude', to: amount.to, weight: 3 }
    : null;
}

function isAge(tokens: readonly Token[], amount: Amount, head: Token): boolean {
  if (!/^years?$/.test(head.lower)) return false;
  const after = tokens[amount.to + 1]?.lower ?? '';
  return after === 'old' || after === 'ago' || after === 'earlier' || after === 'later';
}
