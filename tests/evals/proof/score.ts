/** The proof of quotes and claims on sentences of our own stories that a machine has edited. */
import { objectionsTo, readEvidence } from '../../../src/news/proof/claim.ts';
import { lendThesaurus } from '../../../src/news/proof/thesaurus.ts';
import { THESAURUS_LINES } from '../../../src/news/proof/thesaurus-lines.ts';
import { findQuote } from '../../../src/news/proof/quote.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure } from '../measure.ts';
import {
  editsOf,
  FAITHFUL,
  HARMFUL,
  HARMLESS,
  INVENTED,
  ownSentences,
  SWAPPED,
  type Edit,
} from './edits.ts';

lendThesaurus(THESAURUS_LINES);

const share = (edits: readonly Edit[], holds: (edit: Edit) => boolean): number =>
  edits.filter(holds).length / Math.max(1, edits.length);

const isFound = ({ before, after }: Edit): boolean => findQuote(after, before) !== null;
const isObjectedTo = ({ before, after }: Edit): boolean =>
  objectionsTo(after, readEvidence([before])).length > 0;

/** Sentences as a model cites them, claims that are faithful to them, and claims with an addition. */
type Paraphrased = {
  readonly cited: readonly string[];
  readonly faithful: readonly string[];
  readonly invented: readonly string[];
};

/** How the gate fares on claims written by hand: the first set was looked at, the second never. */
function scoreParaphrases(half: 'dev' | 'held-out'): Measure[] {
  const file = join(import.meta.dirname, `paraphrases-${half}.json`);
  const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Paraphrased[];
  const edits = (kind: 'faithful' | 'invented'): Edit[] =>
    cases.flatMap((each) =>
      each[kind].map((after) => ({ what: kind, before: each.cited.join('\n'), after })),
    );
  return [
    {
      measure: `gate, ${half}: added detail found`,
      value: share(edits('invented'), isObjectedTo),
      target: 0.9,
    },
    {
      measure: `gate, ${half}: faithful paraphrases kept`,
      value: 1 - share(edits('faithful'), isObjectedTo),
      target: null,
    },
  ];
}

/** Claims faithful and not, of many kinds: other deeds, doers, causes, times, sureness, merged facts. */
type Claimed = {
  readonly cited: readonly string[];
  readonly faithful: readonly (string | { readonly kind: string; readonly text: string })[];
  readonly unfaithful: readonly { readonly kind: string; readonly text: string }[];
};

/** The sets of claims: over sentences made for them, and over sentences of our own stories. */
const CLAIM_SETS = [
  ['claims', ''],
  ['claims-stories', 'of our stories, '],
] as const;

/** How the gate fares on claims as a model words them; the held-out half is looked at in totals only. */
function scoreClaims(half: 'dev' | 'held-out'): Measure[] {
  return CLAIM_SETS.flatMap(([name, told]) => {
    const file = join(import.meta.dirname, `${name}-${half}.json`);
    const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Claimed[];
    const edits = (sort: 'faithful' | 'unfaithful'): Edit[] =>
      cases.flatMap((each) =>
        each[sort].map((claim) => ({
          what: sort,
          before: each.cited.join('\n'),
          after: typeof claim === 'string' ? claim : claim.text,
        })),
      );
    return [
      {
        measure: `gate, ${told}${half}: unfaithful claims found`,
        value: share(edits('unfaithful'), isObjectedTo),
        target: null,
      },
      {
        measure: `gate, ${told}${half}: faithful claims kept`,
        value: 1 - share(edits('faithful'), isObjectedTo),
        target: null,
      },
    ];
  });
}

/** Every way of inventing counts alike, however many sentences it fits. */
function meanShare(rules: typeof INVENTED, sentences: readonly string[]): number {
  const shares = rules.map((rule) => share(editsOf(sentences, [rule]), isObjectedTo));
  return shares.reduce((sum, each) => sum + each, 0) / shares.length;
}

/** Figures of the quote check and of the gate. */
export function scoreProof(): Measure[] {
  const sentences = ownSentences();
  const plain = sentences.map((before) => ({ what: 'itself', before, after: before }));
  const harmless = editsOf(sentences, HARMLESS);
  const harmful = editsOf(sentences, HARMFUL);
  const flags = share(plain, isObjectedTo);
  return [
    {
      measure: 'quote check, harmless edits accepted',
      value: share(harmless, isFound),
      target: 0.99,
    },
    {
      measure: 'quote check, harmful edits refused',
      value: 1 - share(harmful, isFound),
      target: 0.995,
    },
    {
      measure: 'gate, invented found',
      value: meanShare(INVENTED, sentences),
      target: 0.9,
    },
    { measure: 'gate, false flags', value: flags, target: 0.05, atMost: true },
    {
      measure: 'gate, swapped names found',
      value: share(editsOf(sentences, SWAPPED), isObjectedTo),
      target: 0.6,
    },
    {
      measure: 'gate, shortened or turned sentences kept',
      value: 1 - share(editsOf(sentences, FAITHFUL), isObjectedTo),
      target: 0.97,
    },
    ...scoreParaphrases('dev'),
    ...scoreParaphrases('held-out'),
    ...scoreClaims('dev'),
    ...scoreClaims('held-out'),
  ];
}
