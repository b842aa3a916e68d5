/** `digest`: the edition that would be posted in a channel, and why each event is in or out. */
import { servedChannel } from '../channels.ts';
import { composeDigest } from '../digests.ts';
import { layoutEdition } from '../editing/layout/digest.ts';
import type { Decision } from '../editing/select.ts';
import { NewsroomError } from '../errors.ts';
import { readChannel } from '../news/channel.ts';
import { footerLines } from '../wire-health.ts';
import type { CliCommand, Options } from './assembly.ts';

export const digestCommand: CliCommand = {
  name: 'digest',
  usage: 'digest CHANNEL [--at TIME] [--dry-run]',
  description:
    'Show the digest that a channel would get; --dry-run tells why each event is in or out',
  options: {
    at: { type: 'string', description: 'as at this instant, 2026-11-24T08:30:00Z' },
    'dry-run': { type: 'boolean', description: 'tell why each event is in or out' },
    json: { type: 'boolean', description: 'print JSON' },
  },
  async run(assembly, words, options) {
    const [channel = ''] = words;
    if (readChannel(channel) === null)
      throw new NewsroomError(
        'usage',
        `"${channel}" is not a channel such as slack:T0AB/C012AB3CD or terminal:demo.`,
      );
    const config = await assembly.config();
    const at = instantOf(options, assembly.now());
    const store = await assembly.openStore();
    try {
      const served = await servedChannel(store, config.channels, channel, at);
      if (served.topics.length === 0)
        throw new NewsroomError('not-found', `${channel} follows no topic: subscribe it first.`);
      const wires = config.wires.map((wire) => wire.name);
      const footer = (await footerLines(store, channel, wires, at)).map((line) => line.text);
      const { topics, name, zone } = config;
      const parts = { store, analyst: await assembly.analyst(store, config), topics, name, zone };
      const due = { served, slot: at, missedSlots: [], footer, at };
      const { edition, decisions } = await composeDigest(parts, due);
      if (options['json']) {
        assembly.write(JSON.stringify({ edition, decisions }, null, 2));
      } else {
        assembly.write(assembly.terminalText(layoutEdition(edition)));
        if (options['dry-run']) assembly.write(`\n${decisions.map(explain).join('\n')}`);
      }
      return 0;
    } finally {
      await store.close();
    }
  },
};

function instantOf(options: Options, now: number): string {
  const typed = options['at'];
  if (typeof typed !== 'string') return new Date(now).toISOString();
  const instant = Date.parse(typed);
  if (!Number.isNaN(instant)) return new Date(instant).toISOString();
  throw new NewsroomError('usage', `"${typed}" is not an instant such as 2026-11-24T08:30:00Z.`);
}

function explain({ title, reason, matches }: Decision): string {
  const mark = reason === 'chosen' ? '+' : '-';
  const why = matches.map(({ topic, by, entry, found }) => `${topic} (${by} "${entry}": ${found})`);
  return `${mark} ${title}\n    ${reason}${why.length === 0 ? '' : `; matches ${why.join(', ')}`}`;
}
