/** What is denied twice, supposed or urged, and what is told of another. All is invented. */
import { describe, expect, it } from 'vitest';
import { objectionsTo, readEvidence } from '../../../src/news/proof/claim.ts';
import { lendThesaurus } from '../../../src/news/proof/thesaurus.ts';
import { THESAURUS_LINES } from '../../../src/news/proof/thesaurus-lines.ts';

lendThesaurus(THESAURUS_LINES);

const TALKS =
  'The crossings may reopen as early as March 20 if both parliaments approve the accord. Lund did not rule out further talks.';
const COURT =
  'A court in Gravena acquitted former minister Pavel Storin of bribery but found his aide, Dana Reiss, guilty of forging documents and sentenced her to 18 months in prison.';
const JURY =
  'Jurors convicted banker Tor Almqvist of fraud while his partner, Lena Voss, was cleared of all charges.';
const URGED =
  'Opposition lawmakers urged President Doran Velk to resign, but Velk said he would stay until his term ends.';
const POLICE = 'Police arrested three of the five suspects on Friday; the other two fled by boat.';
const RATE =
  'The central bank cut its key rate to 3.25 percent from 3.5 percent, the first cut since 2023.';
const LORRIES =
  'Norvale and Tessaria, two countries that trade much, agreed to reopen two border crossings. About 1,200 lorries a day used both before January.';
const FERRY = 'At least 11 people died after a ferry capsized off Sarubetsu, the coast guard said.';
const NEVER = 'Negotiator Paul Strand has never refused to meet the leader of the gunmen.';

const isKept = (claim: string, cited: string): boolean =>
  objectionsTo(claim, readEvidence([cited])).length === 0;

describe('a claim that turns the copy round', () => {
  it.each([
    ['Lund ruled out further talks.', TALKS],
    ['Negotiator Paul Strand refused to meet the leader of the gunmen.', NEVER],
    ['Both parliaments approved the accord.', TALKS],
    ['The crossings may reopen as early as March 20 after parliaments approved the accord.', TALKS],
    ['A court in Gravena found Pavel Storin guilty of forging documents.', COURT],
    ['A court acquitted Dana Reiss of forging documents.', COURT],
    ['Pavel Storin was sentenced to 18 months in prison.', COURT],
    ['Jurors convicted Lena Voss of fraud.', JURY],
    ['Tor Almqvist was cleared of all charges.', JURY],
    ['President Doran Velk said he would resign.', URGED],
    ['Police arrested five suspects on Friday.', POLICE],
    ['Police arrested all three suspects on Friday.', POLICE],
    ['The central bank cut its key rate by 3.25 percent.', RATE],
    ['Norvale and Tessaria agreed to reopen all border crossings.', LORRIES],
    ['About 1,200 lorries a day used both in January.', LORRIES],
    ['At most 11 people died after a ferry capsized.', FERRY],
  ])('%s is not kept', (claim, cited) => {
    expect(isKept(claim, cited)).toBe(false);
  });

  it.each([
    ['Lund did not rule out further talks.', TALKS],
    ['Paul Strand has never refused to meet the leader of the gunmen.', NEVER],
    ['The crossings may reopen as early as March 20 if parliaments approve the accord.', TALKS],
    ['A court in Gravena acquitted former minister Pavel Storin of bribery.', COURT],
    ['Dana Reiss was found guilty of forging documents and sentenced to 18 months.', COURT],
    ['Pavel Storin was acquitted but his aide, Dana Reiss, was found guilty.', COURT],
    ['Tor Almqvist was convicted of fraud and Lena Voss was cleared of all charges.', JURY],
    ['President Doran Velk said he would stay.', URGED],
    ['Opposition lawmakers urged Doran Velk to resign.', URGED],
    ['Three of the five suspects were arrested by police on Friday.', POLICE],
    ['The central bank cut its key rate to 3.25 percent.', RATE],
    ['At least 11 people died after a ferry capsized.', FERRY],
  ])('%s is kept', (claim, cited) => {
    expect(isKept(claim, cited)).toBe(true);
  });
});
