/** What a strict server refuses: bodies checked as OpenAI's chat completions check them. */

export type Refusal = {
  readonly status: number;
  readonly message: string;
  readonly param: string | null;
};

type Body = Readonly<Record<string, unknown>>;

const KNOWN = [
  'model',
  'messages',
  'temperature',
  'max_tokens',
  'max_completion_tokens',
  'response_format',
  'tools',
  'tool_choice',
  'stream',
];

const bad = (message: string, param: string | null = null): Refusal => ({
  status: 400,
  message,
  param,
});

/** Why the body is refused; null when it is right. */
export function refusalOf(body: Body): Refusal | null {
  const unknown = Object.keys(body).find((key) => !KNOWN.includes(key));
  if (unknown) return bad(`Unrecognized request argument supplied: ${unknown}`, unknown);
  if (typeof body['model'] !== 'string' || body['model'] === '') return bad('model', 'model');
  return (
    messagesRefusal(body['messages']) ??
    numbersRefusal(body) ??
    formatRefusal(body) ??
    toolRefusal(body)
  );
}

function messagesRefusal(messages: unknown): Refusal | null {
  if (!Array.isArray(messages) || messages.length === 0) return bad('messages', 'messages');
  for (const [at, message] of messages.entries()) {
    const { role, content, ...more } = message as Record<string, unknown>;
    if (!['system', 'user', 'assistant'].includes(String(role))) return bad('role', 'messages');
    if (typeof content !== 'string' || content === '') return bad('content', 'messages');
    if (Object.keys(more).length > 0) return bad('messages hold unknown keys', 'messages');
    if (role === 'system' && at > 0) return bad('system must come first', 'messages');
  }
  return (messages.at(-1) as { role: string }).role === 'user' ? null : bad('last', 'messages');
}

function numbersRefusal(body: Body): Refusal | null {
  const { temperature } = body;
  if (temperature !== undefined && (typeof temperature !== 'number' || temperature > 2))
    return bad('temperature', 'temperature');
  const limits = [body['max_tokens'], body['max_completion_tokens']].filter(
    (limit) => limit !== undefined,
  );
  if (limits.length > 1) return bad('max_tokens and max_completion_tokens', 'max_tokens');
  return limits.every((limit) => Number.isInteger(limit) && Number(limit) > 0)
    ? null
    : bad('the limit must be a positive integer', 'max_tokens');
}

function formatRefusal(body: Body): Refusal | null {
  const format = body['response_format'] as Record<string, unknown> | undefined;
  if (format === undefined) return null;
  if (format['type'] === 'json_object') {
    return JSON.stringify(body['messages']).includes('JSON')
      ? null
      : bad("'messages' must contain the word 'json'", 'messages');
  }
  if (format['type'] !== 'json_schema') return bad('response_format.type', 'response_format');
  const given = format['json_schema'] as Record<string, unknown> | undefined;
  if (!given || !/^[\w-]{1,64}$/.test(String(given['name'])) || given['strict'] !== true)
    return bad('response_format.json_schema', 'response_format');
  const problem = schemaProblem(given['schema'], '');
  return problem ? bad(`Invalid schema: ${problem}`, 'response_format') : null;
}

/** OpenAI's strict mode: every object closed, every property required. */
function schemaProblem(schema: unknown, path: string): string | null {
  if (typeof schema !== 'object' || schema === null) return `${path}: no schema`;
  const node = schema as Record<string, unknown>;
  if (node['type'] === 'object') {
    const properties = (node['properties'] ?? {}) as Record<string, unknown>;
    if (node['additionalProperties'] !== false) return `${path}: additionalProperties`;
    const required = new Set(node['required'] as string[]);
    if (Object.keys(properties).some((key) => !required.has(key))) return `${path}: required`;
    for (const [key, value] of Object.entries(properties)) {
      const problem = schemaProblem(value, `${path}.${key}`);
      if (problem) return problem;
    }
  }
  return node['type'] === 'array' ? schemaProblem(node['items'], `${path}[]`) : null;
}

function toolRefusal(body: Body): Refusal | null {
  const tools = body['tools'] as { type: string; function: { name: string } }[] | undefined;
  if (tools === undefined) return body['tool_choice'] === undefined ? null : bad('tools', 'tools');
  const choice = body['tool_choice'] as { function?: { name?: string } } | undefined;
  return tools.length === 1 && choice?.function?.name === tools[0]?.function.name
    ? null
    : bad('tool_choice', 'tool_choice');
}
