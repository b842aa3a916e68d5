/** Orders in fields that are no copy: a summary, a second headline, terms of use. */
import type { Note } from '../../news/take.ts';

const SPEAKS_OF_RELEASE =
  /embargo|sperrfrist|not for (?:release|publication|broadcast|use)\b|hold for release|ne pas (?:publier|diffuser)|解禁|엠바고|эмбарго/i;
const CHARACTERS_MAX = 400;
const NOTES_MAX = 20;

/**
 * What readers are not shown, kept as notes to editors where it speaks of when copy may be used: the
 * clean-up reads orders there.
 */
export function releaseNotes(texts: readonly (string | null | undefined)[]): Note[] {
  return texts
    .flatMap((text) => text?.slice(0, CHARACTERS_MAX) ?? [])
    .filter((text) => SPEAKS_OF_RELEASE.test(text))
    .slice(0, NOTES_MAX)
    .map((text) => ({ text, public: false }));
}
