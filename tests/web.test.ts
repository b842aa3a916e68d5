/** The web side, asked as a monitor and a calendar would ask it. */
import { describe, expect, it } from 'vitest';
import { calendarToken } from '../src/answering/calendars.ts';
import { createOfflineAnalyst } from '../src/analysts/offline/offline.ts';
import { createMetrics } from '../src/metrics.ts';
import { createWeb } from '../src/web.ts';
import { copy, openDesk } from './fakes/newsroom.ts';

const TALKS = `Officials of Norland and Sudland agreed on Thursday to ease their export rules, both sides said after talks in Port Mary.

They will meet again in Sudhaven on April 21, a joint statement said.`;

async function open(secret: string | null = null, isReady = true) {
  const { newsroom, wire, store, topics } = openDesk();
  const guid = 'talks';
  wire.batches.push([copy('Norland, Sudland ease export rules', TALKS, { guid })]);
  await newsroom.gather();
  const now = () => Date.parse('2026-03-12T10:00:00Z');
  const analyst = createOfflineAnalyst();
  const metrics = createMetrics({ store, analyst, now });
  const ready = { isReady: () => isReady, metrics };
  const web = createWeb({ store, analyst, topics, zone: 'UTC', secret, now, ...ready });
  const kill = async (): Promise<void> => {
    wire.batches.push([copy('KILL', 'Please kill.', { guid, signal: 'kill' })]);
    await newsroom.gather();
  };
  const get = async (path: string, init?: RequestInit) => web.request(path, init);
  return { get, kill, store };
}

describe('the web side', () => {
  it('is healthy, and ready only when the chats are connected', async () => {
    const { get } = await open();
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    expect((await (await open(null, false)).get('/readyz')).status).toBe(503);
  });

  it('is not ready while the store refuses', async () => {
    const { get, store } = await open();
    await store.close();
    const response = await get('/readyz');
    expect([response.status, await response.text()]).toEqual([503, 'not ready: the store refuses']);
    expect((await get('/healthz')).status).toBe(200);
  });

  it('gives metrics in the format of Prometheus', async () => {
    const { get } = await open();
    const text = await (await get('/metrics')).text();
    expect(text).toContain('# TYPE wirebrief_deliveries gauge');
  });

  it('gives the calendar of a topic, and takes a killed story out of it', async () => {
    const { get, kill } = await open();
    const response = await get('/agenda/export-controls.ics');
    expect(response.headers.get('content-type')).toContain('text/calendar');
    const calendar = await response.text();
    expect(calendar).toContain('DTSTART;VALUE=DATE:20260421');
    expect(calendar).toContain('Sudhaven');
    await kill();
    expect(await (await get('/agenda/export-controls.ics')).text()).not.toContain('VEVENT');
  });

  it('answers with the same file until the agenda changes, and then at once', async () => {
    const { get, kill } = await open();
    const path = '/agenda/export-controls.ics';
    const tag = (await get(path)).headers.get('etag') ?? '';
    expect((await get(path, { headers: { 'if-none-match': tag } })).status).toBe(304);
    const head = await get(path, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);
    expect(head.headers.get('cache-control')).toBe('private, no-cache');
    await kill();
    const after = await get(path, { headers: { 'if-none-match': tag } });
    expect(after.status).toBe(200);
    expect(await after.text()).not.toContain('Sudhaven');
  });

  it('asks for the token of the topic when there is a secret', async () => {
    const { get } = await open('a long secret');
    const path = '/agenda/export-controls.ics';
    expect((await get(path)).status).toBe(404);
    expect((await get(`${path}?token=${calendarToken('a long secret', 'other')}`)).status).toBe(
      404,
    );
    const token = calendarToken('a long secret', 'export-controls');
    const response = await get(`${path}?token=${token}`);
    expect(response.status).toBe(200);
    // no cache between may keep what the token guards
    expect(response.headers.get('cache-control')).toMatch(/^private/);
  });

  it('says of any other path what there is, and lets no browser guess a type', async () => {
    const { get } = await open();
    const response = await get('/<script>');
    expect(response.status).toBe(404);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const text = await response.text();
    expect(text).toContain('/healthz');
    expect(text).not.toContain('script');
  });

  it('knows no other topic', async () => {
    const { get } = await open();
    expect((await get('/agenda/chess.ics')).status).toBe(404);
  });
});
