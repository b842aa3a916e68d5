/** What the validator tells a model about a line that does not hold. */
import type { Objection, ObjectionKind } from '../../news/proof/reading.ts';

const TEXTS: Readonly<Record<ObjectionKind, string>> = {
  number: 'the number does not stand in the cited sentence:',
  date: 'the date does not stand in the cited sentence:',
  name: 'the name does not stand in the cited sentence:',
  negation: 'the cited sentence says the contrary (negation):',
  modality: 'the cited sentence is more or less sure of it:',
  opposite: 'the cited sentence has another word here:',
  swap: 'the cited sentence ties these together otherwise:',
  novel: 'the cited sentence bears out no such words, say it in its own:',
};

/** One clause for one objection. */
export function objectionText({ kind, words }: Objection): string {
  return `${TEXTS[kind]} "${words.slice(0, 60)}"`;
}
