/**
 * SEAM: how copy comes in. A wire reads what is new since its bookmark and gives copy; the newsroom
 * stores the takes and the new bookmark in one transaction and then calls `settle`.
 */
import type { Problem } from '../news/problem.ts';
import type { Copy } from '../news/take.ts';

/** What a wire remembers between readings. It is stored with the takes, never apart from them. */
export type Bookmark = {
  readonly wire: string;
  /** `off` after 410 Gone: the wire is not read until the configuration changes its address */
  readonly state: 'on' | 'off';
  /** the address in use after permanent redirects; null while it is the configured one */
  readonly url: string | null;
  /** the configured address the bookmark was made for: another one starts afresh */
  readonly configuredUrl: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** not to be read before (ISO) */
  readonly nextReadAt: string | null;
  /** last reading that worked, and last one at all (ISO) */
  readonly lastReadAt: string | null;
  readonly lastTriedAt: string | null;
  readonly failures: number;
  /** since when it has been failing (ISO); null while it works */
  readonly failingSince: string | null;
  /** the sentence of the last failure */
  readonly error: string | null;
  /** fingerprints of the items whose pages were looked at, newest first */
  readonly articles?: readonly string[];
};

/** A piece of copy with the place that it was read from. */
export type Found = { readonly copy: Copy; readonly file: string | null };

/** A WebSub hub, and the address of the feed as it is known there. */
export type Hub = { readonly url: string; readonly topic: string };

export type Reading = {
  readonly found: readonly Found[];
  /** problems of the whole reading; those of one item stand in its copy */
  readonly problems: readonly Problem[];
  readonly bookmark: Bookmark;
  /** to be called once everything is stored: moves files aside; null when there is nothing to do */
  readonly settle: (() => Promise<void>) | null;
  /** the hub that the feed offers; null when it offers none, absent when the reading cannot tell */
  readonly hub?: Hub | null;
};

export interface Wire {
  /** the configured name */
  readonly name: string;
  /**
   * Reads once. Never throws for what the source does wrong: a failure is a reading with no copy,
   * a problem, and a bookmark that counts it and says when to try again.
   * @param bookmark what the last reading left; null on the first
   * @param signal ends the reading early when the process stops
   */
  read(bookmark: Bookmark | null, signal?: AbortSignal): Promise<Reading>;
}

/** A request that brought copy to a wire's door. */
export type Arrival = {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  /** address that relative links start from */
  readonly baseUrl: string | null;
};

/**
 * Reads what was brought. Of any format, by content.
 * @returns a problem when nothing of it could be read: whoever sent it is told
 */
export type ReadArrival = (
  arrival: Arrival,
) => Promise<{ readonly found: readonly Found[]; readonly problems: readonly Problem[] } | Problem>;

/** Asks a WebSub hub to send what is new. @throws NewsroomError with a sentence when it refuses */
export type AskHub = (
  hub: Hub,
  asked: {
    readonly callback: string;
    /** shared with the hub, which signs what it sends with it */
    readonly secret: string;
    readonly leaseSeconds: number;
  },
) => Promise<void>;

/** The bookmark of a wire that was never read. */
export function freshBookmark(wire: string, configuredUrl: string | null): Bookmark {
  return {
    wire,
    state: 'on',
    url: null,
    configuredUrl,
    etag: null,
    lastModified: null,
    nextReadAt: null,
    lastReadAt: null,
    lastTriedAt: null,
    failures: 0,
    failingSince: null,
    error: null,
  };
}
