/** Mailboxes (mbox, RFC 4155): mails one behind another, each below a line "From sender date". */

/** "From wire@nordlys.example Tue Mar  5 09:00:00 2024", at the top or behind an empty line. */
const SEPARATOR =
  /(?<=^|\n\r?\n)From \S{1,200} {1,4}(?:[A-Za-z]{3},? {1,3})?(?:[A-Za-z]{3} {1,3}\d{1,2}|\d{1,2} [A-Za-z]{3}) [^\n]{4,60}\n(?=[A-Za-z][A-Za-z0-9-]{1,60}:)/g;
/** More than this is never read of one file. */
const FOUND_MAX = 1_000;

/** The mails of a mailbox without their separators; anything else is one mail as it is. */
export function mailsIn(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('latin1');
  const starts: { readonly at: number; readonly end: number }[] = [];
  for (const { 0: line, index } of text.matchAll(SEPARATOR)) {
    starts.push({ at: index, end: index + line.length });
    if (starts.length > FOUND_MAX) break;
  }
  if (starts.length < 2 || text.slice(0, starts[0]?.at).trim() !== '') return [bytes];
  return starts.map(({ end }, index) => {
    const mail = buffer.subarray(end, starts[index + 1]?.at);
    return mail.includes('\n>From ') ? unquoted(mail) : mail;
  });
}

/** A line of the copy that begins with "From " stands quoted in a mailbox. */
function unquoted(mail: Buffer): Buffer {
  return Buffer.from(mail.toString('latin1').replace(/\n>(>{0,20}From )/g, '\n$1'), 'latin1');
}
