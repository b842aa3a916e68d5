/** What a NITF document does to its own story and to the document that it names. */
import { problem, type Problem } from '../../../news/problem.ts';
import type { Embargo, Signal } from '../../../news/take.ts';
import { attributeOf, childOf, descendantsOf } from '../xml/look.ts';
import { readReleaseTime } from '../xml/times.ts';
import type { XmlElement } from '../xml/tree.ts';

export type Life = {
  readonly signal: Signal | null;
  readonly usable: boolean;
  readonly embargo: Embargo | null;
  /** ids that this document replaces or speaks about */
  readonly replaces: readonly string[];
  /** another document that this one orders to kill or hold while it is usable itself */
  readonly order: { readonly guid: string; readonly signal: 'kill' | 'withhold' } | null;
  readonly problems: readonly Problem[];
};

/** Reads `docdata`: management-status, management-doc-idref, correction, du-key, date.release. */
export function lifeOf(docdata: XmlElement | null, guid: string | null): Life {
  const status = statusIn(attributeOf(docdata, 'management-status'));
  const other = attributeOf(docdata, 'management-doc-idref');
  const otherStatus = statusIn(attributeOf(docdata, 'management-idref-status'));
  const correction = childOf(docdata, 'correction');
  const corrected = attributeOf(correction, 'id-string');
  const order = other === null || other === guid ? null : orderFor(other, status, otherStatus);
  const about = [order === null ? other : null, corrected, dynamicKey(docdata)];
  const replaces = [...new Set(about.filter((id) => id !== null && id !== guid))] as string[];
  const held = embargoIn(docdata, status);
  return {
    signal: signalOf(status, correction, docdata),
    usable: status === 'usable' || status === 'embargoed' || status === null,
    embargo: held.embargo,
    replaces,
    order,
    problems: [...held.problems, ...unknownStatus(docdata, status)],
  };
}

/**
 * What a NITF document that travels inside another format says of the item around it: an order or an
 * embargo of either counts.
 */
export function withDocument<Outer extends Pick<Life, 'signal' | 'usable' | 'embargo'>>(
  outer: Outer,
  content: readonly XmlElement[],
): Outer {
  const inner = content
    .flatMap((each) => descendantsOf(each, 'docdata'))
    .slice(0, DOCUMENTS_MAX)
    .map((docdata) => lifeOf(docdata, null));
  const order = inner.find(({ signal }) => signal === 'kill' || signal === 'withhold');
  const isKilled = outer.signal === 'kill';
  return {
    ...outer,
    signal: isKilled ? outer.signal : (order?.signal ?? outer.signal),
    usable: outer.usable && inner.every(({ usable }) => usable),
    embargo: outer.embargo ?? inner.find(({ embargo }) => embargo !== null)?.embargo ?? null,
  };
}

const DOCUMENTS_MAX = 20;

type Status = 'usable' | 'embargoed' | 'withheld' | 'canceled' | 'unknown';

function statusIn(written: string | null): Status | null {
  const word = written?.toLowerCase() ?? null;
  if (word === null) return null;
  if (word === 'usable' || word === 'embargoed') return word;
  if (/^(?:cancell?ed|kill(?:ed)?|deleted|withdrawn)$/.test(word)) return 'canceled';
  return /^(?:withheld|withhold|held|hold)$/.test(word) ? 'withheld' : 'unknown';
}

/** A document that is usable itself may cancel or hold the one that it names. */
function orderFor(guid: string, own: Status | null, other: Status | null): Life['order'] {
  if (own === 'canceled' || own === 'withheld') return null;
  if (other === 'canceled') return { guid, signal: 'kill' };
  return other === 'withheld' ? { guid, signal: 'withhold' } : null;
}

function signalOf(
  status: Status | null,
  correction: XmlElement | null,
  docdata: XmlElement | null,
): Signal | null {
  if (status === 'canceled') return 'kill';
  if (status === 'withheld') return 'withhold';
  if (attributeOf(correction, 'info') !== null || attributeOf(correction, 'id-string') !== null)
    return 'correction';
  return Number(versionIn(docdata)) > 1 ? 'update' : null;
}

/** The version of the dynamic use key, which counts the sendings of one story. */
export function versionIn(docdata: XmlElement | null): string | null {
  const key = childOf(docdata, 'du-key');
  return attributeOf(key, 'version') ?? attributeOf(key, 'generation');
}

/**
 * The dynamic use key as an id of the story: newer copy under the same key takes the place of older
 * copy. Only where it is versioned and tells stories apart: some wires put a mere label there.
 */
function dynamicKey(docdata: XmlElement | null): string | null {
  const key = attributeOf(childOf(docdata, 'du-key'), 'key');
  if (key === null || versionIn(docdata) === null) return null;
  const words = key.match(/\p{L}{4,}/gu)?.length ?? 0;
  const digits = key.match(/\d/g)?.length ?? 0;
  return words >= 2 || digits >= 4 ? `du-key:${key}` : null;
}

/**
 * `date.release` holds copy whose status says so. A later release than issue holds copy of any other
 * status too, but one that cannot be read only where nothing says that the copy is usable.
 */
function embargoIn(
  docdata: XmlElement | null,
  status: Status | null,
): { readonly embargo: Embargo | null; readonly problems: readonly Problem[] } {
  const written = attributeOf(childOf(docdata, 'date.release'), 'norm');
  const until = readReleaseTime(written);
  if (status === 'embargoed') return { embargo: { until }, problems: [] };
  if (written === null) return { embargo: null, problems: [] };
  if (until === null) {
    const sentence = `The release date "${written.slice(0, 60)}" cannot be read.`;
    const embargo = status === null ? { until } : null;
    return { embargo, problems: [problem('date', sentence)] };
  }
  const issued = readReleaseTime(attributeOf(childOf(docdata, 'date.issue'), 'norm'));
  const isLater = issued !== null && Date.parse(until) > Date.parse(issued);
  return { embargo: isLater ? { until } : null, problems: [] };
}

function unknownStatus(docdata: XmlElement | null, status: Status | null): Problem[] {
  if (status !== 'unknown') return [];
  const written = attributeOf(docdata, 'management-status') ?? '';
  return [problem('status', `The management status "${written.slice(0, 60)}" is not known: held.`)];
}
