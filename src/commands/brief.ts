/** `brief`: the card of story files, or of a topic from the store. */
import { existsSync } from 'node:fs';
import { eventsOfTopic, firstCard, type Briefed } from '../answering.ts';
import { cardOf } from '../cards.ts';
import { fullCard } from '../editing/layout/card.ts';
import { NewsroomError } from '../errors.ts';
import type { Store } from '../stores/store.ts';
import type { Assembly, CliCommand } from './assembly.ts';
import { withoutProfile } from './desk.ts';
import { eventsOf, rehearse } from './rehearsal.ts';
import { readSources, requireTakes } from './sources.ts';
import { requireTopic } from './topics.ts';

export const briefCommand: CliCommand = {
  name: 'brief',
  usage: 'brief FILE...|TOPIC',
  description: 'Show the card of story files, or the newest card of a topic',
  options: { json: { type: 'boolean', description: 'print JSON (always so in a pipe)' } },
  async run(assembly, words, options) {
    const [topic = ''] = words;
    const isTopic = words.length === 1 && !existsSync(topic) && /^[\w -]+$/.test(topic);
    const asJson = Boolean(options['json']) || !assembly.isPerson;
    if (isTopic) await briefTopic(assembly, topic, asJson);
    else await briefFiles(assembly, words, asJson);
    return 0;
  },
};

async function briefFiles(assembly: Assembly, files: readonly string[], asJson: boolean) {
  const takes = requireTakes(await readSources(assembly, files), files);
  const rehearsal = await rehearse(assembly, takes);
  const analyst = await assembly.analyst(rehearsal.store, null);
  // As at the last sending: what is under embargo by then stays unseen.
  const at =
    rehearsal.filed
      .map(({ story }) => story.changedAt)
      .toSorted()
      .at(-1) ?? '';
  const briefed: Briefed[] = [];
  for (const event of await eventsOf(rehearsal)) {
    const card = await cardOf(rehearsal.store, analyst, event, at);
    if (card) briefed.push({ event, card });
  }
  if (briefed.length === 0)
    throw new NewsroomError('forbidden', 'The copy is killed, withheld or under embargo: no card.');
  await show(assembly, rehearsal.store, briefed, asJson);
}

async function briefTopic(assembly: Assembly, words: string, asJson: boolean) {
  const config = await assembly.config();
  const topic = requireTopic(words, config.topics, 'file or topic');
  const store = await assembly.openStore();
  try {
    const at = new Date(assembly.now()).toISOString();
    const parts = { store, analyst: await assembly.analyst(store, config) };
    const best = await firstCard(parts, await eventsOfTopic(store, topic, at), at);
    if (!best)
      throw new NewsroomError('not-found', `No news on ${topic.title} in the last seven days.`);
    await show(assembly, store, [best], asJson);
  } finally {
    await store.close();
  }
}

async function show(
  assembly: Assembly,
  store: Store,
  briefed: readonly Briefed[],
  asJson: boolean,
) {
  if (!asJson) {
    for (const { event, card } of briefed) {
      const item = fullCard(card, { id: event.id, version: event.version });
      assembly.write(assembly.terminalText({ title: 'Brief', items: [item] }));
    }
    return;
  }
  const briefs = [];
  for (const { event, card } of briefed) {
    const stories = (await store.stories(event.stories)).filter((story) => story.state === 'live');
    const named = stories.map(({ id, provider, version, current }) => {
      return {
        id,
        provider,
        version,
        take: current?.id ?? null,
        headline: current?.headline ?? null,
      };
    });
    briefs.push({ event: withoutProfile(event), stories: named, card });
  }
  assembly.write(JSON.stringify({ briefs }, null, 2));
}
