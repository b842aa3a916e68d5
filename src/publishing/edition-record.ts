/** An edition with all that it was made from, to be shown later why a card said what it said. */
import { storiesEver } from '../news/event.ts';
import type { Config } from '../config.ts';
import type { Card } from '../news/card.ts';
import { SECTIONS } from '../news/card.ts';
import type { DigestItem, Edition } from '../news/edition.ts';
import type { Take } from '../news/take.ts';
import type { Store } from '../stores/store.ts';

/** A take that a card cites. */
type CitedTake = Pick<
  Take,
  'id' | 'wire' | 'provider' | 'format' | 'guid' | 'version' | 'sentAt' | 'signal' | 'headline'
> & {
  /** null where the wire's copy may not be written out (`exportText`), or has expired (`keep`) */
  readonly text: string | null;
};

type ItemRecord = Omit<DigestItem, 'card'> & {
  /** null when a story of it was killed or held since: it is not shown anywhere */
  readonly card: Card | null;
  readonly takes: readonly CitedTake[];
  /** the event's version today: another one than `version` when it has changed since */
  readonly versionNow: number | null;
};

export type EditionRecord = Omit<Edition, 'items'> & {
  readonly items: readonly ItemRecord[];
  /** what was posted of it, and what became of that */
  readonly messages: readonly Record<string, unknown>[];
  /** prompts that cards of it were made with, by name and version; null when no longer installed */
  readonly prompts: Readonly<Record<string, string | null>>;
};

export type RecordParts = {
  readonly store: Store;
  readonly config: Pick<Config, 'wires'>;
  /** the words of an installed prompt by name and version, `card@3` */
  readonly promptText: (label: string) => string | null;
};

/** Gathers the record of an edition. Copy of killed or held stories stays in the store. */
export async function recordOf(parts: RecordParts, edition: Edition): Promise<EditionRecord> {
  const items: ItemRecord[] = [];
  for (const item of edition.items) items.push(await recordOfItem(parts, item));
  const labels = edition.items.flatMap(({ card }) => card.origin.prompt ?? []);
  const deliveries = await parts.store.deliveriesOf(edition.id);
  const { store } = parts;
  const today = edition.today === undefined ? {} : { today: await showable(store, edition.today) };
  return {
    ...edition,
    ...today,
    items,
    messages: deliveries.map((delivery) => {
      const { id, part, place, state, attempt, messageId, error, contentHash } = delivery;
      const times = { plannedAt: iso(delivery.createdAt), settledAt: iso(delivery.updatedAt) };
      return { id, part, place, state, attempt, messageId, error, contentHash, ...times };
    }),
    prompts: Object.fromEntries(labels.map((label) => [label, parts.promptText(label)])),
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();

async function recordOfItem({ store, config }: RecordParts, item: DigestItem): Promise<ItemRecord> {
  const versionNow = (await store.event(item.event))?.version ?? null;
  const isGone = await isWithdrawn(store, item.event);
  const changed =
    item.changed === undefined
      ? {}
      : { changed: isGone ? [] : await showable(store, item.changed) };
  if (isGone)
    return { ...item, ...changed, card: null, update: null, matches: [], takes: [], versionNow };
  const open = new Set(config.wires.filter((each) => each.exportText).map(({ name }) => name));
  const takes = await store.takes(citedIn(item.card));
  return { ...item, ...changed, takes: takes.map((take) => cited(take, open)), versionNow };
}

/** Lines of a digest, but for those of killed or held stories. */
async function showable<Line extends { readonly event: string }>(
  store: Store,
  lines: readonly Line[],
): Promise<Line[]> {
  const kept: Line[] = [];
  for (const line of lines) if (!(await isWithdrawn(store, line.event))) kept.push(line);
  return kept;
}

async function isWithdrawn(store: Store, id: string): Promise<boolean> {
  const event = await store.event(id);
  const stories = event === null ? [] : storiesEver(event);
  return (await store.stories(stories)).some(({ state }) => state !== 'live');
}

function citedIn(card: Card): string[] {
  const evidence = SECTIONS.flatMap((section) => card[section].flatMap((line) => line.evidence));
  return [...new Set(evidence.map(({ take }) => take))];
}

function cited(take: Take, open: ReadonlySet<string>): CitedTake {
  const { id, wire, provider, format, guid, version, sentAt, signal, headline } = take;
  const text = open.has(wire) && take.text !== '' ? take.text : null;
  return { id, wire, provider, format, guid, version, sentAt, signal, headline, text };
}
