/** `doctor`: one line for each thing that must be right, with how to mend what is not. */
import { sentenceOf } from '../errors.ts';
import type { Config } from '../config.ts';
import type { Store } from '../stores/store.ts';
import { standingLines, standings } from '../gathering/wire-health.ts';
import type { Assembly, CliCommand } from './assembly.ts';

type Finding = { readonly what: string; readonly ok: boolean; readonly line: string };

export const doctorCommand: CliCommand = {
  name: 'doctor',
  usage: 'doctor',
  description: 'Check configuration, store, wires, chats and model; say how to mend what is wrong',
  options: { json: { type: 'boolean', description: 'print JSON' } },
  async run(assembly, _words, options) {
    const findings: Finding[] = [];
    const config = await find(findings, 'configuration', async () => {
      const found = await assembly.config();
      const { wires, topics, channels } = found;
      const counts = [counted(wires, 'wire'), counted(topics, 'topic')];
      return [found, [...counts, counted(channels, 'channel')].join(', ')];
    });
    const store = await find(findings, 'store', async () => {
      const opened = await assembly.openStore();
      return [opened, await opened.check()];
    });
    if (config && store) findings.push(...(await checkWires(assembly, config, store)));
    if (config && store) findings.push(...(await checkChats(assembly, config, store)));
    await find(findings, 'model', async () => [true, await assembly.checkModel()]);
    await store?.close();
    if (options['json']) assembly.write(JSON.stringify({ findings }, null, 2));
    else assembly.write(findings.map(describe).join('\n'));
    return findings.every((finding) => finding.ok) ? 0 : 1;
  },
};

function counted({ length }: readonly unknown[], noun: string): string {
  return `${length} ${noun}${length === 1 ? '' : 's'}`;
}

async function find<T>(
  findings: Finding[],
  what: string,
  work: () => [T, string] | Promise<[T, string]>,
): Promise<T | null> {
  try {
    const [value, line] = await work();
    findings.push({ what, ok: true, line });
    return value;
  } catch (error) {
    findings.push({ what, ok: false, line: sentenceOf(error) });
    return null;
  }
}

async function checkWires(assembly: Assembly, config: Config, store: Store): Promise<Finding[]> {
  const at = new Date(assembly.now()).toISOString();
  const pushed = new Set(config.wires.filter(({ push }) => push).map(({ name }) => name));
  return (await standings(store, config, assembly.now())).flatMap((standing): Finding[] => {
    const { name, bookmark } = standing;
    if (pushed.has(name) && assembly.environment.pushToken === null) {
      const line = `${name}: nothing can be pushed: set WIREBRIEF_PUSH_TOKEN`;
      return [{ what: 'wire', ok: false, line }];
    }
    const [first = name, ...problems] = standingLines(standing, at);
    return [
      { what: 'wire', ok: bookmark === null || bookmark.error === null, line: first },
      // bad copy is the sender's mistake: told, and no reason for doctor to fail
      ...problems.map((line) => ({ what: 'wire', ok: true, line })),
    ];
  });
}

/** Connects to each platform that has a token, as the bot would, and leaves again. */
async function checkChats(assembly: Assembly, config: Config, store: Store): Promise<Finding[]> {
  const findings: Finding[] = [];
  const deaf = {
    request: () => Promise.reject(new Error('doctor answers nobody')),
    press: () => Promise.reject(new Error('doctor answers nobody')),
    suggestTopics: () => [],
  };
  for (const chat of await assembly.remoteChats(config, store)) {
    try {
      await chat.connect(deaf);
      findings.push({ what: chat.platform, ok: true, line: chat.status() });
    } catch (error) {
      findings.push({ what: chat.platform, ok: false, line: sentenceOf(error) });
    } finally {
      await chat.disconnect();
    }
  }
  const { slack, discord } = assembly.environment;
  if (!slack) findings.push({ what: 'slack', ok: true, line: 'off: SLACK_BOT_TOKEN is not set' });
  if (!discord) findings.push({ what: 'discord', ok: true, line: 'off: DISCORD_TOKEN is not set' });
  return findings;
}

function describe({ what, ok, line }: Finding): string {
  return `${ok ? 'ok  ' : 'FAIL'}  ${what.padEnd(14)} ${line}`;
}
