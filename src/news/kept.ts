/** Results that are kept: copy says most of its words again. */

/** The same function, whose results are kept for up to so many words; then they are found anew. */
export function keptFor<Result extends NonNullable<unknown>>(
  most: number,
  find: (word: string) => Result,
): (word: string) => Result {
  const kept = new Map<string, Result>();
  return (word) => {
    const before = kept.get(word);
    if (before !== undefined) return before;
    if (kept.size >= most) kept.clear();
    const found = find(word);
    kept.set(word, found);
    return found;
  };
}
