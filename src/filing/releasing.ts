/** Stories that are held, for an editor: why each is, and a person's word that ends an embargo. */
import { embargoIn, liftedByHand } from '../editing/embargo-state.ts';
import { isHeldBack } from '../editing/fold.ts';
import { NewsroomError } from '../errors.ts';
import type { Story } from '../news/story.ts';
import type { Store } from '../stores/store.ts';

type ReleasingParts = { readonly store: Store; readonly now: () => number };

/** A held story as an editor sees it; nothing of its copy is told, for it is not out yet. */
export type HeldStory = {
  readonly id: string;
  readonly provider: string | null;
  readonly wire: string;
  readonly slug: string | null;
  /** when it came (ISO) */
  readonly openedAt: string;
  readonly why: 'the wire holds it' | 'embargo without a time' | 'under embargo';
  /** when the embargo ends (ISO); null where that cannot be read or where it is no embargo */
  readonly until: string | null;
};

/** Whose story it is, and its slug. */
export const heldName = ({ provider, wire, slug }: HeldStory): string =>
  slug === null ? (provider ?? wire) : `${provider ?? wire}, ${slug}`;

/** The stories that are held, at most 500. */
export async function heldStories({ store, now }: ReleasingParts): Promise<HeldStory[]> {
  const at = new Date(now()).toISOString();
  const held = await store.heldStories(null);
  return held.map((story) => {
    const { id, provider, wire, openedAt, current } = story;
    const { why, until } = reasonOf(story, at);
    return { id, provider, wire, slug: current?.slug ?? null, openedAt, why, until };
  });
}

function reasonOf(story: Story, at: string): Pick<HeldStory, 'why' | 'until'> {
  const embargo = isHeldBack(story) ? null : embargoIn(story, at);
  if (embargo === null) return { why: 'the wire holds it', until: null };
  return embargo.until === null
    ? { why: 'embargo without a time', until: null }
    : { why: 'under embargo', until: embargo.until };
}

/**
 * Ends the embargo of a story whose time cannot be read, by a person's word: it is due at once, and the
 * next look at what is due puts it into its event. What has a time waits for it, and what the wire holds
 * waits for the wire.
 * @throws NewsroomError `not-found` for an unknown story, `usage` for one that no person may release
 */
export async function releaseStory({ store, now }: ReleasingParts, id: string): Promise<Story> {
  return store.transact(async (records) => {
    const story = await records.story(id);
    if (story === null)
      throw new NewsroomError(
        'not-found',
        `There is no story ${id.slice(0, 40)}: list what is held.`,
      );
    const at = new Date(await records.storeTime(now())).toISOString();
    const lifted = liftedByHand(story, at);
    if (lifted === null || isHeldBack(story)) throw new NewsroomError('usage', refusal(story, at));
    await records.saveStory(lifted);
    return lifted;
  });
}

function refusal(story: Story, at: string): string {
  if (story.state !== 'held') return `This story is ${story.state}: there is nothing to release.`;
  const { until } = reasonOf(story, at);
  return until === null
    ? 'The wire holds this story: only the wire can release it.'
    : `This story is under embargo until ${until}: it is released then, or when the wire lifts it.`;
}
