/** Quotations: what people said in so many words, with who said it. */
import type { Quotation } from '../../../news/card.ts';
import type { ReadSentence } from '../reading/reading.ts';
import { covering, evidenceOf } from './evidence.ts';
import type { QuotedStretch } from './quoted.ts';
import { fragmentSpeaker, statedSpeaker } from './speaker.ts';
import type { Study } from './study.ts';

const MOST = 12;
/** Characters between the halves of one quotation: `," she said, "`. */
const LONGEST_BREAK = 80;

type Said = {
  readonly quote: QuotedStretch;
  readonly sentence: ReadSentence;
  readonly speaker: string | null;
  text: string;
  parts: { readonly start: number; readonly end: number }[];
};

/** Quotations in the order of the copy, at most twelve; one is left out when nobody is known to say it. */
export function quotesOf(study: Study): Quotation[] {
  const said: Said[] = [];
  for (const quote of study.quoted) {
    if (said.length >= MOST) break;
    const fragment = !quote.speech;
    const sentence = study.sentences.findLast((each) => each.start <= quote.start);
    if (!sentence || quote.start >= sentence.end) continue;
    const previous = said.at(-1);
    if (fragment && !isFragment(study, quote)) continue;
    if (previous && isSecondHalf(study, previous, quote)) {
      const more = study.take.text.slice(quote.inner.start, quote.inner.end).trim();
      previous.text = `${previous.text} ${more}`;
      previous.parts.push(quote);
      continue;
    }
    const closing = study.sentences.findLast((each) => each.start < quote.end) ?? sentence;
    const part = () => fragmentSpeaker(study, sentence, quote);
    const speaker = fragment
      ? part()
      : (speakerOf(study, { quote, sentence, closing }, previous) ??
        (opensInside(study, quote) ? part() : null));
    if (speaker === null) continue;
    const text = study.take.text.slice(quote.inner.start, quote.inner.end).trim();
    said.push({ quote, sentence: closing, speaker, text, parts: [quote] });
  }
  return said.map(({ text, speaker, parts, sentence, quote }) => ({
    text,
    speaker,
    evidence: [evidenceOf(study.take, covering([...parts, ...aroundOf(sentence, quote)]))],
  }));
}

const FEWEST_WORDS = 3;
/** Names and titles open with a capital: what was said opens with a small word or a pronoun. */
const OPENS_FRAGMENT = /^(?:\p{Ll}|(?:I|We|It|They|You|He|She|There|This|That|No|Not)\b)/u;

/** `said it was "deeply sorry and ashamed"`: three words or more inside somebody's sentence. */
function isFragment(study: Study, { inner, start }: QuotedStretch): boolean {
  const text = study.take.text.slice(inner.start, inner.end).trim();
  if (!OPENS_FRAGMENT.test(text)) return false;
  const before = study.take.text.slice(Math.max(0, start - CALLED_WITHIN), start);
  return text.split(/\s+/, FEWEST_WORDS).length === FEWEST_WORDS || CALLED.test(before);
}

/** `called the charges "fiction"`: a word or two are somebody's own where a verb says so. */
const CALLED =
  /\b(?:call(?:ed|s|ing)|brand(?:ed|s|ing)|describ(?:ed|es|ing)|dismiss(?:ed|es|ing)|denounc(?:ed|es|ing)|label(?:l?ed|s|l?ing)|termed|dubbed|hailed|derided)\b[^.;:"“”]{0,50}$/;
const CALLED_WITHIN = 64;

/** `praised walls "that children can repair"`: however long, it is a part of the sentence around it. */
function opensInside(study: Study, { inner }: QuotedStretch): boolean {
  return /^\p{Ll}/u.test(study.take.text.slice(inner.start, inner.start + 2));
}

/** The sentence around a quotation holds the words that say who speaks. */
function aroundOf(sentence: ReadSentence, quote: QuotedStretch) {
  return sentence.end >= quote.end
    ? [{ start: Math.min(sentence.start, quote.start), end: sentence.end }]
    : [];
}

/** `"We will," she said, "not yield."`: a sentence goes on behind the attribution. */
function isSecondHalf(study: Study, previous: Said, quote: QuotedStretch): boolean {
  const last = previous.parts.at(-1);
  if (!last || quote.start > previous.sentence.end) return false;
  const between = study.take.text.slice(last.end, quote.start);
  const first = study.take.text[quote.inner.start] ?? '';
  const open = /[,–—]["”’»]?$/.test(study.take.text.slice(last.start, last.end));
  return (
    open && between.length <= LONGEST_BREAK && /,\s*$/.test(between) && /\p{Ll}|["“]|I/u.test(first)
  );
}

type Placed = {
  readonly quote: QuotedStretch;
  readonly sentence: ReadSentence;
  readonly closing: ReadSentence;
};

function speakerOf(study: Study, placed: Placed, previous: Said | undefined): string | null {
  const { quote, sentence, closing } = placed;
  const stated = statedSpeaker(study, closing, quote) ?? statedSpeaker(study, sentence, quote);
  if (stated) return stated;
  if (previous && (runsOn(study, previous, sentence) || goesOn(previous, sentence, quote)))
    return previous.speaker;
  const before = study.sentences[sentence.index - 1];
  const alone = quote.start - sentence.start <= 1 && closing.end - quote.end <= 1;
  if (!alone || !before) return null;
  const near = before.paragraph === sentence.paragraph || before.text.endsWith(':');
  const after = study.sentences[closing.index + 1];
  if (near) return statedSpeaker(study, before, { ...quote, start: before.end, end: before.end });
  if (after && after.paragraph === sentence.paragraph)
    return statedSpeaker(study, after, { ...quote, start: after.start, end: after.start });
  return null;
}

/** Sentences between a quotation and one that goes on with it, in a paragraph of any length. */
const GOES_ON_WITHIN = 3;

/** A quotation that opens its sentence goes on with the one before it in the paragraph. */
function goesOn(previous: Said, sentence: ReadSentence, quote: QuotedStretch): boolean {
  if (previous.sentence.paragraph !== sentence.paragraph) return false;
  const apart = sentence.index - previous.sentence.index;
  return apart === 0 || (apart <= GOES_ON_WITHIN && quote.start - sentence.start <= 2);
}

/** A quotation that stands alone in the paragraph after another one goes on with it. */
function runsOn(study: Study, previous: Said, sentence: ReadSentence): boolean {
  const open = !/["”’»]$/.test(study.take.text.slice(previous.quote.start, previous.quote.end));
  return open && sentence.paragraph === previous.sentence.paragraph + 1;
}
