/** The real process in every kind of trouble: no secret that it was given is ever written out. */
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const SECRETS = {
  SLACK_BOT_TOKEN: 'xoxb-1111-planted-bot-token',
  SLACK_APP_TOKEN: 'xapp-1-planted-app-token',
  SLACK_SIGNING_SECRET: 'planted-signing-secret',
  DISCORD_TOKEN: 'MTE.planted.discord-token',
  OPENAI_API_KEY: 'sk-planted-model-key',
  WIREBRIEF_PUSH_TOKEN: 'planted"push\\token',
};
const PASSWORD = 'pl@nted/pass word';

/** A server that tells everybody all it was told, as an error. */
let echo: Server;
let address: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-secrets-'));
  mkdirSync(join(folder, 'config'));
  const wires = `wires:\n  - { name: feed, url: "http://127.0.0.1:1/" }`;
  writeFileSync(
    join(folder, 'config', 'wirebrief.yaml'),
    `${wires}\n  - { name: desk, push: true }\n`,
  );
  writeFileSync(join(folder, 'config', 'topics.yaml'), '[]\n');
  echo = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const error = `refused: ${JSON.stringify(request.headers)} ${request.url} ${body}`;
      // Slack refuses with status 200, a model server with 400, Discord with 401
      const isSlack = request.method === 'POST' && !request.url?.startsWith('/v1');
      const status = isSlack ? 200 : request.url?.startsWith('/v1') ? 400 : 401;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error, message: error, code: 0 }));
    });
  });
  await new Promise<void>((resolveListening) => echo.listen(0, '127.0.0.1', resolveListening));
  address = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
});
afterAll(() => {
  echo.closeAllConnections();
  echo.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command to its end, the bot until it runs; gives all that it printed. */
function run(words: string[], variables: Record<string, string>): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const env = {
    ...{ PATH, HOME, PORT: '0', LOG_LEVEL: 'debug', WIREBRIEF_DATA: join(folder, 'data') },
    ...{ WIREBRIEF_CONFIG: join(folder, 'config') },
    ...SECRETS,
    ...variables,
  };
  return new Promise((settle) => {
    const command = [join(ROOT, 'src/main.ts'), ...words];
    const child = spawn(process.execPath, command, { cwd: folder, env });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        // it waits for platforms that do not answer: it has said by now what is wrong
        if (printed.includes('wirebrief is running')) child.kill('SIGTERM');
      });
    child.once('exit', () => settle(printed));
  });
}

function leaksIn(printed: string): string[] {
  const planted = [...Object.values(SECRETS), PASSWORD, encodeURIComponent(PASSWORD)];
  const asJson = planted.map((each) => JSON.stringify(each).slice(1, -1));
  return [...planted, ...asJson].filter((each) => printed.includes(each));
}

describe('no secret is written', { timeout: 120_000 }, () => {
  it.each([
    ['start', 'answers everything with what it was sent', () => address],
    ['start', 'cannot be reached', () => 'http://127.0.0.1:1'],
    ['doctor', 'answers everything with what it was sent', () => address],
  ])('by %s when a platform %s', async (command, _how, place) => {
    const url = place();
    const urls = { SLACK_API_URL: `${url}/`, DISCORD_API_URL: url, OPENAI_BASE_URL: `${url}/v1` };
    const printed = await run([command], urls);
    expect(printed).toMatch(/SLACK_BOT_TOKEN|Slack/);
    expect(leaksIn(printed)).toEqual([]);
  });

  it.each([
    ['start', `postgres://desk:${encodeURIComponent(PASSWORD)}@127.0.0.1:1/wirebrief`],
    ['doctor', `postgres://desk:${encodeURIComponent(PASSWORD)}@no-such-host.invalid/wirebrief`],
    ['backup', `mysql://desk:${encodeURIComponent(PASSWORD)}@127.0.0.1/wirebrief`],
  ])('by %s when the database cannot be opened', async (command, url) => {
    const words = command === 'backup' ? [command, join(folder, 'copy.db')] : [command];
    const printed = await run(words, { DATABASE_URL: url });
    expect(printed.length).toBeGreaterThan(0);
    expect(leaksIn(printed)).toEqual([]);
  });
});
