/**
 * The offline analyst: cards and answers by rules, without a model and without the network. Rules and
 * word lists are loaded with the first card or question: a bot that only waits does without them.
 */
import type { RankingAnalyst } from '../analyst.ts';
import type { Rules } from './rules.ts';

/** Makes an offline analyst. It keeps the readings of the last 200 takes. */
export function createOfflineAnalyst(): RankingAnalyst {
  let opened: Promise<Rules> | undefined;
  const rules = (): Promise<Rules> => (opened ??= openRules());
  return {
    name: 'offline',
    version: '2',
    card: async (request) => (await rules()).card(request),
    answer: async (request) => (await rules()).answer(request),
    contrasted: async (request, answer) => (await rules()).contrasted(request, answer),
    passages: async (request, most) => (await rules()).passages(request, most),
  };
}

async function openRules(): Promise<Rules> {
  return (await import('./rules.ts')).createRules();
}
