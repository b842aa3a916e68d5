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
  const value = evenKeys(innermost(given));
  if (!isRecord(value)) return null;
  const sections = Object.keys(CARD_LINES).filter((name) => isSection(value[name]));
  if (sections.length === 0) return null;
  let unreadable = 0;
  const lines = <Line>(name: keyof CardReply, schema: z.ZodType<Line>): Line[] => {
    const own = value[name];
    const given: unknown[] = Array.isArray(own) ? own : isSection(own) ? [own] : [];
    return given.slice(0, MOST_LINES).flatMap((each) => {
      const line = completed(each, schema, MAIN[name]);
      if (line === null) return [];
      const result = schema.safeParse(line);
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

/** Where a line is a mere string, the field that it stands for. */
const MAIN: Readonly<Record<keyof CardReply, string>> = {
  who: 'name',
  where: 'place',
  when: 'text',
  outcome: 'text',
  open: 'text',
  next: 'text',
  numbers: 'text',
  quotes: 'quote',
  summary: 'sentence',
};

/** A list of lines, or the only one of them; not a word that says there is none. */
const isSection = (value: unknown): boolean =>
  Array.isArray(value) || isRecord(value) || (typeof value === 'string' && /\s/.test(value.trim()));

/** Reads an answer's reply; null when it is none. */
export function readAnswerReply(reply: unknown): AnswerReply | null {
  const value = innermost(reply);
  if (!isRecord(value) || typeof value['told'] !== 'boolean') return null;
  const given = Array.isArray(value['sentences']) ? (value['sentences'] as unknown[]) : [];
  const sentences = given.slice(0, MOST_LINES).flatMap((each) => {
    const result = sentence.safeParse(completed(each, sentence, MAIN.summary));
    return result.success ? [result.data] : [];
  });
  return { told: value['told'], sentences };
}

/** What stands under the only key of an object, as in `{"card": {...}}`; else the value itself. */
function innermost(value: unknown): unknown {
  const inner = isRecord(value) ? Object.values(value) : [];
  return inner.length === 1 && isRecord(inner[0]) ? inner[0] : value;
}

/** Names of fields in one spelling: "Who", "organization". */
function evenKeys(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, each]) => {
    const name = key.trim().toLowerCase();
    return [SPELLINGS[name] ?? name, each] as const;
  });
  return Object.fromEntries(entries);
}

const SPELLINGS: Readonly<Record<string, string>> = {
  organization: 'organisation',
};

/** What models write where nothing is to be said. */
const NOTHING =
  /^\s*(?:n\/?a|none|null|nil|unknown|unnamed|unspecified|undefined|not (?:stated|specified|given|mentioned|applicable|available|known)|-+|–|—)?[\s.]*$/i;

/**
 * Servers without grammar leave out nulls, add fields, write words for nothing, wrap a string in a list
 * and list one sentence as itself or by its mere number: all that is forgiven, other wrong types are
 * not. Null for a line that says nothing at all.
 * @param main the field that a mere string stands for
 */
function completed(given: unknown, schema: z.ZodType, main: string): unknown {
  const line = evenKeys(typeof given === 'string' ? { [main]: given } : given);
  if (!isRecord(line) || !(schema instanceof z.ZodObject)) return line;
  const fields = Object.keys(schema.shape).map((key) => [key, fieldOf(key, line)] as const);
  const isEmpty = fields.every(
    ([, value]) => value === null || value === '' || value === false || isEmptyList(value),
  );
  return isEmpty ? null : Object.fromEntries(fields);
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function fieldOf(key: string, line: Readonly<Record<string, unknown>>): unknown {
  const value = said(line[key]);
  if (key === 'sids') return sidsIn(value ?? said(line['sid']) ?? []);
  if (key === 'sid') return sidsIn(value ?? said(line['sids']) ?? []).join(' ');
  const only: unknown = Array.isArray(value) ? onlyOf(value) : value;
  if (key === 'quote') return only ?? '';
  if (key === 'firm') return only === true || /^(?:true|yes|firm)$/i.test(String(only));
  if (key === 'value' && typeof only === 'string') return numberIn(only);
  return only;
}

/** Null for a word that says there is nothing. */
const said = (value: unknown): unknown =>
  typeof value === 'string' && NOTHING.test(value) ? null : (value ?? null);

/** The string that a list holds by itself; a list of several is none. */
const onlyOf = (list: readonly unknown[]): unknown => (list.length === 1 ? said(list[0]) : list);

/** "1,200" as a number; null for what is none. */
function numberIn(text: string): number | null {
  const value = Number(text.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}

function sidsIn(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((each) => (isRecord(each) ? Object.values(each)[0] : each)).map(String);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
