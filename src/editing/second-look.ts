/** A second look at the stories of an event that has grown: does one of them belong elsewhere? */
import type { EventIndex, Query } from './match.ts';
import { mergeProfiles, withoutCopy } from './profile.ts';

/** Of two stories neither tells which one is wrong; a large event knows what it is about. */
export const MEMBERS_MIN = 3;
const MEMBERS_MAX = 20;
/** A story moves to an event that it is this much more alike to ... */
const GAIN_MIN = 0.02;
/** ... and stands alone when it is less alike than this to the rest of its own. */
const ALONE_BELOW = 0.15;

/** A story of an event. One that was moved before has its place. */
export type Member = Query & { readonly story: string; readonly hasMoved: boolean };
/** `to` is an event, or null where the stories are to be one of their own. */
export type Move = { readonly stories: readonly string[]; readonly to: string | null };

/**
 * The story of an event that stands there worst and would stand better elsewhere; null when none
 * would. The first stories of an event are put together with little to go by: what came since tells
 * more. The index must hold the event as it is now. (docs/matching.md has the figures)
 */
export function secondLook(
  index: EventIndex,
  event: string,
  members: readonly Member[],
): Move | null {
  if (members.length < MEMBERS_MIN || members.length > MEMBERS_MAX) return null;
  const whole = members.map(({ profile }) => profile).reduce(mergeProfiles);
  let worst: { readonly move: Move; readonly gain: number } | null = null;
  for (const member of members) {
    if (member.hasMoved) continue;
    const others = members.filter(({ story }) => story !== member.story);
    const rest = others.map(({ profile }) => profile);
    const profile = withoutCopy(whole, member.profile, rest);
    const { own, other } = index.standing(member, { id: event, profile, lastAt: member.at });
    const better = other !== null && other.score > own + GAIN_MIN ? other : null;
    if (better === null && own >= ALONE_BELOW) continue;
    const gain = (better?.score ?? ALONE_BELOW) - own;
    if (worst === null || gain > worst.gain)
      worst = { move: { stories: [member.story], to: better?.event ?? null }, gain };
  }
  return worst?.move ?? null;
}
