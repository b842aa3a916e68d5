/** Servers that speak the protocol in ways of their own, and words that hide in any field of a reply. */
import { gzipSync } from 'node:zlib';
import type { Completion, Misbehaviour } from '../../fakes/model/fake-model.ts';
import type { FakeReply, Line } from '../../fakes/model/mind.ts';
import { NOTHING, summing, type Case } from './misbehaviours.ts';

/** The message of a completion, changed. */
const message =
  (change: (message: Record<string, unknown>) => Record<string, unknown>) =>
  (completion: Completion): unknown => ({
    ...completion,
    choices: completion.choices.map((each) => ({ ...each, message: change(each.message) })),
  });
const without =
  (name: keyof Completion) =>
  (completion: Completion): unknown => ({ ...completion, [name]: undefined });
const counting = (total: unknown): Misbehaviour => ({
  reshape: (completion) => ({ ...completion, usage: { total_tokens: total } }),
});
const bytes = (make: (json: string) => string | Buffer, more: Misbehaviour = {}): Misbehaviour => ({
  ...more,
  bytes: make,
});
const PAGE = '<html><head><title>Bad gateway</title></head><body>{"who":"Zed Quill"}</body></html>';
const HTML = { contentType: 'text/html' } as const;

/** Ways to send a good reply that must all be read, and ways to send none. */
export const SERVERS: Case[] = [
  ['only streams', { streams: 'only' }, NOTHING, 'openai'],
  ['streams unasked', { streams: 'always' }, NOTHING, 'openai'],
  ['calls its JSON text', bytes((json) => json, { contentType: 'text/plain' }), NOTHING, 'openai'],
  ['begins with a mark', bytes((json) => `\ufeff${json}`), NOTHING, 'openai'],
  [
    'zips its reply',
    bytes((json) => gzipSync(json), { headers: { 'content-encoding': 'gzip' } }),
    NOTHING,
    'openai',
  ],
  [
    'sends parts',
    {
      reshape: message(({ content }) => ({
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'Zed Quill?', text: '{"who":"Zed Quill"}' },
          null,
          { type: 'text', text: content },
        ],
      })),
    },
    /Quill/,
    'openai',
  ],
  [
    'sends the object itself',
    { reshape: message(({ content }) => ({ content: JSON.parse(String(content)) as unknown })) },
    NOTHING,
    'openai',
  ],
  [
    'calls a tool unasked',
    {
      reshape: message(({ content }) => ({
        content: null,
        tool_calls: [{ function: { name: 'card', arguments: content } }],
      })),
    },
    NOTHING,
    'openai',
  ],
  [
    'calls another tool beside its reply',
    {
      reshape: message(({ content }) => ({
        content,
        tool_calls: [{ type: 'function', function: { name: 'search', arguments: 'Zed Quill' } }],
      })),
    },
    /Quill/,
    'openai',
  ],
  [
    'calls a function as of old',
    {
      reshape: message(({ content }) => ({ content: null, function_call: { arguments: content } })),
    },
    NOTHING,
    'openai',
  ],
  [
    'never ends its thought',
    { say: (json) => `<think>Zed Quill may be meant.\n${json}` },
    /Quill/,
    'openai',
  ],
  [
    'tells its thoughts beside',
    { reshape: message((given) => ({ ...given, reasoning_content: 'Zed Quill' })) },
    /Quill/,
    'openai',
  ],
  ['does not count', { reshape: without('usage') }, NOTHING, 'openai'],
  ['counts in words', counting('many'), NOTHING, 'openai'],
  ['counts below nothing', counting(-5), NOTHING, 'openai'],
  ['counts without end', counting(1e300), NOTHING, 'openai'],
  ['chooses nothing', { reshape: (all) => ({ ...all, choices: [] }) }, NOTHING, 'offline'],
  ['names no choices', { reshape: without('choices') }, NOTHING, 'offline'],
  ['chooses null', { reshape: (all) => ({ ...all, choices: [null] }) }, NOTHING, 'offline'],
  [
    'refuses in a part',
    { reshape: message(() => ({ content: [{ type: 'refusal', refusal: 'No, Quill.' }] })) },
    /Quill/,
    'offline',
  ],
  [
    'refuses beside nothing',
    { reshape: message(() => ({ content: null, refusal: 'Zed Quill!' })) },
    /Quill/,
    'offline',
  ],
  ['sends null', bytes(() => 'null'), NOTHING, 'offline'],
  ['sends a number', bytes(() => '7'), NOTHING, 'offline'],
  ['sends nothing at all', bytes(() => ''), NOTHING, 'offline'],
  ['sends a page', bytes(() => PAGE, HTML), /Quill|gateway/, 'offline'],
  ['sends a page as JSON', bytes(() => PAGE), /Quill|gateway/, 'offline'],
  ['tells an error as a success', bytes(() => '{"error":{"code":502}}'), NOTHING, 'offline'],
  [
    'sends what is no UTF-8',
    bytes((json) => Buffer.from(json.replaceAll('agreed', 'agre\u00ff'), 'latin1')),
    /\ufffd/,
    'openai',
  ],
  ['sends more than anybody reads', bytes(() => ' '.repeat(3_000_000)), NOTHING, 'offline'],
  [
    'zips more than anybody reads',
    bytes(() => gzipSync(' '.repeat(30_000_000)), { headers: { 'content-encoding': 'gzip' } }),
    NOTHING,
    'offline',
  ],
  ['drips', { socket: 'drip' }, NOTHING, 'offline'],
  ['finds the copy too large', { status: 413 }, NOTHING, 'offline'],
  ['is overloaded', { status: 529 }, NOTHING, 'offline'],
  ['wants to be paid', { status: 402 }, NOTHING, 'offline'],
  [
    'asks to wait until a day',
    { status: 429, headers: { 'retry-after': 'Fri, 31 Dec 2100 23:59:59 GMT' } },
    NOTHING,
    'offline',
  ],
  ['takes no instructions', { refuses: ['system role'] }, NOTHING, 'openai'],
  ['wants turns to alternate', { refuses: ['turns'] }, NOTHING, 'openai'],
  ['takes only a small limit', { mostTokens: 2_048 }, NOTHING, 'openai'],
  [
    'writes comments',
    { say: (json) => json.replace('"where"', '// who, it"s {\n/* { */ "where"') },
    NOTHING,
    'openai',
  ],
  ['writes its JSON as a string', { say: (json) => JSON.stringify(json) }, NOTHING, 'openai'],
  ['wraps its reply', { say: (json) => `{"card": ${json}}` }, NOTHING, 'openai'],
  ['has nothing left', { status: 429, code: 'insufficient_quota' }, NOTHING, 'offline'],
  ['does not want this copy', { status: 400, code: 'content_filter' }, NOTHING, 'offline'],
];

const SECOND = 'Norvale and Tessaria agreed on Tuesday';
const citing = (section: string, line: Line): Misbehaviour => ({
  spoil: (reply: FakeReply) => ({
    ...reply,
    [section]: [{ sid: 'S1', quote: SECOND, ...line }],
  }),
});
const step = (line: Line): Misbehaviour =>
  citing('next', {
    ...{ sid: 'S6', quote: 'The next round will be held in Port Lessing' },
    ...{ text: 'The next round will be held in Port Lessing on April 11.', place: null },
    ...{ when: null, firm: true },
    ...line,
  });
const who = (line: Line): Misbehaviour =>
  citing('who', { name: 'Edda Brisk', role: null, organisation: null, ...line, sid: 'S2' });
const talks = (more: string) =>
  summing(`Norvale and Tessaria agreed on Tuesday to reopen three border crossings${more}.`, 'S1');

/** Words that no copy holds, in every field that a model fills. */
export const HIDDEN_WORDS: Case[] = [
  ['a role', who({ quote: 'foreign minister, Edda Brisk', role: 'Quill' }), /Quill/, 'openai'],
  [
    'an organisation',
    who({ quote: 'foreign minister, Edda Brisk', organisation: 'Quill Bank' }),
    /Quill/,
    'openai',
  ],
  [
    'a mixed name',
    who({ quote: 'foreign minister, Edda Brisk', name: 'Edda Lund' }),
    /Edda Lund/,
    'openai',
  ],
  ['a place', citing('where', { place: 'Zedburg' }), /Zedburg/, 'openai'],
  ['a marked place', citing('where', { place: '<!channel> Halden' }), /channel/, 'openai'],
  ['a time', citing('when', { text: 'on Monday' }), /Monday/, 'openai'],
  ['the place of a step', step({ place: 'Zedburg' }), /Zedburg/, 'openai'],
  ['the day of a step', step({ when: 'on April 17' }), /April 17/, 'openai'],
  [
    'the words of a step',
    step({ text: 'The next round will be held on April 17.' }),
    /April 17/,
    'openai',
  ],
  [
    'a unit',
    citing('numbers', { text: 'three border crossings', value: 3, unit: 'Quills' }),
    /Quill/,
    'openai',
  ],
  [
    'a value',
    citing('numbers', { text: 'three border crossings', value: 17, unit: null }),
    /\b17\b/,
    'openai',
  ],
  [
    'a speaker',
    citing('quotes', { sid: 'S2', quote: 'This is a step', speaker: 'Zed Quill' }),
    /Quill/,
    'openai',
  ],
  ['an address without a scheme', talks(' evil.example'), /evil/, 'openai'],
  ['an address of another ending', talks(' at zed.shop/x'), /zed/, 'openai'],
  ['a picture', talks(' 🎉'), /🎉/u, 'openai'],
  ['a short name of a picture', talks(' :tada:'), /tada/, 'openai'],
  ['letters struck through', talks(' t\u0336o\u0336'), /\u0336/, 'openai'],
  ['marks that nobody sees', talks('\u{e0041}\ufe0f'), /\u{e0041}|\ufe0f/u, 'openai'],
  [
    'a question',
    summing('Norvale and Tessaria agreed to reopen three border crossings?', 'S1'),
    /\?/,
    'openai',
  ],
  [
    'capitals',
    summing('NORVALE AND TESSARIA AGREED TO REOPEN THREE BORDER CROSSINGS.', 'S1'),
    /AGREED/,
    'openai',
  ],
  ['a spoiler', talks(' ||today||'), /\|\|/, 'openai'],
  ['code', talks(' `today`'), /`/, 'openai'],
  [
    'a number in words',
    summing('Norvale and Tessaria agreed to reopen seventeen crossings.', 'S1'),
    /seventeen/,
    'openai',
  ],
  ['a quotation', summing('"We have won," Edda Brisk said.', 'S2'), /have won/, 'openai'],
  [
    'a role of another',
    summing('Foreign minister Ivo Lund signed the text.', 'S3'),
    /Foreign minister Ivo/,
    'openai',
  ],
];
