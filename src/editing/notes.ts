/** Editors' notes: which may be shown, and which never leave the store. */
import type { Note } from '../news/take.ts';
import { eachParagraph, type Sheet, type Verdict } from './sheet.ts';

/** From such a line on, nothing is for publication, until a line says that it ends. */
const SECTION =
  /^[-–—_=*#(["' ]{0,8}(?:(?:The )?(?:following|below)(?: \w+){0,4} (?:is|are) not (?:intended )?for (?:publication|release|use)|Not for (?:publication|release|broadcast)(?!.{0,60}\b(?:before|until|till|prior)\b)|Notizblock|Redaktionelle Hinweise|Internal (?:note|use only)|For internal use|Do not publish (?:below|the following)|Die folgenden (?:Informationen|Angaben) sind nicht|dpa-Notizblock|Contacts? for editors|Kontakt für die Redaktion|Internet:? ?$)/iu;
const SECTION_END =
  /^[-–—_=*#(["' ]{0,8}(?:End of (?:note|notes|section|internal|non-public)|For publication|Publishable text|Text for publication)\b/iu;
const PRIVATE =
  /^[([*_#-]{0,3}\s?(?:Eds|Editors|Eds\.? note|Note to (?:editors|desks?|clients|subscribers)|Notes? (?:to|for) (?:the )?(?:editors?|desks?|newsrooms?|media)|Attn(?: editors)?|Attention(?: editors)?|Attention,? news(?:rooms?| desks?)|Desks?|News ?desk|Editors only|Media contacts?|Press contacts?|Contacts?|Contact information|Reporter(?:'s)? contact|Reporter|For (?:more|further) information|For questions|Questions|Phone|Tel|Tel\.|Telephone|Mobile|Cell|E-?mail|Fax|Hinweis an die Redaktion(?:en)?|Achtung Redaktionen|Ansprechpartner|Autor|Redaktion|Internal)\s?(?:\(s\))?\s?[:;–—-]/iu;
const PUBLIC =
  /^[([*_#-]{0,3}\s?(?:Editor[’']s notes?|Editors?[’'] note|Ed(?:itor)? note|Clarification|Correction|Corrections and clarifications|Note to readers|Hinweis|Redaktioneller Hinweis|Anmerkung der Redaktion|Korrektur(?:-?hinweis(?=\s))?|Berichtigung)\b(?:,? \(?\p{L}{3,9}\.? \d{1,2},? \d{4}\)?)?\s?[:.–—-]/iu;
/** "(Adds quote in paragraph 3)" and the like, and "(This version corrects ...)". */
const ADVISORY =
  /^[([]\s?(?:Adds?|Adding|Updates?|Updating|Recasts?|Corrects?|Refiles?|Refiled|Rewrites|Repeats?|Removes?|Fixes|Clarifies|Changes|Deletes|Inserts|Restores|Releads|Leads? with|New throughout|Makes clear|Drops|Edits|Trims|This (?:version|story|article|item|report|has|corrects|is a)|The story|In (?:paragraph|para|graf)|In [^()]{3,40} (?:story|item|headline)\b|Zusammenfassung|Neu:|neu:|Berichtigt|Berichtigung|Korrigiert|Wiederholung|Ergänzt|Aktualisiert|Corrige|Rectifie|Corregge|Rettifica|Corrigeert|Rättar|Retter|Actualise|Actualiza|Aggiorna|Annule et remplace)\b[^]{0,700}[)\]]$/u;
const ADVISORY_PLAIN =
  /^(?:This (?:version|story|article|item|report) (?:corrects|has been (?:corrected|updated)|was (?:corrected|updated)|updates|clarifies|is a (?:refile|repeat))|Corrects|Refiles to|Adds (?:details|quotes?|background|comment)|Updates with|Recasts)\b[^]{0,500}$/u;

/** "Nieuw bericht, vervangt: ..." over the copy that stands in for what was sent before. */
const STANDS_IN =
  /^[([*_#-]{0,3}\s?(?:(?:nieuw(?:e)? (?:bericht|versie)|neue (?:meldung|fassung)|new (?:story|version)|nouvelle version|nueva versión|nuova versione|ny (?:versjon|version|melding))[,:]? )?(?:vervangt|ersetzt|replaces|remplace|sustituye|sostituisce|erstatter|ersätter)(?: [\p{L}\d-]{2,20}){0,4}\s?:/iu;
/** "N i e u w": a word set wide. */
const SET_WIDE = /(?<!\p{L})(?:\p{L} ){3,}\p{L}(?!\p{L})/gu;

const PHONE = /(?:\+\d|\(?0?\d{2,5}\)?)[\d ()./-]{6,18}\d/;
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})/;
const CONTACT_WORD =
  /\b(?:tel|phone|telephone|call|mobile|cell|desk|newsroom|contact|reporter|editors?|fax|e-?mail|redaktion|autor(?:in)?|telefon|handy|reached at|bureau)\b/iu;

/** Lines drawn above and below a notice. */
const RULERS = /^[-=_*]{6,} |[ ]?[-=_*]{6,}$/g;

/** Moves notes out of the paragraphs; those that the format gave stay as they are. */
export function setNotesAside(sheet: Sheet): Sheet {
  let secret = false;
  return eachParagraph(sheet, (raw, index, now): Verdict => {
    const paragraph = raw.replace(RULERS, '');
    if (SECTION_END.test(paragraph)) {
      secret = false;
      return { why: 'note not for publication', set: withNote(now, paragraph, false) };
    }
    secret ||= paragraph.length < 400 && SECTION.test(paragraph);
    if (secret) return { why: 'note not for publication', set: withNote(now, paragraph, false) };
    if (isContact(paragraph)) return { why: 'contact', set: withNote(now, paragraph, false) };
    const narrow = paragraph.replace(SET_WIDE, (word) => word.replaceAll(' ', ''));
    if (PRIVATE.test(paragraph) || (index < 2 && STANDS_IN.test(narrow))) {
      return { why: 'note not for publication', set: withNote(now, paragraph, false) };
    }
    const advisory = ADVISORY.test(paragraph) || (index < 2 && ADVISORY_PLAIN.test(paragraph));
    const telling = PUBLIC.test(paragraph) && (index > 0 || paragraph.length < 600);
    if (!advisory && !telling) return { keep: raw };
    if (!isFitForReaders(paragraph)) {
      return { why: 'note not for publication', set: withNote(now, paragraph, false) };
    }
    return { why: "editor's note", set: withNote(now, withoutBrackets(paragraph), true) };
  });
}

/** A note with a phone number or an address in it is never public, whatever it is called. */
export function isFitForReaders(text: string): boolean {
  return !ADDRESS.test(text) && !(PHONE.test(text) && CONTACT_WORD.test(text));
}

/** A line that only says how to reach someone. */
function isContact(paragraph: string): boolean {
  if (paragraph.length > 240) return false;
  const reach = PHONE.test(paragraph) || ADDRESS.test(paragraph);
  if (!reach) return false;
  const prose = /\b(?:said|says|told|was|were|killed|according)\b/i.test(paragraph);
  if (prose) return false;
  return CONTACT_WORD.test(paragraph) || ADDRESS.test(paragraph) || /\+\d/.test(paragraph);
}

function withNote(sheet: Sheet, text: string, isPublic: boolean): { notes: readonly Note[] } {
  const known = sheet.notes.some((each) => each.text === text);
  return { notes: known ? sheet.notes : [...sheet.notes, { text, public: isPublic }] };
}

function withoutBrackets(text: string): string {
  return /^[([][^]{1,2000}[)\]]$/.test(text) ? text.slice(1, -1).trim() : text;
}
