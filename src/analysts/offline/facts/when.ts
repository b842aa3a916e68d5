/** When it happened: the first day that the opening sentences give as past or present. */
import type { Moment } from '../../../news/card.ts';
import type { DateMention } from '../reading/reading.ts';
import { evidenceOf } from './evidence.ts';
import { daysFrom } from './old-news.ts';
import { isQuotedAt, type Study } from './study.ts';

const LOOKED_AT = 20;
const STALE_DAYS = 45;
/** News tells of the last days; an older day is likelier an earlier step of the story. */
const FRESH_DAYS = 7;

/** The one or two times of the happening, best first. */
export function momentsOf(study: Study): Moment[] {
  if (study.opinion) return [];
  const dates = study.dates.filter(
    (date) => date.sentence < LOOKED_AT && !isQuotedAt(study, date.start),
  );
  const scored = dates
    .map((date) => ({ date, score: scoreOf(study, date) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.date.start - b.date.start);
  const best = scored[0];
  if (!best) return hourOf(study);
  const { text, date, grain } = best.date;
  return [{ text, date, grain, evidence: [evidenceOf(study.take, best.date)] }];
}

function scoreOf(study: Study, mention: DateMention): number {
  if (isEnd(study, mention)) return 0;
  const days = daysFrom(study.anchor, mention.date);
  let score = 4 - Math.min(3, mention.sentence * 0.4);
  if (mention.tense === 'future') score -= 2.5;
  if (days !== null && days < -FRESH_DAYS) score -= 0.7;
  if (days !== null && days > 7) score -= 2;
  if (days !== null && days < -STALE_DAYS) score -= 2.5;
  if (mention.grain === 'day') score += 1;
  if (mention.grain === 'year' || mention.grain === 'month') score -= 1;
  if (mention.date === null) score -= 1.5;
  return score;
}

/** "until Sunday": the end of what happens is not when it happened. */
function isEnd(study: Study, { start }: DateMention): boolean {
  const before = study.take.text.slice(Math.max(0, start - 12), start);
  return /\b(?:until|till)\s+(?:late |early |the )?$/i.test(before);
}

const HOUR =
  /\b(?:(?:at|around|about|shortly|just|soon|after|before) ){1,3}\d{1,2}(?:[:.]\d{2})? ?(?:[ap]m\b|[ap]\.m\.)/i;

/** With no day to go by, the hour that the opening gives. */
function hourOf(study: Study): Moment[] {
  for (const sentence of study.sentences.slice(0, LOOKED_AT)) {
    const match = HOUR.exec(sentence.text);
    if (!match || sentence.quoted) continue;
    const start = sentence.start + match.index;
    const evidence = [evidenceOf(study.take, { start, end: start + match[0].length })];
    return [{ text: match[0], date: null, grain: null, evidence }];
  }
  return [];
}
