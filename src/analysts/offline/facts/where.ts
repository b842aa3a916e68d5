/** Where it happened: places that the opening says it happened in, and the dateline's. */
import type { Place } from '../../../news/card.ts';
import type { Entity, Mention } from '../reading/read.ts';
import { covering, evidenceOf } from './evidence.ts';
import { isOldNews } from './old-news.ts';
import { nameOf } from './subject.ts';
import { isQuotedAt, type Study } from './study.ts';

const MOST = 3;
const LOOKED_AT = 20;
const ENOUGH = 2;
/** A further place must be nearly as sure as the first. */
const CLOSE = 1;
const SITE =
  /(?:^|\s)(?:in|at|near|outside|off|around|across|inside|over|from|into|throughout|of)\s+(?:(?:the|central|downtown|northern|southern|eastern|western|north|south|east|west|northeastern|northwestern|southeastern|southwestern|nearby|city|town|village|capital|port|province|state|island|district|coast|of|suburb)(?:ern)?,?\s+){0,5}$/i;

/** "told reporters in Ottawa": as likely the place of the speech alone. */
const SAID_THERE =
  /\b(?:said|told|added|speaking)\b(?:(?!\b(?:would|will|to)\b)[^,;:]){0,30}\b(?:in|at)\s+(?:the\s+)?$/i;

/** Places of the happening, best first. */
export function placesOf(study: Study): Place[] {
  const scored = study.entities
    .filter((entity) => entity.kind === 'place')
    .map((entity) => best(study, entity))
    .filter((each) => each !== null && each.score >= ENOUGH)
    .filter((each) => each !== null)
    .sort((a, b) => b.score - a.score || a.mention.start - b.mention.start);
  const top = scored[0];
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
  const headlined = (study.take.headline ?? '').includes(entity.name) ? 1 : 0;
  for (const mention of entity.mentions) {
    if (mention.sentence >= LOOKED_AT || isQuotedAt(study, mention.start)) continue;
    const score = scoreOf(study, mention) + filed + often + headlined;
    if (found === null || score > found.score) found = { entity, mention, score };
  }
  return found;
}

function scoreOf(study: Study, mention: Mention): number {
  const sentence = study.sentences[mention.sentence];
  if (!sentence) return 0;
  const before = study.take.text.slice(Math.max(sentence.start, mention.start - 60), mention.start);
  const after = study.take.text.slice(mention.end, mention.end + 2);
  let score = 2 - Math.min(2.5, mention.sentence * 0.3);
  const site = SITE.exec(before);
  if (/\p{Lu}\p{L}+ of (?:the )?$/u.test(before)) score -= 1.5;
  if (site) score += /^\s*(?:of|from|into)\b/i.test(site[0]) ? 0.2 : 1.5;
  else if (/,\s*$/.test(before)) score += 0.4;
  else score -= acts(study, mention) ? 2.2 : 1.4;
  if (/^['’]s?/.test(after)) score -= 0.7;
  if (qualifies(study, mention)) score -= 1.3;
  if (SAID_THERE.test(before) || /\b(?:shares|stock|based)\b[^.;]{0,50}$/i.test(before)) score -= 1;
  if (isOldNews(study, sentence)) score -= 1.5;
  const coming = (study.datesIn[sentence.index] ?? []).some(
    (date) =>
      date.tense === 'future' && date.start > mention.start - 60 && date.start < mention.end + 40,
  );
  return coming ? score - 2 : score;
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
  return next.pos === 'NOUN' || next.pos === 'ADJ';
}
