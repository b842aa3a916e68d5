/** An editor ends an embargo whose time cannot be read, and nothing else. All stories are invented. */
import { describe, expect, it } from 'vitest';
import type { Copy } from '../../src/news/take.ts';
import type { Asker } from '../../src/news/request.ts';
import { CHANNEL, copy, openDesk } from '../fakes/newsroom.ts';

const RULES = `The trade ministry of Velmora has eased its export rules for chips, minister Ines Marrow said.

Talks with the port of Sarn go on in June, she said.`;

const reader: Asker = { channel: CHANNEL, person: 'ann', mayManage: false, thread: null };
const editor: Asker = { ...reader, person: 'ed', mayManage: true };

/** A desk to which one story has come that is held. */
async function holding(changes: Partial<Copy>) {
  const desk = openDesk();
  await desk.newsroom.publish();
  desk.wire.batches.push([
    copy('Velmora eases export rules', RULES, { guid: 'rules', provider: 'Alpha', ...changes }),
  ]);
  await desk.newsroom.gather();
  const [story] = await desk.store.heldStories(null);
  if (!story) throw new Error('nothing is held');
  const asks = async (name: 'held' | 'release', asker: Asker): Promise<string> => {
    const command = name === 'held' ? { name } : { name, story: story.id };
    return JSON.stringify((await desk.reception.request(command, asker)).layout);
  };
  const publishAt = async (time: string): Promise<string> => {
    desk.moveTo(time);
    await desk.newsroom.gather();
    await desk.newsroom.publish();
    return JSON.stringify(await desk.store.editionsOf(CHANNEL, 1));
  };
  return { ...desk, story, asks, publishAt };
}

describe('an embargo without a time', () => {
  it('is told to editors with its reason and nothing of the copy, and holds', async () => {
    const { asks, publishAt, story } = await holding({ embargo: { until: null } });
    expect(await asks('held', reader)).toContain('Only editors');
    const told = await asks('held', editor);
    expect(told).toContain(story.id);
    expect(told).toContain('embargo without a time');
    expect(told).not.toMatch(/Velmora|export/);
    expect(await publishAt('2026-03-12T10:00:00Z')).not.toContain('Velmora');
  });

  it('ends by an editor’s word, and the story is in the next digest', async () => {
    const { asks, publishAt } = await holding({ embargo: { until: null } });
    expect(await asks('release', reader)).toContain('Only editors');
    expect(await asks('release', editor)).toContain('Released');
    expect(await publishAt('2026-03-12T10:00:00Z')).toContain('Velmora eases export rules');
    expect(await asks('held', editor)).toContain('Nothing is held');
    expect(await asks('release', editor)).toContain('nothing to release');
  });

  it('stays ended when the same copy is sent once more', async () => {
    const desk = await holding({ embargo: { until: null } });
    await desk.asks('release', editor);
    await desk.publishAt('2026-03-12T10:00:00Z');
    desk.wire.batches.push([
      copy('Velmora eases export rules', RULES, {
        guid: 'rules',
        provider: 'Alpha',
        embargo: { until: null },
      }),
    ]);
    await desk.newsroom.gather();
    expect((await desk.store.story(desk.story.id))?.state).toBe('live');
  });
});

it.each([
  ['a time to come', { embargo: { until: '2026-03-20T10:00:00Z' } }, 'under embargo until'],
  ['the order of its wire', { usable: false }, 'only the wire can release it'],
] as const)('what is held by %s stays held', async (_, changes, sentence) => {
  const { asks, store, story } = await holding(changes);
  expect(await asks('release', editor)).toContain(sentence);
  expect(await store.story(story.id)).toEqual(story);
});

it('answers for a story that is not there', async () => {
  const { reception } = await holding({ embargo: { until: null } });
  const reply = await reception.request({ name: 'release', story: 'none' }, editor);
  expect(JSON.stringify(reply.layout)).toContain('There is no story none');
});
