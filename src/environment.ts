/** The environment as one checked value; main.ts is the only file that reads it from the process. */
import { readFileSync } from 'node:fs';
import { NewsroomError } from './errors.ts';

export type Environment = {
  readonly slack: {
    readonly botToken: string;
    readonly appToken: string | null;
    readonly signingSecret: string | null;
    readonly apiUrl: string | null;
  } | null;
  readonly discord: { readonly token: string; readonly apiUrl: string | null } | null;
  readonly model: {
    readonly key: string;
    readonly baseUrl: string | null;
    readonly name: string | null;
  } | null;
  /** `postgres://...`, or null for the file in the data folder */
  readonly databaseUrl: string | null;
  readonly configFolder: string;
  readonly dataFolder: string;
  readonly pushToken: string | null;
  readonly port: number;
  readonly logLevel: string;
  /** the instant at which the process's clock starts (ISO), or null for the machine's clock */
  readonly clock: string | null;
  /** every secret above, for the log to leave out */
  readonly secrets: readonly string[];
};

type Variables = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/** A variable, or the content of the file that NAME_FILE points to; null when neither is set. */
function read(variables: Variables, name: string): string | null {
  const direct = variables[name]?.trim();
  if (direct) return direct;
  const file = variables[`${name}_FILE`]?.trim();
  if (!file) return null;
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (cause) {
    const sentence = `The file that ${name}_FILE names cannot be read.`;
    throw new NewsroomError('config', sentence, { cause });
  }
}

function readPort(text: string | null): number {
  if (text === null) return 8_080;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new NewsroomError('config', 'PORT must be a number from 0 to 65535.');
}

function readClock(text: string | null): string | null {
  if (text === null) return null;
  const instant = Date.parse(text);
  if (!Number.isNaN(instant)) return new Date(instant).toISOString();
  throw new NewsroomError(
    'config',
    'WIREBRIEF_CLOCK must be an instant such as 2026-11-24T08:00:00Z.',
  );
}

function readLogLevel(text: string | null): string {
  const level = (text ?? 'info').toLowerCase();
  if (LOG_LEVELS.includes(level)) return level;
  throw new NewsroomError('config', `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
}

/** The password of an address, as it is written there and as it is meant. */
function passwordsIn(address: string | null): string[] {
  const written = address === null ? '' : (URL.parse(address)?.password ?? '');
  if (written === '') return [];
  try {
    return [...new Set([written, decodeURIComponent(written)])];
  } catch {
    return [written]; // a lone % stands for itself
  }
}

/**
 * Reads the environment. A platform without its token is simply off.
 * @throws NewsroomError `config` with a sentence that names the variable
 */
export function readEnvironment(variables: Variables): Environment {
  const of = (name: string): string | null => read(variables, name);
  const slackToken = of('SLACK_BOT_TOKEN');
  const discordToken = of('DISCORD_TOKEN');
  const modelKey = of('OPENAI_API_KEY');
  const appToken = of('SLACK_APP_TOKEN');
  const signingSecret = of('SLACK_SIGNING_SECRET');
  const databaseUrl = of('DATABASE_URL');
  const pushToken = of('WIREBRIEF_PUSH_TOKEN');
  const secrets = [slackToken, appToken, signingSecret, discordToken, modelKey, pushToken];
  return {
    slack: slackToken
      ? { botToken: slackToken, appToken, signingSecret, apiUrl: of('SLACK_API_URL') }
      : null,
    discord: discordToken ? { token: discordToken, apiUrl: of('DISCORD_API_URL') } : null,
    model: modelKey
      ? { key: modelKey, baseUrl: of('OPENAI_BASE_URL'), name: of('OPENAI_MODEL') }
      : null,
    databaseUrl,
    configFolder: of('WIREBRIEF_CONFIG') ?? 'config',
    dataFolder: of('WIREBRIEF_DATA') ?? 'data',
    pushToken,
    port: readPort(of('PORT')),
    logLevel: readLogLevel(of('LOG_LEVEL')),
    clock: readClock(of('WIREBRIEF_CLOCK')),
    secrets: [...secrets, ...passwordsIn(databaseUrl)].filter((secret) => secret !== null),
  };
}
