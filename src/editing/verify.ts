/** Proof: what cannot be sliced back from the copy, word for word, is not shown. */
import type { Answer } from '../news/answer.ts';
import type { Card, Evidence, Place, Point } from '../news/card.ts';
import { placeInWords } from '../news/dateline.ts';
import { isStated } from '../news/proof/stated.ts';
import type { Take } from '../news/take.ts';

type Copy = Pick<Take, 'id' | 'text'> & Partial<Pick<Take, 'dateline'>>;
type Proven = { readonly evidence: readonly Evidence[] };

/**
 * The card without every line that is not proven: a line stays when it has evidence and each piece
 * of it slices back from its take. What was dropped is added to `origin.dropped`. What a model wrote in
 * its own words must be borne out besides (borne-out.ts).
 */
export function verifyCard(card: Card, takes: readonly Copy[]): Card {
  const texts = textsOf(takes);
  let dropped = 0;
  const proven = <Line extends Proven>(lines: readonly Line[]): Line[] => {
    const kept = lines.filter((line) => isProven(line, texts));
    dropped += lines.length - kept.length;
    return kept;
  };
  /** a place must be named by the copy that proves it */
  const named = (lines: readonly Place[]): Place[] => {
    const kept = lines.filter((line) => isNamed(line, takes));
    dropped += lines.length - kept.length;
    return kept;
  };
  const checked = {
    summary: proven(card.summary),
    who: proven(card.who),
    where: named(proven(card.where)),
    when: proven(card.when),
    outcome: proven(card.outcome),
    open: proven(card.open),
    next: proven(card.next),
    numbers: proven(card.numbers),
    quotes: proven(card.quotes),
  };
  /** a point stands by its proven sides, and a difference needs two of them */
  const pointsWith = (least: number, points: readonly Point[] = []): Point[] =>
    points
      .map((point) => ({ ...point, sides: proven(point.sides) }))
      .filter(({ sides }) => sides.length >= least);
  const conflicts = pointsWith(2, card.conflicts);
  const agreements = pointsWith(1, card.agreements);
  const origin = { ...card.origin, dropped: card.origin.dropped + dropped };
  return {
    ...card,
    ...checked,
    ...(card.conflicts === undefined ? {} : { conflicts }),
    ...(card.agreements === undefined ? {} : { agreements }),
    origin,
  };
}

/**
 * The answer when each piece of its evidence slices back; null when one does not, because the words
 * of an answer rest on all of its evidence. An abstention that quotes nothing needs no proof.
 */
export function verifyAnswer(answer: Answer, takes: readonly Copy[]): Answer | null {
  if (answer.abstained && answer.evidence.length === 0) return answer;
  return isProven(answer, textsOf(takes)) ? answer : null;
}

/**
 * Does the copy name the place? In the words of the evidence, by its fuller name elsewhere in the
 * text, or in the dateline that stood in front of the evidence.
 */
function isNamed({ place, evidence }: Place, takes: readonly Copy[]): boolean {
  return evidence.some((each) => {
    const take = takes.find(({ id }) => id === each.take);
    if (take === undefined) return false;
    const filed = take.dateline?.place ?? null;
    return (
      take.text.includes(place) ||
      isStated(place, each.quote, 1) ||
      (filed !== null && each.start === 0 && placeInWords(filed) === place)
    );
  });
}

function textsOf(takes: readonly Copy[]): Map<string, string> {
  return new Map(takes.map((take) => [take.id, take.text]));
}

function isProven({ evidence }: Proven, texts: ReadonlyMap<string, string>): boolean {
  return evidence.length > 0 && evidence.every((each) => slicesBack(each, texts));
}

function slicesBack(evidence: Evidence, texts: ReadonlyMap<string, string>): boolean {
  const { take, start, end, quote } = evidence;
  const text = texts.get(take);
  if (text === undefined || quote.trim() === '') return false;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start) return false;
  if (end > text.length) return false;
  return text.slice(start, end) === quote;
}
