/** Lines of a model's reply turned into lines of a card: each is proven in its sentence or dropped. */
import type {
  Evidence,
  Figure,
  Moment,
  NextStep,
  Person,
  Place,
  Quotation,
  Sentence,
  When,
} from '../../news/card.ts';
import { isBareQuotation, quotesRightly } from '../../news/proof/attribution.ts';
import { objectionsTo, readEvidence } from '../../news/proof/claim.ts';
import type { ObjectionKind } from '../../news/proof/reading.ts';
import { isFunctionWord } from '../../news/proof/cues.ts';
import { findQuote } from '../../news/proof/quote.ts';
import { isStated } from '../../news/proof/stated.ts';
import { proofTokens } from '../../news/proof/tokens.ts';
import type { NumberedSentence } from './copy.ts';
import { objectionText } from './objections.ts';
import { isEnded, unfit, unlikeWire } from './plain.ts';
import { holderOf, isQuotedIn } from './holders.ts';
import type { CardReply } from './schema.ts';

/** A line that holds, or why it does not, for the validator's list. */
export type Checked<Line> = { readonly line: Line } | { readonly error: string };

/** What lines are checked against. */
export type Ground = {
  readonly sentences: readonly NumberedSentence[];
  readonly bySid: ReadonlyMap<string, NumberedSentence>;
  /** text of each take by id */
  readonly texts: ReadonlyMap<string, string>;
  /** the day that the rules gave to a time as stated */
  readonly dateOf: (text: string, evidence: readonly Evidence[]) => Omit<When, 'text'>;
  /** people named by the rules or the reply */
  readonly people: readonly string[];
};

type Cited = { readonly sid: string; readonly quote: string };
type Citation = { readonly whole: NumberedSentence; readonly span: Evidence };

/** The sentence of a line and the words it quotes there; a string says what is wrong. */
function cite({ sid, quote }: Cited, ground: Ground): Citation | string {
  const whole = ground.bySid.get(sidIn(sid));
  if (!whole) return `there is no sentence ${sid.slice(0, 12)}`;
  const { evidence } = whole;
  const found = findQuote(quote.slice(0, 400), evidence.quote);
  if (!found) return `its quote does not stand in ${whole.sid}`;
  const start = evidence.start + found.start;
  const end = evidence.start + found.end;
  const text = evidence.quote.slice(found.start, found.end);
  return { whole, span: { take: evidence.take, start, end, quote: text } };
}

/** `S3` for "[S3]", "s3" and "3". */
function sidIn(text: string): string {
  return `S${/\d{1,4}/.exec(text)?.[0] ?? ''}`;
}

/** A text of the model's own words, checked against the whole sentences it rests on. */
function wrongIn(text: string, evidence: readonly Evidence[]): string | null {
  const ugly = unfit(text) ?? unlikeWire(text);
  if (ugly) return ugly;
  const texts = evidence.map(({ quote }) => quote);
  if (isBareQuotation(text, texts))
    return 'it tells as a fact what is only quoted: say who says so';
  if (!quotesRightly(text, texts)) return 'words in quotation marks do not stand there as they are';
  const [objection] = objectionsTo(text, readEvidence(texts));
  return objection ? objectionText(objection) : null;
}

export function statementLine(
  line: CardReply['outcome'][number],
  ground: Ground,
): Checked<Sentence> {
  const place = cite(line, ground);
  if (typeof place === 'string') return { error: place };
  const evidence = [place.whole.evidence];
  const wrong = wrongIn(line.text, evidence);
  return wrong ? { error: wrong } : { line: { text: line.text.trim(), evidence } };
}

export function summaryLine(
  { sids, sentence }: CardReply['summary'][number],
  ground: Ground,
): Checked<Sentence> {
  const cited = sids.slice(0, 6).flatMap((sid) => {
    const found = ground.bySid.get(sidIn(sid));
    return found ? [found.evidence] : [];
  });
  if (cited.length === 0) return { error: 'it cites no sentence that there is' };
  if (!isEnded(sentence)) return { error: 'it does not end in a full stop' };
  const wrong = wrongIn(sentence, cited);
  if (wrong === null) return { line: { text: sentence.trim(), evidence: cited } };
  const next = missingCitation(sentence, cited, ground);
  return next ? { line: { text: sentence.trim(), evidence: [...cited, next] } } : { error: wrong };
}

/** Objections that say that something is not there; the others say that it is otherwise. */
const LACKING: readonly ObjectionKind[] = ['name', 'novel', 'number', 'date'];

/**
 * The sentence beside a cited one that a model has left out of its list, when with it the summary is
 * borne out: "he" is cited, and who he is stands before it. It becomes part of the evidence. Half of
 * the words must stand in what is cited, or the list is not just short.
 */
function missingCitation(
  sentence: string,
  cited: readonly Evidence[],
  { sentences }: Ground,
): Evidence | undefined {
  const reading = readEvidence(cited.map(({ quote }) => quote));
  const objections = objectionsTo(sentence, reading);
  if (!objections.every(({ kind }) => LACKING.includes(kind))) return undefined;
  const words = proofTokens(sentence).filter(({ norm }) => !isFunctionWord(norm));
  const told = words.filter(({ stem }) => reading.byStem.has(stem));
  if (told.length < words.length / 2) return undefined;
  const beside = cited.flatMap((each) => {
    const at = sentences.findIndex(({ evidence }) => evidence === each);
    return [sentences[at - 1], sentences[at + 1]].flatMap((near) =>
      near?.evidence.take === each.take ? [near.evidence] : [],
    );
  });
  return beside.find((near) => wrongIn(sentence, [...cited, near]) === null);
}

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
  const found = findQuote(line.text, place.whole.evidence.quote);
  if (!found || unfit(line.text))
    return { error: `the time "${line.text.slice(0, 40)}" is not stated` };
  const text = place.whole.evidence.quote.slice(found.start, found.end);
  const evidence = [holding(line.text, place)];
  return { line: { text, ...ground.dateOf(text, [place.whole.evidence]), evidence } };
}

function holding(value: string, { whole, span }: Citation): Evidence {
  return isStated(value, span.quote, 1) ? span : whole.evidence;
}

const AHEAD =
  /\b(?:will|shall|would|to|may|might|could|should|due|scheduled|set|next|plans?|planned|expect\w*|hop\w+|await\w*|until|before|by|later|tomorrow|upcoming|forthcoming)\b/i;
const FIRM = /\b(?:will|shall|agreed|scheduled|ordered|set|due|(?:is|are) to|must)\b/i;

export function nextLine(line: CardReply['next'][number], ground: Ground): Checked<NextStep> {
  const place = cite(line, ground);
  if (typeof place === 'string') return { error: place };
  const evidence = [place.whole.evidence];
  const told = place.whole.evidence.quote;
  const wrong = wrongIn(line.text, evidence);
  if (wrong) return { error: wrong };
  if (!AHEAD.test(told)) return { error: `${place.whole.sid} tells of nothing ahead` };
  const where = line.place !== null && !unfit(line.place) && isStated(line.place, told, 1);
  const found = line.when === null ? null : findQuote(line.when, told);
  const text = found ? told.slice(found.start, found.end) : '';
  return {
    line: {
      text: line.text.trim(),
      place: where ? (line.place?.trim() ?? null) : null,
      when: found ? { text, ...ground.dateOf(text, evidence) } : null,
      firm: line.firm && FIRM.test(told),
      evidence,
    },
  };
}

export function figureLine(line: CardReply['numbers'][number], ground: Ground): Checked<Figure> {
  const place = cite(line, ground);
  if (typeof place === 'string') return { error: place };
  const evidence = [place.whole.evidence];
  const wrong = wrongIn(line.text, evidence);
  if (wrong) return { error: wrong };
  const values = proofTokens(place.whole.evidence.quote).map((token) => token.value);
  if (line.value !== null && !values.includes(line.value))
    return { error: `the value ${line.value} does not stand there` };
  if (!proofTokens(line.text).some((token) => token.value !== null))
    return { error: 'it states no number' };
  const unit = line.unit !== null && isStated(line.unit, place.whole.evidence.quote);
  const { text, value } = line;
  return { line: { text: text.trim(), value, unit: unit ? line.unit : null, evidence } };
}

export function quotationLine(
  line: CardReply['quotes'][number],
  ground: Ground,
): Checked<Quotation> {
  const place = cite(line, ground);
  if (typeof place === 'string') return { error: place };
  const { span, whole } = place;
  const text = ground.texts.get(span.take) ?? '';
  if (!isQuotedIn(text, span)) return { error: 'those words stand in no quotation marks' };
  const ugly = unfit(span.quote);
  if (ugly) return { error: ugly };
  const speaker = line.speaker?.trim() ?? null;
  const at = ground.sentences.indexOf(whole);
  const near = [whole, ground.sentences[at - 1], ground.sentences[at + 1]];
  const last = proofTokens(speaker ?? '').at(-1);
  const named = near.find(
    (each) =>
      each?.evidence.take === span.take &&
      proofTokens(each.evidence.quote).some((token) => token.capital && token.norm === last?.norm),
  );
  const known =
    speaker !== null &&
    ground.sentences.some(({ evidence }) => isStated(speaker, evidence.quote, 1));
  const other = ground.people.some(
    (person) =>
      speaker !== null &&
      !isStated(person, speaker) &&
      !isStated(speaker, person) &&
      namedOutside(person, whole, span),
  );
  const sure =
    named !== undefined && known && !(other && named !== whole) && unfit(speaker) === null;
  const evidence = sure && named !== whole ? [span, named.evidence] : [span];
  return { line: { text: span.quote, speaker: sure ? speaker : null, evidence } };
}

function namedOutside(person: string, whole: NumberedSentence, span: Evidence): boolean {
  const from = span.start - whole.evidence.start;
  const rest = `${whole.evidence.quote.slice(0, from)} ${whole.evidence.quote.slice(from + span.quote.length)}`;
  const last = proofTokens(person).at(-1);
  return proofTokens(rest).some((token) => token.capital && token.norm === last?.norm);
}
