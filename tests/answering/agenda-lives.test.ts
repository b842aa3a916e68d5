/** The agenda through the newsroom, on the memory store and on SQLite, scene by scene. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { readAgenda } from '../../src/answering/agenda.ts';
import type { AgendaEntry } from '../../src/editing/agenda.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { copy, openDesk } from '../fakes/newsroom.ts';
import { SCENES, type Scene } from './agenda-scenes.ts';

const folder = mkdtempSync(join(tmpdir(), 'agenda-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** An entry as a reader sees it: its time, what became of it, the time before, whether it is sure. */
function lineOf({ step, state, first }: AgendaEntry): string {
  const time = step.when?.date ?? step.when?.text ?? 'no day';
  return `${time} ${state}${first ? `, first ${first.date}` : ''}${step.firm ? '' : ', not firm'}`;
}

const analyst = createOfflineAnalyst();
const BEHIND = '\n\nThe statement was read out to reporters in the town hall.';

async function live({ life, want }: Scene, desk: ReturnType<typeof openDesk>): Promise<void> {
  const ahead = [...life];
  for (const [at, lines] of want) {
    for (let next = ahead[0]; next && next[0] <= at; next = ahead[0]) {
      ahead.shift();
      const [sentAt, guid, headline, text, more = {}] = next;
      const isWhole = text.includes('\n\n') || more.signal === 'kill';
      const whole = copy(headline, isWhole ? text : text + BEHIND, { guid, sentAt, ...more });
      desk.moveTo(new Date(Date.parse(sentAt) + 60_000).toISOString());
      desk.wire.batches.push([whole]);
      await desk.newsroom.gather();
    }
    desk.moveTo(at);
    await desk.newsroom.gather();
    const entries = await readAgenda({ store: desk.store, analyst }, { topics: null }, at);
    expect(entries.map(lineOf), at).toEqual(lines);
  }
}

describe('a life of an arranged thing', () => {
  it.each(SCENES)('$name', async (scene) => {
    await live(scene, openDesk({ channels: [] }));
  });

  it.each(SCENES.filter(({ life }) => life.length > 2))('$name, on SQLite', async (scene) => {
    const store = await openSqliteStore(join(folder, `${scene.name.replace(/\W+/g, '-')}.db`));
    await live(scene, openDesk({ channels: [] }, undefined, store));
    await store.close();
  });
});
