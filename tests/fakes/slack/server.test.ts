/** The fake as a process of its own: it tells its addresses and is driven over HTTP. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { createSlackChat } from '../../../src/chats/slack/slack.ts';
import { silentLog } from '../../../src/log.ts';
import { FakeReception, sentence } from '../../chats/contract.ts';

type Facts = Record<'apiUrl' | 'controlUrl' | 'botToken' | 'appToken' | 'channel', string>;

let server: ChildProcess | null = null;

afterEach(async () => {
  if (!server) return;
  const gone = once(server, 'exit');
  server.kill();
  await gone;
});

it('serves a chat in another process', async () => {
  const file = fileURLToPath(new URL('./server.ts', import.meta.url));
  server = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!server.stdout) throw new Error('the server has no output');
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
  const facts = JSON.parse(line) as Facts;
  const ask = async (path: string, wish: object = {}): Promise<unknown> => {
    const url = `${facts.controlUrl}${path}`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(wish) });
    return answer.json();
  };
  const chat = createSlackChat({
    ...facts,
    signingSecret: null,
    mount: () => () => undefined,
    managers: 'anyone',
    timeoutMs: 2_000,
    log: silentLog,
  });
  const payload = chat.render(sentence('From afar.'), 'batch')[0]?.payload;
  const posting = { delivery: 'd', channel: facts.channel, payload, lead: null };
  await ask('/fault', { fault: 'error-after' });
  expect((await chat.post(posting)).kind).toBe('unknown');
  expect(await ask('/messages')).toMatchObject([{ shown: 'From afar.', channel: 'C0HOME' }]);
  await chat.connect(new FakeReception());
  expect(await ask('/type', { command: 'ask', text: 'why?' })).toMatchObject({
    shown: 'An answer from the desk.',
  });
  await chat.disconnect();
});
