/** Is a line of a model fit to be shown? Plain words, no address, no markup, no talk about itself. */

const LONGEST_LINE = 400;

const FORBIDDEN = [
  /https?:|www\.|\b[\w-]{1,60}\.(?:com|net|org|io|ru|cn|info|xyz|top|link|news|co)\b/i,
  /[@#]\w|<[@!#:/a-z]|&lt;/i,
  /\]\(|\[S?\d*\]|`|\*\*|__|~~|\|\||^\s*#|^\s*[-*>|]\s/,
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u,
  /[{}<>]/,
  // what is not seen, strikes letters through or is a picture
  /[\u00ad\u034f\u061c\u0335-\u0338\u115f\u1160\u17b4\u17b5\u180b-\u180e\u20d0-\u20ff\u3164\ufe00-\ufe0f\uffa0\ufff9-\ufffc]|[\u{e0000}-\u{e01ef}]/u,
  /\p{Extended_Pictographic}(?<![©®™])/u,
  /(?:^|\s):[a-z_+-]{2,40}:/i,
  // what could not be decoded
  /\ufffd/,
];
/** An address without a scheme, whatever its ending: two words with a full stop and no blank between. */
const ADDRESS = /\b[\p{L}\d-]{2,60}(?:\.[\p{L}\d-]{2,60})*\.\p{L}{2,24}\b/u;
const SELF_TALK =
  /^(?:here (?:is|are)|sure\b|certainly\b|okay\b|as an? (?:ai|language)|i (?:cannot|can't|am|will|have)\b|the (?:article|text|sentences?|copy|provided) |based on the|summary:|in summary|note:|let me|we need to)/i;

const INSIDE = /\s?[[(]\s?(S\d{1,4}(?:(?:\s|,|;|-|–|and){1,4}S?\d{1,4}){0,8})\s?[\])]/g;
const BULLET = /^\s{0,8}(?:[-*•–—>]|#{1,6}|\d{1,2}[.)])\s+/;
const STRESSED = /(\*\*|__)(?=\S)([^*_\n]{1,400})\1/g;

/**
 * The words of a line without what models set around them unasked: a bullet or number before it, bold
 * marks, and the numbers of sentences behind what rests on them. Whatever else is markup stays, and
 * makes the line unfit.
 */
export function undecorated(text: string): string {
  return text.replace(BULLET, '').replace(STRESSED, '$2').replaceAll(INSIDE, '').trim();
}

/** The numbers of sentences that a line names in brackets among its words: "S1 S3"; else nothing. */
export function citedInside(text: string): string {
  return [...text.matchAll(INSIDE)].map(([, numbers]) => numbers).join(' ');
}

/** What makes a line unfit, as a word for the validator's list; null when it is fit. */
export function unfit(text: string): string | null {
  return unfitQuotation(text) ?? (SELF_TALK.test(text.trim()) ? 'speaks about itself' : null);
}

/** The same for words that stand in the copy between quotation marks: whoever says "I" is quoted. */
export function unfitQuotation(text: string): string | null {
  if (text.trim() === '') return 'is empty';
  if (text.length > LONGEST_LINE) return 'is longer than 400 characters';
  return ADDRESS.test(text) || FORBIDDEN.some((pattern) => pattern.test(text))
    ? 'holds an address, mention or markup'
    : null;
}

/** What no line of the model's own words does, though a quotation may; null when it does none of it. */
export function unlikeWire(text: string): string | null {
  if (/[!?]\s*$/.test(text)) return 'it asks or exclaims';
  return isShouted(text) ? 'it is all in capitals' : null;
}

const SHOUTED_WORDS = 5;

/** All in capitals: no proof can tell a name there from any other word. */
function isShouted(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.length >= SHOUTED_WORDS && words.every((word) => word === word.toUpperCase());
}

/** A sentence that ends: half sentences are cut replies. */
export function isEnded(text: string): boolean {
  return /[.!?…]["”’')\]]{0,3}$/.test(text.trim());
}
