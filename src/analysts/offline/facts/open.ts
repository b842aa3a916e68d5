/** What stays open: sentences that say that something is not decided, agreed or known. */
import type { Sentence } from '../../../news/card.ts';
import { SETTLED, STRONGLY_OPEN } from '../cues/open.ts';
import { evidenceOf } from './evidence.ts';
import { opensAsBackground } from './old-news.ts';
import { unquotedText, type Study } from './study.ts';

const MOST = 5;

/** Open issues in the order of the copy, at most five; none for opinion or thin copy. */
export function openIssuesOf(study: Study): Sentence[] {
  if (study.opinion || study.thin) return [];
  const open: Sentence[] = [];
  for (const sentence of study.sentences) {
    if (open.length >= MOST) break;
    if (sentence.quoted || sentence.text.endsWith('?') || opensAsBackground(sentence)) continue;
    const words = unquotedText(study, sentence);
    if (words.search(STRONGLY_OPEN) < 0 || words.search(SETTLED) >= 0) continue;
    open.push({ text: sentence.text, evidence: [evidenceOf(study.take, sentence)] });
  }
  return open;
}
