/** Benchmarks of the analyst: the slowest cards by rules, and what a model costs for an event. */
import { scoreSpeed } from '../evals/speed.ts';
import { analystOver, STORY } from '../analysts/openai/stub.ts';
import { EVENT, storyOf, takeWith } from '../analysts/story.ts';
import { startFakeModel } from '../fakes/model/fake-model.ts';
import type { Figure } from './figure.ts';

/** One text from so many wires: all but the first must cost nothing. */
const COPIES = 10;
const CHARACTERS_A_TOKEN = 4;

export async function analystFigures(): Promise<Figure[]> {
  const rules = (await scoreSpeed()).flatMap(({ measure, value, target }): Figure[] => {
    if (target === null || measure === 'cards a second') return [];
    const what = measure.replace(/, ms$/, '');
    return [{ what, value, unit: 'ms', reach: target, bound: 'most' }];
  });
  return [...rules, ...(await modelFigures())];
}

/** Against the strict fake server; what it is sent is what a real one would count. */
async function modelFigures(): Promise<Figure[]> {
  const server = await startFakeModel();
  try {
    const analyst = analystOver(server.baseUrl);
    const story = storyOf(takeWith('t1', STORY));
    await analyst.card({ event: EVENT, stories: [story] });
    const calls = server.exchanges.length;
    const sent = JSON.stringify(server.exchanges.map(({ body }) => body)).length;
    for (let copy = 1; copy < COPIES; copy += 1)
      await analyst.card({ event: { ...EVENT, id: `event-${copy + 1}` }, stories: [story] });
    const asked = server.exchanges.length - calls;
    const hits = (100 * (COPIES - 1 - asked)) / (COPIES - 1);
    return [
      {
        what: 'model calls per event version',
        value: calls,
        unit: 'calls',
        reach: 2,
        bound: 'most',
      },
      {
        what: 'sent for an event, about 4 characters a token',
        value: sent / CHARACTERS_A_TOKEN,
        unit: 'tokens',
        reach: 4_000,
        bound: 'most',
      },
      { what: 'copies served from the cache', value: hits, unit: '%', reach: 100, bound: 'least' },
    ];
  } finally {
    await server.close();
  }
}
