/** A mail that was forwarded inside another: the line above it, its header fields, its text. */

export type Forwarded = {
  /** what whoever forwarded it wrote above: to the desk, not for readers */
  readonly above: string;
  readonly subject: string | null;
  readonly text: string;
};

const OPENS =
  /^(?:[-_]{2,20} ?(?:Forwarded message|Original message|Weitergeleitete (?:Nachricht|E-?Mail)|Ursprüngliche Nachricht|Message (?:transféré|d'origine)|Mensaje reenviado|Messaggio inoltrato) ?[-_]{2,20}|(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-?Mail)|Début du message réexpédié) ?:)[ \t]*$/im;
const FIELD =
  /^[>*\s]{0,4}(From|Von|De|Da|Date|Datum|Fecha|Data|Sent|Gesendet|Envoyé|Subject|Betreff|Objet|Asunto|Oggetto|To|An|À|Para|A|Cc|Kopie|Reply-To|Antwort an)\*?[ \t]?:\*?[ \t]{0,4}([^\n]*)$/i;
const SUBJECT = /^(?:Subject|Betreff|Objet|Asunto|Oggetto)$/i;
const FIELDS_MAX = 12;

/** Some programs set no line above the fields: who, when and what in a row are enough. */
const BARE_FIELDS =
  /^\*?(?:From|Von|De|Da):[^\n]{0,300}\n(?:\*?\p{L}[\p{L} -]{0,20}\s?:[^\n]{0,600}\n){0,4}?\*?(?:Subject|Betreff|Objet|Asunto|Oggetto)\s?:/imu;

/** The mail that a text forwards; null when it forwards none. Linear in the text. */
export function forwardedIn(text: string): Forwarded | null {
  const opens = OPENS.exec(text);
  const found = opens ?? BARE_FIELDS.exec(text);
  if (found === null) return null;
  const lines = text.slice(found.index + (opens?.[0].length ?? 0)).split('\n');
  let subject: string | null = null;
  let fields = 0;
  let at = 0;
  for (; at < lines.length && fields < FIELDS_MAX; at += 1) {
    const line = lines[at] ?? '';
    const field = FIELD.exec(line);
    if (field === null && (line.trim() !== '' || fields > 0)) break;
    if (field === null) continue;
    fields += 1;
    if (SUBJECT.test(field[1] ?? '')) subject = field[2]?.trim() || null;
  }
  const rest = lines.slice(at).join('\n');
  if (fields === 0 || rest.trim() === '') return null;
  return { above: text.slice(0, found.index).trim(), subject, text: rest };
}
