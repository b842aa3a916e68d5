/** What a person asks of Wirebrief in a chat, and what they get back. */
import type { Layout, PressAction } from './layout.ts';
import type { Amendments, TypedSchedule } from './subscription.ts';

/** A typed command, already read. `problem` is a command that was typed wrongly, with the sentence. */
export type Command =
  | { readonly name: 'brief'; readonly words: string }
  | { readonly name: 'ask'; readonly question: string }
  | {
      readonly name: 'subscribe';
      readonly topic: string;
      /** lines of the timetable, a zone null where none was named; null when none are given */
      readonly schedule: readonly TypedSchedule[] | null;
      readonly alerts: boolean;
    }
  | { readonly name: 'unsubscribe'; readonly topic: string }
  | { readonly name: 'topics' }
  | {
      readonly name: 'schedule';
      readonly schedule: readonly TypedSchedule[] | null;
      /** what of posted items is to be followed up from now on; left out: as it is */
      readonly amendments?: Amendments;
    }
  | {
      readonly name: 'agenda';
      /** only the steps of this topic; of all when it is left out */
      readonly topic?: string;
    }
  | { readonly name: 'split'; readonly words: string }
  | { readonly name: 'merge'; readonly words: string }
  | { readonly name: 'verdicts' }
  | { readonly name: 'confirm' | 'reject'; readonly verdict: string }
  | { readonly name: 'held' }
  | { readonly name: 'release'; readonly story: string }
  | { readonly name: 'status' }
  | { readonly name: 'help' }
  | { readonly name: 'problem'; readonly sentence: string };

/** Who asks, where, and with what rights. */
export type Asker = {
  readonly channel: string;
  /** the platform's id of the person */
  readonly person: string;
  /** may this person manage what the channel follows? decided by the chat from platform rights */
  readonly mayManage: boolean;
  /** the message under whose thread they ask; null outside threads */
  readonly thread: string | null;
  /** the message that theirs replies to, where the platform tells */
  readonly under?: string | null;
};

/** A press of a button. */
export type Press = {
  readonly action: PressAction;
  readonly value: string;
  /** the platform's id of the message in which the button stands; absent where nobody else sees it */
  readonly message?: string | null;
};

/** What goes back. Private unless the person shares it. */
export type Reply = {
  /** kept in the store, so that a kill finds who was shown what */
  readonly id: string;
  readonly layout: Layout;
  /** events that it tells of */
  readonly events: readonly { readonly id: string; readonly version: number }[];
  readonly private: boolean;
};

/** What of an answer may be shown before it is whole; the reply that follows has the same id. */
export type ReplySoFar = {
  readonly reply: Reply;
  /** the sentence that was proven last; null for the quoted answer that a written one will replace */
  readonly added: string | null;
};
