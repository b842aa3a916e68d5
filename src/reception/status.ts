/** `/wire status`: how every wire, chat and the ledger are doing. */
import { listLayout } from '../editing/layout/reply.ts';
import type { Run } from '../news/layout.ts';
import { standingLines, standings } from '../gathering/wire-health.ts';
import type { Asker } from '../news/request.ts';
import { isoNow, line, type Draft, type ReceptionParts } from './draft.ts';

export async function status(parts: ReceptionParts, asker: Asker): Promise<Draft> {
  const { store, config } = parts;
  const wires = await standings(store, config, parts.now());
  const lines: Run[][] = wires.flatMap((each) => standingLines(each, isoNow(parts)).map(line));
  for (const chat of parts.chats) lines.push(line(`${chat.platform}: ${chat.status()}`));
  lines.push(...(await offLines(parts, asker)));
  const deliveries = (await store.countDeliveries()).map((each) => `${each.count} ${each.state}`);
  lines.push(line(`Messages: ${deliveries.join(', ') || 'none yet'}`));
  return { layout: listLayout('Status', lines), events: [] };
}

/** What a channel that was switched off needs; of others only how many there are. */
async function offLines({ store }: ReceptionParts, asker: Asker): Promise<Run[][]> {
  const off = (await store.allChannelSettings()).filter((each) => each.offReason !== null);
  const own = off.find(({ channel }) => channel === asker.channel);
  const others = off.length - (own ? 1 : 0);
  const lines: Run[][] = [];
  if (own)
    lines.push(
      line(`This channel is OFF: ${own.offReason} /wire schedule or subscribe ends that.`),
    );
  if (others > 0) lines.push(line(`Other channels that are off: ${others}`));
  return lines;
}
