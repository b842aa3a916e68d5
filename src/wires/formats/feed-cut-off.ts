/** Feeds that end in their midst: the whole items, as a feed that ends where they do. */
import { problem, type Problem } from '../../news/problem.ts';

const ITEM_OPEN = /<(?:\w{1,20}:)?(?:item|entry)(?=[\s>])/gi;
const ITEM_CLOSE = /<\/(?:\w{1,20}:)?(?:item|entry)\s*>/gi;
const END = /<\/(?:\w{1,20}:)?(?:rss|feed|rdf|channel)\s*>/i;
const ROOT = /<((?:\w{1,20}:)?(?:rss|feed|rdf))(?=[\s>])/i;
const HEAD_CHARACTERS = 4_096;

/**
 * The text without the item that it ends within: what that did not get to may be an order. It comes
 * again, whole, with the next reading. A feed that has its end stands as it is.
 * @param problems is told of the item that was left out
 */
export function wholeItems(text: string, problems: Problem[]): string {
  const open = lastOf(text, ITEM_OPEN);
  const close = lastOf(text, ITEM_CLOSE);
  const from = Math.max(open, close);
  if (from < 0 || text.startsWith('{') || END.test(text.slice(from))) return text;
  if (close > open) return ended(text.slice(0, text.indexOf('>', close) + 1));
  const sentence = 'The feed breaks off within an item: that one is read with the next reading.';
  problems.push(problem('cut-off', sentence));
  return ended(text.slice(0, open));
}

function ended(text: string): string {
  const [, root = ''] = ROOT.exec(text.slice(0, HEAD_CHARACTERS)) ?? [];
  const isOpen = /<channel[\s>]/i.test(text) && !/<\/channel\s*>/i.test(text);
  return `${text}${isOpen ? '</channel>' : ''}${root === '' ? '' : `</${root}>`}`;
}

function lastOf(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}
