/**
 * How a Discord client reads message text, written apart from the renderer so that it can judge it:
 * the plain text that a reader sees, and everything in it that took effect.
 */

/** Something that was not mere text: a style, a link, a mention, a line that became a heading. */
export type Effect = { readonly kind: string; readonly detail: string };
type Reading = { readonly text: string; readonly effects: readonly Effect[] };

type LineRule = { readonly kind: string; readonly pattern: RegExp };
const LINES: readonly LineRule[] = [
  { kind: 'heading', pattern: /^ {0,3}#{1,3}[ \t]+(?=\S)/ },
  { kind: 'subtext', pattern: /^-#[ \t]+(?=\S)/ },
  { kind: 'quote', pattern: /^[ \t]*>(?:>>)?[ \t]/ },
  { kind: 'item', pattern: /^[ \t]*[-*+][ \t]+(?=\S)/ },
  { kind: 'numbered', pattern: /^[ \t]*\d{1,9}[.)][ \t]+(?=\S)/ },
];

type InlineRule = {
  readonly kind: string;
  readonly pattern: RegExp;
  /** which group is read again, or shown as it is */
  readonly inner?: number;
  readonly shown?: number;
  readonly detail?: number;
};
const INLINE: readonly InlineRule[] = [
  { kind: 'codeblock', pattern: /^```([\s\S]+?)```/, shown: 1 },
  { kind: 'code', pattern: /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/, shown: 2 },
  { kind: 'mention', pattern: /^<(?:@[!&]?|#)\d+>/ },
  { kind: 'timestamp', pattern: /^<t:-?\d+(?::[a-zA-Z])?>/ },
  { kind: 'emoji', pattern: /^<a?:\w+:\d+>/ },
  { kind: 'mention', pattern: /^<(?:\/[^\n>]+:\d+|id:\w+)>/ },
  { kind: 'link', pattern: /^<((?:https?|steam|discord|mailto|tel|sms):[^\s>]+)>/, detail: 1 },
  { kind: 'link', pattern: /^<([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+|\+\d+)>/, detail: 1 },
  {
    kind: 'link',
    pattern: /^\[((?:\[[^\]\n]*\]|[^[\]])+)\]\(\s*<?([^\s<>()\\]*)>?(?:\s+['"][^\n]*?['"])?\s*\)/,
    inner: 1,
    detail: 2,
  },
  { kind: 'link', pattern: /^(?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s]/i },
  { kind: 'link', pattern: /^discord(?:\.gg|(?:app)?\.com\/invite)\/[\w-]+/i },
  { kind: 'mention', pattern: /^@(?:everyone|here)/ },
  { kind: 'bold', pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, inner: 1 },
  { kind: 'underline', pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, inner: 1 },
  { kind: 'italic', pattern: /^\*(?=\S)((?:\*\*|\\[\s\S]|[^*\\])+?)\*(?!\*)/, inner: 1 },
  { kind: 'italic', pattern: /^_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/, inner: 1 },
  { kind: 'strike', pattern: /^~~((?:\\[\s\S]|[^\\])+?)~~/, inner: 1 },
  { kind: 'spoiler', pattern: /^\|\|([\s\S]+?)\|\|/, inner: 1 },
  { kind: 'emoji', pattern: /^:[A-Za-z0-9_+-]{2,32}:/ },
];
const ESCAPE = /^\\([^0-9A-Za-z\s])/;

/** Reads message text as a client would. */
export function readMarkdown(source: string): Reading {
  const effects: Effect[] = [];
  const lines = source.split('\n').map((line) => {
    for (const { kind, pattern } of LINES) {
      const match = pattern.exec(line);
      if (!match) continue;
      effects.push({ kind, detail: '' });
      return line.slice(match[0].length);
    }
    return line;
  });
  return { text: readInline(lines.join('\n'), effects), effects };
}

function readInline(source: string, effects: Effect[]): string {
  let seen = '';
  let rest = source;
  while (rest !== '') {
    const escaped = ESCAPE.exec(rest);
    if (escaped) {
      seen += escaped[1] ?? '';
      rest = rest.slice(escaped[0].length);
      continue;
    }
    const rule = INLINE.find(({ pattern }) => pattern.test(rest));
    const match = rule?.pattern.exec(rest);
    if (rule && match) {
      effects.push({ kind: rule.kind, detail: match[rule.detail ?? 0] ?? '' });
      if (rule.inner !== undefined) seen += readInline(match[rule.inner] ?? '', effects);
      else seen += match[rule.shown ?? 0] ?? '';
      rest = rest.slice(match[0].length);
      continue;
    }
    seen += rest[0];
    rest = rest.slice(1);
  }
  return seen;
}

/** Who a text would ping if nothing forbade it; an escape does not stop Discord's server. */
export function pingsIn(text: string): { everyone: boolean; users: string[]; roles: string[] } {
  return {
    everyone: /@(everyone|here)\b/.test(text),
    users: [...text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? ''),
    roles: [...text.matchAll(/<@&(\d+)>/g)].map((match) => match[1] ?? ''),
  };
}
