/**
 * Where it happened: places that the opening says it happened in. Where the copy names none so
 * surely, it is the place of the dateline, and the sentence under the dateline stands for it.
 */
import type { Place } from '../../../news/card.ts';
import { placeInWords } from '../../../news/dateline.ts';
import { gazetteer } from '../reading/gazetteer.ts';
import type { Entity, Mention } from '../reading/reading.ts';
import { covering, evidenceOf } from './evidence.ts';
import { firstVerb } from './lede.ts';
import { isOldNews } from './old-news.ts';
import { nameOf } from './subject.ts';
import { isQuotedAt, type Study } from './study.ts';

const MOST = 3;
/** Characters between a place and the day beside it: " early on ". */
const BESIDE_CHARACTERS = 10;
const LOOKED_AT = 20;
const ENOUGH = 2;
/** A further place must be nearly as sure as the first. */
const CLOSE = 1;
/** As sure as a dateline is: a place that the first sentence says it happened in outdoes it. */
const FILED = 3;
const SITE =
  /(?:^|\s)(?:in|at|near|outside|off|around|across|inside|over|from|into|throughout|of|on(?=\s(?:the\s)?(?:\w+\s)?(?:island|isle|coast|outskirts|shores?|banks?|peninsula|plateau|edge|slopes?|border|road)\b))\s+(?:(?:outskirts|shores?|banks?|peninsula|plateau|edge|slopes?|isle|road|mountain|mountains|hills|highland|coastal|border|remote|the|its|their|central|downtown|northern|southern|eastern|western|north|south|east|west|northeastern|northwestern|southeastern|southwestern|nearby|city|town|village|capital|port|province|state|island|district|coast|of|suburb)(?:ern)?,?\s+){0,5}$/i;

/** "crossed the Varland coast", "struck the hills of Varland": what nature or a bomb hits is the site. */
const STRUCK =
  /\b(?:struck|strikes|hit|hits|rocked|rocks|shook|shakes|jolted|crossed|crosses|swept|sweeps|battered|lashed|pounded|flooded|ravaged|devastated|engulfed|paraly[sz]ed|blanketed)\s+(?:(?:the|a|an|several|parts|coast|coasts|hills|highlands|north|south|east|west|centre|center|heart|city|town|port|village|island|province|state|district|capital|of|and|\p{L}{3,10}ern)\s+){0,6}$/iu;
/** "a win over Mali", "anger over Mali": a rival or a subject, no site. */
const OVER_A_RIVAL =
  /\b(?:win|wins|victory|victories|triumph|defeat|success|lead|advantage|concerns?|dispute|anger|row|fears|war|talks|tensions?|(?<!traffic )control|sovereignty|claims?) over\s+(?:the\s+)?$/i;
/** "Ada Lind, 62, from Lorn", "a man from Lorn": where somebody comes from. */
const ORIGIN =
  /(?:,|\b(?:men|man|woman|women|boy|girl|father|mother|driver|fan|student|teenager|pensioner|\p{L}+-old|native|family|couple|both|all|is|are|comes?),?) from\s+(?:the\s+)?$/iu;
/** "steel from Lorn", "flour imports from Varland": where goods come from. */
const GOODS =
  /\b(?:imports?|exports?|shipments?|cargo(?:es)?|supplies|goods|products?|steel|iron|alumini?um|copper|timber|oil|crude|gas|coal|fuel|grain|wheat|maize|corn|rice|flour|sugar|beef|pork|fish|fruit|vegetables|wine|cheese|cotton|medicines?|drugs?|vaccines?|chips|cars|vehicles|electricity|data) (?:(?:made|bought|imported|brought|shipped|delivered|ordered) )?from\s+(?:the\s+)?$/i;
/** "who lives in Lagos", "born in Perm": a life, and not the happening. */
const LIVES_THERE =
  /\b(?:who (?:lives|works|teaches|studies|trains)|(?:was )?(?:born|raised|brought up|educated)|grew up|headquartered|based) (?:[\p{L}-]{2,14} )?(?:in|at|near|outside)\s+(?:the\s+)?$/iu;
const ROAD = /\b(?:Road|Street|Avenue|Lane|Square|Boulevard|Highway|Bridge|Island|Drive|Way)$/;
/** "the Lorn suburbs" lie there, where "the Lorn court" is only of it. */
const AREA =
  /^(?:suburbs?|area|region|outskirts|countryside|district|province|prefecture|department|governorate|county|archipelago|islands?|delta|basin|highlands|neighbou?rhood|peninsula|valley|coast|airport|railway|port|harbou?r)$/;

/** "amid tension in", "that had waited in", "older than any in": the circumstances, not the happening. */
const CIRCUMSTANCE = /\b(?:amid|since|had|despite|than any(?: other)?)\b[^.;]{0,90}$/i;

/** "the trade ministry in Lorn": where a body has its seat. */
const SEAT =
  /\b(?:ministry|embassy|consulate|headquarters|head office|central bank|secretariat|institute) in\s+(?:the\s+)?$/i;

/** "told reporters in Ottawa": the place of the speech alone; "said after talks in Ottawa" is of the talks. */
const SAID_THERE =
  /\b(?:said|told|added|speaking)\b(?:(?!\b(?:would|will|to|after|following|during)\b)[^,;:]){0,30}\b(?:in|at)\s+(?:the\s+)?$/i;

/** "mission control in Ottawa said": the place of whoever speaks. */
const SPEAKS_THERE = /^,? (?:said|says|told|added|reported|announced|confirmed|warned)\b/;

/** Whoever looks into it where it happened. */
const ON_THE_SPOT =
  /\b(?:police|officials?|authorities|firefighters|rescuers|hospitals?|doctors|prosecutors?|courts?|judges?|mayor|governor|residents|witnesses|coastguard|officers?) (?:in|at|near)\s+(?:the\s+)?$/i;

/** Places of the happening, best first. */
export function placesOf(study: Study): Place[] {
  const scored = study.entities
    .filter((entity) => entity.kind === 'place')
    .map((entity) => best(study, entity))
    .filter((each) => each !== null && each.score >= ENOUGH)
    .filter((each) => each !== null)
    .sort((a, b) => b.score - a.score || a.mention.start - b.mention.start);
  const top = scored[0];
  const filed = filedFrom(study);
  if (filed !== null && (top === undefined || top.score < FILED)) return [filed];
  const places: Place[] = [];
  const seen = new Set<number>();
  for (const { mention, score } of scored) {
    if (places.length >= MOST || top === undefined || score < top.score - CLOSE) break;
    if (seen.has(mention.entity)) continue;
    const chain = chainOf(study, mention);
    for (const each of chain) seen.add(each.entity);
    const evidence = evidenceOf(study.take, covering(chain));
    const place = chain.length > 1 ? evidence.quote : nameOf(study, mention);
    places.push({ place, evidence: [evidence] });
  }
  return places;
}

/** The dateline's place, proven by the sentence that it opens; null when the copy has no dateline. */
function filedFrom(study: Study): Place | null {
  const place = study.take.dateline?.place ?? null;
  const [opening] = study.sentences;
  if (opening === undefined || study.opinion) return null;
  if (place === null) return filedInside(study);
  return { place: placeInWords(place), evidence: [evidenceOf(study.take, opening)] };
}

/** A dateline that stands behind a byline or a web page's furniture, inside the text. */
const DATELINE_INSIDE =
  /(?<=[\s)])(\p{Lu}{4,24}(?: \p{Lu}{2,24}){0,2})(?:, \p{Lu}\p{L}{2,12}\.? \d{1,2})?(?: \([^()]{2,30}\))? ?(?:--|—|–|-) (?=[\p{Lu}"“])/u;
const OPENING_CHARACTERS = 1200;

function filedInside(study: Study): Place | null {
  const match = DATELINE_INSIDE.exec(study.take.text.slice(0, OPENING_CHARACTERS));
  const written = match?.[1];
  if (match === null || written === undefined) return null;
  const place = placeInWords(written);
  const { places, cities } = gazetteer();
  if (!places.has(place) && !cities.has(place)) return null;
  const stretch = { start: match.index, end: match.index + written.length };
  return { place, evidence: [evidenceOf(study.take, stretch)] };
}

/** Places that follow one another name one spot: "Trump Tower in New York City", "Sant Mirel, Orvania". */
function chainOf(study: Study, mention: Mention): Mention[] {
  const places = (study.mentionsIn[mention.sentence] ?? []).filter((each) => each.kind === 'place');
  const at = places.indexOf(mention);
  const joined = (left: Mention | undefined, right: Mention | undefined): boolean =>
    left !== undefined &&
    right !== undefined &&
    /^(?:,|,? in(?: the)?)(?: (?:north|south|east|west|central)(?:ern)?)? $/i.test(
      study.take.text.slice(left.end, right.start),
    );
  let from = at;
  let to = at;
  while (from > 0 && joined(places[from - 1], places[from])) from -= 1;
  while (to + 1 < places.length && joined(places[to], places[to + 1])) to += 1;
  return at < 0 ? [mention] : places.slice(from, to + 1);
}

type Scored = { readonly entity: Entity; readonly mention: Mention; readonly score: number };

function best(study: Study, entity: Entity): Scored | null {
  let found: Scored | null = null;
  const dateline = study.take.dateline?.place?.toLowerCase() ?? null;
  const filed = dateline !== null && entity.name.toLowerCase() === dateline ? 1.5 : 0;
  const often = Math.min(1.5, (entity.mentions.length - 1) * 0.3);
  const headlined = inHeadline(study.take.headline ?? '', entity.name);
  for (const mention of entity.mentions) {
    if (mention.sentence >= LOOKED_AT || isQuotedAt(study, mention.start)) continue;
    // "Five shot in Varhaven": then "Varhaven police" names the site as well
    const own =
      headlined === OUTRIGHT ? Math.max(scoreOf(study, mention), 1) : scoreOf(study, mention);
    const score = own + filed + often + Math.min(2, headlined);
    if (found === null || score > found.score) found = { entity, mention, score };
  }
  return found;
}

/** "Varhaven tram derailment": the place in front of what happened is where it did. */
const HAPPENING =
  /^ (?:\p{Ll}[\p{L}-]{1,20} ){0,2}(?:crash|derailment|shooting|fire|blaze|blast|explosion|attack|bombing|(?:earth)?quake|floods?|flooding|storm|landslide|avalanche|protests?|riots?|strike|siege|killings?|murders?|stabbing|collapse|outbreak|disaster|accident|collision|massacre|raid|rescue|summit|hijack|eruption|wildfires?|mudslide|stampede)\b/u;

/** "restarts Varhaven reactor", "in Varhaven refugee camps": the place in front of what it lies in. */
const SITE_THERE =
  /^ (?:\p{Ll}[\p{L}-]{1,20} ){0,2}(?:reactor|plant|camps?|islands?|mine|port|bridge|dam|prison|school|hospital|factory|refinery|smelter|airport|stadium|tunnel|poll|election|by-election)\b/u;
/** "next round in Lorn": what comes is not what happened. */
const NEXT_THERE = /\bnext (?:\w+ ){1,2}(?:is )?(?:in|at)\s+$/i;

/** The headline says that it happened there. */
const OUTRIGHT = 3;

/** "Five shot in Varhaven" says it outright; a place that is only named there is likelier than others. */
function inHeadline(headline: string, name: string): number {
  const at = headline.indexOf(name);
  if (at < 0) return 0;
  const [before, behind] = [headline.slice(0, at), headline.slice(at + name.length)];
  if (NEXT_THERE.test(before)) return 0;
  if (/\b(?:in|at|near|outside|off)\s+(?:the\s+)?$/i.test(before)) return OUTRIGHT;
  if (SITE_THERE.test(behind) && !/\b(?:on|over|about|for|against)\s+$/i.test(before))
    return OUTRIGHT;
  return HAPPENING.test(behind) ? 2 : 1;
}

function scoreOf(study: Study, mention: Mention): number {
  const sentence = study.sentences[mention.sentence];
  if (!sentence) return 0;
  const before = withoutOwner(
    study.take.text.slice(Math.max(sentence.start, mention.start - 99), mention.start),
  );
  const after = study.take.text.slice(mention.end, mention.end + 2);
  let score = 2 - Math.min(2.5, mention.sentence * 0.3);
  const site =
    OVER_A_RIVAL.test(before) || ORIGIN.test(before) || GOODS.test(before)
      ? null
      : siteBefore(before, mention);
  const behind = study.take.text.slice(mention.end, Math.min(mention.end + 60, sentence.end));
  const struck = STRUCK.test(before) || HAPPENING.test(behind);
  if (/\p{Lu}\p{L}+ of (?:the )?$/u.test(before)) score -= 1.5;
  if (struck) score += 1.5;
  else if (site) score += /^\s*(?:of|from|into)\b/i.test(site[0]) ? 0.2 : 1.5;
  else if (/,\s*$/.test(before)) score += 0.4;
  else score -= acts(study, mention) ? 2.2 : 1.4;
  // below the lede a day beside it makes up for the distance
  if (site && mention.sentence > 0 && isDated(study, mention)) score += 0.6;
  if (/^['’]s?/.test(after)) score -= 0.7;
  if (!struck && qualifies(study, mention)) score -= 1.3;
  // "eleven concerts, the first of them Thursday's in Lorn"
  if (/['’]s (?:in|at) $/.test(before)) score -= 2;
  if (CIRCUMSTANCE.test(before)) score -= 1;
  if (SEAT.test(before) || LIVES_THERE.test(before)) score -= 1.5;
  if (isRoute(before, behind)) score -= 1;
  if (SPEAKS_THERE.test(behind) && !ON_THE_SPOT.test(before)) score -= 2;
  if (SAID_THERE.test(before)) score -= 2;
  else if (/\b(?:shares|stock|based)\b[^.;]{0,50}$/i.test(before)) score -= 1;
  if (isOldNews(study, sentence)) score -= 1.5;
  const coming =
    !isOfSubject(study, mention) &&
    (study.datesIn[sentence.index] ?? []).some(
      (date) =>
        date.tense === 'future' && date.start > mention.start - 60 && date.start < mention.end + 80,
    );
  return coming ? score - 2 : score;
}

/** "the trip from Zurich to Milan": ends of a way. */
const isRoute = (before: string, behind: string): boolean =>
  (/\bfrom\s+$/i.test(before) && /^ to (?:the )?\p{Lu}/u.test(behind)) ||
  /\bfrom \p{Lu}[\p{L} ]{2,20} to\s+$/u.test(before);

/** The words that make a place the site: "in", "near the outskirts of", "on" with a road or an island. */
function siteBefore(before: string, { text }: Mention): RegExpExecArray | null {
  return SITE.exec(before) ?? (ROAD.test(text) ? /(?:^|\s)on\s+(?:the\s+)?$/i.exec(before) : null);
}

/** "in the Bolivian town of X", "in north China's X": whose it is says nothing about the site. */
function withoutOwner(before: string): string {
  const { demonyms } = gazetteer();
  return (
    before
      .replace(/(?<=\s)\p{Lu}\p{L}{2,20}['’]s $/u, '')
      // "on the Arctic island of X"
      .replace(
        /(?<=\bthe )\p{Lu}\p{L}{2,20} (?=(?:island|isle|town|city|village|port|province|region|resort) of $)/u,
        '',
      )
      .replace(/(?<=\s)(\p{Lu}\p{Ll}{2,20}) /gu, (all, word: string) =>
        demonyms.has(word) ? '' : all,
      )
  );
}

/** "in Varhaven on Wednesday": a place that stands beside the day of what happened. */
function isDated(study: Study, { sentence, end }: Mention): boolean {
  return (study.datesIn[sentence] ?? []).some(
    ({ start, tense }) => tense !== 'future' && start >= end && start - end <= BESIDE_CHARACTERS,
  );
}

/** "The pool in Lorn will close in May": the lede's own subject lies there, whenever it happens. */
function isOfSubject(study: Study, { sentence, end }: Mention): boolean {
  const tokens = study.sentences[sentence]?.tokens ?? [];
  return sentence === 0 && end <= (tokens[firstVerb(tokens)]?.start ?? 0);
}

/** "Mali beat Burkina Faso": a country or town that acts is no site. */
function acts(study: Study, mention: Mention): boolean {
  const tokens = study.sentences[mention.sentence]?.tokens ?? [];
  const next = tokens.find((token) => token.start >= mention.end);
  return next?.pos === 'VERB' || next?.pos === 'AUX';
}

/** "the Madrid court", "U.S. presidential election": the place tells which one, not where. */
function qualifies(study: Study, mention: Mention): boolean {
  const tokens = study.sentences[mention.sentence]?.tokens ?? [];
  const next = tokens.find((token) => token.start >= mention.end);
  if (!next || next.start - mention.end > 1) return false;
  if (/^(?:early|late|earlier|later|last|next|this|again|alone|overnight)$/.test(next.lower))
    return false;
  return (next.pos === 'NOUN' && !AREA.test(next.lower)) || next.pos === 'ADJ';
}
