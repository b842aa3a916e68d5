/** What a completion holds: the JSON a model meant, or why there is none. */
import type { ChatCompletion } from 'openai/resources/chat/completions';

/** Why a reply is of no use; `repairable` when asking again may help. */
export type Unusable = { readonly why: string; readonly repairable: boolean };
export type Content =
  | { readonly ok: true; readonly text: string; readonly value: unknown }
  | ({ readonly ok: false; readonly text: string } & Unusable);

const LONGEST_REPLY = 64_000;
const REFUSED = { why: 'the model refused', repairable: false };
const CUT = { why: 'the reply was cut short: keep to fewer lines', repairable: true };
const EMPTY = { why: 'the reply was empty', repairable: true };
const NO_JSON = { why: 'the reply holds no JSON object', repairable: true };

/** Reads the first choice of a completion. Never throws, whatever the server sent. */
export function contentOf(completion: ChatCompletion): Content {
  const choice = completion?.choices?.[0];
  const message = choice?.message;
  if (!message) return { ok: false, text: '', ...EMPTY };
  const text = textOf(message).slice(0, LONGEST_REPLY);
  if (message.refusal || choice.finish_reason === 'content_filter')
    return { ok: false, text: '', ...REFUSED };
  if (choice.finish_reason === 'length') return { ok: false, text: '', ...CUT };
  if (text.trim() === '') return { ok: false, text: '', ...EMPTY };
  const value = jsonIn(text);
  return value === undefined ? { ok: false, text, ...NO_JSON } : { ok: true, text, value };
}

type Message = ChatCompletion['choices'][number]['message'];

/** The words of a message: its tool call's arguments, its text, or its text parts. */
function textOf(message: Message): string {
  const call = Array.isArray(message.tool_calls) ? message.tool_calls[0] : undefined;
  if (call?.type === 'function' && typeof call.function?.arguments === 'string')
    return call.function.arguments;
  const content: unknown = message.content;
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) => (part as { text?: unknown } | null)?.text)
    .filter((part) => typeof part === 'string')
    .join('');
}

/**
 * The JSON object in a text: behind thinking blocks, inside fences, among chatter; trailing commas
 * and raw line breaks in strings are mended. Undefined when there is none. Linear in the text.
 */
export function jsonIn(text: string): unknown {
  const thought = text.lastIndexOf('</think');
  const rest = thought < 0 ? text : text.slice(thought);
  for (const piece of objectsIn(rest)) {
    const value = parsed(piece) ?? parsed(mended(piece));
    if (value !== undefined) return value;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const MOST_PIECES = 5;

/** Stretches from a brace to the brace that closes it, largest first. */
function objectsIn(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"' && depth > 0) quoted = !quoted;
    else if (!quoted && character === '{') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (!quoted && character === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) pieces.push(text.slice(start, at + 1));
    }
  }
  return pieces.sort((a, b) => b.length - a.length).slice(0, MOST_PIECES);
}

/** Trailing commas out, line breaks inside strings escaped. */
function mended(text: string): string {
  let out = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted && character === '\\') {
      out += character + (text[at + 1] ?? '');
      at += 1;
    } else if (quoted && (character === '\n' || character === '\r')) out += '\\n';
    else if (!quoted && character === ',' && /^\s{0,200}[}\]]/.test(text.slice(at + 1, at + 202)))
      continue;
    else {
      if (character === '"') quoted = !quoted;
      out += character;
    }
  }
  return out;
}
