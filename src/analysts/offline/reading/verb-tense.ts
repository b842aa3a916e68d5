/** What a verb says of its day: "will meet", "agreed to meet", "managed to meet", "Mali face the hosts". */
import type { Token } from './reading.ts';

/** `sure` when an auxiliary, a plain past or a word such as "due" says so. */
export type Governed = { readonly tense: 'past' | 'future' | null; readonly sure: boolean };

export const MODAL = /^(?:will|['’]ll|shall|would|['’]d|could|may|might|should|must|can|wo)$/;
export const EXPECTED =
  /^(?:expected|scheduled|due|set|planned|slated|poised|likely|upcoming|forthcoming|supposed|intends?|intend|plans?|hopes?|aims?|wants?|looms?|expects?|going|pencilled|earmarked|timetabled)$/;
/** What an infinitive that looks ahead hangs on. */
const INTENDED =
  /^(?:agreed|agrees?|decided|voted|opted|resolved|vowed|vows|pledged|pledges|promised|promises|undertook|undertaken|undertakes|committed|commits|ready|is|are|wanted|hoped|hope|planned|want|invited|ordered|told|instructed|asked|urged|called|preparing|prepares|intended|willing|keen|scheduled|threatened|threatens|offered|offers|needs?|deadline|until|chance|opportunity|plan|summit|vote|motion|deal|bid|proposal|right|hearing|agreement|promise|pledge|commitment|undertaking|invitation)$/;
const ACHIEVED =
  /^(?:managed|failed|forced|used|began|started|able|had|helped|continued|tried|came|went|unable|declined|refused|rushed|gathered|travelled|traveled|flew|returned)$/;
const IRREGULAR =
  /^(?:said|told|met|won|held|began|came|went|took|gave|made|got|saw|left|won|lost|beat|hit|struck|fell|rose|grew|led|sent|put|set|cut|shot|found|kept|paid|sold|bought|brought|thought|caught|taught|spoke|wrote|broke|drove|flew|ran|sat|stood|swore|threw|tore|woke|wore|died|sank|swept|burst|fought|heard|knew|built|became|was|were|had|did|been|drew|shut|quit|split|spread|let|fled|slid|shook|sought|bid|dealt|felt|hid|hung|laid|lay|meant|rode|sang|spent|stole|stuck|withdrew|overturned|took|underwent|arose|awoke|bore|bound|chose|crept|dug|forgave|forgot|froze|leapt|lent|lit|misled|overcame|oversaw|rang|shed|shone|shrank|spun|sprang|stung|strode|swam|swung|undertook|wept|wound|read|upheld|withheld|overthrew|overtook|withstood|foresaw|rebuilt|rewrote|outran|ate|bent|bit|blew|clung|drank|fed|flung|ground|grew|knelt|slid|sped|stank|strung|taught|sunk|sprung|begun)$/;
/** Pasts that are nouns or adjectives as often: the tagger decides. */
const ALSO_NOUN =
  /^(?:set|cut|hit|shot|beat|put|split|spread|bid|shed|left|found|felt|rose|saw|let|run|shut|burst|bound|bore|lit|wound|lay|quit|meant|broke|stuck|led|spoke|swept|leapt|lent|bought|paid|born|read|bit|ground|fed|bent|sunk|sprung|sped)$/;
const SPEAKING_PRESENT = /^(?:says|shows|shown|has|have|['’]ve)$/;
/** Words that a verb governs to either side. */
export const FARTHEST = 25;

/** A verb in the past, by its form: "filed", "went". */
export function isPastForm({ pos, lower }: Token): boolean {
  return pos === 'VERB' && (/ed$/.test(lower) || IRREGULAR.test(lower));
}

/** "fell", "began": a past by its form, whatever the tagger takes it for. */
export const isPlainPast = (word: string): boolean => IRREGULAR.test(word) && !ALSO_NOUN.test(word);

/** What the verb at a token says, or null when it is no verb or leaves it to another one. */
export function verbAt(tokens: readonly Token[], at: number): Governed | null {
  const token = tokens[at];
  if (!token) return null;
  const word = token.lower;
  if (MODAL.test(word)) return { tense: 'future', sure: true };
  if (/^(?:an?|the|its|their|his|her|our|my|['’]s)$/.test(tokens[at - 1]?.lower ?? '')) return null;
  if (/^(?:due|scheduled|slated|upcoming|forthcoming)$/.test(word))
    return { tense: 'future', sure: true };
  // "were to finish in May": arranged, for whichever May is nearest
  if (/^(?:was|were)$/.test(word) && tokens[at + 1]?.lower === 'to')
    return { tense: 'future', sure: false };
  if (/^(?:was|were|had|did)$/.test(word)) return { tense: 'past', sure: true };
  // "There is a hearing on Friday", "A vote is possible on Friday"
  if (
    /^(?:is|are)$/.test(word) &&
    (tokens[at - 1]?.lower === 'there' || /^(?:possible|likely)$/.test(tokens[at + 1]?.lower ?? ''))
  )
    return { tense: 'future', sure: false };
  if (/^(?:is|are)$/.test(word) && /^(?:on|at)$/.test(tokens[at + 1]?.lower ?? ''))
    return { tense: 'future', sure: true };
  // "the prize-giving is in Nantes on May 5"
  if (
    /^(?:is|are)$/.test(word) &&
    tokens[at + 1]?.lower === 'in' &&
    tokens[at + 2]?.pos === 'PROPN'
  )
    return { tense: 'future', sure: false };
  // "trains are back to normal from Thursday", "flights are off on Wednesday"
  if (/^(?:is|are)$/.test(word) && AWAY.test(tokens[at + 1]?.lower ?? ''))
    return { tense: 'future', sure: false };
  if (word === 'be' && tokens[at - 1]?.lower === 'to')
    return isAdded(tokens, at - 1) ? { tense: 'future', sure: true } : infinitive(tokens, at - 1);
  if (arranges(tokens, at)) return { tense: 'future', sure: true };
  if (isFixture(tokens, at) || hasAFixture(tokens, at)) return { tense: 'future', sure: false };
  const plainPast = isPlainPast(word);
  if (token.pos !== 'VERB' && !plainPast) return null;
  if (opensPurpose(tokens, at) || tokens[at - 1]?.pos === 'DET') return null;
  if (isSubjectOfPast(tokens, at) || setsOut(tokens, at)) return { tense: 'past', sure: true };
  if (isWithinName(tokens, at)) return null;
  // "helped lead to a raid": the verb before it tells
  if (/^(?:help(?:ed|s)?|makes?|made|lets?)$/.test(tokens[at - 1]?.lower ?? '')) return null;
  if (/^(?:plans?|hopes?|aims?)$/.test(word) && /^(?:for|of)$/.test(tokens[at + 1]?.lower ?? ''))
    return null;
  const helper = helperBefore(tokens, at);
  if (helper) return helper;
  if (EXPECTED.test(word)) return { tense: 'future', sure: true };
  if (/ing$/.test(word)) return null;
  // "police say": what they say has a verb of its own
  if (/^(?:say|tell|believe|think|report|allege|claim|estimate)$/.test(word)) return null;
  if (SPEAKING_PRESENT.test(word)) return { tense: 'past', sure: true };
  if (/ed$/.test(word) || IRREGULAR.test(word)) return { tense: 'past', sure: true };
  return isMistaken(tokens, at) ? null : { tense: 'future', sure: false };
}

/** ", with more to be released in June": what is added lies ahead, whatever the verb before it says. */
function isAdded(tokens: readonly Token[], to: number): boolean {
  const before = tokens.slice(Math.max(0, to - 7), to);
  const added = before.findLastIndex(({ lower }) => lower === 'with');
  return added > 0 && before.slice(added).every(({ pos }) => !/^(?:VERB|AUX)$/.test(pos));
}

/** "the Betty Ford Center", "at Mount Cook": the tagger takes part of the name for a verb. */
function isWithinName(tokens: readonly Token[], at: number): boolean {
  const isCapital = (token: Token | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(token?.text ?? '');
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (!isCapital(tokens[at]) || !isCapital(before) || before?.pos !== 'PROPN') return false;
  if (isCapital(after) && after?.pos === 'PROPN') return true;
  // but a title may set all its words so
  return tokens.some(({ pos, text }) => /^(?:VERB|AUX)$/.test(pos) && /^\p{Ll}/u.test(text));
}

/** "She set out on Friday": not "set to". */
function setsOut(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.lower === 'set' &&
    /^(?:out|off|up|aside|about|down|foot|sail|fire)$/.test(tokens[at + 1]?.lower ?? '') &&
    !/^(?:AUX|PART)$/.test(tokens[at - 1]?.pos ?? '') &&
    !MODAL.test(tokens[at - 1]?.lower ?? '')
  );
}

/** "when water burst into the mine", "as fire swept through": the tagger takes the bare noun for the verb. */
function isSubjectOfPast(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  return (
    /^(?:when|as|while|after|before|because|where|until|once)$/.test(before) &&
    !/(?:ed|ing|s)$|^(?:police|people|men|women|children)$/.test(tokens[at]?.lower ?? '') &&
    IRREGULAR.test(next)
  );
}

/** "the intensive care ward": a noun that the tagger took for a verb in the present. */
function isMistaken(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before || startsOnADay(tokens, at)) return false;
  // "was not returning calls"
  if (/ing$/.test(before.lower) && before.pos === 'VERB') return true;
  if (/^(?:DET|ADJ|ADP)$/.test(before.pos)) return true;
  // "battled 38 blazes on Monday"
  if (/^\d/.test(before.text) && /s$/.test(tokens[at]?.lower ?? '')) return true;
  const plural =
    /s$|^(?:people|police|men|women|children|both|two|squad|team|side|crew|pair|duo|staff)$/.test(
      before.lower,
    );
  if (before.pos !== 'NOUN' || plural || /s$/.test(tokens[at]?.lower ?? '')) return false;
  return !HARDLY_A_NOUN.test(tokens[at]?.lower ?? '') && !isOfPlural(tokens, at);
}

/** "The rest follow on Wednesday". */
const HARDLY_A_NOUN =
  /^(?:come|go|follow|meet|begin|arrive|appear|resume|sit|get|hear|join|send|bring|decide|depart|receive|become|give|take|make|lose|see|sell|keep)$/;

/** "Minutes of the meeting come out": the verb goes with the plural that the phrase in front of it hangs on. */
function isOfPlural(tokens: readonly Token[], at: number): boolean {
  const hangs = tokens.slice(0, at).findLastIndex(({ pos }) => pos === 'ADP');
  const head = tokens[hangs - 1];
  return (
    at - hangs < 6 &&
    /^(?:NOUN|PROPN)$/.test(head?.pos ?? '') &&
    /[^su]s$/.test(head?.lower ?? '') &&
    tokens.slice(0, hangs).every(({ pos }) => !/^(?:VERB|AUX)$/.test(pos))
  );
}

const STARTS = /^(?:start|restart|begin|open|end|close|resume|reopen|return|meet|vote)$/;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** "detours around the bridge start Saturday": the verb of a plural that stands farther off. */
function startsOnADay(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower === 'on' ? tokens[at + 2] : tokens[at + 1];
  return STARTS.test(tokens[at]?.lower ?? '') && WEEKDAY.test(next?.lower ?? '');
}

/** "fixed for 9 a.m. on Thursday", "agreed to a session in July", "summoned them on Friday". */
function arranges(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  if (/^(?:summoned|summons|awaits?)$/.test(word)) return true;
  if (/^(?:fixed|set|named)$/.test(word) && tokens[at + 1]?.pos === 'NUM') return true;
  if (/^(?:fixed|set|planned|called|booked|arranged|rescheduled)$/.test(word))
    return next === 'for' && tokens[at + 2]?.pos === 'NUM';
  return word === 'agreed' && /^(?:to|on)$/.test(next) && /^an?$/.test(tokens[at + 2]?.lower ?? '');
}

/** Where somebody or something is that is not there for good. */
const AWAY = /^(?:back|off|up|away|out|shut|closed|open|absent)$/;

/** What somebody does in the present tense on a day: the tagger takes it for a plural at times. */
const DEPARTURE =
  /^(?:travels|visits|meets|returns|arrives|leaves|heads|faces|plays|hosts|flies|departs)$/;

const FIXTURE =
  /^(?:faces?|plays?|hosts?|meets?|visits?|begins?|starts?|opens?|resumes?|travels?|returns?|votes?|signs|decides|rules|reports|publishes|flies|arrives|departs|leaves|heads)$/;

/** "He tables a motion", "The mayor, Ada Lind, opens the show": a verb that the tagger takes for a plural. */
export function isTakenForPlural(tokens: readonly Token[], at: number): boolean {
  const [token, before, next] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (token?.pos !== 'NOUN' || !/[^s]s$/.test(token.lower)) return false;
  if (/^(?:he|she|it|everything|nobody|everyone)$/.test(before?.lower ?? '')) return true;
  // "That changes on Friday"
  if (at === 1 && before?.pos === 'PRON' && before.lower === 'that') return true;
  // "On Sunday, youths in Athens": one comma closes no aside
  const closes =
    before?.text === ',' &&
    tokens[at - 2]?.pos === 'PROPN' &&
    tokens.slice(Math.max(0, at - FARTHEST), at - 2).some(({ text }) => text === ',');
  return closes && /^(?:DET|ADP|PRON)$/.test(next?.pos ?? '');
}

/** "Mali face the hosts on Saturday": a fixture in the present tense lies ahead. */
function isFixture(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.text === ',' && DEPARTURE.test(tokens[at]?.lower ?? '')) return true;
  if (isTakenForPlural(tokens, at)) return true;
  if (/^takes? place/.test(`${tokens[at]?.lower} ${tokens[at + 1]?.lower}`)) return true;
  const word = tokens[at]?.lower ?? '';
  if (before?.pos === 'PROPN') return at < 8 && FIXTURE.test(word);
  // "the council votes on the plan on Thursday": a plural only for the tagger
  const singular = before?.pos === 'NOUN' && !/s$/.test(before.lower) && word.endsWith('s');
  const next = tokens[at + 1];
  return singular && at < 8 && FIXTURE.test(word) && !/^(?:VERB|AUX|NOUN)$/.test(next?.pos ?? '');
}

/** "They have a league match on Wednesday". */
function hasAFixture(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:has|have)$/.test(tokens[at]?.lower ?? '')) return false;
  return tokens
    .slice(at + 1, at + 6)
    .some(({ lower }) => /^(?:match|game|fixture|friendly|hearing|appointment|premiere|debut|opening|session|reading|audience|medical|showing|launch)$/.test(lower)); // prettier-ignore
}

/** "fought back to beat them on Tuesday": the verb before the infinitive tells. */
function opensPurpose(tokens: readonly Token[], at: number): boolean {
  return at > 2 && tokens[at - 1]?.lower === 'to' && infinitive(tokens, at - 1) === null;
}

/** The auxiliary or "to" in front of a verb. */
function helperBefore(tokens: readonly Token[], at: number): Governed | null {
  for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
    const word = tokens[index]?.lower ?? '';
    if (MODAL.test(word)) return { tense: 'future', sure: true };
    if (word === 'to')
      return isAdded(tokens, index) ? { tense: 'future', sure: true } : infinitive(tokens, index);
    if (word === 'have' && MODAL.test(tokens[index - 1]?.lower ?? ''))
      return { tense: 'future', sure: true };
    if (/^(?:was|were)$/.test(word) && isReportedPlan(tokens, at, index))
      return { tense: 'future', sure: true };
    if (/^(?:was|were|had|did|has|have|['’]ve)$/.test(word)) return { tense: 'past', sure: true };
    if (/^(?:is|are|['’]re|am|being)$/.test(word))
      return {
        tense:
          /ed$/.test(tokens[at]?.lower ?? '') && !EXPECTED.test(tokens[at]?.lower ?? '')
            ? null
            : 'future',
        sure: false,
      };
    if (
      !/^(?:be|been|not|n['’]t|also|now|only|still|then|later|first|next|soon|instead|both|each|all|again|formally|officially|\p{L}+ly)$/u.test(
        word,
      )
    )
      return null;
  }
  return null;
}

const REPORTING = /^(?:said|says|told|announced|added|confirmed|signalled|signaled|indicated)$/;

/** "said a cargo was expected in May": under a verb of saying "was" tells what "is" told. */
function isReportedPlan(tokens: readonly Token[], verb: number, helper: number): boolean {
  if (!EXPECTED.test(tokens[verb]?.lower ?? '')) return false;
  return tokens
    .slice(Math.max(0, helper - FARTHEST), helper)
    .some(({ lower }) => REPORTING.test(lower));
}

/** "agreed to meet" looks ahead, "managed to meet" back; null when an earlier verb must tell. */
function infinitive(tokens: readonly Token[], to: number): Governed | null {
  for (let index = to - 1; index >= Math.max(0, to - 3); index--) {
    const word = tokens[index]?.lower ?? '';
    // "flights were to resume": it was arranged; "was forced to" is read before it
    if (/^(?:was|were)$/.test(word) && index === to - 1) return { tense: 'future', sure: false };
    if (/^(?:has|have)$/.test(word) && index === to - 1) return { tense: 'future', sure: true };
    if (ACHIEVED.test(word)) return { tense: 'past', sure: true };
    if (EXPECTED.test(word) || INTENDED.test(word)) return { tense: 'future', sure: true };
  }
  return null;
}
