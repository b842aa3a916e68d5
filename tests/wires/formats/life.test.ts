/** What the XML formats say of a story's life, as tables: status, signal, embargo, reference. */
import { describe, expect, it } from 'vitest';
import { parsed } from './parsed.ts';

const read = (text: string) =>
  parsed({ bytes: new TextEncoder().encode(text), contentType: null, baseUrl: null });
const lifeOf = (text: string) =>
  read(text).copies.map(({ guid, signal, usable, embargo, replaces }) => {
    return { guid, signal, usable, embargo, replaces };
  });

describe('NewsML-G2', () => {
  const g2 = (meta: string, headline = 'Quay reopens'): string =>
    `<newsItem guid="urn:x:1" version="2"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-01-01T00:00:00Z</versionCreated>${meta}</itemMeta><contentMeta><headline>${headline}</headline></contentMeta></newsItem>`;
  const status = (code: string): string => `<pubStatus qcode="${code}"/>`;
  const signal = (code: string): string => `<signal qcode="${code}"/>`;

  it.each([
    ['', null, true],
    [status('stat:usable'), null, true],
    [status('stat:canceled'), 'kill', false],
    [status('stat:cancelled'), 'kill', false],
    [status('other:withheld'), 'withhold', false],
    [status('stat:approved-by-nobody'), null, false],
    ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>', 'kill', false],
    [status('stat:usable') + signal('sig:correction'), 'correction', true],
    [status('stat:usable') + signal('sig:update'), 'update', true],
    [status('stat:usable') + signal('sig:repeat'), 'update', true],
    [status('stat:usable') + signal('house:remove'), 'kill', false],
    [status('stat:usable') + signal('edStat:C') + signal('edStat:U'), 'correction', true],
    [status('stat:usable') + signal('edStat:D'), 'kill', false],
    [status('stat:usable') + signal('edStat:N'), 'new', true],
    [status('stat:usable') + signal('update:append-major-content'), 'update', true],
    [status('stat:usable') + signal('prodId:TXT') + signal('db:house'), null, true],
    [status('stat:canceled') + signal('sig:correction'), 'kill', false],
  ])('%s', (meta, expected, usable) => {
    expect(lifeOf(g2(meta))).toMatchObject([{ signal: expected, usable, embargo: null }]);
  });

  it.each([
    ['<embargoed>2026-01-02T06:00:00+02:00</embargoed>', '2026-01-02T06:00:00+02:00'],
    ['<embargoed/>', null],
    ['<embargoed>soon</embargoed>', null],
    ['<embargoed>2026-02-30T06:00:00Z</embargoed>', null],
    ['<embargoed>2026-01-02T06:00:00</embargoed>', '2026-01-02T06:00:00-12:00'],
    ['<embargoed>2026-01-02</embargoed>', '2026-01-02T00:00:00-12:00'],
    [status('stat:embargoed'), null],
  ])('holds for %s whatever the status', (meta, until) => {
    const whole = meta.includes('pubStatus') ? meta : meta + status('stat:usable');
    expect(lifeOf(g2(whole))).toMatchObject([{ usable: true, embargo: { until } }]);
  });

  it('kills what it has no words for, and names what it cannot', () => {
    expect(lifeOf(g2(status('stat:canceled'), ''))).toMatchObject([{ guid: 'urn:x:1' }]);
    const nameless = g2(status('stat:canceled')).replace('guid="urn:x:1"', '');
    expect(read(nameless).problems.map(({ code }) => code)).toEqual(['no-id']);
  });
});

describe('NewsML 1.x', () => {
  const newsml = (
    management: string,
    revision = '<RevisionId PreviousRevision="0">1</RevisionId>',
  ) =>
    `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>p</ProviderId><DateId>20260101</DateId><NewsItemId>7</NewsItemId>${revision}</NewsIdentifier></Identification><NewsManagement>${management}</NewsManagement><NewsComponent><NewsLines><HeadLine>Quay reopens</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>`;
  const status = (name: string): string => `<Status FormalName="${name}"/>`;
  const usable = status('Usable');
  const change = (to: string, at: string): string =>
    `<StatusWillChange><FutureStatus FormalName="${to}"/><DateAndTime>${at}</DateAndTime></StatusWillChange>`;

  it.each([
    [usable, null, true, null],
    [status('Canceled'), 'kill', false, null],
    [status('Withheld'), 'withhold', false, null],
    [status('Nobody knows'), null, false, null],
    [`${usable}<PublishingStatus FormalName="Canceled"/>`, 'kill', false, null],
    [`${usable}<Instruction FormalName="Correction"/>`, 'correction', true, null],
    [`${usable}<Instruction FormalName="Update"/>`, 'update', true, null],
    [`<NewsItemType FormalName="Advisory"/>${usable}`, 'advisory', true, null],
    [status('Embargoed'), null, true, { until: null }],
    [
      status('Embargoed') + change('Usable', '20260102T060000+0100'),
      null,
      true,
      { until: '2026-01-02T06:00:00+01:00' },
    ],
    [
      status('Withheld') + change('Usable', '20260102T060000Z'),
      null,
      true,
      { until: '2026-01-02T06:00:00Z' },
    ],
    [usable + change('Canceled', '20260102T060000Z'), null, true, null],
  ])('%s', (management, signal, isUsable, embargo) => {
    expect(lifeOf(newsml(management))).toMatchObject([{ signal, usable: isUsable, embargo }]);
  });

  it('is known by an id without revision', () => {
    const second = newsml(usable, '<RevisionId PreviousRevision="1">2</RevisionId>');
    expect(lifeOf(second)).toMatchObject([{ guid: 'urn:newsml:p:20260101:7', signal: 'update' }]);
  });
});

describe('NITF', () => {
  const nitf = (docdata: string, attributes = ''): string =>
    `<nitf><head><docdata ${attributes}><doc-id id-string="d2"/><date.issue norm="20260101T000000Z"/>${docdata}</docdata></head><body><body.head><hedline><hl1>Quay reopens</hl1></hedline></body.head><body.content/></body></nitf>`;
  const status = (name: string): string => `management-status="${name}"`;
  const about = (name: string): string =>
    `management-doc-idref="d1" management-idref-status="${name}"`;

  it.each([
    ['', null, true],
    [status('usable'), null, true],
    [status('canceled'), 'kill', false],
    [status('withheld'), 'withhold', false],
    [status('unheard-of'), null, false],
  ])('%s', (attributes, signal, usable) => {
    expect(lifeOf(nitf('', attributes))).toMatchObject([{ guid: 'd2', signal, usable }]);
  });

  it('kills the document that it names', () => {
    expect(lifeOf(nitf('', `${status('canceled')} ${about('canceled')}`))).toMatchObject([
      { guid: 'd2', signal: 'kill', replaces: ['d1'] },
    ]);
    expect(lifeOf(nitf('', `${status('usable')} ${about('canceled')}`))).toMatchObject([
      { guid: 'd2', signal: null, usable: true, replaces: [] },
      { guid: 'd1', signal: 'kill', usable: false },
    ]);
    expect(lifeOf(nitf('', `${status('usable')} ${about('withheld')}`))).toMatchObject([
      { guid: 'd2', usable: true },
      { guid: 'd1', signal: 'withhold', usable: false },
    ]);
    expect(lifeOf(nitf('', `${status('usable')} ${about('usable')}`))).toMatchObject([
      { guid: 'd2', replaces: ['d1'] },
    ]);
  });

  it.each([
    ['20260102T060000+0100', status('embargoed'), { until: '2026-01-02T06:00:00+01:00' }],
    ['soon', status('embargoed'), { until: null }],
    ['20260102T060000Z', status('usable'), { until: '2026-01-02T06:00:00Z' }],
    ['20260101T000000Z', status('usable'), null],
    ['YYYYMMDD000000-HHMM', status('usable'), null],
    ['soon', '', { until: null }],
  ])('release %s, %s', (norm, attributes, embargo) => {
    const release = `<date.release norm="${norm}"/>`;
    expect(lifeOf(nitf(release, attributes))).toMatchObject([{ usable: true, embargo }]);
  });

  it('goes by a versioned key that tells stories apart, never by a label', () => {
    const keyed = (key: string): string => nitf(`<du-key ${key}/>`);
    expect(lifeOf(keyed('key="harbour-fire" version="2"'))).toMatchObject([
      { signal: 'update', replaces: ['du-key:harbour-fire'] },
    ]);
    expect(lifeOf(keyed('key="NU-FLASH-K" version="04"'))).toMatchObject([{ replaces: [] }]);
    expect(lifeOf(keyed('key="RP-HHH-POLITICS-Canal"'))).toMatchObject([{ replaces: [] }]);
  });
});
