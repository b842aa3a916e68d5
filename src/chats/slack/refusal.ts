/** Why Slack does not let us in, in a sentence that names the token and what to do. */
import { NewsroomError } from '../../errors.ts';
import { isAnswered, isUnsent, sentenceOfCode } from './outcome.ts';

/** Errors of a token that no waiting mends. */
const BAD_TOKEN: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
]);

/** Answers of Slack that a later try may not get (docs.slack.dev/reference/methods/apps.connections.open). */
const PASSING: ReadonlySet<string> = new Set([
  'too_many_websockets',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'ratelimited',
  'rate_limited',
  'accesslimited',
  'org_login_required',
  'request_timeout',
  'team_added_to_org',
]);

/** The error to tell of a connection that failed: for good, or one to be tried again. */
export function connectError(cause: unknown, token: string): NewsroomError {
  const isForGood = isAnswered(cause) && !PASSING.has(cause.data.error);
  const sentence = connectSentence(cause, token);
  return new NewsroomError(isForGood ? 'chat' : 'unreachable', sentence, { cause });
}

/** What is wrong with a connection, naming the token that it hangs on. */
export function connectSentence(error: unknown, token: string): string {
  const kind = token === 'SLACK_APP_TOKEN' ? 'app-level token (xapp-...)' : 'bot token (xoxb-...)';
  const place =
    token === 'SLACK_APP_TOKEN'
      ? 'Basic Information, App-Level Tokens, with the scope connections:write'
      : 'OAuth & Permissions';
  if (isAnswered(error)) {
    const { error: code } = error.data;
    if (BAD_TOKEN.has(code)) {
      return `Slack does not accept ${token} (${code}): copy the ${kind} again from the app's page, ${place}.`;
    }
    return `Slack does not let ${token} connect. ${sentenceOfCode(error)}`;
  }
  return isUnsent(error)
    ? 'Slack cannot be reached from here: check the network and SLACK_API_URL.'
    : `Slack does not answer as it should to ${token}: check the network and SLACK_API_URL.`;
}
