/**
 * A decided verdict as a case for the evaluation set: a folder with what the wire sent and what a
 * person said of it. People and channels are left out; so are the words of a wire that does not
 * permit them: then only the places stand, as ids and spans.
 */
import type { Take } from '../news/take.ts';
import type { MarkedFact, Verdict } from '../news/verdict.ts';

/** A take of a verdict, and whether its words may leave the store. */
export type CaseCopy = {
  readonly take: Take;
  readonly story: string | null;
  readonly mayTell: boolean;
};

export type LabelledCase = {
  /** name of the folder, the same for the same verdict */
  readonly name: string;
  /** content by file name */
  readonly files: Readonly<Record<string, string>>;
};

/** The folder of one verdict: `expected.json`, and a `source-N.txt` for each take that may be told. */
export function labelledCase(verdict: Verdict, copies: readonly CaseCopy[]): LabelledCase {
  const files: Record<string, string> = {};
  const sources = copies.map(({ take, story, mayTell }, index) => {
    const file = mayTell ? `source-${index + 1}.txt` : null;
    if (file !== null) files[file] = sourceText(take);
    return { file, take: take.id, story, sentAt: take.sentAt, language: take.language };
  });
  const told = new Set(copies.flatMap(({ take, mayTell }) => (mayTell ? [take.id] : [])));
  const { id, kind, state, event, version, edition, at, decidedAt, story, other, topics } = verdict;
  const expected = {
    ...{ verdict: id, kind, state, event, version, edition, at, decidedAt },
    fact: verdict.fact === null ? null : factOf(verdict.fact, told),
    ...{ story, other, topics, sources },
  };
  files['expected.json'] = `${JSON.stringify(expected, null, 2)}\n`;
  return { name: `${kind}-${id}`, files };
}

function factOf({ key, section, text, evidence }: MarkedFact, told: ReadonlySet<string>) {
  const isTold = evidence.length > 0 && evidence.every(({ take }) => told.has(take));
  const spans = evidence.map(({ take, start, end, quote }) =>
    isTold ? { take, start, end, quote } : { take, start, end },
  );
  return { key, section, text: isTold ? text : null, evidence: spans };
}

/** The take as plain text that the text format reads: headline, then dateline and paragraphs. */
function sourceText({ headline, dateline, paragraphs }: Take): string {
  const opening = dateline && [dateline.place, dateline.date].filter(Boolean).join(', ');
  const from = dateline?.source ? ` (${dateline.source})` : '';
  const [first = '', ...rest] = paragraphs;
  const lede = opening ? `${opening}${from} - ${first}` : first;
  return `${[...(headline === null ? [] : [headline]), lede, ...rest].join('\n\n')}\n`;
}
