/** Orders in other languages, labels that news may have too, and copy that stands in for other copy. */
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/editing/clean.ts';
import { blankCopy, type Copy } from '../../src/news/take.ts';

const place = { wire: 'w', provider: 'CP', file: null };
const LEDES = {
  en: 'VELDEN (CP) - The council of Velden voted on Monday to sell the old tram depot for 12 million crowns.',
  fr: 'VELDEN (CP) - Le conseil de Velden a voté lundi la vente de l’ancien dépôt de tramways.',
  de: 'Velden (CP) - Der Stadtrat von Velden hat am Montag den Verkauf des alten Depots beschlossen.',
  es: 'Velden (CP).- El concejo de Velden votó el lunes la venta de la antigua cochera de tranvías.',
  it: 'VELDEN - Il consiglio comunale di Velden ha votato lunedì la vendita del vecchio deposito.',
  nl: 'VELDEN (CP) - De gemeenteraad van Velden heeft maandag besloten de oude remise te verkopen.',
  ru: 'ВЕЛДЕН - Совет города Велден проголосовал в понедельник за продажу старого депо.',
  ko: '벨덴 시의회는 3일 옛 전차 차고를 1200만 크로네에 매각하기로 했다.',
} as const;
type Language = keyof typeof LEDES;

const takeOf = (facts: Partial<Copy>) =>
  clean({ ...blankCopy('text'), sentAt: '2026-03-03T10:00:00Z', ...facts }, place);
const headed = (language: Language, headline: string) =>
  takeOf({ headline, paragraphs: [LEDES[language]] }).signal;
const topped = (language: Language, line: string) =>
  takeOf({ headline: 'Velden depot', paragraphs: [line, LEDES[language]] }).signal;

describe('a label that news may have too', () => {
  it.each<[Language, string]>([
    ['fr', 'Annulé : Velden vend son dépôt'],
    ['fr', '[Annulé] Velden vend son dépôt'],
    ['fr', 'Dépêche annulée : Velden vend son dépôt'],
    ['fr', 'Velden vend son dépôt (annulé)'],
    ['de', 'Rückzug: Velden verkauft Depot'],
    ['de', 'Achtung! Rückzug der Meldung: Velden verkauft Depot'],
    ['de', 'Storniert: Velden verkauft Depot'],
    ['de', 'Velden verkauft Depot - zurückgezogen'],
    ['es', 'Retirada: Velden vende la cochera'],
    ['es', 'Noticia anulada: Velden vende la cochera'],
    ['it', 'Annullata: Velden vende il deposito'],
    ['it', '++ ANNULLARE ++ Velden vende il deposito'],
    ['nl', 'Intrekken: Velden verkoopt remise'],
    ['nl', 'INTREKKING Velden verkoopt remise'],
    ['ru', 'Отозвано: Велден продает депо'],
    ['ko', '[취소] 벨덴 시 옛 차고 매각'],
    ['en', 'Cancelled: Velden sells depot'],
    ['en', 'Withdrawal: Velden sells depot'],
    ['en', 'Velden sells depot (story withdrawn)'],
    ['en', 'CP KILL: Velden sells depot'],
  ])('kills over copy that tells nothing of it: %s %s', (language, headline) => {
    expect(headed(language, headline)).toBe('kill');
  });

  it.each([
    [
      'Rückzug: Truppen verlassen Velden',
      'Die letzten Truppen haben sich am Montag zurückgezogen.',
    ],
    ['Rückzug: Roda gibt Amt auf', 'Die Bürgermeisterin zieht sich nach zehn Jahren zurück.'],
    ['HOLD: rates stay', 'The central bank of Velden kept its rates at 3 percent on Monday.'],
    ['Annulé : le festival de Velden', 'Le festival est annulé en raison de la chaleur.'],
    ['Annulation : 300 vols', 'Trois cents vols ont été annulés lundi à cause de la neige.'],
    ['CANCELLED: Velden marathon', 'The marathon has been called off because of the heat.'],
    ['Withdrawn: Orlo bid for depot', 'Orlo has withdrawn its bid for the depot of Velden.'],
    ['Removed: statue of founder', 'Workers took down the statue of the founder on Monday.'],
    ['Ingetrokken: vergunning van Orlo', 'De vergunning is maandag ingetrokken door de provincie.'],
    ['Ritirata: truppe lasciano Velden', 'Le ultime truppe si sono ritirate lunedì da Velden.'],
    ['Gesperrt: Brücke in Velden', 'Die Brücke ist seit Montag für Lastwagen gesperrt.'],
    ['Отзыв: Orlo возвращает машины', 'Компания Orlo отзывает 40 000 автомобилей.'],
    ['Do not use: heaters by Orlo', 'The agency warned people of heaters made by Orlo.'],
    ['【取消】運転免許の行政処分', '公安委員会は３日、運転手の免許を取り消した。'],
  ])('is the theme of copy that tells of it: %s', (headline, paragraph) => {
    expect(takeOf({ headline, paragraphs: [paragraph] }).signal).toBe('new');
  });

  it('holds where it asks not to use what follows', () => {
    expect(headed('en', 'DO NOT USE: Velden sells depot')).toBe('withhold');
    expect(headed('fr', 'NE PAS UTILISER: Velden vend son dépôt')).toBe('withhold');
    expect(headed('it', 'NON UTILIZZARE: Velden vende il deposito')).toBe('withhold');
  });
});

describe('a line above the copy', () => {
  it.each<[Language, string]>([
    ['fr', 'Annulation de la dépêche CP123 de 09h12'],
    ['fr', 'Nous annulons notre dépêche intitulée «Velden vend son dépôt».'],
    ['fr', 'Cet article a été retiré par la CP.'],
    ['de', 'Diese Meldung ist falsch und darf nicht verwendet werden.'],
    ['de', 'Wir bitten Sie, den Bericht nicht zu verwenden.'],
    ['de', 'Rückzug der Meldung CP0123'],
    ['es', 'Se anula la noticia "Velden vende la cochera".'],
    ['es', 'Anulen la nota anterior.'],
    ['it', 'Si prega di considerare annullata la notizia.'],
    ['it', 'La CP annulla la notizia delle 9:12.'],
    ['nl', 'Gelieve dit bericht niet te gebruiken.'],
    ['nl', 'CP trekt het bericht in.'],
    ['ru', 'Просим считать сообщение недействительным.'],
    ['en', 'Stop using the story headlined "Velden sells depot".'],
    ['en', 'Correction: The CP has removed this story. It was based on a fake account.'],
    ['en', 'Do not publish, broadcast or otherwise distribute this story. It is withdrawn.'],
    ['en', 'Members should not use the story "Velden sells depot".'],
  ])('kills: %s %s', (language, line) => {
    expect(topped(language, line)).toBe('kill');
  });

  it.each<[Language, string]>([
    ['de', 'Bitte nicht verwenden!'],
    ['fr', 'Information erronée, ne pas diffuser.'],
  ])('holds: %s %s', (language, line) => {
    expect(topped(language, line)).toBe('withhold');
  });

  it.each<[Language, string]>([
    ['de', 'Bitte nicht verwenden: Die Feuerwehr warnt vor einem Heizlüfter, der in Brand gerät.'],
    ['de', 'Das Gericht hat den Verkauf des Depots gestoppt.'],
    ['fr', 'Le tribunal a annulé la vente du dépôt.'],
    ['it', 'Il tribunale ha annullato la vendita del deposito.'],
    ['es', 'El tribunal anuló la venta de la cochera.'],
    ['en', 'Please use the other door, the museum tells visitors: the lift is out of order.'],
  ])('is news: %s %s', (language, line) => {
    expect(topped(language, line)).toBe('new');
  });
});

describe('copy that stands in for other copy', () => {
  it.each<[Language, string]>([
    ['fr', 'Annule et remplace la dépêche CP123 de 09h12'],
    ['fr', 'Cette dépêche annule et remplace la précédente (chiffre corrigé).'],
    ['it', 'Annulla e sostituisce il lancio precedente'],
    ['es', 'Esta noticia anula y sustituye a la anterior'],
    ['de', 'Diese Meldung ersetzt die Meldung CP0123.'],
    ['en', 'Please kill the earlier version. This story replaces it and corrects the sum.'],
  ])('is a correction and no kill: %s %s', (language, line) => {
    expect(topped(language, line)).toBe('correction');
  });

  it.each<[Language, string, string]>([
    ['fr', 'ANNULE ET REMPLACE: Velden vend son dépôt', 'Velden vend son dépôt'],
    ['fr', 'Rectificatif: Velden vend son dépôt', 'Velden vend son dépôt'],
    ['it', 'RETTIFICA: Velden vende il deposito', 'Velden vende il deposito'],
    ['nl', 'Rectificatie: Velden verkoopt remise', 'Velden verkoopt remise'],
    ['ru', 'ИСПРАВЛЕНИЕ: Велден продает депо', 'Велден продает депо'],
    ['ko', '[고침] 벨덴 시 옛 차고 매각', '벨덴 시 옛 차고 매각'],
    ['en', 'CORRECTS: Velden sells depot', 'Velden sells depot'],
  ])('says so in its title, which is taken off: %s %s', (language, headline, bare) => {
    const take = takeOf({ headline, paragraphs: [LEDES[language]] });
    expect([take.signal, take.headline]).toEqual(['correction', bare]);
  });
});
