/** The lines of a card as single facts that a reader can point at, and a card without some of them. */
import {
  SECTIONS,
  type Card,
  type Evidence,
  type Point,
  type Section,
  type Side,
} from '../news/card.ts';
import { fingerprint } from '../news/identity.ts';
import type { MarkedFact } from '../news/verdict.ts';

type Line = { readonly evidence: readonly Evidence[] };

/** Sections whose lines are whole sentences: the same sentence may stand in several of them. */
const SENTENCES: readonly Section[] = ['summary', 'outcome', 'open', 'next', 'quotes'];

/** Every line of a card, in the order a reader sees them, each sentence once. */
export function factsOf(card: Card): MarkedFact[] {
  const facts = SECTIONS.flatMap((section) =>
    card[section].map((line) => markOf(section, line as Line)),
  );
  const known = new Set<string>();
  return facts.filter(({ key }) => !known.has(key) && known.add(key));
}

/**
 * The card without the lines that an editor has hidden. A sentence goes from every section where it
 * stands, and so does every line that rests on nothing else: a figure read from it, or the same in
 * other words, as a model may say it anew.
 */
export function withoutFacts(card: Card, hidden: readonly MarkedFact[]): Card {
  if (hidden.length === 0) return card;
  const isShown = (section: Section, line: Line): boolean => {
    const mark = markOf(section, line);
    return !hidden.some((each) => isSame(each, mark));
  };
  const kept = SECTIONS.map((section) => [
    section,
    (card[section] as readonly Line[]).filter((line) => isShown(section, line)),
  ]);
  return {
    ...card,
    ...(Object.fromEntries(kept) as Pick<Card, Section>),
    // who stands alone contradicts nobody
    ...(card.conflicts && { conflicts: withoutSides(card.conflicts, hidden, 2) }),
    ...(card.agreements && { agreements: withoutSides(card.agreements, hidden, 1) }),
  };
}

const SECTION_OF = {
  number: 'numbers',
  where: 'where',
  when: 'when',
  outcome: 'outcome',
} as const satisfies Record<Point['about'], Section>;

/** What sources say about the points, without the sides that were hidden; a point needs so many. */
function withoutSides(
  points: readonly Point[],
  hidden: readonly MarkedFact[],
  least: number,
): Point[] {
  const isHidden = ({ about }: Point, { text, value, evidence }: Side): boolean => {
    const section = SECTION_OF[about];
    const mark = { key: keyOf(section, text), section, text, evidence };
    return hidden.some(
      (each) =>
        isSame(each, mark) ||
        (each.section === section &&
          plain(each.text)
            .split(' ')
            .includes(plain(String(value))) &&
          evidence.every(({ quote }) => each.evidence.some((proof) => proof.quote === quote))),
    );
  };
  return points
    .map((point) => ({ ...point, sides: point.sides.filter((side) => !isHidden(point, side)) }))
    .filter(({ sides }) => sides.length >= least);
}

function markOf(section: Section, line: Line): MarkedFact {
  const text = textOf(section, line);
  return { key: keyOf(section, text), section, text, evidence: line.evidence };
}

const keyOf = (section: Section, text: string): string =>
  fingerprint(SENTENCES.includes(section) ? 'sentence' : section, plain(text));

function isSame(hidden: MarkedFact, fact: MarkedFact): boolean {
  if (hidden.key === fact.key) return true;
  const quotes = hiddenQuotes([hidden]);
  return fact.evidence.length > 0 && fact.evidence.every(({ quote }) => quotes.has(plain(quote)));
}

/** The fact with its key and its places only, for when the copy may not be kept any longer. */
export function withoutWords(fact: MarkedFact): MarkedFact {
  const evidence = fact.evidence.map((each) => ({ ...each, quote: '' }));
  return { ...fact, text: '', evidence };
}

/**
 * Does a text rest on a sentence that was hidden? Of other lines, such as a person's role, only the
 * reading was wrong: the sentence that they were read from may be right.
 */
export function restsOnHidden(
  evidence: readonly Evidence[],
  hidden: readonly MarkedFact[],
): boolean {
  const quotes = hiddenQuotes(hidden);
  return evidence.some(({ quote }) => quotes.has(plain(quote)));
}

function hiddenQuotes(hidden: readonly MarkedFact[]): Set<string> {
  const sentences = hidden.filter(({ section }) => SENTENCES.includes(section));
  const quotes = sentences.flatMap(({ evidence }) => evidence.map(({ quote }) => plain(quote)));
  return new Set(quotes.filter((quote) => quote !== ''));
}

/** A line as words: a person with the role, as both together are the claim. */
function textOf(section: Section, line: object): string {
  const { name, role, organisation, place, text } = line as Partial<Record<string, string | null>>;
  if (section === 'who') return [name, role, organisation].filter(Boolean).join(', ');
  return (section === 'where' ? place : text) ?? '';
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
