/**
 * SEAM: who reads. An analyst turns the live stories of an event into a card and answers questions
 * from stories. It does no I/O but to its model server, and it never states what the copy does not.
 */
import type { Answer, AnswerSoFar } from '../news/answer.ts';
import type { Card, Evidence } from '../news/card.ts';
import type { Event } from '../news/event.ts';
import type { Story } from '../news/story.ts';

/** A story with copy: what analysts are given. */
export type ReadableStory = Story & { readonly current: NonNullable<Story['current']> };

export type CardRequest = {
  readonly event: Pick<Event, 'id' | 'version' | 'title'>;
  /** live stories of the event, newest first; at least one */
  readonly stories: readonly ReadableStory[];
};

export type QuestionRequest = {
  readonly question: string;
  /** recalled stories, best first; at most 30 */
  readonly stories: readonly ReadableStory[];
  /** ids of stories that the question is about (the digest or event it follows up); may be empty */
  readonly focus: readonly string[];
  /** when it is asked (ISO), for "next week" and for preferring the newest */
  readonly at: string;
};

/** Hears what can be told already of an answer that is still being written. Never throws. */
export type Hearing = (soFar: AnswerSoFar) => Promise<void>;

/** How the model behind an analyst stands. */
export type ModelStanding = {
  /** spent since midnight UTC, by every replica */
  readonly tokensToday: number;
  readonly dailyTokens: number;
  /** the sentence why it is not asked now; null while it is */
  readonly off: string | null;
};

export interface Analyst {
  /** `offline`, `openai` */
  readonly name: string;
  /** changes whenever the same stories would give another card: part of the card's cache key */
  readonly version: string;
  /** Makes a card. Every evidence slices back: `take.text.slice(start, end) === quote`. */
  card(request: CardRequest): Promise<Card>;
  /**
   * Answers from the stories given, or abstains.
   * @param hear told, where a model writes, what can be shown meanwhile; never after the answer
   */
  answer(request: QuestionRequest, hear?: Hearing): Promise<Answer>;
  /** absent where there is no model */
  standing?(): Promise<ModelStanding>;
  /** what stands beneath a model and costs nothing to ask; absent where there is no model */
  readonly rules?: Pick<Analyst, 'answer'>;
}

/**
 * An analyst that another one can stand on: it also chooses the sentences to answer from, and says
 * where sources differ.
 */
export interface RankingAnalyst extends Analyst {
  /** At most `most` whole sentences that come nearest to the question, best first. */
  passages(request: QuestionRequest, most: number): Promise<readonly Evidence[]>;
  /** The answer, whoever gave it, with what other sources of its event state differently. */
  contrasted(request: QuestionRequest, answer: Answer): Promise<Answer>;
}
