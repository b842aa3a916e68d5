/**
 * What Slack allows in one message, what Wirebrief allows itself, and how a message is measured.
 * Limits: docs.slack.dev/reference/block-kit; the cumulative cap is not documented (bolt-js#2867).
 */
import type { RichTextBlock } from '@slack/types';
import type { Size } from '../pack.ts';

/** Longest text of a header block. */
export const HEADER_TEXT_MAX = 150;
/** Longest text of a plain_text object in a context block. */
export const PLAIN_TEXT_MAX = 2_000;
/** Buttons in one actions block (Slack allows 25; five make one row on a screen). */
export const ROW_BUTTONS_MAX = 5;
export const BUTTON_LABEL_MAX = 75;
export const BUTTON_VALUE_MAX = 2_000;
export const ADDRESS_MAX = 3_000;
/**
 * Longest sentence in one call of a stream: `markdown_text` takes 12,000 characters, and an escape is
 * at most six (docs.slack.dev/reference/methods/chat.appendStream).
 */
export const SENTENCE_MAX = 2_000;
/** Longest notification text; Slack cuts at 40,000, a notification shows far less. */
export const NOTIFICATION_MAX = 300;

/** What a renderer may write: only kinds whose text Slack never reads as markup. */
export type SlackBlock = RichTextBlock | HeaderBlock | ContextBlock | ActionsBlock | DividerBlock;
export type PlainText = {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
};
type HeaderBlock = { readonly type: 'header'; readonly text: PlainText };
export type ContextBlock = { readonly type: 'context'; readonly elements: PlainText[] };
type DividerBlock = { readonly type: 'divider' };
export type SlackButton = {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value: string;
};
type ActionsBlock = { readonly type: 'actions'; readonly elements: SlackButton[] };

/**
 * The most that the items of one message may take: blocks, characters of text, characters of JSON.
 * Slack takes 50 blocks and refuses somewhat under 12,000 characters of text (`msg_blocks_too_long`);
 * 9,000 and 15,000 were always taken. The rest is left for the labels and the notification text.
 */
export const MESSAGE_BUDGET: Size = [45 - 2, 9_000 - NOTIFICATION_MAX - 100, 15_000 - 500];

/** The size of blocks, number for number like `MESSAGE_BUDGET`. */
export function sizeOfBlocks(blocks: readonly SlackBlock[]): Size {
  return [blocks.length, textLength(blocks), JSON.stringify(blocks).length];
}

/** Characters of all the texts in a payload, however deep they stand. */
function textLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let length = 0;
  for (const [key, each] of Object.entries(value)) {
    if (typeof each === 'string') length += key === 'text' ? each.length : 0;
    else length += textLength(each);
  }
  return length;
}
