/** What a NewsML-G2 item does to its story: publishing status, signals and embargo. */
import { problem, type Problem } from '../../../news/problem.ts';
import type { Embargo, Signal } from '../../../news/take.ts';
import { attributeOf, childOf, childrenOf, lineIn } from '../xml/look.ts';
import { readReleaseTime } from '../xml/times.ts';
import type { XmlElement } from '../xml/tree.ts';
import { strongestOf } from '../strongest.ts';
import { codeOf, type Catalog, type Code } from './codes.ts';

export type Life = {
  readonly signal: Signal | null;
  readonly usable: boolean;
  readonly embargo: Embargo | null;
  readonly problems: readonly Problem[];
};

/** Signals by what they say, in whatever scheme: sig:correction, sttinstruct:remove. */
const SIGNALS: ReadonlyMap<string, Signal> = new Map(Object.entries({
  kill: 'kill', killed: 'kill', remove: 'kill', delete: 'kill', withdraw: 'kill', retract: 'kill', retraction: 'kill', cancel: 'kill', canceled: 'kill', cancelled: 'kill',
  withhold: 'withhold', withheld: 'withhold', hold: 'withhold',
  correction: 'correction', corrective: 'correction', corrected: 'correction', correct: 'correction', rectification: 'correction', refile: 'correction',
  writethru: 'writethru', 'write-thru': 'writethru',
  update: 'update', repeat: 'update', replace: 'update', rewrite: 'update',
  add: 'add', addition: 'add', advisory: 'advisory', new: 'new',
} satisfies Record<string, Signal>)); // prettier-ignore

/** One agency's editorial status by letter, in the scheme "edStat". */
const STATUS_LETTERS: ReadonlyMap<string, Signal> = new Map([
  ['d', 'kill'],
  ['c', 'correction'],
  ['u', 'update'],
  ['n', 'new'],
]);

/** Reads the life-cycle marks of `itemMeta`. The embargo is independent of the status. */
export function lifeOf(itemMeta: XmlElement | null, catalog: Catalog): Life {
  const element = childOf(itemMeta, 'pubstatus');
  const written = codeOf(element, catalog)?.code ?? lineIn(element);
  const status = statusOf(written?.toLowerCase() ?? 'usable');
  const itemClass = childOf(itemMeta, 'itemclass');
  const signals = childrenOf(itemMeta, 'signal').map((each) =>
    signalOf(codeOf(each, catalog) ?? { scheme: null, code: lineIn(each) ?? '' }),
  );
  const message: Signal | null =
    attributeOf(itemClass, 'msgtype')?.toUpperCase() === 'D' ? 'kill' : null;
  const found = [status.signal, message, ...signals];
  const signal = strongestOf(found);
  const problems =
    status.known || written === null
      ? []
      : [problem('status', `The publishing status "${written.slice(0, 60)}" is not known: held.`)];
  return {
    signal,
    usable: status.usable && signal !== 'kill' && signal !== 'withhold',
    embargo: embargoOf(itemMeta) ?? (status.embargoed ? { until: null } : null),
    problems,
  };
}

type Status = {
  readonly signal: Signal | null;
  readonly usable: boolean;
  readonly embargoed: boolean;
  readonly known: boolean;
};

function statusOf(code: string): Status {
  const plain = { signal: null, usable: true, embargoed: false, known: true };
  if (/^(?:usable|published|live|released)$/.test(code)) return plain;
  if (/^embargo(?:ed)?$/.test(code)) return { ...plain, embargoed: true };
  if (/^(?:cancell?ed|kill(?:ed)?|deleted|withdrawn|retracted|removed)$/.test(code))
    return { ...plain, signal: 'kill', usable: false };
  if (/^(?:withh[eo]ld|held|hold|suspended)$/.test(code))
    return { ...plain, signal: 'withhold', usable: false };
  // what a wire does not call usable in a word that is known is not shown
  return { ...plain, usable: false, known: false };
}

function signalOf({ scheme, code }: Code): Signal | null {
  const word = code.toLowerCase();
  if (scheme?.toLowerCase() === 'edstat') return STATUS_LETTERS.get(word) ?? null;
  if (scheme?.toLowerCase() === 'update') return 'update';
  return SIGNALS.get(word) ?? null;
}

/** An element without a time that can be read means: held until someone says otherwise. */
function embargoOf(itemMeta: XmlElement | null): Embargo | null {
  const element = childOf(itemMeta, 'embargoed');
  return element === null ? null : { until: readReleaseTime(lineIn(element)) };
}
