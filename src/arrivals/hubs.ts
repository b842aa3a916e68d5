/**
 * WebSub (W3C Recommendation): feeds that name a hub are subscribed to there, and what the hub then
 * sends is filed at once. Polling goes on at a slower pace, so that a hub that falls silent loses
 * nothing.
 */
import { randomBytes } from 'node:crypto';
import { sentenceOf } from '../errors.ts';
import type { Store } from '../stores/store.ts';
import { freshBookmark, type AskHub, type Bookmark, type Hub } from '../wires/wire.ts';
import { isLive, isToBeAsked, readNote, renewalAt, saveNote, type HubNote } from './hub-note.ts';
import type { DoorParts } from './push.ts';
import { readBody, refusal, withoutBody } from './request.ts';
import { isSame, isSigned } from './signature.ts';

const LEASE_SECONDS = 7 * 86_400;
const LEASE_SECONDS_MIN = 60;
const LEASE_SECONDS_MAX = 30 * 86_400;
/** A wire whose hub sends is read this many times less often. */
const SLOWER = 6;
const RENEWAL_MIN_MS = 60_000;

/** What gathering needs of the hubs. */
export interface Hubs {
  /** The next reading of a wire after one that worked: later while its hub sends (ISO). */
  paced(wire: string, nextReadAt: string | null): Promise<string | null>;
  /** Subscribes to the hub that a reading named, or renews; never throws for what the hub does. */
  follow(wire: string, hub: Hub | null | undefined): Promise<void>;
}

export type HubParts = Pick<DoorParts, 'config' | 'log'> & {
  readonly store: Store;
  readonly askHub: AskHub;
  /** epoch milliseconds */
  readonly now: () => number;
};

/** The hubs, or null when `web.url` does not say where they could reach us. */
export function createHubs(parts: HubParts): Hubs | null {
  const base = parts.config.web?.url.replace(/\/+$/, '');
  if (base === undefined) return null;
  return {
    async paced(wire, nextReadAt) {
      const note = await readNote(parts.store, wire);
      const now = parts.now();
      if (note === null || nextReadAt === null || !isLive(note, now)) return nextReadAt;
      const slower = now + SLOWER * Math.max(0, Date.parse(nextReadAt) - now);
      // Renewing is part of a reading: a short lease has the wire read in time for it.
      const due = Math.max(renewalAt(note), now + RENEWAL_MIN_MS);
      const renewal = renewalAt(note) > now ? due : Date.parse(nextReadAt);
      return new Date(Math.min(slower, renewal)).toISOString();
    },
    async follow(wire, hub) {
      const known = await readNote(parts.store, wire);
      if (hub === null && known !== null) await saveNote(parts.store, wire, null);
      const wanted =
        hub ?? (hub === undefined && known ? { url: known.hub, topic: known.topic } : null);
      if (wanted === null) return;
      const note = noteFor(known, wanted, `${base}/wires/${wire}/hub`);
      if (!isToBeAsked(note, parts.now())) return;
      await ask(parts, wire, note);
    },
  };
}

/** The subscription as it stands, or a new one when the feed has moved to another hub or address. */
function noteFor(known: HubNote | null, hub: Hub, address: string): HubNote {
  const isSameHub = known?.hub === hub.url && known.topic === hub.topic;
  if (known && isSameHub && known.callback === `${address}/${known.key}`) return known;
  const key = randomBytes(18).toString('base64url');
  return {
    hub: hub.url,
    topic: hub.topic,
    callback: `${address}/${key}`,
    key,
    secret: randomBytes(32).toString('hex'),
    state: 'asked',
    askedAt: Number.MIN_SAFE_INTEGER,
    tries: 0,
    leaseMs: 0,
    leaseUntil: 0,
  };
}

async function ask(parts: HubParts, wire: string, note: HubNote): Promise<void> {
  const state = note.state === 'refused' ? 'asked' : note.state;
  const asked = { ...note, state, askedAt: parts.now(), tries: note.tries + 1 };
  // Stored before it is sent: the hub may ask back before it has answered.
  await saveNote(parts.store, wire, asked);
  const { hub, topic, callback, secret } = note;
  try {
    await parts.askHub({ url: hub, topic }, { callback, secret, leaseSeconds: LEASE_SECONDS });
    parts.log.info({ wire, hub }, 'hub asked to send');
  } catch (error) {
    parts.log.warn({ wire, hub, error, sentence: sentenceOf(error) }, 'hub refuses');
  }
}

export type HubDoorParts = DoorParts & { readonly store: Store; readonly now: () => number };

/** The hub asks whether we meant it (WebSub, 5.3), or says that it will not send (5.2). */
export async function verifyIntent(
  parts: HubDoorParts,
  request: Request,
  { wire, key }: { readonly wire: string; readonly key: string },
): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const { log } = parts;
  return parts.store.transact(async (records) => {
    const note = await readNote(records, wire);
    const isOurs = note !== null && isSame(key, note.key) && asked.get('hub.topic') === note.topic;
    const mode = asked.get('hub.mode');
    if (isOurs && mode === 'denied') {
      await saveNote(records, wire, { ...note, state: 'refused', leaseUntil: 0 });
      const reason = asked.get('hub.reason')?.slice(0, 200) ?? null;
      log.warn({ wire, hub: note.hub, reason }, 'hub denies the subscription');
      return new Response('', { status: 200 });
    }
    const challenge = asked.get('hub.challenge') ?? '';
    if (!isOurs || mode !== 'subscribe' || challenge === '' || challenge.length > 4_000)
      return refusal(404, 'not-found', 'This subscription was not asked for.');
    const leaseMs = 1_000 * leaseSeconds(asked.get('hub.lease_seconds'));
    const leaseUntil = parts.now() + leaseMs;
    await saveNote(records, wire, { ...note, state: 'live', tries: 0, leaseMs, leaseUntil });
    log.info({ wire, hub: note.hub, leaseMs }, 'hub sends from now on');
    const headers = { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' };
    return new Response(challenge, { status: 200, headers });
  });
}

function leaseSeconds(text: string | null): number {
  const seconds = /^\d{1,12}$/.test(text ?? '') ? Number(text) : LEASE_SECONDS;
  return Math.min(LEASE_SECONDS_MAX, Math.max(LEASE_SECONDS_MIN, seconds));
}

/** What a hub sends (WebSub, 7): only what it has signed is read. */
export async function takeContent(
  parts: HubDoorParts,
  request: Request,
  { wire, key }: { readonly wire: string; readonly key: string },
): Promise<Response> {
  const settings = parts.config.wires.find((each) => each.name === wire);
  const note = await readNote(parts.store, wire);
  if (settings?.url === undefined || note === null || !isSame(key, note.key))
    return refusal(410, 'gone', 'There is no such subscription.');
  const body = await readBody(request);
  if (typeof body === 'string') return withoutBody(body);
  if (!isSigned(request.headers.get('x-hub-signature') ?? '', body, note.secret))
    return refusal(403, 'forbidden', 'The signature does not fit the body.');
  // Pages are fetched politely, in the wire's own turn: for those the hub only rings the bell.
  if (settings.article) return readSoon(parts, wire);
  const contentType = request.headers.get('content-type');
  const arrived = await parts.readArrival({ body, contentType, baseUrl: note.topic });
  if ('sentence' in arrived) return refusal(415, arrived.code, arrived.sentence);
  if (arrived.found.every(({ copy }) => copy.format === 'html'))
    return refusal(415, 'page', 'This is a web page and no feed.');
  const filed = await parts.receive(wire, arrived);
  return Response.json({ wire, takes: filed.length }, { status: 202 });
}

async function readSoon(parts: HubDoorParts, wire: string): Promise<Response> {
  await parts.store.transact(async (records) => {
    const bookmark = (await records.bookmark<Bookmark>(wire)) ?? freshBookmark(wire, null);
    const nextReadAt = new Date(parts.now()).toISOString();
    const due: Bookmark = { ...bookmark, nextReadAt };
    if (bookmark.error === null) await records.saveBookmark(due);
  });
  return Response.json({ wire, takes: 0 }, { status: 202 });
}
