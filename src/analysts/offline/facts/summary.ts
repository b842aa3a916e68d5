/** The summary: up to three sentences of the copy, chosen by a small ranker, in their own order. */
import type { Sentence } from '../../../news/card.ts';
import type { ReadSentence } from '../reading/reading.ts';
import { evidenceOf } from './evidence.ts';
import { tellsOutcome } from './outcome.ts';
import { isOldNews } from './old-news.ts';
import type { Study } from './study.ts';

const MOST_SENTENCES = 3;
const MOST_WORDS = 75;
const LOOKED_AT = 14;
/** How much of a sentence may repeat what is chosen already. */
const REPEATS = 0.6;
/** A later sentence that falls below this says too little to be worth the words. */
const WORTH_SAYING = 1.1;

/** What a feature adds to a sentence's rank. */
const WEIGHTS = {
  first: 4,
  position: 1.6,
  titleOverlap: 3,
  names: 0.15,
  numbers: 0.2,
  cue: 0.3,
  outcome: 1,
  dangling: -3,
  pronoun: -1.2,
  quoted: -2.5,
  oldNews: -1,
  tooShort: -1.5,
  unfinished: -1.5,
  cutOff: -6,
  tooLong: -0.8,
} as const;

const DANGLING =
  /^(?:but|and|still|meanwhile|however|yet|also|nor|so|then|instead|moreover|furthermore|in addition|besides|for example|for instance|on the other hand|separately|similarly|nevertheless|nonetheless|by contrast|even so|that said)\b/i;
const PRONOUN =
  /^["“]?(?:he|she|they|it|his|her|their|its|this|these|those|that|such|both|the (?:latter|former))\b/i;
/** What a sentence ends in; a highlight or a subheading has none. */
const FINISHED = /[.!?…。！？][”"’')\]»]{0,3}$/u;
/** "The mayor said that the bri...": a standfirst that was cut to a length. */
const CUT_OFF = /[\p{L}\p{N},](?:\.{3}|…)["”’']?$/u;
/** "Halvorsen Foods:": what it introduces follows. */
const INTRODUCES = /:$/;
const CUE =
  /\b(?:announced|agreed|decided|killed|ruled|won|first|largest|highest|lowest|approved|elected|because|after)\b/i;

/** At most three sentences and 75 words; a first sentence longer than that stands alone. */
export function summaryOf(study: Study): Sentence[] {
  if (!study.english) return ledeOf(study);
  const title = wordsOf(study.take.headline ?? '');
  const finished = study.sentences.findIndex(({ text }) => isFinished(text));
  // a list of points has no stop behind any of them, and what it opens with may but name the teller
  const isList = finished < 0;
  const first = isList ? study.sentences.findIndex(({ text }) => !INTRODUCES.test(text)) : finished;
  const ranked = study.sentences
    .slice(0, LOOKED_AT)
    .map((sentence) => ({
      sentence,
      score: scoreOf(study, sentence, { title, first: Math.max(0, first), isList }),
    }))
    .sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index);
  const chosen: ReadSentence[] = [];
  let words = 0;
  for (const { sentence, score } of ranked) {
    const length = lengthOf(sentence);
    if (chosen.length >= MOST_SENTENCES) break;
    if (chosen.length > 0 && (words + length > MOST_WORDS || score < WORTH_SAYING)) continue;
    if (chosen.some((each) => repeats(sentence, each))) continue;
    chosen.push(sentence);
    words += length;
  }
  return chosen.toSorted((a, b) => a.index - b.index).map((each) => lineOf(study, each));
}

/** Copy in another language: its first sentences, within the same bounds. */
function ledeOf(study: Study): Sentence[] {
  const [first, second] = study.sentences;
  if (!first) return [];
  const both = second && lengthOf(first) + lengthOf(second) <= MOST_WORDS;
  return (both ? [first, second] : [first]).map((each) => lineOf(study, each));
}

function lineOf(study: Study, sentence: ReadSentence): Sentence {
  return { text: sentence.text, evidence: [evidenceOf(study.take, sentence)] };
}

/** What a story's sentences are held against: the words of its title, and which of them is first. */
type Yardstick = {
  readonly title: ReadonlySet<string>;
  readonly first: number;
  readonly isList: boolean;
};

function scoreOf(study: Study, sentence: ReadSentence, yardstick: Yardstick): number {
  const { title, first, isList } = yardstick;
  const { index, text, tokens } = sentence;
  const own = wordsOf(text);
  const length = lengthOf(sentence);
  const numbers = tokens.filter((token) => /^\d/.test(token.text)).length;
  let score = index === first ? WEIGHTS.first : 0;
  score += WEIGHTS.position / Math.sqrt(index + 1);
  score += WEIGHTS.titleOverlap * shareOf(title, own);
  score += WEIGHTS.names * Math.min(4, study.mentionsIn[index]?.length ?? 0);
  score += WEIGHTS.numbers * Math.min(3, numbers);
  if (CUE.test(text)) score += WEIGHTS.cue;
  if (tellsOutcome(study, sentence)) score += WEIGHTS.outcome;
  if (DANGLING.test(text)) score += WEIGHTS.dangling;
  if (PRONOUN.test(text)) score += WEIGHTS.pronoun;
  if (sentence.quoted || /^["“«]/.test(text)) score += WEIGHTS.quoted;
  if (isOldNews(study, sentence)) score += WEIGHTS.oldNews;
  if (CUT_OFF.test(text) || INTRODUCES.test(text)) score += WEIGHTS.cutOff;
  else if (!isList && !isFinished(text)) score += WEIGHTS.unfinished;
  if (length < 6) score += WEIGHTS.tooShort;
  if (length > 45) score += WEIGHTS.tooLong;
  return score;
}

const isFinished = (text: string): boolean => FINISHED.test(text) && !CUT_OFF.test(text);

function lengthOf(sentence: ReadSentence): number {
  return sentence.text.split(/\s+/).length;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,40}/gu) ?? []);
}

function shareOf(wanted: ReadonlySet<string>, own: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  let shared = 0;
  for (const word of wanted) if (own.has(word)) shared += 1;
  return shared / wanted.size;
}

function repeats(sentence: ReadSentence, chosen: ReadSentence): boolean {
  return shareOf(wordsOf(sentence.text), wordsOf(chosen.text)) > REPEATS;
}
