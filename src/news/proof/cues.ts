/** Words that turn what a sentence says: negation, modality, opposites; and names told two ways. */

import { stemOf } from './tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const NEGATORS = set(`not no never none nobody nothing neither nor without cannot can't won't don't
  doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't cant
  wont dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wouldnt couldnt shouldnt ain't
  n't hardly barely`);

/** Verbs that deny what follows them. */
const DENIERS = new Set(
  `declined refused denied failed rejected ruled unable lacked unlikely avoided stopped halted blocked
  cancelled scrapped abandoned opposed dismissed rebuffed postponed delayed deferred shelved`
    .split(/\s+/)
    .map(stemOf),
);

const MODALS = set(`will would shall should may might can could must 'll`);
const ORDER = set('before after until since');

export const isNegator = (norm: string): boolean => NEGATORS.has(norm);
export const deniesByStem = (stem: string): boolean => DENIERS.has(stem);
export const isModal = (norm: string): boolean => MODALS.has(norm);
export const isOrderWord = (norm: string): boolean => ORDER.has(norm);

/** How sure a verb is told: done, ahead, expected, or only possible. */
export type Mood = 'done' | 'ahead' | 'expected' | 'possible';

const AHEAD = set(
  `will shall 'll scheduled due set plans plan planned planning going intends intend vowed promised pledged agreed must`,
);
const EXPECTED = set('expected expects expect likely probably');
const POSSIBLE = set(`may might could can would should considering consider considers considered
  possible possibly perhaps hopes hope hoped wants want wanted seek seeks sought proposed
  propose proposes urged urge urges asked asks call called calls threatened threatens threaten if
  unless whether`);

/** The mood a word puts on the verb behind it, or null. */
export function moodOf(norm: string): Mood | null {
  if (AHEAD.has(norm)) return 'ahead';
  if (EXPECTED.has(norm)) return 'expected';
  return POSSIBLE.has(norm) ? 'possible' : null;
}

/** Words that carry no content of their own: never names, never compared. */
const FUNCTION_WORDS =
  set(`a an the and or but nor so yet as at by for from in into of off on onto out
  over per than that to toward towards up upon via with within without after before during since
  until till while when where which who whom whose what why how if though although because he she it
  they we you i him her them us me his hers its their our your my this these those there here is are
  was were be been being am do does did done have has had having will would shall should may might can
  could must not no never also too very just only even still already again more most less least much
  many some any all both each every other another such own same about around amid among between
  against through under above below near across along behind beyond despite following including
  according said says say saying told tells tell added adds new one ones now then later earlier ago
  today yesterday tomorrow meanwhile however another both during like yes mr mrs ms dr
  himself herself itself themselves oneself anyone anybody anything someone somebody something
  everything none whatever whichever whoever unlike beside besides beneath alongside aboard
  throughout regardless ever far aged non thereby whereby therefore thus hence instead rather else`);
export const isFunctionWord = (norm: string): boolean => FUNCTION_WORDS.has(norm);

const OPENERS =
  set(`police talks shares stocks prices people voters troops rebels crews leaders heads
  sales profits profit revenue output exports imports inflation unemployment growth trade markets
  investors analysts officials ministers lawmakers prosecutors judges doctors nurses students pupils
  teachers parents families relatives survivors witnesses neighbours neighbors residents locals crowds
  fans players coaches rescuers firefighters scientists researchers astronomers experts economists
  historians critics supporters opponents protesters demonstrators activists campaigners strikers
  workers unions employees staff managers bosses owners buyers sellers traders farmers fishermen
  miners drivers pilots passengers tourists visitors migrants refugees soldiers sailors officers
  authorities regulators banks companies firms airlines carmakers retailers hospitals schools cities
  towns villages countries nations states governments parliament congress senate court courts voting
  polls elections counting results figures data records reports news footage video pictures images
  rain snow wind winds flooding floods fire fires smoke storms storm heat cold weather water power
  electricity traffic trains flights roads bridges health food fuel oil gas gold work construction
  production negotiations negotiators diplomats envoys delegates mediators observers monitors former
  current senior top local national international federal foreign domestic young old early late high
  low heavy strong weak big small major minor several dozens hundreds thousands millions half part
  next last this first second third final nearly almost only just even once soon early late overall
  currently previously recently officially eventually finally instead inside outside details plans
  efforts attempts hopes fears doubts questions concerns tensions violence fighting clashes attacks
  explosions shots gunmen attackers suspects victims bodies casualties injuries deaths`);

/** A common word that can open a sentence: its capital makes no name of it. */
export function isCommonOpener(norm: string): boolean {
  return OPENERS.has(norm) || COMMON_ENDING.test(norm);
}

const COMMON_ENDING =
  /.(?:tion|ment|ness|ty|ing|ance|ence|ship|ism|ists?|ers|ors|ials|tions|ments|ly)$/;

/** Countries and their people where the two do not begin alike. */
const ALIASES = `uk,britain,british,briton,britons,england,english,kingdom
us,usa,america,american,americans,states,u.s
france,french
germany,german,germans
netherlands,dutch,holland
spain,spanish,spaniard
greece,greek
switzerland,swiss
denmark,danish,dane
poland,polish,pole
sweden,swedish,swede
turkey,turkish,turkiye
wales,welsh
ireland,irish
norway,norwegian
peru,peruvian
thailand,thai
myanmar,burma,burmese
eu,european,europe
un,nations,united
nato,alliance
cyprus,cypriot
iraq,iraqi
philippines,filipino,philippine
ceo,executive
pm,premier
mp,mps,lawmakers,deputies`
  .split('\n')
  .map((line) => line.split(','));

const ALIAS_GROUP = new Map(
  ALIASES.flatMap((names, at) => names.map((name) => [name, at] as const)),
);

/** Do two name words mean the same country, people or body? "Russia" and "Russian" do. */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  const group = ALIAS_GROUP.get(a);
  if (group !== undefined && group === ALIAS_GROUP.get(b)) return true;
  const shared = Math.min(a.length, b.length);
  if (shared < 4) return false;
  const root = shared > 5 ? shared - 1 : shared;
  if (a.slice(0, root) !== b.slice(0, root)) return false;
  return ENDING.test(a.slice(root)) && ENDING.test(b.slice(root));
}

const ENDING = /^(?:a|e|y|s|n|i|an|ns|ans|ian|ians|ish|ese|is|ic|ia|es|na|en|er|ers)?$/;
