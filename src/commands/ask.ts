/** `ask`: an answer from files or from the store, with its evidence. */
import { answerQuestion } from '../answering/answering.ts';
import { answerLayout } from '../editing/layout/reply.ts';
import { NewsroomError } from '../errors.ts';
import type { Assembly, CliCommand } from './assembly.ts';
import { rehearse } from './rehearsal.ts';
import { readSources, requireTakes } from './sources.ts';

export const askCommand: CliCommand = {
  name: 'ask',
  usage: 'ask QUESTION [--in FILE...]',
  description: 'Answer a question from the stored stories, or from files',
  options: {
    in: { type: 'string', multiple: true, description: 'files or folders to answer from' },
    json: { type: 'boolean', description: 'print JSON (always so in a pipe)' },
  },
  async run(assembly, words, options) {
    const [question = '', ...others] = words;
    if (question.trim() === '') throw new NewsroomError('usage', 'Ask a question: ask "QUESTION".');
    const named = options['in'];
    const files = Array.isArray(named) ? [...(named as string[]), ...others] : [];
    if (files.length === 0 && others.length > 0)
      throw new NewsroomError('usage', 'Put the question in quotes: ask "when is the next round?"');
    const { store, at, about } = await shelf(assembly, files);
    try {
      const answer = await answerQuestion(
        { store, analyst: await assembly.analyst(store, null) },
        question,
        about,
        at,
      );
      if (options['json'] || !assembly.isPerson) assembly.write(JSON.stringify(answer, null, 2));
      else assembly.write(assembly.terminalText(answerLayout(question, answer, null)));
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function shelf(assembly: Assembly, files: readonly string[]) {
  const now = new Date(assembly.now()).toISOString();
  if (files.length === 0) return { store: await assembly.openStore(), at: now, about: [] };
  const rehearsal = await rehearse(
    assembly,
    requireTakes(await readSources(assembly, files), files),
  );
  const at =
    rehearsal.filed
      .map(({ story }) => story.changedAt)
      .toSorted()
      .at(-1) ?? now;
  // files that tell of one event are what the question is about
  const events = [...new Set(rehearsal.filed.flatMap(({ event }) => event?.id ?? []))];
  return { store: rehearsal.store, at, about: events.length === 1 ? events : [] };
}
