/** `agenda`: the next steps that the stored stories tell of, in order of date. */
import { readAgenda } from '../answering/agenda.ts';
import { calendarOf, calendarToken } from '../answering/calendars.ts';
import type { AgendaEntry } from '../editing/agenda.ts';
import { newsOfStep, whenOfStep } from '../editing/layout/agenda.ts';
import type { Topic } from '../news/topic.ts';
import type { Assembly, CliCommand } from './assembly.ts';
import { requireTopic } from './topics.ts';

export const agendaCommand: CliCommand = {
  name: 'agenda',
  usage: 'agenda [TOPIC] [--ics]',
  description: 'Show the next steps known, in order of date; --ics prints a calendar file',
  options: {
    topic: { type: 'string', description: 'only the steps of a topic, as TOPIC' },
    ics: { type: 'boolean', description: 'print an iCalendar file' },
    json: { type: 'boolean', description: 'print JSON' },
  },
  async run(assembly, words, options) {
    const topic = await topicFrom(assembly, options['topic'] ?? words.join(' '));
    const store = await assembly.openStore();
    try {
      const at = new Date(assembly.now()).toISOString();
      const parts = { store, analyst: await assembly.analyst(store, null) };
      const entries = await readAgenda(parts, { topics: topic && [topic] }, at);
      if (options['ics']) assembly.write(calendarOf(entries, 'Wirebrief agenda'));
      else if (options['json'])
        assembly.write(JSON.stringify({ agenda: entries.map(asData) }, null, 2));
      else assembly.write([...linesOf(entries), ...addressOf(assembly, topic)].join('\n'));
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function topicFrom(assembly: Assembly, words: unknown): Promise<Topic | null> {
  if (typeof words !== 'string' || words === '') return null;
  const { topics } = await assembly.config();
  return requireTopic(words, topics, 'topic');
}

function asData({ event, title, step, state, first, change, sequence }: AgendaEntry) {
  return { event, title, ...step, state, first, change: change?.evidence ?? null, sequence };
}

function linesOf(entries: readonly AgendaEntry[]): string[] {
  if (entries.length === 0) return ['No next step is known.'];
  return entries.flatMap((entry) => {
    const { step, title } = entry;
    const place = step.place ? ` [${step.place}]` : '';
    const news = newsOfStep(entry);
    const line = `${whenOfStep(entry).padEnd(16)} ${step.text}${place}  (${title})`;
    return [line, ...(news === null ? [] : [`${''.padEnd(16)} ${news}`])];
  });
}

/** Where the running bot serves the calendar of the topic. */
function addressOf({ environment }: Assembly, topic: Topic | null): string[] {
  if (topic === null) return [];
  const secret = environment.pushToken;
  const token = secret === null ? '' : `?token=${calendarToken(secret, topic.slug)}`;
  return ['', `As a calendar: /agenda/${topic.slug}.ics${token}`];
}
