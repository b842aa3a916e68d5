/** Votes and scores: "312-240", "by nine votes to four", "6-4, 6-3". */
import type { ReadSentence } from '../reading/reading.ts';
import { evidenceOf } from '../facts/evidence.ts';
import { plainValue } from '../facts/amounts.ts';
import { isOldNews } from '../facts/old-news.ts';
import { isQuotedAt, type Study } from '../facts/study.ts';
import { keysOf, nounsBefore, type Claim } from './claim.ts';
import type { Counted } from './counts.ts';

const READ = 30;
/** The result stands near the top; a pair further down is a part of it or another's. */
const CLAIMED_IN = 4;
const PAIRS =
  /(?<![\w.,/-])(\d{1,3}) ?[-–] ?(\d{1,3})(?![\w/-]|[.,]\d)|\b([\w-]{1,20})(?: votes?)? to ([\w-]{1,20})\b|\b([\w-]{1,20}) (?:votes? )?(?:in favou?r|for)(?:,| and| with|, with)? ([\w-]{1,20}) (?:votes? )?(?:against|opposed)\b/gi;
const VOTE =
  /\b(?:vot(?:e|ed|es|ing)|ballot|lawmakers|parliament|senate|council|assembly|judges)\b/i;
const GAME =
  /\b(?:beat|beats|beaten|defeat\w*|won|wins?|winning|victor\w*|drew|draw|lost|edged|crushed|thrashed|win|score\w*|final|held)\b/i;
const PART =
  /\b(?:half[- ]?time|halftime|first half|led|lead|aggregate|penalt|shootout|two legs|overall|series|sets?|last (?:season|year)|earlier)\b/i;

/** The first vote and the first score of a take, and what other pairs it states in passing. */
export function scoresOf(study: Study): Counted[] {
  const counted: Counted[] = [];
  for (const sentence of study.sentences.slice(0, READ)) {
    const found = pairsIn(study, sentence);
    if (!found) continue;
    const known = counted.some(({ claim, passing }) => !passing && claim.measure === found.measure);
    const passing =
      known ||
      sentence.index >= CLAIMED_IN ||
      isOldNews(study, sentence) ||
      PART.test(sentence.text) ||
      isQuotedAt(study, found.evidence.start);
    counted.push({ claim: { ...found, evidence: evidenceOf(study.take, sentence) }, passing });
  }
  return counted;
}

function pairsIn(study: Study, sentence: ReadSentence): Claim | null {
  // the plural, so that a pair is never compared with a count of votes, which is kept by its stem
  const kind = VOTE.test(sentence.text) ? 'votes' : GAME.test(sentence.text) ? 'score' : null;
  if (kind === null) return null;
  const pairs = [...sentence.text.matchAll(PAIRS)].flatMap((match) => {
    const [high, low] = match.slice(1).filter((each) => each !== undefined);
    const pair = [plainValue(high?.toLowerCase() ?? ''), plainValue(low?.toLowerCase() ?? '')];
    const at = sentence.start + match.index;
    const dated = (study.datesIn[sentence.index] ?? []).some((d) => at >= d.start && at < d.end);
    const isRecord = sentence.text[match.index - 1] === '(';
    if (dated || isRecord || pair.some((each) => each === null)) return [];
    const [one = 0, two = 0] = pair.map(Number).sort((a, b) => b - a);
    return [{ value: `${one}-${two}`, start: match.index, end: match.index + match[0].length }];
  });
  const first = pairs[0];
  const last = pairs.at(-1);
  if (!first || !last || !isOneRow(sentence.text, pairs)) return null;
  return {
    about: 'number',
    measure: pairs.length === 1 ? kind : `${kind} of ${pairs.length} parts`,
    value: pairs.map(({ value }) => value).join(' '),
    bound: 'exact',
    text: sentence.text.slice(first.start, last.end),
    words: keysOf(sentence.tokens),
    plain: true,
    nouns: kind === 'votes' ? nounsIn(sentence) : new Set(),
    of: null,
    deed: null,
    people: new Set(),
    site: null,
    day: null,
    evidence: evidenceOf(study.take, { start: sentence.start + first.start, end: sentence.end }),
  };
}

/** What was voted on: votes on a bill, on a change to it and on ending the debate are three. */
function nounsIn({ tokens }: ReadSentence): Set<string> {
  return nounsBefore(tokens, tokens.length, 0, tokens.length);
}

type Pair = { readonly start: number; readonly end: number };

/** "6-4, 6-3" is one result; pairs with other words between them are several. */
function isOneRow(text: string, pairs: readonly Pair[]): boolean {
  return pairs.every((pair, at) => {
    const next = pairs[at + 1];
    return !next || /^[\s,;/]{0,3}(?:and )?$/.test(text.slice(pair.end, next.start));
  });
}
