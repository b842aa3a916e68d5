/** Phrases that say what is not settled; one expression a line, whole words, any case. */
import { phrasePattern } from './words.ts';

/** Enough on their own. */
export const STRONGLY_OPEN = phrasePattern(`
  nothing (?:has been|was|is|had been) (?:yet )?(?:decided|agreed|settled|finali[sz]ed)
  no (?:final )?(?:decision|agreement|deal|breakthrough|consensus|compromise|accord|verdict|conclusion|date|timetable) (?:has|have|had|was|were|is|on|yet|been|could)
  no (?:clear|immediate) (?:explanation|indication|sign|word|claim|comment|agreement|decision)
  (?:remains?|remained|is|are|was|were) (?:still )?(?:unclear|unresolved|unknown|uncertain|undecided|unsettled|unsolved|disputed|unexplained|at odds|deadlocked|divided|far apart|split|unaccounted for)
  (?:it|that) is not (?:yet )?(?:clear|known)
  (?:was|were|is|are) not (?:immediately |yet )?(?:clear|known|decided|settled|resolved)
  (?:has|have|had) (?:not yet|yet to|still not) \\w{3,20}
  (?:has|have|had)(?:n['’]t| not) (?:yet )?been (?:established|identified|determined|decided|resolved|explained|concluded|completed|finali[sz]ed|named|found|chosen|scheduled|released|recovered|explained|announced|agreed|settled|cleared|located|accounted for|set|made public|ruled out)
  (?:do|does|did)(?: not|n['’]t) (?:yet )?know (?:whether|if|how|when|why|what|who|where)
  still (?:searching|looking|hunting|waiting|trying|negotiating|deciding|assessing|discussing|debating)
  still needs? (?:the )?(?:approval|consent|to be|to agree|to decide|to sign|backing)
  without (?:an? |any )?(?:deal|agreement|breakthrough|accord|compromise|resolution|joint statement|decision)
  (?:has|have)(?:n['’]t| not) (?:yet )?(?:established|explained|identified|disclosed|decided|agreed|reached|resolved|determined|said|ruled|confirmed|been (?:decided|determined|identified|resolved|established))
  (?:did|do|does|could|can)(?: not|n['’]t)(?: yet)? (?:see eye to eye|agree|reach|resolve|bridge|settle)
  no (?:one|group|side|party|person) (?:has |had |have )?(?:immediately |yet )?(?:claimed|admitted|taken responsibility)
  (?:could|would|did|does|do)(?: not|n['’]t) (?:yet |immediately )?(?:say|address|explain|specify|disclose|predict|confirm) (?:why|how|when|whether|what|who|which|where|if)
  (?:nobody|no one) (?:knows?|knew|could say|can say|would say)
  failed (?:on \\w{6,9} |again |late )?to (?:agree|reach|resolve|bridge|settle|find)
  (?:fell|falls) short of (?:an? )?(?:agreement|deal|consensus|compromise)
  (?:talks|negotiations|discussions) (?:\\w{1,20} ){0,4}(?:stalled|broke down|collapsed|deadlocked)
  declin(?:ed|es|ing) to (?:say|disclose|specify|give|name|reveal|comment on (?:when|whether|how))
  would not (?:say|be drawn)
  under (?:investigation|review|negotiation)
  (?:differences|disagreements?|gaps?|divisions|sticking points?) (?:remain|persist|over|on|between|were|are)
  (?:cause|motive|reason|fate|origin) (?:of [\\w' -]{2,40} )?(?:is|was|remains?) (?:not|still|under|being|un\\w+)
  (?:remains?|is still|was still) (?:a mystery|anyone's guess|anybody's guess|an open question)
  (?:is|are|was|were|stays?) (?:still |far )?(?:from clear|from certain|up in the air|in the balance)
  still (?:missing|unaccounted for|to be (?:decided|agreed|resolved|settled|determined))
  (?:questions?|issues?|matters?|dates?|cases?|inquiry|investigation) (?:remains?|is still|are still) open
  disagree(?:d|s)? (?:on|over|about|whether|how)
  points? of contention
  (?:is|are|was|were) (?:still )?(?:at an impasse|in doubt|in dispute|in limbo)
  remains? to be (?:seen|decided|resolved|settled|agreed)
  (?:has|have|had) yet to
  (?:outstanding|unresolved|contentious|thorny) (?:issues?|questions?|matters?|points?)
  investigat(?:ing|ors are trying to|ors were trying to) (?:the cause|what|why|how|whether|determine)
  (?:awaiting|pending) (?:a |an |the )?(?:decision|ruling|approval|verdict|appeal|investigation|inquiry|results?|review)
`);

/** What settles a point after all, or speaks of something else. */
export const SETTLED = phrasePattern(`
  no longer (?:unclear|open|in doubt)
  (?:was|were|has been|have been) (?:finally )?(?:resolved|settled)
  (?:agreed|agree|decided|set) to (?:restart|resume|reopen|revive|relaunch)
  had (?:been )?(?:\\w+ )?(?:stalled|deadlocked|collapsed|broken down)
`);
