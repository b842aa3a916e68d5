/** Quotations of a model's reply: words that stand between quotation marks, and who said them. */
import type { Evidence, Quotation } from '../../news/card.ts';
import { isNegator } from '../../news/proof/cues.ts';
import { isStated, standingsOf } from '../../news/proof/stated.ts';
import { proofTokens } from '../../news/proof/tokens.ts';
import { cite, type Checked, type Citation, type Ground } from './cite.ts';
import type { NumberedSentence } from './copy.ts';
import { quotedPart } from './holders.ts';
import { unfit, unfitQuotation } from './plain.ts';
import type { CardReply } from './schema.ts';

export function quotationLine(
  line: CardReply['quotes'][number],
  ground: Ground,
): Checked<Quotation> {
  const place = line.quote.trim() === '' ? 'it quotes no words' : cite(line, ground);
  if (typeof place === 'string') return { error: place };
  const text = ground.texts.get(place.span.take) ?? '';
  const span = quotedPart(text, place.span);
  if (!span) return { error: 'those words stand in no quotation marks' };
  const turned = turnedBy(text, span);
  if (turned !== null) return { error: `it leaves out "${turned}", which turns what is said` };
  const ugly = unfitQuotation(span.quote);
  if (ugly) return { error: ugly };
  const speaker = line.speaker?.trim() ?? null;
  const by = speaker === null ? null : provenBy(speaker, { ...place, span }, ground);
  const evidence = [span, ...(by ?? []).filter((each) => !isWithin(span, each))];
  return { line: { text: span.quote, speaker: by ? speaker : null, evidence } };
}

/** Where a sentence of somebody's words begins or ends. */
const BORDER = /["“”„«».!?\n]/;
const LEFT_OUT_MAX = 400;
const CONDITION = /^(?:if|unless|whether|provided)$/;

/** The word of the same quoted sentence that the span leaves out and that turns it: "not", "if"; null for none. */
function turnedBy(text: string, { start, end }: Evidence): string | null {
  const before = text.slice(Math.max(0, start - LEFT_OUT_MAX), start);
  const behind = text.slice(end, end + LEFT_OUT_MAX);
  const from = before.split(BORDER).at(-1) ?? '';
  const to = BORDER.test(text[end - 1] ?? '') ? '' : (behind.split(BORDER, 1)[0] ?? '');
  const turning =
    proofTokens(from).find(({ norm }) => isNegator(norm) || CONDITION.test(norm)) ??
    proofTokens(to).find(({ norm }) => CONDITION.test(norm));
  return turning?.norm ?? null;
}

/** A whole sentence around the quoted words adds nothing to them. */
const isWithin = (inner: Evidence, outer: Evidence): boolean =>
  inner.take === outer.take && outer.start <= inner.start && inner.end <= outer.end;

/** What proves that somebody said it: the sentence that names them; null where nothing does. */
function provenBy(speaker: string, { whole, span }: Citation, ground: Ground): Evidence[] | null {
  if (unfit(speaker) !== null) return null;
  const known = ground.quoted.find(
    (each) =>
      each.speaker !== null &&
      isSamePerson(each.speaker, speaker) &&
      each.evidence.some((mark) => overlaps(mark, span)),
  );
  if (known) return [...known.evidence].filter((mark) => !overlaps(mark, span));
  if (!proofTokens(speaker).some(({ capital }) => capital))
    return isSaying(speaker, outside(whole, span)) ? [whole.evidence] : null;
  if (!ground.sentences.some(({ evidence }) => isStated(speaker, evidence.quote, 1))) return null;
  const at = ground.sentences.indexOf(whole);
  const near = [whole, ground.sentences[at - 1], ground.sentences[at + 1]];
  const named = near.find(
    (each) => each?.evidence.take === span.take && isNamedIn(speaker, each.evidence.quote, ground),
  );
  const isOther = ground.people.some(
    (person) =>
      !isStated(person, speaker) &&
      !isStated(speaker, person) &&
      isNamedIn(person, outside(whole, span), ground),
  );
  return named === undefined || (isOther && named !== whole) ? null : [named.evidence];
}

const overlaps = (a: Evidence, b: Evidence): boolean =>
  a.take === b.take && a.start < b.end && b.start < a.end;

const isSamePerson = (a: string, b: string): boolean => isStated(a, b) || isStated(b, a);

/** A sentence without the words that are quoted in it. */
function outside(whole: NumberedSentence, span: Evidence): string {
  const from = Math.max(0, span.start - whole.evidence.start);
  const { quote } = whole.evidence;
  return `${quote.slice(0, from)} ${quote.slice(from + span.quote.length)}`;
}

/**
 * Does a text name somebody by the surname, or by another part of the name that nobody else bears?
 * Some are called by what stands first: "Kwon told reporters".
 */
function isNamedIn(person: string, text: string, { people }: Ground): boolean {
  const parts = capitalsOf(person);
  const surname = parts.at(-1);
  const own = parts.filter(
    (part) =>
      part === surname ||
      !people.some((other) => !isSamePerson(other, person) && capitalsOf(other).includes(part)),
  );
  const names = new Set(own);
  return proofTokens(text).some(({ capital, norm }) => capital && names.has(norm));
}

const capitalsOf = (name: string): string[] =>
  proofTokens(name)
    .filter(({ capital }) => capital)
    .map(({ norm }) => norm);

const SAID = /^(?:said|says|added|adds|wrote|writes|declared|stated|warned|argued|insisted|told)$/;

/** "A trader said", "said the army": whoever bears no name speaks where a verb of saying is beside. */
function isSaying(speaker: string, text: string): boolean {
  const words = proofTokens(text);
  return standingsOf(speaker, words, 0).some(({ first, last }) => {
    if (SAID.test(words[last + 1]?.norm ?? '')) return true;
    const before = words.slice(Math.max(0, first - 2), first).map(({ norm }) => norm);
    const verb = before.findLast((norm) => !/^(?:the|a|an)$/.test(norm)) ?? '';
    // whom somebody told listens
    return SAID.test(verb) && verb !== 'told';
  });
}
