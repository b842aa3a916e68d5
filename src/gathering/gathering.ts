/** From a wire to stored events: read, clean, file, and only then settle with the source. */
import { planAmendments } from '../amending/amending.ts';
import type { Hubs } from '../arrivals/hubs.ts';
import type { Config, WireConfig } from '../config.ts';
import { clean } from '../editing/clean.ts';
import { NewsroomError } from '../errors.ts';
import type { Filed, FilingDesk } from '../filing/filing.ts';
import { alone } from '../leasing.ts';
import type { Log } from '../log.ts';
import type { Problem } from '../news/problem.ts';
import type { Take } from '../news/take.ts';
import type { Records, Store } from '../stores/store.ts';
import { dayIn } from '../editing/slots.ts';
import { freshBookmark, type Bookmark, type Found, type Wire } from '../wires/wire.ts';

export type GatheringParts = {
  readonly config: Config;
  readonly store: Store;
  readonly desk: FilingDesk;
  readonly now: () => number;
  readonly log: Log;
  /** hubs that send what is new; null while there are none */
  readonly hubs?: Hubs | null;
  readonly owner?: string;
};

type Known = { readonly settings: WireConfig | undefined; readonly bookmark: Bookmark | null };

/** Reads one wire, when it is due, and files what came together with its bookmark. */
export async function gatherFrom(
  parts: GatheringParts,
  wire: Wire,
  signal?: AbortSignal,
): Promise<void> {
  const { store, config } = parts;
  const settings = config.wires.find((each) => each.name === wire.name);
  const due = async (): Promise<{ bookmark: Bookmark | null } | null> => {
    const bookmark = await store.bookmark<Bookmark>(wire.name);
    return isDue(bookmark, settings, parts.now()) ? { bookmark } : null;
  };
  if ((await due()) === null) return;
  await alone(parts, `wire:${wire.name}`, async () => {
    // another replica may have read it while we asked for the lease
    const still = await due();
    if (still) await readAndFile(parts, wire, { settings, ...still }, signal);
  });
}

async function readAndFile(
  parts: GatheringParts,
  wire: Wire,
  known: Known,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { bookmark } = known;
  const reading = await wire.read(bookmark, signal);
  const next = await paced(parts, reading.bookmark);
  const isFirst = isFirstReading(bookmark, known.settings);
  const takes = takesOf(parts, wire.name, reading.found, isFirst);
  const filed = await file(parts, takes, (records) => records.saveBookmark(next));
  await reading.settle?.();
  await tell(parts, wire.name, reading.problems, filed);
  if (reading.bookmark.error === null) await parts.hubs?.follow(wire.name, reading.hub);
}

/** What was brought to a wire's door. */
type Arrived = { readonly found: readonly Found[]; readonly problems: readonly Problem[] };

/** Files what was sent to a wire, by a push or by a hub; it is stored when this returns. */
export async function fileArrival(
  parts: GatheringParts,
  wire: string,
  arrived: Arrived,
): Promise<readonly Filed[]> {
  const settings = parts.config.wires.find((each) => each.name === wire);
  const bookmark = await parts.store.bookmark<Bookmark>(wire);
  const takes = takesOf(parts, wire, arrived.found, isFirstReading(bookmark, settings));
  const filed = await file(parts, takes, async (records) => {
    // The bookmark of a feed tells of its readings only: where they stand does not change here.
    if (settings?.push !== true) return;
    const at = new Date(parts.now()).toISOString();
    const known = (await records.bookmark<Bookmark>(wire)) ?? freshBookmark(wire, null);
    const next: Bookmark = { ...known, lastReadAt: at, lastTriedAt: at };
    await records.saveBookmark(next);
  });
  await tell(parts, wire, arrived.problems, filed);
  return filed;
}

/** Tells the operator: in the log at once, and by kind in `/wire status` and doctor. */
async function tell(
  { config, store, log, now }: GatheringParts,
  wire: string,
  problems: readonly Problem[],
  filed: readonly Filed[],
): Promise<void> {
  for (const problem of problems) log.warn({ wire, ...problem }, 'wire problem');
  const news = filed.filter((each) => each.change !== 'repeated');
  if (news.length > 0) log.info({ wire, takes: news.length }, 'takes filed');
  const all = [...problems, ...news.flatMap(({ take }) => take.problems)];
  if (all.length > 0) await store.addProblems(wire, dayIn(config.zone, now()), all);
}

/** A take on its way in; when it came is written down once it is its turn to be stored. */
type Entry = { readonly take: Take; readonly background: boolean };

function takesOf(
  parts: GatheringParts,
  wire: string,
  found: readonly Found[],
  isFirst: boolean,
): Entry[] {
  const settings = parts.config.wires.find((each) => each.name === wire);
  const arrivedAt = new Date(parts.now()).toISOString();
  return found.flatMap(({ copy, file: place }) => {
    const provider = settings?.provider ?? copy.provider;
    try {
      const take = clean(copy, { wire, provider, file: place, arrivedAt });
      const background = isFirst && isOld(take.sentAt, settings?.backfill ?? 0, parts.now());
      return [{ take, background }];
    } catch (error) {
      const { guid, headline } = copy;
      parts.log.error({ wire, guid, headline, file: place, error }, 'copy left out: clean failed');
      return [];
    }
  });
}

type SaveBookmark = (records: Records) => Promise<void>;

/**
 * Files takes with the bookmark. When one of them cannot be filed, by a mistake of ours, the others
 * are filed one by one and that one is left out: it must not hold up its wire for ever.
 */
async function file(
  parts: GatheringParts,
  takes: readonly Entry[],
  saveBookmark: SaveBookmark,
): Promise<Filed[]> {
  try {
    return await fileTogether(parts, takes, saveBookmark);
  } catch (error) {
    if (takes.length === 0 || isOfTheStore(error)) throw error;
  }
  const filed: Filed[] = [];
  for (const entry of takes.toSorted((a, b) => sentAt(a, parts) - sentAt(b, parts))) {
    try {
      filed.push(...(await fileTogether(parts, [entry], () => Promise.resolve())));
    } catch (error) {
      if (isOfTheStore(error)) throw error;
      const { wire, id, file: place } = entry.take;
      parts.log.error({ wire, take: id, file: place, error }, 'take left out: filing failed');
    }
  }
  await parts.store.transact(saveBookmark);
  return filed;
}

const isOfTheStore = (error: unknown): boolean =>
  error instanceof NewsroomError && error.code === 'store';

const sentAt = ({ take }: Entry, { now }: GatheringParts): number =>
  take.sentAt === null ? now() : Date.parse(take.sentAt);

async function fileTogether(
  parts: GatheringParts,
  takes: readonly Entry[],
  saveBookmark: SaveBookmark,
): Promise<Filed[]> {
  return inTransaction(parts, async (records) => {
    // taken once it is our turn to write: a digest composed before this ends before it (windowEnd)
    const receivedAt = new Date(await records.storeTime(parts.now())).toISOString();
    const filed = await parts.desk.file(
      records,
      takes.map(({ take, background }) => ({ take, circumstances: { receivedAt, background } })),
    );
    await planAmendments(records, filed, parts.now());
    await saveBookmark(records);
    return filed;
  });
}

/** A wire whose hub sends what is new is read less often. */
async function paced({ hubs }: GatheringParts, bookmark: Bookmark): Promise<Bookmark> {
  if (!hubs || bookmark.error !== null) return bookmark;
  return { ...bookmark, nextReadAt: await hubs.paced(bookmark.wire, bookmark.nextReadAt) };
}

/** A feed that was never read, or not at this address: what it holds is mostly old. */
function isFirstReading(bookmark: Bookmark | null, settings: WireConfig | undefined): boolean {
  if (settings?.url === undefined) return false;
  return !bookmark?.lastReadAt || bookmark.configuredUrl !== settings.url;
}

/** Releases the stories whose embargo is over. */
export async function releaseHeld(parts: GatheringParts): Promise<void> {
  const released = await inTransaction(parts, async (records) => {
    const filed = await parts.desk.releaseDue(records, new Date(parts.now()).toISOString());
    await planAmendments(records, filed, parts.now());
    return filed;
  });
  for (const { story } of released)
    parts.log.info({ story: story.id }, 'embargo over, story released');
}

/** A transaction of the filing desk: when it fails, the desk forgets what it had put in its index. */
async function inTransaction<T>(
  parts: GatheringParts,
  work: (records: Records) => Promise<T>,
): Promise<T> {
  try {
    return await parts.store.transact(work);
  } catch (error) {
    parts.desk.forget();
    throw error;
  }
}

function isDue(bookmark: Bookmark | null, settings: WireConfig | undefined, now: number): boolean {
  if (bookmark === null) return true;
  const isSameAddress = bookmark.configuredUrl === (settings?.url ?? bookmark.configuredUrl);
  if (!isSameAddress) return true;
  if (bookmark.state === 'off') return false;
  return bookmark.nextReadAt === null || Date.parse(bookmark.nextReadAt) <= now;
}

/** In a first reading, what the wire sent before the backfill (or without a date) is background. */
function isOld(sentAt: string | null, backfillMs: number, now: number): boolean {
  return sentAt === null || Date.parse(sentAt) < now - backfillMs;
}
