/** Finds the stretches of a sentence that may be names, with titles and nationalities split off. */
import { gazetteer } from './gazetteer.ts';
import { splitRun } from './name-splitting.ts';
import type { Candidate, ReadSentence, Token } from './reading.ts';

const PARTICLES = new Set(
  'ap ab ferch abu umm de da do dos das del della di du la le van von der den ter ten bin ibn bint al el y ould zu af av'.split(
    ' ',
  ),
);
const LINKS = new Set(['of', 'for', 'on']);
const JOINED_POSSESSIVES =
  /^(?:People|Women|Men|Children|Veterans|King|Queen|Workers|Teachers|St|Lloyd|Moody|McDonald|Sainsbury|Kellogg|Wendy|Macy|Levi|Sotheby|Christie|Lord)$/;
const CAPITAL = /^(?:\p{Lu}|(?:al|el|ul|as|ash|ad|an|ar|at|d|l|o)[-'’]\p{Lu}|[a-z]\p{Lu}\p{L})/u;
/** Words that open the next sentence where a full stop was lost; no name holds them in capitals. */
const BREAKS = /^(?:The|It|They|He|She|We|This|That|These|Thank|Who|What|When|If|But|And|I)$/;
const BREAKS_BEFORE_NAME = /^(?:At|In|On|By|To|As|From|With|For)$/;
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)$/;
/** "Mum-of-two", "Leeds-based": capitals by chance. */
const COMPOUND =
  /-(?:of|in|to)-|-(?:bound|based|born|led|backed|style|area|wide|themed|made|era|owned|run|trained|like)$/;
const LONGEST_RUN = 16;

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && CAPITAL.test(token.text) && !COMPOUND.test(token.text);
}

/** All candidates of a sentence, left to right, without overlaps. */
export function candidatesOf(sentence: ReadSentence): Candidate[] {
  const { tokens } = sentence;
  const shouted = isShouted(tokens);
  const candidates: Candidate[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isCapital(tokens[at]) || (tokens[at]?.text.length ?? 0) > 64) continue;
    const end = runEnd(tokens, at);
    const run = { sentence: sentence.index, first: at, last: end };
    const handle = /^[@#]$/.test(tokens[at - 1]?.text ?? '');
    if (!shouted && !handle && !isLoud(tokens.slice(at, end)))
      candidates.push(...splitRun(tokens, run, opens(tokens, at)));
    at = end - 1;
  }
  return candidates;
}

/** A headline among the sentences: in capitals, or with a capital on every word. */
function isShouted(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => /^\p{L}{2,}/u.test(token.text));
  const loud = words.filter((token) => token.text === token.text.toUpperCase());
  if (words.length >= 4 && loud.length * 10 > words.length * 6) return true;
  if (/^[.!?”"]/.test(tokens.at(-1)?.text ?? '')) return false;
  const long = words.filter((token) => token.text.length > 3);
  const capital = long.filter((token) => /^\p{Lu}/u.test(token.text));
  return long.length >= 6 && capital.length * 10 >= long.length * 9;
}

/** Three words or more in capitals: shouting, no name. */
function isLoud(words: readonly Token[]): boolean {
  return (
    words.length > 2 &&
    words.every((token) => /^\p{Lu}{2,}/u.test(token.text) && !/\p{Ll}/u.test(token.text))
  );
}

/** Whether a token opens a sentence, a quotation or what follows a colon. */
function opens(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before === undefined || /^["“”‘'`:;(—–-]+$/.test(before.text) || /^[.!?]/.test(before.text)
  );
}

function runEnd(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  while (end < tokens.length && end - from < LONGEST_RUN) {
    const step = stepFrom(tokens, from, end);
    if (step === 0) break;
    end += step;
  }
  return end;
}

/** How many tokens the run grows by at `end`; 0 when it ends there. */
function stepFrom(tokens: readonly Token[], from: number, end: number): number {
  const [last, next, after, third] = [
    tokens[end - 1],
    tokens[end],
    tokens[end + 1],
    tokens[end + 2],
  ];
  if (!last || !next) return 0;
  if (
    BREAKS.test(next.text) ||
    CALENDAR.test(next.text) ||
    (BREAKS_BEFORE_NAME.test(next.text) && isCapital(after))
  )
    return 0;
  if (isCapital(next) && next.start - last.end <= 1) return 1;
  if (next.text === '&' && isCapital(after)) return 2;
  if (
    /^['’]$/.test(next.text) &&
    next.start === last.end &&
    /s$/.test(last.text) &&
    isCapital(after)
  ) {
    const { organisationWords } = gazetteer();
    return [after, third].some((token) => organisationWords.has(token?.text ?? '')) ? 2 : 0;
  }
  if (/^['’]s$/.test(next.text) && JOINED_POSSESSIVES.test(last.text)) return 1;
  if (PARTICLES.has(next.lower) && !heads(tokens, from, end)) {
    if (isCapital(after)) return 2;
    if (after && PARTICLES.has(after.lower) && isCapital(third)) return 3;
  }
  return linkStep(tokens, from, end);
}

/** "Ministry of", "Bank of the", "Economy, Trade and Industry" inside the name of an organisation. */
function linkStep(tokens: readonly Token[], from: number, end: number): number {
  const [next, after, third] = [tokens[end], tokens[end + 1], tokens[end + 2]];
  if (!next || !heads(tokens, from, end)) return 0;
  if (LINKS.has(next.lower)) {
    if (isCapital(after)) return CALENDAR.test(after?.text ?? '') ? 0 : 2;
    return after?.lower === 'the' && isCapital(third) ? 3 : 0;
  }
  if (next.lower === 'in' && isCapital(after) && /^Organi[sz]ation$/.test(tokens[from]?.text ?? ''))
    return 2;
  const inside = tokens.slice(from, end).some((token) => LINKS.has(token.lower));
  if (!inside) return 0;
  if (next.lower === 'and' && isCapital(after) && listed(tokens, from, end + 1)) return 2;
  return next.text === ',' && isCapital(after) && closesList(tokens, end + 1) ? 2 : 0;
}

/** Portfolios are joined by "and" ("Trade and Industry"); two places or two people are not. */
function listed(tokens: readonly Token[], from: number, at: number): boolean {
  const head = tokens[from]?.text ?? '';
  const word = tokens[at]?.text ?? '';
  const { places, cities, givenNames } = gazetteer();
  if (/^(?:President|King|Queen|Prince|Bank|Government|Gulf|Bay)$/.test(head)) return false;
  return !places.has(word) && !cities.has(word) && !givenNames.has(word) && !isAcronym(word);
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word);
}

/** Whether capitals and commas from `at` lead to "and" with a capital: a list inside a name. */
function closesList(tokens: readonly Token[], at: number): boolean {
  if (!listed(tokens, at, at)) return false;
  for (let index = at; index < at + 8; index++) {
    const token = tokens[index];
    if (token?.lower === 'and')
      return isCapital(tokens[index + 1]) && listed(tokens, at, index + 1);
    if (token?.text !== ',' && !isCapital(token)) return false;
  }
  return false;
}

/** Whether the run holds a word that names of the form "X of Y" start with. */
function heads(tokens: readonly Token[], from: number, end: number): boolean {
  const { organisationWords } = gazetteer();
  const heads =
    /^(?:House|Secretary|Republic|Kingdom|States|Gulf|Bay|Isle|Strait|City|University|Minister|Director|Chancellor|Duke|Duchess|Prince|Princess|Archbishop|Bishop|Earl|Church|Centers|Organisation|Organization|Institutes|Knights|Sons|Daughters|Friends|Bank|Lloyd|Sea|Cape|Cathedral|Attorney|District|Province|Order|Trinity|King|Queen|President|Speaker|Chief|Commissioner|Superintendent|Governor|Inspector|Chairman|Mayor|Commander|Ambassador|Undersecretary|Dean|Professor|Sultan|Emir|Justice|Transport|Faculty|Palace|Port|Battle|Cup|Coast|Tower|Bridge|Act|Treaty|Declaration)$/;
  for (let index = from; index < end; index++) {
    const word = tokens[index]?.text ?? '';
    if (organisationWords.has(word) || heads.test(word)) return true;
  }
  return false;
}
