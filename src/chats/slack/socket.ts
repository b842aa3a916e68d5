/**
 * Holds one socket to Slack open. The library's own reconnecting is switched off: version 3.1 waits
 * five seconds before it begins, and gives up with an unhandled rejection when Slack cannot be
 * reached. Here a socket that Slack ends is opened anew at once, and failures wait longer each time.
 */
import type { SocketModeClient } from '@slack/socket-mode';
import type { Log } from '../../log.ts';
import { connectSentence } from './refusal.ts';

export type HeldSocket = {
  /** Opens the socket; rejects when the first try fails. */
  start(): Promise<void>;
  /** Goes on trying, in the background, after a first try that failed. */
  keepTrying(): void;
  isOpen(): boolean;
  /** why it is not open, in a sentence; null when nothing is wrong */
  trouble(): string | null;
  /** Closes the socket for good. */
  release(): Promise<void>;
};

/** Slack says hello within a second; a silent socket is given up. */
const HELLO_TIMEOUT_MS = 15_000;
const PAUSE_FIRST_MS = 500;
const PAUSE_MAX_MS = 60_000;
/** A closing socket is not waited for longer: the other side may never say goodbye. */
const GOODBYE_TIMEOUT_MS = 500;

/** Takes charge of a client that has `autoReconnectEnabled: false`. */
export function holdSocket(client: SocketModeClient, log: Log): HeldSocket {
  const socket = { isOpen: false, isReleased: false, trouble: null as string | null };
  let wake = (): void => {};

  const open = async (): Promise<void> => {
    await startInTime(client);
    socket.isOpen = true;
    socket.trouble = null;
  };

  const reopen = async (): Promise<void> => {
    for (let failures = 0; !socket.isReleased; failures += 1) {
      try {
        await open();
        if (socket.isReleased) await goodbye(client);
        return;
      } catch (error) {
        socket.trouble = connectSentence(error, 'SLACK_APP_TOKEN');
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

  client.on('disconnected', () => {
    // while it is being opened, `open` itself learns of the failure
    if (!socket.isOpen) return;
    socket.isOpen = false;
    if (socket.isReleased) return;
    log.info({}, 'Slack ended a socket; opening it again');
    void reopen();
  });

  return {
    start: open,
    keepTrying: () => void reopen(),
    isOpen: () => socket.isOpen,
    trouble: () => socket.trouble,
    release: async () => {
      socket.isReleased = true;
      wake();
      await goodbye(client);
    },
  };
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
