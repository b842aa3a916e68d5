/** How often one person may ask: each question costs a search, and with a model money. */

const MINUTE_MS = 60_000;
/** People remembered at once; the oldest are forgotten first, which only lets them ask again. */
const PEOPLE_MAX = 10_000;

/** Takes note of a question; gives the seconds to wait when it is one too many, else 0. */
export type AskLimit = (person: string) => number;

/**
 * A limit of so many questions in any minute, for each person, in this process.
 * @param now epoch milliseconds
 */
export function createAskLimit(perMinute: number, now: () => number): AskLimit {
  const asked = new Map<string, readonly number[]>();
  return (person) => {
    const at = now();
    const recent = (asked.get(person) ?? []).filter((each) => at - each < MINUTE_MS);
    const [first] = recent;
    if (recent.length >= perMinute && first !== undefined)
      return Math.max(1, Math.ceil((first + MINUTE_MS - at) / 1_000));
    asked.delete(person);
    asked.set(person, [...recent, at]);
    const [oldest] = asked.keys();
    if (asked.size > PEOPLE_MAX && oldest !== undefined) asked.delete(oldest);
    return 0;
  };
}
