/** How well stories are put into events: B-cubed F1 on our own stories and on sets in a folder. */
import { join } from 'node:path';
import { EventIndex, mergeProfiles } from '../../../src/editing/match.ts';
import { parting } from '../../../src/editing/parting.ts';
import { secondLook, type Member, type Move } from '../../../src/editing/second-look.ts';
import { profileOf } from '../../../src/editing/profile.ts';
import { bcubed, type Placed } from './bcubed.ts';
import { ecbPlusStories, newsClusterStories, ownStories, type Labelled } from './labelled.ts';

export type Figure = { readonly measure: string; readonly value: number; readonly target: number };

/**
 * Our own stories always; ECB+ and the news clusters when they lie under `dataFolder`, as
 * `ecbplus` and `giveme5w1h/news_cluster`. A set without dates has no order: its figure is the mean
 * over several.
 */
export async function scoreEvents(dataFolder: string | null): Promise<Figure[]> {
  const figures = [{ measure: 'events, own stories', value: meanF1(ownStories()), target: 0.95 }];
  if (dataFolder === null) return figures;
  const pairs = ecbPlusStories(join(dataFolder, 'ecbplus'));
  const clusters = newsClusterStories(join(dataFolder, 'giveme5w1h/news_cluster'));
  if (pairs.length > 0)
    figures.push({ measure: 'events, ECB+', value: meanF1(pairs), target: 0.9 });
  if (clusters.length > 0)
    figures.push({
      measure: 'events, news clusters',
      value: bcubed(placed(clusters)).f1,
      target: 0.93,
    });
  return figures;
}

/** One order gives .867, another .912: a mean over few is luck. */
const ORDERS = 15;

function meanF1(stories: readonly Labelled[]): number {
  let sum = 0;
  for (let seed = 1; seed <= ORDERS; seed += 1) sum += bcubed(placed(shuffled(stories, seed))).f1;
  return sum / ORDERS;
}

const ARRIVED_AT = '2020-01-01T00:00:00Z';

/** Puts stories into events one by one, in the order given, as the filing desk does. */
export function placed(stories: readonly Labelled[]): Placed[] {
  const desk = new Desk();
  for (const story of stories) desk.file(story);
  return stories.map(({ id, event }) => ({ gold: event, found: desk.eventOf(id) }));
}

/** Stories that one coming may move before it ends, as at the filing desk. */
const MOVES_MAX = 5;

/** What the filing desk does with stories and events, without a store. */
class Desk {
  readonly #index = new EventIndex();
  readonly #members = new Map<string, readonly Member[]>();

  file({ id, copy }: Labelled): void {
    const profile = profileOf(copy);
    const at = copy.sentAt ?? ARRIVED_AT;
    const query = { profile, at, arrivedAt: ARRIVED_AT, language: null };
    const event = this.#index.match(query)?.event ?? id;
    this.#put(event, [...this.#of(event), { ...query, story: id, hasMoved: false }]);
    for (let moved = 0; moved < MOVES_MAX;) {
      const members = this.#of(event);
      const move = secondLook(this.#index, event, members) ?? parting(members);
      if (move === null) break;
      moved += move.stories.length;
      this.#move(move, event);
    }
  }

  eventOf(story: string): string {
    const isHis = (members: readonly Member[]): boolean =>
      members.some((member) => member.story === story);
    return [...this.#members].find(([, members]) => isHis(members))?.[0] ?? story;
  }

  #move({ stories, to }: Move, from: string): void {
    const isLeaving = ({ story }: Member): boolean => stories.includes(story);
    const into = to ?? `${stories[0] ?? ''} apart`;
    const leaving = this.#of(from).filter(isLeaving);
    this.#put(from, this.#of(from).filter((member) => !isLeaving(member))); // prettier-ignore
    const moved = leaving.map((member) => ({ ...member, hasMoved: true }));
    this.#put(into, [...this.#of(into), ...moved]);
  }

  #of(event: string): readonly Member[] {
    return this.#members.get(event) ?? [];
  }

  #put(event: string, members: readonly Member[]): void {
    this.#members.set(event, members);
    const profile = members.map((member) => member.profile).reduce(mergeProfiles);
    const sent = members.flatMap((member) => (member.profile.undated ? [] : [member.at]));
    const lastAt = sent.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? ARRIVED_AT;
    this.#index.put({ id: event, profile, lastAt, changedAt: ARRIVED_AT });
  }
}

/** The same seed gives the same order (Park and Miller's generator, Fisher and Yates' shuffle). */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  let state = seed * 7_919;
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
