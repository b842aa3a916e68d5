/** Reads a take once: sentences, tokens, names with their roles, and dates. All facts build on it. */
import type { Take } from '../../../news/take.ts';
import { sentencesOf } from '../../../news/sentence.ts';
import { dayOfOpening } from './anchor.ts';
import { isoDay } from './calendar.ts';
import { datesOf } from './dates.ts';
import { namesOf } from './names.ts';
import type { ReadTake } from './reading.ts';
import { giveRoles } from './roles.ts';
import { readSentence } from './tokens.ts';

/** The ISO day that a stamp opens with; null for none, and for one that is no day. */
function dayIn(stamp: string | null | undefined): string | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(stamp ?? '') ?? [];
  return isoDay(Number(year), Number(month), Number(day));
}

/** Reads a take. Linear in its text; reads at most 64 kB and 400 sentences of it. */
export function readTake(take: Take): ReadTake {
  const sentences = sentencesOf(take.text).map((span, index) => readSentence(span, index));
  const entities = namesOf(take.text, sentences);
  const teller = take.dateline?.source ?? take.provider;
  for (const entity of entities) {
    if (entity.name !== teller) continue;
    entity.kind = 'organisation';
    for (const mention of entity.mentions) mention.kind = 'organisation';
  }
  giveRoles(take.text, sentences, entities);
  const anchor = dayIn(take.dateline?.date) ?? dayIn(take.sentAt) ?? dayOfOpening(sentences);
  return { take, sentences, entities, dates: datesOf(sentences, anchor), anchor };
}
