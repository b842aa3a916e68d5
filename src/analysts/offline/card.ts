/** A card from the studies of an event's stories: the newest copy leads, the others add to it. */
import type { CardRequest } from '../analyst.ts';
import { sourceOf } from '../source.ts';
import type { Card, Evidence } from '../../news/card.ts';
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
const MOST = { who: 12, where: 3, when: 2, outcome: 4, open: 5, next: 5, numbers: 8, quotes: 12 };
/** Stories that are read for one card; the others are named among its sources. */
const MOST_READ = 8;

type Fact = { readonly evidence: readonly Evidence[] };

/** Facts of one take; an extractor that does not apply gives none. */
export type TakeFacts = Omit<Card, 'title' | 'sources' | 'origin'>;

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

/** The card of an event. `facts` are those of the stories' copy, in the order of the stories. */
export function cardFrom(
  request: CardRequest,
  read: readonly { readonly study: Study; readonly facts: TakeFacts }[],
): Card {
  const all = read.slice(0, MOST_READ).map(({ facts }) => facts);
  const title = request.stories[0]?.current.headline ?? request.event.title;
  return {
    title: title.trim() === '' ? request.event.title : title,
    summary: all.find((facts) => facts.summary.length > 0)?.summary ?? [],
    who: merged(all, 'who', (line) => nameKey(line.name)),
    where: merged(all, 'where', (line) => nameKey(line.place)),
    when: merged(all, 'when', (line) => line.date ?? line.text.toLowerCase()),
    outcome: merged(all, 'outcome', (line) => textKey(line.text)),
    open: merged(all, 'open', (line) => textKey(line.text)),
    next: merged(
      all,
      'next',
      (line) => `${line.when?.date ?? textKey(line.text)}|${line.place ?? ''}`,
    ),
    numbers: merged(all, 'numbers', (line) => `${line.value ?? line.text}|${line.unit ?? ''}`),
    quotes: merged(all, 'quotes', (line) => textKey(line.text)),
    sources: request.stories.map((story) => sourceOf(story.current)),
    origin: { analyst: 'offline', model: null, prompt: null, dropped: 0, note: noteOf(read) },
  };
}

type Section = keyof typeof MOST;

/** Lines of all takes; a line told again adds its evidence to the first. */
function merged<Name extends Section>(
  all: readonly TakeFacts[],
  section: Name,
  keyOf: (line: TakeFacts[Name][number]) => string,
): TakeFacts[Name][number][] {
  type Line = TakeFacts[Name][number];
  const [only] = all;
  if (all.length === 1 && only) return only[section].slice(0, MOST[section]) as Line[];
  const lines = new Map<string, Line>();
  for (const facts of all)
    for (const line of facts[section] as readonly Line[]) {
      const key = keyOf(line);
      const known = lines.get(key);
      lines.set(key, known ? withEvidence(known, line) : line);
    }
  return [...lines.values()].slice(0, MOST[section]);
}

const MOST_EVIDENCE = 8;

function withEvidence<Line extends Fact>(known: Line, more: Line): Line {
  return {
    ...more,
    ...known,
    evidence: [...known.evidence, ...more.evidence].slice(0, MOST_EVIDENCE),
  };
}

function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function textKey(text: string): string {
  return nameKey(text).split(' ').slice(0, 40).join(' ');
}

function noteOf(read: readonly { readonly study: Study }[]): string | null {
  if (read.length === 0) return 'headline only';
  if (read.every(({ study }) => !study.english)) return 'not in English';
  if (read.every(({ study }) => study.thin)) return 'headline only';
  return null;
}
