/** Structured logs (pino): one JSON line an entry, secrets redacted, to standard error. */
import { sentenceOf } from './errors.ts';

/** What the other files may do with the log: static messages, facts as fields. */
export interface Log {
  debug(facts: Record<string, unknown>, message: string): void;
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}

/** Shorter than this nothing is a secret: taking it out would tear words apart. */
const SECRET_LENGTH = 4;

/** Values that are replaced by `[secret]` wherever they occur, as they are and as JSON writes them. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const found = [...new Set(secrets.flatMap((each) => [each, JSON.stringify(each).slice(1, -1)]))]
    .filter((secret) => secret.length >= SECRET_LENGTH)
    .sort((one, other) => other.length - one.length);
  return (text) => found.reduce((line, secret) => line.replaceAll(secret, '[secret]'), text);
}

/**
 * The process's log.
 * @param level pino level name: `debug`, `info`, `warn`, `error` or `silent`
 * @param secrets tokens and keys that must never be written
 */
export async function createLog(level: string, secrets: readonly string[] = []): Promise<Log> {
  if (level === 'silent') return silentLog;
  const { pino, stdSerializers } = await import('pino');
  const redact = redactor(secrets);
  const destination = { write: (line: string) => void process.stderr.write(redact(line)) };
  const options = { level, base: null, serializers: { error: stdSerializers.err } };
  const log: Log = pino(options, destination);
  return log;
}

/** A log that keeps silent, for commands that print data and for tests. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Runs one piece of work; what it throws is logged and stops nobody else. */
export async function guarded(
  log: Log,
  facts: Record<string, unknown>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ ...facts, error, sentence: sentenceOf(error) }, 'a step failed');
  }
}
