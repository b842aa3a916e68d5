/** What a server takes: learnt from its refusals, one rung down at a time, and remembered. */
import type { ChatCompletionCreateParamsNonStreaming as Body } from 'openai/resources/chat/completions';
import type { ReplySchema } from './schema.ts';

/** Ways to ask for JSON, from the strictest to none. */
const RUNGS = ['json_schema', 'json_object', 'tool', 'text'] as const;
type Rung = (typeof RUNGS)[number];

type TokenField = 'max_tokens' | 'max_completion_tokens';

export type Capabilities = {
  rung: Rung;
  /** names of the limit that were not refused yet, the one in use first; none when there is no limit */
  tokenFields: readonly TokenField[];
  /** the largest limit that the server takes */
  mostTokens: number;
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
  return {
    rung: 'json_schema',
    tokenFields: own
      ? ['max_completion_tokens', 'max_tokens']
      : ['max_tokens', 'max_completion_tokens'],
    mostTokens: Number.POSITIVE_INFINITY,
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
  const [field] = able.tokenFields;
  // The new name also counts what a model thinks before it writes.
  const wanted = field === 'max_completion_tokens' ? maxTokens * 2 : maxTokens;
  if (field !== undefined) body[field] = Math.min(wanted, able.mostTokens);
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

/** The instructions before what the user says first; what the user says in a row is one message. */
function withoutSystem(messages: readonly Message[]): Message[] {
  const turns: Message[] = [];
  for (const { role: named, content } of messages) {
    const role = named === 'system' ? 'user' : named;
    const last = turns.at(-1);
    if (last?.role === role)
      turns[turns.length - 1] = { role, content: `${last.content}\n\n${content}` };
    else turns.push({ role, content });
  }
  return turns;
}

function spelledOut({ schema }: ReplySchema): string {
  return `The JSON object must fit this JSON Schema:\n${JSON.stringify(schema)}`;
}

/**
 * Changes what is asked of the server after it refused a request, in the light of what it said.
 * @returns false when there is nothing left to change
 */
export function adapt(able: Capabilities, complaint: string): boolean {
  if (/max_(?:completion_)?tokens/i.test(complaint) && able.tokenFields.length > 0) {
    const most = Number.isFinite(able.mostTokens) ? null : limitIn(complaint);
    if (most === null) able.tokenFields = able.tokenFields.slice(1);
    else able.mostTokens = most;
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
  if (SYSTEM.test(complaint) && able.system) {
    able.system = false;
    return true;
  }
  const next = RUNGS[RUNGS.indexOf(able.rung) + 1];
  if (next !== undefined) {
    able.rung = next;
    return true;
  }
  if (able.temperature || able.tokenFields.length > 0) {
    able.temperature = false;
    able.tokenFields = [];
    return true;
  }
  if (able.stream) return false;
  able.stream = true;
  return true;
}

const SYSTEM =
  /system (?:role|message|prompt|instruction)|developer instruction|roles? must alternate/i;

/** Less is no use to anybody. */
const LEAST_TOKENS = 256;

/** The largest limit that a complaint offers ("at most 2048", "[1, 8192]"); null when it offers none. */
function limitIn(complaint: string): number | null {
  if (!/at most|maximum|range|exceed|larger? than|less than|<=/i.test(complaint)) return null;
  // what was asked for stands there too, as the larger number
  const offered = [...complaint.matchAll(/\b\d{3,6}\b/g)].map(([digits]) => Number(digits));
  const most = Math.min(...offered.filter((each) => each >= LEAST_TOKENS));
  return Number.isFinite(most) ? most : null;
}
