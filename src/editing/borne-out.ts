/**
 * Proof of a model's own words: what the sentences it cites do not bear out is not shown. Apart from
 * verify.ts, so that a house without a model never loads the rules of proof.
 */
import type { Card, Sentence } from '../news/card.ts';
import { objectionsTo, readEvidence } from '../news/proof/claim.ts';

/**
 * The card of a model without every line in its own words to which its evidence gives an objection.
 * What was dropped is added to `origin.dropped`.
 */
export function borneOut(card: Card): Card {
  let dropped = 0;
  const honest = (lines: readonly Sentence[]): Sentence[] => {
    const held = lines.filter(isBorneOut);
    dropped += lines.length - held.length;
    return held;
  };
  const checked = {
    summary: honest(card.summary),
    outcome: honest(card.outcome),
    open: honest(card.open),
  };
  return {
    ...card,
    ...checked,
    origin: { ...card.origin, dropped: card.origin.dropped + dropped },
  };
}

function isBorneOut({ text, evidence }: Sentence): boolean {
  return objectionsTo(text, readEvidence(evidence.map(({ quote }) => quote))).length === 0;
}
