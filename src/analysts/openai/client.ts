/** A client of any server that speaks OpenAI's chat completions. */
import OpenAI from 'openai';
import { ModelFailure } from '../fallback.ts';
import { adapt, bodyFor, firstGuess, type Message } from './ladder.ts';
import { complaintOf, failureOf, isFormRefusal } from './refusals.ts';
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

/** Form refusals in a row: every rung, both names of the limit and its size, the temperature, a stream. */
const MOST_FORMS = 11;
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
  let known = firstGuess(parts.baseUrl);

  async function ask({ messages, schema, maxTokens, ...wait }: Asking): Promise<Completion> {
    const signal = AbortSignal.timeout(Math.min(wait.timeoutMs ?? timeoutMs, timeoutMs));
    // Only a form that was taken is remembered: a request that no form mends says nothing of the server.
    const able = { ...known };
    for (let form = 0; form < MOST_FORMS; form += 1) {
      const body = bodyFor({ model, messages, schema, maxTokens }, able);
      try {
        // asked for as it is: what the server sends is read here, streamed or whole
        const asked = able.stream ? { ...body, stream: true } : body;
        const sent = completionIn(
          await server.post<unknown>('/chat/completions', { body: asked, signal }),
        );
        const content = contentOf(sent);
        if (!content.ok && content.repairable) able.spellOut = true;
        known = able;
        return { content, tokens: tokensOf(sent) ?? estimate(messages, content.text) };
      } catch (error) {
        const isForm = isFormRefusal(error);
        if (isForm && adapt(able, complaintOf(error))) continue;
        throw failureOf(error, parts.key, { isForm, asked: estimate(messages, '') });
      }
    }
    throw new ModelFailure('refused', 'The model server refuses every form of request.');
  }

  return {
    complete: ask,
    async ping() {
      const messages: Message[] = [
        { role: 'system', content: 'Reply with the JSON object {"ok":true} and nothing else.' },
        { role: 'user', content: 'Are you there?' },
      ];
      const { content } = await ask({ messages, schema: PING, maxTokens: 2_000 });
      const took = `${known.rung} replies`;
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
function estimate(messages: readonly Message[], text: string): number {
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
