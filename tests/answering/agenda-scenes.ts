/** Lives of arranged things: what the wires send, and what an agenda may say of it at a time. */
import type { Copy } from '../../src/news/take.ts';

type Sent = readonly [
  at: string,
  guid: string,
  headline: string,
  text: string,
  more?: Partial<Copy>,
];
export type Scene = {
  readonly name: string;
  readonly life: readonly Sent[];
  readonly want: readonly (readonly [at: string, lines: readonly string[]])[];
};
const T = (day: string, hour = '09:00'): string => `${day}T${hour}:00Z`;
const PIER = (when: string): [string, string] => [
  `Belmora council to vote on pier`,
  `BELMORA, March 12 (Coastal Wire) - The Belmora city council will vote ${when} on a plan to rebuild the fire-damaged fishing pier, Mayor Tessa Quillon said on Thursday.

The plan would cost 40 million crowns and be paid from a harbour fund.`,
];
const STRIKE = `KELDERBY, March 12 (Coastal Wire) - Bus drivers in Kelderby will strike on March 19 over pay, the Transport Workers' League said on Thursday.

The league represents 4,200 drivers and said talks with the Kelderby bus company had failed.`;
const LAUNCH = `PORT ANSEL, March 12 (Skyline News) - The Orlin-4 weather satellite will be launched from Port Ansel on March 25, the Norland Space Office said on Thursday.

It will replace the Orlin-2, which failed last year after nine years in orbit.`;
const TRIAL = `GRAVENA, March 12 (Court Press) - The trial of former finance minister Pavel Storin on bribery charges will open in Gravena on April 7, a court spokeswoman said on Thursday.

Storin, 58, denies that he took 2 million crowns from a road builder.`;
const ELECT = `TARSK, March 12 (Coastal Wire) - Veldania will hold a presidential election on May 10, the election commission said on Thursday.

President Doran Velk, in office for eight years, may not stand again.`;
export const SCENES: readonly Scene[] = [
  {
    name: 'plain day, then gone after',
    life: [[T('2026-03-12'), 'pier', ...PIER('on March 24')]],
    want: [
      [T('2026-03-13'), ['2026-03-24 ahead']],
      [T('2026-03-24'), ['2026-03-24 ahead']],
      [T('2026-03-25', '23:00'), []],
    ],
  },
  {
    name: 'weekday',
    life: [[T('2026-03-12'), 'pier', ...PIER('on Monday')]],
    want: [[T('2026-03-13'), ['2026-03-16 ahead']]],
  },
  {
    name: 'next week',
    life: [[T('2026-03-12'), 'pier', ...PIER('next week')]],
    want: [
      [T('2026-03-13'), ['2026-03-16 ahead']],
      [T('2026-03-22'), ['2026-03-16 ahead']],
      [T('2026-03-23'), []],
    ],
  },
  {
    name: 'in the spring',
    life: [
      [
        T('2026-01-12'),
        'pier',
        `Belmora council to vote on pier`,
        `BELMORA, Jan 12 (Coastal Wire) - The Belmora city council will vote in the spring on a plan to rebuild the fishing pier, Mayor Tessa Quillon said on Monday.`,
      ],
    ],
    want: [[T('2026-01-13'), ['2026 ahead']]],
  },
  {
    name: 'dateline near midnight: place is ahead of UTC',
    life: [
      [
        T('2026-03-12', '22:30'),
        'pier',
        `Wellmere council to vote on pier`,
        `WELLMERE, March 13 (Coastal Wire) - The Wellmere city council will vote on Monday on a plan to rebuild the fishing pier, Mayor Tessa Quillon said on Friday.`,
      ],
    ],
    want: [[T('2026-03-13'), ['2026-03-16 ahead']]],
  },
  {
    name: 'tomorrow by dateline',
    life: [
      [
        T('2026-03-12', '22:30'),
        'pier',
        `Wellmere council to vote on pier`,
        `WELLMERE, March 13 (Coastal Wire) - The Wellmere city council will vote tomorrow on a plan to rebuild the fishing pier, Mayor Tessa Quillon said on Friday.`,
      ],
    ],
    want: [[T('2026-03-13'), ['2026-03-14 ahead']]],
  },
  {
    name: 'year turn day',
    life: [
      [
        T('2025-12-28'),
        'pier',
        `Belmora council to vote on pier`,
        `BELMORA, Dec 28 (Coastal Wire) - The Belmora city council will vote on January 9 on a plan to rebuild the fishing pier, Mayor Tessa Quillon said on Sunday.`,
      ],
    ],
    want: [[T('2025-12-29'), ['2026-01-09 ahead']]],
  },
  {
    name: 'year turn weekday',
    life: [
      [
        T('2025-12-30'),
        'pier',
        `Belmora council to vote on pier`,
        `BELMORA, Dec 30 (Coastal Wire) - The Belmora city council will vote on Friday on a plan to rebuild the fishing pier, Mayor Tessa Quillon said on Tuesday.`,
      ],
    ],
    want: [[T('2025-12-31'), ['2026-01-02 ahead']]],
  },
  {
    name: 'undated stays undated',
    life: [[T('2026-03-12'), 'pier', ...PIER('at a date still to be set')]],
    want: [[T('2026-03-13'), ['no day ahead']]],
  },
  {
    name: 'a summit that others speak after: took place',
    life: [
      [
        T('2026-03-12'),
        'summit',
        'Leaders of Veldania and Norland to meet March 20',
        `TARSK, March 12 (Coastal Wire) - The leaders of Veldania and Norland will hold a summit on fishing quotas in Tarsk on March 20, both governments said on Thursday.`,
      ],
      [
        T('2026-03-20', '18:00'),
        'summit2',
        'Veldania, Norland agree to share fishing quotas',
        `TARSK, March 20 (Coastal Wire) - The leaders of Veldania and Norland shook hands on equal fishing quotas for cod after a summit in Tarsk on Friday, a spokesman said.`,
      ],
    ],
    want: [
      [T('2026-03-13'), ['2026-03-20 ahead']],
      [T('2026-03-20', '19:00'), ['2026-03-20 took place']],
    ],
  },
  {
    name: 'postponed to a date by another story',
    life: [
      [T('2026-03-12'), 'strike', 'Kelderby bus drivers to strike', STRIKE],
      [
        T('2026-03-15'),
        'strike2',
        'Kelderby bus strike put back a week',
        `KELDERBY, March 15 (Coastal Wire) - A strike by bus drivers in Kelderby has been postponed to March 26, the Transport Workers' League said on Sunday.

The league said the bus company had made a new offer on pay.`,
      ],
    ],
    want: [[T('2026-03-15', '12:00'), ['2026-03-26 moved, first 2026-03-19']]],
  },
  {
    name: 'called off, with noun phrase',
    life: [
      [T('2026-03-12'), 'strike', 'Kelderby bus drivers to strike', STRIKE],
      [
        T('2026-03-17'),
        'strike2',
        'Kelderby bus drivers call off strike',
        `KELDERBY, March 17 (Coastal Wire) - Bus drivers in Kelderby have called off a strike planned for Thursday after the bus company raised its pay offer, the Transport Workers' League said on Tuesday.`,
      ],
    ],
    want: [[T('2026-03-17', '12:00'), ['2026-03-19 cancelled']]],
  },
  {
    name: 'walked out: took place',
    life: [
      [T('2026-03-12'), 'strike', 'Kelderby bus drivers to strike', STRIKE],
      [
        T('2026-03-19', '11:00'),
        'strike2',
        'Kelderby bus drivers strike over pay',
        `KELDERBY, March 19 (Coastal Wire) - Thousands of bus drivers in Kelderby walked out on Thursday over pay, leaving most routes without service, the Transport Workers' League said.`,
      ],
    ],
    want: [[T('2026-03-19', '12:00'), ['2026-03-19 took place']]],
  },
  {
    name: 'launch scrubbed, no new date',
    life: [
      [T('2026-03-12'), 'l', 'Norland to launch weather satellite', LAUNCH],
      [
        T('2026-03-24'),
        'l2',
        'Launch of Norland weather satellite postponed',
        `PORT ANSEL, March 24 (Skyline News) - The launch of the Orlin-4 weather satellite from Port Ansel has been postponed indefinitely because of a fuel leak, the Norland Space Office said on Tuesday.`,
      ],
    ],
    want: [[T('2026-03-24', '12:00'), ['no day postponed, first 2026-03-25']]],
  },
  {
    name: 'launch by 48 hours',
    life: [
      [T('2026-03-12'), 'l', 'Norland to launch weather satellite', LAUNCH],
      [
        T('2026-03-24'),
        'l2',
        'Launch of Norland weather satellite delayed',
        `PORT ANSEL, March 24 (Skyline News) - The launch of the Orlin-4 weather satellite was delayed by two days to March 27 because of high winds, the Norland Space Office said on Tuesday.`,
      ],
    ],
    want: [[T('2026-03-24', '12:00'), ['2026-03-27 moved, first 2026-03-25']]],
  },
  {
    name: 'lifted off',
    life: [
      [T('2026-03-12'), 'l', 'Norland to launch weather satellite', LAUNCH],
      [
        T('2026-03-25', '15:00'),
        'l2',
        'Norland launches weather satellite',
        `PORT ANSEL, March 25 (Skyline News) - Norland launched its Orlin-4 weather satellite from Port Ansel on Wednesday, the Norland Space Office said.

The rocket lifted off at 1412 GMT and put the satellite into orbit half an hour later.`,
      ],
    ],
    want: [[T('2026-03-25', '18:00'), ['2026-03-25 took place']]],
  },
  {
    name: 'launched (active verb only)',
    life: [
      [T('2026-03-12'), 'l', 'Norland to launch weather satellite', LAUNCH],
      [
        T('2026-03-25', '15:00'),
        'l2',
        'Norland launches weather satellite',
        `PORT ANSEL, March 25 (Skyline News) - Norland launched its Orlin-4 weather satellite from Port Ansel on Wednesday, the Norland Space Office said.`,
      ],
    ],
    want: [[T('2026-03-25', '18:00'), ['2026-03-25 took place']]],
  },
  {
    name: 'trial brought forward',
    life: [
      [T('2026-03-12'), 't', 'Trial of Norland ex-minister to open', TRIAL],
      [
        T('2026-03-20'),
        't2',
        'Storin trial brought forward',
        `GRAVENA, March 20 (Court Press) - The bribery trial of former finance minister Pavel Storin has been brought forward to March 30, the Gravena court said on Friday.`,
      ],
    ],
    want: [[T('2026-03-20', '12:00'), ['2026-03-30 moved, first 2026-04-07']]],
  },
  {
    name: 'trial opened',
    life: [
      [T('2026-03-12'), 't', 'Trial of Norland ex-minister to open', TRIAL],
      [
        T('2026-04-07', '12:00'),
        't2',
        'Ex-minister Storin goes on trial',
        `GRAVENA, April 7 (Court Press) - Former finance minister Pavel Storin went on trial in Gravena on Tuesday, accused of taking 2 million crowns from a road builder.`,
      ],
    ],
    want: [[T('2026-04-07', '18:00'), ['2026-04-07 took place']]],
  },
  {
    name: 'trial adjourned',
    life: [
      [T('2026-03-12'), 't', 'Trial of Norland ex-minister to open', TRIAL],
      [
        T('2026-04-06', '12:00'),
        't2',
        'Storin trial adjourned',
        `GRAVENA, April 6 (Court Press) - The bribery trial of former finance minister Pavel Storin has been adjourned until April 28 at the request of the defence, the Gravena court said on Monday.`,
      ],
    ],
    want: [[T('2026-04-06', '18:00'), ['2026-04-28 moved, first 2026-04-07']]],
  },
  {
    name: 'election date corrected by same story',
    life: [
      [T('2026-03-12'), 'e', 'Veldania sets election for May 10', ELECT],
      [
        T('2026-03-12', '11:00'),
        'e',
        'CORRECTED-Veldania sets election for May 17',
        ELECT.replace('May 10', 'May 17'),
        { signal: 'correction' },
      ],
    ],
    want: [[T('2026-03-12', '12:00'), ['2026-05-17 ahead']]],
  },
  {
    name: 'two sources two dates',
    life: [
      [
        T('2026-03-12'),
        'e',
        'Veldania sets election for May 10',
        ELECT,
        { provider: 'Coastal Wire' },
      ],
      [
        T('2026-03-12', '09:30'),
        'e2',
        'Veldania to vote for president in May',
        `TARSK, March 12 (Skyline News) - Veldania will hold a presidential election on May 17, the head of the election commission said on Thursday.

President Doran Velk may not stand for a third term.`,
        { provider: 'Skyline News' },
      ],
    ],
    want: [[T('2026-03-12', '12:00'), ['2026-05-17 ahead, first 2026-05-10, not firm']]],
  },
  {
    name: 'denial of postponement',
    life: [
      [T('2026-03-12'), 'e', 'Veldania sets election for May 10', ELECT],
      [
        T('2026-03-22'),
        'e2',
        'Veldania denies election will be put off',
        `TARSK, March 22 (Coastal Wire) - Veldania's government denied on Sunday that the presidential election had been postponed.`,
      ],
    ],
    want: [[T('2026-03-22', '12:00'), ['2026-05-10 ahead']]],
  },
  {
    name: 'may be postponed',
    life: [
      [T('2026-03-12'), 'e', 'Veldania sets election for May 10', ELECT],
      [
        T('2026-03-22'),
        'e2',
        'Veldania election may be put off',
        `TARSK, March 22 (Coastal Wire) - Veldania's presidential election may be postponed because of floods, the election commission said on Sunday.`,
      ],
    ],
    want: [[T('2026-03-22', '12:00'), ['2026-05-10 ahead']]],
  },
  {
    name: 'other election postponed',
    life: [
      [T('2026-03-12'), 'e', 'Veldania sets election for May 10', ELECT],
      [
        T('2026-03-22'),
        'e2',
        'Ostrava province puts off local election',
        `LINDVAR, March 22 (Coastal Wire) - Sorland has postponed its parliamentary election to June 14 because of a strike of printers, its government said on Sunday.`,
      ],
    ],
    want: [[T('2026-03-22', '12:00'), ['2026-05-10 ahead']]],
  },
  {
    name: 'killed story',
    life: [
      [T('2026-03-12'), 'e', 'Veldania sets election for May 10', ELECT],
      [T('2026-03-12', '11:00'), 'e', 'KILL', 'Please kill.', { signal: 'kill' }],
    ],
    want: [[T('2026-03-12', '12:00'), []]],
  },
  {
    name: 'embargoed story',
    life: [
      [
        T('2026-03-12'),
        'e',
        'Veldania sets election for May 10',
        ELECT,
        { embargo: { until: '2026-03-13T09:00:00Z' } },
      ],
    ],
    want: [
      [T('2026-03-12', '12:00'), []],
      [T('2026-03-13', '12:00'), ['2026-05-10 ahead']],
    ],
  },
  {
    name: 'writethru drops the step',
    life: [
      [T('2026-03-12'), 'pier', ...PIER('on March 24')],
      [
        T('2026-03-12', '14:00'),
        'pier',
        'Belmora council to vote on pier',
        `BELMORA, March 12 (Coastal Wire) - The Belmora city council has dropped a plan to rebuild the fishing pier, Mayor Tessa Quillon said on Thursday.

The plan would have cost 40 million crowns.`,
        { signal: 'writethru' },
      ],
    ],
    want: [[T('2026-03-12', '15:00'), []]],
  },
  {
    name: 'correction drops date to another',
    life: [
      [T('2026-03-12'), 'pier', ...PIER('on March 24')],
      [T('2026-03-12', '14:00'), 'pier', ...PIER('on March 27'), { signal: 'correction' }],
    ],
    want: [[T('2026-03-12', '15:00'), ['2026-03-27 ahead']]],
  },
  {
    name: 'match called off through weather',
    life: [
      [
        T('2026-03-12'),
        'm',
        'Cup final to be played in Dunmoor',
        `DUNMOOR, March 12 (Sports Wire) - The Norland Cup final between Dunmoor Rovers and Hartwick will be played in Dunmoor on March 21, the football union said on Thursday.`,
      ],
      [
        T('2026-03-21', '08:00'),
        'm2',
        'Cup final called off after storm',
        `DUNMOOR, March 21 (Sports Wire) - The Norland Cup final between Dunmoor Rovers and Hartwick was called off on Saturday after a storm flooded the pitch, the football union said.`,
      ],
    ],
    want: [[T('2026-03-21', '12:00'), ['2026-03-21 cancelled']]],
  },
  {
    name: 'match played',
    life: [
      [
        T('2026-03-12'),
        'm',
        'Cup final to be played in Dunmoor',
        `DUNMOOR, March 12 (Sports Wire) - The Norland Cup final between Dunmoor Rovers and Hartwick will be played in Dunmoor on March 21, the football union said on Thursday.`,
      ],
      [
        T('2026-03-21', '20:00'),
        'm2',
        'Hartwick win Norland Cup',
        `DUNMOOR, March 21 (Sports Wire) - Hartwick beat Dunmoor Rovers 2-1 in the Norland Cup final in Dunmoor on Saturday.`,
      ],
    ],
    want: [[T('2026-03-21', '21:00'), ['2026-03-21 took place']]],
  },
  {
    name: 'visit cut: cancels trip',
    life: [
      [
        T('2026-03-12'),
        'v',
        'Norland president to visit Sudland',
        `OSLAND, March 12 (Coastal Wire) - Norland President Mira Tolvan will visit Sudland on March 20 for talks on fishing rights, her office said on Thursday.`,
      ],
      [
        T('2026-03-18'),
        'v2',
        'Norland president cancels Sudland trip',
        `OSLAND, March 18 (Coastal Wire) - Norland President Mira Tolvan has cancelled a trip to Sudland because of illness, her office said on Wednesday.`,
      ],
    ],
    want: [[T('2026-03-18', '12:00'), ['2026-03-20 cancelled']]],
  },
  {
    name: 'arrived',
    life: [
      [
        T('2026-03-12'),
        'v',
        'Norland president to visit Sudland',
        `OSLAND, March 12 (Coastal Wire) - Norland President Mira Tolvan will visit Sudland on March 20 for talks on fishing rights, her office said on Thursday.`,
      ],
      [
        T('2026-03-20'),
        'v2',
        'Norland president in Sudland for fishing talks',
        `PORT MARY, March 20 (Coastal Wire) - Norland President Mira Tolvan arrived in Sudland on Friday for talks on fishing rights, officials said.`,
      ],
    ],
    want: [[T('2026-03-20', '12:00'), ['2026-03-20 took place']]],
  },
  {
    name: 'sentencing',
    life: [
      [
        T('2026-03-12'),
        's',
        'Court convicts Tarsk mayor',
        `TARSK, March 12 (Court Press) - A court in Tarsk found former mayor Anton Beck guilty of fraud on Thursday.

Beck will be sentenced on April 2, the judge said.`,
      ],
      [
        T('2026-04-02', '14:00'),
        's2',
        'Former Tarsk mayor jailed for fraud',
        `TARSK, April 2 (Court Press) - Former Tarsk mayor Anton Beck was sentenced to four years in prison for fraud on Thursday.`,
      ],
    ],
    want: [
      [T('2026-03-12', '12:00'), ['2026-04-02 ahead']],
      [T('2026-04-02', '15:00'), ['2026-04-02 took place']],
    ],
  },
  {
    name: 'jailed (no deed word)',
    life: [
      [
        T('2026-03-12'),
        's',
        'Court convicts Tarsk mayor',
        `TARSK, March 12 (Court Press) - A court in Tarsk found former mayor Anton Beck guilty of fraud on Thursday.

Beck will be sentenced on April 2, the judge said.`,
      ],
      [
        T('2026-04-02', '14:00'),
        's2',
        'Former Tarsk mayor jailed for fraud',
        `TARSK, April 2 (Court Press) - A judge jailed former Tarsk mayor Anton Beck for four years for fraud on Thursday.`,
      ],
    ],
    want: [[T('2026-04-02', '15:00'), ['2026-04-02 took place']]],
  },
  {
    name: 'moved twice',
    life: [
      [T('2026-03-12'), 't', 'Trial of Norland ex-minister to open', TRIAL],
      [
        T('2026-03-20'),
        't2',
        'Storin trial postponed',
        `GRAVENA, March 20 (Court Press) - The bribery trial of former finance minister Pavel Storin has been postponed to April 14, the Gravena court said on Friday.`,
      ],
      [
        T('2026-03-27'),
        't3',
        'Storin trial postponed again',
        `GRAVENA, March 27 (Court Press) - The bribery trial of former finance minister Pavel Storin has been postponed again, to April 21, the Gravena court said on Friday.`,
      ],
    ],
    want: [[T('2026-03-27', '12:00'), ['2026-04-21 moved, first 2026-04-07']]],
  },
  {
    name: 'postponed then new date',
    life: [
      [T('2026-03-12'), 't', 'Trial of Norland ex-minister to open', TRIAL],
      [
        T('2026-03-20'),
        't2',
        'Storin trial postponed',
        `GRAVENA, March 20 (Court Press) - The bribery trial of former finance minister Pavel Storin has been postponed, the Gravena court said on Friday. No new date was given.`,
      ],
      [
        T('2026-03-27'),
        't3',
        'New date for Storin trial',
        `GRAVENA, March 27 (Court Press) - The bribery trial of former finance minister Pavel Storin will now open on April 21, the Gravena court said on Friday.`,
      ],
    ],
    want: [
      [T('2026-03-20', '12:00'), ['no day postponed, first 2026-04-07']],
      [T('2026-03-27', '12:00'), ['2026-04-21 moved, first 2026-04-07']],
    ],
  },
  {
    name: 'called off then on again',
    life: [
      [T('2026-03-12'), 'strike', 'Kelderby bus drivers to strike', STRIKE],
      [
        T('2026-03-15'),
        's2',
        'Kelderby bus strike called off',
        `KELDERBY, March 15 (Coastal Wire) - A strike by bus drivers in Kelderby planned for March 19 was called off on Sunday, the Transport Workers' League said.`,
      ],
      [
        T('2026-03-17'),
        's3',
        'Kelderby bus drivers to strike after all',
        `KELDERBY, March 17 (Coastal Wire) - Bus drivers in Kelderby will strike on March 19 after all because talks on pay broke down again, the Transport Workers' League said on Tuesday.`,
      ],
    ],
    want: [[T('2026-03-17', '12:00'), ['2026-03-19 ahead']]],
  },
  {
    name: 'late arrival of the older story',
    life: [
      [
        T('2026-03-15'),
        'strike2',
        'Kelderby bus strike put back a week',
        `KELDERBY, March 15 (Coastal Wire) - A strike by bus drivers in Kelderby has been postponed to March 26, the Transport Workers' League said on Sunday.`,
      ],
      [T('2026-03-12'), 'strike', 'Kelderby bus drivers to strike', STRIKE],
    ],
    want: [[T('2026-03-15', '12:00'), ['2026-03-26 moved, first 2026-03-19']]],
  },
  {
    name: 'second-year date',
    life: [
      [
        T('2026-03-12'),
        'g',
        'Norland to host winter games',
        `OSLAND, March 12 (Sports Wire) - The Nordic Games will open in Osland on February 4, 2027, organisers said on Thursday.`,
      ],
    ],
    want: [[T('2026-03-13'), ['2027-02-04 ahead']]],
  },
  {
    name: 'month',
    life: [
      [
        T('2026-03-12'),
        'g',
        'Sudland to hold census',
        `PORT MARY, March 12 (Coastal Wire) - Sudland will hold a census in October, its statistics office said on Thursday.`,
      ],
    ],
    want: [[T('2026-03-13'), ['2026-10 ahead']]],
  },
  {
    name: 'later this month',
    life: [
      [
        T('2026-03-12'),
        'g',
        'Leaders to meet',
        `PORT MARY, March 12 (Coastal Wire) - The leaders of Norland and Sudland will meet in Port Mary later this month, officials said on Thursday.`,
      ],
    ],
    want: [
      [T('2026-03-13'), ['2026-03 ahead']],
      [T('2026-04-01'), []],
    ],
  },
  {
    name: 'dateline of last year',
    life: [
      [
        T('2026-01-02'),
        'pier',
        `Belmora council to vote on pier`,
        `BELMORA, Dec 31 (Coastal Wire) - The Belmora city council will vote on January 14 on a plan to rebuild the fishing pier, Mayor Tessa Quillon said on Wednesday.`,
      ],
    ],
    want: [[T('2026-01-03'), ['2026-01-14 ahead']]],
  },
  {
    name: 'summit moved to another place',
    life: [
      [
        T('2026-03-12'),
        'v',
        'Lake states to hold summit',
        `OSLAND, March 12 (Coastal Wire) - The five lake states will hold a summit on water in Gravena on April 16, Norland's foreign ministry said on Thursday.`,
      ],
      [
        T('2026-03-18'),
        'v2',
        'Lake summit moved to Tarsk',
        `OSLAND, March 18 (Coastal Wire) - The lake states' summit on water has been moved from Gravena to Tarsk because of unrest, Norland's foreign ministry said on Wednesday. The date of April 16 stands.`,
      ],
    ],
    want: [[T('2026-03-18', '12:00'), ['2026-04-16 moved']]],
  },
  {
    name: 'delayed by hours',
    life: [
      [T('2026-03-12'), 'l', 'Norland to launch weather satellite', LAUNCH],
      [
        T('2026-03-25', '08:00'),
        'l2',
        'Launch of Norland weather satellite delayed by hours',
        `PORT ANSEL, March 25 (Skyline News) - The launch of the Orlin-4 weather satellite was delayed by three hours on Wednesday because of high winds, the Norland Space Office said.`,
      ],
    ],
    want: [[T('2026-03-25', '12:00'), ['2026-03-25 ahead']]],
  },
  {
    name: 'vote passed',
    life: [
      [T('2026-03-12'), 'pier', ...PIER('on March 24')],
      [
        T('2026-03-24', '20:00'),
        'pier2',
        'Belmora council backs new pier',
        `BELMORA, March 24 (Coastal Wire) - The Belmora city council voted 12-5 on Tuesday to rebuild the fire-damaged fishing pier, Mayor Tessa Quillon said.`,
      ],
    ],
    want: [[T('2026-03-24', '21:00'), ['2026-03-24 took place']]],
  },
  {
    name: 'vote approved (verb approve)',
    life: [
      [T('2026-03-12'), 'pier', ...PIER('on March 24')],
      [
        T('2026-03-24', '20:00'),
        'pier2',
        'Belmora council backs new pier',
        `BELMORA, March 24 (Coastal Wire) - The Belmora city council on Tuesday approved a plan to rebuild the fire-damaged fishing pier, Mayor Tessa Quillon said.`,
      ],
    ],
    want: [[T('2026-03-24', '21:00'), ['2026-03-24 took place']]],
  },
  {
    name: 'two same-day steps different things',
    life: [
      [T('2026-03-12'), 'pier', ...PIER('on March 24')],
      [T('2026-03-12'), 'strike', 'Kelderby bus drivers to strike', STRIKE.replace('19', '24')],
    ],
    want: [[T('2026-03-13'), ['2026-03-24 ahead', '2026-03-24 ahead']]],
  },
  {
    name: 'same step by two sources',
    life: [
      [T('2026-03-12'), 'e', 'Veldania sets election for May 10', ELECT],
      [
        T('2026-03-12', '09:30'),
        'e2',
        'Veldania to vote for president in May',
        `TARSK, March 12 (Skyline News) - Veldanians will vote for a new president on May 10, the election commission said on Thursday. President Doran Velk may not stand for a third term.`,
      ],
    ],
    want: [[T('2026-03-12', '12:00'), ['2026-05-10 ahead']]],
  },
  {
    name: 'other strike cancelled in same town',
    life: [
      [T('2026-03-12'), 'strike', 'Kelderby bus drivers to strike', STRIKE],
      [
        T('2026-03-17'),
        'strike2',
        'Kelderby nurses call off strike',
        `KELDERBY, March 17 (Coastal Wire) - Nurses in Kelderby have called off a strike planned for Friday after the clinics raised their pay offer, the Nurses' Union said on Tuesday.`,
      ],
    ],
    want: [[T('2026-03-17', '12:00'), ['2026-03-19 ahead']]],
  },
  {
    name: 'threat then step',
    life: [
      [
        T('2026-03-12'),
        'strike',
        'Kelderby bus drivers threaten strike',
        `KELDERBY, March 12 (Coastal Wire) - Bus drivers in Kelderby threatened on Thursday to strike on March 19 unless they get more pay, the Transport Workers' League said.`,
      ],
    ],
    want: [[T('2026-03-13'), ['2026-03-19 ahead, not firm']]],
  },
  {
    name: 'talks moved by phrase "rather than"',
    life: [
      [
        T('2026-03-12'),
        't',
        'Norland, Sudland to meet on fishing',
        `OSLAND, March 12 (Coastal Wire) - Norland and Sudland will hold talks on fishing rights in Sudhaven on March 23, Norland's fisheries ministry said on Thursday.`,
      ],
      [
        T('2026-03-16'),
        't2',
        'Fishing talks to start a day later',
        `OSLAND, March 16 (Coastal Wire) - Talks between Norland and Sudland on fishing rights will start on March 24 rather than March 23, Norland's fisheries ministry said on Monday.`,
      ],
    ],
    want: [[T('2026-03-16', '12:00'), ['2026-03-24 moved, first 2026-03-23']]],
  },
  {
    name: 'next Tuesday',
    life: [[T('2026-03-12'), 'pier', ...PIER('next Tuesday')]],
    want: [[T('2026-03-13'), ['2026-03-17 ahead']]],
  },
  {
    name: 'in two weeks',
    life: [[T('2026-03-12'), 'pier', ...PIER('in two weeks')]],
    want: [[T('2026-03-13'), ['no day ahead']]],
  },
  {
    name: 'deadline',
    life: [
      [
        T('2026-03-12'),
        'd',
        'Norland gives miners deadline',
        `OSLAND, March 12 (Coastal Wire) - Norland gave mining firms until April 30 to clean up the Vara river, the environment ministry said on Thursday.`,
      ],
    ],
    want: [[T('2026-03-13'), ['2026-04-30 ahead']]],
  },
  {
    name: 'rescheduled from to',
    life: [
      [
        T('2026-03-12'),
        'h',
        'Hearing on dam set for March 30',
        `TARSK, March 12 (Coastal Wire) - A public hearing on the Vara dam will be held in Tarsk on March 30, the water board said on Thursday.`,
      ],
      [
        T('2026-03-20'),
        'h2',
        'Vara dam hearing rescheduled',
        `TARSK, March 20 (Coastal Wire) - The water board rescheduled the hearing on the Vara dam from March 30 to April 8, it said on Friday.`,
      ],
    ],
    want: [[T('2026-03-20', '12:00'), ['2026-04-08 moved, first 2026-03-30']]],
  },
  {
    name: 'put off until the autumn',
    life: [
      [
        T('2026-03-12'),
        'h',
        'Hearing on dam set for March 30',
        `TARSK, March 12 (Coastal Wire) - A public hearing on the Vara dam will be held in Tarsk on March 30, the water board said on Thursday.`,
      ],
      [
        T('2026-03-20'),
        'h2',
        'Vara dam hearing put off until autumn',
        `TARSK, March 20 (Coastal Wire) - The hearing on the Vara dam has been put off until the autumn, the water board said on Friday.`,
      ],
    ],
    want: [[T('2026-03-20', '12:00'), ['2026 moved, first 2026-03-30']]],
  },
  {
    name: 'put off until next month',
    life: [
      [
        T('2026-03-12'),
        'h',
        'Hearing on dam set for March 30',
        `TARSK, March 12 (Coastal Wire) - A public hearing on the Vara dam will be held in Tarsk on March 30, the water board said on Thursday.`,
      ],
      [
        T('2026-03-20'),
        'h2',
        'Vara dam hearing put off',
        `TARSK, March 20 (Coastal Wire) - The hearing on the Vara dam has been put off until next month, the water board said on Friday.`,
      ],
    ],
    want: [[T('2026-03-20', '12:00'), ['2026-04 moved, first 2026-03-30']]],
  },
  {
    name: 'a week later',
    life: [
      [
        T('2026-03-12'),
        'h',
        'Hearing on dam set for March 30',
        `TARSK, March 12 (Coastal Wire) - A public hearing on the Vara dam will be held in Tarsk on March 30, the water board said on Thursday.`,
      ],
      [
        T('2026-03-20'),
        'h2',
        'Vara dam hearing put back',
        `TARSK, March 20 (Coastal Wire) - The hearing on the Vara dam has been put back by a week, the water board said on Friday.`,
      ],
    ],
    want: [[T('2026-03-20', '12:00'), ['2026-04-06 moved, first 2026-03-30']]],
  },
  {
    name: 'did not take place',
    life: [
      [
        T('2026-03-12'),
        'h',
        'Hearing on dam set for March 30',
        `TARSK, March 12 (Coastal Wire) - A public hearing on the Vara dam will be held in Tarsk on March 30, the water board said on Thursday.`,
      ],
      [
        T('2026-03-30', '19:00'),
        'h2',
        'Vara dam hearing does not happen',
        `TARSK, March 30 (Coastal Wire) - A public hearing on the Vara dam in Tarsk did not take place on Monday because too few members of the water board came.`,
      ],
    ],
    want: [[T('2026-03-30', '20:00'), ['2026-03-30 cancelled']]],
  },
  {
    name: 'a correction takes the day back: none stands',
    life: [
      [T('2026-03-12'), 'pier', ...PIER('on March 24')],
      [T('2026-03-12', '14:00'), 'pier', ...PIER('at a date still to be set'), { signal: 'correction' }], // prettier-ignore
    ],
    want: [
      [T('2026-03-12', '12:00'), ['2026-03-24 ahead']],
      [T('2026-03-12', '15:00'), ['no day ahead, first 2026-03-24']],
    ],
  },
  {
    name: 'a month, then its day by another agency',
    life: [
      [
        T('2026-03-12'),
        'e',
        'Veldania sets election for May',
        ELECT.replace('on May 10', 'in May'),
      ],
      [T('2026-03-13'), 'e2', 'Veldania sets election for May 10', ELECT.replace('March 12', 'March 13')], // prettier-ignore
    ],
    want: [
      [T('2026-03-12', '12:00'), ['2026-05 ahead']],
      [T('2026-03-13', '12:00'), ['2026-05-10 ahead']],
    ],
  },
  {
    name: 'put off on a weekday is not put off to it',
    life: [
      [T('2026-03-12'), 't', 'Trial of Norland ex-minister to open', TRIAL],
      [T('2026-03-30'), 't2', 'Storin trial postponed', `GRAVENA, March 30 (Court Press) - The bribery trial of former finance minister Pavel Storin was postponed on Monday because a judge fell ill, the Gravena court said.`], // prettier-ignore
    ],
    want: [[T('2026-03-30', '12:00'), ['no day postponed, first 2026-04-07']]],
  },
  {
    name: 'put off from one day, no other given',
    life: [
      [T('2026-03-12'), 't', 'Trial of Norland ex-minister to open', TRIAL],
      [T('2026-03-30'), 't2', 'Storin trial postponed', `GRAVENA, March 30 (Court Press) - The bribery trial of former finance minister Pavel Storin has been postponed from April 7 because a judge fell ill, the Gravena court said.`], // prettier-ignore
    ],
    want: [[T('2026-03-30', '12:00'), ['no day postponed, first 2026-04-07']]],
  },
  {
    name: 'brought forward by two days',
    life: [
      [T('2026-03-12'), 't', 'Trial of Norland ex-minister to open', TRIAL],
      [T('2026-03-30'), 't2', 'Storin trial brought forward', `GRAVENA, March 30 (Court Press) - The bribery trial of former finance minister Pavel Storin has been brought forward by two days, the Gravena court said on Monday.`], // prettier-ignore
    ],
    want: [[T('2026-03-30', '12:00'), ['2026-04-05 moved, first 2026-04-07']]],
  },
  {
    name: 'the story of a move is killed: the first day stands again',
    life: [
      [T('2026-03-12'), 't', 'Trial of Norland ex-minister to open', TRIAL],
      [T('2026-03-20'), 't2', 'Storin trial postponed', `GRAVENA, March 20 (Court Press) - The bribery trial of former finance minister Pavel Storin has been postponed to April 14, the Gravena court said on Friday.`], // prettier-ignore
      [T('2026-03-20', '10:00'), 't2', 'KILL', 'Please kill.', { signal: 'kill' }],
    ],
    want: [
      [T('2026-03-20', '09:30'), ['2026-04-14 moved, first 2026-04-07']],
      [T('2026-03-20', '11:00'), ['2026-04-07 ahead']],
    ],
  },
];
