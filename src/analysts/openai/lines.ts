/** Lines of a model's reply turned into lines of a card: each is proven in its sentence or dropped. */
import type { Evidence, Figure, Moment, NextStep, Person, Place } from '../../news/card.ts';
import { findQuote } from '../../news/proof/quote.ts';
import { isStated, standingsOf } from '../../news/proof/stated.ts';
import { proofTokens } from '../../news/proof/tokens.ts';
import { isAhead, isFirm } from './ahead.ts';
import { cite, type Checked, type Citation, type Ground } from './cite.ts';
import { holderOf } from './holders.ts';
import { undecorated, unfit } from './plain.ts';
import { wrongIn } from './statements.ts';
import type { CardReply } from './schema.ts';

export function personLine(
  { name, role, organisation, ...cited }: CardReply['who'][number],
  ground: Ground,
): Checked<Person> {
  const place = cite(cited, ground);
  if (typeof place === 'string') return { error: place };
  const ugly = unfit(name) ?? unfit(role ?? '-') ?? unfit(organisation ?? '-');
  if (ugly) return { error: ugly };
  if (!/^\P{L}{0,2}\p{L}/u.test(name) || !proofTokens(name).some((token) => token.capital))
    return { error: `"${name.slice(0, 40)}" is no name` };
  const evidence = namedIn(name, place, ground);
  if (!evidence) return { error: `the name "${name.slice(0, 40)}" does not stand there` };
  const text = place.whole.evidence.quote;
  const held = role !== null && isStated(role, text) && holderOf(role, name, text, ground.people);
  const within =
    organisation !== null &&
    isStated(organisation, text) &&
    holderOf(organisation, name, text, ground.people);
  return {
    line: {
      name: name.trim(),
      role: held ? role.trim() : null,
      organisation: within && (held || role === null) ? organisation.trim() : null,
      evidence,
    },
  };
}

/** The quoted words when they hold the name, else the sentence, else the one that has it in full. */
function namedIn(name: string, { whole, span }: Citation, ground: Ground): Evidence[] | null {
  if (isStated(name, whole.evidence.quote, 1))
    return [isStated(name, span.quote, 1) ? span : whole.evidence];
  const last = proofTokens(name).at(-1);
  const surname = proofTokens(whole.evidence.quote).some(
    (token) => token.norm === last?.norm && token.capital,
  );
  if (!surname) return null;
  const full = ground.sentences.find(({ evidence }) => isStated(name, evidence.quote, 1));
  return full ? [full.evidence, whole.evidence] : null;
}

export function placeLine(line: CardReply['where'][number], ground: Ground): Checked<Place> {
  const place = cite(line, ground);
  if (typeof place === 'string') return { error: place };
  const ugly = unfit(line.place);
  if (ugly) return { error: ugly };
  if (!isStated(line.place, place.whole.evidence.quote, 1))
    return { error: `the place "${line.place.slice(0, 40)}" does not stand there` };
  return { line: { place: line.place.trim(), evidence: [holding(line.place, place)] } };
}

export function momentLine(line: CardReply['when'][number], ground: Ground): Checked<Moment> {
  const place = cite(line, ground);
  if (typeof place === 'string') return { error: place };
  const stated = undecorated(line.text);
  const found = findQuote(stated, place.whole.evidence.quote);
  if (!found || unfit(stated))
    return { error: `the time "${line.text.slice(0, 40)}" is not stated` };
  const text = place.whole.evidence.quote.slice(found.start, found.end);
  const evidence = [holding(stated, place)];
  return { line: { text, ...ground.dateOf(text, [place.whole.evidence]), evidence } };
}

function holding(value: string, { whole, span }: Citation): Evidence {
  return isStated(value, span.quote, 1) ? span : whole.evidence;
}

export function nextLine(line: CardReply['next'][number], ground: Ground): Checked<NextStep> {
  const place = cite(line, ground);
  if (typeof place === 'string') return { error: place };
  const evidence = [place.whole.evidence];
  const told = place.whole.evidence.quote;
  const text = undecorated(line.text);
  const wrong = wrongIn(text, evidence);
  if (wrong) return { error: wrong };
  if (!isAhead(told)) return { error: `${place.whole.sid} tells of nothing ahead` };
  const where = line.place !== null && !unfit(line.place) && isStated(line.place, told, 1);
  const found = line.when === null ? null : findQuote(line.when, told);
  const day = found ? told.slice(found.start, found.end) : '';
  return {
    line: {
      text,
      place: where ? (line.place?.trim() ?? null) : null,
      when: found ? { text: day, ...ground.dateOf(day, evidence) } : null,
      firm: line.firm && isFirm(told),
      evidence,
    },
  };
}

export function figureLine(line: CardReply['numbers'][number], ground: Ground): Checked<Figure> {
  const place = cite(line, ground);
  if (typeof place === 'string') return { error: place };
  const { evidence } = place.whole;
  const given = undecorated(line.text);
  const wrong = wrongIn(given, [evidence]);
  const text = wrong === null ? given : inCopysWords(given, evidence.quote);
  if (text === null) return { error: wrong ?? '' };
  const values = proofTokens(evidence.quote).map((token) => token.value);
  if (line.value !== null && !values.includes(line.value))
    return { error: `the value ${line.value} does not stand there` };
  if (!proofTokens(text).some((token) => token.value !== null))
    return { error: 'it states no number' };
  const unit = line.unit !== null && isStated(line.unit, evidence.quote);
  const { value } = line;
  return { line: { text, value, unit: unit ? line.unit : null, evidence: [evidence] } };
}

/** "More than", "up to", "at least": what bounds a number and stands before it. */
const BOUNDS =
  /(?:\b(?:more|less|fewer|greater|higher|lower|other) than|\b(?:up|close) to|\bat (?:least|most)|\bas (?:many|much|few|little|high|low) as|\b(?:over|under|about|around|above|below|nearly|almost|some|roughly|only|just|approximately))\s{1,3}[$€£¥]?$/i;
const MOST_BEFORE = 24;

/**
 * A figure that stands in the copy word for word but for the bound before it ("more than"): told with
 * that; null when it does not stand there so.
 */
function inCopysWords(text: string, copy: string): string | null {
  const words = proofTokens(copy);
  const [place, another] = standingsOf(text, words, 0);
  const first = words[place?.first ?? -1];
  const last = words[place?.last ?? -1];
  if (!first || !last || another || proofTokens(text)[0]?.value === null) return null;
  const bound = BOUNDS.exec(copy.slice(Math.max(0, first.start - MOST_BEFORE), first.start));
  if (!bound) return null;
  const told = copy.slice(first.start - bound[0].length, last.end);
  return wrongIn(told, [{ take: '', start: 0, end: 0, quote: copy }]) === null ? told : null;
}
