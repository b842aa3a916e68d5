/** Lives of stories in the trade's own formats: what a desk may show after each sending. */
import { describe, it } from 'vitest';
import {
  anpa,
  FIRE,
  g2,
  live,
  mail,
  ninjs,
  nitf,
  old,
  plain,
  STATUS,
  type Step,
} from './fakes/lives.ts';

/** How the lives of IPTC 7901 begin. */
const BRAND: Step = [
  '09:10',
  old(
    '0417',
    '09:00',
    'Zwei Tote bei Brand',
    'Bei einem Brand in der Fabrik von Tolk sind am Donnerstag zwei Menschen gestorben.',
  ),
  ['Zwei Tote bei Brand'],
];

const LIVES: Readonly<Record<string, readonly Step[]>> = {
  'G2: kill before the original': [
    ['09:10', g2('urn:a', '09:05', 'Fire kills two', FIRE('killed two'), STATUS('canceled')), []],
    ['09:20', g2('urn:a', '09:00', 'Fire kills two', FIRE('killed two'), STATUS('usable')), []],
    ['09:30', g2('urn:a', '09:25', 'Fire kills three', FIRE('killed three'), STATUS('usable')), []],
  ],
  'G2: withheld, then usable again': [
    ['09:10', g2('urn:a', '09:00', 'Fire kills two', FIRE('killed two')), ['Fire kills two']],
    ['09:20', g2('urn:a', '09:15', 'Fire kills two', FIRE('killed two'), STATUS('withheld')), []],
    [
      '09:30',
      g2('urn:a', '09:25', 'Fire kills nobody', FIRE('killed nobody'), STATUS('usable')),
      ['Fire kills nobody'],
    ],
  ],
  'G2: withheld comes late, after the newer usable version': [
    ['09:10', g2('urn:a', '09:00', 'Fire kills two', FIRE('killed two')), ['Fire kills two']],
    [
      '09:30',
      g2('urn:a', '09:25', 'Fire kills nobody', FIRE('killed nobody')),
      ['Fire kills nobody'],
    ],
    [
      '09:40',
      g2('urn:a', '09:15', 'Fire kills two', FIRE('killed two'), STATUS('withheld')),
      ['Fire kills nobody'],
    ],
  ],
  'G2: embargo moved to a later time, then lifted': [
    [
      '09:10',
      g2(
        'urn:a',
        '09:00',
        'Fire kills two',
        FIRE('killed two'),
        '<embargoed>2026-03-12T10:00:00Z</embargoed>',
      ),
      [],
    ],
    [
      '09:20',
      g2(
        'urn:a',
        '09:15',
        'Fire kills two',
        FIRE('killed two'),
        '<embargoed>2026-03-12T12:00:00Z</embargoed>',
      ),
      [],
    ],
    [
      '10:30',
      g2('urn:b', '10:30', 'Bridge opens', 'The bridge of Orla opens in May, the mayor said.'),
      ['Bridge opens'],
    ],
    [
      '10:40',
      g2('urn:a', '10:35', 'Fire kills two', FIRE('killed two'), '<edNote>Embargo lifted</edNote>'),
      ['Bridge opens', 'Fire kills two'],
    ],
  ],
  'G2: embargo with an unreadable time, newer copy without': [
    [
      '09:10',
      g2('urn:a', '09:00', 'Fire kills two', FIRE('killed two'), '<embargoed>noon</embargoed>'),
      [],
    ],
    ['09:20', g2('urn:a', '09:15', 'Fire kills three', FIRE('killed three')), ['Fire kills three']],
  ],
  'NITF: the kill names another id': [
    ['09:10', nitf('n1', '09:00', 'Fire kills two', FIRE('killed two')), ['Fire kills two']],
    [
      '09:20',
      nitf(
        'n2',
        '09:15',
        'Kill',
        'Please kill the fire story.',
        '',
        'management-status="canceled" management-doc-idref="n1" management-idref-status="canceled"',
      ),
      [],
    ],
    ['09:30', nitf('n1', '09:25', 'Fire kills two', FIRE('killed two') + ' It spread.'), []],
  ],
  'NITF: versions out of order': [
    [
      '09:30',
      nitf(
        'n1',
        '09:25',
        'Fire kills three',
        FIRE('killed three'),
        '<du-key key="tolk-fire-0312" version="2"/>',
      ),
      ['Fire kills three'],
    ],
    [
      '09:40',
      nitf(
        'n0',
        '09:00',
        'Fire kills two',
        FIRE('killed two'),
        '<du-key key="tolk-fire-0312" version="1"/>',
      ),
      ['Fire kills three'],
    ],
  ],
  'ninjs: an alert absorbed by the story, then corrected': [
    ['09:10', ninjs('j1', '09:00', 'Fire at Tolk cannery', ''), ['Fire at Tolk cannery']],
    [
      '09:20',
      ninjs('j1', '09:15', 'Fire kills two', FIRE('killed two'), { version: '2' }),
      ['Fire kills two'],
    ],
    [
      '09:30',
      ninjs('j1', '09:25', 'CORRECTED: Fire kills one', FIRE('killed one'), {
        version: '3',
        ednote: 'Corrects death toll',
      }),
      ['Fire kills one'],
    ],
    [
      '09:40',
      ninjs('j1', '09:10', 'Fire at Tolk cannery, several dead', '', { version: '1b' }),
      ['Fire kills one'],
    ],
  ],
  'ninjs: killed twice, then a take of before the kill': [
    ['09:10', ninjs('j1', '09:00', 'Fire kills two', FIRE('killed two')), ['Fire kills two']],
    ['09:20', ninjs('j1', '09:15', '', '', { pubstatus: 'canceled' }), []],
    ['09:21', ninjs('j1', '09:15', '', '', { pubstatus: 'canceled' }), []],
    ['09:30', ninjs('j1', '09:10', 'Fire kills three', FIRE('killed three')), []],
  ],
  'ninjs: evolved copy under a new id replaces the old': [
    ['09:10', ninjs('j1', '09:00', 'Fire kills two', FIRE('killed two')), ['Fire kills two']],
    [
      '09:20',
      ninjs('j2', '09:15', 'Fire kills three', FIRE('killed three'), { evolvedfrom: 'j1' }),
      ['Fire kills three'],
    ],
    ['09:30', ninjs('j1', '09:25', 'x', 'x', { pubstatus: 'canceled' }), []],
  ],
  'ANPA: write-thru, add, kill by slug': [
    [
      '09:10',
      anpa('a0101', 'BC-Tolk--Fire', '09:00', '^Fire kills two<\r\n', FIRE('killed two')),
      ['Fire kills two'],
    ],
    [
      '09:20',
      anpa(
        'a0102',
        'BC-Tolk--Fire, 1st Ld-Writethru',
        '09:15',
        '^Fire kills three<\r\n',
        FIRE('killed three'),
      ),
      ['Fire kills three'],
    ],
    [
      '09:30',
      anpa(
        'a0103',
        'BC-Tolk--Fire, 1st Add',
        '09:25',
        '^TOLK: the fire service said.<\r\n',
        'The cannery has 80 workers.',
      ),
      ['Fire kills three'],
    ],
    [
      '09:40',
      anpa(
        'a0104',
        'BC-Tolk--Fire,Kill',
        '09:35',
        '^BULLETIN KILL<\r\n^EDITORS:<\r\n',
        'Kill the story BC-Tolk--Fire, a0102. A kill is mandatory.',
      ),
      [],
    ],
    [
      '09:50',
      anpa('a0105', 'BC-Tolk--Fire, 2nd Ld', '09:12', '^Fire kills four<\r\n', FIRE('killed four')),
      [],
    ],
  ],
  'ANPA: slug variants and the kill of one sending by number': [
    [
      '09:10',
      anpa('a0101', 'BC-Tolk--Fire', '09:00', '^Fire kills two<\r\n', FIRE('killed two')),
      ['Fire kills two'],
    ],
    [
      '09:20',
      anpa(
        'a0102',
        'BC-Tolk--Fire, 1stld-writethru',
        '09:15',
        '^Fire kills three<\r\n',
        FIRE('killed three'),
      ),
      ['Fire kills three'],
    ],
    [
      '09:30',
      anpa(
        'a0140',
        'BC-APX--Advisory',
        '09:25',
        '^Editors:<\r\n',
        'Please kill a0102, BC-Tolk--Fire, sent at 0915 GMT. The toll is wrong.',
      ),
      [],
    ],
  ],
  'ANPA: withhold, then release by a new lead': [
    [
      '09:10',
      anpa('a0101', 'BC-Tolk--Fire', '09:00', '^Fire kills two<\r\n', FIRE('killed two')),
      ['Fire kills two'],
    ],
    [
      '09:20',
      anpa(
        'a0102',
        'BC-Tolk--Fire,Withhold',
        '09:15',
        '^WITHHOLD<\r\n^EDITORS:<\r\n',
        'Please withhold BC-Tolk--Fire, a0101, while we check it.',
      ),
      [],
    ],
    [
      '09:30',
      anpa('a0103', 'BC-Tolk--Fire, 1st Ld', '09:25', '^Fire kills one<\r\n', FIRE('killed one')),
      ['Fire kills one'],
    ],
  ],
  'ANPA: an advance that is held, its lead does not say so': [
    [
      '09:10',
      anpa(
        'a0101',
        'BC-Tolk-Report,$adv13',
        '09:00',
        '^$adv13<\r\n^For release Friday, March 13, and thereafter<\r\n^Cannery unsafe<\r\n',
        FIRE('will kill two'),
      ),
      [],
    ],
    [
      '09:20',
      anpa(
        'a0102',
        'BC-Tolk-Report, 1st Ld',
        '09:15',
        '^Cannery unsafe, report says<\r\n',
        FIRE('will kill three'),
      ),
      [],
    ],
  ],
  'IPTC 7901: kill that names the number': [
    BRAND,
    [
      '09:20',
      old(
        '0420',
        '09:15',
        'KILL KILL KILL',
        'Bitte streichen Sie die Meldung apx 0417. Sie ist falsch.',
      ),
      [],
    ],
  ],
  'IPTC 7901: hold, then the same again': [
    BRAND,
    ['09:20', old('0420', '09:15', 'HOLD HOLD HOLD', 'Please hold item apx 0417.'), []],
    [
      '09:30',
      old(
        '0421',
        '09:25',
        '(Wiederholung) Zwei Tote bei Brand',
        'Bei einem Brand in der Fabrik von Tolk sind am Donnerstag zwei Menschen gestorben. (Wiederholung zu apx 0417)',
      ),
      ['Zwei Tote bei Brand'],
    ],
  ],
  'IPTC 7901: correction of a number': [
    BRAND,
    [
      '09:20',
      old(
        '0422',
        '09:15',
        '(KORR - berichtigt apx 0417) Ein Toter bei Brand',
        'Bei einem Brand in der Fabrik von Tolk ist am Donnerstag ein Mensch gestorben.',
      ),
      ['Ein Toter bei Brand'],
    ],
  ],
  'e-mail: a kill in answer to the mail': [
    ['09:10', mail('m1', '09:00', 'Fire kills two', FIRE('killed two')), ['Fire kills two']],
    [
      '09:20',
      mail(
        'm2',
        '09:15',
        'KILL: Fire kills two',
        'Please kill this story. It is wrong.',
        'In-Reply-To: <m1@apx.example>\r\n',
      ),
      [],
    ],
  ],
  'e-mail: a kill that names only the title': [
    ['09:10', mail('m1', '09:00', 'Fire kills two', FIRE('killed two')), ['Fire kills two']],
    [
      '09:20',
      mail('m2', '09:15', 'KILL: Fire kills two', 'Please kill this story. It is wrong.'),
      [],
    ],
  ],
  'e-mail: embargo of another hour in a second mail': [
    [
      '09:10',
      mail(
        'm1',
        '09:00',
        'Embargoed until 10:00 GMT 12 March: Cannery to close',
        FIRE('closes it'),
      ),
      [],
    ],
    [
      '09:20',
      mail(
        'm2',
        '09:15',
        'Re: Embargoed until 11:00 GMT 12 March: Cannery to close',
        FIRE('closes it'),
        'In-Reply-To: <m1@apx.example>\r\n',
      ),
      [],
    ],
    [
      '10:30',
      g2('urn:b', '10:30', 'Bridge opens', 'The bridge of Orla opens in May, the mayor said.'),
      ['Bridge opens'],
    ],
  ],
  'text: annule et remplace that names a number only in prose': [
    [
      '09:10',
      old(
        '0417',
        '09:00',
        'Deux morts dans un incendie',
        'Un incendie à la conserverie de Tolk a fait deux morts jeudi.',
      ),
      ['Deux morts dans un incendie'],
    ],
    [
      '09:20',
      old(
        '0430',
        '09:15',
        'Un mort dans un incendie',
        'ANNULE ET REMPLACE la dépêche apx 0417.\r\n\r\n   Un incendie à la conserverie de Tolk a fait un mort jeudi.',
      ),
      ['Un mort dans un incendie'],
    ],
  ],
  'G2: annule et remplace that names the guid in a note': [
    [
      '09:10',
      g2(
        'bgx-0417-2026',
        '09:00',
        'Deux morts',
        'Un incendie à la conserverie de Tolk a fait deux morts jeudi, selon les pompiers de la ville.',
      ),
      ['Deux morts'],
    ],
    [
      '09:20',
      g2(
        'bgx-0430-2026',
        '09:15',
        'Un mort',
        'Un incendie à la conserverie de Tolk a fait un mort jeudi, selon les pompiers de la ville.',
        '<edNote>ANNULE ET REMPLACE la dépêche bgx-0417-2026</edNote>',
      ),
      ['Un mort'],
    ],
  ],
  'mixed: a NITF kill of a G2 item by its guid': [
    ['09:10', g2('urn:a', '09:00', 'Fire kills two', FIRE('killed two')), ['Fire kills two']],
    [
      '09:20',
      nitf(
        'k9',
        '09:15',
        'Kill',
        'Kill.',
        '',
        'management-doc-idref="urn:a" management-idref-status="canceled" management-status="canceled"',
      ),
      [],
    ],
  ],
  'mixed: a kill in ninjs of what NITF sent, before it came': [
    ['09:10', ninjs('n1', '09:15', '', '', { pubstatus: 'canceled' }), []],
    ['09:20', nitf('n1', '09:00', 'Fire kills two', FIRE('killed two')), []],
  ],
  'text: a plain text killed by a plain text': [
    [
      '09:10',
      plain('Fire kills two in Tolk cannery', 'TOLK, March 12, 2026 (NPA)', FIRE('killed two')),
      ['Fire kills two in Tolk cannery'],
    ],
    [
      '09:20',
      plain(
        'KILL: Fire kills two in Tolk cannery',
        'TOLK, March 12, 2026 (NPA)',
        'Please kill this story. It is wrong.',
      ),
      [],
    ],
  ],
  'serial: weather of two hours stays two': [
    [
      '09:10',
      ninjs('w1', '09:00', 'Weather at 0900', 'Rain in Tolk. Sun in Orla.', {
        slugline: 'weather',
      }),
      ['Weather at 0900'],
    ],
    [
      '10:10',
      ninjs('w2', '10:00', 'Weather at 1000', 'Sun in Tolk. Rain in Orla.', {
        slugline: 'weather',
      }),
      ['Weather at 0900', 'Weather at 1000'],
    ],
  ],
  'cut: a newer version that breaks off shows nothing new': [
    ['09:10', g2('urn:a', '09:00', 'Fire kills two', FIRE('killed two')), ['Fire kills two']],
    [
      '09:20',
      g2('urn:a', '09:15', 'Fire kills three', FIRE('killed three')).slice(0, 260),
      ['Fire kills two'],
    ],
  ],
};

describe('a life', () => {
  it.each(Object.entries(LIVES))('%s', async (_name, steps) => {
    await live(steps);
  });
});
