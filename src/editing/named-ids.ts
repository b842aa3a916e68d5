/** Ids that an order names in its own words: "ANNULE ET REMPLACE la dépêche bgx-0417-2026". */
import type { Signal } from '../news/take.ts';
import { saysReplaces } from './order-tongues.ts';
import { orderOfNote } from './orders.ts';

const ABOUT_OTHERS: readonly Signal[] = ['correction', 'withhold', 'kill'];
const LOOKED_AT_CHARACTERS = 600;
const IDS_MAX = 10;

/** What is to be used from now on stands behind such words. */
const INSTEAD =
  /(?<!\p{L})(?:please use|use (?:item|story|only)|instead|verwenden sie|utilis(?:er|ez)|usar|utilizzare)(?!\p{L})/iu;
const TOKEN = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}:._/-]{3,119}/gu;

/**
 * The ids that lines name which take other copy back or stand in for it. Only what begins with a letter
 * and holds a number that is no year is an id: times, days and names of events are none.
 * @param lines what stands at the top of the copy, in its notes and title
 * @param signal what the copy does
 */
export function idsNamed(lines: readonly string[], signal: Signal | null): string[] {
  if (signal === null || !ABOUT_OTHERS.includes(signal)) return [];
  const ids = lines
    .map((line) => line.slice(0, LOOKED_AT_CHARACTERS))
    .filter((line) => saysReplaces(line) || orderOfNote(line, []) !== null)
    .flatMap((line) => line.split(INSTEAD)[0]?.match(TOKEN) ?? [])
    .map((token) => token.replace(/[:._/-]+$/, ''))
    .filter((token) => isId(token));
  return [...new Set(ids)].slice(0, IDS_MAX);
}

function isId(token: string): boolean {
  const numbers = token.match(/\d+/g) ?? [];
  return numbers.some((each) => each.length >= 4 && !/^(?:19|20)\d\d$/.test(each));
}
