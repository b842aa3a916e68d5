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

export type Sentence = { readonly text: string; readonly evidence: readonly Evidence[] };
export type Person = {
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly evidence: readonly Evidence[];
};
export type Place = { readonly place: string; readonly evidence: readonly Evidence[] };
export type Moment = When & { readonly evidence: readonly Evidence[] };
export type NextStep = {
  readonly text: string;
  readonly place: string | null;
  readonly when: When | null;
  /** agreed, ordered or scheduled, as against expected, hoped for or asked for */
  readonly firm: boolean;
  readonly evidence: readonly Evidence[];
};
export type Figure = {
  /** as a reader sees it: "10 hours (seven had been planned)" or "11 people killed" */
  readonly text: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly evidence: readonly Evidence[];
};
export type Quotation = {
  readonly text: string;
  readonly speaker: string | null;
  readonly evidence: readonly Evidence[];
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
