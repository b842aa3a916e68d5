/** One message posted once, in whatever channel: its words alone where its layout is refused. */
import { DiscordAPIError, Routes, type REST } from 'discord.js';
import type { Outcome } from '../chat.ts';
import { outcomeOf, sentAs } from './outcome.ts';
import { orPlainly, type ToldOfLayout } from './plain.ts';
import type { DiscordPayload } from './render.ts';

/** A line to Discord. */
export type Line = {
  readonly rest: Pick<REST, 'get' | 'post' | 'patch' | 'delete'>;
  readonly me: string;
};

/** A line with the time that one request may take. */
export type Sender = Line & {
  readonly signal: () => AbortSignal;
  readonly toldOfLayout: ToldOfLayout;
};

/** Posts a payload. Never throws. */
export async function say(
  { rest, signal, toldOfLayout }: Sender,
  where: string,
  payload: DiscordPayload,
): Promise<Outcome> {
  try {
    return await orPlainly(payload, toldOfLayout, async (body) =>
      sentAs(await rest.post(Routes.channelMessages(where), { body, signal: signal() })),
    );
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Discord's own code of an error; null when it is none of Discord's. */
export const codeOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError ? Number(error.code) : null;
