/** Components V2 as Discord would show them: the components that Wirebrief's renderer makes. */
import { viewMarkdown } from './discord-markdown.ts';
import { html, type Html } from './html.ts';

type Loose = { readonly [key: string]: unknown };

const list = (value: unknown): Loose[] => (Array.isArray(value) ? (value as Loose[]) : []);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Component types of https://discord.com/developers/docs/components/reference#component-object */
const TYPE = { row: 1, button: 2, section: 9, text: 10, separator: 14, container: 17 } as const;

/** The components of one message payload. */
export function viewDiscord(payload: unknown): Html {
  return html`${list((payload as Loose)['components']).map(viewComponent)}`;
}

function viewComponent(component: Loose): Html {
  const inner = list(component['components']);
  switch (component['type']) {
    case TYPE.row:
      return html`<div class="buttons">${inner.map(viewComponent)}</div>`;
    case TYPE.button:
      return viewButton(component);
    case TYPE.section:
      return html`<div class="section">
        <div>${inner.map(viewComponent)}</div>
        ${viewComponent((component['accessory'] as Loose | undefined) ?? {})}
      </div>`;
    case TYPE.text:
      return html`<div class="rich">${viewMarkdown(word(component['content']))}</div>`;
    case TYPE.separator:
      return html`<hr />`;
    case TYPE.container:
      return html`<div class="container">${inner.map(viewComponent)}</div>`;
    default:
      return html`<p class="unknown">[component ${Number(component['type'])}]</p>`;
  }
}

function viewButton(button: Loose): Html {
  // `custom_id` is `d:DELIVERY:PLACE:ACTION:VALUE`
  const [, , , action = '', ...value] = word(button['custom_id']).split(':');
  const data = value.join(':');
  if (action === '') return html``;
  return html`<button type="button" data-action="${action}" data-value="${data}">
    ${word(button['label'])}
  </button>`;
}
