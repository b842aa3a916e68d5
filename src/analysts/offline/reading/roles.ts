/** Gives people the roles that the copy states for them. */
import type { Entity, Mention, ReadSentence, Role } from './reading.ts';
import { roleDirectlyBefore, roleInFront } from './role-before.ts';
import { belonging, predicate, roleInApposition } from './role-behind.ts';
import {
  belongingBefore,
  nationality,
  roleAsSubject,
  roleByNaming,
  roleInLetters,
  roleOfSeveral,
} from './role-beside.ts';
import { roleByDeed } from './role-by.ts';
import { withOwner } from './role-owner.ts';
import type { NamedSentence, NamedSpan } from './role-phrase.ts';
import { namedSentence } from './role-phrase.ts';

/** Most roles that are kept of one person. */
const MOST_ROLES = 6;

/** The way a role was stated, with how well it serves as the role of a card. */
const WAYS: readonly {
  readonly weight: number;
  readonly find: (named: NamedSentence, name: NamedSpan) => Role | null;
}[] = [
  { weight: 4, find: roleInApposition },
  { weight: 4, find: roleDirectlyBefore },
  { weight: 3, find: roleInFront },
  { weight: 3, find: roleOfSeveral },
  { weight: 1.2, find: roleByDeed },
  { weight: 1.2, find: roleByNaming },
  { weight: 1.2, find: roleAsSubject },
  { weight: 1.2, find: roleInLetters },
  { weight: 0.5, find: nationality },
  { weight: 1, find: (named, name) => belonging(named, name.last) },
  { weight: 1, find: (named, name) => predicate(named, name.last) },
];

/** Fills `roles` of every person, the best first. */
export function giveRoles(
  text: string,
  sentences: readonly ReadSentence[],
  entities: readonly Entity[],
): void {
  const bySentence = new Map<number, Mention[]>();
  for (const mention of entities.flatMap((entity) => entity.mentions)) {
    const list = bySentence.get(mention.sentence) ?? [];
    list.push(mention);
    bySentence.set(mention.sentence, list);
  }
  const found = new Map<number, { role: Role; weight: number }[]>();
  for (const sentence of sentences) {
    const named = namedSentence(text, sentence, bySentence.get(sentence.index) ?? []);
    for (const name of named.from.values()) {
      if (name.mention.kind !== 'person') continue;
      const list = found.get(name.mention.entity) ?? [];
      const before = {
        sentence: sentences[sentence.index - 1],
        mentions: bySentence.get(sentence.index - 1) ?? [],
        entities,
      };
      for (const { role, weight } of rolesOf(named, name))
        list.push({ role: withOwner(named, role, before), weight });
      const unsure = entities.find(({ id }) => id === name.mention.entity)?.unsure;
      const employer = unsure ? null : belongingBefore(named, name);
      if (employer) list.push({ role: employer, weight: 1 });
      found.set(name.mention.entity, list);
    }
  }
  for (const entity of entities) entity.roles = best(found.get(entity.id) ?? []);
}

function rolesOf(named: NamedSentence, name: NamedSpan): { role: Role; weight: number }[] {
  return WAYS.flatMap(({ weight, find }) => {
    const role = find(named, name);
    if (!role) return [];
    // "Senator Ann Roe, a former teacher": what she is now comes first
    const formerly = role.start > name.mention.start && /^(?:former|retired|ex-)/i.test(role.role);
    const worth = weight + worthOf(role) - (formerly ? 1 : 0);
    return [{ role: withOrganisation(named, name, role), weight: worth }];
  });
}

/** "Analyst X of Kestrel Capital": role before the name and organisation behind it are one statement. */
function withOrganisation(named: NamedSentence, name: NamedSpan, role: Role): Role {
  if (role.organisation !== null || role.end > name.mention.start) return role;
  const { tokens } = named.sentence;
  const group =
    belonging(named, name.last) ??
    (tokens[name.last]?.text === ',' ? belonging(named, name.last + 1) : null);
  return group && role.role !== ''
    ? { ...role, organisation: group.organisation, end: group.end }
    : role;
}

/** A rank tells less than the office beside it: "defence minister, General Ann Roe". */
const RANK =
  /^(?:general|colonel|major|captain|lieutenant|sergeant|brigadier|admiral|commodore|professor|doctor)$/i;

/** A full statement beats a bare title; kinship and chance descriptions come last. */
function worthOf(role: Role): number {
  let worth = role.organisation === null ? 0 : 1.5;
  if (
    /^(?:(?:great-)?(?:grand)?(?:son|daughter|mother|father)|brother|sister|wife|husband|widow|friend|cousin|nephew|niece)(?:-in-law)? of\b/i.test(
      role.role,
    )
  )
    worth -= 2;
  const words = role.role.split(' ').length;
  if (role.role === '') worth -= 2;
  else if (words > 1) worth += 0.5;
  if (/\.$/.test(role.role)) worth -= 1.5;
  if (RANK.test(role.role)) worth -= 1.5;
  if (
    /^(?:heads|leads|chairs|runs|directs|coaches|manages|founded|co-founded|owns|led|headed|chaired|ran|oversees|teaches|edits|captains|represents)(?: |$)/.test(
      role.role,
    )
  )
    worth -= 3;
  if (
    /(?:^|\s)(?:friend|son|daughter|wife|husband|mother|father|brother|sister|man|woman|fan|resident|rival|victim|suspect|ally|critic|supporter|star)$/i.test(
      role.role,
    )
  )
    worth -= 2;
  return worth;
}

function best(found: readonly { role: Role; weight: number }[]): Role[] {
  const seen = new Set<string>();
  const kept: Role[] = [];
  for (const { role } of [...found].sort(
    (a, b) => b.weight - a.weight || a.role.start - b.role.start,
  )) {
    const key = `${role.role.toLowerCase()}|${role.organisation ?? ''}`;
    if (seen.has(key) || kept.length >= MOST_ROLES) continue;
    seen.add(key);
    kept.push(role);
  }
  return kept;
}
