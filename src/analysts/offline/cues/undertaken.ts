/** Words that part a deed that lies ahead from a mere outlook. */
import { wordSet } from './words.ts';

/**
 * With "will" they tell how things turn out, what something is like or what it takes: no deed. What is
 * paid is among the terms of a deal.
 */
export const OUTLOOK_VERBS = wordSet(
  `become remain stay cost need depend mean make have get see feel know think believe like want hope
  fall rise grow shrink drop climb slow ease rally recover benefit suffer struggle affect hit hurt harm
  help improve worsen lead cause create allow enable require take last exceed reach total average
  account include contain cover save bring boost strengthen weaken encourage force prevent ensure prove
  seem happen come go continue work live love enjoy miss regret understand win lose die fail survive
  give produce carry generate serve show tell find say look try deal learn receive tie cut add earn
  deliver pay defend fight oppose cooperate accept respect not never no only rather`,
);

/** "will be affected", "will be needed": told of what comes over somebody. */
export const OUTLOOK_PARTICIPLES = wordSet(
  `affected hit hurt harmed needed required expected seen remembered felt missed forced based known
  judged used made found spared determined disappointed relieved pleased concerned involved limited
  left lost given hampered tested shown driven born watched tied`,
);

/**
 * Verbs of the outlook that with the words behind them tell of a deed: "go to court", "give evidence",
 * "take part", "miss the final".
 */
export const DEEDS_BY_PHRASE =
  /^(?:stay (?:on\b|in (?:touch|contact))|keep (?:talking|searching|looking|working|digging)|go (?:over|through|back\b|home\b|to (?:court|arbitration|work|trial|the polls|a vote|\p{Lu}\p{L}+)|before|into (?:talks|action|production)|on (?:strike|trial|show|display|sale|tour))|come (?:back|together|before|up for)|continue (?:the|their|its|his|her|with)\b|work (?:with|alongside)|take (?:part|over|up|charge|action|legal|to the (?:streets|field|air|stand)|the (?:case|matter|oath|field|stand|reins|lead|floor))|look (?:into|after)|give (?:evidence|testimony|details|a |an |the )|make (?:an?|its|his|her|their) (?:\p{L}+ )?(?:appearance|debut|statement|decision|announcement|choice|appeal|attempt|stop|recommendation|application|offer|bid)|say (?:farewell|goodbye)|help (?:with|out|to (?:clear|search|rebuild|evacuate))|pay (?:tribute|a visit|respects)|deliver (?:an?|the|its|his|her|their) (?:\p{L}+ )?(?:speech|address|report|verdict|findings|ruling|judgment|lecture|statement|petition)|try (?:again|once more)|learn (?:(?:his|her|its|their) (?:fate|sentence)|on|whether)|miss (?:the|(?:his|her|its|their) (?:next|first)|\p{L}+day['’]s|next) (?:[\p{L}-]+ ){0,3}(?:matches|games|match|game|final|semi-final|tie|race|tournament|tour|cup|trip|championships?|start|rest|season)|deal with the|cut (?:\d|its|their)|add (?:an?|two|three|four|five|\d+|extra|more|another)\b|defend (?:his|her|their|its) title)/u;

/** What goes ahead, or goes on "until" something, is arranged, whoever does it. */
export const ENDURES =
  /^(?:will|would|['’]ll|(?:is|are) to) (?:go ahead\b|(?:[\p{L}\p{N}'’-]{1,20} ){1,8}(?:until|till|through the|for the time being|throughout)\b|(?:be (?:closed|shut|suspended|kept|out)|stay|remain|keep|run|sit|continue|spend) (?:[\p{L}\p{N}'’-]{1,20} ){0,7}(?:overnight|all night|for (?:at least |about |around |up to |some |another |a further |the next )?(?:an?|several|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:more )?(?:hours?|days?|nights?|weeks?|months?)|for the (?:rest|remainder) of)\b)/u;

/** What comes over somebody even where it "is to be": arranged by nobody. */
export const NEVER_ARRANGED = wordSet(
  `affected expected seen remembered felt missed known judged disappointed relieved pleased feared hoped`,
);

/** Plans that are told as plans. */
export const INTENDS =
  /^(?:(?:also |now )?(?:plans?|intends?) to (?!continue|keep|be\b|have\b|become|remain|stay)|(?:promised|pledged|vowed) to (?!invest|spend|donate|pay\b|give|work|fight|defend|do\b|make|keep (?!talking)|be\b|have\b|continue|remain)|(?:considering|preparing to|planning to|weighing)\b|(?:also )?plans? (?:an?|another|further|more|new) (?:[\p{L}-]{2,20} ){0,2}(?:review|meetings?|talks|visit|trip|survey|inquiry|protests?|march|rally|strikes?|campaign|conference|vote|appeal|trial|tests?|study|sale|auction|concert|tour)\b)/u;

/** "A visit is planned", "Talks are in preparation": an event that is meant, although by nobody named. */
export const PREPARED =
  /\b(?:meetings?|talks|visit|trip|summit|round|vote|conference|return|review|hearing|inquiry|tender|auction|election|strike|march|rally|launch|mission|survey|expedition|sale|exchange|treaty|deal|law|bill|ceremony)\b[^.;,]{0,50} (?:is|are) (?:also |now |already |reportedly )?(?:planned|foreseen|envisaged|targeted|in (?:the works|preparation|the pipeline)|on the cards|being (?:planned|prepared|arranged|organi[sz]ed|lined up))\b/;
