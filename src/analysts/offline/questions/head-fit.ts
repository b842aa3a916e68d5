/** Whether a sentence speaks of the role, the thing or the deed that a question is about. */
import type { Study } from '../facts/study.ts';
import type { ReadSentence } from '../reading/reading.ts';
import { gazetteer } from '../reading/gazetteer.ts';
import type { Head } from './head.ts';
import { akinTo, measuresIn, nationOf, matesOf, standsFor, stemOf, stemsOf } from './terms.ts';

type Row = {
  readonly from: { readonly study: Study };
  readonly sentence: ReadSentence;
};
type Around = {
  readonly before: ReadSentence | undefined;
  readonly after: ReadSentence | undefined;
};
/** `held`: the head is there. `weight` times the score; `cover` is added to the coverage. */
export type HeadFit = { readonly held: boolean; readonly weight: number; readonly cover: number };

const PLAIN: HeadFit = { held: true, weight: 1, cover: 0 };
const MISSING: HeadFit = { held: false, weight: 1, cover: 0 };
/** A sum: with its sign, or a round or counted number of a currency. */
export const MONEY =
  /[$£€¥₹]\s?\d|\d[ -](?:(?:thousand|million|billion|trillion)[ -])?(?:euros?|dollars?|pounds?|yen|yuan|crowns?|kron[aeo]r?|francs?|pesos?|rupees?|roubles?|rubles?|shillings?|rand|lira|reais|dinars?|forints?|zlotys?|lei|riel|tenge|soles|naira|cedis?|dirhams?|riyals?|baht|ringgit|hryvnias?|taka|birr|lari|kwacha|kina|won|rupiah|dong|pence|cents?)\b|\d (?:million|billion|trillion)(?![ -](?!(?:an?|in|for|to|from|on|at|by|over|and|or|per|after|last|this|more|less|under|was|were|is|as|with|that|which|during|each|worth|US|U\.S)\b)[a-z])/i;
const NEAR_TOKENS = 8;
const COUNTED_TOKENS = 4;

/** How well the sentence fits the head of the question. Linear in the sentence. */
export function headFit(head: Head, row: Row, around: Around): HeadFit {
  switch (head.kind) {
    case 'none':
      return PLAIN;
    case 'role':
      return roleFit(head.stems, head.of, row, around);
    case 'counted':
      return isOwned(head.owner, row) ? countedFit(head.stem, row, around) : MISSING;
    case 'tally':
      return tallyFit(head.stem, row, around);
    case 'measure':
      return measuresIn(row.sentence.text).includes(head.stem) || speaksOf(head.stem, row.sentence)
        ? PLAIN
        : MISSING;
    case 'money':
      // who pays is not fined by that
      if (head.isFine === true && !isNear('fine', row, around)) return MISSING;
      return MONEY.test(row.sentence.text) ? PLAIN : MISSING;
    case 'deed':
      // "world-leading" is no deed
      if (row.sentence.tokens.some(({ lower }) => isAkin(head.stem, lower)))
        return { held: true, weight: 1.25, cover: 0.05 };
      return isNear(head.stem, row, around) ? PLAIN : MISSING;
    case 'thing':
      return head.stems.every((stem) => isNear(stem, row, around) || meansIn(stem, row.sentence))
        ? PLAIN
        : MISSING;
  }
}

/** The word, or a part of it between hyphens, is the stem, of its family or of its group. */
function means(stem: string, word: string): boolean {
  return word.includes('-') && !stem.includes('-')
    ? word.split('-').some((part) => isAkin(stem, part))
    : isAkin(stem, word);
}

function isAkin(stem: string, word: string): boolean {
  return standsFor(word, stem) || akinTo(stem)(stemOf(word));
}

/** As `speaksOf`, for a word that copy may put in any other way. */
function meansIn(stem: string, sentence: ReadSentence): boolean {
  const mates = matesOf(stem);
  return sentence.tokens.some(({ lower }) => means(stem, lower) || mates.has(stemOf(lower)));
}

function speaksOf(stem: string, sentence: ReadSentence | undefined): boolean {
  return sentence?.tokens.some((token) => means(stem, token.lower)) ?? false;
}

/** In the sentence, its neighbours or the headline. */
function isNear(stem: string, { from, sentence }: Row, { before, after }: Around): boolean {
  if ([sentence, before, after].some((each) => speaksOf(stem, each))) return true;
  return stemsOf(from.study.take.headline ?? '').some((each) => means(stem, each));
}

const OWNING = /^(?:his|her|its|their)$/;
const LESSER = /^(?:deputy|vice|former|acting|assistant|ex|late|future|shadow)$/;
const DEMONYM = /^\p{Lu}\p{L}+(?:ian|ean|an|ese|ish|ic|ch)$/u;
/** Verbs that name someone, and participles within a role: "shipping executive". */
const NAMING =
  /ing$|^(?:is|was|are|were|named|appointed|called|elected|became|become|heads?|headed|leads?|led|chairs?|chaired|runs?)$/;

/** The role stands next to a name, is not another's and not a lesser one. */
function roleFit(
  stems: readonly string[],
  of: readonly string[],
  row: Row,
  around: Around,
): HeadFit {
  const { tokens } = row.sentence;
  const noun = stems.at(-1) ?? '';
  if (!stems.slice(0, -1).every((stem) => isNear(stem, row, around))) return MISSING;
  // "his co-defendant": whose is said further back
  const isTheirs =
    of.length === 0 ||
    of.some((stem) => isNear(stem, row, around)) ||
    // "its president" is a union's, seldom a country's
    (of.every((stem) => nationOf(stem) === null) && tokens.some(({ lower }) => OWNING.test(lower)));
  if (!isTheirs) return MISSING;
  const isHeld = tokens.some((token, at) => {
    if (!means(noun, token.lower)) return false;
    const isShort = stems.length > 1 && standsFor(token.lower, stems[0] ?? '');
    const first = isShort ? at - 1 : at - stems.length;
    const before = /^['’]s?$/.test(tokens[first]?.text ?? '') ? tokens[first - 1] : tokens[first];
    if (before && LESSER.test(before.lower) && !stems.includes(before.lower)) return false;
    if (of.length > 0 && before && isAnothers(before.text, tokens[first] !== before, of))
      return false;
    return isByAName(row, at) || isGiven(row, at);
  });
  return isHeld ? { held: true, weight: 1.2, cover: 0.15 } : MISSING;
}

function isAnothers(word: string, owns: boolean, of: readonly string[]): boolean {
  const start = word.toLowerCase().slice(0, 4);
  return (owns || DEMONYM.test(word)) && !of.some((stem) => stem.startsWith(start));
}

const GIVING = /^(?:named|elected|re-elected|appointed|voted|chosen|crowned|sworn|as)$/;
const CONTEST = /\b(?:w[io]ns?|elected|re-elected|race|run-?off|beat|defeat(?:ed|ing)?)\b/i;

/** "Voss ... was named player of the match", "Demir ... won the run-off for mayor". */
function isGiven({ from, sentence }: Row, at: number): boolean {
  const { tokens } = sentence;
  const before = tokens.slice(Math.max(0, at - 4), at).map(({ lower }) => lower);
  const isWon = before.includes('for') && CONTEST.test(sentence.text);
  if (!isWon && !before.some((word) => GIVING.test(word))) return false;
  const role = tokens[at]?.start ?? 0;
  const names = from.study.mentionsIn[sentence.index] ?? [];
  return names.some((name) => name.kind !== 'place' && name.start < role);
}

/** A name within a few tokens, with no verb in between but one that names. */
function isByAName({ from, sentence }: Row, at: number): boolean {
  const { tokens } = sentence;
  const names =
    from.study.mentionsIn[sentence.index]?.filter((each) => each.kind !== 'place') ?? [];
  return names.some((name) => {
    // "the Meridian's captain": whose, not who
    if (/^['’]s/.test(from.study.take.text.slice(name.end, name.end + 2))) return false;
    const first = tokens.findIndex((token) => token.start >= name.start);
    const last = tokens.findLastIndex((token) => token.end <= name.end);
    const [from_, to] = at < first ? [at, first] : [Math.min(last, at), at];
    if (first < 0 || last < 0 || to - from_ > NEAR_TOKENS) return false;
    return tokens
      .slice(from_ + 1, to)
      .every((token) => token.pos !== 'VERB' || NAMING.test(token.lower));
  });
}

function isNumber(token: { readonly pos: string; readonly text: string }): boolean {
  return token.pos === 'NUM' || /^\d/.test(token.text);
}

/** "How many nurses does Zambia have?": a sentence that counts nurses without Zambia tells of others. */
function isOwned(owner: readonly string[], { sentence }: Row): boolean {
  return (
    owner.length === 0 ||
    sentence.tokens.some(({ lower }) => /^(?:it|they|its|their|which)$/.test(lower)) ||
    owner.some((stem) => speaksOf(stem, sentence))
  );
}

/** Said to be uncounted: an answer too. */
const UNCOUNTED =
  /\b(?:not (?:yet )?(?:known|clear|been counted)|unknown|unclear|no (?:figures?|count))\b/i;

/** So near to its number the deed is told of what is counted: "1,200 sheep were drowned". */
const DEED_TOKENS = 8;

/** A count of people in a sentence that speaks of the deed, a count beside the deed, or a bare one. */
function tallyFit(stem: string, row: Row, around: Around): HeadFit {
  const { tokens } = row.sentence;
  const counts = countsIn(row);
  const ofWhom = counts.filter((at) => isBareNumber(tokens, at) || countsPeople(tokens, at));
  // "the death toll from floods in the north rose to 54"
  const isOfToll =
    DEATHS.test(row.sentence.text) &&
    means(stem, 'death') &&
    counts.some((at) => !isMeasure(tokens, at));
  if ((ofWhom.length > 0 || isOfToll) && meansIn(stem, row.sentence)) return PLAIN;
  const mates = matesOf(stem);
  const isBeside = counts.some(
    (at) =>
      !isMeasure(tokens, at) &&
      tokens
        .slice(Math.max(0, at - DEED_TOKENS), at + DEED_TOKENS)
        .some(({ lower }) => means(stem, lower) || mates.has(stemOf(lower))),
  );
  if (isBeside) return PLAIN;
  return counts.some((at) => isBareNumber(tokens, at)) && isNear(stem, row, around)
    ? PLAIN
    : MISSING;
}

const DEATHS = /\bdeath toll\b/i;
const PEOPLE = /^(?:people|persons?|others|dead|injured|men|women|children|lives|deaths|bodies)$/;

/** "Two nurses", "41 others"; "two farms" are none. */
function countsPeople(tokens: ReadSentence['tokens'], at: number): boolean {
  const { roles } = gazetteer();
  return countedBehind(tokens, at).some(
    ({ lower }) => PEOPLE.test(lower) || roles.has(lower) || roles.has(lower.replace(/s$/, '')),
  );
}

const UNIT =
  /^(?:%|percent|per|points?|times|(?:second|minute|hour|day|week|month|year|decade|mile|met(?:re|er)|kilomet(?:re|er)|km|feet|tonne|ton|hectare|acre|degree|euro|dollar|pound|crown)s?)$/;

/** "58 percent", "20 kilometres": a measure, no count. */
function isMeasure(tokens: ReadSentence['tokens'], at: number): boolean {
  return (
    /^[$£€¥₹]$/.test(tokens[at - 1]?.lower ?? '') ||
    tokens.slice(at + 1, at + 3).some(({ lower }) => UNIT.test(lower))
  );
}

/** Where numbers stand that count something: no dates, no places in an order, no "six-hour". */
function countsIn({ from, sentence }: Row): number[] {
  const dates = from.study.datesIn[sentence.index] ?? [];
  const isDated = (at: number): boolean =>
    dates.some(({ start, end }) => start <= at && at < end && end - start > 3);
  return sentence.tokens.flatMap((token, at) =>
    isNumber(token) && !isDated(token.start) && !UNCOUNTING.test(token.lower) ? [at] : [],
  );
}

const UNCOUNTING =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|.+-(?:second|minute|hour|day|week|month|year|page|mile|metre|meter|point|man|member|storey|story|megawatt)s?(?:-old)?)$/;

/** A number of the thing, of something else, or of nothing named ("organisers said 20,000"). */
function countedFit(stem: string, row: Row, around: Around): HeadFit {
  const { tokens } = row.sentence;
  const counts = countsIn(row);
  const behind = counts.map((at) => countedBehind(tokens, at));
  if (behind.some((words) => words.some((token) => means(stem, token.lower))))
    return { held: true, weight: 1.3, cover: 0.15 };
  const mates = matesOf(stem);
  // "how many planes": "29 leased jets"
  if (behind.some((words) => words.some((token) => mates.has(stemOf(token.lower)))))
    return { held: true, weight: 1.1, cover: 0 };
  const isBare = counts.some((at) => isBareNumber(tokens, at));
  // "waited 94 minutes to call a surgeon" counts no surgeons
  if (speaksOf(stem, row.sentence) && !isBare)
    return UNCOUNTED.test(row.sentence.text) ? { held: true, weight: 0.7, cover: -0.25 } : MISSING;
  return isBare && isNear(stem, row, around) ? { held: true, weight: 1, cover: -0.15 } : MISSING;
}

/** The words behind a number that it counts: "four days to send boats" counts no boats. */
function countedBehind(tokens: ReadSentence['tokens'], at: number): ReadSentence['tokens'] {
  const words = tokens.slice(at + 1, at + 1 + COUNTED_TOKENS);
  const end = words.findIndex(
    ({ pos, lower }) =>
      !/^(?:NOUN|PROPN|ADJ|NUM|ADV|SYM|DET)$/.test(pos) && !/ed$|^(?:of|more|other|-)$/.test(lower),
  );
  return end < 0 ? words : words.slice(0, end);
}

/** A number with no noun of its own: not "4 million crowns", "$4", or the 19 of "38 votes to 19". */
function isBareNumber(tokens: ReadSentence['tokens'], at: number): boolean {
  if (/^(?:to|[$£€¥₹])$/.test(tokens[at - 1]?.lower ?? '')) return false;
  // "three jailed relatives"
  const next = tokens
    .slice(at + 1, at + 4)
    .find((token) => !isNumber(token) && !(token.pos === 'VERB' && /ed$/.test(token.lower)));
  // "five of seven counts", "27-14"
  if (/^(?:%|percent|per|of)$/.test(next?.lower ?? '')) return false;
  if (/\d[-–]\d/.test(tokens[at]?.text ?? '')) return false;
  return !/^(?:NOUN|ADJ|PROPN)$/.test(next?.pos ?? '');
}
