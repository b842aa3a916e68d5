/**
 * RBNews: the XML envelope of a Danish agency, with the copy as escaped HTML. Its marks of life are
 * elements of their own: Annuleret (withdrawn), Korrektion (corrected), NyVersion (a new version).
 */
import { problem, type Problem } from '../../news/problem.ts';
import { blankCopy, type Copy, type Signal } from '../../news/take.ts';
import type { Decoded, FormatReader, Parsed } from './format.ts';
import { lineOf, paragraphsOf } from './markup.ts';
import { childOf, childrenOf, lineIn, rootNameOf } from './xml/look.ts';
import { readWireTime } from './xml/times.ts';
import { parseXml } from './xml/open.ts';
import type { XmlElement } from './xml/tree.ts';

export const rbnewsReader: FormatReader = {
  name: 'rbnews',
  detect: ({ text }: Decoded) => rootNameOf(text) === 'rbnews',
  parse: ({ text }) => parseXml(text, parseRbnews),
};

/** The agency writes its own local time without an offset. */
const ZONE = 'Europe/Copenhagen';

function parseRbnews(root: XmlElement): Parsed {
  const copy = copyOf(root);
  const isOrder = copy.signal === 'kill';
  if (isOrder && copy.guid === null)
    return { copies: [], problems: [problem('no-id', 'A withdrawal names no item.')] };
  if (!isOrder && copy.headline === null && copy.paragraphs.length === 0) {
    const sentence = `The item ${copy.guid ?? 'without a name'} holds neither headline nor text.`;
    return { copies: [], problems: [problem('empty-item', sentence)] };
  }
  return { copies: [copy], problems: [] };
}

function copyOf(root: XmlElement): Copy {
  const line = (name: string): string | null => lineIn(childOf(root, name));
  const written = line('publishdate');
  const sentAt = written === null ? null : localTime(written);
  const signal = signalOf(line);
  const content = line('content') ?? line('contentshort') ?? '';
  const subtitle = line('subtitle');
  const editors = line('tilredaktionen');
  const place = line('town');
  const problems: Problem[] =
    sentAt === null ? [problem('date', 'The item does not tell when it was sent.')] : [];
  return {
    ...blankCopy('html'),
    guid: line('newsid'),
    version: line('version'),
    sentAt,
    signal,
    usable: signal !== 'kill',
    urgency: /^[1-9]$/.exec(line('priority') ?? '')?.[0] ? Number(line('priority')) : null,
    slug: line('strapline'),
    headline: headlineOf(line('headline') ?? subtitle),
    byline: line('byline'),
    dateline: place === null ? null : { place, region: null, date: null, source: null },
    paragraphs: paragraphsOf(content),
    notes: editors === null ? [] : [{ text: paragraphsOf(editors).join(' '), public: false }],
    subjects: subjectsOf(root),
    replaces: [...new Set([line('replaces'), line('replacedid')])].filter((id) => id !== null),
    provider: line('origin')?.replace(/^\/|\/$/g, '') ?? null,
    problems,
  };
}

const headlineOf = (markup: string | null): string | null =>
  markup === null ? null : lineOf(markup) || null;

function signalOf(line: (name: string) => string | null): Signal | null {
  const isSet = (name: string): boolean => /^(?:true|1)$/i.test(line(name) ?? '');
  if (isSet('annuleret')) return 'kill';
  if (isSet('korrektion')) return 'correction';
  return isSet('nyversion') ? 'update' : null;
}

/** ISO 8601 with offset; a time that names none is the agency's local one. */
function localTime(written: string): string | null {
  if (/(?:Z|[+-]\d\d:?\d\d)$/.test(written)) return readWireTime(written);
  try {
    const plain = Temporal.PlainDateTime.from(written.slice(0, 40));
    return plain.toZonedDateTime(ZONE).toString({ timeZoneName: 'never' });
  } catch {
    return null; // how Temporal says that this is no time
  }
}

function subjectsOf(root: XmlElement): Copy['subjects'] {
  const section = lineIn(childOf(root, 'section'));
  const words = ['iptclist', 'subjectkeyword'].flatMap((name) =>
    childrenOf(childOf(root, name), 'string').flatMap((each) => lineIn(each) ?? []),
  );
  const codes = words.slice(0, 100).map((word) => {
    const isCode = /^\d{8}$/.test(word);
    return {
      scheme: isCode ? 'subj' : null,
      code: isCode ? `subj:${word}` : null,
      name: isCode ? null : word,
    };
  });
  return section === null ? codes : [...codes, { scheme: null, code: null, name: section }];
}
