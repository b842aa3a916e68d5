/** Do two claims speak of the same, and do they agree? When in doubt they do not speak of the same. */
import { daysBetween } from '../reading/calendar.ts';
import type { Claim, Told } from './claim.ts';
import { reckonAlike } from './periods.ts';

/** Words that two claims must share, and the share of the poorer one's words. */
const SHARED_LEAST = { number: 3, where: 3, when: 3, outcome: 3 } as const;
const SHARE = { number: 0.6, where: 0.5, when: 0.5, outcome: 0.6 } as const;

/** How much two claims have in common; 0 when they do not speak of the same thing. */
export function likeness(a: Claim, b: Claim): number {
  if (a.about !== b.about || a.measure !== b.measure) return 0;
  if (a.day !== null && b.day !== null && a.day !== b.day) return 0;
  if (areOfOthers(a, b)) return 0;
  if (a.plain) return 1;
  if (a.deed !== b.deed || namesOthers(a.people, b.people)) return 0;
  const shared = sharedWords(a, b).length;
  const fewer = Math.min(a.words.size, b.words.size);
  if (shared < SHARED_LEAST[a.about] || shared / fewer < SHARE[a.about]) return 0;
  return shared / fewer + shared / 100;
}

/** Each with a noun before it that the other lacks: they count or decide different things. */
function areOfOthers(a: Claim, b: Claim): boolean {
  return (
    [...a.nouns].some((noun) => !b.words.has(noun)) &&
    [...b.nouns].some((noun) => !a.words.has(noun))
  );
}

function namesOthers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((name) => b.has(name));
}

/** The keys of words that stand around both claims, in order of the alphabet. */
export function sharedWords(a: Pick<Claim, 'words'>, b: Pick<Claim, 'words'>): string[] {
  return [...a.words].filter((word) => b.words.has(word)).sort();
}

/** Do two claims about the same thing say the same, allowing for rounding? */
export function agrees(a: Claim, b: Claim): boolean {
  if (a.value === b.value) return true;
  if (a.about === 'where') return isWithin(String(a.value), String(b.value));
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return false;
  const loose = a.bound !== 'exact' || b.bound !== 'exact';
  return isRounded(a.value, b.value, loose) || isRounded(b.value, a.value, loose);
}

const ROOT = 4;

/** Two places, one of which names the other more closely, or is its short form. */
function isWithin(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const roots = new Set(a.split(' ').map((word) => word.slice(0, ROOT)));
  return b.split(' ').some((word) => word.length >= ROOT && roots.has(word.slice(0, ROOT)));
}

/** Counts below this are told to the unit: 10 dead and 11 dead are not the same. */
const EXACT_BELOW = 100;
const CLOSE = 0.05;
/** "About 40" may stand for 38. */
const CLOSE_WHEN_LOOSE = 0.1;

/** Is `round` the number `value` with fewer digits? */
function isRounded(round: number, value: number, loose: boolean): boolean {
  const difference = Math.abs(round - value);
  const largest = Math.max(Math.abs(round), Math.abs(value));
  if (!Number.isInteger(value) && Number.isInteger(round) && largest < EXACT_BELOW)
    return Math.round(value) === round;
  if (loose && largest >= 20) return difference <= largest * CLOSE_WHEN_LOOSE;
  if (largest < EXACT_BELOW || difference > largest * CLOSE) return false;
  return digitsOf(round) < digitsOf(value);
}

/** Digits without the zeros at the end: 40,000 has one, 39,870 four, 2.14 million three. */
function digitsOf(value: number): number {
  return value
    .toPrecision(12)
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
}

/** Can the two not both be so? "At least 9" and "11" can. */
export function excludes(a: Claim, b: Claim): boolean {
  if (agrees(a, b) || isNextDay(a, b)) return false;
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return true;
  return isOutside(a, b.value, b.bound) && isOutside(b, a.value, a.bound);
}

/** A day that is past may be the next one already where the other source is. */
function isNextDay({ about, measure, value }: Claim, other: Claim): boolean {
  if (about !== 'when' || !measure.endsWith('behind')) return false;
  return Math.abs(daysBetween(String(value), String(other.value))) <= 1;
}

function isOutside({ bound, value }: Claim, other: number, otherBound: Claim['bound']): boolean {
  const own = Number(value);
  if (bound === 'least') return other < own && otherBound !== 'least';
  if (bound === 'most') return other > own && otherBound !== 'most';
  return true;
}

/**
 * May the difference be told as one? Not when a take states the other's value too, in whatever part
 * of it: then it knows of it, as an older figure, a part, or another's word.
 */
export function isOpenConflict(a: Claim, b: Claim, aTold: Told, bTold: Told): boolean {
  if (!excludes(a, b) || knowsOf(aTold, b, a) || knowsOf(bTold, a, b)) return false;
  if (isExplained(a, b, aTold, bTold) || nameOthers(a, b, aTold, bTold)) return false;
  const isReckoned = a.about === 'number' ? !a.plain : a.measure === 'direction';
  if (isReckoned && !reckonAlike(a.evidence.quote, b.evidence.quote)) return false;
  return a.about !== 'where' || areSiblings(a, b, aTold, bTold);
}

function knowsOf(told: Told, other: Claim, own: Claim): boolean {
  const { about, measure, value } = other;
  if (about === 'where') return namesPlace(told.take, String(value));
  if (about === 'when') return (told.stated.get('date') ?? []).includes(value);
  const stated = told.stated.get(measure) ?? [];
  if (stated.includes(value)) return true;
  if (about !== 'number' || typeof value !== 'number') return false;
  // 9 there and 2 in hospital are 11; of 5, 2 are the other side's
  const numbers = [...told.stated].flatMap(([name, values]) =>
    familyOf(name) === familyOf(measure) ? values.map(Number) : [],
  );
  if (numbers.some((one, at) => numbers.some((two, place) => place > at && one + two === value)))
    return true;
  const rest = Number(own.value) - value;
  if (rest > 0 && numbers.includes(rest)) return true;
  const elsewhere = other.site !== null && own.site !== null && other.site !== own.site;
  return elsewhere && namesPlace(told.take, other.site);
}

/** "dead soldier" counts among the dead. */
const familyOf = (measure: string): string => measure.split(' ', 1)[0] ?? measure;

/** Counts that go on changing while news comes in. */
const RUNNING = /^(?:crowd|dead|injured|missing|arrested|evacuated|rescued)\b/;
const UPDATE_MS = 4 * 3_600_000;
/** Counts of several happenings, where the other source may tell of one. */
const SEVERAL =
  /\b(?:two|three|four|five|six|several|twin|both|separate|multiple|series of|string of|wave of) (?:\w{1,20} )?(?:villages|towns|cities|provinces|districts|states|attacks|blasts|bombings|raids|strikes|incidents|clashes|countries|regions|explosions|shootings|days)\b|\bnationwide\b|\bacross the country\b/i;
/** The one who did it is counted by some and not by others. */
const WITH_THE_DOER =
  /\b(?:including|among them|plus|as well as|along with) (?:the |an? )?(?:suspected |alleged )?(?:gunm[ae]n|attackers?|bombers?|shooters?|assailants?|suspects?|drivers?|pilots?|killers?|hijackers?)\b|\bon (?:himself|herself|themselves)\b|\b(?:shot|killed|blew up) (?:himself|herself|themselves)\b/i;
const MOST_DOERS = 3;

/** Is there a reason for two counts to differ other than that one of them is wrong? */
function isExplained(a: Claim, b: Claim, aTold: Told, bTold: Told): boolean {
  if (!RUNNING.test(a.measure)) return false;
  const [one, two] = [Number(a.value), Number(b.value)];
  if (SEVERAL.test(a.evidence.quote) !== SEVERAL.test(b.evidence.quote)) return true;
  const texts = [aTold.take.text, bTold.take.text];
  if (Math.abs(one - two) <= MOST_DOERS && texts.some((text) => WITH_THE_DOER.test(text)))
    return true;
  const later = Date.parse(aTold.take.sentAt ?? '') - Date.parse(bTold.take.sentAt ?? '');
  if (Number.isNaN(later) || Math.abs(later) < UPDATE_MS) return false;
  return a.measure.startsWith('missing') || later > 0 === one > two;
}

/**
 * Two towns of one country exclude each other; a town and the country it lies in do not. That they
 * are of one kind shows in a third place that both takes name.
 */
function areSiblings(a: Claim, b: Claim, aTold: Told, bTold: Told): boolean {
  const own = [String(a.value), String(b.value)];
  return aTold.names.some(
    (place) =>
      !own.some((each) => each.includes(place) || place.includes(each)) &&
      namesPlace(bTold.take, place),
  );
}

const NAME = /(?<=[\p{L}\p{N},;] )\p{Lu}\p{L}{3,30}/gu;
const DAY_OR_MONTH =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/;

/**
 * Do the sentences name others, whom the other copy does not name at all? Then they tell of two
 * towns, teams or firms, put together by mistake, and two such do not contradict each other.
 */
function nameOthers(a: Claim, b: Claim, aTold: Told, bTold: Told): boolean {
  const [own, other] = [namesIn(a.evidence.quote), namesIn(b.evidence.quote)];
  if (own.length === 0 || other.length === 0) return false;
  return (
    !own.some((name) => namesPlace(bTold.take, name)) &&
    !other.some((name) => namesPlace(aTold.take, name))
  );
}

/** Names in a sentence, in lower case, but for the word that opens it. */
function namesIn(sentence: string): string[] {
  const names = sentence.match(NAME) ?? [];
  return names.filter((name) => !DAY_OR_MONTH.test(name)).map((name) => name.toLowerCase());
}

/** Does the copy name the place, or what is said of it: "Orvanian" for "Orvania"? */
function namesPlace({ text, headline, dateline }: Told['take'], place: string): boolean {
  const root = place.length > 5 ? place.slice(0, place.length - 2) : place;
  const where = `${headline ?? ''} ${dateline?.place ?? ''} ${dateline?.region ?? ''} ${text}`;
  return where.toLowerCase().includes(root);
}
