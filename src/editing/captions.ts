/** Photo captions and credits: set aside, so that no summary quotes what stands under a picture. */
import { eachParagraph, withRemoved, type Sheet, type Verdict } from './sheet.ts';

/** A page taken down as one line begins with its picture too: that is no caption. */
const LONGEST_CAPTION_CHARACTERS = 700;
const PICTURE =
  'photos?|pictures?|pix|images?|file photo|foto|fotos|bild|bilder|graphic|video|illustration|handout|写真';
const CREDIT_LINE = new RegExp(
  `^(?:\\[[^\\[\\]]{0,100}\\b(?:${PICTURE})\\b[^\\[\\]]{0,100}\\]|\\((?:[^()]{0,60} )?(?:photo|picture|image|foto|bild)s?(?: by| from|:|/|credit| courtesy)[^()]{0,100}\\)|(?:photo|picture|image|foto|bild|photo credit|image credit)s?(?: by\\b|:|/)[^.!?]{0,80})$`,
  'iu',
);
const BRACKET_CREDIT =
  /^\[(?:pool|file|handout|courtesy of|supplied|provided by|credit|getty|ap|afp|reuters|kyodo|写真|提供)\b[^[\]]{0,80}\]$/iu;
const CAPTION_LINE =
  /^(?:FILE(?: PHOTO)?\s{0,2}(?:[-–—_:]|PHOTO)|File photo[:,. ]|Photo (?:shows|taken)\b|(?:Photo )?Caption:|CAPTION:|PHOTO CAPTION:|Bildunterschrift:|Pictured(?: above| here)?:)/u;
const POSITION =
  /\((?:L|R|C|2nd L|2nd R|front|rear|far left|far right|left|right|center|centre|top|bottom|links|rechts)(?:, [^()]{1,20})?\)/;
const CREDIT_END =
  /\((?:[^()]{0,40}\s)?(?:AP|AFP|Reuters|EPA|Pool|Kyodo|Handout)? ?(?:Photo|Foto|Image)(?:[/ ][^()]{0,60})?\)$/iu;
/** "(Ada Lind/Reuters)", "(EPA/Bo Roe)", "(… via Getty Images)", "Photograph: Ada Lind/AP", "AFP/Getty Images". */
const PICTURE_AGENCY =
  'AP|AFP|Reuters|REUTERS|EPA|EFE|dpa|DPA|PA|Getty|Bloomberg|Shutterstock|Alamy|Pool|Associated Press';
const PICTURE_DESK = `${PICTURE_AGENCY}|(?:The )?\\p{Lu}[\\p{L} ]{2,30} (?:Post|Times|Agency|News)`;
const CREDIT_OF_AGENCY = new RegExp(
  `(?:\\((?:[\\p{L} .'’-]{2,60}/(?:${PICTURE_DESK})(?: Images)?|(?:${PICTURE_DESK})/[\\p{L} .'’-]{2,40}|[^()]{0,80} via (?:${PICTURE_DESK})(?: Images)?|(?:${PICTURE_DESK}) Images| ?/? ?Associated Press)\\)|\\b(?:Photograph|Photo|Picture|Image|Credit): [^.!?:]{3,60}|(?:/|\\bvia )(?:${PICTURE_DESK})(?: Images)?|\\bGetty Images)$`,
  'u',
);
/** How the frame of a picture begins in a page that was taken down as text. */
const PICTURE_FRAME =
  /^(?:Enlarge this image|Image (?:copyright|source|caption)|Media caption|Getty(?: Images)?(?: - Contributor)? \p{Lu}|Facebook Twitter Pinterest)/u;
/** "This undated handout image shows …", in one sentence: "The image shows" is said of news as well. */
const PICTURE_SHOWS =
  /^(?:This (?:[a-z-]{2,12} ){1,3}|(?:Handout |File |Undated |Satellite |Aerial )?)(?:photo|picture|image|photograph|still)(?: (?:taken|released|provided|made available|obtained|from)[^.!?]{1,80}?)?,? shows [^.!?]{10,250}\.?$/i;

/** "This photo released by the harbour shows … (Harbour of Orno via AP)", of any length, up to its credit. */
const PICTURE_SHOWN_AT_LENGTH =
  /^This (?:[a-z-]{2,12} ){0,3}(?:photo|picture|image|photograph|still) (?:taken|released|provided|made available|obtained|from)\b[^]{1,200}? shows [^]{10,500}(?:\)|\b(?:1|2)\d{3}\.)$/;
/** "The ferry leaves in this undated photo released by the harbour." */
const IN_THIS_PICTURE =
  /\bin this (?:[a-z-]{2,12} ){0,3}(?:photo|picture|image|photograph|still)(?: (?:that was )?(?:taken|released|provided|made available|obtained)| from)\b[^!?]{0,250}$/;
/** "Lind leaves the court Monday, Dec. 25, 2028, in Orno.": a day in full without "on", told in the present. */
const SHOWN_THAT_DAY =
  /^[^!?]{20,300}[^,] (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\p{L}{0,7}\.? \d{1,2}, \d{4}(?:, (?:in|at|near|outside|off) [^.!?]{3,60})?\.$/u;
const TOLD_AS_NEWS =
  /\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,|said|says|told|was|were|had|has|have|will|would|(?!(?:united|red|seated|dressed|parked|damaged|covered|pictured|wounded|injured)\b)\p{L}{2,15}ed)\b/iu;

/** "Interpix The ferry on Monday", with no full stop: a credit and the caption behind it, on one line. */
const CREDITED_LINE = new RegExp(
  `^(?:${PICTURE_AGENCY}|Rex(?: Features)?|Splash News|Getty Images|Twitter|Instagram)(?: or licensors)? \\p{Lu}[^.!?]{10,250}[\\p{L}\\p{N}'’]$`,
  'u',
);
/** "Lind (L) left on Monday while Roe (R) stayed": two people told apart by where they stand. */
const SIDES = /\((?:L|left)\)[^]{3,200}\((?:R|right)\)[^.!?]{0,120}$/;

/** The words inside a paragraph that is one pair of brackets; null when it is something else. */
function bracketed(paragraph: string): string | null {
  const match = /^[(（]([^]{1,1500})[)）]$/u.exec(paragraph);
  const inside = match?.[1];
  if (inside === undefined) return null;
  let depth = 0;
  for (const mark of inside) {
    if (mark === '(' || mark === '（') depth += 1;
    if (mark === ')' || mark === '）') depth -= 1;
    if (depth < 0) return null;
  }
  return depth === 0 ? inside.trim() : null;
}

const isCreditLine = (text: string): boolean => CREDIT_LINE.test(text) || BRACKET_CREDIT.test(text);

const isCredited = (text: string): boolean =>
  CREDIT_END.test(text) || CREDIT_OF_AGENCY.test(text.slice(-160));

function isCaptionLine(text: string): boolean {
  if (text.length > LONGEST_CAPTION_CHARACTERS) return false;
  return [
    CAPTION_LINE,
    PICTURE_FRAME,
    PICTURE_SHOWS,
    PICTURE_SHOWN_AT_LENGTH,
    IN_THIS_PICTURE,
    CREDITED_LINE,
    SIDES,
  ].some((each) => each.test(text));
}

/** A present tense and a day in full: a caption where it stands beside copy; alone it is the copy. */
const isShown = (text: string): boolean =>
  text.length <= LONGEST_CAPTION_CHARACTERS &&
  SHOWN_THAT_DAY.test(text) &&
  !TOLD_AS_NEWS.test(text);

/** Characters of another paragraph that make it copy, not a title or a credit. */
const PARAGRAPH_CHARACTERS_MIN = 80;

const hasCopyBeside = (paragraphs: readonly string[], caption: string): boolean =>
  paragraphs.some((each) => each.length >= PARAGRAPH_CHARACTERS_MIN && each !== caption);

/** A page taken down as one paragraph opens with a caption and its credit; the copy goes on behind it. */
const RUN_IN = [
  // "… and Hillary Clinton (Photo: Ada Lind, Coast Images) PORT MARY -- In a"
  /^([^]{0,400}?)\s?\((?:Photo|Picture|Image|Video)s?(?: by|:)[^()]{2,60}\)\s+(?=[\p{Lu}"“])/u,
  // "Fans fill the square. (Bo Roe/The Coast Post) The club"
  /^([^]{10,400}?[.!?"”]) \(\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){0,3}\/\p{Lu}[\p{L}. -]{1,40}\)\s+(?=[\p{Lu}"“])/u,
] as const;
/** Captions that are run into one paragraph at most, and the least copy that is left behind them. */
const RUN_IN_MAX = 4;
const COPY_CHARACTERS_MIN = 200;

function withoutRunIn(sheet: Sheet): Sheet {
  const [opening = '', ...others] = sheet.paragraphs;
  let first = opening;
  let after = sheet;
  for (let count = 0; count < RUN_IN_MAX; count += 1) {
    const match = RUN_IN.map((each) => each.exec(first.slice(0, 700))).find(Boolean);
    if (!match || first.length - match[0].length < COPY_CHARACTERS_MIN) break;
    const caption = match[1]?.trim() ?? '';
    first = first.slice(match[0].length);
    after = withRemoved(after, match[0], 'photo caption');
    if (caption !== '' && !after.captions.includes(caption))
      after = { ...after, captions: [...after.captions, caption] };
  }
  return after === sheet ? sheet : { ...after, paragraphs: [first, ...others] };
}

/** Moves captions out of the paragraphs and takes credits out altogether. */
export function setCaptionsAside(copy: Sheet): Sheet {
  const sheet = withoutRunIn(copy);
  const { paragraphs } = sheet;
  const count = new Map<string, number>();
  for (const each of paragraphs) count.set(each, (count.get(each) ?? 0) + 1);
  const beside = (index: number): boolean =>
    isCreditLine(paragraphs[index - 1] ?? '') || isCreditLine(paragraphs[index + 1] ?? '');
  const judge = (paragraph: string, index: number, now: Sheet): Verdict => {
    if (isCreditLine(paragraph)) return { why: 'photo credit' };
    const inside = bracketed(paragraph);
    const caption =
      inside !== null
        ? beside(index) ||
          (count.get(paragraph) ?? 0) > 1 ||
          POSITION.test(inside) ||
          isCredited(paragraph)
          ? inside
          : null
        : isCaptionLine(paragraph) ||
            isCredited(paragraph) ||
            (isShown(paragraph) && hasCopyBeside(paragraphs, paragraph))
          ? paragraph
          : null;
    if (caption === null) return { keep: paragraph };
    if (now.captions.includes(caption)) return { why: 'repeated photo caption' };
    return { why: 'photo caption', set: { captions: [...now.captions, caption] } };
  };
  return eachParagraph(sheet, judge);
}

/** Takes paragraphs out that were sent twice. Short ones may be meant: "Why?" */
export function dropRepeated(sheet: Sheet): Sheet {
  const seen = new Set<string>();
  const captions = new Set(sheet.captions);
  return eachParagraph(sheet, (paragraph) => {
    const key = paragraph.toLowerCase();
    if (captions.has(paragraph)) return { why: 'photo caption' };
    if (seen.has(key) && key.length >= 24) return { why: 'repeated paragraph' };
    seen.add(key);
    return { keep: paragraph };
  });
}
