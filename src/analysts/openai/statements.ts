/** Sentences of a model's own words: each is borne out by the sentences that it rests on, or dropped. */
import type { Evidence, Sentence } from '../../news/card.ts';
import { isBareQuotation, quotesRightly } from '../../news/proof/attribution.ts';
import { objectionsTo, readEvidence } from '../../news/proof/claim.ts';
import { isFunctionWord } from '../../news/proof/cues.ts';
import type { ObjectionKind } from '../../news/proof/reading.ts';
import { proofTokens } from '../../news/proof/tokens.ts';
import { cite, sidsIn, type Checked, type Ground } from './cite.ts';
import { objectionText } from './objections.ts';
import { citedInside, isEnded, undecorated, unfit, unlikeWire } from './plain.ts';
import type { CardReply } from './schema.ts';

/** A text of the model's own words, checked against the whole sentences it rests on. */
export function wrongIn(text: string, evidence: readonly Evidence[]): string | null {
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
  const text = undecorated(line.text);
  const wrong = wrongIn(text, evidence);
  return wrong ? { error: wrong } : { line: { text, evidence } };
}

/** A sentence of a summary: by what it cites or, where it cites nothing at all, by what tells the same. */
export function summaryLine(line: CardReply['summary'][number], ground: Ground): Checked<Sentence> {
  const text = undecorated(line.sentence);
  return listedBy(line) === '' && isEnded(text)
    ? unlistedLine(text, ground)
    : citedLine(line, ground);
}

/** The numbers of the sentences that a line rests on, wherever it names them. */
const listedBy = ({ sids, sentence }: CardReply['summary'][number]): string =>
  sids.length > 0 ? sids.join(' ') : citedInside(sentence);

/** A sentence that must cite, as those of answers must: it is proven by that, or dropped. */
export function citedLine(line: CardReply['summary'][number], ground: Ground): Checked<Sentence> {
  const text = undecorated(line.sentence);
  if (!isEnded(text)) return { error: 'it does not end in a full stop' };
  const cited = sidsIn(listedBy(line)).flatMap((sid) => ground.bySid.get(sid)?.evidence ?? []);
  if (cited.length === 0) return { error: 'it cites no sentence that there is' };
  const wrong = wrongIn(text, cited);
  if (wrong === null) return { line: { text, evidence: cited } };
  const next = missingCitation(text, cited, ground);
  return next ? { line: { text, evidence: [...cited, next] } } : { error: wrong };
}

const MOST_TRIED = 3;

/** A summary sentence that says nowhere what it rests on: what it shares most words with may prove it. */
function unlistedLine(text: string, { sentences }: Ground): Checked<Sentence> {
  const roots = new Set(contentOf(text));
  const near = sentences
    .map(({ evidence }) => {
      const told = new Set(contentOf(evidence.quote));
      return { evidence, shared: roots.intersection(told).size };
    })
    .filter(({ shared }) => shared > 0 && shared >= roots.size / 2)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_TRIED);
  const [best] = near;
  const held = near.find(({ evidence }) => wrongIn(text, [evidence]) === null);
  if (held) return { line: { text, evidence: [held.evidence] } };
  return { error: best ? `it lists no sentence, and ${wrongIn(text, [best.evidence])}` : UNLISTED };
}

const UNLISTED = 'it lists no sentence that it rests on';

/** Roots of the words that carry content, numbers among them. */
const contentOf = (text: string): string[] =>
  proofTokens(text)
    .filter(({ norm, value }) => value !== null || !isFunctionWord(norm))
    .map(({ stem, value }) => (value === null ? stem : String(value)));

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
