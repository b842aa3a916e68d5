/**
 * `npm run crash -- [--kills 500] [--seed 1] [--database postgres://...] [--replicas 3]`: kills the real
 * process again and again and counts what its channels lost or hold twice. Replicas share a PostgreSQL
 * database, by default of a server of their own. Exit code 1 unless everything is 0.
 */
import { parseArgs } from 'node:util';
import { runCampaign, type Report } from './campaign.ts';
import { startPostgres } from '../stores/postgres-server.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    database: { type: 'string' },
    replicas: { type: 'string', default: '1' },
  },
});
const replicas = Number(values.replicas);

function table({ rows }: Report): string {
  const width = Math.max(...rows.map(({ point }) => point.length));
  const line = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(width) : String(cell).padStart(8)))
      .join('');
  const lines = rows.map(({ point, kills, reached, faults }) => {
    const count = (kind: string): number => faults.filter((each) => each.kind === kind).length;
    return line([point, kills, reached, count('lost'), count('twice'), count('still shown')]);
  });
  return [line(['killed at', 'kills', 'reached', 'lost', 'twice', 'shown']), ...lines].join('\n');
}

/** Ctrl+C ends the kills; what was done until then is still counted. */
const ending = new AbortController();
process.once('SIGINT', () => ending.abort());

const write = (text: string): void => void process.stdout.write(`${text}\n`);
const seed = Number(values.seed);
write(`seed ${seed}`);
const server = replicas > 1 && values.database === undefined ? await startPostgres() : null;
if (replicas > 1 && values.database === undefined && server === null)
  throw new Error('Replicas need PostgreSQL: install it, or give --database.');
const report = await runCampaign({
  kills: Number(values.kills),
  seed,
  replicas,
  databaseUrl: values.database ?? (await server?.database()) ?? null,
  limits: '',
  tell: write,
  signal: ending.signal,
}).finally(() => server?.stop());
write(table(report));
for (const { kind, platform, what } of report.faults) write(`${platform}: ${what} ${kind}`);
if (report.leftOut > 0)
  write(`left out by the limit of a digest, and told in it: ${report.leftOut}`);
for (const each of report.unsettled) write(`not at its end: ${each}`);
const count = (kind: string): number => report.faults.filter((each) => each.kind === kind).length;
write(
  `${report.kills} kills in ${report.seconds} s, ${report.messages} messages, ` +
    `${report.stories} stories and ${report.killed} kills of stories: ${count('lost')} lost, ` +
    `${count('twice')} twice, ${count('still shown')} still shown, ` +
    `${report.unsettled.length} not at their end, exit code ${report.exitCode}`,
);
const isClean =
  report.faults.length === 0 && report.unsettled.length === 0 && report.exitCode === 0;
process.exitCode = isClean ? 0 : 1;
