/**
 * Cookies of one request and its redirects, forgotten with its answer: some sites set one and send the
 * reader to the same address again. (RFC 6265, as far as that needs: each host gets its own back.)
 */
export type Cookies = {
  /** the Cookie header for an address; null when there is none for it */
  headerFor(url: URL): string | null;
  /** keeps what an answer sets */
  keep(url: URL, setCookies: readonly string[]): void;
};

const COOKIES_MAX = 20;
const COOKIE_CHARACTERS_MAX = 4_096;
/** A name, and a value of visible characters: nothing that could be another header. */
const PAIR = /^\s{0,9}([!#$%&'*+\-.^_`|~\w]{1,256})=([\x21-\x3a\x3c-\x7e]{0,4096})\s{0,9}(?:;|$)/;

/** An empty jar. */
export function createCookies(): Cookies {
  const jar = new Map<string, { origin: string; name: string; value: string }>();
  return {
    headerFor({ origin }) {
      const own = [...jar.values()].filter((cookie) => cookie.origin === origin);
      return own.length === 0 ? null : own.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
    keep({ origin }, setCookies) {
      for (const line of setCookies) {
        const pair = line.length > COOKIE_CHARACTERS_MAX ? null : PAIR.exec(line);
        const [, name, value] = pair ?? [];
        if (name === undefined || value === undefined) continue;
        const key = `${origin} ${name}`;
        const isEnded = value === '' || /;\s{0,9}max-age=(?:0|-\d)/i.test(line);
        if (isEnded) jar.delete(key);
        else if (jar.has(key) || jar.size < COOKIES_MAX) jar.set(key, { origin, name, value });
      }
    },
  };
}
