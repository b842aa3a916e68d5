/** Who says what stands in quotation marks: the subject of the verb of saying beside it. */
import { isAgency } from '../../../news/dateline-names.ts';
import type { Mention, ReadSentence, Token } from '../reading/reading.ts';
import { SPEECH_VERBS, VERDICT_VERBS } from '../cues/speech.ts';
import type { QuotedStretch } from './quoted.ts';
import { antecedent, hangsOn, nameOf, nounPhrase, pronounIn, thingMeant } from './subject.ts';
import { isQuotedAt, type Study } from './study.ts';

const NEAR_TOKENS = 28;
/** Words between a verb and the fragment that it attributes. */
const NEAR_FRAGMENT = 14;

/** The speaker that the sentence itself states for the quotation, in full; null when it states none. */
export function statedSpeaker(
  study: Study,
  sentence: ReadSentence,
  quote: QuotedStretch,
): string | null {
  const tokens = sentence.tokens.filter((token) => !isQuotedAt(study, token.start));
  const after = tokens.findIndex((token) => token.start >= quote.end);
  const split = after < 0 ? tokens.length : after;
  const before = tokens.slice(0, split);
  const speakers = [
    speakerAfter(study, tokens.slice(split, split + NEAR_TOKENS)),
    speakerBefore(study, before),
    introduced(study, before),
  ];
  // "... he said, Interwire reported": whoever passes it on does not say it
  return speakers.find((each) => each !== null && !isMedium(each)) ?? null;
}

/** A news agency or paper passes on what others say; an "agency" of a state speaks for itself. */
function isMedium(speaker: string): boolean {
  const name = speaker.replace(/^the /i, '');
  return isAgency(name) && /^\p{Lu}/u.test(name) && !/agency$/i.test(name);
}

/** `X was blunt: "..."` and `In the words of X, "..."`: no verb of saying, but an opening to speech. */
function introduced(study: Study, before: readonly Token[]): string | null {
  const last = before.at(-1);
  const words = before.findLastIndex(({ lower }) => lower === 'words');
  if (last?.text === ',' && words >= 0 && before[words + 1]?.lower === 'of')
    return subjectIn(study, before.slice(words + 2));
  if (last?.text !== ':') return null;
  const verb = before.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return verb > 0 ? subjectIn(study, before.slice(0, verb)) : null;
}

/** `discussed a "wide range of topics," he said`: the marks hold up a part of a phrase, no speech. */
const HELD_UP = /^(?:an?|the|its|their|his|her|this|these|those|some|any|no|such|['’]s)$/;

/** The speaker of a few words quoted inside a sentence: only one whose verb stands close to them. */
export function fragmentSpeaker(
  study: Study,
  sentence: ReadSentence,
  quote: QuotedStretch,
): string | null {
  const speaker = besideFragment(study, sentence, quote);
  return speaker !== null && isMedium(speaker) ? null : speaker;
}

function besideFragment(study: Study, sentence: ReadSentence, quote: QuotedStretch): string | null {
  const tokens = sentence.tokens.filter((token) => !isQuotedAt(study, token.start));
  const before = tokens.filter((token) => token.end <= quote.start);
  const verb = before.findLastIndex(
    (token, index) =>
      (isSaying(token) || VERDICT_VERBS.has(token.lower)) &&
      (before[index + 1]?.lower === 'by' ||
        !/^(?:is|are|was|were|be|been|being|so)$/.test(before[index - 1]?.lower ?? '')),
  );
  if (verb >= 0 && before[verb + 1]?.lower === 'by')
    return subjectIn(study, before.slice(verb + 2));
  if (verb >= 0 && before.length - verb <= NEAR_FRAGMENT) return subjectBefore(study, before, verb);
  if (/^(?:DET|ADJ)$/.test(before.at(-1)?.pos ?? '') || HELD_UP.test(before.at(-1)?.lower ?? ''))
    return null;
  const after = tokens.filter((token) => token.start >= quote.end).slice(0, NEAR_FRAGMENT);
  return speakerAfter(study, after);
}

/** `"...," X said` or `"...," said X`. */
function speakerAfter(study: Study, tokens: readonly Token[]): string | null {
  const verb = tokens.findIndex(
    (token, at) => isSaying(token) || (token.lower === 'went' && tokens[at + 1]?.lower === 'on'),
  );
  if (verb < 0) return null;
  const quoted = quotedSpeaker(study, tokens);
  if (quoted) return quoted;
  const before = tokens.slice(0, verb);
  if (tokens[verb]?.lower === 'according')
    return before.some(isWord) ? null : subjectIn(study, untilClauseEnd(tokens.slice(verb + 2)));
  if (before.some((token) => /^[.;:?!]$/.test(token.text))) return null;
  const subject = subjectIn(study, before);
  if (subject) return subject;
  if (before.some(isWord) && !before.every((token) => !isWord(token) || isSmall(token)))
    return null;
  return subjectIn(study, untilClauseEnd(tokens.slice(verb + 1)));
}

/** `X said: "..."`: the last verb of saying before the quotation and what stands before it. */
function speakerBefore(study: Study, tokens: readonly Token[]): string | null {
  let verb = -1;
  tokens.forEach((token, index) => {
    if (isSaying(token)) verb = index;
  });
  return verb < 0 ? null : subjectBefore(study, tokens, verb);
}

/** "X quoted Y as saying", "Y was quoted by X as saying": Y says it. */
function quotedSpeaker(study: Study, tokens: readonly Token[]): string | null {
  const verb = tokens.findIndex(({ lower }) =>
    /^(?:quoted|quoting|quotes|cited|citing|cites)$/.test(lower),
  );
  const as = tokens.findIndex(
    ({ lower }, at) => at > verb && lower === 'as' && tokens[at + 1]?.lower === 'saying',
  );
  if (verb < 0 || as < 0) return null;
  const passive = /^(?:is|was|were|been|being)$/.test(tokens[verb - 1]?.lower ?? '');
  return subjectIn(study, passive ? tokens.slice(0, verb - 1) : tokens.slice(verb + 1, as));
}

function subjectBefore(study: Study, tokens: readonly Token[], verb: number): string | null {
  if (tokens[verb]?.lower === 'according') return subjectIn(study, tokens.slice(verb + 2));
  if (verb === 0) return subjectIn(study, tokens.slice(1));
  const quoted = quotedSpeaker(study, tokens.slice(0, verb + 1));
  if (quoted) return quoted;
  const clause = withoutOpening(study, tokens.slice(0, verb));
  const from = clause.findLastIndex((token) => /^(?:;|but|as|while|after|when)$/.test(token.lower));
  const own = withoutAside(clause.slice(from + 1));
  return (
    participleSubject(study, own, tokens[verb]) ?? subjectIn(study, own) ?? subjectIn(study, clause)
  );
}

/** "As it became clear that Roe had won, Lind wrote": whom the clause in front names does not speak. */
function withoutOpening(study: Study, clause: readonly Token[]): readonly Token[] {
  if (
    !/^(?:as|while|when|after|before|although|though|because|since|if)$/.test(
      clause[0]?.lower ?? '',
    )
  )
    return clause;
  const comma = clause.findLastIndex(({ text }) => text === ',');
  const main = clause.slice(comma + 1);
  return comma > 0 && subjectIn(study, main) !== null ? main : clause;
}

/** "The jury, under its chairman, X, praised": whom an aside names is not who speaks. */
function withoutAside(clause: readonly Token[]): readonly Token[] {
  const comma = clause.findIndex(
    ({ text }, at) =>
      text === ',' &&
      at > 0 &&
      /^(?:under|with|led|headed|chaired|including|alongside|joined)$/.test(
        clause[at + 1]?.lower ?? '',
      ),
  );
  return comma > 0 && clause.at(-1)?.text === ',' ? clause.slice(0, comma) : clause;
}

/** "The court acquitted Brown, saying": who acts says it, not whom the sentence names last. */
function participleSubject(
  study: Study,
  clause: readonly Token[],
  verb: Token | undefined,
): string | null {
  if (!verb?.lower.endsWith('ing') || /^(?:AUX|DET)$/.test(clause.at(-1)?.pos ?? '')) return null;
  const finite = clause.findIndex(
    (token) => /^(?:VERB|AUX)$/.test(token.pos) && !token.lower.endsWith('ing'),
  );
  return finite > 0 ? subjectIn(study, clause.slice(0, finite)) : null;
}

const isSaying = (token: Token): boolean => SPEECH_VERBS.has(token.lower);
const isWord = (token: Token): boolean => /\p{L}/u.test(token.text);
const isSmall = (token: Token): boolean =>
  /^(?:and|but|also|then|later|who|which|to)$/.test(token.lower) || token.pos === 'ADV';

function untilClauseEnd(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex((token) => /^[.;:"“?!]$/.test(token.text));
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** The first person, organisation, pronoun or plain noun phrase that can be the subject. */
function subjectIn(study: Study, tokens: readonly Token[]): string | null {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return null;
  const mentions = mentionsBetween(study, first.start, last.end).filter(
    (mention) => !hangsOn(study, tokens, mention),
  );
  const people = mentions.filter((mention) => mention.kind === 'person');
  const person = people.find((each, at) => !standsBefore(tokens, each, people[at + 1]));
  if (person) return nameOf(study, person);
  const pronoun = pronounIn(tokens);
  if (pronoun) return antecedent(study, pronoun.start, pronoun.lower);
  const thing = thingMeant(study, tokens);
  if (thing) return thing;
  const bearer = bearerAt(study, tokens);
  if (bearer) return bearer;
  const epithet = epithetAt(tokens);
  if (epithet) return antecedent(study, epithet.start);
  const phrase = nounPhrase(study, tokens);
  const organisation = mentions.find((mention) => mention.kind === 'organisation');
  return phrase ?? (organisation ? nameOf(study, organisation) : null);
}

/** "Estmark negotiator Mati Rebane": a name with nothing but nouns up to the next says whose. */
function standsBefore(tokens: readonly Token[], one: Mention, next: Mention | undefined): boolean {
  if (next === undefined) return false;
  const between = tokens.filter(({ start, end }) => start >= one.end && end <= next.start);
  return (
    between.length > 0 &&
    between.at(-1)?.pos === 'NOUN' &&
    between.every(({ pos, text }) => /^(?:NOUN|ADJ)$/.test(pos) && isLower(text))
  );
}

const isLower = (text: string): boolean => /^\p{Ll}/u.test(text);

/** "the Spaniard", "the 19-year-old": another word for the person last named. */
function epithetAt(tokens: readonly Token[]): Token | undefined {
  return tokens.find((token, index) => {
    if (token.lower !== 'the') return false;
    const next = tokens[index + 1]?.text ?? '';
    const after = tokens[index + 2];
    const alone = !after || !/^(?:NOUN|ADJ|PROPN)$/.test(after.pos);
    return (
      /^\d{1,3}-year-old$/.test(next) ||
      (alone && /^(?:\p{Lu}\p{Ll}+(?:iard|ian|ean|ese|man|woman|can|er))$/u.test(next))
    );
  });
}

function mentionsBetween(study: Study, start: number, end: number): Mention[] {
  const index = study.sentences.findIndex(
    (sentence) => sentence.start <= start && start < sentence.end,
  );
  return (study.mentionsIn[index] ?? []).filter((each) => each.start >= start && each.end <= end);
}

/** "the judge", "the union leader", when one person alone is given as one: that person. */
function bearerAt(study: Study, tokens: readonly Token[]): string | null {
  const the = tokens.findIndex(({ lower }) => lower === 'the');
  if (the < 0) return null;
  let end = the + 1;
  while (end < the + 4 && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[end]?.pos ?? '')) end += 1;
  const phrase = tokens.slice(the + 1, end).map(({ lower }) => lower);
  // "the head of the bank" is said of whoever heads the bank
  if (phrase.length === 0 || /^(?:of|for|at|in|['’]s?)$/.test(tokens[end]?.lower ?? ''))
    return null;
  const bearers = study.entities.filter(
    (entity) =>
      entity.kind === 'person' &&
      entity.roles.some(({ role }) => {
        const words = role.toLowerCase().split(' ');
        return phrase.every((word) => words.includes(word));
      }),
  );
  return bearers.length === 1 ? (bearers[0]?.name ?? null) : null;
}
