/**
 * Who, what, where and when of the Giveme5W1H gold set: the first answer of a card against any phrase
 * that people marked. An answer is right when its words share an F1 of .34 or more with a phrase, or
 * one holds the other. What a card says first of what happened is its title; the first sentence of its
outcome or summary is told beside it. The set is not part of the project.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyst } from '../../../src/analysts/analyst.ts';
import { clean } from '../../../src/editing/clean.ts';
import type { Card } from '../../../src/news/card.ts';
import { blankCopy } from '../../../src/news/take.ts';
import { EVENT, storyOf } from '../../analysts/story.ts';
import { holds, wordF1 } from '../cards/matching.ts';
import { counted, summed, type Count, type Measure } from '../measure.ts';

const LENIENT_F1 = 0.34;
const TARGETS = { who: 0.78, what: 0.6, where: 0.68, when: 0.68 } as const;
type Slot = keyof typeof TARGETS;

type Phrase = { readonly text?: string; readonly parsed?: string };
export type GoldDocument = {
  readonly dId: string;
  readonly title: string;
  readonly text: string;
  readonly date_publish: string | null;
  readonly fiveWoneH: Readonly<Record<Slot, { readonly annotated?: readonly Phrase[] }>>;
};

/** Scores an analyst on the documents of `giveme5w1h/gold` below the data folder. */
export async function scoreFiveWs(dataFolder: string, analyst: Analyst): Promise<Measure[]> {
  const folder = join(dataFolder, 'giveme5w1h/gold');
  const counts: Count[] = [];
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const document = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldDocument;
    counts.push(...scoreDocument(document, await cardOf(document, analyst)));
  }
  return summed(counts).map(({ measure, right, of }) => ({
    measure: `Giveme5W1H ${measure}`,
    value: of === 0 ? 0 : right / of,
    target: TARGETS[measure as Slot] ?? null,
  }));
}

async function cardOf(document: GoldDocument, analyst: Analyst): Promise<Card> {
  const copy = {
    ...blankCopy('html'),
    guid: document.dId,
    headline: document.title,
    sentAt: instantOf(document.date_publish),
    paragraphs: document.text.split(/\n+/).filter((paragraph) => paragraph.trim() !== ''),
  };
  const take = clean(copy, { wire: 'gold', provider: null, file: null });
  return analyst.card({ event: EVENT, stories: [storyOf(take)] });
}

/** "2016-11-09 00:00:00" as an instant; null for what is no date. */
function instantOf(written: string | null): string | null {
  const ms = Date.parse(`${(written ?? '').trim().replace(' ', 'T')}Z`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** The four answers of a card against a document's phrases; slots without a phrase are left out. */
export function scoreDocument({ fiveWoneH }: GoldDocument, card: Card): Count[] {
  const when = card.when[0];
  const answers: readonly (readonly [Slot, string, string])[] = [
    ['who', 'who', card.who[0]?.name ?? ''],
    ['what', 'what', card.title],
    ['what', 'what, first sentence', card.outcome[0]?.text ?? card.summary[0]?.text ?? ''],
    ['where', 'where', card.where[0]?.place ?? ''],
    ['when', 'when', when?.text ?? ''],
  ];
  return answers.map(([slot, measure, answer]) => {
    const phrases = (fiveWoneH[slot].annotated ?? []).filter(({ text }) => text);
    const day = slot === 'when' ? (when?.date ?? null) : null;
    const right = phrases.some((phrase) => isAnswer(answer, phrase, day));
    return counted(measure, phrases.length === 0 ? [] : [{ right, told: answer }]);
  });
}

function isAnswer(answer: string, { text = '', parsed }: Phrase, day: string | null): boolean {
  if (day !== null && parsed !== undefined && parsed.startsWith(day)) return true;
  return holds(answer, text) || holds(text, answer) || wordF1(answer, text) >= LENIENT_F1;
}
