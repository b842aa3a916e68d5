/** What a completion holds: the JSON a model meant, or why there is none. */
import { piecesIn, type Found } from './lenient.ts';

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

/** A completion as a server may send it: nothing of it is sure to be there, or to be what it should. */
type Sent = {
  readonly choices?: readonly ({
    readonly message?: Record<string, unknown> | null;
    readonly finish_reason?: unknown;
  } | null)[];
  readonly usage?: {
    readonly total_tokens?: unknown;
    readonly prompt_tokens?: unknown;
    readonly completion_tokens?: unknown;
  } | null;
};

/** Reads the first choice of a completion. Never throws, whatever the server sent. */
export function contentOf(sent: unknown): Content {
  const { choices } = (sent ?? {}) as Sent;
  const choice = Array.isArray(choices) ? (choices as Sent['choices'])?.[0] : undefined;
  const message = choice?.message;
  if (!choice || typeof message !== 'object' || message === null)
    return { ok: false, text: '', ...EMPTY };
  const text = textOf(message).slice(0, LONGEST_REPLY);
  if (message['refusal'] || choice.finish_reason === 'content_filter')
    return { ok: false, text: '', ...REFUSED };
  if (choice.finish_reason === 'length') return { ok: false, text: '', ...CUT };
  if (text.trim() === '') return { ok: false, text: '', ...EMPTY };
  const value = jsonIn(text);
  return value === undefined ? { ok: false, text, ...NO_JSON } : { ok: true, text, value };
}

/** More than any reply can have cost: a count beyond it is a mistake of the server's. */
const MOST_TOKENS = 1_000_000;

/** What the server says the reply cost; null when it does not say, or not sensibly. */
export function tokensOf(sent: unknown): number | null {
  const {
    total_tokens: sum,
    prompt_tokens: asked,
    completion_tokens: said,
  } = (sent as Sent | null)?.usage ?? {};
  const total = Number(sum ?? Number(asked ?? Number.NaN) + Number(said ?? 0));
  return total > 0 && total <= MOST_TOKENS ? total : null;
}

/**
 * The words of a message: the first that hold JSON among its tool call's arguments, its content or the
 * text parts of that, else the first that there are.
 */
function textOf(message: Record<string, unknown>): string {
  const [call] = Array.isArray(message['tool_calls']) ? (message['tool_calls'] as unknown[]) : [];
  const called = (call as { function?: { arguments?: unknown } } | null | undefined)?.function;
  const older = message['function_call'] as { arguments?: unknown } | null | undefined;
  const texts = [called?.arguments, older?.arguments, message['content']]
    .map(wordsOf)
    .filter((text) => text.trim() !== '');
  return texts.find((text) => jsonIn(text) !== undefined) ?? texts[0] ?? '';
}

/** Kinds of parts that are no part of the reply: `thinking`, `reasoning`, `refusal`. */
const SPOKEN = new Set<unknown>([undefined, 'text', 'output_text']);

function wordsOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content))
    return content
      .map((part: unknown) => part as { type?: unknown; text?: unknown } | null)
      .map((part) => (SPOKEN.has(part?.type) ? part?.text : null))
      .filter((part) => typeof part === 'string')
      .join('');
  // some servers hand over the object that the model wrote
  return typeof content === 'object' && content !== null ? JSON.stringify(content) : '';
}

/**
 * What a server sent as an object: JSON, whatever it called it, or a stream of pieces put together. A
 * web page or the like is nothing.
 */
export function completionIn(sent: unknown): unknown {
  if (typeof sent !== 'string') return sent;
  if (/^\s*(?:data|event|id|retry|):/m.test(sent.slice(0, 2_000))) return streamed(sent);
  try {
    return JSON.parse(sent.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

type ToolPiece = { readonly index?: number; readonly function?: { readonly arguments?: unknown } };
type Piece = {
  readonly choices?: readonly {
    readonly delta?: {
      readonly content?: unknown;
      readonly refusal?: unknown;
      readonly tool_calls?: readonly ToolPiece[];
    };
    readonly finish_reason?: unknown;
  }[];
  readonly usage?: unknown;
};

function streamed(text: string): unknown {
  const sums = { content: '', refusal: '', called: '' };
  let finish: unknown = null;
  let usage: unknown = null;
  const add = (name: keyof typeof sums, more: unknown): void => {
    if (typeof more === 'string') sums[name] += more;
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const data = /^\s*data:\s*(\{.*)$/.exec(line)?.[1];
    const piece = (data === undefined ? null : parsed(data)) as Piece | null | undefined;
    const choice = Array.isArray(piece?.choices) ? piece.choices[0] : undefined;
    add('content', wordsOf(choice?.delta?.content));
    add('refusal', choice?.delta?.refusal);
    const given = choice?.delta?.tool_calls;
    const calls = Array.isArray(given) ? (given as (ToolPiece | null)[]) : [];
    // a second call at the same time is another's words
    add('called', calls.find((call) => (call?.index ?? 0) === 0)?.function?.arguments);
    finish = choice?.finish_reason ?? finish;
    usage = piece?.usage ?? usage;
  }
  // what breaks off without an end was cut
  const finish_reason = finish ?? (text.includes('[DONE]') ? 'stop' : 'length');
  const tool_calls = sums.called === '' ? [] : [{ function: { arguments: sums.called } }];
  const refusal = sums.refusal === '' ? null : sums.refusal;
  return {
    choices: [{ message: { content: sums.content, refusal, tool_calls }, finish_reason }],
    usage,
  };
}

/** Closing marks of what a model thinks before it replies. */
const THOUGHT_ENDS =
  /<\/(?:think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad)\s*>|<\|channel\|>final/gi;

/**
 * The JSON object in a text: behind what the model thinks, inside fences, among chatter, or written as
 * a string, as JSON or as models write it (lenient.ts). Undefined when there is none. What stands
 * inside the thoughts is read only where nothing is behind them: then a server has filed the reply
 * there. Of several objects the last counts that is not much shorter than the longest: who corrects
 * itself does so behind. Linear in the text.
 */
export function jsonIn(text: string): unknown {
  const whole = unwrapped(text);
  const value = parsed(whole);
  if (value !== undefined && !Array.isArray(value)) return value;
  const thought = [...whole.matchAll(THOUGHT_ENDS)].at(-1);
  const reply = thought === undefined ? '' : whole.slice(thought.index + thought[0].length);
  return meantIn(reply.trim() === '' ? whole : reply);
}

const MUCH_SHORTER = 0.5;

function meantIn(text: string): unknown {
  const pieces = piecesIn(text).filter(({ value }) => !isSchema(value));
  const lengthOf = ({ start, end }: Found): number => end - start;
  const longest = Math.max(0, ...pieces.map(lengthOf));
  return pieces.findLast((piece) => lengthOf(piece) > longest * MUCH_SHORTER)?.value;
}

/** A model may say over what it was told to reply in. */
const isSchema = (value: object): boolean => 'properties' in value && 'type' in value;

/** The text that a JSON string stands for; any other text as it is. */
function unwrapped(text: string): string {
  if (!/^\s*"/.test(text)) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
