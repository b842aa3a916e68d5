/** A client of any server that speaks OpenAI's chat completions. */
import OpenAI, { APIConnectionError, APIError } from 'openai';
import { ModelFailure } from '../fallback.ts';
import { adapt, bodyFor, firstGuess, type Message } from './ladder.ts';
import { completionIn, contentOf, tokensOf, type Content } from './reply.ts';
import type { ReplySchema } from './schema.ts';

export type ClientParts = {
  readonly key: string;
  /** null for OpenAI's own address */
  readonly baseUrl: string | null;
  readonly model: string;
  /** longest wait for one reply, its body included */
  readonly timeoutMs: number;
};

export type Completion = { readonly content: Content; readonly tokens: number };

export type Asking = {
  readonly messages: readonly Message[];
  readonly schema: ReplySchema;
  readonly maxTokens: number;
  /** longest wait, when shorter than the client's own */
  readonly timeoutMs?: number | undefined;
};

export interface ModelClient {
  /**
   * One completion. A server that refuses the form of the request is asked again in a plainer form,
   * and the form it took is remembered.
   * @throws ModelFailure when no reply came
   */
  complete(asking: Asking): Promise<Completion>;
  /** Asks the server for one short reply. @throws ModelFailure when it gives none */
  ping(): Promise<string>;
}

/** Form refusals in a row: every rung, both names of the limit, the temperature, a stream. */
const MOST_FORMS = 9;
const LARGEST_BODY_BYTES = 2_000_000;

/** Makes a client. The library's own retries are off: the budget of calls is ours. */
export function createModelClient(parts: ClientParts): ModelClient {
  const { model, timeoutMs } = parts;
  const server = new OpenAI({
    apiKey: parts.key,
    baseURL: parts.baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    timeout: timeoutMs,
    maxRetries: 0,
    fetch: boundedFetch,
    logLevel: 'off',
  });
  const able = firstGuess(parts.baseUrl);

  async function ask({ messages, schema, maxTokens, ...wait }: Asking): Promise<Completion> {
    const signal = AbortSignal.timeout(Math.min(wait.timeoutMs ?? timeoutMs, timeoutMs));
    for (let form = 0; form < MOST_FORMS; form += 1) {
      const tried = { ...able };
      const body = bodyFor({ model, messages, schema, maxTokens }, tried);
      try {
        // asked for as it is: what the server sends is read here, streamed or whole
        const asked = tried.stream ? { ...body, stream: true } : body;
        const sent = completionIn(
          await server.post<unknown>('/chat/completions', { body: asked, signal }),
        );
        const content = contentOf(sent);
        if (!content.ok && content.repairable) able.spellOut = true;
        return { content, tokens: tokensOf(sent) ?? estimate(messages, content) };
      } catch (error) {
        if (!isFormRefusal(error)) throw failureOf(error, parts.key);
        // Another call may have learnt the same meanwhile: then only try again.
        const changed = JSON.stringify(tried) !== JSON.stringify(able);
        if (!changed && !adapt(able, complaintOf(error))) throw failureOf(error, parts.key);
      }
    }
    throw new ModelFailure('broken', 'The model server refuses every form of request.');
  }

  return {
    complete: ask,
    async ping() {
      const messages: Message[] = [
        { role: 'system', content: 'Reply with the JSON object {"ok":true} and nothing else.' },
        { role: 'user', content: 'Are you there?' },
      ];
      const { content } = await ask({ messages, schema: PING, maxTokens: 2_000 });
      const took = `${able.rung} replies`;
      return content.ok ? took : `${took}, but ${content.why}`;
    },
  };
}

const PING: ReplySchema = {
  name: 'ping',
  schema: {
    type: 'object',
    properties: { ok: { type: 'boolean' } },
    required: ['ok'],
    additionalProperties: false,
  },
};

/** Four characters a token: for servers that do not count. */
function estimate(messages: readonly Message[], { text }: Content): number {
  const asked = messages.reduce((sum, { content }) => sum + content.length, 0);
  return Math.ceil((asked + text.length) / 4);
}

/** A reply larger than two megabytes ends the request. */
async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error' });
  if (response.body === null) return response;
  let left = LARGEST_BODY_BYTES;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new Error('The reply is larger than two megabytes.'));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
}

function isFormRefusal(error: unknown): boolean {
  if (!(error instanceof APIError) || error.status === undefined) return false;
  const complaint = complaintOf(error);
  if (TOO_LONG.test(complaint)) return false;
  return (
    [400, 415, 422, 501].includes(error.status) || (error.status >= 500 && FORM.test(complaint))
  );
}

const TOO_LONG = /context[ _](?:length|window)|maximum context|too (?:long|many tokens)/i;
const FORM = /response_format|json_schema|tool_choice|grammar/i;

function complaintOf(error: unknown): string {
  if (!(error instanceof APIError)) return '';
  return `${error.param ?? ''} ${error.message} ${JSON.stringify(error.error ?? '')}`.slice(
    0,
    2_000,
  );
}

/** The failure with how long to keep away, as the server said it, and with nothing secret in its cause. */
function failureOf(error: unknown, key: string): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const cause = scrubbed(error, key);
  if (error instanceof APIError && error.status !== undefined) {
    const { status } = error;
    const waitMs = retryAfterOf(error.headers);
    if ([401, 402, 403].includes(status))
      return failure('denied', 'The model server refuses the key: set OPENAI_API_KEY.', cause);
    if (status === 404)
      return failure(
        'denied',
        'The model server knows no such model or address: check OPENAI_MODEL and OPENAI_BASE_URL.',
        cause,
      );
    if (BUSY.includes(status))
      return new ModelFailure('busy', 'The model server asks to wait.', { waitMs, cause });
    const isTooLong = status === 413 || TOO_LONG.test(complaintOf(error));
    if (isTooLong) return failure('long', 'The copy is longer than the model server takes.', cause);
    return failure('broken', `The model server answers with status ${status}.`, cause);
  }
  const late =
    error instanceof Error && /abort|timeout|timed out/i.test(`${error.name} ${error.message}`);
  if (late) return failure('late', 'The model server did not answer in time.', cause);
  const sentence =
    error instanceof APIConnectionError
      ? 'The model server cannot be reached: check OPENAI_BASE_URL.'
      : 'The reply of the model server cannot be read.';
  return failure('broken', sentence, cause);
}

/** 529 is what an overloaded server says in front of some models. */
const BUSY = [429, 503, 529];
const LONGEST_CAUSE = 300;
/** Runs of letters and digits that no sentence holds, and what is called a key or token. */
const SECRETS = [
  /\b(?:bearer|api[-_ ]?key|token|authorization)\b["']?\s*(?:provided)?\s*[:=]\s*["']?\S+/gi,
  /\b(?:sk|pk|key)-[\w*.-]{4,}/gi,
  /(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}/gi,
];

/** The error without what a server may have echoed of our request: its key, its body, its headers. */
function scrubbed(error: unknown, key: string): Error {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const within = said.slice(0, 2_000).replaceAll(key === '' ? '\u0000' : key, '[secret]');
  const clean = SECRETS.reduce((text, pattern) => text.replace(pattern, '[secret]'), within);
  return new Error(clean.slice(0, LONGEST_CAUSE));
}

function failure(kind: ModelFailure['kind'], sentence: string, cause: unknown): ModelFailure {
  return new ModelFailure(kind, sentence, { cause });
}

/** Milliseconds to wait: `retry-after-ms`, seconds or a date; null when not said. */
function retryAfterOf(headers: Headers | undefined): number | null {
  const exact = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(exact) && exact >= 0) return exact;
  const said = headers?.get('retry-after');
  if (!said) return null;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const sent = Date.parse(headers?.get('date') ?? '');
  const until = Date.parse(said);
  // a date is meant by the server's clock; where it does not tell that, ours must do
  const now = Number.isNaN(sent) ? Date.now() : sent;
  return Number.isNaN(until) ? null : Math.max(0, until - now);
}
