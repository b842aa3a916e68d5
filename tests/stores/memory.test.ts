/** The store in memory. */
import { expect, it } from 'vitest';
import { storeContract } from './contract.ts';
import { sampleTake, at } from './sample-nouns.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';

storeContract('memory', async () => createMemoryStore());

it('has nothing to copy', async () => {
  await expect(createMemoryStore().backup('anywhere')).rejects.toMatchObject({ code: 'store' });
});

it('shares nothing with those who gave or got', async () => {
  const store = createMemoryStore();
  const take = { ...sampleTake('t1'), captions: ['one'] };
  await store.addTake(take, at(0));
  take.captions.push('two');
  const stored = await store.take('t1');
  expect(stored?.captions).toEqual(['one']);
  expect(() => (stored?.captions as string[]).push('three')).toThrow(TypeError);
});
