/** What a command has to say, before it is kept and handed over. */
import type { Analyst } from '../analysts/analyst.ts';
import type { Chat } from '../chats/chat.ts';
import type { Config } from '../config.ts';
import { findTopic, nearestTopics } from '../editing/route.ts';
import type { Log } from '../log.ts';
import type { Event } from '../news/event.ts';
import { sentenceLayout, type Layout, type Run } from '../news/layout.ts';
import type { Asker, Command } from '../news/request.ts';
import type { Topic } from '../news/topic.ts';
import type { Store } from '../stores/store.ts';

export type ReceptionParts = {
  readonly config: Config;
  readonly store: Store;
  readonly analyst: Analyst;
  readonly chats: readonly Chat[];
  readonly now: () => number;
  readonly log: Log;
  /** names the process; tests of several in one give each its own */
  readonly owner?: string;
  /** posts a kept reply in its channel for all to see; gives the sentence that tells the person */
  readonly share: (replyId: string, asker: Asker) => Promise<string>;
};

/** A layout with the events that it tells of. */
export type Draft = {
  readonly layout: Layout;
  readonly events: readonly Event[];
  /** false for what is between the person and the desk: it gets no button to share it */
  readonly canShare?: boolean;
};
/** Hears a draft of what is still being written; see `ReplySoFar`. */
export type HearDraft = (draft: Draft, added: string | null) => Promise<void>;
export type CommandOf<Name extends Command['name']> = Extract<Command, { name: Name }>;

/** A draft of one sentence. */
export const say = (text: string): Draft => ({ layout: sentenceLayout(text), events: [] });
/** A line of plain text. */
export const line = (text: string): Run[] => [{ text }];
/** The clock of the parts as an ISO instant. */
export const isoNow = (parts: ReceptionParts): string => new Date(parts.now()).toISOString();

/** The topic that words name, by slug or title; null when there is none. */
export function topicOf(parts: ReceptionParts, words: string): Topic | null {
  return findTopic(words, parts.config.topics);
}

/** The sentence for a topic that does not exist, with the nearest ones that do. */
export function unknownTopic(parts: ReceptionParts, words: string): Draft {
  return say(`There is no topic "${words.slice(0, 80)}". ${nearestOf(parts, words)}`);
}

/** The sentence for words that find neither a topic nor a story. */
export function nothingFound(parts: ReceptionParts, words: string): Draft {
  const none = `No stored story is found by "${words.slice(0, 80)}", and no topic has that name.`;
  return say(`${none} ${nearestOf(parts, words)}`);
}

function nearestOf(parts: ReceptionParts, words: string): string {
  const near = nearestTopics(words, parts.config.topics, 3).map((topic) => topic.slug);
  return near.length === 0 ? '/wire topics lists all.' : `The nearest: ${near.join(', ')}.`;
}
