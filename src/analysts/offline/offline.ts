/**
 * The offline analyst: cards and answers by rules, without a model and without the network. Rules and
 * word lists are loaded with the first card, those of questions with the first question: a bot that only
 * waits does without them.
 */
import type { RankingAnalyst } from '../analyst.ts';
import type { Reader } from './reader.ts';

/** Makes an offline analyst. It keeps the readings of the last 200 takes. */
export function createOfflineAnalyst(): RankingAnalyst {
  let opened: Promise<Reader> | undefined;
  const reader = (): Promise<Reader> => (opened ??= openReader());
  return {
    name: 'offline',
    version: '2',
    async card(request) {
      const know = await reader();
      const { cardFrom } = await import('./card.ts');
      const read = request.stories.map((story) => know(story.current));
      return cardFrom(request, read);
    },
    async answer(request) {
      const know = await reader();
      const { answerFrom } = await import('./questions/answer.ts');
      return answerFrom(request, know);
    },
    async contrasted(request, answer) {
      const know = await reader();
      const { contrasted } = await import('./questions/answer.ts');
      return contrasted(request, answer, know);
    },
    async passages(request, most) {
      const know = await reader();
      const { passagesFor } = await import('./questions/answer.ts');
      return passagesFor(request, know, most);
    },
  };
}

async function openReader(): Promise<Reader> {
  return (await import('./reader.ts')).createReader();
}
