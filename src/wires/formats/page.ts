/** The little of the DOM that reading a page needs, so that no browser types are pulled in. */
import { linkedom } from './packages.ts';

export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

export interface Page {
  readonly body: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  cloneNode(deep: true): Page;
}

/** The tree of a page or fragment; nothing in it is ever run or fetched. Null when there is none. */
export function openPage(html: string): Page | null {
  const full = /<(?:html|body|head)[\s>]/i.test(html);
  const whole = full ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = linkedom().parseHTML(whole) as {
    document: Page & { documentElement: unknown };
  };
  return document.documentElement === null ? null : document;
}
