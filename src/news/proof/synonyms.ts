/** Which words can stand for one another in a faithful paraphrase, by their roots. */
import { SYNONYM_GROUPS } from './synonym-groups.ts';
import { stemOf } from './tokens.ts';

/** The groups of words that can stand for one another; made anew at each call. */
export function synonymGroups(): readonly (readonly string[])[] {
  return SYNONYM_GROUPS.trim()
    .split(/\s*\/\s*/)
    .map((group) => group.split(/\s+/));
}

let groupsByStem: ReadonlyMap<string, ReadonlySet<number>> | undefined;

/** Read when first asked for: a house without a model asks for none. */
function readGroups(): ReadonlyMap<string, ReadonlySet<number>> {
  const groups = new Map<string, Set<number>>();
  for (const [at, group] of synonymGroups().entries())
    for (const word of group) {
      const stem = stemOf(word);
      groups.set(stem, (groups.get(stem) ?? new Set()).add(at));
    }
  return groups;
}

/** The groups of words that a root belongs to; none for most words. */
export function groupsOf(stem: string): ReadonlySet<number> {
  groupsByStem ??= readGroups();
  return groupsByStem.get(stem) ?? NONE;
}

/** Words that can stand for any of these, as the lists have them: the first word's come first. */
export function synonymsOf(words: readonly string[]): string[] {
  const groups = synonymGroups();
  return words.flatMap((word) => [...groupsOf(stemOf(word))].flatMap((at) => groups[at] ?? []));
}

const NONE: ReadonlySet<number> = new Set();
