/** Prompts: files of `prompts/`, checked when they are loaded, rendered with plain values. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { NewsroomError } from '../errors.ts';

/**
 * A prompt: `system` never changes, so that servers can keep it in their cache; `template` holds
 * `{{name}}` where a value goes.
 */
export type Prompt = {
  readonly name: string;
  readonly version: number;
  readonly values: readonly string[];
  readonly system: string;
  readonly template: string;
};

const frontMatter = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]{0,30}$/, 'must be a short lower-case word'),
  version: z.number().int().min(1),
  about: z.string().max(200).optional(),
  values: z
    .array(z.string().regex(/^[a-z]{1,30}$/, 'must be lower-case words'))
    .min(1)
    .max(20),
});

/** Largest prompt file that is read. */
const FILE_CHARACTERS_MAX = 50_000;
const PLACE = /\{\{\s*([^{}]{0,60}?)\s*\}\}/g;

/**
 * Loads `NAME.md` of a folder.
 * @param name what the front matter must call it
 * @param needs values that the program will give: the template must use all of them and no others
 * @throws NewsroomError `config` with a sentence that names the file and what is wrong in it
 */
export function loadPrompt(folder: string, name: string, needs: readonly string[]): Prompt {
  const file = join(folder, `${name}.md`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const sentence = `The prompt ${file} cannot be read: put it back from the project's own copy.`;
    throw new NewsroomError('config', sentence, { cause });
  }
  const prompt = readPrompt(text, file);
  if (prompt.name !== name) throw wrong(file, `its name must be "${name}", not "${prompt.name}"`);
  const missing = needs.find((need) => !prompt.values.includes(need));
  if (missing !== undefined) throw wrong(file, `it must use the value {{${missing}}}`);
  const extra = prompt.values.find((value) => !needs.includes(value));
  if (extra !== undefined) throw wrong(file, `nothing gives the value {{${extra}}}`);
  return prompt;
}

/**
 * Reads a prompt: front matter, the fixed part, a line `===`, the part with values.
 * @throws NewsroomError `config`
 */
export function readPrompt(text: string, file: string): Prompt {
  if (text.length > FILE_CHARACTERS_MAX) throw wrong(file, 'it is longer than 50 000 characters');
  const parts = /^---\r?\n([^]*?)\r?\n---\r?\n([^]*)$/.exec(text);
  if (!parts) throw wrong(file, 'it must begin with front matter between two lines "---"');
  const [, head = '', body = ''] = parts;
  const matter = readFrontMatter(head, file);
  const [system = '', template, ...rest] = body.split(/^===[ \t]*\r?$/m);
  if (template === undefined || rest.length > 0)
    throw wrong(file, 'one line "===" must part the fixed words from those with values');
  const fixed = placesOf(system)[0];
  if (fixed !== undefined) throw wrong(file, `{{${fixed}}} must stand below the line "==="`);
  const used = new Set(placesOf(template));
  const unknown = [...used].find((place) => !matter.values.includes(place));
  if (unknown !== undefined) throw wrong(file, `{{${unknown}}} is not among its values`);
  const unused = matter.values.find((value) => !used.has(value));
  if (unused !== undefined) throw wrong(file, `its value {{${unused}}} is missing from the text`);
  const { name, version, values } = matter;
  return { name, version, values, system: system.trim(), template: template.trim() };
}

function readFrontMatter(head: string, file: string): z.infer<typeof frontMatter> {
  const document = parseDocument(head);
  const [error] = document.errors;
  if (error) throw wrong(file, `its front matter is no YAML (${error.message.split('\n')[0]})`);
  const result = frontMatter.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`,
  );
  throw wrong(file, `its front matter is wrong (${problems.join('; ')})`);
}

function placesOf(text: string): string[] {
  return [...text.matchAll(PLACE)].map((match) => match[1] ?? '');
}

function wrong(file: string, what: string): NewsroomError {
  return new NewsroomError('config', `The prompt ${file} cannot be used: ${what}.`);
}

/** The words of a prompt with its values put in; a value is put in once and never read again. */
export function renderPrompt(prompt: Prompt, values: Readonly<Record<string, string>>): string {
  return prompt.template.replace(PLACE, (_, place: string) => values[place] ?? '');
}

/** `card@3`, as cards and cache keys name it. */
export function promptLabel(prompt: Prompt): string {
  return `${prompt.name}@${prompt.version}`;
}
