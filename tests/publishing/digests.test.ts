/** The cards of a due digest: a few at a time, in order, never more than there is room for. */
import { expect, it } from 'vitest';
import type { Analyst } from '../../src/analysts/analyst.ts';
import { composeDigest, windowAfter } from '../../src/publishing/digests.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { at, sampleCard, sampleEvent, storyTelling } from '../stores/sample-nouns.ts';

const TOPIC = {
  slug: 'harbour',
  title: 'Harbour',
  words: ['harbour'],
  phrases: [],
  names: [],
  codes: [],
  exclude: [],
};

/** An analyst as slow as a model: it counts how many cards are being made at once. */
class SlowAnalyst implements Analyst {
  readonly name = 'slow';
  readonly version = '1';
  atOnce = 0;
  most = 0;
  made = 0;

  async card({ event }: Parameters<Analyst['card']>[0]) {
    this.atOnce += 1;
    this.most = Math.max(this.most, this.atOnce);
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.atOnce -= 1;
    this.made += 1;
    return sampleCard(event.title);
  }

  answer(): ReturnType<Analyst['answer']> {
    return Promise.reject(new Error('nothing is asked here'));
  }
}

it('makes a few cards at a time, in the order of the digest, and none in vain', async () => {
  const store = createMemoryStore();
  await store.transact(async (records) => {
    for (let number = 0; number < 12; number += 1) {
      const id = `e${String(number).padStart(2, '0')}`;
      const story = storyTelling(`s-${id}`, `Harbour ${id}`, `The harbour ${id} was shut.`, number);
      await records.saveStory({ ...story, event: id });
      await records.saveEvent(
        sampleEvent(id, {
          stories: [story.id],
          title: `Harbour ${id}`,
          background: false,
          changedAt: at(number),
        }),
      );
    }
  });
  const analyst = new SlowAnalyst();
  const settings = {
    channel: 'terminal:desk',
    schedules: [],
    alerts: null,
    whenEmpty: 'silence',
    limit: 7,
    offReason: null,
    since: at(0),
  } as const;
  const due = {
    served: { settings, topics: [TOPIC.slug], configured: [] },
    slot: at(30),
    missedSlots: [],
    footer: [],
    window: windowAfter(undefined, at(30)),
  };
  const parts = { store, analyst, topics: [TOPIC], name: 'Desk', zone: 'UTC' };
  const { edition, decisions } = await composeDigest(parts, due);
  const chosen = decisions.filter(({ reason }) => reason === 'chosen').map(({ title }) => title);
  expect(edition.items.map(({ card }) => card.title).sort()).toEqual(chosen.sort());
  expect(edition.items).toHaveLength(7);
  expect(edition.more).toBe(5);
  expect(analyst.most).toBe(4);
  expect(analyst.made).toBe(7);
});
