/** Forms that newsrooms send by e-mail: one JSON object with the fields of a story (Superdesk). */
import type { Copy } from '../../news/take.ts';
import { readFeedDate } from './feed-dates.ts';
import { lineOf, paragraphsOf } from './markup.ts';
import { lowered, textOf, type Loose } from './ninjs-values.ts';
import { readReleaseTime } from './xml/times.ts';

type Form = Partial<Copy>;

/** The fields of a form; null when the text is none. Fields that the form lacks keep the mail's own. */
export function mailFormOf(text: string): Form | null {
  const form = lowered(readForm(text.trim()));
  const headline = textOf(form['headline']);
  const body = textOf(form['body']);
  if (headline === null && body === null) return null;
  const urgency = [form['urgency'], form['news value'], form['priority']].map(textOf).find(Boolean);
  const note = textOf(form['ednote']) ?? textOf(form['editor note']);
  const embargo = form['embargo'] ?? form['embargoed'];
  const sentAt = readFeedDate(textOf(form['timestamp']) ?? undefined);
  return {
    ...(sentAt === null ? {} : { sentAt }),
    ...(headline === null ? {} : { headline: lineOf(headline) || null }),
    ...(urgency && /^[1-9]$/.test(urgency) ? { urgency: Number(urgency) } : {}),
    ...(textOf(embargo) === null ? {} : { embargo: { until: releaseOf(textOf(embargo)) } }),
    slug: textOf(form['slugline']),
    byline: textOf(form['byline']),
    paragraphs: blocksOf(body ?? textOf(form['abstract']) ?? ''),
    notes: note === null ? [] : [{ text: note, public: false }],
    subjects: subjectsOf(form),
  };
}

/** Without an offset the last place on earth decides: late is safe, early is not. */
function releaseOf(written: string | null): string | null {
  return readReleaseTime(written) ?? readFeedDate(written ?? undefined);
}

function readForm(text: string): unknown {
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  try {
    // Mail programs break long lines inside the texts.
    return JSON.parse(text.replace(/[\x00-\x1f]+/g, ' '));
  } catch {
    return null; // a mail that begins with a brace and is no form
  }
}

function blocksOf(body: string): string[] {
  if (/<\/?(?:p|br|div)\b/i.test(body)) return paragraphsOf(body);
  const parts = body.split(/\n[ \t]*\n?/).map((part) => part.replace(/\s+/g, ' ').trim());
  return parts.filter((part) => part !== '');
}

function subjectsOf(form: Loose): Copy['subjects'] {
  const names: unknown[] = [form['category'], form['place'], form['subject']].flat();
  return names.flatMap((each) => {
    const name = textOf(each);
    return name === null ? [] : [{ scheme: null, code: null, name }];
  });
}
