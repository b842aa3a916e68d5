/**
 * Sentences by which other languages' desks take copy back, made of the words in tongue-words.ts. English, and
 * set phrases of some others, have their rules in orders.ts.
 */
import type { Order } from './label-words.ts';
import { TONGUES, type Tongue } from './tongue-words.ts';

const word = (alternatives: string): string => `(?<!\\p{L})(?:${alternatives})(?!\\p{L})`;
const ID = '(?:\\p{L}{0,6}[ -]?\\d{2,6}|["“«„‚‘].{1,160}?["”»“’])';
const PREVIOUS =
  '(?:anterior|précédent|precedente|vorige|vorherige|frühere|previa|eerdere?|poprzednią|tidigare|forrige)';
const GAP = '(?:[^.!?]{0,160}?)';

/** Copy as the sentence names it: a noun of the trade, or a looser one that is told to be copy. */
const named = ({ noun, loose, this: these }: Tongue): string =>
  `(?:${word(noun)}|${word(these)} (?:\\S{1,20} ){0,1}${word(loose)}|${word(loose)} (?:${ID}|${PREVIOUS}))`;

/** What says that copy is taken back: kills. */
const killsOf = (tongue: Tongue): readonly RegExp[] => {
  const { noun, loose, deed, gone, is, by, takes, please } = tongue;
  // "par la CP" is the desk itself
  const others =
    by === '' ? '' : `(?! ${word(by)} (?!(?:la |der |il |l['’])?\\p{L}{2,3}(?!\\p{L})))`;
  const between = by === '' ? '' : `(?:(?!${word(by)})\\S{1,20} ){0,5}`;
  const state = is === '' ? word(gone) : `${word(is)} ${between}${word(gone)}`;
  return [
    `^[^\\p{L}]{0,6}(?:\\S{1,20}[:!] )?(?:\\S{1,8} ){0,2}${named(tongue)}${GAP} ${state}${others}`,
    `(?:^|[.!:,–-] )(?:${please})?(?:\\S{1,10} ){0,2}${word(takes)} (?:\\S{1,20} ){0,4}?${named(tongue)}`,
    `^[^\\p{L}]{0,6}(?:[^:!]{1,40}[:!] )?${word(deed)}(?: \\S{1,6}){0,2} (?:${word(noun)}|${word(loose)} ${ID})`,
    `(?:^|[.!:] )(?:${please})?(?:\\S{1,12} ){0,2}${word(tongue.unused)}${GAP}${named(tongue)}`,
    `(?:^|[.!:] )(?:${please}|(?:\\S{1,14} ){0,2})${named(tongue)}${GAP}${word(tongue.unused)}`,
    `(?:^|[.!:] )${please}(?:\\S{1,14} ){0,3}${word(`${noun}|${loose}`)}${GAP}${word(tongue.unused)}`,
    `^[^\\p{L}]{0,6}(?:${please})?(?:\\S{1,8} )?${state} (?:\\S{1,8} ){0,2}${word(noun)}`,
    `^[^\\p{L}]{0,6}(?:(?:${noun}|${loose}) )?${is === '' ? '' : `(?:(?:${is}) )?`}(?:${gone})[^\\p{L}\\p{N}]{0,6}$`,
    `^[^\\p{L}]{0,6}(?:${takes}) (?:\\S{1,14} ){0,2}(?:${noun}|${loose})[^\\p{L}]{0,6}$`,
    `^[^\\p{L}]{0,6}(?:\\p{L}{3,12}[:!,] )?(?:${deed})[^\\p{L}\\p{N}]{0,6}$`,
  ].map((pattern) => new RegExp(pattern, 'iu'));
};

/** Told not to use it, by a line of its own that names nothing. */
const holdsOf = ({ please, unused }: Tongue): readonly RegExp[] => [
  new RegExp(
    `^[^\\p{L}]{0,6}(?:(?:\\S{1,16} ){0,2}\\S{1,16}[,:!–-] ?)?(?:${please})?(?:${unused})[^\\p{L}\\p{N}]{0,6}$`,
    'iu',
  ),
];

/** Every order holds one of these; most lines of copy hold none. */
const WORTH_A_LOOK = new RegExp(
  word(
    TONGUES.flatMap(({ deed, gone, takes, agencyTakes, unused }) => [
      deed,
      gone,
      takes,
      agencyTakes,
      unused,
    ]).join('|'),
  ),
  'iu',
);

/** Whose agency takes copy back. */
const agencyTakesOf = (tongue: Tongue): RegExp =>
  new RegExp(
    `^(?:\\S{1,20}: )?(?:(?:la|le|die|der|das|de|il|el|a|o|l['’]) ?)?(\\S[^.:]{0,40}?) (?:${tongue.agencyTakes}) (?!.{0,4}(?:et|y|e) (?:remplac|sostitu|sustitu|substitu|reemplaz))(?:\\S{1,20} ){0,2}${named(tongue)}`,
    'iu',
  );

type Rules = {
  readonly kills: readonly RegExp[];
  readonly holds: readonly RegExp[];
  readonly agencyTakes: readonly RegExp[];
};

let known: Rules | undefined;

/** Made when a line is first worth a look: a command that reads one story mostly needs none of them. */
function rules(): Rules {
  known ??= {
    kills: TONGUES.flatMap(killsOf),
    holds: TONGUES.flatMap(holdsOf),
    agencyTakes: TONGUES.map(agencyTakesOf),
  };
  return known;
}

/** How agencies speak of themselves. */
const OURSELVES =
  /^(?:agence|rédaction|agentur|redaktion|agencia|redacción|agenzia|redazione|agência|redação|redactie|agencja|redakcja|агентство|редакция|agentura|byrån|byrået|bureauet|toimitus|ajans)$/iu;

/** What an embargo hangs on: not for use before a time is no order to kill. */
const UNTIL =
  /(?<!\p{L})(?:vor|bis|avant|jusqu\S{0,4}|antes|hasta|prima|fino|até|voor|vóór|tot|före|innan|før|inden|przed|do|до|ранее|před|önce|ennen|előtt)(?!\p{L}).{0,30}\d/iu;
/** Copy that takes the place of other copy: what it calls off is that, and not itself. */
const REPLACES =
  /(?<!\p{L})(?:annul(?:e|ant|ons)? et remplac\p{L}{1,4}|annulla e sostituisce|anula y (?:sustituye|reemplaza)|anula e substitui|annulliert und ersetzt|ersetzt und annulliert|аннулирует и заменяет)(?!\p{L})|^\W{0,6}(?:diese (?:meldung|fassung|version) ersetzt|dit bericht vervangt|cette (?:dépêche|version) remplace|esta (?:noticia|nota|versión) (?:sustituye|reemplaza)|questa (?:notizia|versione) sostituisce|denna (?:text|version) ersätter|denne (?:historie|versjon|version) erstatter)(?!\p{L})|(?<!\p{L})(?:kill|cancel|annul|void|withdraw)s? and (?:replace|substitute|resend)s?(?!\p{L})|(?<!\p{L})this (?:story|version|item|article|dispatch|report|copy) (?:\S{1,20} ){0,3}?(?:replaces|supersedes)(?!\p{L})/iu;

/** Does a line say that this copy stands in for other copy, "ANNULE ET REMPLACE"? */
export function saysReplaces(line: string): boolean {
  return REPLACES.test(line);
}

const OPENS_BY_REPLACING = new RegExp(
  `^\\W{0,6}(?:annule et remplace|annulla e sostituisce|anula y (?:sustituye|reemplaza)|anula e substitui|annulliert und ersetzt|ersetzt und annulliert|аннулирует и заменяет)(?!\\p{L})`,
  'iu',
);

/** The same of a title: there the words come first, for a government may annul and replace a law. */
export function opensByReplacing(title: string): boolean {
  return OPENS_BY_REPLACING.test(title);
}

/**
 * The order that a line gives in another language than English; null when it gives none.
 * @param isOurs is this name one of those whose copy it is?
 */
export function foreignOrder(line: string, isOurs: (name: string) => boolean): Order | null {
  if (!WORTH_A_LOOK.test(line.slice(0, OPENING_CHARACTERS))) return null;
  const { kills, holds, agencyTakes } = rules();
  const isSelf = agencyTakes.some((pattern) => {
    const speaker = pattern.exec(line)?.[1];
    return speaker !== undefined && (OURSELVES.test(speaker) || isOurs(speaker));
  });
  if (isSelf) return 'kill';
  if (UNTIL.test(line)) return null;
  if (kills.some((each) => each.test(line))) return 'kill';
  return line.length <= SHORT_MAX && holds.some((each) => each.test(line)) ? 'withhold' : null;
}

const SHORT_MAX = 90;
/** An order comes first. */
const OPENING_CHARACTERS = 250;
