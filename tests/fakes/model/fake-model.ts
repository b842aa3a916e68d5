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
  readonly socket?: 'hang' | 'drop' | 'halfway';
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
      return send(response, mood.status, { error: { message: 'no' } }, mood.headers);
    }
    record(200);
    if (mood.socket === 'hang') return;
    if (mood.socket === 'drop') return void request.socket.destroy();
    const text = JSON.stringify(completionFor(body ?? {}, mood));
    if (mood.socket !== 'halfway') return send(response, 200, JSON.parse(text));
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
  const type = (body['response_format'] as { type?: string } | undefined)?.type;
  const asked = [...Object.keys(body), type, body['tools'] ? 'tool' : undefined];
  const unwelcome = mood.refuses?.find((name) => asked.includes(name));
  if (unwelcome !== undefined) {
    const name = ['json_schema', 'json_object'].includes(unwelcome) ? 'response_format' : unwelcome;
    const offer = name === 'max_tokens' ? " Use 'max_completion_tokens' instead." : '';
    const message = `Unsupported parameter: '${name}' is not supported here.${offer}`;
    return { status: 400, message, param: name };
  }
  return refusalOf(body);
}

function completionFor(body: Body, mood: Misbehaviour): unknown {
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
  return { id: 'c1', object: 'chat.completion', created: 1, model: body['model'], choices, usage };
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
