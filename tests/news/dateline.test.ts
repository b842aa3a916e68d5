/** Datelines: a table of what wires write, and of prose that only looks like one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateline } from '../../src/news/dateline.ts';

const hints = { sentAt: '2024-03-06T08:00:00Z', sources: ['Nordlys'] };
type Row = [
  text: string,
  place: string | null,
  region: string | null,
  date: string | null,
  source: string | null,
];

const DATELINES: readonly Row[] = [
  ['OSLO, Kyodo - Snow', 'OSLO', null, null, 'Kyodo'],
  ['OSLO, Nordlys - Snow', 'OSLO', null, null, 'Nordlys'],
  ['OSLO, Fjordwire - Snow', 'OSLO', null, null, 'Fjordwire'],
  ['OSLO, March 5 (Kyodo) -- Snow', 'OSLO', null, '2024-03-05', 'Kyodo'],
  ['OSLO, Dec. 30 (Kyodo) -- Snow', 'OSLO', null, '2023-12-30', 'Kyodo'],
  ['OSLO, 5 March 2024 (Nordlys) — Snow', 'OSLO', null, '2024-03-05', 'Nordlys'],
  ['OSLO, Tuesday, March 5 (Nw) - Snow', 'OSLO', null, '2024-03-05', 'Nw'],
  ['OSLO (AP) — Snow', 'OSLO', null, null, 'AP'],
  ['OSLO (AP) _ Snow', 'OSLO', null, null, 'AP'],
  ['OSLO -- "It snows"', 'OSLO', null, null, null],
  ['OSLO: The harbour froze', 'OSLO', null, null, null],
  ['GENEVA/NEW YORK (Nordlys) - Snow', 'GENEVA/NEW YORK', null, null, 'Nordlys'],
  ['ST. LOUIS, Mo. (AP) - Snow', 'ST. LOUIS', 'Mo.', null, 'AP'],
  ['PORT-AU-PRINCE, Haiti (AP) -- Snow', 'PORT-AU-PRINCE', 'Haiti', null, 'AP'],
  ['FORT WORTH, Texas — Snow', 'FORT WORTH', 'Texas', null, null],
  ['WINSTON-SALEM, N.C., March 4 (UPI) -- Snow', 'WINSTON-SALEM', 'N.C.', '2024-03-04', 'UPI'],
  ['SAPPORO, Hokkaido, March 4 - Snow', 'SAPPORO', 'Hokkaido', '2024-03-04', null],
  ['RIO DE JANEIRO (AP) - Rain', 'RIO DE JANEIRO', null, null, 'AP'],
  ['Berlin (dpa) - Schnee', 'Berlin', null, null, 'dpa'],
  ['OSLO, March 5 AAP - Snow', 'OSLO', null, '2024-03-05', 'AAP'],
  ['Bergen, March 5 (EFE).- Snow', 'Bergen', null, '2024-03-05', 'EFE'],
  ['Bergen (EFE) - March 5, 2024 - Snow', 'Bergen', null, '2024-03-05', 'EFE'],
  ['Paris, 3 mars 2024 (AFP) - La neige', 'Paris', null, '2024-03-03', 'AFP'],
  ['Seoul, March 5 (Yonhap) -- Snow', 'Seoul', null, '2024-03-05', 'Yonhap'],
  ['СЕВЕРСК, 4 марта. /ТВС/. Снег', 'СЕВЕРСК', null, '2024-03-04', 'ТВС'],
  ['СЕВЕРСК, 4 марта /Корр. ТАСС Анна Лис/. Снег', 'СЕВЕРСК', null, '2024-03-04', 'ТАСС Анна Лис'],
  ['СЕВЕРСК, 4 мар - РИА Новости. Снег', 'СЕВЕРСК', null, '2024-03-04', 'РИА Новости'],
  ['Vara (Norland), Mar 4 (PTX) - Snow', 'Vara', 'Norland', '2024-03-04', 'PTX'],
  ['Genève (ats) La neige', 'Genève', null, null, 'ats'],
  ['OSLO, Norway (AP)Snow', 'OSLO', 'Norway', null, 'AP'],
  ['(ANSA) - OSLO, MAR 5 - Snow', 'OSLO', null, '2024-03-05', 'ANSA'],
  ['Århus /ritzau/: Sne', 'Århus', null, null, 'ritzau'],
  ['ÅRHUS (Ritzau) - Sne', 'ÅRHUS', null, null, 'Ritzau'],
  ['OSLO, March 5, 2024 /NewsDirect/ -- Snow', 'OSLO', null, '2024-03-05', 'NewsDirect'],
  ['OSLO--(BUSINESS WIRE)--Snow', 'OSLO', null, null, 'BUSINESS WIRE'],
  ['(Reuters) - Snow', null, null, null, 'Reuters'],
  ['March 5 (Nw) -- Snow', null, null, '2024-03-05', 'Nw'],
  ['新华社东京3月5日电 大雪', '东京', null, '2024-03-05', '新华社'],
  ['【札幌共同】大雪が', '札幌', null, null, '共同'],
];

const PROSE = [
  'Anna /red/: Sne faldt i nat',
  'Agence France-Presse (AFP) Chairman Ola Nord said it snows',
  'Anna Lis (CDU) Landesvorsitzende sagt',
  'Haugen - a former skipper - said the ferry was late.',
  'EXCLUSIVE - The ferry was late.',
  'UPDATE: The ferry was late.',
  'The ferry was late - again.',
  'A storm (the third this year) - hit the coast.',
  'OSLO, March 5 rules - The ferry was late.',
  'NATO said the ferry was late.',
  'Ferry (late) was - as ever - full.',
  '"OSLO - the city" is a book.',
  'WHAT NEXT: The ferry is repaired.',
  '',
];

describe('readDateline', () => {
  it.each(DATELINES)('%s', (text, place, region, date, source) => {
    const found = readDateline(text, hints);
    expect(found?.dateline).toEqual({ place, region, date, source });
    expect(text.slice(found?.length)).toMatch(/^(?:Snow|Снег|Sne|Schnee|"It|The h|Rain|La n|大雪)/);
  });

  it.each(PROSE)('leaves prose alone: %s', (text) => {
    expect(readDateline(text, hints)).toBeNull();
  });

  it('gives no date without a year to go by', () => {
    const found = readDateline('OSLO, March 5 (Nw) - Snow', { sentAt: null, sources: [] });
    expect(found?.dateline).toMatchObject({ place: 'OSLO', date: null, source: 'Nw' });
  });

  it('never takes more than there is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = readDateline(text, hints);
        expect(found === null || found.length <= text.length).toBe(true);
      }),
    );
  });
});

it('a place and a day in a line of their own are a dateline', () => {
  expect(readDateline('Oslo, 5 March 2024', hints)).toEqual({
    dateline: { place: 'Oslo', region: null, date: '2024-03-05', source: null },
    length: 18,
  });
  expect(readDateline('Oslo, 5 March 2024 was cold', hints)).toBeNull();
});
