/** IPTC's subject codes: what stands above a code, so that who follows "economy" gets "inflation". */
import { MEDIA_TOPIC_TREE } from './data/media-topic-tree.ts';

const parents = new Map(
  MEDIA_TOPIC_TREE.trim()
    .split('\n')
    .flatMap((line) => {
      const [parent = '', ...children] = line.split(' ');
      return children.map((child): [string, string] => [child, parent]);
    }),
);
/** The tree has five levels; more would be a loop. */
const LEVELS_MAX = 8;

/** The schemes whose codes stand in a tree, by the words that their names and addresses hold. */
const SCHEMES: readonly (readonly [alias: string, told: RegExp])[] = [
  ['medtop', /medtop|mediatopic/i],
  ['subj', /\bsubj\b|subjectcode|IptcSubject/i],
];

/** A subject as the wire wrote it. */
type Subject = { readonly scheme: string | null; readonly code: string | null };

/**
 * Every name under which a topic may ask for a subject: its code as written, with and without the
 * alias of its scheme, then the codes above it, nearest first. A code without a scheme counts as a
 * Media Topic when it is one.
 */
export function codesAbove({ scheme, code }: Subject): string[] {
  if (code === null) return [];
  const bare = code.slice(code.lastIndexOf(':') + 1);
  const told = `${scheme ?? ''} ${code.slice(0, code.length - bare.length)}`;
  const [alias] = SCHEMES.find(([, words]) => words.test(told)) ?? [];
  const isTopic = alias === 'medtop' || (alias === undefined && parents.has(bare));
  const above = isTopic ? aboveTopic(bare) : alias === 'subj' ? aboveSubject(bare) : [];
  const prefix = isTopic ? 'medtop' : alias;
  const all = [bare, ...above].flatMap((each) => (prefix ? [`${prefix}:${each}`, each] : [each]));
  return [...new Set([code, ...all])];
}

function aboveTopic(code: string): string[] {
  const above: string[] = [];
  let parent = parents.get(code);
  while (parent !== undefined && above.length < LEVELS_MAX) {
    above.push(parent);
    parent = parents.get(parent);
  }
  return above;
}

/** The older Subject Codes carry their tree in their digits: 04005003, 04005000, 04000000. */
function aboveSubject(code: string): string[] {
  if (!/^\d{8}$/.test(code)) return [];
  return [`${code.slice(0, 5)}000`, `${code.slice(0, 2)}000000`].filter((each) => each !== code);
}
