/** What every extractor is given of one take: the reading, and what kind of copy it is. */
import type { DateMention, Mention, ReadSentence, ReadTake } from '../reading/reading.ts';
import { isEnglish, isOpinion } from './kind.ts';
import { quotedStretches, type QuotedStretch } from './quoted.ts';

export type Study = ReadTake & {
  readonly english: boolean;
  readonly opinion: boolean;
  /** fewer than two sentences: nothing but the headline is sure */
  readonly thin: boolean;
  readonly quoted: readonly QuotedStretch[];
  /** mentions and dates by sentence index, in order */
  readonly mentionsIn: readonly (readonly Mention[])[];
  readonly datesIn: readonly (readonly DateMention[])[];
};

/** Studies a reading. Linear in its size. */
export function studyOf(read: ReadTake): Study {
  const mentionsIn: Mention[][] = read.sentences.map(() => []);
  for (const entity of read.entities)
    for (const mention of entity.mentions) mentionsIn[mention.sentence]?.push(mention);
  for (const mentions of mentionsIn) mentions.sort((a, b) => a.start - b.start);
  const datesIn: DateMention[][] = read.sentences.map(() => []);
  for (const date of read.dates) datesIn[date.sentence]?.push(date);
  const quoted = quotedStretches(read.take.text);
  return {
    ...read,
    english: isEnglish(read, quoted),
    opinion: isOpinion(read),
    thin: read.sentences.length < 2,
    quoted,
    mentionsIn,
    datesIn,
  };
}

/** Is the place inside quotation marks? */
export function isQuotedAt(study: Study, at: number): boolean {
  let low = 0;
  let high = study.quoted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = study.quoted[middle];
    if (!stretch) return false;
    if (at < stretch.start) high = middle - 1;
    else if (at >= stretch.end) low = middle + 1;
    else return true;
  }
  return false;
}

/** The sentence's own words, without what it quotes, as lower-case text of the same length. */
export function unquotedText(study: Study, sentence: ReadSentence): string {
  let text = sentence.text.toLowerCase();
  if (text.length !== sentence.text.length) text = sentence.text;
  for (const stretch of study.quoted) {
    if (stretch.end <= sentence.start || !stretch.speech) continue;
    if (stretch.start >= sentence.end) break;
    const from = Math.max(0, stretch.start - sentence.start);
    const to = Math.min(text.length, stretch.end - sentence.start);
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return text;
}
