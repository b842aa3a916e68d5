/** E-mail (RFC 5322 and MIME): subject as headline, the text part as copy; attachments are no stories. */
import { problem } from '../../news/problem.ts';
import { blankCopy, type Copy } from '../../news/take.ts';
import { mailFormOf } from './email-form.ts';
import { readFeedDate } from './feed-dates.ts';
import type { Decoded, FormatReader, Parsed } from './format.ts';
import { paragraphsOf } from './markup.ts';
import { mailsIn } from './mailbox.ts';
import { headerText, readMessage, type Message } from './mime.ts';
import { postalMime } from './packages.ts';
import { titleIds } from './related-ids.ts';

export const emailReader: FormatReader = { name: 'email', detect: isEmail, parse: parseEmail };

const PARAGRAPHS_MAX = 2_000;
const MAILS_MAX = 500;
const SIGNATURE_CHARACTERS_MAX = 2_000;
const FIELD = /^[A-Za-z][A-Za-z0-9-]{1,60}:(?:\s|$)/;
/** Fields that only a mail has; plain text may begin with "Date:" and "Source:" too. */
const OF_MAIL =
  /^(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-Received|Content-Type|Reply-To|DKIM-Signature):/im;
const ADDRESSED = /^From:[^\n]{0,200}@[^\n]{1,200}$/im;

function isEmail({ text }: Decoded): boolean {
  const head = text
    .slice(0, 4_096)
    .replace(/^\s+/, '')
    .replace(/^From \S[^\n]{0,200}\n/, '');
  const fields = head.split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? '';
  const lines = fields.split(/\r?\n/).slice(0, 12);
  // The last line may have been cut in the middle by the 4 kB.
  if (
    !FIELD.test(lines[0] ?? '') ||
    !lines.every((line) => FIELD.test(line) || /^[ \t]/.test(line))
  )
    return false;
  const hasSubject = /^(?:Subject|Date|To):/im.test(fields);
  return (OF_MAIL.test(fields) || (ADDRESSED.test(fields) && hasSubject)) && lines.length > 1;
}

/** One mail, or a mailbox of many (RFC 4155). */
function parseEmail({ bytes }: Decoded): Parsed {
  const mails = mailsIn(bytes);
  const read = mails.slice(0, MAILS_MAX).map(parseMail);
  const problems = read.flatMap((each) => each.problems);
  if (mails.length > MAILS_MAX)
    problems.push(problem('too-many', `Only the first ${MAILS_MAX} e-mails were read.`));
  return { copies: read.flatMap(({ copies }) => copies), problems };
}

function parseMail(bytes: Uint8Array): Parsed {
  const message = readMessage(bytes);
  const blocks = blocksOf(message);
  const copy = copyOf(message, blocks);
  const form = mailFormOf(blocks.join('\n'));
  const filled = form === null ? copy : { ...copy, ...form };
  if (filled.headline === null && filled.paragraphs.length === 0)
    return { copies: [], problems: [problem('empty', 'The e-mail has no subject and no text.')] };
  const sentence = 'The e-mail is nested too deeply: only its outer parts were read.';
  const problems = message.isTooDeep ? [problem('too-complex', sentence)] : [];
  return { copies: [filled], problems };
}

function copyOf(message: Message, paragraphs: readonly string[]): Copy {
  const received = message.headers.get('received')?.split(';').at(-1);
  const date = message.headers.get('date') ?? received;
  const sentAt = readFeedDate(date);
  const subject = headerText(message, 'subject');
  const unread =
    sentAt !== null ? [] : [problem('date', 'The e-mail has no date that can be read.')];
  const ids = (name: string): string[] =>
    headerText(message, name)?.match(/[^<>\s]+@[^<>\s]+/g) ?? [];
  return {
    ...blankCopy('email'),
    guid: ids('message-id')[0] ?? headerText(message, 'message-id'),
    sentAt,
    headline: subject,
    language: headerText(message, 'content-language')?.split(',')[0] ?? null,
    paragraphs: paragraphs.slice(0, PARAGRAPHS_MAX),
    replaces: [
      ...[...ids('supersedes'), ...ids('replaces'), ...ids('obsoletes')].slice(0, 10),
      ...titleIds(subject, sentAt?.slice(0, 10) ?? null),
    ],
    provider: senderOf(message),
    problems: unread,
  };
}

/** The name of the sender, never the address: addresses are not for readers. */
function senderOf(message: Message): string | null {
  const from = headerText(message, 'from');
  const sender = from === null ? undefined : postalMime().addressParser(from)[0];
  const name = sender?.name.trim() ?? '';
  return name === '' || name.includes('@') ? null : name.slice(0, 100);
}

/** The plain part, else the HTML one; the signature below "-- " is no copy. */
function blocksOf(message: Message): string[] {
  const plain = message.parts.filter(({ kind }) => kind === 'plain').map(({ text }) => text);
  const text = plain.join('\n\n').replace(/\r\n?/g, '\n');
  const story = withoutSignature(text);
  if (/\S/.test(story)) {
    const blocks = story.split(/\n[ \t]*\n/).map((block) => block.trim());
    return blocks.filter((block) => block !== '');
  }
  return message.parts
    .filter(({ kind }) => kind === 'html')
    .flatMap((part) => paragraphsOf(part.text));
}

function withoutSignature(text: string): string {
  const at = Math.max(text.lastIndexOf('\n-- \n'), text.lastIndexOf('\n--\n'));
  return at > 0 && text.length - at < SIGNATURE_CHARACTERS_MAX ? text.slice(0, at) : text;
}
