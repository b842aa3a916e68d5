/** What the words of a candidate say: a person, an organisation, a place, or no name at all. */
import { gazetteer } from './gazetteer.ts';

export type Scores = { person: number; organisation: number; place: number; none: number };

/** Most that the surroundings weigh, for or against a kind. */
const MOST_CONTEXT = 6;
const GROUP_OPENING =
  /^(?:Real|Sporting|Atletico|Atlético|Inter|Dynamo|Dinamo|Lokomotiv|Olympique|Racing|Spartak|Deportivo|Borussia|CSKA|Zenit|FC|AC|AS|SC|CD|SV|Banco|Banca|Banque|Banka|Grupo|Groupe|Gruppo|Radio|Rádio|Radyo|Televisión|Televisão|Tele|Agencia|Agência|Diario|Diário|Ferrocarriles|Subterráneos|Ferrovie|Cooperativa|Fundación|Fundação|Fondation|Stiftung|Instituto|Institut|Universidad|Universiti|Universitas|Universitet|Universidade|Université|Universität|Club|Team|Hotel|Transportes|Empresa|Compañía|Companhia|Compagnie|Société|Sociedad|Minera|Mineração|Constructora|Construtora|Aerolíneas|Laboratorios|Industrias|Cementos|Autobuses)$/;
/** Storms, campaigns and cases have names, and are neither people nor places. */
const EVENT_OPENING =
  /^(?:Cyclone|Hurricane|Typhoon|Storm|Tropical|Operation|Exercise|Project|Article|Section|Chapter|Resolution|Proposition|Flight|Covid|Apollo|Boeing|Airbus)$/;
const LINK = /^(?:of|for|on|and|&)$/;

/** Evidence from the words themselves. */
export function shapeScores(words: string): Scores {
  const scores = noScores();
  const parts = words.split(' ');
  const [first, last] = [parts[0] ?? '', parts.at(-1) ?? ''];
  listScores(scores, words, parts.length);
  endingScores(scores, first, last, parts.length);
  if (parts.length > 1) personShape(scores, parts);
  else singleShape(scores, words);
  return scores;
}

function listScores(scores: Scores, words: string, length: number): void {
  const { places, cities, organisations, notNames } = gazetteer();
  const titled = /^\p{Lu}{4,}$/u.test(words)
    ? words.slice(0, 1) + words.slice(1).toLowerCase()
    : words;
  if (
    places.has(words) ||
    (titled !== words && !organisations.has(words) && (places.has(titled) || cities.has(titled)))
  )
    scores.place += 5;
  if (cities.has(words)) scores.place += length > 1 ? 4 : 2.5;
  if (organisations.has(words)) scores.organisation += 5;
  if (notNames.has(words)) scores.none += 6;
  const bare = words.replace(
    /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|New|Greater|Upper|Lower) /,
    '',
  );
  if (bare !== words && (places.has(bare) || cities.has(bare))) scores.place += 3;
  if (length > 1 && !places.has(words) && !cities.has(words)) teamScores(scores, words);
}

/** "Leeds Harriers": a place with a plural behind it is a team. */
function teamScores(scores: Scores, words: string): void {
  const { places, cities, placeEndings } = gazetteer();
  const cut = words.lastIndexOf(' ');
  const [town, team] = [words.slice(0, cut), words.slice(cut + 1)];
  const { organisationWords } = gazetteer();
  const inner = town.split(' ').some((part) => organisationWords.has(part));
  if (inner && (places.has(team) || cities.has(team))) scores.organisation += 8;
  const located = places.has(town) || cities.has(town);
  if (located && /[^s]s$/.test(team) && !placeEndings.has(team)) scores.organisation += 4;
}

function endingScores(scores: Scores, first: string, last: string, length: number): void {
  const { organisationWords, placeEndings, placeOpenings, notNameEndings } = gazetteer();
  if (length === 1) {
    if (organisationWords.has(first)) scores.organisation += 1.5;
    if (placeEndings.has(first) || notNameEndings.has(first)) scores.none += 2;
    return;
  }
  if (organisationWords.has(last)) scores.organisation += 8;
  else if (notNameEndings.has(last)) scores.none += 5;
  else if (placeEndings.has(last)) scores.place += 4.5;
  // streets and stations are named after people
  if (
    length > 2 &&
    /^(?:Avenue|Street|Boulevard|Highway|Motorway|Airport|Station|Tower|Bridge|Square|Hall|Stadium|Park|Prison|Dam|Mine)$/.test(
      last,
    )
  )
    scores.place += 4;
  if (placeOpenings.has(first))
    scores.place += /^(?:San|Santa|Saint|St|St\.|El|Los|Las|Rio)$/.test(first) ? 3 : 5;
  if (EVENT_OPENING.test(first)) scores.none += 7;
  if (GROUP_OPENING.test(first)) scores.organisation += 5;
  if (organisationWords.has(first)) scores.organisation += 1;
}

function personShape(scores: Scores, parts: readonly string[]): void {
  const { givenNames, surnames, organisationWords } = gazetteer();
  const [first, last] = [parts[0] ?? '', parts.at(-1) ?? ''];
  if (parts.some((part) => LINK.test(part))) {
    const heads =
      parts.includes('&') ||
      organisationWords.has(first) ||
      parts.some((part) => organisationWords.has(part));
    const head = parts[parts.findIndex((part) => LINK.test(part)) - 1] ?? '';
    if (gazetteer().notNameEndings.has(head)) scores.none += 6;
    scores.organisation += heads ? 4 : 1;
    return;
  }
  const second = first.split('-')[0] ?? '';
  if (givenNames.has(first) || givenNames.has(second)) scores.person += 3;
  if (surnames.has(last)) scores.person += givenNames.has(first) ? 1 : 0.7;
  if (/^\p{Lu}\.$/u.test(parts[1] ?? '') || /^(?:\p{Lu}\.){1,3}$/u.test(first))
    scores.person += 2.5;
  if (
    parts.some((part) => /^(?:bin|ibn|bint|van|von|de|da|di|del|al|el|[ae]l-\p{Lu}.*)$/u.test(part))
  )
    scores.person += 1.5;
  if (/^(?:Lord|Lady)$/.test(first)) scores.person += 3;
  if (/^(?:Jr|Sr)\.?$/.test(last)) scores.person += 3;
  if (/^(?:II|III|IV|VI|X)$/.test(last)) scores.person += parts.length > 2 ? 3 : -2.5;
  if (/-[a-z]{2,}$/.test(last) && /^\p{Lu}/u.test(last)) scores.person += 1.5;
  const named = parts.every((part) =>
    /^\p{Lu}[\p{Ll}'’.-]|^[a-z]{1,3}$|^\p{Lu}\.$|^\p{Lu}['’]\p{Lu}/u.test(part),
  );
  if (parts.length <= 4 && named)
    scores.person += givenNames.has(first) || surnames.has(last) ? 1.7 : 0.9;
  if (/^Royal$/.test(first)) scores.organisation += 3;
  if (/^(?:New|Upper|Lower|Greater|Little)$/.test(first)) scores.place += 3;
  if (!named || parts.length > 5) scores.organisation += 1;
}

function singleShape(scores: Scores, word: string): void {
  const { givenNames, surnames } = gazetteer();
  if (/^\p{Lu}[\p{Lu}\d&-]{1,6}s?$/u.test(word)) scores.organisation += 2.5;
  else if (/^\p{L}+\p{Ll}\p{Lu}/u.test(word) && !/^(?:Mc|Mac|De|Di|Le|La|Van|O['’])/.test(word))
    scores.organisation += 2;
  else scores.organisation += 0.7;
  if (givenNames.has(word)) scores.person += 0.8;
  if (surnames.has(word)) scores.person += 0.8;
  if (/^(?:al|el)-\p{Lu}/u.test(word)) scores.person += 1;
}

/** Adds the evidence of one more occurrence; what is said again and again counts no more. */
export function addScores(scores: Scores, more: Scores): void {
  scores.person = clamped(scores.person + more.person);
  scores.organisation = clamped(scores.organisation + more.organisation);
  scores.place = clamped(scores.place + more.place);
  scores.none = clamped(scores.none + more.none);
}

function clamped(score: number): number {
  return Math.max(-MOST_CONTEXT, Math.min(MOST_CONTEXT, score));
}

/** What stands around all occurrences, with what the words themselves say. */
export function totalScores(shape: Scores, context: Scores): Scores {
  return {
    person: shape.person + context.person,
    organisation: shape.organisation + context.organisation,
    place: shape.place + context.place,
    none: shape.none + context.none,
  };
}

export function noScores(): Scores {
  return { person: 0, organisation: 0, place: 0, none: 0 };
}
