/** What a NewsML-G2 item is about and what it points at: subjects, links, editors' notes. */
import type { Link, Note, Subject } from '../../../news/take.ts';
import { attributeOf, childOf, childrenOf, lineIn } from '../xml/look.ts';
import { notesIn } from '../xml/blocks.ts';
import type { XmlElement } from '../xml/tree.ts';
import { codeOf, resolveCode, type Catalog } from './codes.ts';

const LIMITS = { subjects: 200, links: 100, notes: 50 } as const;

/** Schemes whose codes are worth keeping when they stand behind an agency's own. */
const SHARED_SCHEMES = ['medtop', 'subj'];

/** Subjects as "scheme:code" with the scheme beside it, and keywords, which have neither. */
export function subjectsOf(contentMeta: XmlElement | null, catalog: Catalog): Subject[] {
  const subjects = childrenOf(contentMeta, 'subject').flatMap((element) => {
    const main = childOf(element, 'mainconcept') ?? element;
    const same = childrenOf(element, 'sameas').map((each) => subjectOf(each, catalog));
    const shared = same.filter((each) => SHARED_SCHEMES.includes(each?.scheme ?? ''));
    return [subjectOf(main, catalog), ...shared];
  });
  const keywords = childrenOf(contentMeta, 'keyword').map((element): Subject | null => {
    const name = lineIn(element);
    return name === null ? null : { scheme: null, code: null, name };
  });
  const found = new Map<string, Subject>();
  for (const each of [...subjects, ...keywords])
    if (each !== null) found.set(each.code ?? `name ${each.name}`, each);
  return [...found.values()].slice(0, LIMITS.subjects);
}

function subjectOf(element: XmlElement, catalog: Catalog): Subject | null {
  const code = codeOf(element, catalog);
  const name = lineIn(childOf(element, 'name'));
  if (code === null) return name === null ? null : { scheme: null, code: null, name };
  const { scheme } = code;
  const isPlain = scheme === null || scheme.includes('/');
  return { scheme, code: isPlain ? code.code : `${scheme}:${code.code}`, name };
}

/** Links with the plain word of their relation; where none is written the standard means seeAlso. */
export function linksOf(
  itemMeta: XmlElement | null,
  catalog: Catalog,
): { readonly links: readonly Link[]; readonly replaces: readonly string[] } {
  const links: Link[] = [];
  const replaces: string[] = [];
  const evolved: string[] = [];
  for (const element of childrenOf(itemMeta, 'link').slice(0, LIMITS.links)) {
    const residref = attributeOf(element, 'residref') ?? attributeOf(element, 'guidref');
    const href = attributeOf(element, 'href') ?? residref;
    if (href === null) continue;
    const written = attributeOf(element, 'rel');
    const rel = written === null ? 'seeAlso' : resolveCode(written, catalog).code;
    links.push({ rel, href });
    if (/^(?:prevVersion|previousVersion|replaces)$/i.test(rel)) replaces.push(residref ?? href);
    if (/^evolvedFrom$/i.test(rel)) evolved.push(residref ?? href);
  }
  // what evolved from one item is its newer copy; from several, or beside an own earlier version, not
  const isNewer = replaces.length === 0 && evolved.length === 1;
  return { links, replaces: isNewer ? evolved : replaces };
}

/**
 * Editors' notes. They are written for the people who receive the item, so that only a note is public
 * which the wire marks so, or which says what a correction puts right.
 */
export function editorsNotes(itemMeta: XmlElement | null, catalog: Catalog): Note[] {
  const notes = childrenOf(itemMeta, 'ednote').flatMap((element) => {
    const role = attributeOf(element, 'role');
    const constraint = attributeOf(element, 'pubconstraint');
    const code = role && resolveCode(role, catalog).code;
    const states =
      role === null && constraint === null && saysWhatIsPutRight(lineIn(element) ?? '');
    return notesIn(element, states || isPublic(code, constraint));
  });
  return notes.slice(0, LIMITS.notes);
}

/** "Corrects the number of seats in paragraph 2": the trade's wording, meant to be passed on. */
export function saysWhatIsPutRight(text: string): boolean {
  return /^[([]?(?:Corrects|Corrected|Correction|Corrective|Refiles|Fixes|Clarifies|Berichtigt|Berichtigung|Korrigiert|This (?:version|story|item|report) corrects)\b/i.test(
    text,
  );
}

function isPublic(role: string | null, constraint: string | null): boolean {
  if (constraint !== null || role === null) return false;
  if (/non|private|internal|contact/i.test(role)) return false;
  return /^(?:public|notetoreaders?|clarification|correction\w{0,20})$/i.test(role);
}

/**
 * The item that this one takes the place of, where the wire writes it as another id beside its own: an
 * `altId` of type "x:refno" beside one of type "x:no", with which the guid ends.
 */
export function replacedAltIds(item: XmlElement, contentMeta: XmlElement | null): string[] {
  const guid = attributeOf(item, 'guid') ?? '';
  const ids = childrenOf(contentMeta, 'altid').map((each) => ({
    type: attributeOf(each, 'type') ?? '',
    value: lineIn(each) ?? '',
  }));
  return ids.flatMap(({ type, value }) => {
    if (value === '' || type === '' || !guid.endsWith(`:${value}`)) return [];
    const named = ids.find((each) => each.type === type.replace(/(?<=:|^)(?=[^:]*$)/, 'ref'));
    return named ? [guid.slice(0, -value.length) + named.value] : [];
  });
}
