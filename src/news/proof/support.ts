/** Does the copy speak of such a thing at all? By the word's root, a word derived from it, or a synonym. */
import type { Reading, Vocabulary } from './reading.ts';
import { formsOf } from './forms.ts';
import { groupsOf } from './synonyms.ts';
import { callingsOf, isCalledSo, phrasesOf } from './thesaurus.ts';
import { evened, type ProofToken } from './tokens.ts';

/** Words that tell nothing of their own in a summary: what they say, the words around them say. */
const LIGHT = new Set(
  `people person country move part use used using make made making take took taken taking come came
  coming go went gone going get got give given gave set put bring brought keep kept leave left hold
  held lead led face facing faced see seen saw show showed shown remain remained become became begin
  began start started continue continued call called name named know known include included involve
  involved involving relate related concern concerning concerned result resulting plan planned work
  worked try tried need needed want wanted seek sought expect expected allow allowed enable enabled
  require required occur occurred happen happened take place provide provided offer offered receive
  received reach reached base based consider considered regard regarded describe described report
  reported reportedly announce announced state stated mention mentioned note noted claim claimed
  reveal revealed indicate indicated accord accordance regard term due owing cause caused because
  reason purpose order aim aimed effort attempt way number amount total group member official
  officials authority authorities government company firm organisation organization agency area
  place region site time day week month year date period event case matter issue thing fact role
  situation action process programme program measure approximately roughly around nearly almost
  over less least several various certain different main major key large big small new recent
  current former previous earlier next last first second third late early long short high low good
  possible able likely together apart respectively additionally furthermore moreover meanwhile
  therefore thus hence well back out away down up forward ahead aside locally once twice daily
  annually yearly around today currently recently previously eventually initially finally overall
  throughout toward towards whether whose whom upon onto via per cent percent percentage own side
  level type kind form series range whole full entire half end point step`.split(/\s+/),
);
const SHORTEST_ROOT = 4;
/** What may stand behind a shared root: endings of derived words. */
const DERIVED =
  /^(?:e|y|i|t|d|s|al|ally|ial|ian|ians|ic|ical|ics|ise|ize|ised|ized|ising|izing|isation|ization|ity|ies|ive|ness|ful|less|ment|ments|ship|hood|ism|ist|ists|or|ors|er|ers|ed|ing|ings|ion|ions|tion|tions|sion|sions|ation|ations|ition|itions|ance|ence|ances|ences|ant|ent|ants|ents|ancy|ency|able|ible|ably|age|ages|ure|ures|ous|ly|ty|th|ary|ery|ory|cy|iness|ily|ied|tor|tors|ator|ators|ators|ative|cation|se|ce|de|ding|ds|sive|ve|ves|ted|ting|ts|ning|nings|ned|es|ship|dom|en|ened|ening|ship|eer|eers|ee|ees|an|ese|a|ish)?$/;

/** What a sign against a figure is called. */
const MONEY: Readonly<Record<string, readonly string[]>> = {
  $: ['dollar'],
  '€': ['euro'],
  '£': ['pound'],
  '¥': ['yen'],
};

/** The vocabulary of a text. */
export function vocabularyOf(tokens: readonly ProofToken[]): Vocabulary {
  const groups = new Set<number>();
  const byHead = new Map<string, string[]>();
  const seen = new Set<string>();
  const put = (word: string): void => {
    const head = word.slice(0, SHORTEST_ROOT);
    const words = byHead.get(head);
    if (words) words.push(word);
    else byHead.set(head, [word]);
  };
  for (const { norm, stem } of tokens) {
    if (seen.has(norm)) continue;
    seen.add(norm);
    for (const group of groupsOf(stem)) groups.add(group);
    for (const part of norm.includes('-') ? norm.split('-') : [norm])
      for (const form of formsOf(part)) put(form);
  }
  for (const sign of new Set(tokens.map((token) => token.sign.replace(/[-−%]/g, ''))))
    for (const money of MONEY[sign] ?? []) put(money);
  let callings: ReadonlySet<number> | undefined;
  const phrases = tokens.flatMap(({ norm }, at) => phrasesOf(norm, tokens[at + 1]?.norm));
  return { groups, byHead, callings: () => (callings ??= callingsOf([...seen, ...phrases])) };
}

/** Whether a content word of a claim is borne out by some word of the evidence. */
export function isSupported({ norm, stem }: ProofToken, evidence: Reading): boolean {
  if (evidence.byStem.has(stem) || formsOf(norm).some((form) => LIGHT.has(form))) return true;
  for (const group of groupsOf(stem)) if (evidence.vocabulary.groups.has(group)) return true;
  const alike = evidence.vocabulary.byHead.get(evened(norm).slice(0, SHORTEST_ROOT)) ?? [];
  if (alike.some((word) => isDerived(norm, word))) return true;
  return isCalledSo(norm, evidence.vocabulary.callings());
}

/** "dizziness" and "dizzy", "production" and "produce": a long shared root with usual endings. */
function isDerived(one: string, other: string): boolean {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  if (shared < SHORTEST_ROOT) return false;
  return DERIVED.test(one.slice(shared)) && DERIVED.test(other.slice(shared));
}
