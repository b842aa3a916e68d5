/** Decides which candidates are names and of what kind, and joins short forms to full ones. */
import type { Candidate } from './reading.ts';
import { candidatesOf } from './candidates.ts';
import { addScores, noScores, shapeScores, totalScores } from './evidence.ts';
import { gazetteer } from './gazetteer.ts';
import type { Entity, EntityKind, Mention, ReadSentence } from './reading.ts';
import { linkAcronyms, linkOrganisations, linkPeople, rootOf, type Group } from './short-forms.ts';
import { contextScores } from './surroundings.ts';

/** Most entities that are kept of one take. */
const MOST_ENTITIES = 400;
/** Least evidence for a name, and for one that never stands inside a sentence. */
const LEAST_SCORE = 0.6;
const LEAST_SCORE_OPENING = 1.6;

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
