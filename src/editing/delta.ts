/** What is new on a card since a reader last saw it: an item is shown again only for a new fact. */
import type { Card } from '../news/card.ts';
import { differenceLabel, sidesText } from '../news/point.ts';
import { newConflicts, settledPoints } from './settled.ts';

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The first entry of `now` that no entry of `before` says, section by section. */
function firstNew(before: readonly string[], now: readonly string[]): string | null {
  const known = new Set(before.map(normal));
  return now.find((text) => !known.has(normal(text))) ?? null;
}

/**
 * One line that tells what the newer card states and the older one did not: a difference between
 * sources that is settled or new, an outcome, a next step, a number. Null when nothing of that kind is new, however often the wire sent it again.
 */
export function newFact(before: Card, now: Card): string | null {
  const texts = (card: Card, section: 'outcome' | 'next' | 'numbers' | 'open'): string[] =>
    card[section].map((fact) => fact.text);
  const settled = settledPoints(before, now).find(({ agreed }) => agreed !== null);
  if (settled) return settled.text;
  const [conflict] = newConflicts(before, now);
  if (conflict) return `${differenceLabel(conflict)}: ${sidesText(conflict)}.`;
  for (const section of ['outcome', 'numbers', 'next', 'open'] as const) {
    const fresh = firstNew(texts(before, section), texts(now, section));
    if (fresh !== null) return fresh;
  }
  return null;
}
