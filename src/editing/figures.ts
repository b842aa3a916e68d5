/** Which figure of a newer card is which of an older one, and how the step between them is told. */
import type { Figure } from '../news/card.ts';
import { contentWords, overlap } from './likeness.ts';

/** Counts that the trade has a name for, told by the words beside the number. */
const TOLLS: readonly (readonly [string, RegExp])[] = [
  ['death toll', /\b(?:kill(?:ed|s|ing)?|d(?:ied|ies|ying|ead|eaths?)|fatalit\w+)\b/iu],
  ['injured', /\b(?:injur\w+|wounded|wounding|hurt)\b/iu],
  ['missing', /\b(?:missing|unaccounted)\b/iu],
  ['homeless', /\b(?:homeless|displac\w+|evacuat\w+)\b/iu],
  ['arrested', /\b(?:arrest\w*|detain\w*)\b/iu],
];

/** Of whom such a count is taken: cattle and ships have no death toll. */
const PEOPLE =
  /^(?:people|persons?|others?|victims|civilians|residents|villagers|passengers|crew|workers|miners|soldiers|troops|police|officers|protesters|students|pupils|children|women|men|patients|tourists|migrants|pilgrims|worshippers|fans|sailors|fishermen|firefighters|inmates|prisoners)$/iu;

/** Words that weaken or bound a number: without them it would say more than the copy does. */
const BOUND =
  /\b(?:at least|at most|no (?:more|fewer|less) than|(?:more|fewer|less) than|as many as|up to|about|around|nearly|almost|some|over|under|roughly)\s+$/iu;
/** words looked at on either side of a number */
const REACH = 6;
/** clauses end here: what stands beyond tells of another number */
const CLAUSE_END = /[,;:]|\b(?:and|while|but|after|before)\b/iu;

type Place = {
  readonly figure: Figure;
  /** `at least 14 people` */
  readonly shown: string;
  /** name of the count, null when the trade has none for it */
  readonly toll: string | null;
  readonly words: ReadonlySet<string>;
  /** the clause before the number */
  readonly left: string;
};

/** A step from one figure to another of the same thing; `before` is null for a figure that is new. */
export type FigureStep = {
  readonly before: Figure | null;
  readonly after: Figure;
  readonly text: string;
};

/** The same number of the same thing; where only one sentence names the count it is that one. */
function isSame(one: Place, other: Place): boolean {
  if (one.figure.value !== other.figure.value || one.figure.unit !== other.figure.unit)
    return false;
  if (one.figure.value === null && one.figure.text !== other.figure.text) return false;
  return one.toll === other.toll || one.toll === null || other.toll === null;
}

/**
 * The figures that changed: each newer one with the older one of the same thing. A figure whose
 * fellow cannot be told for sure is given as new, and told in the words of the copy.
 */
export function figureSteps(before: readonly Figure[], after: readonly Figure[]): FigureStep[] {
  const [earlier, later] = [before.map(placeOf), after.map(placeOf)];
  const old = earlier.filter((place) => !later.some((each) => isSame(place, each)));
  const fresh = later.filter((place) => !earlier.some((each) => isSame(place, each)));
  const pairs = pairUp(old, fresh);
  return fresh.map((place) => {
    const fellow = pairs.get(place) ?? null;
    const text = fellow === null ? newText(place) : stepText(fellow, place);
    return { before: fellow?.figure ?? null, after: place.figure, text };
  });
}

function placeOf(figure: Figure): Place {
  const quote = figure.evidence[0]?.quote ?? figure.text;
  const at = quote.indexOf(figure.text);
  const [left, right] =
    at < 0 ? ['', ''] : [quote.slice(0, at), quote.slice(at + figure.text.length)];
  const bound = BOUND.exec(left.slice(-40))?.[0] ?? '';
  const near = `${lastClause(left)} ${figure.text} ${firstClause(right)}`;
  return {
    figure,
    shown: `${bound.toLowerCase()}${figure.text}`.replace(/\s+/gu, ' ').trim(),
    toll: PEOPLE.test(figure.unit ?? 'people')
      ? (tollIn(figure.text) ?? tollIn(firstClause(right)) ?? tollIn(lastClause(left)))
      : null,
    left: lastClause(left),
    words: new Set(contentWords(near)),
  };
}

const tollIn = (text: string): string | null =>
  TOLLS.find(([, sign]) => sign.test(text))?.[0] ?? null;

function firstClause(text: string): string {
  const end = CLAUSE_END.exec(text)?.index ?? text.length;
  return text.slice(0, end).split(/\s+/u).filter(Boolean).slice(0, REACH).join(' ');
}

function lastClause(text: string): string {
  const words = text.split(/\s+/u).filter(Boolean).slice(-REACH);
  const end = words.findLastIndex((word) => CLAUSE_END.test(word));
  return words.slice(end + 1).join(' ');
}

/** Least likeness of the words around two figures that are said to be of the same thing. */
const ALIKE_MIN = 0.5;

/** Best pairs first; a figure that has two fellows equally like it has none. */
function pairUp(old: readonly Place[], fresh: readonly Place[]): Map<Place, Place> {
  const likely = fresh
    .flatMap((to) => old.map((from) => ({ from, to, likeness: likenessOf(from, to) })))
    .filter(({ likeness }) => likeness >= ALIKE_MIN)
    .sort((one, other) => other.likeness - one.likeness);
  const pairs = new Map<Place, Place>();
  const taken = new Set<Place>();
  for (const { from, to, likeness } of likely) {
    if (pairs.has(to) || taken.has(from)) continue;
    const isRivalled = likely.some(
      (rival) =>
        rival.likeness === likeness &&
        (rival.to === to) !== (rival.from === from) &&
        !taken.has(rival.from) &&
        !pairs.has(rival.to),
    );
    if (isRivalled) continue;
    pairs.set(to, from);
    taken.add(from);
  }
  return pairs;
}

/** 0 to 1; counts with a name are alike by that name, whatever the sentence around them. */
function likenessOf(one: Place, other: Place): number {
  if (one.toll !== other.toll) return 0;
  if (one.toll !== null) return 1 + overlap(one.words, other.words);
  if (one.figure.unit !== other.figure.unit) return 0;
  return overlap(one.words, other.words);
}

const NUMBER =
  /(?:\d[\d.,]*\d|\d)(?:\s(?:hundred|thousand|million|billion|trillion))?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|dozens?|hundreds?|thousands?)\b/iu;

/** `at least 14` of a count whose name says what is counted. */
function countText({ figure, shown }: Place): string {
  const match = NUMBER.exec(shown);
  if (match === null) return shown;
  const written = /\d/u.test(match[0]) ? match[0] : String(figure.value ?? match[0]);
  const bound = BOUND.exec(shown.slice(0, match.index))?.[0] ?? '';
  return `${bound.toLowerCase()}${written}`;
}

function stepText(from: Place, to: Place): string {
  if (to.toll !== null) return `${to.toll} ${countText(from)} to ${countText(to)}`;
  return `${subjectOf(from, to)}${from.shown} to ${to.shown}`;
}

/** `key interest rate `: what both sentences say just before the number, when it is a name of sorts. */
function subjectOf(from: Place, to: Place): string {
  const words = to.left.split(' ').filter((word) => contentWords(word).length > 0);
  const known = new Set(contentWords(from.left));
  const shared = words
    .slice(-3)
    .filter((word) => contentWords(word).every((each) => known.has(each)));
  return shared.length < 2 ? '' : `${shared.join(' ')} `;
}

function newText(place: Place): string {
  return place.toll === null ? `new figure: ${place.shown}` : `${place.toll} ${countText(place)}`;
}
