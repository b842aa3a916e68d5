/** Embargoes as wires spell them, the times in them, what lifts them, and prose that is none of it. */
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/editing/clean.ts';
import { readEmbargo } from '../../src/editing/embargo.ts';
import { fold, release } from '../../src/editing/fold.ts';
import { blankCopy } from '../../src/news/take.ts';
import { day, file, future, kinds, now, takeOf } from './fold-kinds.ts';

/** A Tuesday. */
const SENT = '2019-12-17T09:00:00Z';
const LEDE = 'The harbour board said Tuesday that the ferry would run again.';
const place = { wire: 'w', provider: null, file: null };
const take = (line: string) =>
  clean(
    { ...blankCopy('iptc7901'), sentAt: SENT, headline: 'Ferry', paragraphs: [line, LEDE] },
    place,
  );
const noted = (text: string) =>
  clean(
    {
      ...blankCopy('ninjs'),
      sentAt: SENT,
      headline: 'Ferry',
      notes: [{ text, public: false }],
      paragraphs: [LEDE],
    },
    place,
  );

const SPELLINGS: readonly [string, string | null][] = [
  ['EMBARGOED UNTIL 0001 GMT, Dec. 18', '2019-12-18T00:01:00Z'],
  ['EMBARGOED TO 00.01 HOURS, WEDNESDAY, DECEMBER 18, 2019', '2019-12-18T00:01:00-12:00'],
  ['EMBARGOED FOR RELEASE UNTIL 10 A.M. EST, DEC. 18, 2019', '2019-12-18T10:00:00-05:00'],
  ['Under embargo until 18 July 2020 at 12:00 CEST', '2020-07-18T12:00:00+02:00'],
  ['Not for publication before 18 December 2019, 06:00 CET', '2019-12-18T06:00:00+01:00'],
  ['NOT FOR PUBLICATION BEFORE 0600 GMT ON DECEMBER 18', '2019-12-18T06:00:00Z'],
  ['Not for release until 7 a.m. EDT July 5, 2020', '2020-07-05T07:00:00-04:00'],
  ['Not to be published before 0001 BST on Wednesday 1 July 2020', '2020-07-01T00:01:00+01:00'],
  ['HOLD FOR RELEASE AT 2 PM ET, DEC. 18, 2019', '2019-12-18T14:00:00-05:00'],
  ['Hold until 1500 GMT 18 Dec 2019', '2019-12-18T15:00:00Z'],
  ['For release: 18 December 2019, 09:00 GMT', '2019-12-18T09:00:00Z'],
  ['FOR RELEASE 18 DECEMBER 2019 0900 GMT', '2019-12-18T09:00:00Z'],
  ['RELEASE: 0001 GMT DECEMBER 18, 2019', '2019-12-18T00:01:00Z'],
  ['STRICTLY EMBARGOED: 00:01 (GMT) 18/12/2019', '2019-12-18T00:01:00Z'],
  ['EMBARGO: 18.12.19, 06.00 Uhr', '2019-12-18T06:00:00-12:00'],
  ['ACHTUNG SPERRFRIST - Frei ab 18.12.2019, 14.00 Uhr MEZ', '2019-12-18T14:00:00+01:00'],
  ["SOUS EMBARGO jusqu'au mercredi 18 décembre à 06H00 GMT", '2019-12-18T06:00:00Z'],
  ['Embargado hasta el 18 de diciembre de 2019 a las 06:00 GMT', '2019-12-18T06:00:00Z'],
  ['Eds: EMBARGOED UNTIL 0600 GMT Dec. 18, 2019', '2019-12-18T06:00:00Z'],
  ['EDITORS: This story is embargoed until 0600 GMT Dec. 18, 2019.', '2019-12-18T06:00:00Z'],
  ['This material is under embargo until 0600 GMT, 18 December.', '2019-12-18T06:00:00Z'],
  ['Attention editors: hold this story until 0600 GMT Dec. 18', '2019-12-18T06:00:00Z'],
  ['【解禁】2019年12月18日午後6時30分', '2019-12-18T18:30:00-12:00'],
  ['CHECK AGAINST DELIVERY - EMBARGOED UNTIL DELIVERED', null],
  ['HOLD FOR RELEASE', null],
  ['EMBARGOED UNTIL 0600', null],
];

/** What no date says, the time of sending does. */
const TIMES: readonly [string, string | null][] = [
  ['EMBARGOED UNTIL 0001 GMT', '2019-12-18T00:01:00.000Z'],
  ['EMBARGOED UNTIL 2200 GMT', '2019-12-17T22:00:00.000Z'],
  ['EMBARGOED UNTIL 0001 GMT THURSDAY', '2019-12-19T00:01:00Z'],
  ['Embargoed until tomorrow 0600 GMT', '2019-12-18T06:00:00Z'],
  ['Embargoed until noon EST, Dec. 18', '2019-12-18T12:00:00-05:00'],
  ['Embargoed until midnight GMT on Dec. 18', '2019-12-19T00:00:00Z'],
  ['EMBARGOED UNTIL 5 MARCH 0001 HRS GMT', '2020-03-05T00:01:00Z'],
  ['EMBARGOED UNTIL DECEMBER 18 1930 GMT', '2019-12-18T19:30:00Z'],
  ['EMBARGOED UNTIL 09:00 SAST, 18 DECEMBER', '2019-12-18T09:00:00+02:00'],
  ['Embargoed for 6 p.m. Eastern Dec. 18', '2019-12-18T18:00:00-05:00'],
  ['EMBARGO 05/06/2020 00:01 GMT', '2020-06-05T00:01:00Z'],
];

/** As ministries, companies and wires elsewhere write it. */
const ELSEWHERE: readonly [string, string | null][] = [
  [
    'Not for publication or broadcast before 1800 GMT, Wednesday 18 December',
    '2019-12-18T18:00:00Z',
  ],
  ['+++ Sperrfrist: 18.12.2019, 06:00 Uhr MEZ +++', '2019-12-18T06:00:00+01:00'],
  ['Frei erst ab Mittwoch, 6 Uhr MEZ', '2019-12-18T06:00:00+01:00'],
  ['Nicht zur Veröffentlichung vor dem 18. Dezember, 6 Uhr MEZ', '2019-12-18T06:00:00+01:00'],
  ['Ne pas publier avant mercredi 18h00 GMT', '2019-12-18T18:00:00Z'],
  ['No publicar antes de las 18.00 GMT', '2019-12-17T18:00:00.000Z'],
  ['Embargato fino alle 18.00 di mercoledì', '2019-12-18T18:00:00-12:00'],
  ['Embargado até as 18h00 de quarta-feira', '2019-12-18T18:00:00-12:00'],
  ['Onder embargo tot woensdag 18.00 uur', '2019-12-18T18:00:00-12:00'],
  ['SPERREFRIST: 18. desember kl. 06.00', '2019-12-18T06:00:00-12:00'],
  ['ЭМБАРГО ДО 18:00 18 декабря', '2019-12-18T18:00:00-12:00'],
  ['※解禁１２月１８日午後２時', '2019-12-18T14:00:00-12:00'],
  ['【18日午後2時解禁】', '2019-12-18T14:00:00-12:00'],
  ['※ 이 자료는 12월 18일(수) 12:00 이후 보도하여 주시기 바랍니다.', '2019-12-18T12:00:00-12:00'],
  ['解禁时间：12月18日18时', '2019-12-18T18:00:00-12:00'],
  ['محظور النشر حتى الساعة 18:00 بتوقيت غرينتش', null],
  ['STRICT EMBARGO - 00:01 WEDNESDAY 18 DECEMBER 2019', '2019-12-18T00:01:00-12:00'],
  ['EMBARGO (until 18 December)', '2019-12-18T00:00:00-12:00'],
  ['ADVANCE FOR WEDNESDAY, DEC. 18', '2019-12-18T00:00:00-12:00'],
  ['$adv18', '2019-12-18T00:00:00-12:00'],
  ['Please note the embargo: 18:00 GMT on 18 December.', '2019-12-18T18:00:00Z'],
  ['PRESS RELEASE – UNDER EMBARGO UNTIL 18 DECEMBER', '2019-12-18T00:00:00-12:00'],
  ['All material is embargoed until 1800 GMT on Wednesday', '2019-12-18T18:00:00Z'],
  ['Embargo lifts: 6 p.m. ET Wednesday', '2019-12-18T18:00:00-05:00'],
  ['FOR IMMEDIATE RELEASE UPON DELIVERY AT 6 P.M. EST', '2019-12-17T23:00:00.000Z'],
  ['Release of this story is embargoed until Wednesday.', '2019-12-18T00:00:00-12:00'],
  ['HFR: Dec. 18, 2019, 6 p.m. EST', '2019-12-18T18:00:00-05:00'],
  ['May not be published before 18 December', '2019-12-18T00:00:00-12:00'],
  ['Can be published from 18:00 GMT on 18 December.', '2019-12-18T18:00:00Z'],
  ['Publication not permitted before 18:00 GMT, 18 December', '2019-12-18T18:00:00Z'],
  ['embargoed-until: 2019-12-18T18:00:00Z', '2019-12-18T18:00:00Z'],
  ['Bitte beachten Sie die Sperrfrist: 18. Dezember, 18 Uhr MEZ', '2019-12-18T18:00:00+01:00'],
  ['Es gilt das gesprochene Wort. Sperrfrist: Redebeginn', null],
  ['Diffusion interdite avant mercredi 18h00 GMT', '2019-12-18T18:00:00Z'],
  ['12月18日（水）18時以降に報道願います', '2019-12-18T18:00:00-12:00'],
  ['禁发至12月18日18时', '2019-12-18T18:00:00-12:00'],
  ['Не для публикации до 18 декабря', '2019-12-18T00:00:00-12:00'],
  ['To be published after 18:00 GMT on 18 December', '2019-12-18T18:00:00Z'],
  ['Not before Wednesday 1800 GMT', '2019-12-18T18:00:00Z'],
  ['Libre de publication à partir du 18 décembre à 18h00 GMT', '2019-12-18T18:00:00Z'],
  ['Publicar a partir de las 18.00 GMT del 18 de diciembre', '2019-12-18T18:00:00Z'],
  ['Da pubblicare dopo le ore 18.00 GMT del 18 dicembre', '2019-12-18T18:00:00Z'],
  // a day that cannot be read holds; the next such hour may be too early
  // a place or a nation names its zone, in winter and in summer
  ["Embargo jusqu'au 18 décembre à 18h00 (heure de Bruxelles)", '2019-12-18T18:00:00+01:00'],
  ['Sperrfrist: 18. Juli 2020, 18 Uhr (Berliner Zeit)', '2020-07-18T18:00:00+02:00'],
  ['Embargo hasta las 18.00 (hora peninsular) del 18 de diciembre', '2019-12-18T18:00:00+01:00'],
  ['Embargo fino alle 18 (ora italiana) del 18 dicembre', '2019-12-18T18:00:00+01:00'],
  ['EMBARGOED until 00:01 London time, 18 July 2020', '2020-07-18T00:01:00+01:00'],
  ['Эмбарго до 18:00 мск 18 декабря 2019', '2019-12-18T18:00:00+03:00'],
  ['Embargo until 18:00 (CET) 18 December', '2019-12-18T18:00:00+01:00'],
  // two zones, or none that anybody can tell: late is safe
  ['Embargo 18 December 18:00 London time, New York time', '2019-12-18T18:00:00-12:00'],
  ['Sperrfrist: 18.12.2019, 18.00 Uhr (Ortszeit)', '2019-12-18T18:00:00-12:00'],
  ['Embargo do 18 grudnia godz. 18.00 GMT', '2019-12-18T18:00:00Z'],
  ['Embargo do 18. prosince 18.00 GMT', null],
  ['Embargoed until 18 Whatsember, 18:00 GMT', null],
  // a weekday whose hour is over is the next one
  ['EMBARGOED UNTIL 0001 GMT TUESDAY', '2019-12-24T00:01:00Z'],
];

const PROSE = [
  'Embargo: what it means for the fishers of Orno',
  'Embargo to end on Orno oil',
  'For release on Monday, the prisoner had paid 40 crowns.',
  'Release date set for 3 March',
  'No release before trial for the man accused of the fire, the court said.',
  'The embargo is lifted on Monday for the oil of Orno, ministers agreed.',
  'アユ漁が1日午前0時に解禁され、多くの釣り人が訪れた。',
  '解禁日の1日、多くの釣り人が訪れた。',
  'Frei ab 18: der Film des Jahres',
  'Frei ab Montag: neue Wohnungen',
  'Sperrfrist: Was der Begriff bedeutet',
  'Not for use after 2030, the label says.',
  'No use before 2030',
  'Hold until death: the oath of Orno',
  'ADV 5 wins the race',
  'For release details, call the board.',
  'For release of the prisoners on December 18 the ministry asked a price.',
  'Embargoed goods were seized in Orno harbour on Monday, police said.',
  'Embargo on oil lifted',
  'Embargo lifted after talks in Orno.',
  'Hold the line, said the union leader at the gates of the works.',
  'Release of the prisoners is due on December 18, the ministry said.',
  'Sous embargo depuis 2014, la région manque de pièces.',
  'The embargo has been hard on the port until now.',
  'Not before Wednesday will the ferries of Orno leave again, the company told its clients.',
  'Publicar después de los 70: dos escritoras de Orno cuentan su primera novela.',
  'Diffusion après la pluie : les films du festival d’Orno seront montrés dans la halle.',
];

describe('an embargo', () => {
  it.each([...SPELLINGS, ...TIMES, ...ELSEWHERE])('%s', (line, until) => {
    expect(take(line).embargo).toEqual({ until });
    expect(take(line).text).toBe(LEDE);
    expect(noted(line).embargo).toEqual({ until });
  });

  it.each([
    ['Port to close [embargo 18 December]', '2019-12-18T00:00:00-12:00'],
    ['【18日午後2時解禁】オルノ港', '2019-12-18T14:00:00-12:00'],
    ['Port to close (EMBARGOED UNTIL 1800 GMT)', '2019-12-17T18:00:00.000Z'],
  ])('stands in the brackets of a headline: %s', (headline, until) => {
    const copy = { ...blankCopy('text'), sentAt: SENT, headline, paragraphs: [LEDE] };
    expect(clean(copy, place).embargo).toEqual({ until });
  });

  it.each([
    'The story carries an embargo of 1800 GMT.',
    'With embargo, not for use before 1800 GMT.',
  ])('is told in a note: %s', (text) => {
    expect(noted(text).embargo).toEqual({ until: '2019-12-17T18:00:00.000Z' });
  });

  it.each([
    [`PRESS RELEASE\nEMBARGOED UNTIL 1800 GMT, 18 DECEMBER 2019\n${LEDE}`, LEDE],
    [`EMBARGOED UNTIL 1800 GMT, 18 DECEMBER 2019\n${LEDE.repeat(8)}`, LEDE.repeat(8)],
    [`EMBARGOED UNTIL 1800 GMT, 18 DECEMBER 2019 - ${LEDE.repeat(8)}`, LEDE.repeat(8)],
  ])('stands above, below or before copy without a blank line: %s', (block, text) => {
    expect(take(block)).toMatchObject({ embargo: { until: '2019-12-18T18:00:00Z' } });
    expect(take(block).text).toBe(text === LEDE.repeat(8) ? `${text}\n\n${LEDE}` : text);
  });

  it.each([
    `EMBARGOED UNTIL 1800 GMT, 18 DECEMBER 2019 ${LEDE.repeat(8)}`,
    `Sperrfrist: 18. Dezember 2019, 18 Uhr GMT ${LEDE.repeat(3)}`,
    `EMBARGOED UNTIL 1800 GMT, 18 DECEMBER 2019 ${LEDE}`,
  ])('holds copy that runs on behind it, and keeps the copy: %s', (block) => {
    expect(take(block)).toMatchObject({ embargo: { until: '2019-12-18T18:00:00Z' } });
    expect(take(block).text).toContain('ferry would run again');
    expect(take(block).paragraphs[0]).toContain(LEDE);
  });

  it('is not read from the middle of wrapped prose', () => {
    const prose =
      'The study of the harbour, which the board had asked for in the spring, was\nembargoed until 1800 GMT on Wednesday, 18 December, when it was to be read.';
    expect(take(prose).embargo).toBeNull();
  });

  it('stands in the terms of use', () => {
    const rights = '© CP. Not for publication before 1800 GMT, 18 December 2019.';
    const copy = { ...blankCopy('newsml-g2'), sentAt: SENT, rights, paragraphs: [LEDE] };
    expect(clean(copy, place).embargo).toEqual({ until: '2019-12-18T18:00:00Z' });
  });

  it('stands in any sentence of a note', () => {
    const note = 'With photos. EMBARGOED UNTIL 0600 GMT Dec. 18, 2019. Moved in advance.';
    expect(noted(note).embargo).toEqual({ until: '2019-12-18T06:00:00Z' });
  });

  it.each(PROSE)('is none: %s', (line) => {
    expect(readEmbargo(line, SENT)).toBeNull();
    expect(take(line).text).toContain(line);
  });

  it('is not read from an hour alone when nobody knows when it was sent', () => {
    expect(readEmbargo('EMBARGOED UNTIL 0001 GMT', null)).toEqual({ until: null });
  });
});

describe('a newer take without an embargo', () => {
  const lifted = (text: string) => takeOf(8, { notes: [{ text, public: false }] });

  it('is held with its story until the time, and read then', () => {
    const { story, changes } = file(kinds.embargoed(5), kinds.correction(8));
    expect(changes).toEqual(['held', 'held']);
    expect(story).toMatchObject({ heldUntil: future.until, current: { version: '8' } });
    expect(release(story, day(23)).state).toBe('held');
    expect(release(story, future.until)).toMatchObject({ state: 'live', heldUntil: null });
  });

  it('is held too when it came first', () => {
    expect(file(kinds.update(8), kinds.embargoed(5))).toMatchObject({
      changes: ['opened', 'held'],
      story: { state: 'held', heldUntil: future.until, current: { version: '8' } },
    });
  });

  it.each([
    'Embargo lifted',
    'EMBARGO LIFTED: may be used at once.',
    'Eds: The embargo on this story has been lifted.',
    'RELEASE NOW',
    'FOR IMMEDIATE RELEASE',
    'Sperrfrist ist aufgehoben',
    'Can be released immediately.',
    'This story is no longer under embargo.',
  ])('is free when it says: %s', (text) => {
    expect(file(kinds.embargoed(5), lifted(text)).changes).toEqual(['held', 'released']);
    const paragraphs = [text, 'The ferry sailed at 8 from Orno.'];
    const { story } = file(kinds.embargoed(5), takeOf(8, { paragraphs }));
    expect(story.state).toBe('live');
  });

  it.each([
    'The government said the embargo on oil was lifted.',
    'Updates with quotes.',
    'Embargo still in force.',
  ])('is not free when it says: %s', (text) => {
    expect(file(kinds.embargoed(5), lifted(text)).story.state).toBe('held');
  });

  it('is free only of what was ordered before it: a new order holds again', () => {
    expect(file(kinds.embargoed(5), kinds.lift(6), kinds.embargoed(7)).story.state).toBe('held');
    expect(file(kinds.embargoed(7), kinds.lift(6)).story.state).toBe('held');
  });

  it('goes by the newest time that the wire gave', () => {
    const until = '2024-03-06T12:00:00Z';
    const sooner = takeOf(8, { embargo: { until } });
    const { story } = file(sooner, kinds.embargoed(5), kinds.update(9));
    expect(story.heldUntil).toBe(until);
  });

  it('frees an order without a time, but falls back under an earlier one with a time', () => {
    expect(file(kinds.timeless(5), kinds.update(8)).story.state).toBe('live');
    const { story } = file(kinds.embargoed(4), kinds.timeless(5), kinds.update(8));
    expect(story).toMatchObject({ state: 'held', heldUntil: future.until });
  });

  it('is not freed by an addition, and an embargoed addition holds nothing that stands', () => {
    expect(file(kinds.timeless(5), kinds.add(8)).story.state).toBe('held');
    const add = takeOf(8, { signal: 'add', embargo: future });
    expect(file(kinds.new(5), add).story.state).toBe('live');
    expect(file(add).story.state).toBe('held');
  });

  it('stays withheld when the embargo was lifted before the hold', () => {
    const { story } = file(kinds.embargoed(5), kinds.withhold(6), kinds.lift(7));
    expect(fold(story, kinds.lift(7), now).story.state).toBe('held');
  });
});
