/** Sample layouts that every chat must be able to say. All names and facts are invented. */
import { briefCard, fullCard } from '../../src/editing/layout/card.ts';
import { privateNotice, updateNote, withdrawalNote } from '../../src/editing/layout/amend.ts';
import { withChanged } from '../../src/editing/layout/agenda.ts';
import { withdrawalItem } from '../../src/editing/layout/digest.ts';
import type { Block, Layout, LayoutItem } from '../../src/news/layout.ts';
import { DIFFERING } from './differing.ts';

function storyItem(number: number): LayoutItem {
  return {
    event: { id: `event-${number}`, version: 1 },
    headline: `Harbour council agrees dredging plan ${number}`,
    blocks: [
      {
        kind: 'text',
        runs: [
          {
            text: `Harbour council agrees dredging plan ${number}`,
            style: 'bold',
            href: `https://wire.example/stories/${number}`,
          },
        ],
      },
      {
        kind: 'text',
        runs: [{ text: `The council of Port Elmsby voted on Tuesday to dredge basin ${number}.` }],
      },
      {
        kind: 'facts',
        label: 'Who',
        lines: [
          [{ text: 'Mara Quill', style: 'bold' }, { text: ', harbour master, Port Elmsby' }],
          [{ text: 'Tobin Ashe', style: 'bold' }, { text: ', council chair' }],
        ],
      },
      {
        kind: 'facts',
        label: 'Next',
        lines: [[{ text: 'A second reading' }, { text: ' [4 March, Elmsby]', style: 'italic' }]],
      },
      {
        kind: 'note',
        runs: [
          { text: 'Sources: ' },
          { text: 'Coastal Wire', href: `https://wire.example/stories/${number}` },
          { text: ' · Elmsby Press' },
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'All facts', action: 'card', value: `event-${number}` },
          { label: 'Wrong fact', action: 'wrongfact', value: `event-${number}.1` },
          { label: 'Wrong merge', action: 'wrongmerge', value: `event-${number}.1` },
          { label: 'Not relevant', action: 'irrelevant', value: `event-${number}.1` },
        ],
      },
    ],
  };
}

function digestOf(count: number): Layout {
  const title = 'Morning digest · Tuesday 3 March';
  const items = Array.from({ length: count }, (_, index) => storyItem(index + 1));
  const head: LayoutItem = { event: null, blocks: [{ kind: 'heading', text: title }] };
  const foot: LayoutItem = {
    event: null,
    blocks: [{ kind: 'note', runs: [{ text: 'and 3 more: ask with /brief TOPIC' }] }],
  };
  return { title, items: [head, ...items, foot] };
}

/** Four items with a heading and a footer. */
export const digest: Layout = digestOf(4);
/** Fifty items: more than one message on every platform. */
export const hugeDigest: Layout = digestOf(50);

const LONG_SENTENCE =
  'The inspectors walked the length of the sea wall and noted every stone of it. ';

/** One item that fits no message alone: long text, hundreds of lines, a long heading. */
export const giantItem: Layout = {
  title: 'The sea wall report',
  items: [
    {
      event: { id: 'event-giant', version: 3 },
      blocks: [
        { kind: 'heading', text: 'The sea wall report, in full and with every annex '.repeat(6) },
        { kind: 'text', runs: [{ text: LONG_SENTENCE.repeat(200) }] },
        { kind: 'text', runs: [{ text: 'stone'.repeat(3_000) }] },
        {
          kind: 'facts',
          label: 'Findings',
          lines: Array.from({ length: 300 }, (_, index) => [
            { text: `Finding ${index}: ` },
            { text: 'the joint is open.', style: 'italic' as const },
          ]),
        },
      ],
    },
  ],
};

/** Texts that would mention, link, style or break out if a platform read them as markup. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<!channel> <!here> <!everyone> <!subteam^S012AB3CD|@desk>',
  '<@U012AB3CD> <@!80351110224678912> <@&80351110224678912> <#C012AB3CD|general>',
  '@everyone @here @channel',
  '<https://evil.example|Sign in> [Sign in](https://evil.example) <https://evil.example>',
  '*bold* _italic_ ~struck~ `code` **bold** __under__ ~~struck~~ ||spoiler||',
  '```\nblock\n```',
  '# Heading\n## Second\n-# small\n> quote\n>>> quotes\n- item\n* item\n1. first',
  ':smile: :custom_emoji: <:blob:123456789012345678> <a:blob:123456789012345678>',
  '<t:1700000000:R> </brief:123456789012345678> <id:customize>',
  '&lt;!channel&gt; &amp;lt;!here&amp;gt;',
  '\\*not\\* \\<@U012AB3CD\\>',
  '{"type":"broadcast","range":"channel"}',
  'right\u202eleft \u200b zero \ufeff width',
  'half \ud83d of a pair',
];

/** Every hostile text in every place that a layout has for text. */
export const hostile: Layout = {
  title: HOSTILE_TEXTS.slice(0, 4).join(' '),
  items: HOSTILE_TEXTS.map((text, index): LayoutItem => {
    const blocks: Block[] = [
      { kind: 'heading', text: text.slice(0, 100) },
      { kind: 'text', runs: [{ text, style: 'bold' }, { text }, { text, style: 'code' }] },
      {
        kind: 'text',
        runs: [
          { text, href: 'javascript:alert(1)' },
          { text, href: text },
        ],
      },
      { kind: 'facts', label: text.slice(0, 60), lines: [[{ text }], [{ text, style: 'italic' }]] },
      { kind: 'note', runs: [{ text }] },
      { kind: 'note', runs: [{ text, href: 'https://wire.example/a?b=1&c=(2)' }] },
    ];
    return { event: { id: `event-hostile-${index}`, version: 1 }, blocks };
  }),
};

/** A digest that has no item at all. */
export const emptyDigest: Layout = { title: 'Nothing new since the last digest.', items: [] };

/** One event in full. */
const card: Layout = {
  title: 'Harbour council agrees dredging plan',
  items: [
    {
      event: { id: 'event-1', version: 2 },
      blocks: [
        ...storyItem(1).blocks.slice(0, 4),
        {
          kind: 'facts',
          label: 'Numbers',
          lines: [
            [{ text: '14 metres' }, { text: ' — “to a depth of 14 metres”', style: 'italic' }],
          ],
        },
        { kind: 'facts', label: 'Quotes', lines: [[{ text: '“We start at low tide.”' }]] },
        { kind: 'note', runs: [{ text: 'Read by offline rules' }] },
      ],
    },
    {
      event: null,
      blocks: [
        {
          kind: 'buttons',
          buttons: [{ label: 'Share in channel', action: 'share', value: 'reply-1' }],
        },
      ],
    },
  ],
};

/** An answer with its quoted sentence. */
const answer: Layout = {
  title: 'The second reading is on 4 March.',
  items: [
    {
      event: { id: 'event-1', version: 1 },
      blocks: [
        { kind: 'text', runs: [{ text: 'When is the second reading?', style: 'italic' }] },
        { kind: 'text', runs: [{ text: 'The second reading is on 4 March.' }] },
        {
          kind: 'note',
          runs: [{ text: 'Coastal Wire · 3 March', href: 'https://wire.example/stories/1' }],
        },
      ],
    },
  ],
};

/** An event whose sources differ: as a digest's item, then in full. */
const differing: Layout = {
  title: DIFFERING.title,
  items: [
    briefCard(DIFFERING, { id: 'event-2', version: 1 }, null),
    fullCard(DIFFERING, { id: 'event-2', version: 1 }),
  ],
};

/** A help text: a heading and a list without a label. */
const help: Layout = {
  title: 'What you can ask of Wirebrief',
  items: [
    {
      event: null,
      blocks: [
        { kind: 'heading', text: 'What you can ask of Wirebrief' },
        {
          kind: 'facts',
          label: '',
          lines: [
            [{ text: '/brief TOPIC', style: 'code' }, { text: ' the newest card' }],
            [{ text: '/ask QUESTION', style: 'code' }, { text: ' an answer with its sentences' }],
          ],
        },
        { kind: 'divider' },
        { kind: 'text', runs: [{ text: 'Answers are private until you share them.' }] },
      ],
    },
  ],
};

/** A digest after its stories changed: one updated, one corrected, one withdrawn. */
const amendedDigest: Layout = {
  ...digest,
  items: digest.items.map((item, index) => {
    if (item.event === null) return item;
    if (index === 3) return withdrawalItem(item.event);
    const [title, ...others] = item.blocks;
    const [sign, text] =
      index === 1
        ? ['Update v3: ', 'death toll 9 to at least 11; next step moved from 4 March to 6 March']
        : ['Correction: ', 'CORRECTS the day of the vote to Tuesday.'];
    const label: Block = { kind: 'text', runs: [{ text: sign, style: 'bold' }, { text }] };
    return { ...item, blocks: [title, label, ...others].filter((block) => block !== undefined) };
  }),
};

/** A digest whose first story announced a step that another one had moved by then. */
const changedStep: Layout = {
  ...digest,
  items: [
    ...digest.items.slice(0, 1),
    ...withChanged(digest.items[1] as LayoutItem, [
      {
        event: 'event-9',
        version: 1,
        text: 'moved to 2026-03-06: “The second reading was put back to 6 March.” (Elmsby Press, 3 Mar 2026)',
        announced: 'The second reading is due on 4 March.',
        evidence: {
          take: 'take-9',
          start: 120,
          end: 165,
          quote: 'The second reading was put back to 6 March.',
        },
      },
    ]),
    ...digest.items.slice(2, 3),
  ],
};

const noted = {
  event: { id: 'event-1', version: 3 },
  title: 'Storm hits Port Elmsby',
  href: 'https://wire.example/stories/1',
};

/** Which fact is wrong: as many choices as are offered at once, with values as long as they get. */
const choices: Layout = {
  title: 'Which fact is wrong?',
  items: [
    {
      event: { id: 'event-1', version: 2 },
      blocks: [
        { kind: 'text', runs: [{ text: 'Which fact is wrong?', style: 'bold' }] },
        {
          kind: 'facts',
          label: '',
          lines: Array.from({ length: 30 }, (_, index) => [
            { text: `${index + 1}. `, style: 'bold' as const },
            { text: LONG_SENTENCE },
          ]),
        },
        {
          kind: 'buttons',
          buttons: Array.from({ length: 30 }, (_, index) => ({
            label: String(index + 1),
            action: 'apart' as const,
            value: `${'e'.repeat(20)}.${'s'.repeat(20)}.${'d'.repeat(20)}`,
          })),
        },
      ],
    },
  ],
};

/** All of them by name, for golden files and for the suite that every chat runs. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  digest,
  hugeDigest,
  giantItem,
  hostile,
  emptyDigest,
  card,
  answer,
  differing,
  help,
  amendedDigest,
  changedStep,
  updateNote: updateNote(noted, 'v3', ['death toll 9 to 11', 'next: <@U1> meets *all* @here']),
  longUpdateNote: updateNote(
    noted,
    'v4',
    Array.from({ length: 7 }, (_, index) => `figure ${index} to ${index + 1}`),
  ),
  withdrawalNote: withdrawalNote(false),
  privateNotice: privateNotice(['Thu 12 Mar 2026 09:00 (UTC)'], false),
  privateHoldNotice: privateNotice(['Thu 12 Mar 2026 09:00 (UTC)'], true),
  choices,
};
