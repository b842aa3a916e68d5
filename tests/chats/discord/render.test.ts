/** Rendering for Discord: limits, nothing lost, and no power for text from outside. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTarget } from '../../../src/chats/discord/escape.ts';
import { readCustomId, renderLayout, threadName } from '../../../src/chats/discord/render.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import {
  PRESS_ACTIONS,
  type Block,
  type Layout,
  type LayoutItem,
  type Run,
} from '../../../src/news/layout.ts';
import { pingsIn, readMarkdown, type Effect } from '../../fakes/discord/markdown.ts';
import { checkMessage } from '../../fakes/discord/validate.ts';
import { buttonsOf, textsOf, type Json } from '../../fakes/discord/world.ts';
import { giantItem, HOSTILE_TEXTS, hugeDigest, LAYOUTS } from '../layouts.ts';
import { textsOf as textsOfLayout } from '../contract.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const GOLDEN = join(import.meta.dirname, '../../golden/discord');
const BATCH = 'golden-batch';

describe('golden renderings', () => {
  it.each(Object.entries(LAYOUTS).filter(([name]) => name !== 'giantItem'))(
    '%s',
    (name, layout) => {
      const file = join(GOLDEN, `${name}.json`);
      const parts = renderLayout(layout, BATCH).map(({ payload, place }) => ({ place, payload }));
      const rendered = `${JSON.stringify(parts, null, 2)}\n`;
      if (process.env['UPDATE_GOLDEN'] === '1') {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(file, rendered);
      }
      expect(rendered).toBe(readFileSync(file, 'utf8'));
    },
  );
});

it('carries the longest value of a choice whole in its custom id', () => {
  const layout = LAYOUTS['choices'] ?? giantItem;
  const value = `${'e'.repeat(20)}.${'s'.repeat(20)}.${'d'.repeat(20)}`;
  const buttons = renderLayout(layout, BATCH)
    .flatMap(({ payload }) => buttonsOf(payload as Json))
    .flatMap(({ customId, disabled }) => (disabled ? [] : [readCustomId(customId)]));
  expect(buttons).toHaveLength(30);
  for (const read of buttons) expect(read?.press).toEqual({ action: 'apart', value });
});

const SPITEFUL = [
  ...['*', '**', '_', '__', '~~', '||', '`', '```', '[', ']', '(', ')', '](', '<', '>', '#', '# '],
  ...[
    '-# ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
    '> ',
    '>>> ',
    '\\',
    '@',
    '@everyone',
    '@here',
    ':',
    ':smile:',
  ],
  ...[
    '<@123>',
    '<@!1>',
    '<@&9>',
    '<#4>',
    '<t:1:R>',
    '<:a:1>',
    '</ask:1>',
    '<id:home>',
    '\n',
    '\n\n',
  ],
  ...[
    'https://evil.example/a',
    'http://x',
    'discord.gg/abc',
    '<https://evil.example>',
    'a@b.example',
  ],
  ...[
    '\u202e',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u0000',
    '\ud800',
    '😀',
    'é',
    'word',
    ' ',
    '.',
    '!',
    'ی',
  ],
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...SPITEFUL), fc.constantFrom(...HOSTILE_TEXTS), fc.string()), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const),
    href: fc.oneof(
      fc.constantFrom('https://wire.example/a_(b)?c=[d]*e*', 'http://x.example/`y`|z|\\"'),
      fc.webUrl({ withQueryParameters: true }),
      words,
    ),
  },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<Run>;
const runs = fc.array(run, { maxLength: 5 });
const button = fc.record({
  label: words.map((label) => label.slice(0, 80)),
  action: fc.constantFrom(...PRESS_ACTIONS),
  value: words,
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: words }),
  fc.record({ kind: fc.constant('text' as const), runs }),
  fc.record({ kind: fc.constant('note' as const), runs }),
  fc.record({
    kind: fc.constant('facts' as const),
    label: words,
    lines: fc.array(runs, { maxLength: 6 }),
  }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({
    kind: fc.constant('buttons' as const),
    buttons: fc.array(button, { minLength: 0, maxLength: 7 }),
  }),
);
const item: fc.Arbitrary<LayoutItem> = fc.record({
  event: fc.option(fc.record({ id: fc.constantFrom('one', 'two'), version: fc.nat(9) })),
  blocks: fc.array(block, { maxLength: 8 }),
});
const layout: fc.Arbitrary<Layout> = fc.record({
  title: words,
  items: fc.array(item, { maxLength: 8 }),
});

const bodiesOf = (given: Layout): Json[] =>
  renderLayout(given, BATCH).map((part) => part.payload as Json);
const effectsOf = (bodies: readonly Json[]): Effect[] =>
  bodies.flatMap(textsOf).flatMap((each) => readMarkdown(each).effects);

/** What must survive: letters and signs; blanks and invisible characters may go. */
function bare(text: string): string {
  return text
    .toWellFormed()
    .replace(
      /[\s\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0]/gu,
      '',
    )
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll('`', "'");
}

function shownBy(bodies: readonly Json[]): string {
  const texts = bodies.flatMap(textsOf).map((each) => readMarkdown(each).text);
  return bare([...texts, ...bodies.flatMap(buttonsOf).map((each) => each.label)].join('\n'));
}

describe('any layout', () => {
  it('fits every limit of Discord and carries its delivery id', () => {
    fc.assert(
      fc.property(layout, (given) => {
        for (const [index, part] of renderLayout(given, BATCH).entries()) {
          expect(checkMessage(part.payload, 'post')).toEqual([]);
          const marks = buttonsOf(part.payload as Json).map((each) => readCustomId(each.customId));
          expect(marks.length).toBeGreaterThan(0);
          for (const mark of marks) expect(mark?.delivery).toBe(deliveryId(BATCH, index));
        }
      }),
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(layout, (given) => {
        const shown = shownBy(bodiesOf(given));
        const lost = textsOfLayout(given).filter((text) => !shown.includes(bare(text)));
        expect(lost).toEqual([]);
      }),
    );
  });

  it('gives text from outside no power', () => {
    fc.assert(
      fc.property(layout, (given) => {
        const bodies = bodiesOf(given);
        const effects = effectsOf(bodies);
        const ours = ['heading', 'subtext', 'item', 'bold', 'italic', 'code', 'link'];
        expect(effects.filter(({ kind }) => !ours.includes(kind))).toEqual([]);
        const most = mostEffects(given, bodies.length);
        for (const kind of ours)
          expect(effects.filter((each) => each.kind === kind).length).toBeLessThanOrEqual(
            most[kind] ?? 0,
          );
        const links = new Set(hrefsOf(given).map(linkTarget));
        for (const { kind, detail } of effects)
          if (kind === 'link') expect(links).toContain(detail);
        const raw = bodies.flatMap(textsOf).join('\n');
        expect(pingsIn(raw)).toEqual({ everyone: false, users: [], roles: [] });
        expect(raw).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
      }),
      { numRuns: 300 },
    );
  });

  it('is rendered the same way for ever', () => {
    fc.assert(
      fc.property(layout, (given) => {
        expect(JSON.stringify(bodiesOf(given))).toBe(JSON.stringify(bodiesOf(given)));
      }),
    );
  });
});

/** How often each effect may occur: as often as the layout itself asks for it. */
function mostEffects(given: Layout, messages: number): Record<string, number> {
  const blocks = given.items.flatMap((each) => each.blocks);
  const all = blocks.flatMap((each) =>
    each.kind === 'facts' ? each.lines.flat() : 'runs' in each ? each.runs : [],
  );
  const count = (test: (run: Run) => boolean): number => all.filter(test).length;
  const kinds = (kind: Block['kind']): number => blocks.filter((each) => each.kind === kind).length;
  const lines = blocks.reduce(
    (sum, each) => sum + (each.kind === 'facts' ? each.lines.length : 0),
    0,
  );
  return {
    heading: kinds('heading'),
    subtext: kinds('note') + messages,
    item: lines,
    bold: count(({ style }) => style === 'bold') + kinds('facts') + messages,
    italic: count(({ style }) => style === 'italic'),
    code: count(({ style }) => style === 'code'),
    link: count(({ href }) => href !== undefined && linkTarget(href) !== null),
  };
}

function hrefsOf(given: Layout): string[] {
  return given.items
    .flatMap((each) => each.blocks)
    .flatMap((each) =>
      each.kind === 'facts' ? each.lines.flat() : 'runs' in each ? each.runs : [],
    )
    .flatMap((each) => each.href ?? []);
}

describe('a long digest', () => {
  it('overflows to labelled messages, each item whole in one', () => {
    const parts = renderLayout(hugeDigest, BATCH);
    expect(parts.length).toBeGreaterThan(3);
    parts.forEach((part, index) => {
      const shown = textsOf(part.payload as Json).map((each) => readMarkdown(each).text);
      expect(shown.join('\n')).toContain(`(${index + 1}/${parts.length})`);
      expect(part.place).toBe(index === 0 ? 'lead' : 'thread');
    });
    const events = parts.flatMap((part) => part.events.map(({ id }) => id));
    expect(events).toEqual(hugeDigest.items.flatMap((each) => each.event?.id ?? []));
    expect(threadName(parts[1]?.payload)).toBe(hugeDigest.title);
  });

  it('amends one message of several under its own name and label', () => {
    const parts = renderLayout(hugeDigest, BATCH);
    const third = parts[2];
    if (!third) throw new Error('too few parts');
    const position = { index: 2, total: parts.length };
    expect(renderLayout(third.layout, BATCH, position)).toEqual([third]);
  });

  it('divides an item only when it fits no message', () => {
    const parts = renderLayout(giantItem, BATCH);
    expect(parts.length).toBeGreaterThan(4);
    for (const part of parts) expect(checkMessage(part.payload, 'post')).toEqual([]);
    expect(new Set(parts.flatMap((part) => part.events.map(({ id }) => id)))).toEqual(
      new Set(['event-giant']),
    );
  });

  it('is rendered in linear time on hostile junk', async () => {
    const junk = [
      '\\*'.repeat(32_000),
      '['.repeat(64_000),
      '](<'.repeat(20_000),
      ' \n'.repeat(32_000),
    ];
    const tookMs = await cpuMsOf(() => {
      for (const text of junk) {
        const blocks: Block[] = [
          { kind: 'text', runs: [{ text, style: 'bold', href: 'https://wire.example' }] },
          { kind: 'note', runs: [{ text }] },
        ];
        renderLayout({ title: text, items: [{ event: null, blocks }] }, BATCH);
      }
    });
    expect(tookMs).toBeLessThan(6_000);
  });
});

describe('custom ids', () => {
  it('tell the delivery and the press, and are none of ours otherwise', () => {
    const id = deliveryId(BATCH, 0);
    expect(readCustomId(`d:${id}:3:card:event-1`)).toEqual({
      delivery: id,
      press: { action: 'card', value: 'event-1' },
    });
    expect(readCustomId(`d:${id}:mark`)).toEqual({ delivery: id, press: null });
    for (const other of ['', 'd:', `x:${id}:0:card:a`, `d:${id}`, `d:${id}:0:explode:a`])
      expect(readCustomId(other)?.press ?? null).toBeNull();
  });
});

describe('links', () => {
  it.each([
    ['https://wire.example/a b', 'https://wire.example/a%20b'],
    ['https://wire.example/(x)', 'https://wire.example/%28x%29'],
    ['javascript:alert(1)', null],
    ['https://user:secret@wire.example/', null],
    ['//wire.example/a', null],
    ['discord://-/channels', null],
    ['https://social.example/@everyone', 'https://social.example/%40everyone'],
  ])('%s', (href, target) => {
    expect(linkTarget(href)).toBe(target);
  });

  it('are not made of endless addresses', () => {
    expect(linkTarget(`https://wire.example/${'a'.repeat(2_000)}`)).toBeNull();
  });
});
