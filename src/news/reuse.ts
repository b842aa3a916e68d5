/** Text reuse: copies of one agency's text on ten sites are one source. */
import type { Story } from './story.ts';
import type { Take } from './take.ts';

/** Words in a shingle, and how many of the shorter text's shingles the longer must hold. */
const SHINGLE_WORDS = 5;
const CONTAINED_MIN = 0.6;
const WORDS_MAX = 3_000;

/** Every run of five words of a text, as short hashes. */
export function shingles(text: string): Set<number> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS_MAX).map(hash);
  const found = new Set<number>();
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1) {
    let value = FNV_BASIS;
    for (let offset = 0; offset < SHINGLE_WORDS; offset += 1)
      value = Math.imul(value ^ (words[at + offset] ?? 0), FNV_PRIME);
    found.add(value >>> 0);
  }
  return found;
}

/** FNV-1a, 32 bits (draft-eastlake-fnv), over characters here and over whole words above. */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hash(word: string): number {
  let value = FNV_BASIS;
  for (let at = 0; at < word.length; at += 1)
    value = Math.imul(value ^ word.charCodeAt(at), FNV_PRIME);
  return value;
}

/** Is the shorter of two texts mostly contained in the other? */
export function isReused(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return false;
  let shared = 0;
  for (const each of small) if (large.has(each)) shared += 1;
  return shared / small.size >= CONTAINED_MIN;
}

/** Does one of two texts hold most of the other? True for agency copy that a site has cut. */
export function sameText(a: string, b: string): boolean {
  return isReused(shingles(a), shingles(b));
}

type Told = Pick<Take, 'dateline' | 'provider' | 'wire' | 'text'>;
type Source = {
  readonly names: Set<string>;
  readonly texts: Set<number>[];
  /** places of its takes in the list given */
  readonly places: readonly number[];
};

/**
 * How many independent sources tell of an event: a provider counts once, a copy of another's text
 * does not count, and a story that credits an agency counts as that agency's.
 */
export function countIndependentSources(stories: readonly Story[]): number {
  return sourcesOf(stories.flatMap(({ current }) => current ?? [])).length;
}

/**
 * The independent sources of some takes: for each the places of its takes in the list, in order. The
 * sources come in the order of their first takes.
 */
export function sourcesOf(takes: readonly Told[]): (readonly number[])[] {
  // One take is one source: no text need be compared.
  if (takes.length <= 1) return takes.map((_, place) => [place]);
  let sources: Source[] = [];
  for (const [place, take] of takes.entries()) {
    const own = {
      names: new Set([nameOf(take)]),
      texts: [shingles(take.text)],
      places: [place],
    };
    const kin = sources.filter((each) => isKin(each, own));
    sources = [...sources.filter((each) => !kin.includes(each)), joined([...kin, own])];
  }
  return sources
    .map(({ places }) => places.toSorted((a, b) => a - b))
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function isKin(source: Source, own: Source): boolean {
  return (
    [...own.names].some((name) => source.names.has(name)) ||
    source.texts.some((text) => own.texts.some((each) => isReused(text, each)))
  );
}

/** A story can show that two sources, so far apart, are one: a site that runs the agency's text. */
function joined(sources: readonly Source[]): Source {
  return {
    names: new Set(sources.flatMap(({ names }) => [...names])),
    texts: sources.flatMap(({ texts }) => texts),
    places: sources.flatMap(({ places }) => places),
  };
}

function nameOf(take: Told): string {
  return (take.dateline?.source ?? take.provider ?? take.wire).trim().toLowerCase();
}
