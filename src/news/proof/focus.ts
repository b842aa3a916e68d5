/** Adverbs that tell something by themselves: "only", "again", "nearly sank", "for the first time". */
import type { Objection, Reading } from './reading.ts';
import type { ProofToken } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Each with the words of copy that bear it out. */
const FOCUSES: readonly (readonly [own: ReadonlySet<string>, told: ReadonlySet<string>])[] = [
  [
    words('again'),
    words(
      'again once another second further re restored restore renewed repeated return returned resume resumed reopen reopened previous previously earlier twice back still',
    ),
  ],
  [
    words('nearly almost barely'),
    words(
      'nearly almost barely about around close near approximately roughly some hardly narrowly just virtually under',
    ),
  ],
  [
    words('only merely'),
    words(
      'only merely just alone sole solely but except limited mere single no not nothing none one',
    ),
  ],
  [
    words('repeatedly frequently often constantly'),
    words(
      'repeatedly repeated frequently frequent often constantly times several many regularly again always usually',
    ),
  ],
];
const UNTOLD_FIRST = words('first debut maiden inaugural unprecedented never pioneer earliest new');

/** Words of the claim that no word of the evidence bears out. */
export function focusObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const holds = (told: ReadonlySet<string>): boolean =>
    [...told].some((word) => evidence.norms.has(word));
  return tokens.flatMap(({ norm, clause }, at): Objection[] => {
    const focus = FOCUSES.find(([own]) => own.has(norm));
    // bounds of numbers are looked at with their numbers
    const next = tokens[at + 1];
    if (focus && typeof next?.value !== 'number' && !holds(focus[1]))
      return [{ kind: 'novel', words: norm }];
    const isFirst = norm === 'first' && /^(?:time|ever)$/.test(next?.norm ?? '');
    if (isFirst && !holds(UNTOLD_FIRST)) return [{ kind: 'novel', words: `first ${next?.norm}` }];
    // "a record 4 percent", "a record profit"; a record that is kept is none
    const isRecord = norm === 'record' && /^(?:a|the)$/.test(tokens[at - 1]?.norm ?? '');
    const isHighest =
      isRecord && next?.clause === clause && !/^(?:of|in|for|with|at|as)$/.test(next.norm);
    return isHighest && !evidence.byStem.has('record') ? [{ kind: 'novel', words: norm }] : [];
  });
}
