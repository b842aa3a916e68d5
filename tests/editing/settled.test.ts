/** What a newer card settles, and how differences stand on a card. All names are invented. */
import { describe, expect, it } from 'vitest';
import { briefCard, fullCard } from '../../src/editing/layout/card.ts';
import { newFact } from '../../src/editing/delta.ts';
import { newConflicts, settledPoints } from '../../src/editing/settled.ts';
import { verifyCard } from '../../src/editing/verify.ts';
import { differenceLabel, sidesText } from '../../src/news/point.ts';
import { COPY_ON_DIFFERENCES, DIFFERING } from '../chats/differing.ts';

const [dead, talks] = DIFFERING.conflicts ?? [];
if (!dead || !talks) throw new Error('the sample has two differences');
const [eleven, nine] = dead.sides;
if (!eleven || !nine) throw new Error('the sample has two sides');

describe('settledPoints', () => {
  const together = {
    ...dead,
    sides: [{ ...eleven, tellers: [...eleven.tellers, ...nine.tellers] }],
  };

  it('names those who now say the same', () => {
    const now = { ...DIFFERING, conflicts: [talks], agreements: [together] };
    const settled = settledPoints(DIFFERING, now);
    expect(settled.map(({ text }) => text)).toEqual([
      'Kestrel News and Port Wire now both say 11 dead.',
    ]);
    expect(settled[0]?.agreed).toBe(together);
    expect(newConflicts(now, DIFFERING)).toEqual([dead]);
  });

  it('is what is new on a card that was shown before, and so is a new difference', () => {
    const agreed = { ...DIFFERING, conflicts: [talks], agreements: [together] };
    expect(newFact(DIFFERING, agreed)).toBe('Kestrel News and Port Wire now both say 11 dead.');
    expect(newFact(agreed, DIFFERING)).toContain('Sources differ: Kestrel News 11 dead');
    expect(newFact(DIFFERING, DIFFERING)).toBeNull();
  });

  it('says so when the difference is gone without an agreement', () => {
    const now = { ...DIFFERING, conflicts: [talks], agreements: [] };
    expect(settledPoints(DIFFERING, now)[0]?.text).toBe(
      'The sources no longer differ (11 dead or nine dead).',
    );
  });

  it('finds nothing settled where the sides only moved, and nothing in cards without differences', () => {
    const moved = { ...dead, sides: [{ ...eleven, text: '12 dead', value: 12 }, nine] };
    expect(settledPoints(DIFFERING, { ...DIFFERING, conflicts: [moved, talks] })).toEqual([]);
    const plain = { ...DIFFERING, conflicts: [] };
    expect(settledPoints(plain, DIFFERING)).toEqual([]);
    expect(newConflicts(DIFFERING, plain)).toEqual([]);
  });

  it('knows a point by the words that it is about', () => {
    const other = { ...talks, words: ['harbour', 'strike', 'union'] };
    const now = { ...DIFFERING, conflicts: [dead, other] };
    expect(settledPoints(DIFFERING, now)).toHaveLength(1);
  });
});

describe('differences in words', () => {
  it('name source and time, and tell once what the sides share', () => {
    expect(sidesText(dead)).toBe('Kestrel News 11 dead (14:20 UTC); Port Wire nine (13:05 UTC)');
    expect(differenceLabel(dead)).toBe('Sources differ');
    expect(differenceLabel(talks)).toBe('Sources differ on when (“hold the next hearing”)');
  });

  it('give the day when the sides come from different days, and do without a time', () => {
    const late = { ...nine, tellers: [{ provider: null, sentAt: '2031-05-13T23:30:00+01:00' }] };
    expect(sidesText({ ...dead, sides: [eleven, late] })).toBe(
      'Kestrel News 11 dead (2031-05-14 14:20 UTC); one source nine (2031-05-13 22:30 UTC)',
    );
    const untimed = { ...nine, tellers: [{ provider: 'Port Wire', sentAt: null }] };
    expect(sidesText({ ...dead, sides: [untimed] })).toBe('Port Wire nine dead');
  });

  it('are cut where a side is a long sentence', () => {
    const long = { ...eleven, text: 'The court upheld the ban. '.repeat(20) };
    const line = sidesText({ ...dead, about: 'outcome', sides: [long, nine] });
    expect(line.length).toBeLessThan(260);
  });
});

describe('a card with differences', () => {
  const shown = (full: boolean): string =>
    JSON.stringify((full ? fullCard : briefCard)(DIFFERING, { id: 'e', version: 1 }, null));

  it('tells them short and in full, with how many sources tell a fact', () => {
    expect(shown(false)).toContain('Port Wire nine (13:05 UTC)');
    expect(shown(true)).toContain('(2 sources)');
    expect(shown(true)).toContain('As they tell it');
  });

  it('keeps a difference only while two sides are proven', () => {
    expect(verifyCard(DIFFERING, COPY_ON_DIFFERENCES)).toEqual(DIFFERING);
    const [first] = COPY_ON_DIFFERENCES;
    const verified = verifyCard(DIFFERING, first ? [first] : []);
    expect(verified.conflicts).toEqual([]);
    expect(verified.origin.dropped).toBeGreaterThan(0);
  });
});
