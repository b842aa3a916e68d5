/** Paragraphs from tidied text: lines that stand for themselves are told from wrapped prose. */
import { isBylineLine } from './byline.ts';
import { timeOfLine } from './date-line.ts';
import { readEmbargo } from './embargo.ts';
import { labelOf } from './order-labels.ts';

/** An entry of a list: what it says stands for itself. */
const ENTRY = /^[*•·▪●◦‣] {1,3}\S/u;

/** Splits at blank lines, around lines of their own kind and before entries of lists; joins the lines of wrapped prose. */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  for (const block of text.split(/\n\n+/)) {
    let run: string[] = [];
    const close = (): void => {
      const joined = joinLines(run);
      if (joined !== '') paragraphs.push(joined);
      run = [];
    };
    for (const line of block.split('\n')) {
      const own = standsAlone(line, run);
      if (own || ENTRY.test(line)) close();
      run.push(line);
      if (own) close();
    }
    close();
  }
  return paragraphs;
}

/** Wrapped prose fills its lines. */
const SHORT_LINE_CHARACTERS = 50;
const ORDER_CHARACTERS_MAX = 160;

/** An embargo or a kill that stands above or below other lines without a blank one. */
function isOrder(line: string): boolean {
  if (line.length > ORDER_CHARACTERS_MAX) return false;
  return readEmbargo(line, null) !== null || labelOf(line) !== null;
}

/** A line in brackets of its own, a byline, a date line or an order, where no sentence runs into it. */
function standsAlone(line: string, before: readonly string[]): boolean {
  // a title, a byline and a date line are often set without blank lines between them
  if (before.length <= 2 && (isBylineLine(line) || timeOfLine(line) !== null)) return true;
  const previous = before.at(-1) ?? '';
  const isApart = previous.length <= SHORT_LINE_CHARACTERS || /[.!?:=]$/.test(previous);
  if (isApart && before.length <= 4 && isOrder(line)) return true;
  if (previous !== '' && !/[.!?。…:"”’)\]–—-]$/.test(previous)) return false;
  if (line.length > 600) return false;
  if (/^\[[^[\]]{1,200}\]$/.test(line) || /^\([^\n]{1,598}\)$/.test(line)) return true;
  return false;
}

const HAN_EDGE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。」』）]$/u;
const HAN_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（]/u;

function joinLines(lines: readonly string[]): string {
  return lines
    .reduce((text, line) => {
      if (text === '' || line === '') return text + line;
      return HAN_EDGE.test(text.slice(-2)) && HAN_START.test(line)
        ? text + line
        : `${text} ${line}`;
    }, '')
    .trim();
}
