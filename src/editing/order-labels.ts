/** Labels in front of titles and behind them that order a story killed or held, and news that begins likewise. */
import { isOfNews, UNSURE, type Order, type Unsure } from './label-words.ts';
import { COPY_NOUNS } from './tongue-words.ts';

/** A label in front of a title and how many characters it takes. */
export type Label = { readonly order: Order; readonly length: number };

const MARKS = '^[^\\p{L}\\p{N}$]{0,12}';
const KIND =
  '(?:(?:BULLETIN|STORY|MANDATORY|URGENT|NEWS|COPY|PHOTO|ITEM|ARTICLE|LEGAL|ADVISORY|NOTICE|EDITORS?|EDS)[ :-]{1,2}){0,3}';
/** Behind a label; a hyphen in front of another word in capitals makes it a word of the title. */
const END =
  "(?![\\p{L}'’])(?:\\s?(?:[:：=.!)\\]】〕）>〉/*]|[–—]|-{1,3}(?=[\\s!)\\]]|$|\\p{Lu}?\\p{Ll})|-(?=-))[-–—:：=.!)\\]】〕）>〉/*]{0,3}|\\s?$| (?=(?:STORY|ITEM|ADVISORY|NOTICE|MANDATORY)\\b))";
/** Words that no title begins with but as an order. */
const WITHDRAWN =
  'WITHDRAWN?|WITHDRAWAL|ELIMINATION|RETRACTION|RETRACTED|(?:STORY|ARTICLE|ITEM) (?:REMOVED|DELETED|CANCELL?ED)|ZURÜCKGEZOGEN|RÜCKZUG|RUECKZUG|STORNO|STORNIERT|ANNULLIERT|ANNULLIERUNG|WIDERRUFEN|ANNULATION|ANNUL(?:É|E)E?|ANULAD[OA]|ANULACI[OÓ]N|ANULAR|ANULAÇÃO|ANNULLARE|ANNULLAT[OA]|ANNULLAMENTO|ANNULLERES|ANNULLERAD|TREKKES TILBAKE|TRUKKET(?: TILBAKE)?|TILBAKETRUKKET|TRÆKKES TILBAGE|DRAS TILLBAKA|TILLBAKADRAGEN|MAKULERES|PERUTTU|INGETROKKEN|INTREKKING|INTREKKEN|ANNULLERING|VISSZAVONVA|ANULOWAN[EOA]|WYCOFAN[EOA]|АННУЛИРОВАН[ОА]?|АННУЛИРУЕТСЯ|СНЯТО С ЛЕНТЫ';
const KILL_LABELS: readonly RegExp[] = [
  new RegExp(`${MARKS}(?:BC-|AM-|PM-)?${KIND}(?:KILL(?: KILL){0,3}|${WITHDRAWN})${END}`, 'u'),
  // "KILLED: Nine in ferry fire" counts the dead
  new RegExp(
    `${MARKS}${KIND}KILLED${END}(?!\\s?(?:\\d|at least|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|scores)\\b)`,
    'iu',
  ),
  new RegExp(`${MARKS}${KIND}(?:KILL ){1,3}KILL\\b`, 'u'),
  new RegExp(`${MARKS}(?:BULLETIN|MANDATORY|ADVISORY|STORY|LEGAL) KILL(?![\\p{L}'’-])`, 'u'),
  new RegExp(`${MARKS}(?:${WITHDRAWN})(?= \\p{Lu}\\p{Ll})`, 'u'),
  /^(?:STORY|ARTICLE|ITEM|REPORT) (?:WITHDRAWN|KILLED|RETRACTED|REMOVED)(?!\p{L})/u,
  /^[^\p{L}\p{N}$]{0,6}(?:Kill|KILL|Bulletin [Kk]ill|(?:Story|Article|Item) (?:withdrawn|killed|retracted|deleted)|Kill [Nn]otice|Mandatory [Kk]ill|Retraction [Nn]otice|Widerruf|Please [Dd]isregard)\s?(?:[:：](?!\s?\p{Ll}(?!\d))|[)\]*]{1,3}\s|\s[-–—]\s|[.!]?$)/u,
  // "CP KILL: ...", "Editors: kill ..."
  new RegExp(`^\\p{Lu}{2,5}(?: |-{1,2})KILL${END}`, 'u'),
  /^(?:Editors?|EDITORS?|Eds|EDS|(?:Editors?|EDITORS?)[’'](?:[sS])? (?:note|NOTE)|Advisory|ADVISORY)\s?[:–—-]\s?(?:[Pp]lease |PLEASE )?(?:kill|Kill|KILL)(?!\p{L})/u,
  /^(?:Story|Article|Item) (?:Withdrawn|Killed|Retracted|Removed|Deleted)\s?(?:[:：]|\s[-–—]\s)/iu,
  /^\W{0,4}(?:ADVISORY|Advisory|EDITORS|Editors|NOTICE|Notice)\s?[-–—:]\s?.{0,120}\b(?:story|item|article|dispatch|STORY|ITEM|ARTICLE)(?: .{1,60})? (?:(?:is|was|has been|IS|WAS|HAS BEEN) )?(?:withdrawn|retracted|killed|WITHDRAWN|RETRACTED|KILLED)\W{0,3}$/u,
  /^[【〔［[（(<〈＜「]?(?:訂正・)?(?:(?:記事|配信|全文|本文|本記|原稿|速報)の?){1,2}(?:取り消し|取消し?|撤回|配信停止)[】〕］\]）)>〉＞」:：]/u,
  /^[【〔［[（(<]?(?:撤稿|撤销稿件?|稿件(?:撤销|作废|撤回))[】〕］\]）)>:：]/u,
  /^[【〔［[（(<〈]?\s?(?:기사|전문|송고|본문)\s?(?:전문\s?)?(?:취소|삭제|철회)\s?[】〕］\]）)>〉:：]/u,
  /^[[(«]?(?:إلغاء|سحب) (?:خبر|الخبر|برقية|البرقية|النبأ)\s?:?/u,
];
const HOLD_LABELS: readonly RegExp[] = [
  new RegExp(
    `${MARKS}(?:BC-)?${KIND}(?:HOLD(?: HOLD){0,3}|WITHHOLD|WITHHELD|STORY ON HOLD|ON HOLD)${END}(?!\\s?(?:FOR RELEASE|FOR|UNTIL|TILL)\\b|\\s\\p{Ll})`,
    'u',
  ),
  // "HOLD: bc-ferry" names a keyword; "HOLD: rates stay" may be news
  /^[^\p{L}\p{N}]{0,6}HOLD\s?[:-]\s(?=(?:bc-|[\p{Ll}\d]+-)[\p{Ll}\d-]+\W{0,3}$)/u,
  /^[^\p{L}\p{N}]{0,6}(?:LEGAL\W{1,3})?DO NOT (?:USE|RUN|PUBLISH|PRINT)\W{0,3} (?=\p{Lu}\p{Ll})/u,
  /^(?:Withheld|Hold notice|Story [Oo]n hold)(?:\s?:| pending\b)/u,
];
const SPEAKS_OF_COPY =
  /\b(?:stor(?:y|ies)|items?|dispatch|meldung|bericht|dépêche|papier|noticia|despacho|teletipo|notizia|lancio|not[ai]|matéria|melding|telegram|uutinen|bericht|haber)\b|記事|配信|稿件|기사|сообщени|новост|الخبر|البرقية/iu;
/** Behind the title: "Port closes (WITHDRAWN)", "Port closes - STORY WITHDRAWN". */
const KILL_TAIL =
  /(?:[([【（*]{1,3}\s?(?:(?:STORY|ARTICLE|Story|story|article) )?(?:WITHDRAWN|RETRACTED|KILLED|KILL|Withdrawn|Retracted|withdrawn|retracted|killed|取り消し|取消|記事取り消し)\s?[)\]】）*]{1,3}|\s[-–—]{1,2}\s?(?:KILL|WITHDRAWN|(?:[Mm]andatory|[Bb]ulletin) [Kk]ill)|\s[-–—:]\s?(?:STORY|ARTICLE|ITEM) (?:WITHDRAWN|RETRACTED|KILLED|REMOVED))\s?$/u;

const CALLED =
  '(?:(?:achtung|attention|atención|attenzione|atenção|attentie|redaktionen|(?:an die|les|des|aux) (?:redaktionen|rédactions)|editors?|eds|eilt?|urgente?|legal|advisory|corrected|update \\d{1,2})[ :!,.–-]{1,4}){0,2}(?:eil-)?';
const OPENING = `^[^\\p{L}\\p{N}]{0,6}${CALLED}(?:(?:${COPY_NOUNS}|story|item|article)[ :]{1,2})?`;
const OF_COPY = `(?:(?: \\S{1,6}){0,2} (?:${COPY_NOUNS}|story|item|article))?`;
const CLOSING =
  '(?!\\p{L})(?:\\s?[:：!]{1,3}(?!\\d)|\\s?[)\\]】］）〕»>*+■/]{1,4}[\\s:：-]?|\\s[-–—]{1,2}\\s|--)';
const WORTH_A_LOOK = new RegExp(
  `(?<!\\p{L})(?:${UNSURE.map(({ words }) => words).join('|')})(?!\\p{L})`,
  'iu',
);
const UNSURE_LABELS = UNSURE.map((label) => ({
  label,
  front: new RegExp(`${OPENING}(?:${label.words})${OF_COPY}${CLOSING}`, 'iu'),
  behind: new RegExp(
    `(?:\\s?[([【（](?:(?:${COPY_NOUNS}|story) )?(?:${label.words})[)\\]】）]|\\s[-–—]{1,2}\\s(?:${label.words}))\\s{0,3}$`,
    'iu',
  ),
}));

/**
 * The label in front of a title that orders something; null when there is none.
 * @param copy what stands under the title; null for a line or a slug, which has none of its own
 */
export function labelOf(title: string, copy: readonly string[] | null = null): Label | null {
  for (const [order, patterns] of [
    ['kill', KILL_LABELS],
    ['withhold', HOLD_LABELS],
  ] as const) {
    for (const pattern of patterns) {
      const found = pattern.exec(title);
      if (found) return { order, length: found[0].length };
    }
  }
  for (const { label, text } of unsureAt('front', title))
    if (isOrder(label, title.slice(text.length), copy))
      return { order: label.order, length: text.length };
  return null;
}

/** The labels that news may have too, as they stand before a title or behind it, one after the other. */
function* unsureAt(
  place: 'front' | 'behind',
  title: string,
): Generator<{ readonly label: Unsure; readonly text: string }> {
  if (!WORTH_A_LOOK.test(title)) return;
  for (const each of UNSURE_LABELS) {
    const text = each[place].exec(title)?.[0] ?? '';
    if (text !== '') yield { label: each.label, text };
  }
}

/** Over killed copy nothing tells of what the label says, unless it speaks of copy. */
function isOrder(label: Unsure, title: string, copy: readonly string[] | null): boolean {
  if (copy === null) return SPEAKS_OF_COPY.test(title);
  const top = copy.slice(0, 2).join(' ').slice(0, 600);
  return top === '' || SPEAKS_OF_COPY.test(top) || !isOfNews(label, title, copy);
}

/** Words of an order behind a title, as they stand there; '' when there are none. */
export function killTailOf(title: string, copy: readonly string[] | null = null): string {
  const sure = KILL_TAIL.exec(title)?.[0];
  if (sure !== undefined || copy === null) return sure ?? '';
  for (const { label, text } of unsureAt('behind', title))
    if (label.order === 'kill' && isOrder(label, title.slice(0, -text.length), copy)) return text;
  return '';
}

/** The title without an order's label, where it has one that news may have too; null for any other. */
export function underLabel(title: string): string | null {
  for (const { text } of unsureAt('front', title)) return title.slice(text.length).trim();
  return null;
}
