/** A claim that the copy does not bear out is objected to; an honest paraphrase is not. */
import { describe, expect, it } from 'vitest';
import { isBareQuotation, quotesRightly } from '../../../src/news/proof/attribution.ts';
import { objectionsTo, readEvidence } from '../../../src/news/proof/claim.ts';
import { lendThesaurus } from '../../../src/news/proof/thesaurus.ts';
import { THESAURUS_LINES } from '../../../src/news/proof/thesaurus-lines.ts';

lendThesaurus(THESAURUS_LINES);

const TALKS =
  'Norvale and Tessaria agreed on Tuesday to reopen three border crossings, officials said after talks in Halden.';
const RATES =
  'Calder Bank profit rose 12 percent to $4.5 million in the third quarter, chief executive Ola Brenn said.';
const STORM =
  'Eleven people were killed and 240 injured when a ferry sank off Port Lessing on Dec. 3, the coastguard said.';
const PLANS =
  'The council may approve the budget on Friday, but it will not raise the water tax, Mayor Ines Holt told reporters.';
const COURT =
  'Judge Pia Rask acquitted Tom Vane of fraud, and Lena Moe sued the Orrin Group over the merger.';

const kinds = (claim: string, ...evidence: string[]): string[] => [
  ...new Set(objectionsTo(claim, readEvidence(evidence)).map(({ kind }) => kind)),
];

describe('objectionsTo', () => {
  it.each([
    ['the sentence itself', TALKS, TALKS],
    ['a shorter one', 'Norvale and Tessaria agreed to reopen three border crossings.', TALKS],
    ['digits for words', 'Norvale and Tessaria agreed to reopen 3 border crossings.', TALKS],
    ['a people for its country', 'Norvalian officials agreed after talks in Halden.', TALKS],
    ['a full month', '11 people were killed when a ferry sank on December 3.', STORM],
    ['a synonym of the same side', 'Calder Bank profit increased 12 percent.', RATES],
    ['a capital that opens', 'Uncertainty over the budget may end on Friday.', PLANS],
    ['a kept modal', 'The council may approve the budget on Friday.', PLANS],
    ['a kept negation', 'The council will not raise the water tax.', PLANS],
    ['million in figures', 'Calder Bank profit rose to $4,500,000.', RATES],
    [
      'a kept doubt',
      'The crew allegedly ignored the alarm.',
      'The crew allegedly ignored the alarm.',
    ],
    [
      'a synonym',
      'Eleven people died and 240 were hurt when a ferry went down off Port Lessing.',
      STORM,
    ],
    ['a derived word', 'There was agreement on the reopening of three border crossings.', TALKS],
    ['plain words of its own', 'The council is going to vote on the budget on Friday.', PLANS],
    ['the passive', 'The Orrin Group was sued by Lena Moe over the merger.', COURT],
  ])('lets pass %s', (_, claim, evidence) => {
    expect(kinds(claim, evidence)).toEqual([]);
  });

  it.each([
    ['an adverb', 'Norvale and Tessaria reluctantly agreed to reopen three crossings.', TALKS],
    ['an adjective', 'Eleven people were killed when a rusty ferry sank off Port Lessing.', STORM],
    ['a cause', 'Calder Bank profit rose 12 percent on booming mortgages.', RATES],
    ['a consequence', 'Judge Pia Rask acquitted Tom Vane of fraud, and he wept.', COURT],
    ['a tail', 'Lena Moe sued the Orrin Group and resigned over smuggled ledgers.', COURT],
    ['two plain words', 'Judge Pia Rask acquitted Tom Vane of fraud in a crowded stadium.', COURT],
  ])('objects to %s that the copy does not hold', (_, claim, evidence) => {
    expect(kinds(claim, evidence)).toContain('novel');
  });

  it.each([
    ['number', 'Norvale and Tessaria agreed to reopen five border crossings.', TALKS],
    ['number', 'Calder Bank profit rose 12 percent to $4.6 million.', RATES],
    ['number', 'Norvale and Tessaria agreed to reopen all crossings.', TALKS],
    ['number', 'Everybody was killed when a ferry sank off Port Lessing.', STORM],
    ['name', 'Norvale and Ostrava agreed to reopen three border crossings.', TALKS],
    ['name', 'Officials said this after talks in Norvale, and Edda Brisk agreed.', TALKS],
    ['name', 'Zedland agreed on Tuesday to reopen three border crossings.', TALKS],
    ['name', 'Quill said this after talks in Halden.', TALKS],
    ['date', 'Norvale and Tessaria agreed on Thursday to reopen crossings.', TALKS],
    ['negation', 'Norvale and Tessaria did not agree to reopen border crossings.', TALKS],
    ['negation', 'The council will raise the water tax.', PLANS],
    ['modality', 'The council approved the budget on Friday.', PLANS],
    ['modality', 'The council will approve the budget on Friday.', PLANS],
    ['modality', 'Tom Vane bribed two clerks.', 'Tom Vane is accused of having bribed two clerks.'],
    [
      'modality',
      'The crew ignored the alarm.',
      'The crew allegedly ignored the alarm, a report said.',
    ],
    ['opposite', 'Calder Bank profit fell 12 percent in the third quarter.', RATES],
    ['swap', 'Eleven people were injured when a ferry sank off Port Lessing.', STORM],
    ['opposite', 'Judge Pia Rask convicted Tom Vane of fraud.', COURT],
    ['swap', 'The Orrin Group sued Lena Moe over the merger.', COURT],
    ['novel', 'A dreadful pileup blocked traffic beside the old quarry for weeks.', TALKS],
  ])('objects to a wrong %s: %s', (kind, claim, evidence) => {
    expect(kinds(claim, evidence)).toContain(kind);
  });

  const LEAGUE =
    'Nurses in Tolm have begged the ministry to raise their wages. Ada Brill resigned after President Karl Odd ordered a vote. Tolm eased its rate to 3 percent; analysts had forecast 4 percent.';
  it.each([
    ['doer and sufferer', 'The ministry has begged nurses in Tolm to raise wages.', LEAGUE],
    ['another doer', 'President Karl Odd resigned.', LEAGUE],
    ['a number in the place of another', 'Tolm eased its rate to 4 percent.', LEAGUE],
    ['another place', 'Ferries left Port Lessing for Ulm.', 'Boats left for Ulm, ferries for Ro.'],
  ])('objects to a swap: %s', (_, claim, evidence) => {
    expect(kinds(claim, evidence)).toContain('swap');
  });

  it.each([
    ['the passive', 'The ministry has been begged by nurses to raise wages.', LEAGUE],
    ['a number in its own place', 'Analysts had forecast 4 percent.', LEAGUE],
    ['a kind above', 'A vehicle hit a fence.', 'A hatchback hit a fence, a clerk said.'],
    ['a derivation', 'The resignation of Ada Brill came after a vote was ordered.', LEAGUE],
    [
      'a name without its apposition',
      'Ada Brill called the plan rash.',
      'Ada Brill, a clerk from Ulm, called the plan rash.',
    ],
    ['a whole that is told', 'All crossings reopen.', 'Both crossings reopen, officials said.'],
    ['a counted whole', 'Norvale and Tessaria agreed to reopen all three crossings.', TALKS],
    ['no whole at all', 'After all, profit rose 12 percent in the third quarter.', RATES],
    ['one in ten', 'One in ten nurses felt dizzy.', 'Of 340 nurses, one in ten felt dizzy.'],
    ['mild words', 'The situation in Tolm: nurses seek better wages.', LEAGUE],
  ])('lets pass %s', (_, claim, evidence) => {
    expect(kinds(claim, evidence)).toEqual([]);
  });

  it.each([
    [
      'what is only wished',
      'The clinic hired six nurses.',
      'Staff want the clinic to hire six nurses.',
    ],
    ['what is only asked', 'A pump failed.', 'Engineers check whether a pump failed.'],
  ])('objects to %s as done', (_, claim, evidence) => {
    expect(kinds(claim, evidence)).toContain('modality');
  });

  it.each([
    ['a kind below', 'A hatchback hit a fence.', 'A vehicle hit a fence, a clerk said.'],
    ['a thing of its own', 'Nurses and tourists have begged the ministry.', LEAGUE],
  ])('objects to %s as new', (_, claim, evidence) => {
    expect(kinds(claim, evidence)).toContain('novel');
  });

  it('knows what is only quoted', () => {
    const said = '"The dam will burst within days," Mayor Ines Holt said in Halden.';
    expect(isBareQuotation('The dam will burst within days.', [said])).toBe(true);
    expect(isBareQuotation('The dam will burst within days, the mayor said.', [said])).toBe(false);
    expect(isBareQuotation('Ines Holt spoke in Halden.', [said])).toBe(false);
  });

  it('asks only the sentences that are cited', () => {
    expect(kinds('Ola Brenn spoke in Halden.', RATES)).toContain('name');
    expect(kinds('Ola Brenn spoke in Halden.', RATES, TALKS)).not.toContain('name');
  });

  it('reads hostile text in bounded time', () => {
    const hostile = ['not '.repeat(20_000), 'Aa '.repeat(20_000), '1,'.repeat(30_000)].join(' ');
    const started = performance.now();
    objectionsTo(hostile.slice(0, 20_000), readEvidence([hostile]));
    expect(performance.now() - started).toBeLessThan(6_000);
  });
});

describe('quotesRightly', () => {
  const SAID = ['"The dam will hold," the mayor said. He called it “a miracle of steel”.'];
  it.each([
    ['The mayor said "the dam will hold".', true],
    ['It is “a miracle of steel”, he said.', true],
    ['The mayor said the dam would hold.', true],
    ['The mayor said "the dam holds".', false],
    ['The mayor said "the dam will not hold".', false],
    ['“We have won,” the mayor said.', false],
    ['It is "of steel a miracle".', false],
  ])('%s', (claim, isRight) => {
    expect(quotesRightly(claim, SAID)).toBe(isRight);
  });
});
