/**
 * The model analyst: cards and answers by a model over any server with OpenAI's chat completions,
 * each line proven in the copy, with the offline analyst beneath it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { THESAURUS_LINES } from '../../news/proof/thesaurus-lines.ts';
import { lendThesaurus } from '../../news/proof/thesaurus.ts';
import type { Analyst, RankingAnalyst } from '../analyst.ts';
import type { Guard } from '../fallback.ts';
import { loadPrompt, promptLabel, type Prompt } from '../prompt.ts';
import { answerWithModel, MOST_PASSAGES } from './answer.ts';
import { cardWithModel } from './card.ts';
import { createModelClient, type ModelClient } from './client.ts';
import { createReader } from './reader.ts';
import { SCHEMA_VERSION } from './schema.ts';

export type Prompts = { readonly card: Prompt; readonly answer: Prompt };

/** Loads the prompts that the analyst uses. @throws NewsroomError `config` */
export function loadPrompts(folder: string): Prompts {
  return {
    card: loadPrompt(folder, 'card', ['nonce', 'title', 'candidates', 'sentences']),
    answer: loadPrompt(folder, 'answer', ['nonce', 'question', 'sentences']),
  };
}

export type OpenaiParts = {
  readonly key: string;
  readonly baseUrl: string | null;
  readonly model: string;
  readonly prompts: Prompts;
  readonly offline: RankingAnalyst;
  readonly guard: Guard;
  /** longest wait for one reply */
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 60_000;

/** Makes the analyst. Its version changes with the model, the server, the prompts and the rules. */
export function createOpenaiAnalyst(parts: OpenaiParts): Analyst {
  const { key, baseUrl, model, prompts, offline, guard, timeoutMs = TIMEOUT_MS } = parts;
  lendThesaurus(THESAURUS_LINES);
  const client: ModelClient = createModelClient({ key, baseUrl, model, timeoutMs });
  const reader = createReader(client, guard, model);
  const nonce = (): string => randomBytes(9).toString('hex');
  const server = shortHash(baseUrl ?? 'openai');
  const labels = [prompts.card, prompts.answer].map(labelOf).join('+');
  return {
    name: 'openai',
    version: `${model}+${labels}+schema@${SCHEMA_VERSION}+${server}+offline@${offline.version}`,
    card: async (request) => {
      const card = await offline.card(request);
      return cardWithModel({ reader, prompt: prompts.card, nonce }, request, card);
    },
    answer: async (request, hear) => {
      const quoted = hear && (await guard.standing()).off === null ? offline.answer(request) : null;
      const meanwhile = quoted?.then((answer) =>
        answer.abstained ? undefined : hear?.({ answer, added: null }),
      );
      const passages = await offline.passages(request, MOST_PASSAGES);
      const parts = { reader, prompt: prompts.answer, nonce };
      const made = await answerWithModel(parts, request, passages, async (soFar) => {
        await meanwhile;
        await hear?.(soFar);
      });
      await meanwhile;
      return made ? offline.contrasted(request, made) : (quoted ?? offline.answer(request));
    },
    standing: () => guard.standing(),
    rules: offline,
  };
}

/** Name, version and words: a prompt that was edited without a new version still counts as new. */
function labelOf(prompt: Prompt): string {
  return `${promptLabel(prompt)}.${shortHash(prompt.system + prompt.template)}`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** Asks the server for one reply and says how it took it. @throws ModelFailure with what to mend */
export function checkModelServer(
  parts: Pick<OpenaiParts, 'key' | 'baseUrl' | 'model'>,
): Promise<string> {
  return createModelClient({ ...parts, timeoutMs: 15_000 }).ping();
}
