/** The preview page: the same messages as Slack and as Discord would show them, side by side. */
import { viewDiscord } from './discord-view.ts';
import { html, type Html } from './html.ts';
import { SCRIPT } from './script.ts';
import { viewSlack } from './slack-view.ts';
import { STYLE } from './style.ts';

/** One message as it would be posted on both platforms, from their own payloads. */
export type Shown = {
  readonly id: string;
  readonly slack: readonly unknown[];
  readonly discord: readonly unknown[];
  /** true for an answer that only the asker would see */
  readonly private: boolean;
  /** the command it answers; null for what was posted by schedule */
  readonly asked: string | null;
};

type Lane = { readonly title: string; readonly view: (payload: unknown) => Html };

/** Both lanes with every message, newest first. */
export function viewLanes(messages: readonly Shown[]): Html {
  const lane = ({ title, view }: Lane, of: (shown: Shown) => readonly unknown[]): Html =>
    html`<section class="lane" aria-label="${title}">
      <h2>${title}</h2>
      ${messages.map((shown) => of(shown).map((payload, index) => viewMessage(shown, view(payload), index))).flat()}
    </section>`;
  const slack = lane({ title: 'Slack', view: viewSlack }, (shown) => shown.slack);
  const discord = lane({ title: 'Discord', view: viewDiscord }, (shown) => shown.discord);
  return html`${slack}${discord}`;
}

function viewMessage(shown: Shown, content: Html, index: number): Html {
  const classes = ['message', index > 0 ? 'thread' : '', shown.private ? 'private' : ''];
  const note = shown.private ? `only visible to you${shown.asked ? ` · ${shown.asked}` : ''}` : '';
  return html`<article
    class="${classes.filter(Boolean).join(' ')}"
    data-message="${shown.id}"
    tabindex="-1"
  >
    <div class="from">
      <b>Wirebrief</b> <i>APP</i> <span>${index > 0 ? 'in the thread' : note}</span>
    </div>
    ${content}
  </article>`;
}

/**
 * The whole page.
 * @param hints command lines offered as buttons
 * @param nonce of this reply's Content-Security-Policy
 */
export function viewPage(
  name: string,
  messages: readonly Shown[],
  hints: readonly string[],
  nonce: string,
): string {
  const buttons = hints.map(
    (line) => html`<button type="button" data-line="${line}">${line}</button>`,
  );
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${name} · preview</title>
      <link rel="icon" href="data:," />
      <style nonce="${nonce}">
        ${{ html: STYLE }}
      </style>
    </head>
    <body>
      <header>
        <h1>${name}</h1>
        <p>What Slack and Discord would show, from the payloads that would be posted.</p>
      </header>
      <form autocomplete="off">
        <input
          name="line"
          aria-label="Command"
          placeholder="/brief export-controls"
          maxlength="2000"
        />
        <button type="submit">Send</button>
      </form>
      <div class="hints">${buttons}</div>
      <p class="trouble" role="alert"></p>
      <main aria-live="polite">${viewLanes(messages)}</main>
      <script nonce="${nonce}">
        ${{ html: SCRIPT }};
      </script>
    </body>
  </html>`;
  return `<!doctype html>\n${page.html}`;
}
