/** Facts of several stories of one event: merged, counted, and compared. All names are invented. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { verifyCard } from '../../../src/editing/verify.ts';
import type { Card } from '../../../src/news/card.ts';
import { sidesText } from '../../../src/news/point.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

type Told = readonly [provider: string, hour: string, text: string];

const takesOf = (told: readonly Told[]) =>
  told.map(([provider, hour, text], at) =>
    takeWith(`t${at}`, text, { provider, sentAt: `2032-03-04T${hour}:00Z` }),
  );

async function cardOf(...told: readonly Told[]): Promise<Card> {
  const takes = takesOf(told).sort((a, b) => (b.sentAt ?? '').localeCompare(a.sentAt ?? ''));
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: takes.map(storyOf) });
  expect(verifyCard(card, takes)).toEqual(card);
  return card;
}

/** Two sources never write the same second sentence: texts that are alike would be one source. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  Kestrel: 'The mayor, who had flown in at noon, thanked the crews before she spoke to relatives.',
  Portwire: 'Roads into the area were cut for hours, and buses had to turn back at the old mill.',
};
const told = (provider: string, hour: string, sentence: string): Told => [
  provider,
  hour,
  `${sentence} ${OWN_WORDS[provider]}`,
];

/** What two sources differ on when each tells one sentence. */
async function differences(one: string, two: string): Promise<string[]> {
  const card = await cardOf(told('Kestrel', '14:20', one), told('Portwire', '13:05', two));
  return (card.conflicts ?? []).map(sidesText);
}

describe('times', () => {
  it('shows the day alone of copy that gives no hour', async () => {
    const [one, two] = [
      told('Kestrel', '00:00', 'A landslide killed 11 people in Varn on Thursday.'),
      told('Portwire', '13:05', 'Nine people died when a slope slid on to houses in Varn.'),
    ];
    const card = await cardOf(one, two);
    expect((card.conflicts ?? []).map(sidesText)).toEqual([
      'Portwire Nine dead (13:05 UTC); Kestrel 11 (2032-03-04)',
    ]);
  });
});

describe("a copy of an agency's text that is late", () => {
  const LONG =
    'The slide came down at dawn, said Petra Hal, head of the county office. Crews searched two streets all day and halted at dusk. The council meets on Friday.';
  const killed = (count: string): string =>
    `A landslide killed ${count} people in Varn on Thursday, the fire brigade said. ${LONG}`;

  it('neither keeps its old figure on the card nor counts as another source of it', async () => {
    const [now, late] = [killed('11'), killed('nine')];
    const card = await cardOf(['Kestrel', '14:20', now], ['Portwire', '13:05', late]);
    expect(JSON.stringify([card.outcome, card.numbers])).not.toMatch(/nine people/);
    expect(card.outcome[0]?.text).toContain('11 people');
    expect(card.numbers.map(({ value }) => value)).not.toContain(9);
  });

  it('is heard where the words are its own', async () => {
    const other =
      'Nine people died when a slope slid on to houses in Varn, police said. A bus was hit too.';
    const card = await cardOf(['Kestrel', '14:20', killed('11')], ['Portwire', '13:05', other]);
    expect((card.conflicts ?? []).map(sidesText)).toHaveLength(1);
    expect(card.numbers.map(({ value }) => value)).toEqual(expect.arrayContaining([9, 11]));
  });
});

describe('numbers', () => {
  it.each([
    [
      'A landslide killed 11 people in Varn on Thursday.',
      'Nine people died when a slope slid on to houses in Varn on Thursday.',
      'Kestrel 11 dead (14:20 UTC); Portwire Nine (13:05 UTC)',
    ],
    [
      'The death toll from the Varn landslide stands at 14, rescuers said.',
      'At least 16 people were killed by the Varn landslide, rescuers said.',
      'Kestrel 14 dead (14:20 UTC); Portwire at least 16 (13:05 UTC)',
    ],
    [
      'Police arrested 30 people at the march in Varn on Thursday.',
      'Some 55 people were arrested at the march in Varn on Thursday.',
      'Kestrel 30 arrested (14:20 UTC); Portwire some 55 (13:05 UTC)',
    ],
    [
      'Parliament passed the harbour law by 87 votes to 61 on Thursday.',
      'Lawmakers voted 87-58 on Thursday to pass the harbour law.',
      'Kestrel 87 votes to 61 (14:20 UTC); Portwire 87-58 (13:05 UTC)',
    ],
    [
      'The carmaker Brandt will cut 1,200 jobs at its plant in Varn.',
      'The carmaker Brandt plans to cut 1,500 jobs at its plant in Varn.',
      'Kestrel 1,200 jobs (14:20 UTC); Portwire 1,500 (13:05 UTC)',
    ],
    [
      'Police put the turnout at 40,000 in a march against the dam in Varn on Thursday.',
      'More than 90,000 people marched against the dam in Varn on Thursday, organisers said.',
      'Kestrel 40,000 in the crowd (14:20 UTC); Portwire more than 90,000 (13:05 UTC)',
    ],
  ])('that exclude each other are told: %s', async (one, two, line) => {
    expect(await differences(one, two)).toEqual([line]);
  });

  it.each([
    ['a lower bound', 'At least nine people were killed in Varn.', 'Eleven people died in Varn.'],
    [
      'rounding',
      'About 40,000 people watched the game in Varn.',
      'In Varn 39,870 people watched the game.',
    ],
    [
      'an older figure',
      'The toll in Varn rose to 14 dead from 12.',
      'A landslide killed 12 people in Varn.',
    ],
    [
      'a part',
      'A fire in Varn killed 16 people, including 13 children.',
      'Thirteen children were killed by a fire in Varn.',
    ],
    [
      'the dead and the injured',
      'A fire in Varn killed four people.',
      'A fire in Varn injured nine people.',
    ],
    [
      'another thing',
      'The tax on petrol in Varn will rise by 6 percent.',
      'The tax on tobacco in Varn will rise by 10 percent.',
    ],
    [
      'places apart',
      'Bombs killed five people in Tarek and two in Sul.',
      'Bombs killed seven people in Mardan.',
    ],
    [
      'an earlier year',
      'A quake killed three people in Varn.',
      'A quake shook Varn. In 2019 a quake killed 80 people in Varn.',
    ],
    [
      'those badly hurt',
      'A tram crash in Varn injured 26 people.',
      'Three people were seriously injured in a tram crash in Varn.',
    ],
    [
      'the gunman counted in',
      'Eleven people, including the gunman, died in a shooting in Varn.',
      'A gunman killed 10 people in Varn and then shot himself.',
    ],
    [
      'another attack',
      'A bomb killed three people in Varn.',
      'The attack in Varn came a week after a bomb killed 14 people.',
    ],
    [
      'several places against one',
      'Gunmen killed 19 people in attacks on two villages near Varn.',
      'Twelve people were killed when gunmen raided Varn.',
    ],
    [
      'another vote',
      'Senators voted 62-38 to end debate on the rifle bill.',
      'An amendment to the rifle bill failed in the Senate by a vote of 53-47.',
    ],
    [
      'what is feared',
      'A quake killed three people in Varn.',
      'As many as 50 people may have died in the Varn quake.',
    ],
    [
      'other days',
      'Police arrested 40 people in Varn on Wednesday.',
      'Police arrested 25 people in Varn on Thursday.',
    ],
    [
      'half-time',
      'Alm beat Brill 3-1 on Thursday.',
      'Alm, who led 2-0 at half-time, beat Brill on Thursday.',
    ],
  ])('that do not are not: %s', async (_, one, two) => {
    expect(await differences(one, two)).toEqual([]);
  });
});

describe('days, places, outcomes', () => {
  it('tells the day and the place of one deed', async () => {
    const card = await cardOf(
      told(
        'Kestrel',
        '14:20',
        'Envoys of Norvale agreed to hold the next round of border talks in Lessing on April 3.',
      ),
      told(
        'Portwire',
        '13:05',
        'Envoys of Norvale agreed to hold the next round of border talks in Brennick on April 9.',
      ),
    );
    const lines = (card.conflicts ?? []).map((each) => [each.about, sidesText(each)]);
    expect(lines).toContainEqual([
      'when',
      'Kestrel April 3 (14:20 UTC); Portwire April 9 (13:05 UTC)',
    ]);
    expect(lines).toContainEqual([
      'where',
      'Kestrel Lessing (14:20 UTC); Portwire Brennick (13:05 UTC)',
    ]);
    expect(card.conflicts?.find(({ about }) => about === 'when')?.of).toContain('border talks');
  });

  it('tells contrary outcomes, and none where each names both', async () => {
    const upheld = 'The appeal court in Varn upheld the ban on night fishing on Thursday.';
    const overturned = 'The appeal court in Varn overturned the ban on night fishing on Thursday.';
    const both =
      'The appeal court in Varn overturned the ban on night fishing, which a lower court had upheld.';
    expect(await differences(upheld, overturned)).toHaveLength(1);
    expect(await differences(upheld, both)).toEqual([]);
  });

  it.each([
    [
      'a town in a country',
      'Talks on grain opened in Orvania with six delegations.',
      'Talks on grain opened in Sant Mirel, the Orvanian capital, with six delegations.',
    ],
    [
      'two parts of a crowd',
      'Some 5,000 farmers marched in Varn on Thursday.',
      'Some 800 nurses marched in Varn on Thursday.',
    ],
    [
      'one march and all of them',
      'Some 5,000 people marched in Varn on Thursday.',
      'Some 60,000 people marched nationwide on Thursday, in Varn and other towns.',
    ],
    [
      'a turnout of voters and a crowd',
      'The turnout was 61 percent in Varn on Thursday.',
      'Some 5,000 people marched in Varn on Thursday.',
    ],
    [
      'steps of two kinds',
      'A hearing on the Tolm mine will be held on April 3.',
      'The beaches near the Tolm mine will reopen on April 9.',
    ],
    [
      'what was said that day',
      'The minister said on Wednesday the bridge was safe.',
      'The minister said on Thursday the bridge was safe.',
    ],
  ])('tells no difference between %s', async (_, one, two) => {
    expect(await differences(one, two)).toEqual([]);
  });
});

describe('sources', () => {
  const FIRE =
    'A fire in the Dorn refinery killed eight people on Thursday. Governor Ilda Corvane came to the site.';
  const OTHER =
    'Eight people were killed by a fire in the Dorn refinery, firefighters said on Thursday. The plant belongs to Nordol, and Governor Ilda Corvane ordered it shut.';

  it('count once for each fact that they tell, copies of one text together', async () => {
    const card = await cardOf(
      ['Kestrel', '14:00', FIRE],
      ['Varn Post', '14:10', FIRE],
      ['Portwire', '13:00', OTHER],
    );
    expect(card.who.find(({ name }) => name.includes('Corvane'))?.sources).toBe(2);
    expect(
      card.agreements?.find(({ measure }) => measure === 'dead')?.sides[0]?.tellers,
    ).toHaveLength(2);
    expect(card.conflicts).toBeUndefined();
  });

  it('are none where copies of one text stand alone', async () => {
    const card = await cardOf(['Kestrel', '14:00', FIRE], ['Varn Post', '14:10', FIRE]);
    expect(card.who.every(({ sources }) => sources === undefined)).toBe(true);
    expect(card.agreements).toBeUndefined();
  });

  it("stand by their newest copy: a source's own older figure is no difference", async () => {
    const card = await cardOf(
      told('Kestrel', '14:00', 'A fire in Varn killed eight people on Thursday.'),
      told('Kestrel', '10:00', 'A fire in Varn killed five people, firemen said on Thursday.'),
      told('Portwire', '13:00', 'Eight people were killed by a fire in Varn on Thursday.'),
    );
    expect(card.conflicts).toBeUndefined();
  });

  it('stand by their newest count, though it is of the day on which it rose', async () => {
    const at = (day: string, provider: string, text: string) =>
      takeWith(`${provider}-${day}`, text, { provider, sentAt: `2032-03-${day}T06:00:00Z` });
    const takes = [
      at(
        '05',
        'Kestrel',
        'The toll of the ferry accident off Varn rose to 14 on Friday after divers found five bodies, police said.',
      ),
      at(
        '05',
        'Portwire',
        'Fourteen people are now confirmed dead in the sinking of a ferry off Varn, the coastguard said on Friday.',
      ),
      at(
        '04',
        'Kestrel',
        `Nine people were killed on Thursday when a ferry sank off Varn, police said. ${OWN_WORDS['Kestrel']}`,
      ),
      at(
        '04',
        'Portwire',
        `At least 11 people died on Thursday when a ferry sank off Varn, the coastguard said. ${OWN_WORDS['Portwire']}`,
      ),
    ];
    const card = await createOfflineAnalyst().card({ event: EVENT, stories: takes.map(storyOf) });
    expect((card.conflicts ?? []).map(sidesText)).toEqual([]);
    expect((card.agreements ?? []).map(sidesText).join()).not.toMatch(/Nine|11/);
  });

  it('put what more of them tell first', async () => {
    const card = await cardOf(
      [
        'Kestrel',
        '14:00',
        'A bridge fell in Varn on Thursday, engineer Nils Hamm said. Mayor Rita Sole closed the road.',
      ],
      [
        'Portwire',
        '13:00',
        'Mayor Rita Sole closed the road on Thursday after a bridge fell in the town of Varn.',
      ],
    );
    expect(card.who[0]?.name).toContain('Rita Sole');
    expect(card.who[0]?.evidence.map(({ take }) => take).sort()).toEqual(['t0', 't1']);
  });
});

describe('a magnitude', () => {
  it('is read in one word with its noun, too', async () => {
    const one = 'A 6.1-magnitude earthquake struck near Varn on Thursday, the observatory said.';
    const two = 'A magnitude 6.6 earthquake shook Varn on Thursday, officials said.';
    expect(await differences(one, two)).toEqual([
      'Kestrel 6.1-magnitude (14:20 UTC); Portwire magnitude 6.6 (13:05 UTC)',
    ]);
    const card = await cardOf(told('Kestrel', '14:20', one));
    expect(card.numbers.map(({ text, value }) => [text, value])).toContainEqual([
      '6.1-magnitude',
      6.1,
    ]);
  });
});

describe('answers', () => {
  const stories = takesOf([
    told('Kestrel', '14:20', 'A landslide killed 11 people and injured 30 in Varn on Thursday.'),
    told('Portwire', '13:05', 'Nine people were killed when a landslide hit Varn on Thursday.'),
  ]).map(storyOf);
  const ask = (question: string) =>
    createOfflineAnalyst().answer({ question, stories, focus: [], at: '2032-03-05T00:00:00Z' });

  it('tell both sides with their sources, and prove both', async () => {
    const answer = await ask('How many people were killed by the landslide in Varn?');
    expect(answer.answer).toContain(
      'Sources differ: Kestrel 11 dead (14:20 UTC); Portwire Nine (13:05 UTC).',
    );
    expect(new Set(answer.evidence.map(({ take }) => take))).toEqual(new Set(['t0', 't1']));
    expect(answer.stories).toHaveLength(2);
  });

  it('tell the newest count first, before the older one that it is of the same', async () => {
    const later = takesOf([
      told('Kestrel', '14:20', 'A landslide killed 11 people and injured 30 in Varn on Thursday.'),
      told(
        'Portwire',
        '13:05',
        'A slope slid on to houses in Varn on Thursday, killing 11 people.',
      ),
    ]).concat(
      takeWith('new', 'Mayor Rita Sole visited Varn on Friday as the death toll rose to 14.', {
        provider: 'Varn Post',
        sentAt: '2032-03-05T09:00:00Z',
      }),
    );
    const question = 'How many people were killed by the landslide in Varn?';
    const at = '2032-03-06T00:00:00Z';
    const request = { question, stories: later.map(storyOf), focus: [], at };
    const { answer, evidence, stories: quoted } = await createOfflineAnalyst().answer(request);
    expect(answer).toMatch(/^Mayor Rita Sole .* rose to 14\.\n.*11 people/s);
    expect(evidence[0]?.take).toBe('new');
    expect(quoted[0]?.provider).toBe('Varn Post');
  });

  it('tell no difference on what was not asked', async () => {
    const { answer } = await ask('How many people were injured by the landslide in Varn?');
    expect(answer).not.toContain('Sources differ');
  });
});
