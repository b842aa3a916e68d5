/** `desk`: what filing every take of a folder does to stories and events. */
import type { Event } from '../news/event.ts';
import type { Filed } from '../filing/filing.ts';
import type { CliCommand } from './assembly.ts';
import { eventsOf, rehearse, type Rehearsal } from './rehearsal.ts';
import { problemLines, readSources, requireTakes } from './sources.ts';

export const deskCommand: CliCommand = {
  name: 'desk',
  usage: 'desk DIR',
  description: 'File every take of a folder in order of sending and show what it changed',
  options: { json: { type: 'boolean', description: 'print JSON (always so in a pipe)' } },
  async run(assembly, words, options) {
    const read = await readSources(assembly, words);
    const rehearsal = await rehearse(assembly, requireTakes(read, words));
    const changes = rehearsal.filed.map(changeOf);
    if (options['json'] || !assembly.isPerson) {
      const { stories, events } = await outcomeOf(rehearsal);
      assembly.write(
        JSON.stringify({ changes, stories, events, problems: read.problems }, null, 2),
      );
    } else {
      const lines = [...rehearsal.filed.map(describe), ...problemLines(read)];
      assembly.write(lines.join('\n'));
    }
    return 0;
  },
};

function changeOf({ take, story, event, change }: Filed) {
  const [takeId, storyId, eventId] = [take.id, story.id, event?.id ?? null];
  return { file: take.file, take: takeId, story: storyId, event: eventId, change };
}

async function outcomeOf(rehearsal: Rehearsal) {
  const ids = [...new Set(rehearsal.filed.map(({ story }) => story.id))];
  // one that turned out to be another's item has nothing of its own left
  const stories = (await rehearsal.store.stories(ids)).filter(({ takes }) => takes.length > 0);
  const events = (await eventsOf(rehearsal)).map(withoutProfile);
  return { stories, events };
}

/** An event for people: the matcher's profile is of no use to them. */
export function withoutProfile({ profile: _profile, ...event }: Event) {
  return event;
}

function describe({ take, story, event, change }: Filed): string {
  const title = story.state === 'live' ? (story.current?.headline ?? '') : `(${story.state})`;
  const where = event ? `event ${event.id} v${event.version}` : 'no event';
  return `${take.sentAt ?? 'no time'}  ${change.padEnd(9)} ${take.file ?? ''}  ${title}  [${where}]`;
}
