/** Renders a layout to Discord messages (Components V2): pure, within every limit, nothing lost. */
import type {
  APIButtonComponentWithCustomId,
  APIComponentInContainer,
  APIMessageTopLevelComponent,
} from 'discord.js';
import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import { deliveryId } from '../../news/delivery-id.ts';
import {
  PRESS_ACTIONS,
  type Block,
  type Button,
  type Layout,
  type LayoutItem,
  type Part,
  type Position,
} from '../../news/layout.ts';
import type { Press } from '../../news/request.ts';
import { measuredOnce, packItems } from '../pack.ts';
import { cleanLine, escapeMarkdown, unescapeMarkdown, writeRuns } from './escape.ts';
import {
  COMPONENTS_MAX,
  CUSTOM_ID_MAX,
  LABEL_MAX,
  ROW_BUTTONS_MAX,
  TEXT_MAX,
  THREAD_NAME_MAX,
} from './limits.ts';

/** The body of a message as it is posted, again and again, byte for byte. */
export type DiscordPayload = {
  readonly flags: number;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: readonly never[] };
  /** the delivery id: with `enforce_nonce` Discord takes it once within a few minutes */
  readonly nonce: string;
  readonly enforce_nonce: true;
};

/** What a custom id of ours says: whose delivery, and what a press asks for (null: only a mark). */
type CustomId = { readonly delivery: string; readonly press: Press | null };

const TITLE_MAX = 100;
/** Room that every message keeps for its label (twice escaped title) and for its mark. */
const LABEL_ROOM = 2 * TITLE_MAX + 40;
const FRAME_COMPONENTS = 3;
const BUDGET = [COMPONENTS_MAX - FRAME_COMPONENTS, TEXT_MAX - LABEL_ROOM] as const;

/**
 * Renders a layout to messages.
 * @param batch id of the edition or reply; message N of it is marked with `deliveryId(batch, N)`
 * @param position labels the first message as this one of its batch: the amendment of a posted one
 * @param marked a message without a button gets a dead one that carries its delivery id, so that
 *   history tells it again; answers that only one person sees need none
 */
export function renderLayout(
  layout: Layout,
  batch: string,
  position?: Position,
  marked = true,
): Part[] {
  const messages = packItems(layout.items, measureItem, BUDGET);
  const total = position?.total ?? messages.length;
  return messages.map((items, order) => {
    const index = (position?.index ?? 0) + order;
    const delivery = deliveryId(batch, index);
    const payload: DiscordPayload = {
      flags: MessageFlags.IsComponentsV2,
      components: writeMessage(layout, items, { delivery, position: { index, total }, marked }),
      allowed_mentions: { parse: [] },
      nonce: delivery,
      enforce_nonce: true,
    };
    const place = index === 0 ? 'lead' : 'thread';
    return { payload, events: eventsOf(items), place, layout: { title: layout.title, items } };
  });
}

function eventsOf(items: readonly LayoutItem[]): Part['events'] {
  const events = items.flatMap(({ event }) => (event === null ? [] : [event]));
  return [...new Map(events.map((event) => [`${event.id} ${event.version}`, event])).values()];
}

type Frame = {
  readonly delivery: string;
  readonly position: Position;
  readonly marked: boolean;
};

function writeMessage(
  layout: Layout,
  items: readonly LayoutItem[],
  { delivery, position, marked }: Frame,
): APIMessageTopLevelComponent[] {
  const ids = customIds(delivery);
  const body = items.flatMap((item) => writeItem(item, ids));
  const title = escapeMarkdown(cut(cleanLine(layout.title) || 'Wirebrief', TITLE_MAX));
  const count = `(${position.index + 1}/${position.total})`;
  const written: APIMessageTopLevelComponent[] = [];
  if (position.index > 0) written.push(text(`**${title}** ${count}`));
  written.push(...body);
  if (body.length === 0) written.push(text(title));
  if (position.index === 0 && position.total > 1) written.push(text(`-# ${count} goes on below`));
  if (marked && !ids.used()) written.push(mark(delivery));
  return written;
}

const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });

/** The name of the thread under a digest: the title that its later messages carry. */
export function threadName(payload: unknown): string {
  const { components = [] } = payload as Partial<DiscordPayload>;
  const [first] = components;
  const label = first?.type === ComponentType.TextDisplay ? first.content : '';
  const end = label.lastIndexOf('** (');
  const title = label.startsWith('**') && end > 2 ? unescapeMarkdown(label.slice(2, end)) : '';
  return cut(title.trim() || 'Wirebrief', THREAD_NAME_MAX);
}

const measureItem = measuredOnce((item) => {
  const written = writeItem(item, customIds('x'.repeat(20)));
  return [countComponents(written), countText(written)];
});

type Written = {
  readonly components?: readonly unknown[];
  readonly accessory?: unknown;
  readonly content?: string;
};

function countComponents(list: readonly unknown[]): number {
  return (list as readonly Written[]).reduce(
    (sum, each) =>
      sum + 1 + (each.accessory ? 1 : 0) + (each.components ? countComponents(each.components) : 0),
    0,
  );
}

function countText(list: readonly unknown[]): number {
  return (list as readonly Written[]).reduce(
    (sum, each) =>
      sum + (each.content?.length ?? 0) + (each.components ? countText(each.components) : 0),
    0,
  );
}

type CustomIds = { next(press: Press): string; used(): boolean };

/** Custom ids must differ within a message, so each carries its number. */
function customIds(delivery: string): CustomIds {
  let count = 0;
  return {
    next: ({ action, value }) =>
      cut(`d:${delivery}:${count++}:${action}:${value}`, CUSTOM_ID_MAX, ''),
    used: () => count > 0,
  };
}

const CUSTOM_ID = /^d:([a-z2-7]{1,25}):(\d{1,3}|mark)(?::([a-z]{1,20}):([\s\S]*))?$/;

/** Reads a custom id; null when it is none of ours. */
export function readCustomId(customId: string): CustomId | null {
  const match = CUSTOM_ID.exec(customId);
  if (!match) return null;
  const [, delivery = '', , name, value = ''] = match;
  const action = PRESS_ACTIONS.find((each) => each === name);
  return { delivery, press: action ? { action, value } : null };
}

/** A dead button: the one component that is harmless, shows little and is kept by history. */
export function mark(delivery: string): APIMessageTopLevelComponent {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label: 'Wirebrief',
        custom_id: `d:${delivery}:mark`,
        disabled: true,
      },
    ],
  };
}

function writeItem(item: LayoutItem, ids: CustomIds): APIMessageTopLevelComponent[] {
  const components: APIComponentInContainer[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    const content = lines.join('\n');
    if (content.trim() !== '') components.push(text(content));
    lines = [];
  };
  for (const block of item.blocks) {
    if (block.kind === 'divider') {
      flush();
      components.push({ type: ComponentType.Separator, divider: true, spacing: 1 });
    } else if (block.kind === 'buttons') {
      const content = lines.join('\n');
      const beside = block.buttons.length === 1 && content.trim() !== '';
      if (!beside) flush();
      components.push(...writeButtons(block.buttons, ids, beside ? content : null));
      if (beside) lines = [];
    } else lines.push(...writeBlock(block, item.event === null));
  }
  flush();
  if (components.length === 0) return [];
  return item.event === null ? components : [{ type: ComponentType.Container, components }];
}

function writeBlock(
  block: Exclude<Block, { kind: 'divider' | 'buttons' }>,
  isFrame: boolean,
): string[] {
  switch (block.kind) {
    case 'heading': {
      const heading = escapeMarkdown(cleanLine(block.text));
      return heading === '' ? [] : [`${isFrame ? '##' : '###'} ${heading}`];
    }
    case 'text': {
      const written = writeRuns(block.runs, 'many');
      return written === '' ? [] : [written];
    }
    case 'note': {
      const written = writeRuns(block.runs);
      return written === '' ? [] : [`-# ${written}`];
    }
    case 'facts': {
      const label = escapeMarkdown(cleanLine(block.label));
      const lines = block.lines.map((runs) => writeRuns(runs)).filter((line) => line !== '');
      return [...(label === '' ? [] : [`**${label}**`]), ...lines.map((line) => `- ${line}`)];
    }
  }
}

/** One button stands beside the text that it belongs to, several stand in rows. */
function writeButtons(
  buttons: readonly Button[],
  ids: CustomIds,
  beside: string | null,
): APIComponentInContainer[] {
  const written = buttons.map((button) => writeButton(button, ids));
  const [only] = written;
  if (beside !== null && only)
    return [{ type: ComponentType.Section, components: [text(beside)], accessory: only }];
  const rows: APIComponentInContainer[] = [];
  for (let at = 0; at < written.length; at += ROW_BUTTONS_MAX)
    rows.push({
      type: ComponentType.ActionRow,
      components: written.slice(at, at + ROW_BUTTONS_MAX),
    });
  return rows;
}

function writeButton(button: Button, ids: CustomIds): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: button.action === 'share' ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: cut(cleanLine(button.label) || button.action, LABEL_MAX),
    custom_id: ids.next(button),
  };
}

/** Cuts a text to a length without breaking a character in two. */
function cut(words: string, most: number, sign = '…'): string {
  if (words.length <= most) return words;
  const kept = words.slice(0, most - sign.length);
  return (/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept) + sign;
}
