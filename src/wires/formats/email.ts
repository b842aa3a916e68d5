/** E-mail (RFC 5322 and MIME): subject as headline, the text part as copy; attachments are no stories. */
import { problem } from '../../news/problem.ts';
import { blankCopy, type Copy } from '../../news/take.ts';
import { mailFormOf } from './email-form.ts';
import { readFeedDate } from './feed-dates.ts';
import type { Decoded, FormatReader, Parsed } from './format.ts';
import { paragraphsOf } from './markup.ts';
import { mailsIn } from './mailbox.ts';
import { forwardedIn } from './forwarded.ts';
import { fieldText, headerText, readMessage, type Message } from './mime.ts';
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
  const story = storyOf(message);
  const copy = copyOf(message, story);
  const form = mailFormOf(story.blocks.join('\n'));
  const filled = form === null ? copy : { ...copy, ...form };
  if (filled.headline === null && filled.paragraphs.length === 0)
    return { copies: [], problems: [problem('empty', 'The e-mail has no subject and no text.')] };
  const sentence = 'The e-mail is nested too deeply: only its outer parts were read.';
  const problems = message.isTooDeep ? [problem('too-complex', sentence)] : [];
  return { copies: [filled], problems };
}

const FORWARDS = /^(?:(?:fwd?|wg|tr|rv|i)\s?:\s{0,3}){1,5}/i;

function copyOf(message: Message, { blocks, above, inner }: Story): Copy {
  const received = message.headers.get('received')?.split(';').at(-1);
  const date = message.headers.get('date') ?? received;
  const sentAt = readFeedDate(date);
  const written = headerText(message, 'subject');
  const isForwarded = FORWARDS.test(written ?? '');
  const subject = isForwarded ? (inner ?? written?.replace(FORWARDS, '') ?? null) : written;
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
    paragraphs: blocks.slice(0, PARAGRAPHS_MAX),
    // orders may stand in either: neither is for readers
    notes: [above, inner === null || inner === subject ? null : `Subject: ${inner}`].flatMap(
      (text) => (text ? [{ text, public: false }] : []),
    ),
    replaces: [
      ...[...ids('supersedes'), ...ids('replaces'), ...ids('obsoletes')].slice(0, 10),
      ...(isOrder(subject, blocks) ? ids('in-reply-to').slice(0, 1) : []),
      // what is forwarded may be of the day before
      ...titleIds(isForwarded ? `Fwd: ${subject}` : subject, sentAt?.slice(0, 10) ?? null),
    ],
    provider: senderOf(message),
    problems: unread,
  };
}

const ORDERED =
  /^(?:(?:re|aw|sv|fwd?|wg)\s?:\s{0,3}){0,3}(?:KILL|HOLD|WITHHOLD|WITHDRAWN|CORRECTION|CORRECTED|CORRECTIVE|KORREKTUR|BERICHTIGUNG)\b/;
const ASKED =
  /\b(?:please|bitte) (?:kill|hold|withhold|withdraw|disregard|delete|retract|do not use)\b|\bkill is mandatory\b/i;

/** A kill, hold or correction that answers a mail is about that mail; other answers are copy of their own. */
function isOrder(subject: string | null, blocks: readonly string[]): boolean {
  return ORDERED.test(subject ?? '') || ASKED.test(blocks.join(' ').slice(0, 600));
}

/** The name of the sender, never the address: addresses are not for readers. */
function senderOf(message: Message): string | null {
  const from = headerText(message, 'from');
  const sender = from === null ? undefined : postalMime().addressParser(from)[0];
  const name = sender?.name.trim() ?? '';
  return name === '' || name.includes('@') ? null : name.slice(0, 100);
}

type Story = {
  readonly blocks: readonly string[];
  /** what whoever forwarded it wrote above */
  readonly above: string | null;
  /** the subject of the mail that was forwarded */
  readonly inner: string | null;
};

/** A plain part that is this much shorter than the HTML beside it only says that there is one. */
const STAND_IN_SHARE = 0.4;
const STAND_IN_CHARACTERS_MAX = 400;

/** The plain part, else the HTML one; the signature below "-- " is no copy. */
function storyOf(message: Message): Story {
  const inner = fieldText(message.innerSubject);
  const textOf = (kind: 'plain' | 'html'): string[] =>
    message.parts.filter((part) => part.kind === kind).map(({ text }) => text);
  const text = withoutSignature(textOf('plain').join('\n\n').replace(/\r\n?/g, '\n'));
  const isShort = text.length < STAND_IN_CHARACTERS_MAX;
  const marked = isShort ? textOf('html').flatMap((each) => paragraphsOf(each)) : [];
  const share = /\b(?:html|browser)\b/i.test(text) ? 1 : STAND_IN_SHARE;
  if (text.trim().length <= share * marked.join('').length)
    return { blocks: marked, above: null, inner };
  const forwarded = forwardedIn(text);
  const blocks = (forwarded?.text ?? text).split(/\n[ \t]*\n/).map((block) => block.trim());
  const own = blocks.filter((block) => !isQuoted(block));
  return {
    blocks: (own.length > 0 ? own : blocks).filter((block) => block !== ''),
    above: forwarded?.above ?? null,
    inner: forwarded?.subject ?? inner,
  };
}

/** What an answer repeats of the mail that it answers. */
const isQuoted = (block: string): boolean =>
  block === '' || block.split('\n').every((line) => /^\s{0,4}>/.test(line));

function withoutSignature(text: string): string {
  const at = Math.max(text.lastIndexOf('\n-- \n'), text.lastIndexOf('\n--\n'));
  return at > 0 && text.length - at < SIGNATURE_CHARACTERS_MAX ? text.slice(0, at) : text;
}
