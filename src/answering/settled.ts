/**
 * An answer that quotes what was announced, when later copy has moved it or called it off since: the
 * sentence that did so stands first, and the announcement no longer stands as if nothing had happened.
 */
import type { ReadableStory } from '../analysts/analyst.ts';
import { newsOfSteps, sentenceStep } from '../amending/rescheduling.ts';
import { fateAsked } from '../editing/asked-fate.ts';
import { restsOnHidden } from '../editing/facts.ts';
import { standingEvent } from '../filing/regrouping.ts';
import type { Answer } from '../news/answer.ts';
import type { Evidence } from '../news/card.ts';
import type { Event } from '../news/event.ts';
import type { Story } from '../news/story.ts';
import { sourceOf } from '../news/source.ts';
import type { Take } from '../news/take.ts';
import type { Store } from '../stores/store.ts';

/** Words by which a sentence speaks of something ahead. */
const AHEAD =
  /\b(?:will|shall|to be|(?:is|are|was|were) (?:to|due|set|scheduled|expected|planned)|plans? to|planned|planning|agreed to|intends? to|vote[sd]?(?: on \w+)? to|scheduled|due (?:to|on|in|at)|next)\b/i;
/** What stands before what was announced. */
const BEFORE = 'Told before that:';

/** A sentence of later copy that changes what was announced, and the story that tells it. */
type Change = { readonly evidence: Evidence; readonly source: Answer['stories'][number] };

/** The answer with what has changed since in what it announces. */
export async function settledAnswer(store: Store, answer: Answer, at: string): Promise<Answer> {
  const ahead = answer.evidence.filter(({ quote }) => AHEAD.test(quote));
  if (answer.abstained || ahead.length === 0) return answer;
  const tellers = await store.stories(answer.stories.map(({ story }) => story));
  const changes = new Map<Evidence, Change>();
  for (const sentence of ahead) {
    const change = await changeOf(store, tellers, sentence, at);
    if (change !== null) changes.set(sentence, change);
  }
  return changes.size === 0 ? answer : rewritten(answer, changes);
}

/** What changes that which this sentence announces; null when nothing does, or it does so itself. */
async function changeOf(
  store: Store,
  tellers: readonly Story[],
  sentence: Evidence,
  at: string,
): Promise<Change | null> {
  const story = tellers.find(({ current }) => current?.id === sentence.take);
  const found = story?.event ? await store.event(story.event) : null;
  if (!story?.current || found === null) return null;
  const event: Event = await standingEvent(store, found);
  // nothing is over for whoever asks of it: a change counts however long ago it was told
  const today = (story.current.sentAt ?? event.firstAt).slice(0, 10);
  const { news } = await newsOfSteps(store, event, [sentenceStep(sentence)], at, { today });
  const change = news[0]?.change;
  if (!change || placeOf(change.evidence) === placeOf(sentence)) return null;
  const teller = await store.event(change.event);
  const telling = await store.stories(teller?.stories ?? []);
  const by = telling.find(({ current }) => current?.id === change.evidence.take);
  return by?.current ? { evidence: change.evidence, source: tellerOf(by, by.current) } : null;
}

/**
 * The answer to whether something arranged comes about, from the sentence that tells what became of it;
 * null when it is not asked or not told.
 */
export async function answerOfFate(
  store: Store,
  question: string,
  stories: readonly ReadableStory[],
): Promise<Answer | null> {
  const told = fateAsked(question, stories);
  if (told === null) return null;
  const { story, evidence } = told;
  const event = story.event === null ? null : await store.event(story.event);
  if (restsOnHidden([evidence], event?.hidden ?? [])) return null;
  const source = tellerOf(story, story.current);
  return { answer: evidence.quote, abstained: false, evidence: [evidence], stories: [source] };
}

const placeOf = ({ take, start }: Evidence): string => `${take} ${start}`;

function tellerOf({ id, event }: Story, take: Take): Change['source'] {
  return { ...sourceOf(take), story: id, event };
}

/**
 * What changed an announcement stands where that stood, and the announcement behind it. Of lines that a
 * model wrote it is not known which tells it: there the change comes first.
 */
function rewritten(answer: Answer, changes: ReadonlyMap<Evidence, Change>): Answer {
  const newest = [
    ...new Map([...changes.values()].map((each) => [each.evidence.quote, each])).values(),
  ];
  const lines = withoutHeadings(answer.answer.split('\n'), changes);
  const changeOfLine = new Map(
    [...changes].map(([{ quote }, { evidence }]) => [quote, evidence.quote]),
  );
  const isWritten = ![...changeOfLine.keys()].every((quote) => lines.includes(quote));
  const quotes = new Set(answer.evidence.map(({ quote }) => quote));
  const before = lines.filter((line) => changeOfLine.has(line) || (isWritten && !quotes.has(line)));
  const now = [
    ...(isWritten ? newest.map(({ evidence }) => evidence.quote) : []),
    ...lines.flatMap((line) => (before.includes(line) ? (changeOfLine.get(line) ?? []) : line)),
  ];
  const places = new Set(newest.map(({ evidence }) => placeOf(evidence)));
  const stories = [...newest.map(({ source }) => source), ...answer.stories];
  return {
    ...answer,
    answer: [...new Set(now), ...(before.length === 0 ? [] : [BEFORE, ...before])].join('\n'),
    evidence: [
      ...newest.map(({ evidence }) => evidence),
      ...answer.evidence.filter((each) => !places.has(placeOf(each))),
    ],
    stories: [...new Map(stories.map((each) => [each.story, each])).values()],
  };
}

/** Without a heading that stood over what was changed since: it says that no more is told. */
function withoutHeadings(
  lines: readonly string[],
  changes: ReadonlyMap<Evidence, Change>,
): string[] {
  const changed = new Set([...changes.keys()].map(({ quote }) => quote));
  return lines.filter((line, at) => !(line.endsWith(':') && changed.has(lines[at + 1] ?? '')));
}
