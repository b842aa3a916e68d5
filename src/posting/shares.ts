/**
 * The platforms' limits are for the whole bot and not for each process of it: those that work on one
 * store go shares. Each prolongs a lease there while it runs and looks every few seconds how many others
 * do; each keeps to its part of every limit. Nobody is asked before a request. A process that has died
 * is out of the count when its lease has not been prolonged for some seconds; that is measured by who
 * looks, so that the machines' clocks may differ.
 */
import type { Chat } from '../chats/chat.ts';
import type { Role } from '../connecting.ts';
import { OWNER, type LeasingParts } from '../leasing.ts';
import type { Log } from '../log.ts';
import type { Lease, Store } from '../stores/store.ts';

const PREFIX = 'share:';
const LEASE_MS = 15_000;
const LOOK_MS = 2_000;
/**
 * How long a look is good for. Who comes newly sends nothing for so long: by then each of the others
 * has looked again, or waits because its last look is no longer good.
 */
const GOOD_MS = 4_000;
/** Whose lease has stood still for so long sends nothing any more, for its last look is no longer good. */
const GONE_MS = 6_000;

export type SharesParts = LeasingParts & {
  readonly store: Pick<Store, 'takeLease' | 'dropLease' | 'leases'>;
  readonly role: Role;
  /** told of each change, for they have limits of their own to keep */
  readonly chats: readonly Chat[];
  readonly log: Log;
};

/** One process's share. Times are this machine's, in milliseconds. */
export class Share {
  readonly #parts: SharesParts;
  readonly #owner: string;
  readonly #name: string;
  #timer: NodeJS.Timeout | null = null;
  #told = 1;
  #counts: readonly number[] = [];
  /** the others' leases as they were seen last: until when, and when that was first seen */
  #seen: ReadonlyMap<string, { readonly until: number; readonly at: number }> = new Map();
  #lookedAt = -Infinity;
  #waitsUntil = -Infinity;

  constructor(parts: SharesParts) {
    this.#parts = parts;
    this.#owner = parts.owner ?? OWNER;
    this.#name = `${PREFIX}${parts.role}:${this.#owner}`;
  }

  /** Takes a share and goes on looking. Never throws. */
  async start(): Promise<void> {
    await this.#look();
    this.#timer = setInterval(() => void this.#look(), LOOK_MS);
    this.#timer.unref();
  }

  /** Into how many parts the limits go; null while that is not known: then nothing may be sent. */
  count(): number | null {
    const now = performance.now();
    if (now < this.#waitsUntil || now > this.#lookedAt + GOOD_MS) return null;
    return Math.max(1, ...this.#counts);
  }

  /** Gives the share back, with nothing sent any more. Never throws. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#parts.store.dropLease(this.#name, this.#owner).catch(() => undefined);
  }

  async #look(): Promise<void> {
    const lookedAt = performance.now();
    try {
      const now = Date.now();
      const { store, chats, log } = this.#parts;
      const lease = { name: this.#name, owner: this.#owner, until: now + LEASE_MS };
      await store.takeLease(lease, now);
      const all = await store.leases(PREFIX);
      const count = this.#countOf(this.#running(all.filter(({ until }) => until > now)));
      const isNew = lookedAt > this.#lookedAt + GONE_MS;
      if (isNew && count > 1) this.#waitsUntil = performance.now() + GOOD_MS;
      // who has just left may have sent until that moment: a part grows one look later than it shrinks
      this.#counts = [...this.#counts, count].slice(-2);
      this.#lookedAt = lookedAt;
      const most = Math.max(...this.#counts);
      if (most !== this.#told) log.info({ processes: most }, 'the pace of the platforms is shared');
      this.#told = most;
      for (const chat of chats) chat.apportion?.(most);
    } catch (error) {
      this.#parts.log.warn(
        { error },
        'it is not known who else posts: nothing is posted meanwhile',
      );
    }
  }

  /** The names of those whose leases moved of late. */
  #running(leases: readonly Lease[]): string[] {
    const at = performance.now();
    const seen = leases.map(({ name, until }) => {
      const before = this.#seen.get(name);
      return [name, before?.until === until ? before : { until, at }] as const;
    });
    this.#seen = new Map(seen);
    return seen.filter(([, lease]) => at - lease.at < GONE_MS).map(([name]) => name);
  }

  /** Who listens and who posts keep to different limits; who does both counts with either. */
  #countOf(names: readonly string[]): number {
    const { role } = this.#parts;
    const of = (...roles: Role[]): number =>
      names.filter((name) => roles.some((each) => name.startsWith(`${PREFIX}${each}:`))).length;
    const listening = of('all', 'gateway');
    const posting = of('all', 'worker');
    if (role === 'all') return Math.max(listening, posting);
    return role === 'gateway' ? listening : posting;
  }
}
