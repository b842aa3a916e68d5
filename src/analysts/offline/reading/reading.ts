/** A take as it is read: its sentences with their tokens, who and what is named, and its dates. */
import type { Grain } from '../../../news/card.ts';
import type { SentenceSpan } from '../../../news/sentence.ts';
import type { Take } from '../../../news/take.ts';

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
/** A stretch of tokens that may be a name. */
export type Candidate = {
  readonly sentence: number;
  /** index of its first token, and of the first behind it */
  readonly first: number;
  readonly last: number;
  readonly words: string;
  /** a title or role stands directly before it */
  readonly titled: boolean;
  /** it opens a sentence, so its capital says nothing */
  readonly opening: boolean;
};
