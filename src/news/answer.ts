/** An answer: what the stored stories tell about a question, quoted, or that they do not tell. */
import type { Evidence, Source } from './card.ts';

export type Answer = {
  readonly answer: string;
  /** true when the stored stories do not tell */
  readonly abstained: boolean;
  /** what it rests on; of an abstention what comes nearest, which is no answer */
  readonly evidence: readonly Evidence[];
  /** the stories quoted, best first */
  readonly stories: readonly (Source & { readonly story: string; readonly event: string | null })[];
};

/** What can be told of an answer before a model has finished it. Each stands by itself. */
export type AnswerSoFar = {
  readonly answer: Answer;
  /**
   * the sentence that was proven last, `answer` being all so far; null for the quoted answer of the
   * rules, whose place the written one takes
   */
  readonly added: string | null;
};
