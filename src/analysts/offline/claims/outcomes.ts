/** What came of it: which of two contraries a take states, "upheld" or "overturned". */
import { POLES, type Pole } from '../cues/poles.ts';
import type { ReadSentence } from '../reading/reading.ts';
import { evidenceOf } from '../facts/evidence.ts';
import { modalityAt } from '../facts/modality.ts';
import { isOldNews } from '../facts/old-news.ts';
import { isQuotedAt, type Study } from '../facts/study.ts';
import { keysOf, nounsBefore, nounsBehind, pastDayOf, peopleBetween, type Claim } from './claim.ts';

const CLAIMED_IN = 5;

/** The outcomes that sentences near the top state as done. */
export function polesOf(study: Study): Claim[] {
  if (study.opinion) return [];
  return study.sentences.slice(0, CLAIMED_IN).flatMap((sentence) => {
    if (sentence.quoted || sentence.text.endsWith('?') || isOldNews(study, sentence)) return [];
    const found = POLES.flatMap((pole) => claimOf(study, sentence, pole) ?? []);
    // both in one sentence: one of them is what came before, or what others wanted
    return found.filter(
      ({ measure, value }) =>
        !found.some((other) => other.measure === measure && other.value !== value),
    );
  });
}

function claimOf(
  study: Study,
  sentence: ReadSentence,
  { axis, pole, words, of }: Pole,
): Claim | null {
  const match = words.exec(sentence.text);
  if (!match || of?.test(sentence.text) === false) return null;
  const start = sentence.start + match.index;
  if (isQuotedAt(study, start)) return null;
  const verb = sentence.tokens.findIndex((token) => token.start >= start);
  if (modalityAt(sentence.tokens, verb) !== 'stated') return null;
  if (/^(?:a|an|the|has been|had)$/.test(sentence.tokens[verb - 1]?.lower ?? '')) return null;
  const end = start + match[0].length;
  const others = sentence.tokens.filter((token) => token.end <= start || token.start >= end);
  return {
    about: 'outcome',
    measure: axis,
    value: pole,
    bound: 'exact',
    text: sentence.text,
    words: keysOf(others),
    plain: false,
    nouns: new Set([...nounsBefore(sentence.tokens, verb), ...nounsBehind(sentence.tokens, verb)]),
    of: null,
    deed: null,
    people: peopleBetween(study, sentence),
    site: null,
    day: pastDayOf(study, sentence),
    evidence: evidenceOf(study.take, sentence),
  };
}

/** Every pole that the copy has a word of, however it is meant. */
export function polesNamed(text: string): { readonly axis: string; readonly pole: string }[] {
  return POLES.filter(({ words }) => words.test(text));
}
