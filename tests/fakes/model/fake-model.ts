/** A model server on this machine: real HTTP, strict about what it takes, and able to misbehave. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { goodAnswer, goodCard, type FakeReply } from './mind.ts';
import { refusalOf, type Refusal } from './validate.ts';

export const MODEL_KEY = 'fake-key-0123456789';

type Body = Readonly<Record<string, unknown>>;
export type Exchange = { readonly body: Body; readonly status: number };

/** What is done to one request in place of, or to, a good reply. */
export type Misbehaviour = {
  /** parameters that this server refuses, or `json_schema`, `json_object`, `tool` */
  readonly refuses?: readonly string[];
  /** changes the good reply */
  readonly spoil?: (reply: FakeReply, prompt: string) => FakeReply;
  /** the words in place of the reply's JSON */
  readonly say?: (json: string) => string;
  readonly finish?: string;
  readonly refusal?: string;
  /** answers with this status and these headers */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly socket?: 'hang' | 'drop' | 'halfway' | 'drip';
  /** changes the completion itself */
  readonly reshape?: (completion: Completion) => unknown;
  /** the bytes in place of the completion's JSON, and what they are called */
  readonly bytes?: (json: string) => string | Buffer;
  readonly contentType?: string;
  /** sends the completion in pieces, as a stream that was or was not asked for */
  readonly streams?: 'always' | 'only';
  /** what stands in the body of an error, and its code */
  readonly complaint?: string;
  readonly code?: string;
  /** the largest limit of a reply that this server takes */
  readonly mostTokens?: number;
};

/** A completion in the shape that the good server sends. */
export type Completion = {
  readonly choices: readonly { readonly message: Record<string, unknown>; finish_reason: string }[];
  readonly usage?: unknown;
};

export type FakeModel = {
  readonly baseUrl: string;
  readonly exchanges: Exchange[];
  /** what the next requests meet, one each; when it is empty, `always` */
  readonly next: Misbehaviour[];
  always: Misbehaviour;
  close(): Promise<void>;
};

/** Starts a server on a free port of this machine. */
export async function startFakeModel(): Promise<FakeModel> {
  const exchanges: Exchange[] = [];
  const next: Misbehaviour[] = [];
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });
  const fake: FakeModel = {
    baseUrl: '',
    exchanges,
    next,
    always: {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const mood = next.shift() ?? fake.always;
    const refused = body === null ? NO_JSON : refusalOfRequest(request, body, mood);
    const record = (status: number): void => {
      exchanges.push({ body: body ?? {}, status });
    };
    if (refused) {
      record(refused.status);
      const { message, param } = refused;
      const error = { message, type: 'invalid_request_error', param, code: null };
      return send(response, refused.status, { error }, mood.headers);
    }
    if (mood.status !== undefined) {
      record(mood.status);
      return send(
        response,
        mood.status,
        { error: { message: mood.complaint ?? 'no', code: mood.code ?? null } },
        mood.headers,
      );
    }
    record(200);
    if (mood.socket === 'hang') return;
    if (mood.socket === 'drop') return void request.socket.destroy();
    const completion = completionFor(body ?? {}, mood);
    const text = JSON.stringify(mood.reshape ? mood.reshape(completion) : completion);
    if (mood.streams) return sendStream(response, completion);
    const type = mood.contentType ?? 'application/json';
    if (mood.socket === 'drip') return void drip(response, text);
    if (mood.socket !== 'halfway') {
      response.writeHead(200, { 'content-type': type, ...mood.headers });
      return void response.end(mood.bytes ? mood.bytes(text) : text);
    }
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
    response.write(text.slice(0, text.length / 2));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(fake, { baseUrl: `http://127.0.0.1:${port}/v1` });
}

const NO_JSON: Refusal = { status: 400, message: 'the body is no JSON', param: null };

async function bodyOf(request: IncomingMessage): Promise<Body | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body;
  } catch {
    return null;
  }
}

function refusalOfRequest(
  request: IncomingMessage,
  body: Body,
  mood: Misbehaviour,
): Refusal | null {
  if (request.headers.authorization !== `Bearer ${MODEL_KEY}`)
    return { status: 401, message: 'Incorrect API key provided', param: null };
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
    return { status: 404, message: 'there is nothing here', param: null };
  if (mood.streams === 'only' && body['stream'] !== true)
    return { status: 400, message: 'This model only supports stream=true.', param: 'stream' };
  const type = (body['response_format'] as { type?: string } | undefined)?.type;
  const asked = [...Object.keys(body), type, body['tools'] ? 'tool' : undefined];
  const roles = (body['messages'] as { role?: string }[] | undefined)?.map(({ role }) => role);
  if (mood.refuses?.includes('system role') && roles?.includes('system'))
    return { status: 400, message: 'System role not supported', param: null };
  // what a chat template says that knows no system messages and no two turns of one role
  const isTwice = roles?.some((role, at) => role === roles[at - 1] || role === 'system');
  if (mood.refuses?.includes('turns') && isTwice)
    return {
      status: 500,
      message: 'Jinja Exception: roles must alternate user/assistant',
      param: null,
    };
  const limit = Number(body['max_tokens'] ?? body['max_completion_tokens'] ?? 0);
  if (mood.mostTokens !== undefined && limit > mood.mostTokens) {
    const message = `max_tokens is too large: ${limit}. This model supports at most ${mood.mostTokens} completion tokens.`;
    return { status: 400, message, param: 'max_tokens' };
  }
  const unwelcome = mood.refuses?.find((name) => asked.includes(name));
  if (unwelcome !== undefined) {
    const name = ['json_schema', 'json_object'].includes(unwelcome) ? 'response_format' : unwelcome;
    const offer = name === 'max_tokens' ? " Use 'max_completion_tokens' instead." : '';
    const message = `Unsupported parameter: '${name}' is not supported here.${offer}`;
    return { status: 400, message, param: name };
  }
  return refusalOf(body);
}

function completionFor(body: Body, mood: Misbehaviour): Completion {
  const messages = body['messages'] as { role: string; content: string }[];
  const prompt = messages.find(({ role }) => role === 'user')?.content ?? '';
  const good = prompt.includes('<question ')
    ? goodAnswer(prompt)
    : prompt.includes('<copy ')
      ? goodCard(prompt)
      : { ok: true };
  const json = JSON.stringify(mood.spoil ? mood.spoil(good, prompt) : good);
  const content = mood.refusal === undefined ? (mood.say ? mood.say(json) : json) : null;
  const tool = body['tools'] as [{ function: { name: string } }] | undefined;
  const call = { id: 'call-1', type: 'function' };
  const message = tool
    ? {
        role: 'assistant',
        content: null,
        tool_calls: [{ ...call, function: { name: tool[0].function.name, arguments: content } }],
      }
    : { role: 'assistant', content, refusal: mood.refusal ?? null };
  const choices = [{ index: 0, message, finish_reason: mood.finish ?? 'stop', logprobs: null }];
  const usage = { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1_000 };
  const facts = { id: 'c1', object: 'chat.completion', created: 1, model: body['model'] };
  return { ...facts, choices, usage };
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const PIECE_LENGTH = 40;

/** The completion as server-sent events: its words in pieces, then the end, then what it cost. */
function sendStream(response: ServerResponse, { choices, usage }: Completion): void {
  const [{ message, finish_reason: finish } = { message: {}, finish_reason: 'stop' }] = choices;
  const content = typeof message['content'] === 'string' ? message['content'] : '';
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const tell = (delta: unknown, finish_reason: string | null = null): void => {
    const piece = {
      id: 'c1',
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, finish_reason }],
    };
    response.write(`data: ${JSON.stringify(piece)}\n\n`);
  };
  response.write(': a comment\n\n');
  tell({ role: 'assistant', content: '' });
  for (let at = 0; at < content.length; at += PIECE_LENGTH)
    tell({ content: content.slice(at, at + PIECE_LENGTH) });
  tell({}, finish);
  response.write(`data: ${JSON.stringify({ choices: [], usage })}\n\n`);
  response.end('data: [DONE]\n\n');
}

const DRIP_MS = 50;

/** A byte now and then, for longer than anybody waits. */
function drip(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  let at = 0;
  const timer = setInterval(() => {
    response.write(text[at] ?? ' ');
    at += 1;
  }, DRIP_MS);
  response.on('close', () => clearInterval(timer));
}
