/** Bad copy is data: what a parser could not read is reported beside what it could. */

/** One thing that was wrong with copy; `code` for the program, `sentence` for the operator. */
export type Problem = {
  readonly code: string;
  readonly sentence: string;
};

/** A problem in one line. */
export function problem(code: string, sentence: string): Problem {
  return { code, sentence };
}
