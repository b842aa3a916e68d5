/** Joins the short forms of a name to the full one: surnames, initials, the first word of a firm. */
import type { Scores } from './evidence.ts';
import { gazetteer } from './gazetteer.ts';
import type { Candidate, EntityKind } from './reading.ts';

/** All that stands in a take in the same words. */
export type Group = {
  readonly words: string;
  readonly parts: readonly string[];
  readonly candidates: Candidate[];
  /** what stands around it; in the end with its shape */
  scores: Scores;
  kind: EntityKind | null;
  /** the group that it is a short form of */
  owner: Group | null;
};

/** Joins "Iida" to "Yoichi Iida", and "Moon" to "Moon Jae In". */
export function linkPeople(groups: readonly Group[]): void {
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
export function linkAcronyms(groups: readonly Group[]): void {
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
export function linkOrganisations(groups: readonly Group[]): void {
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

/** The full name that a group is, at some steps, a short form of. */
export function rootOf(group: Group): Group {
  let root = group;
  for (let step = 0; step < 4 && root.owner; step++) root = root.owner;
  return root;
}
