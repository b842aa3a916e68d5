/** Stories that stand better elsewhere, now that their event has grown, move there before it is shown. */
import type { EventIndex } from '../editing/match.ts';
import { parting } from '../editing/parting.ts';
import { profileOf } from '../editing/profile.ts';
import { MEMBERS_MIN, secondLook, type Member, type Move } from '../editing/second-look.ts';
import type { Event } from '../news/event.ts';
import { isShowable, type Story } from '../news/story.ts';
import type { Records } from '../stores/store.ts';
import { grown, hasRoom } from './growing.ts';
import { ownEvent, takenOut } from './regrouping.ts';

/** So many stories moved, nothing more moves with one coming: it ends, whatever the copy. */
const MOVES_MAX = 5;
/** A reply of any age counts: what a reader has seen stays together. */
const EVER = new Date(0).toISOString();

/** A story that moved, with the event that it stands in now. */
export type Resettled = { readonly story: Story; readonly event: Event };

/**
 * Looks again at the stories of an event that one has just joined, inside the caller's transaction.
 * What a reader was shown stays together, and so does what an editor has put together or mended.
 * @param index holds `event` as it is; it is kept up with what changes
 * @param at now (ISO)
 */
export async function lookAgain(
  records: Records,
  index: EventIndex,
  event: Event,
  at: string,
): Promise<Resettled[]> {
  const isSmall = event.stories.length < MEMBERS_MIN;
  if (isSmall || isByHand(event) || (await isShown(records, event.id))) return [];
  const moved: Resettled[] = [];
  let standing = event;
  while (moved.length < MOVES_MAX) {
    const stories = await records.stories(standing.stories);
    const members = membersOf(stories, at);
    const move = secondLook(index, standing.id, members) ?? parting(members);
    const leaving = stories.filter(({ id }) => move?.stories.includes(id));
    const target = move && (await targetOf(records, move, leaving, standing, at));
    if (target === null) break;
    const taken = await takenOut(records, leaving, standing, { into: target.id, at });
    standing = taken.left;
    let joined = target;
    for (const story of taken.stories) {
      // the story that opens its own event stands there already
      if (joined.stories.includes(story.id)) continue;
      const profile = members.find((member) => member.story === story.id)?.profile;
      if (profile) joined = await grown(records, joined, story, { profile, at });
    }
    for (const changed of [standing, joined]) {
      await records.saveEvent(changed);
      index.put(changed);
    }
    moved.push(...taken.stories.map((story) => ({ story, event: joined })));
  }
  return moved;
}

/** The event that stories move to, which may open with the first of them; null when it can take no more. */
async function targetOf(
  records: Records,
  { to }: Move,
  [first]: readonly Story[],
  left: Event,
  at: string,
): Promise<Event | null> {
  if (to === null) return first?.current ? ownEvent(first, first.current, left, at) : null;
  const target = await records.event(to);
  return target !== null && hasRoom(target) ? target : null;
}

function membersOf(stories: readonly Story[], at: string): Member[] {
  return stories.flatMap((story) => {
    const { id, current, openedAt, formerEvents = [] } = story;
    if (current === null || !isShowable(story, at)) return [];
    const profile = profileOf(current);
    const { language, sentAt } = current;
    const hasMoved = formerEvents.length > 0;
    return { story: id, profile, at: sentAt ?? openedAt, arrivedAt: openedAt, language, hasMoved };
  });
}

const isByHand = ({ mended, mergedFrom, hidden }: Event): boolean =>
  mended !== undefined || mergedFrom !== undefined || hidden !== undefined;

async function isShown(records: Records, event: string): Promise<boolean> {
  if ((await records.deliveriesShowing(event)).length > 0) return true;
  return (await records.repliesShowing(event, EVER, 1)).length > 0;
}
