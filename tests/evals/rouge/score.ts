/** ROUGE of the offline summaries over the lead of equal length, against labelled true summaries. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyst } from '../../../src/analysts/analyst.ts';
import { clean } from '../../../src/editing/clean.ts';
import type { Take } from '../../../src/news/take.ts';
import { parsed } from '../../wires/formats/parsed.ts';
import { EVENT, storyOf } from '../../analysts/story.ts';
import type { Measure } from '../measure.ts';

type Pair = { readonly doc: string; readonly summary: string; readonly label: 0 | 1 };

const PAIRS_FILE = 'summedits/news-dev.json';
const REFERENCES_MAX = 10;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** F1 of n-grams, each counted as often as it stands in both. */
export function rougeN(text: string, reference: string, size: number): number {
  const [one, other] = [gramsOf(text, size), gramsOf(reference, size)];
  let shared = 0;
  for (const [gram, count] of one) shared += Math.min(count, other.get(gram) ?? 0);
  const total = (grams: ReadonlyMap<string, number>): number =>
    [...grams.values()].reduce((sum, count) => sum + count, 0);
  return (2 * shared) / Math.max(1, total(one) + total(other));
}

function gramsOf(text: string, size: number): Map<string, number> {
  const words = wordsOf(text);
  const grams = new Map<string, number>();
  for (let at = 0; at + size <= words.length; at += 1) {
    const gram = words.slice(at, at + size).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** F1 of the longest common subsequence of words. */
export function rougeL(text: string, reference: string): number {
  const [one, other] = [wordsOf(text), wordsOf(reference)];
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (let at = 0; at < other.length; at += 1)
      next.push(
        word === other[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0),
      );
    row = next;
  }
  return (2 * (row.at(-1) ?? 0)) / Math.max(1, one.length + other.length);
}

/** The mean gain over the lead in points, and the lower end of its 95 % interval (target: above 0). */
export async function scoreRouge(dataFolder: string, analyst: Analyst): Promise<Measure[]> {
  const pairs = JSON.parse(readFileSync(join(dataFolder, PAIRS_FILE), 'utf8')) as Pair[];
  const gains: Record<'1' | '2' | 'L', number[]> = { 1: [], 2: [], L: [] };
  for (const doc of new Set(pairs.map((pair) => pair.doc))) {
    const take = takeOf(doc);
    const card = await analyst.card({ event: EVENT, stories: [storyOf(take)] });
    const summary = card.summary.map(({ text }) => text).join(' ');
    const lead = take.text.split(/\s+/).slice(0, summary.split(/\s+/).length).join(' ');
    const own = pairs.filter((pair) => pair.doc === doc && pair.label === 1);
    for (const { summary: reference } of own.slice(0, REFERENCES_MAX)) {
      gains[1].push(rougeN(summary, reference, 1) - rougeN(lead, reference, 1));
      gains[2].push(rougeN(summary, reference, 2) - rougeN(lead, reference, 2));
      gains.L.push(rougeL(summary, reference) - rougeL(lead, reference));
    }
  }
  return Object.entries(gains).flatMap(([kind, values]) => {
    const { mean, low } = intervalOf(values);
    const name = `ROUGE-${kind} over equal lead`;
    return [
      { measure: `${name}, points`, value: mean * 100, target: kind === '2' ? 1.1 : 1.4 },
      { measure: `${name}, low end of 95 %`, value: low * 100, target: null },
    ];
  });
}

/** A document as the desk takes it in: the lead is that of the cleaned copy, which is the better one. */
function takeOf(document: string): Take {
  const place = { wire: 'labelled', provider: null, file: null };
  const source = { bytes: Buffer.from(document), contentType: null, baseUrl: null };
  return clean(parsed(source).copies[0]!, place);
}

function intervalOf(values: readonly number[]): { mean: number; low: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / Math.max(1, values.length - 1) / Math.max(1, values.length));
  return { mean, low: mean - 1.96 * error };
}
