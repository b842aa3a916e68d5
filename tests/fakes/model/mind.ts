/** The fake model's mind: reads the numbered sentences of a request and replies as a good model would. */

export type Line = Record<string, unknown>;
export type FakeReply = Record<string, unknown>;

type Sentence = { readonly sid: string; readonly text: string };

/** The numbered sentences of a request's copy. */
export function sentencesOf(prompt: string): Sentence[] {
  return [...prompt.matchAll(/^\[(S\d+)\] (.+)$/gm)].map((match) => ({
    sid: match[1] ?? '',
    text: match[2] ?? '',
  }));
}

const WORDS_QUOTED = 20;

function quoteOf(text: string): string {
  return text.split(' ').slice(0, WORDS_QUOTED).join(' ');
}

/** A card that copies sentences: first as summary, others where their words say they belong. */
export function goodCard(prompt: string): FakeReply {
  const sentences = sentencesOf(prompt);
  const where = (pattern: RegExp): Line[] =>
    sentences
      .filter(({ text }) => pattern.test(text) && text.length < 300)
      .slice(0, 2)
      .map(({ sid, text }) => ({ sid, quote: quoteOf(text), text }));
  const people = [...prompt.matchAll(/^- person: ([^,\n]+)(?:, (.+))?$/gm)].flatMap((match) => {
    const name = match[1] ?? '';
    const found = sentences.find(({ text }) => text.includes(name));
    if (!found) return [];
    const { sid, text } = found;
    return [{ sid, quote: quoteOf(text), name, role: match[2] ?? null, organisation: null }];
  });
  return {
    who: people,
    where: [],
    when: [],
    outcome: where(/\b(?:agreed|approved|rejected|ruled|signed)\b/),
    open: where(/\bremains? unclear\b/),
    next: where(/\bwill be held\b/).map((line) => ({
      ...line,
      place: null,
      when: null,
      firm: true,
    })),
    numbers: [],
    quotes: [],
    summary: sentences
      .filter(({ text }) => text.length < 300 && /[.!?]$/.test(text))
      .slice(0, 2)
      .map(({ sid, text }) => ({ sids: [sid], sentence: text })),
  };
}

/** An answer that copies the sentence with most words of the question; not told when it has few. */
export function goodAnswer(prompt: string): FakeReply {
  const question = /<question \w+>\n([^]*?)\n<\/question/.exec(prompt)?.[1] ?? '';
  const asked = wordsOf(question);
  const ranked = sentencesOf(prompt)
    .map(({ sid, text }) => {
      const own = wordsOf(text);
      return { sid, text, shared: [...asked].filter((word) => own.has(word)).length };
    })
    .sort((a, b) => b.shared - a.shared);
  const best = ranked[0];
  if (!best || best.shared < 2 || best.shared < asked.size / 2 || best.text.length > 380)
    return { told: false, sentences: [] };
  return { told: true, sentences: [{ sids: [best.sid], sentence: best.text }] };
}

const SMALL = new Set('where what when will does have that with from this who'.split(' '));

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,40}/gu) ?? [];
  return new Set(words.filter((word) => !SMALL.has(word)));
}
