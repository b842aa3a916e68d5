/** A card: one event for a reader. Every line of it carries the sentence that it came from. */

/** Where a fact was read: `takes[take].text.slice(start, end) === quote`. */
export type Evidence = {
  readonly take: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

export type Grain = 'day' | 'week' | 'month' | 'year' | 'season';

/** A time as the copy states it; `date` is ISO (YYYY-MM-DD, or YYYY-MM, YYYY by grain) or null. */
export type When = {
  readonly text: string;
  readonly date: string | null;
  readonly grain: Grain | null;
};

/** What every line of a card rests on. */
export type Proven = {
  readonly evidence: readonly Evidence[];
  /** independent sources that tell it, copies of one text counting once; absent means one */
  readonly sources?: number;
};

export type Sentence = Proven & { readonly text: string };
export type Person = Proven & {
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
};
export type Place = Proven & { readonly place: string };
export type Moment = When & Proven;
export type NextStep = Proven & {
  readonly text: string;
  readonly place: string | null;
  readonly when: When | null;
  /** agreed, ordered or scheduled, as against expected, hoped for or asked for */
  readonly firm: boolean;
};
export type Figure = Proven & {
  /** as a reader sees it: "10 hours (seven had been planned)" or "11 people killed" */
  readonly text: string;
  readonly value: number | null;
  readonly unit: string | null;
  /** the figure with what it is of, in the words of the copy: "44 percent of likely voters" */
  readonly phrase?: string;
};
export type Quotation = Proven & {
  readonly text: string;
  readonly speaker: string | null;
};
/** Who tells it: one for each independent source, its newest copy. */
export type Teller = { readonly provider: string | null; readonly sentAt: string | null };
/** One of the things that sources say about a point, with all who say it. */
export type Side = {
  /** as a reader sees it: "11 dead", "Halden", "May 5", or the sentence that tells the outcome */
  readonly text: string;
  /** the number; else the ISO date, the place in lower case, the sort of outcome */
  readonly value: number | string;
  readonly tellers: readonly Teller[];
  readonly evidence: readonly Evidence[];
};
/** One thing that several independent sources tell of: how many died, where, when, what came of it. */
export type Point = {
  readonly about: 'number' | 'where' | 'when' | 'outcome';
  /** what is measured: `dead`, `percent`, `place`, `date`, `approval` */
  readonly measure: string;
  /** keys of the words that the sources share about it, sorted; none where the measure says it all */
  readonly words: readonly string[];
  /** of days and places: the deed, in the words of the newest copy; null or absent for others */
  readonly of?: string | null;
  /** newest copy first; one when the sources agree */
  readonly sides: readonly Side[];
};

export type Source = {
  readonly provider: string | null;
  readonly headline: string | null;
  readonly href: string | null;
  readonly version: string | null;
  readonly sentAt: string | null;
};
export type Origin = {
  /** `offline` or `openai` */
  readonly analyst: string;
  readonly model: string | null;
  /** name and version of the prompt, `card@3` */
  readonly prompt: string | null;
  /** facts that were made and dropped because they could not be proven */
  readonly dropped: number;
  /** what a reader must know: `headline only`, `not in English` */
  readonly note: string | null;
};

export type Card = {
  readonly title: string;
  readonly summary: readonly Sentence[];
  readonly who: readonly Person[];
  readonly where: readonly Place[];
  readonly when: readonly Moment[];
  readonly outcome: readonly Sentence[];
  readonly open: readonly Sentence[];
  readonly next: readonly NextStep[];
  readonly numbers: readonly Figure[];
  readonly quotes: readonly Quotation[];
  /** what sources state differently: two sides or more each; absent means nothing */
  readonly conflicts?: readonly Point[];
  /** what independent sources state alike: one side each; absent means nothing */
  readonly agreements?: readonly Point[];
  readonly sources: readonly Source[];
  readonly origin: Origin;
};

/** The sections of a card whose lines carry evidence, in the order a reader sees them. */
export const SECTIONS = [
  'summary',
  'who',
  'where',
  'when',
  'outcome',
  'open',
  'next',
  'numbers',
  'quotes',
] as const;
export type Section = (typeof SECTIONS)[number];
