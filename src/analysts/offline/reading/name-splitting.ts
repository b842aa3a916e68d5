/** Cuts a run of capitals into names: titles, nationalities and plain opening words come off. */
import type { Candidate } from './reading.ts';
import { gazetteer, roleLength } from './gazetteer.ts';
import type { Token } from './reading.ts';

const PARTY_ADJECTIVE =
  /^(?:Democratic|Democrat|Republican|Conservative|Liberal|Socialist|Communist|Catholic|Muslim|Christian|Jewish|Orthodox|Sunni|Shiite|Nazi|Olympic|Paralympic)$/;
/** Letters behind a name: "Fergus Mac Giolla SC". */
const POST_NOMINAL = /^(?:[SKQ]C|MEP|M[LS]A|MSP|[OMC]BE|Ph\.?D\.?|Esq\.?|TD|MP)$/;
/** Offices that are named after what they look after: "Interior Minister", "Budget Secretary". */
const PORTFOLIO_OFFICE =
  /^(?:minister|secretary|commissioner|chancellor|undersecretary|spokesman|spokeswoman|correspondent|editor|inspector)$/;

/** Portfolios of one word, so that what follows is a name: "Superintendent of Police Rekha Negi". */
const PORTFOLIO =
  /^(?:State|Police|Health|Justice|Finance|Defen[cs]e|Education|Commerce|Labou?r|Interior|Transport|Energy|Trade|Agriculture|Culture|Staff|Education|Homeland|Tourism|Fisheries|Prisons|Customs|Immigration|Operations|Communications)$/;
/** A run of capitals, `last` behind its end. */
type Run = { readonly sentence: number; readonly first: number; readonly last: number };

/** Cuts a run into names: openers and nationalities off its front, titles out of its middle. */
export function splitRun(tokens: readonly Token[], run: Run, opening: boolean): Candidate[] {
  const words = tokens.slice(run.first, run.last);
  const whole = words.map((token) => token.text).join(' ');
  if (isKnown(whole))
    return [candidate(words, run, { titled: titledBefore(tokens, run.first), opening: false })];
  const front = frontLength(words, opening);
  if (front >= words.length) return [];
  if (front > 0) return splitRun(tokens, { ...run, first: run.first + front }, false);
  if (words.length > 2 && POST_NOMINAL.test(words.at(-1)?.text ?? ''))
    return splitRun(tokens, { ...run, last: run.last - 1 }, opening);
  const party = PARTY_ADJECTIVE.test(words.at(-1)?.text ?? '') ? 1 : 0;
  if (party > 0)
    return words.length > 1 ? splitRun(tokens, { ...run, last: run.last - 1 }, opening) : [];
  const owned = homeOf(words, opening);
  if (owned > 0) {
    const cut = run.first + owned;
    const behind = tokens[cut + 1]?.lower === 'the' ? cut + 2 : cut + 1;
    return [
      ...splitRun(tokens, { ...run, last: cut }, false),
      ...splitRun(tokens, { ...run, first: behind }, false),
    ];
  }
  const known = knownPrefix(words);
  if (known === 0) return splitAtTitle(tokens, run, words, opening);
  const cut = run.first + known;
  return [
    ...splitRun(tokens, { ...run, last: cut }, false),
    ...splitRun(tokens, { ...run, first: cut }, false),
  ];
}

/** "Seo Ji Hoon of South Korea", "Professor Ann Roe of Halden University": where the "of" stands; 0 for none. */
function homeOf(words: readonly Token[], opening: boolean): number {
  const at = words.findIndex((word) => word.lower === 'of');
  if (at < 2 || at === words.length - 1) return 0;
  const { givenNames, places, organisations, organisationWords } = gazetteer();
  const title = titleLength(words, 0);
  const name = words.slice(title < at - 1 ? title : 0, at);
  const titled = name.length < at;
  if (name.length < 2 || name.some((word) => organisationWords.has(word.text))) return 0;
  if (!givenNames.has(name[0]?.text ?? '') && !titled) return 0;
  const home = words.slice(words[at + 1]?.lower === 'the' ? at + 2 : at + 1);
  const known = home.map((word) => word.text).join(' ');
  if (places.has(known)) return opening && !titled ? 0 : at;
  const ends = [home[0], home.at(-1)].some((word) => organisationWords.has(word?.text ?? ''));
  return (ends && home.length > 1) || organisations.has(known) ? at : 0;
}

/** Words of a known name at the front with a title or a given name behind it; 0 for none. */
function knownPrefix(words: readonly Token[]): number {
  const { givenNames, organisations, cities, places } = gazetteer();
  const prefixes = prefixesOf(words);
  const shortest = Math.max(1, titleLength(words, 0));
  for (let length = prefixes.length - 1; length >= shortest; length--) {
    const prefix = prefixes[length] ?? '';
    const next = words[length]?.text ?? '';
    if (isKnown(prefix) || (length === 1 && cities.has(prefix))) {
      if (titleLength(words, length) > 0 && !endsAsOrganisation(words, length)) return length;
      const person =
        givenNames.has(next) && words.length - length > 1 && !endsAsOrganisation(words, length - 1);
      if (
        person &&
        (length > 1 ||
          ((places.has(prefix) || organisations.has(prefix)) && !givenNames.has(prefix)))
      )
        return length;
    }
  }
  return 0;
}

/** The words in front of each word, as one text. */
function prefixesOf(words: readonly Token[]): string[] {
  let text = '';
  return words.map((word) => {
    const prefix = text;
    text = text === '' ? word.text : `${text} ${word.text}`;
    return prefix;
  });
}

function splitAtTitle(
  tokens: readonly Token[],
  run: Run,
  words: Token[],
  opening: boolean,
): Candidate[] {
  for (let at = 0; at < words.length; at++) {
    const length = titleLength(words, at);
    if (
      length === 0 ||
      endsAsOrganisation(words, at) ||
      /^(?:&|of|for)$/.test(words[at - 1]?.text ?? '') ||
      isPossessive(words[at + length])
    )
      continue;
    const left = { ...run, last: run.first + at };
    const right = { ...run, first: run.first + at + length };
    const before = at > 0 && !isPortfolio(words, at) ? splitRun(tokens, left, opening) : [];
    if (right.first >= run.last) return before;
    const rest = splitRun(tokens, right, false);
    return [
      ...before,
      ...rest.map((each) => ({ ...each, titled: each.first === right.first || each.titled })),
    ];
  }
  return [candidate(words, run, { titled: titledBefore(tokens, run.first), opening })];
}

/** "Fire Chief", "Health Minister": the plain word in front belongs to the title. */
function isPortfolio(words: readonly Token[], at: number): boolean {
  if (at === 1 && gazetteer().openers.has(words[0]?.text ?? '')) return true;
  const front = words
    .slice(0, at)
    .map((word) => word.text)
    .join(' ');
  return (
    PORTFOLIO_OFFICE.test(words[at]?.lower ?? '') &&
    !isKnown(front) &&
    !gazetteer().cities.has(front) &&
    !/^\p{Lu}{2,}$/u.test(front) &&
    !gazetteer().organisationWords.has(words[at - 1]?.text ?? '')
  );
}

/** Roles that are surnames as often: "Stephen King", "Nathan Porter", and no title behind a name. */
const SURNAME_TOO =
  /^(?:king|prince|bishop|judge|pope|abbot|baron|earl|knight|cook|baker|butcher|carpenter|driver|porter|singer|major|priest|farmer|fisherman|gardener|hunter|shepherd|archer|chancellor|dean|page|potter|sheriff|constable|sherpa|shah|emir|imam|guru|swami|rider|deacon|marshal|marshall|cousin|fan|star|model|forward|rebel|winner|champion|parent|critic|friend|miner|trainer|skipper|warden|clerk|cardinal|sergeant|chef|painter|sister|son|boss|partner|guide|poet|duke|count|vicar|monk|general|steward|agent|dealer|trader|banker|brewer|builder|miller|weaver|mason)$/;

function isSurname(words: readonly Token[], at: number): boolean {
  return at > 0 && at === words.length - 1 && SURNAME_TOO.test(words[at]?.lower ?? '');
}

/** "Lady Gaga", "Lord Coe": before a single name the style is part of it. */
function isStyle(words: readonly Token[], at: number): boolean {
  return words.length === 2 && at === 0 && /^(?:lord|lady)$/.test(words[0]?.lower ?? '');
}

/** A role or short title at `at`, with "of State" or "of Health" behind it where it belongs. */
function titleLength(words: readonly Token[], at: number): number {
  const { titles, courtesies } = gazetteer();
  const lower = words[at]?.lower ?? '';
  if (isSurname(words, at) || isStyle(words, at)) return 0;
  if (titles.has(lower) || courtesies.has(lower)) return 1;
  const length = roleLength(words, at);
  if (length === 0 || (at > 0 && /[^s]s$/.test(words[at + length - 1]?.lower ?? ''))) return 0;
  if (!/^(?:of|for)$/.test(words[at + length]?.lower ?? '') || length > 2) return length;
  const { givenNames } = gazetteer();
  if (words.length === at + length + 4 && PORTFOLIO.test(words[at + length + 1]?.text ?? ''))
    return length + 2;
  for (let index = at + length + 2; index < words.length; index++)
    if (givenNames.has(words[index]?.text ?? '')) return index - at;
  return words.length - at;
}

/** "Justice Department", "Prime Minister's Office": what looks like a title opens an organisation. */
function endsAsOrganisation(words: readonly Token[], at: number): boolean {
  const { organisationWords, placeEndings } = gazetteer();
  const last = words.at(-1)?.text ?? '';
  const later = words.slice(at + 1, -1).some((_, index) => titleLength(words, at + 1 + index) > 0);
  return words.length - at > 1 && !later && (organisationWords.has(last) || placeEndings.has(last));
}

/** Of firms as often as of people: "its Latvian rival X", "parent X". */
const FIRM_TOO =
  /^(?:rival|partner|parent|owner|peer|buyer|bidder|customer|client|supplier|neighbou?r|giant|leader|newcomer|tenant|sponsor|investor|shareholder|backer)$/;

function titledBefore(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1];
  if (!before || !/^\p{L}/u.test(before.text)) return false;
  const { titles, courtesies } = gazetteer();
  if (titles.has(before.lower) || courtesies.has(before.lower)) return true;
  if (FIRM_TOO.test(before.lower)) return false;
  // "traders Bellmont and Corvin": a plural in lower case leads firms as often as people
  return (
    roleLength([before], 0) > 0 && (/^\p{Lu}/u.test(before.text) || !/[^s]s$/.test(before.lower))
  );
}

function isKnown(words: string): boolean {
  const { places, cities, organisations } = gazetteer();
  return (
    places.has(words) || organisations.has(words) || (words.includes(' ') && cities.has(words))
  );
}

/** "Neighbouring Ghana", "Outgoing President": adjectives that a sentence gives its capital. */
const LEADING_ADJECTIVE = /^(?:Neighbou?ring|Nearby|Visiting|Outgoing|Incoming|Ruling|Embattled)$/;

/** How many words at the front are no part of a name. */
function frontLength(words: readonly Token[], opening: boolean): number {
  const { demonyms, openers, organisationWords, notNames, placeEndings, places } = gazetteer();
  const [first, second] = [words[0]?.text ?? '', words[1]?.text ?? ''];
  const last = words.at(-1)?.text ?? '';
  if (opening && words.length > 1 && LEADING_ADJECTIVE.test(first)) return 1;
  const organisation = words.length > 1 && organisationWords.has(last);
  if (demonyms.has(`${first} ${second}`)) return organisation && words.length > 3 ? 0 : 2;
  if (places.has(`${first} ${second}`)) return 0;
  if (demonyms.has(first))
    return (organisation && words.length > 2) || (organisationWords.has(second) && words.length > 3)
      ? 0
      : 1;
  if (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(first)) return 1;
  if (
    /^(?:The|A|An|This|That|His|Her|Their|Its|Our|My|Former|Ex|Then|Late|And|But|For|In|On|At|To|If|As|When|While|With|From|By|After|Before)$/.test(
      first,
    )
  )
    return 1;
  if (words.length > 2 && /^(?:Even|Only|Just|Also|All-Stars?)$/.test(first)) return 1;
  if (PARTY_ADJECTIVE.test(first)) return organisation || placeEndings.has(last) ? 0 : 1;
  if (opening && words.length > 1 && !organisation && opensPlainly(words)) return 1;
  if (!opening)
    return /^I(?:$|['’])/.test(first) || (notNames.has(first) && words.length === 1) ? 1 : 0;
  if (
    /^(?:Chipmaker|Carmaker|Automaker|Drugmaker|Planemaker|Steelmaker|Retailer|Lender|Brewer|Insurer|Broadcaster|Startup|Airline|Telecoms|Shipbuilder|Miner|Manufacturer|Operator|Utility|Charity|Newspaper|Supplier|Refiner|Developer|Brokerage|Regulator|Watchdog|Tabloid|Conglomerate|Pharmacist|Grocer|Hotelier|Contractor|Builder|Housebuilder|Subcontractor|Distributor|Publisher|Provider)$/.test(
      first,
    )
  )
    return 1;
  if (!openers.has(first) || (words.length > 1 && titleLength(words, 0) > 0)) return 0;
  return organisation && words.length <= 4 ? 0 : 1;
}

/** A first word that the tagger knows for none, or with a given name behind it, is no name. */
function opensPlainly(words: readonly Token[]): boolean {
  const { givenNames, surnames, cities, places, organisations } = gazetteer();
  const [first, second] = [words[0], words[1]];
  if (!first || !second) return false;
  const name = [givenNames, surnames, cities, places, organisations].some((list) =>
    list.has(first.text),
  );
  if (name || /\.$/.test(first.text) || titleLength(words, 0) > 0) return false;
  if (/^(?:ADP|SCONJ|CCONJ|ADV|DET|PRON|VERB|AUX|NUM)$/.test(first.pos)) return true;
  return first.pos !== 'PROPN' && words.length > 2 && givenNames.has(second.text);
}

function isPossessive(token: Token | undefined): boolean {
  return /^['’]s?$/.test(token?.text ?? '');
}

function candidate(
  words: readonly Token[],
  run: Run,
  flags: Pick<Candidate, 'titled' | 'opening'>,
): Candidate {
  return { ...run, words: words.map((token) => token.text).join(' '), ...flags };
}
