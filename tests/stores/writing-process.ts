/**
 * A process of its own that writes to a SQLite store, for the tests of the store beside others:
 * `node writing-process.ts count FILE NAME TIMES` adds to a note, read first, so many times;
 * `node writing-process.ts endless FILE` saves stories until it is killed and says which it has saved;
 * `node writing-process.ts fill FILE` does the same and says why it had to stop;
 * `node writing-process.ts denied FILE` does so as a user who owns nothing, when it is started as root.
 */
import { sampleStory, sampleTake, at } from './sample-nouns.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { sentenceOf } from '../../src/errors.ts';
import type { Store } from '../../src/stores/store.ts';

const [work = '', file = '', name = '', times = '0'] = process.argv.slice(2);

async function count(store: Store): Promise<void> {
  for (let time = 0; time < Number(times); time += 1) {
    await store.transact(async (records) => {
      const before = Number((await records.note(name)) ?? 0);
      await records.saveNote(name, String(before + 1));
    });
  }
}

async function endless(store: Store): Promise<void> {
  for (let number = 0; ; number += 1) {
    const id = `s${number}`;
    const take = sampleTake(id, { text: `Report ${number}. ${'More follows. '.repeat(200)}` });
    await store.transact(async (records) => {
      await records.addTake(take, at(0));
      await records.saveStory(sampleStory(id, { current: take }));
    });
    process.stdout.write(`${id}\n`);
  }
}

// as root no right is ever missing; everything is loaded by now, so that the rights suffice
if (work === 'denied' && process.getuid?.() === 0) process.seteuid?.(65_534);

try {
  const store = await openSqliteStore(file);
  process.stdout.write('open\n');
  if (work === 'count') await count(store);
  else await endless(store);
  await store.close();
} catch (error) {
  process.stdout.write(`${sentenceOf(error)}\n`);
  if (work !== 'fill' && work !== 'denied') process.exitCode = 1;
}
