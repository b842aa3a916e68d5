/** How well stories are put into events: B-cubed F1 on our own stories and on sets in a folder. */
import { join } from 'node:path';
import { EventIndex, mergeProfiles } from '../../../src/editing/match.ts';
import { profileOf } from '../../../src/editing/profile.ts';
import type { Profile } from '../../../src/news/event.ts';
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
  const index = new EventIndex();
  const profiles = new Map<string, Profile>();
  const newest = new Map<string, string>();
  return stories.map((story) => {
    const profile = profileOf(story.copy);
    const { sentAt } = story.copy;
    const query = { profile, at: sentAt ?? ARRIVED_AT, arrivedAt: ARRIVED_AT, language: null };
    const found = index.match(query)?.event ?? story.id;
    const known = profiles.get(found);
    const grown = known === undefined ? profile : mergeProfiles(known, profile);
    if (sentAt !== null) newest.set(found, later(newest.get(found), sentAt));
    const lastAt = newest.get(found) ?? ARRIVED_AT;
    profiles.set(found, grown);
    index.put({ id: found, profile: grown, lastAt, changedAt: ARRIVED_AT });
    return { gold: story.event, found };
  });
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && Date.parse(a) > Date.parse(b) ? a : b;
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
