/** The fake's own rules: it takes what Slack takes and refuses what Slack refuses. */
import { describe, expect, it } from 'vitest';
import { blockProblems, effectsOf, isTooLong } from './blocks.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const button = (facts: object) => ({ type: 'button', text: plain('Press'), ...facts });
const rich = (...runs: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: runs }],
});

describe('the fake Slack', () => {
  it.each([
    ['a header at its limit', { type: 'header', text: plain('x'.repeat(150)) }],
    ['a header of 150 emoji', { type: 'header', text: plain('😀'.repeat(150)) }],
    [
      'a section at its limit',
      { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_000) } },
    ],
    ['ten fields', { type: 'section', fields: Array.from({ length: 10 }, () => plain('x')) }],
    [
      'a button at its limit',
      {
        type: 'actions',
        elements: [button({ action_id: 'a'.repeat(255), value: 'v'.repeat(2_000) })],
      },
    ],
    ['rich text', rich({ type: 'text', text: 'x', style: { bold: true } })],
  ])('takes %s', (_, block) => {
    expect(blockProblems([block])).toEqual([]);
  });

  it.each([
    ['a header over its limit', { type: 'header', text: plain('x'.repeat(151)) }],
    ['a header in mrkdwn', { type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
    ['an empty header', { type: 'header', text: plain('') }],
    ['a section over its limit', { type: 'section', text: plain('x'.repeat(3_001)) }],
    ['a section of nothing', { type: 'section' }],
    ['eleven fields', { type: 'section', fields: Array.from({ length: 11 }, () => plain('x')) }],
    [
      'eleven context elements',
      { type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) },
    ],
    [
      'twenty-six buttons',
      { type: 'actions', elements: Array.from({ length: 26 }, () => button({})) },
    ],
    ['a long label', { type: 'actions', elements: [button({ text: plain('x'.repeat(76)) })] }],
    ['a long value', { type: 'actions', elements: [button({ value: 'x'.repeat(2_001) })] }],
    ['a long action id', { type: 'actions', elements: [button({ action_id: 'x'.repeat(256) })] }],
    [
      'two equal action ids',
      { type: 'actions', elements: [button({ action_id: 'a' }), button({ action_id: 'a' })] },
    ],
    ['an empty run', rich({ type: 'text', text: '' })],
    ['an unknown run', rich({ type: 'shout', text: 'x' })],
    ['an unknown field', { type: 'divider', colour: 'red' }],
    ['an unknown block', { type: 'banner' }],
    ['no block at all', 'divider'],
  ])('refuses %s', (_, block) => {
    expect(blockProblems([block])).not.toEqual([]);
  });

  it('refuses too many blocks, equal block ids and too much together', () => {
    const divider = { type: 'divider' };
    expect(blockProblems(Array.from({ length: 50 }, () => divider))).toEqual([]);
    expect(blockProblems(Array.from({ length: 51 }, () => divider))).toHaveLength(1);
    const twins = [
      { ...divider, block_id: 'a' },
      { ...divider, block_id: 'a' },
    ];
    expect(blockProblems(twins)).toHaveLength(1);
    expect(isTooLong([rich({ type: 'text', text: 'x'.repeat(12_001) })])).toBe(true);
    expect(isTooLong([rich({ type: 'text', text: 'x'.repeat(11_999) })])).toBe(false);
  });

  it('sees every power that a text could have', () => {
    const blocks = [
      rich({ type: 'broadcast', range: 'channel' }, { type: 'user', user_id: 'U1' }),
      rich({ type: 'link', url: 'https://wire.example/' }),
      { type: 'section', text: { type: 'mrkdwn', text: '<!here>' } },
      { type: 'context', elements: [plain(':smile:')] },
    ];
    expect(effectsOf(blocks).map((effect) => effect.type)).toEqual([
      'broadcast',
      'user',
      'link',
      'mrkdwn',
      'emoji',
    ]);
  });
});
