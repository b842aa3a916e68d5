/** The clean-up: copy as a format read it becomes a take, and everything taken out says why. */
import { readDateline } from '../news/dateline.ts';
import { fingerprint } from '../news/identity.ts';
import { hrefOf, type Copy, type Dateline, type Note, type Take } from '../news/take.ts';
import { setBylinesAside } from './byline.ts';
import { readDateLine } from './date-line.ts';
import { dropRepeated, setCaptionsAside } from './captions.ts';
import { dropFurniture, dropLinkedHeadlines } from './furniture.ts';
import { dropJunk, dropTail } from './junk.ts';
import { isFitForReaders, setNotesAside } from './notes.ts';
import { paragraphsOf } from './paragraphs.ts';
import { dropRunIn } from './run-in.ts';
import { sheetOf, withRemoved, type Sheet } from './sheet.ts';
import { readSignals } from './signal.ts';
import { tidy } from './tidy.ts';
import { readTitle } from './title.ts';

/** Where copy came in. */
type Place = {
  readonly wire: string;
  /** the provider that the configuration names for the wire; null lets the copy say */
  readonly provider: string | null;
  /** the file it was read from, relative to the folder given; null for a wire */
  readonly file: string | null;
  /** when it came in (ISO), where that may tell the year of its dateline: copy comes in fresh */
  readonly arrivedAt?: string;
};

/** A story has no more paragraphs than this; the rest is left out and reported. */
const PARAGRAPH_LIMIT = 2_000;
/** A dateline without a year is of the year in which it is so close to the arrival, else of none. */
const FRESH_DAYS = 10;
const AHEAD_DAYS = 1;
const DAY_MS = 86_400_000;

/**
 * Makes a take of copy. Never throws. `take.text` is the paragraphs joined by a blank line and
 * begins with the lede: title, date line, dateline, byline, captions, notes and sign-off have their
 * own fields, and `removed` tells what was taken out of the text and why.
 */
export function clean(copy: Copy, place: Place): Take {
  const names = [place.provider, copy.provider, copy.dateline?.source ?? null].filter(
    (name) => name !== null,
  );
  const tidied = tidySheet(sheetOf(copy));
  const lines = readDateLine(setCaptionsAside(dropFurniture(tidied)));
  const noted = setNotesAside(lines);
  const titled = readTitle(readSignals(readTitle(noted, copy.format), names), copy.format);
  const bylined = readDateLine(setBylinesAside(titled));
  const bare = dropTail(dropRepeated(dropJunk(dropLinkedHeadlines(dropRunIn(bylined)))), names);
  const located = readPlace(bare, names, place.arrivedAt);
  return takeOf(copy, place, located);
}

function tidySheet(sheet: Sheet): Sheet {
  let now = sheet;
  const plain = (raw: string): string => {
    const { text, removed } = tidy(raw);
    for (const each of removed) now = withRemoved(now, each.text, each.why);
    return text;
  };
  const line = (raw: string | null): string | null =>
    raw === null ? null : plain(raw).replace(/\s+/g, ' ').trim() || null;
  const lines = (raw: readonly string[]): string[] => raw.map(line).filter((text) => text !== null);
  const paragraphs = sheet.paragraphs
    .slice(0, PARAGRAPH_LIMIT)
    .flatMap((raw) => paragraphsOf(plain(raw)));
  const notes = sheet.notes.flatMap((note): Note[] => {
    const text = line(note.text);
    return text === null ? [] : [{ text, public: note.public && isFitForReaders(text) }];
  });
  const headline = line(sheet.headline?.trim().replace(MARKS, '') ?? null);
  const fields = {
    headline,
    byline: bylineOf(line(sheet.byline)),
    slug: line(sheet.slug),
    rights: line(sheet.rights),
  };
  const captions = [...new Set(lines(sheet.captions))];
  return { ...now, ...fields, paragraphs, notes, captions };
}

/** "wh", "tb/beg": the initials of who wrote and who edited it. */
const INITIALS = /^\p{Ll}{1,4}(?:[/. -]{1,2}\p{Ll}{1,4}){0,3}$/u;
const NAMES_WORDS_MAX = 6;

/** The byline as names; a sentence that stands in the field is a subhead, and initials are nobody's name. */
function bylineOf(text: string | null): string | null {
  const line = text?.replace(/^by:? (?=\p{Lu})/iu, '') ?? null;
  if (line === null || INITIALS.test(line)) return null;
  const words = line.split(' ');
  const plain = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length > NAMES_WORDS_MAX && plain > words.length / 2 ? null : line;
}

/** ">>>ANSA/Gas is short", "*Gas is short": marks of the wire before a headline. */
const MARKS = /^(?:>{1,5}\s?(?:\p{Lu}{2,6}\/(?=\p{Lu}))?|\*{1,3}(?=\p{L}[^*]*$))/u;

/** Takes the dateline off the first paragraph; the fields that the format gave stand. */
function readPlace(sheet: Sheet, names: readonly string[], arrivedAt?: string): Sheet {
  const sources = [...names, ...sheet.sources];
  const near = sheet.sentAt ?? sheet.createdAt;
  const read = (paragraph: string) =>
    (near === null && arrivedAt !== undefined
      ? freshDateline(paragraph, arrivedAt, sources)
      : null) ?? readDateline(paragraph, { sentAt: near, sources });
  const [opening = '', below = '', ...others] = sheet.paragraphs;
  const atTop = read(opening);
  const isBelow = !atTop && isCapital(below) && !others.some((each) => isCapital(each));
  const found = atTop ?? (isBelow ? read(below) : null);
  if (!found) return sheet;
  const first = atTop ? opening : below;
  const lede = first.slice(found.length).trim();
  const paragraphs = [
    ...(atTop ? [] : [opening]),
    ...(lede === '' ? [] : [lede]),
    ...sheet.paragraphs.slice(atTop ? 1 : 2),
  ];
  const dateline = merged(sheet.dateline, found.dateline);
  const source = dateline.source;
  const named = source === null ? sheet.sources : [source, ...sheet.sources];
  const next = { ...sheet, paragraphs, dateline, sources: named };
  return withRemoved(next, first.slice(0, found.length), 'dateline');
}

/** "HALDEN (Interwire) - …": a place in capitals opens it. Below a standfirst only that is a dateline. */
function isCapital(paragraph: string): boolean {
  return /^\p{Lu}{3}[\p{Lu} .'’-]{0,30}(?:, [\p{L} .]{2,30}\d{0,2})?(?: \([^()]{2,30}\))? ?[-–—]{1,2} \S/u.test(
    paragraph,
  );
}

/** The dateline of copy that came in within days of its day; null when that is not known. */
function freshDateline(first: string, arrivedAt: string, sources: readonly string[]) {
  const found = readDateline(first, { sentAt: arrivedAt, sources });
  const day = found?.dateline.date ?? null;
  if (day === null) return null;
  const days = (Date.parse(arrivedAt) - Date.parse(day)) / DAY_MS;
  return days >= -AHEAD_DAYS && days <= FRESH_DAYS + 1 ? found : null;
}

function merged(given: Dateline | null, read: Dateline): Dateline {
  if (given === null) return read;
  const { place, region, date, source } = given;
  return {
    place: place ?? read.place,
    region: region ?? read.region,
    date: date ?? read.date,
    source: source ?? read.source,
  };
}

function takeOf(copy: Copy, place: Place, sheet: Sheet): Take {
  const provider = place.provider ?? copy.provider ?? sheet.sources[0] ?? null;
  const { headline, byline, dateline, embargo, urgency, slug, rights, removed } = sheet;
  const { paragraphs, captions, notes, sentAt, createdAt } = sheet;
  const { guid, version, format, usable, language, subjects, links, problems } = copy;
  const text = paragraphs.join('\n\n');
  const signal = sheet.signal ?? 'new';
  const told = { guid, version, signal, usable, embargo, headline, text };
  const id = takeId(provider ?? place.wire, told, hrefOf({ links }));
  const origin = { id, file: place.file, wire: place.wire, provider, format };
  const facts = { sentAt, createdAt, urgency, slug, byline, dateline, language, paragraphs };
  const rest = {
    captions,
    notes,
    subjects,
    links,
    replaces: sheet.replaces,
    rights,
    removed,
    problems,
  };
  return { ...origin, ...told, ...facts, ...rest };
}

type Told = Pick<Take, 'guid' | 'version' | 'signal' | 'usable' | 'embargo' | 'headline' | 'text'>;

/**
 * The name of a take: what it says and does, never when it was sent or where it was read, so that
 * the same copy with another date is the same take. A version counts as what it says: a wire that
 * numbers copy anew has sent it anew only if something else differs.
 */
function takeId(scope: string, told: Told, href: string | null): string {
  const { guid, version, signal, usable, embargo, headline, text } = told;
  const held = embargo === null ? '' : `embargo ${embargo.until ?? 'without time'}`;
  const identity = [scope, guid ?? href ?? '', version ?? ''];
  return fingerprint('take', ...identity, signal, String(usable), held, headline ?? '', text);
}
