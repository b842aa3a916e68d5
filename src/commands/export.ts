/** `export`: an edition with its sources, prompts, models and versions. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { recordOf } from '../publishing/edition-record.ts';
import { NewsroomError } from '../errors.ts';
import { readChannel } from '../news/channel.ts';
import type { Edition } from '../news/edition.ts';
import type { Store } from '../stores/store.ts';
import { promptTexts } from './analysts.ts';
import type { CliCommand } from './assembly.ts';

export const exportCommand: CliCommand = {
  name: 'export',
  usage: 'export EDITION|CHANNEL',
  description: 'Print an edition (the newest of a channel) as JSON, with all that it was made from',
  options: { json: { type: 'boolean', description: 'always so' } },
  async run(assembly, words) {
    const [name = ''] = words;
    const config = await assembly.config();
    const store = await assembly.openStore();
    try {
      const edition = await editionNamed(store, name);
      const prompts = await promptTexts();
      const promptText = (label: string): string | null => prompts.get(label) ?? null;
      const record = await recordOf({ store, config, promptText }, edition);
      const wirebrief = versionOf(resolve(import.meta.dirname, '../../package.json'));
      assembly.write(JSON.stringify({ wirebrief, edition: record }, null, 2));
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function editionNamed(store: Store, name: string): Promise<Edition> {
  const isChannel = readChannel(name) !== null;
  const edition = isChannel ? (await store.editionsOf(name, 1))[0] : await store.edition(name);
  if (edition) return edition;
  const sentence = isChannel
    ? `No edition of ${name} is stored.`
    : `There is no edition "${name}": name its id as the log has it, or a channel.`;
  throw new NewsroomError('not-found', sentence);
}

function versionOf(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
