/**
 * Cards of our labelled stories by models that we have not met. A right reply in whatever clothes gives
 * the card of the plain one; a false sentence is never shown; nothing on a card is without ground.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analyst, RankingAnalyst } from '../../../../src/analysts/analyst.ts';
import { createGuard } from '../../../../src/analysts/fallback.ts';
import { createOfflineAnalyst } from '../../../../src/analysts/offline/offline.ts';
import { createOpenaiAnalyst } from '../../../../src/analysts/openai/openai.ts';
import { verifyCard } from '../../../../src/editing/verify.ts';
import { silentLog } from '../../../../src/log.ts';
import { SECTIONS, type Card } from '../../../../src/news/card.ts';
import { casesOf, type Case } from '../../../evals/cards/labels.ts';
import { MODEL_KEY, startFakeModel, type FakeModel } from '../../../fakes/model/fake-model.ts';
import type { FakeReply } from '../../../fakes/model/mind.ts';
import { EVENT } from '../../story.ts';
import { notesIn, PROMPTS } from '../stub.ts';
import { CLOTHES, FALSEHOODS, falsified } from './manners.ts';
import { truthOf } from './truth.ts';

/** Every so many of the labelled stories in English; 4 gives 47 of them and takes many minutes. */
const EVERY = 40;
const STORIES = casesOf('dev')
  .filter(({ foreign }) => !foreign)
  .filter((_, at) => at % EVERY === 0);

/** The offline analyst that reads each story once. */
function remembering(offline: RankingAnalyst): RankingAnalyst {
  const cards = new Map<string, Promise<Card>>();
  return {
    ...offline,
    card: (request) => {
      const key = request.stories[0]?.id ?? '';
      const card = cards.get(key) ?? offline.card(request);
      cards.set(key, card);
      return card;
    },
  };
}

const OFFLINE = remembering(createOfflineAnalyst());

function analystAt(baseUrl: string): Analyst {
  const now = (): number => Date.parse('2032-03-05T00:00:00Z');
  const guard = createGuard({ now, log: silentLog, notes: notesIn(), dailyTokens: 1_000_000 });
  const parts = { key: MODEL_KEY, baseUrl, model: 'stranger-1', prompts: PROMPTS };
  return createOpenaiAnalyst({ ...parts, offline: OFFLINE, guard, timeoutMs: 5_000 });
}

let server: FakeModel;
beforeAll(async () => {
  server = await startFakeModel();
});
afterAll(() => server.close());

/** The card of a story by a model that replies so, after no more than two calls. */
async function cardBy(story: Case, reply: (good: FakeReply) => FakeReply | string): Promise<Card> {
  server.exchanges.length = 0;
  const spoken = (prompt: string): FakeReply | string => reply(truthOf(story, prompt));
  server.always = {
    spoil: (_good, prompt) => ({ spoken: spoken(prompt) }),
    say: (json) => {
      const { spoken: said } = JSON.parse(json) as { spoken: FakeReply | string };
      return typeof said === 'string' ? said : JSON.stringify(said);
    },
  };
  const card = await analystAt(server.baseUrl).card({ event: EVENT, stories: [story.story] });
  expect(server.exchanges.length).toBeLessThanOrEqual(2);
  expect(verifyCard(card, [story.take])).toEqual(card);
  expect(groundless(card, story)).toEqual([]);
  return card;
}

/** What is told of a line, without where it stands. */
const toldIn = (card: Card): unknown[] =>
  SECTIONS.map((name) => card[name].map(({ evidence: _evidence, ...line }) => line));

/** Names and figures on a card that stand nowhere in the story: looked for in the bare letters. */
function groundless(card: Card, { take }: Case): string[] {
  const copy = plain(`${take.headline ?? ''} ${take.text} ${JSON.stringify(take.dateline)}`);
  const shown = SECTIONS.flatMap((name) =>
    card[name].flatMap((line) =>
      ['text', 'name', 'role', 'organisation', 'place', 'speaker', 'unit'].flatMap((field) => {
        const value = (line as Record<string, unknown>)[field];
        return typeof value === 'string' ? [value] : [];
      }),
    ),
  );
  return shown
    .flatMap((text) => text.match(/(?<=\s)\p{Lu}[\p{L}\p{N}]+|\p{N}+/gu) ?? [])
    .filter((word) => !copy.includes(plain(word)));
}

const plain = (text: string): string => text.normalize('NFKD').toLowerCase();

describe('a right reply', () => {
  const plainly = new Map<Case, Card>();
  beforeAll(async () => {
    for (const story of STORIES) plainly.set(story, await cardBy(story, (good) => good));
  });

  it('is shown as it is told', () => {
    const cards = [...plainly.values()];
    expect(cards.every(({ origin }) => origin.analyst === 'openai')).toBe(true);
    expect(cards.reduce((sum, { origin }) => sum + origin.dropped, 0)).toBeLessThanOrEqual(2);
    expect(cards.flatMap(({ next }) => next).length).toBeGreaterThan(STORIES.length);
  });

  it.each(Object.entries(CLOTHES))('in %s gives the same card', async (_name, manner) => {
    for (const story of STORIES) {
      const card = await cardBy(story, manner);
      expect(toldIn(card)).toEqual(toldIn(plainly.get(story) as Card));
    }
  });
});

describe('a false sentence', () => {
  it.each(Object.entries(FALSEHOODS))('with %s is never shown', async (_name, way) => {
    for (const story of STORIES) {
      const told: string[] = [];
      const card = await cardBy(story, (good) => {
        const wrong = falsified(good, way);
        told.push(...wrong.told);
        return wrong.reply;
      });
      const shown = new Set(
        [...card.outcome, ...card.open, ...card.next, ...card.summary].map(({ text }) => text),
      );
      expect(told.filter((text) => shown.has(text))).toEqual([]);
      expect(card.summary.length).toBeGreaterThan(0);
    }
  });
});
