/**
 * Next steps of short stories, each of them full of ways to announce what comes: found, firm or soft as
 * the copy has it, dated, and nothing told that is no step.
 *
 * `dev.txt` may be read by whoever works on the rules; `held-out.txt` is for measuring only. A story is
 * `=== name`, its headline, its paragraphs and a line for each label: `+` firm, `~` soft, each with its
 * date (`-` for none) and words of its sentence; `!` words of what is no step.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyst } from '../../../src/analysts/analyst.ts';
import { clean } from '../../../src/editing/clean.ts';
import { blankCopy } from '../../../src/news/take.ts';
import { EVENT, storyOf } from '../../analysts/story.ts';
import { scoreNext } from '../cards/facts.ts';
import type { Step } from '../cards/labels.ts';
import { holds } from '../cards/matching.ts';
import { counted, scored, type Count, type Half, type Scored } from '../measure.ts';

type Short = {
  readonly name: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly next: readonly Step[];
  readonly none: readonly string[];
};

type Label = { readonly kind: string; readonly date: string | null; readonly phrase: string };

const LABEL = /^(?<kind>[+~!]) (?:(?<date>-|\d{4}(?:-\d\d){0,2}) )?(?<phrase>.+)$/;

/** Scores an analyst on one half. Of the held-out half no failure is told. */
export async function scoreSteps(half: Half, analyst: Analyst): Promise<Scored> {
  const counts: Count[] = [];
  for (const short of shortStories(half)) counts.push(...(await scoreShort(short, analyst)));
  const named = counts.map((count) => ({ ...count, measure: `short stories, ${count.measure}` }));
  return scored(half, named, () => null);
}

async function scoreShort(short: Short, analyst: Analyst): Promise<Count[]> {
  const { name, headline, paragraphs, next, none } = short;
  const copy = { ...blankCopy('text'), guid: name, headline, paragraphs };
  const take = clean(copy, { wire: 'desk', provider: null, file: null });
  const card = await analyst.card({ event: EVENT, stories: [storyOf(take)] });
  const wrong = (phrase: string): boolean =>
    card.next.some(({ text, firm }) => firm && holds(text, phrase));
  return [
    ...scoreNext({ next }, card),
    counted(
      'what is no step not shown as firm',
      none.map((phrase) => ({ right: !wrong(phrase), told: `no step: "${phrase}"` })),
    ),
  ].map((count) => ({ ...count, misses: count.misses.map((miss) => `[${name}] ${miss}`) }));
}

function shortStories(half: Half): Short[] {
  const text = readFileSync(join(import.meta.dirname, `${half}.txt`), 'utf8');
  return text.split(/^=== /m).slice(1).map(shortStory);
}

function shortStory(written: string): Short {
  const [name = '', headline = '', ...lines] = written.trim().split('\n');
  const labels = lines.flatMap((line): Label[] => {
    const { kind = '', date = '-', phrase = '' } = LABEL.exec(line)?.groups ?? {};
    return kind === '' ? [] : [{ kind, date: date === '-' ? null : date, phrase }];
  });
  return {
    name,
    headline,
    paragraphs: lines.filter((line) => !LABEL.test(line)),
    next: labels
      .filter(({ kind }) => kind !== '!')
      .map(({ kind, date, phrase }) => ({
        phrases: [phrase],
        date,
        firm: kind === '+',
        place: null,
      })),
    none: labels.filter(({ kind }) => kind === '!').map(({ phrase }) => phrase),
  };
}
