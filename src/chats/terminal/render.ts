/** A layout as plain lines for a terminal: no control character of any story survives. */
import type { Block, Layout, Part, Run } from '../../news/layout.ts';
import { TERMINAL_LIMITS } from './limits.ts';

/** Text with everything removed that a terminal, or an eye, could take for a command. */
export function harmless(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\t\n]+/g, ' ');
}

/** Breaks a text into lines of at most `width` columns at white space; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function plain(runs: readonly Run[]): string {
  return runs
    .map((run) => (run.href ? `${harmless(run.text)} <${harmless(run.href)}>` : harmless(run.text)))
    .join('');
}

function indented(text: string, first: string, rest: string): string[] {
  const width = TERMINAL_LIMITS.columns - first.length;
  return wrap(text, width).map((line, index) => `${index === 0 ? first : rest}${line}`);
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading': {
      const text = harmless(block.text);
      return [text, '='.repeat(Math.min(text.length, TERMINAL_LIMITS.columns))];
    }
    case 'text':
      return indented(plain(block.runs), '', '');
    case 'facts': {
      const lines = block.lines.flatMap((line) => indented(plain(line), '  - ', '    '));
      return block.label === '' ? lines : [`${harmless(block.label)}:`, ...lines];
    }
    case 'note':
      return indented(plain(block.runs), '  ', '  ');
    case 'divider':
      return ['-'.repeat(TERMINAL_LIMITS.columns)];
    case 'buttons':
      return []; // a terminal has no buttons; its commands do the same
  }
}

/** One message of plain text, whatever its length: a terminal has no limit. */
export function renderTerminal(layout: Layout): readonly Part[] {
  const items = layout.items.map((item) => item.blocks.flatMap(linesOf).join('\n'));
  const events = layout.items.flatMap((item) => item.event ?? []);
  const payload = { text: items.filter((item) => item !== '').join('\n\n') };
  return [{ payload, events, place: 'lead', layout }];
}
