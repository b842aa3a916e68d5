/** Days and places that a take gives for what it tells: "will meet in Halden on May 3". */
import type { DateMention, Mention, ReadSentence, Token } from '../reading/reading.ts';
import { gazetteer } from '../reading/gazetteer.ts';
import { evidenceOf } from '../facts/evidence.ts';
import { daysFrom, isOldNews } from '../facts/old-news.ts';
import { isQuotedAt, type Study } from '../facts/study.ts';
import { deedAt, deedText, keysOf, nounsBefore, peopleBetween, type Claim } from './claim.ts';

const READ = 14;
const OLDEST_DAYS = -21;
/** Words around the day or place that tell what it is the day or place of. */
const NEAR = 14;
/** "Yesterday" is another day in the paper than on the wire. */
const NAMED_DAY =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const AHEAD =
  /\b(?:will|would|shall|to be|due to|due in|due on|scheduled|set for|planned|expected|is to|are to|next)\b/i;

/** The days that sentences near the top give to the day, ahead or behind. */
export function daysOf(study: Study): Claim[] {
  return study.sentences.slice(0, READ).flatMap((sentence) => {
    if (sentence.quoted || isOldNews(study, sentence)) return [];
    const dates = (study.datesIn[sentence.index] ?? []).filter(
      (date) => date.grain === 'day' && date.date !== null && !isQuotedAt(study, date.start),
    );
    return dates.flatMap((date) => dayClaim(study, sentence, date) ?? []);
  });
}

function dayClaim(study: Study, sentence: ReadSentence, mention: DateMention): Claim | null {
  const days = daysFrom(study.anchor, mention.date);
  if (days === null || days < OLDEST_DAYS || mention.date === null) return null;
  if (!NAMED_DAY.test(mention.text)) return null;
  const before = study.take.text.slice(Math.max(sentence.start, mention.start - 24), mention.start);
  const at = sentence.tokens.findIndex(({ start }) => start >= mention.start);
  // "his Monday column", "Tuesday's papers"
  const next = sentence.tokens.find(({ start }) => start >= mention.end);
  if (next && (/^(?:NOUN|PART)$/.test(next.pos) || /^['’]s$/.test(next.text))) return null;
  // "said on Tuesday" is the day of the words
  if (/\b(?:said|says|told \w+|announced|reported)(?: late| early)?(?: on)? $/i.test(before))
    return null;
  // a deadline or a start is no day of the happening
  const limit = /\b(by|before|until|since|from|after)\s+(?:the\s+)?$/i.exec(before)?.[1] ?? 'on';
  const ahead = days > 0 || (days === 0 && mention.tense === 'future');
  return {
    about: 'when',
    measure: `date ${limit.toLowerCase()} ${ahead ? 'ahead' : 'behind'}`,
    value: mention.date,
    ...claimedAt(study, sentence, mention, at),
  };
}

const PREPOSITION =
  /\b(in|at|near|outside|off|inside)\s+(?:the\s+)?(?:(?:city|town|village|port|capital|northern|southern|eastern|western|coastal|central|nearby)\s+(?:of\s+)?){0,3}$/i;
const SPEECH = /\b(?:said|told|added|speaking|reporters)\b[^,;:]{0,30}$/i;
const REGION =
  /^[\s,]*(?:province|region|state|valley|district|county|island|peninsula|coast|mountains?|prefecture)\b/i;

/** A building or a road is somewhere in a town: naming it contradicts no town. */
const SITE =
  /\b(?:arena|stadium|park|hall|hotel|airport|street|avenue|road|highway|interstate|route|square|bridge|palace|university|hospital|school|center|centre|building|court|church|mosque|mall|market|prison|base|camp|club|house|mount|mt|lake|river)\b/i;

/** The places that sentences near the top give for what they tell. */
export function spotsOf(study: Study): Claim[] {
  return study.sentences.slice(0, READ).flatMap((sentence) => {
    if (sentence.quoted || isOldNews(study, sentence)) return [];
    const places = (study.mentionsIn[sentence.index] ?? []).filter(
      ({ kind, start }) => kind === 'place' && !isQuotedAt(study, start),
    );
    return places.flatMap((place) => spotClaim(study, sentence, place) ?? []);
  });
}

function spotClaim(study: Study, sentence: ReadSentence, place: Mention): Claim | null {
  const { text } = study.take;
  const before = text.slice(Math.max(sentence.start, place.start - 60), place.start);
  const found = PREPOSITION.exec(before);
  if (!found || SPEECH.test(before.slice(0, found.index + 1))) return null;
  if (SITE.test(place.text)) return null;
  const at = sentence.tokens.findIndex(({ start }) => start >= place.start);
  const wide =
    REGION.test(text.slice(place.end, place.end + 14)) || gazetteer().places.has(place.text);
  const region = wide ? 'region ' : '';
  return {
    about: 'where',
    measure: `place ${region}${AHEAD.test(sentence.text) ? 'ahead' : 'behind'}`,
    value: place.text.toLowerCase(),
    ...claimedAt(study, sentence, place, at),
  };
}

/** What a claim of a day and of a place have alike: the deed that it is about, and its words. */
function claimedAt(
  study: Study,
  sentence: ReadSentence,
  span: Span & { readonly text: string },
  at: number,
): Omit<Claim, 'about' | 'measure' | 'value'> {
  return {
    bound: 'exact',
    text: span.text,
    words: keysOf(near(study, sentence, span)),
    plain: false,
    nouns: nounsBefore(sentence.tokens, at),
    of: deedText(study, sentence, at),
    deed: deedAt(sentence.tokens, at),
    people: peopleBetween(study, sentence),
    site: null,
    day: null,
    evidence: evidenceOf(study.take, sentence),
  };
}

type Span = { readonly start: number; readonly end: number };

/** Words around a span without those of days and places, which are what sources differ on. */
function near(study: Study, sentence: ReadSentence, span: Span): Token[] {
  const { tokens, index } = sentence;
  const at = tokens.findIndex(({ start }) => start >= span.start);
  const marks: Span[] = [
    ...(study.datesIn[index] ?? []),
    ...(study.mentionsIn[index] ?? []).filter(({ kind }) => kind === 'place'),
  ];
  return tokens
    .slice(Math.max(0, at - NEAR), at + NEAR)
    .filter(({ start }) => !marks.some((mark) => start >= mark.start && start < mark.end));
}
