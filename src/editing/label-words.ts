/**
 * Labels that desks and papers both set before a title: "Rückzug: …", "Annulé : …", "CANCELLED: …". Over
 * news the story itself tells of what the label says; over killed copy nothing in it does.
 */
/** What a desk asks for: copy taken back for good, or kept back for now. */
export type Order = 'kill' | 'withhold';

export type Unsure = {
  readonly order: Order;
  /** the label, without what stands before and behind it */
  readonly words: string;
  /** what copy says that such a label is the theme of */
  readonly theme: RegExp;
};

const themed = (order: Order, words: string, theme: string): Unsure => ({
  order,
  words,
  theme: new RegExp(theme, 'iu'),
});

const TAKEN_OFF =
  'remov|delet|erase|withdr|pull(?:s|ed|ing)?\\b|\\bt(?:ake|akes|aken|aking|ook)\\b.{0,40}\\b(?:down|off|away|back)\\b|retreat|revok|retir|quit|exit|recall|retract';
const DE_AWAY =
  'zurück(?:ge|zu)?(?:zieh|zog|tret|trat|geh|ging|gab|geb|nehm|nahm|nomm|ruf|rief)|zurückg|\\b(?:zieh|zog|tr[iea]t|nahm|nimmt)\\b.{0,80}\\bzurück|zieht sich|zog sich|rückz|rücktritt|abzug|abzieh|abgezogen|verzicht|ausstieg|aussteig|aufgeb|aufgegeben|\\bg(?:ibt|eben|ab|aben)\\b.{0,90}\\bauf\\b|verlass|verließ|räum';

/** Labels that only copy can tell from the theme of a story. */
export const UNSURE: readonly Unsure[] = [
  // English
  themed(
    'kill',
    'cancel(?:l?ed|l?ation)?',
    'cancel|\\bcall(?:s|ed|ing)? off|scrap|\\baxed?\\b|\\bnot (?:be held|take place|go ahead|run|play)|postpon|suspend|ground(?:ed|s|ing)|abandon|shelv',
  ),
  themed('kill', '(?:notice of )?withdrawal|withdrawn|removed|deleted|pulled', TAKEN_OFF),
  themed('kill', 'null and void|void(?:ed)?', '\\bvoid|annul|invalid|\\bnull\\b|quash'),
  themed('kill', 'recall(?:ed)?', 'recall|call(?:s|ed|ing)? back|return'),
  themed('kill', 'retract(?:ed|ion)?', 'retract|apolog|took back|withdr'),
  themed('kill', 'spiked?', '\\bspike|surge|soar|rise|rose|jump|drink|drug'),
  themed('kill', 'disregard', 'disregard|ignor|neglect'),
  themed('withhold', 'hold', '\\bhold|\\bheld\\b|\\bkeep|\\bkept\\b|\\brates?\\b'),
  themed('withhold', 'on hold', 'on hold|halt|delay|suspend|postpon|paus|frozen|freez|stall'),
  themed(
    'withhold',
    "(?:do not|don[’']t) (?:use|publish|run|print|broadcast)|not for (?:publication|use)|no use",
    'warn|recall|hazard|danger|faulty|unsafe|contaminat|toxic|risk|poison|censor|banned?\\b|gag',
  ),
  // French
  themed(
    'kill',
    'annul[ée]e?s?|annulation',
    'annul|aura pas lieu|auront pas lieu|suspen|supprim|déprogramm|invalid|renonc',
  ),
  themed('kill', 'retrait|retir[ée]e?s?', 'retir|retrait|quitt|rappel|recul|renonc'),
  themed('kill', 'supprim[ée]e?s?|suppression', 'supprim|suppression'),
  themed(
    'withhold',
    'ne pas (?:utiliser|publier|diffuser)',
    'rappel|danger|avertit|mise? en garde|risque|défectu|censur|interdi',
  ),
  // German
  themed('kill', 'rückzug|rueckzug|zurückgezogen|meldungsrückzug', DE_AWAY),
  themed(
    'kill',
    'storno|storniert|stornierung|annulliert|annullierung|gestrichen|streichung',
    'storn|annull|streich|gestrichen|entfällt|entfallen|ausfall|fällt aus|abgesag|absag',
  ),
  themed('kill', 'gelöscht|löschung', 'lösch|daten|feuer|brand'),
  themed('withhold', 'gesperrt|sperrung|sperren', 'sperr|geschlossen'),
  themed(
    'withhold',
    '(?:bitte )?nicht (?:verwenden|veröffentlichen|senden)',
    'warn|rückruf|gefahr|gefähr|defekt|verunreinig|zensur',
  ),
  // Spanish and Portuguese
  themed(
    'kill',
    'anulad[ao]s?|anulación|anular|cancelad[ao]s?|cancelamento|anulação',
    'anul|cancel|suspend|no se (?:celebrar|disputar)|não (?:vai|será)|aplaz|adia',
  ),
  themed(
    'kill',
    'retirad[ao]s?|retiro|eliminad[ao]s?',
    'retir|abandon|repleg|marcha|elimin|clasific|derrot|venci|perdi',
  ),
  themed(
    'withhold',
    'n[oã]o? (?:usar|utilizar|publicar|difundir|divulgar)',
    'advierte|alerta|peligro|perigo|riesgo|risco|retirada|defect|censur|prohib|proib',
  ),
  // Italian
  themed(
    'kill',
    '(?:da )?annull(?:are|at[aoei]|amento)|cancellat[aoei]',
    'annull|cancell|rinvi|sospes|sospend|non si (?:terr|gioch|disput)|salta',
  ),
  themed('kill', 'ritirat[aoei]|ritiro', 'ritir|lasci|abbandon|richiam'),
  themed(
    'withhold',
    'non (?:utilizzare|usare|pubblicare|diffondere)',
    'avvert|allarme|pericol|rischi|difett|censur|viet',
  ),
  // Dutch and the languages of the North
  themed(
    'kill',
    'intrekk(?:en|ing)|ingetrokken|vervalt|vervallen|geannuleerd|annulering',
    'intrek|ingetrokken|trekt?\\b.{0,80}\\bin\\b|verval|annul|geschrapt|afgelast|gaat niet door',
  ),
  themed(
    'withhold',
    'niet (?:gebruiken|publiceren|plaatsen)',
    'waarschuw|gevaar|risico|terugroep|defect|verbod',
  ),
  themed(
    'kill',
    'stryk(?:es)?|slettes?|ut?d?går|makuler(?:a|as|es)|återkallas?|återkallad|annuller(?:es|et|t|ad|ing)|dras tillbaka|trekkes(?: tilbake)?|trækkes(?: tilbage)?|tillbakadragen',
    'stryk|slett|ut?d?gå|makul|återkall|annull|ställs? in|inställ|innstil|avlys|aflys|tillba|tilbak|tilbag|trekk|trækk|trukk',
  ),
  // Polish, Russian, Czech and Slovak, Turkish, Finnish, Hungarian, Arabic
  themed(
    'kill',
    'anulowan[aeoy]|anulowanie|anulacja|wycofan[aeoy]|wycofanie|odwołan[aeoy]',
    'anulow|wycof|odwoł|uniewa',
  ),
  themed(
    'kill',
    'аннулирован[оа]?|аннулир(?:уется|ование)|аннуляция|отмен[аы]|отменено|отзыв|отозван[оа]?|снят[оа]?|удалено',
    'аннулир|отмен|отз[ыо]в|снял|снят|снима|удал',
  ),
  themed(
    'kill',
    'zrušen[oaýéá]?|zrušení|staženo?|stažení|stiahnut[éáý]',
    'zruš|odvol|stáh|stahuj|stažen|stiah|sťah',
  ),
  themed(
    'kill',
    '(?:haber )?[iİ]ptal[iİ]?|ger[iİ] çek[iİ]ld[iİ]',
    'iptal|ertele|çekil|çekti|çekme',
  ),
  themed(
    'kill',
    'perut(?:tu|aan|us)|vedetty pois',
    'peru(?:ttu|taan|tta|nut|i\\b|u)|vetäyty|vedet',
  ),
  themed('kill', 'visszavon(?:va|ás|t)|töröl(?:ve|t)|törlés', 'visszavon|töröl|törl|lemond'),
  themed('kill', 'إلغاء|سحب', 'إلغاء|ألغ|يلغ|سحب|انسحاب'),
  // Japanese, Korean, Chinese
  themed('kill', '取り?消し?|使用禁止|配信停止', '取り?消|使用.?禁止|中止|停止'),
  themed('kill', '(?:고침[·ㆍ・])?취소|삭제', '취소|삭제'),
  themed('kill', '撤销|撤銷|作废|作廢|停用|撤回', '撤销|撤銷|作废|作廢|停用|撤回|取消'),
];

/** Of a story that much is looked at: what it is about stands there. */
const LOOKED_AT_CHARACTERS = 1_500;

/** Does the story under a label tell of what the label says? */
export function isOfNews(label: Unsure, title: string, copy: readonly string[]): boolean {
  const told = `${title}\n${copy.join('\n')}`.slice(0, LOOKED_AT_CHARACTERS);
  return label.theme.test(told);
}
