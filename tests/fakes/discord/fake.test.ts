/** The fake Discord refuses what Discord refuses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeDiscord, type FakeDiscord } from './fake.ts';
import { pingsIn, readMarkdown } from './markdown.ts';
import { checkCommands, checkMessage, COMPONENTS_V2, refusal } from './validate.ts';
import { RIGHTS, type Json } from './world.ts';

const text = (content: string): Json => ({ type: 10, content });
const button = (more: Json = {}): Json => ({
  type: 2,
  style: 2,
  label: 'More',
  custom_id: 'a',
  ...more,
});
const v2 = (...components: Json[]): Json => ({ flags: COMPONENTS_V2, components });
const codes = (body: unknown): string[] => checkMessage(body, 'post').map(({ code }) => code);

describe('message forms', () => {
  it('takes what Discord takes', () => {
    const row = { type: 1, components: [button()] };
    const section = { type: 9, components: [text('a')], accessory: button({ custom_id: 'b' }) };
    const container = { type: 17, components: [text('a'), { type: 14, divider: true }, section] };
    expect(
      codes({ content: 'x'.repeat(2_000), nonce: 'n'.repeat(25), enforce_nonce: true }),
    ).toEqual([]);
    expect(codes(v2(container, row, text('z')))).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ['content of 2001', { content: 'x'.repeat(2_001) }, 'BASE_TYPE_MAX_LENGTH'],
    [
      'content beside components',
      { ...v2(text('a')), content: 'b' },
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    ['components without the flag', { components: [text('a')] }, 'UNION_TYPE_CHOICES'],
    ['a nonce of 26', { content: 'a', nonce: 'n'.repeat(26) }, 'NONCE_TYPE_TOO_LONG'],
    ['an enforced nonce that is missing', { content: 'a', enforce_nonce: true }, 'NONCE_REQUIRED'],
    ['an empty text', v2(text('')), 'BASE_TYPE_BAD_LENGTH'],
    [
      '4001 characters in all',
      v2(text('x'.repeat(4_000)), text('y')),
      'COMPONENT_MAX_TOTAL_TEXT_DISPLAY_LENGTH',
    ],
    [
      '41 components in all',
      v2(...Array.from({ length: 41 }, () => text('a'))),
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      '41 nested components',
      v2({ type: 17, components: Array.from({ length: 40 }, () => text('a')) }),
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a label of 81',
      v2({ type: 1, components: [button({ label: 'x'.repeat(81) })] }),
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a custom id of 101',
      v2({ type: 1, components: [button({ custom_id: 'x'.repeat(101) })] }),
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a custom id twice',
      v2({ type: 1, components: [button(), button()] }),
      'COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a url of 513',
      v2({
        type: 1,
        components: [
          { type: 2, style: 5, label: 'Go', url: `https://x.example/${'a'.repeat(495)}` },
        ],
      }),
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'six buttons in a row',
      v2({
        type: 1,
        components: Array.from({ length: 6 }, (_, at) => button({ custom_id: `${at}` })),
      }),
      'BASE_TYPE_BAD_LENGTH',
    ],
    ['a section without accessory', v2({ type: 9, components: [text('a')] }), 'BASE_TYPE_REQUIRED'],
    ['an empty container', v2({ type: 17, components: [] }), 'BASE_TYPE_BAD_LENGTH'],
    [
      'a container in a container',
      v2({ type: 17, components: [{ type: 17, components: [text('a')] }] }),
      'UNION_TYPE_CHOICES',
    ],
    ['a field it does not know', { content: 'a', contents: 'b' }, 'UNKNOWN_FIELD'],
    [
      'a wrong list of mentions',
      { content: 'a', allowed_mentions: { parse: ['all'] } },
      'BASE_TYPE_CHOICES',
    ],
  ])('refuses %s', (_, body, code) => {
    expect(codes(body)).toContain(code);
  });

  it('tells where the trouble is', () => {
    const body = refusal(checkMessage(v2({ type: 17, components: [text('')] }), 'post'));
    expect(body).toMatchObject({
      code: 50035,
      errors: { components: { 0: { components: { 0: { content: { _errors: [{}] } } } } } },
    });
  });

  it('refuses wrong commands', () => {
    const command = { name: 'ask', description: 'Ask', options: [] as Json[] };
    const option = { name: 'topic', description: 'Topic', type: 3, required: true };
    expect(checkCommands([{ ...command, options: [option] }])).toEqual([]);
    for (const wrong of [
      { ...command, name: 'Ask' },
      { ...command, name: 'two words' },
      { ...command, description: '' },
      { ...command, description: 'x'.repeat(101) },
      { ...command, options: [{ ...option, required: false, name: 'a' }, option] },
      {
        ...command,
        options: Array.from({ length: 26 }, (_, at) => ({ ...option, name: `o${at}` })),
      },
    ])
      expect(checkCommands([wrong]).length).toBeGreaterThan(0);
    expect(checkCommands([command, command]).length).toBeGreaterThan(0);
  });
});

describe('reading markdown', () => {
  it.each([
    ['**bold** and *italic*', 'bold and italic', ['bold', 'italic']],
    [
      '# Title\n- item\n> quote\n-# small',
      'Title\nitem\nquote\nsmall',
      ['heading', 'item', 'quote', 'subtext'],
    ],
    ['[go](<https://a.example>)', 'go', ['link']],
    ['see https://a.example/x.', 'see https://a.example/x.', ['link']],
    [
      '<@1> <#2> <t:3:R> <:a:4> @everyone',
      '<@1> <#2> <t:3:R> <:a:4> @everyone',
      ['mention', 'mention', 'timestamp', 'emoji', 'mention'],
    ],
    ['\\*\\*not\\*\\* \\<\\@1\\>', '**not** <@1>', []],
    ['`a*b*` ||hidden||', 'a*b* hidden', ['code', 'spoiler']],
  ])('%j', (source, shown, kinds) => {
    const reading = readMarkdown(source);
    expect(reading.text).toBe(shown);
    expect(reading.effects.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('finds whom the server would ping', () => {
    expect(pingsIn('\\@everyone <@!12> <@&3>')).toEqual({
      everyone: true,
      users: ['12'],
      roles: ['3'],
    });
  });
});

const AGENT = { 'user-agent': 'DiscordBot (https://wirebrief.example, 1.0.0)' };

describe('the server', () => {
  let fake: FakeDiscord;
  beforeEach(async () => {
    fake = await startFakeDiscord({ channelLimit: { count: 3, windowMs: 60_000 } });
  });
  afterEach(() => fake.stop());

  const call = async (method: string, path: string, body?: unknown, token = fake.token) => {
    const response = await fetch(`${fake.url}/v10${path}`, {
      method,
      headers: { ...AGENT, authorization: `Bot ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = (text === '' ? null : JSON.parse(text)) as { code?: number; id?: string } | null;
    return { status: response.status, body: json, headers: response.headers };
  };
  const messages = () => `/channels/${fake.world.general.id}/messages`;

  it('refuses a wrong token, an unknown channel, a missing right, and counts them', async () => {
    expect((await call('POST', messages(), { content: 'a' }, 'wrong')).status).toBe(401);
    expect((await call('POST', '/channels/1/messages', { content: 'a' })).body?.code).toBe(10003);
    fake.world.general.botRights = RIGHTS.viewChannel;
    expect((await call('POST', messages(), { content: 'a' })).body?.code).toBe(50013);
    fake.world.general.botRights = 0n;
    expect((await call('GET', messages())).body?.code).toBe(50001);
    expect(fake.world.invalidRequests).toBe(3);
  });

  it('keeps an enforced nonce for a while, and not in history', async () => {
    const body = { content: 'once', nonce: 'abc', enforce_nonce: true };
    const first = await call('POST', messages(), body);
    const second = await call('POST', messages(), body);
    expect(second.body?.id).toBe(first.body?.id);
    expect(fake.world.messages).toHaveLength(1);
    const history = (await call('GET', `${messages()}?limit=10`)).body;
    expect(JSON.stringify(history)).not.toContain('abc');
    fake.world.advance(10 * 60_000);
    await call('POST', messages(), body);
    expect(fake.world.messages).toHaveLength(2);
  });

  it('lets in nobody who does not say who it is, and takes nothing but JSON', async () => {
    const said = async (headers: Record<string, string>, body: string): Promise<number> => {
      const authorization = `Bot ${fake.token}`;
      const init = { method: 'POST', headers: { authorization, ...headers }, body };
      return (await fetch(`${fake.url}/v10${messages()}`, init)).status;
    };
    const json = { 'content-type': 'application/json' };
    expect(await said(json, '{"content":"a"}')).toBe(403);
    expect(await said({ ...AGENT, 'content-type': 'text/plain' }, '{"content":"a"}')).toBe(400);
    expect(await said({ ...AGENT, ...json }, '{"content":')).toBe(400);
    expect(await said({ ...AGENT, ...json }, '{"content":"a"}')).toBe(200);
  });

  it('limits the pace and says for how long', async () => {
    const answers = [];
    for (let index = 0; index < 4; index += 1)
      answers.push(await call('POST', messages(), { content: `${index}` }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[2]?.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(1);
  });

  it('runs as a process of its own', async () => {
    const child = spawn(process.execPath, ['tests/fakes/discord/server.ts', '3'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const started = JSON.parse(line.toString()) as {
      url: string;
      control: string;
      channels: string[];
    };
    expect(started.channels).toHaveLength(3);
    expect((await fetch(`${started.url}/v10/gateway/bot`, { headers: AGENT })).status).toBe(401);
    const fault = { match: '^GET /gateway', kind: 'error' };
    await fetch(`${started.control}/fault`, { method: 'POST', body: JSON.stringify(fault) });
    expect((await fetch(`${started.url}/v10/gateway/bot`, { headers: AGENT })).status).toBe(500);
    const state = await (await fetch(`${started.control}/state`)).json();
    expect(state).toMatchObject({ messages: [], invalidRequests: 1 });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('what Discord does not take', () => {
  const V2 = 1 << 15;
  const text = { type: 10, content: 'x' };
  it.each<[string, Json]>([
    ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }],
    ['a long title', { embeds: [{ title: 'x'.repeat(257) }] }],
    ['a long description', { embeds: [{ description: 'x'.repeat(4097) }] }],
    ['a long footer', { embeds: [{ footer: { text: 'x'.repeat(2049) } }] }],
    ['too many fields', { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }] }], // prettier-ignore
    ['a long value', { embeds: [{ fields: [{ name: 'a', value: 'x'.repeat(1025) }] }] }],
    ['embeds of 6001 characters among them', { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] }], // prettier-ignore
    ['a colour that is none', { flags: V2, components: [{ type: 17, accent_color: 0x1_00_00_00, components: [text] }] }], // prettier-ignore
    ['a flag that is a word', { flags: V2, components: [{ type: 14, divider: 'yes' }, text] }],
    ['a number that is none', { flags: V2, components: [{ ...text, id: 1.5 }] }],
  ])('%s', (_, body) => {
    expect(checkMessage(body, 'post')).not.toEqual([]);
  });

  it('an edit that makes an answer private', () => {
    const body = { flags: V2 | (1 << 6), components: [text] };
    expect(checkMessage(body, 'webhook')).toEqual([]);
    expect(checkMessage(body, 'webhook', false)).not.toEqual([]);
  });

  it.each<[string, Json[]]>([
    ['an option twice', [{ type: 3, name: 'a', description: 'x' }, { type: 3, name: 'a', description: 'x' }]], // prettier-ignore
    ['suggestions beside choices', [{ type: 3, name: 'a', description: 'x', autocomplete: true, choices: [{ name: 'x', value: 'x' }] }]], // prettier-ignore
    ['suggestions for a flag', [{ type: 5, name: 'a', description: 'x', autocomplete: true }]],
    ['a length of a flag', [{ type: 5, name: 'a', description: 'x', max_length: 3 }]],
    ['a subcommand beside an option', [{ type: 1, name: 'a', description: 'x' }, { type: 3, name: 'b', description: 'x' }]], // prettier-ignore
    ['a field that it does not know', [{ type: 3, name: 'a', description: 'x', kind: 'text' }]],
  ])('a command with %s', (_, options) => {
    const command = { name: 'wire', description: 'x', options };
    expect(checkCommands([command])).not.toEqual([]);
    expect(checkCommands([{ ...command, options: [] }])).toEqual([]);
  });
});
