/** What an error of Slack's client means for a message: not taken, refused, closed to us, unclear. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import type { Outcome } from '../chat.ts';
import { askedToWaitMs, NotYet } from './tiers.ts';

/** The channel is gone, or we have no place in it (docs.slack.dev/reference/methods/chat.postMessage). */
const GONE: Readonly<Record<string, string>> = {
  channel_not_found: 'Slack knows no such channel, or the bot may not see it: invite it there.',
  is_archived: 'The channel is archived.',
  not_in_channel: 'The bot is not in the channel: invite it there.',
  app_access_restricted: 'The workspace does not let the app post there.',
  restricted_action: 'The workspace does not let the bot post in this channel.',
  restricted_action_read_only_channel: 'The channel is read-only.',
  restricted_action_non_threadable_channel: 'The channel does not allow threads.',
  restricted_action_thread_only_channel: 'The channel allows replies in threads only.',
  team_access_not_granted: 'The app has no access to this workspace.',
  is_inactive: 'The channel is not active.',
  ekm_access_denied: 'The admins have switched off messages in this channel.',
  no_permission: 'The bot may not post there: invite it to the channel.',
  posting_to_channel_denied: 'The workspace does not let the bot post in this channel.',
  channel_is_limited_access: 'The channel is open to few: the bot is not among them.',
};

/** The token is at fault, not the channel: what is to be posted waits for another one. */
const TOKEN: Readonly<Record<string, string>> = {
  account_inactive: 'The bot was removed from the Slack workspace: install the app again.',
  token_revoked: 'The token in SLACK_BOT_TOKEN was revoked: install the app again.',
  invalid_auth: 'Slack no longer takes the token in SLACK_BOT_TOKEN: copy it anew.',
  not_authed: 'Slack no longer takes the token in SLACK_BOT_TOKEN: copy it anew.',
  token_expired: 'The token in SLACK_BOT_TOKEN has expired: copy it anew.',
  not_allowed_token_type: 'SLACK_BOT_TOKEN must be a bot token (xoxb-...): copy it anew.',
  access_denied: 'Slack denies the app access: its admins must approve it, or install it again.',
  two_factor_setup_required:
    'The Slack workspace asks for two-factor sign-in first: set it up for whoever installed the app.',
  team_not_found: 'The Slack workspace of the token was not found: install the app again.',
  org_login_required:
    'The Slack workspace is being moved to an organisation: it is closed meanwhile.',
};
/** Without it nothing can be posted at all: what waits goes once the app is installed again. */
const POSTING_SCOPES = ['chat:write', 'chat:write:bot'];

/** Slack took nothing, and may take it later. */
const LATER = new Set([
  'accesslimited',
  'message_limit_exceeded',
  // an answer is being streamed into the message
  'streaming_state_conflict',
  'request_timeout',
  'team_added_to_org',
  'external_channel_migrating',
]);

/** "It is possible some aspect of the operation succeeded before the error was raised." */
const UNCLEAR = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'update_failed',
  'messaging_processing_failed',
]);

/** Failures before a request has left this machine. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
]);

const PAUSE_MS = 5_000;
const LONG_PAUSE_MS = 60_000;
/** The platform is closed meanwhile and tried again each minute: what waits goes with the good token. */
const TOKEN_PAUSE_MS = 60_000;

/** Classes an error of a call that posts or edits. Never throws. */
export function outcomeOf(error: unknown): Outcome {
  const retryAfterMs = askedToWaitMs(error);
  if (retryAfterMs !== null)
    return {
      kind: 'later',
      retryAfterMs,
      sentence: 'Slack asks us to slow down.',
      isLimited: true,
    };
  if (error instanceof NotYet) {
    const sentence = 'Slack takes so many of these calls in a minute and no more.';
    return { kind: 'later', retryAfterMs: error.waitMs, sentence, isForThisAlone: true };
  }
  if (isAnswered(error)) return platformOutcome(error);
  if (error instanceof WebAPIHTTPError) return httpOutcome(error.statusCode);
  if (error instanceof WebAPIRequestError && isUnsent(error)) {
    const sentence = 'Slack cannot be reached from here.';
    return { kind: 'later', retryAfterMs: PAUSE_MS, sentence, isEverywhere: true };
  }
  return { kind: 'unknown', sentence: 'Slack did not say whether it took the message.' };
}

/**
 * Is it Slack that answered? The client takes whatever text it gets for the name of an error: the
 * page of a proxy, or nothing at all.
 */
export function isAnswered(error: unknown): error is WebAPIPlatformError {
  if (!(error instanceof WebAPIPlatformError)) return false;
  const { error: code } = error.data as { error?: unknown };
  return typeof code === 'string' && /^[a-z][a-z0-9_]{2,80}$/.test(code);
}

function platformOutcome(error: WebAPIPlatformError): Outcome {
  const code = error.data.error;
  const closed = GONE[code];
  if (closed !== undefined) return { kind: 'gone', code, sentence: closed };
  const token = TOKEN[code] ?? lostScope(error);
  if (token !== null)
    return {
      kind: 'later',
      retryAfterMs: TOKEN_PAUSE_MS,
      sentence: token,
      isEverywhere: true,
      isTokenRefused: true,
    };
  const sentence = sentenceOfCode(error);
  if (UNCLEAR.has(code)) return { kind: 'unknown', sentence };
  if (LATER.has(code))
    return { kind: 'later', retryAfterMs: LONG_PAUSE_MS, sentence, isLimited: /limit/.test(code) };
  return { kind: 'refused', code, sentence };
}

/** The scope to post with was taken from the token; null when it is another that is missing, or none. */
function lostScope(error: WebAPIPlatformError): string | null {
  const { error: code, needed } = error.data as { error: string; needed?: unknown };
  const isLost =
    code === 'missing_scope' &&
    String(needed)
      .split(/[\s,]+/)
      .some((scope) => POSTING_SCOPES.includes(scope));
  return isLost ? sentenceOfCode(error) : null;
}

/** What is wrong with the request itself; Slack says so with status 200, so it is rare. */
const OUR_FAULT = new Set([400, 413, 414, 431]);

function httpOutcome(status: number): Outcome {
  const sentence = `Slack answered with status ${status}.`;
  if (status >= 500 || status === 408) return { kind: 'unknown', sentence };
  if (OUR_FAULT.has(status)) return { kind: 'refused', code: `http_${status}`, sentence };
  // Slack refuses with status 200 and a code: it is something on the way there that says no
  return { kind: 'later', retryAfterMs: LONG_PAUSE_MS, sentence, isEverywhere: true };
}

/** What Slack said, in a sentence: the code, the scope that is missing, the block that is wrong. */
export function sentenceOfCode(error: WebAPIPlatformError): string {
  const {
    error: code,
    needed,
    errors,
  } = error.data as {
    error: string;
    needed?: string;
    errors?: string[];
  };
  if (code === 'missing_scope') {
    return `The Slack app lacks the scope ${needed ?? '(not named)'}: add it and install the app again.`;
  }
  const [first] = errors ?? [];
  return first === undefined
    ? `Slack refused: ${code}.`
    : `Slack refused: ${code} (${String(first).slice(0, 200)}).`;
}

const CAUSES_MAX = 6;

/** Did the request fail before anything was sent? */
export function isUnsent(error: unknown): boolean {
  let cause: unknown = error;
  for (let depth = 0; depth < CAUSES_MAX && cause instanceof Error; depth += 1) {
    if (UNSENT.has((cause as NodeJS.ErrnoException).code ?? '')) return true;
    cause = cause instanceof WebAPIRequestError ? cause.original : cause.cause;
  }
  return false;
}
