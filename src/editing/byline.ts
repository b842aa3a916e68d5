/** Bylines and desk credits: "By JANE DOE, Agency Writer", "Reporting by ...; Editing by ...". */
import type { Sheet } from './sheet.ts';
import { eachParagraph } from './sheet.ts';

const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,23}";
const WORD = `(?:${NAME}|de|del|van|von|der|den|bin|al|el|la|le|da|dos|ter|and|und|y|et|e|&)`;
// Words of a name stand apart: where the gap could be missing, a run of letters could be cut in any
// number of ways, and the expression would try them all.
const NAMES = `${WORD}(?:(?:, ?| )${WORD}){0,11}`;
const BYLINE = new RegExp(
  `^(?:By|BY|by|Von|VON|Por|POR|Par|PAR|Di|Door|Av|Af):? (${NAMES})(?: in (${NAMES}))?$`,
  'u',
);
const BYLINE_WITH_TITLE = new RegExp(
  `^(?:By|BY|by|Von|Por|Par) (${NAMES}?)(?:, | ?[/|] ?| [-–—] | )((?:[^.,;:!?]{0,60}\\s)?(?:writers?|correspondents?|reporters?|staff|editors?|bureau|desk|news|press|redaktion|korrespondent(?:in)?|agency|associated press|reuters|service|contributors?|analyst))$`,
  'iu',
);
/** How both begin; asked first, because it is quickly answered. */
const BY = /^(?:by|von|por|par|di|door|av|af)\b/i;
const JOB_LINE =
  /^(?:[^.,;:!?]{0,60}\s)?(?:Writers?|Correspondents?|Reporters?|Staff|Bureau|Contributors?|Editors?)$/u;

/** Is the line a byline and nothing else? */
export function isBylineLine(line: string): boolean {
  return line.length <= 160 && readByline(line) !== null;
}

/** The names of a byline; null when the line is prose. */
function readByline(line: string): string | null {
  if (!BY.test(line)) return null;
  if (line.length > 160 || /[.!?]["”]?$/.test(line.replace(/\b(?:Jr|Sr)\.$/, ''))) return null;
  const titled = BYLINE_WITH_TITLE.test(line);
  const names = titled ? namesBeforeTitle(line) : BYLINE.exec(line)?.[1];
  const plain = names?.replace(/[, ]+$/, '').trim();
  return plain === undefined || !/\p{Lu}/u.test(plain) ? null : plain;
}

/**
 * "By Ada Lind, Bo Roe, Agency Writers": everything but the last part is a name; "By Political
 * Staff" names a desk alone.
 */
function namesBeforeTitle(line: string): string {
  const parts = line.replace(/^\p{L}{2,3} /u, '').split(/, | ?[/|] ?| [-–—] /);
  const [only = ''] = parts;
  if (parts.length === 1 && /^\p{Lu}\S{0,23}(?: \p{Lu}\S{0,23}){0,4}$/u.test(only)) return only;
  return parts.slice(0, -1).join(', ');
}

const CREDITS =
  /^[([]?(?:(?:Additional )?(?:reporting|writing|editing|compiled|reported|written|edited|translated|production|graphics?)(?: and (?:writing|editing|reporting))?|Editing|Reportage|Berichterstattung) (?:by|for|in)\b[^]{2,400}$/iu;
const FIRST_REPORTER =
  /^[([]?(?:Reporting|Reported|Written|Writing)(?: and (?:writing|editing))? by ([^;()[\]]{2,100}?)(?=;|\.|\)|\]| in \p{Lu}|$)/iu;
const TRAILING_CREDITS =
  /(?<=[.!?"”]) ?[([]((?:Additional )?(?:Reporting|Writing|Editing|Compiled|Written|Reported|Edited) by [^()[\]]{2,400})[)\]]?\.?$/u;
const CONTRIBUTED =
  /^[^.!?]{2,200}\bcontributed to this (?:report|story|article)\b[^.!?]{0,60}\.?$/u;

/** Sets bylines and desk credits aside; the first byline is kept as the take's. */
export function setBylinesAside(sheet: Sheet): Sheet {
  const after = eachParagraph(sheet, (paragraph, index, now) => {
    const before = now.removed.at(-1);
    const names = index < 6 ? readByline(paragraph) : null;
    if (names !== null) return { why: 'byline', set: { byline: now.byline ?? names } };
    if (index < 7 && before?.why === 'byline' && isJobLine(paragraph)) return { why: 'byline' };
    if (CONTRIBUTED.test(paragraph)) return { why: 'credit of the desk' };
    if (paragraph.length > 420 || !CREDITS.test(paragraph)) return { keep: paragraph };
    if (!isCredit(paragraph)) return { keep: paragraph };
    const reporter = FIRST_REPORTER.exec(paragraph)?.[1]?.trim() ?? null;
    return { why: 'credit of the desk', set: { byline: now.byline ?? reporter } };
  });
  return withoutTrailingCredits(after);
}

const isJobLine = (text: string): boolean => text.length <= 80 && JOB_LINE.test(text);

/** "Reporting by the ministry was late." is prose: credits name people and have no verb. */
function isCredit(text: string): boolean {
  if (/^[([]/.test(text) || text.includes(';')) return true;
  return /by \p{Lu}/u.test(text) && !/\b(?:was|were|is|are|has|had|have|will|said)\b/.test(text);
}

function withoutTrailingCredits(sheet: Sheet): Sheet {
  const last = sheet.paragraphs.at(-1) ?? '';
  const found = TRAILING_CREDITS.exec(last.slice(-440));
  if (!found) return sheet;
  const reporter = FIRST_REPORTER.exec(found[1] ?? '')?.[1]?.trim() ?? null;
  const text = last.slice(0, last.length - found[0].length).trim();
  return {
    ...sheet,
    byline: sheet.byline ?? reporter,
    paragraphs:
      text === '' ? sheet.paragraphs.slice(0, -1) : [...sheet.paragraphs.slice(0, -1), text],
    removed: [...sheet.removed, { text: found[0].trim(), why: 'credit of the desk' }],
  };
}
