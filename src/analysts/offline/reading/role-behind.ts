/** Roles that stand behind a name: "X, head of ...", "X, who leads ...", "X of ...", "X is a ...". */
import { gazetteer, roleLength } from './gazetteer.ts';
import type { Role, Token } from './reading.ts';
import type { NamedSentence, NamedSpan } from './role-phrase.ts';
import { isArticle, isGroup, roleBehind, wordsOf } from './role-phrase.ts';

const FARTHEST_HEAD = 9;
const LONGEST_TAIL = 24;
const LEADS =
  /^(?:heads|leads|chairs|runs|directs|coaches|manages|founded|co-founded|owns|led|headed|chaired|ran|oversees|teaches|edits|captains|represents|follows|covers|tracks)$/;
/** What is done now, as an office. */
const DOES: Readonly<Record<string, string>> = {
  heads: 'head', chairs: 'chair', directs: 'director', coaches: 'coach',
  manages: 'manager', edits: 'editor', captains: 'captain', owns: 'owner', founded: 'founder',
  'co-founded': 'co-founder',
}; // prettier-ignore
const BECOMES = /^(?:is|was|became|remains|named|appointed|elected|re-elected|as|himself|herself)$/;
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|week|month|year|\d{4})$/;
const VERBAL_MODIFIER =
  /^(?:acting|managing|retired|ruling|leading|elected|outgoing|incoming|founding|departing|visiting|sitting|presiding|consulting|operating|serving|commanding|attending)$/;

/** The role in apposition behind a name, or null. */
export function roleInApposition(named: NamedSentence, name: NamedSpan): Role | null {
  const { tokens } = named.sentence;
  const opener = tokens[name.last]?.text ?? '';
  if (!/^(?:,|\(|—|–|-|--)$/.test(opener)) return null;
  const first = pastAge(tokens, name.last + 1);
  // "with Civic Compass, whose leader ...": the leader's role
  if (tokens[first]?.lower === 'whose') return null;
  if (tokens[first]?.lower === 'who')
    return leadership(named, pastOwnName(tokens, first + 1)) ?? furtherOn(named, first + 1);
  if (/^(?:of|from)$/.test(tokens[first]?.lower ?? '')) return belonging(named, first);
  const end = nounPhraseEnd(named, first);
  const last = end === null ? calledEnd(named, first) : closedEnd(tokens, first, end);
  if (last === null) return null;
  if (named.from.get(last + 1)?.mention.kind === 'person' && tokens[last]?.text === ',')
    return null;
  return roleBehind(named, { first, last });
}

/** Nouns that no list holds and that can only be of people: "technologist", "lacemaker", "Democrat". */
const OF_PEOPLE =
  /\p{L}{3}(?:ist|crat|ician|smith|wright|woman|man|maker|player|owner|keeper|grower|driver|writer|dealer|trader|breeder|fighter|seller|farmer)$/u;

/** "X, a technologist who ...", "X, a Democrat from Ohio,": where what X is called ends; null for none. */
function calledEnd(named: NamedSentence, first: number): number | null {
  const { tokens } = named.sentence;
  if (!/^(?:an?|the)$/.test(tokens[first]?.lower ?? '')) return null;
  let end = first + 1;
  while (end < first + 5 && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[end]?.pos ?? '')) end += 1;
  if (end === first + 1 || named.until.get(end)?.mention.kind === 'person') return null;
  if (!OF_PEOPLE.test(tokens[end - 1]?.lower ?? '')) return null;
  return closedEnd(tokens, first, tailEnd(named, end));
}

/** "X, who made the first one and is a co-founder of Y": what X is stands in a later clause. */
function furtherOn(named: NamedSentence, from: number): Role | null {
  const { tokens } = named.sentence;
  for (let at = from; at < from + 14 && at < tokens.length; at += 1) {
    if (/^[,.;:()“”"—–]/.test(tokens[at]?.text ?? '')) return null;
    if (tokens[at]?.lower === 'and' && /^(?:is|was)$/.test(tokens[at + 1]?.lower ?? ''))
      return predicate(named, at + 1);
  }
  return null;
}

function pastAge(tokens: readonly Token[], from: number): number {
  let at = from;
  if (/^(?:aged|age)$/.test(tokens[at]?.lower ?? '')) at++;
  if (!/^\d{1,3}$/.test(tokens[at]?.text ?? '')) return from;
  return /^(?:,|and|\)|[-–—]{1,2})$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : from;
}

/** An apposition ends at a mark; when a verb follows, it was the subject of another clause. */
function closes(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last];
  if (!next || /^[,.;:()”"—–-]/.test(next.text)) return true;
  return /^(?:who|and|told|in|on|at|during|after|before|whose|which|since|until|there|here)$/.test(
    next.lower,
  );
}

/** The end itself when it closes, else what stands before the last "and": "... and the paper's lead". */
function closedEnd(tokens: readonly Token[], first: number, end: number): number | null {
  if (closes(tokens, end)) return end;
  for (let at = end - 1; at > first; at--) if (tokens[at]?.lower === 'and') return at;
  return null;
}

/** End of the noun phrase with a role as head that starts at `first`; null when there is none. */
function nounPhraseEnd(named: NamedSentence, first: number): number | null {
  const { tokens } = named.sentence;
  let head: number | null = null;
  for (let at = first; at < first + FARTHEST_HEAD && at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || (at > first && named.from.get(at)?.mention.kind === 'person')) break;
    const length = roleLength(tokens, at);
    if (length > 0 && !isPlural(tokens, at, length)) {
      head = at + length;
      at += length - 1;
      continue;
    }
    const span = named.from.get(at);
    if (span) at = span.last - 1;
    else if (!continuesPhrase(token, at === first)) break;
  }
  if (head === null || named.from.get(head)?.mention.kind === 'person') return null;
  return tailEnd(named, head);
}

function isPlural(tokens: readonly Token[], at: number, length: number): boolean {
  const last = tokens[at + length - 1]?.lower ?? '';
  return (
    (/[^s]s$/.test(last) && !/(?:us|is)$/.test(last) && roleLength([{ lower: last }], 0) > 0) ||
    last.endsWith('men')
  );
}

function continuesPhrase(token: Token, opens: boolean): boolean {
  if (isArticle(token)) return true;
  if (/^(?:['’]s?|-|and)$/.test(token.lower)) return !opens;
  if (VERBAL_MODIFIER.test(token.lower)) return true;
  if (/^(?:VERB|AUX|ADP|PRON|SCONJ|PUNCT|CCONJ|PART)$/.test(token.pos))
    return /-/.test(token.text) && /\p{L}/u.test(token.text);
  return /^[\p{L}\p{N}]/u.test(token.text);
}

/** Walks over what says more of a role: "of the trade department at the Ministry of ...". */
function tailEnd(named: NamedSentence, head: number): number {
  const { tokens } = named.sentence;
  let at = head;
  while (at < tokens.length && at - head < LONGEST_TAIL) {
    const span = named.from.get(at);
    if (span && span.mention.kind !== 'person') {
      at = span.last;
      continue;
    }
    if (span && at === head) break;
    // "a spokesman for Roe's office"
    if (span && /^['’]s?$/.test(tokens[span.last]?.text ?? '')) {
      at = span.last;
      continue;
    }
    // "the founder of Moms Together for Better Schools"
    const [link, further] = tokens.slice(span?.last, (span?.last ?? 0) + 2);
    if (span && /^(?:of|for)$/.test(link?.lower ?? '') && /^\p{Lu}/u.test(further?.text ?? '')) {
      at = span.last + 1;
      continue;
    }
    if (span) return span.last;
    const token = tokens[at];
    const listed = fieldsEnd(named, at, head);
    if (listed !== null) return listed;
    if (!token || !inTail(tokens, at, head)) break;
    at++;
  }
  while (
    at > head &&
    /^(?:of|at|for|in|and|the|to|with|on|a|from|by)$/.test(tokens[at - 1]?.lower ?? '')
  )
    at--;
  return at;
}

/** "minister of education, science and technology,": the end of the list of what is the office's. */
function fieldsEnd(named: NamedSentence, comma: number, head: number): number | null {
  const { tokens } = named.sentence;
  if (tokens[comma]?.text !== ',' || !/^(?:of|for)$/.test(tokens[head]?.lower ?? '')) return null;
  const isField = (at: number): boolean =>
    /^(?:NOUN|ADJ|PROPN)$/.test(tokens[at]?.pos ?? '') && !named.from.has(at);
  let [at, last] = [comma + 1, false];
  while (isField(at)) {
    at += isField(at + 1) ? 2 : 1;
    if (last) return /^[,.)”"]/.test(tokens[at]?.text ?? '.') ? at : null;
    last = tokens[at]?.lower === 'and';
    if (!last && tokens[at]?.text !== ',') return null;
    at += 1;
  }
  return null;
}

function inTail(tokens: readonly Token[], at: number, head: number): boolean {
  const token = tokens[at];
  if (!token || /^[,.;:()“”"—–]/.test(token.text)) return false;
  if (/^(?:on|in|last|next|this)$/.test(token.lower) && CALENDAR.test(tokens[at + 1]?.text ?? ''))
    return false;
  // "a nurse on her way to work": where she was is no part of what she is
  if (
    /^(?:on|in|at|by)$/.test(token.lower) &&
    /^(?:his|her|their)$/.test(tokens[at + 1]?.lower ?? '')
  )
    return false;
  if (token.lower === 'and') {
    const next = isArticle(tokens[at + 1]) ? at + 2 : at + 1;
    return (
      roleLength(tokens, next) > 0 ||
      roleLength(tokens, next + 1) > 0 ||
      (at > head && /^\p{Ll}/u.test(tokens[next]?.text ?? '') && tokens[next]?.pos === 'NOUN')
    );
  }
  if (/^(?:VERB|AUX|PRON|SCONJ)$/.test(token.pos))
    return isArticle(token) || (token.pos === 'VERB' && /ing$/.test(token.lower) && at > head);
  if (
    /^(?:who|whose|which|that|said|told|but|as|when|where|while|during|after|before|since|\p{Lu}\p{L}+day)$/u.test(
      token.lower,
    )
  )
    return false;
  if (at === head)
    return /^(?:of|at|for|in|with|on|to|from|'s|’s)$/.test(token.lower) || token.pos === 'NOUN';
  return true;
}

/** "who calls himself a commander": what he is by his own word. */
function pastOwnName(tokens: readonly Token[], at: number): number {
  const styles = /^(?:calls?|called|styles?|describes?)$/.test(tokens[at]?.lower ?? '');
  const own = /^(?:him|her)self$/.test(tokens[at + 1]?.lower ?? '');
  if (!styles || !own) return at;
  return tokens[at + 2]?.lower === 'as' ? at + 2 : at + 1;
}

/** "X, who heads the department": the verb and its object. */
function leadership(named: NamedSentence, at: number): Role | null {
  const { tokens } = named.sentence;
  if (BECOMES.test(tokens[at]?.lower ?? '')) return predicate(named, at);
  if (!LEADS.test(tokens[at]?.lower ?? '')) return null;
  const object = isArticle(tokens[at + 1]) ? at + 2 : at + 1;
  let end = object;
  while (end < tokens.length && !named.from.has(end) && continuesPhrase(tokens[end] as Token, true))
    end++;
  const last = tailEnd(named, end);
  if (last <= object) return null;
  const role = roleBehind(named, { first: at, last });
  const group = named.from.get(object)?.mention;
  const verb = tokens[at]?.lower ?? '';
  const doer = Object.hasOwn(DOES, verb) ? DOES[verb] : undefined;
  if (
    role &&
    group?.kind === 'organisation' &&
    tokens[named.from.get(object)?.last ?? 0]?.text !== "'s"
  )
    return { ...role, role: doer ?? tokens[at]?.text ?? '', organisation: group.text };
  if (!role || doer === undefined) return role;
  return isGroup(tokens[last - 1]?.lower ?? '')
    ? { ...role, role: doer, organisation: wordsOf(named, { first: object, last }) }
    : role;
}

/** "X of the University of Y": no role, but an organisation. */
export function belonging(named: NamedSentence, at: number): Role | null {
  const { tokens, index } = named.sentence;
  if (!/^(?:of|from|at|with)$/.test(tokens[at]?.lower ?? '')) return null;
  let first = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  // "of the campaign group Deep Blue", "of the Lausanne magazine Béton": the kind stands before the name
  const behind = first;
  while (first < behind + 3 && !isGroupName(named, first) && saysKind(named, first)) first++;
  const span = named.from.get(first);
  if (span?.mention.kind !== 'organisation') return null;
  const { text } = span.mention;
  if (!/ |^\p{Lu}{2,}$/u.test(text) && !gazetteer().organisations.has(text)) return null;
  const opener = tokens[at];
  if (!opener) return null;
  return {
    role: '',
    organisation: span.mention.text,
    start: opener.start,
    end: span.mention.end,
    sentence: index,
  };
}

function isGroupName(named: NamedSentence, at: number): boolean {
  return named.from.get(at)?.mention.kind === 'organisation';
}

function saysKind(named: NamedSentence, at: number): boolean {
  const token = named.sentence.tokens[at];
  const place = named.from.get(at)?.mention.kind === 'place';
  return place || (/^(?:NOUN|ADJ)$/.test(token?.pos ?? '') && /^\p{Ll}/u.test(token?.text ?? ''));
}

/** "X is the head of ...", "X was named coach of ...". */
export function predicate(named: NamedSentence, from: number): Role | null {
  const { tokens } = named.sentence;
  let at = from;
  for (let step = 0; step < 3 && BECOMES.test(tokens[at]?.lower ?? ''); step++) at++;
  if (at === from) return null;
  const named_ = /^(?:named|appointed|elected|re-elected|as)$/.test(tokens[at - 1]?.lower ?? '');
  if (!named_ && !isArticle(tokens[at])) return null;
  const last = nounPhraseEnd(named, at);
  return last === null ? null : roleBehind(named, { first: at, last });
}
