/** `inspect`: what a source parses to. */
import type { Take } from '../news/take.ts';
import type { CliCommand } from './assembly.ts';
import { problemLines, readSources, requireTakes, type Read } from './sources.ts';

export const inspectCommand: CliCommand = {
  name: 'inspect',
  usage: 'inspect FILE|DIR|URL|-',
  description: 'Show what a source parses to: takes and problems',
  options: { json: { type: 'boolean', description: 'print JSON (always so in a pipe)' } },
  async run(assembly, words, options) {
    const read = await readSources(assembly, words);
    if (options['json'] || !assembly.isPerson) assembly.write(JSON.stringify(read, null, 2));
    else assembly.write(describe(read));
    requireTakes(read, words);
    return 0;
  },
};

function describe(read: Read): string {
  return [...read.takes.map(describeTake), ...problemLines(read)].join('\n\n');
}

function describeTake(take: Take): string {
  const dateline = [take.dateline?.place, take.dateline?.date, take.dateline?.source];
  const facts: [string, string | null][] = [
    ['take', `${take.id} (${take.format}, ${take.signal})`],
    ['file', take.file],
    ['provider', take.provider],
    ['guid', take.guid],
    ['sent', take.sentAt],
    ['slug', take.slug],
    ['urgency', take.urgency === null ? null : String(take.urgency)],
    ['embargo', take.embargo ? (take.embargo.until ?? 'until released') : null],
    ['dateline', dateline.filter(Boolean).join(' / ') || null],
    ['byline', take.byline],
    ['captions', take.captions.length === 0 ? null : String(take.captions.length)],
    [
      'removed',
      take.removed.map(({ text, why }) => `${text.slice(0, 40)} (${why})`).join('; ') || null,
    ],
    ['problems', take.problems.map((each) => each.sentence).join('; ') || null],
  ];
  const lines = facts.flatMap(([name, value]) =>
    value === null ? [] : `${name.padEnd(9)} ${value}`,
  );
  return [take.headline ?? '(no headline)', ...lines, '', take.text].join('\n');
}
