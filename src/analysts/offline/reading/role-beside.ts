/** Roles that copy states in passing: "Senators X and Y", "X MP", "Kestrel's X", "the suspect was named as X". */
import { gazetteer, roleLength } from './gazetteer.ts';
import type { Role, Token } from './reading.ts';
import { modifiersFrom } from './role-before.ts';
import type { NamedSentence, NamedSpan } from './role-phrase.ts';
import { isArticle, roleBefore, roleBehind } from './role-phrase.ts';

/** Names between a title in the plural and the one that it is read for. */
const MOST_LISTED = 8;
const LONGEST_TITLE = 4;

/** "Senators X, Y and Z", "Reps. X, R-Ohio, and Y": each is one of them. */
export function roleOfSeveral(named: NamedSentence, name: NamedSpan): Role | null {
  const { tokens } = named.sentence;
  if (!isFull(name)) return null;
  let end = name.first;
  for (let listed = 0; listed < MOST_LISTED; listed += 1) {
    const before = listedBefore(named, end);
    if (before === null) break;
    end = before;
  }
  // the tokens of "Reps." are two
  const short = tokens[end - 1]?.text === '.' && tokens[end - 2]?.end === tokens[end - 1]?.start;
  if (short) end -= 1;
  const head = pluralBefore(tokens, end);
  if (head === null) return null;
  const role = roleBefore(named, { first: modifiersFrom(named, head), last: end });
  return role && { ...role, role: singular(role.role) + (short ? '.' : '') };
}

/** A lone word behind a plural or a possessive is as likely a thing: "the Actors Studio", "How's Ann?" */
const isFull = ({ first, last }: NamedSpan): boolean => last - first > 1;

/** Where the name begins that stands before this one in a list of names; null for none. */
function listedBefore(named: NamedSentence, first: number): number | null {
  const { tokens } = named.sentence;
  let at = first;
  while (/^(?:,|and)$/.test(tokens[at - 1]?.lower ?? '')) at -= 1;
  if (at === first) return null;
  // "R-Ohio," and "D-Calif.,"
  if (tokens[at - 1]?.text === '.') at -= 1;
  if (/^[RDI]-\p{Lu}/u.test(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.text === ',') at -= 2;
  const span = named.until.get(at);
  return span?.mention.kind === 'person' ? span.first : null;
}

/** Where a role in the plural begins that ends here: "senators", "former prime ministers", "Reps." */
function pluralBefore(tokens: readonly Token[], end: number): number | null {
  const last = tokens[end - 1]?.lower ?? '';
  const { titles } = gazetteer();
  if (!/(?:[^s]s\.?|men)$/.test(last)) return null;
  if (titles.has(singular(last)) || titles.has(`${singular(last)}.`)) return end - 1;
  // "the Chiefs", "Queens": a team, a place
  if (end > 1 && /^\p{Lu}/u.test(tokens[end - 1]?.text ?? '')) return null;
  for (let length = LONGEST_TITLE; length > 0; length -= 1)
    if (end >= length && roleLength(tokens, end - length, end) === length) {
      const one = { lower: singular(last) };
      return roleLength([...tokens.slice(end - length, end - 1), one], 0) === length
        ? end - length
        : null;
    }
  return null;
}

function singular(words: string): string {
  return words
    .replace(/men$/, 'man')
    .replace(/ies$/, 'y')
    .replace(/s(\.?)$/, '$1');
}

/** "Ann Roe MP": letters behind a name that say an office. */
export function roleInLetters(named: NamedSentence, name: NamedSpan): Role | null {
  const { tokens } = named.sentence;
  const letters = /^(?:MPs?|MEP|MSP|MLA|TD|KC|QC)$/.test(tokens[name.last]?.text ?? '');
  return letters ? roleBehind(named, { first: name.last, last: name.last + 1 }) : null;
}

/** "Marlow Bank's Ann Roe": no role, but an organisation. */
export function belongingBefore(named: NamedSentence, name: NamedSpan): Role | null {
  const { tokens, index } = named.sentence;
  if (!isFull(name) || !/^['’]s?$/.test(tokens[name.first - 1]?.text ?? '')) return null;
  const owner = named.until.get(name.first - 1)?.mention;
  if (owner?.kind !== 'organisation') return null;
  const { text, start, end } = owner;
  return { role: '', organisation: text, start, end, sentence: index };
}

/** "the Spaniard Jon Arregi": a word for a people, where it stands for the person. */
export function nationality(named: NamedSentence, name: NamedSpan): Role | null {
  const { tokens } = named.sentence;
  const [article, people] = [tokens[name.first - 2], tokens[name.first - 1]];
  if (!isFull(name) || article?.lower !== 'the' || !gazetteer().demonyms.has(people?.text ?? ''))
    return null;
  return roleBehind(named, { first: name.first - 1, last: name.first });
}

const NAMED = /^(?:named|identified|introduced)$/;

/** "police named the suspect as X", "the gunman, identified by the mayor as X,": what X is. */
export function roleByNaming(named: NamedSentence, name: NamedSpan): Role | null {
  const { tokens } = named.sentence;
  if (tokens[name.first - 1]?.lower !== 'as') return null;
  const as = name.first - 1;
  let verb = as - 1;
  while (verb > Math.max(0, as - 9) && !NAMED.test(tokens[verb]?.lower ?? '')) verb -= 1;
  if (!NAMED.test(tokens[verb]?.lower ?? '')) return null;
  const object = roleEnding(named, timeBefore(tokens, as));
  const namer = object !== null && tokens[object - 2]?.lower === 'by';
  if (object !== null && object > verb && !namer)
    return roleBehind(named, { first: object, last: timeBefore(tokens, as) });
  let last = verb;
  while (/^(?:,|was|been|has|is|were)$/.test(tokens[last - 1]?.lower ?? '')) last -= 1;
  const subject = last < verb ? roleEnding(named, last) : null;
  return subject === null ? null : roleBehind(named, { first: subject, last });
}

/** "The winner was X", "the firm, whose counsel is X,": the other way round. */
export function roleAsSubject(named: NamedSentence, name: NamedSpan): Role | null {
  const { tokens } = named.sentence;
  const be = name.first - 1;
  if (!/^(?:is|was)$/.test(tokens[be]?.lower ?? '')) return null;
  if (!/^(?:[,.;)]|and|who|of)$/.test(tokens[name.last]?.text ?? '.')) return null;
  const first = roleEnding(named, be);
  return first === null ? null : roleBehind(named, { first, last: be });
}

/** "the victim on Thursday as": a day between them is no part of either. */
function timeBefore(tokens: readonly Token[], end: number): number {
  if (!/^(?:\p{L}{3,6}day|today|yesterday)$/u.test(tokens[end - 1]?.lower ?? '')) return end;
  return /^(?:on|late|early|last)$/.test(tokens[end - 2]?.lower ?? '') ? end - 2 : end - 1;
}

/** Where a role with an article begins that ends here; null for none. */
function roleEnding(named: NamedSentence, end: number): number | null {
  const { tokens } = named.sentence;
  for (let length = LONGEST_TITLE; length > 0; length -= 1) {
    const head = end - length;
    if (head < 1 || roleLength(tokens, head, end) !== length) continue;
    const first = modifiersFrom(named, head);
    const opener = tokens[first - 1];
    return (isArticle(opener) || opener?.lower === 'whose') &&
      !/[^s]s$/.test(tokens[end - 1]?.lower ?? '')
      ? first
      : null;
  }
  return null;
}
