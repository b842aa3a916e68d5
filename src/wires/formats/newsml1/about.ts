/** What a NewsML 1.x item is about and what it points at: subjects, notes, links. */
import type { Link, Note, Subject } from '../../../news/take.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, lineIn } from '../xml/look.ts';
import type { XmlElement } from '../xml/tree.ts';
import { formalName } from './life.ts';

const LIMITS = { subjects: 200, links: 100 } as const;

/** Subject codes with the names that the item's own topics give them, and keywords. */
export function subjectsOf(item: XmlElement): Subject[] {
  const names = topicNames(item);
  const codes = descendantsOf(item, 'subject', 'subjectmatter', 'subjectdetail').flatMap((each) => {
    const code = attributeOf(each, 'formalname');
    if (code === null) return [];
    const written = attributeOf(each, 'scheme');
    const isIptc = /^\d{8}$/.test(code) && (written === null || /iptc/i.test(written));
    const scheme = isIptc ? 'subj' : written;
    const name = names.get(code) ?? null;
    return [{ scheme, code: scheme === null ? code : `${scheme}:${code}`, name }];
  });
  const keywords = [...keywordProperties(item), ...keywordLines(item)].map((name) => {
    return { scheme: null, code: null, name };
  });
  const found = new Map<string, Subject>();
  for (const each of [...codes, ...keywords]) found.set(each.code ?? `name ${each.name}`, each);
  return [...found.values()].slice(0, LIMITS.subjects);
}

/** Names of the codes, English before others: routing words are mostly English. */
function topicNames(item: XmlElement): Map<string, string> {
  const names = new Map<string, string>();
  for (const topic of descendantsOf(item, 'topic')) {
    const code = lineIn(childOf(topic, 'formalname'));
    const descriptions = childrenOf(topic, 'description').filter((each) =>
      /^(?:name)?$/i.test(attributeOf(each, 'variant') ?? ''),
    );
    const english = descriptions.find((each) => /^en/i.test(attributeOf(each, 'lang') ?? ''));
    const name = lineIn(english ?? descriptions[0]);
    if (code !== null && name !== null) names.set(code, name);
  }
  return names;
}

function keywordProperties(item: XmlElement): string[] {
  return descendantsOf(item, 'property').flatMap((each) =>
    /^keywords?$/i.test(attributeOf(each, 'formalname') ?? '')
      ? (attributeOf(each, 'value') ?? [])
      : [],
  );
}

function keywordLines(item: XmlElement): string[] {
  return descendantsOf(item, 'keywordline').flatMap((each) => lineIn(each) ?? []);
}

/** Lines of other kinds in `NewsLines`, such as an advisory: for editors, so never public. */
export function notesOf(path: readonly XmlElement[], management: XmlElement | null): Note[] {
  const lines = path.flatMap((each) => childrenOf(childOf(each, 'newslines'), 'newsline'));
  const advisories = lines.flatMap((line) => {
    const type = formalName(childOf(line, 'newslinetype')) ?? '';
    const isNote = /advis|note|instruction|editor|mention|warning|comment/i.test(type);
    return isNote ? (lineIn(childOf(line, 'newslinetext')) ?? []) : [];
  });
  const comments = [management, ...path]
    .flatMap((each) => childrenOf(each, 'comment'))
    .flatMap((each) => lineIn(each) ?? []);
  const orders = childrenOf(management, 'instruction').flatMap((each) =>
    attributeOf(each, 'formalname') === null ? [] : (lineIn(withoutElements(each)) ?? []),
  );
  return [...new Set([...advisories, ...comments, ...orders])].map((text) => {
    return { text, public: false };
  });
}

/** An instruction's own words: the status that it gives to earlier revisions is none. */
function withoutElements(element: XmlElement): XmlElement {
  return { ...element, children: element.children.filter((each) => typeof each === 'string') };
}

/** Items that this one belongs with or was made from. */
export function linksOf(management: XmlElement | null): Link[] {
  const links = [
    ['associatedWith', 'associatedwith'],
    ['derivedFrom', 'derivedfrom'],
  ].flatMap(([rel = '', name = '']) =>
    childrenOf(management, name).flatMap((each) => {
      const href = attributeOf(each, 'newsitem');
      return href === null ? [] : [{ rel, href }];
    }),
  );
  return links.slice(0, LIMITS.links);
}
