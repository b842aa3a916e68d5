/** A story: all takes of one provider's item, folded into current copy, a version and a state. */
import type { Signal, Take } from './take.ts';

export type StoryState = 'live' | 'held' | 'killed';

/** What filing a take did. `joined`: it opened a story in an event that other stories had opened. */
export const CHANGES = [
  'opened',
  'advanced',
  'corrected',
  'killed',
  'held',
  'released',
  'repeated',
  'joined',
] as const;
export type Change = (typeof CHANGES)[number];

export type Story = {
  readonly id: string;
  /** provider, or the wire where no provider is known: keys are unique inside it */
  readonly scope: string;
  /** every identity the story is known by: `guid:...`, `url:...`, `text:...` */
  readonly keys: readonly string[];
  readonly wire: string;
  readonly provider: string | null;
  readonly state: StoryState;
  /** 1 for the first copy, one more for each take that changed what a reader sees */
  readonly version: number;
  /** the current copy; null while only a kill or a hold has arrived */
  readonly current: Take | null;
  /**
   * every take in order of the wire's own time of sending (UTC); what it did is kept so that a take
   * that arrives late is weighed as if it had come in its place
   */
  readonly takes: readonly {
    readonly id: string;
    readonly at: string;
    /** the last time that it was sent, when it was sent anew (UTC) */
    readonly againAt?: string;
    readonly signal?: Signal;
    /** the embargo that its copy is under: ISO, or null when its time cannot be read */
    readonly until?: string | null;
    /** it says that the embargo is lifted */
    readonly isLift?: boolean;
  }[];
  /** release time of an embargo (ISO); null when not held or held without a time */
  readonly heldUntil: string | null;
  /** what the newest correction said was wrong, when the wire said so */
  readonly correction: string | null;
  /** the event it belongs to; null while it has no copy */
  readonly event: string | null;
  /** events that it was moved out of, by an editor or on a second look: messages that showed them may tell of it */
  readonly formerEvents?: readonly string[];
  /** true when it came with the first read of a feed and is older than the wire's backfill */
  readonly background: boolean;
  /** when Wirebrief first filed it (ISO) */
  readonly openedAt: string;
  /** when Wirebrief last changed it (ISO) */
  readonly changedAt: string;
};

/** May this story be shown to anyone at `at`? The one rule every surface asks. */
export function isShowable(story: Story, at: string): boolean {
  if (story.state === 'killed' || story.current === null) return false;
  if (story.state === 'live') return true;
  return story.heldUntil !== null && Date.parse(story.heldUntil) <= Date.parse(at);
}

/** Has its copy expired (see `keep` of its wire)? What was posted of it stands. */
export function hasLostCopy({ state, current, version }: Story): boolean {
  return state === 'live' && current === null && version > 0;
}
