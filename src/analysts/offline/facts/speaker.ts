/** Who says what stands in quotation marks: the subject of the verb of saying beside it. */
import type { Mention, ReadSentence, Token } from '../reading/read.ts';
import { PRONOUNS, SPEECH_VERBS } from '../cues/speech.ts';
import type { QuotedStretch } from './quoted.ts';
import { isQuotedAt, type Study } from './study.ts';

const NEAR_TOKENS = 28;

/** The speaker that the sentence itself states for the quotation, in full; null when it states none. */
export function statedSpeaker(
  study: Study,
  sentence: ReadSentence,
  quote: QuotedStretch,
): string | null {
  const tokens = sentence.tokens.filter((token) => !isQuotedAt(study, token.start));
  const after = tokens.findIndex((token) => token.start >= quote.end);
  const split = after < 0 ? tokens.length : after;
  return (
    speakerAfter(study, tokens.slice(split, split + NEAR_TOKENS)) ??
    speakerBefore(study, tokens.slice(0, split))
  );
}

/** `"...," X said` or `"...," said X`. */
function speakerAfter(study: Study, tokens: readonly Token[]): string | null {
  const verb = tokens.findIndex(isSaying);
  if (verb < 0) return null;
  const before = tokens.slice(0, verb);
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
  if (verb < 0) return null;
  if (tokens[verb]?.lower === 'according') return subjectIn(study, tokens.slice(verb + 2));
  const clause = tokens.slice(0, verb);
  const from = clause.findLastIndex((token) => /^(?:;|but|as|while|after|when)$/.test(token.lower));
  return subjectIn(study, clause.slice(from + 1)) ?? subjectIn(study, clause);
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
    (mention) => !hangsOn(tokens, mention),
  );
  const person = mentions.find((mention) => mention.kind === 'person');
  if (person) return nameOf(study, person);
  const pronoun = tokens.find((token) => PRONOUNS.has(token.lower));
  if (pronoun) return antecedent(study, pronoun.start);
  const epithet = epithetAt(tokens);
  if (epithet) return antecedent(study, epithet.start);
  const phrase = nounPhrase(study, tokens);
  const organisation = mentions.find((mention) => mention.kind === 'organisation');
  const bearer = phrase === null ? null : bearerOf(study, phrase);
  return bearer ?? phrase ?? (organisation ? nameOf(study, organisation) : null);
}

/** "the Spaniard", "the 19-year-old": another word for the person last named. */
function epithetAt(tokens: readonly Token[]): Token | undefined {
  return tokens.find((token, index) => {
    if (token.lower !== 'the') return false;
    const next = tokens[index + 1]?.text ?? '';
    const after = tokens[index + 2];
    const alone = !after || !/^(?:NOUN|ADJ|PROPN)$/.test(after.pos);
    return (
      alone &&
      /^(?:\d{1,3}-year-old|\p{Lu}\p{Ll}+(?:iard|ian|ean|ese|man|woman|can|er))$/u.test(next)
    );
  });
}

/** "a spokesman for John Brown": Brown does not speak. */
function hangsOn(tokens: readonly Token[], mention: Mention): boolean {
  const at = tokens.findIndex((token) => token.start >= mention.start);
  const before = tokens[at - 1];
  return (
    before !== undefined &&
    /^(?:of|for|with|to|from|about|against|by|than|on|at|in)$/.test(before.lower)
  );
}

const SPOKESMEN =
  /^(?:spokes(?:man|woman|person|people)|officials?|police|ministry|department|company|court|statement|report|source|sources|analyst|analysts|economist|witness(?:es)?|resident|residents|government|agency|office|judge|prosecutors?|lawyers?|officer|officers|manager|coach|captain|minister|president|chairman|chairwoman|director|researcher|researchers|scientist|scientists|expert|union|group|bank|mother|father|brother|sister|neighbou?r|driver|student|worker|doctor|survivor|authorities|party|club|firm|council|leader|diplomat|study|authors?)$/;

/** "a ministry spokesman", as it stands. */
function nounPhrase(study: Study, tokens: readonly Token[]): string | null {
  let head = tokens.findIndex((token) => SPOKESMEN.test(token.lower));
  if (head < 0) return null;
  while (/^(?:NOUN|PROPN)$/.test(tokens[head + 1]?.pos ?? '')) head += 1;
  let from = head;
  while (
    from > 0 &&
    head - from < 5 &&
    /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[from - 1]?.pos ?? '')
  )
    from -= 1;
  let to = head;
  if (/^(?:for|of|at)$/.test(tokens[head + 1]?.lower ?? ''))
    while (
      to + 1 < tokens.length &&
      to - head < 7 &&
      /^(?:DET|ADJ|NOUN|PROPN|ADP)$/.test(tokens[to + 1]?.pos ?? '')
    )
      to += 1;
  const first = tokens[from];
  const last = tokens[to];
  if (!first || !last) return null;
  return study.take.text.slice(first.start, last.end);
}

function mentionsBetween(study: Study, start: number, end: number): Mention[] {
  const index = study.sentences.findIndex(
    (sentence) => sentence.start <= start && start < sentence.end,
  );
  return (study.mentionsIn[index] ?? []).filter((each) => each.start >= start && each.end <= end);
}

/** The fullest form of the name that a mention stands for. */
export function nameOf(study: Study, mention: Mention): string {
  return study.entities[mention.entity]?.name ?? mention.text;
}

const LOOK_BACK_SENTENCES = 4;

/** The person last named before `at`, outside quotation marks: subjects before objects. */
function antecedent(study: Study, at: number): string | null {
  const index = study.sentences.findLastIndex((sentence) => sentence.start <= at);
  const current = study.sentences[index];
  for (let back = index; back >= 0 && back >= index - LOOK_BACK_SENTENCES; back -= 1) {
    const people = (study.mentionsIn[back] ?? []).filter(
      (each) => each.kind === 'person' && each.start < at && !isQuotedAt(study, each.start),
    );
    const first =
      people.find((each) => !hangsOn(study.sentences[back]?.tokens ?? [], each)) ?? people[0];
    if (first && current) return nameOf(study, first);
  }
  return null;
}

/** "the judge", when one person alone is given as a judge: that person. */
function bearerOf(study: Study, phrase: string): string | null {
  const head = /^the (?:[\w-]{2,20} )?([a-z]{3,20})$/i.exec(phrase)?.[1]?.toLowerCase();
  if (head === undefined) return null;
  const bearers = study.entities.filter(
    (entity) =>
      entity.kind === 'person' &&
      entity.roles.some(({ role }) => role.toLowerCase().split(' ').includes(head)),
  );
  return bearers.length === 1 ? (bearers[0]?.name ?? null) : null;
}
