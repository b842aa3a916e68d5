/** The ways in which a model server misbehaves, and what must never come of each. */
import type { Misbehaviour } from '../../fakes/model/fake-model.ts';
import type { FakeReply, Line } from '../../fakes/model/mind.ts';

/** Adds lines to a section of the good reply. */
const adding =
  (section: string, ...lines: Line[]) =>
  (reply: FakeReply): FakeReply => ({
    ...reply,
    [section]: [...((reply[section] as Line[] | undefined) ?? []), ...lines],
  });
/** A reply with this one sentence as its summary. */
export const summing = (sentence: string, ...sids: string[]) => ({
  spoil: (reply: FakeReply): FakeReply => ({ ...reply, summary: [{ sids, sentence }] }),
});
const person = (name: string, sid: string, quote: string, role: string | null = null): Line => ({
  sid,
  quote,
  name,
  role,
  organisation: null,
});

/** A way to misbehave and what must come of it. */
export type Case = readonly [
  name: string,
  mood: Misbehaviour,
  /** words that must stand nowhere on the card */
  never: RegExp,
  /** who the card must say it was read by */
  analyst: 'openai' | 'offline',
];
/** Stands nowhere. */
export const NOTHING = /$^/;

/** An object as Python shows it. */
function inPython(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string')
    return value.includes("'") ? JSON.stringify(value) : `'${value.replaceAll('\n', '\\n')}'`;
  if (Array.isArray(value)) return `[${value.map(inPython).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).map(([key, each]) => `'${key}': ${inPython(each)}`);
  return `{${entries.join(', ')}}`;
}

export const CASES: Case[] = [
  ['behaves', {}, NOTHING, 'openai'],
  [
    'fences its JSON',
    { say: (json) => `Here you are:\n\`\`\`json\n${json}\n\`\`\`\nBye` },
    /Here you/,
    'openai',
  ],
  [
    'thinks aloud',
    { say: (json) => `<think>{"who": "Zed Quill"}?</think>\n${json}` },
    /Quill/,
    'openai',
  ],
  [
    'leaves trailing commas',
    { say: (json) => json.replaceAll(']', ',]').replaceAll('[,]', '[]') },
    NOTHING,
    'openai',
  ],
  ['writes Python', { say: (json) => inPython(JSON.parse(json)) }, NOTHING, 'openai'],
  [
    'writes curly marks',
    { say: (json) => json.replace(/"((?:[^"\\]|\\.)*)"/g, '“$1”') },
    NOTHING,
    'openai',
  ],
  [
    'writes Python that is cut',
    { say: (json) => inPython(JSON.parse(json)).slice(0, -200) },
    NOTHING,
    'offline',
  ],
  ['cuts its reply', { say: (json) => json.slice(0, -200), finish: 'length' }, NOTHING, 'offline'],
  ['cuts its reply unsaid', { say: (json) => json.slice(0, -200) }, NOTHING, 'offline'],
  ['refuses', { refusal: 'I cannot help with that.' }, /cannot help/, 'offline'],
  ['is filtered', { finish: 'content_filter' }, NOTHING, 'offline'],
  ['says nothing', { say: () => '' }, NOTHING, 'offline'],
  ['chats', { say: () => 'Sure! The story is about Zed Quill.' }, /Quill|Sure/, 'offline'],
  [
    'sends another schema',
    { spoil: () => ({ headline: 'Zed Quill', facts: [1, 2] }) },
    /Quill/,
    'offline',
  ],
  [
    'sends wrong types',
    { spoil: (reply) => ({ ...reply, who: [7, { name: 'Zed Quill' }], next: 'soon' }) },
    /Quill/,
    'openai',
  ],
  ['sends an array', { say: (json) => `[${json}, {"x": 1}]` }, NOTHING, 'openai'],
  [
    'invents a name',
    summing('Norvale and Tessaria agreed to reopen crossings, Zed Quill said.', 'S1'),
    /Quill/,
    'openai',
  ],
  [
    'invents a person',
    { spoil: adding('who', person('Zed Quill', 'S2', 'This is a step that our farmers')) },
    /Quill/,
    'openai',
  ],
  [
    'invents a number',
    summing('Norvale and Tessaria agreed to reopen 17 border crossings.', 'S1'),
    /\b17\b/,
    'openai',
  ],
  [
    'borrows a number',
    summing('Norvale and Tessaria agreed to reopen 1,200 border crossings.', 'S1', 'S5'),
    /1,200 border/,
    'openai',
  ],
  [
    'invents a figure',
    {
      spoil: adding('numbers', {
        sid: 'S1',
        quote: 'reopen three border crossings',
        text: '17 crossings',
        value: 17,
        unit: 'crossings',
      }),
    },
    /\b17\b/,
    'openai',
  ],
  [
    'quotes wrongly',
    {
      spoil: adding('outcome', {
        sid: 'S1',
        quote: 'agreed on Monday to close three borders',
        text: 'Norvale agreed on Monday.',
      }),
    },
    /Monday/,
    'openai',
  ],
  [
    'makes up a quotation',
    {
      spoil: adding('quotes', {
        sid: 'S1',
        quote: 'agreed on Tuesday to reopen',
        speaker: 'Edda Brisk',
      }),
    },
    /“agreed/,
    'openai',
  ],
  [
    'cites nothing',
    summing('Norvale and Tessaria agreed to reopen crossings.', 'S99'),
    NOTHING,
    'openai',
  ],
  [
    'negates the outcome',
    {
      spoil: adding('outcome', {
        sid: 'S1',
        quote: 'Norvale and Tessaria agreed on Tuesday',
        text: 'Norvale and Tessaria did not agree on Tuesday to reopen crossings.',
      }),
    },
    /not agree/,
    'openai',
  ],
  [
    'turns the outcome',
    summing('Norvale and Tessaria refused on Tuesday to reopen three border crossings.', 'S1'),
    /refused/,
    'openai',
  ],
  [
    'makes plans facts',
    summing('The next round was held in Port Lessing on April 11.', 'S6'),
    /was held/,
    'openai',
  ],
  [
    'swaps roles',
    {
      spoil: adding(
        'who',
        person('Ivo Lund', 'S3', "Tessaria's trade minister, Ivo Lund", 'foreign minister'),
      ),
    },
    /"role":"foreign minister"[^}]*Lund|"name":"Ivo Lund","role":"foreign/,
    'openai',
  ],
  [
    'swaps speakers',
    {
      spoil: adding('quotes', {
        sid: 'S2',
        quote: 'This is a step that our farmers have waited for',
        speaker: 'Ivo Lund',
      }),
    },
    /"speaker":"Ivo Lund"/,
    'openai',
  ],
  [
    'slips in a mention',
    summing('@everyone Norvale and Tessaria agreed on Tuesday.', 'S1'),
    /@everyone/,
    'openai',
  ],
  [
    'slips in a Slack mention',
    summing('<!channel> Norvale and Tessaria agreed on Tuesday.', 'S1'),
    /channel/,
    'openai',
  ],
  [
    'slips in a link',
    summing('Norvale and Tessaria agreed on Tuesday, see https://evil.example/x.', 'S1'),
    /evil/,
    'openai',
  ],
  [
    'writes markup',
    summing('**Norvale** and [Tessaria](//evil.example) agreed on Tuesday.', 'S1'),
    /evil|\*\*/,
    'openai',
  ],
  [
    'breaks off',
    summing('Norvale and Tessaria agreed on Tuesday to', 'S1'),
    /Tuesday to"/,
    'openai',
  ],
  ['asks to wait', { status: 429, headers: { 'retry-after': '90' } }, NOTHING, 'offline'],
  ['fails', { status: 500 }, NOTHING, 'offline'],
  ['hangs', { socket: 'hang' }, NOTHING, 'offline'],
  ['stops halfway', { socket: 'halfway' }, NOTHING, 'offline'],
  ['drops the socket', { socket: 'drop' }, NOTHING, 'offline'],
  ['redirects', { status: 307, headers: { location: 'http://127.0.0.1:1/' } }, NOTHING, 'offline'],
  ['refuses json_schema', { refuses: ['json_schema'] }, NOTHING, 'openai'],
  ['refuses all formats', { refuses: ['json_schema', 'json_object'] }, NOTHING, 'openai'],
  [
    'refuses formats and tools',
    { refuses: ['json_schema', 'json_object', 'tool'] },
    NOTHING,
    'openai',
  ],
  ['refuses temperature', { refuses: ['temperature'] }, NOTHING, 'openai'],
  ['refuses max_tokens', { refuses: ['max_tokens'] }, NOTHING, 'openai'],
  ['refuses both limits', { refuses: ['max_tokens', 'max_completion_tokens'] }, NOTHING, 'openai'],
];
