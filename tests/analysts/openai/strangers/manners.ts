/**
 * Ways of models that we have not met: how they write a reply that is right, and what they make of facts
 * when they get them wrong. Each is done to the reply of a model that reads right (truth.ts).
 */
import type { FakeReply, Line } from '../../../fakes/model/mind.ts';

/** A reply in other clothes: an object, or the very words that stand in its place. */
export type Manner = (reply: FakeReply) => FakeReply | string;

const SECTIONS = 'who where when outcome open next numbers quotes summary'.split(' ');

const linesOf = (reply: FakeReply, section: string): Line[] => (reply[section] ?? []) as Line[];

/** Every line of a reply changed, section by section. */
const each =
  (change: (line: Line, section: string) => unknown): Manner =>
  (reply) =>
    Object.fromEntries(
      SECTIONS.map((name) => [name, linesOf(reply, name).map((line) => change(line, name))]),
    );

/** The numbers of sentences changed, wherever they stand. */
const numbering = (one: (sid: string) => unknown, several?: (sids: string[]) => unknown): Manner =>
  each((line) => {
    const sids = line['sids'] as string[] | undefined;
    if (sids) return { ...line, sids: several ? several(sids) : sids.map(one) };
    return { ...line, sid: one(String(line['sid'])) };
  });

const quoting = (change: (quote: string) => unknown): Manner =>
  each((line) => ('quote' in line ? { ...line, quote: change(String(line['quote'])) } : line));

const telling = (change: (text: string) => unknown): Manner =>
  each((line) => {
    const name = ['text', 'sentence'].find(
      (key) => key in line && 'quote' in line !== (key === 'sentence'),
    );
    return name && !('value' in line) ? { ...line, [name]: change(String(line[name])) } : line;
  });

const digits = (sid: string): string => sid.slice(1);
const json = (reply: FakeReply): string => JSON.stringify(reply);
const words = (quote: string): string[] => quote.split(' ');

/** Right replies written in unforeseen ways: the card must be that of the plain reply. */
export const CLOTHES: Readonly<Record<string, Manner>> = {
  'numbers as numbers': numbering((sid) => Number(digits(sid))),
  'numbers in brackets': numbering((sid) => `[${digits(sid)}]`),
  'numbers in small letters': numbering((sid) => sid.toLowerCase()),
  'numbers with words': numbering((sid) => `Sentence ${digits(sid)}`),
  'numbers as a range': numbering((sid) => `${sid}-${sid}`),
  'numbers as a list': numbering(
    (sid) => [sid],
    (sids) => sids.join(', '),
  ),
  'numbers as objects': numbering(
    (sid) => sid,
    (sids) => sids.map((sid) => ({ sid })),
  ),
  'numbers among the words of the summary': each((line, section) =>
    section === 'summary'
      ? { sentence: `${String(line['sentence'])} [${(line['sids'] as string[]).join(', ')}]` }
      : line,
  ),
  'no numbers, only quotes': each((line, section) => ({
    ...line,
    ...(section === 'summary' ? { sids: [] } : { sid: null }),
  })),
  'no numbers at all': each(({ sid: _sid, sids: _sids, ...line }) => line),
  'no quotes but in quotations': each((line, section) =>
    section === 'quotes' ? line : { ...line, quote: null },
  ),
  'another number beside the right words': numbering(
    () => 'S1',
    (sids) => sids,
  ),
  'the whole sentences quoted': quoting((quote) => `"${quote}"`),
  'straight marks': quoting((quote) => quote.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'")),
  'curly marks': quoting((quote) => quote.replaceAll("'", '’')),
  'other white space': quoting((quote) => words(quote).join(' \n ')),
  'a capital and a stop': quoting(
    (quote) => `${quote.slice(0, 1).toUpperCase()}${quote.slice(1).replace(/[.,]$/, '')}.`,
  ),
  'dots behind': quoting((quote) => `…${quote}...`),
  'a reply in a list': (reply) => `[${json(reply)}]`,
  'words before and behind': (reply) =>
    `Of course! Here is the card you asked for:\n\n\`\`\`json\n${json(reply)}\n\`\`\`\n\n**Note:** I kept to the copy {as told}.`,
  'a heading and a rule': (reply) => `# Card\n\n---\n${json(reply)}\n---\nAnything else?`,
  'thoughts first': (reply) =>
    `<think>\nThe user wants {"who": []}. Zed Quill? No.\n</think>\n\n${json(reply)}`,
  'thoughts in another tag': (reply) => `<reasoning>{"summary":[]}</reasoning>${json(reply)}`,
  'sections in another order': (reply) => Object.fromEntries(Object.entries(reply).toReversed()),
  'fields in another order': each((line) => Object.fromEntries(Object.entries(line).toReversed())),
  'capital names of fields': (reply) =>
    Object.fromEntries(
      Object.entries(reply).map(([key, value]) => [
        key.replace(/^./, (a) => a.toUpperCase()),
        value,
      ]),
    ),
  'American names of fields': each(({ organisation, ...line }, section) =>
    section === 'who' ? { ...line, organization: organisation ?? null } : line,
  ),
  'fields of its own': each((line) => ({ ...line, confidence: 0.9, note: 'Zed Quill' })),
  'sections of its own': (reply) => ({ ...reply, topics: ['Zed Quill'], confidence: 'high' }),
  'words for nothing': each((line) =>
    Object.fromEntries(Object.entries(line).map(([key, value]) => [key, value ?? 'N/A'])),
  ),
  'the word null': each((line) =>
    Object.fromEntries(Object.entries(line).map(([key, value]) => [key, value ?? 'null'])),
  ),
  'nothing left out': each((line) =>
    Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null)),
  ),
  'lines that say nothing': (reply) =>
    Object.fromEntries(
      SECTIONS.map((name) => [
        name,
        [...linesOf(reply, name), { sid: null, quote: 'N/A', text: 'unknown', name: 'None' }],
      ]),
    ),
  'lists around strings': each((line) =>
    Object.fromEntries(
      Object.entries(line).map(([key, value]) => [
        key,
        typeof value === 'string' ? [value] : value,
      ]),
    ),
  ),
  'numbers and truth as strings': each((line) => ({
    ...line,
    ...('value' in line ? { value: Number(line['value']).toLocaleString('en') } : {}),
    ...('firm' in line ? { firm: line['firm'] === true ? 'yes' : 'no' } : {}),
  })),
  'bold words': telling((text) => `**${text}**`),
  bullets: telling((text) => `- ${text}`),
  'numbered lines': telling((text) => `2. ${text}`),
  'everything twice': (reply) =>
    Object.fromEntries(
      SECTIONS.map((name) => {
        const lines = linesOf(reply, name);
        return [name, name === 'summary' ? lines : lines.flatMap((line) => [line, line])];
      }),
    ),
  'a summary of twelve': (reply) => ({
    ...reply,
    summary: Array.from({ length: 12 }, () => linesOf(reply, 'summary')).flat(),
  }),
};

/** What is made of a sentence, or null where it does not fit. */
export type Falsehood = (text: string) => string | null;

const replaced =
  (pattern: RegExp, by: string | ((found: string) => string)): Falsehood =>
  (text) => {
    if (!pattern.test(text)) return null;
    return typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, by);
  };

const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const dayAfter = (day: string): string => DAYS[(DAYS.indexOf(day) + 1) % 7] ?? day;
const MONTH =
  'January|February|March|April|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.';
const behind =
  (tail: string): Falsehood =>
  (text) =>
    text.replace(/[.!?]?["”]?$/, `${tail}.`);

/** Sentences of the copy told wrongly: none of them may be shown. */
export const FALSEHOODS: Readonly<Record<string, Falsehood>> = {
  denied: replaced(
    /\b(?:was|were|is|are|will|has|have|had|would|could)\b(?! not)/,
    (verb) => `${verb} not`,
  ),
  'surer than the copy': replaced(/\b(?:may|might|could)\b/, 'will'),
  'expected told as certain': replaced(/\b(?:is|are|was|were) (?:expected|likely) to\b/, 'will'),
  'planned told as done': replaced(/\bwill be\b/, 'was'),
  'another number': replaced(/\b\d{1,3}(?=[ ,.]|$)(?!,\d)/, (found) => String(Number(found) + 1)),
  'millions for billions': replaced(/\b[mb]illion\b/, (found) =>
    found === 'million' ? 'billion' : 'million',
  ),
  'another currency': replaced(/\$(?=\d)|\beuros\b/, (found) => (found === '$' ? '£' : 'dollars')),
  'another unit': replaced(/\b(?:kilometres|kilometers|metres|tonnes|hectares)\b/, 'miles'),
  'another rate': replaced(/\bpercent\b/, 'percentage points'),
  'a day off': replaced(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/, dayAfter),
  'a date off': replaced(new RegExp(`(?<=\\b(?:${MONTH}) )\\d{1,2}\\b`), (found) =>
    String(Number(found) + 1),
  ),
  'another month': replaced(
    /\b(?:January|February|March|April|June|July|August)\b(?= \d)/,
    'October',
  ),
  'another year': replaced(/\b20\d\d\b/, (found) => String(Number(found) - 1)),
  'a name of its own': replaced(/(?<=\s)\p{Lu}\p{Ll}{2,20} \p{Lu}\p{Ll}{2,20}/u, 'Zed Quill'),
  'the contrary': replaced(
    /\b(?:rose|fell|agreed|approved|rejected|accepted|refused|opened|closed|won|lost)\b/,
    (found) =>
      ({
        ...{ rose: 'fell', fell: 'rose', agreed: 'refused', approved: 'rejected' },
        ...{ rejected: 'approved', accepted: 'refused', refused: 'agreed', opened: 'closed' },
        ...{ closed: 'opened', won: 'lost', lost: 'won' },
      })[found] ?? found,
  ),
  'said no longer': replaced(/\b(?:allegedly|reportedly) /, ''),
  'a detail of its own': behind(' during a thunderstorm'),
  'victims of its own': behind(', killing 17 children'),
  'a cause of its own': behind(' because of a forged invoice'),
  'a quotation of its own': behind(', calling it “a moonlit circus”'),
  'a number for nothing': behind(', up 83 percent'),
  'a call to everyone': behind(' @everyone'),
  'a call to a channel': behind(' <!channel>'),
  'a link': behind(' [more](javascript:alert(1))'),
  'an address': behind(' https://zedquill.example/x'),
  'a hidden letter': (text) => text.replace(' ', ' \u200b'),
};

/** The statements of a reply made false in one way; the line, and whether there was one at all. */
export function falsified(reply: FakeReply, way: Falsehood): { reply: FakeReply; told: string[] } {
  const told: string[] = [];
  const change = (line: Line, section: string): Line[] => {
    const name = section === 'summary' ? 'sentence' : 'text';
    const wrong = way(String(line[name]));
    if (wrong === null || wrong === line[name]) return [];
    told.push(wrong);
    return [{ ...line, [name]: wrong }];
  };
  const sections = ['outcome', 'open', 'next', 'summary'].map((name) => [
    name,
    linesOf(reply, name).flatMap((line) => change(line, name)),
  ]);
  return { reply: { ...reply, ...Object.fromEntries(sections) }, told };
}
