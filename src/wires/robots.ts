/** What a site's robots.txt allows us (RFC 9309, with the crawl-delay that many sites still state). */
import { PRODUCT, type Fetcher } from './fetching.ts';

/** RFC 9309, 2.5: at least 500 kibibytes must be read. */
const BYTES_MAX = 512_000;
const LINES_MAX = 20_000;
const RULES_MAX = 2_000;
const PATH_MAX = 2_000;
const SITES_MAX = 2_000;
/** RFC 9309, 2.4: not longer than a day; a site that could not be asked is asked again sooner. */
const KEPT_MS = 86_400_000;
const KEPT_UNREACHABLE_MS = 3_600_000;

type Rule = { readonly allow: boolean; readonly path: string };

/** The rules for us; `delayMs` is the pause that the site wants between two pages. */
export type Robots = { readonly rules: readonly Rule[]; readonly delayMs: number };

const ALL_ALLOWED: Robots = { rules: [], delayMs: 0 };
const NONE_ALLOWED: Robots = { rules: [{ allow: false, path: '/' }], delayMs: 0 };

type Group = { readonly agents: string[]; readonly rules: Rule[]; delayMs: number };

/** Reads a robots.txt: the groups for our name together, else those for everybody. */
export function readRobots(text: string): Robots {
  const groups: Group[] = [];
  let inAgents = false;
  const lines = text.slice(0, BYTES_MAX).split(/\r\n|\r|\n/, LINES_MAX);
  if (text.length > BYTES_MAX) lines.pop(); // half a line may say the opposite of the whole
  for (const line of lines) {
    const [, name = '', value = ''] = /^\s*([\w-]{1,40})\s*:([^#]*)/.exec(line) ?? [];
    const field = name.toLowerCase();
    if (field === 'user-agent') {
      if (!inAgents) groups.push({ agents: [], rules: [], delayMs: 0 });
      groups.at(-1)?.agents.push(agentOf(value));
      inAgents = true;
      continue;
    }
    const group = groups.at(-1);
    if (group === undefined || !['allow', 'disallow', 'crawl-delay'].includes(field)) continue;
    inAgents = false;
    addTo(group, field, value.trim());
  }
  const named = (agent: string): Group[] => groups.filter(({ agents }) => agents.includes(agent));
  const own = named(PRODUCT.toLowerCase());
  const chosen = own.length > 0 ? own : named('*');
  return {
    rules: chosen.flatMap(({ rules }) => rules).slice(0, RULES_MAX),
    delayMs: Math.max(0, ...chosen.map(({ delayMs }) => delayMs)),
  };
}

/** The product token: a version behind it is not part of the name. */
function agentOf(value: string): string {
  return value.trim() === '*' ? '*' : (/^\s*([\w-]{1,100})/.exec(value)?.[1] ?? '').toLowerCase();
}

function addTo(group: Group, field: string, value: string): void {
  if (field === 'crawl-delay') {
    const seconds = /^\d{1,6}(?:\.\d{1,3})?$/.test(value) ? Number(value) : 0;
    group.delayMs = Math.max(group.delayMs, seconds * 1_000);
  } else if (value !== '' && value.length <= PATH_MAX)
    group.rules.push({ allow: field === 'allow', path: plain(value) });
}

/** May this page be read? The longest rule that matches decides, and allowing wins a tie. */
export function isPageAllowed({ rules }: Robots, url: URL): boolean {
  const path = plain(`${url.pathname}${url.search}`);
  if (path === '/robots.txt') return true;
  let best: Rule | null = null;
  for (const rule of rules) {
    if (!matches(rule.path, path)) continue;
    const isLonger = best === null || rule.path.length > best.path.length;
    if (isLonger || (rule.path.length === best?.path.length && rule.allow)) best = rule;
  }
  return best?.allow ?? true;
}

/** One spelling for the same path: what is percent-encoded needlessly, and what should be. */
function plain(path: string): string {
  return path
    .slice(0, PATH_MAX)
    .replace(/%([2-7][0-9a-f])/gi, (whole, code: string) => {
      const letter = String.fromCharCode(Number.parseInt(code, 16));
      return /[\w.~-]/.test(letter) ? letter : whole.toUpperCase();
    })
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/[^\x20-\x7e]+/gu, (letters) => encodeURIComponent(letters.toWellFormed()));
}

/** `*` stands for any letters, `$` at the end for the end; else a rule is a beginning. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [start = '', ...pieces] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  if (pieces.length === 0) return !isWhole || path.length === start.length;
  let at = start.length;
  const last = isWhole ? (pieces.pop() ?? '') : '';
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}

/** Gives the rules of a page's site, asked for once a day. */
export type AskRobots = (url: URL, signal?: AbortSignal) => Promise<Robots>;

/** @param now epoch milliseconds */
export function createRobots(fetcher: Fetcher, now: () => number): AskRobots {
  const kept = new Map<string, { readonly robots: Promise<Robots>; until: number }>();
  return (url, signal) => {
    const known = kept.get(url.origin);
    if (known && known.until > now()) return known.robots;
    if (kept.size >= SITES_MAX) kept.clear();
    const entry = { robots: Promise.resolve(NONE_ALLOWED), until: now() + KEPT_MS };
    entry.robots = ask(fetcher, url, signal).then((robots) => {
      if (robots !== null) return robots;
      entry.until = now() + (signal?.aborted ? 0 : KEPT_UNREACHABLE_MS);
      return NONE_ALLOWED;
    });
    kept.set(url.origin, entry);
    return entry.robots;
  };
}

/** Null when the site cannot say: then nothing is allowed (RFC 9309, 2.3.1.4). */
async function ask(fetcher: Fetcher, url: URL, signal?: AbortSignal): Promise<Robots | null> {
  try {
    const accept = 'text/plain, */*;q=0.5';
    const { status, bytes } = await fetcher.get(`${url.origin}/robots.txt`, { accept, signal });
    if (status >= 200 && status < 300) return readRobots(new TextDecoder().decode(bytes));
    return status >= 400 && status < 500 && status !== 429 ? ALL_ALLOWED : null;
  } catch {
    return null; // the page itself will say what is wrong with the host, if it is asked
  }
}
