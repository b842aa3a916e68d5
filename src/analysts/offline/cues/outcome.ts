/** Verbs of what came of it, and verbs that only tell how it went on. */
import { wordSet } from './words.ts';

/** Verbs, in the form of a thing done, that tell what came of it; 3 is strongest. */
const LISTS: Readonly<Record<number, string>> = {
  3: `agreed approved ruled convicted acquitted sentenced elected re-elected reelected signed passed
    rejected ratified upheld overturned resigned fired sacked killed died struck beat defeated won
    collapsed erupted crashed derailed exploded raised cut appointed named adopted vetoed dismissed
    fined jailed arrested charged seized recalled acquired overturns quashed struck-down banned
    suspended abandoned cancelled canceled declared voted endorsed injured wounded ousted dissolved
    settled sued overruled knocked lowered lifted accepted stole sank stormed toppled remanded
    deported expelled indicted exonerated executed evicted hanged drowned killing injuring wounding`,
  2: `improved concluded reached confirmed ordered launched closed opened announced found discovered
    unveiled awarded granted lifted imposed extended withdrew retracted corrected merged bought sold
    fell rose jumped dropped plunged surged slipped climbed tumbled gained lost left reduced held
    destroyed damaged evacuated rescued freed released finished set broke claimed ended resumed
    restored completed cleared blocked halted published identified detected hit retained kept
    laid shed drew advanced qualified captured pleaded replaced removed evacuated displaced
    unchanged burst marched flooded engulfed swept ruptured moved pulled quit hacked leaked stormed threw axed ditched doubled tripled quadrupled halved stunned suspended scrapped postponed delayed shut
    recovered earned landed crossed slid trimmed hiked topped outpaced beat drew levelled
    scored donated secured clinched sealed repaid
    recognised recognized barred impounded confiscated intercepted detained
    disbanded merged split demolished unearthed excavated inaugurated tendered
    leaving cutting destroying forcing`,
};

export const OUTCOME_VERBS: ReadonlyMap<string, number> = new Map(
  Object.entries(LISTS).flatMap(([weight, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((verb) => [verb, Number(weight)] as const),
  ),
);

/** Pasts that tell how something went on, or what was meant: what came of it stands elsewhere. */
export const PROCESS_VERBS: ReadonlySet<string> = wordSet(
  `met held gathered began started continued arrived visited travelled traveled came went spoke
  discussed debated worked searched waited sought tried wanted hoped looked prepared planned faced
  remained stayed lay stood sat saw watched felt thought believed expected feared seemed appeared
  considered hovered braced geared readied weighed mulled kept was were had did been based located
  called used known seen set scheduled due`,
);

/** Verbs that tell a result only together with the word behind them. */
export const PHRASAL_OUTCOMES: ReadonlySet<string> = new Set([
  'called off',
  'turned down',
  'ruled out',
  'stepped down',
  'pulled out',
  'walked out',
  'broke down',
  'brought down',
  'backed down',
  'carried out',
  'wiped out',
  'put off',
  'shut down',
  'gave up',
  'took over',
  'went bankrupt',
  'went back',
]);
