/** `digest`: the edition that would be posted in a channel, and why each event is in or out. */
import { servedChannel } from '../channels.ts';
import { composeDigest, waitingDecisions, windowAfter } from '../publishing/digests.ts';
import { layoutEdition } from '../editing/layout/digest.ts';
import type { Decision } from '../editing/select.ts';
import { NewsroomError } from '../errors.ts';
import { readChannel } from '../news/channel.ts';
import type { Store } from '../stores/store.ts';
import { footerLines, troubledWires } from '../gathering/wire-health.ts';
import type { CliCommand, Options } from './assembly.ts';

/** Reports that are counted. */
const REPORTS_MAX = 10_000;

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
      const troubled = await troubledWires(store, wires, at);
      const lines = await footerLines(store, channel, troubled);
      const footer = lines.map((line) => line.text);
      const { topics, name, zone } = config;
      const parts = { store, analyst: await assembly.analyst(store, config), topics, name, zone };
      const last = (await store.lastDigests([channel])).get(channel);
      const due = { served, slot: at, missedSlots: [], footer, window: windowAfter(last, at) };
      const { edition, decisions: made } = await composeDigest(parts, due);
      const reported = await reportsOn(store, channel, made);
      const all = [...made, ...(await waitingDecisions(store, at))];
      const decisions = all.map((each) => ({ ...each, reported: reported.get(each.event) ?? 0 }));
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

/** How many people of the channel have said of each event that it is not relevant. */
async function reportsOn(
  store: Store,
  channel: string,
  decisions: readonly Decision[],
): Promise<Map<string, number>> {
  const events = decisions.map(({ event }) => event);
  const noted = await store.verdicts({ state: 'noted', events, limit: REPORTS_MAX });
  const counts = new Map<string, number>();
  for (const verdict of noted)
    if (verdict.channel === channel)
      counts.set(verdict.event, (counts.get(verdict.event) ?? 0) + 1);
  return counts;
}

type Explained = Decision & { readonly reported: number };

function explain({ title, reason, matches, reported, stories }: Explained): string {
  const mark = reason === 'chosen' ? '+' : '-';
  const why = matches.map(({ topic, by, entry, found }) => `${topic} (${by} "${entry}": ${found})`);
  const matched = why.length === 0 ? '' : `; matches ${why.join(', ')}`;
  const said = reported === 0 ? '' : `; reported as not relevant by ${reported}`;
  const others = stories
    .filter((each) => each.reason !== reason)
    .map((each) => `\n    story ${each.story}: ${each.reason}`);
  return `${mark} ${title}\n    ${reason}${matched}${said}${others.join('')}`;
}
