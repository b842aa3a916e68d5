import { describe, expect, it } from 'vitest';
import { objectionsTo, readEvidence } from '../../../src/news/proof/claim.ts';

const holds = (claim: string, copy: string): boolean =>
  objectionsTo(claim, readEvidence([copy])).length === 0;

describe('a claim', () => {
  it.each([
    ['Rebels shelled a convoy.', 'A convoy was shelled on Monday. The rebels gave a list.'],
    ['Anna Berg won the Tour of Karst.', 'Anna Berg won a stage of the Tour of Karst.'],
    ['Miro is the largest maker of buses.', 'Miro is the third-largest maker of buses.'],
    ['Boreal flies 71 percent of seats.', 'Boreal and Sun together fly 71 percent of seats.'],
    ['They fled before they smashed the case.', 'They smashed the case and fled.'],
  ])('is refused: %s', (claim, copy) => {
    expect(holds(claim, copy)).toBe(false);
  });

  it.each([
    ['The alert stays for three days.', 'The alert stays for 72 hours.'],
    ['The shares fell more than 5 percent.', 'The shares fell 5.4 percent.'],
    ['No less than 14 people were killed.', 'At least 14 people were killed.'],
    ['The fee is 31 million pounds.', 'The fee is £31 million.'],
  ])('is kept: %s', (claim, copy) => {
    expect(holds(claim, copy)).toBe(true);
  });
});
