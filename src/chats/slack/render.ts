/**
 * Layout to Block Kit, pure. Text from outside stands only in rich_text and plain_text elements,
 * which Slack shows letter for letter: no mention, emoji, link or style of a story takes effect.
 */
import type { RichTextBlock } from '@slack/types';
import { deliveryId } from '../../news/delivery-id.ts';
import type { Block, Button, Layout, LayoutItem, Part, Position, Run } from '../../news/layout.ts';
import { measuredOnce, packItems } from '../pack.ts';
import { harmless } from './escape.ts';
import {
  ADDRESS_MAX,
  BUTTON_LABEL_MAX,
  BUTTON_VALUE_MAX,
  HEADER_TEXT_MAX,
  MESSAGE_BUDGET,
  NOTIFICATION_MAX,
  PLAIN_TEXT_MAX,
  ROW_BUTTONS_MAX,
  sizeOfBlocks,
  type ContextBlock,
  type PlainText,
  type SlackBlock,
  type SlackButton,
} from './limits.ts';

/** Event type of the metadata by which a message is found again (PLATFORMS: message metadata). */
export const DELIVERY_EVENT = 'wirebrief_delivery';
/** Every `action_id` of ours begins with this, then the action and the button's place. */
export const ACTION_PREFIX = 'wirebrief';
/** Items that a notification names. */
const HEADLINES_MAX = 3;

/** What is posted, as `chat.postMessage` takes it, without channel and thread. */
export type SlackPayload = {
  readonly text: string;
  readonly blocks: SlackBlock[];
  readonly metadata: {
    readonly event_type: typeof DELIVERY_EVENT;
    readonly event_payload: { readonly delivery_id: string };
  };
  readonly unfurl_links: false;
  readonly unfurl_media: false;
};

/**
 * Renders a layout to messages within Slack's limits, the first for the channel, the others for its
 * thread. The same layout and batch give the same bytes, and so does the layout of one part with
 * the position it had.
 */
export function renderSlack(layout: Layout, batch: string, position?: Position): readonly Part[] {
  const items = layout.items.some((item) => blocksOfItem(item).length > 0)
    ? layout.items
    : [titleItem(layout)];
  const messages = packItems(items, measureItem, MESSAGE_BUDGET);
  const first = position?.index ?? 0;
  const total = position?.total ?? messages.length;
  return messages.map((message, offset) => {
    const part: Layout = { title: layout.title, items: message };
    const index = first + offset;
    return {
      payload: payloadOf(part, deliveryId(batch, index), { index, total }),
      events: eventsOf(message),
      place: index === 0 ? 'lead' : 'thread',
      layout: part,
    };
  });
}

const measureItem = measuredOnce((item) => sizeOfBlocks(blocksOfItem(item)));

function payloadOf(layout: Layout, delivery: string, { index, total }: Position): SlackPayload {
  const label = total === 1 ? '' : `(${index + 1}/${total})`;
  return {
    text: notification(index === 0 ? layout : { ...layout, title: `${label} ${layout.title}` }),
    blocks: labelled(blocksOfMessage(layout.items), label, index),
    metadata: { event_type: DELIVERY_EVENT, event_payload: { delivery_id: delivery } },
    unfurl_links: false,
    unfurl_media: false,
  };
}

function titleItem(layout: Layout): LayoutItem {
  const text = layout.title.trim() === '' ? 'Wirebrief' : layout.title;
  return { event: null, blocks: [{ kind: 'text', runs: [{ text }] }] };
}

function eventsOf(items: readonly LayoutItem[]): Part['events'] {
  const events = items.flatMap(({ event }) => (event === null ? [] : [event]));
  return [...new Map(events.map((event) => [`${event.id} ${event.version}`, event])).values()];
}

/** The item with a line above it when it tells of an event; without the line at the top. */
function blocksOfMessage(items: readonly LayoutItem[]): SlackBlock[] {
  const blocks = items.flatMap(blocksOfItem);
  return blocks[0]?.type === 'divider' ? blocks.slice(1) : blocks;
}

function labelled(blocks: SlackBlock[], label: string, index: number): SlackBlock[] {
  if (label === '') return blocks;
  return index === 0
    ? [...blocks, context(`${label} continues in the thread`)]
    : [context(label), ...blocks];
}

/**
 * The notification text names the first items of this message only: an edit that takes an item out
 * of the message takes its headline out of the notification.
 */
function notification({ title, items }: Layout): string {
  const headlines = items.flatMap(({ headline }) => headline ?? []).slice(0, HEADLINES_MAX);
  const whole = [title, ...headlines].join(' · ').toWellFormed().replace(/\s+/g, ' ').trim();
  return harmless(cutAt(whole === '' ? 'Wirebrief' : whole, NOTIFICATION_MAX));
}

function cutAt(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

type RichElement = RichTextBlock['elements'][number];
type RichSection = Extract<RichElement, { type: 'rich_text_section' }>;
type RichRun = RichSection['elements'][number];

/** Texts and facts that follow one another share a block; a line stands above an event's item. */
function blocksOfItem(item: LayoutItem): SlackBlock[] {
  const blocks: SlackBlock[] = [];
  let open: RichElement[] | null = null;
  for (const block of item.blocks) {
    const rich = richOf(block);
    if (rich === null) {
      blocks.push(...plainBlocks(block));
      open = null;
    } else if (open !== null) {
      open.push(...rich);
    } else if (rich.length > 0) {
      open = [...rich];
      blocks.push({ type: 'rich_text', elements: open });
    }
  }
  const hasLine = item.event !== null && blocks.length > 0 && blocks[0]?.type !== 'divider';
  return hasLine ? [{ type: 'divider' }, ...blocks] : blocks;
}

/** Rich text for blocks that are written so, null for the others. */
function richOf(block: Block): RichElement[] | null {
  switch (block.kind) {
    case 'text':
      return section(block.runs.flatMap(richRun));
    case 'facts':
      return factsOf(block.label, block.lines);
    case 'heading':
      return block.text.length > HEADER_TEXT_MAX
        ? section(richRun({ text: block.text, style: 'bold' }))
        : null;
    case 'note':
      return isPlain(block.runs) ? null : section(block.runs.flatMap(richRun));
    default:
      return null;
  }
}

function factsOf(label: string, lines: readonly (readonly Run[])[]): RichElement[] {
  const heading = richRun({ text: label, style: 'bold' });
  const entries = lines
    .map((line) => line.flatMap(richRun))
    .filter((elements) => elements.length > 0);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && heading.length > 0) {
    return section([...heading, { type: 'text', text: '  ' }, ...only]);
  }
  if (entries.length === 0) return section(heading);
  const bullets = entries.flatMap((elements) => section(elements));
  return [...section(heading), { type: 'rich_text_list', style: 'bullet', elements: bullets }];
}

function section(elements: RichRun[]): RichSection[] {
  return elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }];
}

function richRun(run: Run): RichRun[] {
  const text = run.text.toWellFormed();
  if (text === '') return [];
  const style = run.style === undefined ? {} : { style: { [run.style]: true } };
  const url = addressOf(run.href);
  return url === null
    ? [{ type: 'text', text, ...style }]
    : [{ type: 'link', url, text, ...style }];
}

/** An address that may be followed: http or https, no name and password in it; null otherwise. */
function addressOf(href: string | undefined): string | null {
  if (href === undefined || href.length > ADDRESS_MAX) return null;
  const url = URL.parse(href);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  // where Slack writes a link as text, "|" parts the address from its label
  const written = url.href.replaceAll('|', '%7C');
  return url.username === '' && url.password === '' && written.length <= ADDRESS_MAX
    ? written
    : null;
}

/** Small print is a context block; one with links or a long one is rich text, which holds both. */
function isPlain(runs: readonly Run[]): boolean {
  const text = runs.map((run) => run.text).join('');
  return text.length <= PLAIN_TEXT_MAX && runs.every((run) => addressOf(run.href) === null);
}

const plain = (text: string): PlainText => ({
  type: 'plain_text',
  text: text.toWellFormed(),
  emoji: false,
});

function context(text: string): ContextBlock {
  return { type: 'context', elements: [plain(text)] };
}

function plainBlocks(block: Block): SlackBlock[] {
  switch (block.kind) {
    case 'heading':
      return block.text.trim() === '' ? [] : [{ type: 'header', text: plain(block.text) }];
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons':
      return buttonBlocks(block.buttons);
    case 'note': {
      const text = block.runs.map((run) => run.text).join('');
      return text.trim() === '' ? [] : [context(text)];
    }
    default:
      return [];
  }
}

/** Rows of buttons. What a button cannot hold is said above the row. */
function buttonBlocks(buttons: readonly Button[]): SlackBlock[] {
  const blocks: SlackBlock[] = [];
  const long = buttons.filter((button) => button.label.length > BUTTON_LABEL_MAX);
  const elements = long.flatMap((button) => section(richRun({ text: button.label })));
  if (elements.length > 0) blocks.push({ type: 'rich_text', elements });
  const dead = buttons.filter((button) => button.value.length > BUTTON_VALUE_MAX);
  blocks.push(...dead.map(({ label }) => context(`${cutAt(label, BUTTON_LABEL_MAX)} (too long)`)));
  const live = buttons.filter((button) => button.value.length <= BUTTON_VALUE_MAX);
  for (let from = 0; from < live.length; from += ROW_BUTTONS_MAX) {
    const row = live.slice(from, from + ROW_BUTTONS_MAX).map(slackButton);
    blocks.push({ type: 'actions', elements: row });
  }
  return blocks;
}

function slackButton(button: Button, index: number): SlackButton {
  return {
    type: 'button',
    action_id: `${ACTION_PREFIX}:${button.action}:${index}`,
    text: plain(button.label.trim() === '' ? button.action : cutAt(button.label, BUTTON_LABEL_MAX)),
    value: button.value.toWellFormed(),
  };
}
