/**
 * Tells one person something in private: in place of what only they were shown while Discord lets
 * that be changed, a quarter of an hour by the token of their interaction, afterwards by a direct
 * message, which a person may refuse. The tokens stay in memory and are let go when they run out.
 */
import { Routes, type REST } from 'discord.js';
import type { Outcome, Posting, Reader, Search } from '../chat.ts';
import { findDelivery } from './history.ts';
import { outcomeOf, sentAs } from './outcome.ts';
import { orPlainly, type ToldOfLayout } from './plain.ts';
import type { DiscordPayload } from './render.ts';
import { isExpired } from './reply.ts';

/** Discord takes a token for fifteen minutes; a little less, so that none runs out on its way. */
const TOKEN_MS = 14.5 * 60_000;
const KEPT_MAX = 2_000;

/** Where a private reply can still be changed. */
export type Shown = {
  readonly application: string;
  readonly token: string;
  readonly messages: readonly string[];
};

/** The private replies that can still be changed, by the id of the reply. */
export class PrivateReplies {
  readonly #kept = new Map<string, Shown & { readonly until: number }>();

  /** Keeps where a reply was shown, until its token runs out. */
  keep(reply: string, shown: Shown): void {
    const now = Date.now();
    for (const [id, { until }] of this.#kept) {
      if (until > now && this.#kept.size < KEPT_MAX) break; // the oldest stand first
      this.#kept.delete(id);
    }
    this.#kept.delete(reply);
    this.#kept.set(reply, { ...shown, until: now + TOKEN_MS });
  }

  find(reply: string): Shown | null {
    const shown = this.#kept.get(reply);
    return shown !== undefined && shown.until > Date.now() ? shown : null;
  }
}

/** A line to Discord, and how long one request may take. */
export type Teller = {
  readonly rest: Pick<REST, 'get' | 'post' | 'patch'>;
  readonly me: string;
  readonly requestMs: number;
  readonly replies: PrivateReplies;
  readonly toldOfLayout: ToldOfLayout;
};

/** Tells it once. Never `gone`: that a person cannot be reached is not the channel's fault. */
export async function tellPerson(
  teller: Teller,
  reader: Reader,
  payload: DiscordPayload,
): Promise<Outcome> {
  const changed = await changeReplies(teller, reader, payload);
  if (changed !== null) return changed;
  try {
    const channel = await directChannel(teller, reader.person);
    const route = Routes.channelMessages(channel);
    return await orPlainly(payload, teller.toldOfLayout, async (body) => {
      const options = { body, signal: AbortSignal.timeout(teller.requestMs) };
      return sentAs(await teller.rest.post(route, options));
    });
  } catch (error) {
    return personal(outcomeOf(error));
  }
}

/** Looks for a notice in the conversation with a person. */
export async function findNotice(
  teller: Teller,
  { delivery, reader }: Pick<Posting, 'delivery'> & { readonly reader: Reader },
  since: number,
): Promise<Search> {
  try {
    const channel = await directChannel(teller, reader.person);
    const { rest, me, requestMs } = teller;
    const wanted = { channel, lead: null, delivery, since };
    return await findDelivery({ rest, me, requestMs, rights: null }, wanted);
  } catch (error) {
    const outcome = outcomeOf(error);
    const forGood = outcome.kind === 'gone' || outcome.kind === 'refused';
    return { kind: 'unreadable', sentence: 'Discord did not open the conversation.', forGood };
  }
}

/**
 * Puts the notice in the place of every message of the replies; null when one of them cannot be
 * changed any more, so that the person must be told otherwise.
 */
async function changeReplies(
  { rest, requestMs, replies, toldOfLayout }: Teller,
  reader: Reader,
  payload: DiscordPayload,
): Promise<Outcome | null> {
  const shown = reader.replies.map((id) => replies.find(id));
  const body = {
    flags: payload.flags,
    components: payload.components,
    allowed_mentions: payload.allowed_mentions,
  };
  let last: string | null = null;
  let areAllChanged = shown.length > 0;
  for (const place of shown) {
    for (const message of place?.messages ?? []) {
      const route = Routes.webhookMessage(place?.application ?? '', place?.token ?? '', message);
      try {
        await orPlainly(body, toldOfLayout, (body) =>
          rest.patch(route, { body, auth: false, signal: AbortSignal.timeout(requestMs) }),
        );
        last = message;
      } catch (error) {
        const outcome = outcomeOf(error);
        // putting it there twice does no harm; a token that has run out changes nothing any more
        if (isExpired(error)) areAllChanged = false;
        else if (outcome.kind === 'unknown' || outcome.kind === 'later') return again(outcome);
        else areAllChanged = false;
      }
    }
    if (place === null) areAllChanged = false;
  }
  return areAllChanged && last !== null ? { kind: 'sent', messageId: last } : null;
}

const AGAIN_MS = 2_000;

function again(outcome: Extract<Outcome, { kind: 'unknown' | 'later' }>): Outcome {
  const retryAfterMs = outcome.kind === 'later' ? outcome.retryAfterMs : AGAIN_MS;
  return { kind: 'later', retryAfterMs, sentence: outcome.sentence };
}

async function directChannel({ rest, requestMs }: Teller, person: string): Promise<string> {
  const options = { body: { recipient_id: person }, signal: AbortSignal.timeout(requestMs) };
  const { id } = (await rest.post(Routes.userChannels(), options)) as { id: string };
  return id;
}

function personal(outcome: Outcome): Outcome {
  return outcome.kind === 'gone' ? { ...outcome, kind: 'refused' } : outcome;
}
