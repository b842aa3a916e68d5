/** Any layout at all, with nasty texts in it, for property tests of renderers. */
import fc from 'fast-check';
import {
  PRESS_ACTIONS,
  type Block,
  type Layout,
  type LayoutItem,
  type Run,
} from '../../src/news/layout.ts';
import { HOSTILE_TEXTS } from './layouts.ts';

/** Short, long, hostile, any Unicode with halves of pairs. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...HOSTILE_TEXTS), fc.integer({ min: 1, max: 400 }))
      .map(([text, times]) => text.repeat(times)),
  },
);

const anyHref = fc.oneof(
  fc.constantFrom('https://wire.example/1', 'http://wire.example/?a=1&b=2', 'javascript:alert(1)'),
  fc.constantFrom('data:text/html,x', 'https://user:pass@wire.example/', 'slack://channel?id=C1'),
  fc.webUrl(),
  anyText,
);

const anyRun: fc.Arbitrary<Run> = fc.record(
  {
    text: anyText,
    style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const),
    href: anyHref,
  },
  { requiredKeys: ['text'] },
);
const anyRuns = fc.array(anyRun, { maxLength: 5 });

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: anyText }),
  fc.record({ kind: fc.constant('text' as const), runs: anyRuns }),
  fc.record({
    kind: fc.constant('facts' as const),
    label: anyText,
    lines: fc.array(anyRuns, { maxLength: 6 }),
  }),
  fc.record({ kind: fc.constant('note' as const), runs: anyRuns }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({
    kind: fc.constant('buttons' as const),
    buttons: fc.array(
      fc.record({
        label: fc.string({ unit: 'binary', maxLength: 90 }),
        action: fc.constantFrom(...PRESS_ACTIONS),
        value: fc.string({ maxLength: 80 }),
      }),
      { maxLength: 7 },
    ),
  }),
);

export const anyItem: fc.Arbitrary<LayoutItem> = fc.record(
  {
    event: fc.option(
      fc.record({ id: fc.string({ minLength: 1, maxLength: 20 }), version: fc.nat() }),
    ),
    headline: anyText,
    blocks: fc.array(anyBlock, { maxLength: 10 }),
  },
  { requiredKeys: ['event', 'blocks'] },
);

/** Any layout of up to a dozen items. */
export const anyLayout: fc.Arbitrary<Layout> = fc.record({
  title: anyText,
  items: fc.array(anyItem, { maxLength: 12 }),
});
