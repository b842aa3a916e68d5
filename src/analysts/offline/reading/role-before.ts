/** Roles that stand before a name: "Japanese trade minister X", "the head of the bank, X,". */
import { gazetteer, roleLength } from './gazetteer.ts';
import type { Role, Token } from './reading.ts';
import type { NamedSentence, NamedSpan } from './role-phrase.ts';
import { isArticle, roleBefore, roleBehind } from './role-phrase.ts';

const MODIFIER =
  /^(?:former|ex|acting|outgoing|incoming|retired|elected|interim|deputy|late|leading|ruling|then|convicted|renowned|noted|lead|presiding|departing|embattled|exiled|jailed|top|visiting|retiring|managing|founding|sitting|self-proclaimed|disgraced|ousted|serving|designate)$/;
const LONGEST_MODIFIER = 9;
const LONGEST_APPOSITION = 24;

/** The role written directly before a name, or null. */
export function roleDirectlyBefore(named: NamedSentence, name: NamedSpan): Role | null {
  const { tokens } = named.sentence;
  const { titles, courtesies } = gazetteer();
  let end = name.first;
  while (courtesies.has(tokens[end - 1]?.lower ?? '')) end--;
  if (/^(?:dr|prof)\.?$/.test(tokens[end - 1]?.lower ?? '') && headBefore(tokens, end - 1) !== null)
    end--;
  const head = headBefore(tokens, end);
  if (head !== null) return roleBefore(named, { first: modifiersFrom(named, head), last: end });
  if (!titles.has(tokens[end - 1]?.lower ?? '')) return null;
  return roleBefore(named, { first: modifiersFrom(named, end - 1), last: end });
}

function isPlural(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/[^s]s$/.test(token.lower) || token.lower.endsWith('men')) &&
    !/^(?:boss|us|is)$/.test(token.lower)
  );
}

/** Where the role that ends at `end` begins; "Secretary of State" and "Minister of Health" too. */
function headBefore(tokens: readonly Token[], end: number): number | null {
  for (let length = 4; length > 0; length--)
    if (
      end - length >= 0 &&
      !isPlural(tokens[end - 1]) &&
      roleLength(tokens, end - length, end) === length
    )
      return end - length;
  for (let at = end - 3; at >= Math.max(0, end - 8); at--) {
    const length = roleLength(tokens, at);
    if (
      length === 0 ||
      !/^(?:of|for)$/.test(tokens[at + length]?.lower ?? '') ||
      at + length >= end - 1
    )
      continue;
    const rest = tokens.slice(at + length + 1, end);
    // "the founder of Action for Gun Control": the name goes on
    if (/^(?:and|the|of|for)$/.test(rest.at(-1)?.lower ?? '')) continue;
    if (rest.every((token) => /^\p{Lu}|^(?:and|the|of|for)$/u.test(token.text))) return at;
  }
  return null;
}

/** Walks left over the words that belong to a role: "South Korean", "deputy", "Ford's", "trade". */
export function modifiersFrom(named: NamedSentence, head: number): number {
  const { tokens } = named.sentence;
  let first = head;
  while (first > 0 && head - first < LONGEST_MODIFIER) {
    const span = named.until.get(first);
    if (span) {
      if (span.mention.kind === 'person') return first;
      first = span.first;
      continue;
    }
    const token = tokens[first - 1];
    if (!token || !(modifies(token) || possesses(tokens, first - 1) || joins(tokens, first - 1)))
      break;
    if (isSaidOf(tokens, first - 1) || isDeed(tokens, first - 1)) break;
    if (possesses(tokens, first - 1) && named.until.get(first - 1)?.mention.kind === 'person')
      break;
    first--;
  }
  while (first < head && /^(?:and|['’]s?|-)$/.test(tokens[first]?.text ?? '')) first++;
  return first;
}

/** "It was good President Roe came": what is said behind "was" is no part of the title. */
function isSaidOf(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.pos === 'ADJ' && !MODIFIER.test(token.lower) && tokens[at - 1]?.pos === 'AUX';
}

/** What was done to somebody may stand before a title like what he is. */
const DONE = /^(?:convicted|jailed|elected|ousted|exiled)$/;

/** "The jury convicted former mayor X", "before beating defending champion X": a verb, no part of the title. */
function isDeed(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !next) return false;
  if (DONE.test(token.lower))
    return /^(?:NOUN|PROPN)$/.test(before?.pos ?? '') || /^(?:former|ex|then)$/.test(next.lower);
  if (!token.lower.endsWith('ing') || MODIFIER.test(token.lower)) return false;
  return MODIFIER.test(next.lower) || next.lower.endsWith('ing') || isDemonym(next);
}

function isDemonym({ text }: Token): boolean {
  return gazetteer().demonyms.has(text);
}

function modifies(token: Token): boolean {
  if (MODIFIER.test(token.lower)) return true;
  if (isDemonym(token)) return true;
  if (/^(?:PUNCT|SYM|PRON|DET|ADP|CCONJ|SCONJ|PART|AUX|NUM)$/.test(token.pos))
    return /^\d+-\p{L}/u.test(token.text);
  if (/^\p{L}+-\p{L}+$/u.test(token.text)) return true;
  if (token.pos === 'VERB') return false;
  if (token.pos === 'ADV') return false;
  return (
    /^\p{L}/u.test(token.text) &&
    !/^(?:reports?|reported|calls|when|while|where|said|says|told|as|if|after|today|yesterday|tomorrow|\p{L}+day)$/u.test(
      token.lower,
    )
  );
}

function possesses(tokens: readonly Token[], at: number): boolean {
  return /^['’]s?$/.test(tokens[at]?.text ?? '') && tokens[at - 1]?.end === tokens[at]?.start;
}

/** "Health and Human Services Secretary", "founder and chief executive". */
function joins(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !/^(?:and|&)$/.test(token.lower)) return false;
  const [before, behind] = [tokens[at - 1], tokens[at + 1]];
  if (!before || !behind) return false;
  const roles = roleLength([before], 0) > 0 && !before.lower.endsWith('s');
  return (
    roles ||
    (/^\p{Lu}/u.test(before.text) &&
      /^(?:Human|Social|Urban|Industry|Trade|Sport|Sports|Technology|Welfare|Rural|Energy|Tourism|Culture|Science|Security|Interior|Innovation|Public)$/.test(
        behind.text,
      ))
  );
}

/** "the head of the bank, X,": a role in apposition before a name, or null. */
export function roleInFront(named: NamedSentence, name: NamedSpan): Role | null {
  const { tokens } = named.sentence;
  const comma = commaBefore(named, name);
  if (
    tokens[comma]?.text !== ',' ||
    !/^(?:[,.;)”"]|and|who|of|from|at|[SKQ]C$)/.test(tokens[name.last]?.text ?? '.')
  )
    return null;
  const boundary = boundaryBefore(named, comma);
  for (let head = comma - 1; head >= boundary; head--) {
    const length = roleLength(tokens, head);
    if (length === 0 || head + length > comma || named.from.has(head + length)) continue;
    if (isOfSeveral(named, head + length, name)) continue;
    if (!leadsTo(named, head + length, comma)) continue;
    let start = head;
    while (start > boundary && roleLength(tokens, start - 1) > 1) start--;
    const first = modifiersFrom(named, start);
    if (first < boundary) continue;
    if (
      /^['’]s?$/.test(tokens[first - 1]?.text ?? '') ||
      isArticle(tokens[first - 1]) ||
      /^(?:another|whose)$/.test(tokens[first - 1]?.lower ?? '') ||
      // "Counsel for the clinic, Ann Roe,"
      (first === 0 && head + length < comma) ||
      definite(named, first, start)
    )
      return roleBehind(named, { first, last: comma });
  }
  return describedAs(named, boundary, comma);
}

/** "a lawyer for the miners, X,": several are not one person; "the ministers, X and Y," are. */
function isOfSeveral(named: NamedSentence, end: number, name: NamedSpan): boolean {
  const { tokens } = named.sentence;
  return isPlural(tokens[end - 1]) && tokens[name.last]?.lower !== 'and';
}

/** "A night watchman, X, raised the alarm": whatever opens a clause and is then named is the person. */
function describedAs(named: NamedSentence, boundary: number, comma: number): Role | null {
  const { tokens } = named.sentence;
  const first = boundary + 1;
  if (!/^(?:an?|another)$/.test(tokens[boundary]?.lower ?? '') || comma - first > 4) return null;
  const plain = tokens
    .slice(first, comma)
    .every(({ pos, text }) => /^(?:NOUN|ADJ)$/.test(pos) && /^\p{Ll}/u.test(text));
  return comma > first && plain ? roleBehind(named, { first, last: comma }) : null;
}

/** The comma before the name, or before the short role that leads it: "the owner, billionaire X,". */
function commaBefore(named: NamedSentence, name: NamedSpan): number {
  const { tokens } = named.sentence;
  let first = name.first;
  const { courtesies, titles } = gazetteer();
  const isStyle = (word: string): boolean =>
    courtesies.has(word) || titles.has(word) || /^\d{1,3}-year-old$/.test(word);
  while (isStyle(tokens[first - 1]?.lower ?? '')) first--;
  const head = headBefore(tokens, first);
  return head !== null && tokens[head - 1]?.text === ',' ? head - 1 : first - 1;
}

/** A possessor or a nationality makes a role definite without an article. */
function definite(named: NamedSentence, first: number, head: number): boolean {
  const { tokens } = named.sentence;
  for (let at = first; at < head; at++)
    if (/^['’]s?$/.test(tokens[at]?.text ?? '') || gazetteer().demonyms.has(tokens[at]?.text ?? ''))
      return true;
  return named.from.has(first) && head > first;
}

function boundaryBefore(named: NamedSentence, comma: number): number {
  const { tokens } = named.sentence;
  let at = comma;
  while (at > 0 && comma - at < LONGEST_APPOSITION) {
    const span = named.until.get(at);
    if (span) {
      at = span.first;
      continue;
    }
    const token = tokens[at - 1];
    if (!token || /^[,;:()“”"—–]/.test(token.text)) break;
    at--;
  }
  return at;
}

/** Whether what stands between a role and the comma only says more of the role: "of ... at ...". */
function leadsTo(named: NamedSentence, from: number, comma: number): boolean {
  const { tokens } = named.sentence;
  if (from === comma) return true;
  if (/^(?:and|or)$/.test(tokens[comma - 1]?.lower ?? '')) return false;
  if (!/^(?:of|at|for|in|with|on|to|from|and|\p{L}{2,20}ing)$/u.test(tokens[from]?.lower ?? ''))
    return false;
  if (/^(?:including|featuring|following|during|according|being)$/.test(tokens[from]?.lower ?? ''))
    return false;
  return tokens
    .slice(from, comma)
    .every(
      (token) =>
        token.pos !== 'AUX' &&
        token.pos !== 'PRON' &&
        (token.pos !== 'VERB' || /(?:ing|ed)$/.test(token.lower)),
    );
}
