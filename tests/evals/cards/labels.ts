/**
 * Our labelled stories: `dev` and `held-out`, one folder a story with `source.txt` and `labels.json`.
 *
 * All were written for this project: invented people and organisations, in many styles of copy. The
 * labels were read off the text before any analyst had seen it. A label is never changed because an
 * analyst disagrees; only when it plainly misreads its text.
 *
 * The held-out half is for measuring only. Nobody who works on the rules or on a prompt opens it,
 * and the evaluation prints nothing of it but figures over all its stories.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadableStory } from '../../../src/analysts/analyst.ts';
import { clean } from '../../../src/editing/clean.ts';
import type { Take } from '../../../src/news/take.ts';
import { textReader } from '../../../src/wires/formats/text.ts';
import { storyOf } from '../../analysts/story.ts';
import type { Half } from '../measure.ts';

/** What a story says, as phrases that stand in it word for word. */
export type Labels = {
  /** ISO 639-1 */
  readonly language: string;
  /** everyone who is named; `role` null when the story gives none */
  readonly people: readonly { readonly name: string; readonly role: string | null }[];
  /** the organisation or group that the story opens with: rightly told, never asked for */
  readonly actors: readonly string[];
  /** names that are right for where the event was; empty when there is no one place */
  readonly where: readonly string[];
  readonly when: readonly { readonly text: string; readonly date: string | null }[];
  readonly outcome: readonly string[];
  readonly open: readonly string[];
  readonly next: readonly Step[];
  readonly numbers: readonly { readonly value: number; readonly unit: string | null }[];
  /** the first words of each quotation, and who said it */
  readonly quotes: readonly { readonly start: string; readonly speaker: string }[];
  /** how many sentences the text has, where that is beyond doubt */
  readonly sentences: number | null;
  /** any of `answers` in the quoted sentence makes it right */
  readonly questions: readonly { readonly question: string; readonly answers: readonly string[] }[];
  readonly unanswerable: readonly string[];
};

export type Step = {
  /** one for each time that the story speaks of the step */
  readonly phrases: readonly string[];
  /** ISO day, month or year; null when the story names none */
  readonly date: string | null;
  readonly firm: boolean;
  readonly place: string | null;
};

/** A labelled story, read as a wire's text file is. */
export type Case = {
  readonly name: string;
  readonly labels: Labels;
  readonly take: Take;
  readonly story: ReadableStory;
  /** true for copy in another language, of which the rules read no facts */
  readonly foreign: boolean;
};

/** The stories of one half in order of name. Throws when one cannot be read: all are ours. */
export function casesOf(half: Half): Case[] {
  const folder = join(import.meta.dirname, half);
  return readdirSync(folder)
    .sort()
    .map((name) => caseFrom(join(folder, name), name));
}

function caseFrom(folder: string, name: string): Case {
  const bytes = readFileSync(join(folder, 'source.txt'));
  const text = bytes.toString('utf8');
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Labels;
  const [copy] = textReader.parse({ bytes, contentType: null, baseUrl: null, text }).copies;
  if (!copy) throw new Error(`${folder} holds no copy`);
  const take = { ...clean(copy, { wire: 'desk', provider: null, file: null }), id: name };
  return { name, labels, take, story: storyOf(take), foreign: labels.language !== 'en' };
}
