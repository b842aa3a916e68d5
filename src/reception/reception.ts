/** Answers what people type and press in a chat. Always answers; a mistake of theirs gets a sentence. */
import { storiesEver } from '../news/event.ts';
import type { HearSoFar, Reception } from '../chats/chat.ts';
import { COMMANDS } from '../chats/commands.ts';
import { listLayout, withButtons } from '../editing/layout/reply.ts';
import { NewsroomError, sentenceOf, type ErrorCode } from '../errors.ts';
import { fingerprint } from '../news/identity.ts';
import { sentenceLayout, type Button, type Run } from '../news/layout.ts';
import type { Asker, Command, Press, Reply } from '../news/request.ts';
import { noteSpoken } from '../answering/speaking.ts';
import { OWNER } from '../leasing.ts';
import type { Records } from '../stores/store.ts';
import { isoNow, say, type Draft, type HearDraft, type ReceptionParts } from './draft.ts';
import { createAskLimit } from './asking.ts';
import { schedule, subscribe, topics, unsubscribe } from './following.ts';
import { decided, listHeld, listVerdicts, released } from './deciding.ts';
import { flagged, merge, split } from './flagging.ts';
import { agenda, ask, brief, cardOfEvent } from './reading.ts';
import { status } from './status.ts';
import { createTalk } from './talk.ts';

/** Questions of one person in a minute, unless `limits.asks` says otherwise. */
const ASKS = 10;
/** Longest question that is looked at (UTF-16 units). */
const QUESTION_LENGTH = 2_000;
/** A reply is made again when the wire withdraws what it tells of meanwhile, at most so often. */
const TRIES_MAX = 3;

export function createReception(parts: ReceptionParts): Reception {
  const mustWait = createAskLimit(parts.config.limits.asks ?? ASKS, parts.now);
  const talk = createTalk(parts.now);
  const noted = async (asker: Asker, work: Promise<Draft>): Promise<Draft> => {
    const drafted = await work;
    talk.note(
      asker,
      drafted.events.slice(0, 1).map(({ id }) => id),
    );
    return drafted;
  };
  const request: Reception['request'] = (command, asker, hear) =>
    answered(parts, { asker, asked: command, hear }, async (hearDraft) => {
      if (command.name === 'brief') return noted(asker, brief(parts, command.words));
      if (command.name !== 'ask') return draft(parts, command, asker);
      const seconds = mustWait(`${asker.channel.split('/')[0]} ${asker.person}`);
      if (seconds > 0) return say(`That is a lot of questions: ask again in ${seconds} seconds.`);
      const question = command.question.slice(0, QUESTION_LENGTH);
      const asked = { asker, talkedOf: talk.of(asker) };
      return noted(asker, ask(parts, question, asked, hearDraft));
    });
  return {
    request,
    press: (press, asker) =>
      answered(parts, { asker, asked: press }, () => {
        const work = pressed(parts, press, asker);
        return press.action === 'card' ? noted(asker, work) : work;
      }),
    takesUp: (heard) => takesUp(parts, heard),
    spoken: (reply, messages) => noteSpoken(parts, reply, messages),
    suggestTopics: (words) => suggestions(parts, words),
  };
}

/** Platforms send again, for minutes, what was not acknowledged. */
const HEARD_MS = 3_600_000;

async function takesUp(
  { store, log, owner = OWNER }: ReceptionParts,
  heard: string,
): Promise<boolean> {
  try {
    const now = Date.now();
    return await store.takeLease({ name: `heard:${heard}`, owner, until: now + HEARD_MS }, now);
  } catch (error) {
    log.warn({ error, heard }, 'whether another process answers is not known');
    return true;
  }
}

type PlainCommand = Exclude<Command, { readonly name: 'brief' | 'ask' }>;

async function draft(parts: ReceptionParts, command: PlainCommand, asker: Asker): Promise<Draft> {
  switch (command.name) {
    case 'subscribe':
      return subscribe(parts, command, asker);
    case 'unsubscribe':
      return unsubscribe(parts, command, asker);
    case 'schedule':
      return schedule(parts, command, asker);
    case 'topics':
      return topics(parts, asker);
    case 'status':
      return status(parts, asker);
    case 'agenda':
      return agenda(parts, command.topic);
    case 'split':
      return split(parts, command.words, asker);
    case 'merge':
      return merge(parts, command.words, asker);
    case 'verdicts':
      return listVerdicts(parts, asker);
    case 'confirm':
    case 'reject':
      return decided(parts, command.name, command.verdict, asker);
    case 'held':
      return listHeld(parts, asker);
    case 'release':
      return released(parts, command.story, asker);
    case 'help':
      return help();
    case 'problem':
      return say(command.sentence);
  }
}

async function pressed(parts: ReceptionParts, press: Press, asker: Asker): Promise<Draft> {
  switch (press.action) {
    case 'share':
      return say(await parts.share(press.value, asker));
    case 'brief':
      return brief(parts, press.value);
    case 'card':
      return cardOfEvent(parts, press.value);
    case 'confirm':
    case 'reject':
      return decided(parts, press.action, press.value, asker);
    default:
      return flagged(parts, press, asker);
  }
}

type Exchange = {
  readonly asker: Asker;
  readonly asked: Command | Press;
  readonly hear?: HearSoFar | undefined;
};

async function answered(
  parts: ReceptionParts,
  { asker, asked, hear }: Exchange,
  work: (hear?: HearDraft) => Promise<Draft>,
): Promise<Reply> {
  const { channel, person } = asker;
  const id = fingerprint('reply', channel, person, isoNow(parts), JSON.stringify(asked));
  const shown: Shown = { id, asker, events: [] };
  try {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const began = isoNow(parts);
      // made again, it has been heard already
      const hearing = tries === 0 && hear ? hearingOf(parts, shown, began, hear) : undefined;
      const reply = await keep(parts, await work(hearing), shown, began);
      if (reply !== null) return reply;
    }
    throw new NewsroomError('internal', 'The wire is withdrawing this right now: ask again soon.');
  } catch (error) {
    // what a person mistyped is no trouble of ours
    if (error instanceof NewsroomError && TYPED_WRONGLY.has(error.code))
      parts.log.info({ code: error.code, channel }, 'a command was typed wrongly');
    else parts.log.error({ error, channel }, 'a command failed');
    return { id: '', layout: sentenceLayout(sentenceOf(error)), events: [], private: true };
  }
}

const TYPED_WRONGLY: ReadonlySet<ErrorCode> = new Set(['usage', 'not-found', 'forbidden']);

/** What one exchange has shown so far: the reply stays one, and tells of all that it ever told of. */
type Shown = { readonly id: string; readonly asker: Asker; events: Reply['events'] };

/** Keeps what is heard before anybody sees it. */
function hearingOf(parts: ReceptionParts, shown: Shown, began: string, hear: HearSoFar): HearDraft {
  return async (soFar, added) => {
    try {
      const reply = await keep(parts, soFar, shown, began);
      if (reply !== null) await hear({ reply, added });
    } catch (error) {
      parts.log.warn({ error }, 'a part of an answer could not be shown early');
    }
  };
}

/**
 * Keeps what is to be shown, so that it can be shared and a kill finds who saw it.
 * @returns null when a story in it was withdrawn while it was made: then it is to be made again
 */
async function keep(
  parts: ReceptionParts,
  { layout, events: told, canShare = true }: Draft,
  shown: Shown,
  began: string,
): Promise<Reply | null> {
  const { id, asker } = shown;
  const now = told.map(({ id: event, version }) => ({ id: event, version }));
  const events = [...new Map([...shown.events, ...now].map((each) => [each.id, each])).values()];
  if (events.length === 0) return { id: '', layout, events, private: true };
  const at = isoNow(parts);
  const { channel, person } = asker;
  const isKept = await parts.store.transact(async (records) => {
    if (await wasWithdrawn(records, now, began)) return false;
    await records.saveReply({ id, channel, person, layout, events, at });
    return true;
  });
  if (!isKept) return null;
  shown.events = events;
  const share: Button = { label: 'Share in channel', action: 'share', value: id };
  const offered = canShare ? withButtons(layout, [share]) : layout;
  return { id, layout: offered, events, private: true };
}

/** Was a story of what is to be shown killed or held after an instant (ISO), or after it was read? */
async function wasWithdrawn(
  records: Records,
  shown: Reply['events'],
  since: string,
): Promise<boolean> {
  const versions = new Map(shown.map(({ id, version }) => [id, version]));
  for (const event of await records.events([...versions.keys()])) {
    const lost = (await records.stories(storiesEver(event))).filter(
      ({ state }) => state !== 'live',
    );
    const isNewer = lost.length > 0 && event.version !== versions.get(event.id);
    if (isNewer || lost.some(({ changedAt }) => Date.parse(changedAt) > Date.parse(since)))
      return true;
  }
  return false;
}

function suggestions(parts: ReceptionParts, words: string): { slug: string; title: string }[] {
  const typed = words.trim().toLowerCase();
  const all = parts.config.topics.map(({ slug, title }) => ({ slug, title }));
  const starts = all.filter((topic) => topic.slug.startsWith(typed));
  const holds = all.filter((topic) => `${topic.slug} ${topic.title}`.toLowerCase().includes(typed));
  return [...new Map([...starts, ...holds].map((each) => [each.slug, each])).values()];
}

function help(): Draft {
  const lines = COMMANDS.map((command): Run[] => [
    { text: command.usage, style: 'code' },
    { text: ` ${command.description}` },
  ]);
  return { layout: listLayout('What you can ask of Wirebrief', lines), events: [] };
}
