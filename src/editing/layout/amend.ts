/** What is said of messages that were posted: items exchanged, notes under them, notices to a person. */
import type { Block, Layout, LayoutItem, Run } from '../../news/layout.ts';
import type { MarkedFact } from '../../news/verdict.ts';
import { restsOnHidden } from '../facts.ts';
import { withdrawalItem } from './digest.ts';

/**
 * The layout with each item of a changed event exchanged for its replacement, where the first of
 * them stood; whatever else of that event stood in the message goes.
 */
export function replaceItems(
  layout: Layout,
  replacements: ReadonlyMap<string, LayoutItem>,
): Layout {
  const done = new Set<string>();
  const items = layout.items.flatMap((item) => {
    const replacement = item.event === null ? undefined : replacements.get(item.event.id);
    if (item.event === null || replacement === undefined) return [item];
    if (done.has(item.event.id)) return [];
    done.add(item.event.id);
    return [replacement];
  });
  return { title: layout.title, items };
}

/** Changes told one by one in a note; the rest is counted. */
const LINES_MAX = 4;

/** `death toll 9 to 11; next: ...`: the changes in one line. */
export function changesText(changes: readonly string[]): string {
  const shown = changes.slice(0, LINES_MAX);
  const more = changes.length - shown.length;
  return shown.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

type EventReference = { readonly id: string; readonly version: number };

/**
 * What stands in the place of single sentences of an event: those that are still in live copy and
 * that no editor has taken out; null when all of them are.
 * @param texts of the live takes of the event, by id
 */
export function standingSentences(
  items: readonly LayoutItem[],
  texts: ReadonlyMap<string, string>,
  { id, version, hidden = [] }: EventReference & { readonly hidden?: readonly MarkedFact[] },
): LayoutItem | null {
  const standing = items.filter(({ sentence }) => {
    const text = sentence && texts.get(sentence.take);
    const isThere = text?.slice(sentence?.start, sentence?.end) === sentence?.quote;
    return sentence && text !== undefined && isThere && !restsOnHidden([sentence], hidden);
  });
  if (standing.length === items.length) return null;
  const event = { id, version };
  if (standing.length > 0) return { event, blocks: standing.flatMap(({ blocks }) => blocks) };
  const text = 'Changed. The wire does not state this any more.';
  return { event, blocks: [{ kind: 'text', runs: [{ text, style: 'italic' }] }] };
}

/** An item as it stands, named so that a reader of a thread knows which of a digest is meant. */
export type Noted = {
  readonly event: EventReference;
  readonly title: string;
  readonly href: string | null;
};

/** A note under a message: "v3: death toll 9 to 11", further changes as lines, and of what. */
export function updateNote(noted: Noted, sign: string, changes: readonly string[]): Layout {
  const [first = 'changed', ...others] = changes;
  const blocks: Block[] = [
    { kind: 'text', runs: [{ text: `${sign}: `, style: 'bold' }, { text: first }] },
  ];
  const lines = others.slice(0, LINES_MAX - 1).map((text): Run[] => [{ text }]);
  const more = others.length - lines.length;
  if (more > 0) lines.push([{ text: `and ${more} more` }]);
  if (lines.length > 0) blocks.push({ kind: 'facts', label: '', lines });
  const { title, href } = noted;
  blocks.push({ kind: 'note', runs: [href === null ? { text: title } : { text: title, href }] });
  const headline = `${sign}: ${first}`;
  return { title: 'Follow-up', items: [{ event: noted.event, headline, blocks }] };
}

/** A note that an item was withdrawn which the platform does not let us edit any more. */
export function withdrawalNote(isHeld: boolean): Layout {
  return withdrawn(isHeld, 'It was shown in a message above that can no longer be edited.');
}

/** A note that the message which showed an item was taken away, for it could not be changed. */
export function removalNote(isHeld: boolean): Layout {
  return withdrawn(
    isHeld,
    'The message that showed it could not be changed and was removed. Ask with /brief for what else it told.',
  );
}

function withdrawn(isHeld: boolean, where: string): Layout {
  const { blocks } = withdrawalItem(null, isHeld);
  const note: Block = { kind: 'note', runs: [{ text: where }] };
  const title = isHeld ? 'An item is held back' : 'An item was withdrawn';
  return { title, items: [{ event: null, blocks: [...blocks, note] }] };
}

/**
 * A notice to one person about what only they were shown.
 * @param shownAt the times of it, as a reader reads them
 */
export function privateNotice(shownAt: readonly string[], isHeld: boolean): Layout {
  const what = isHeld
    ? 'rests on a story that its wire asks not to use for now.'
    : 'rests on a story that its wire has withdrawn. Please do not use it.';
  const title = isHeld ? 'Held back' : 'Withdrawn';
  const runs: Run[] = [
    { text: `${title}. `, style: 'bold' },
    { text: `What Wirebrief showed you in private on ${shownAt.join(' and ')} ${what}` },
  ];
  return {
    title: `${title}: an answer you were given`,
    items: [{ event: null, blocks: [{ kind: 'text', runs }] }],
  };
}
