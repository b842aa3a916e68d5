/**
 * XML as a small tree, whatever arrives: through saxes while the text is well formed, through
 * htmlparser2's forgiving XML mode where a tag closes what it should not. Entities that a document
 * declares are never resolved, nothing is fetched, and every size has a bound.
 */
import { problem, type Problem } from '../../../news/problem.ts';
import { htmlparser, saxes } from '../packages.ts';

/** An element by its local name in lower case: wires differ in prefixes and in capitals. */
export type XmlElement = {
  readonly name: string;
  /** the namespace, '' for none */
  readonly uri: string;
  /** by local name in lower case; one without a prefix goes before one with it */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
};
export type XmlNode = XmlElement | string;

/** `root` is null when no element could be read. */
export type XmlRead = {
  readonly root: XmlElement | null;
  readonly problems: readonly Problem[];
  /** elements that the text ends within, outermost first: none in a whole document */
  readonly open: readonly XmlElement[];
};

const LIMITS = { depth: 200, elements: 300_000, attributes: 256, errors: 500 } as const;

type Open = {
  readonly name: string;
  readonly element: XmlElement & { readonly children: XmlNode[] };
  readonly scope: Readonly<Record<string, string>>;
};

/** What ends the reading early; never leaves this file. */
class Enough extends Error {}

/** Reads XML. Never throws: what could be read is in the tree, what was wrong in the problems. */
export function readXml(text: string): XmlRead {
  const plain = withBareMarks(text.trimStart());
  const strict = readWith(runSaxes, plain);
  if (!strict.isTorn) return strict;
  const loose = readWith(runForgiving, plain);
  const read = loose.root === null ? strict : loose;
  return { root: read.root, problems: strict.problems, open: read.open };
}

const BARE_MARKS =
  /<!\[CDATA\[[^]*?(?:\]\]>|$)|<(?=[\s\d=])|&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,40});)/gi;

/** "R&D" and "1 < 2" in copy: no tag begins with a space or a digit, every entity has its end. */
function withBareMarks(text: string): string {
  return text.replace(BARE_MARKS, (found) => {
    if (found.length > 1) return found;
    return found === '<' ? '&lt;' : '&amp;';
  });
}

type Run = (text: string, growth: Growth) => void;

function readWith(run: Run, text: string): XmlRead & { readonly isTorn: boolean } {
  const growth = new Growth();
  try {
    run(text, growth);
  } catch (error) {
    if (!(error instanceof Enough)) growth.fail('it cannot be read any further');
  }
  growth.end();
  const { root, isTorn, cut } = growth;
  const problems = growth.problems();
  return { root: growth.isRefused ? null : root, problems, open: cut ?? [], isTorn };
}

/** The tree while it grows. */
class Growth {
  root: XmlElement | null = null;
  isRefused = false;
  /** a tag closed what it should not: the forgiving reading keeps more */
  isTorn = false;
  /** elements that were open as the text ended; null until then */
  cut: readonly XmlElement[] | null = null;
  readonly #stack: Open[] = [];
  readonly #found = new Map<string, Problem>();
  #elements = 0;
  #errors = 0;

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    this.#elements += 1;
    if (this.#elements > LIMITS.elements) this.#stop('too-long', 'Only its first part was read.');
    if (this.#stack.length >= LIMITS.depth) {
      this.isRefused = true;
      this.#stop('too-complex', 'The XML is nested too deeply to be news, and was not read.');
    }
    const parent = this.#stack.at(-1);
    const scope = scopeOf(parent?.scope ?? NO_ATTRIBUTES, attributes);
    const [prefix, name] = splitName(tag);
    const uri = scope[prefix] ?? '';
    const element = { name, uri, attributes: plainAttributes(attributes), children: [] };
    if (parent) parent.element.children.push(element);
    else if (this.root === null) this.root = element;
    this.#stack.push({ name: tag, element, scope });
  }

  text(text: string): void {
    const children = this.#stack.at(-1)?.element.children;
    if (!children) return;
    const last = children.length - 1;
    if (typeof children[last] === 'string') children[last] += text;
    else children.push(text);
  }

  close(): void {
    this.#stack.pop();
  }

  /** The text is over; what a parser closes now it closes by itself. */
  end(): void {
    this.cut ??= this.#stack.map(({ element }) => element);
  }

  doctype(body: string): void {
    if (/<!ENTITY/i.test(body))
      this.#note('entities', 'Entities that the document declares were left out.');
  }

  fail(why: string): void {
    if (/close tag|closing tag/.test(why)) this.isTorn = true;
    const sentence = `The XML is malformed and was read as far as possible (${why.slice(0, 80)}).`;
    this.#note('malformed', sentence);
    this.#errors += 1;
    if (this.#errors > LIMITS.errors) throw new Enough();
  }

  problems(): Problem[] {
    return [...this.#found.values()];
  }

  #note(code: string, sentence: string): void {
    if (!this.#found.has(code)) this.#found.set(code, problem(code, sentence));
  }

  #stop(code: string, sentence: string): never {
    this.#note(code, sentence);
    throw new Enough();
  }
}

function runSaxes(text: string, growth: Growth): void {
  const { SaxesParser } = saxes();
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  parser.ENTITIES = new Proxy(
    { ...parser.ENTITIES },
    { get: (known, name) => entity(known, name) },
  );
  parser.on('opentag', ({ name, attributes }) => growth.open(name, attributes));
  parser.on('text', (each) => growth.text(each));
  parser.on('cdata', (each) => growth.text(each));
  parser.on('closetag', () => growth.close());
  parser.on('doctype', (body) => growth.doctype(body));
  parser.on('error', (error) => growth.fail(error.message));
  parser.write(text);
  growth.end();
  parser.close();
}

/** Unknown closing tags are passed over, and an open element ends with its parent. */
function runForgiving(text: string, growth: Growth): void {
  const parser = new (htmlparser().Parser)(
    {
      onopentag: (name, attributes) => growth.open(name, attributes),
      ontext: (each) => growth.text(each),
      onclosetag: () => growth.close(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  growth.end();
  parser.end();
}

const ENTITIES = new Map<string, string>();

/** Names of HTML are known everywhere, declared or not: `&nbsp;` and `&eacute;` are frequent. */
function entity(known: Record<string, string>, name: string | symbol): string | undefined {
  if (typeof name !== 'string') return undefined;
  const own = Object.hasOwn(known, name) ? known[name] : ENTITIES.get(name);
  if (own !== undefined || !/^[A-Za-z][A-Za-z0-9]{1,30}$/.test(name)) return own;
  let text = '';
  const parser = new (htmlparser().Parser)({ ontext: (each) => (text += each) });
  parser.end(`&${name};`);
  if (text === `&${name};` || text === '') return undefined;
  ENTITIES.set(name, text);
  return text;
}

function scopeOf(
  outer: Readonly<Record<string, string>>,
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  let scope: Record<string, string> | null = null;
  let bound = 0;
  for (const name in attributes) {
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
    scope ??= Object.assign(bare(), outer);
    bound += 1;
    // the documents of some wires bind far more prefixes than anything uses
    if (bound <= LIMITS.attributes) scope[name.slice(6)] = (attributes[name] ?? '').trim();
  }
  return scope ?? outer;
}

/** Without a prototype: a document may name a prefix or an attribute "constructor". */
const bare = (): Record<string, string> => Object.create(null) as Record<string, string>;

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(bare());

function plainAttributes(
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  let plain: Record<string, string> | null = null;
  let count = 0;
  for (const tag in attributes) {
    count += 1;
    if (count > LIMITS.attributes) break;
    if (tag.startsWith('xmlns')) continue;
    const [prefix, name] = splitName(tag);
    plain ??= bare();
    if (prefix === '' || plain[name] === undefined) plain[name] = attributes[tag] ?? '';
  }
  return plain ?? NO_ATTRIBUTES;
}

/** Prefix and local name; "body.head" and the like are names of their own. */
function splitName(tag: string): [prefix: string, name: string] {
  const colon = tag.indexOf(':');
  return colon < 0
    ? ['', tag.toLowerCase()]
    : [tag.slice(0, colon), tag.slice(colon + 1).toLowerCase()];
}
