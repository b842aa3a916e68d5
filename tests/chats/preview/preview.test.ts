import { describe, expect, it } from 'vitest';
import { renderLayout } from '../../../src/chats/discord/render.ts';
import { createPreview } from '../../../src/chats/preview/preview.ts';
import { renderSlack } from '../../../src/chats/slack/render.ts';
import type { Reception } from '../../../src/chats/chat.ts';
import type { Layout } from '../../../src/news/layout.ts';
import type { Command } from '../../../src/news/request.ts';

const HOST = { host: '127.0.0.1:8080' };

const HOSTILE: Layout = {
  title: '<script>alert(1)</script>',
  items: [
    {
      event: { id: 'e1', version: 1 },
      blocks: [
        { kind: 'text', runs: [{ text: '</p><img src=x onerror=alert(2)>', style: 'bold' }] },
        { kind: 'text', runs: [{ text: 'plain **stars** and <!channel>' }] },
        {
          kind: 'text',
          runs: [
            { text: 'bad link', href: 'javascript:alert(3)' },
            { text: 'good link', href: 'https://news.example/a?b=1&c="2"' },
          ],
        },
        { kind: 'buttons', buttons: [{ label: '"><b>', action: 'card', value: 'e1' }] },
      ],
    },
  ],
};

function reply(layout: Layout) {
  return { id: 'r1', layout, events: [], private: true };
}

function open(asked: Command[] = []) {
  const preview = createPreview({
    name: 'Desk & Co',
    channel: 'preview:demo',
    slack: renderSlack,
    discord: renderLayout,
    hints: ['/wire topics'],
  });
  const reception: Reception = {
    request: (command) => {
      asked.push(command);
      return Promise.resolve(reply(HOSTILE));
    },
    press: () => Promise.resolve(reply(HOSTILE)),
    suggestTopics: () => [],
  };
  return { ...preview, reception };
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Request =>
  new Request(`http://127.0.0.1:8080${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...HOST, ...headers },
    body: JSON.stringify(body),
  });

const get = (path: string, headers: Record<string, string> = HOST): Request =>
  new Request(`http://127.0.0.1:8080${path}`, { headers });

describe('the preview page', () => {
  it('shows a posted message as both platforms would, with nothing in it alive', async () => {
    const { chat, web } = open();
    const [part] = chat.render(HOSTILE, 'batch');
    await chat.post({
      delivery: 'd1',
      channel: 'preview:demo',
      payload: part?.payload,
      lead: null,
    });
    const page = await (await web.fetch(get('/'))).text();
    expect(page).toContain('Desk &amp; Co');
    const lanes = await (await web.fetch(get('/messages'))).text();
    expect(lanes.match(/&lt;\/p&gt;&lt;img src=x onerror=alert\(2\)&gt;/g)).toHaveLength(2);
    expect(lanes).not.toMatch(/<img|<script|javascript:/);
    expect(lanes.match(/href="https:\/\/news\.example\//g)).toHaveLength(2);
    expect(lanes.match(/plain \*\*stars\*\* and &lt;!channel&gt;/g)).toHaveLength(2);
  });

  it('replaces a message that is edited and finds one that was posted', async () => {
    const { chat, web } = open();
    const posting = (text: string) => {
      const layout = { title: text, items: [{ event: null, blocks: [textBlock(text)] }] };
      const payload = chat.render(layout, 'batch')[0]?.payload;
      return { delivery: 'd1', channel: 'preview:demo', payload, lead: null };
    };
    await chat.post(posting('first words'));
    await chat.edit(posting('other words'), 'd1');
    const lanes = await (await web.fetch(get('/messages'))).text();
    expect(lanes).not.toContain('first words');
    expect(lanes).toContain('other words');
    expect(await chat.find(posting('x'), 0)).toEqual({ kind: 'found', messageId: 'd1' });
  });

  it('takes command lines and presses', async () => {
    const asked: Command[] = [];
    const { chat, web, reception } = open(asked);
    await chat.connect(reception);
    const answer = await web.fetch(post('/command', { line: '/wire topics' }));
    expect(await answer.text()).toContain('only visible to you · /wire topics');
    expect(asked).toEqual([{ name: 'topics' }]);
    expect((await web.fetch(post('/press', { action: 'card', value: 'e1' }))).status).toBe(200);
  });

  it.each([
    ['/command', {}],
    ['/command', { line: 'x'.repeat(2_001) }],
    ['/press', { action: 'dance', value: '' }],
  ])('refuses a wrong body on %s', async (path, body) => {
    const { chat, web, reception } = open();
    await chat.connect(reception);
    expect((await web.fetch(post(path, body))).status).toBe(400);
  });

  it('answers only to this machine and its own page', async () => {
    const { chat, web, reception } = open();
    await chat.connect(reception);
    expect((await web.fetch(get('/', { host: 'evil.example' }))).status).toBe(403);
    const line = { line: '/wire help' };
    const foreign = { origin: 'https://evil.example' };
    expect((await web.fetch(post('/command', line, foreign))).status).toBe(403);
  });

  it('takes commands as JSON only, which no form of another page can send', async () => {
    const { chat, web, reception } = open();
    await chat.connect(reception);
    const asked = post('/command', { line: '/wire topics' }, { 'content-type': 'text/plain' });
    expect((await web.request(asked)).status).toBe(415);
    expect((await web.request(post('/command', { line: '/wire topics' }))).status).toBe(200);
  });

  it('is kept by no cache, and sends what is unchanged without its body', async () => {
    const { web } = open();
    const page = await web.request(new Request('http://127.0.0.1:8080/', { headers: HOST }));
    expect(page.headers.get('cache-control')).toBe('no-store');
    const first = await web.request('/messages', { headers: HOST });
    const mark = first.headers.get('etag') ?? '';
    const headers = { ...HOST, 'if-none-match': mark };
    const again = await web.request('/messages', { headers });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await web.request('/messages', { headers: HOST })).status).toBe(200);
  });

  it('forbids everything from outside by its policy', async () => {
    const { web } = open();
    const policy = (await web.fetch(get('/'))).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
  });
});

function textBlock(text: string) {
  return { kind: 'text', runs: [{ text }] } as const;
}
