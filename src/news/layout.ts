/**
 * A layout: anything Wirebrief says, as plain data without a word of any platform's markup. Each
 * chat turns a layout into its own payloads by one pure function.
 */
import type { Evidence } from './card.ts';

/** A stretch of text. All of it is text from outside until a renderer has made it harmless. */
export type Run = {
  readonly text: string;
  readonly style?: 'bold' | 'italic' | 'code';
  /** an http(s) address; anything else is shown as text */
  readonly href?: string;
};

export type Button = {
  readonly label: string;
  /** what a press asks for; see Press */
  readonly action: PressAction;
  readonly value: string;
};
export const PRESS_ACTIONS = [
  'share',
  'card',
  'brief',
  // what a reader says is wrong with an item, and which part of it
  'wrongfact',
  'wrongmerge',
  'irrelevant',
  'fact',
  'apart',
  'merge',
  // what an editor says of that
  'confirm',
  'reject',
] as const;
export type PressAction = (typeof PRESS_ACTIONS)[number];

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly runs: readonly Run[] }
  /** a labelled list: "Who" with one line a person */
  | { readonly kind: 'facts'; readonly label: string; readonly lines: readonly (readonly Run[])[] }
  /** small print: sources, footers, why something is missing */
  | { readonly kind: 'note'; readonly runs: readonly Run[] }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

/** Blocks that belong together: a renderer moves an item whole to the next message. */
export type LayoutItem = {
  /** the event it shows, so that a kill finds the message; null for frames such as footers */
  readonly event: { readonly id: string; readonly version: number } | null;
  /** what a notification calls it; it goes with the item, so that no notification outlives a kill */
  readonly headline?: string;
  /** set where it tells one sentence of the event, such as a next step, and shows no card of it */
  readonly sentence?: Evidence;
  readonly blocks: readonly Block[];
};

export type Layout = {
  /** names the whole and stands on each of its messages, so it never quotes a story */
  readonly title: string;
  readonly items: readonly LayoutItem[];
};

/** One message, ready to be posted: `payload` is frozen and posted as it is, however often. */
export type Part = {
  readonly payload: unknown;
  /** events shown in this message */
  readonly events: readonly { readonly id: string; readonly version: number }[];
  /** `lead` stands in the channel, `thread` under the lead */
  readonly place: 'lead' | 'thread';
  /** what of the layout stands in this message: an amendment exchanges items of it */
  readonly layout: Layout;
};

/** Which message of how many: `{ index: 1, total: 3 }` is labelled "(2/3)". */
export type Position = { readonly index: number; readonly total: number };

/** A layout of one sentence. */
export function sentenceLayout(text: string): Layout {
  return { title: text, items: [{ event: null, blocks: [{ kind: 'text', runs: [{ text }] }] }] };
}
