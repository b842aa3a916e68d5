/** The real process, `start`: a feed with its hub, a pushed story, and the inspection of an address. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rss } from '../fakes/feeds/feeds.ts';
import { startHub } from '../fakes/feeds/hub.ts';
import { startFeedServer, type FeedServer } from '../fakes/feeds/server.ts';

const TOPICS = '- { slug: harbours, title: Harbours, words: [harbour] }\n';
const item = (title: string) => ({ id: title, title, text: `${title}, the harbour office said.` });

let folder: string;
let site: FeedServer;
let hub: Awaited<ReturnType<typeof startHub>>;
let bot: ChildProcess | null = null;
let log = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-arrivals-'));
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config', 'topics.yaml'), TOPICS);
  site = await startFeedServer();
  hub = await startHub(3_600);
});
afterEach(async () => {
  bot?.kill('SIGKILL');
  bot = null;
  await Promise.all([site.close(), hub.close()]);
  rmSync(folder, { recursive: true, force: true });
});

function configure(lines: readonly string[]): void {
  writeFileSync(join(folder, 'config', 'wirebrief.yaml'), [...lines, ''].join('\n'));
}

const variables = (more: Record<string, string> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  WIREBRIEF_CONFIG: join(folder, 'config'),
  WIREBRIEF_DATA: join(folder, 'data'),
  ...more,
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('start', () => {
  it('reads a feed, is called by its hub, and takes what is pushed', async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    configure([
      'wires:',
      `  - { name: harbour, url: "${site.address}/feed", every: 1h }`,
      '  - { name: desk, push: true }',
      `web: { url: "${address}" }`,
      'network: { allowPrivate: ["127.0.0.1/32"], pause: 10ms }',
    ]);
    site.set('/feed', {
      body: rss([item('Quay opens')], `<atom:link rel="hub" href="${hub.url}"/>`),
    });
    log = '';
    bot = spawn(process.execPath, ['src/main.ts', 'start'], {
      env: variables({ PORT: String(port), WIREBRIEF_PUSH_TOKEN: 'a-push-token' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [bot.stdout, bot.stderr])
      stream?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    await expect.poll(() => hub.confirmed.length, { timeout: 20_000 }).toBe(1);
    expect((await hub.send(rss([item('Ferry sails again')]))).status).toBe(202);
    const sent = await fetch(`${address}/wires/desk`, {
      method: 'POST',
      headers: { authorization: 'Bearer a-push-token' },
      body: 'Crane falls over\n\nA crane fell over in the harbour, the office said.\n',
    });
    expect(sent.status).toBe(202);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const ended = new Promise((resolve) => bot?.once('exit', resolve));
    bot.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(hub.objections).toEqual([]);
    expect(log).not.toContain('a-push-token');
  });
});

/** Runs one command to its end. */
function run(...words: string[]): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/main.ts', ...words], { env: variables() });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('close', (code) => resolve({ code, text }));
  });
}

describe('doctor', () => {
  it('says that a push wire has no token', async () => {
    configure(['wires:', '  - { name: desk, push: true }']);
    const { code, text } = await run('doctor');
    expect(code).toBe(1);
    expect(text).toMatch(/FAIL +wire +desk: nothing can be pushed: set WIREBRIEF_PUSH_TOKEN/);
  });
});

describe('inspect', () => {
  it('reads an address as far as the configuration allows it', async () => {
    site.set('/feed', { body: rss([item('Quay opens')]) });
    const inspect = () => run('inspect', `${site.address}/feed`);
    configure(['network: { allowPrivate: ["127.0.0.1/32"] }']);
    const good = await inspect();
    expect(good.code).toBe(0);
    expect(JSON.parse(good.text)).toMatchObject({ takes: [{ headline: 'Quay opens' }] });
    configure(['wires: []']);
    expect(await inspect()).toMatchObject({
      code: 1,
      text: expect.stringContaining('allowPrivate'),
    });
  });
});
