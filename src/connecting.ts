/**
 * The chats of a process: connected, left out with a sentence, tried again. Where every connection
 * hears everything that is said (Discord), one process of several listens, and another goes on when
 * that one is gone; the others post only.
 */
import type { Chat, Reception } from './chats/chat.ts';
import { NewsroomError, sentenceOf } from './errors.ts';
import { holdLease, type HeldLease, type LeasingParts } from './leasing.ts';
import type { Log } from './log.ts';

/**
 * What a process does: `gateway` listens and answers, `worker` reads, composes and posts, `all` both.
 */
export const ROLES = ['all', 'gateway', 'worker'] as const;
export type Role = (typeof ROLES)[number];

export type ConnectingParts = LeasingParts & {
  readonly chats: readonly Chat[];
  /** kept up to date: the chats that can be posted to, fewer while one refuses */
  readonly connected: Chat[];
  readonly reception: Reception;
  readonly role: Role;
  readonly log: Log;
};

export type Refusal = {
  readonly platform: string;
  readonly sentence: string;
  /** it did not answer, or not now: nothing has to be mended for it to come back */
  readonly mayPass: boolean;
};

export type Connections = {
  /** Connects every chat. Never throws: what refused is among the refusals. */
  open(): Promise<void>;
  /** chats that are not connected, or not as they should be, with the sentence why */
  refusals(): readonly Refusal[];
  close(): Promise<void>;
};

/** How often leases are looked at. */
const TEND_MS = 5_000;
/** A chat that refused is tried again after so many rounds; one that did not answer comes to that. */
const ROUNDS_OFF = 12;

/** @param tendMs for tests: how often leases are looked at (milliseconds) */
export function createConnections(parts: ConnectingParts, tendMs = TEND_MS): Connections {
  const lines = parts.chats.map((chat) => new Line(parts, chat));
  let timer: NodeJS.Timeout | null = null;
  let tending: Promise<void> | null = null;

  async function tendAll(): Promise<void> {
    await Promise.all(lines.map((line) => line.tend()));
    const open = lines.filter((line) => line.state !== 'off').map(({ chat }) => chat);
    parts.connected.splice(0, parts.connected.length, ...open);
  }

  return {
    async open() {
      await tendAll();
      timer = setInterval(() => {
        tending ??= tendAll().finally(() => (tending = null));
      }, tendMs);
      timer.unref();
    },
    refusals: () => lines.flatMap(({ refusal }) => refusal ?? []),
    async close() {
      if (timer !== null) clearInterval(timer);
      await Promise.allSettled(lines.map((line) => line.close()));
    },
  };
}

/** One chat's connection. */
class Line {
  readonly chat: Chat;
  state: 'off' | 'posting' | 'listening' = 'off';
  refusal: Refusal | null = null;
  readonly #parts: ConnectingParts;
  #lease: HeldLease | null = null;
  #roundsToWait = 0;
  /** tries in a row that got no answer */
  #silences = 0;
  #isClosing = false;

  constructor(parts: ConnectingParts, chat: Chat) {
    this.#parts = parts;
    this.chat = chat;
  }

  /** Brings the connection to what it should be now. Never throws. */
  async tend(): Promise<void> {
    if (this.#isClosing || this.#roundsToWait-- > 0) return;
    this.#roundsToWait = 0;
    try {
      const mayListen = await this.#mayListen();
      if (this.state === 'listening' && !mayListen) await this.#leave();
      if (this.state !== 'listening' && mayListen) await this.#listen();
      if (this.state === 'off') await this.#postOnly();
      this.refusal = await this.#troubleSince();
      this.#silences = 0;
    } catch (error) {
      await this.#refused(error);
    }
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.chat.disconnect();
    await this.#lease?.drop();
  }

  /** Is it this process that hears what is said there? */
  async #mayListen(): Promise<boolean> {
    const { chat } = this;
    if (!chat.connectToPost) return true;
    if (this.#parts.role === 'worker') return false;
    if (chat.listensOnce !== true) return true;
    if (this.#lease?.isHeld()) return true;
    await this.#lease?.drop();
    this.#lease = await holdLease(this.#parts, `gateway:${chat.platform}`);
    return this.#lease !== null;
  }

  async #listen(): Promise<void> {
    await this.chat.connect(this.#parts.reception);
    this.#is('listening');
  }

  async #postOnly(): Promise<void> {
    await this.chat.connectToPost?.();
    this.#is('posting');
  }

  /** What has gone wrong since it was connected; a connection that is over is given up with it. */
  async #troubleSince(): Promise<Refusal | null> {
    const { platform } = this.chat;
    const trouble = this.chat.trouble?.() ?? null;
    if (trouble === null) return null;
    const { sentence, isOver } = trouble;
    if (!isOver) return { platform, sentence, mayPass: true };
    await this.chat.disconnect();
    this.state = 'off';
    throw new NewsroomError('chat', sentence);
  }

  async #leave(): Promise<void> {
    const { platform } = this.chat;
    this.#parts.log.warn({ platform }, 'another process listens there now');
    await this.chat.disconnect();
    this.state = 'off';
  }

  #is(state: 'posting' | 'listening'): void {
    this.state = state;
    const { platform } = this.chat;
    this.#parts.log.info({ platform, state, status: this.chat.status() }, 'chat connected');
  }

  async #refused(error: unknown): Promise<void> {
    const { platform } = this.chat;
    const mayPass = error instanceof NewsroomError && error.code === 'unreachable';
    this.refusal = { platform, sentence: sentenceOf(error), mayPass };
    this.#roundsToWait = mayPass ? Math.min(ROUNDS_OFF, 2 ** this.#silences - 1) : ROUNDS_OFF;
    this.#silences = mayPass ? Math.min(10, this.#silences + 1) : 0;
    this.#parts.log.error({ platform, error }, mayPass ? 'chat not reached' : 'chat refused');
    // who cannot listen leaves it to another
    await this.#lease?.drop();
    this.#lease = null;
  }
}
