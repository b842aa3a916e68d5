/** Orders to kill and to hold as desks word them in many languages, and news that uses the same words. */
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/editing/clean.ts';
import { blankCopy, type Copy } from '../../src/news/take.ts';

const LEDE = 'The council of Orrin said on Monday it would build a new bridge by 2030.';
const place = { wire: 'w', provider: 'CP', file: null };
const signalOf = (facts: Partial<Copy>) =>
  clean(
    { ...blankCopy('text'), sentAt: '2026-03-02T10:00:00Z', paragraphs: [LEDE], ...facts },
    place,
  ).signal;
const above = (line: string) => signalOf({ headline: 'Orrin bridge', paragraphs: [line, LEDE] });
const noted = (text: string) =>
  signalOf({ headline: 'Orrin bridge', notes: [{ text, public: false }] });

describe('a kill', () => {
  it.each([
    'KILL KILL KILL Orrin bridge',
    'LEGAL KILL: Orrin bridge',
    'Story withdrawn',
    'Orrin bridge to be built (WITHDRAWN)',
    'Orrin bridge to be built - STORY WITHDRAWN',
    'ADVISORY: Orrin bridge story withdrawn',
    'Please disregard: Orrin bridge',
    'RÜCKZUG Brücke in Orrin',
    "ANNULE: Le pont d'Orrin sera construit",
    "ANNULÉ - Le pont d'Orrin",
    'ANULACIÓN: Puente de Orrin',
    'ANNULLATA: Ponte di Orrin',
    'TREKKES TILBAKE: Bro i Orrin',
    'INGETROKKEN: Brug in Orrin',
    'АННУЛИРУЕТСЯ: Мост в Оррине',
    '取り消し：オリン橋の建設',
    '（記事取り消し）オリン橋の建設',
    '【撤稿】奥林桥',
    '[전문취소] 오린 다리 건설',
    '**KILL** Orrin bridge',
    'ADVISORY KILL Orrin bridge',
    'Orrin bridge -- KILL',
    'Retraction notice: Orrin bridge',
    'オリン橋（取り消し）',
  ])('in front of or behind a title: %s', (headline) => {
    expect(signalOf({ headline })).toBe('kill');
  });

  it.each([
    'Please disregard.',
    'Please ignore the story slugged Orrin-Bridge.',
    'DO NOT RUN THIS STORY',
    'We are withdrawing our story on the Orrin bridge. There will be no substitute.',
    'The CP has withdrawn its story about the bridge, which could not be verified.',
    'The story "Orrin bridge to be built" (CP1200) is being withdrawn.',
    'Kill the 2nd Ld-Writethru of Orrin-Bridge, b0123.',
    'Please kill BC-Orrin-Bridge, a0123, sent at 10:15.',
    'This is a mandatory kill.',
    'Subscribers are asked to delete this story from their sites and archives.',
    'This item was sent in error. Please disregard.',
    'This story was transmitted in error and should not be used.',
    'This article has been removed.',
    "Prière d'annuler notre dépêche sur le pont d'Orrin.",
    'Merci de ne pas tenir compte de notre dépêche intitulée "Le pont".',
    'La dépêche est annulée.',
    'Bitte verwenden Sie die Meldung "Brücke in Orrin" nicht.',
    'Rogamos anulen la noticia titulada "Puente de Orrin".',
    '先に配信した記事を取り消します。',
    '위 기사는 취소합니다.',
    'ATTENTION - THIS STORY HAS BEEN WITHDRAWN. PLEASE DO NOT USE.',
    'Editors are advised that the story on the bridge has been withdrawn.',
    'Please kill the story on the bridge. The mayor said he was misquoted.',
    'Wir bitten, die Meldung nicht zu verwenden.',
    "L'AFP annule sa dépêche sur le pont d'Orrin.",
    'Queda anulada la noticia sobre el puente.',
    'Meldingen om broen trekkes tilbake.',
    'Сообщение о мосте аннулируется.',
    '请勿使用此前播发的稿件。',
    'Por favor, no usen la noticia sobre el puente.',
    'TEST - PLEASE DISREGARD',
    'Editors: We are killing BC-EU--Orrin-Bridge. The mayor denies the remarks.',
  ])('above the copy: %s', (line) => {
    expect(above(line)).toBe('kill');
  });

  it.each([
    'KILL',
    'Withdrawn',
    'Story withdrawn.',
    'Sent in error, please disregard',
    'SPIKE THIS',
    'This item stands cancelled.',
    'Meldingen utgår',
    '本稿を取り消します',
    'Berita ini dibatalkan. Mohon tidak digunakan.',
  ])('in a note to editors: %s', (text) => {
    expect(noted(text)).toBe('kill');
  });

  it.each(['Konser di Orrin ini dibatalkan, kata polisi.', 'Saken utgår ur bolagets planer.'])(
    'is none where other things are called off: %s',
    (line) => {
      expect(above(line)).not.toBe('kill');
    },
  );

  it.each([
    ['Rückzug: Brücke in Orrin', 'Die Meldung ist falsch und wird nicht ersetzt.'],
    ["Annulé : Le pont d'Orrin", 'Cette dépêche contenait une erreur.'],
  ])('by a word that news uses too, when the copy speaks of copy: %s', (headline, line) => {
    expect(signalOf({ headline, paragraphs: [line] })).toBe('kill');
    expect(signalOf({ headline, paragraphs: [] })).toBe('kill');
  });
});

describe('a hold', () => {
  it.each([
    'DO NOT USE',
    'DO NOT PUBLISH',
    'Do not use this story until further notice.',
    'This story is on hold.',
    'We are withholding the story on the bridge until its facts are confirmed.',
    'Please withhold BC-Orrin-Bridge, a0123. Questions have been raised.',
    'Please withhold the story on the bridge until further notice.',
    'Bitte halten Sie die Meldung zurück.',
    'Veuillez suspendre la diffusion de cette dépêche.',
  ])('above the copy: %s', (line) => {
    expect(above(line)).toBe('withhold');
  });

  it.each(['Hold', 'HOLD pending legal review', 'Do not use - legal'])(
    'in a note to editors: %s',
    (text) => {
      expect(noted(text)).toBe('withhold');
    },
  );
});

describe('news', () => {
  it.each([
    'KILLED: Nine in Orrin ferry fire',
    'KILL-SWITCH TESTED IN ORRIN',
    'Kill switch: how Orrin stops its trains',
    "Annulé, le concert d'Orrin reprend",
    'Recall: 40,000 cars called back',
    'TEST: Orrin win by ten runs',
    'Ignore the story, police say',
    'Retraction of tariffs lifts Orrin shares',
    '橋の免許取り消し、オリン市',
  ])('is no order: %s', (headline) => {
    expect(signalOf({ headline })).toBe('new');
  });

  it.each([
    'The Orrin Gazette said it had retracted its story about the mayor.',
    'The Orrin Gazette has withdrawn an article about the mayor, its editor said.',
    "The ministry's report on the bridge was withdrawn after engineers found mistakes in it.",
    'A report that linked the vaccine to illness has been retracted by the journal.',
    'The story of the bridge was killed by lawmakers on Monday.',
    'The mayor apologised after the story was withdrawn from the website of the Gazette.',
    'Do not use the hair dryer, the agency warned: the item can catch fire.',
    "The item was removed from the council's agenda on Monday, the clerk said.",
    '"Please kill the music," the mayor told the band before the story broke.',
    'A kill is advised by rangers when a bear attacks twice.',
    'Please remove the article of clothing, police told a man.',
    'Editors are asked to delete the story by the government, the union said.',
    'The alert was sent by mistake to 2 million phones in Orrin on Monday.',
    'The items were withdrawn from sale on Monday after a child choked.',
    'This copy was removed from the museum on Monday.',
    'Please do not use the lifts, the fire service tells people in towers.',
    'Der Bericht wurde vom Ministerium zurückgezogen, sagte ein Sprecher.',
  ])('is no order: %s', (line) => {
    expect(above(line)).toBe('new');
  });
});
