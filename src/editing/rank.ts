/** The order of a digest: urgency, then independent sources, then freshness. */
import type { Event } from '../news/event.ts';

type Ranked = { readonly event: Event; readonly sourceCount: number };

/** An event that states no urgency stands where the trade puts ordinary copy (IPTC: 5 of 9). */
const ORDINARY = 5;

/** Best first; the same candidates always come in the same order. */
export function rankEvents<Candidate extends Ranked>(
  candidates: readonly Candidate[],
  at: string,
): Candidate[] {
  const urgency = ({ event }: Candidate): number => event.urgency ?? ORDINARY;
  const age = ({ event }: Candidate): number => Date.parse(at) - Date.parse(event.lastAt);
  return candidates.toSorted(
    (a, b) =>
      urgency(a) - urgency(b) ||
      b.sourceCount - a.sourceCount ||
      age(a) - age(b) ||
      (a.event.id < b.event.id ? -1 : 1),
  );
}
