/** What a claim tells beyond its evidence: content words that nothing there bears out. */
import { contentOf, isNameIn, type Objection, type Reading } from './reading.ts';
import { isMild } from './mild.ts';
import { isSupported } from './support.ts';
import { isCalledAlike, isCalledSo, phrasesOf } from './thesaurus.ts';
import type { ProofToken } from './tokens.ts';

/** One mild word may stand without support, and one more for each four words of content. */
const CONTENT_PER_MILD = 4;

/**
 * Content words of a sentence that the evidence has neither as they are nor derived nor by a synonym.
 * A few that are mild, or near to a word of the evidence, may be a free turn of phrase; more of them,
 * or one that is neither ("smuggled", "ledgers"), tell something new.
 */
export function novelObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const content = contentOf(tokens).flatMap((at) => tokens[at] ?? []);
  const novel = contentOf(tokens)
    .filter((at) => !isNameIn(tokens, at))
    .filter(
      (at) =>
        !isSupported(tokens[at] as ProofToken, evidence) &&
        !isCause(tokens[at]?.norm ?? '', evidence) &&
        !isSteep(tokens[at]?.norm ?? '', evidence) &&
        !isPhrase(tokens, at, evidence),
    )
    .flatMap((at) => tokens[at] ?? []);
  return [...Map.groupBy(novel, ({ sentence }) => sentence)].flatMap(([sentence, words]) => {
    const said = content.filter((token) => token.sentence === sentence).length;
    const most = Math.max(1, Math.floor(said / CONTENT_PER_MILD));
    if (words.length <= most && words.every(({ norm }) => isFreeTurn(norm, evidence))) return [];
    const told = words.map(({ norm }) => norm).slice(0, 6);
    return [{ kind: 'novel' as const, words: told.join(', ') }];
  });
}

/** "Called off" where the evidence has "cancelled". */
const isPhrase = (tokens: readonly ProofToken[], at: number, { vocabulary }: Reading): boolean =>
  phrasesOf(tokens[at]?.norm ?? '', tokens[at + 1]?.norm).some(
    (phrase) =>
      isCalledSo(phrase, vocabulary.callings()) || isCalledAlike(phrase, vocabulary.callings()),
  );

const STEEP =
  /^(?:sharp|steep|heavy|big|dramatic|drastic|substantial|significant|marked|precipitous)(?:ly)?$/;
const MOVES =
  /^(?:rise|rose|risen|fall|fell|fallen|increas\w+|decreas\w+|gr[eo]w\w*|drop\w*|declin\w+|climb\w*|jump\w*|gain\w*|los[te]\w*|cut\w*|higher|lower|more|less|up|down|slid\w*)$/;
const PLUNGES =
  /^(?:surg\w+|soar\w*|plung\w+|plummet\w*|slump\w*|tumbl\w+|collaps\w+|crash\w*|halv\w+|doubl\w+|tripl\w+|skyrocket\w*|rocket\w*)$/;
const STEEP_PERCENT = 10;
const MOVE_REACH = 8;

/** "A sharp drop" where the evidence tells of a drop of 20 percent. */
const isSteep = (norm: string, { tokens }: Reading): boolean =>
  STEEP.test(norm) &&
  tokens.some(
    (token, at) =>
      PLUNGES.test(token.norm) ||
      ((token.value ?? 0) >= STEEP_PERCENT &&
        (token.sign.includes('%') || /^per/.test(tokens[at + 1]?.norm ?? '')) &&
        tokens
          .slice(Math.max(0, at - MOVE_REACH), at)
          .some((each) => MOVES.test(each.norm) && each.sentence === token.sentence)),
  );

const CAUSING =
  /^(?:prompt|lead|led|caus|spark|trigger|spur|push|driv|drove|forc|mak|made|send|sent|help|thank|result|stem|ow|allow|enabl|let)(?:e|es|s|ed|ing|d)?$/;
const CAUSED =
  /^(?:after|because|as|due|following|amid|caus\w+|over|since|by|result\w*|thanks|citing|blam\w+|for|to)$/;

/** "Prompted" where the evidence only has "as" or "after" between the two. */
const isCause = (norm: string, { tokens }: Reading): boolean =>
  CAUSING.test(norm) && tokens.some((token) => CAUSED.test(token.norm));

const isFreeTurn = (norm: string, evidence: Reading): boolean =>
  isMild(norm) || isCalledAlike(norm, evidence.vocabulary.callings());
