/** What is measured by a number: its unit, its rate, its bound, and whether it is a change or a state. */
import { PLACES_MAX, type Objection, type Reading } from './reading.ts';
import { isFunctionWord } from './cues.ts';
import type { ProofToken } from './tokens.ts';

type Tokens = readonly ProofToken[];

/** Numbers of the claim that the evidence tells in another unit, rate or bound, or of an age. */
export function amountObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    if (token.value === null) return [];
    const told = placesOf(token.value, evidence.tokens);
    if (told.length === 0 || told.length > PLACES_MAX) return [];
    const wrong = RULES.some((isWrong) => isWrong(tokens, at, evidence.tokens, told));
    return wrong
      ? [{ kind: 'number' as const, words: `${token.norm} ${tokens[at + 1]?.norm ?? ''}` }]
      : [];
  });
}

const placesOf = (value: number, tokens: Tokens): number[] =>
  tokens.flatMap((token, place) => (token.value === value ? [place] : []));

type Rule = (tokens: Tokens, at: number, told: Tokens, places: readonly number[]) => boolean;

const RULES: readonly Rule[] = [
  (tokens, at, told, places) => {
    const unit = unitOf(tokens, at);
    return unit !== null && !places.some((place) => isMeasuredIn(unit, told, place));
  },
  (tokens, at, told, places) =>
    tokens[at]?.sign.includes('-') === true &&
    !places.some((place) => told[place]?.sign.includes('-')),
  (tokens, at, told, places) => {
    const rate = rateOf(tokens, at);
    return rate !== null && !places.some((place) => isRateIn(rate, told, place));
  },
  (tokens, at, told, places) => {
    const bound = boundOf(tokens, at);
    if (bound === null || tokens[at]?.isRounded === true) return false;
    return !places.some((place) => isBoundIn(bound, told, place));
  },
  (tokens, at, told, places) =>
    !isBounded(tokens, at) &&
    places.every((place) => /^(?:over|under)$/.test(boundOf(told, place) ?? '')),
  (tokens, at, told, places) => {
    const change = changeOf(tokens, at);
    const others = places.map((place) => changeOf(told, place));
    return change !== null && !others.includes(change) && !others.includes(null);
  },
  (tokens, at, told, places) => counts(tokens, at) && places.every((place) => isAge(told, place)),
  (tokens, at, told, places) => {
    const head = counts(tokens, at) ? tokens[at + 1] : undefined;
    return head !== undefined && places.every((place) => isPartitive(head, tokens, told, place));
  },
];

/** "A tenth" is 10 percent. */
const isMeasuredIn = (unit: string, told: Tokens, place: number): boolean =>
  unitOf(told, place) === unit || /th$/.test(told[place]?.norm ?? '');

const SIGNS: Readonly<Record<string, string>> = {
  '%': 'percent',
  $: 'dollar',
  '€': 'euro',
  '£': 'pound',
  '¥': 'yen',
};
const MONEY =
  /^(dollar|euro|pound|yen|franc|crown|rupee|peso|yuan|r(?:o?u)ble|won|rand|real|lira|zloty)s?$/;
const JOINTS = /^(?:to|and|or)$/;

/** Percent, points or a currency; null for anything else that is counted. */
function unitOf(tokens: Tokens, at: number, hops = 0): string | null {
  const token = tokens[at];
  if (token && /^(?:quarter|half)$/.test(token.norm)) return 'points';
  const [sign] = Object.keys(SIGNS).filter((each) => token?.sign.includes(each));
  if (sign !== undefined) return SIGNS[sign] ?? null;
  const [next, second] = [1, 2].map((step) => wordAt(tokens, at, step));
  if (next === 'basis' || /^points?$/.test(next ?? '')) return 'points';
  if (next === 'percentage') return /^points?$/.test(second ?? '') ? 'points' : 'percent';
  if (next === 'percent' || next === 'pct' || (next === 'per' && second === 'cent'))
    return 'percent';
  // "4.5 million Australian dollars"
  const money = [next, second].map((word) => MONEY.exec(word ?? '')?.[1]).find(Boolean);
  if (money !== undefined) return money;
  if (hops > 0) return null;
  // "4 to 5 percent", "between $4 and 5 million"
  const hop = JOINTS.test(next ?? '') ? 2 : 1;
  if (typeof tokens[at + hop]?.value === 'number') return unitOf(tokens, at + hop, 1);
  const before = JOINTS.test(wordAt(tokens, at, -1) ?? '') ? at - 2 : at - 1;
  return typeof tokens[before]?.value === 'number' ? unitOf(tokens, before, 1) : null;
}

/** The word some steps away in the same sentence. */
function wordAt(tokens: Tokens, at: number, step: number): string | undefined {
  const token = tokens[at + step];
  return token?.sentence === tokens[at]?.sentence ? token?.norm : undefined;
}

const TIMES = /^(?:hour|day|week|month|year|minute|second|night|season)$/;
const RATE_REACH = 5;
const AWAY = /^(?:ago|earlier|later|before|after|old|long|apart)$/;

/** "a day", "per month" behind a number: the unit of time; null when there is none. */
function rateOf(tokens: Tokens, at: number): string | null {
  for (let step = 1; step <= RATE_REACH; step += 1) {
    const word = wordAt(tokens, at, step);
    if (word === undefined || tokens[at + step]?.clause !== tokens[at]?.clause) return null;
    const next = wordAt(tokens, at, step + 1) ?? '';
    if (!/^(?:a|an|per|each|every)$/.test(word) || !TIMES.test(next)) continue;
    // "a month earlier" is no rate
    return AWAY.test(wordAt(tokens, at, step + 2) ?? '') ? null : next;
  }
  return null;
}

const RATE_WORDS: Readonly<Record<string, RegExp>> = {
  hour: /^hourly$/,
  day: /^daily$/,
  week: /^weekly$/,
  month: /^monthly$/,
  year: /^(?:yearly|annual(?:ly)?)$/,
  night: /^nightly$/,
};

const sentenceAt = (tokens: Tokens, place: number): ProofToken[] =>
  tokens.filter(({ sentence }) => sentence === tokens[place]?.sentence);

function isRateIn(rate: string, told: Tokens, place: number): boolean {
  const sentence = sentenceAt(told, place);
  return sentence.some(
    ({ norm }, at) =>
      RATE_WORDS[rate]?.test(norm) ||
      (norm === rate &&
        /^(?:a|an|per|each|every)$/.test(sentence[at - 1]?.norm ?? '') &&
        !AWAY.test(sentence[at + 1]?.norm ?? '')),
  );
}

type Bound = 'over' | 'under' | 'only';

/** "More than", "up to", "only" before a number; null when it stands as it is. */
function boundOf(tokens: Tokens, at: number): Bound | null {
  const [near, far, farther] = [-1, -2, -3].map((step) => wordAt(tokens, at, step) ?? '');
  if (near === 'than' && /^(?:more|greater|higher|larger)$/.test(far ?? ''))
    return /^(?:no|not)$/.test(farther ?? '') ? 'under' : 'over';
  if (near === 'than' && /^(?:less|fewer|lower|smaller)$/.test(far ?? ''))
    return /^(?:no|not)$/.test(farther ?? '') ? 'over' : 'under';
  // "14 or more", "14 people or more"
  for (const step of [1, 2, 3]) {
    const last = wordAt(tokens, at, step + 1) ?? '';
    if (wordAt(tokens, at, step) !== 'or' || tokens[at + step]?.clause !== tokens[at]?.clause)
      continue;
    if (/^(?:more|over|above)$/.test(last)) return 'over';
    if (/^(?:less|fewer|under)$/.test(last)) return 'under';
  }
  if (far === 'at' && near === 'least') return 'over';
  if ((far === 'at' && near === 'most') || (far === 'up' && near === 'to')) return 'under';
  if (near === 'as' && /^(?:many|much)$/.test(far ?? '')) return 'under';
  if (near === 'nearly' || near === 'almost') return 'under';
  if (near === 'only' || near === 'merely' || near === 'record') return 'only';
  if (near === 'exceeding') return 'over';
  return null;
}

/** Is the number said to be no exact one? */
const isBounded = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.isRounded === true ||
  boundOf(tokens, at) !== null ||
  /^(?:over|above|under|below|about|around|some|roughly|approximately)$/.test(
    wordAt(tokens, at, -1) ?? '',
  );

/** Lets a bound stand where its sentence has one of the kind: it may bear on several numbers. */
function isBoundIn(bound: Bound, told: Tokens, place: number): boolean {
  const sentence = sentenceAt(told, place);
  return sentence.some(
    ({ norm }, at) => boundOf(sentence, at) === bound || BOUND_WORDS[bound].test(norm),
  );
}

const BOUND_WORDS: Readonly<Record<Bound, RegExp>> = {
  over: /^(?:over|above|more|least|exceed\w*|minimum|plus|surpass\w*|top(?:s|ped))$/,
  under:
    /^(?:under|below|less|fewer|most|maximum|nearly|almost|close|many|much|short|limit\w*|cap(?:s|ped)?)$/,
  only: /^(?:only|merely|just|record\w*|alone|mere|sole\w*)$/,
};

const CHANGES =
  /^(?:rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling|increas\w+|decreas\w+|grew|grow|grows|grown|growth|drop\w*|declin\w+|climb\w*|jump\w*|surg\w+|soar\w*|plung\w+|plummet\w*|slump\w*|sank|slid|tumbl\w+|shrank|shrunk|dipped|cuts?|cutting|rais(?:e|es|ed|ing)|lower(?:s|ed|ing)|reduc(?:e|es|ed|ing)|trimm(?:ed|ing)|slash(?:es|ed)|hik(?:e|es|ed))$/;

const CHANGE_REACH = 5;

/** "Rose 4 percent" is a change, "rose to 4 percent" a state; null where neither is sure. */
function changeOf(tokens: Tokens, at: number): 'by' | 'to' | null {
  for (let step = -1; step >= -CHANGE_REACH; step -= 1) {
    const word = wordAt(tokens, at, step) ?? '';
    if (word === 'to') return isChange(tokens, at, step) ? 'to' : null;
    if (word === 'by' || word === 'of') return isChange(tokens, at, step) ? 'by' : null;
    if (CHANGES.test(word)) return 'by';
    if (!isFunctionWord(word) && !/ly$/.test(word)) return null;
  }
  return null;
}

/** Is there a verb of change before "to" or "by", with another amount between at most? */
function isChange(tokens: Tokens, at: number, from: number): boolean {
  for (let step = from - 1; step >= from - 6; step -= 1)
    if (CHANGES.test(wordAt(tokens, at, step) ?? '')) return true;
  return false;
}

/** Does the number count what stands behind it? */
function counts(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  if (!next || next.clause !== tokens[at]?.clause || next.value !== null) return false;
  // "Lionel Prosser, 49 spoke": it still says how old he is
  if (tokens[at - 1]?.capital && tokens[at - 1]?.clause !== tokens[at]?.clause) return false;
  return !isFunctionWord(next.norm) && !/^years?$/.test(next.norm);
}

/** "Tomas Hale, 51, a captain": alone between commas behind a name. */
function isAge(tokens: Tokens, place: number): boolean {
  const { clause, value } = tokens[place] as ProofToken;
  const [before, next] = [tokens[place - 1], tokens[place + 1]];
  if (before?.clause === clause || next?.clause === clause) return false;
  return before?.capital === true && (value ?? 0) < OLDEST;
}

/** "3,200 pages of documents" are no 3,200 documents. */
function isPartitive(head: ProofToken, tokens: Tokens, told: Tokens, place: number): boolean {
  const measure = told[place + 1];
  if (wordAt(told, place, 2) !== 'of' || told[place + 3]?.stem !== head.stem) return false;
  return measure !== undefined && !tokens.some(({ stem }) => stem === measure.stem);
}

const OLDEST = 120;

const NEAR_WORDS = /^(?:about|around|roughly|approximately|some|nearly|almost|over|than|to|under)$/;

/**
 * The claim's tokens with rounded numbers read as what the evidence tells exactly: "about 1.2 million"
 * where that has 1,234,567. Only a number that is said to be rounded, and rightly, is read so.
 */
export function withRounded(tokens: Tokens, evidence: Reading): Tokens {
  return tokens.map((token, at) => {
    const { value } = token;
    if (value === null || value < CUT_MIN || evidence.values.has(value)) return token;
    const word = wordAt(tokens, at, -1) ?? '';
    if (!NEAR_WORDS.test(word)) return token;
    if (value < ROUNDED_MIN) {
      const cut = [...evidence.values].find(
        (each) => each % 1 !== 0 && Math.abs(each - value) < 1 && isOnSide(tokens, at, each),
      );
      return cut === undefined ? token : { ...token, value: cut, isRounded: true };
    }
    const digits = String(value).replace(/\D/g, '').replace(/0+$/, '').length;
    const exact = [...evidence.values].find(
      (each) => Number(each.toPrecision(digits)) === value && isOnSide(tokens, at, each),
    );
    return exact === undefined ? token : { ...token, value: exact, isRounded: true };
  });
}

const ROUNDED_MIN = 20;
/** "More than 5 percent" for 5.4: less than one away, on the side that is told. */
const CUT_MIN = 2;

/** "Nearly" and "more than" say on which side the exact number lies. */
function isOnSide(tokens: Tokens, at: number, exact: number): boolean {
  const value = tokens[at]?.value ?? 0;
  const bound = wordAt(tokens, at, -1) === 'over' ? 'over' : boundOf(tokens, at);
  if (bound === 'over') return exact > value;
  return bound === 'under' ? exact < value : true;
}
