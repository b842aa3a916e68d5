/** Where in Slack a channel string leads. */
import { readChannel } from '../../news/channel.ts';

export const WRONG_CHANNEL = {
  kind: 'gone',
  code: 'channel_not_found',
  sentence: 'This is no Slack channel: it must look like slack:T0AB/C012AB3CD.',
} as const;

/** Slack's id of a channel; null when the channel string is of another platform. */
export function slackId(channel: string): string | null {
  const parts = readChannel(channel);
  return parts?.platform === 'slack' ? parts.id : null;
}
