/**
 * Tells one person something in private. What only they were shown cannot be changed any more: the
 * address for that takes five messages within half an hour, and only the answer itself gets it. So it
 * is told as a direct message (docs.slack.dev/reference/methods/chat.postMessage: a user's id stands for
 * the conversation with them), and where an app may have none in the channel, to them alone.
 */
import type { Outcome, Reader } from '../chat.ts';
import { outcomeOf } from './outcome.ts';
import { orPlainly, withoutBlocks, type ToldOfBlocks } from './plain.ts';
import type { SlackPayload } from './render.ts';
import type { Calls } from './tiers.ts';

/** Tells it once. Never `gone`: that a person cannot be reached is not the channel's fault. */
export async function tellPerson(
  calls: Calls,
  channel: string,
  { person, isAgain }: Reader & { readonly isAgain: boolean },
  payload: SlackPayload,
  told: ToldOfBlocks,
): Promise<Outcome> {
  const say = (method: string, body: object): Promise<Outcome> => call(calls, method, { ...body });
  const directly = (body: object): Promise<Outcome> =>
    say('chat.postMessage', { ...body, channel: person });
  const direct = await orPlainly(await directly(payload), told, () =>
    directly(withoutBlocks(payload)),
  );
  if (direct.kind !== 'refused') return direct;
  // what only they see in a channel cannot be read back: it may have been shown by an earlier try
  if (isAgain) return { ...direct, sentence: `It may have been shown already. ${direct.sentence}` };
  const { text, blocks } = payload;
  const alone = (body: object): Promise<Outcome> =>
    say('chat.postEphemeral', { ...body, channel, user: person });
  return orPlainly(await alone({ text, blocks }), told, () =>
    alone({ text: withoutBlocks(payload).text }),
  );
}

async function call(calls: Calls, method: string, body: Record<string, unknown>): Promise<Outcome> {
  try {
    const answer = (await calls.call(method, body)) as { ts?: unknown; message_ts?: unknown };
    const id = answer.ts ?? answer.message_ts;
    return typeof id === 'string'
      ? { kind: 'sent', messageId: id }
      : { kind: 'unknown', sentence: 'Slack took the notice and did not name it.' };
  } catch (error) {
    const outcome = outcomeOf(error);
    return outcome.kind === 'gone' ? { ...outcome, kind: 'refused' } : outcome;
  }
}
