/** Datelines that stand in a field of their own: "FORT WASHINGTON, Pa.", "London (dpa) - ", "Helsinki". */
import { readDateline } from '../../../news/dateline.ts';
import type { Dateline } from '../../../news/take.ts';

/**
 * The dateline that a field holds; null when it names no place. A field needs no dash and no capitals
 * to be a dateline, so one that the reader of running text does not know is taken at its word.
 */
export function datelineOf(raw: string | null, sentAt: string | null): Dateline | null {
  const text = raw?.replace(/[\s\-–—_.]+$/, (end) => (end.startsWith('.') ? '.' : '')) ?? '';
  if (!/\p{L}/u.test(text) || text.length > 160) return null;
  const found = readDateline(`${text} - x`, { sentAt, sources: [] });
  if (found !== null && found.length >= text.length) return found.dateline;
  if (/\d/.test(text)) return null;
  const [place = '', ...rest] = text.split(/,\s*/);
  const isPlace =
    /^\p{Lu}[\p{L}\p{M} .'’()/-]{1,60}$/u.test(place) || /^\p{Lo}{2,20}$/u.test(place);
  if (!isPlace) return null;
  return { place, region: rest.join(', ') || null, date: null, source: null };
}
