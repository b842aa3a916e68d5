/** What kind of copy a take is: in English or not, news or opinion. */
import type { ReadSentence, ReadTake } from '../reading/reading.ts';
import type { QuotedStretch } from './quoted.ts';

const FUNCTION_WORDS = new Set(
  `the of and to in a an for on that was were is are by with at from as it be has have had said will
  not but after its his her their he she they this which who or than about over into up out`.split(
    /\s+/,
  ),
);
/** Small words of other languages in Latin letters that are none in English. */
const FOREIGN_WORDS = new Set(
  `der das sind waren gegen dem des und ist nicht ein eine einen einem einer mit auf für von vom zu zum zur im wird werden
  wurde wurden haben sich nach bei dass auch aus nur noch wie es er sie
  le la les du une est et dans qui que au aux sur avec il elle ont été ce cette leur   el los las del una y por con para su se lo al fue como más entre desde sobre
  gli di della dei delle che è nel nella dal alla sono stato ha non
  o os da dos das uma em não na ao à foi pelo pela mais um
  het een en voor niet dat zijn werd wordt aan ook bij naar te
  och att det som på är av till från ett inte har om efter
  og af ikke til fra blev ble var ved å han
  w na z się że nie jest po dla o we przez v že je byl ve
  az és hogy egy volt în și de care cu pe din această ja että oli ovat
  ve bir bu için ile yang dan pada untuk dengan dari hari ini`.split(/\s+/),
);
/** Letters that English has in names only; "café" and "naïve" hold none of them. */
const FOREIGN_LETTER = /[ăâîșțőűąęłńśźżčřěůåæøßığşãõœ]/;
/** They stand in names too: "de Oliveira", "van den Berg". */
const OF_NAMES =
  /^(?:de|da|do|dos|das|di|del|della|la|le|el|al|van|von|der|den|ten|het|zu|o|du|y)$/;
const LOOKED_AT = 400;
const LEAST_SHARE = 0.17;
const ENOUGH_WORDS = 25;
/** So many words without one English function word are in another language. */
const SOME_WORDS = 9;

/**
 * In English, by the share of English function words, and by those of other languages: what other people
 * are quoted as saying is left out. Short copy goes by what the wire says, unless its words tell otherwise.
 */
export function isEnglish(
  { take, sentences }: ReadTake,
  quoted: readonly QuotedStretch[],
): boolean {
  const said = take.language?.slice(0, 2).toLowerCase() ?? null;
  const own = countOf(sentences, quoted);
  const { words, plain, known, foreign } = own.words < LEAST_OWN ? countOf(sentences, []) : own;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}]{4}/u.test(
      take.text.slice(0, 400),
    ) &&
    known < words * LEAST_SHARE
  )
    return false;
  if (foreign > 0 && foreign >= known) return false;
  if (known === 0 && plain >= SOME_WORDS && said !== 'en') return false;
  if (words < ENOUGH_WORDS)
    return said === null || said === 'en' ? true : known >= words * LEAST_SHARE * 1.5;
  return known >= words * LEAST_SHARE;
}

/** Fewer words than these outside quotation marks do not tell. */
const LEAST_OWN = 6;

/** Words, those in lower case, and function words of English and of other languages. */
type WordCount = { words: number; plain: number; known: number; foreign: number };

function countOf(sentences: readonly ReadSentence[], quoted: readonly QuotedStretch[]): WordCount {
  const count = { words: 0, plain: 0, known: 0, foreign: 0 };
  let stretch = 0;
  for (const { tokens } of sentences) {
    for (const [at, { text, lower, start }] of tokens.entries()) {
      while ((quoted[stretch]?.end ?? Infinity) <= start) stretch += 1;
      if (!/^\p{L}/u.test(lower) || start >= (quoted[stretch]?.start ?? Infinity)) continue;
      count.words += 1;
      if (text === lower) count.plain += 1;
      if (FUNCTION_WORDS.has(lower)) count.known += 1;
      const next = tokens[at + 1]?.text ?? '';
      const named = OF_NAMES.test(lower) && (/^\p{Lu}/u.test(next) || OF_NAMES.test(next));
      if (text !== lower || named) continue;
      if (FOREIGN_WORDS.has(lower) || FOREIGN_LETTER.test(lower)) count.foreign += 1;
    }
    if (count.words >= LOOKED_AT) break;
  }
  return count;
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
