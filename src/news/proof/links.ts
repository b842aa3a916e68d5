/** A cause, a contrast or an order that only the claim makes of two facts of the evidence. */
import type { Objection, Reading } from './reading.ts';
import { bestSentences } from './align.ts';
import type { ProofToken } from './tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

type Joint = {
  /** words of a claim that join two facts so */
  readonly own: ReadonlySet<string>;
  /** words by which one sentence of copy may join them */
  readonly within: ReadonlySet<string>;
  /** words by which a sentence may be joined to another one */
  readonly across: ReadonlySet<string>;
};

const CAUSE = `because due owing caused cause causes causing prompted prompts prompting triggered
  triggers triggering thanks result results resulted led leads blamed blames blame reason reasons why
  hence therefore thus response sparked consequence`;

const JOINTS: readonly Joint[] = [
  {
    own: set('because due owing caused causing prompted prompting triggered thanks'),
    within: set(
      `${CAUSE} as since after following amid over so from for to with by when on against make made
      makes force forced forces drove helped help reflects reflecting cited citing linked`,
    ),
    across: set(`${CAUSE} after following since`),
  },
  {
    own: set('despite although though notwithstanding'),
    within: set(
      `despite although though notwithstanding but however yet still nevertheless even while whereas
      regardless defied defying only not and`,
    ),
    across: set('despite although though but however yet still nevertheless even regardless'),
  },
  {
    own: set('after following'),
    within: set(
      `after following since once then later when as before until earlier previously had have has
      subsequently ago already last followed in on because from and with who which where while over at
      amid for to of by`,
    ),
    across: set(
      `after following since once then later when before until earlier previously had subsequently
      followed because`,
    ),
  },
];

/**
 * Words that join two stretches of the claim where the evidence does not: one sentence of it holds
 * both and no such joint, or no sentence holds both and neither points to another.
 */
export function linkObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    const joint = JOINTS.find(({ own }) => own.has(token.norm));
    if (!joint) return [];
    const [before, behind] = [-1, 1].map((side) =>
      bestSentences(sideOf(tokens, at, side), evidence),
    );
    if (!before?.size || !behind?.size) return [];
    const both = [...before].filter((sentence) => behind.has(sentence));
    const looked = both.length > 0 ? both : [...before, ...behind];
    const words = both.length > 0 ? joint.within : joint.across;
    const told = evidence.tokens.some(
      ({ norm, sentence }) => words.has(norm) && looked.includes(sentence),
    );
    return told ? [] : [{ kind: 'swap', words: token.norm }];
  });
}

const REACH = 9;

/** The words on one side of a joint. */
function sideOf(tokens: readonly ProofToken[], at: number, side: number): ProofToken[] {
  const words: ProofToken[] = [];
  for (let place = at + side; Math.abs(place - at) <= REACH; place += side) {
    const token = tokens[place];
    if (!token || token.sentence !== tokens[at]?.sentence) break;
    words.push(token);
  }
  return words;
}
