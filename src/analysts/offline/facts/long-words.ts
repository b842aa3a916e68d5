/** The words of a text that say what it is about, as far as their length tells it. */
export function longWordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,30}/gu) ?? []);
}
