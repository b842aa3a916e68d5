/** What a page taken down as one line leaves inside its paragraphs: players, forms, credits, labels. */
import type { Sheet } from './sheet.ts';

/** Words of players and forms; each is said in copy too, so that two must stand side by side. */
const WIDGET = [
  'get [a-z ]{1,24}updates directly to your inbox',
  '\\+ ?subscribe',
  'thank(?:s| you) for subscribing!?',
  'could not subscribe, try again later',
  'invalid e-?mail(?: address)?\\.?',
  'please re-enter\\.?',
  'you must select a newsletter to subscribe to\\.?',
  'newsletter sign ?up',
  'sign up',
  'video (?:loading|unavailable)',
  '(?:click|tap) to play',
  'the video will (?:start in|auto-?play soon)',
  '\\d{1,2} cancel',
  'cancel',
  'play now',
  'watch next',
  'watch this video again',
  'video will play in',
  'share this (?:video|article|story)',
  'advertisement',
  'continue reading the main story',
  'read more',
].join('|');

/** Words that are nothing else, wherever they stand. */
const ALONE = [
  "please verify you[’']re not a robot by clicking the box\\.?",
  'continue reading the main story',
  'could not subscribe, try again later',
  'scroll down for (?:the )?videos?',
  'story continues below(?: this)? advertisement',
  'media playback is (?:not supported|unsupported) on (?:this|your) device',
].join('|');

const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${ALONE}|(?:(?:${WIDGET})\\s{1,3}){1,20}(?:${WIDGET}))(?![\\p{L}\\p{N}])\\s{0,3})+`,
  'giu',
);

const AGENCY =
  'AP|AFP|Reuters|REUTERS|EPA|EFE|dpa|PA|Getty(?: Images)?|Bloomberg|Shutterstock|Alamy|Pool|Rex|Associated Press|\\p{Lu}[\\p{L} ]{2,30} (?:Post|Times|Agency|Pressphoto Agency|News|Images)';
/** "(Photo: Interpix)", "(Ada Lind/AP)", "(Ada Lind,Bo Roe/The Coast Post)": who took a picture. */
const CREDIT = new RegExp(
  `\\s?\\((?:(?:photo|image|picture|pic|photograph|credit)s?(?: ?:| by| courtesy of) ?[^()]{1,60}|\\p{Lu}[\\p{L}.,'’ /-]{2,80}/(?:The )?(?:${AGENCY})(?:/[^()]{1,30})?)\\)`,
  'giu',
);

/** "EXCLUSIVE: ", "FIRST ON CHANNEL 4: ", "(UPI) ": what the page says of its story, before the first word of it. */
const LABEL =
  /^(?:(?:EXCLUSIVE|BREAKING(?: NEWS)?|JUST IN|WATCH|FIRST ON [\p{Lu}\d ]{2,20}):|\((?:CNN|AP|AFP|Reuters|UPI|BBC|NPR)\)) (?=["“\p{Lu}])/u;

/** "By Ada Lind and Bo Roe HALDEN, Nov 6 (Interwire) - …": a byline, run into the dateline behind it. */
const BYLINE =
  /^By (\p{Lu}[\p{L}.'’-]{1,20}(?:(?:, | and | )\p{Lu}[\p{L}.'’-]{1,20}){1,7}) (?=\p{Lu}{3}[\p{Lu} .'’-]{0,30}(?:, [\p{L}\d .]{2,30})?(?: \([^()]{2,30}\)) ?[-–—]{1,2} )/u;

/** Least of the copy that must be left when a headline is taken off its first paragraph. */
const LEAST_CHARACTERS = 40;
const LEAST_WORDS = 4;
/** Paragraphs that a headline may be run into: the standfirst and the lede. */
const OPENING = 2;

/** Takes it out; a paragraph that is left empty goes. The words of the copy stay as they are. */
export function dropRunIn(sheet: Sheet): Sheet {
  const [first = ''] = sheet.paragraphs;
  let byline = sheet.byline;
  const withoutByline = (paragraph: string): string =>
    paragraph.replace(BYLINE, (_, names: string) => {
      byline ??= names;
      return '';
    });
  const paragraphs = sheet.paragraphs
    .map((paragraph, index) => {
      const opened =
        index < OPENING ? withoutByline(withoutHeadline(sheet.headline, paragraph)) : paragraph;
      return bare(index < OPENING ? opened.replace(LABEL, '') : opened);
    })
    .filter((paragraph) => paragraph !== '');
  return paragraphs.length === 0 && first !== '' ? sheet : { ...sheet, byline, paragraphs };
}

function bare(paragraph: string): string {
  return paragraph.replace(RUN, ' ').replace(CREDIT, '').replace(/ {2,}/g, ' ').trim();
}

/** "Seven die as ferry sinks Seven people died …": the headline, run into the copy that tells it again. */
function withoutHeadline(headline: string | null, paragraph: string): string {
  if (headline === null || headline.split(' ').length < LEAST_WORDS) return paragraph;
  const rest = paragraph.slice(headline.length);
  const same = paragraph.slice(0, headline.length).toLowerCase() === headline.toLowerCase();
  if (!same || rest.length < LEAST_CHARACTERS || !/^\s+["“]?[\p{Lu}\d]/u.test(rest))
    return paragraph;
  const told = new Set(longWords(headline));
  const again = new Set(longWords(rest.slice(0, 400)).filter((word) => told.has(word)));
  return again.size > 1 ? rest.trim() : paragraph;
}

function longWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,40}/gu) ?? [];
}
