/** A question in the light of the stories given: names typed in small letters, and slips of the hand. */
import type { ReadSentence } from '../reading/reading.ts';
import { EMPTY_WORDS, LIGHT_VERBS } from '../cues/questions.ts';
import { isKnownWord } from '../reading/tagger.ts';
import { readSentence } from '../reading/tokens.ts';
import { TOLD_BY_A_SUM } from './bags.ts';
import type { Head } from './head.ts';
import type { Question } from './question.ts';
import { groupOf, isShortForm, nationOf, stemOf, stemsOf } from './terms.ts';

type Read = { readonly study: { readonly sentences: readonly ReadSentence[] } };

/** The words of the stories, as stems. */
type Vocabulary = {
  readonly stems: ReadonlySet<string>;
  /** stems that stand with a capital wherever they are not first in a sentence, and somewhere so */
  readonly names: ReadonlySet<string>;
};

function vocabularyOf(stories: readonly Read[]): Vocabulary {
  const stems = new Set<string>();
  const capitals = new Set<string>();
  const plain = new Set<string>();
  for (const { study } of stories)
    for (const { tokens } of study.sentences)
      for (const [at, { text, lower }] of tokens.entries()) {
        if (EMPTY_WORDS.has(lower)) continue;
        const stem = stemOf(lower);
        stems.add(stem);
        if (!/^\p{Lu}/u.test(text)) plain.add(stem);
        else if (at > 0 && text.length > 2) capitals.add(stem);
      }
  return { stems, names: capitals.difference(plain) };
}

/** Shorter ones are as often words: "old", "new". */
const NAME_LENGTH_MIN = 4;
/**
 * The question as the stories would put it: names known as names, slips mended where one word fits.
 * @param text the question as it was typed
 */
export function inTheWordsOf(question: Question, text: string, stories: readonly Read[]): Question {
  if (question.stems.length === 0 || stories.length === 0) return question;
  const { stems: known, names } = vocabularyOf(stories);
  const slips = slipsIn(text);
  const mended = (stem: string): string => {
    if (known.has(stem) || !slips.has(stem) || groupOf(stem) !== null) return stem;
    const near = [...known].filter((each) => isSlip(stem, each));
    return near.length === 1 ? (near[0] ?? stem) : stem;
  };
  const stems = joined(question.stems, known).map(mended);
  const strange = stems.filter((stem) => !known.has(stem) && isStrange(stem, slips));
  const { things, deeds } = askedOf(question);
  return {
    ...question,
    head: mendedHead(question.head, mended, (stem) => names.has(stem) && slips.has(stem)),
    stems,
    names: [...new Set([...question.names, ...strange])],
    things: things.map(mended),
    deeds: deeds.map(mended),
    polar: POLAR.test(question.text),
    known: stems.filter((stem) => names.has(stem) && stem.length >= NAME_LENGTH_MIN),
  };
}

/** Shorter parts make words by chance: "as" and "set". */
const PART_LENGTH_MIN = 3;

/** "Run offs" asks for "runoffs": two words that stand together and that the stories have as one. */
function joined(stems: readonly string[], known: ReadonlySet<string>): string[] {
  const read: string[] = [];
  for (let at = 0; at < stems.length; at += 1) {
    const [one = '', next = ''] = stems.slice(at, at + 2);
    const whole = stemOf(one + next);
    const isOne =
      Math.min(one.length, next.length) >= PART_LENGTH_MIN &&
      known.has(whole) &&
      !(known.has(one) && known.has(next));
    read.push(isOne ? whole : one);
    if (isOne) at += 1;
  }
  return read;
}

/** A word that is none of English, or a country or its people: the name of what is asked about. */
function isStrange(stem: string, slips: ReadonlySet<string>): boolean {
  if (groupOf(stem) !== null && nationOf(stem) === null) return false;
  return nationOf(stem) !== null || slips.has(stem);
}

/**
 * What is counted may be the word with the slip; and of a role that was typed in small letters a name,
 * which is no word of English, says whose it is: "who is moravias foreign minister".
 */
function mendedHead(
  head: Head,
  mended: (stem: string) => string,
  isName: (stem: string) => boolean,
): Head {
  if (head.kind === 'counted') return { ...head, stem: mended(head.stem) };
  if (head.kind !== 'role') return head;
  const stems = head.stems.filter((stem) => !isName(stem));
  const of = [...head.of, ...head.stems.filter(isName)];
  return stems.length === 0 ? { kind: 'none' } : { ...head, stems, of };
}

/** Stems of words in small letters that are none of English. */
function slipsIn(text: string): Set<string> {
  const words =
    text.slice(0, 500).match(/(?<![\p{L}\p{N}'’-])\p{Ll}{4,40}(?![\p{L}\p{N}'’-])/gu) ?? [];
  return new Set(words.filter((word) => !isKnownWord(word)).map(stemOf));
}

/** One letter missing, too many, wrong or two in the wrong order, behind a first letter that is right. */
function isSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1 || typed[0] !== meant[0]) return false;
  let start = 1;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  const [one, other] = [typed.slice(start), meant.slice(start)];
  return (
    one.slice(1) === other ||
    one === other.slice(1) ||
    one.slice(1) === other.slice(1) ||
    (one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2))
  );
}

/** Things that copy seldom names so, or that tell the kind of answer. */
const LOOSE =
  /^(?:anyone|anybody|anything|deal|news|side|part|way|plan|move|step|case|talk|vote|sign|status|update|latest|date|time|day|week|month|year|reason|cause|motive|number|amount|total|name|score|result|outcome|reaction|price|cost|share|rate|level|figure|kind|sort|type|details?|chance|role|title|age|word|stance|view|position|problem|issue|situation|plans|next|word)$/;

const BEFORE_NOUN = /^(?:the|an?|its|his|her|their|this|that|these|those|any|some|all)$/;

const POLAR = /^\s*(?:did|has|have|had|was|were|is|are|do|does|will|can)\b/i;

const RESULT_VERBS = /^(?:decid|agre|rul|announc|achiev|find)$/;

type Asked = { readonly things: readonly string[]; readonly deeds: readonly string[] };

/** Stems of the things that a question names, and of what was done. */
function askedOf(question: Question): Asked {
  const asked = question.text.slice(0, 300);
  const { tokens } = readSentence({ start: 0, end: asked.length, text: asked, paragraph: 0 }, 0);
  const things = tokens
    .filter(
      ({ pos, lower }, at) =>
        at > 0 &&
        pos === 'NOUN' &&
        !LOOSE.test(lower) &&
        // "Did the board support the offer?": a verb that the tagger took for a noun
        !BEFORE_NOUN.test(tokens[at + 1]?.lower ?? ''),
    )
    .flatMap(({ text: word }) => stemsOf(word))
    .filter((stem) => !isShortForm(stem));
  // "Did the court order a vote?"
  const taken = tokens.filter(
    ({ pos }, at) => at > 0 && pos === 'NOUN' && BEFORE_NOUN.test(tokens[at + 1]?.lower ?? ''),
  );
  // "What did the bank decide?": copy tells the decision itself
  const isOfResult = question.kind === 'what' && !POLAR.test(question.text);
  const deeds = [...tokens.filter(({ pos }) => pos === 'VERB'), ...taken]
    .flatMap(({ text: word }) => stemsOf(word))
    .filter((stem) => !LIGHT_VERBS.has(stem) && !(isOfResult && RESULT_VERBS.test(stem)))
    .filter((stem) => question.head.kind !== 'money' || !TOLD_BY_A_SUM.test(stem));
  return { things, deeds };
}
