/** Packs whole items into messages within a platform's budget; splits only what exceeds it alone. */
import type { Block, LayoutItem, Run } from '../news/layout.ts';

/**
 * How much an item takes of a message: one number for each limit of the platform (blocks, text,
 * bytes), in an order of the renderer's own. Sizes add up: two items take the sum of their sizes.
 */
export type Size = readonly number[];

/** Items are immutable and measured once, however many messages show them. */
export function measuredOnce(measure: (item: LayoutItem) => Size): (item: LayoutItem) => Size {
  const sizes = new WeakMap<LayoutItem, Size>();
  return (item) => {
    const known = sizes.get(item);
    if (known) return known;
    const size = measure(item);
    sizes.set(item, size);
    return size;
  };
}

const CONTINUED: Block = { kind: 'note', runs: [{ text: '(continued)' }] };

/**
 * Puts items into messages in order. An item is never divided while it fits a message of its own;
 * one that does not is divided between blocks, then lines, then words, and every later piece says
 * "(continued)" and carries the item's event. Nothing is ever left out.
 * @param measure the size of an item as the renderer would write it
 * @param budget the most that a message may take, number for number like the sizes
 * @returns at least one message
 */
export function packItems(
  items: readonly LayoutItem[],
  measure: (item: LayoutItem) => Size,
  budget: Size,
): LayoutItem[][] {
  const messages: LayoutItem[][] = [[]];
  let used: Size = budget.map(() => 0);
  for (const piece of items.flatMap((item) => divideItem(item, measure, budget))) {
    const size = measure(piece);
    const last = messages.at(-1) ?? [];
    if (last.length > 0 && !fits(sum(used, size), budget)) {
      messages.push([piece]);
      used = size;
    } else {
      last.push(piece);
      used = sum(used, size);
    }
  }
  return messages;
}

const fits = (size: Size, budget: Size): boolean =>
  budget.every((most, index) => (size[index] ?? 0) <= most);

const sum = (first: Size, second: Size): Size =>
  first.map((each, index) => each + (second[index] ?? 0));

function divideItem(
  item: LayoutItem,
  measure: (item: LayoutItem) => Size,
  budget: Size,
): LayoutItem[] {
  if (fits(measure(item), budget)) return [item];
  const { event } = item;
  const isSmall = (blocks: readonly Block[]): boolean =>
    fits(measure({ event, blocks: [CONTINUED, ...blocks] }), budget);
  const pieces: Block[][] = [];
  for (const block of item.blocks.flatMap((each) => divideBlock(each, isSmall))) {
    const last = pieces.at(-1);
    if (last && isSmall([...last, block])) last.push(block);
    else pieces.push([block]);
  }
  return pieces.map((blocks, index) => ({
    event,
    blocks: index === 0 ? blocks : [CONTINUED, ...blocks],
  }));
}

/** Divides a block in halves until every piece is small; what cannot be halved stays as it is. */
function divideBlock(block: Block, isSmall: (blocks: readonly Block[]) => boolean): Block[] {
  if (isSmall([block])) return [block];
  return halveBlock(block)?.flatMap((half) => divideBlock(half, isSmall)) ?? [block];
}

const LABEL_MAX = 80;

function labelText(label: string): Block {
  return { kind: 'text', runs: [{ text: label, style: 'bold' }] };
}

type Halves<T> = readonly [T, T] | null;

function halveBlock(block: Block): Halves<Block> {
  switch (block.kind) {
    case 'divider':
      return null;
    case 'heading':
      return mapHalves(halveRuns([{ text: block.text, style: 'bold' }]), (runs) => ({
        kind: 'text',
        runs,
      }));
    case 'buttons':
      return mapHalves(halveList(block.buttons), (buttons) => ({ kind: 'buttons', buttons }));
    case 'facts':
      // a short label stands on every piece, a long one goes before them as text
      return block.label.length > LABEL_MAX
        ? [labelText(block.label), { ...block, label: '' }]
        : mapHalves(halveLines(block.lines), (lines) => ({ ...block, lines }));
    default:
      return mapHalves(halveRuns(block.runs), (runs) => ({ kind: block.kind, runs }));
  }
}

function mapHalves<T, U>(halves: Halves<T>, map: (half: T) => U): Halves<U> {
  return halves && [map(halves[0]), map(halves[1])];
}

function halveList<T>(list: readonly T[]): Halves<readonly T[]> {
  if (list.length < 2) return null;
  const middle = Math.floor(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

function halveLines(lines: readonly (readonly Run[])[]): Halves<readonly (readonly Run[])[]> {
  if (lines.length !== 1) return halveList(lines);
  return mapHalves(halveRuns(lines[0] ?? []), (runs) => [runs]);
}

function halveRuns(runs: readonly Run[]): Halves<readonly Run[]> {
  const [run] = runs;
  if (runs.length !== 1 || run === undefined) return halveList(runs);
  const cut = cutNear(run.text, Math.floor(run.text.length / 2));
  if (cut <= 0 || cut >= run.text.length) return null;
  return [[{ ...run, text: run.text.slice(0, cut) }], [{ ...run, text: run.text.slice(cut) }]];
}

/** How far from the wished place a blank is looked for, and how long a cluster may be. */
const REACH = 400;
const CLUSTER_MAX = 32;
/** marks, joiners and selectors belong to the character before them */
const CLINGS = /^[\p{M}\u200d\ufe0f\udc00-\udfff]/u;

/** A place near `at` where a text may be cut: after a blank, else between two characters. */
function cutNear(text: string, at: number): number {
  const blank = Math.max(text.lastIndexOf(' ', at), text.lastIndexOf('\n', at));
  if (blank > 0 && at - blank < REACH) return blank + 1;
  let cut = at;
  while (cut > 0 && at - cut < CLUSTER_MAX && isInsideCharacter(text, cut)) cut -= 1;
  return cut > 0 ? cut : at;
}

function isInsideCharacter(text: string, at: number): boolean {
  return CLINGS.test(text.slice(at, at + 2)) || text[at - 1] === '\u200d';
}
