/** One replica of the benchmark of several: gathers what the wires have, shared with the others. */
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { silentLog } from '../../src/log.ts';
import { createNewsroom } from '../../src/newsroom.ts';
import { openPostgresStore } from '../../src/stores/postgres.ts';
import { parsed } from '../wires/formats/parsed.ts';
import { freshBookmark, type Bookmark, type Wire } from '../../src/wires/wire.ts';
import { deskConfig } from '../fakes/newsroom.ts';
import { writeStory } from './stories.ts';

/** Stories that a reading brings. */
const BATCH = 25;

/** What the parent tells before it says "go". */
export type ReplicaTask = {
  readonly url: string;
  readonly wires: number;
  readonly storiesEach: number;
};

/** A wire that brings stories of its own until it has brought them all. */
function wireOf(number: number, storiesEach: number): Wire {
  const name = `w${number}`;
  return {
    name,
    read(bookmark) {
      const known: Bookmark = bookmark ?? freshBookmark(name, null);
      const from = Number(known.etag ?? 0);
      const to = Math.min(storiesEach, from + BATCH);
      const found = Array.from({ length: to - from }, (_, at) => {
        const index = number * storiesEach + from + at;
        const bytes = Buffer.from(writeStory(index));
        const { copies } = parsed({ bytes, contentType: null, baseUrl: null });
        return copies.map((copy) => ({ copy, file: `${index}.txt` }));
      }).flat();
      const next = { ...known, etag: String(to), lastReadAt: new Date().toISOString() };
      return Promise.resolve({ found, problems: [], bookmark: next, settle: null });
    },
  };
}

async function work({ url, wires, storiesEach }: ReplicaTask): Promise<void> {
  const store = await openPostgresStore(url);
  const newsroom = createNewsroom({
    config: deskConfig(),
    store,
    wires: Array.from({ length: wires }, (_, number) => wireOf(number, storiesEach)),
    analyst: createOfflineAnalyst(),
    chats: [],
    now: Date.now,
    log: silentLog,
  });
  process.send?.('ready');
  await new Promise((resolve) => process.once('message', resolve));
  for (;;) {
    await newsroom.gather();
    const bookmarks = await store.bookmarks<Bookmark>();
    const isRead = ({ etag }: Bookmark): boolean => Number(etag) >= storiesEach;
    if (bookmarks.filter(isRead).length === wires) break;
  }
  await store.close();
  process.disconnect?.();
}

await work(JSON.parse(process.argv[2] ?? '') as ReplicaTask);
