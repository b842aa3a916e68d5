/** Whatever an analyst hands in, what the copy does not bear out reaches no reader. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../src/analysts/offline/offline.ts';
import type { Analyst } from '../src/analysts/analyst.ts';
import { cardOf } from '../src/cards.ts';
import type { Card, Sentence } from '../src/news/card.ts';
import { openDesk } from './fakes/newsroom.ts';
import { parsed } from './wires/formats/parsed.ts';

const STORY = `Ferrymen of Port Hallow end their strike

2026-03-12

PORT HALLOW - Ferrymen ended their strike on Thursday after the harbour board raised their pay by 4 percent. The first boat left at noon.
`;
const WINDOW = { from: '2026-01-01T00:00:00Z', to: '2026-12-31T00:00:00Z' };

/** A model's analyst that writes these words and cites the first sentence for each of them. */
function analystSaying(...texts: readonly string[]): Analyst {
  const offline = createOfflineAnalyst();
  return {
    ...offline,
    name: 'openai',
    async card(request) {
      const card = await offline.card(request);
      const evidence = card.summary[0]?.evidence ?? [];
      const outcome = texts.map((text): Sentence => ({ text, evidence }));
      return { ...card, outcome, origin: { ...card.origin, analyst: 'openai' } };
    },
  };
}

async function cardBy(analyst: Analyst): Promise<Card> {
  const desk = openDesk({ channels: [] });
  const source = { bytes: Buffer.from(STORY), contentType: null, baseUrl: null };
  desk.wire.batches.push(parsed(source).copies);
  await desk.newsroom.gather();
  const [event] = await desk.store.eventsChanged(WINDOW, 5);
  const card = event ? await cardOf(desk.store, analyst, event, WINDOW.to) : null;
  if (!card) throw new Error('no card was made');
  return card;
}

describe('cardOf', () => {
  it('keeps what a model says in its own words and the copy bears out', async () => {
    const text = 'The ferrymen ended their strike on Thursday.';
    const card = await cardBy(analystSaying(text));
    expect(card.outcome.map((line) => line.text)).toEqual([text]);
    expect(card.origin.dropped).toBe(0);
  });

  it.each([
    ['a number', 'The harbour board raised their pay by 9 percent.'],
    ['a denial', 'The ferrymen did not end their strike on Thursday.'],
    ['a name', 'The ferrymen of Oda Brandt ended their strike on Thursday.'],
  ])('drops and counts a line in which a model made up %s', async (_, text) => {
    const card = await cardBy(analystSaying(text));
    expect(card.outcome).toEqual([]);
    expect(card.origin.dropped).toBe(1);
  });
});
