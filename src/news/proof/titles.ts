/** Whose title it is, and who said it: what stands beside a name must not be another's in the copy. */
import { bestSentences } from './align.ts';
import { PLACES_MAX, type Objection, type Reading } from './reading.ts';
import { isFunctionWord, sameName } from './cues.ts';
import { isCalendarWord } from './numbers.ts';
import { groupsOf } from './synonyms.ts';
import type { ProofToken } from './tokens.ts';

type Tokens = readonly ProofToken[];

const isName = (token: ProofToken | undefined): boolean =>
  token !== undefined &&
  token.capital &&
  token.value === null &&
  !isFunctionWord(token.norm) &&
  !isCalendarWord(token.norm);

const LONGEST_NAME = 5;

/** The name that begins at a place, word by word. */
function nameFrom(tokens: Tokens, at: number, step: 1 | -1): ProofToken[] {
  const name: ProofToken[] = [];
  for (let place = at; name.length < LONGEST_NAME; place += step) {
    const token = tokens[place];
    if (!token || !isName(token) || token.sentence !== tokens[at]?.sentence) break;
    name.push(token);
  }
  return name;
}

const shares = (one: Tokens, other: Tokens): boolean =>
  one.some((a) => other.some((b) => a.stem === b.stem || sameName(a.norm, b.norm)));

/** "Chief executive Ana Verga" where the evidence has another as chief executive. */
export function titleObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    if (!isTitle(token) || !isName(next) || next?.clause !== token.clause) return [];
    const name = nameFrom(tokens, at + 1, 1);
    const places = evidence.byStem.get(token.stem) ?? [];
    if (places.length === 0 || places.length > PLACES_MAX) return [];
    const isAnothers = places.every((place) => {
      const holders = holdersAt(evidence.tokens, place);
      return holders.length > 0 && !shares(name, around(evidence.tokens, place));
    });
    if (!isAnothers) return [];
    return [{ kind: 'swap' as const, words: `${token.norm} ${next.norm}` }];
  });
}

const isTitle = (token: ProofToken): boolean =>
  token.value === null && !isFunctionWord(token.norm) && (!token.capital || token.opening);

/** The name right behind a title, or right before it with a comma between. */
function holdersAt(tokens: Tokens, place: number): ProofToken[] {
  const { sentence, clause } = tokens[place] as ProofToken;
  const [next, last] = [tokens[place + 1], tokens[place - 1]];
  // "as well, Luwanda" is no title
  const isOpen = next?.clause === clause || (last !== undefined && !isLoose(last));
  if (next?.sentence === sentence && isName(next) && isOpen) return nameFrom(tokens, place + 1, 1);
  for (let before = place - 1; before >= place - APPOSITION; before -= 1) {
    const token = tokens[before];
    if (token?.sentence !== sentence) return [];
    if (isName(token))
      return token.clause === tokens[place]?.clause ? [] : nameFrom(tokens, before, -1);
  }
  return [];
}

const isLoose = ({ norm }: ProofToken): boolean =>
  isFunctionWord(norm) && !/^(?:the|a|an|its|his|her|their)$/.test(norm);

const APPOSITION = 4;
const AROUND = 10;

function around(tokens: Tokens, place: number): ProofToken[] {
  return tokens
    .slice(Math.max(0, place - AROUND), place + AROUND)
    .filter((each) => each.sentence === tokens[place]?.sentence);
}

const SAY = /^(?:said|says|say|told|tells|added|stated|wrote|warned|announced|reported)$/;
/** Those whom anybody may be called who speaks for a body. */
const ANYBODY =
  /^(?:officials?|authorit\w+|sources?|reports?|statement|media|witnesses|people|experts|analysts|spokes\w+|government|leaders?|it|who|which|that)$/;

/** "Prosecutors say" where the sentence that tells the same has police say it. */
export function speakerObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    if (!SAY.test(token.norm)) return [];
    const speaker = speakerOf(tokens, at);
    if (speaker.length === 0) return [];
    const rest = tokens.filter((each) => each !== token && !speaker.includes(each));
    const best = bestSentences(rest, evidence);
    const told = evidence.tokens.flatMap((each, place) =>
      best.has(each.sentence) && SAY.test(each.norm) ? [speakerOf(evidence.tokens, place)] : [],
    );
    const isOther = (other: Tokens): boolean =>
      other.length > 0 && isNamed(other) === isNamed(speaker) && !isAkin(speaker, other);
    const here = evidence.tokens.filter(({ sentence }) => best.has(sentence));
    if (told.length === 0 || !told.every(isOther) || isAkin(speaker, here)) return [];
    return [{ kind: 'swap', words: `${speaker[0]?.norm} ${token.norm}` }];
  });
}

/** "Traders said": one capital that opens a sentence makes no name. */
const isNamed = (words: Tokens): boolean =>
  isName(words[0]) && !(words.length === 1 && words[0]?.opening === true);

function isAkin(one: Tokens, other: Tokens): boolean {
  const groups = new Set(other.flatMap(({ stem }) => [...groupsOf(stem)]));
  return (
    shares(one, other) ||
    one.some(({ stem }) => [...groupsOf(stem)].some((each) => groups.has(each)))
  );
}

/** The name or plain noun right before a verb of saying, or right behind it; none where not sure. */
function speakerOf(tokens: Tokens, at: number): ProofToken[] {
  const { clause } = tokens[at] as ProofToken;
  const before = tokens[at - 1];
  if (before?.clause === clause) {
    if (isName(before)) return nameFrom(tokens, at - 1, -1);
    return isFunctionWord(before.norm) || ANYBODY.test(before.norm) || before.value !== null
      ? []
      : [before];
  }
  return isName(tokens[at + 1]) && tokens[at + 1]?.clause === clause
    ? nameFrom(tokens, at + 1, 1)
    : [];
}
