/** Block Kit as Slack would show it: the blocks that Wirebrief's Slack renderer makes. */
import { html, linkTo, type Html } from './html.ts';

type Loose = { readonly [key: string]: unknown };

const list = (value: unknown): Loose[] => (Array.isArray(value) ? (value as Loose[]) : []);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The blocks of one `chat.postMessage` payload. */
export function viewSlack(payload: unknown): Html {
  const blocks = list((payload as Loose)['blocks']);
  return html`${blocks.map(viewBlock)}`;
}

function viewBlock(block: Loose): Html {
  switch (block['type']) {
    case 'header':
      return html`<h3>${word((block['text'] as Loose)['text'])}</h3>`;
    case 'divider':
      return html`<hr />`;
    case 'context':
      return html`<p class="small">
        ${list(block['elements']).map((each) => html`${word(each['text'])} `)}
      </p>`;
    case 'section':
      return html`<p>${word((block['text'] as Loose | undefined)?.['text'])}</p>`;
    case 'rich_text':
      return html`<div class="rich">${list(block['elements']).map(viewRich)}</div>`;
    case 'actions':
      return html`<div class="buttons">${list(block['elements']).map(viewButton)}</div>`;
    default:
      return html`<p class="unknown">[${word(block['type'])} block]</p>`;
  }
}

function viewRich(element: Loose): Html {
  const inner = list(element['elements']);
  switch (element['type']) {
    case 'rich_text_list':
      return html`<ul>
        ${inner.map((each) => html`<li>${list(each['elements']).map(viewRun)}</li>`)}
      </ul>`;
    case 'rich_text_quote':
      return html`<blockquote>${inner.map(viewRun)}</blockquote>`;
    default:
      return html`<p>${inner.map(viewRun)}</p>`;
  }
}

function viewRun(run: Loose): Html {
  const style = (run['style'] as Loose | undefined) ?? {};
  let content = html`${word(run['text']) || word(run['url'])}`;
  if (style['code']) content = html`<code>${content}</code>`;
  if (style['italic']) content = html`<em>${content}</em>`;
  if (style['bold']) content = html`<strong>${content}</strong>`;
  return run['type'] === 'link' ? linkTo(word(run['url']), content) : content;
}

function viewButton(button: Loose): Html {
  // `action_id` is `wirebrief:ACTION:PLACE`
  const action = word(button['action_id']).split(':')[1] ?? '';
  const label = word((button['text'] as Loose | undefined)?.['text']);
  const value = word(button['value']);
  return html`<button type="button" data-action="${action}" data-value="${value}">
    ${label}
  </button>`;
}
