/** A message as words alone, for when Discord refuses how it is laid out: plainer, and not lost. */
import { ComponentType, DiscordAPIError, type APIMessageTopLevelComponent } from 'discord.js';
import { cutToFit } from '../cut.ts';
import { unmasked } from './escape.ts';
import { TEXT_MAX } from './limits.ts';
import { mark, readCustomId } from './render.ts';

/** Hears why Discord refused a layout that goes out as words alone. */
export type ToldOfLayout = (reason: string) => void;

type Body = { readonly components: readonly APIMessageTopLevelComponent[] };

/**
 * Refusals of how something is said, not of who says it where: an invalid form, an empty message, links
 * that the server's filter does not let through, too large a body (Discord: JSON error codes).
 */
const OF_LAYOUT = new Set([50035, 50006, 240000, 40005]);
/** Fields of a message that its layout does not decide; a refusal of these alone stays one. */
const NOT_OF_LAYOUT = new Set(['message_reference', 'nonce', 'enforce_nonce', 'allowed_mentions']);

/**
 * Sends a body; where Discord refuses its layout, once more as words alone. The refusal is sure, so
 * nothing is said twice.
 * @throws what the last try throws
 */
export async function orPlainly<B extends Body, T>(
  body: B,
  told: ToldOfLayout,
  send: (body: B) => Promise<T>,
): Promise<T> {
  try {
    return await send(body);
  } catch (error) {
    if (!isOfLayout(error)) throw error;
    told(error.message);
    return send({ ...body, components: inWords(body.components) });
  }
}

function isOfLayout(error: unknown): error is DiscordAPIError {
  if (!(error instanceof DiscordAPIError) || !OF_LAYOUT.has(Number(error.code))) return false;
  const { errors } = error.rawError as { errors?: unknown };
  const fields = typeof errors === 'object' && errors !== null ? Object.keys(errors) : [];
  return fields.length === 0 || fields.some((field) => !NOT_OF_LAYOUT.has(field));
}

/**
 * All that the components say in one text display: no boxes, no buttons, no addresses. A delivery keeps
 * its mark, so that history tells it again.
 */
export function inWords(
  components: readonly APIMessageTopLevelComponent[],
): APIMessageTopLevelComponent[] {
  const said = components.flatMap(textsIn).join('\n').split('\n').map(unmasked);
  const lines = said.filter((line) => line.trim() !== '');
  const content = cutToFit(lines.join('\n'), TEXT_MAX) || 'Wirebrief';
  const [delivery] = components.flatMap(deliveriesIn);
  const text = { type: ComponentType.TextDisplay as const, content };
  return delivery === undefined ? [text] : [text, mark(delivery)];
}

type Node = {
  readonly content?: string;
  readonly custom_id?: string;
  readonly accessory?: unknown;
  readonly components?: readonly unknown[];
};

const within = (node: Node): unknown[] => [
  ...(node.components ?? []),
  ...(node.accessory === undefined ? [] : [node.accessory]),
];

function textsIn(component: unknown): string[] {
  const node = component as Node;
  const own = node.content === undefined ? [] : [node.content];
  return [...own, ...within(node).flatMap(textsIn)];
}

/** The delivery that the buttons of a component name; those of a private answer are never looked for. */
function deliveriesIn(component: unknown): string[] {
  const node = component as Node;
  const own = node.custom_id === undefined ? null : readCustomId(node.custom_id);
  return [...(own ? [own.delivery] : []), ...within(node).flatMap(deliveriesIn)];
}
