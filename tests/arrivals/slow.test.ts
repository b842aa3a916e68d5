/** Bodies that come slowly, break off or are nobody's: the door stays open for the others. */
import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBody } from '../../src/arrivals/request.ts';
import { openDoors, TOKEN } from './doors.ts';

const STORY = 'Quay opens in Oskra\n\nThe new quay of Oskra opened on Thursday, the mayor said.\n';
const WAITING = 20;

let doors: Awaited<ReturnType<typeof openDoors>>;
let sockets: Socket[] = [];
beforeEach(async () => {
  doors = await openDoors({ wires: [{ name: 'desk', push: true }] });
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await doors.close();
});

/** Begins a request whose body never comes. */
async function begin(header: string): Promise<Socket> {
  const socket = connect(Number(new URL(doors.address).port), '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.on('connect', resolve));
  socket.write(
    `POST /wires/desk HTTP/1.1\r\nHost: x\r\n${header}\r\nContent-Length: 900\r\n\r\nQuay`,
  );
  return socket;
}

const push = (headers: Record<string, string>): Promise<Response> =>
  fetch(`${doors.address}/wires/desk`, { method: 'POST', body: STORY, headers });
const hmac = createHmac('sha256', TOKEN).update(STORY).digest('hex');

describe('the push door', () => {
  it('takes copy while unproven bodies are on their way', async () => {
    for (let time = 0; time < WAITING; time += 1)
      await begin(`X-Hub-Signature-256: sha256=${'0'.repeat(64)}`);
    expect((await push({ authorization: `Bearer ${TOKEN}` })).status).toBe(202);
    expect((await push({ 'x-hub-signature-256': `sha256=${hmac}` })).status).toBe(202);
  });

  it('tells an unproven body that gives way to come again', async () => {
    const first = await begin(`X-Hub-Signature-256: sha256=${'0'.repeat(64)}`);
    let said = '';
    first.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (let time = 0; time < WAITING; time += 1)
      await begin(`X-Hub-Signature-256: sha256=${'0'.repeat(64)}`);
    await expect.poll(() => said).toMatch(/^HTTP\/1\.1 408 [^]*"code":"slow"/);
  });

  it('goes on when a body breaks off', async () => {
    const socket = await begin(`Authorization: Bearer ${TOKEN}`);
    socket.destroy();
    expect((await push({ authorization: `Bearer ${TOKEN}` })).status).toBe(202);
  });

  it.each(['identity', 'Identity', ' '])('takes a body packed as "%s"', async (packing) => {
    const response = await push({ authorization: `Bearer ${TOKEN}`, 'content-encoding': packing });
    expect(response.status).toBe(202);
  });

  it.each(['/wires', '/wires/', '/wires/desk/', '/wires//desk', '/wires/desk/x/y'])(
    'says what is wrong with %s',
    async (path) => {
      const response = await fetch(`${doors.address}${path}`, { method: 'POST', body: STORY });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not-found' });
    },
  );
});

describe('readBody', () => {
  const streamed = (pull: (controller: ReadableStreamDefaultController) => void): Request =>
    new Request('http://x/', {
      method: 'POST',
      body: new ReadableStream({ pull }),
      duplex: 'half',
    } as RequestInit);

  it('gives a body up that comes too slowly', async () => {
    const started = performance.now();
    expect(
      await readBody(
        streamed(() => undefined),
        { bodyMs: 50 },
      ),
    ).toBe('slow');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('knows a body that broke off', async () => {
    expect(await readBody(streamed((to) => to.error(new Error('aborted'))))).toBe('cut');
  });
});
