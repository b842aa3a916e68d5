/** `move-store`: a store to another engine and back, with counts and hashes compared. */
import { NewsroomError } from '../errors.ts';
import type { CliCommand } from './assembly.ts';

export const moveStoreCommand: CliCommand = {
  name: 'move-store',
  usage: 'move-store FROM TO',
  description: 'Carry a store to an empty one: a file, or postgres://...; stop the bot first',
  options: { json: { type: 'boolean', description: 'print JSON' } },
  async run(assembly, words, options) {
    const [from = '', to = '', ...others] = words;
    if (to === '' || others.length > 0)
      throw new NewsroomError(
        'usage',
        'Name both stores: move-store data/wirebrief.db postgres://...',
      );
    if (from === to) throw new NewsroomError('usage', 'The two stores are one and the same.');
    const moved = await assembly.moveStore(from, to);
    if (options['json']) assembly.write(JSON.stringify({ moved }, null, 2));
    else {
      const lines = moved.map(({ table, rows, hash }) => {
        return `${table.padEnd(18)} ${String(rows).padStart(9)} rows  ${hash}`;
      });
      assembly.write(
        [...lines, 'Moved; counts and hashes agree. Set DATABASE_URL now.'].join('\n'),
      );
    }
    return 0;
  },
};
