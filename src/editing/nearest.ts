/** What somebody may have meant who typed a word that is not known. */

/** Levenshtein distance, one row at a time. */
export function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A word is near when no more than every third letter of it would have to be changed. */
const NEAR_SHARE_MAX = 0.34;

/** The known word that is nearest to a mistyped one; null when none is near enough to be meant. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  const word = typed.toLowerCase().slice(0, 80);
  const [best] = known
    .map((each) => ({ each, share: edits(word, each.toLowerCase()) / Math.max(each.length, 1) }))
    .toSorted((a, b) => a.share - b.share);
  return best !== undefined && best.share <= NEAR_SHARE_MAX ? best.each : null;
}
