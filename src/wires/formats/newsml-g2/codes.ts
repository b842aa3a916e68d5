/**
 * QCodes of NewsML-G2: "alias:code", where the alias means what the catalogs of the document say. The
 * catalogs of IPTC and of the agencies are not fetched; their usual aliases are taken as they stand.
 */
import { attributeOf, childrenOf } from '../xml/look.ts';
import type { XmlElement } from '../xml/tree.ts';

/** Aliases to scheme addresses, as a document's own catalogs bind them. */
export type Catalog = ReadonlyMap<string, string>;

/** A code with the usual alias of its scheme, or the document's own alias where none is usual. */
export type Code = {
  readonly scheme: string | null;
  /** what the scheme calls the thing: `canceled`, `20000523` */
  readonly code: string;
};

/** IPTC's schemes by the last word of their address (http://cv.iptc.org/newscodes/WORD/). */
const USUAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pubstatusg2: 'stat',
    signal: 'sig',
    ninature: 'ninat',
    cinature: 'cinat',
    mediatopic: 'medtop',
    subjectcode: 'subj',
    itemrelation: 'irel',
    descriptionrole: 'drol',
    hlrole: 'hld',
    genre: 'genre',
    newsprovider: 'nprov',
  }),
);

const SCHEMES_MAX = 500;

/** The catalog of an element, on top of the one around it. */
export function catalogOf(element: XmlElement | null, outer: Catalog = new Map()): Catalog {
  const catalogs = childrenOf(element, 'catalog');
  if (catalogs.length === 0) return outer;
  const catalog = new Map(outer);
  for (const scheme of catalogs.flatMap((each) => childrenOf(each, 'scheme'))) {
    const alias = attributeOf(scheme, 'alias');
    const uri = attributeOf(scheme, 'uri');
    if (alias !== null && uri !== null && catalog.size < SCHEMES_MAX) catalog.set(alias, uri);
  }
  return catalog;
}

/** The code that an element bears as `qcode`, `uri` or `literal`; null when it bears none. */
export function codeOf(element: XmlElement | null, catalog: Catalog): Code | null {
  const written = attributeOf(element, 'qcode') ?? attributeOf(element, 'code');
  if (written !== null) return resolveCode(written, catalog);
  const uri = attributeOf(element, 'uri');
  if (uri !== null) return fromUri(uri);
  const literal = attributeOf(element, 'literal');
  return literal === null ? null : { scheme: null, code: literal };
}

/** "alias:code" with the alias resolved. */
export function resolveCode(written: string, catalog: Catalog): Code {
  const colon = written.indexOf(':');
  if (colon < 0) return { scheme: null, code: written };
  const [alias, code] = [written.slice(0, colon), written.slice(colon + 1)];
  if (/^https?$/i.test(alias)) return fromUri(written);
  const uri = catalog.get(alias);
  if (uri === undefined) return { scheme: alias, code };
  // "medtop" that a document binds to a scheme of its own is not IPTC's
  const own = [...USUAL.values()].includes(alias) ? uri : alias;
  return { scheme: usualAlias(uri) ?? own, code };
}

function fromUri(uri: string): Code {
  const cut = uri.replace(/[/#]+$/, '').search(/[^/#]*$/);
  const code = uri.slice(cut).replace(/[/#]+$/, '');
  return { scheme: usualAlias(uri.slice(0, cut)), code };
}

function usualAlias(uri: string): string | null {
  const word = /newscodes?\/([a-z0-9]{1,40})[/#]?$/i.exec(uri)?.[1]?.toLowerCase();
  return word === undefined ? null : (USUAL.get(word) ?? null);
}
