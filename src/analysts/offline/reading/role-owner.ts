/** Whose head? "The league ... Its chairman, X", "the union, whose secretary, X": the group that is meant. */
import type { Entity, Mention, ReadSentence, Role } from './reading.ts';
import { groupBefore } from './role-by.ts';
import type { NamedSentence } from './role-phrase.ts';
import { isGroup, wordsOf } from './role-phrase.ts';

/** The role with the organisation that its "its" or "whose" stands for, where no doubt is left. */
export function withOwner(
  named: NamedSentence,
  role: Role,
  before: {
    readonly sentence: ReadSentence | undefined;
    readonly mentions: readonly Mention[];
    readonly entities: readonly Entity[];
  },
): Role {
  const { tokens } = named.sentence;
  const at = tokens.findIndex((token) => token.start >= role.start) - 1;
  const word = tokens[at]?.lower ?? '';
  if (role.organisation !== null || role.role === '') return role;
  if (word === 'whose') return ofGroup(named, role, at - 1);
  if (word === 'the') return ofNamedGroup(named, role, at + 1, before.entities);
  if (!/^(?:its|their)$/.test(word)) return role;
  const own = [...named.from.values()].map(({ mention }) => mention);
  const earlier = own.filter((each) => each.start < role.start);
  const owner =
    ownerAmong(earlier) ??
    (earlier.length === 0 ? subjectAmong(before.mentions, before.sentence) : null);
  const name = owner && before.entities.find(({ id }) => id === owner.entity)?.name;
  return owner && name
    ? { ...role, organisation: name, owner: { start: owner.start, end: owner.end } }
    : role;
}

/** "Marlow Bank ... The bank's chief economist": the one group of the copy that is of this kind. */
function ofNamedGroup(
  named: NamedSentence,
  role: Role,
  at: number,
  entities: readonly Entity[],
): Role {
  const { tokens } = named.sentence;
  const [kind, sign, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!kind || !next || !isGroup(kind.lower) || !/^['’]s?$/.test(sign?.text ?? '')) return role;
  if (next.start >= role.end) return role;
  const [group, ...others] = entities.filter(
    (each) => each.kind === 'organisation' && each.name.toLowerCase().endsWith(` ${kind.lower}`),
  );
  const owner = group?.mentions.filter(({ end }) => end <= role.start).at(-1);
  if (!group || !owner || others.length > 0) return role;
  return {
    ...role,
    role: role.role.slice(role.role.indexOf(sign?.text ?? '') + (sign?.text.length ?? 0)).trim(),
    organisation: group.name,
    owner: { start: owner.start, end: owner.end },
  };
}

/** "the truckers' union, whose secretary": what stands before the comma. */
function ofGroup(named: NamedSentence, role: Role, comma: number): Role {
  const { tokens } = named.sentence;
  const first = tokens[comma]?.text === ',' ? groupBefore(named, comma) : null;
  const [opener, closer] = [tokens[first ?? -1], tokens[comma - 1]];
  if (first === null || !opener || !closer) return role;
  return {
    ...role,
    organisation: wordsOf(named, { first, last: comma }),
    owner: { start: opener.start, end: closer.end },
  };
}

/** The organisation that is the subject of the sentence before: one farther on is another matter. */
function subjectAmong(
  mentions: readonly Mention[],
  sentence: ReadSentence | undefined,
): Mention | null {
  const verb = sentence?.tokens.find(({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (!verb) return null;
  const opening = sentence?.tokens ?? [];
  return ownerAmong(
    mentions.filter(({ start, end }) => end <= verb.start && !isAside(opening, start)),
  );
}

/** "The inquiry into the Lorn dam burst": what stands behind such a word is no subject. */
const isAside = (tokens: readonly { start: number; lower: string }[], before: number): boolean =>
  tokens.some(
    ({ start, lower }) =>
      start < before && /^(?:into|against|over|about|after|near|outside|in|at|with)$/.test(lower),
  );

/** The one organisation that is named; null where it is not the only one. */
function ownerAmong(mentions: readonly Mention[]): Mention | null {
  const [first, ...others] = mentions.filter(({ kind }) => kind === 'organisation');
  if (first === undefined) return null;
  return others.every(({ entity }) => entity === first.entity) ? first : null;
}
