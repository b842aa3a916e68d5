/** Slugs: the keyword that stays the same through a day, and the words around it that change. */

/** What a slug says of its story. */
export type Slug = {
  /** letters and digits of the keyword in lower case: "orno-ferry" */
  readonly keyword: string;
  /** it calls itself a cycle (AM-, PM-, BC-), a lead, an alert or an order about its keyword */
  readonly isVersion: boolean;
  /** the keyword is of several words: one word alone may be a desk's name */
  readonly isTelling: boolean;
  /** it is of the morning cycle and of no daily column: it may carry on what the day before told */
  readonly carriesOn: boolean;
};

const MORNING = /^AMs?[-_ ]{1,3}\S/i;
/** What comes every day under one keyword carries nothing on. */
const DAILY =
  /weather|wall-street|stocks?\b|markets?\b|dollar|gold|grain|futures|scores|standings|lotter|history|horoscope|box-office/;

const CYCLE = /^(?:BC|AM|PM|AP)s?[-_ ]{1,3}(?=\S)/i;
/** Words in front of the keyword: "URGENT", "NEWSALERT-", "1st Ld-". */
const BEFORE =
  /^(?:URGENT|BULLETIN|FLASH|NEWS ?ALERT|(?:AP)?News ?Alert|ALERT|CORRECT(?:ED|ION)?|UPDATE(?: \d{1,2})?|(?:1st|2nd|3rd|\d{1,2}th)[ _-]?(?:[Ll]d|[Ll]ead)(?:[ _-]{1,3}[Ww]rite[ _-]?[Tt]hr[uo]\w{0,3})?)[\s:_/,-]{1,4}(?=\S)/;
const WRITETHRU = String.raw`write[ _-]?thr[uo]\w{0,3}(?: [a-z])?`;
const NTH = String.raw`(?:1st|2nd|3rd|\d{1,2}th)[ _-]{0,3}`;
/** Words behind it that are no words of a story: "1st Ld-Writethru", "2nd lead". */
const BEHIND = new RegExp(
  String.raw`[\s,;:_/-]{1,4}\(?(?:${NTH}(?:ld|lead|add|insert|sub)s?(?:[ _-]{1,3}${WRITETHRU})?(?: [a-z])?|\d?(?:ld|lead)?[ _-]{0,3}${WRITETHRU})\)?$`,
  'i',
);
/** Others are only behind a comma: "BC-Police Kill" is a story. */
const BEHIND_COMMA =
  /\s?[,;/]\s?\(?(?:ld|lead|adds?|sub|insert|urgent|bulletin(?: kill)?|flash|news ?alert|apnewsalert|alert|kill|withhold|hold|correct(?:ive|ed|ion)|update(?: \d{1,2})?|take \d{1,2})\)?$/i;
/** The number of the item or of its words, a place on the budget, a count of updates. */
const COUNT =
  /\s?,\s?(?:[a-z]\d{4}|\d{1,5}(?: ?words?)?|bjt|1st|2nd|3rd|\d{1,2}th)$|[\s/]{0,2}\((?:update|wrapup|repeat|rpt|corrected)[^()]{0,10}\)$/i;
const WORDS_MAX = 4;
/** Slugs that come again the same day for another story. */
const SHARED =
  /news-?alert|bulletin|^flash|advisory|budget|briefs?\b|digest|glance|headlines|roundup|calendar|agenda|summary/i;

/**
 * Reads a slug; null when there is none, or only words that many stories of a day bear. Cycle, lead
 * and order words are taken off however they are spelt: "BC-Orno--Ferry, 1st Ld-Writethru",
 * "orno_ferry 2nd lead" and "URGENT Orno-Ferry" are one keyword.
 */
export function readSlug(written: string | null): Slug | null {
  if (written === null || written.length > 200) return null;
  let rest = written.trim().replace(/[\s,/]+$/, '');
  let isVersion = false;
  const take = (pattern: RegExp): void => {
    const shorter = rest.replace(pattern, '').replace(/[\s,]+$/, '');
    isVersion ||= shorter !== rest && shorter !== '';
    if (shorter !== '') rest = shorter;
  };
  for (let turn = 0; turn < WORDS_MAX; turn += 1) {
    rest = rest.replace(COUNT, '');
    for (const pattern of [BEFORE, CYCLE, BEHIND, BEHIND_COMMA]) take(pattern);
  }
  const keyword = rest
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  if (keyword.length < 4 || SHARED.test(keyword)) return null;
  const isTelling = keyword.includes('-');
  const carriesOn = isTelling && MORNING.test(written.trim()) && !DAILY.test(keyword);
  return { keyword, isVersion, isTelling, carriesOn };
}
