/** The actor of the opening sentence, when it is no person: a firm, a court, a group of people. */
import type { Person } from '../../../news/card.ts';
import type { ReadSentence, Token } from '../reading/reading.ts';
import { evidenceOf } from './evidence.ts';
import { firstVerb, ledeOf } from './lede.ts';
import { canSpeak } from './subject.ts';
import type { Study } from './study.ts';

const LONGEST = 9;
const PEOPLE =
  /\b(?:people|persons?|men|women|man|woman|children|students|workers|police|passengers|climbers|soldiers|officials|protesters|voters|researchers|scientists|firefighters|rescuers|gunmen|militants|residents|players|miners|employees|teachers|nurses|farmers|refugees|migrants|victims|boys|girls|pilots|sailors|judges|jurors|engineers|doctors|patients|tourists|fans|families|crew|team|jury|court|government|company|bank|club|regulators|lawmakers|senators|ministers|astronauts|authorities|dozens|hundreds|thousands|suspects?|attackers?|bombers?|drivers?|gunman|gunmen|knifeman|policeman|teenagers?|toddlers?|pensioners?|businessman|lawmaker|shareholders|investors|prosecutors|customers|commuters|demonstrators|troops|rebels|detectives|archaeologists|astronomers|scientist|champions|hosts|voters|united|city)\b/i;

/** The words before the first verb of the opening, when they name a group or an organisation. */
export function actorOf(study: Study): Person | null {
  const sentence = ledeOf(study);
  if (!sentence || sentence.quoted) return null;
  const verb = firstVerb(sentence.tokens);
  if (verb < 1 || verb > LONGEST + 4) return null;
  // "Though the Harriers lost": the words before the name are no part of it
  const [conjunction, article] = sentence.tokens;
  const clause = /^(?:SCONJ|CCONJ)$/.test(conjunction?.pos ?? '') ? 1 : 0;
  const opened = clause > 0 && article?.lower === 'the' ? 2 : clause;
  const words = withoutSign(sentence.tokens.slice(opened, verb));
  const end = endOf(words);
  const first = words[0];
  const last = words[end - 1];
  if (!first || !last || end > LONGEST) return null;
  const stretch = { start: first.start, end: last.end };
  const opening = (study.mentionsIn[sentence.index] ?? []).filter(
    (mention) => mention.start >= stretch.start && mention.start < stretch.end,
  );
  if (opening.some((mention) => mention.kind === 'person')) return null;
  if (
    isNamedBehind(study, sentence, stretch.end) ||
    isNaming(sentence.tokens.slice(verb)) ||
    isHearsay(words.slice(0, end), sentence.tokens[verb])
  )
    return null;
  const organisation = opening.find(
    (mention) =>
      mention.kind === 'organisation' &&
      mention.start >= stretch.start &&
      mention.end <= stretch.end,
  );
  const name = study.take.text.slice(stretch.start, stretch.end);
  if (
    !headActs(words.slice(0, end), organisation?.end ?? null) ||
    SPELL.test(name) ||
    name.includes(':') ||
    /^(?:in|on|at(?! least)|after|as|when|if|while|with|for|it|there)\b/i.test(name)
  )
    return null;
  return { name, role: null, organisation: null, evidence: [evidenceOf(study.take, stretch)] };
}

/** "Marlow Bank Ltd. (MRL)": the sign of the exchange is no part of the name. */
function withoutSign(words: readonly Token[]): readonly Token[] {
  const open = words.findLastIndex(({ text }) => text === '(');
  const signed = open > 0 && open === words.length - 3 && words.at(-1)?.text === ')';
  return signed ? words.slice(0, open) : words;
}

/** Words and mouths of those who act. */
const TELLS = /^(?:spokes\p{L}+|statement|reports?|letter|study|source)$/u;

/** "Phone records of a driver", "Marlow Bank's shares": whoever acts is the head, not what hangs on it. */
function headActs(words: readonly Token[], organisationEnd: number | null): boolean {
  if (/^['’]s?$/.test(words.at(-1)?.text ?? '')) return false;
  const of = words.findIndex(({ lower }) => lower === 'of');
  const head = of > 0 ? words.slice(0, of) : words;
  const end = head.at(-1)?.end ?? 0;
  if (organisationEnd !== null && organisationEnd >= end) return true;
  const name = head.map(({ text }) => text).join(' ');
  const last = head.at(-1);
  if (organisationEnd !== null && last && canSpeak(last) && !TELLS.test(last.lower)) return true;
  return (
    PEOPLE.test(name) ||
    (of > 0 && /\b(?:group|number|team|majority|pair|couple|crowd|host|handful)$/i.test(name))
  );
}

/** "The governor of the bank, Ada Voss, resigned": the person is known by name. */
function isNamedBehind(study: Study, { index }: ReadSentence, end: number): boolean {
  const next = (study.mentionsIn[index] ?? []).find((mention) => mention.start >= end);
  return next?.kind === 'person' && /^, $/.test(study.take.text.slice(end, next.start));
}

/** "The victims have been named as Ada Lind and Bo Roe": who is named is who it is about. */
function isNaming(behind: readonly Token[]): boolean {
  const words = behind.slice(0, 6).map(({ lower }) => lower);
  const at = words.findIndex((word) => /^(?:named|identified)$/.test(word));
  return at > 0 && words.slice(0, at).every((word) => /^(?:has|have|had|was|were|been|now|all|both|also|\p{L}{2,12}ly)$/u.test(word)); // prettier-ignore
}

/** "A week of heat", "A shortage of doctors": what befalls people does not act. */
const SPELL =
  /^(?:an?|the|this|\p{L}{3,8}) (?:\p{L}{3,12} )?(?:days?|nights?|weeks?|weekend|months?|years?|spell|wave|series|string|lack|shortage|rise|fall|surge|threat|risk|fears?|outbreak) of\b/iu;

const MOUTHPIECE =
  /^(?:[\p{L} ]{0,30}\b)?(?:officials|police|authorities|sources|witnesses|residents|diplomats|lawyers|analysts)$/iu;

/** "Officials said": whoever only tells it did nothing. */
function isHearsay(words: readonly Token[], verb: Token | undefined): boolean {
  const name = words.map(({ text }) => text).join(' ');
  return verb !== undefined && /^(?:said|say|says)$/.test(verb.lower) && MOUTHPIECE.test(name);
}

/** Without a trailing preposition, comma or relative pronoun. */
function endOf(words: readonly Token[]): number {
  const cut = words.findIndex((token) =>
    /^(?:,|in|at|on|near|who|which|that|have|has|—|–)$/.test(token.lower),
  );
  return cut > 0 ? cut : words.length;
}
