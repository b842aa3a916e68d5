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

/** What is wrong with the variables: each a sentence that names its own. */
type Problems = string[];

/** A variable, or the content of the file that NAME_FILE points to; null when neither is set. */
function read(variables: Variables, name: string, problems: Problems): string | null {
  const direct = variables[name]?.trim();
  if (direct) return direct;
  const file = variables[`${name}_FILE`]?.trim();
  if (!file) return null;
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch {
    problems.push(`The file that ${name}_FILE names cannot be read.`);
    return null;
  }
}

function readPort(text: string | null, problems: Problems): number {
  const port = Number(text ?? 8_080);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    problems.push('PORT must be a number from 0 to 65535.');
  return port;
}

function readClock(text: string | null, problems: Problems): string | null {
  if (text === null) return null;
  const instant = Date.parse(text);
  if (!Number.isNaN(instant)) return new Date(instant).toISOString();
  problems.push('WIREBRIEF_CLOCK must be an instant such as 2026-11-24T08:00:00Z.');
  return null;
}

function readLogLevel(text: string | null, problems: Problems): string {
  const level = (text ?? 'info').toLowerCase();
  if (!LOG_LEVELS.includes(level))
    problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}

/** A file is a path, with `sqlite:` or `file:` before it or nothing; any other scheme is a mistake. */
function checkDatabase(address: string | null, problems: Problems): void {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address ?? '')?.[1] ?? 'file';
  if (!['postgres', 'postgresql', 'sqlite', 'file'].includes(scheme))
    problems.push('DATABASE_URL must be postgres://... or the path of a SQLite file.');
}

function checkAddress(name: string, address: string | null, problems: Problems): void {
  if (address !== null && !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    problems.push(`${name} must be an http or https address.`);
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
 * @throws NewsroomError `config` with a sentence for each variable that is wrong
 */
export function readEnvironment(variables: Variables): Environment {
  const problems: Problems = [];
  const of = (name: string): string | null => read(variables, name, problems);
  const slackToken = of('SLACK_BOT_TOKEN');
  const discordToken = of('DISCORD_TOKEN');
  const modelKey = of('OPENAI_API_KEY');
  const appToken = of('SLACK_APP_TOKEN');
  const signingSecret = of('SLACK_SIGNING_SECRET');
  const databaseUrl = of('DATABASE_URL');
  const pushToken = of('WIREBRIEF_PUSH_TOKEN');
  const secrets = [slackToken, appToken, signingSecret, discordToken, modelKey, pushToken];
  const environment: Environment = {
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
    port: readPort(of('PORT'), problems),
    logLevel: readLogLevel(of('LOG_LEVEL'), problems),
    clock: readClock(of('WIREBRIEF_CLOCK'), problems),
    secrets: [...secrets, ...passwordsIn(databaseUrl)].filter((secret) => secret !== null),
  };
  checkDatabase(databaseUrl, problems);
  for (const name of ['SLACK_API_URL', 'DISCORD_API_URL']) checkAddress(name, of(name), problems);
  if (problems.length > 0) throw new NewsroomError('config', problems.join('\n'));
  return environment;
}
