/**
 * SEAM: where readers are. A chat renders layouts to frozen payloads (pure), posts them one at a
 * time without ever retrying by itself, finds a message whose fate is unknown, and hands what people
 * type and press to the newsroom's reception.
 */
import type { Layout, Part, Position } from '../news/layout.ts';
import type { Platform } from '../news/channel.ts';
import type { Asker, Command, Press, Reply, ReplySoFar } from '../news/request.ts';

/** What chats may ask of the newsroom. Always answers; never throws for what a person typed. */
export interface Reception {
  /** @param hear told what may be shown already of an answer that a model writes; must not throw */
  request(command: Command, asker: Asker, hear?: HearSoFar): Promise<Reply>;
  press(press: Press, asker: Asker): Promise<Reply>;
  /**
   * Is it for this process to answer? A platform may hand what somebody said to several, one after
   * another. True where only one can have heard it, and when the store does not tell.
   */
  takesUp?(heard: string): Promise<boolean>;
  /**
   * Notes a reply that was spoken for all to hear, so that a kill finds its messages. Noted again under
   * the same id, it stands as it is noted last.
   */
  spoken?(reply: Reply, messages: readonly Spoken[]): Promise<void>;
  /** topics whose slug or title begins with or contains the words, for autocompletion */
  suggestTopics(words: string): readonly { readonly slug: string; readonly title: string }[];
}

export type HearSoFar = (soFar: ReplySoFar) => Promise<void>;

/** A message of a reply that stands in a channel for all to see. */
export type Spoken = {
  /** the channel that it can be edited in: on Discord the thread that it stands in */
  readonly channel: string;
  readonly messageId: string;
  readonly layout: Layout;
};

/** A message to be posted: a frozen payload, where to, and the ledger's id for it. */
export type Posting = {
  readonly delivery: string;
  readonly channel: string;
  readonly payload: unknown;
  /** message id of the lead, for a message in its thread; null for the lead itself */
  readonly lead: string | null;
  /** what the lead's thread is called when it has to be opened for this message */
  readonly threadName?: string;
  /** an earlier try may have been taken, and was looked for and not found */
  readonly isAgain?: boolean;
  /** for one person alone, where the platform allows it; absent for the channel */
  readonly reader?: Reader;
};

/** A person who is told something in private, and the replies of ours that it is about. */
export type Reader = { readonly person: string; readonly replies: readonly string[] };

/** What became of a posting. `unknown`: the platform may have taken it; never post again unread. */
export type Outcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  /**
   * clearly not taken; try again after the pause. `isLimited`: the platform asked for less;
   * `isEverywhere`: the pause is for all that we send there, not for this channel alone
   */
  | {
      readonly kind: 'later';
      readonly retryAfterMs: number;
      readonly sentence: string;
      readonly isLimited?: boolean;
      readonly isEverywhere?: boolean;
      /** the pause is for this message: the others of its channel may go on */
      readonly isForThisAlone?: boolean;
      /** it was our token that was not taken */
      readonly isTokenRefused?: boolean;
    }
  /** our payload or our rights are wrong: trying again the same way is useless */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly sentence: string;
      /** an edit: nothing can be said under the message any more, for it is gone or its thread closed */
      readonly isClosed?: boolean;
    }
  /** the channel is gone or closed to us: switch it off */
  | { readonly kind: 'gone'; readonly code: string; readonly sentence: string }
  | { readonly kind: 'unknown'; readonly sentence: string };

/** Something a person has to mend before a chat works again as it should. */
export type Trouble = {
  readonly sentence: string;
  /** nothing can be posted or heard any more before it is connected anew */
  readonly isOver: boolean;
};

/** Something that works less well than it should while all that is said still goes out. */
export type Shortcoming = {
  /** names it for as long as it lasts */
  readonly key: string;
  /** what is so, and what somebody can do about it */
  readonly sentence: string;
  /** it has happened: nobody has to be told when it is over */
  readonly isPast?: boolean;
};

/** What reading the channel back told of a posting of unknown fate. */
export type Search =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  /** `forGood`: history may not be read at all; otherwise the platform only does not answer now */
  | { readonly kind: 'unreadable'; readonly sentence: string; readonly forGood: boolean };

export interface Chat {
  readonly platform: Platform;
  /** least time between two messages in one channel (milliseconds), where the platform asks for it */
  readonly paceMs?: number;
  /** most messages a second in all channels together, where the platform sets a limit */
  readonly perSecond?: number;
  /** how many edits the platform takes now, where it takes few: the ledger gives the most urgent */
  editsNow?(): number;
  /**
   * Keeps to this part of the limits that are the chat's own to keep: so many processes of the bot are
   * at work on the platform. Without it they are all for this process.
   */
  apportion?(processes: number): void;
  /**
   * Renders a layout to messages within every limit of the platform; whole items overflow to the
   * thread, labelled. Pure: the same layout and batch give the same bytes, for ever.
   * @param batch id of the edition or reply; the id of part N is `deliveryId(batch, N)`
   * @param position labels the first message as this one of the batch: for the amendment of a message
   *   that was posted. More than one part then means that the layout no longer fits in one.
   */
  render(layout: Layout, batch: string, position?: Position): readonly Part[];
  /** Connects and begins to listen. Throws a NewsroomError with a sentence when it cannot. */
  connect(reception: Reception): Promise<void>;
  /** true where every connection hears all that is said: of several processes one may listen */
  readonly listensOnce?: boolean;
  /** Connects to post and hears nothing: for a worker beside a gateway that listens. */
  connectToPost?(): Promise<void>;
  /**
   * Posts one message once. Never throws, never retries. A message for one person takes the place of
   * the replies it is about where they can still be changed, else it goes to the person directly; that
   * it cannot be given is never the channel's fault, so it is never `gone`.
   */
  post(posting: Posting): Promise<Outcome>;
  /** Replaces a message that was posted. Idempotent, never throws. */
  edit(posting: Posting, messageId: string): Promise<Outcome>;
  /**
   * Deletes a message that we posted. Idempotent: one that is gone already is `sent`. Never throws.
   * Absent where what was shown cannot be taken back.
   */
  remove?(posting: Posting, messageId: string): Promise<Outcome>;
  /** Looks for a posting of unknown fate in the channel, from `since` (epoch milliseconds) on. */
  find(posting: Posting, since: number): Promise<Search>;
  /** What is wrong with it since it was connected; null while nothing is. */
  trouble?(): Trouble | null;
  /** What works less well than it should: told to the operator once. */
  shortcomings?(): readonly Shortcoming[];
  /** One line for `/wire status` and doctor: connected as whom, or what is wrong. */
  status(): string;
  /** Stops listening, lets running answers finish (at most five seconds), disconnects. */
  disconnect(): Promise<void>;
}
