/** The lede: the sentence that opens the news, behind whatever a web page put in front of it. */
import type { Mention, ReadSentence, Token } from '../reading/reading.ts';
import { longWordsOf } from './long-words.ts';
import { hangsOn } from './subject.ts';
import type { Study } from './study.ts';

/** Sentences that are looked at for the one that tells what the headline tells. */
const LOOKED_AT = 6;
/** Words that the lede shares with the headline, where another sentence shares none. */
const SHARED = 2;

/** The lede with its own words only: a headline that runs into it is left out; null for no text. */
export function ledeOf(study: Study): ReadSentence | null {
  const headline = study.take.headline ?? '';
  const [first] = study.sentences;
  if (first === undefined) return null;
  const told = longWordsOf(headline);
  const shared = (sentence: ReadSentence): number =>
    [...longWordsOf(sentence.text)].filter((word) => told.has(word)).length;
  const others = study.sentences.slice(1, LOOKED_AT).filter(({ quoted }) => !quoted);
  const lede = shared(first) > 0 ? first : (others.find((each) => shared(each) >= SHARED) ?? first);
  if (headline === '' || !lede.text.startsWith(headline)) return lede;
  const own = lede.start + headline.length;
  return { ...lede, tokens: lede.tokens.filter((token) => token.start >= own) };
}

/** The person who is the subject of the lede, if it has one: "FBI director X announced". */
export function subjectOf(study: Study, lede: ReadSentence): Mention | null {
  const verb = lede.tokens[firstVerb(lede.tokens)];
  const opening = lede.tokens[0]?.start ?? 0;
  if (!verb || lede.quoted) return null;
  const people = (study.mentionsIn[lede.index] ?? []).filter(
    (each) => each.kind === 'person' && each.start >= opening && each.end <= verb.start,
  );
  return people.find((each) => !hangsOn(study, lede.tokens, each)) ?? null;
}

/** Where the first verb stands, -1 for none: "sailors drowned off" too, which taggers take for an adjective. */
export function firstVerb(tokens: readonly Token[]): number {
  return tokens.findIndex(
    ({ pos, lower }, at) =>
      /^(?:VERB|AUX)$/.test(pos) ||
      (pos === 'ADJ' &&
        /ed$/.test(lower) &&
        /^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? '') &&
        /^(?:ADP|DET|PUNCT)$/.test(tokens[at + 1]?.pos ?? '')),
  );
}
