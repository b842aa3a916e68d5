/** What Discord sends and its library cannot read ends one event, not the process. */
import type { Client } from 'discord.js';
import type { Log } from '../../log.ts';

/**
 * The library's own reader of events, which it lets throw into nobody's hands. It is not public, and
 * nothing public stands before it: `raw` only tells of a packet, and `ws.buildStrategy` makes sockets.
 */
type Reader = { handlePacket?: (packet: unknown, shard: unknown) => unknown };

/** Catches what the reading of an event throws. A library without this reader is left as it is. */
export function guardEvents(client: Client, log: Log): void {
  const reader = client.ws as unknown as Reader;
  const read = reader.handlePacket?.bind(reader);
  if (read === undefined) return;
  reader.handlePacket = (packet, shard) => {
    try {
      return read(packet, shard);
    } catch (error) {
      const event = (packet as { t?: unknown } | null)?.t;
      log.error({ error, event }, 'An event of Discord could not be read');
      return false;
    }
  };
}
