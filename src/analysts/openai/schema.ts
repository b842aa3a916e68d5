/** What a model must reply: one schema, told to the server as JSON Schema and read back leniently. */
import { z } from 'zod';

/** Part of every cache key: raise it whenever a schema below changes. */
export const SCHEMA_VERSION = 1;

const cited = { sid: z.string(), quote: z.string() };
const text = z.string();
const maybe = z.string().nullable();

const person = z.strictObject({ ...cited, name: text, role: maybe, organisation: maybe });
const place = z.strictObject({ ...cited, place: text });
const moment = z.strictObject({ ...cited, text });
const statement = z.strictObject({ ...cited, text });
const nextStep = z.strictObject({
  ...cited,
  text,
  place: maybe,
  when: maybe,
  firm: z.boolean(),
});
const figure = z.strictObject({ ...cited, text, value: z.number().nullable(), unit: maybe });
const quotation = z.strictObject({ ...cited, speaker: maybe });
const sentence = z.strictObject({ sids: z.array(z.string()), sentence: z.string() });

/** The lines of a card's reply, by section. */
export const CARD_LINES = {
  who: person,
  where: place,
  when: moment,
  outcome: statement,
  open: statement,
  next: nextStep,
  numbers: figure,
  quotes: quotation,
  summary: sentence,
};

const cardReply = z.strictObject({
  who: z.array(person),
  where: z.array(place),
  when: z.array(moment),
  outcome: z.array(statement),
  open: z.array(statement),
  next: z.array(nextStep),
  numbers: z.array(figure),
  quotes: z.array(quotation),
  summary: z.array(sentence),
});
const answerReply = z.strictObject({ told: z.boolean(), sentences: z.array(sentence) });

export type CardReply = z.infer<typeof cardReply>;
export type AnswerReply = z.infer<typeof answerReply>;

/** A schema as servers want it: a name and JSON Schema with every property required. */
export type ReplySchema = { readonly name: string; readonly schema: Record<string, unknown> };

function asJsonSchema(schema: z.ZodType): Record<string, unknown> {
  const json: Record<string, unknown> = { ...z.toJSONSchema(schema, { target: 'draft-7' }) };
  delete json['$schema'];
  return json;
}

export const CARD_SCHEMA: ReplySchema = { name: 'card', schema: asJsonSchema(cardReply) };
export const ANSWER_SCHEMA: ReplySchema = { name: 'answer', schema: asJsonSchema(answerReply) };

const MOST_LINES = 40;

/** What could be read of a reply, and how many of its lines could not. */
export type Read<Reply> = { readonly reply: Reply; readonly unreadable: number };

/** Reads a card's reply line by line; null when it is no card at all. */
export function readCardReply(given: unknown): Read<CardReply> | null {
  const value = innermost(given);
  if (!isRecord(value)) return null;
  const sections = Object.keys(CARD_LINES).filter((name) => Array.isArray(value[name]));
  if (sections.length === 0) return null;
  let unreadable = 0;
  const lines = <Line>(name: keyof CardReply, schema: z.ZodType<Line>): Line[] => {
    const given = Array.isArray(value[name]) ? (value[name] as unknown[]) : [];
    return given.slice(0, MOST_LINES).flatMap((each) => {
      const result = schema.safeParse(completed(each, schema));
      if (!result.success) unreadable += 1;
      return result.success ? [result.data] : [];
    });
  };
  const reply = {
    who: lines('who', person),
    where: lines('where', place),
    when: lines('when', moment),
    outcome: lines('outcome', statement),
    open: lines('open', statement),
    next: lines('next', nextStep),
    numbers: lines('numbers', figure),
    quotes: lines('quotes', quotation),
    summary: lines('summary', sentence),
  };
  return { reply, unreadable };
}

/** Reads an answer's reply; null when it is none. */
export function readAnswerReply(reply: unknown): AnswerReply | null {
  const value = innermost(reply);
  if (!isRecord(value) || typeof value['told'] !== 'boolean') return null;
  const given = Array.isArray(value['sentences']) ? (value['sentences'] as unknown[]) : [];
  const sentences = given.slice(0, MOST_LINES).flatMap((each) => {
    const result = sentence.safeParse(completed(each, sentence));
    return result.success ? [result.data] : [];
  });
  return { told: value['told'], sentences };
}

/** What stands under the only key of an object, as in `{"card": {...}}`; else the value itself. */
function innermost(value: unknown): unknown {
  const inner = isRecord(value) ? Object.values(value) : [];
  return inner.length === 1 && isRecord(inner[0]) ? inner[0] : value;
}

/**
 * Servers without grammar leave out nulls, add fields, and list one sentence as itself or by its mere
 * number: all that is forgiven, other wrong types are not.
 */
function completed(line: unknown, schema: z.ZodType): unknown {
  if (!isRecord(line) || !(schema instanceof z.ZodObject)) return line;
  return Object.fromEntries(
    Object.keys(schema.shape).map((key) => {
      const value = line[key] ?? null;
      return [key, key === 'sids' ? sidsIn(value) : value];
    }),
  );
}

function sidsIn(value: unknown): unknown {
  if (value === null) return value;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((each) => (typeof each === 'number' ? String(each) : each));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
