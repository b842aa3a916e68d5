/** Who: the people named, with role and organisation where the copy gives them. */
import type { Person } from '../../../news/card.ts';
import type { Entity } from '../reading/reading.ts';
import { readSentence } from '../reading/tokens.ts';
import { covering, evidenceOf } from './evidence.ts';
import { actorOf } from './actor.ts';
import { ledeOf, subjectOf } from './lede.ts';
import type { Study } from './study.ts';

const MOST = 12;
/** A way of addressing someone is no role. */
const COURTESY = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady)\.?$/i;
/** A role farther than this from the name it belongs to gets an evidence of its own. */
const NEAR = 200;

/**
 * Whoever opens the headline, then the subject of the lede, people that the headline names, and the
 * others in the order of the copy; at most twelve. When the subject of the lede is no person but acts
 * (a firm, a court, "two climbers"), that actor leads the list, unless the headline opens with a person.
 */
export function peopleOf(study: Study): Person[] {
  const headline = study.take.headline ?? '';
  const lede = ledeOf(study);
  const subject = lede === null ? null : subjectOf(study, lede);
  const rankOf = (entity: Entity, at: number): number =>
    at === 0 ? 0 : entity.id === subject?.entity ? 1 : at > 0 ? 2 : 3;
  const known = study.entities
    .filter((entity) => entity.kind === 'person' && isIntroduced(entity))
    .map((entity) => ({ entity, at: placeOf(headline, entity) }))
    .sort(
      (a, b) =>
        rankOf(a.entity, a.at) - rankOf(b.entity, b.at) ||
        (a.entity.mentions[0]?.start ?? 0) - (b.entity.mentions[0]?.start ?? 0),
    )
    .slice(0, MOST);
  const people = known.map(({ entity }) => personOf(study, entity));
  const actor = known.some(({ at }) => at === 0) ? null : actorOf(study);
  return actor ? [actor, ...people].slice(0, MOST) : people;
}

/** "Trump protest march marred by shooting": who only tells which march it is does not open the headline. */
function isAttribute(headline: string, length: number): boolean {
  const behind = headline.slice(length, length + 60);
  if (!/^ \p{Ll}/u.test(behind)) return false;
  const [next, after] = readSentence(
    { start: 0, end: behind.length, text: behind, paragraph: 0 },
    0,
  ).tokens;
  return next?.pos === 'NOUN' && !/s$/.test(next.lower) && after?.pos === 'NOUN';
}

/** Where the headline names somebody, by full name or surname; -1 for nowhere. */
function placeIn(headline: string, { name }: Entity): number {
  const at = headline.indexOf(name);
  if (at >= 0) return at;
  const surname = name.split(' ').at(-1) ?? '';
  if (surname.length < 3) return -1;
  const words = [...headline.matchAll(/\p{L}[\p{L}'’-]{0,60}/gu)];
  return words.find(([word]) => word.replace(/['’]s?$/, '') === surname)?.index ?? -1;
}

/** As `placeIn`; behind whoever opens it when it is opened by no more than an attribute. */
function placeOf(headline: string, entity: Entity): number {
  const at = placeIn(headline, entity);
  const word = /^[\p{L}’'-]{1,40}(?: \p{Lu}[\p{L}’'-]{1,40}){0,3}/u.exec(headline)?.[0] ?? '';
  return at === 0 && isAttribute(headline, word.length) ? 1 : at;
}

/** Said of firms as often as of people. */
const FIRM_TOO =
  /(?:^|\s)(?:rival|partner|parent|owner|peer|buyer|bidder|customer|client|supplier|neighbou?r|sponsor|investor|backer|winner)$/i;

/** Copy introduces people by their full name or role; a lone word is as likely a place or a firm. */
function isIntroduced(entity: Entity): boolean {
  if (entity.mentions.length === 0) return false;
  if (entity.unsure && entity.roles.every(({ role }) => FIRM_TOO.test(role))) return false;
  return entity.name.trim().includes(' ') || entity.roles.some((each) => each.role !== '');
}

function personOf(study: Study, entity: Entity): Person {
  const stated =
    entity.roles.find((each) => each.role !== '' && !COURTESY.test(each.role)) ??
    entity.roles.find((each) => each.organisation !== null);
  const named = entity.mentions.find((each) => each.text === entity.name) ?? entity.mentions[0];
  const mention = stated
    ? (entity.mentions.find((each) => each.sentence === stated.sentence) ?? named)
    : named;
  const evidence = [];
  if (mention && stated && Math.abs(mention.start - stated.start) <= NEAR)
    evidence.push(evidenceOf(study.take, covering([mention, stated])));
  else for (const each of [mention, stated]) if (each) evidence.push(evidenceOf(study.take, each));
  if (named && mention && named !== mention && mention.text !== named.text)
    evidence.unshift(evidenceOf(study.take, named));
  const owner = stated?.owner;
  if (owner && !evidence.some((each) => each.start <= owner.start && owner.end <= each.end))
    evidence.push(evidenceOf(study.take, owner));
  return {
    name: entity.name,
    role: stated && stated.role !== '' && !COURTESY.test(stated.role) ? stated.role : null,
    organisation: stated?.organisation ?? null,
    evidence,
  };
}
