/** `backup`: a consistent copy of the store, while the bot runs. */
import { NewsroomError } from '../errors.ts';
import type { CliCommand } from './assembly.ts';

export const backupCommand: CliCommand = {
  name: 'backup',
  usage: 'backup FILE',
  description: 'Write a consistent copy of the store to a new file',
  options: {},
  async run(assembly, words) {
    const [file = ''] = words;
    if (file === '') throw new NewsroomError('usage', 'Name the file to write: backup FILE.');
    const store = await assembly.openStore();
    try {
      await store.backup(file);
      assembly.write(`Copied the store to ${file}.`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
