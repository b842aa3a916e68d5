/** Decides which candidates are names and of what kind, and joins short forms to full ones. */
import type { Candidate } from './reading.ts';
import { candidatesOf } from './candidates.ts';
import type { Scores } from './evidence.ts';
import { addScores, noScores, shapeScores, totalScores } from './evidence.ts';
import { gazetteer } from './gazetteer.ts';
import type { Entity, EntityKind, Mention, ReadSentence } from './reading.ts';
import { contextScores } from './surroundings.ts';

/** Most entities that are kept of one take. */
const MOST_ENTITIES = 400;
/** Least evidence for a name, and for one that never stands inside a sentence. */
const LEAST_SCORE = 0.6;
const LEAST_SCORE_OPENING = 1.6;

type Group = {
  readonly words: string;
  readonly parts: readonly string[];
  readonly candidates: Candidate[];
  /** what stands around it; in the end with its shape */
  scores: Scores;
  kind: EntityKind | null;
  /** the group that it is a short form of */
  owner: Group | null;
};

/** The names of a take, in order of first mention; `text` is the take's. */
export function namesOf(text: string, sentences: readonly ReadSentence[]): Entity[] {
  const lowered = loweredWords(sentences);
  const candidates = sentences.flatMap((sentence) => candidatesOf(sentence));
  const groups = groupsOf(candidates, sentences, lowered);
  for (const group of groups) {
    group.scores = totalScores(shapeScores(group.words), group.scores);
    group.kind = kindOf(group);
  }
  linkPeople(groups);
  linkAcronyms(groups);
  linkOrganisations(groups);
  return entitiesOf(text, sentences, groups);
}

/** Words that the take writes in lower case too. */
function loweredWords(sentences: readonly ReadSentence[]): Set<string> {
  return new Set(
    sentences
      .flatMap((sentence) => sentence.tokens)
      .filter((token) => token.text === token.lower)
      .map((token) => token.text),
  );
}

function groupsOf(
  candidates: readonly Candidate[],
  sentences: readonly ReadSentence[],
  lowered: Set<string>,
): Group[] {
  const groups = new Map<string, Group>();
  // a surname that opens a sentence is known from the full name elsewhere
  const inside = new Set(
    candidates
      .filter((each) => !each.opening)
      .flatMap(({ words }) => [words, words.slice(words.lastIndexOf(' ') + 1)]),
  );
  for (const candidate of candidates) {
    const sentence = sentences[candidate.sentence];
    if (!sentence || !isLikely(candidate, sentence, inside, lowered)) continue;
    let group = groups.get(candidate.words);
    if (!group) {
      group = {
        words: candidate.words,
        parts: candidate.words.split(' '),
        candidates: [],
        scores: noScores(),
        kind: null,
        owner: null,
      };
      groups.set(candidate.words, group);
    }
    group.candidates.push(candidate);
    addScores(group.scores, contextScores(sentence, candidate));
  }
  return [...groups.values()];
}

/** "R-Ohio", "the Halden-flagged ferry", "a Member State". */
const NO_NAME =
  /^(?:[RDI]-\p{Lu}.*|States?|.*-(?:flagged|based|owned|backed|led|born|bound|registered|listed|controlled))$/u;

/** A single word that opens a sentence needs more than its capital. */
function isLikely(
  candidate: Candidate,
  sentence: ReadSentence,
  inside: Set<string>,
  lowered: Set<string>,
): boolean {
  const { words } = candidate;
  if (/^[\p{Lu}]\.?$/u.test(words) || !/\p{L}/u.test(words) || NO_NAME.test(words)) return false;
  const { places, cities, organisations, demonyms, notNames, openers } = gazetteer();
  if (demonyms.has(words) || demonyms.has(words.replace(/s$/, ''))) return false;
  if (words.includes(' ')) return true;
  if (isPeopleWord(candidate, sentence)) return false;
  const before = sentence.tokens[candidate.first - 1]?.lower ?? '';
  if (!candidate.opening)
    return (
      !lowered.has(words.toLowerCase()) ||
      places.has(words) ||
      organisations.has(words) ||
      // "in Croydon", whatever a link or a hashtag writes
      (cities.has(words) && /^(?:in|near|outside)$/.test(before)) ||
      candidate.titled ||
      /^\p{Lu}{2,}/u.test(words)
    );
  if (inside.has(words) || places.has(words) || organisations.has(words)) return true;
  if (openers.has(words) || notNames.has(words) || lowered.has(words.toLowerCase())) return false;
  return cities.has(words) || sentence.tokens[candidate.first]?.pos === 'PROPN';
}

/** "Velkian counterpart", "Ostmarkish parties": an adjective of a people that no list knows. */
function isPeopleWord(candidate: Candidate, sentence: ReadSentence): boolean {
  const next = sentence.tokens[candidate.last];
  const { places, cities, organisations, givenNames } = gazetteer();
  const { words } = candidate;
  return (
    /\p{Ll}(?:ian|ean|oan|ese|ish)$/u.test(words) &&
    next !== undefined &&
    /^(?:NOUN|ADJ)$/.test(next.pos) &&
    /^\p{Ll}/u.test(next.text) &&
    ![places, cities, organisations, givenNames].some((list) => list.has(words))
  );
}

function kindOf(group: Group): EntityKind | null {
  const { person, organisation, place, none } = group.scores;
  const best = Math.max(person, organisation, place);
  const steady = group.parts.length > 1 || group.candidates.some((each) => !each.opening);
  if (none >= best || best < (steady ? LEAST_SCORE : LEAST_SCORE_OPENING)) return null;
  if (person === best) return 'person';
  return place >= organisation ? 'place' : 'organisation';
}

/** Joins "Iida" to "Yoichi Iida", and "Moon" to "Moon Jae In". */
function linkPeople(groups: readonly Group[]): void {
  const people = groups.filter((group) => group.kind === 'person' && group.parts.length > 1);
  const owners = ownersByPart(people);
  for (const group of groups) {
    if (group.parts.length === 1) linkSurname(group, owners);
    else if (group.kind === 'person') linkLonger(group, people);
  }
}

type Owners = { readonly last: Map<string, Group>; readonly other: Map<string, Group> };

function ownersByPart(people: readonly Group[]): Owners {
  const owners: Owners = { last: new Map(), other: new Map() };
  for (const person of people) {
    const parts = person.parts.filter((part) => !/^(?:Jr|Sr|II|III|IV)\.?$/.test(part));
    parts.forEach((part, index) => {
      const map = index === parts.length - 1 ? owners.last : owners.other;
      if (/^\p{Lu}\p{L}|-/u.test(part) && !map.has(part)) map.set(part, person);
    });
  }
  return owners;
}

function linkSurname(group: Group, owners: Owners): void {
  const owner = owners.last.get(group.words) ?? owners.other.get(group.words);
  if (!owner) return;
  const { places, organisations } = gazetteer();
  const strange = places.has(group.words) || organisations.has(group.words);
  const { person, place, organisation, none } = group.scores;
  if (strange && person + 2.5 < Math.max(place, organisation)) return;
  if (none > person + 8 || isTownBefore(group, owner)) return;
  group.kind = 'person';
  group.owner = owner;
}

/** "in Croydon" before any "Moment Croydon": a town that is spoken of before the full name is no surname of it. */
function isTownBefore({ words, scores, candidates }: Group, owner: Group): boolean {
  const [first, full] = [candidates[0]?.sentence ?? 0, owner.candidates[0]?.sentence ?? 0];
  return first < full && scores.place > scores.person && gazetteer().cities.has(words);
}

/**
 * "Jane Roe" beside "Jane Ann Roe": the shorter joins the longer. But a longer run that stands once
 * and holds a name that stands again and again has a word too many: "Halden Jane Roe", "Jane Roe Medics".
 */
function linkLonger(group: Group, people: readonly Group[]): void {
  const { parts } = group;
  for (const each of people)
    if (!each.owner && group.candidates.length > 1 && isOverrun(each, group)) each.owner = group;
  const owner = people.find(
    (each) =>
      each.owner !== group &&
      each.parts.length > parts.length &&
      each.parts.at(-1) === parts.at(-1) &&
      each.parts.includes(parts[0] ?? ''),
  );
  if (owner && owner !== group) group.owner = owner;
}

function isOverrun(longer: Group, shorter: Group): boolean {
  if (longer.candidates.length > 1 || longer.parts.length !== shorter.parts.length + 1)
    return false;
  const given = gazetteer().givenNames.has(shorter.parts[0] ?? '');
  const behind = longer.words.startsWith(`${shorter.words} `);
  if (behind) return given && !gazetteer().surnames.has(longer.parts.at(-1) ?? '');
  const front = longer.parts[0] ?? '';
  return given && longer.words.endsWith(` ${shorter.words}`) && isStray(front);
}

/** A word that may stand before a name without being part of it: a place, an agency, a plain word. */
function isStray(word: string): boolean {
  const { places, cities, organisations, openers, givenNames, organisationWords } = gazetteer();
  const plain = [openers, organisations, organisationWords].some((list) => list.has(word));
  return places.has(word) || cities.has(word) || (plain && !givenNames.has(word));
}

/** Joins "WTO" to "World Trade Organization". */
function linkAcronyms(groups: readonly Group[]): void {
  const byInitials = new Map<string, Group>();
  for (const group of groups)
    if (group.parts.length > 1 && group.kind !== 'person')
      byInitials.set(initialsOf(group.parts), group);
  for (const group of groups) {
    if (!/^(?:\p{Lu}\.?){2,8}$/u.test(group.words)) continue;
    const owner = byInitials.get(group.words.replaceAll('.', ''));
    if (!owner || owner.kind === 'place' || group.kind === 'place') continue;
    group.kind = 'organisation';
    owner.kind = 'organisation';
    group.owner = owner;
  }
}

function initialsOf(parts: readonly string[]): string {
  return parts
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.slice(0, 1))
    .join('');
}

/** Joins "Ford" to "Ford Motor Co.", and "Foreign Ministry" to nothing but itself. */
function linkOrganisations(groups: readonly Group[]): void {
  const openings = new Map<string, Group>();
  for (const group of groups) {
    if (group.kind !== 'organisation' || group.parts.length < 2) continue;
    const opening = group.parts[0] ?? '';
    if (!openings.has(opening)) openings.set(opening, group);
  }
  const { places, cities, organisations } = gazetteer();
  for (const group of groups) {
    const owner = openings.get(group.words);
    if (!owner || group.owner || group.scores.person > 4) continue;
    if (places.has(group.words) || cities.has(group.words) || organisations.has(owner.words))
      continue;
    group.kind = 'organisation';
    group.owner = owner;
  }
}

function entitiesOf(
  text: string,
  sentences: readonly ReadSentence[],
  groups: readonly Group[],
): Entity[] {
  const roots = groups
    .filter((group) => group.kind !== null && rootOf(group) === group)
    .slice(0, MOST_ENTITIES);
  const entities = new Map<Group, Entity>();
  roots.forEach((root, id) =>
    entities.set(root, {
      id,
      kind: root.kind ?? 'organisation',
      name: root.words,
      mentions: [],
      roles: [],
      unsure: isUnsure(root, groups),
    }),
  );
  for (const group of groups) {
    const entity = entities.get(rootOf(group));
    if (!entity || group.kind === null) continue;
    for (const candidate of group.candidates) {
      const mention = mentionOf(text, sentences, candidate, entity);
      if (mention) entity.mentions.push(mention);
    }
  }
  const all = [...entities.values()].filter((entity) => entity.mentions.length > 0);
  for (const entity of all) {
    entity.mentions.sort((a, b) => a.start - b.start);
    const full = entity.mentions.find(
      (mention) => mention.text.replace(/\s+/g, ' ') === entity.name,
    );
    entity.name = (full ?? entity.mentions[0])?.text ?? entity.name;
  }
  return all;
}

/** Least evidence for a person beyond two capitals in a row. */
const LEAST_PERSON = 1.5;

function isUnsure(root: Group, groups: readonly Group[]): boolean {
  if (root.kind !== 'person' || root.scores.person >= LEAST_PERSON) return false;
  const short = groups.filter((group) => group !== root && rootOf(group) === root);
  return !short.some(({ scores }) => scores.person >= LEAST_PERSON);
}

function rootOf(group: Group): Group {
  let root = group;
  for (let step = 0; step < 4 && root.owner; step++) root = root.owner;
  return root;
}

function mentionOf(
  text: string,
  sentences: readonly ReadSentence[],
  candidate: Candidate,
  entity: Entity,
): Mention | null {
  const tokens = sentences[candidate.sentence]?.tokens ?? [];
  const [first, last] = [tokens[candidate.first], tokens[candidate.last - 1]];
  if (!first || !last) return null;
  const { kind, id } = entity;
  return {
    entity: id,
    kind,
    text: text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
    sentence: candidate.sentence,
  };
}
