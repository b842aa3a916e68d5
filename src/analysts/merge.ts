/**
 * Facts of several stories as one list: the same fact once, with the evidence of each story and the
 * number of independent sources that tell it. Pure, and the same for every analyst.
 */
import type { Card, Evidence, Proven, Section } from '../news/card.ts';
import { isFunctionWord, isNegator, moodOf } from '../news/proof/cues.ts';
import { rivalriesOf } from '../news/proof/rivals.ts';
import { proofTokens } from '../news/proof/tokens.ts';
import { sourcesOf } from '../news/reuse.ts';
import type { Take } from '../news/take.ts';

const MOST_EVIDENCE = 8;
/** Share of the telling words of the shorter sentence that the other must hold to tell the same. */
const SHARE = 0.6;
const SHARED_LEAST = 4;
const FIGURE_SHARED_LEAST = 2;

/** The independent source of each take, by the take's id. */
export type SourceOf = ReadonlyMap<string, number>;

/** Which independent source each take of an event belongs to. */
export function sourceOfTakes(takes: readonly Take[]): SourceOf {
  return new Map(
    sourcesOf(takes).flatMap((places, source) =>
      places.flatMap((place) => {
        const take = takes[place];
        return take ? [[take.id, source] as const] : [];
      }),
    ),
  );
}

/** A section whose lines can be the same fact. */
export type MergedSection = Exclude<Section, 'summary'>;
type Line<Name extends MergedSection> = Card[Name][number];

/**
 * The lines of a section, each fact once: those of more sources first, then those of newer copy.
 * @param lists lines by story, newest copy first
 */
export function mergedLines<Name extends MergedSection>(
  section: Name,
  lists: readonly (readonly Line<Name>[])[],
  sourceOf: SourceOf,
): Line<Name>[] {
  const merged: Merged<Name>[] = [];
  for (const lines of lists) {
    // two lines of one story stay two: it told them apart
    const known = merged.slice();
    for (const line of lines) {
      const signs = signsOf(section, line);
      const same = known.find((each) => isSame(each.signs, signs));
      if (same) same.lines.push(line);
      else if (!known.some((each) => isOutdated(line, signs, each, sourceOf)))
        merged.push({ signs, lines: [line] });
    }
  }
  return merged
    .map(({ lines }) => joined(lines, sourceOf))
    .sort((a, b) => (b.sources ?? 1) - (a.sources ?? 1));
}

/** The lines with the evidence of those of `others` that tell the same fact; no line is added. */
export function supportedLines<Name extends MergedSection>(
  section: Name,
  lines: readonly Line<Name>[],
  others: readonly Line<Name>[],
  sourceOf: SourceOf,
): Line<Name>[] {
  const signed = others.map((line) => ({ line, signs: signsOf(section, line) }));
  return lines.map((line) => {
    const own = signsOf(section, line);
    const same = signed.filter(({ signs }) => isSame(own, signs));
    return joined([line, ...same.map((each) => each.line)], sourceOf);
  });
}

type Merged<Name extends MergedSection> = { readonly signs: Signs; readonly lines: Line<Name>[] };

/**
 * Is it a newer line's sentence with its old figure, in a copy of the same agency's text? A site that
 * has not yet taken over "11 dead" for "9 dead" does not differ: it is late.
 */
function isOutdated<Name extends MergedSection>(
  line: Line<Name>,
  signs: Signs,
  newer: Merged<Name>,
  sourceOf: SourceOf,
): boolean {
  const origin = ({ evidence }: Line<Name>): number | undefined =>
    sourceOf.get(evidence[0]?.take ?? '');
  const own = origin(line);
  if (own === undefined || !newer.lines.some((each) => origin(each) === own)) return false;
  const { signs: theirs } = newer;
  if (signs.kind === 'key' || theirs.kind !== signs.kind || signs.key === theirs.key) return false;
  if (signs.kind === 'figure' && countedIn(signs.key) !== countedIn(theirs.key)) return false;
  const [old, now] = [signs.told, theirs.told];
  const most = Math.max(old.stems.size, now.stems.size);
  const isAlike = sharedStems(old, now) >= Math.max(SHARED_LEAST, most * ALIKE_SHARE);
  return isAlike && old.values !== now.values && old.turn === now.turn;
}

/** Share of the telling words of the longer sentence that make another the same one. */
const ALIKE_SHARE = 0.8;

/** What a figure counts, without how many. */
const countedIn = (key: string): string => key.slice(key.indexOf('|'));

/** The first line, with what the others prove and what it leaves out. */
function joined<One extends Proven>(lines: readonly One[], sourceOf: SourceOf): One {
  const [first, ...others] = lines as readonly [One, ...One[]];
  const evidence = distinct(lines.flatMap((line) => [...line.evidence]));
  const sources = new Set(evidence.map(({ take }) => sourceOf.get(take) ?? take)).size;
  const stated = Object.fromEntries(Object.entries(first).filter(([, value]) => value !== null));
  const whole: One = Object.assign({}, first, ...others.toReversed(), stated, {
    evidence: evidence.slice(0, MOST_EVIDENCE),
  });
  const most = Math.max(sources, ...lines.map((line) => line.sources ?? 1));
  return most > 1 ? { ...whole, sources: most } : whole;
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [
    ...new Map(
      evidence.map((each) => [`${each.take} ${each.start} ${each.end}`, each] as const),
    ).values(),
  ];
}

/** What a line is known by: a key that must be the same, or a sentence to be compared. */
type Signs =
  | { readonly kind: 'key'; readonly key: string; readonly endsAlike: boolean }
  | {
      readonly kind: 'figure';
      readonly key: string;
      readonly told: Sense;
      /** it counts the dead, the injured: the words around need not be alike */
      readonly harm: boolean;
    }
  | { readonly kind: 'sentence'; readonly key: string; readonly told: Sense };
type Sense = {
  readonly stems: ReadonlySet<string>;
  readonly values: string;
  /** denied, ahead, possible: two sentences that differ in it tell different facts */
  readonly turn: string;
};

function signsOf<Name extends MergedSection>(section: Name, line: Line<Name>): Signs {
  const key = (text: string, endsAlike = false): Signs => ({ kind: 'key', key: text, endsAlike });
  if ('name' in line) return key(plain(line.name), true);
  if ('place' in line && !('firm' in line)) return key(plain(line.place).split(' in ')[0] ?? '');
  if ('firm' in line) {
    const date = line.when?.date ?? null;
    return sentence(date === null ? line.text : `${date} ${line.place ?? ''}`, line.text);
  }
  if ('value' in line) {
    const counted = `${line.value ?? plain(line.text)}|${line.unit ?? ''}`;
    const harm = HARMS.find((each) => each.test(line.text))?.source ?? '';
    const told = senseOf(line.evidence[0]?.quote ?? line.text);
    return { kind: 'figure', key: `${counted}|${harm}`, told, harm: harm !== '' };
  }
  if (section === 'when' && 'date' in line) return key(line.date ?? plain(line.text));
  if (section === 'quotes') return key(plain(line.text).split(' ').slice(0, 40).join(' '), true);
  return sentence(line.text, line.text);
}

/** Numbers of people are the same fact only when the same befell them. */
const HARMS = [/kill|dead|death|died/i, /injur|wound|hurt/i, /missing/i, /arrest|detain/i];

function sentence(key: string, text: string): Signs {
  return { kind: 'sentence', key: plain(key), told: senseOf(text) };
}

function senseOf(text: string): Sense {
  const tokens = proofTokens(text);
  const telling = tokens.filter(({ norm, value }) => value === null && !isFunctionWord(norm));
  return {
    stems: new Set(telling.map(({ stem }) => stem)),
    values: tokens
      .flatMap(({ value }) => value ?? [])
      .sort((a, b) => a - b)
      .join(' '),
    turn: [
      tokens.some(({ norm }) => isNegator(norm)) ? 'not' : '',
      ...new Set(tokens.map(({ norm }) => moodOf(norm) ?? '')),
    ]
      .sort()
      .join(' '),
  };
}

function isSame(a: Signs, b: Signs): boolean {
  // "30 people" of one sentence are those of another only when the sentences share some words
  if (a.kind === 'figure' && b.kind === 'figure')
    return a.key === b.key && (a.harm || sharedStems(a.told, b.told) >= FIGURE_SHARED_LEAST);
  if (a.key === b.key) return true;
  if (a.kind === 'key' && b.kind === 'key')
    return a.endsAlike && (isEndOf(a.key, b.key) || isEndOf(b.key, a.key));
  return a.kind === 'sentence' && b.kind === 'sentence' && tellsSame(a.told, b.told);
}

/** "brisk" and "edda brisk": a surname alone is the same person. */
function isEndOf(short: string, long: string): boolean {
  return short.length > 2 && long.endsWith(` ${short}`);
}

function tellsSame(a: Sense, b: Sense): boolean {
  if (a.values !== b.values || a.turn !== b.turn) return false;
  const shared = sharedStems(a, b);
  if (shared < SHARED_LEAST || shared / Math.min(a.stems.size, b.stems.size) < SHARE) return false;
  return !isRival(a.stems, b.stems) && !isRival(b.stems, a.stems);
}

function sharedStems(a: Sense, b: Sense): number {
  return [...a.stems].filter((stem) => b.stems.has(stem)).length;
}

/** Does one sentence hold a word that the other contradicts: "upheld" and "overturned"? */
function isRival(own: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...own].some(
    (stem) =>
      !other.has(stem) &&
      rivalriesOf(stem).some(({ others }) =>
        [...others].some((rival) => other.has(rival) && !own.has(rival)),
      ),
  );
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
