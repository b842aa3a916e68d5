/** `mend`: an editor's work at the command line: find, split, merge, and the verdicts of readers. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsOfWords } from '../answering/answering.ts';
import { NewsroomError } from '../errors.ts';
import {
  decide,
  record,
  waitingVerdicts,
  type MendingParts,
  type Report,
} from '../amending/mending.ts';
import { labelledCases } from '../amending/exporting.ts';
import { isShowable } from '../news/story.ts';
import { heldName, heldStories, releaseStory } from '../filing/releasing.ts';
import type { Assembly, CliCommand } from './assembly.ts';
import { withoutProfile } from './desk.ts';

/** Who mends from here, and where. */
const PERSON = { channel: 'terminal:command-line', person: 'operator' } as const;
const BY = 'terminal:operator';
const FOUND_MAX = 20;
const USAGE =
  'Usage: mend find WORDS | split STORY | merge EVENT INTO | list | confirm VERDICT | ' +
  'reject VERDICT | held | release STORY | export DIR';

export const mendCommand: CliCommand = {
  name: 'mend',
  usage: 'mend ACTION [ID...]',
  description: 'Split and merge events, and decide what readers say is wrong: ' + USAGE.slice(7),
  options: { json: { type: 'boolean', description: 'print JSON' } },
  async run(assembly, words, options) {
    const [action = '', ...rest] = words;
    const work = ACTIONS[action];
    if (!work) throw new NewsroomError('usage', USAGE);
    const store = await assembly.openStore();
    try {
      const analyst = await assembly.analyst(store, null);
      const parts = { store, analyst, now: assembly.now };
      const { data, lines } = await work(parts, rest, assembly);
      assembly.write(options['json'] ? JSON.stringify(data, null, 2) : lines.join('\n'));
      return 0;
    } finally {
      await store.close();
    }
  },
};

type Done = { readonly data: unknown; readonly lines: readonly string[] };
type Action = (parts: MendingParts, words: readonly string[], assembly: Assembly) => Promise<Done>;

const ACTIONS: Readonly<Record<string, Action>> = {
  find,
  split,
  merge,
  list,
  confirm: (parts, words) => settle(parts, words, 'confirmed'),
  reject: (parts, words) => settle(parts, words, 'rejected'),
  held,
  release,
  export: writeCases,
};

/** Events that words find, with the ids that the other actions take. */
async function find(parts: MendingParts, words: readonly string[]): Promise<Done> {
  const at = new Date(parts.now()).toISOString();
  const events = (await eventsOfWords(parts.store, words.join(' '), at)).slice(0, FOUND_MAX);
  const found = [];
  for (const event of events) {
    const stories = await parts.store.stories(event.stories);
    const shown = stories.filter((story) => isShowable(story, at));
    const named = shown.map(({ id, provider, current }) => {
      return { id, provider, headline: current?.headline ?? null };
    });
    found.push({ event: withoutProfile(event), stories: named });
  }
  const lines = found.flatMap(({ event, stories }) => [
    `${event.id}  ${event.title}`,
    ...stories.map(({ id, provider, headline }) => `    ${id}  ${provider ?? ''}  ${headline}`),
  ]);
  return { data: { events: found }, lines: lines.length === 0 ? ['Nothing is found.'] : lines };
}

async function split(parts: MendingParts, words: readonly string[]): Promise<Done> {
  const [id = ''] = words;
  const story = await parts.store.story(id);
  const event = story?.event ? await parts.store.event(story.event) : null;
  if (!event) throw new NewsroomError('not-found', `No event holds the story "${id}": mend find.`);
  return carryOut(parts, { ...PERSON, kind: 'wrong-merge', event, story: id });
}

async function merge(parts: MendingParts, words: readonly string[]): Promise<Done> {
  const [from = '', into = ''] = words;
  const event = await parts.store.event(into);
  if (!event || !(await parts.store.event(from)))
    throw new NewsroomError('not-found', 'Name two events by their ids: mend find shows them.');
  if (from === into) throw new NewsroomError('usage', 'These are one event: name two.');
  return carryOut(parts, { ...PERSON, kind: 'same-event', event, other: from });
}

/** What the operator says is an editor's word: recorded like any other, and carried out. */
async function carryOut(parts: MendingParts, report: Report): Promise<Done> {
  const verdict = await record(parts, report);
  return settle(parts, [verdict.id], 'confirmed');
}

async function settle(
  parts: MendingParts,
  [id = '']: readonly string[],
  state: 'confirmed' | 'rejected',
): Promise<Done> {
  const verdict = await decide(parts, id, state, BY);
  return { data: { verdict }, lines: [`${verdict.id}  ${verdict.kind}  ${verdict.state}`] };
}

async function list(parts: MendingParts): Promise<Done> {
  const listed = await waitingVerdicts(parts);
  const verdicts = listed.map(({ verdict: { id, kind, event, channel, person, at }, ...shown }) => {
    return { id, kind, event, channel, person, at, ...shown };
  });
  const lines = verdicts.map(({ id, kind, title, detail, person, at }) => {
    const what = `${title ?? '(withdrawn)'} — ${detail ?? '(withdrawn)'}`;
    return `${id}  ${kind}  ${what}  (${person}, ${at})`;
  });
  return { data: { verdicts }, lines: lines.length === 0 ? ['No verdict waits.'] : lines };
}

/** What is held, and why; nothing of the copy is told. */
async function held(parts: MendingParts): Promise<Done> {
  const stories = await heldStories(parts);
  const lines = stories.map((story) => {
    const { id, openedAt, why, until } = story;
    const end = until === null ? '' : ` until ${until}`;
    return `${id}  ${heldName(story)}  ${why}${end}  (came ${openedAt})`;
  });
  return { data: { held: stories }, lines: lines.length === 0 ? ['Nothing is held.'] : lines };
}

async function release(parts: MendingParts, [id = '']: readonly string[]): Promise<Done> {
  const { heldUntil: at } = await releaseStory(parts, id);
  return { data: { released: { id, at } }, lines: [`${id}  released`] };
}

/** Writes each decided verdict as a folder; one that is there already is left as it is. */
async function writeCases(
  { store, now }: MendingParts,
  [folder = '']: readonly string[],
  assembly: Assembly,
): Promise<Done> {
  if (folder === '')
    throw new NewsroomError('usage', 'Name the folder to write to: mend export DIR.');
  const { wires } = await assembly.config();
  const permitted = new Set(wires.flatMap(({ name, exportText }) => (exportText ? [name] : [])));
  const at = new Date(now()).toISOString();
  const cases = await labelledCases({ store, permitted, at });
  mkdirSync(folder, { recursive: true });
  const written: string[] = [];
  for (const { name, files } of cases) {
    const place = join(folder, name);
    if (existsSync(place)) continue;
    // whole or not at all: an export that is cut off leaves no half case behind
    const draft = mkdtempSync(join(folder, '.case-'));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(draft, file), content);
    renameSync(draft, place);
    written.push(name);
  }
  const kept = cases.length - written.length;
  const line = `${written.length} cases written to ${folder}, ${kept} were there already.`;
  return { data: { written, kept }, lines: [line] };
}
