/** Words of a text for comparing stories: lower case, common English endings taken off. */

/** Words that tell nothing about a happening: function words and the trade's own. */
const COMMON = new Set(
  `a about above according after again against agency all also am amid among an and announced any
  are around as asked at away back be because been before being between both but by called came can
  could day days de did do does doing don down during each earlier early el end even ever every few
  first five following for former found four friday from further get give given go going good got had
  has have having he her here him his hour hours how however i if in including into is it its itself
  just la last late later least less like local long made make man many may me might million minister
  monday month months more morning most mr mrs ms much must my national near never new news next night
  no nor not now of off official officials on once one only or other others our out over own people
  percent per place plan planned plans put quite rather report reported reporters reports right said
  same saturday say saying says second see seven several she should show shows since six so some
  spokesman spokeswoman statement still such sunday take taken ten than that the their them then there
  these they thing things third this those three through thursday time times to today told tomorrow
  too took top toward tuesday two under until up upon us use used very via want was way we wednesday
  week weekend weeks well went were what when where whether which while who whom whose why will with
  within without work would year years yesterday yet you your`.split(/\s+/),
);

const WORDS_MAX = 20_000;

/** The telling words of a text, stemmed, in order. */
export function tellingWords(text: string): string[] {
  return wordsWorthFinding(text).map(stem);
}

/** The same as they are written, in lower case, for a search that has its own stems. */
export function wordsWorthFinding(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]{1,30}/gu)) {
    if (words.length >= WORDS_MAX) break;
    const plain = word.replace(/['’]s?$/, '');
    if (plain.length > 1 && !COMMON.has(plain)) words.push(plain);
  }
  return words;
}

const ENDINGS: readonly (readonly [string, string])[] = [
  ['ations', 'at'],
  ['ation', 'at'],
  ['ingly', ''],
  ['ments', 'ment'],
  ['ies', 'y'],
  ['sses', 'ss'],
  ['ing', ''],
  ['edly', ''],
  ['ied', 'y'],
  ['ed', ''],
  ['es', ''],
  ['ly', ''],
  ['s', ''],
];

/** Takes one common ending off, when at least three letters stay; "ss" and "us" are no plurals. */
export function stem(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  for (const [ending, rest] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
    const base = word.slice(0, -ending.length) + rest;
    return base.replace(/([bdfgklmnprt])\1$/, '$1').replace(/e$/, '');
  }
  return word.replace(/e$/, '');
}
