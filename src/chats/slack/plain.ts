/** A message without its blocks, for when Slack refuses them: plainer, and not lost. */
import type { Outcome } from '../chat.ts';
import { cutToFit } from '../cut.ts';
import { harmless } from './escape.ts';
import type { SlackPayload } from './render.ts';

/**
 * Refusals of the blocks or of how long they are, not of the message
 * (docs.slack.dev/reference/methods/chat.postMessage).
 */
const OF_BLOCKS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_blocks_too_many',
  'msg_too_long',
  'block_mismatch',
  'invalid_attachments',
]);
/** Slack cuts a text here, escapes included. */
const TEXT_MAX = 40_000;
/** `chat.update` takes no more (`msg_too_long`), escapes included: so much is taken anywhere. */
export const EDIT_TEXT_MAX = 4_000;

/** Hears why Slack refused the blocks of a message that goes out as plain text. */
export type ToldOfBlocks = (sentence: string) => void;

/**
 * The outcome, or that of `again` when it refuses the blocks only, which `told` then hears of; `again`
 * is given the longest text to send where it was the length that was refused.
 */
export async function orPlainly(
  outcome: Outcome,
  told: ToldOfBlocks,
  again: (most?: number) => Promise<Outcome>,
): Promise<Outcome> {
  if (!isOfBlocks(outcome)) return outcome;
  told(outcome.sentence);
  return again(outcome.code === 'msg_too_long' ? EDIT_TEXT_MAX : undefined);
}

/** Does Slack refuse the blocks of a message and not the message? */
export const isOfBlocks = (outcome: Outcome): outcome is Extract<Outcome, { kind: 'refused' }> =>
  outcome.kind === 'refused' && OF_BLOCKS.has(outcome.code);

/**
 * The same message with all that its blocks say as text, without buttons.
 * @param most longest text as it is sent; what goes beyond is cut with a word of it
 */
export function withoutBlocks(
  { blocks, ...payload }: SlackPayload,
  most: number = TEXT_MAX,
): Omit<SlackPayload, 'blocks'> {
  const lines = blocks.filter(({ type }) => type !== 'actions').flatMap(linesOf);
  const text = lines.join('\n').trim();
  return { ...payload, text: text === '' ? payload.text : cutToFit(text, most, harmless) };
}

type Node = {
  readonly type?: string;
  readonly text?: string | Node;
  readonly url?: string;
  readonly elements?: readonly Node[];
};

/** The lines of a block: a section is one, each entry of a list is one. */
function linesOf(node: Node): string[] {
  if (node.type === 'divider') return [''];
  const parts = node.elements ?? [];
  if (node.type === 'rich_text') return parts.flatMap(linesOf);
  if (node.type === 'rich_text_list') return parts.map((each) => `• ${wordsOf(each)}`);
  return [wordsOf(node)];
}

function wordsOf({ text, url, elements = [] }: Node): string {
  const own = typeof text === 'object' ? wordsOf(text) : (text ?? '');
  const linked = url === undefined || url === own ? own : `${own} (${url})`;
  return linked + elements.map(wordsOf).join('');
}
