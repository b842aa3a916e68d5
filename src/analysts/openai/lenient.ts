/**
 * JSON as models write it when no grammar holds them: a small reader that forgives what can be read in
 * one way only. Single or curly quotation marks as delimiters, bare keys, comments, trailing commas,
 * `None` and `True`, raw line breaks and quotation marks inside strings. What breaks off is no object.
 */

/** An object found in a text: where it begins and ends (exclusive), and what it says. */
export type Found = { readonly start: number; readonly end: number; readonly value: object };

const MOST_DEPTH = 40;
/** Braces in chatter are tried as the beginning of an object this often. */
const MOST_TRIES = 40;

/** The objects of a text that do not stand within one another, in their order. */
export function piecesIn(text: string): Found[] {
  const pieces: Found[] = [];
  let from = 0;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const start = text.indexOf('{', from);
    if (start === -1) break;
    const reader = { text, at: start };
    try {
      const value = readObject(reader, 0);
      pieces.push({ start, end: reader.at, value });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      // an object that never ends was cut, and what stands inside it is not the reply
      if (reader.at >= text.length) break;
    }
    from = Math.max(start + 1, reader.at);
  }
  return pieces;
}

class Unreadable extends Error {}

type Reader = { readonly text: string; at: number };

const BLANK = /(?:\s+|\/\/[^\n]*|#[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/)*/y;

/** Past blanks and comments; the character that stands there, or nothing at the end. */
function peek(reader: Reader): string {
  BLANK.lastIndex = reader.at;
  reader.at += BLANK.exec(reader.text)?.[0].length ?? 0;
  return reader.text[reader.at] ?? '';
}

function readValue(reader: Reader, depth: number): unknown {
  if (depth > MOST_DEPTH) throw new Unreadable('nested too deeply');
  const next = peek(reader);
  if (next === '{') return readObject(reader, depth);
  if (next === '[') return readArray(reader, depth);
  if (CLOSERS[next] !== undefined) return readString(reader, next, ENDS_VALUE);
  return readWord(reader);
}

function readObject(reader: Reader, depth: number): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  reader.at += 1;
  for (let next = peek(reader); next !== '}'; next = peek(reader)) {
    const key =
      CLOSERS[next] === undefined ? readBareKey(reader) : readString(reader, next, ENDS_KEY);
    if (peek(reader) !== ':') throw new Unreadable('no colon');
    reader.at += 1;
    entries.push([key, readValue(reader, depth + 1)]);
    endOfEntry(reader, '}');
  }
  reader.at += 1;
  return Object.fromEntries(entries);
}

function readArray(reader: Reader, depth: number): unknown[] {
  const values: unknown[] = [];
  reader.at += 1;
  while (peek(reader) !== ']') {
    values.push(readValue(reader, depth + 1));
    endOfEntry(reader, ']');
  }
  reader.at += 1;
  return values;
}

/** A comma or the end must follow an entry; a comma right before the end is one too many. */
function endOfEntry(reader: Reader, end: string): void {
  const next = peek(reader);
  if (next === ',') reader.at += 1;
  else if (next !== end) throw new Unreadable('no comma');
}

const DOUBLE = '"“”„';
const SINGLE = "'‘’";
/** What may close a string, by what opens it: curly marks come in any pair. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': DOUBLE,
  '”': DOUBLE,
  '„': DOUBLE,
  '‘': SINGLE,
  '’': SINGLE,
};

/** What stands behind the mark that ends a key, or a value: else the mark belongs to the words. */
const ENDS_KEY = /\s{0,200}:/y;
const ENDS_VALUE =
  /\s{0,200}(?:[}\]]|\/[/*]|#|,\s{0,200}(?:["'“”„‘’]|[{}[\]]|\/[/*]|#|-?\d|[\w$]{1,40}\s{0,20}[:,\]}]))/y;

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };

function readString(reader: Reader, opens: string, ends: RegExp): string {
  const { text } = reader;
  const closers = CLOSERS[opens] ?? '';
  let said = '';
  for (let at = reader.at + 1; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\') {
      const code = /^u[0-9a-f]{4}/i.exec(text.slice(at + 1, at + 6))?.[0];
      const next = text[at + 1] ?? '';
      said += code ? String.fromCharCode(parseInt(code.slice(1), 16)) : (ESCAPED[next] ?? next);
      at += code?.length ?? 1;
      continue;
    }
    ends.lastIndex = at + 1;
    if (closers.includes(character) && ends.test(text)) {
      reader.at = at + 1;
      return said;
    }
    said += character;
  }
  reader.at = text.length;
  throw new Unreadable('the string does not end');
}

const BARE_KEY = /[A-Za-z_$][\w$]{0,60}/y;

function readBareKey(reader: Reader): string {
  BARE_KEY.lastIndex = reader.at;
  const key = BARE_KEY.exec(reader.text)?.[0];
  if (key === undefined) throw new Unreadable('no key');
  reader.at += key.length;
  return key;
}

const WORD = /-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?|[A-Za-z]{1,9}/y;
const LITERALS: Readonly<Record<string, unknown>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  undefined: null,
};

function readWord(reader: Reader): unknown {
  WORD.lastIndex = reader.at;
  const word = WORD.exec(reader.text)?.[0];
  if (word === undefined) throw new Unreadable('no value');
  const isLiteral = Object.hasOwn(LITERALS, word);
  if (!isLiteral && !/\d/.test(word)) throw new Unreadable('no value');
  reader.at += word.length;
  return isLiteral ? LITERALS[word] : Number(word);
}
