/** What stays open: sentences that say that something is not decided, agreed or known. */
import type { Sentence } from '../../../news/card.ts';
import type { ReadSentence } from '../reading/reading.ts';
import { SAID_TO_BE_OPEN, SETTLED, STRONGLY_OPEN } from '../cues/open.ts';
import { evidenceOf } from './evidence.ts';
import { opensAsBackground } from './old-news.ts';
import { unquotedText, type Study } from './study.ts';

const MOST = 5;
/** Characters of a take that are looked at: what no article reaches is crafted. */
const LOOKED_AT_CHARACTERS = 32_768;

function isOpen(study: Study, sentence: ReadSentence): boolean {
  if (sentence.text.endsWith('?') || /^(?:If|Unless)\b/.test(sentence.text)) return false;
  const words = unquotedText(study, sentence);
  if (words.search(SETTLED) >= 0) return false;
  if (sentence.text.search(SAID_TO_BE_OPEN) >= 0) return true;
  if (sentence.quoted) return false;
  return (
    STRONGLY_OPEN.some((each) => words.search(each) >= 0) ||
    isRivalFigure(study, sentence.index, words)
  );
}

/** "Police put the crowd at 3,000. Organisers said 20,000 had come." */
const FIGURE_GIVEN = /\bput (?:the )?(?:\w{1,20} ){1,5}at (?:\w{1,12} ){0,3}\d/;
const OTHER_FIGURE =
  /^(?:but )?(?:the |an? )?(?:[\w'’-]{1,20} ){1,4}(?:said|say|says|put|claimed|estimated) (?:[\w'’-]{1,20} ){0,6}\d/;

/** Another's count right behind the first one: who is right stays open. */
function isRivalFigure(study: Study, index: number, words: string): boolean {
  const before = study.sentences[index - 1];
  if (!before || !OTHER_FIGURE.test(words)) return false;
  return FIGURE_GIVEN.test(unquotedText(study, before));
}

/** "have yet to establish why a hall built two years ago collapsed": it stands today. */
const STILL_SO = /\b(?:has|have) (?:yet to|not yet|still not)\b/;

/** Open issues in the order of the copy, at most five; none for opinion or thin copy. */
export function openIssuesOf(study: Study): Sentence[] {
  if (study.opinion || study.thin) return [];
  const open: Sentence[] = [];
  for (const sentence of study.sentences) {
    if (open.length >= MOST || sentence.start > LOOKED_AT_CHARACTERS) break;
    const background = opensAsBackground(sentence) && !STILL_SO.test(sentence.text);
    if (background || !isOpen(study, sentence)) continue;
    open.push({ text: sentence.text, evidence: [evidenceOf(study.take, sentence)] });
  }
  return open;
}
