/**
 * Holds one line to Slack open, whatever becomes of its sockets. The library's own reconnecting is
 * switched off: version 3.1 shuts a socket as soon as Slack announces its end, waits for the
 * handshake and five seconds more before it opens another, and gives up with an unhandled rejection
 * when Slack cannot be reached. Here a socket whose end is announced stays open until the next one
 * is, and failures wait longer each time.
 */
import type { SocketModeClient } from '@slack/socket-mode';
import type { NewsroomError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { connectError } from './refusal.ts';

export type HeldSocket = {
  /** Opens a socket; rejects when the first try fails. */
  start(): Promise<void>;
  /** Goes on trying, in the background, after a first try that failed. */
  keepTrying(): void;
  isOpen(): boolean;
  /** how long it has not been open (milliseconds); 0 while it is */
  closedMs(): number;
  /** why it is not open, in a sentence; null when nothing is wrong */
  trouble(): string | null;
  /** the same, where no waiting mends it */
  refusal(): string | null;
  /** Closes the line for good. */
  release(): Promise<void>;
};

/** Slack says hello within a second; a silent socket is given up. */
const HELLO_TIMEOUT_MS = 15_000;
const PAUSE_FIRST_MS = 500;
const PAUSE_MAX_MS = 15_000;
/** The library says late that a socket is dead: it waits for a handshake that cannot come. */
const LOOK_MS = 1_000;
/** A closing socket is not waited for longer: the other side may never say goodbye. */
const GOODBYE_TIMEOUT_MS = 500;

/**
 * Takes charge of a line.
 * @param make a client of its own for each socket, with `autoReconnectEnabled: false`
 */
export function holdSocket(make: () => SocketModeClient, log: Log): HeldSocket {
  return new Line(make, log);
}

class Line implements HeldSocket {
  readonly #make: () => SocketModeClient;
  readonly #log: Log;
  #client: SocketModeClient | null = null;
  /** announced to end, and still listened to */
  readonly #leaving = new Set<SocketModeClient>();
  #isReleased = false;
  /** when it was open last */
  #openUntil = performance.now();
  #trouble: NewsroomError | null = null;
  #wake = (): void => {};
  readonly #looking: NodeJS.Timeout;

  constructor(make: () => SocketModeClient, log: Log) {
    this.#make = make;
    this.#log = log;
    this.#looking = setInterval(() => {
      if (this.#client?.websocket?.isActive() === false) void this.#renew(this.#client);
    }, LOOK_MS);
    this.#looking.unref();
  }

  async start(): Promise<void> {
    const client = this.#make();
    hearOfEnd(client, () => void this.#renew(client), this.#log);
    await startInTime(client);
    this.#client = client;
    this.#trouble = null;
  }

  keepTrying(): void {
    void this.#reopen();
  }

  isOpen(): boolean {
    return this.#client !== null;
  }

  closedMs(): number {
    return this.isOpen() ? 0 : performance.now() - this.#openUntil;
  }

  trouble(): string | null {
    return this.#trouble?.sentence ?? null;
  }

  refusal(): string | null {
    return this.#trouble?.code === 'chat' ? this.#trouble.sentence : null;
  }

  async release(): Promise<void> {
    this.#isReleased = true;
    clearInterval(this.#looking);
    this.#wake();
    await this.#leave();
  }

  async #renew(old: SocketModeClient): Promise<void> {
    // while it is being opened, `start` itself learns of the failure
    if (this.#client !== old) return;
    this.#client = null;
    this.#openUntil = performance.now();
    if (this.#isReleased) return;
    this.#log.info({}, 'Slack ends a socket; opening another');
    this.#leaving.add(old);
    await this.#reopen();
    this.#leaving.delete(old);
    await goodbye(old);
  }

  async #reopen(): Promise<void> {
    for (let failures = 0; !this.#isReleased; failures += 1) {
      try {
        await this.start();
        if (this.#isReleased) await this.#leave();
        return;
      } catch (error) {
        this.#trouble = connectError(error, 'SLACK_APP_TOKEN');
        const facts = { error, failures: failures + 1 };
        this.#log.warn(facts, 'Slack socket could not be opened again');
        await this.#rest(Math.min(PAUSE_MAX_MS, PAUSE_FIRST_MS * 2 ** Math.min(failures, 10)));
      }
    }
  }

  /** Waits, unless the line is given up meanwhile. */
  async #rest(pauseMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #leave(): Promise<void> {
    const all = [...this.#leaving, ...(this.#client ? [this.#client] : [])];
    this.#client = null;
    await Promise.all(all.map(goodbye));
  }
}

const MESSAGE = 'ws_message';

/**
 * Tells that a socket has ended, or that Slack has announced it. The library would answer the
 * announcement by closing at once: what people type before another is open would be lost.
 */
function hearOfEnd(client: SocketModeClient, tell: () => void, log: Log): void {
  client.on('disconnected', tell);
  const library = client.listeners(MESSAGE);
  client.removeAllListeners(MESSAGE);
  client.on(MESSAGE, (data: unknown, ...rest: unknown[]) => {
    if (isAnnouncement(data)) tell();
    else
      for (const listener of library) void heard(() => listener.call(client, data, ...rest), log);
  });
}

/** What is no envelope as it should be makes the library fail: that must not end the process. */
async function heard(listen: () => unknown, log: Log): Promise<void> {
  try {
    await listen();
  } catch (error) {
    log.warn({ error }, 'Slack sent over a socket what cannot be read');
  }
}

/** `refresh_requested` and `warning` some seconds ahead, `link_disabled` with a revoked token. */
function isAnnouncement(data: unknown): boolean {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return false;
  try {
    return (JSON.parse(data) as { type?: unknown } | null)?.type === 'disconnect';
  } catch {
    return false;
  }
}

async function startInTime(client: SocketModeClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Slack did not say hello')), HELLO_TIMEOUT_MS);
  });
  const start = client.start();
  // when the clock wins the race, the loser's rejection must still find a listener
  start.catch(() => undefined);
  try {
    await Promise.race([start, silence]);
  } catch (error) {
    await goodbye(client);
    throw error ?? new Error('the socket closed before Slack said hello');
  } finally {
    clearTimeout(timer);
  }
}

async function goodbye(client: SocketModeClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, GOODBYE_TIMEOUT_MS);
  });
  await Promise.race([client.disconnect(), timeout]);
  clearTimeout(timer);
}
