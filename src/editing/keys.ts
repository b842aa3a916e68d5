/** What a story is known by: the wire's id, then its address, then what it says. */
import { fingerprint } from '../news/identity.ts';
import { readSlug } from '../news/slug.ts';
import type { Signal, Take } from '../news/take.ts';
import { isTracking } from '../news/tracking.ts';

/** Keys are unique inside a scope: the provider, or the wire where no provider is known. */
export function scopeOf(take: Take): string {
  return take.provider ?? take.wire;
}

const KEY_LIMIT = 60;
/** A repost under another id has the same words; an alert's few words may come again by chance. */
const TELLING_CHARACTERS = 80;

/** What a story is found by once it has this take: its identities and its slug with the day. */
export function keysOf(take: Take): string[] {
  return [...new Set([...identitiesOf(take), ...slugsOffered(take)])].slice(0, KEY_LIMIT);
}

/** What a take looks for its story by, best first: its identities, then its slug where it may. */
export function keysSought(take: Take): string[] {
  return [...new Set([...identitiesOf(take), ...slugsSought(take)])].slice(0, KEY_LIMIT);
}

/**
 * Every identity of a take, best first: `guid:` its own, `guid:` those that it replaces or speaks
 * about, `url:`, `text:`. Copy that has neither id nor address also goes by its title and day, so
 * that a correction or kill of a plain text finds its story.
 */
function identitiesOf(take: Take): string[] {
  const urls = urlsOf(take);
  const named = take.guid === null ? urls : [`guid:${take.guid}`, ...urls];
  const about = take.replaces.flatMap((each) => [`guid:${each}`]);
  const titles = named.length === 0 ? titleKeys(take) : [];
  const resent = take.guid !== null && urls.length === 0 ? resentKeys(take) : [];
  return [
    ...named.slice(0, 1),
    ...about,
    ...named.slice(1),
    ...textKeys(take, named.length > 0),
    ...titles,
    ...resent,
  ];
}

function urlsOf({ links }: Take): string[] {
  return links
    .filter(({ rel }) => rel === 'canonical' || rel === 'alternate')
    .map(({ href }) => urlKey(href))
    .filter((key) => key !== null);
}

/** Beside what only tracks: parameters that tell no pages apart on the sites of news. */
const NAMES_NO_PAGE = /^(?:ref|cmp|cmpid|cid|ocid|source)$/i;

/** The address without what does not tell pages apart; null when it names a whole site. */
function urlKey(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol)) return null;
  for (const name of [...url.searchParams.keys()])
    if (isTracking(name) || NAMES_NO_PAGE.test(name)) url.searchParams.delete(name);
  const path = url.pathname.replace(/\/+$/, '');
  const query = url.searchParams.size === 0 ? '' : `?${url.searchParams.toString()}`;
  if (path === '' && query === '') return null;
  return `url:${url.host.replace(/^www\./, '')}${path}${query}`;
}

const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function textKeys(take: Take, named: boolean): string[] {
  const words = normal(`${take.headline ?? ''} ${take.text}`);
  const telling = named ? take.text.length >= TELLING_CHARACTERS : words !== '';
  return telling && words !== '' ? [`text:${fingerprint('text', words)}`] : [];
}

const RESENT_WORDS = 5;

/**
 * A short item without an address whose feed gives it another id at every reading: the same words
 * on the same day. Orders about another item are left out: their words are often the same.
 */
function resentKeys(take: Take): string[] {
  const isOrder = take.signal !== 'new' || take.replaces.length > 0;
  const words = normal(`${take.headline ?? ''} ${take.text}`);
  const day = take.sentAt?.slice(0, 10) ?? '';
  if (isOrder || day === '' || words.split(' ').length < RESENT_WORDS) return [];
  return [`resent:${fingerprint('resent', words, day)}`];
}

const ABOUT_ANOTHER: readonly Signal[] = [
  'add',
  'update',
  'writethru',
  'correction',
  'withhold',
  'kill',
];
const DAY_MS = 86_400_000;

const ORDERS: readonly Signal[] = ['kill', 'withhold', 'correction'];

/** The days that a take may be about: its own, and for one about other copy the day before. */
function daysOf(take: Take, about: readonly Signal[]): string[] {
  const sent = take.sentAt === null ? Number.NaN : Date.parse(take.sentAt);
  if (Number.isNaN(sent)) return [];
  const days = about.includes(take.signal) ? [sent, sent - DAY_MS] : [sent];
  return days.map((day) => new Date(day).toISOString().slice(0, 10));
}

/** Slug keys of a take: `slug` finds any copy of that slug and day, `lead` its later versions. */
function slugsOf(take: Take) {
  const slug = readSlug(take.slug);
  if (slug === null) return null;
  const isNamed = take.guid !== null || urlsOf(take).length > 0;
  const isOrder = take.signal === 'kill' || take.signal === 'withhold';
  const isVersion = slug.isVersion || (slug.isTelling && (!isNamed || isOrder));
  const keyOf = (day: string): string => `${slug.keyword}-${day}`;
  const eve = slug.carriesOn ? eveOf(take) : [];
  return { isVersion, days: daysOf(take, ORDERS).map(keyOf), eve: eve.map(keyOf) };
}

const MORNING_HOURS = 12;

/** The morning cycle begins in the evening: what of it is sent by noon may be of the day before. */
function eveOf({ sentAt }: Take): string[] {
  const sent = sentAt === null ? Number.NaN : Date.parse(sentAt);
  if (Number.isNaN(sent) || new Date(sent).getUTCHours() >= MORNING_HOURS) return [];
  return [new Date(sent - DAY_MS).toISOString().slice(0, 10)];
}

/**
 * The slug is what holds a day's versions together where each has an id of its own. Two stories of a
 * day may share a plain one, so only copy that calls itself a later version or another cycle of its
 * slug looks for it, an order, and copy that has no other name. The first version, come late, looks
 * for those.
 */
function slugsSought(take: Take): string[] {
  const slugs = slugsOf(take);
  const days = [...(slugs?.days ?? []), ...(slugs?.eve ?? [])];
  return days.map((each) => `${slugs?.isVersion ? 'slug' : 'lead'}:${each}`);
}

function slugsOffered(take: Take): string[] {
  const slugs = slugsOf(take);
  const kinds = slugs?.isVersion ? ['slug', 'lead'] : ['slug'];
  return (slugs?.days ?? []).flatMap((each) => kinds.map((kind) => `${kind}:${each}`));
}

const QUOTED_TITLE =
  /\b(?:headlined|titled|entitled|headline|slugged|story|item)[:,]? ["“]([^"“”]{8,200})["”]/i;

/** The title, and for an order about another story the title that it quotes. */
function titleKeys(take: Take): string[] {
  const quoted = ABOUT_ANOTHER.includes(take.signal)
    ? QUOTED_TITLE.exec(take.text)?.[1]
    : undefined;
  return [take.headline, quoted ?? null].flatMap((title) => titleKeysOf(title, take));
}

/** A new take goes by its own day only: "Stocks close higher" is another story every evening. */
function titleKeysOf(headline: string | null, take: Take): string[] {
  const title = normal(headline ?? '');
  if (title.split(' ').length < 3) return [];
  const days = daysOf(take, ABOUT_ANOTHER);
  if (days.length === 0) return [`title:${fingerprint(title)}`];
  return days.map((day) => `title:${fingerprint(title, day)}`);
}
