/** What comes next: the many ways in which copy announces a step, and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import type { NextStep } from '../../../src/news/card.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

const BEFORE = 'The government of Orvania spoke of the matter on Monday at length.';

async function stepsIn(
  sentence: string,
  sentAt = '2026-06-15T12:00:00Z',
): Promise<readonly NextStep[]> {
  const copy = `${BEFORE} ${sentence} Nobody was hurt in the town of Lorn.`;
  const take = takeWith('take', copy, { sentAt, headline: 'News' });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.next;
}

describe('a firm step', () => {
  it.each([
    ['The airline resumes flights on Saturday.', '2026-06-20'],
    ['Ministers gather in Lorn on Thursday for a second day of talks.', '2026-06-18'],
    ['The union has called a 24-hour strike for Friday.', '2026-06-19'],
    ['The new rules apply from July 1.', '2026-07-01'],
    ['He named Ana Roe as his successor, effective July 1.', '2026-07-01'],
    ['His trial, which had been due to begin in May, will now start on September 3.', '2026-09-03'],
    ['The sides have agreed to a follow-up session in Geneva in July.', '2026-07'],
    ['A second hearing has been fixed for 9 a.m. on Thursday.', '2026-06-18'],
    ['Staff were told to return to work on Thursday.', '2026-06-18'],
    ['The final against Spain is on Sunday.', '2026-06-21'],
    ['Roe takes the oath of office on July 1.', '2026-07-01'],
    ['The curfew will remain in force until Friday.', '2026-06-19'],
    ['The labour ministry summoned both sides to talks on Friday.', '2026-06-19'],
    [
      'Traders now await a central bank decision on Thursday, at which economists expect no change.',
      '2026-06-18',
    ],
  ])('is: %s', async (sentence, date) => {
    const [step] = await stepsIn(sentence);
    expect(step?.firm).toBe(true);
    expect(step?.when?.date).toBe(date);
  });

  it.each([
    'The bill now goes to the president.',
    'The victims will be flown home.',
    'His deputy, Ana Roe, will succeed him.',
  ])('needs no day: %s', async (sentence) => {
    const [step] = await stepsIn(sentence);
    expect(step).toMatchObject({ firm: true, when: null });
  });
});

describe('a clause of a sentence', () => {
  it.each([
    ['The minister flies to Lorn on Friday and is not expected to comment.', '2026-06-19'],
    ['Rations will be cut from July 1, and may be halved if no money comes in.', '2026-07-01'],
    [
      'Crews are to lower the lake by Friday; should it rain, the gates will be opened.',
      '2026-06-19',
    ],
    [
      'A result is expected at midnight and the board has until Friday to certify it.',
      '2026-06-19',
    ],
    ['A trial date of July 6 was given; it is likely to last three weeks.', '2026-07-06'],
    ['The books close on Friday, with prices expected the following Monday.', '2026-06-19'],
    ['Regulators are to be asked for their approval on Friday.', '2026-06-19'],
    ['A debate that had been set for tonight was moved to June 30.', '2026-06-30'],
    ['It was to open this month but will be inaugurated on October 2 instead.', '2026-10-02'],
  ])('tells a firm step of its own: %s', async (sentence, date) => {
    const steps = await stepsIn(sentence);
    expect(steps.find(({ firm }) => firm)?.when?.date).toBe(date);
  });

  it.each([
    'Ms Roe had wanted to present it on Friday but was overruled.',
    'A debate that was to be held on Friday never took place.',
    'He was to have ridden in Lorn on Sunday, his team said.',
    'A show planned for Saturday has been dropped.',
    'The society was supposed to meet on Friday.',
    'Workers were to finish the survey in May.',
    'The bank sees prices back in its target range by July.',
    'An application by the firm to have the hearing adjourned was refused.',
    'The festival, due to begin on Wednesday, has been called off.',
    'The festival, which begins on Wednesday, has been called off.',
    'A third reading, originally down for Friday, has been postponed; no fresh date has been set.',
    'A bond, originally slated for this month, is off the table, she said.',
  ])('is no step when the plan is a thing of the past: %s', async (sentence) => {
    expect(await stepsIn(sentence)).toEqual([]);
  });

  it.each([
    'If the window is missed, the craft will fly on and cannot return until 2029.',
    'Should turnout be low, the vote must be held again within 60 days.',
    'The prisoners will be freed only after the list is checked.',
    'The rule takes effect on July 1, subject to approval by the council.',
  ])('is not firm when it hangs on something: %s', async (sentence) => {
    expect((await stepsIn(sentence)).filter(({ firm }) => firm)).toEqual([]);
  });
});

describe('a time to come', () => {
  it.each([
    ['Shareholders vote on it a week from Tuesday.', '2026-06-23'],
    ['The verdict is due Friday at the latest.', '2026-06-19'],
    ['First earnings are due July 28.', '2026-07-28'],
    ['Buses have been ordered for Friday morning.', '2026-06-19'],
    ['Detours around the old bridge start Saturday.', '2026-06-20'],
    ['Saturday brings the first summit finish.', '2026-06-20'],
    ['An audit will be put out to bid by the end of the month.', '2026-06'],
    ['The rules will be gazetted by the end of the third quarter.', '2026-09'],
    ['The plant will open in the second half of 2027.', '2027-12'],
    ['A report will be published in the first quarter.', '2027-03'],
    ['Ms Roe was told to come back with options in 45 days.', null],
    ['The talks will go on after Easter.', null],
    ['Layoff notices for 12 aides go out Friday.', '2026-06-19'],
    ['The final document is published next week.', '2026-06-22'],
    ['He tables a motion tomorrow.', '2026-06-16'],
    ['The mediator has called both sides in for Thursday.', '2026-06-18'],
    ['A panel examines by the end of next year whether the port can be sold.', '2027'],
    ['The mayor, Ada Lind, switches on the lights on Saturday.', '2026-06-20'],
    ['The bank publishes data on the 20th.', '2026-06-20'],
    ['A firm of raters puts out its review next Tuesday; most expect a cut.', '2026-06-23'],
    ['He told reporters that a sale of five-year paper would take place on July 9.', '2026-07-09'],
    ['Water is cut off for four hours a day starting Saturday.', '2026-06-20'],
    ['A concert for survivors is taking place this evening.', '2026-06-15'],
    ['Compliance is going to be checked on July 1.', '2026-07-01'],
    ['The committee next sits on June 30, when analysts expect it to wait.', '2026-06-30'],
    ['States agreed on Monday to clear all mines by 2034, but put off a decision on cost.', '2034'],
    ['New maps go out to families by Thanksgiving.', null],
  ])('is read: %s', async (sentence, date) => {
    const [step] = await stepsIn(sentence);
    expect(step?.when?.date).toBe(date);
  });

  it('may stand in the words of whoever undertakes it', async () => {
    const said = '"We will file the papers on Thursday," her manager Otto Renn said.';
    expect(await stepsIn(said)).toMatchObject([{ firm: true, when: { date: '2026-06-18' } }]);
  });

  it.each([
    '"We will see on Thursday," her manager Otto Renn said.',
    '"We will not file on Thursday," her manager Otto Renn said.',
    '"If they ask, we will file on Thursday," her manager Otto Renn said.',
    '"We will file the papers," her manager Otto Renn said.',
    '"They will file on Thursday, as ever," her manager Otto Renn said.',
  ])('is not undertaken: %s', async (said) => {
    expect(await stepsIn(said)).toEqual([]);
  });

  it.each([
    'The second vessel leaves the mainland at first light.',
    'The governor convenes the committee again at 7 a.m.',
    'Counting starts immediately.',
    'The mill stays idle until prices fall.',
    'The minister said his deputy would be named.',
    'Geologists inspect the slope at daybreak.',
    'The truce has been extended by 90 days.',
    'It was hailed by Ada Lind, who is to run the council.',
    'The runner has 21 days in which to lodge an appeal.',
    'The ministry said demining would begin in the border strip.',
    'The report will be made public, the board said.',
  ])('may be told without a date: %s', async (sentence) => {
    expect(await stepsIn(sentence)).toMatchObject([{ firm: true, when: null }]);
  });

  it.each([
    'The strike was the third in two weeks.',
    'Turnover fell by a tenth in the first quarter.',
    'The deal was signed before Christmas.',
    'The museum opens daily at 9 a.m.',
    'Analysts see prices at 90 crowns by July.',
    'The survey covers the years to 2030.',
    'Groups of parents said most schools would close.',
    'Wages rise by a tenth by 2030.',
  ])('is none: %s', async (sentence) => {
    expect(await stepsIn(sentence)).toEqual([]);
  });
});

describe('no firm step', () => {
  it.each([
    'The team plans to return to the site in 2028.',
    'Her lawyer said she would appeal on Friday.',
    'The dollar fell on expectations that the bank will raise rates on Friday.',
    'A decision is expected on Friday.',
  ])('is what is planned or expected: %s', async (sentence) => {
    const steps = await stepsIn(sentence);
    expect(steps.filter(({ firm }) => firm)).toEqual([]);
  });

  it.each([
    'The trial was to begin in May but was postponed.',
    'The talks were due to end on Tuesday but broke down.',
    'She said it would be wrong to wait until Friday.',
    'The court rejected a request to delay the trial until July.',
    'The ministry has yet to say how much it will contribute.',
    'The war will never be forgotten.',
    'The chief said she did not expect demand to recover before 2028.',
    "The firm doesn't plan to close the plant on Friday.",
  ])('and no step at all is: %s', async (sentence) => {
    expect(await stepsIn(sentence)).toEqual([]);
  });
});

/** One sentence a line, of Tuesday, 11 May 2027. */
const sentencesOf = (list: string): string[] =>
  list
    .trim()
    .split('\n')
    .map((line) => line.trim());
const IN_MAY = '2027-05-11T10:00:00Z';

describe('in May', () => {
  const firm = sentencesOf(`
    The council will vote on the plan on Thursday.
    Voting is due to begin at dawn on Friday.
    The tribunal is to deliver its judgment on 3 June.
    Talks resume in Lisbon next week.
    A second round was scheduled for 20 May.
    The new rules come into force on 1 July.
    She takes office on 1 June.
    The hearing was adjourned to 7 June.
    The firm has until Friday to lodge an appeal.
    The tender closes in July.
    The bridge will be shut to traffic from Monday.
    Work begins in August and is to last two years.
    The union has called a 48-hour walkout for 19 May.
    Members are being balloted and the result will be known on 27 May.
    The company reports first-quarter earnings on Thursday.
    The final will be played in Kelmar on Sunday.
    They play Kelmar away on Saturday.
    The funeral takes place on Friday.
    President Ruto Maran leaves for Seoul on Monday.
    A delegation is due to arrive in the capital this weekend.
    Bidders must submit offers by 30 June.
    The committee was told to report within 90 days.
    The mayor has set 1 September as the deadline.
    The mandate of the mission expires on 30 June.
    Shareholders vote on the offer on 9 June.
    The state of emergency has been extended until 1 July.
    The satellite is set for launch on 29 May.
    The museum reopens in the spring of 2028.
    The king opens the assembly on Tuesday next week.
    She told the council that the report would be published on Friday.
    The ministry said the dam would be drained in June.
    Elections have been called for 12 September.
    The vote has been put back to 12 September.
    The match was rescheduled for 1 June.
    Rescuers will resume the search at first light on Wednesday.
    The case goes back to court on 8 June.
    The bill goes before the Senate next week.
    Sentencing will follow on 4 June.
    He faces a disciplinary hearing on 20 May.
    Residents can return to their homes on Thursday.
    From 1 June, visitors will have to pay a fee.
    Fares go up by 4 percent on 1 June.
    Two more ships follow next week.
    The chief executive will leave at the end of the month.
    Her term ends on 30 September.
    The minister meets union leaders on Thursday.
    The airline is adding a second flight from June.
    The panel's findings are to be made public in July.
    A memorial service is planned for Sunday.
    The results will be announced on Thursday.
    Lawyers for the firm will file an appeal.
    The families will be compensated.
    Trains will not run before Thursday.
    The council decided to close the road from 1 June.
    The count continues on Wednesday.
    A statement is promised for Thursday.
    Both sides undertook to free their prisoners by 1 June.
    The findings go to the prosecutor the same evening.
    Red Cross staff will check the lists.
    The park stays closed to visitors for the rest of the month.
    Ferries have been ordered to remain in port until further notice.
    Under the deal, the company will pay 40 million euros.
    The wreck will be scrapped.
    The gala runs through Sunday.
  `);
  const soft = sentencesOf(`
    The report is expected next week.
    A ruling is expected in June.
    The plant is expected to reopen in June.
    The firm expects to finish the work in June.
    The firm plans to build a second plant next year.
    The firm hopes to start production in 2028.
    The government aims to cut the deficit by 2029.
    The union may strike again in June.
    The union could strike again in June.
    The union might strike again in June.
    The union threatened to strike in June.
    A verdict is likely in June.
    A verdict is likely to come in June.
    Ministers want to sign a deal by the end of the year.
    The opposition is calling for a vote next week.
    The road should be open again by Friday.
    The firm is considering selling the plant next year.
    The firm intends to sell the plant next year.
    A vote could come as early as Thursday.
    Talks are tentatively planned for June.
    The work is forecast to be finished in 2028.
    The mayor is seeking a meeting with the minister next week.
    The firm is looking to sell the plant by the end of the year.
    Heavy rain is forecast for Thursday.
  `);
  const none = sentencesOf(`
    The council voted on the plan last Thursday.
    The sanctions are aimed at ending the war by Christmas.
    The rally planned for Saturday was banned.
    Gold for August delivery fell.
    In the event of a tie, the matter goes to the Senate.
    Had the bill passed, it would have taken effect on July 1.
    The stadium will hold 60,000 people.
    Nothing will be ruled out.
    The plant reopened in June last year.
    Prices rose 3 percent in April.
    The talks had been due to begin on Monday but were cancelled.
    He won the title in 2019 and will always be remembered here.
    The plant will depend on cheap coal.
    Analysts expect growth to slow.
    The harbour was to have opened in 2020.
    He was to blame for the fire.
    The town is home to 2,000 people.
    The firm would not say when the plant would reopen.
    No date has been set for the talks.
    It is unclear when the plant will reopen.
    The minister ruled out an election this year.
    The two sides have no plans to meet.
    Nobody knows whether the club will survive.
    The painting will be familiar to many visitors.
    He said the deal would be good for everybody.
    The bridge can carry 400 cars within an hour.
    The minister rejected a request to extend the deadline.
    The law, passed in 2020, gives tenants more rights.
  `);

  it.each(firm)('a firm step is told: %s', async (sentence) => {
    expect((await stepsIn(sentence, IN_MAY))[0]?.firm).toBe(true);
  });

  it.each(soft)('a soft step is told: %s', async (sentence) => {
    expect((await stepsIn(sentence, IN_MAY))[0]?.firm).toBe(false);
  });

  it.each(none)('nothing is told of what is to come: %s', async (sentence) => {
    expect(await stepsIn(sentence, IN_MAY)).toEqual([]);
  });

  it.each([
    ['The ports, which were to open on 20 May, will open on 2 June.', '2027-06-02'],
    ['The deal is expected to close in the third quarter of 2028.', '2028-09'],
    ['The two firms plan to merge in the fourth quarter.', '2027-12'],
    ['The firm will hire 900 people by mid-2028.', '2028'],
    ['The 2028 budget has to be tabled by 15 October.', '2027-10-15'],
    ['The mayor resigned with effect from Friday.', '2027-05-14'],
    ['Talks would resume on Thursday, the ministry said.', '2027-05-13'],
    ['The road should be open by the weekend.', null],
    ['Prosecutors say they will decide by Jun. 15 whether to appeal.', '2027-06-15'],
  ])('the time is its own: %s', async (sentence, date) => {
    expect((await stepsIn(sentence, IN_MAY))[0]?.when?.date).toBe(date);
  });

  it('a step that hangs on something is soft, and none where the condition comes first', async () => {
    const [step] = await stepsIn('The union will strike on Friday if the talks fail.', IN_MAY);
    expect(step?.firm).toBe(false);
    expect(await stepsIn('If the talks fail, the union will strike on Friday.', IN_MAY)).toEqual(
      [],
    );
  });
});

describe('a step that is told', () => {
  it.each([
    [
      'behind a participle',
      'A medical team led by Ana Roe boards a ferry on Thursday.',
      '2026-06-18',
    ],
    [
      'by a verb like an adjective',
      'Polling stations open on Thursday at the schools.',
      '2026-06-18',
    ],
    ['with its place first', 'The prize-giving is in Nantes on July 5.', '2026-07-05'],
    [
      'with a name set apart',
      'The council has summoned the port minister, Ana Roe, for July 5.',
      '2026-07-05',
    ],
    [
      'behind many words',
      'The port ordered a carrier with 1,900 cattle aboard to sail by July 5.',
      '2026-07-05',
    ],
    ['beside a noun of aim', 'The probe reaches its target in August.', '2026-08'],
    ['by the hour alone', 'She briefs the skippers at 0800.', undefined],
    [
      'in the second half of what was said',
      'Its head, Ana Roe, said lawyers were reading the ruling and a decision on an appeal would be made next week.',
      '2026-06-22',
    ],
    [
      'of what a condition hands it to',
      'If talks fail, the matter goes to the assembly, which opens its session in Lorn on July 5.',
      '2026-07-05',
    ],
    [
      'between what nobody knows',
      'Her federation, which meets on July 5, was considering whether to cut her funds.',
      '2026-07-05',
    ],
    [
      'with a question that it is about',
      'A hearing on whether to give the licence back was fixed for July 5.',
      '2026-07-05',
    ],
  ])('%s: %s', async (_, sentence, date) => {
    const [step] = await stepsIn(sentence);
    expect(step?.firm).toBe(true);
    expect(step?.when?.date).toBe(date);
  });

  it('hangs on its approval, and is not firm', async () => {
    const [step] = await stepsIn('If passed, the law takes effect on July 5.');
    expect(step).toMatchObject({ firm: false, when: { date: '2026-07-05' } });
  });

  it.each([
    'Analysts polled last month expected the price to bottom out by next spring.',
    'Storage is 71 percent full, enough to last until late September.',
  ])('is none: %s', async (sentence) => {
    expect(await stepsIn(sentence)).toEqual([]);
  });
});
