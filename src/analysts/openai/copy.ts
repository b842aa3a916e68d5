/** Copy as a model is given it: numbered sentences, made harmless, within a budget of characters. */
import type { ReadableStory } from '../analyst.ts';
import type { Evidence } from '../../news/card.ts';
import { sentencesOf } from '../../news/sentence.ts';

/** A sentence with its number; `evidence` is the whole of it in its take. */
export type NumberedSentence = {
  readonly sid: string;
  readonly evidence: Evidence;
  /** what the model is shown */
  readonly shown: string;
};

const MOST_STORIES = 8;
const MOST_SENTENCES = 80;
const MOST_CHARACTERS = 16_000;
const LONGEST_SENTENCE = 700;
/** Leading sentences of each story that are given whatever the rules found in them. */
const LEADING = 12;

/** Zero-width, control and bidirectional characters: never shown to a model, never matched. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const NUMBER_LIKE = /\[\s*S\s*\d{0,6}\s*\]/giu;

/** Text that cannot pretend to be anything but text: one line, visible, without `[S3]` or marks. */
export function harmless(text: string, longest = LONGEST_SENTENCE): string {
  return text
    .replace(INVISIBLE, '')
    .replace(NUMBER_LIKE, ' ')
    .replace(/[<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed();
}

/** Sentences that speak to a machine rather than to a reader. */
const ADDRESSES_MODEL = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines|above|previous|prior)\b/i,
  /\b(?:system|developer) (?:prompt|message|instruction)/i,
  /\byou are (?:now )?(?:an? )?(?:ai|assistant|language model|chatbot|llm|gpt|dan)\b/i,
  /\b(?:as an?|attention|dear|hey|hello|note to(?: the)?|to the|instructions? (?:to|for)(?: the)?) (?:ai|assistant|language model|llm|chatbot|summari[sz]er|model)\b/i,
  /^\W*(?:assistant|system|user|developer)\s*:/i,
  /\b(?:reply|respond|answer|output|print) (?:only )?(?:with|as|in) (?:the|this|json|exactly|only)\b/i,
  /\b(?:do not|don't|never) (?:summari[sz]e|mention to the (?:user|reader))\b/i,
  /\b(?:your|the) (?:output|summary|reply|response|answer|card) (?:must|should|has to|needs to)\b/i,
  /\byou (?:must|should|will) (?:now )?(?:say|write|state|report|include|output|add|summari[sz]e)\b/i,
  /\b(?:im_start|im_end|endoftext|inst)\b\|?/i,
];

/** Does a sentence of copy try to speak to the model? It is then left out. */
export function addressesModel(text: string): boolean {
  const plain = text.replace(INVISIBLE, '').slice(0, 2_000);
  return ADDRESSES_MODEL.some((cue) => cue.test(plain));
}

/**
 * The sentences of an event's stories, numbered. Repeated sentences of other stories are given once;
 * when there are too many, each story keeps its first twelve and those the rules found facts in.
 * @param found evidence of the offline card
 */
export function numberedCopy(
  stories: readonly ReadableStory[],
  found: readonly Evidence[],
): NumberedSentence[] {
  const seen = new Set<string>();
  const chosen: Evidence[] = [];
  let characters = 0;
  for (const { current: take } of stories.slice(0, MOST_STORIES)) {
    const marks = found.filter((each) => each.take === take.id);
    for (const [at, { text, start, end }] of sentencesOf(take.text).entries()) {
      const bears = marks.some((mark) => mark.start < end && mark.end > start);
      if (at >= LEADING && !bears) continue;
      if (chosen.length >= MOST_SENTENCES || characters + text.length > MOST_CHARACTERS) break;
      const key = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
      if (seen.has(key)) continue;
      seen.add(key);
      characters += text.length;
      chosen.push({ take: take.id, start, end, quote: text });
    }
  }
  return numbered(chosen);
}

/** Numbers sentences in order, leaving out those that speak to the model or show nothing. */
export function numbered(sentences: readonly Evidence[]): NumberedSentence[] {
  return sentences
    .filter(({ quote }) => !addressesModel(quote))
    .map((evidence) => ({ evidence, shown: harmless(evidence.quote) }))
    .filter(({ shown }) => /\p{L}/u.test(shown))
    .map((each, at) => ({ ...each, sid: `S${at + 1}` }));
}

/** `[S1] ...`, one a line. */
export function writtenOut(sentences: readonly NumberedSentence[]): string {
  return sentences.map(({ sid, shown }) => `[${sid}] ${shown}`).join('\n');
}
