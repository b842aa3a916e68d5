/** Names that tell the parts of a dateline apart: agencies, and the states and countries of places. */

const AGENCIES = new Set(
  `ap associated press|reuters|thomson reuters|afp|kyodo|kyodo news|jiji|jiji press|upi|dpa|dpa-afx|xinhua|tass|
  itar-tass|ria|ria novosti|interfax|ansa|efe|lusa|anp|belga|apa|sda|ats|keystone-sda|ntb|tt|ritzau|stt|
  pa|pa media|press association|aap|nzpa|cp|canadian press|pti|ani|ians|uni|bernama|antara|yonhap|cna|pap|
  ctk|mti|sana|irna|mena|wam|spa|anadolu|aa|bloomberg|dow jones|marketwatch|cnn|bbc|npr|ap online|sid|
  epd|kna|apn|agence france-presse|business wire|pr newswire|globe newswire|globenewswire|newsfile|
  marketwire|accesswire|ukrinform|belta|trend|aninews|ana|ana-mpa|tanjug|hina|bta|agerpres|elta|leta|bns|тасс|риа новости|интерфакс`
    .split('|')
    .map((name) => name.trim().replace(/\s+/g, ' ')),
);
AGENCIES.add('ap').add('associated press').add('the associated press');

const AGENCY_WORD =
  /(?:wire|press|presse|news|newswire|agency|media|agentur|telegraph|post|times|dispatch)$/i;

/** Is this the name of a news agency: one of the known ones, or one that says so itself? */
export function isAgency(name: string): boolean {
  return AGENCIES.has(name.toLowerCase()) || AGENCY_WORD.test(name);
}

const REGIONS = new Set(
  `ala alabama|alaska|ariz arizona|ark arkansas|calif california|colo colorado|conn connecticut|del
  delaware|fla florida|ga georgia|hawaii|idaho|ill illinois|ind indiana|iowa|kan kansas|ky kentucky|la
  louisiana|maine|md maryland|mass massachusetts|mich michigan|minn minnesota|miss mississippi|mo
  missouri|mont montana|neb nebraska|nev nevada|ohio|okla oklahoma|ore oregon|pa pennsylvania|tenn
  tennessee|texas|utah|vt vermont|va virginia|wash washington|wis wisconsin|wyo wyoming|ontario|quebec|
  alberta|manitoba|japan|china|india|france|germany|italy|spain|england|scotland|wales|ireland|russia`
    .split(/[\s|]+/)
    .filter((name) => name !== ''),
);

/** Is this surely a state or country rather than an agency? */
export function isRegion(name: string): boolean {
  return REGIONS.has(name.toLowerCase().replace(/\.$/, ''));
}
