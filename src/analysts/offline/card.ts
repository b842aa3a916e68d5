/** A card from the studies of an event's stories: the newest copy leads, the others add to it. */
import type { CardRequest } from '../analyst.ts';
import { sourceOf } from '../../news/source.ts';
import type { Card, Section } from '../../news/card.ts';
import type { MergedSection } from '../merge.ts';
import type { Study } from './facts/study.ts';
import { momentsOf } from './facts/when.ts';
import { nextStepsOf } from './facts/next.ts';
import { figuresOf } from './facts/numbers.ts';
import { openIssuesOf } from './facts/open.ts';
import { outcomesOf } from './facts/outcome.ts';
import { placesOf } from './facts/where.ts';
import { peopleOf } from './facts/who.ts';
import { quotesOf } from './facts/quotes.ts';
import { summaryOf } from './facts/summary.ts';

/** Most lines of each section: people in full, the other sections their best. */
const MOST = { who: 12, where: 3, when: 2, outcome: 4, open: 5, next: 8, numbers: 8, quotes: 12 };
/** Stories that are read for one card; the others are named among its sources. */
const MOST_READ = 8;

/** Facts of one take; an extractor that does not apply gives none. */
export type TakeFacts = Pick<Card, Section>;

/** All facts of one take. Copy in another language gives its first sentences and nothing else. */
export function factsOf(study: Study): TakeFacts {
  const summary = summaryOf(study);
  if (!study.english)
    return {
      summary,
      who: [],
      where: [],
      when: [],
      outcome: [],
      open: [],
      next: [],
      numbers: [],
      quotes: [],
    };
  return {
    summary,
    who: peopleOf(study),
    where: placesOf(study),
    when: momentsOf(study),
    outcome: outcomesOf(study),
    open: openIssuesOf(study),
    next: nextStepsOf(study),
    numbers: figuresOf(study),
    quotes: quotesOf(study),
  };
}

/** One take as it was read: its study, and its facts. */
export type ReadFacts = { readonly study: Study; readonly facts: TakeFacts };

/**
 * The card of an event. What compares stories is loaded for several only, since every start of a command
 * would pay for it.
 * @param read the readings of the stories' copy, in the order of the stories
 */
export async function cardFrom(request: CardRequest, read: readonly ReadFacts[]): Promise<Card> {
  const looked = read.slice(0, MOST_READ);
  const all = looked.map(({ facts }) => facts);
  const merged = looked.length === 1 ? null : await mergingOf(looked);
  const section = <Name extends MergedSection>(name: Name): Card[Name] => {
    const lines = merged?.(name) ?? all[0]?.[name] ?? [];
    return lines.slice(0, MOST[name]) as unknown as Card[Name];
  };
  const title = request.stories[0]?.current.headline ?? request.event.title;
  return {
    title: title.trim() === '' ? request.event.title : title,
    summary: all.find((facts) => facts.summary.length > 0)?.summary ?? [],
    who: section('who'),
    where: section('where'),
    when: section('when'),
    outcome: section('outcome'),
    open: section('open'),
    next: section('next'),
    numbers: section('numbers'),
    quotes: section('quotes'),
    ...(await pointsOf(looked)),
    sources: request.stories.map((story) => sourceOf(story.current)),
    origin: { analyst: 'offline', model: null, prompt: null, dropped: 0, note: noteOf(read) },
  };
}

/** The lines of each section that the stories tell together. */
async function mergingOf(read: readonly ReadFacts[]) {
  const { mergedLines, sourceOfTakes } = await import('../merge.ts');
  const tellers = sourceOfTakes(read.map(({ study }) => study.take));
  return <Name extends MergedSection>(name: Name) =>
    mergedLines(
      name,
      read.map(({ facts }) => facts[name]),
      tellers,
    );
}

/** What the sources say alike and differently; an event of one story compares nothing. */
async function pointsOf(
  read: readonly ReadFacts[],
): Promise<Pick<Card, 'conflicts' | 'agreements'>> {
  if (read.length < 2) return {};
  const { compared } = await import('./claims/points.ts');
  const { toldIn } = await import('./claims/told.ts');
  const { conflicts, agreements } = compared(read.map(({ study }) => toldIn(study)));
  return {
    ...(conflicts.length > 0 ? { conflicts } : {}),
    ...(agreements.length > 0 ? { agreements } : {}),
  };
}

function noteOf(read: readonly { readonly study: Study }[]): string | null {
  if (read.length === 0) return 'headline only';
  if (read.every(({ study }) => !study.english)) return 'not in English';
  if (read.every(({ study }) => study.thin)) return 'headline only';
  return null;
}
