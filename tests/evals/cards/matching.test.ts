/** When a line says what a label says: the judgement that every score rests on. */
import { describe, expect, it } from 'vitest';
import { holds, isSameDate, isSameName, isSameRole, plain, wordF1 } from './matching.ts';

describe('plain words', () => {
  it('drops accents, case, marks and apostrophes', () => {
    expect(plain('  Bélanger’s “£1,200” — NOW! ')).toBe('belangers 1 200 now');
  });

  it('holds whole words only', () => {
    expect(holds('a toll of 310 people', '31')).toBe(false);
    expect(holds('The toll rose to 31.', '31')).toBe(true);
    expect(holds('anything', '')).toBe(false);
  });
});

describe('names', () => {
  it.each([
    ['Ilse Brandvold', 'Brandvold', true],
    ['Lin Pei-shan', 'Lin', true],
    ['Dr Hana Mahfouz', 'Hana Mahfouz', true],
    ['Ragna Thorvald', 'Anneliese Thorvald', false],
    ['Brandvold', 'Brandt', false],
    ['', 'Brandt', false],
  ])('%s and %s', (one, other, same) => expect(isSameName(one, other)).toBe(same));
});

describe('roles', () => {
  it.each([
    ['Water Minister Ruvenia', 'Water Minister', true],
    ['director Kadim General Hospital', 'director of Kadim General Hospital', true],
    ['minister', 'spokesman', false],
    ['', 'President', false],
    ['heads the employers association', 'head of the employers’ association', true],
  ])('%s for %s', (found, label, same) => expect(isSameRole(found, label)).toBe(same));
});

describe('dates', () => {
  it.each([
    ['2027-03-12', '2027-03-12', true],
    ['2027-03', '2027-03-12', true],
    ['2027', '2027-03', true],
    ['2027-03-12', '2027-03-13', false],
    ['2027-1', '2027-10', false],
    [null, '2027', false],
    ['2027', null, false],
  ])('%s and %s', (found, label, same) => expect(isSameDate(found, label)).toBe(same));
});

describe('shared words', () => {
  it('counts each word as often as it stands in both', () => {
    expect(wordF1('one two two', 'two three')).toBeCloseTo(0.4);
    expect(wordF1('one', 'two')).toBe(0);
    expect(wordF1('same words', 'Same words!')).toBe(1);
  });
});
