/** What a question may cost: a model is asked at most twice for it, in whatever words and of whatever stories. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Analyst } from '../../src/analysts/analyst.ts';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { ABSTENTION, answerQuestion } from '../../src/answering/answering.ts';
import { answerFollowUp } from '../../src/answering/following-up.ts';
import { FilingDesk } from '../../src/filing/filing.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import type { Store } from '../../src/stores/store.ts';
import { takeOf } from '../editing/sample-copy.ts';

const AT = '2026-03-12T10:00:00Z';
/** a name mistyped, a mark left out, and a clause before it: the stories spell it in several ways */
const MISSPELT = 'According to the union, who leads the bus drivers of Sao Marto, Joao Beltrau?';

const offline = createOfflineAnalyst();
let store: Store;
let event: string;
let asked: string[];

/** A model that answers as told, or as the rules do; it tells what it was asked. */
function modelWith({
  off = null,
  answer = () => Promise.resolve(ABSTENTION),
}: {
  readonly off?: string | null;
  readonly answer?: Analyst['answer'];
}): Pick<Analyst, 'answer' | 'rules' | 'standing'> {
  return {
    answer: (request) => {
      asked.push(request.question);
      return answer(request);
    },
    standing: () => Promise.resolve({ tokensToday: 0, dailyTokens: 1, off }),
    rules: offline,
  };
}

beforeEach(async () => {
  asked = [];
  store = createMemoryStore();
  const take = takeOf({
    guid: 'strike',
    headline: 'São Marto bus drivers end strike',
    text: 'Bus drivers in São Marto ended a six-day strike on Thursday, union leader João Beltrão said.',
    provider: 'own',
    sentAt: AT,
  });
  const circumstances = { receivedAt: AT, background: false };
  const [filed] = await new FilingDesk().file(store, [{ take, circumstances }]);
  event = filed?.event?.id ?? '';
});

describe('a model', () => {
  it('is asked twice at most where it finds nothing, however many wordings there are', async () => {
    const answer = await answerQuestion({ store, analyst: modelWith({}) }, MISSPELT, [], AT);
    expect(answer.abstained).toBe(true);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toBe(MISSPELT);
    expect(asked[1]).toContain('João Beltrão');
  });

  it('is asked twice at most of what a thread is about and of all stories together', async () => {
    const parts = { store, analyst: modelWith({}) };
    await answerFollowUp(parts, MISSPELT, [event], AT);
    expect(asked).toHaveLength(2);
  });

  it('answers in the second wording, and says what it took a name for', async () => {
    const analyst = modelWith({
      answer: (request) =>
        request.question === MISSPELT ? Promise.resolve(ABSTENTION) : offline.answer(request),
    });
    const { abstained, answer } = await answerQuestion({ store, analyst }, MISSPELT, [], AT);
    expect(abstained).toBe(false);
    expect(answer).toContain('“Beltrau” is read as “Beltrão”');
    expect(asked).toHaveLength(2);
  });

  it('that is off leaves the rules all wordings', async () => {
    const analyst = modelWith({ off: 'spent', answer: (request) => offline.answer(request) });
    const { abstained } = await answerFollowUp({ store, analyst }, MISSPELT, [event], AT);
    expect(abstained).toBe(false);
  });
});
