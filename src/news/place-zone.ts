/** Zones that a line names by a place or a nation: "(heure de Bruxelles)", "Berliner Zeit", "ora italiana". */

/** Words of places by zone; a nation with several zones is left out, late is safe. */
const PLACES: Readonly<Record<string, string>> = {
  'Europe/Brussels': 'bruxelles|brussels|brusselse|brüssel|brüsseler|bruselas|bruxelas|belge|belgian|belgische',
  'Europe/Paris': 'paris|pariser|parís|parigi|parijs|française|french',
  'Europe/Berlin': 'berlin|berliner|berlín|berlino|german|deutsche[r]?|frankfurt|frankfurter',
  'Europe/Vienna': 'wien|wiener|vienna|vienne|viena',
  'Europe/Zurich': 'genève|genf|genfer|geneva|ginebra|ginevra|genebra|zürich|zürcher|zurich|suisse|swiss|schweizer',
  'Europe/London': 'london|londoner|londres|londra|londen|uk|british|britische',
  'Europe/Lisbon': 'lisboa|lisbon|lisbonne|lissabon|portuguesa|continental',
  'Europe/Madrid': 'madrid|peninsular|española|barcelona',
  'Europe/Rome': 'roma|rome|romana|italiana|italian|milano|milan',
  'Europe/Amsterdam': 'amsterdam|amsterdamse|nederlandse|dutch|den haag|the hague',
  'Europe/Oslo': 'oslo|norsk|norwegian',
  'Europe/Stockholm': 'stockholm|svensk|swedish',
  'Europe/Copenhagen': 'københavn|copenhagen|dansk|danish',
  'Europe/Helsinki': 'helsinki|suomen|finnish|finsk',
  'Europe/Warsaw': 'warszawskiego|polskiego|warsaw|polish|varsovie',
  'Europe/Moscow': 'московскому|московского|moscow|moscou|moskauer|moscú|mosca',
  'America/Sao_Paulo': 'brasília|brasilia',
  'America/New_York': 'new york|nueva york|nova york|washington',
  'Asia/Tokyo': 'tokyo|japan|japanese',
}; // prettier-ignore

const TIME_FIRST =
  '(?:heures?|hora|ora|horário|horario|czasu)(?: (?:de|di|del|da|legal|oficial|local))*(?: |-)';
const TIME_LAST = "(?:'s|s)?[ -](?:time|zeit|tijd|tid|aikaa|времени)";

const ZONES = Object.entries(PLACES).map(([zone, places]) => ({
  zone,
  named: new RegExp(
    `(?<!\\p{L})(?:${TIME_FIRST}(?:${places})(?!\\p{L})|(?:${places})${TIME_LAST}(?!\\p{L}))`,
    'iu',
  ),
}));
/** "18:00 мск" */
const MOSCOW = /(?<!\p{L})мск(?!\p{L})/iu;

/** The one IANA zone that a line names so; null where it names none, or several. */
export function zoneOfPlace(line: string): string | null {
  const found = ZONES.filter(({ named }) => named.test(line)).map(({ zone }) => zone);
  const all = MOSCOW.test(line) ? [...found, 'Europe/Moscow'] : found;
  const [zone = null] = all;
  return all.every((each) => each === zone) ? zone : null;
}

/** The offset of a zone (`+02:00`) at a local time (`2026-07-18T18:00:00`); of two, the later instant's. */
export function offsetAt(zone: string, local: string): string {
  const options = { disambiguation: 'later' } as const;
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, options).offset;
}
