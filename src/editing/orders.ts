/** Orders to kill or to hold a story, as desks word them: lines above the copy and editors' notes. */
import type { Order } from './label-words.ts';
import { foreignOrder, saysReplaces } from './order-tongues.ts';

const NOUN =
  '(?:stor(?:y|ies)|items?|articles?|cop(?:y|ies)|reports?|dispatch(?:es)?|versions?|takes?|alerts?|write-?thrus?|meldung(?:en)?)';
const DETERMINED = '(?:the|this|that|these|our|its|all|any|from|above|previous|earlier|following)';
/** What an id or a slug looks like in an order. */
const NAMED = '(?:(?:bc|am|pm)s?-\\S|[a-z]{0,2}\\d{3,5}\\b|slugged\\b|headlined\\b)';
const ADDRESSED =
  '(?:^|[.!:=] |[-–—] |\\b(?:editors?|eds|clients|subscribers|desks?|newsrooms?)[:,;] )(?:please |kindly |bitte )?';
const KILL_VERB =
  "(?:kill|disregard|ignore|discard|eliminate|withdraw|delete|remove|retract|take down|take no account of|stop using|destroy|spike|cancel|void|do not (?:use|run|publish|print|post|broadcast)|don't use)";
const RECIPIENTS =
  '(?:subscribers|clients|customers|editors|members|newspapers|broadcasters|publishers|recipients|users|desks|newsrooms|media(?: outlets)?)';

/** Imperatives: nobody but a desk speaks so, wherever it stands at the top. */
const KILL_COMMANDS: readonly RegExp[] = [
  new RegExp(`${ADDRESSED}${KILL_VERB}\\b(?: ${DETERMINED})*(?: \\S{1,40}){0,3} ${NOUN}\\b`, 'iu'),
  new RegExp(
    `${ADDRESSED}(?:withhold and )?(?:kill|eliminate|cancel|do not use|destroy|discard) (?:\\S{1,30} ){0,5}${NAMED}`,
    'iu',
  ),
  new RegExp(`${ADDRESSED}(?:withhold and )?kill all\\b`, 'iu'),
  new RegExp(`${ADDRESSED}(?:disregard|ignore) (?:\\S{1,30} ){0,3}${NAMED}`, 'iu'),
  /\b(?:would like|wishes|wants) to recall the message\b/iu,
  /(?:^|[.!:;,] | [-–—] )(?:and )?please (?:disregard|ignore|kill|discard)\s?(?:[.!]|$)|^\W{0,6}(?:disregard|ignore) (?:the )?previous\b/iu,
  /\ba (?:mandatory |bulletin )?kill is (?:mandatory|advised|required|advisable)(?=\s?[.!;,)]|$)|\bthis is a (?:mandatory |bulletin |legal )?kill\b(?=\s?[.!;,)]|$| of| for| notice)/iu,
  /\bmake certain (?:that )?the story is not used\b|\b(?:is|has been) withdrawn\b.{0,60}\bno (?:replacement|substitute)\b/iu,
  new RegExp(
    `\\b${RECIPIENTS} (?:(?:are|is) (?:asked|requested|advised|urged|required|instructed) (?:to (?:kill|delete|remove|withdraw|disregard|not use|stop using)|not to (?:use|publish|run|print))|(?:should|must) (?:not (?:use|publish|run|print)|kill|delete|remove|withdraw|disregard))\\b(?: \\S{1,30}){0,6} ${NOUN}\\b`,
    'iu',
  ),
  /\bbitte (?:\S{1,30} ){0,3}(?:meldung|text|bericht)\b.{0,100}\b(?:löschen|nicht (?:zu )?verwenden|streichen|nicht(?=[.!]))|\bbitten?,? (?:sie,? )?(?:die|diese) meldung nicht\b|\bbitte ziehen sie (?:die|diese) meldung\b|^\W{0,6}(?:achtung\W{1,4})?meldung zurückgezogen\b|\bbitte (?:streichen|löschen|verwenden) sie (?:die|diese|unsere) (?:meldung|bericht)\b|\b(?:wir|dpa|apa|afp|sda|epd|kna) zieh(?:en|t) (?:die|diese|unsere|ihre) (?:meldung|berichterstattung)\b/iu,
  /\b(?:prière|priere|merci|veuillez|nous vous prions)(?: d['’]| de| bien)?\s{0,2}(?:\S{1,12} ){0,2}?(?:annuler|supprimer|retirer|ne pas (?:tenir compte|utiliser|publier|diffuser|prendre en compte))\b.{0,40}\b(?:dépêche|depeche|article|papier|information|texte|alerte|version)/iu,
  /\bannule (?:sa|la|notre) (?:dépêche|depeche|précédente)|^cette dépêche annule\b|\bqueda anulada la (?:noticia|nota|información)\b|\banulujemy (?:depeszę|informację)|\b(?:meldingen|saken|telegrammet|artikkelen|nyheten)\b.{0,60}\b(?:trekkes tilbake|er trukket|annulleres)|\bhar annulleret (?:telegrammet|historien|artiklen)|\bvennligst (?:trekk|slett|ikke bruk)\b/iu,
  /\b(?:rogamos|se ruega|les rogamos|por favor|favor de|pedimos),?\s(?:\S{1,12} ){0,2}?(?:anul(?:en|ar)|elimin(?:en|ar)|no (?:usar|utilizar|publicar|usen|utilicen|publiquen|difundan)|desechen|descartar)\b.{0,40}\b(?:noticia|nota|despacho|información|teletipo|texto)/iu,
  /\b(?:si prega di|pregasi|vogliate|preghiamo di) (?:annullare|non (?:utilizzare|usare|pubblicare))\b.{0,40}\b(?:notizia|lancio|nota|dispaccio|testo)|\b(?:favor|pedimos|solicitamos)(?: que)? (?:anul\S{2,4}|desconsider\S{2,4}|cancelar|não (?:usar|publicar|utilizar))\b.{0,40}\b(?:notícia|nota|matéria|texto|reportagem)/iu,
  /(?:記事|速報|本記|本稿|原稿|配信).{0,40}(?:を|は|、).{0,8}(?:取り?消します|取り?消し(?:て|と)|撤回します|削除して|使用しないで|使わないで)/u,
  /(?:稿件|此稿|该稿|本稿).{0,20}(?:撤销|作废|撤回|停止使用|请勿(?:使用|刊用|采用))|(?:请勿|停止)(?:使用|刊用|采用).{0,10}稿/u,
  /(?:يرجى|الرجاء|نرجو) (?:عدم (?:استخدام|نشر)|إلغاء|حذف).{0,20}(?:الخبر|البرقية|النبأ|المادة)|(?:نسحب|نلغي) (?:\S{1,8} )?(?:الخبر|البرقية|النبأ|المادة)/u,
  /^\W{0,6}[a-z]{0,2}\d{3,5}\b.{0,60}\bis (?:hereby )?(?:killed|withdrawn|cancell?ed)\W{0,3}$/iu,
  /\b(?:do not|don't) (?:use|publish|run|print|broadcast)(?:,? (?:or |and )?(?:otherwise )?(?:use|publish|run|print|broadcast|distribute|post|transmit)){1,4} this (?:story|item|article|copy|report)\b/iu,
  /^\W{0,6}(?:(?:nyhets)?meldingen|telegrammet|telegramet) (?:utgår|udgår|strykes|stryges|makuleres)(?!\p{L})/iu,
  /\bberita (?:ini |di atas |tersebut )?(?:telah |sudah )?(?:dibatalkan|ditarik(?: balik)?)(?=\W*$|[.;,])|\b(?:mohon|harap|sila) (?:tidak|jangan) (?:menggunakan|gunakan|siarkan|menyiarkan) berita\b/iu,
  /기사.{0,30}(?:취소합니다|취소되었습니다|취소하오니|삭제합니다|삭제해 주|철회합니다|사용하지 마)/u,
  /(?:просьба|просим) (?:не использовать|аннулировать|снять|считать недействительн).{0,60}(?:сообщени|новост|материал)|(?:сообщение|новость|материал).{0,80}аннулир(?:уется|овано?)/iu,
];
/** Statements that copy is withdrawn: news when anybody is quoted for it. */
const GONE = '(?:withdrawn|killed|retracted|deleted|removed|taken down|cancell?ed|spiked|pulled)';
const STATED_NOUN = '(?:story|stories|item|items|article|dispatch|version|copy)';
const BY_OTHERS =
  '(?! (?:by (?!the (?:agency|news desk))|from (?!the wire|our|its? wire|service)|in |last |over |at |after (?:a|the|its) ))';
const KILL_STATEMENTS: readonly RegExp[] = [
  /^(?:story )?(?:withdrawn|retracted|killed)[.!]\s/iu,
  new RegExp(
    `(?:^|[.!:] | [-–—] )(?:editors, )?(?:this|our|the (?:above|below|following|earlier|previous|preceding))(?: \\S{1,30}){0,3}? (?:${STATED_NOUN}|report)\\b.{0,160}?\\b(?:has been|have been|is(?: being)?|are(?: being)?|stands?|was|were) (?:hereby |now )?${GONE}\\b(?! from (?!the wire|our|its? wire|service))`,
    'iu',
  ),
  new RegExp(
    `(?:^|[.!:] |\\b(?:advised|informed|note) that )the ${STATED_NOUN}(?: (?:["“(]|in this|headlined|slugged|titled|sent|transmitted|moved|issued|published|filed|about|on|under|above|below).{0,160}?)? (?:has been|have been|is(?: being)?|are(?: being)?|stands?|was|were) (?:hereby |now )?${GONE}\\b${BY_OTHERS}`,
    'iu',
  ),
  new RegExp(
    `(?:^|[.!:] )we (?:are |have |hereby |must )?(?:now )?(?:withdraw(?:n|ing)?|retract(?:ed|ing)?|kill(?:ed|ing)?|remov(?:ed|ing)|delet(?:ed|ing)|pull(?:ed|ing)|spik(?:ed|ing)) (?:(?:our|the|this|an?)(?: \\S{1,30}){0,3}? (?:${STATED_NOUN}|report)\\b|(?:bc|am|pm)s?-\\S)`,
    'iu',
  ),
  /\b(?:story|item|article|dispatch)\b.{0,100}\b(?:was|were|has been) (?:sent|transmitted|moved|issued|filed|published|distributed) (?:in error|by mistake|erroneously|prematurely)\b/iu,
  /\b(?:this|the|the above) (?:story|article|dispatch|copy|report)(?: .{0,80})? (?:should|must|may|is) (?:no longer |not )(?:to )?be (?:used|published|printed|broadcast|distributed)\b(?! (?:before|until|till|without|prior|in|as|to|for|by|outside|after))/iu,
  /\b(?:die|diese|unsere) meldung\b.{0,120}\b(?:wird|wurde|ist)(?: hiermit)? (?:zurückgezogen|gestrichen|annulliert|storniert)/iu,
  /\b(?:la|cette|notre) (?:dépêche|depeche|alerte)\b.{0,120}\b(?:est|a été) (?:annulée|retirée|supprimée)/iu,
  /\b(?:la|esta|nuestra) (?:noticia|nota|información)\b.{0,120}\b(?:queda|ha sido|está) (?:anulada|retirada|eliminada)/iu,
  /\b(?:die|diese) (?:meldung|berichterstattung)\b.{0,80}\bist gegenstandslos/iu,
];
/** Who tells of something is quoted: an order quotes nobody. */
const QUOTED =
  /\b(?:said|says?|told|according to|announced|sagte|teilte|selon|a déclaré|a dit|dijo|según|ha detto|secondo)\b/iu;
const NOT_KILL = /\b(?:police|attackers?|gunm[ae]n|rebels|senators?|lawmakers)\b.{0,40}\bkill/iu;

const HOLD_COMMANDS: readonly RegExp[] = [
  /\b(?:this|the|our) (?:story|item|article|report) is on hold\b|^\W{0,6}(?:story|item) on hold\b|(?:^|[.!:] )we are (?:withholding|holding) (?:the|this|our) (?:story|item|article|report)\b/iu,
  new RegExp(
    `${ADDRESSED}(?:hold|withhold)\\b(?! for (?:release|use)| until| till)(?: \\S{1,40}){0,4}(?: (?:story|stories|item|article|copy|report|dispatch|dpa|meldung|version)\\b|$)`,
    'iu',
  ),
  new RegExp(
    `${ADDRESSED}(?:hold|withhold) (?!for |until |till )(?:\\S{1,30} ){0,3}?${NAMED}`,
    'iu',
  ),
  /\bbitte (?:die )?meldung\b.{0,80}\b(?:zurückhalten|vorerst nicht)|\bbitte halten sie (?:die|diese) meldung\b|\b(?:veuillez|prière de|merci de) (?:suspendre|retenir|bloquer)\b.{0,60}\b(?:dépêche|article|papier|texte)/iu,
  /(?:^|[.!] )please (?:do not|don't) (?:use|publish|run|print|broadcast|post)(?: (?:it|this))?\s?(?:[.!]|$)/iu,
  /^\W{0,6}(?:please )?(?:do not|don't) (?:use|publish|run|print|broadcast|post)(?: (?:yet|this|it|pending .{1,40}))?\s?[.!*]{0,5}$/iu,
];

/** "The Calder Press has withdrawn its story …": an order when it is the provider that says so. */
const BY_AGENCY = new RegExp(
  `^(?:[^:.]{0,30}: )?(?:the )?(\\S[^:]{0,40}?) (?:(?:has|is|have|are) (?:now |hereby )?(?:withdraw(?:n|ing)|retract(?:ed|ing)|kill(?:ed|ing)|remov(?:ed|ing)|pull(?:ed|ing)|delet(?:ed|ing))|withdraws|retracts|kills) (?:its|an?|the|this)(?: \\S{1,30}){0,3}? (?:${STATED_NOUN}|report)\\b`,
  'iu',
);

/** Of a paragraph that is longer, the opening is looked at: orders come first. */
const LINE_CHARACTERS_MAX = 600;
const OPENING_CHARACTERS = 250;

/**
 * The order that a line at the top of copy gives; null when it is copy.
 * @param names whose copy it is
 */
export function orderOfLine(copy: string, names: readonly string[]): Order | null {
  const line = copy.length > LINE_CHARACTERS_MAX ? copy.slice(0, OPENING_CHARACTERS) : copy;
  const isOurs = (name: string): boolean => names.some((each) => isSameName(each, name));
  const order =
    phrasedOrder(line, isOurs) ?? (QUOTED.test(line) ? null : foreignOrder(line, isOurs));
  return order !== null && saysReplaces(line) ? null : order;
}

function phrasedOrder(line: string, isOurs: (name: string) => boolean): Order | null {
  if (!WORTH_A_LOOK.test(line)) return null;
  const isPlain = !QUOTED.test(line);
  if (isPlain && HOLD_FIRST.test(line)) return 'withhold';
  const speaker = BY_AGENCY.exec(line)?.[1];
  if (speaker !== undefined && isOurs(speaker)) return 'kill';
  const told = [...(isPlain ? [line] : []), ...line.split(SENTENCE_END)];
  if (told.some((each) => isKill(each))) return 'kill';
  return told.some((each) => isHold(each)) ? 'withhold' : null;
}

/** Every order holds one of these; most lines of copy hold none. */
const WORTH_A_LOOK =
  /kill|disregard|ignor|discard|elimin|withdr|withh|\bhold|delet|remov|retract|cancel|tak(?:en?|ing) down|tak\S{1,3} no account|stop using|pull(?:ed|ing)|void|destroy|spike|not (?:to )?(?:use|be|run|pub|print|post|broad)|n't|error|mistake|erroneous|premature|recall|annul|anul|supprim|retir|verwend|lösch|streich|zieh|zurück|gegenstand|utili|publi|desech|\bno us[ae]|desconsider|suspend|retenir|bloquer|tenir compte|utgår|udgår|stryk|stryges|makul|dibatalkan|ditarik|siarkan|gunakan|trekk|trukket|slett|bruk|取|撤|削除|使用|作废|请勿|취소|삭제|철회|사용|аннулир|использовать|снять|недейств|خبر|برقية|نبأ/iu;
const SENTENCE_END = /(?<=[.!?。]["”]?)\s+/u;
/** Held for a time, whatever else is asked. */
const HOLD_FIRST =
  /\b(?:do not|don't) (?:use|publish|run|print|broadcast)\b.{0,60}\buntil (?:further notice|cleared|confirmed|told|advised)\b/iu;

/** A sentence that quotes somebody orders nothing, unless it speaks to editors by name. */
const isSpoken = (sentence: string): boolean =>
  QUOTED.test(sentence) && !/\b(?:editors?|eds|clients|subscribers)[:,;] /i.test(sentence);

function isKill(sentence: string): boolean {
  if (NOT_KILL.test(sentence) || isSpoken(sentence)) return false;
  if (KILL_COMMANDS.some((each) => each.test(sentence))) return true;
  return !QUOTED.test(sentence) && KILL_STATEMENTS.some((each) => each.test(sentence));
}

const isHold = (sentence: string): boolean =>
  !isSpoken(sentence) && HOLD_COMMANDS.some((each) => each.test(sentence));

const plain = (name: string): string => name.toLowerCase().replace(/^the /, '');
const initials = (name: string): string => (plain(name).match(/\b\p{L}/gu) ?? []).join('');

/** "AP" is the Associated Press. */
function isSameName(one: string, other: string): boolean {
  return (
    plain(one) === plain(other) || initials(one) === plain(other) || plain(one) === initials(other)
  );
}

/** Whole notes, or their first words: whoever writes to editors needs no more. */
const KILL_NOTE =
  /^\W{0,6}(?:(?:editors?|eds|desk|note|attention)[ :,-]{1,3})?(?:(?:legal|mandatory|bulletin|story|item) )?(?:kill(?:ed)?|withdrawn?|retract(?:ed)?|spiked?|cancell?ed)(?=\s?[-–—:.!;,]|$| this(?: story| item| copy| one)?\W{0,3}$| pending| due| because| by | at | on | -)|^\W{0,6}(?:sent|transmitted|moved|filed|published) (?:in error|by mistake)/iu;
const HOLD_NOTE =
  /^\W{0,6}(?:(?:editors?|eds|desk|note|attention)[ :,-]{1,3})?(?:(?:legal|please|on) )?(?:hold|withhold|withheld)(?=\s?[-–—:.!;,]|$| pending| due| because| while)(?!\s?[-–—:.!;,]{0,2}\s?(?:for|until|till)\b)|^\W{0,6}(?:do not|don't) (?:use|publish|run|print|broadcast)(?=\s?[-–—:.!;,]|$| yet| pending)|^\W{0,6}not (?:yet )?(?:cleared|approved|released)(?: for (?:publication|use|release))?\b/iu;

/** The order that a note to editors gives; null when it gives none. */
export function orderOfNote(note: string, names: readonly string[]): Order | null {
  const text = note.slice(0, 600);
  if (KILL_NOTE.test(text)) return 'kill';
  return orderOfLine(text, names) ?? (HOLD_NOTE.test(text) ? 'withhold' : null);
}
