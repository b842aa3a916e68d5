/** Which events an edition takes, and for each of the others the reason why not. */
import type { Window } from '../news/edition.ts';
import type { Event } from '../news/event.ts';
import { isShowable, type Story } from '../news/story.ts';
import type { Topic, TopicMatch } from '../news/topic.ts';
import { rankEvents } from './rank.ts';
import { countIndependentSources } from '../news/reuse.ts';
import { compileTopics, matchTopics } from './route.ts';

/** An event with its stories, as the store has them. */
export type EventWithStories = { readonly event: Event; readonly stories: readonly Story[] };

export type Reason =
  | 'chosen'
  | 'no topic of the channel'
  | 'killed'
  | 'held'
  | 'under embargo'
  | 'background of a first reading'
  | 'already shown'
  | 'outside the window'
  | 'over the limit';

export type Candidate = EventWithStories & {
  readonly matches: readonly TopicMatch[];
  readonly sourceCount: number;
  /** the version that the channel has seen; null when it has seen none */
  readonly seenVersion: number | null;
};

export type Decision = {
  readonly event: string;
  readonly title: string;
  readonly reason: Reason;
  readonly matches: readonly TopicMatch[];
  /** its stories, each with its own reason: one that is held may stand beside one that is chosen */
  readonly stories: readonly { readonly story: string; readonly reason: Reason }[];
};

type DecisionFacts = Pick<Decision, 'reason' | 'matches'> & { readonly at: string };

/** Stands for the title of what nobody may see. */
export const HIDDEN_TITLE = '(not shown)';

export type Selection = {
  /** best first */
  readonly chosen: readonly Candidate[];
  /** one for every event looked at, for `digest --dry-run` */
  readonly decisions: readonly Decision[];
};

/** An event as every channel with the same topics sees it at an instant. */
export type MatchedEvent = EventWithStories & {
  /** the stories that may be shown */
  readonly live: readonly Story[];
  readonly matches: readonly TopicMatch[];
  readonly sourceCount: number;
};

export type SelectionRequest = {
  /** from `matchEvents`, at the window's end */
  readonly matched: readonly MatchedEvent[];
  readonly window: Window;
  /** newest version of each event that the channel was shown */
  readonly shown: ReadonlyMap<string, number>;
};

function matchesOf(
  stories: readonly Story[],
  compiled: ReturnType<typeof compileTopics>,
): TopicMatch[] {
  const found = new Map<string, TopicMatch>();
  for (const story of stories) {
    if (story.current === null) continue;
    for (const match of matchTopics(compiled, story.current)) {
      const key = `${match.topic} ${match.by} ${match.entry}`;
      if (!found.has(key)) found.set(key, match);
    }
  }
  return [...found.values()];
}

/** Why a story may not be shown at `at` (ISO); null when it may. */
export function hiddenBecause(story: Story, at: string): Reason | null {
  if (isShowable(story, at)) return null;
  if (story.state !== 'held') return 'killed';
  const { current, heldUntil } = story;
  return heldUntil !== null || (current?.embargo ?? null) !== null ? 'under embargo' : 'held';
}

/** A decision with the reason of each story: its own, else that of its event. */
function decide({ event, stories }: EventWithStories, facts: DecisionFacts): Decision {
  const { reason, matches, at } = facts;
  // The title of what is killed or held is not for anybody's eyes.
  const isHidden = !stories.some((story) => isShowable(story, at));
  return {
    event: event.id,
    title: isHidden ? HIDDEN_TITLE : event.title,
    reason,
    matches,
    stories: stories.map((story) => {
      return { story: story.id, reason: hiddenBecause(story, at) ?? reason };
    }),
  };
}

/** The reason that keeps an event out before topics are asked; null when none does. */
function obstacle(request: SelectionRequest, { event, stories }: EventWithStories): Reason | null {
  const at = request.window.to;
  if (!stories.some((story) => isShowable(story, at))) {
    const whys = stories.map((story) => hiddenBecause(story, at));
    return (
      whys.find((why) => why === 'under embargo') ?? whys.find((why) => why === 'held') ?? 'killed'
    );
  }
  const changed = Date.parse(event.changedAt);
  const { from, to } = request.window;
  if (changed <= Date.parse(from) || changed > Date.parse(to)) return 'outside the window';
  if (event.background) return 'background of a first reading';
  const seen = request.shown.get(event.id);
  return seen !== undefined && seen >= event.version ? 'already shown' : null;
}

/**
 * What of the events may be shown at an instant (ISO), and which of the topics it matches: the part
 * of the selection that is the same for every channel with these topics.
 */
export function matchEvents(
  events: readonly EventWithStories[],
  topics: readonly Topic[],
  at: string,
): MatchedEvent[] {
  const compiled = compileTopics(topics);
  return events.map((each) => {
    const live = each.stories.filter((story) => isShowable(story, at));
    const matches = matchesOf(live, compiled);
    const sourceCount = matches.length === 0 ? 0 : countIndependentSources(live);
    return { ...each, live, matches, sourceCount };
  });
}

/** Decides for every event whether the edition takes it. Pure; the window's end is the clock. */
export function selectEvents(request: SelectionRequest): Selection {
  const candidates: Candidate[] = [];
  const decisions: Decision[] = [];
  for (const each of request.matched) {
    const { event, live, matches, sourceCount } = each;
    const why =
      obstacle(request, each) ?? (matches.length === 0 ? 'no topic of the channel' : null);
    if (why !== null) {
      decisions.push(decide(each, { reason: why, matches, at: request.window.to }));
      continue;
    }
    const seenVersion = request.shown.get(event.id) ?? null;
    candidates.push({ event, stories: live, matches, sourceCount, seenVersion });
  }
  const chosen = rankEvents(candidates, request.window.to);
  const all = new Map(request.matched.map((each) => [each.event.id, each]));
  for (const each of chosen) {
    const facts = { reason: 'chosen', matches: each.matches, at: request.window.to } as const;
    decisions.push(decide(all.get(each.event.id) ?? each, facts));
  }
  return { chosen, decisions };
}
