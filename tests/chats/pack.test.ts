/** Packing: whole items, within the budget, nothing lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packItems, type Size } from '../../src/chats/pack.ts';
import type { Block, LayoutItem } from '../../src/news/layout.ts';
import { textsOf } from './contract.ts';
import { anyItem } from './any-layout.ts';

const measure = (item: LayoutItem): Size => [
  item.blocks.length,
  textsOf({ title: '', items: [item] }).join('').length,
];

function itemOf(text: string, id = 'e'): LayoutItem {
  return { event: { id, version: 1 }, blocks: [{ kind: 'text', runs: [{ text }] }] };
}

const withoutNotes = (items: readonly LayoutItem[]): string =>
  textsOf({ title: '', items })
    .filter((text) => text !== '(continued)')
    .join('');

describe('packItems', () => {
  it('makes one message of nothing', () => {
    expect(packItems([], measure, [1, 1])).toEqual([[]]);
  });

  it('moves an item whole to the next message', () => {
    const items = ['aaaa', 'bbbb', 'cc'].map((text) => itemOf(text));
    const messages = packItems(items, measure, [9, 6]);
    expect(messages).toEqual([[items[0]], [items[1], items[2]]]);
  });

  it('divides an item that fits no message, and says so on every later piece', () => {
    const messages = packItems(
      [itemOf('one two three four five six seven', 'x')],
      measure,
      [9, 22],
    );
    expect(messages.length).toBeGreaterThan(1);
    expect(withoutNotes(messages.flat())).toBe('one two three four five six seven');
    for (const [piece] of messages.slice(1)) {
      expect(piece?.event).toEqual({ id: 'x', version: 1 });
      expect(piece?.blocks[0]).toEqual({ kind: 'note', runs: [{ text: '(continued)' }] });
    }
  });

  it('cuts between words, and never inside a character', () => {
    const words = packItems([itemOf('alpha beta gamma delta')], measure, [9, 21]);
    expect(textsOf({ title: '', items: words.flat() })[0]).toBe('alpha ');
    const emoji = '👩‍🚀'.repeat(40);
    const pieces = packItems([itemOf(emoji)], measure, [9, 40]).flat();
    const texts = textsOf({ title: '', items: pieces }).filter((text) => text !== '(continued)');
    expect(texts.join('')).toBe(emoji);
    expect(texts.every((text) => text.length % '👩‍🚀'.length === 0)).toBe(true);
  });

  it('keeps what cannot be divided', () => {
    const row: Block = {
      kind: 'buttons',
      buttons: [{ label: 'A long label', action: 'card', value: '1' }],
    };
    const messages = packItems([{ event: null, blocks: [row] }], measure, [1, 2]);
    expect(messages.flat().flatMap((item) => item.blocks)).toEqual([row]);
  });

  const anyItems = fc.array(anyItem, { maxLength: 8 });
  const anyBudget = fc.integer({ min: 150, max: 600 });

  it('stays within any budget', () => {
    fc.assert(
      fc.property(anyItems, anyBudget, (items, most) => {
        for (const message of packItems(items, measure, [12, most])) {
          const sizes = message.map(measure);
          const total = (index: number) => sizes.reduce((sum, size) => sum + (size[index] ?? 0), 0);
          expect(total(0)).toBeLessThanOrEqual(12);
          expect(total(1)).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('loses no character and keeps the order', () => {
    const unlabelled = (item: LayoutItem): LayoutItem => ({
      ...item,
      blocks: item.blocks.map((block) =>
        block.kind === 'facts' ? { ...block, label: '' } : block,
      ),
    });
    fc.assert(
      fc.property(anyItems, anyBudget, (items, most) => {
        const given = items.map(unlabelled);
        const packed = packItems(given, measure, [12, most]).flat();
        expect(withoutNotes(packed)).toBe(withoutNotes(given));
      }),
    );
  });

  it('divides a long label from its lines', () => {
    const block: Block = {
      kind: 'facts',
      label: 'long '.repeat(60),
      lines: [[{ text: 'a line' }]],
    };
    const packed = packItems([{ event: null, blocks: [block] }], measure, [9, 200]).flat();
    expect(withoutNotes(packed)).toBe(`${'long '.repeat(60)}a line`);
  });
});
