/** Roles that a deed tells of: "the regulator, led by X", "a panel chaired by X", "under its head, X". */
import type { Role, Token } from './reading.ts';
import type { NamedSentence, NamedSpan } from './role-phrase.ts';
import { isGroup, wordsOf } from './role-phrase.ts';

/** Who does it is called so. */
const DOERS: Readonly<Record<string, string>> = {
  led: 'leader', headed: 'head', chaired: 'chair', coached: 'coach', captained: 'captain',
  managed: 'manager', commanded: 'commander', founded: 'founder', skippered: 'skipper',
}; // prettier-ignore
/** Words between "by" and the name: ranks, courtesies, nationalities and short roles. */
const MOST_BETWEEN = 5;
const LONGEST_GROUP = 9;

/** "the gaming regulator, led by Ann Roe": she is its leader; null where no group is named. */
export function roleByDeed(named: NamedSentence, name: NamedSpan): Role | null {
  const { tokens } = named.sentence;
  const by = byBefore(tokens, name.first);
  const doer = Object.hasOwn(DOERS, tokens[by - 1]?.lower ?? '')
    ? DOERS[tokens[by - 1]?.lower ?? '']
    : undefined;
  if (by < 0 || doer === undefined) return null;
  let last = by - 1;
  // "whose board is chaired by", "which is jointly led by"
  while (
    /^(?:is|was|are|being|been|has|jointly|currently|now|and|,|\()$/.test(lowerAt(tokens, last - 1))
  )
    last -= 1;
  const first = groupBefore(named, last);
  const opener = first === null ? undefined : tokens[first];
  const closer = tokens[by];
  if (first === null || !opener || !closer) return null;
  return {
    role: doer,
    organisation: wordsOf(named, { first, last }),
    start: opener.start,
    end: closer.end,
    sentence: named.sentence.index,
  };
}

function lowerAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/** Where the "by" stands that belongs to the name; -1 for none. */
function byBefore(tokens: readonly Token[], first: number): number {
  for (let at = first - 1; at >= Math.max(0, first - 1 - MOST_BETWEEN); at -= 1) {
    if (lowerAt(tokens, at) === 'by') return at;
    if (!/^[\p{L}'’.-]+$/u.test(tokens[at]?.text ?? '') || tokens[at]?.pos === 'VERB') return -1;
  }
  return -1;
}

/** Where the name or noun of a group begins that ends at `last`: "the gaming regulator". */
export function groupBefore(named: NamedSentence, last: number): number | null {
  const { tokens } = named.sentence;
  const span = named.until.get(last);
  if (span) return span.mention.kind === 'organisation' ? span.first : null;
  if (!isGroup(lowerAt(tokens, last - 1))) return null;
  let first = last - 1;
  while (first > 0 && last - first < LONGEST_GROUP) {
    const inner = named.until.get(first);
    if (inner?.mention.kind === 'person') break;
    if (inner) first = inner.first;
    else if (/^(?:NOUN|ADJ|PROPN)$/.test(tokens[first - 1]?.pos ?? '')) first -= 1;
    // "the truckers' union"
    else if (/^['’]s?$/.test(tokens[first - 1]?.text ?? '')) first -= 1;
    else break;
  }
  return first;
}
