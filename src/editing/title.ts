/** The title of plain text: what other formats have a field for. */
import { readDateline } from '../news/dateline.ts';
import type { Format } from '../news/take.ts';
import { readEmbargo } from './embargo.ts';
import { opensWithLabel } from './signal.ts';
import { withRemoved, type Sheet } from './sheet.ts';

const WITHOUT_FIELDS: readonly Format[] = ['text', 'email', 'iptc7901', 'anpa', 'html'];
const TITLE_LIMIT_CHARACTERS = 220;
const TITLE_WITH_STOP_WORDS = 16;

/** Takes the first line as the headline when the copy has none and the line reads like one. */
export function readTitle(sheet: Sheet, format: Format): Sheet {
  const [first, ...rest] = sheet.paragraphs;
  if (first === undefined) return sheet;
  if (sheet.headline !== null) return withoutEcho(sheet, first, rest);
  if (!WITHOUT_FIELDS.includes(format)) return sheet;
  const hints = { sentAt: sheet.sentAt, sources: sheet.sources };
  if (rest.length === 0) {
    return isTitle(first) ? { ...sheet, headline: first } : sheet;
  }
  // "RÄTTELSE: Två döda" has the looks of a dateline
  if (!isTitle(first) || (readDateline(first, hints) && !opensWithLabel(first))) return sheet;
  return { ...sheet, headline: first, paragraphs: rest };
}

/** Stands above the title of a release, and is no title itself. */
const RELEASED =
  /^(?:for (?:immediate|general) (?:release|publication|use)|immediate release|for release:? (?:immediately|now|at once))[ .!:]*$/i;

function isTitle(line: string): boolean {
  if (readEmbargo(line, null) !== null || RELEASED.test(line)) return false;
  if (line.length > TITLE_LIMIT_CHARACTERS || !/\p{L}/u.test(line)) return false;
  if (/[.。][)\]”"’']?$/.test(line) && !isAbbreviatedAtEnd(line)) return false;
  return !/[,;]$/.test(line);
}

/** "… in the U.S.": a stop that ends no sentence, in a line that is short enough for a title. */
function isAbbreviatedAtEnd(line: string): boolean {
  if (line.split(' ').length > TITLE_WITH_STOP_WORDS) return false;
  return /(?:\b\p{Lu}\.|\.\.\.|\b(?:Inc|Corp|Co|Ltd|Jr|Sr))\.?$/u.test(line);
}

/** The headline sent once more as the first paragraph. */
function withoutEcho(sheet: Sheet, first: string, rest: readonly string[]): Sheet {
  const same = first.toLowerCase() === (sheet.headline ?? '').toLowerCase();
  if (!same || rest.length === 0) return sheet;
  return withRemoved({ ...sheet, paragraphs: rest }, first, 'headline repeated');
}
