/** Whether somebody is spoken of as a man or a woman, so that "she said" is not laid in his mouth. */
import { wordSet } from '../cues/words.ts';
import type { Entity } from '../reading/reading.ts';

/** Given names that are all but always one; names that are both (Alex, Kim, Andrea) are in neither. */
const WOMEN = wordSet(
  `mary maria patricia linda barbara elizabeth jennifer susan margaret karen nancy lisa betty helen sandra
  donna carol ruth sharon michelle laura sarah sara deborah jessica cynthia angela melissa brenda amy anna
  rebecca virginia kathleen pamela martha debra amanda stephanie carolyn christine catherine katherine
  julie emma olivia sophie charlotte emily chloe lucy hannah jane anne ann alice diana rachel victoria
  theresa teresa hillary melania ivanka ursula janet kamala nicola priyanka
  fatima aisha khadija sakura olga natalia svetlana tatiana yulia irina elena ekaterina anastasia kate katie beth jenny
  ingrid astrid sigrid karin kerstin birgit greta marta lucia carmen isabel pilar rosa juana giulia
  chiara francesca paola silvia monica claudia nadia amina mariam leila zeinab priya lakshmi sunita`,
);
const MEN = wordSet(
  `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony tony jim jimmy tom tim bob mike dave steve nick ben dan matt greg jeff ted
  mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey
  gary jacob nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank
  alexander raymond patrick jack dennis jerry tyler aaron peter henry adam nathan zachary douglas harold
  carl arthur roger keith lawrence terry sean philip simon martin ian graham neil stuart colin nigel
  mohammed muhammad mohamed ahmed ali omar hassan hussein ibrahim yusuf mustafa abdullah khalid vladimir
  sergei dmitry mikhail nikolai ivan boris igor oleg viktor juan jose carlos luis jorge pedro miguel
  antonio francisco fernando giovanni giuseppe paolo marco luca pierre jacques jean-claude françois hans
  klaus jürgen wolfgang dieter lars sven bjorn erik anders hiroshi kenji takeshi shinzo rajesh sanjay
  narendra barack joe bill emmanuel recep bashar volodymyr`,
);

const COURTESY =
  /\b(?:(mr|sir|lord|herr|monsieur|señor)|(mrs|ms|miss|dame|lady|frau|madame|señora))\.? $/i;
const HIS_ROLE =
  /(?:^|[\s-])(?:spokesman|chairman|businessman|congressman|policeman|fireman|father|husband|brother|son|grandfather|uncle|nephew|king|prince|actor|salesman)$/i;
const HER_ROLE =
  /(?:^|[\s-])(?:spokeswoman|chairwoman|businesswoman|congresswoman|policewoman|mother|wife|sister|daughter|grandmother|aunt|niece|queen|princess|actress|widow)$/i;

/** Mentions that are looked at for a courtesy. */
const LOOKED_AT = 8;

/** By courtesy, role or given name; null when none of them tells. @param text of the take */
export function genderOf(text: string, { name, mentions, roles }: Entity): 'man' | 'woman' | null {
  for (const { start } of mentions.slice(0, LOOKED_AT)) {
    const [, his, hers] = COURTESY.exec(text.slice(Math.max(0, start - 10), start)) ?? [];
    if (his !== undefined) return 'man';
    if (hers !== undefined) return 'woman';
  }
  if (roles.some(({ role }) => HER_ROLE.test(role))) return 'woman';
  if (roles.some(({ role }) => HIS_ROLE.test(role))) return 'man';
  const [given = '', next] = name.toLowerCase().split(' ');
  if (next === undefined) return null;
  if (WOMEN.has(given)) return 'woman';
  return MEN.has(given) ? 'man' : null;
}
