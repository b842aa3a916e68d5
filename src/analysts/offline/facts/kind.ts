/** What kind of copy a take is: in English or not, news or opinion. */
import type { ReadTake } from '../reading/reading.ts';

const FUNCTION_WORDS = new Set(
  `the of and to in a an for on that was were is are by with at from as it be has have had said will
  not but after its his her their he she they this which who or than about over into up out`.split(
    /\s+/,
  ),
);
const LOOKED_AT = 400;
const LEAST_SHARE = 0.17;
const ENOUGH_WORDS = 25;
/** So many words without one English function word are in another language. */
const SOME_WORDS = 9;

/** In English, by the share of English function words; short copy goes by what the wire says. */
export function isEnglish({ take, sentences }: ReadTake): boolean {
  const said = take.language?.slice(0, 2).toLowerCase() ?? null;
  let words = 0;
  let known = 0;
  for (const { tokens } of sentences) {
    for (const { lower } of tokens) {
      if (!/^\p{L}/u.test(lower)) continue;
      words += 1;
      if (FUNCTION_WORDS.has(lower)) known += 1;
    }
    if (words >= LOOKED_AT) break;
  }
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}]{4}/u.test(
      take.text.slice(0, 400),
    ) &&
    known < words * LEAST_SHARE
  )
    return false;
  if (known === 0 && words >= SOME_WORDS && said !== 'en') return false;
  if (words < ENOUGH_WORDS)
    return said === null || said === 'en' ? true : known >= words * LEAST_SHARE * 1.5;
  return known >= words * LEAST_SHARE;
}

const LABEL =
  /^(?:opinion|commentary|column|editorial|op-ed|comment|viewpoint|analysis|leader|letters?|perspective|first person)\b\s*[:|—–/-]/i;
const SLUG = /(?:^|[^a-z])(?:opinion|commentary|column|editorial|oped|viewpoint)(?:[^a-z]|$)/i;

/** Opinion, by its label or by a writer who speaks as "I" or "we must" outside quotation marks. */
export function isOpinion({ take, sentences }: ReadTake): boolean {
  if (LABEL.test(take.headline ?? '') || SLUG.test(take.slug ?? '')) return true;
  if (take.subjects.some((subject) => SLUG.test(subject.name ?? ''))) return true;
  if (LABEL.test(take.text.slice(0, 40))) return true;
  let own = 0;
  for (const sentence of sentences.slice(0, 60)) {
    const open = sentence.text.replace(/["“][^"”]{0,1500}["”]?/g, ' ');
    if (/\b(?:I|[Ww]e (?:must|should|need to|ought)|[Mm]y (?:view|own))\b(?!['’.])/.test(open))
      own += 1;
  }
  return sentences.length >= 4 && own >= 2 && own / Math.min(60, sentences.length) >= 0.2;
}
