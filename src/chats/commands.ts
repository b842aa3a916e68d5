/** Every command once: what Discord registers, what Slack lists, what help shows, how text is read. */
import type { Command } from '../news/request.ts';
import { isScheduleWord, isTimeWord, readTypedSchedules } from '../news/schedule.ts';
import type { Amendments } from '../news/subscription.ts';

export type CommandOption = {
  readonly name: string;
  /** at most 100 characters (Discord) */
  readonly description: string;
  readonly required: boolean;
  readonly autocomplete: 'topics' | null;
  readonly kind: 'text' | 'flag';
};

export type CommandDefinition = {
  /** `brief`, or `wire subscribe` for a subcommand */
  readonly name: string;
  readonly usage: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  /** changes what a channel follows: needs the right to manage it */
  readonly manages: boolean;
};

const text = (
  name: string,
  description: string,
  required: boolean,
  autocomplete: 'topics' | null = null,
): CommandOption => ({ name, description, required, autocomplete, kind: 'text' });

const TOPIC = 'Topic to follow, such as export-controls';
/** Discord's name of the switch; its two positions are typed as in Slack. */
export const CORRECTIONS_ONLY = 'corrections';
export const AMENDMENT_WORDS = { only: 'corrections only', all: 'all updates' } as const;
const SCHEDULE = 'When to post, such as: weekdays 07:30, 16:00 Asia/Tokyo';

/** The commands in the order that help lists them. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'brief',
    usage: '/brief TOPIC',
    description: 'The newest card of a topic, or of what matches your words',
    options: [text('topic', 'A topic, or a few words', true, 'topics')],
    manages: false,
  },
  {
    name: 'ask',
    usage: '/ask QUESTION',
    description: 'An answer from the stored stories, with the sentences it comes from',
    options: [text('question', 'What you want to know', true)],
    manages: false,
  },
  {
    name: 'wire subscribe',
    usage: '/wire subscribe TOPIC [weekdays 08:30 Asia/Tokyo] [alerts]',
    description: 'Follow a topic in this channel',
    options: [
      text('topic', TOPIC, true, 'topics'),
      text('schedule', SCHEDULE, false),
      {
        name: 'alerts',
        description: 'Also post urgent news at once',
        required: false,
        autocomplete: null,
        kind: 'flag',
      },
    ],
    manages: true,
  },
  {
    name: 'wire unsubscribe',
    usage: '/wire unsubscribe TOPIC',
    description: 'Stop following a topic in this channel',
    options: [text('topic', TOPIC, true, 'topics')],
    manages: true,
  },
  {
    name: 'wire topics',
    usage: '/wire topics',
    description: 'All topics, and those that this channel follows',
    options: [],
    manages: false,
  },
  {
    name: 'wire schedule',
    usage: '/wire schedule [weekdays 07:30, 16:00 Asia/Tokyo] [corrections only | all updates]',
    description: 'Show or set when this channel gets its digest, and what is followed up after it',
    options: [
      text('schedule', SCHEDULE, false),
      {
        name: CORRECTIONS_ONLY,
        description: 'Follow posted items up with corrections and kills only, not with updates',
        required: false,
        autocomplete: null,
        kind: 'flag',
      },
    ],
    manages: false,
  },
  {
    name: 'wire agenda',
    usage: '/wire agenda [TOPIC]',
    description: 'The next steps that the stories tell of, in order of date',
    options: [text('topic', 'Only the next steps of a topic', false, 'topics')],
    manages: false,
  },
  {
    name: 'wire status',
    usage: '/wire status',
    description: 'How the wires and chats are doing',
    options: [],
    manages: false,
  },
  {
    name: 'wire split',
    usage: '/wire split WORDS',
    description: 'Take a story that does not belong out of the item that the words find',
    options: [text('words', 'Words that find the item, or the id of the story', true)],
    manages: true,
  },
  {
    name: 'wire merge',
    usage: '/wire merge WORDS',
    description: 'Make one item of two that tell of the same happening',
    options: [text('words', 'Words that find both items, or their two ids', true)],
    manages: true,
  },
  {
    name: 'wire verdicts',
    usage: '/wire verdicts',
    description: 'What readers say is wrong and waits for an editor',
    options: [],
    manages: true,
  },
  {
    name: 'wire confirm',
    usage: '/wire confirm VERDICT',
    description: 'Carry out what a reader says is wrong, for everyone',
    options: [text('verdict', 'The id that /wire verdicts shows', true)],
    manages: true,
  },
  {
    name: 'wire reject',
    usage: '/wire reject VERDICT',
    description: 'Leave the item as it is, or show a fact again that was taken out',
    options: [text('verdict', 'The id that /wire verdicts shows', true)],
    manages: true,
  },
  {
    name: 'wire held',
    usage: '/wire held',
    description: 'Stories that are held or under embargo, and why; nothing of their copy',
    options: [],
    manages: true,
  },
  {
    name: 'wire release',
    usage: '/wire release STORY',
    description: 'End an embargo whose time cannot be read',
    options: [text('story', 'The id that /wire held shows', true)],
    manages: true,
  },
  {
    name: 'wire help',
    usage: '/wire help',
    description: 'What you can ask of Wirebrief',
    options: [],
    manages: false,
  },
];

/** Longest command text that is read (a Slack message may hold 40,000 characters). */
const TEXT_MAX = 2_000;

const wrong = (sentence: string): Command => ({ name: 'problem', sentence });

/**
 * Reads what a person typed after a slash command.
 * @param name `brief`, `ask` or `wire`, with or without the slash
 * @param typed the rest of the line
 */
export function readCommand(name: string, typed: string): Command {
  const words = typed.slice(0, TEXT_MAX).trim().replace(/\s+/g, ' ');
  switch (name.replace(/^\//, '').toLowerCase()) {
    case 'brief':
      return words === ''
        ? wrong('Name a topic or a few words: /brief export-controls. /wire topics lists them.')
        : { name: 'brief', words };
    case 'ask':
      return words === ''
        ? wrong('Ask a question: /ask when is the next round of talks?')
        : { name: 'ask', question: words };
    case 'wire':
      return readWireCommand(words);
    default:
      return wrong(`There is no command ${name}. Try /wire help.`);
  }
}

function readWireCommand(words: string): Command {
  const [verb = 'help', ...rest] = words.split(' ');
  switch (verb.toLowerCase() || 'help') {
    case 'subscribe':
      return readSubscribe(rest);
    case 'unsubscribe':
      return rest.length === 0
        ? wrong('Name the topic to stop following: /wire unsubscribe export-controls.')
        : { name: 'unsubscribe', topic: rest.join(' ') };
    case 'schedule':
      return readScheduleCommand(rest.join(' '));
    case 'topics':
      return { name: 'topics' };
    case 'agenda':
      return rest.length === 0 ? { name: 'agenda' } : { name: 'agenda', topic: rest.join(' ') };
    case 'split':
    case 'merge':
    case 'verdicts':
    case 'confirm':
    case 'reject':
    case 'held':
    case 'release':
      return readMending(verb.toLowerCase() as Mending, rest.join(' '));
    case 'status':
      return { name: 'status' };
    case 'help':
      return { name: 'help' };
    default:
      return wrong(`"${verb}" is not something /wire does. Try /wire help.`);
  }
}

type Mending = 'split' | 'merge' | 'verdicts' | 'confirm' | 'reject' | 'held' | 'release';

function readMending(name: Mending, words: string): Command {
  if (name === 'verdicts' || name === 'held') return { name };
  if (name === 'release')
    return words === ''
      ? wrong('Name the story: /wire release ID. /wire held lists them.')
      : { name, story: words };
  if (name === 'split' || name === 'merge')
    return words === ''
      ? wrong(`Say what to ${name}: /wire ${name} quake Velmora.`)
      : { name, words };
  return words === ''
    ? wrong(`Name the verdict: /wire ${name} ID. /wire verdicts lists them.`)
    : { name, verdict: words };
}

/** Does the command change something for others, so that the rights of the person must be known? */
export function needsRights(command: Command): boolean {
  if (command.name === 'schedule')
    return command.schedule !== null || command.amendments !== undefined;
  return COMMANDS.some(({ name, manages }) => manages && name === `wire ${command.name}`);
}

function readSubscribe(words: readonly string[]): Command {
  if (words.length === 0)
    return wrong(
      'Name the topic to follow: /wire subscribe export-controls weekdays 08:30 Asia/Tokyo.',
    );
  const alerts = words.length > 1 && /^alerts?$/i.test(words.at(-1) ?? '');
  const rest = alerts ? words.slice(0, -1) : words;
  const time = rest.findIndex((word, index) => index > 0 && isTimeWord(word));
  if (time < 0) return { name: 'subscribe', topic: rest.join(' '), schedule: null, alerts };
  let first = time;
  while (first > 1 && isScheduleWord(rest[first - 1] ?? '')) first -= 1;
  const reading = readTypedSchedules(rest.slice(first).join(' '));
  if (!reading.ok) return wrong(`The schedule cannot be read: ${reading.sentence}.`);
  const topic = rest.slice(0, first).join(' ');
  return { name: 'subscribe', topic, schedule: reading.schedules, alerts };
}

/** What may stand at the end of a schedule, and what it asks for. */
const FOLLOW_UPS: readonly (readonly [RegExp, Amendments])[] = [
  [/(?:^| )corrections?(?:(?: |-)and(?: |-)kills?)?(?: only)?$/i, 'corrections-and-kills'],
  [/(?:^| )all(?: updates?)?$/i, 'all'],
];

function readScheduleCommand(typed: string): Command {
  const [sign, amendments] = FOLLOW_UPS.find(([words]) => words.test(typed)) ?? [];
  const wanted = amendments === undefined ? {} : { amendments };
  const line = sign === undefined ? typed : typed.replace(sign, '');
  if (line === '') return { name: 'schedule', schedule: null, ...wanted };
  const reading = readTypedSchedules(line);
  return reading.ok
    ? { name: 'schedule', schedule: reading.schedules, ...wanted }
    : wrong(`The schedule cannot be read: ${reading.sentence}.`);
}
