/** What a NewsML 1.x item does to its story: `NewsManagement` with status, instruction and urgency. */
import { problem, type Problem } from '../../../news/problem.ts';
import type { Embargo, Signal } from '../../../news/take.ts';
import { attributeOf, childOf, childrenOf, lineIn } from '../xml/look.ts';
import { readReleaseTime } from '../xml/times.ts';
import { strongestOf } from '../strongest.ts';
import type { XmlElement } from '../xml/tree.ts';

export type Life = {
  readonly signal: Signal | null;
  readonly usable: boolean;
  readonly embargo: Embargo | null;
  readonly problems: readonly Problem[];
};

/** `FormalName` of an element, else its text. */
export function formalName(element: XmlElement | null | undefined): string | null {
  return attributeOf(element, 'formalname') ?? lineIn(element);
}

/** Reads status, the status it will change to, instructions and the revision's kind. */
export function lifeOf(management: XmlElement | null, revision: XmlElement | null): Life {
  const written = statusesOf(management);
  const release = releaseOf(management);
  const statuses = written.map(statusIn);
  const isCanceled = statuses.includes('canceled');
  // an item that is withheld until a stated time is under embargo
  const isHeld = statuses.includes('withheld') && release === null;
  const unknown = written.find((each) => statusIn(each) === 'unknown');
  const orders = childrenOf(management, 'instruction').map((each) => orderIn(formalName(each)));
  const kind = orderIn(formalName(childOf(management, 'newsitemtype')));
  const found = [...orders, kind === 'kill' || kind === 'withhold' ? null : kind];
  const said = strongestOf(found);
  const signal = isCanceled ? 'kill' : isHeld ? 'withhold' : (said ?? updateOf(revision));
  const isEmbargoed = statuses.includes('embargoed') || statuses.includes('withheld');
  return {
    signal,
    usable: unknown === undefined && signal !== 'kill' && signal !== 'withhold',
    embargo: isEmbargoed && signal !== 'withhold' ? { until: release?.until ?? null } : null,
    problems:
      unknown === undefined
        ? []
        : [problem('status', `The status "${unknown.slice(0, 60)}" is not known: held.`)],
  };
}

/** Some agencies put a status of their own beside NewsML's. */
function statusesOf(management: XmlElement | null): string[] {
  return ['status', 'publishingstatus'].flatMap(
    (name) => formalName(childOf(management, name)) ?? [],
  );
}

type Status = 'usable' | 'embargoed' | 'withheld' | 'canceled' | 'unknown';

function statusIn(written: string): Status {
  if (/^usable$/i.test(written)) return 'usable';
  if (/^embargo(?:ed)?$/i.test(written)) return 'embargoed';
  if (/^(?:withheld|withhold|held|hold)$/i.test(written)) return 'withheld';
  return /^(?:cancell?ed|kill(?:ed)?|deleted|withdrawn)$/i.test(written) ? 'canceled' : 'unknown';
}

/** The time from which the item will be usable; null when no such change is announced. */
function releaseOf(management: XmlElement | null): Embargo | null {
  const changes = childrenOf(management, 'statuswillchange');
  const change = changes.find(
    (each) => statusIn(formalName(childOf(each, 'futurestatus')) ?? '') === 'usable',
  );
  if (!change) return null;
  return { until: readReleaseTime(lineIn(childOf(change, 'dateandtime'))) };
}

function orderIn(written: string | null): Signal | null {
  const word = written?.toLowerCase() ?? '';
  if (/^(?:kill|cancel|delete|withdraw|remove|retract)/.test(word)) return 'kill';
  if (/^(?:withhold|hold)/.test(word)) return 'withhold';
  if (/^(?:correct|rectif|berichtig)/.test(word)) return 'correction';
  if (/^write-?thr/.test(word)) return 'writethru';
  if (/^(?:update|replace|rewrite|lead)/.test(word)) return 'update';
  if (/^(?:add|supplement)/.test(word)) return 'add';
  return /^(?:advisory|budget|daybook)/.test(word) ? 'advisory' : null;
}

/** A revision that follows another one is newer copy of the same item. */
function updateOf(revision: XmlElement | null): Signal | null {
  const previous = Number(attributeOf(revision, 'previousrevision') ?? 0);
  return previous > 0 || Number(lineIn(revision)) > 1 ? 'update' : null;
}
