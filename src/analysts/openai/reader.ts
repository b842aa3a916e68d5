/** Asks a model for a checked reply: at most two calls, and the same copy is never read twice. */
import type { Guard, Paid } from '../fallback.ts';
import { ModelFailure } from '../fallback.ts';
import type { Completion, ModelClient } from './client.ts';
import type { Message } from './ladder.ts';
import type { ReplySchema } from './schema.ts';

/** How a checked reply is judged; `held` compares two of them. */
export type Verdict = {
  readonly good: boolean;
  readonly errors: readonly string[];
  readonly held: number;
};

export type Task<Checked> = {
  /** tells the same copy and prompt from others */
  readonly key: string;
  readonly messages: () => readonly Message[];
  readonly schema: ReplySchema;
  readonly maxTokens: number;
  /** longest wait for one reply, when shorter than the client's own */
  readonly timeoutMs?: number;
  /** null when the value is no such reply at all */
  readonly check: (value: unknown) => Checked | null;
  readonly verdict: (checked: Checked) => Verdict;
};

export interface Reader {
  readonly model: string;
  /** The best reply of at most two calls; null when there is none to use. */
  read<Checked>(task: Task<Checked>): Promise<Checked | null>;
}

const MOST_KEPT = 500;
const MOST_ERROR_TEXT = 2_000;

/** Makes a reader. Replies are kept by their key, so that what a model said is not paid for twice. */
export function createReader(client: ModelClient, guard: Guard, model: string): Reader {
  /** values of the replies to a key, best first; empty when the model gave nothing of use */
  const kept = new Map<string, Promise<unknown[] | null>>();

  async function values<Checked>(task: Task<Checked>): Promise<unknown[] | null> {
    const messages = task.messages();
    const first = await call(guard, client, task, messages);
    if (first === null) return null;
    const content = first.content;
    const checked = content.ok ? task.check(content.value) : null;
    const verdict = checked === null ? null : task.verdict(checked);
    const own = content.ok && verdict ? [content.value] : [];
    if (verdict?.good || (!content.ok && !content.repairable)) return own;
    const errors = content.ok ? (verdict?.errors ?? ['it does not fit the schema']) : [content.why];
    const again = repairOf(messages, content.text, errors);
    const second = await call(guard, client, task, again);
    return second?.content.ok ? [...own, second.content.value] : own;
  }

  function remembered<Checked>(task: Task<Checked>): Promise<unknown[] | null> {
    const known = kept.get(task.key);
    if (known) return known;
    const fresh = values(task);
    kept.set(task.key, fresh);
    const oldest = kept.keys().next();
    if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
    // What no model was asked for may be asked again later.
    const forget = (): boolean => kept.delete(task.key);
    fresh.then((found) => (found === null ? forget() : undefined), forget);
    return fresh;
  }

  return {
    model,
    async read(task) {
      const found = (await remembered(task)) ?? [];
      const checked = found.flatMap((value) => task.check(value) ?? []);
      return checked.sort((a, b) => task.verdict(b).held - task.verdict(a).held)[0] ?? null;
    },
  };
}

/** One call under the guard; a server that fails at once is asked a second time by the caller. */
function call<Checked>(
  guard: Guard,
  client: ModelClient,
  task: Task<Checked>,
  messages: readonly Message[],
): Promise<Completion | null> {
  return guard.ask(async (): Promise<Paid<Completion>> => {
    const value = await once(client, messages, task);
    return { value, tokens: value.tokens };
  });
}

/** A dropped connection or a passing error is tried once more; a slow server is not. */
async function once<Checked>(
  client: ModelClient,
  messages: readonly Message[],
  { schema, maxTokens, timeoutMs }: Task<Checked>,
): Promise<Completion> {
  const wish = { messages, schema, maxTokens, timeoutMs };
  try {
    return await client.complete(wish);
  } catch (error) {
    if (!(error instanceof ModelFailure) || error.kind !== 'broken') throw error;
    return client.complete(wish);
  }
}

/** The first request, the reply, and nothing but the validator's errors. */
function repairOf(
  messages: readonly Message[],
  reply: string,
  errors: readonly string[],
): Message[] {
  const list = errors
    .map((error) => `- ${error}`)
    .join('\n')
    .slice(0, MOST_ERROR_TEXT);
  const content = `These lines do not hold:\n${list}\nReply with the whole JSON object, mended.`;
  const said: Message[] =
    reply === '' ? [] : [{ role: 'assistant', content: reply.slice(0, 12_000) }];
  return [...messages, ...said, { role: 'user', content }];
}
