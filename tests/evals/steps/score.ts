/**
 * Short stories, each of them full of ways to announce what comes: next steps found, firm or soft as the
 * copy has it, dated, and nothing told that is no step. The second and third sets say as well what stays
 * open and where it happened; the third and the fourth were written before anybody saw what the rules make of
 * them, the fourth in trades and styles that the others have not.
 *
 * `dev.txt` and all `*-dev.txt` may be read by whoever works on the rules; `held-out.txt`
 * and all `*-aside.txt` are for measuring only. A story is `=== name`, its headline, its paragraphs and a
 * line for each label: `+` firm, `~` soft, each with its date (`-` for none) and words of its sentence;
 * `!` words of what is no step; `?` words of what stays open; `@` a right name for the place.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyst } from '../../../src/analysts/analyst.ts';
import { clean } from '../../../src/editing/clean.ts';
import type { Card } from '../../../src/news/card.ts';
import { blankCopy, type Take } from '../../../src/news/take.ts';
import { EVENT, storyOf } from '../../analysts/story.ts';
import { scoreNext, scoreOpen, scoreWhere } from '../cards/facts.ts';
import type { Step } from '../cards/labels.ts';
import { holds } from '../cards/matching.ts';
import { counted, scored, type Count, type Half, type Scored } from '../measure.ts';

type Short = {
  readonly name: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly next: readonly Step[];
  readonly none: readonly string[];
  readonly open: readonly string[];
  readonly where: readonly string[];
};

type Label = { readonly kind: string; readonly date: string | null; readonly phrase: string };

const LABEL = /^(?<kind>[+~!?@]) (?:(?<date>-|\d{4}(?:-\d\d){0,2}) )?(?<phrase>.+)$/;

/** Scores an analyst on one half. Of the held-out half no failure is told. */
export async function scoreSteps(half: Half, analyst: Analyst): Promise<Scored> {
  const counts: Count[] = [];
  for (const short of shortStories(half)) {
    const found = scoreShort(short, await cardOf(short, analyst));
    counts.push(...named('short stories', short, found));
  }
  for (const set of ['second', 'third', 'fourth'])
    for (const short of shortStories(`${set}-${SUFFIX[half]}`)) {
      const card = await cardOf(short, analyst);
      const found = [
        ...scoreShort(short, card),
        ...scoreOpen(short, card),
        ...scoreWhere(short, card),
      ];
      counts.push(...named(`${set} short stories`, short, found));
    }
  return scored(half, counts, () => null);
}

/** How the halves of the later sets are called. */
const SUFFIX = { dev: 'dev', 'held-out': 'aside' } as const;

function named(set: string, { name }: Short, counts: readonly Count[]): Count[] {
  return counts.map(({ measure, misses, ...rest }) => ({
    ...rest,
    measure: `${set}, ${measure}`,
    misses: misses.map((miss) => `[${name}] ${miss}`),
  }));
}

/** A short story as it comes over a wire. */
export function takeOf({ name, headline, paragraphs }: Short): Take {
  const copy = { ...blankCopy('text'), guid: name, headline, paragraphs };
  return clean(copy, { wire: 'desk', provider: null, file: null });
}

const cardOf = (short: Short, analyst: Analyst): Promise<Card> =>
  analyst.card({ event: EVENT, stories: [storyOf(takeOf(short))] });

function scoreShort({ next, none }: Short, card: Card): Count[] {
  const wrong = (phrase: string): boolean =>
    card.next.some(({ text, firm }) => firm && holds(text, phrase));
  return [
    ...scoreNext({ next }, card),
    counted(
      'what is no step not shown as firm',
      none.map((phrase) => ({ right: !wrong(phrase), told: `no step: "${phrase}"` })),
    ),
  ];
}

/** The stories of a file, such as `dev`. */
export function shortStories(file: string): Short[] {
  const text = readFileSync(join(import.meta.dirname, `${file}.txt`), 'utf8');
  return text.split(/^=== /m).slice(1).map(shortStory);
}

function shortStory(written: string): Short {
  const [name = '', headline = '', ...lines] = written.trim().split('\n');
  const labels = lines.flatMap((line): Label[] => {
    const { kind = '', date = '-', phrase = '' } = LABEL.exec(line)?.groups ?? {};
    return kind === '' ? [] : [{ kind, date: date === '-' ? null : date, phrase }];
  });
  const phrasesOf = (kind: string): string[] =>
    labels.filter((label) => label.kind === kind).map(({ phrase }) => phrase);
  return {
    name,
    headline,
    paragraphs: lines.filter((line) => line !== '' && !LABEL.test(line)),
    next: labels
      .filter(({ kind }) => kind === '+' || kind === '~')
      .map(({ kind, date, phrase }) => ({
        phrases: [phrase],
        date,
        firm: kind === '+',
        place: null,
      })),
    none: phrasesOf('!'),
    open: phrasesOf('?'),
    where: phrasesOf('@'),
  };
}
