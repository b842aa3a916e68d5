/** Reads a take once: sentences, tokens, names with their roles, and dates. All facts build on it. */
import type { Grain } from '../../../news/card.ts';
import type { SentenceSpan } from '../../../news/sentence.ts';
import type { Take } from '../../../news/take.ts';
import { sentencesOf } from '../../../news/sentence.ts';
import { dayOfOpening } from './anchor.ts';
import { isoDay } from './calendar.ts';
import { datesOf } from './dates.ts';
import { namesOf } from './names.ts';
import { giveRoles } from './roles.ts';
import { readSentence } from './tokens.ts';

/** `pos` is the universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, ... */
export type Token = {
  text: string;
  lower: string;
  start: number;
  end: number;
  pos: string;
  lemma?: string;
};
export type EntityKind = 'person' | 'organisation' | 'place';
/** One place where an entity is named; `take.text.slice(start, end) === text`. */
export type Mention = {
  entity: number;
  kind: EntityKind;
  text: string;
  start: number;
  end: number;
  sentence: number;
};
/** A role as stated; the span holds the words that state it. `role` is '' when only the organisation is stated ("X of Oxford University"). */
export type Role = {
  role: string;
  organisation: string | null;
  start: number;
  end: number;
  sentence: number;
  /** where the organisation is named, when the role has only "its" or "whose" for it */
  owner?: { start: number; end: number };
};
/** Someone or something named; `name` is its fullest form. */
export type Entity = {
  id: number;
  kind: EntityKind;
  name: string;
  mentions: Mention[];
  roles: Role[];
  /** a person by the look of the name alone: two capitals that nothing else tells of */
  unsure: boolean;
};
/** A time as stated; `date` is ISO by grain, null for a vague future ("at an early date"). */
export type DateMention = {
  text: string;
  start: number;
  end: number;
  sentence: number;
  date: string | null;
  grain: Grain | null;
  tense: 'past' | 'future' | 'present' | null;
};
/** `quoted` when it stands wholly inside quotation marks. */
export type ReadSentence = SentenceSpan & { index: number; tokens: Token[]; quoted: boolean };
export type ReadTake = {
  take: Take;
  sentences: ReadSentence[];
  entities: Entity[];
  dates: DateMention[];
  /** ISO day that weekdays are resolved against */
  anchor: string | null;
};

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
