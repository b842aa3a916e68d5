/** Ids that orders name in their own words. */
import { describe, expect, it } from 'vitest';
import { idsNamed } from '../../src/editing/named-ids.ts';

describe('ids named by an order', () => {
  it.each([
    ['ANNULE ET REMPLACE la dépêche bgx-0417-2026', ['bgx-0417-2026']],
    ['Please kill the story BC-Tolk--Fire, a0102, sent at 0915GMT on 2026-03-12.', ['a0102']],
    ['Please kill item TKX04171; use item TKX04202 instead.', ['TKX04171']],
    ['Please kill the story on the Covid-2019 vaccine.', []],
  ])('%s', (line, ids) => {
    expect(idsNamed([line], 'kill')).toEqual(ids);
  });

  it('are looked for only where copy speaks of other copy', () => {
    expect(idsNamed(['Please kill item TKX04171.'], 'new')).toEqual([]);
    expect(idsNamed(['The flight TKX04171 was late.'], 'kill')).toEqual([]);
  });
});
