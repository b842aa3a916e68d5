/** Who is meant: subjects of sentences, and whom a pronoun stands for. */
import type { Mention, Token } from '../reading/reading.ts';
import { PRONOUNS, THING_PRONOUNS } from '../cues/speech.ts';
import { genderOf } from './gender.ts';
import { isQuotedAt, type Study } from './study.ts';

/** "a spokesman for John Brown", "Brown's lawyer": Brown does not speak. */
export function hangsOn(study: Study, tokens: readonly Token[], mention: Mention): boolean {
  if (/^['’]s\b/.test(study.take.text.slice(mention.end, mention.end + 3))) return true;
  const at = tokens.findIndex((token) => token.start >= mention.start);
  const before = tokens[at - 1];
  return (
    before !== undefined &&
    /^(?:of|for|with|to|from|about|against|by|than|on|at|in)$/.test(before.lower)
  );
}

const SPOKESMEN =
  /^(?:spokes(?:man|woman|person|people)|officials?|police|ministry|department|company|court|statement|report|source|sources|analyst|analysts|economist|witness(?:es)?|resident|residents|government|agency|office|judge|prosecutors?|lawyers?|officer|officers|manager|coach|captain|minister|president|chairman|chairwoman|director|researcher|researchers|scientist|scientists|expert|union|group|bank|mother|father|brother|sister|neighbou?r|driver|student|worker|doctor|survivor|authorit(?:y|ies)|jury|parliament|tribunal|investigators?|detectives?|inspectors?|negotiators?|mediators?|envoys?|delegates?|rescuers?|troops|soldiers?|party|club|firm|council|leader|diplomat|study|authors?|protest[eo]rs|demonstrators|activists|campaigners|organi[sz]ers?|villagers|rebels|militants|workers|students|teachers|doctors|nurses|farmers|parents|fishermen|experts|economists|scholars|engineers|diplomats|unions|ministries|commission|federation|association|institute|foundation|charity|regulator|airline|committee|army|military|navy|embassy|university|museum|board|watchdog|operator|league|administration|campaigner|activist|coastguards?|guard|services?|brigade|observatory|centre|center|bureau|presidency|palace|cabinet|mission|crew|broadcaster|newspaper|fund|programme|inspectorate|archdiocese|church|trust|society|chamber|congress|senate|force|hospital|clinic|letter|passengers?|fans|teams?|survivors|relatives|critics|lawmakers|developers?|owners?|prosecution|defence|defense)$/;

/** A noun for somebody who can speak and act: "officials", "court". */
export function canSpeak({ lower }: Token): boolean {
  return SPOKESMEN.test(lower);
}

/** "a ministry spokesman", as it stands. */
export function nounPhrase(study: Study, tokens: readonly Token[]): string | null {
  let head = tokens.findIndex((token) => SPOKESMEN.test(token.lower));
  if (head < 0) return null;
  while (/^(?:NOUN|PROPN)$/.test(tokens[head + 1]?.pos ?? '')) head += 1;
  let from = head;
  while (
    from > 0 &&
    head - from < 5 &&
    (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[from - 1]?.pos ?? '') ||
      isNameBehindArticle(tokens, from - 1))
  )
    from -= 1;
  let to = head;
  const written = /^(?:statement|letter|report|message)$/.test(tokens[head]?.lower ?? '');
  if (
    /^(?:for|of|at)$/.test(tokens[head + 1]?.lower ?? '') ||
    (written && /^(?:from|by)$/.test(tokens[head + 1]?.lower ?? ''))
  )
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

/** "A Met spokesman": a short name that the tagger takes for a verb. */
function isNameBehindArticle(tokens: readonly Token[], at: number): boolean {
  return /^\p{Lu}/u.test(tokens[at]?.text ?? '') && tokens[at - 1]?.pos === 'DET';
}

/** The fullest form of the name that a mention stands for. */
export function nameOf(study: Study, mention: Mention): string {
  return study.entities[mention.entity]?.name ?? mention.text;
}

/** "he" or "she" among the words. */
export function pronounIn(tokens: readonly Token[]): Token | undefined {
  return tokens.find((token) => PRONOUNS.has(token.lower));
}

const LOOK_BACK_SENTENCES = 4;

/**
 * The person last named before `at`, outside quotation marks: subjects before objects, and people who
 * were introduced before lone names, which are as often places. With a pronoun ("he", "she") nobody
 * whom the copy or a common given name shows to be of the other sex.
 */
export function antecedent(study: Study, at: number, pronoun?: string): string | null {
  const index = study.sentences.findLastIndex((sentence) => sentence.start <= at);
  let lone: Mention | null = null;
  for (let back = index; back >= 0 && back >= index - LOOK_BACK_SENTENCES; back -= 1) {
    const people = (study.mentionsIn[back] ?? []).filter(
      (each) =>
        each.kind === 'person' &&
        each.start < at &&
        !isQuotedAt(study, each.start) &&
        !isOther(study, each, pronoun),
    );
    const tokens = study.sentences[back]?.tokens ?? [];
    const subjects = people.filter((each) => !hangsOn(study, tokens, each));
    const first =
      people.find((each) => contradicts(study, each)) ??
      (pronoun === undefined ? undefined : subjects.find((each) => hasSpoken(tokens, each))) ??
      subjects.find((each) => isIntroduced(study, each)) ??
      people.find((each) => isIntroduced(study, each));
    if (first) return nameOf(study, first);
    lone ??= subjects[0] ?? people[0] ?? null;
  }
  return lone && nameOf(study, lone);
}

/** "..., said analyst Ada Roe": who spoke last is who goes on. */
function hasSpoken(tokens: readonly Token[], { start }: Mention): boolean {
  let at = tokens.findIndex((token) => token.start >= start) - 1;
  while (at > 0 && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[at]?.pos ?? '')) at -= 1;
  return (
    /^(?:said|says|added|adds)$/.test(tokens[at]?.lower ?? '') &&
    /^[,"”’'?!]$/.test(tokens[at - 1]?.text ?? '')
  );
}

/** Is the pronoun of the other sex? */
function isOther(study: Study, { entity }: Mention, pronoun: string | undefined): boolean {
  const known = study.entities[entity];
  if (pronoun === undefined || known === undefined) return false;
  const gender = genderOf(study.take.text, known);
  return gender !== null && gender !== (pronoun === 'she' ? 'woman' : 'man');
}

function isIntroduced(study: Study, { entity }: Mention): boolean {
  const known = study.entities[entity];
  if (known === undefined || (known.unsure && known.roles.length === 0)) return false;
  return known.name.includes(' ') || known.roles.length > 0;
}

/** "a charge that Mr Brown rejected": what comes next is Brown's side of it. */
function contradicts(study: Study, { start, end }: Mention): boolean {
  const { text } = study.take;
  return (
    /\b(?:that|which|charges?|claims?|allegations?|accusations?)\s+(?:\w{2,4}\.?\s+)?$/.test(
      text.slice(Math.max(0, start - 24), start),
    ) &&
    /^\s+(?:has |had |flatly |strongly |later )?(?:rejected|rejects|denied|denies|disputed|disputes)\b/.test(
      text.slice(end, end + 30),
    )
  );
}

/** "it said in a statement": the organisation or group that the sentence before has for a subject. */
export function thingMeant(study: Study, tokens: readonly Token[]): string | null {
  const last = tokens.findLast((token) => /\p{L}/u.test(token.text) && token.pos !== 'ADV');
  if (!last || !THING_PRONOUNS.has(last.lower)) return null;
  const index = study.sentences.findLastIndex((sentence) => sentence.start <= last.start);
  for (let back = index; back >= Math.max(0, index - 2); back -= 1) {
    const words = (study.sentences[back]?.tokens ?? []).filter(
      (token) => token.end <= last.start && !isQuotedAt(study, token.start),
    );
    const verb = words.findIndex((token) => /^(?:VERB|AUX)$/.test(token.pos));
    const subject = words.slice(0, verb < 0 ? 0 : verb);
    const end = subject.at(-1)?.end ?? 0;
    const organisation = (study.mentionsIn[back] ?? []).find(
      (each) => each.kind === 'organisation' && each.end <= end && !hangsOn(study, subject, each),
    );
    const phrase = nounPhrase(study, subject);
    const partOnly = organisation && phrase?.includes(organisation.text);
    const meant = organisation && !partOnly ? nameOf(study, organisation) : phrase;
    if (meant !== null) return meant;
  }
  return null;
}
