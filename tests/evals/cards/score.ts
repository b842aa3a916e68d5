/** One half of our labelled stories, read by an analyst and scored. */
import type { Analyst } from '../../../src/analysts/analyst.ts';
import type { Card } from '../../../src/news/card.ts';
import { EVENT } from '../../analysts/story.ts';
import { counted, scored, type Count, type Half, type Scored } from '../measure.ts';
import {
  scoreBasics,
  scoreForm,
  scoreNext,
  scoreOpen,
  scorePeople,
  scoreQuotes,
  scoreSentences,
} from './facts.ts';
import { casesOf, type Case } from './labels.ts';
import { holds, isSameName } from './matching.ts';
import { scoreOverAll, scoreWithin } from './questions.ts';
import { reachOf } from './targets.ts';

/** Scores an analyst on a half. Of the held-out half no failure is told. */
export async function scoreCards(half: Half, analyst: Analyst): Promise<Scored> {
  const cases = casesOf(half);
  const counts: Count[] = [];
  for (const each of cases) counts.push(...(await scoreCase(analyst, each)));
  counts.push(...(await scoreOverAll(analyst, cases)));
  return scored(half, counts, reachOf);
}

async function scoreCase(analyst: Analyst, each: Case): Promise<Count[]> {
  const { labels, take, story, name } = each;
  const card = await analyst.card({ event: EVENT, stories: [story] });
  const facts = each.foreign
    ? [scoreForeign(each, card)]
    : [
        ...scorePeople(labels, card),
        ...scoreNext(labels, card),
        ...scoreQuotes(labels, card, take.text),
        ...scoreOpen(labels, card),
        ...scoreBasics(labels, card),
        ...scoreSentences(labels, take.text),
        ...(await scoreWithin(analyst, each)),
      ];
  const counts = [...scoreForm(card, take.text), ...facts];
  return counts.map((count) => ({
    ...count,
    misses: count.misses.map((miss) => `[${name}] ${miss}`),
  }));
}

/** The rules read English: of other copy a card may say little, but nothing that is not so. */
function scoreForeign({ labels }: Case, card: Card): Count {
  const wrongPeople = card.who.filter(
    ({ name }) => !labels.people.some((each) => isSameName(each.name, name)),
  );
  const wrongQuotes = card.quotes.filter(
    ({ text }) => !labels.quotes.some(({ start }) => holds(text, start)),
  );
  const right = card.summary.length > 0 && wrongPeople.length + wrongQuotes.length === 0;
  const told = [...wrongPeople.map(({ name }) => name), ...wrongQuotes.map(({ text }) => text)];
  return counted('copy in another language: nothing made up', [{ right, told: told.join('; ') }]);
}
