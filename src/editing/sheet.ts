/** A sheet: copy on its way through the clean-up. Each step takes one and gives the next. */
import type { Copy, Dateline, Embargo, Note, Removed, Signal } from '../news/take.ts';

export type Sheet = {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly dateline: Dateline | null;
  /** agencies that the copy names: in the dateline or the sign-off */
  readonly sources: readonly string[];
  readonly sentAt: string | null;
  readonly createdAt: string | null;
  readonly signal: Signal | null;
  readonly embargo: Embargo | null;
  readonly urgency: number | null;
  readonly slug: string | null;
  readonly rights: string | null;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
  readonly notes: readonly Note[];
  readonly replaces: readonly string[];
  readonly removed: readonly Removed[];
};

/** The copy as it came, before the first step. */
export function sheetOf(copy: Copy): Sheet {
  const { headline, byline, dateline, sentAt, createdAt, signal, embargo, urgency, slug } = copy;
  const { rights, paragraphs, captions, notes, replaces } = copy;
  const facts = { headline, byline, dateline, sentAt, createdAt, signal, embargo, urgency, slug };
  return { ...facts, rights, paragraphs, captions, notes, replaces, sources: [], removed: [] };
}

/** What is kept of junk: enough to see what it was, bounded against copy that is all junk. */
const REMOVED = { entries: 200, characters: 500 } as const;

/** Notes down what was taken out and why; the same text for the same reason is noted once. */
export function withRemoved(sheet: Sheet, text: string, why: string): Sheet {
  const kept = text.trim().slice(0, REMOVED.characters);
  if (kept === '' || sheet.removed.length >= REMOVED.entries) return sheet;
  if (sheet.removed.some((each) => each.text === kept && each.why === why)) return sheet;
  return { ...sheet, removed: [...sheet.removed, { text: kept, why }] };
}

/** What a step says of one paragraph: keep it (perhaps changed), or take it out for a reason. */
export type Verdict =
  | { readonly keep: string }
  | { readonly why: string; readonly set?: Partial<Omit<Sheet, 'paragraphs' | 'removed'>> };

/** Asks a step about every paragraph in order. */
export function eachParagraph(
  sheet: Sheet,
  judge: (paragraph: string, index: number, sheet: Sheet) => Verdict,
): Sheet {
  const kept: string[] = [];
  let after = sheet;
  for (const [index, paragraph] of sheet.paragraphs.entries()) {
    const verdict = judge(paragraph, index, after);
    if ('keep' in verdict) kept.push(verdict.keep);
    else after = withRemoved({ ...after, ...verdict.set }, paragraph, verdict.why);
  }
  return { ...after, paragraphs: kept };
}
