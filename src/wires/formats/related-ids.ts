/** Ids that old formats do not give: made of number or title and day, for numbers start anew every day. */

import { addDays } from '../../news/plain-date.ts';

const ID_CHARACTERS_MAX = 100;

/** The days that an order of a day (YYYY-MM-DD) may be about: that one, and before a full one the last. */
export function daysMeant(day: string | null): string[] {
  if (day === null) return [];
  const isFull = day.length === 10 && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
  return isFull ? [day, addDays(day, -1)] : [day];
}

/** Letters and digits of a keyword or title in lower case: "orvik-ferry-returns". */
export function plainKey(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, ID_CHARACTERS_MAX);
}

/** Labels of orders, as the clean-up knows them, for titles are compared without them. */
const LABELS = [
  '(?:(?:BULLETIN|STORY|MANDATORY|LEGAL) )?(?:KILL(?:ED)?|HOLD|WITHHOLD|WITHDRAWN|WITHDRAWAL|RETRACT(?:ED|ION)|RECALL|CANCELL?ED)',
  'CORRECT(?:ED|ION|IVE|ING)?|CORRECTING AND REPLACING|REFILED?|UPDATED?(?: \\d{1,2})?|URGENT|RE|AW|FWD?|WG|SV|VS|TR|ODP|RIF',
  'RÜCKZUG|ZURÜCKGEZOGEN|STORNO|STORNIERT|WIDERRUFEN|KORREKTUR|BERICHTIGUNG|BERICHTIGT|KORRIGIERT',
  'ANNUL(?:É|E)E?|ANNULATION|RETRAIT|CORRECTIF|RECTIFICATIF|CORRIGÉE?',
  'ANULAD[OA]|ANULACI[OÓ]N|ANULAR|ANULAÇÃO|CANCELAD[OA]|CORRECCI[OÓ]N|RECTIFICACI[OÓ]N|CORRE[CÇ][AÃ]O|RETIFICAÇÃO|ERRATA',
  'ANNULLARE|ANNULLAT[OA]|ANNULLAMENTO|CORREZIONE|RETTIFICA',
  'INGETROKKEN|INTREKKING|INTREKKEN|GEANNULEERD|CORRECTIE|RECTIFICATIE',
  'TREKKES(?: TILBAKE)?|TRUKKET(?: TILBAKE)?|TRÆKKES(?: TILBAGE)?|DRAS TILLBAKA|ANNULLER(?:ES|ET|AD|ING)|MAKULERES|RETTELSE|RÄTTELSE|RETTET|PERUTTU|KORJAUS|OIKAISU',
  'ANULOWAN[OEA]|WYCOFAN[OEA]|SPROSTOWANIE|KOREKTA|OPRAVA|ZRUŠENO',
  'АННУЛИРОВАН[ОА]?|АННУЛИРУЕТСЯ|АННУЛИРОВАНИЕ|ОТМЕНА|ОТЗЫВ|ИСПРАВЛЕНИЕ|ПОПРАВКА|УТОЧНЕНИЕ',
  '記事取り消し|取り?消し?|訂正|撤稿|更正|전문취소|기사취소|정정',
].join('|');
const ORDERS = new RegExp(
  `^(?:[【〔［[（(]?(?:${LABELS})\\s?[:：–\\-】〕］\\]）)]{1,2}\\s?){1,4}`,
  'iu',
);
/** A script without spaces: its characters say as much as words do elsewhere. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/gu;
const UNSPACED_CHARACTERS_MIN = 6;

/**
 * Ids by which a correction or kill finds the copy with the same title of that day, or, when it says
 * that it is about other copy, of the day before. A title of one or two words is none: it comes again.
 */
export function titleIds(title: string | null, day: string | null): string[] {
  const order = ORDERS.exec(title ?? '')?.[0] ?? '';
  const key = plainKey((title ?? '').slice(order.length));
  const isTelling =
    key.split('-').length >= 3 || (key.match(UNSPACED)?.length ?? 0) >= UNSPACED_CHARACTERS_MIN;
  if (day === null || !isTelling) return [];
  const days = order === '' ? [day] : daysMeant(day);
  return days.map((each) => `${key}-${each}`);
}

/** Sentences of a notice, but for those that name what is to be used instead. */
export function sentencesAgainst(text: string): string {
  return text
    .split(/(?<=[.!?])\s/)
    .filter(
      (sentence) =>
        !/\b(?:please use|use item|replaced by|instead|verwenden Sie)\b/i.test(sentence),
    )
    .join(' ');
}
