/** A take: one transmission as it arrived. Takes never change; stories are folded from them. */
import type { Problem } from './problem.ts';

/** The formats copy can come in. */
export const FORMATS = [
  'rss',
  'atom',
  'rdf',
  'jsonfeed',
  'newsml-g2',
  'newsml1',
  'nitf',
  'ninjs',
  'anpa',
  'iptc7901',
  'text',
  'html',
  'email',
] as const;
export type Format = (typeof FORMATS)[number];

/** What a take does to its story. */
export const SIGNALS = [
  'new',
  'add',
  'update',
  'writethru',
  'correction',
  'advisory',
  'withhold',
  'kill',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** Where and when a story was filed, and by whom: "TOKYO, Dec 17 (Kyodo) -". */
export type Dateline = {
  readonly place: string | null;
  readonly region: string | null;
  /** ISO date (YYYY-MM-DD) */
  readonly date: string | null;
  /** the agency named in the dateline */
  readonly source: string | null;
};

/** Held until `until` (ISO 8601 with offset); null means held until someone releases it. */
export type Embargo = { readonly until: string | null };

/** An editor's note; only public notes may ever be shown. */
export type Note = { readonly text: string; readonly public: boolean };
export type Subject = {
  readonly scheme: string | null;
  readonly code: string | null;
  readonly name: string | null;
};
export type Link = { readonly rel: string; readonly href: string };
export type Removed = { readonly text: string; readonly why: string };

/**
 * Copy: what a format could read from bytes, before the clean-up. Text is plain (markup already
 * resolved) but may still hold datelines, captions and agency junk. Times are ISO 8601 with offset.
 */
export type Copy = {
  readonly format: Format;
  readonly guid: string | null;
  readonly version: string | null;
  readonly sentAt: string | null;
  readonly createdAt: string | null;
  /** null when the format has no word on it; the clean-up then looks for the trade's conventions */
  readonly signal: Signal | null;
  /** false when the wire says that the item must not be used */
  readonly usable: boolean;
  readonly embargo: Embargo | null;
  readonly urgency: number | null;
  readonly slug: string | null;
  readonly headline: string | null;
  readonly byline: string | null;
  readonly dateline: Dateline | null;
  readonly language: string | null;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
  readonly notes: readonly Note[];
  readonly subjects: readonly Subject[];
  readonly links: readonly Link[];
  /** ids of items that this one replaces or speaks about */
  readonly replaces: readonly string[];
  readonly rights: string | null;
  /** the provider as the copy names it, when it does */
  readonly provider: string | null;
  readonly problems: readonly Problem[];
};

/** A take: cleaned copy with a name. `text` is the paragraphs joined by a blank line; spans refer to it. */
export type Take = {
  readonly id: string;
  /** where it was read (relative to the folder given), null for a wire */
  readonly file: string | null;
  readonly wire: string;
  readonly provider: string | null;
  readonly format: Format;
  readonly guid: string | null;
  readonly version: string | null;
  readonly sentAt: string | null;
  readonly createdAt: string | null;
  readonly signal: Signal;
  readonly usable: boolean;
  readonly embargo: Embargo | null;
  /** 1 (highest) to 9 */
  readonly urgency: number | null;
  readonly slug: string | null;
  readonly headline: string | null;
  readonly byline: string | null;
  readonly dateline: Dateline | null;
  readonly language: string | null;
  readonly paragraphs: readonly string[];
  readonly text: string;
  readonly captions: readonly string[];
  readonly notes: readonly Note[];
  readonly subjects: readonly Subject[];
  readonly links: readonly Link[];
  readonly replaces: readonly string[];
  readonly rights: string | null;
  readonly removed: readonly Removed[];
  readonly problems: readonly Problem[];
};

/** An empty piece of copy of a format, for parsers to fill. */
export function blankCopy(format: Format): Copy {
  return {
    format,
    guid: null,
    version: null,
    sentAt: null,
    createdAt: null,
    signal: null,
    usable: true,
    embargo: null,
    urgency: null,
    slug: null,
    headline: null,
    byline: null,
    dateline: null,
    language: null,
    paragraphs: [],
    captions: [],
    notes: [],
    subjects: [],
    links: [],
    replaces: [],
    rights: null,
    provider: null,
    problems: [],
  };
}

/** A take whose copy has expired: what identifies and orders it stays, what it said does not. */
export function withoutCopy(take: Take): Take {
  const nothing = { headline: null, byline: null, dateline: null, rights: take.rights, text: '' };
  const none = { paragraphs: [], captions: [], notes: [], subjects: [], removed: [], problems: [] };
  return { ...take, ...nothing, ...none };
}

/** The address a reader may open for a take: its canonical link, else its alternate one. */
export function hrefOf(take: Pick<Take, 'links'>): string | null {
  const link =
    take.links.find((each) => each.rel === 'canonical') ??
    take.links.find((each) => each.rel === 'alternate');
  return link?.href ?? null;
}
