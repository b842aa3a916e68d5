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
const PAUSE_MAX_MS = 60_000;
/** The library says late that a socket is dead: it waits for a handshake that cannot come. */
const LOOK_MS = 1_000;
/** A closing socket is not waited for longer: the other side may never say goodbye. */
const GOODBYE_TIMEOUT_MS = 500;

/**
 * Takes charge of a line.
 * @param make a client of its own for each socket, with `autoReconnectEnabled: false`
 */
export function holdSocket(make: () => SocketModeClient, log: Log): HeldSocket {
  const line = {
    client: null as SocketModeClient | null,
    /** announced to end, and still listened to */
    leaving: new Set<SocketModeClient>(),
    isReleased: false,
    trouble: null as NewsroomError | null,
  };
  let wake = (): void => {};

  const open = async (): Promise<void> => {
    const client = make();
    hearOfEnd(client, () => void renew(client));
    await startInTime(client);
    // it may have ended with the hello
    if (!client.websocket?.isActive()) throw new Error('the socket closed as soon as it was open');
    line.client = client;
    line.trouble = null;
  };

  const renew = async (old: SocketModeClient): Promise<void> => {
    // while it is being opened, `open` itself learns of the failure
    if (line.client !== old) return;
    line.client = null;
    if (line.isReleased) return;
    log.info({}, 'Slack ends a socket; opening another');
    line.leaving.add(old);
    await reopen();
    line.leaving.delete(old);
    await goodbye(old);
  };

  const reopen = async (): Promise<void> => {
    for (let failures = 0; !line.isReleased; failures += 1) {
      try {
        await open();
        if (line.isReleased) await leave();
        return;
      } catch (error) {
        line.trouble = connectError(error, 'SLACK_APP_TOKEN');
        log.warn({ error, failures: failures + 1 }, 'Slack socket could not be opened again');
        const pauseMs = Math.min(PAUSE_MAX_MS, PAUSE_FIRST_MS * 2 ** Math.min(failures, 10));
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pauseMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  };

  const look = setInterval(() => {
    const { client } = line;
    if (client !== null && !client.websocket?.isActive()) void renew(client);
  }, LOOK_MS);
  look.unref();

  const leave = async (): Promise<void> => {
    const all = [...line.leaving, ...(line.client ? [line.client] : [])];
    line.client = null;
    await Promise.all(all.map(goodbye));
  };

  return {
    start: open,
    keepTrying: () => void reopen(),
    isOpen: () => line.client !== null,
    trouble: () => line.trouble?.sentence ?? null,
    refusal: () => (line.trouble?.code === 'chat' ? line.trouble.sentence : null),
    release: async () => {
      line.isReleased = true;
      clearInterval(look);
      wake();
      await leave();
    },
  };
}

const MESSAGE = 'ws_message';

/**
 * Tells that a socket has ended, or that Slack has announced it. The library would answer the
 * announcement by closing at once: what people type before another is open would be lost.
 */
function hearOfEnd(client: SocketModeClient, tell: () => void): void {
  client.on('disconnected', tell);
  const library = client.listeners(MESSAGE);
  client.removeAllListeners(MESSAGE);
  client.on(MESSAGE, (data: unknown, ...rest: unknown[]) => {
    if (isAnnouncement(data)) tell();
    else for (const listener of library) listener.call(client, data, ...rest);
  });
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
