/** How fast stories are put into events while many are held. A report, as all benchmarks: machines differ. */
import { EventIndex } from '../../src/editing/match.ts';
import { profileOf } from '../../src/editing/profile.ts';
import type { Profile } from '../../src/news/event.ts';
import { shuffled } from '../evals/events/score.ts';
import type { Figure } from './figure.ts';

const STORIES = 300;
const VOCABULARY = 30_000;
const COPY_WORDS = 150;
const START_MS = Date.parse('2026-03-03T00:00:00Z');

const HELD = 10_000;
const TIMES_HELD = 10;

/** Stories a second with so many held, and with ten times as many: a tenth as fast is growth in line. */
export function matchingFigures(): Promise<Figure[]> {
  const few = storiesPerSecond(HELD);
  const many = storiesPerSecond(HELD * TIMES_HELD);
  const figure = (held: number, value: number, reach: number): Figure => ({
    what: `stories put into events, ${held.toLocaleString('fr').replace(/\s/g, ' ')} held`,
    value,
    unit: 'stories/s',
    reach,
    bound: 'least',
  });
  return Promise.resolve([
    figure(HELD, few, 100),
    figure(HELD * TIMES_HELD, many, Math.round(few / TIMES_HELD)),
  ]);
}

/**
 * Profiles and matches made-up stories against an index of `held` events. Words are as frequent as
 * in real copy (Zipf's law), names as many.
 */
function storiesPerSecond(held: number): number {
  const index = new EventIndex();
  const draw = drawer(held);
  for (let at = 0; at < held; at += 1)
    index.put({ id: `event${at}`, profile: madeUpProfile(draw), lastAt: timeOf(at, held) });
  const copies = Array.from({ length: STORIES }, () => madeUpCopy(draw));
  const start = performance.now();
  copies.forEach((copy, at) => {
    const profile = profileOf(copy);
    const lastAt = timeOf(held, held);
    const match = index.match({ profile, at: lastAt, language: null });
    index.put({ id: match?.event ?? `new${at}`, profile, lastAt });
  });
  return (STORIES * 1_000) / (performance.now() - start);
}

const timeOf = (at: number, held: number): string =>
  new Date(START_MS + (at / held) * 3 * 86_400_000).toISOString();

/** Uniform draws from 0 to 1, the same for the same seed (Park and Miller). */
function drawer(seed: number): () => number {
  let state = (seed * 7_919 + 17) % 2_147_483_647;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const SYLLABLES = shuffled('ba ce di fo gu ha jo ka le mi no pu ra se ti vo wa ze'.split(' '), 1);

function wordOf(rank: number): string {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return `${word}n`;
}

/** What `profileOf` would give, made without reading: for the many that are only held. */
function madeUpProfile(draw: () => number): Profile {
  const some = (count: number, rank: () => number) =>
    Object.fromEntries(Array.from({ length: count }, () => [wordOf(rank()), 0.02]));
  return {
    terms: some(60, () => Math.floor(VOCABULARY ** draw()) - 1),
    names: some(15, () => Math.floor(draw() * VOCABULARY)),
  };
}

function madeUpCopy(draw: () => number) {
  const zipf = () => Math.floor(VOCABULARY ** draw()) - 1;
  const title = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  const words = Array.from({ length: COPY_WORDS }, (_, at) => {
    const word = wordOf(zipf());
    return at % 9 === 4 ? title(wordOf(Math.floor(draw() * VOCABULARY))) : word;
  });
  return {
    headline: words.slice(0, 8).join(' '),
    paragraphs: [`${title(words.join(' '))}.`],
    dateline: null,
  };
}
