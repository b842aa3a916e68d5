/** What a question is about: the role or the counted thing that its answer must be of. */
import { BASE_OF } from '../cues/questions.ts';
import { stemOf, stemsOf } from './terms.ts';

/** The head of a question. */
export type Head =
  | { readonly kind: 'none' }
  /** "Who is the prime minister of Fiji?": the role's stems, and the names of whose it is */
  | { readonly kind: 'role'; readonly stems: readonly string[]; readonly of: readonly string[] }
  /** "How many schools does Fiji have": the counted thing's stem, and the stems of who has it */
  | { readonly kind: 'counted'; readonly stem: string; readonly owner: readonly string[] }
  /** "How many people work there", "how many died": the deed's stem */
  | { readonly kind: 'tally'; readonly stem: string }
  /** "How old ...": the measure's stem */
  | { readonly kind: 'measure'; readonly stem: string }
  /** "How much ... cost" */
  | { readonly kind: 'money'; readonly isFine?: boolean }
  /** "Who replaced ...": the deed's stem */
  | { readonly kind: 'deed'; readonly stem: string }
  /** "What is the mortgage rate in ...": the thing's stems */
  | { readonly kind: 'thing'; readonly stems: readonly string[] };

const NONE: Head = { kind: 'none' };
const ROLE =
  /^\s*who(?:'s| is| was| are| were)\s+(?:(?:currently|now)\s+)?(?:the |an? |his |her |its |their )?([^?]{1,120})\??\s*$/i;
const DEED =
  /^\s*who\s+(?:will |would |has |had )?(?!is |was |are |were |will |has |had |did |does |would )([\p{L}-]{3,30})(?:\s|\s*\??\s*$)/iu;
/** "When was the terminal built?": copy that tells of no building tells no time of it. */
const DONE =
  /^\s*when (?:was|were) [^?]{2,80}\s(\p{L}{2,20}ed|built|founded|born|sold|found|begun)\s*\??\s*$/iu;
const THING =
  /^\s*what (?:is|was|were|are) (?:the|an?) ((?:(?!(?:in|of|at|for|on) )[\p{L}-]{1,30} ){0,3}[\p{L}-]{1,30})(?:\s*\??\s*$| (?:in|of|at|for|on)\s)/iu;
/** "What was the ship carrying?" asks for what is carried. */
const DOING = /(?:ing|ed)$/i;
/** Copy gives the figure of a thing without these words: "unemployment fell to 4 per cent". */
const GENERIC = /^(?:rate|level|figure|number|total|size|amount|name|result|outcome|value)$/i;
const PLURAL = /(?:[^s]s|men|children|cattle)$/i;
const MEASURE =
  /\bhow (old|deep|strong|fast|tall|heavy)\b|\bwhat(?:'s| is| was) the (?:[\p{L}-]{1,20} )?(score|speed|population)\b/iu;
const MONEY =
  /\bwhat(?:'s| is| was| are| were) the (?:price|cost|fee|fine|salary)\b|\bhow much money\b|\bhow much\b[^?]{1,120}\b(?:cost|costs|costing|worth|pay|paying|paid|fined?|spend|spent|splash(?:ed)?|sunk|bribed?|pocket(?:ed)?|owed?|owes|invest(?:ed)?|donated?|fee|salary|earn|earns|prize|compensation)\b/i;
const OWNER =
  /\bhow many [^?]{1,80}\b(?:do|does|did) (?:the )?([^?]{2,60}?) (?:have|own|employ|operate|run)\b/i;
const COUNTED = /\bhow many\s+([^?]{1,120})/i;
/** A deed in place of the thing. */
const PAST = /\p{L}{2}ed$/iu;
/** Where the counted thing ends: at the verb that follows it, or at what says more of it. */
const AFTER_COUNTED =
  /\s(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|in|on|at|of|from|for|with|to|a|the|that|who)\b/i;

/** Reads the head of a question, which is at most 500 characters long. */
export function headOf(text: string): Head {
  const role = ROLE.exec(text)?.[1];
  if (role !== undefined) return roleHead(role);
  const deed = stemsOf(DEED.exec(text)?.[1] ?? DONE.exec(text)?.[1] ?? '')[0];
  if (deed !== undefined) return { kind: 'deed', stem: deed };
  const [, adjective, noun] = MEASURE.exec(text) ?? [];
  const measure = adjective ?? (noun && stemOf(noun));
  if (measure !== undefined) return { kind: 'measure', stem: measure.toLowerCase() };
  if (MONEY.test(text)) return { kind: 'money', isFine: /\bfine[ds]?\b/i.test(text) };
  const thingWords = (THING.exec(text)?.[1] ?? '').split(' ');
  const isDone = DOING.test(thingWords.at(-1) ?? '');
  const words = isDone ? [] : thingWords.filter((word) => !GENERIC.test(word));
  const thing = stemsOf(words.join(' '));
  if (thing.length > 0) return { kind: 'thing', stems: thing };
  return countedHead(COUNTED.exec(text)?.[1] ?? '', OWNER.exec(text)?.[1] ?? '');
}

/** "People work at ...", "have been injured" behind "how many"; of the rest the counted thing tells. */
const TALLY =
  /^(?:people|persons|others?)? ?(?:(?:are|were|was|have|had|has|been|being|will|would|could|be|still|so far|now) ){0,3}([\p{L}-]{3,20})\s/iu;
const PEOPLE = /^(?:people|persons|others?)\b/i;
const BEING =
  /^(?:are|were|was|have|had|has|been|being|will|would|could|there|left|people|persons|others?)$/i;

/** "How many are still missing?" */
const BEFORE_COUNTED = /^(?:(?:are|were|is|was|have|had|has|been|still|more)\s){1,3}/i;
/** How those are who are counted: nobody who is so has another name in the question. */
const STATE_OF_MANY = /^(?:hurt|dead|missing|alive|safe|ill|sick|homeless|stuck|held)$/i;

/** The counted thing is the first plural: "crew members died". */
function countedHead(phrase: string, owner: string): Head {
  const bare = phrase.replace(BEFORE_COUNTED, '');
  const words = (bare.split(AFTER_COUNTED)[0] ?? '').trim().split(/\s+/).slice(0, 4);
  const noun = words.find((word) => PLURAL.test(word)) ?? words[0] ?? '';
  // "How many died in ...": of whom, the copy says in words of its own
  const isDeed = PAST.test(noun) || STATE_OF_MANY.test(noun) || BASE_OF.has(noun.toLowerCase());
  const deed = !isDeed && !PEOPLE.test(bare) ? undefined : TALLY.exec(`${bare} `)?.[1];
  if (deed !== undefined && !BEING.test(deed)) {
    const stem = stemsOf(deed)[0];
    return stem === undefined ? NONE : { kind: 'tally', stem };
  }
  const stem = stemsOf(noun)[0];
  return stem === undefined ? NONE : { kind: 'counted', stem, owner: stemsOf(owner) };
}

/** Who is so is no holder of a role. */
const STATE =
  /^(?:top|ahead|first|second|third|last|leading|winning|losing|behind|responsible|guilty|dead|alive|missing|involved|against|safe|free|in|on|at|out|there)$/i;

/** "Fiji's prime minister", "prime minister of Fiji", "SONAD director": whose it is, and what. */
function roleHead(phrase: string): Head {
  const [owner, owned] = /^(.{1,80}?)['’]s?\s+(.+)$/.exec(phrase)?.slice(1) ?? [null, phrase];
  const [noun = '', ...rest] = (owned ?? phrase).split(/\s(?:of|for|in|at|to|who)\s/i);
  const words = noun
    .trim()
    .split(/\s+/)
    .filter((word) => !/^(?:new|current|present|incoming|next)$/i.test(word));
  const plain = words.filter((word) => !/^\p{Lu}\p{Ll}/u.test(word));
  const names = words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  // a verb ("Who was acquitted?") and a bare name ("Who is Ada Voss?") are no role
  if (plain.length === 0 || /(?:ed|ing|sent|killed|held|shot)$/i.test(plain[0] ?? '')) return NONE;
  if (plain.length > 4 || STATE.test(plain[0] ?? '')) return NONE;
  const of = stemsOf([owner ?? '', ...names, ...rest].join(' '));
  // one stem a word, so that its place in a sentence can be counted
  const stems = plain.flatMap((word) => stemsOf(word).slice(0, 1));
  return stems.length === 0 ? NONE : { kind: 'role', stems, of };
}
