/** Spelled numbers, scales and the signs of money. */
export const SPELLED: ReadonlyMap<string, number> = new Map(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`
    .split(/\s+/)
    .map((word, index) => [word, index + 1]),
);
export const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['mrd', 1e9],
  ['tn', 1e12],
  ['trln', 1e12],
]);
/** Scales written on to the figure: "340m". */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
]);
export const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'dollars'],
  ['€', 'euros'],
  ['£', 'pounds'],
  ['¥', 'yen'],
  ['₹', 'rupees'],
  ['₩', 'won'],
]);
/** The money of the letters before or behind a dollar's sign: "A$2bn", "$US1.7 billion". */
export const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'dollars'],
  ['a', 'Australian dollars'],
  ['au', 'Australian dollars'],
  ['c', 'Canadian dollars'],
  ['ca', 'Canadian dollars'],
  ['nz', 'New Zealand dollars'],
  ['hk', 'Hong Kong dollars'],
  ['s', 'Singapore dollars'],
  ['nt', 'Taiwan dollars'],
  ['r', 'reais'],
]);
/** Money as trade copy writes it before the figure: "EUR 5 mln", "Rs 250 crore" (codes of ISO 4217). */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map([
  ['USD', 'dollars'],
  ['EUR', 'euros'],
  ['GBP', 'pounds'],
  ['JPY', 'yen'],
  ['CNY', 'yuan'],
  ['RMB', 'yuan'],
  ['INR', 'rupees'],
  ['Rs', 'rupees'],
  ['CHF', 'Swiss francs'],
  ['SEK', 'Swedish crowns'],
  ['NOK', 'Norwegian crowns'],
  ['DKK', 'Danish crowns'],
  ['CZK', 'Czech crowns'],
  ['PLN', 'zlotys'],
  ['HUF', 'forints'],
  ['RUB', 'roubles'],
  ['TRY', 'liras'],
  ['ZAR', 'rand'],
  ['BRL', 'reais'],
  ['KRW', 'won'],
  ['IDR', 'rupiah'],
  ['THB', 'baht'],
  ['MYR', 'ringgit'],
  ['AED', 'dirhams'],
  ['SAR', 'riyals'],
  ['NGN', 'naira'],
  ['AUD', 'Australian dollars'],
  ['CAD', 'Canadian dollars'],
  ['NZD', 'New Zealand dollars'],
  ['HKD', 'Hong Kong dollars'],
  ['SGD', 'Singapore dollars'],
  ['TWD', 'Taiwan dollars'],
]);
