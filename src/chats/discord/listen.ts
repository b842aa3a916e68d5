/** What people type and press in Discord, handed to the newsroom's reception; answered always. */
import {
  Events,
  MessageFlags,
  PermissionFlagsBits,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  type Interaction,
  type Message,
  type PermissionsBitField,
} from 'discord.js';
import { NewsroomError, sentenceOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { writeChannel } from '../../news/channel.ts';
import { fingerprint } from '../../news/identity.ts';
import type { Asker, Reply } from '../../news/request.ts';
import type { Reception } from '../chat.ts';
import { AMENDMENT_WORDS, CORRECTIONS_ONLY, readCommand } from '../commands.ts';
import { cleanLine } from './escape.ts';
import { CHOICE_MAX, CHOICES_MAX } from './limits.ts';
import type { ToldOfLayout } from './plain.ts';
import { readCustomId } from './render.ts';
import { outcomeOf } from './outcome.ts';
import {
  answerInteraction,
  answerMessage,
  isBarred,
  isExpired,
  isUnknownInteraction,
  type Asked,
} from './reply.ts';
import type { PrivateReplies } from './tell.ts';

export type Ears = {
  /** Stops listening and lets running answers finish, at most so long. */
  close(graceMs: number): Promise<void>;
};

type Listening = {
  readonly reception: Reception;
  readonly log: Log;
  readonly replies: PrivateReplies;
  readonly toldOfLayout: ToldOfLayout;
};

/** A reply that takes longer is given up with a sentence; Discord takes one for 15 minutes. */
const REPLY_MS = 120_000;
/** Answers under way at once; more are told to come back. */
const RUNNING_MAX = 200;

/** Begins to listen. */
export function listen(client: Client, listening: Listening): Ears {
  const running = new Set<Promise<void>>();
  const run = (work: Promise<void>): void => {
    const tracked = work
      .catch((error: unknown) => report(error, listening.log))
      .finally(() => running.delete(tracked));
    running.add(tracked);
  };
  const isBusy = (): boolean => running.size >= RUNNING_MAX;
  const onInteraction = (interaction: Interaction): void => {
    if (interaction.isAutocomplete()) run(suggest(interaction, listening));
    else if (interaction.isRepliable()) run(serve(interaction, listening, isBusy()));
  };
  const onMessage = (message: Message): void => {
    const me = client.user;
    const asked = me !== null && !message.author.bot && message.mentions.users.has(me.id);
    if (asked) run(followUp(message, { me: me.id, isBusy: isBusy() }, listening));
  };
  client.on(Events.InteractionCreate, onInteraction);
  client.on(Events.MessageCreate, onMessage);
  return {
    async close(graceMs) {
      client.off(Events.InteractionCreate, onInteraction);
      client.off(Events.MessageCreate, onMessage);
      await withinTime(graceMs, Promise.all(running), () => undefined);
    },
  };
}

async function serve(interaction: Asked, listening: Listening, isBusy: boolean): Promise<void> {
  // first of all: Discord gives three seconds
  await acknowledge(interaction);
  const about = { key: interaction.id, log: listening.log };
  const reply = await answerOf(() => (isBusy ? tooBusy() : ask(interaction, listening)), about);
  try {
    const messages = await answerInteraction(interaction, reply, listening.toldOfLayout);
    const { applicationId: application, token } = interaction;
    if (reply.private && reply.events.length > 0)
      listening.replies.keep(reply.id, { application, token, messages });
  } catch (error) {
    if (interaction.replied || isExpired(error) || isBarred(error)) throw error;
    // nothing is shown yet: better a sentence than an answer that is awaited for ever
    const apology = await answerOf(() => Promise.reject(error as Error), about);
    await answerInteraction(interaction, apology, listening.toldOfLayout);
  }
}

/**
 * Tells Discord that an answer comes. When it is not known whether it heard that it is told again; that
 * it has been acknowledged then means by us.
 */
async function acknowledge(interaction: Asked): Promise<void> {
  const told = { flags: MessageFlags.Ephemeral } as const;
  try {
    await interaction.deferReply(told);
  } catch (error) {
    if (outcomeOf(error).kind !== 'unknown') throw error;
    await interaction.deferReply(told).catch((again: unknown) => {
      // otherwise the answer itself will tell whether there is a place for it
      if (isUnknownInteraction(again)) throw again;
    });
  }
}

async function ask(interaction: Asked, listening: Listening): Promise<Reply> {
  const asker = askerOf(interaction);
  if (!asker)
    return problem('Wirebrief answers in the channels of a server, not in direct messages.');
  if (interaction.isButton()) {
    const press = readCustomId(interaction.customId)?.press;
    return press
      ? listening.reception.press({ ...press, message: messageOf(interaction) }, asker)
      : problem('This button is no longer known: use the slash commands, /wire help lists them.');
  }
  // a menu or a form: none of ours, but somebody waits for its answer
  if (!interaction.isChatInputCommand())
    return problem('Wirebrief does not know this: use the slash commands, /wire help lists them.');
  const command = readCommand(interaction.commandName, typedText(interaction));
  return listening.reception.request(command, asker);
}

/** The message in which the button stands; null for an answer that only one person sees. */
function messageOf({ message }: ButtonInteraction): string | null {
  return message.flags.has(MessageFlags.Ephemeral) ? null : message.id;
}

const tooBusy = (): Promise<Reply> =>
  problem('Wirebrief is answering many others: try again in a minute.');

function problem(sentence: string): Promise<Reply> {
  return Promise.reject(new NewsroomError('usage', sentence));
}

/** Runs a request within its time; what goes wrong becomes a sentence. */
async function answerOf(
  request: () => Promise<Reply>,
  { key, log }: { key: string; log: Log },
): Promise<Reply> {
  try {
    const late = (): never => {
      throw new NewsroomError('internal', 'That took too long: please ask again.');
    };
    return await withinTime(REPLY_MS, request(), late);
  } catch (error) {
    if (!(error instanceof NewsroomError))
      log.error({ error: named(error) }, 'A Discord request failed');
    const blocks = [{ kind: 'text' as const, runs: [{ text: sentenceOf(error) }] }];
    const layout = { title: 'Wirebrief', items: [{ event: null, blocks }] };
    return { id: fingerprint('discord', key), layout, events: [], private: true };
  }
}

async function withinTime<T>(ms: number, work: Promise<T>, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    return await Promise.race([work, end.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}

/** A command's options as the text that a person would have typed after it, whatever their types. */
function typedText({ options }: ChatInputCommandInteraction): string {
  const typed = (name: string): string | null => {
    const value = options.get(name)?.value;
    return value === undefined ? null : String(value);
  };
  const flag = (name: string): boolean | null => {
    const value = options.get(name)?.value;
    return typeof value === 'boolean' ? value : null;
  };
  const words = [
    options.getSubcommand(false),
    ...['topic', 'question', 'schedule', 'words', 'verdict', 'story'].map(typed),
    flag('alerts') === true ? 'alerts' : null,
    amendmentWords(flag(CORRECTIONS_ONLY)),
  ];
  return words.filter((word) => word !== null).join(' ');
}

function amendmentWords(correctionsOnly: boolean | null): string | null {
  if (correctionsOnly === null) return null;
  return correctionsOnly ? AMENDMENT_WORDS.only : AMENDMENT_WORDS.all;
}

function askerOf(interaction: Asked): Asker | null {
  const { guildId, channelId, channel } = interaction;
  if (guildId === null || channelId === null) return null;
  const { id, thread } = placeIn(channel, channelId);
  return {
    channel: writeChannel({ platform: 'discord', home: guildId, id }),
    person: interaction.user.id,
    mayManage: mayManage(interaction.memberPermissions),
    thread,
  };
}

/**
 * The channel that somebody talks in, and in which of its threads. A post of a forum is a channel by
 * itself, for the forum takes no messages.
 */
function placeIn(
  channel: Interaction['channel'],
  channelId: string,
): { readonly id: string; readonly thread: string | null } {
  const isPost = channel?.isThread() === true && channel.parent?.isThreadOnly() === true;
  if (!channel?.isThread() || isPost) return { id: channelId, thread: null };
  return { id: channel.parentId ?? channelId, thread: channelId };
}

function mayManage(rights: Readonly<PermissionsBitField> | null | undefined): boolean {
  return rights?.has(PermissionFlagsBits.ManageChannels) ?? false;
}

/** A question to the bot by name, or a reply to one of its messages. */
async function followUp(
  message: Message,
  { me, isBusy }: { me: string; isBusy: boolean },
  listening: Listening,
): Promise<void> {
  const { guildId, channel } = message;
  if (guildId === null) return;
  const { id, thread } = placeIn(channel, message.channelId);
  const asker: Asker = {
    channel: writeChannel({ platform: 'discord', home: guildId, id }),
    person: message.author.id,
    mayManage: mayManage(message.member?.permissionsIn(message.channelId)),
    thread: thread ?? message.reference?.messageId ?? null,
    under: message.reference?.messageId ?? null,
  };
  const question = message.content.replaceAll(`<@${me}>`, ' ').replaceAll(`<@!${me}>`, ' ');
  const command = readCommand('ask', question);
  const reply = await answerOf(
    () => (isBusy ? tooBusy() : listening.reception.request(command, asker)),
    { key: message.id, log: listening.log },
  );
  await answerMessage(message, reply, listening.toldOfLayout, async (spoken) => {
    await listening.reception.spoken?.(reply, [...spoken]);
  });
}

async function suggest(
  interaction: AutocompleteInteraction,
  { reception, log }: Listening,
): Promise<void> {
  let choices: { name: string; value: string }[] = [];
  try {
    const words = cleanLine(interaction.options.getFocused());
    choices = reception
      .suggestTopics(words)
      .filter(({ slug }) => slug !== '' && slug.length <= CHOICE_MAX)
      .slice(0, CHOICES_MAX)
      .map(({ slug, title }) => ({ name: choiceName(title) || slug, value: slug }));
  } catch (error) {
    log.error({ error: named(error) }, 'Topics could not be suggested');
  }
  await interaction.respond(choices);
}

function choiceName(title: string): string {
  return cleanLine(title).slice(0, CHOICE_MAX).toWellFormed();
}

/** An interaction that has run out is no mistake of ours; everything else is told to the operator. */
function report(error: unknown, log: Log): void {
  if (isExpired(error)) log.info({ error: named(error) }, 'A Discord interaction had expired');
  else log.error({ error: named(error) }, 'A Discord answer could not be given');
}

/** An error of the client holds the address that it called, and with it the interaction's token. */
function named(error: unknown): unknown {
  if (!(error instanceof Error) || !('url' in error)) return error;
  const { name, message, code } = error as Error & { code?: unknown };
  return { name, message, code };
}
