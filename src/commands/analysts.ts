/** Puts the analyst together from the environment. The heavy parts are loaded only when needed. */
import { resolve } from 'node:path';
import type { Analyst } from '../analysts/analyst.ts';
import type { Config } from '../config.ts';
import type { Environment } from '../environment.ts';
import { NewsroomError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Store } from '../stores/store.ts';

type AnalystParts = {
  readonly environment: Environment;
  readonly store: Store;
  readonly config: Config | null;
  readonly now: () => number;
  readonly log: Log;
};

const PROMPTS_FOLDER = resolve(import.meta.dirname, '../../prompts');
const WRONG_ADDRESS =
  'OPENAI_BASE_URL must be an http or https address such as http://localhost:11434/v1.';
const DEFAULT_MODEL = 'gpt-5-mini';
const DEFAULT_DAILY_TOKENS = 2_000_000;

/** The offline analyst, with the model's on top of it when there is a key. */
export async function analystOf({
  environment,
  store,
  config,
  now,
  log,
}: AnalystParts): Promise<Analyst> {
  const offline = (await import('../analysts/offline/offline.ts')).createOfflineAnalyst();
  if (!environment.model) return offline;
  const { createOpenaiAnalyst, loadPrompts } = await import('../analysts/openai/openai.ts');
  const { createGuard } = await import('../analysts/fallback.ts');
  const dailyTokens = config?.model.dailyTokens ?? DEFAULT_DAILY_TOKENS;
  const guard = createGuard({ now, log, notes: notesOf(store), dailyTokens });
  const prompts = loadPrompts(PROMPTS_FOLDER);
  return createOpenaiAnalyst({ ...serverOf(environment.model), prompts, offline, guard });
}

/** The words of the installed prompts by name and version, `card@3`. */
export async function promptTexts(): Promise<ReadonlyMap<string, string>> {
  const { loadPrompts } = await import('../analysts/openai/openai.ts');
  const { promptLabel } = await import('../analysts/prompt.ts');
  const prompts = Object.values(loadPrompts(PROMPTS_FOLDER));
  return new Map(prompts.map((each) => [promptLabel(each), `${each.system}\n\n${each.template}`]));
}

/** @throws NewsroomError `config` when the address is none */
function serverOf({ key, baseUrl, name }: NonNullable<Environment['model']>) {
  if (baseUrl !== null && !/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? ''))
    throw new NewsroomError('config', WRONG_ADDRESS);
  return { key, baseUrl, model: name ?? DEFAULT_MODEL };
}

/** Checks the prompts and, when there is a key, the model server. @throws NewsroomError */
export async function checkModel({ model }: Environment): Promise<string> {
  const { checkModelServer, loadPrompts } = await import('../analysts/openai/openai.ts');
  loadPrompts(PROMPTS_FOLDER);
  if (!model) return 'no key: cards and answers are made by the offline rules; prompts are right';
  const server = serverOf(model);
  return `${server.model} answers (${await checkModelServer(server)}); prompts are right`;
}

/** Small values kept in the store by name. */
export function notesOf(store: Store) {
  return {
    recall: (name: string) => store.note(name),
    remember: (name: string, value: string) => store.saveNote(name, value),
  };
}
