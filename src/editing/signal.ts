/** What copy does to its story, read from the trade's words when the format has no field for it. */
import type { Signal } from '../news/take.ts';
import { PROSE_TELLS } from './embargo-words.ts';
import {
  embargoOfNote,
  embargoOfTitle,
  LIFTED_WHY,
  liftsEmbargo,
  partedOrder,
  readEmbargo,
} from './embargo.ts';
import { idsNamed } from './named-ids.ts';
import { killTailOf, labelOf } from './order-labels.ts';
import { orderOfLine, orderOfNote } from './orders.ts';
import { opensByReplacing, saysReplaces } from './order-tongues.ts';
import { withRemoved, type Sheet } from './sheet.ts';

type Rule = { readonly signal: Signal; readonly pattern: RegExp };

/** Copy that stands in for other copy, in front of a title and behind it. */
const INSTEAD = 'annule et remplace|annulla e sostituisce|anula y (?:sustituye|reemplaza)';
/** As other languages' desks label corrected copy, and copy that stands in for copy with a mistake. */
const CORRECTION_LABELS = `${INSTEAD}|anula e substitui|kill and replace|corrects|corrige|corrigée?|rectificatif|rectificación|rectifica|errata(?: corrige)?|erratum|rettifica|correzione|corrett[ao]|berichtigt|korrigiert|richtigstellung|correctie|rectificatie|gecorrigeerd|correção|retificação|corrigida|rättelse|rettelse|исправление|исправлено|sprostowanie|düzeltme|korjaus|oikaisu|helyesbítés|διόρθωση|تصحيح|訂正|更正|(?:제목|내용)?\\s?(?:정정|고침)`;
const REPLACES_TAIL = new RegExp(
  `\\s?\\((?:${INSTEAD}|corrected|corrigée?|rectificado|berichtigt|korrigiert|corretto|rättad)\\)\\s?$`,
  'iu',
);

const LEAD = '^[-–—_=*#(\\[!: ]{0,8}(?:BC-|AM-|PM-)?';
/** Words in front of a headline, a slug or a first line; the strongest first. */
const PREFIXES: readonly Rule[] = [
  {
    signal: 'correction',
    pattern: new RegExp(
      `${LEAD}(?:(?:UPDATE|WRAPUP) \\d{1,2}-)?(?:CORRECTED|CORRECTION|CORRECTIONS|CORRECTIVE|CORRECTING(?: and REPLACING| AND REPLACING)?|REFILED?|KORREKTUR|KORR|BERICHTIGUNG|CORRECTIF|CORRECCIÓN|RETTELSE|RÄTTELSE|訂正|更正)(?!\\p{L})(?: ?\\([^()]{1,30}\\))?\\s?[-–—:=.)\\]]{0,3}`,
      'u',
    ),
  },
  {
    signal: 'correction',
    pattern:
      /^[([]?(?:Corrected|Correction|Corrective|Corrects|Refile|Korrektur|Berichtigung|Correctif|Corrección|Rettelse|Correcting and replacing)\s?(?:\(\d\))?(?::|\)|\]|\s[-–—]\s|-(?=\p{Lu}))/u,
  },
  {
    signal: 'correction',
    pattern: new RegExp(
      `^[([【〔<*+■ ]{0,4}(?:${CORRECTION_LABELS})(?!\\p{L})\\s?(?:[)\\]】〕>*+■]{1,4}[:：]?|[:：]|\\s[-–—]{1,2}\\s|-(?=\\S))\\s?`,
      'iu',
    ),
  },
  {
    signal: 'correction',
    pattern:
      /^[([*+ ]{0,4}(?:OPRAVA|KOREKTA|CORR|RETTET|RETTAD|ПОПРАВКА|УТОЧНЕНИЕ)(?!\p{L})\s?(?:[)\]*+]{1,4}:?|:|\s[-–—]{1,2}\s|-)\s?/u,
  },
  {
    signal: 'writethru',
    pattern:
      /^[^a-z]{0,80}?\b\d?(?:1st|2nd|3rd|\dth)?[ -]{0,2}(?:Ld|Lead)?s?[ -]{0,3}Write-?thru\b[ \p{L}]{0,2}\s?[-–—:]?/iu,
  },
  {
    signal: 'advisory',
    pattern:
      /^(?:ADVISORY|ADVISORIES|BUDGET|NEWS ADVISORY|Advisory|DAYBOOK|MEDIA ADVISORY)\s?[-–—:]{1,2}/u,
  },
  { signal: 'add', pattern: /^(?:(?:1st|2nd|3rd|\dth) Add\b|ADD \d{1,2}\s?[-–—:])\s?[-–—:]?/u },
  {
    signal: 'update',
    pattern:
      /^(?:(?:RPT-)?(?:UPDATE|WRAPUP|LEAD) \d{1,2}\s?[-–—:]|WRAPUP\s?[-–—:]|(?:UPDATED?|Updated?|RPT|REPEAT|LEADALL|RECAST|ROUNDUP|LEAD)\s?(?:[-–—:](?! \p{Ll})|:)|(?:1st|2nd|3rd|\dth) (?:lead|Ld)\b\s?[-–—:]?|\((?:UPDATE|LEAD|\dLD|\d(?:st|nd|rd|th) LD)\)|\((?:Zusammenfassung|Wiederholung|Neufassung|Aktualisierung|Ergänzung)\b[^()]{0,60}\))\s?/u,
  },
];
/** Urgency in front of a headline: taken off, and read when no field says it. */
const URGENT: readonly { readonly urgency: number; readonly pattern: RegExp }[] = [
  {
    urgency: 1,
    pattern:
      /^(?:FLASH|BLITZ|NEWS ?FLASH|NEWSALERT|NEWS ALERT|APNewsAlert)\s?(?:[-–—:]{1,2}|\b)\s?/u,
  },
  {
    urgency: 2,
    pattern:
      /^(?:URGENT|BREAKING(?: NEWS)?|BULLETIN|ALERT|EILMELDUNG|EIL|Urgent|Breaking(?: news)?)\s?(?:[-–—:]{1,2})\s?/u,
  },
];

/** Whole lines near the top that say what the copy does. */
const CORRECT_LINE =
  /^[([]?(?:This (?:version|story|article|item|report) (?:corrects|has been corrected|was corrected)|In [^()]{3,40} (?:story|item|headline),? corrects\b|Corrects\b|Corrected\b|Refiles\b|Correction\b(?:,? \(?\p{L}{3,9}\.? \d{1,2},? \d{4}\)?)?[:.]|Berichtig(?:t|ung)\b|Korrektur\b|Korrigiert\b)|\bto CORRECT\b|\bSUBS?\b.{0,80}\b(?:CORRECT|FIX)|\(Berichtigung\b|\(Korrektur\b|Deletes (?:extraneous|incorrect)|\bCORRECTS?\b|^[([]?(?:Corrige|Rectifie|Corrección|Corregge|Rettifica|Corrects?|Corrigeert|Rättar|Retter|Исправляет|Koryguje|Oikaistu)(?!\p{L})/u;
const WRITETHRU_LINE = /\bwrite-?thr[uo]/iu;
const UPDATE_LINE =
  /^[([]?(?:Adds?|Updates?|Recasts?|Leads? with|LEADS?|UPDATES?|ADDS?|RECASTS|Releads|Rewrites|New throughout|Zusammenfassung|Aktualisiert|Ergänzt|Neu:|neu:|Repeats?|Wiederholung|AMs|PMs|Eds:? (?:UPDATES?|ADDS?|LEADS?|RECASTS))\b/u;

/** Lines at the top that are looked at: orders stand there, prose about killings further down. */
const TOP = 4;

/**
 * Reads signal and embargo, and takes their words off the headline.
 * @param names whose copy it is, as far as anybody says
 */
export function readSignals(sheet: Sheet, names: readonly string[]): Sheet {
  const embargoed = readEmbargoes(sheet);
  const stripped = stripTop(stripHeadline(embargoed, names), sheet.signal, names);
  const fromNotes = signalOfNotes(stripped, names);
  // a note beside a signal may speak of another item: it makes an update a correction, never a kill
  const isCorrected = fromNotes === 'correction' && outdoes(fromNotes, stripped.signal);
  // an advisory is about other copy: what it orders stands
  const isOrder = fromNotes === 'kill' || fromNotes === 'withhold';
  const isAdvised = stripped.signal === 'advisory' && isOrder;
  const signal = isCorrected || isAdvised ? fromNotes : (stripped.signal ?? fromNotes);
  const lines = [sheet.headline ?? '', ...sheet.notes.map(({ text }) => text)];
  const ids = idsNamed([...lines, ...sheet.paragraphs.slice(0, TOP)], signal);
  const replaces = [...new Set([...sheet.replaces, ...ids])];
  return { ...stripped, signal, replaces };
}

function readEmbargoes(sheet: Sheet): Sheet {
  const near = sheet.sentAt ?? sheet.createdAt;
  let now = sheet;
  const kept: string[] = [];
  for (const [index, paragraph] of sheet.paragraphs.entries()) {
    const edge = index < 6 || index >= sheet.paragraphs.length - 2;
    const embargo = edge ? readEmbargo(paragraph, near) : null;
    const parted = edge ? partedOrder(paragraph, near, COPY_CHARACTERS_MIN, embargo) : null;
    if (parted !== null) {
      now = { ...now, embargo: now.embargo ?? parted.embargo };
      now = withRemoved(now, parted.order, 'embargo line');
      kept.push(parted.rest);
    } else if (embargo && (paragraph.length > ORDER_CHARACTERS_MAX || tells(paragraph))) {
      // copy runs on behind the order
      now = { ...now, embargo: now.embargo ?? embargo };
      kept.push(paragraph);
    } else if (embargo) {
      now = withRemoved({ ...now, embargo: now.embargo ?? embargo }, paragraph, 'embargo line');
    } else if (edge && liftsEmbargo(paragraph)) {
      now = withRemoved(now, paragraph, LIFTED_WHY);
    } else kept.push(paragraph);
  }
  const titles = [sheet.headline ?? '', sheet.slug ?? ''];
  const noted = [
    ...titles.map((line) => embargoOfTitle(line, near)),
    ...[sheet.rights ?? '', ...sheet.notes.map(({ text }) => text)].map((line) =>
      embargoOfNote(line, near),
    ),
  ].find((each) => each !== null);
  const held = { ...now, paragraphs: kept, embargo: now.embargo ?? noted ?? null };
  return withBareHeadline(held, near);
}

/** "EMBARGOED until 0600 GMT 3 March: Port closes" as what readers see once it is released. */
function withBareHeadline(sheet: Sheet, near: string | null): Sheet {
  const parted = partedOrder(sheet.headline ?? '', near, TITLE_CHARACTERS_MIN);
  if (parted === null || parted.embargo.until === null) return sheet;
  return withRemoved({ ...sheet, headline: parted.rest }, parted.order, 'embargo in the headline');
}

const tells = (paragraph: string): boolean => PROSE_TELLS.test(paragraph);
/** No order alone is longer. */
const ORDER_CHARACTERS_MAX = 240;
const TITLE_CHARACTERS_MIN = 8;
/** Less than this behind an order in a line of its own is the order's own words. */
const COPY_CHARACTERS_MIN = 40;

/** Takes "UPDATE 1-", "CORRECTED-" and the like off the headline. */
function stripHeadline(sheet: Sheet, names: readonly string[]): Sheet {
  let now = sheet;
  for (let turn = 0; turn < 4; turn += 1) {
    const headline = now.headline ?? '';
    const urgent = URGENT.find(({ pattern }) => pattern.test(headline));
    const rule = prefixOf(headline, now.paragraphs);
    const length = rule?.length ?? urgent?.pattern.exec(headline)?.[0].length ?? 0;
    if (length === 0) break;
    const found = headline.slice(0, length);
    const rest = headline.slice(length).trim();
    now = withRemoved(
      { ...now, headline: rest === '' ? null : rest },
      found,
      'signal in the headline',
    );
    now = rule ? { ...now, signal: stronger(now.signal, rule.signal, sheet.signal) } : now;
    now = urgent && !rule ? { ...now, urgency: now.urgency ?? urgent.urgency } : now;
  }
  if (opensByReplacing(now.headline ?? ''))
    now = { ...now, signal: stronger(now.signal, 'correction', sheet.signal) };
  // "Die Meldung dpa 0122 wird zurückgezogen" is all that some kills say
  const order = orderOfLine(now.headline ?? '', names);
  if (order === 'kill') now = { ...now, signal: stronger(now.signal, order, sheet.signal) };
  const slug = signalOfSlug(now.slug ?? '');
  const signal = slug ? stronger(now.signal, slug, sheet.signal) : now.signal;
  return withoutTail({ ...now, signal }, sheet.signal);
}

type Prefix = { readonly signal: Signal; readonly length: number };

/** Does a line open with a label such as "KILL:" or "RÄTTELSE:", in any language? */
export function opensWithLabel(line: string): boolean {
  return prefixOf(line, []) !== null;
}

/** What stands in front of a headline, a slug or a line: an order first. */
function prefixOf(line: string, copy: readonly string[] | null): Prefix | null {
  const label = labelOf(line, copy);
  if (label !== null) return { signal: label.order, length: label.length };
  const rule = PREFIXES.find(({ pattern }) => pattern.test(line));
  const found = rule?.pattern.exec(line)?.[0] ?? '';
  return rule === undefined || found === '' ? null : { signal: rule.signal, length: found.length };
}

/** Takes "(WITHDRAWN)" or "(corrected)" off the end of the headline. */
function withoutTail(sheet: Sheet, given: Signal | null): Sheet {
  const title = sheet.headline ?? '';
  const corrected = REPLACES_TAIL.exec(title)?.[0] ?? '';
  const tail = corrected === '' ? killTailOf(title, sheet.paragraphs) : corrected;
  if (tail === '') return sheet;
  const headline = title.slice(0, -tail.length).trim() || null;
  const signal = stronger(sheet.signal, corrected === '' ? 'kill' : 'correction', given);
  return withRemoved({ ...sheet, headline, signal }, tail, 'signal in the headline');
}

/** In a slug the words may stand behind the keyword, and are spelt in many ways. */
function signalOfSlug(slug: string): Signal | null {
  const first = prefixOf(slug, null)?.signal;
  if (first) return first;
  if (WRITETHRU_LINE.test(slug)) return 'writethru';
  // Behind a comma it is an order, inside the keyword a word of the story ("Police Kill Two").
  if (/[,_ -]\s?(?:CORRECTION|CORRECTIVE|Correction|Corrective|KORR)\s?(?:,|$)/.test(slug))
    return 'correction';
  if (/(?:[,_-]\s?(?:KILL|Kill)|[,_ -]\s?BULLETIN KILL)\s?(?:,|$)/.test(slug)) return 'kill';
  if (killTailOf(slug) !== '') return 'kill';
  return /\b(?:1st|2nd|3rd|\dth) ?(?:ld|lead)\b/i.test(slug) ? 'update' : null;
}

/** Lines such as "BULLETIN KILL" or "CORRECTION" that stand alone above the copy. */
function stripTop(sheet: Sheet, given: Signal | null, names: readonly string[]): Sheet {
  let now = sheet;
  const paragraphs = [...sheet.paragraphs];
  for (let index = 0; index < Math.min(TOP, paragraphs.length); index += 1) {
    const line = paragraphs[index] ?? '';
    const isFirst = now.headline === null || index === 0;
    const isShort = isFirst && line.length <= 600;
    const signal =
      orderOfLine(line, names) ??
      (isFirst && saysReplaces(line) ? 'correction' : null) ??
      (isShort ? prefixOf(line, null)?.signal : null);
    if (!signal) continue;
    now = { ...now, signal: stronger(now.signal, signal, given) };
    if (line.length > 60 || /\s\p{Ll}+\s/u.test(line)) continue;
    paragraphs.splice(index, 1);
    index -= 1;
    now = withRemoved(now, line, 'signal line');
  }
  return { ...now, paragraphs };
}

function signalOfNotes(sheet: Sheet, names: readonly string[]): Signal | null {
  const lines = sheet.notes.map((note) => note.text.slice(0, 600));
  const has = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  const orders = lines.map((line) => orderOfNote(line, names));
  if (orders.includes('kill')) return 'kill';
  if (orders.includes('withhold')) return 'withhold';
  if (has(CORRECT_LINE) || lines.some(saysReplaces)) return 'correction';
  if (has(WRITETHRU_LINE)) return 'writethru';
  return has(UPDATE_LINE) ? 'update' : null;
}

const STRENGTH: readonly Signal[] = [
  'kill',
  'withhold',
  'correction',
  'writethru',
  'add',
  'update',
  'advisory',
  'new',
];

/**
 * What the format said stands, but for an order to kill or hold, and but for a correction that the
 * format calls an update: the stronger word wins then, for a correction is always called one.
 */
function stronger(now: Signal | null, found: Signal, given: Signal | null): Signal {
  if (given !== null && !outdoes(found, given)) return now ?? given;
  if (now === null) return found;
  return STRENGTH.indexOf(found) < STRENGTH.indexOf(now) ? found : now;
}

function outdoes(found: Signal, given: Signal | null): boolean {
  if (found === 'kill' || found === 'withhold') return true;
  if (found === 'correction') return given === 'update' || given === 'writethru' || given === 'new';
  return given === 'new' && (found === 'update' || found === 'writethru');
}
