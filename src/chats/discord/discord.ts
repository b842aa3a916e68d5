/** The Discord chat: rendering, listening and posting behind the one contract. */
import type { Chat } from '../chat.ts';
import { Shortcomings } from '../shortcomings.ts';
import { TokenWatch } from '../token.ts';
import { createConnection, standingIn, type DiscordSettings } from './connect.ts';
import { listen, type Ears } from './listen.ts';
import { createPoster } from './post.ts';
import { PrivateReplies } from './tell.ts';
import { renderLayout } from './render.ts';

const GRACE_MS = 5_000;
/** A little longer than the client's own limit, which does not count waiting and a slow body. */
const REQUEST_MS = 12_000;

/** Discord takes fifty requests a second of a bot: some are left for threads and for history. */
const PER_SECOND = 47;

const LAYOUT_SENTENCE =
  'Discord refused the layout of a message, which went out as words alone without buttons: tell the makers of Wirebrief what its log says of it.';
const THREADS_SENTENCE =
  'Until then what belongs into the thread of a digest stands below it in the channel.';

/** Makes the Discord chat; nothing is sent before `connect`. */
export function createDiscordChat(settings: DiscordSettings): Chat {
  const { log, requestTimeoutMs = REQUEST_MS } = settings;
  const replies = new PrivateReplies();
  const shortcomings = new Shortcomings();
  const toldOfCommands = (sentence: string | null): void =>
    shortcomings.lasting('commands', sentence);
  const connection = createConnection({ ...settings, toldOfCommands });
  const toldOfLayout = (reason: string): void => {
    log.error({ reason }, 'Discord refused the layout of a message: it goes as words alone');
    shortcomings.past('layout', LAYOUT_SENTENCE);
  };
  const toldOfThreads = (channel: string, reason: string | null): void => {
    const sentence = reason === null ? null : `${channel}: ${reason} ${THREADS_SENTENCE}`;
    shortcomings.lasting(`threads:${channel}`, sentence);
  };
  const poster = createPoster({
    replies,
    line: () => connection.line(),
    shutMs: () => connection.shutMs(),
    standingIn: (channelId) => standingIn(connection.client(), channelId),
    ...{ requestMs: requestTimeoutMs, toldOfLayout, toldOfThreads },
  });
  let ears: Ears | null = null;
  const token = new TokenWatch();
  return {
    platform: 'discord',
    listensOnce: true,
    perSecond: PER_SECOND,
    render: (layout, batch, position) => renderLayout(layout, batch, position),
    async connect(reception) {
      await connection.open((client) => {
        ears = listen(client, { reception, log, replies, toldOfLayout });
      });
      token.refusal = null;
    },
    async connectToPost() {
      await connection.openToPost();
      token.refusal = null;
    },
    post: (posting) => token.heed(poster.post(posting)),
    edit: (posting, messageId) => token.heed(poster.edit(posting, messageId)),
    remove: (posting, messageId) => token.heed(poster.remove(posting, messageId)),
    find: (posting, since) => poster.find(posting, since),
    trouble: () => {
      const sentence = token.refusal ?? connection.over();
      if (sentence !== null) return { sentence, isOver: true };
      const silence = connection.silence();
      return silence === null ? null : { sentence: silence, isOver: false };
    },
    shortcomings: () => shortcomings.list(),
    status: () => token.refusal ?? connection.status(),
    async disconnect() {
      token.refusal = null;
      await ears?.close(GRACE_MS);
      ears = null;
      await connection.close();
    },
  };
}
