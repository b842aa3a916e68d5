/** The embedded store: files, damage, copies. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { storeContract } from './contract.ts';
import { sampleEvent, storyTelling } from './sample-nouns.ts';
import { explainSqlite } from '../../src/stores/sqlite-errors.ts';
import { replyEvents } from '../../src/stores/migrations/0003-reply-events.ts';
import { openSqliteSession, openSqliteStore } from '../../src/stores/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebrief-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = () => join(folder, `${files++}.db`);
storeContract('a SQLite file', () => openSqliteStore(newFile()));
storeContract('SQLite in memory', () => openSqliteStore(':memory:'));

describe('a SQLite file', () => {
  it('is made with its folder and brings everything back', async () => {
    const file = join(folder, 'not', 'yet', 'there.db');
    const first = await openSqliteStore(file);
    await first.saveStory(storyTelling('s1', 'Ferry sails', 'At last.'));
    await first.close();
    const second = await openSqliteStore(file);
    const found = await second.searchStories({ words: ['ferry'], since: null, limit: 5 });
    expect(found.map((story) => story.id)).toEqual(['s1']);
    expect(await second.check()).toMatch(
      /^SQLite [\d.]+ at .*there\.db, [\d.]+ MB: sound, 0 takes/,
    );
    await second.close();
  });

  it('goes on with its revisions after a new start', async () => {
    const file = newFile();
    const first = await openSqliteStore(file);
    await first.saveEvent(sampleEvent('e1'));
    const { revision } = await first.eventsSaved(0, 5);
    await first.close();
    const second = await openSqliteStore(file);
    await second.saveEvent(sampleEvent('e2'));
    const { events } = await second.eventsSaved(revision, 5);
    expect(events.map((event) => event.id)).toEqual(['e2']);
    await second.close();
  });

  it.each([
    ['text', Buffer.from('This is no database. '.repeat(500))],
    ['random bytes', Buffer.from(Array.from({ length: 9_000 }, (_, index) => (index * 37) % 251))],
    ['a header only', Buffer.from('SQLite format 3\0' + '\x07'.repeat(4_000), 'latin1')],
  ])('refuses %s with a sentence and leaves it as it was', async (_name, bytes) => {
    const file = newFile();
    writeFileSync(file, bytes);
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      name: 'NewsroomError',
      code: 'store',
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('refuses a folder, a place where none can be made, and tables of others', async () => {
    const taken = newFile();
    mkdirSync(taken);
    await expect(openSqliteStore(taken)).rejects.toThrow('is not a file');
    const file = newFile();
    const foreign = new DatabaseSync(file);
    foreign.exec('create table recipes (name text)');
    foreign.close();
    await expect(openSqliteStore(file)).rejects.toThrow('belongs to another program');
    await expect(openSqliteStore(join(file, 'below.db'))).rejects.toMatchObject({ code: 'store' });
    // Linux says there that the new folder does not exist, and Node's own loop asks again for ever
    const nowhere = openSqliteStore('/proc/wirebrief/deep/below.db');
    await expect(nowhere).rejects.toThrow('cannot be made');
  });

  it('finds replies by event that were kept before there was such a list', async () => {
    const file = newFile();
    const store = await openSqliteStore(file);
    const told = { channel: 'slack:T/A', person: 'U1', layout: { title: 'Ports', items: [] } };
    const events = [
      { id: 'e1', version: 3 },
      { id: 'e1', version: 4 },
    ];
    const reply = { id: 'r1', ...told, events, at: '2031-02-03T04:05:06.000Z' };
    await store.saveReply(reply);
    await store.close();
    const session = await openSqliteSession(file);
    await session.db.schema.dropTable('reply_event').execute();
    await replyEvents(session.db, session.dialect);
    await session.db.destroy();
    const reopened = await openSqliteStore(file);
    expect(await reopened.repliesShowing('e1', '2031-01-01T00:00:00Z', 9)).toEqual([reply]);
    await reopened.close();
  });

  it('refuses tables of a newer version', async () => {
    const file = newFile();
    await (await openSqliteStore(file)).close();
    const later = new DatabaseSync(file);
    later.exec("insert into kysely_migration values ('9999-from-the-future', '2040-01-01')");
    later.close();
    await expect(openSqliteStore(file)).rejects.toThrow('newer version of Wirebrief');
  });

  it('finds damage inside when checked, and loses nothing by it', async () => {
    const file = newFile();
    const store = await openSqliteStore(file);
    const longText = 'Nothing new from the harbour. '.repeat(2_000);
    for (const id of ['s1', 's2', 's3']) await store.saveStory(storyTelling(id, id, longText));
    await store.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, bytes.length - 24_576, bytes.length - 8_192);
    writeFileSync(file, bytes);
    const reopened = await openSqliteStore(file);
    await expect(reopened.check()).rejects.toMatchObject({ name: 'NewsroomError', code: 'store' });
    await reopened.close();
    expect(readFileSync(file).length).toBe(bytes.length);
  });

  it('says who holds it when it is locked, and works again afterwards', async () => {
    const file = newFile();
    const store = await openSqliteStore(file, { busyTimeoutMs: 20 });
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    await expect(store.saveNote('n', 'x')).rejects.toThrow('locked by another program');
    await expect(store.transact((records) => records.saveNote('n', 'x'))).rejects.toThrow('locked');
    other.exec('rollback');
    other.close();
    await store.saveNote('n', 'y');
    expect(await store.note('n')).toBe('y');
    await store.close();
  });

  it('has a sentence for every refusal of the machine and none for our own mistakes', () => {
    const refusal = (errcode: number) =>
      explainSqlite(Object.assign(new Error('x'), { errcode }), 'a.db');
    for (const code of [3, 5, 6, 8, 10, 11, 13, 14, 23, 26, 266, 522, 1032, 3338]) {
      expect(refusal(code), String(code)).toMatchObject({
        code: 'store',
        cause: { errcode: code },
      });
    }
    expect(refusal(19)).not.toHaveProperty('sentence');
    expect(refusal(8)).toMatchObject({ message: expect.stringContaining('read-only') });
  });
});

describe('a backup', () => {
  it('is a whole store of one moment while others write', async () => {
    const target = newFile();
    const store = await openSqliteStore(newFile());
    const pair = (index: number) =>
      store.transact(async (records) => {
        await records.saveNote('left', String(index));
        await records.saveStory(storyTelling(`s${index}`, 'Ferry', 'x'.repeat(5_000)));
        await records.saveNote('right', String(index));
      });
    for (let index = 0; index < 20; index += 1) await pair(index);
    const writing = Promise.all(Array.from({ length: 20 }, (_, index) => pair(index + 20)));
    await store.backup(target);
    await writing;
    await store.close();
    const copy = await openSqliteStore(target);
    expect(await copy.check()).toContain('sound');
    expect(Number(await copy.note('left'))).toBeGreaterThanOrEqual(19);
    expect(await copy.note('right')).toBe(await copy.note('left'));
    expect(await copy.story('s19')).not.toBeNull();
    await copy.close();
  });

  it('works for a store in memory', async () => {
    const target = newFile();
    const store = await openSqliteStore(':memory:');
    await store.saveNote('n', 'x');
    await store.backup(target);
    await store.close();
    const copy = await openSqliteStore(target);
    expect(await copy.note('n')).toBe('x');
    await copy.close();
  });

  it('never overwrites, and leaves nothing behind when it fails', async () => {
    const store = await openSqliteStore(newFile());
    const taken = newFile();
    writeFileSync(taken, 'precious');
    await expect(store.backup(taken)).rejects.toThrow('exists already');
    expect(readFileSync(taken, 'utf8')).toBe('precious');
    const nowhere = join(folder, 'no-such-folder', 'copy.db');
    await expect(store.backup(nowhere)).rejects.toMatchObject({ code: 'store' });
    expect(existsSync(nowhere)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
    await store.close();
  });
});
