/** Cuts the words that state a role into role and organisation. */
import type { Mention, ReadSentence, Role, Token } from './reading.ts';

/** A sentence with the names in it, by token. */
export type NamedSentence = {
  readonly sentence: ReadSentence;
  readonly text: string;
  /** names by the index of their first token, and by the index behind their last one */
  readonly from: ReadonlyMap<number, NamedSpan>;
  readonly until: ReadonlyMap<number, NamedSpan>;
};
export type NamedSpan = {
  readonly mention: Mention;
  readonly first: number;
  readonly last: number;
};
/** A stretch of tokens, `last` behind the end. */
type Stretch = { readonly first: number; readonly last: number };

const GROUP_NOUN =
  /^(?:ministry|department|company|firm|agency|union|group|university|bank|club|party|committee|commission|council|court|institute|board|office|team|hospital|school|police|army|navy|association|federation|charity|church|airline|center|centre|college|foundation|authority|bureau|panel|parliament|government|regulator|watchdog|jury|bench|delegation|side|squad|league|inquiry|investigation|tribunal|force|unit|division|museum|society|network|organisation|organization|coalition|alliance|campaign)$/;
const SEATED = /^\p{Lu}[\p{L}-]{1,30}-based$/u;
const LINK = /^(?:of|at|for|with|in|from)$/;
const ARTICLE = /^(?:the|a|an|its|his|her|their|our|my|one|then|now|also|currently)$/;

/** Lays the mentions of a sentence on its tokens. */
export function namedSentence(
  text: string,
  sentence: ReadSentence,
  mentions: readonly Mention[],
): NamedSentence {
  const from = new Map<number, NamedSpan>();
  const until = new Map<number, NamedSpan>();
  const starts = new Map(sentence.tokens.map((token, index) => [token.start, index]));
  const ends = new Map(sentence.tokens.map((token, index) => [token.end, index + 1]));
  for (const mention of mentions) {
    const [first, last] = [starts.get(mention.start), ends.get(mention.end)];
    if (first === undefined || last === undefined) continue;
    from.set(first, { mention, first, last });
    until.set(last, { mention, first, last });
  }
  return { sentence, text, from, until };
}

/** A noun for an organisation or a group: "ministry", "panel". */
export function isGroup(word: string): boolean {
  return GROUP_NOUN.test(word);
}

export function isArticle(token: Token | undefined): boolean {
  return token !== undefined && ARTICLE.test(token.lower);
}

/** The words of a stretch as they stand in the take. */
export function wordsOf(named: NamedSentence, stretch: Stretch): string {
  const { tokens } = named.sentence;
  const [first, last] = [tokens[stretch.first], tokens[stretch.last - 1]];
  return first && last && stretch.last > stretch.first
    ? named.text.slice(first.start, last.end).replace(/\s+/g, ' ')
    : '';
}

/** The role that a stretch states: what stands behind "of", "at", "for" as organisation, split off. */
export function roleBehind(named: NamedSentence, stretch: Stretch): Role | null {
  let { first } = stretch;
  const { tokens } = named.sentence;
  while (first < stretch.last && isArticle(tokens[first])) first++;
  const own = leadingOrganisation(named, { first, last: stretch.last });
  if (own)
    return made(named, stretch, wordsOf(named, { first: own.rest, last: stretch.last }), own.name);
  for (let at = first + 1; at < stretch.last; at++) {
    if (!LINK.test(tokens[at]?.lower ?? '')) continue;
    const found = organisationAt(named, at + 1, stretch.last);
    if (found) return made(named, stretch, wordsOf(named, { first, last: at }), found);
  }
  return made(named, stretch, wordsOf(named, { first, last: stretch.last }), null);
}

/** The role that the words before a name state; "Ford" of "former Ford chief" is the organisation. */
export function roleBefore(named: NamedSentence, stretch: Stretch): Role | null {
  const { tokens } = named.sentence;
  let { first } = stretch;
  while (first < stretch.last && isArticle(tokens[first])) first++;
  for (let at = first; at < stretch.last; at++) {
    const span = named.from.get(at);
    if (!span || span.mention.kind !== 'organisation' || span.last >= stretch.last) continue;
    const possessive = /^['’]s?$/.test(tokens[span.last]?.text ?? '') ? 1 : 0;
    const before = wordsOf(named, { first, last: at });
    const nation =
      /\p{Lu}/u.test(before) &&
      !/^(?:Former|Acting|Ex|Deputy|Outgoing|Retired|Then|Late|Incoming|Interim)\b/.test(before);
    const behind = wordsOf(named, { first: span.last + possessive, last: stretch.last });
    const role = nation || before === '' ? behind : `${before} ${behind}`;
    const organisation = nation ? `${before} ${span.mention.text}` : span.mention.text;
    return made(named, stretch, role, organisation);
  }
  return made(named, stretch, wordsOf(named, { first, last: stretch.last }), null);
}

/** "Ford's chief engineer": the possessor that opens a stretch. */
function leadingOrganisation(
  named: NamedSentence,
  stretch: Stretch,
): { name: string; rest: number } | null {
  const span = named.from.get(stretch.first);
  const long = longPossessor(named, stretch);
  if (long) return long;
  if (!span || span.mention.kind !== 'organisation' || span.last >= stretch.last) return null;
  const possessive = /^['’]s?$/.test(named.sentence.tokens[span.last]?.text ?? '') ? 1 : 0;
  return { name: span.mention.text, rest: span.last + possessive };
}

/** "Securities and Markets Commission's chairman": the name is read from its second part on. */
function longPossessor(
  named: NamedSentence,
  stretch: Stretch,
): { name: string; rest: number } | null {
  const { tokens } = named.sentence;
  const isPart = ({ text }: Token): boolean => /^\p{Lu}|^(?:and|of|for|the|&)$/u.test(text);
  let at = stretch.first;
  while (at < stretch.last && isPart(tokens[at] as Token)) at++;
  const owns = /^['’]s?$/.test(tokens[at]?.text ?? '') && at + 1 < stretch.last;
  if (!owns || named.until.get(at)?.mention.kind !== 'organisation') return null;
  return { name: wordsOf(named, { first: stretch.first, last: at }), rest: at + 1 };
}

/** The organisation that starts at a token: a name, or "the transport ministry". */
function organisationAt(named: NamedSentence, at: number, end: number): string | null {
  const { tokens } = named.sentence;
  let first = at;
  while (first < end && (isArticle(tokens[first]) || SEATED.test(tokens[first]?.text ?? '')))
    first++;
  for (let index = first; index < Math.min(end, first + 6); index++) {
    const span = named.from.get(index);
    if (span?.mention.kind === 'organisation') return namedGroup(named, { first, last: end }, span);
    const word = tokens[index]?.lower ?? '';
    if (GROUP_NOUN.test(word) && !groupContinues(named, index + 1, end))
      return wordsOf(named, { first, last: index + 1 });
    if (LINK.test(word) || /^[,;]$/.test(word)) return null;
  }
  return null;
}

/** "the Kestrel office", "Lund's judicial agency" in full; "the Kestrel workers" are no organisation. */
function namedGroup(named: NamedSentence, stretch: Stretch, span: NamedSpan): string | null {
  const { tokens } = named.sentence;
  const owned = /^['’]s?$/.test(tokens[span.last]?.text ?? '');
  let last = owned ? span.last + 1 : span.last;
  while (last < stretch.last && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[last]?.pos ?? '')) last++;
  const head = tokens[last - 1]?.lower ?? '';
  const { first } = stretch;
  if (last > span.last && GROUP_NOUN.test(head)) return wordsOf(named, { first, last });
  return owned || last === span.last
    ? wordsOf(named, { first, last: Math.min(span.last, stretch.last) })
    : null;
}

/** "the trade department at the Ministry ...": a name of its own follows, which is the organisation. */
function groupContinues(named: NamedSentence, at: number, end: number): boolean {
  const { tokens } = named.sentence;
  if (/^(?:NOUN|PROPN)$/.test(tokens[at]?.pos ?? '') && at < end) return true;
  for (let index = at; index < end; index++)
    if (named.from.get(index)?.mention.kind === 'organisation') return true;
  return false;
}

function made(
  named: NamedSentence,
  stretch: Stretch,
  role: string,
  organisation: string | null,
): Role | null {
  const { tokens, index } = named.sentence;
  const [first, last] = [tokens[stretch.first], tokens[stretch.last - 1]];
  if (!first || !last || (role === '' && organisation === null)) return null;
  return { role, organisation, start: first.start, end: last.end, sentence: index };
}
