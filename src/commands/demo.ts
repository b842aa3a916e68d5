/** `demo`: the whole bot on the bundled sample wires, with no account. */
import { cpSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBot } from '../bot.ts';
import type { Config } from '../config.ts';
import { createNewsroom } from '../newsroom.ts';
import type { Assembly, CliCommand } from './assembly.ts';

const PREVIEW_HOST = '127.0.0.1';

export const demoCommand: CliCommand = {
  name: 'demo',
  usage: 'demo [--once]',
  description: 'Run the whole bot on bundled sample wires: digest here and on a preview page',
  options: { once: { type: 'boolean', description: 'print the digest and exit' } },
  async run(assembly, _words, options) {
    const config = await assembly.config('demo.yaml');
    // The wires move what they read: they are given a copy.
    const folder = mkdtempSync(join(tmpdir(), 'wirebrief-demo-'));
    try {
      cpSync(config.folder, folder, { recursive: true });
      stampFiles(folder, OLD);
      await rehearseDemo(assembly, { ...config, folder }, Boolean(options['once']));
      return 0;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Before any clock of a demo: a wire leaves a file that was only just written, or will be, alone. */
const OLD = new Date('2000-01-01T00:00:00Z');

function stampFiles(folder: string, at: Date): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), at, at);
}

async function rehearseDemo(assembly: Assembly, config: Config, isOnce: boolean): Promise<void> {
  const { log, environment } = assembly;
  const isClockSet = environment.clock !== null || config.clock === undefined;
  const now = isClockSet ? assembly.now : assembly.clockFrom(config.clock ?? '');
  const store = assembly.memoryStore();
  const terminal = await assembly.terminalChat('terminal:demo', isOnce ? null : assembly.input);
  const preview = await assembly.previewChat(config.name);
  const chats = isOnce ? [terminal] : [terminal, preview.chat];
  const wires = await assembly.wires(config, now);
  const analyst = await assembly.analyst(store, config);
  // Everything is read before the bot starts: its own first round would still be at it.
  await createNewsroom({ config, store, wires, analyst, chats: [], now, log }).gather();
  const bot = await startBot({ config, store, wires, analyst, chats, now, log });
  try {
    await bot.newsroom.publishNow(config.channels.map((each) => each.channel));
    if (isOnce) return;
    const serving = await assembly.serve(preview.handler, environment.port, PREVIEW_HOST);
    assembly.write(`\nThe same digest as Slack and Discord would show it: ${serving.address}`);
    assembly.write('Type a command here, such as /brief export-controls. End with Ctrl+C.');
    await assembly.ended;
    await serving.close();
  } finally {
    await bot.stop();
    await store.close();
  }
}
