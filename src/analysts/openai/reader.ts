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

/** Replies that are paid for, readable or not. */
const MOST_CALLS = 2;
const MOST_KEPT = 500;
const MOST_ERROR_TEXT = 2_000;

/** Makes a reader. Replies are kept by their key, so that what a model said is not paid for twice. */
export function createReader(client: ModelClient, guard: Guard, model: string): Reader {
  /** values of the replies to a key, best first; empty when the model gave nothing of use */
  const kept = new Map<string, Promise<unknown[] | null>>();

  async function values<Checked>(task: Task<Checked>): Promise<unknown[] | null> {
    const messages = task.messages();
    const left = { calls: MOST_CALLS };
    const first = await call(guard, client, task, messages, left);
    if (first === null) return null;
    const content = first.content;
    const checked = content.ok ? task.check(content.value) : null;
    const verdict = checked === null ? null : task.verdict(checked);
    const own = content.ok && verdict ? [content.value] : [];
    if (verdict?.good || (!content.ok && !content.repairable) || left.calls === 0) return own;
    const errors = content.ok ? (verdict?.errors ?? ['it does not fit the schema']) : [content.why];
    const again = repairOf(messages, content.text, errors);
    const second = await call(guard, client, task, again, left);
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

/** How many replies may still be paid for. */
type Left = { calls: number };

/** One call under the guard. */
function call<Checked>(
  guard: Guard,
  client: ModelClient,
  task: Task<Checked>,
  messages: readonly Message[],
  left: Left,
): Promise<Completion | null> {
  return guard.ask(() => once(client, messages, task, left));
}

/**
 * A dropped connection or a passing error is tried once more, and so is a reply that cannot be read
 * where another may be paid for; a slow server is not.
 */
async function once<Checked>(
  client: ModelClient,
  messages: readonly Message[],
  { schema, maxTokens, timeoutMs }: Task<Checked>,
  left: Left,
): Promise<Paid<Completion>> {
  const wish = { messages, schema, maxTokens, timeoutMs };
  let lost = 0;
  const tried = async (): Promise<Paid<Completion>> => {
    try {
      const value = await client.complete(wish);
      left.calls -= 1;
      return { value, tokens: lost + value.tokens };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      if (error.tokens > 0) left.calls -= 1;
      const { kind, sentence, waitMs, cause } = error;
      throw new ModelFailure(kind, sentence, { waitMs, cause, tokens: lost + error.tokens });
    }
  };
  try {
    return await tried();
  } catch (error) {
    if (!(error instanceof ModelFailure) || error.kind !== 'broken' || left.calls === 0)
      throw error;
    lost = error.tokens;
    return tried();
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
