/** Amounts, times, joints, wishes and speakers that a claim tells otherwise than its copy. */
import { describe, expect, it } from 'vitest';
import { objectionsTo, readEvidence } from '../../../src/news/proof/claim.ts';
import { lendThesaurus } from '../../../src/news/proof/thesaurus.ts';
import { THESAURUS_LINES } from '../../../src/news/proof/thesaurus-lines.ts';

lendThesaurus(THESAURUS_LINES);

const kinds = (claim: string, ...evidence: string[]): string[] => [
  ...new Set(objectionsTo(claim, readEvidence(evidence)).map(({ kind }) => kind)),
];

const WAGES = 'Wages in Tolm rose 3.5 percent last year and the debt fell to 71 percent.';
const CLAIM = 'Builder Ivar Munk, 48, is seeking 2,345,678 euros from the town of Rell.';
const FIRE = 'Nine people were killed and 37 injured in a fire in Rell on Monday, police say.';
const SHIP = 'The Dora was carrying 310 passengers from Rell to Ulm.';
const MINE = 'If the inspectors find a leak, Ostland Mining would lose its permit.';
const PERMIT = 'Energy minister Lea Strand said the state may revoke the permit of Ostland Mining.';
const SILENT = 'The minister did not say when.';
const PILOT = 'Pilot Jon Brae allegedly ignored a fog warning, prosecutors said on Tuesday.';
const DAM =
  'Judge Ane Roll ordered the state to hand over 800 pages of maps by June 2. She rejected a request by anglers to drain the lake.';
const LOAN =
  'Finance minister Ulf Berg is expected to resign, his ministry says. The dam lost 6 million crowns in 2024, compared with 2 million a year earlier.';
const STRIKE = 'Crews ended a strike on Friday. The vote is in March.';
const SLIDE =
  'A landslide killed at least six people. The ministry denied ignoring the warning. Rain was unlikely to end.';
const AID = 'Clear Water offered tents for 400 families. The army is sending 9 boats and 120 men.';
const MATCH =
  'Kos, who hurt her left knee, will face either Ana Petri or Lea Brandt. Both players were watched by 9,800 spectators.';
const EGGS =
  'The owner, Greta Holm, denied that her eggs were to blame. The city has withdrawn her permit.';
const BOSS = "The company's chief executive, Ole Rinn, asked for more time.";

describe('what is told of an amount', () => {
  it.each([
    ['points for percent', 'Wages in Tolm rose 3.5 points last year.', WAGES],
    ['percentage points', 'Wages in Tolm rose 3.5 percentage points last year.', WAGES],
    ['a state for a change', 'Wages in Tolm rose to 3.5 percent last year.', WAGES],
    ['a change for a state', 'The debt fell by 71 percent.', WAGES],
    ['a minus', 'Wages in Tolm rose -3.5 percent last year.', WAGES],
    ['another currency', 'Ivar Munk is seeking $2,345,678 from the town of Rell.', CLAIM],
    ['a rate', 'Ivar Munk is seeking 2,345,678 euros a month from the town of Rell.', CLAIM],
    ['a wrong rounding', 'Ivar Munk is seeking about 2.4 million euros from Rell.', CLAIM],
    ['the wrong side', 'Ivar Munk is seeking nearly 2.3 million euros from Rell.', CLAIM],
    ['an age', 'Ivar Munk is seeking 48 euros from the town of Rell.', CLAIM],
    ['percent of people', 'Nine percent were killed in a fire in Rell.', FIRE],
    ['hundreds', 'Nine hundred people were killed in a fire in Rell.', FIRE],
    ['a lower bound', 'At least nine people were killed in a fire in Rell.', FIRE],
    ['an upper bound', 'Up to 37 were injured in a fire in Rell.', FIRE],
    ['more', 'The Dora was carrying more than 310 passengers.', SHIP],
    ['a mere', 'Wages in Tolm rose only 3.5 percent last year.', WAGES],
    ['a number without its bound', 'A landslide killed six people.', SLIDE],
    ['of others', 'Kos played before 9,800 players.', MATCH],
    ['a half', 'Clear Water offered tents for half of the 400 families.', AID],
    ['what its measure is of', 'The judge asked for 800 maps.', DAM],
    ['a rate where a year is ago', 'The dam loses 6 million crowns a year.', LOAN],
    ['a state for a bound', 'Shares fell to 8 percent.', 'Shares fell as much as 8 percent.'],
  ])('is not %s', (_, claim, evidence) => {
    expect(kinds(claim, evidence)).toContain('number');
  });

  it.each([
    ['its sign', 'Wages in Tolm rose 3.5% last year.', WAGES],
    ['per cent', 'The debt fell to 71 per cent.', WAGES],
    ['a rounding', 'Ivar Munk is seeking about 2.3 million euros from Rell.', CLAIM],
    ['a rounding from below', 'Munk is seeking more than 2.3 million euros from Rell.', CLAIM],
    ['a rounding from above', 'Munk is seeking nearly 2.35 million euros from Rell.', CLAIM],
    ['a range', 'Rain will cost 4 to 5 percent.', 'Rain will cost between 4 and 5 percent.'],
    ['a bound for two', 'At least six were hurt.', 'At least two people died and six were hurt.'],
    ['a rate told as an adverb', 'It sells 900 cars a day.', 'It has daily sales of 900 cars.'],
    ['a month earlier', 'Prices rose 3 percent a month earlier.', 'In May prices rose 3 percent.'],
    ['a tenth', 'It will cut 10 percent of its staff.', 'It will cut a tenth of its staff.'],
  ])('may be told by %s', (_, claim, evidence) => {
    expect(kinds(claim, evidence)).not.toContain('number');
  });
});

describe('what is told otherwise', () => {
  it.each([
    ['date', 'Nine people were killed in a fire in Rell yesterday.', [FIRE]],
    ['date', 'Divers will search again next month.', ['Divers will search again on May 8.']],
    ['date', 'Wages in Tolm rose 3.5 percent this year.', [WAGES]],
    ['modality', 'The state revokes the permit of Ostland Mining.', [PERMIT]],
    ['modality', 'The state is revoking the permit of Ostland Mining.', [PERMIT]],
    ['modality', 'The state must revoke the permit of Ostland Mining.', [PERMIT]],
    ['modality', 'The inspectors find a leak.', ['If the inspectors find a leak, it will close.']],
    ['modality', 'Ostland Mining would lose its permit.', [MINE]],
    ['modality', 'Ivar Munk gets 2,345,678 euros from the town of Rell.', [CLAIM]],
    ['modality', 'Jon Brae ignored a fog warning.', [PILOT]],
    ['modality', 'The state handed over 800 pages of maps.', [DAM]],
    ['modality', 'Judge Ane Roll drained the lake.', [DAM]],
    ['modality', 'Clear Water gave tents for 400 families.', [AID]],
    ['modality', 'The army sent 9 boats and 120 men.', [AID]],
    [
      'modality',
      'A fire in Rell may have killed nine people.',
      ['A fire in Rell killed nine people.'],
    ],
    ['negation', 'The ministry ignored the warning.', [SLIDE]],
    ['negation', 'Rain was to end.', [SLIDE]],
    ['negation', 'Greta Holm said her eggs were to blame.', [EGGS]],
    ['opposite', 'The city has restored her permit.', [EGGS]],
    ['opposite', 'Kos hurt her right knee.', [MATCH]],
    ['modality', 'Kos will face Ana Petri.', [MATCH]],
    ['modality', 'Kos will face Ana Petri and Lea Brandt.', [MATCH]],
    ['modality', 'Finance minister Ulf Berg will resign.', [LOAN]],
    ['modality', 'Finance minister Ulf Berg is resigning.', [LOAN]],
    ['date', 'The judge wants 800 pages of maps after June 2.', [DAM]],
    ['swap', 'Crews ended a strike in March.', [STRIKE]],
    ['negation', 'Dahl called the ruling a victory.', ['"This is not a victory," Dahl said.']],
    ['negation', 'The minister did say when.', [SILENT]],
    ['novel', 'Divers will search the wreck again.', ['Divers will search the wreck.']],
    ['novel', 'The Dora nearly sank off Ulm.', ['The Dora sank off Ulm.']],
    ['novel', 'The Dora sank off Ulm for the first time.', ['The Dora sank off Ulm.']],
    ['novel', 'Ostland Mining made a record profit.', ['Ostland Mining made a profit.']],
    ['swap', 'The fire in Rell killed nine because of a fog warning.', [FIRE, PILOT]],
    ['swap', 'The Dora sank off Ulm despite a fog warning.', ['The Dora sank off Ulm.', PILOT]],
    ['swap', 'All 310 passengers were killed in Rell.', [FIRE, SHIP]],
    ['swap', 'Jon Brae was killed in a fire in Rell.', [FIRE, PILOT]],
    ['swap', 'Chief executive Lea Strand said the state may revoke it.', [PERMIT, BOSS]],
    ['swap', 'Nine people were killed and 37 injured in Rell, prosecutors say.', [FIRE, PILOT]],
  ])('is objected to as %s: %s', (kind, claim, evidence) => {
    expect(kinds(claim, ...evidence)).toContain(kind);
  });

  it.each([
    ['an attributed doubt', 'Prosecutors said the pilot allegedly ignored a warning.', [PILOT]],
    ['a condition', 'Ostland Mining would lose its permit if the inspectors find a leak.', [MINE]],
    ['the passive', 'The permit may be revoked, energy minister Lea Strand said.', [PERMIT]],
    ['a silence', 'The minister did not say when the permit may be revoked.', [PERMIT, SILENT]],
    ['a wish', 'Munk seeks to get 2,345,678 euros from the town of Rell.', [CLAIM]],
    ['a month', 'Rovers have spent 9 euros.', ['Rovers, in May, have spent 9 euros.']],
    ['a deed as its aim', 'The fire in Rell on Monday killed nine and injured 37.', [FIRE]],
    ['a participle', 'A fire broke out in Rell on Monday, killing nine people.', [FIRE]],
    ['a plan as present', 'Divers are searching on May 8.', ['Divers will search on May 8.']],
    ['what is expected as likely', 'Finance minister Ulf Berg is likely to resign.', [LOAN]],
    ['an order as duty', 'The state must hand over 800 pages of maps by June 2.', [DAM]],
    ['a request', 'The judge refused to drain the lake, as anglers had asked.', [DAM]],
    [
      'a name beside a day',
      'The Dora left for Ulm on Monday.',
      ['The Dora left Rell in Ost on Monday for Ulm.'],
    ],
    ['a title of its own', 'Chief executive Ole Rinn asked for more time.', [BOSS]],
    ['a synonym of the speaker', 'Nine people were killed in Rell, officers said.', [FIRE]],
  ])('is not %s: %s', (_, claim, evidence) => {
    expect(kinds(claim, ...evidence)).toEqual([]);
  });

  it('is looked for in bounded time', () => {
    const evidence = readEvidence([
      'If Ada would lose 5 percent, police said, 5 died. '.repeat(1_300),
    ]);
    const started = performance.now();
    objectionsTo(
      'Chief Ada would lose 5 percent after 5 died because police said so. '.repeat(6),
      evidence,
    );
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
