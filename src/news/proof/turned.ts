/**
 * What the copy denies twice, supposes or urges, told as so; and what it tells of one person, told of
 * another whom the same sentence names.
 */
import { deniesByStem, isFunctionWord, isNegator } from './cues.ts';
import { isCalendarWord } from './numbers.ts';
import { isNameIn, PLACES_MAX, type Objection, type Reading } from './reading.ts';
import { isIrregularPast, type ProofToken } from './tokens.ts';

type Tokens = readonly ProofToken[];

const NEGATED_REACH = 3;

/** A verb that denies: "refused", "rule out"; "a ruling" is none. */
const denies = (tokens: Tokens, at: number): boolean => {
  const { stem = '', norm = '' } = tokens[at] ?? {};
  if (stem === 'rul') return tokens[at + 1]?.norm === 'out';
  return deniesByStem(stem) && !/(?:al|ing)$/.test(norm);
};

function isNegatedAt(tokens: Tokens, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - NEGATED_REACH), at)
    .some(({ norm, clause }) => clause === tokens[at]?.clause && isNegator(norm));
}

/** "Ruled out talks" where the copy only has somebody not rule them out, and the reverse. */
export function twiceDeniedObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    if (!denies(tokens, at)) return [];
    const places = (evidence.byStem.get(token.stem) ?? []).filter((place) =>
      denies(evidence.tokens, place),
    );
    const isNot = isNegatedAt(tokens, at);
    const isTurned =
      places.length > 0 && places.every((place) => isNegatedAt(evidence.tokens, place) !== isNot);
    return isTurned ? [{ kind: 'negation', words: token.norm }] : [];
  });
}

const SUPPOSED_REACH = 6;
const SUPPOSING = /^(?:if|unless|provided|should)$/;

/** Told as done: "approved", "have met". */
const isPast = ({ norm }: ProofToken): boolean => /.ed$/.test(norm) || isIrregularPast(norm);

/** Does the word stand as a bare verb behind "if", with no comma between? */
function isSupposed(tokens: Tokens, at: number): boolean {
  const own = tokens[at];
  if (!own || isPast(own)) return false;
  return tokens
    .slice(Math.max(0, at - SUPPOSED_REACH), at)
    .some(({ norm, clause }) => clause === own.clause && SUPPOSING.test(norm));
}

/** "Both parliaments approved it" where the copy only has "if both parliaments approve it". */
export function supposedObjections(tokens: Tokens, evidence: Reading): Objection[] {
  if (tokens.some(({ norm }) => SUPPOSING.test(norm) || norm === 'whether')) return [];
  return tokens.flatMap((token, at): Objection[] => {
    const isDone = isPast(token) && !/^(?:be|to)$/.test(tokens[at - 1]?.norm ?? '');
    const places = evidence.byStem.get(token.stem) ?? [];
    if (!isDone || places.length === 0) return [];
    return places.every((place) => isSupposed(evidence.tokens, place))
      ? [{ kind: 'modality', words: token.norm }]
      : [];
  });
}

const URGED_REACH = 8;
const URGING =
  /^(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)?|ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|press(?:es|ed|ing)?|want(?:s|ed)?|beg(?:s|ged)|pressure[sd]?|appeal(?:s|ed)?|invit(?:es|ed))$/;

/** Is it only what somebody urged another to do? "called on Velk to resign" */
function isUrged(tokens: Tokens, at: number): boolean {
  if (tokens[at - 1]?.norm !== 'to') return false;
  const before = tokens.slice(Math.max(0, at - URGED_REACH), at - 1);
  const cue = before.findLastIndex(
    ({ norm, clause }) => clause === tokens[at]?.clause && URGING.test(norm),
  );
  // "wants to resign" is their own wish
  return (
    cue >= 0 && before.slice(cue + 1).some(({ capital, norm }) => capital || !isFunctionWord(norm))
  );
}

/** "He would resign" where the copy only has others urge him to. */
export function urgedObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    if (!/^(?:will|would)$/.test(tokens[at - 1]?.norm ?? '')) return [];
    const places = evidence.byStem.get(token.stem) ?? [];
    const isOnly = places.length > 0 && places.every((place) => isUrged(evidence.tokens, place));
    return isOnly ? [{ kind: 'modality', words: `${tokens[at - 1]?.norm} ${token.norm}` }] : [];
  });
}

/** Words behind which a sentence turns to somebody else. */
const TURNS = /^(?:but|while|whereas|although|though)$/;

/** The stretch of its sentence that each word stands in, parted where it turns to somebody else. */
function stretchesOf(tokens: Tokens): string[] {
  let stretch = 0;
  return tokens.map(({ norm, opening, sentence }) => {
    if (TURNS.test(norm) && !opening) stretch += 1;
    return `${sentence} ${stretch}`;
  });
}

const isDeed = (token: ProofToken): boolean =>
  !token.capital && !isFunctionWord(token.norm) && (isPast(token) || token.norm === 'guilty');

/** A name that may do or suffer a thing itself: not "Storin's aide", not "an aide of Storin". */
function isDoer(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (!token || !isNameIn(tokens, at) || isCalendarWord(token.norm)) return false;
  const isOwner = token.end - token.start > token.norm.length;
  const before = tokens.slice(Math.max(0, at - 3), at).findLast(({ capital }) => !capital);
  return !isOwner && !/^(?:of|to|for|from|with|by|against|in|at|on)$/.test(before?.norm ?? '');
}

/**
 * "The court acquitted Reiss" where it says "acquitted Storin but found Reiss guilty": the deed stands
 * only beside another name, in the stretch of the sentence that does not name whom the claim names.
 */
export function turnedToObjections(tokens: Tokens, evidence: Reading): Objection[] {
  if (!evidence.tokens.some(({ norm }) => TURNS.test(norm))) return [];
  const own = stretchesOf(tokens);
  const told = stretchesOf(evidence.tokens);
  const names = new Set(tokens.filter((_, at) => isNameIn(tokens, at)).map(({ stem }) => stem));
  return tokens.flatMap((name, at): Objection[] => {
    const places = evidence.byStem.get(name.stem) ?? [];
    if (!isDoer(tokens, at) || places.length === 0 || places.length > PLACES_MAX) return [];
    const named = new Set(places.map((place) => told[place] ?? ''));
    const sentences = new Set(places.map((place) => evidence.tokens[place]?.sentence));
    const isOthers = (place: number): boolean => {
      const stretch = told[place] ?? '';
      if (named.has(stretch) || !sentences.has(evidence.tokens[place]?.sentence)) return false;
      return evidence.tokens.some(
        (each, there) =>
          told[there] === stretch && isNameIn(evidence.tokens, there) && !names.has(each.stem),
      );
    };
    const beside = tokens.filter(
      ({ capital, norm }, there) => own[there] === own[at] && capital && !isFunctionWord(norm),
    );
    // "Storin was acquitted and Reiss found guilty": whose it is stands there, too
    const isOfNamed = (place: number): boolean =>
      beside.some(({ stem }) =>
        evidence.byStem.get(stem)?.some((seat) => told[seat] === told[place]),
      );
    const deed = tokens.find((each, there) => {
      const seats = evidence.byStem.get(each.stem) ?? [];
      if (own[there] !== own[at] || !isDeed(each) || seats.length === 0) return false;
      if (seats.length > PLACES_MAX) return false;
      return seats.every((place) => isOthers(place) && !isOfNamed(place));
    });
    return deed ? [{ kind: 'swap', words: `${name.norm} ${deed.norm}` }] : [];
  });
}

const PART_REACH = 3;

/** Does the number tell of a whole of which only a part is meant: "three of the five suspects"? */
function isWholeOfPart(tokens: Tokens, at: number): boolean {
  const [part, of, the] = [-PART_REACH, -2, -1].map((step) => tokens[at + step]);
  const isPart = typeof part?.value === 'number' && of?.norm === 'of';
  return isPart && /^(?:the|its|their|his|her|these|those)$/.test(the?.norm ?? '');
}

/** "Five suspects were arrested", "all three were": the copy has "three of the five". */
export function wholeForPartObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    if (token.value === null || isWholeOfPart(tokens, at)) return [];
    const places = [...evidence.tokens.keys()].filter(
      (place) => evidence.tokens[place]?.value === token.value,
    );
    if (places.length === 0) return [];
    const isAll = /^(?:all|both)$/.test(tokens[at - 1]?.norm ?? '');
    const isPart = (place: number): boolean => isWholeOfPart(evidence.tokens, place + PART_REACH);
    if (isAll && places.every(isPart)) return [{ kind: 'number', words: `all ${token.norm}` }];
    const told = new Set(tokens.map(({ value }) => value));
    const isWhole = places.every(
      (place) =>
        isWholeOfPart(evidence.tokens, place) &&
        !told.has(evidence.tokens[place - PART_REACH]?.value ?? null),
    );
    const isCounted = tokens[at - 1]?.norm !== 'of' && tokens[at - 1]?.norm !== 'the';
    return isWhole && isCounted ? [{ kind: 'swap', words: token.norm }] : [];
  });
}
