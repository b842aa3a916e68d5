/** Lives of stories that change hands, hours and names: other prefixes, other languages, other zones. */
import { describe, it } from 'vitest';
import { anpa, FIRE, g2, live, mail, ninjs, nitf, old, plain, type Step } from './fakes/lives.ts';

/** NewsML 1.2: `management` stands beside the times */
const nml1 = (
  id: string,
  revision: number,
  sent: string,
  headline: string,
  text: string,
  management = '<Status FormalName="Usable"/>',
): string =>
  `<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260312T${sent.replace(':', '')}00Z</DateAndTime></NewsEnvelope>
  <NewsItem><Identification><NewsIdentifier><ProviderId>npa.example</ProviderId><DateId>20260312</DateId>
  <NewsItemId>${id}</NewsItemId><RevisionId PreviousRevision="${revision - 1}" Update="N">${revision}</RevisionId>
  </NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/>
  <ThisRevisionCreated>20260312T${sent.replace(':', '')}00Z</ThisRevisionCreated>${management}</NewsManagement>
  <NewsComponent><NewsLines><HeadLine>${headline}</HeadLine></NewsLines><ContentItem><MediaType FormalName="Text"/>
  <DataContent><nitf><body><body.content><p>${text}</p></body.content></body></nitf></DataContent></ContentItem>
  </NewsComponent></NewsItem></NewsML>`;
const digital = (
  urn: string,
  version: number,
  sent: string,
  headline: string,
  more: object,
): string =>
  JSON.stringify({
    format: 'digitalwires@0.9.1',
    type: 'composite',
    urn,
    version,
    version_created: `2026-03-12T${sent}:00+00:00`,
    pubstatus: 'usable',
    language: 'de',
    headline,
    dateline: 'Tolk (nda) - ',
    article_html: `<section class="main"><p>${BRAND}</p></section>`,
    ...more,
  });

const rss = (revision: number, sent: string, headline: string): string =>
  `<rss version="2.0"><channel><title>ALP</title><item><title>${headline}</title><pubDate>Thu, 12 Mar 2026 ${sent}:00 +0000</pubDate>
  <guid isPermaLink="false">urn:newsml:alp.example:20260312:ALP0473:${revision}</guid></item></channel></rss>`;

const TWO = 'Fire kills two';
const THREE = 'Fire kills three';
const BRAND = 'Bei einem Brand in der Fabrik von Tolk sind am Donnerstag zwei Menschen gestorben.';
const INCENDIE =
  'Un incendie a fait deux morts jeudi dans la conserverie de Tolk, ont annoncé les pompiers.';
const INCENDIO =
  'Un incendio en la conservera de Tolk mató el jueves a dos personas, dijo la policía.';
const ROGO =
  'Un incendio nel conservificio di Tolk ha ucciso giovedì due persone, hanno detto i vigili.';
const FOGO =
  'Um incêndio na fábrica de Tolk matou duas pessoas na quinta-feira, disseram os bombeiros.';
const VUUR =
  'Bij een brand in de fabriek van Tolk zijn donderdag twee mensen omgekomen, meldt de brandweer.';
const BRANN = 'To mennesker omkom torsdag i en brann på fabrikken i Tolk, opplyser brannvesenet.';
const BRAND_SE =
  'Två personer dog på torsdagen i en brand på fabriken i Tolk, uppger räddningstjänsten.';
const POZAR =
  'Dwie osoby zginęły w czwartek w pożarze fabryki w Tolk, poinformowała straż pożarna.';
const POZHAR = 'Два человека погибли в четверг при пожаре на фабрике в Толке, сообщили пожарные.';

const LIVES: Readonly<Record<string, readonly Step[]>> = {
  'G2: canceled under a prefix that no catalog explains, then usable': [
    ['09:10', g2('urn:a', '09:00', TWO, FIRE('killed two')), [TWO]],
    [
      '09:20',
      g2('urn:a', '09:15', TWO, FIRE('killed two'), '<pubStatus qcode="pstat:canceled"/>'),
      [],
    ],
    [
      '09:30',
      g2('urn:a', '09:25', TWO, FIRE('killed two'), '<pubStatus qcode="pstat:usable"/>'),
      [],
    ],
  ],
  'G2: canceled by its address': [
    ['09:10', g2('urn:a', '09:00', TWO, FIRE('killed two')), [TWO]],
    [
      '09:20',
      g2(
        'urn:a',
        '09:15',
        TWO,
        '',
        '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>',
      ),
      [],
    ],
  ],
  'G2: cancelled in British spelling': [
    ['09:10', g2('urn:a', '09:00', TWO, FIRE('killed two')), [TWO]],
    ['09:20', g2('urn:a', '09:15', TWO, '', '<pubStatus qcode="stat:cancelled"/>'), []],
  ],
  'G2: an instruction to remove beside a usable status': [
    ['09:10', g2('urn:a', '09:00', TWO, FIRE('killed two')), [TWO]],
    [
      '09:20',
      g2(
        'urn:a',
        '09:15',
        TWO,
        FIRE('killed two'),
        '<pubStatus qcode="stat:usable"/><signal qcode="xinstruct:remove"/>',
      ),
      [],
    ],
  ],
  'G2: a deletion in the manner of an old service': [
    ['09:10', g2('urn:a', '09:00', TWO, FIRE('killed two')), [TWO]],
    [
      '09:20',
      g2(
        'urn:a',
        '09:15',
        TWO,
        FIRE('killed two'),
        '<pubStatus qcode="stat:usable"/><signal qcode="edStat:D"/>',
      ),
      [],
    ],
  ],
  'G2: a correction of a correction': [
    ['09:10', g2('urn:a', '09:00', 'Fire kills one', FIRE('killed one')), ['Fire kills one']],
    [
      '09:20',
      g2('urn:a', '09:15', TWO, FIRE('killed two'), '<signal qcode="sig:correction"/>'),
      [TWO],
    ],
    [
      '09:30',
      g2('urn:a', '09:25', THREE, FIRE('killed three'), '<signal qcode="sig:correction"/>'),
      [THREE],
    ],
    // the first correction comes once more, late
    [
      '09:40',
      g2('urn:a', '09:15', TWO, FIRE('killed two'), '<signal qcode="sig:correction"/>'),
      [THREE],
    ],
  ],
  'G2: the update of another edition under its own id': [
    ['09:10', g2('urn:a', '09:00', TWO, FIRE('killed two')), [TWO]],
    [
      '09:20',
      g2(
        'urn:b',
        '09:15',
        THREE,
        FIRE('killed three'),
        '<link rel="irel:evolvedFrom" residref="urn:a"/>',
      ),
      [THREE],
    ],
    // the kill of the first edition kills what came of it no more than itself
    ['09:30', g2('urn:b', '09:25', THREE, '', '<pubStatus qcode="stat:canceled"/>'), []],
  ],
  'G2: a package that lists its members changes none': [
    ['09:10', g2('urn:a', '09:00', TWO, FIRE('killed two')), [TWO]],
    [
      '09:20',
      `<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:p" version="1"><itemMeta>
      <itemClass qcode="ninat:composite"/><versionCreated>2026-03-12T09:15:00Z</versionCreated><pubStatus qcode="stat:canceled"/>
      </itemMeta><groupSet root="g"><group id="g"><itemRef residref="urn:a"/></group></groupSet></packageItem>`,
      [TWO],
    ],
  ],
  'G2: an embargo in another zone, which newer copy does not repeat': [
    [
      '09:10',
      g2(
        'urn:a',
        '09:00',
        TWO,
        FIRE('killed two'),
        '<embargoed>2026-03-12T12:00:00+02:00</embargoed>',
      ),
      [],
    ],
    ['09:20', g2('urn:a', '09:15', THREE, FIRE('killed three')), []],
    ['10:05', '', [THREE]],
  ],
  'NewsML 1: canceled, twice, before the last revision comes': [
    ['09:10', nml1('TX-1', 1, '09:00', TWO, FIRE('killed two')), [TWO]],
    ['09:20', nml1('TX-1', 3, '09:18', TWO, '', '<Status FormalName="Canceled"/>'), []],
    ['09:21', nml1('TX-1', 3, '09:18', TWO, '', '<Status FormalName="Canceled"/>'), []],
    ['09:30', nml1('TX-1', 2, '09:15', THREE, FIRE('killed three')), []],
  ],
  'NewsML 1: an instruction to kill beside a usable status': [
    ['09:10', nml1('TX-1', 1, '09:00', TWO, FIRE('killed two')), [TWO]],
    [
      '09:20',
      nml1(
        'TX-1',
        2,
        '09:15',
        TWO,
        FIRE('killed two'),
        '<Status FormalName="Usable"/><Instruction FormalName="Kill"/>',
      ),
      [],
    ],
  ],
  'NewsML 1: embargoed until an hour, which a revision brings forward': [
    [
      '09:10',
      nml1(
        'TX-1',
        1,
        '09:00',
        TWO,
        FIRE('killed two'),
        '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260312T120000+0000</DateAndTime></StatusWillChange>',
      ),
      [],
    ],
    [
      '09:20',
      nml1(
        'TX-1',
        2,
        '09:15',
        TWO,
        FIRE('killed two'),
        '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260312T110000+0100</DateAndTime></StatusWillChange>',
      ),
      [],
    ],
    ['10:05', '', [TWO]],
  ],
  'NITF: withheld, and lifted by a newer version': [
    ['09:10', nitf('d1', '09:00', TWO, FIRE('killed two')), [TWO]],
    ['09:20', nitf('d1', '09:15', TWO, FIRE('killed two'), '', 'management-status="withheld"'), []],
    [
      '09:30',
      nitf('d1', '09:25', THREE, FIRE('killed three'), '', 'management-status="usable"'),
      [THREE],
    ],
  ],
  'NITF: an advisory that kills': [
    ['09:10', nitf('d1', '09:00', TWO, FIRE('killed two')), [TWO]],
    [
      '09:20',
      nitf(
        'd9',
        '09:15',
        'Advisory to editors',
        'Please kill the story d1, Fire kills two. The fire never happened.',
        '<ed-msg msg-type="advisory" info="Please kill item d1."/>',
        'management-doc-idref="d1" management-idref-status="canceled"',
      ),
      [],
    ],
  ],
  'ninjs: an embargo brought forward': [
    [
      '09:10',
      ninjs('urn:n', '09:00', TWO, FIRE('killed two'), { embargoed: '2026-03-12T12:00:00Z' }),
      [],
    ],
    [
      '09:20',
      ninjs('urn:n', '09:15', TWO, FIRE('killed two'), {
        embargoed: '2026-03-12T10:00:00Z',
        version: '2',
      }),
      [],
    ],
    ['10:05', '', [TWO]],
  ],
  'ninjs: an embargo put off': [
    [
      '09:10',
      ninjs('urn:n', '09:00', TWO, FIRE('killed two'), { embargoed: '2026-03-12T10:00:00Z' }),
      [],
    ],
    [
      '09:20',
      ninjs('urn:n', '09:15', TWO, FIRE('killed two'), {
        embargoed: '2026-03-12T13:00:00+01:00',
        version: '2',
      }),
      [],
    ],
    ['10:05', '', []],
    ['12:05', '', [TWO]],
  ],
  'ninjs: withheld as a draft, then usable, then recalled': [
    ['09:10', ninjs('urn:n', '09:00', TWO, FIRE('killed two'), { pubstatus: 'withheld' }), []],
    ['09:20', ninjs('urn:n', '09:15', TWO, FIRE('killed two'), { version: '2' }), [TWO]],
    [
      '09:30',
      ninjs('urn:n', '09:25', TWO, FIRE('killed two'), { version: '3', state: 'recalled' }),
      [],
    ],
  ],
  'digitalwires: corrected, embargoed again, canceled': [
    ['09:10', digital('urn:d', 1, '09:00', 'Zwei Tote', {}), ['Zwei Tote']],
    ['09:20', digital('urn:d', 2, '09:15', 'Drei Tote', { signal: 'correction' }), ['Drei Tote']],
    ['09:30', digital('urn:d', 3, '09:25', 'Drei Tote', { pubstatus: 'canceled' }), []],
  ],
  'ANPA: a write-thru with a new slug that names the number': [
    ['09:10', anpa('a0101', 'BC-Tolk-Fire', '09:00', `^${TWO}<\r\n`, FIRE('killed two')), [TWO]],
    [
      '09:20',
      anpa(
        'a0120',
        'BC-Cannery-Blaze',
        '09:15',
        `^Eds: SUBS a0101, Tolk-Fire, to UPDATE toll; slug changed.\r\n^${THREE}<\r\n`,
        FIRE('killed three'),
      ),
      [THREE],
    ],
  ],
  'ANPA: an advisory that kills by number': [
    ['09:10', anpa('a0101', 'BC-Tolk-Fire', '09:00', `^${TWO}<\r\n`, FIRE('killed two')), [TWO]],
    [
      '09:20',
      anpa(
        'a0130',
        'BC-Advisory',
        '09:15',
        '',
        'Editors: Please disregard BC-Tolk-Fire, a0101. There was no fire.',
      ),
      [],
    ],
  ],
  'IPTC 7901, German: a number to strike out': [
    ['09:10', old('0417', '09:00', 'Zwei Tote bei Brand', BRAND), ['Zwei Tote bei Brand']],
    [
      '09:20',
      old(
        '0430',
        '09:15',
        'Achtung, Redaktionen: Bitte streichen Sie die Meldung apx 0417',
        'Bitte streichen Sie die Meldung apx 0417. Es hat nicht gebrannt.',
      ),
      [],
    ],
  ],
  'IPTC 7901, German: an embargo in the zone of the desk': [
    [
      '09:10',
      old(
        '0417',
        '09:00',
        'Sperrfrist: 12. März 2026, 11.00 Uhr MEZ\r\nZwei Tote bei Brand',
        BRAND,
      ),
      [],
    ],
    ['09:55', '', []],
    ['10:05', '', ['Zwei Tote bei Brand']],
  ],
  'IPTC 7901, French: a dispatch annulled': [
    [
      '09:10',
      old('0417', '09:00', 'Deux morts dans un incendie', INCENDIE),
      ['Deux morts dans un incendie'],
    ],
    [
      '09:20',
      old(
        '0431',
        '09:15',
        'ANNULATION',
        "Prière d'annuler la dépêche apx 0417, publiée par erreur.",
      ),
      [],
    ],
  ],
  'text, French: an embargo by the hour of a town': [
    [
      '09:10',
      `Deux morts dans un incendie\n\nEMBARGO jusqu'au 12 mars 2026 à 11h00 (heure de Bruxelles)\n\nTOLK, 12 mars 2026 (APX) - ${INCENDIE}\n`,
      [],
    ],
    ['10:05', '', ['Deux morts dans un incendie']],
  ],
  'e-mail, English: a kill in the subject': [
    ['09:10', mail('m1', '09:00', TWO, FIRE('killed two')), [TWO]],
    ['09:20', mail('m2', '09:15', `KILL: ${TWO}`, 'Please do not use this story.'), []],
  ],
  'e-mail, Spanish: annulled in the subject': [
    [
      '09:10',
      mail('m1', '09:00', 'Un incendio mata a dos en Tolk', INCENDIO),
      ['Un incendio mata a dos en Tolk'],
    ],
    [
      '09:20',
      mail(
        'm2',
        '09:15',
        'ANULADO: Un incendio mata a dos en Tolk',
        'Rogamos no publicar esta noticia.',
      ),
      [],
    ],
  ],
  'e-mail, Italian: an order to annul': [
    ['09:10', mail('m1', '09:00', 'Rogo a Tolk, due morti', ROGO), ['Rogo a Tolk, due morti']],
    [
      '09:20',
      mail('m2', '09:15', 'ANNULLARE: Rogo a Tolk, due morti', 'Si prega di annullare la notizia.'),
      [],
    ],
  ],
  'e-mail, Portuguese: corrected in the subject': [
    [
      '09:10',
      mail('m1', '09:00', 'Incêndio mata duas pessoas em Tolk', FOGO),
      ['Incêndio mata duas pessoas em Tolk'],
    ],
    [
      '09:20',
      mail(
        'm2',
        '09:15',
        'CORREÇÃO: Incêndio mata duas pessoas em Tolk',
        FOGO.replace('quinta-feira', 'quarta-feira'),
      ),
      ['Incêndio mata duas pessoas em Tolk'],
    ],
  ],
  'e-mail, Dutch: withdrawn in answer': [
    [
      '09:10',
      mail('m1', '09:00', 'Twee doden bij brand in Tolk', VUUR),
      ['Twee doden bij brand in Tolk'],
    ],
    [
      '09:20',
      mail(
        'm2',
        '09:15',
        'Re: Twee doden bij brand in Tolk',
        'Gelieve dit bericht niet te gebruiken, het is ingetrokken.',
        'In-Reply-To: <m1@apx.example>\r\n',
      ),
      [],
    ],
  ],
  'text, Norwegian: drawn back': [
    [
      '09:10',
      plain('To omkom i brann i Tolk', 'TOLK, 12. mars 2026 (APX)', BRANN),
      ['To omkom i brann i Tolk'],
    ],
    [
      '09:20',
      'TREKKES TILBAKE: To omkom i brann i Tolk\n\nMeldingen trekkes tilbake. Det brant ikke.\n',
      [],
    ],
  ],
  'text, Swedish: corrected': [
    [
      '09:10',
      plain('Två döda i brand i Tolk', 'TOLK, 12 mars 2026 (APX)', BRAND_SE),
      ['Två döda i brand i Tolk'],
    ],
    [
      '09:20',
      plain(
        'RÄTTELSE: Två döda i brand i Tolk',
        'TOLK, 12 mars 2026 (APX)',
        BRAND_SE.replace('torsdagen', 'onsdagen'),
      ),
      ['Två döda i brand i Tolk'],
    ],
  ],
  'text, Polish: annulled': [
    [
      '09:10',
      plain('Dwie osoby zginęły w pożarze w Tolk', 'TOLK, 12 marca 2026 (APX)', POZAR),
      ['Dwie osoby zginęły w pożarze w Tolk'],
    ],
    [
      '09:20',
      'ANULOWANO: Dwie osoby zginęły w pożarze w Tolk\n\nProsimy nie publikować tej depeszy.\n',
      [],
    ],
  ],
  'text, Polish: annulled before it came': [
    [
      '09:05',
      'ANULOWANO: Dwie osoby zginęły w pożarze w Tolk\n\nProsimy nie publikować tej depeszy.\n',
      [],
    ],
    ['09:10', plain('Dwie osoby zginęły w pożarze w Tolk', 'TOLK, 12 marca 2026 (APX)', POZAR), []],
  ],
  'text, Russian: annulled': [
    [
      '09:10',
      `Двое погибли при пожаре в Толке\n\nТОЛК, 12 марта 2026 года. /АПХ/. ${POZHAR}\n`,
      ['Двое погибли при пожаре в Толке'],
    ],
    [
      '09:20',
      'АННУЛИРУЕТСЯ: Двое погибли при пожаре в Толке\n\nПросим не использовать это сообщение.\n',
      [],
    ],
  ],
  'text, Russian: an embargo by the hour of Moscow': [
    [
      '09:10',
      `Двое погибли при пожаре в Толке\n\nЭмбарго до 13:00 мск 12 марта 2026 года\n\nТОЛК, 12 марта 2026 года. /АПХ/. ${POZHAR}\n`,
      [],
    ],
    ['10:05', '', ['Двое погибли при пожаре в Толке']],
  ],
  'mixed: an alert without text, absorbed by the story of its id': [
    ['09:10', nml1('TX-7', 1, '09:08', TWO, ''), [TWO]],
    ['09:20', nml1('TX-7', 2, '09:15', THREE, FIRE('killed three')), [THREE]],
    ['09:30', nml1('TX-7', 1, '09:08', TWO, ''), [THREE]],
  ],
  'RSS: revisions in the id, the older one late': [
    ['09:10', rss(1, '09:00', TWO), [TWO]],
    ['09:20', rss(3, '09:15', THREE), [THREE]],
    ['09:30', rss(2, '09:05', 'Fire kills some'), [THREE]],
  ],
  'Atom: an entry that is gone': [
    [
      '09:10',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>APX</title><entry><id>urn:e</id><title>${TWO}</title><updated>2026-03-12T09:00:00Z</updated><content>${FIRE('killed two')}</content></entry></feed>`,
      [TWO],
    ],
    [
      '09:20',
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>APX</title><at:deleted-entry ref="urn:e" when="2026-03-12T09:15:00Z"/></feed>`,
      [],
    ],
  ],
};

describe('a life', () => {
  it.each(Object.entries(LIVES))('%s', async (_name, steps) => {
    await live(steps);
  });
});
