/**
 * Builds src/editing/data/media-topic-tree.ts: which Media Topic stands under which.
 *
 *   node scripts/media-topics/build.js FILE
 *
 * FILE is IPTC's own list as JSON (cv.iptc.org/newscodes/mediatopic, "format=json"). Only codes and
 * their broader codes are taken, retired ones as well, for old copy bears them. Source: Media Topics,
 * IPTC NewsCodes, copyright International Press Telecommunications Council, CC BY 4.0.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const OUT = resolve(import.meta.dirname, '../../src/editing/data/media-topic-tree.ts');
const CHILDREN_A_LINE = 10;

/** `http://cv.iptc.org/newscodes/mediatopic/20000002` and `medtop:20000002` are 20000002. */
const bare = (code) => code.slice(-8);

function childrenByParent({ conceptSet }) {
  const found = new Map();
  const add = (parent, child) => {
    if (!found.has(parent)) found.set(parent, new Set());
    found.get(parent).add(child);
  };
  for (const concept of conceptSet) {
    for (const parent of concept.broader ?? []) add(bare(parent), bare(concept.qcode));
    for (const child of concept.narrower ?? []) add(bare(concept.qcode), bare(child));
  }
  return found;
}

function linesOf(parent, children) {
  const sorted = [...children].sort();
  const lines = [];
  for (let at = 0; at < sorted.length; at += CHILDREN_A_LINE)
    lines.push([parent, ...sorted.slice(at, at + CHILDREN_A_LINE)].join(' '));
  return lines;
}

const found = childrenByParent(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
const lines = [...found].sort().flatMap(([parent, children]) => linesOf(parent, children));
writeFileSync(
  OUT,
  `/**
 * Made by scripts/media-topics/build.js. Media Topics, IPTC NewsCodes, copyright International Press
 * Telecommunications Council, CC BY 4.0 (codes and broader codes only). A code, then those under it.
 */
export const MEDIA_TOPIC_TREE = \`
${lines.join('\n')}
\`;
`,
);
