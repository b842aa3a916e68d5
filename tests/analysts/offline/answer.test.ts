/** Answers: the right sentence, the right story, or the plain word that the stories do not tell. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { NOT_TOLD } from '../../../src/analysts/offline/questions/answer.ts';
import type { Answer } from '../../../src/news/answer.ts';
import { storyOf, takeWith } from '../story.ts';

const TALKS = takeWith(
  'talks',
  `Norvale and Tessaria agreed on Tuesday to reopen three border crossings, officials said after talks in Halden.

The talks lasted four days. Edda Brisk, Norvale's foreign minister, led one side and Otto Marran the other.

No agreement was reached on fishing quotas. The next round will be held in Port Lessing on April 11.

"Our farmers have waited for this," Brisk told reporters.`,
  { headline: 'Border crossings to reopen' },
);
const QUAKE = takeWith(
  'quake',
  `An earthquake killed 14 people near Sant Mirel on Saturday, the civil protection agency said.

Rescuers said six others were missing. A quake in the region killed 61 people in 1998.`,
  { headline: 'Earthquake kills 14 near Sant Mirel', provider: 'Coastal Press' },
);
const OBITUARY = takeWith(
  'obituary',
  `Orsola Venn, the botanist who catalogued the mosses of the Aldery hills, died on Monday. She was 88.

Venn taught for twenty years at the Brackwater Institute. Her driver, Tam Hollis, found her.

A storm with gusts of 120 kph had shut the road, and a spring was found at a depth of 40 metres.`,
  { headline: 'Moss botanist Orsola Venn dies' },
);
const PORT = takeWith(
  'port',
  `Lower Marn's deputy harbour master, Ruta Falk, said on Friday that a surveyor would visit the quay.

The council backed the new crane by 21 votes to 6. Warehouse owners, led by Osk Pell, were not asked.

Lower Marn's treasurer, Ivo Sand, put the loss at 4 million crowns. All 212 sailors went ashore.

Dockers called for a walkout on June 22. The loss was caused by a fire, which Sand blamed on a fuse. Tessaria mediated.`,
  { headline: 'Quay of Lower Marn to be surveyed', sentAt: null },
);
const LATER = takeWith(
  'later',
  `An earthquake killed 19 people near Dunmere on Sunday, the interior ministry said.

Schools in Dunmere will stay closed this week.`,
  { headline: 'Earthquake kills 19 near Dunmere' },
);

const RATE = takeWith(
  'rate',
  `Norway's central bank kept its key interest rate at 4.5 percent on Thursday.

South Korea and the Netherlands shelved a joint study of it.`,
  { headline: 'Oslo keeps rate' },
);

const YARD = takeWith(
  'yard',
  `The Tarnese delegation was led by Idris Salem at the shipyard fair in Varn, which ended without a deal.

Yardline CEO Mira Lind, 44, will pay 9 million crowns for a dock there. The dock is to open in the fourth quarter.

Three managers of Yardline were fined. The harbour ministry declined to comment.`,
  { headline: 'Shipyard fair in Varn ends' },
);

function ask(question: string, focus: readonly string[] = []): Promise<Answer> {
  const stories = [TALKS, QUAKE, LATER, OBITUARY, PORT, YARD].map(storyOf);
  return createOfflineAnalyst().answer({ question, stories, focus, at: '2032-03-05T00:00:00Z' });
}

it('what is not told of the stories asked about comes with what is nearest, elsewhere with nothing', async () => {
  const question = 'Who owns the dock in Varn?';
  const nearest = await ask(question, [storyOf(YARD).id]);
  expect(nearest).toMatchObject({ answer: 'The stored stories do not tell.', abstained: true });
  expect(nearest.evidence.map(({ quote }) => quote)).toContain(
    'Yardline CEO Mira Lind, 44, will pay 9 million crowns for a dock there.',
  );
  expect(nearest.stories.map(({ story }) => story)).toEqual([storyOf(YARD).id]);
  expect((await ask(question)).evidence).toEqual([]);
});

describe('an answer', () => {
  it.each([
    ['When is the next round of talks?', 'April 11'],
    ['Where will the next round be held?', 'Port Lessing'],
    ['How long did the talks last?', 'four days'],
    ['Who led the side of Norvale?', 'Edda Brisk'],
    ['What did Brisk say?', 'farmers'],
    ['What is still unresolved in the talks?', 'fishing quotas'],
    ['How many people were killed near Sant Mirel?', '14 people'],
    ['How old was Venn?', '88'],
    ['Where did Venn teach?', 'Brackwater Institute'],
    ['Who drove Venn?', 'Tam Hollis'],
    ['How strong was the storm?', '120 kph'],
    ['How deep was the spring?', '40 metres'],
    ["Who is Lower Marn's treasurer?", 'Ivo Sand'],
    ['When is the walkout of dockers in Lower Marn?', 'June 22'],
    ['What caused the loss of Lower Marn?', 'a fuse'],
    ['How many sailors went ashore in Lower Marn?', '212 sailors'],
    ['How many are missing after the quake?', 'six others'],
    ['Who led the Tarn side?', 'Idris Salem'],
    ['Who was in charge of the Tarnese team?', 'Idris Salem'],
    ['Who is the chief executive of Yardline?', 'Mira Lind'],
    ['How old is Mira Lind?', '44'],
    ['How much is Yardline paying for the dock?', '9 million'],
    ['When will the dock of Yardline open?', 'fourth quarter'],
    ['What did the harbour ministry say about Yardline?', 'declined to comment'],
    ['Did the sides reach a deal in Varn?', 'without a deal'],
  ])('to "%s" is found', async (question, words) => {
    const answer = await ask(question);
    expect(answer.abstained).toBe(false);
    expect(answer.answer.split('\n')[0]).toContain(words);
  });

  it.each([
    'Who won the chess championship?',
    'What is the price of wheat in Norvale?',
    'How many sailors does Norvale have?',
    'When was the quay of Lower Marn built?',
    'How many walkouts did the dockers call?',
    'When will Ada Voss resign?',
    'Who is the harbour master of Lower Marn?',
    'Who is the surveyor of the quay in Lower Marn?',
    'Who replaced Ruta Falk?',
    'How many warehouses are there in Lower Marn?',
    'How old is the quay in Lower Marn?',
    'How much did the crane in Lower Marn cost?',
    'What is the harbour fee in Lower Marn?',
    'How many soldiers guard the border?',
    'How much were the managers of Yardline fined?',
    'Where will Idris Salem live?',
    '',
    '???',
  ])('to "%s" is not told', async (question) => {
    expect(await ask(question)).toEqual({
      answer: NOT_TOLD,
      abstained: true,
      evidence: [],
      stories: [],
    });
  });

  it('to whether a plan came about says that only the plan is told', async () => {
    const answer = await ask('Did the next round of talks take place?');
    const [first, ...plan] = answer.answer.split('\n');
    expect(first).toContain('do not tell whether');
    expect(plan).toEqual(answer.evidence.map(({ quote }) => quote));
    expect(plan.join()).toContain('will be held in Port Lessing on April 11');
  });

  it.each([
    ['When will the bridge in Osk reopen?', 'unclear when'],
    ['How long will the repairs take?', 'not yet known how long'],
    ['Who led the firm?', 'led by Ina Holt'],
  ])('to "%s" tells what is not known, and takes no word for a deed', async (question, words) => {
    const take = takeWith(
      'bridge',
      `The bridge in Osk was closed on Monday after a barge hit it, the road office said.

The office will hold a hearing on Friday. It remains unclear when the bridge will reopen, it said.

It is not yet known how long the repairs will take. A week ago a firm with world-leading cranes was hired; the firm is led by Ina Holt.`,
      { headline: 'Barge hits bridge in Osk' },
    );
    const stories = [storyOf(take)];
    const at = '2032-03-05T00:00:00Z';
    const answer = await createOfflineAnalyst().answer({ question, stories, focus: [], at });
    expect(answer.answer.split('\n')[0]).toContain(words);
  });

  it('keeps to the story that the question follows up', async () => {
    const question = 'How many people did the earthquake kill?';
    expect((await ask(question, ['story-later'])).stories[0]?.story).toBe('story-later');
    expect((await ask(question, ['story-quake'])).stories[0]?.story).toBe('story-quake');
  });

  it('is made of whole sentences, three at most, each with its story', async () => {
    const answer = await ask('What did the earthquake do?');
    const lines = answer.answer.split('\n');
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(answer.evidence.map((each) => each.quote)).toEqual(lines);
    expect(answer.stories.length).toBeGreaterThan(0);
  });
});

describe('a country and its people', () => {
  const answerTo = (question: string): Promise<Answer> =>
    createOfflineAnalyst().answer({
      question,
      stories: [QUAKE, RATE].map(storyOf),
      focus: [],
      at: '2032-03-05T00:00:00Z',
    });

  it.each([
    ['What did the Norwegian central bank decide?', '4.5 percent'],
    ['What did Norwegian rates do at the central bank?', '4.5 percent'],
    ['Which study did the South Korean and Dutch sides shelve?', 'joint study'],
  ])('name the same: %s', async (question, words) => {
    expect((await answerTo(question)).answer).toContain(words);
  });

  it.each([
    'What did the Swedish central bank decide?',
    'What did the Danish central bank decide?',
  ])('name no other: %s', async (question) => {
    expect((await answerTo(question)).answer).toBe(NOT_TOLD);
  });
});
