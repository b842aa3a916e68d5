/** What a server takes: learnt from its refusals, one rung down at a time, and remembered. */
import type { ChatCompletionCreateParamsNonStreaming as Body } from 'openai/resources/chat/completions';
import type { ReplySchema } from './schema.ts';

/** Ways to ask for JSON, from the strictest to none. */
const RUNGS = ['json_schema', 'json_object', 'tool', 'text'] as const;
type Rung = (typeof RUNGS)[number];

export type Capabilities = {
  rung: Rung;
  tokenField: 'max_tokens' | 'max_completion_tokens' | 'none';
  temperature: boolean;
  /** true when the schema must also stand in the prompt: the server takes it and ignores it */
  spellOut: boolean;
  /** true when the server only streams */
  stream: boolean;
  /** false when its chat template knows no system message: the instructions go before the first words */
  system: boolean;
};

export type Message = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

/** What is tried first: OpenAI's own address wants the new name for the limit, others the old. */
export function firstGuess(baseUrl: string | null): Capabilities {
  const own = baseUrl === null || /(?:^|\.)openai\.com$/.test(URL.parse(baseUrl)?.hostname ?? '');
  const tokenField = own ? 'max_completion_tokens' : 'max_tokens';
  return {
    rung: 'json_schema',
    tokenField,
    temperature: true,
    spellOut: false,
    stream: false,
    system: true,
  };
}

export type Wish = {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly schema: ReplySchema;
  readonly maxTokens: number;
};

/** The body of a request as this server takes it; nothing in it that it need not know. */
export function bodyFor(wish: Wish, able: Capabilities): Body {
  const { model, schema, maxTokens } = wish;
  const told = messagesFor(wish, able);
  const body: Body = { model, messages: able.system ? told : withoutSystem(told) };
  if (able.temperature) body.temperature = 0;
  if (able.tokenField === 'max_tokens') body.max_tokens = maxTokens;
  // The new name also counts what a model thinks before it writes.
  if (able.tokenField === 'max_completion_tokens') body.max_completion_tokens = maxTokens * 2;
  if (able.rung === 'json_schema')
    body.response_format = { type: 'json_schema', json_schema: { ...schema, strict: true } };
  if (able.rung === 'json_object') body.response_format = { type: 'json_object' };
  if (able.rung === 'tool') {
    const { name, schema: parameters } = schema;
    body.tools = [{ type: 'function', function: { name, parameters } }];
    body.tool_choice = { type: 'function', function: { name } };
  }
  return body;
}

/** The schema goes behind the fixed words, so that the prefix stays the same for every story. */
function messagesFor({ messages, schema }: Wish, able: Capabilities): Message[] {
  const told = able.rung === 'json_schema' || able.rung === 'tool';
  if (told && !able.spellOut) return [...messages];
  return messages.map((message, at) =>
    at === 0 && message.role === 'system'
      ? { ...message, content: `${message.content}\n\n${spelledOut(schema)}` }
      : message,
  );
}

/** The instructions before what the user says first; two messages of the user in a row are one. */
function withoutSystem(messages: readonly Message[]): Message[] {
  const [first, second, ...rest] = messages;
  if (first?.role !== 'system' || second?.role !== 'user') return [...messages];
  return [{ role: 'user', content: `${first.content}\n\n${second.content}` }, ...rest];
}

function spelledOut({ schema }: ReplySchema): string {
  return `The JSON object must fit this JSON Schema:\n${JSON.stringify(schema)}`;
}

/**
 * Changes what is asked of the server after it refused a request, in the light of what it said.
 * @returns false when there is nothing left to change
 */
export function adapt(able: Capabilities, complaint: string): boolean {
  if (/max_(?:completion_)?tokens/i.test(complaint) && able.tokenField !== 'none') {
    able.tokenField = otherField(able, complaint);
    return true;
  }
  if (/temperature/i.test(complaint) && able.temperature) {
    able.temperature = false;
    return true;
  }
  if (/\bstream(?:ing)?\b/i.test(complaint) && !able.stream) {
    able.stream = true;
    return true;
  }
  if (/system (?:role|message|prompt|instruction)|developer instruction/i.test(complaint)) {
    if (!able.system) return false;
    able.system = false;
    return true;
  }
  const next = RUNGS[RUNGS.indexOf(able.rung) + 1];
  if (next !== undefined) {
    able.rung = next;
    return true;
  }
  if (able.temperature || able.tokenField !== 'none') {
    able.temperature = false;
    able.tokenField = 'none';
    return true;
  }
  if (able.stream) return false;
  able.stream = true;
  return true;
}

/** The other name for the limit; none at all when the complaint does not offer it. */
function otherField(able: Capabilities, complaint: string): Capabilities['tokenField'] {
  const other = able.tokenField === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
  const pattern = other === 'max_tokens' ? /max_tokens/i : /max_completion_tokens/i;
  const offered = pattern.test(complaint) || able.tokenField === 'max_tokens';
  return offered ? other : 'none';
}
