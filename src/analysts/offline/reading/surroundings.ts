/** What stands around a candidate: verbs, prepositions and nouns that tell which kind of name it is. */
import type { Candidate } from './reading.ts';
import { noScores, type Scores } from './evidence.ts';
import { gazetteer, roleLength } from './gazetteer.ts';
import type { ReadSentence, Token } from './reading.ts';

/** Kinds of company and club that stand before a name: "chipmaker X", "rail operator Y". */
const GROUP_NOUN =
  /^(?:chipmaker|carmaker|automaker|drugmaker|planemaker|shipbuilder|airline|carrier|retailer|lender|operator|company|firm|bank|group|startup|start-up|giant|maker|brewer|insurer|utility|manufacturer|broadcaster|newspaper|magazine|journal|website|charity|party|agency|club|team|side|supplier|refiner|miner|steelmaker|developer|contractor|consultancy|think-tank|ministry|watchdog|regulator|union|university|institute|channel|network|subsidiary|parent|provider|publisher|shipper|exchange|brokerage|hospital|federation|fund|weekly|daily|station|outlet|portal|platform|studio|chain|cooperative|foundation|trust|consortium|coalition|alliance|movement|militia|gang)$/;
/** Ships, works, wares and creatures have names of their own. */
const THING_NOUN =
  /^(?:tanker|ferry|ship|vessel|trawler|yacht|freighter|submarine|destroyer|frigate|warship|liner|steamer|barge|film|movie|novel|song|play|series|opera|album|show|musical|painting|sculpture|programme|podcast|app|drug|vaccine|racehorse|horse|colt|filly|stallion|satellite|spacecraft|probe|rover|telescope|rocket)$/;
const SAYING =
  /^(?:said|says|told|added|tells|adds|asked|replied|warned|explained|argued|insisted|noted|recalled|wrote|tweeted|testified|acknowledged|admitted|joked|quipped|declared|stated|remarked|commented|continued|concluded|stressed|vowed|urged|conceded|lamented|countered|claimed|predicted|predicts|believes|thinks|agreed|denied)$/;
const LEADING = /^(?:heads|chairs|runs|founded|co-founded|owns|headed|chaired)$/;
const LIVING =
  /^(?:died|resigned|testified|married|retired|scored|won|beat|defeated|finished|suffered|pleaded|grew|graduated|wept|smiled|laughed|stepped|joined|met|visited|flew|took|lost|posted|earned|sought|wants|hopes|refused|led|played|starred|shot|fired|walked)$/;
/** "was jailed": what befalls people alone; the second list befalls firms as well. */
const BEFALLS =
  /^(?:jailed|imprisoned|remanded|arrested|deported|extradited|injured|wounded|hospitali[sz]ed|born|kidnapped|abducted|stabbed|knighted|widowed|married|handcuffed|paroled)$/;
const BEFALLS_FIRMS_TOO = /^(?:acquitted|convicted|sentenced|pardoned)$/;
const BEATING = /^(?:beat|beats|beating|defeated|thrashed|edged|stun|stunned|overcame|held)$/;
const PLAYING = /^(?:play|plays|played|playing|signed|signs|scored|striker|defender|midfielder)$/;
/** Buildings and works that bear a name: "the Queen Astrid bridge". */
const NAMED_SITE =
  /^(?:bridge|hospital|school|stadium|hotel|tower|mine|prison|dam|museum|theatre|theater|crossing|reservoir|station|pass|road|street|square|market|refinery|pipeline|canal|field|camp|barracks|base)$/;
const RESULT =
  /^(?:match|game|fixture|friendly|tie|defeat|win|victory|draw|loss|defeated|beaten|thrashed|champions|hosts|rivals)$/;
const WITHIN = /^(?:in|off|near|across|outside|around|throughout|inside|toward|towards|within)$/;
const TOWARDS = /^(?:at|from|to|into|through|over|between|via)$/;
const REGIONAL =
  /^(?:neighbou?ring|northern|southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern|northeast|northwest|southeast|southwest|north|south|east|west|downtown|upstate|mainland|rural|coastal|suburban)$/;
const PLACE_NOUN =
  /^(?:province|city|region|state|district|county|airport|town|village|border|coast|port|neighbourhood|neighborhood|suburb|peninsula|prefecture|island|islands|river|valley|area|municipality|governorate)$/;
/** Behind a name of several words: "the Judicial Inquiry agency". */
const OFFICE_NOUN = /^(?:agency|ministry|department|commission|committee|tribunal|bureau)$/;
const COMPANY_NOUN =
  /^(?:shares|stock|spokesman|spokeswoman|spokesperson|executives|officials|employees|headquarters|staff|customers|subsidiary|lawmakers|fighters|militants|members|ceo|factory|plant|unit|shareholders|management|report)$/;

/** Evidence from what stands around one occurrence. */
export function contextScores(sentence: ReadSentence, at: Candidate): Scores {
  const scores = noScores();
  const { tokens } = sentence;
  const before = sentence.tokens[at.first - 1]?.lower ?? '';
  // "at broker X" names where somebody works
  const employer = at.titled && /^(?:at|for)$/.test(sentence.tokens[at.first - 2]?.lower ?? '');
  if (THING_NOUN.test(before)) {
    scores.none += 5;
    scores.person -= 4;
  } else if (GROUP_NOUN.test(before) || employer) {
    scores.organisation += 4;
    // a developer or an owner is a person as often
    if (!/[eo]r$/.test(before)) scores.person -= 2;
  } else if (at.titled) scores.person += 5;
  beforeScores(scores, tokens, at);
  behindScores(scores, tokens, at);
  return scores;
}

function beforeScores(scores: Scores, tokens: readonly Token[], at: Candidate): void {
  const before = tokens[at.first - 1]?.lower ?? '';
  const earlier = tokens[at.first - 2]?.lower ?? '';
  const single = at.last - at.first === 1;
  if (before === 'the') {
    scores.person -= 4;
    scores.organisation += 1;
  }
  if (before === 'of' && /^\p{Lu}/u.test(tokens[at.first - 2]?.text ?? '')) {
    scores.person -= 3;
    scores.organisation += 1.5;
  }
  if (/^\d{1,3}-year-old$/.test(before)) scores.person += 5;
  if (before === 'by' && /^(?:chaired|headed|coached|captained)$/.test(earlier)) scores.person += 3;
  if (before === 'told') scores.organisation += 1.5;
  else if (SAYING.test(before)) scores.person += 1;
  if (before === 'for' && PLAYING.test(earlier)) {
    scores.organisation += 4;
    scores.person -= 2;
  }
  if (LEADING.test(before)) scores.organisation += 3;
  siteScores(scores, tokens, at);
  // "the operator, Minas del Sur," and "the gang, which calls itself Grey Heron,"
  if (before === ',' && GROUP_NOUN.test(earlier) && !isTail(tokens, at.first - 2)) {
    scores.organisation += 4;
    scores.person -= 2;
  }
  if (before === 'itself' && /^(?:calls?|called|calling|naming|names?)$/.test(earlier)) {
    scores.organisation += 6;
    scores.person -= 3;
  }
  if (before === 'in' && /^(?:published|reported|writing|appeared|appears|wrote)$/.test(earlier)) {
    scores.place -= 3;
    scores.organisation += 1.5;
  }
  if (PLACE_NOUN.test(before)) {
    scores.place += single ? 1.5 : 3;
    scores.person -= single ? 0 : 2;
  }
  if (before === '(' && tokens[at.last]?.text === ')') scores.organisation += 1;
}

/** "in", "near", "the town of": what stands before a place. */
function siteScores(scores: Scores, tokens: readonly Token[], at: Candidate): void {
  const before = tokens[at.first - 1]?.lower ?? '';
  const earlier = tokens[at.first - 2]?.lower ?? '';
  const single = at.last - at.first === 1;
  if (WITHIN.test(before)) scores.place += 2;
  if (WITHIN.test(before) && single)
    scores.person -= before === 'near' || before === 'in' ? 3 : 0.5;
  // "a hospital in Zamora del Rey": nobody is in a person
  if (!single && /^(?:in|near)$/.test(before) && !at.titled) scores.person -= 3;
  if (/^(?:by|over|against|at|to)$/.test(before) && RESULT.test(earlier)) {
    scores.organisation += 4;
    scores.person -= 2;
  }
  if (TOWARDS.test(before)) scores.place += single ? 0.9 : 0.5;
  if (before === 'at' && !at.titled) scores.person -= 2;
  if (BEATING.test(before) && !single && /^\d/.test(tokens[at.last]?.text ?? '')) {
    scores.organisation += 1.5;
    scores.person -= 1;
  }
  if (REGIONAL.test(before)) scores.place += 4;
  if (before === 'of' && PLACE_NOUN.test(earlier)) scores.place += 6;
  if (before === ',' && /^(?:capital|city|town)$/.test(earlier)) scores.place += 4;
  if (
    before === 'of' &&
    /^(?:mayor|governor|government|parliament|citizens|army|economy|republic|residents|people|bishop|archbishop|outskirts|streets|north|south|east|west|suburb|centre|center)$/.test(
      earlier,
    )
  )
    scores.place += 3;
}

/** "the governor of the bank, X": the group ends what is said of a person. */
function isTail(tokens: readonly Token[], group: number): boolean {
  return tokens
    .slice(Math.max(0, group - 6), group)
    .some(
      (token, at, near) => /^(?:of|at|for|from)$/.test(token.lower) || roleLength(near, at) > 0,
    );
}

function behindScores(scores: Scores, tokens: readonly Token[], at: Candidate): void {
  const [next, after, third] = [tokens[at.last], tokens[at.last + 1], tokens[at.last + 2]];
  if (!next) return;
  if (saysItself(tokens, at.last)) {
    scores.organisation += 5;
    scores.person -= 3;
  } else if (SAYING.test(next.lower)) scores.person += 2;
  else if (LIVING.test(next.lower)) scores.person += 0.8;
  else if (befalls(tokens, at)) scores.person += 2.5;
  if (next.lower === 'who') scores.person += 4;
  if (PLACE_NOUN.test(next.lower)) scores.place += 3;
  if (at.last - at.first > 1 && NAMED_SITE.test(next.lower)) {
    scores.place += 3;
    scores.person -= 4;
  }
  if (at.last - at.first > 1 && leadsAName(tokens, at.last)) {
    scores.organisation += 3;
    scores.person -= 3;
  }
  if (/^(?:won|took|lost|has|holds)$/.test(next.lower) && third?.lower === 'seats')
    scores.organisation += 4;
  if (COMPANY_NOUN.test(next.lower)) scores.organisation += 1.5;
  if (at.last - at.first > 1 && OFFICE_NOUN.test(next.text)) {
    scores.organisation += 3;
    scores.person -= 4;
  }
  if (
    at.last - at.first > 1 &&
    next.text === '(' &&
    /^\p{Lu}{2,7}$/u.test(after?.text ?? '') &&
    third?.text === ')'
  )
    scores.organisation += 4;
  if (next.text === '(' && /^\d{1,2}$/.test(after?.text ?? '')) scores.person += 3;
  if (next.text !== ',' || !after) return;
  if (/^\d{1,3}$/.test(after.text) && /^(?:,|\.|\))/.test(third?.text ?? '')) scores.person += 5;
  if (after.lower === 'who') scores.person += 4;
  if (gazetteer().places.has(after.text)) scores.place += 1.5;
  if (appositionOfPerson(tokens, at.last + 1)) scores.person += 3;
}

/** "was acquitted", "has been jailed": behind a full name, or where it can be said of nobody else. */
function befalls(tokens: readonly Token[], { first, last }: Candidate): boolean {
  const [one = '', two = '', three = ''] = tokens.slice(last, last + 3).map(({ lower }) => lower);
  const verb = /^(?:has|had) been$/.test(`${one} ${two}`) ? three : one === 'was' ? two : '';
  return BEFALLS.test(verb) || (last - first > 1 && BEFALLS_FIRMS_TOO.test(verb));
}

/** "Bell Harrow said on Tuesday it would close": a firm, whatever its name looks like. */
function saysItself(tokens: readonly Token[], verb: number): boolean {
  if (!/^(?:said|says|announced|confirmed)$/.test(tokens[verb]?.lower ?? '')) return false;
  const behind = tokens.slice(verb + 1, verb + 6).map(({ lower }) => lower);
  return /^(?:(?:on|late|early) )?\w+day (?:that )?(?:it|its)\b/.test(behind.join(' '));
}

/** "Marlow Vance chief executive Ida Bron": the first name is of what the second one works for. */
function leadsAName(tokens: readonly Token[], from: number): boolean {
  const length = /^\p{Ll}/u.test(tokens[from]?.text ?? '') ? roleLength(tokens, from) : 0;
  return length > 0 && /^\p{Lu}/u.test(tokens[from + length]?.text ?? '');
}

/** Whether a role stands within a few words, before any verb: "a former head of ...". */
function appositionOfPerson(tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < from + 7; index++) {
    const token = tokens[index];
    if (!token || /^[,.;:()“”"]/.test(token.text) || token.pos === 'VERB' || token.pos === 'AUX')
      return false;
    if (/^(?:and|but|while|where|which|whose)$/.test(token.lower)) return false;
    if (roleLength(tokens, index) > 0) return true;
    if (/^(?:of|in|at|for|from)$/.test(token.lower)) return false;
  }
  return false;
}
