/** `eval`: quality scores. The labelled stories lie in the tests, which a deployed bot does not have. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analyst } from '../analysts/analyst.ts';
import { NewsroomError } from '../errors.ts';
import type { CliCommand } from './assembly.ts';

/** What tests/evals/evaluate.ts takes; it is loaded by path so that `src` stands without the tests. */
type Evaluate = (request: {
  readonly dataFolder: string | null;
  readonly model: Analyst | null;
  readonly asJson: boolean;
  readonly withFailures: boolean;
  readonly write: (text: string) => void;
}) => Promise<number>;

const MODULE = resolve(import.meta.dirname, '../../tests/evals/evaluate.ts');

export const evalCommand: CliCommand = {
  name: 'eval',
  usage: 'eval [--data DIR]',
  description: 'Score the analysts on the labelled stories of the project',
  options: {
    data: { type: 'string', description: 'folder of larger public sets, scored as well' },
    offline: { type: 'boolean', description: 'leave a configured model out: it costs 700 calls' },
    failures: { type: 'boolean', description: 'list what went wrong in the dev half' },
    json: { type: 'boolean', description: 'print JSON' },
  },
  async run(assembly, words, options) {
    if (words.length > 0) throw new NewsroomError('usage', 'Usage: eval [--data DIR] [--json]');
    const dataFolder = typeof options['data'] === 'string' ? options['data'] : null;
    if (dataFolder !== null && !existsSync(dataFolder))
      throw new NewsroomError('unreadable', `There is no folder ${dataFolder}.`);
    if (!existsSync(MODULE))
      throw new NewsroomError(
        'not-found',
        'The labelled stories are not installed here: run eval in a checkout of the project, ' +
          'which has the folder tests/evals.',
      );
    const { evaluate } = (await import(pathToFileURL(MODULE).href)) as { evaluate: Evaluate };
    const withModel = assembly.environment.model !== null && !options['offline'];
    const analyst = withModel ? await assembly.analyst(assembly.memoryStore(), null) : null;
    return evaluate({
      dataFolder,
      model: analyst?.name === 'offline' ? null : analyst,
      asJson: Boolean(options['json']),
      withFailures: Boolean(options['failures']),
      write: assembly.write,
    });
  },
};
