/** The terminal as a chat: what would be posted is written out, commands are typed as lines. */
import type { Chat, Posting, Reception } from '../chat.ts';
import { readCommand } from '../commands.ts';
import { renderTerminal } from './render.ts';

export type TerminalSettings = {
  /** writes one block of text */
  readonly write: (text: string) => void;
  /** where commands are typed; null for a terminal that only listens */
  readonly input: NodeJS.ReadableStream | null;
  /** name of the channel that the typed commands belong to, `terminal:demo` */
  readonly channel: string;
};

type Message = { readonly text: string };

export function createTerminalChat(settings: TerminalSettings): Chat {
  let close = (): void => {};
  const show = (posting: Posting): void => {
    settings.write(`\n${(posting.payload as Message).text}\n`);
  };
  return {
    platform: 'terminal',
    render: (layout) => renderTerminal(layout),
    connect(reception) {
      if (settings.input) close = listen(settings, settings.input, reception);
      return Promise.resolve();
    },
    post(posting) {
      show(posting);
      return Promise.resolve({ kind: 'sent', messageId: posting.delivery });
    },
    edit(posting, messageId) {
      settings.write(`\n(changed: ${messageId})`);
      show(posting);
      return Promise.resolve({ kind: 'sent', messageId });
    },
    // What was written to a terminal is gone: nobody can look for it.
    find: () => Promise.resolve({ kind: 'absent' }),
    status: () => 'writing to this terminal',
    disconnect() {
      close();
      return Promise.resolve();
    },
  };
}

/** Answers lines such as "/brief export-controls"; gives the function that stops it. */
function listen(
  settings: TerminalSettings,
  input: NodeJS.ReadableStream,
  reception: Reception,
): () => void {
  // commands that end at once type nothing: Node's reader of lines is loaded for those that stay
  const lines = process.getBuiltinModule('node:readline').createInterface({ input });
  const asker = { channel: settings.channel, person: 'you', mayManage: true, thread: null };
  lines.on('line', (line) => {
    const [name = '', ...rest] = line.trim().split(/\s+/);
    if (name === '') return;
    const command = readCommand(name, rest.join(' '));
    void reception.request(command, asker).then((reply) => {
      const [part] = renderTerminal(reply.layout);
      settings.write(`\n${(part?.payload as Message).text}\n`);
    });
  });
  return () => lines.close();
}
