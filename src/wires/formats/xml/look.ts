/** Looking around in a tree: children, attributes and plain text by name. */
import type { XmlElement } from './tree.ts';

/** The elements directly below, of one name; those of the element's own namespace go before others. */
export function childrenOf(element: XmlElement | null | undefined, name: string): XmlElement[] {
  if (!element) return [];
  const found: XmlElement[] = [];
  for (const child of element.children)
    if (typeof child !== 'string' && child.name === name) found.push(child);
  const own = found.filter((child) => child.uri === element.uri);
  return own.length > 0 ? own : found;
}

/** The first element at the end of a path of names, null when there is none. */
export function childOf(
  element: XmlElement | null | undefined,
  ...path: readonly string[]
): XmlElement | null {
  let now: XmlElement | null = element ?? null;
  for (const name of path) now = childrenOf(now, name)[0] ?? null;
  return now;
}

/** All elements below, of one of the names, in order; what is inside a found one is not looked at. */
export function descendantsOf(
  element: XmlElement | null | undefined,
  ...names: readonly string[]
): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (from: XmlElement): void => {
    for (const child of from.children) {
      if (typeof child === 'string') continue;
      if (names.includes(child.name)) found.push(child);
      else walk(child);
    }
  };
  if (element) walk(element);
  return found;
}

/** An attribute without white space around it; null when it is absent or empty. */
export function attributeOf(element: XmlElement | null | undefined, name: string): string | null {
  return element?.attributes[name]?.trim() || null;
}

/** All text below on one line; the texts of child elements never grow together. Null when empty. */
export function lineIn(element: XmlElement | null | undefined): string | null {
  if (!element) return null;
  const parts: string[] = [];
  const walk = (from: XmlElement): void => {
    for (const child of from.children) {
      if (typeof child === 'string') parts.push(child);
      else {
        if (isApart(child.name)) parts.push(' ');
        walk(child);
        if (isApart(child.name)) parts.push(' ');
      }
    }
  };
  walk(element);
  return (
    parts
      .join('')
      .replace(/[^\S ]\s*| \s+/g, ' ')
      .trim() || null
  );
}

/** Inline markup stands inside words: everything else is a piece of its own. */
function isApart(name: string): boolean {
  return !/^(?:a|b|i|u|em|strong|span|sub|sup|small|q|lang|chron|num|money|s|font)$/.test(name);
}

const HEAD_CHARACTERS = 16_384;

/** The local name of a document's root in lower case, looked for at its beginning; null for none. */
export function rootNameOf(text: string): string | null {
  const head = text.slice(0, HEAD_CHARACTERS);
  let at = head.indexOf('<');
  if (at < 0 || head.slice(0, at).trim().length > 8) return null;
  while (at >= 0) {
    const rest = head.slice(at, at + 160);
    const name = /^<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,60})(?=[\s/>])/.exec(rest)?.[1];
    if (name !== undefined) return name.toLowerCase();
    const end = endOfProlog(head, at);
    if (end < 0) return null;
    at = head.indexOf('<', end);
  }
  return null;
}

/** Where a declaration, comment or document type ends; -1 for anything else. */
function endOfProlog(head: string, at: number): number {
  if (head.startsWith('<?', at)) return head.indexOf('?>', at);
  if (head.startsWith('<!--', at)) return head.indexOf('-->', at);
  if (!/^<!DOCTYPE/i.test(head.slice(at, at + 9))) return -1;
  const close = head.indexOf('>', at);
  const bracket = head.indexOf('[', at);
  if (bracket < 0 || bracket > close) return close;
  const end = head.indexOf(']', bracket);
  return end < 0 ? -1 : head.indexOf('>', end);
}
