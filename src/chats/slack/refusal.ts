/** Why Slack does not let us in, in a sentence that names the token and what to do. */
import { WebAPIPlatformError } from '@slack/web-api';
import { isUnsent, sentenceOfCode } from './outcome.ts';

/** Errors of a token that no waiting mends. */
const BAD_TOKEN: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
]);

/** What is wrong with a connection, naming the token that it hangs on. */
export function connectSentence(error: unknown, token: string): string {
  const kind = token === 'SLACK_APP_TOKEN' ? 'app-level token (xapp-...)' : 'bot token (xoxb-...)';
  const place =
    token === 'SLACK_APP_TOKEN'
      ? 'Basic Information, App-Level Tokens, with the scope connections:write'
      : 'OAuth & Permissions';
  if (error instanceof WebAPIPlatformError) {
    const { error: code } = error.data;
    if (BAD_TOKEN.has(code)) {
      return `Slack does not accept ${token} (${code}): copy the ${kind} again from the app's page, ${place}.`;
    }
    return `Slack does not let ${token} connect. ${sentenceOfCode(error)}`;
  }
  return isUnsent(error)
    ? 'Slack cannot be reached from here: check the network and SLACK_API_URL.'
    : `Slack does not answer as it should to ${token}: check the network and SLACK_API_URL, then start again.`;
}
