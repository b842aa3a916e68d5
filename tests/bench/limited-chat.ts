/** Slack and Discord in this process, reduced to their limits: what they would take, and when. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Chat, Outcome, Posting } from '../../src/chats/chat.ts';
import { renderLayout } from '../../src/chats/discord/render.ts';
import { renderSlack } from '../../src/chats/slack/render.ts';

export type Limits = {
  /** least time between two messages in a channel; 0 for none */
  readonly channelMs: number;
  /** requests a second in all channels together */
  readonly perSecond: number;
  /** how long an answer takes */
  readonly answerMs: number;
};

type Posted = { readonly channel: string; readonly delivery: string; readonly at: number };

/** A chat that takes what the limits allow and answers the rest with a request to wait. */
export class LimitedChat {
  readonly posted: Posted[] = [];
  refusals = 0;
  readonly #limits: Limits;
  /** when the latest requests came, at most a second's worth */
  readonly #recent: number[] = [];
  readonly #lastIn = new Map<string, number>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** This platform as a chat, at the pace that the real one's chat keeps. */
  chat(platform: 'slack' | 'discord', pace: Pick<Chat, 'paceMs' | 'perSecond'>): Chat {
    const render: Chat['render'] = platform === 'slack' ? renderSlack : renderLayout;
    return {
      platform,
      ...pace,
      render: (layout, batch, position) => render(layout, batch, position),
      connect: () => Promise.resolve(),
      post: (posting) => this.#post(posting),
      edit: (_, messageId) => Promise.resolve({ kind: 'sent', messageId }),
      find: () => Promise.resolve({ kind: 'absent' }),
      status: () => '',
      disconnect: () => Promise.resolve(),
    };
  }

  async #post({ channel, delivery }: Posting): Promise<Outcome> {
    const retryAfterMs = this.#waitMs(channel, performance.now());
    await pause(this.#limits.answerMs);
    if (retryAfterMs > 0) {
      this.refusals += 1;
      return { kind: 'later', retryAfterMs, sentence: 'Too fast.', isLimited: true };
    }
    this.posted.push({ channel, delivery, at: performance.now() });
    return { kind: 'sent', messageId: `m${this.posted.length}` };
  }

  /** How long a request that comes now has to wait; 0 when it is taken. */
  #waitMs(channel: string, now: number): number {
    const { channelMs, perSecond } = this.#limits;
    const sinceLast = now - (this.#lastIn.get(channel) ?? -Infinity);
    if (sinceLast < channelMs) return channelMs - sinceLast;
    while (this.#recent.length > 0 && now - this.#recent[0]! >= 1_000) this.#recent.shift();
    if (this.#recent.length >= perSecond) return 1_000 - (now - this.#recent[0]!);
    this.#recent.push(now);
    this.#lastIn.set(channel, now);
    return 0;
  }
}
