/** A client of any server that speaks OpenAI's chat completions. */
import OpenAI, { APIConnectionError, APIError } from 'openai';
import { ModelFailure } from '../fallback.ts';
import { adapt, bodyFor, firstGuess, type Message } from './ladder.ts';
import { contentOf, type Content } from './reply.ts';
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

/** Form refusals in a row: every rung, both names of the limit, the temperature. */
const MOST_FORMS = 8;
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
        const completion = await server.chat.completions.create(body, { signal });
        const content = contentOf(completion);
        if (!content.ok && content.repairable) able.spellOut = true;
        return { content, tokens: completion.usage?.total_tokens ?? estimate(messages, content) };
      } catch (error) {
        if (!isFormRefusal(error)) throw failureOf(error);
        // Another call may have learnt the same meanwhile: then only try again.
        const changed = JSON.stringify(tried) !== JSON.stringify(able);
        if (!changed && !adapt(able, complaintOf(error))) throw failureOf(error);
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

/** The failure with how long to keep away, as the server said it. */
function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof APIError && error.status !== undefined) {
    const { status } = error;
    const waitMs = retryAfterOf(error.headers);
    if (status === 401 || status === 403)
      return failure('denied', 'The model server refuses the key: set OPENAI_API_KEY.', error);
    if (status === 404)
      return failure(
        'denied',
        'The model server knows no such model or address: check OPENAI_MODEL and OPENAI_BASE_URL.',
        error,
      );
    if (status === 429 || status === 503)
      return new ModelFailure('busy', 'The model server asks to wait.', { waitMs, cause: error });
    return failure('broken', `The model server answers with status ${status}.`, error);
  }
  const late =
    error instanceof Error && /abort|timeout|timed out/i.test(`${error.name} ${error.message}`);
  if (late) return failure('late', 'The model server did not answer in time.', error);
  const sentence =
    error instanceof APIConnectionError
      ? 'The model server cannot be reached: check OPENAI_BASE_URL.'
      : 'The reply of the model server cannot be read.';
  return failure('broken', sentence, error);
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
  return Number.isNaN(until) || Number.isNaN(sent) ? null : Math.max(0, until - sent);
}
