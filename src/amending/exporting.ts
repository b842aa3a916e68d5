/** Decided verdicts as labelled cases: what may be told of each is asked of stories and wires. */
import { storiesEver } from '../news/event.ts';
import { labelledCase, type CaseCopy, type LabelledCase } from '../editing/labelled-case.ts';
import { isShowable } from '../news/story.ts';
import type { Verdict } from '../news/verdict.ts';
import type { Store } from '../stores/store.ts';

/** Verdicts that one export writes at most, the newest. */
const CASES_MAX = 10_000;

export type ExportingParts = {
  readonly store: Store;
  /** wires whose stories may be written out, by name */
  readonly permitted: ReadonlySet<string>;
  /** now (ISO) */
  readonly at: string;
};

/** A case for every verdict that somebody has decided or that needs no decision. */
export async function labelledCases(parts: ExportingParts): Promise<LabelledCase[]> {
  const { store } = parts;
  const verdicts = await store.verdicts({ state: null, events: null, limit: CASES_MAX });
  const cases: LabelledCase[] = [];
  for (const verdict of verdicts)
    if (verdict.state !== 'waiting')
      cases.push(labelledCase(verdict, await copiesOf(parts, verdict)));
  return cases;
}

/** The takes of a verdict; the words of a killed or held story stay in the store. */
async function copiesOf(
  { store, permitted, at }: ExportingParts,
  verdict: Verdict,
): Promise<CaseCopy[]> {
  const ids = [verdict.event, verdict.other].flatMap((id) => id ?? []);
  const events = await store.events(ids);
  const stories = await store.stories([...new Set(events.flatMap(storiesEver))]);
  const others = stories.filter(({ event, formerEvents = [] }) =>
    [event, ...formerEvents].includes(verdict.other),
  );
  const takeIds = [...verdict.takes, ...others.flatMap(({ current }) => current?.id ?? [])];
  const takes = await store.takes([...new Set(takeIds)]);
  return takes.map((take) => {
    const story = stories.find((each) => each.takes.some(({ id }) => id === take.id));
    const sound = story !== undefined && isShowable(story, at);
    return { take, story: story?.id ?? null, mayTell: sound && permitted.has(take.wire) };
  });
}
