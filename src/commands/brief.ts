/** `brief`: the card of story files, or of a topic from the store. */
import { existsSync } from 'node:fs';
import type { Briefed } from '../answering/answering.ts';
import { cardOf } from '../cards.ts';
import type { EarlierEvent } from '../editing/layout/card.ts';
import { NewsroomError } from '../errors.ts';
import type { Event } from '../news/event.ts';
import type { Store } from '../stores/store.ts';
import { earlierOf } from '../filing/storylines.ts';
import type { Assembly, CliCommand } from './assembly.ts';
import { withoutProfile } from './desk.ts';
import { eventsOf, rehearse } from './rehearsal.ts';
import { readSources, requireTakes } from './sources.ts';

export const briefCommand: CliCommand = {
  name: 'brief',
  usage: 'brief FILE...|TOPIC',
  description: 'Show the card of story files, or the newest card of a topic',
  options: {
    earlier: { type: 'boolean', description: 'tell what came before it in the same storyline' },
    json: { type: 'boolean', description: 'print JSON (always so in a pipe)' },
  },
  async run(assembly, words, options) {
    const [topic = ''] = words;
    const isTopic =
      words.length === 1 && topic !== '-' && !/[/\\.]/.test(topic) && !existsSync(topic);
    const how: Showing = {
      asJson: Boolean(options['json']) || !assembly.isPerson,
      withEarlier: Boolean(options['earlier']),
    };
    if (isTopic) await briefTopic(assembly, topic, how);
    else await briefFiles(assembly, words, how);
    return 0;
  },
};

type Showing = { readonly asJson: boolean; readonly withEarlier: boolean };

async function briefFiles(assembly: Assembly, files: readonly string[], how: Showing) {
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
  await show({ assembly, store: rehearsal.store, at }, briefed, how);
}

async function briefTopic(assembly: Assembly, words: string, how: Showing) {
  const config = await assembly.config();
  // Loaded for topics only: files need none of it, and every start would pay for it.
  const { requireTopic } = await import('./topics.ts');
  const topic = requireTopic(words, config.topics, 'file or topic');
  const { eventsOfTopic, firstCard } = await import('../answering/answering.ts');
  const store = await assembly.openStore();
  try {
    const at = new Date(assembly.now()).toISOString();
    const parts = { store, analyst: await assembly.analyst(store, config) };
    const best = await firstCard(parts, await eventsOfTopic(store, topic, at), at);
    if (!best)
      throw new NewsroomError('not-found', `No news on ${topic.title} in the last seven days.`);
    await show({ assembly, store, at }, [best], how);
  } finally {
    await store.close();
  }
}

type Where = { readonly assembly: Assembly; readonly store: Store; readonly at: string };

async function show(
  { assembly, store, at }: Where,
  briefed: readonly Briefed[],
  { asJson, withEarlier }: Showing,
) {
  const earlierTo = async ({ event }: Briefed): Promise<EarlierEvent[]> => {
    const earlier = withEarlier ? await earlierOf(store, event, at) : [];
    return earlier.map(({ event: { id, version }, at: sent, title }) => {
      return { id, version, at: sent, title };
    });
  };
  if (!asJson) {
    const { earlierItems, fullCard } = await import('../editing/layout/card.ts');
    for (const each of briefed) {
      const { event, card } = each;
      const item = fullCard(card, { id: event.id, version: event.version });
      const items = [item, ...earlierItems(await earlierTo(each))];
      assembly.write(assembly.terminalText({ title: 'Brief', items }));
    }
    return;
  }
  const briefs = [];
  for (const each of briefed) {
    const { event, card } = each;
    const stories = await liveStories(store, event);
    const earlier = withEarlier ? { earlier: await earlierTo(each) } : {};
    briefs.push({ event: withoutProfile(event), stories, card, ...earlier });
  }
  assembly.write(JSON.stringify({ briefs }, null, 2));
}

async function liveStories(store: Store, event: Event) {
  const stories = (await store.stories(event.stories)).filter((story) => story.state === 'live');
  return stories.map(({ id, provider, version, current }) => {
    const [take, headline] = [current?.id ?? null, current?.headline ?? null];
    return { id, provider, version, take, headline };
  });
}
