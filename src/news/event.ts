/** An event: stories, from any provider, about one happening; a reader sees it as one item. */
import type { MarkedFact } from './verdict.ts';

/** What the matcher remembers of an event: weighted terms and names, and the days it speaks of. */
export type Profile = {
  /** term to weight, the strongest only */
  readonly terms: Readonly<Record<string, number>>;
  /** names as written, lower case, to weight */
  readonly names: Readonly<Record<string, number>>;
  /** the days that its copies speak of, as marks (see editing/days.ts); absent means none */
  readonly days?: readonly string[];
  /** the forms of words of its copies, as numbers (see editing/form.ts); absent means none */
  readonly forms?: readonly (readonly number[])[];
  /** true when no copy says when it was sent, so that only its arrival is known; absent means false */
  readonly undated?: boolean;
  /** how many copies it is the mean of; absent means one */
  readonly copies?: number;
};

export type Event = {
  readonly id: string;
  /** ids of its stories, in order of joining */
  readonly stories: readonly string[];
  /** stories that were moved out of it: what was shown of it may tell of them */
  readonly formerStories?: readonly string[];
  /** the event that an editor merged this one into; it has no stories of its own any more */
  readonly mergedInto?: string;
  /** events that an editor merged into this one: who was shown them was shown this */
  readonly mergedFrom?: readonly string[];
  /** lines of its card that an editor confirmed to be wrong: no card shows them again */
  readonly hidden?: readonly MarkedFact[];
  /** the version that an editor's last verdict made, and what readers are told of it */
  readonly mended?: { readonly version: number; readonly note: string };
  /** headline of the story that leads it */
  readonly title: string;
  /** one more for every change that a reader could see */
  readonly version: number;
  /** most urgent of its live stories, 1 to 9; null when none says */
  readonly urgency: number | null;
  readonly profile: Profile;
  /** true while every story in it is background (see Story) */
  readonly background: boolean;
  /** the wire's time of the first and the newest copy (ISO) */
  readonly firstAt: string;
  readonly lastAt: string;
  /** the last day (YYYY-MM-DD) that its copy names and that lay ahead of it; absent when it names none */
  readonly ahead?: string;
  /** when Wirebrief opened and last changed it (ISO): digest windows go by these */
  readonly openedAt: string;
  readonly changedAt: string;
};

/** The stories that an event has or had: who was taken out of it may stand in what was shown of it. */
export const storiesEver = ({ stories, formerStories = [] }: Event): readonly string[] => [
  ...stories,
  ...formerStories,
];
