/** What an error of the Discord client means for a message: not taken, refused, gone, unknown. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Outcome } from '../chat.ts';

/** What a channel needs that we cannot see. */
export const UNSEEN_SENTENCE =
  'Wirebrief cannot see this Discord channel: give it View Channel there.';

/** Discord's codes for a channel that is gone or closed to us, with what to do (Discord: Opcodes). */
const GONE: Readonly<Record<number, string>> = {
  10003: 'This Discord channel no longer exists: subscribe another one.',
  10004: 'This Discord server no longer exists or Wirebrief was removed from it: invite it again.',
  50001: UNSEEN_SENTENCE,
  50008:
    'This Discord channel takes no messages itself: subscribe in a text channel or in a post of the forum.',
  50024:
    'This Discord channel takes no messages itself: subscribe in a text channel or in a post of the forum.',
  50009: 'The verification level of this Discord server keeps Wirebrief out: give it a role there.',
  50013: 'Wirebrief may not write in this Discord channel: give it Send Messages.',
};
/** Codes that close a message or a thread to us, not its channel. */
const CLOSED: Readonly<Record<number, string>> = {
  10008: 'This Discord message was deleted.',
  50083: 'This Discord thread is archived.',
  160005: 'This Discord thread is locked.',
  160006: 'This Discord server has as many active threads as it may: archive some.',
  30033: 'This Discord thread has as many members as it may.',
};
/** Codes that refuse what is said, or how it is asked for, with what to do. */
const REFUSED: Readonly<Record<number, string>> = {
  50005: 'This Discord message was written by another application: it cannot be changed.',
  50007: 'This person takes no direct messages from Wirebrief.',
  160002:
    'Wirebrief may not answer a message in this Discord channel: give it Read Message History.',
  200000:
    "AutoMod of this Discord server blocks the message: exempt Wirebrief's role from the rule.",
  200001:
    "AutoMod of this Discord server blocks the message: exempt Wirebrief's role from the rule.",
  240000: "Discord's filter for harmful links blocks the message.",
};
/**
 * Codes for "not now": slow mode, write limits, too many edits of old messages or of announcements, too
 * many conversations opened, a forum's post that has not begun, a part of Discord that is switched off
 * or overloaded (Discord: JSON error codes).
 */
const LATER: Readonly<Record<number, number>> = {
  20016: 60_000,
  20022: 300_000,
  20028: 10_000,
  20029: 10_000,
  30046: 300_000,
  40003: 60_000,
  40004: 300_000,
  40006: 300_000,
  40058: 300_000,
  40062: 30_000,
  110001: 30_000,
  130000: 30_000,
};
/** Errors of a connection that was never made: nothing can have been sent. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** The platform is closed meanwhile and tried again each minute: what waits goes with the good token. */
const TOKEN_PAUSE_MS = 60_000;
const CONNECT_PAUSE_MS = 5_000;
const UNSAID_MS = 50;
const BAN_PAUSE_MS = 600_000;
const TOKEN_SENTENCE = 'Discord no longer takes the token: put a new one into DISCORD_TOKEN.';

const tokenRefused: Outcome = {
  kind: 'later',
  retryAfterMs: TOKEN_PAUSE_MS,
  sentence: TOKEN_SENTENCE,
  isEverywhere: true,
  isTokenRefused: true,
};

/** What a reply to a posted message stands for: whatever names no message leaves its fate open. */
export function sentAs(reply: unknown): Outcome {
  const id = (reply as { id?: unknown } | null)?.id;
  if (typeof id === 'string' && id !== '') return { kind: 'sent', messageId: id };
  return { kind: 'unknown', sentence: 'Discord took the message and did not name it.' };
}

/** The outcome that an error stands for. What is not surely refused is unknown. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof RateLimitError) {
    const said = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout);
    // a refusal that does not say how long: what stands there is the client's own addition
    const pause = said > UNSAID_MS ? said : CONNECT_PAUSE_MS;
    const sentence = 'Discord asks for a pause.';
    const retryAfterMs = Math.ceil(pause);
    const limit = { isLimited: true, isEverywhere: error.global };
    return { kind: 'later', retryAfterMs, sentence, ...limit };
  }
  if (error instanceof DiscordAPIError) return refusalOf(error);
  if (error instanceof HTTPError)
    return { kind: 'unknown', sentence: `Discord failed with status ${error.status}.` };
  if (error instanceof Error && error.message.startsWith('Expected token to be set'))
    return tokenRefused;
  if (neverConnected(error)) {
    const sentence = 'Discord cannot be reached.';
    return { kind: 'later', retryAfterMs: CONNECT_PAUSE_MS, sentence, isEverywhere: true };
  }
  return { kind: 'unknown', sentence: 'Discord did not answer; the message may have arrived.' };
}

function refusalOf(error: DiscordAPIError): Outcome {
  const code = Number(error.code);
  const gone = GONE[code];
  if (gone !== undefined) return { kind: 'gone', code: String(code), sentence: gone };
  const pause = LATER[code];
  if (pause !== undefined)
    return {
      kind: 'later',
      retryAfterMs: pause,
      sentence: 'Discord asks for a pause.',
      isLimited: true,
    };
  if (error.status === 401) return tokenRefused;
  if (error.status === 403 && !Number.isFinite(code)) {
    // not Discord's own refusal: its front door has shut us out for too many invalid requests
    const sentence = 'Discord has closed its door to this machine for a while.';
    return { kind: 'later', retryAfterMs: BAN_PAUSE_MS, sentence, isEverywhere: true };
  }
  if (error.status === 408) return { kind: 'unknown', sentence: 'Discord timed out.' };
  const closed = CLOSED[code];
  if (closed !== undefined)
    return { kind: 'refused', code: String(code), sentence: closed, isClosed: true };
  const name = Number.isFinite(code) ? String(code) : String(error.status);
  const sentence = REFUSED[code] ?? `Discord refused the message (code ${name}).`;
  return { kind: 'refused', code: name, sentence };
}

function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: string };
  if (error instanceof AggregateError)
    return error.errors.length > 0 && error.errors.every(neverConnected);
  if (code !== undefined && NEVER_CONNECTED.has(code)) return true;
  return error.cause === undefined ? false : neverConnected(error.cause);
}
