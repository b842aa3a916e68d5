/**
 * ninjs 1.x, 2.x and 3.x (IPTC), with the extensions of Superdesk, the JSON of AP's Media API and dpa's
 * digitalwires (`urn`, `version_created`, `article_html`): one item, an array of them, or items inside an
 * answer (`data.items[].item`).
 */
import { problem, type Problem } from '../../news/problem.ts';
import { blankCopy, type Copy, type Embargo, type Signal } from '../../news/take.ts';
import { readFeedDate } from './feed-dates.ts';
import type { Decoded, FormatReader, Parsed } from './format.ts';
import { lineOf, paragraphsOf } from './markup.ts';
import {
  bodyOf,
  bylineOf,
  linksOf,
  provenanceOf,
  replacedBy,
  subjectsOf,
  urgencyOf,
} from './ninjs-fields.ts';
import { lowered, obj, textOf, wordOf, type Loose } from './ninjs-values.ts';
import { releaseNotes } from './set-aside.ts';
import { datelineOf } from './xml/place.ts';
import { readReleaseTime } from './xml/times.ts';

/** Any JSON comes here, so that a file that is no news says so instead of passing as plain text. */
export const ninjsReader: FormatReader = { name: 'ninjs', detect: isJson, parse: parseNinjs };

const ITEMS_MAX = 1_000;
const DEPTH_MAX = 6;
const NESTING_MAX = 200;

function isJson({ text }: Decoded): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*(?:[{\]]|\[\s*[[\]{"\d]))/.test(text.slice(0, 4_096));
}

function parseNinjs({ text }: Decoded): Parsed {
  if (isNestedDeeply(text))
    return nothing('too-complex', 'The JSON is nested too deeply to be news, and was not read.');
  const { values, problems } = readJson(text);
  const items: Loose[] = [];
  for (const value of values) collect(value, items, 0);
  if (items.length === 0 && problems.length > 0) return { copies: [], problems };
  if (items.length === 0) return nothing('not-news', 'This is JSON and holds no news item.');
  if (items.length > ITEMS_MAX)
    problems.push(problem('too-many', `Only the first ${ITEMS_MAX} items were read.`));
  const copies = items.slice(0, ITEMS_MAX).flatMap((item) => {
    const copy = copyOf(item);
    const kind =
      copy.signal === 'kill' || copy.signal === 'withhold' ? null : otherKind(item, copy);
    if (kind === null) return [copy];
    const name = (copy.headline ?? copy.guid ?? 'without a name').slice(0, 100);
    problems.push(problem('not-a-story', `"${name}" is ${kind}, no story.`));
    return [];
  });
  return { copies, problems };
}

const OTHER_TYPES: Readonly<Record<string, string>> = {
  picture: 'a picture', photo: 'a picture', image: 'a picture', graphic: 'a graphic', video: 'a video',
  audio: 'an audio item', composite: 'a package', package: 'a package', planning: 'a planning item', event: 'an event',
}; // prettier-ignore

/** What an item is that is no story: by its type when it has no text, an event by its details. */
function otherKind(item: Loose, { paragraphs, sentAt }: Copy): string | null {
  if ('eventdetails' in item && sentAt === null) return 'an event';
  const type = (textOf(item['type']) ?? '').toLowerCase();
  return paragraphs.length === 0 ? (OTHER_TYPES[type] ?? null) : null;
}

function nothing(code: string, sentence: string): Parsed {
  return { copies: [], problems: [problem(code, sentence)] };
}

/** A parser pays in memory for every level: hostile nesting is refused before it is parsed. */
function isNestedDeeply(text: string): boolean {
  let depth = 0;
  let isText = false;
  // a loop, for an expression that passes over texts needs a stack as long as they are
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isText && sign === '\\') at += 1;
    else if (sign === '"') isText = !isText;
    else if (!isText && (sign === '[' || sign === '{')) depth += 1;
    else if (!isText && (sign === ']' || sign === '}')) depth -= 1;
    if (depth > NESTING_MAX) return true;
  }
  return false;
}

type JsonRead = { readonly values: readonly unknown[]; readonly problems: Problem[] };

/** The value, or one value a line: a line that is broken takes no other with it. */
function readJson(text: string): JsonRead {
  const whole = valueOf(text);
  if (whole !== undefined) return { values: [whole], problems: [] };
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const values = lines.slice(0, ITEMS_MAX).map(valueOf);
  const read = values.filter((value) => typeof value === 'object' && value !== null);
  if (lines.length < 2 || read.length === 0)
    return {
      values: [],
      problems: [problem('malformed', 'The JSON is malformed and cannot be read.')],
    };
  const broken = values.filter((value) => value === undefined).length;
  const problems: Problem[] = [];
  if (broken > 0)
    problems.push(problem('malformed', `Lines of malformed JSON were left out: ${broken}.`));
  if (lines.length > ITEMS_MAX)
    problems.push(problem('too-many', `Only the first ${ITEMS_MAX} lines were read.`));
  return { values: read, problems };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // the caller says what could not be read
  }
}

/** Names under which answers keep their items; associations of an item are no stories. */
const CONTAINERS =
  'data items item _items results result newsitems articles article news response docs documents hits _source entries stories story feed payload content message'.split(
    ' ',
  );
const SAYS_SOMETHING = ['headline', 'headlines', 'bodies', 'title', 'descriptions', 'body'];
const NAMES = ['uri', 'guid', 'urn'];
const IDENTIFIES = [...NAMES, 'altids', 'versioncreated', 'firstcreated', 'pubstatus'];

function isItem(value: Loose): boolean {
  const keys = Object.keys(value);
  const says = keys.some(
    (key) => SAYS_SOMETHING.includes(key) || /^(?:body|headline|description)_/.test(key),
  );
  // A kill may hold nothing but its id and its status.
  const isStatus = 'pubstatus' in value && NAMES.some((name) => name in value);
  return !('$schema' in value) && (isStatus || (says && IDENTIFIES.some((key) => key in value)));
}

function collect(value: unknown, items: Loose[], depth: number): void {
  if (depth > DEPTH_MAX || items.length > ITEMS_MAX) return;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, items, depth + 1);
    return;
  }
  const named = lowered(value);
  if (isItem(named)) items.push(named);
  else for (const name of CONTAINERS) collect(named[name], items, depth + 1);
}

function copyOf(item: Loose): Copy {
  const { paragraphs, captions, problems: left } = bodyOf(item);
  const problems: Problem[] = [...left];
  const times = timesOf(item, problems);
  const state = stateOf(item, problems);
  const links = linksOf(item);
  if (paragraphs.length === 0 && links.some(({ rel }) => rel === 'rendition'))
    problems.push(problem('text-elsewhere', 'The item has no text and only names where it lies.'));
  return {
    ...blankCopy('ninjs'),
    ...identityOf(item),
    ...times,
    ...state,
    embargo: embargoOf(item),
    urgency: urgencyOf(item),
    slug: textOf(item['slugline']),
    headline: headlineOf(item),
    byline: bylineOf(item),
    dateline: placeOf(item, times.sentAt),
    language: textOf(item['language']),
    paragraphs,
    captions,
    notes: [...notesOf(item), ...releaseNotes(asideOf(item, paragraphs))],
    subjects: subjectsOf(item),
    links,
    replaces: replacedBy(item),
    ...provenanceOf(item),
    problems,
  };
}

/** AP changes the address of an item with every access; its `itemid` stays. */
function identityOf(item: Loose): Pick<Copy, 'guid' | 'version'> {
  const guid =
    textOf(obj(item['altids'])['itemid']) ??
    textOf(item['uri']) ??
    textOf(item['guid']) ??
    textOf(item['urn']) ??
    textOf(item['id']);
  return { guid, version: textOf(item['version']) };
}

/** The dateline as it is printed, else the place that the item is from. */
function placeOf(item: Loose, sentAt: string | null): Copy['dateline'] {
  const located = textOf(item['located']) ?? textOf(obj(item['datelinelocation'])['city']);
  const printed = datelineOf(textOf(item['dateline']), sentAt) ?? datelineOf(located, sentAt);
  if (printed !== null || located === null) return printed;
  return { place: located, region: null, date: null, source: null };
}

function headlineOf(item: Loose): string | null {
  const line = (text: string | null): string | null => (text ? lineOf(text) || null : null);
  const given = [item['headline'], item['headlines']];
  const plain =
    textOf(item['headline']) ??
    given
      .map((each) => wordOf(each, /main|headline/i, textOf(item['language'])))
      .find((each) => each !== null) ??
    textOf(obj(item['headline'])['main']) ??
    null;
  return line(plain) ?? line(textOf(item['title']));
}

function timesOf(item: Loose, problems: Problem[]): Pick<Copy, 'sentAt' | 'createdAt'> {
  const extra = obj(item['extra']);
  const created =
    item['firstcreated'] ??
    item['contentcreated'] ??
    item['content_created'] ??
    extra['original_published_at'];
  const sent =
    textOf(item['versioncreated']) ??
    textOf(item['version_created']) ??
    textOf(item['published']) ??
    textOf(created);
  const sentAt = readFeedDate(sent ?? undefined);
  const createdAt = readFeedDate(textOf(created) ?? undefined);
  if (sent !== null && sentAt === null)
    problems.push(problem('date', `The date "${sent.slice(0, 60)}" cannot be read.`));
  if (sent === null) problems.push(problem('date', 'The item does not tell when it was sent.'));
  return { sentAt: sentAt ?? createdAt, createdAt };
}

const KILLED =
  /^(?:cancell?ed|killed?|recalled|withdrawn|deleted|removed|retracted|spiked|unpublished)$/;
const HELD = /^(?:withh[eo]ld|hold|held|on_?hold|draft|suspended)$/;

/** What a status says; one that nobody knows holds the item back rather than letting it out. */
function stateOf(item: Loose, problems: Problem[]): Pick<Copy, 'signal' | 'usable'> {
  const word = (name: string): string =>
    (textOf(item[name]) ?? '').toLowerCase().replace(/^.{1,60}[:/#]/, '');
  const status = word('pubstatus') || 'usable';
  // the state in the newsroom's own system: only what stops an item counts
  const words = [status, word('state'), word('status')];
  if (words.some((each) => KILLED.test(each))) return { signal: 'kill', usable: false };
  if (words.some((each) => HELD.test(each)) || item['usable'] === false)
    return { signal: 'withhold', usable: false };
  const signal = signalOf(item);
  if (status === 'usable' || status === 'embargoed') return { signal, usable: true };
  const sentence = `The status "${status.slice(0, 40)}" is not known: the item is held back.`;
  problems.push(problem('status', sentence));
  return { signal, usable: false };
}

const SIGNALS: readonly (readonly [RegExp, Signal])[] = [
  [/\b(?:kill|cancel|withdraw|retract|remove)/i, 'kill'],
  [/\b(?:withh[eo]ld|hold)\b/i, 'withhold'],
  [/\bcorrect|\brefile/i, 'correction'],
  [/\bwrite-?thru\b/i, 'writethru'],
  [/\b(?:update|repeat)/i, 'update'],
];

/** Superdesk: `signal: [{code, name}]`; others: a word, or `signals`. */
function signalOf(item: Loose): Signal | null {
  const given = [item['signal'], item['signals']].flat();
  const words = given.map((each) => {
    const { code, qcode, name, literal, uri } = obj(each);
    return [each, code, qcode, name, literal, uri].map((one) => textOf(one) ?? '').join(' ');
  });
  const found = SIGNALS.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1];
  return found ?? (textOf(item['evolvedfrom']) === null ? null : 'update');
}

/** A date; anything else that stands there means: held until someone releases it. */
function embargoOf(item: Loose): Embargo | null {
  // a newsroom's own system keeps it beside other fields of its own
  const groups = [item, lowered(item['extra']), lowered(item['schedule_settings'])];
  const said = groups
    .flatMap((group) => Object.entries(group))
    .filter(([name]) => /^(?:utc_)?embargo/.test(name))
    .map(([, each]) => each)
    .filter((each) => each !== undefined && each !== null && each !== false);
  // "embargoed": true beside "embargoedUntil": the one that tells the time
  const given = said.find((each) => typeof each === 'string' && /\d/.test(each)) ?? said[0];
  const isStatus = /embargoed$/i.test(textOf(item['pubstatus']) ?? '');
  if (given === undefined) return isStatus ? { until: null } : null;
  const written = textOf(given);
  // without an offset the last place on earth decides: late is safe, early is not
  return { until: readReleaseTime(written) ?? readFeedDate(written ?? undefined) };
}

/** Terms of use, and descriptions that are not the story. */
function asideOf(item: Loose, paragraphs: readonly string[]): string[] {
  const names = ['usageterms', 'description', 'description_text', 'description_html'];
  const texts = names.flatMap((name) => textOf(item[name]) ?? []).map(lineOf);
  return texts.filter((text) => !paragraphs.includes(text));
}

/** Editors' notes stay inside, but for the one that tells readers what was corrected. */
function notesOf(item: Loose): Copy['notes'] {
  return [item['ednote'], item['ednotes']].flat().flatMap((each) => {
    const { value, ednote, role, is_publishable: isPublishable } = obj(each);
    const text = textOf(each) ?? textOf(value) ?? textOf(ednote);
    const plain = text === null ? '' : paragraphsOf(text).join(' ');
    if (plain === '') return [];
    const isCorrection = isPublishable === true && /:correction/i.test(textOf(role) ?? '');
    const isForReaders =
      isCorrection || /^(?:Correct(?:s|ion|ed)\b|This (?:version|story) corrects)/i.test(plain);
    return [{ text: plain, public: isForReaders && isPublishable !== false }];
  });
}
