/** Parts to test the model analyst with: its story, its guard, its fake server. */
import { createGuard, type Notes } from '../../../src/analysts/fallback.ts';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { createOpenaiAnalyst, loadPrompts } from '../../../src/analysts/openai/openai.ts';
import type { Analyst } from '../../../src/analysts/analyst.ts';
import { silentLog, type Log } from '../../../src/log.ts';
import { MODEL_KEY } from '../../fakes/model/fake-model.ts';

export const PROMPTS = loadPrompts('prompts');

/** Notes in memory. */
export function notesIn(kept = new Map<string, string>()): Notes {
  return {
    recall: (name) => Promise.resolve(kept.get(name) ?? null),
    remember: (name, value) => {
      kept.set(name, value);
      return Promise.resolve();
    },
  };
}

export type Settings = {
  readonly key?: string;
  readonly timeoutMs?: number;
  readonly dailyTokens?: number;
  readonly now?: () => number;
  readonly notes?: Notes;
  readonly log?: Log;
};

/** A model analyst over a server, everything else as in the program. */
export function analystOver(baseUrl: string, settings: Settings = {}): Analyst {
  const { key = MODEL_KEY, timeoutMs = 2_000, dailyTokens = 1_000_000 } = settings;
  const now = settings.now ?? (() => Date.parse('2032-03-05T00:00:00Z'));
  const notes = settings.notes ?? notesIn();
  const { log = silentLog } = settings;
  const guard = createGuard({ now, log, notes, dailyTokens });
  const offline = createOfflineAnalyst();
  const model = 'fake-1';
  return createOpenaiAnalyst({ key, baseUrl, model, prompts: PROMPTS, offline, guard, timeoutMs });
}

export const STORY = `Norvale and Tessaria agreed on Tuesday to reopen three border crossings, officials said after talks in Halden.

"This is a step that our farmers have waited for," Norvale's foreign minister, Edda Brisk, told reporters. Tessaria's trade minister, Ivo Lund, signed the text for his side.

It remains unclear who will pay for the new inspection posts. Some 1,200 trucks a day used the crossings before they were closed in 2029.

The next round will be held in Port Lessing on April 11.`;
