/** What stands between STX and ETX of an IPTC 7901 item: lines of the desk, headline, text, notes. */

export type Text7901 = {
  /** lines above the headline that say what the item does: REFILE, 1ST LEAD, KILL KILL KILL */
  readonly prefixes: readonly string[];
  readonly headline: string | null;
  /** notices that say what was corrected, for readers */
  readonly notices: readonly string[];
  readonly byline: string | null;
  readonly paragraphs: readonly string[];
  /** nothing of these is for publication */
  readonly notes: readonly string[];
};

const HEAD_LINES_MAX = 12;
const PARAGRAPHS_MAX = 2_000;

const PREFIX =
  /^[([*]{0,2}(?:(?:HOLD|KILL)(?:[ -]+(?:HOLD|KILL)){0,3}|REFILED?|CORRECT(?:ED|ION|S|IVE)?|KORR(?:EKTUR|IGIERT)?\b.{0,60}|BERICHTIGUNG\b.{0,120}|\d(?:ST|ND|RD|TH) LEAD|LEAD|UPDATE(?: \d)?|EXTRA|URGENT|EIL|BLITZ|VORRANG|FLASH|BULLETIN|REPEAT|RPT|WIEDERHOLUNG|ZUSAMMENFASSUNG\b.{0,60}|ADVISORY|ACHTUNG|EMBARGO|FEATURE|WITHDRAWN|ROUNDUP|NEWS FEATURE)[)\]*:!. ]{0,3}$/i;
/** An order before the headline on one line: "KORR: ...", "(Berichtigung: ...)". */
const ORDER_LINE =
  /^\(?(?:Berichtigung|Korrektur|Zusammenfassung|Wiederholung|Correction)\b[^()]{0,200}\)$/i;
const EMBARGO =
  /^[-*(! ]{0,4}(?:Sperrfrist|Achtung,? Sperrfrist|Embargo(?:ed)?\b|Not for (?:release|publication) before|Hold for release)/i;
/** Does a line order an embargo? Such lines stand above the text as well as in it. */
export function isEmbargoLine(line: string): boolean {
  return EMBARGO.test(line);
}
/** Does a line above the headline say what the item does, or when it may be used? */
export function isDeskLine(line: string): boolean {
  return isEmbargoLine(line) || PREFIX.test(line) || ORDER_LINE.test(line);
}
const BYLINE = /^(?:By|Von|Par|Por|Di) (?:\p{Lu}|dpa\b|our\b|staff\b).{1,120}$/u;

/** From such a line on, nothing is for publication. */
const NOTES =
  /^[#*_ -]{0,6}(?:(?:\w{2,8} )?notebook$|(?:dpa-)?notizblock\b|(?:the )?following information is not (?:intended )?for publication|die folgenden informationen sind nicht|redaktionelle hinweise|not for publication$|nicht zur veröffentlichung)/i;

/** Reads the text; never fails, whatever stands there. */
export function read7901Text(raw: string): Text7901 {
  const text = raw.replace(/[\x00\x01\x02\x04\x0e\x0f\x11-\x16\x7f]/g, '').replace(/\x03/g, '\n');
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\x08\x10\x1c-\x1f\t]/g, ' ')
    .split('\n');
  const notesAt = lines.findIndex((line) => NOTES.test(line.trim()));
  const story = notesAt < 0 ? lines : lines.slice(0, notesAt);
  const head = headOf(story);
  const notes = notesAt < 0 ? [] : blocksOf(lines.slice(notesAt)).map(withoutMarks);
  const blocks = blocksOf(story.slice(head.end)).filter((block) => !/^[*\s_#-]{1,12}$/.test(block));
  return {
    prefixes: head.prefixes,
    headline: head.headline,
    notices: head.notices,
    byline: head.byline,
    paragraphs: blocks.slice(0, PARAGRAPHS_MAX),
    notes: [...head.notes, ...notes.filter((note) => note !== '')],
  };
}

type Head = Omit<Text7901, 'paragraphs'> & { readonly end: number };

/** The lines up to the first that ends with "=", or the first block where none does. */
function headOf(lines: readonly string[]): Head {
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const within = lines.slice(first, first + HEAD_LINES_MAX);
  const isEnd = (line: string): boolean => /=\s*$/.test(line);
  // the line of an embargo may end like a headline and stand above it
  const title = within.findIndex((line) => isEnd(line) && !isEmbargoLine(line.trim()));
  const equals = title >= 0 ? title : within.findIndex(isEnd);
  const blank = within.findIndex((line) => line.trim() === '');
  const size = equals >= 0 ? equals + 1 : blank >= 0 ? blank : 0;
  const [prefixes, notes, titles]: [string[], string[], string[]] = [[], [], []];
  let byline: string | null = null;
  for (const line of within.slice(0, size)) {
    const plain = line.replace(/=\s*$/, '').trim();
    if (plain === '') continue;
    if (EMBARGO.test(plain)) notes.push(plain);
    else if (PREFIX.test(plain) || ORDER_LINE.test(plain)) {
      const [order, title] = partedTitle(plain);
      prefixes.push(order);
      if (title !== null) titles.push(title);
    } else if (titles.length > 0 && BYLINE.test(plain)) byline = plain.replace(/^\S+ /, '');
    else titles.push(plain);
  }
  const isTitled = equals >= 0 || titles.join(' ').length <= 160;
  const notices = prefixes.filter((prefix) => ORDER_LINE.test(prefix));
  if (!isTitled) return { prefixes, notes, notices, headline: null, byline, end: first };
  return {
    prefixes,
    notes,
    notices,
    headline: titles.join(' ') || null,
    byline,
    end: first + size,
  };
}

/** "(KORR - berichtigt apx 0417) One dead in fire", "KORR: One dead in fire": the order, and the headline. */
function partedTitle(line: string): [order: string, title: string | null] {
  const found = /^(\([^()]{3,80}\)|[A-ZÄÖÜ]{4,15}\s?:)\s{1,3}(\p{L}\S*(?: \S+){1,30})$/u.exec(line);
  return found === null ? [line, null] : [found[1] ?? '', found[2] ?? null];
}

/** Blocks between blank lines, or at an indent; wrapped lines are joined. */
function blocksOf(lines: readonly string[]): string[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') blocks.push([]);
    else if (/^\s*(?:- |#|\* \*)/.test(line) || /^ {2,}\S/.test(line)) blocks.push([line.trim()]);
    else blocks.at(-1)?.push(line.trim());
  }
  return blocks.map((block) => block.join(' ')).filter((block) => block !== '');
}

function withoutMarks(text: string): string {
  return text.replace(/^[#*_\s-]{1,12}/, '').trim();
}
