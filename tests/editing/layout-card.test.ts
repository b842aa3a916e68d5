/** A card as lines: each sentence is told once, where a reader gains most by it. */
import { describe, expect, it } from 'vitest';
import { briefCard, fullCard } from '../../src/editing/layout/card.ts';
import type { Card } from '../../src/news/card.ts';
import type { LayoutItem } from '../../src/news/layout.ts';
import { sampleCard } from '../stores/sample-nouns.ts';

const DECIDES = 'The court is to decide by Friday whether to hear the case.';
const UNCLEAR = 'It is unclear who paid for the ship.';
const evidence = [{ take: 'take', start: 0, end: 4, quote: 'Text' }];
const CARD: Card = {
  ...sampleCard('Court weighs case of the ship'),
  open: [DECIDES, UNCLEAR].map((text) => ({ text, evidence })),
  next: [{ text: DECIDES, place: null, when: null, firm: true, evidence }],
};
const EVENT = { id: 'event', version: 1 };

const linesOf = ({ blocks }: LayoutItem, label: string): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'facts' && block.label === label
      ? block.lines.map((runs) => runs.map(({ text }) => text).join(''))
      : [],
  );

describe.each([
  ['brief', briefCard(CARD, EVENT, null)],
  ['full', fullCard(CARD, EVENT)],
])('the %s form of a card', (_, item) => {
  it('tells a step that is open as well under "Next" alone', () => {
    expect(linesOf(item, 'Open')).toEqual([UNCLEAR]);
    expect(linesOf(item, 'Next')).toEqual([expect.stringContaining(DECIDES)]);
  });
});

it('leaves an open point where the step that tells it has no room', () => {
  const others = Array.from({ length: 9 }, (_, number) => ({
    ...CARD.next[0],
    ...{ text: `Round ${number} is on Friday.`, place: null, when: null, firm: true, evidence },
  }));
  const item = briefCard({ ...CARD, next: [...others, ...CARD.next] }, EVENT, null);
  expect(linesOf(item, 'Open')).toContain(DECIDES);
});
