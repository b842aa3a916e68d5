/** A message without its blocks, for when Slack refuses them: plainer, and not lost. */
import type { Outcome } from '../chat.ts';
import { harmless } from './escape.ts';
import type { SlackPayload } from './render.ts';

/** Refusals of the blocks, not of the message (docs.slack.dev/reference/methods/chat.postMessage). */
const OF_BLOCKS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'block_mismatch',
]);
/** Slack cuts a text at 40,000 characters; an escaped one is longer than what it shows. */
const TEXT_MAX = 30_000;

/** The outcome, or that of `again` when it refuses the blocks only, which `told` then hears of. */
export async function orPlainly(
  outcome: Outcome,
  told: (sentence: string) => void,
  again: () => Promise<Outcome>,
): Promise<Outcome> {
  if (outcome.kind !== 'refused' || !OF_BLOCKS.has(outcome.code)) return outcome;
  told(outcome.sentence);
  return again();
}

/** The same message with all that its blocks say as text, without buttons. */
export function withoutBlocks({ blocks, ...payload }: SlackPayload): Omit<SlackPayload, 'blocks'> {
  const lines = blocks.filter(({ type }) => type !== 'actions').flatMap(linesOf);
  const text = lines.join('\n').trim().slice(0, TEXT_MAX).toWellFormed();
  return { ...payload, text: text === '' ? payload.text : harmless(text) };
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
