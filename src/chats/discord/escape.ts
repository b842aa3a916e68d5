/** Makes text from outside harmless in Discord: no markdown, mention, link or hidden character. */
import type { Run } from '../../news/layout.ts';
import { LINK_MAX } from './limits.ts';

/** Every sign that means something to Discord's markdown; a backslash takes its meaning. */
const MARKUP = /[\\*_~|`[\]()<>#\-+.@:]/g;
/** Controls, invisible and direction-changing characters, and the tag characters of plane 14. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Joiners stay where scripts and emoji need them: between two characters that are not Latin. */
const JOINER = /[\u200c\u200d]/g;
const PING = /@(?=everyone|here)/gi;
const GAP = '\u200b';
const LATIN_END = 0x24f;

/** Text without hidden characters, with `\n` as the only line end. */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(HIDDEN, '')
    .replace(JOINER, (joiner, at: number, whole: string) => {
      const before = whole.charCodeAt(at - 1) || 0;
      const after = whole.charCodeAt(at + 1) || 0;
      return before > LATIN_END && after > LATIN_END ? joiner : '';
    });
}

/** The same on one line: every stretch of white space becomes one blank. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/**
 * Backslash-escapes clean text. `@everyone` and `@here` are parted by an invisible character too,
 * because Discord's server looks for them without heeding escapes.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(PING, `@${GAP}`).replace(MARKUP, '\\$&');
}

/** The inverse of `escapeMarkdown`, but for the gaps. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll(GAP, '');
}

/** A written line without the addresses of its links: their words stand alone. */
export function unmasked(line: string): string {
  return line.replace(/\[((?:\\.|[^\\[\]])*)\]\(<[^<>\s]*>\)/g, '$1');
}

/** An address that may stand in a masked link, percent-encoded; null when it may not be one. */
export function linkTarget(href: string): string | null {
  let address: URL;
  try {
    address = new URL(href);
  } catch {
    return null; // no address at all: the text is shown without a link
  }
  const isWeb = address.protocol === 'http:' || address.protocol === 'https:';
  if (!isWeb || address.username !== '' || address.password !== '') return null;
  const percent = (sign: string): string =>
    `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  const target = address.href.replace(/[\s()<>[\]\\`'"*_~|^{}@]/g, percent);
  return target.length <= LINK_MAX ? target : null;
}

/** Runs as Discord markdown: only the styles and links of the runs take effect. */
export function writeRuns(runs: readonly Run[], lines: 'one' | 'many' = 'one'): string {
  let written = '';
  let wasStyled = false;
  for (const run of joinAlike(runs)) {
    const cleaned = cleanText(run.text);
    const text = lines === 'many' && !run.href ? cleaned : cleaned.replace(/\s+/g, ' ');
    const target = run.href === undefined ? null : linkTarget(run.href);
    const styled = run.style !== undefined || target !== null;
    if (styled && text.trim() !== '') {
      const core = text.trim();
      const start = text.slice(0, text.indexOf(core));
      const end = text.slice(text.indexOf(core) + core.length);
      // two styles that touch would be read as one longer mark
      const gap = wasStyled && start === '' ? GAP : '';
      written += gap + start + writeStyled(core, run.style, target) + end;
      wasStyled = end === '';
    } else {
      written += escapeMarkdown(text);
      if (text !== '') wasStyled = false;
    }
  }
  return lines === 'one' ? written.trim() : written.replace(/^\n+|\s+$/g, '');
}

function joinAlike(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.style === run.style && last.href === run.href)
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function writeStyled(text: string, style: Run['style'], target: string | null): string {
  if (style === 'code' && target === null) return writeCode(text);
  const label = target === null ? text : text.replaceAll('[', '(').replaceAll(']', ')');
  const escaped = escapeMarkdown(label);
  const linked = target === null ? escaped : `[${escaped}](<${target}>)`;
  if (style === 'bold') return `**${linked}**`;
  return style === 'italic' ? `*${linked}*` : linked;
}

/** Code takes no escapes: its own mark is replaced, and what the server looks for is parted. */
function writeCode(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'");
  return `\`${line.replace(/[<@]/g, `$&${GAP}`)}\``;
}
