/** Phrases that announce what comes; one expression a line, whole words, any case. */
import { phrasePattern } from './words.ts';

const MONTH = '(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)\\w{0,6}';

/** The hour at which something happens, in lower-case words; the source of a pattern. */
export const HOUR =
  '(?:about |around )?(?:\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.?m\\b|gmt|local)|\\d{4} (?:gmt|local)|0\\d[0-5]\\d\\b|noon|midnight|dawn|dusk|daybreak|sunrise|nightfall|first light)';

/** Agreed, ordered or scheduled. */
export const FIRM = phrasePattern(`
  will (?:be |also |then |next |now |again )?\\w{2,20}
  (?:is|are) going to (?:be )?\\w{2,20}
  (?:is|are|was|were) (?:now |also |next |currently )?(?:scheduled|due|set|slated|billed|timetabled|booked|listed|pencilled in|fixed|planned|promised) (?:to|for|on|in|at|back)
  (?:given|gave|giving|served) notice of
  (?:can|may) (?:return|go back|go home|apply|register|claim|collect|move back|travel|enter)
  (?:rises?|falls?|increases?|goes up|go up|doubles?) (?:[\\w'’.-]{1,20} ){0,7}(?:on|from|next)
  (?:is|are) (?:meeting|visiting|travell?ing|leaving|closing|opening|adding|launching|ending|starting|moving|holding|hosting|flying|returning|retiring|stepping|standing|playing|facing|joining)
  (?:agreed|agree|decided|voted|arranged) to (?:hold|meet|resume|reconvene|continue|send|sign|begin|start|return|talk|convene|launch|open|restart)
  (?:takes?|take) (?:effect|place|office|over|charge|up|the oath)
  (?:he|she|it|they|we|who)['’]ll (?:be )?\\w{2,20}
  (?:has|have) been (?:scheduled|set|fixed|called|declared|arranged|booked|moved|put back|brought forward|pencilled in|rescheduled)
  (?:has |have )?(?:given|gave|gives|handed|granted|allowed|set) (?:[\\w'’-]{1,20} ){1,6}until
  (?:is|are) being (?!considered|discussed|mulled|debated|investigated|examined|sought|treated|used|blamed|described|seen|talked)\\w{2,20}
  agreed (?:to|on) (?:an? |the |another )?(?:[\\w'’-]{1,20} ){0,3}(?:session|meeting|round|summit|talks|visit|truce|ceasefire|elections?|date)
  (?:is|are|they['’]re|it['’]s) payable
  with effect from
  (?:has|have) been put on (?:the|its|their) (?:calendar|agenda|schedule|docket|list) for
  (?:has|have) (?:called|invited|summoned|convened) (?!on |for |off |(?:it|him|her|them) (?:an? |the |to\\b))(?:[\\w,'’-]{1,20} ){1,6}(?:for|on|to)
  (?:is|are) out (?:on|in|at|next|later|tomorrow|today)
  accept(?:ed|s) (?:an? |the )?invitation to \\w{2,20}
  (?:has|have) to \\w{2,20}
  (?:directed|ordered|instructed|obliged|obliges|requires?|required|gave|given|asked|told) (?:[\\w,'’-]{1,20} ){1,10}to \\w{2,20} (?:[\\w'’€£$,.-]{1,20} ){0,8}(?:by|before|within)
  (?:been|was|were) (?:asked|told|ordered|invited|instructed|given) (?:[\\w'’-]{1,20} ){0,4}(?:to|until|till)
  (?:told|instructed|directed) (?:[\\w'’-]{1,20} ){0,6}to (?:be back|return|report|leave|evacuate|appear|vacate|resume|reopen)
  becomes (?:[\\w'’-]{1,20} ){1,6}(?:on|in|from|next)
  (?:is|are) in (?:\\w{1,12} )?(?:days|weeks|months)
  (?:adjourned|postponed|delayed|rescheduled|moved|put back|put off) (?:the \\w+ )?(?:until|till|to)
  (?:ordered|required) (?:\\w+ ){0,6}(?:by|to appear|to report|to return)
  (?:kicks?|begins?|starts?|opens?|resumes?|concludes?|ends?|runs?) (?:on|in|at|from|to|next|tomorrow|later|this)
  (?:scheduled|rescheduled|set|fixed|listed|slated|booked|billed|pencilled in) for
  scheduled to
  settled on (?:\\d{1,2} ${MONTH}|${MONTH}|\\w{3,6}day)\\b
  (?:is|are) (?:down|lined up|in line) for
  (?:has|have) been (?:agreed|confirmed|announced|arranged|booked)(?=[,.]| by\\b)
  (?<=, )(?:sitting|meeting|convening|gathering|opening|running|lasting|arriving|taking place|voting) (?:[\\w'’-]{1,20} ){0,4}(?:on|from|until|in) (?:\\d{1,2} )?(?:\\w{3,6}day\\b|${MONTH})
  (?:now |next |then |first )?(?:goes|heads|moves|passes|returns|proceeds) (?:back |now |next )?to (?:an? |the |its )?\\w{2,20}
  (?:trial|hearing|search|case|inquiry|inquest|talks|count|counting|tournament|investigation|strike) (?:continues?|resumes?|goes on)
  (?:comes?|enters?|goes|go) into (?:force|effect|service)
  expires?
  (?:holds|meets|returns|appears|reports|votes|rules|decides|travels|heads|flies|visits|debates|publishes|releases|hosts|faces|sits|launches|leaves) (?:[\\w'’-]{1,20} ){0,5}(?:on|next|tomorrow|in|this)
  (?:ahead of|before|prior to) (?:an? |the |its |their |this )?(?:[\\w'’-]{1,20} ){0,4}(?:vote|meeting|summit|election|elections|hearing|talks|match|game|leg|final|trial|referendum|deadline)
  (?:has|have|gives?|gave|given) (?:[\\w'’-]{1,20} ){0,4}(?:hours|days|weeks|months|years|hour|day|week|fortnight|month|year)(?: in which)? to
  (?:(?:has|have) been|was|were|is|are) (?:extended|prolonged|renewed) (?:by|until|till|for|to)
  (?:extended|extends|prolonged|renewed) (?:the |its |their |his |her |an? )(?:[\\w'’-]{1,20} ){1,6}(?:until|till|to) (?:\\w{3,6}day\\b|\\d|${MONTH}|next|the)
  (?:put|pushed|moved|brought) (?:[\\w'’-]{1,20} ){1,4}(?:back|forward) to
  (?:put back|pushed back|brought forward|moved (?:forward|up|back)|delayed|postponed|extended|prolonged) by (?:[\\w'’-]{1,20} ){1,3}(?:to|until|till)
  (?:agreement|promise|pledge|undertaking|accord|invitation|deal) to (?:meet|reconvene|resume|hold|return|come|convene|talk|sign|start|begin|sit|speak|visit|travel|reopen)
  (?:has|have) (?:booked|reserved|hired|chartered) (?:[\\w'’-]{1,20} ){1,6}for
  (?:is|are) (?:next |back )?in action
  (?:can|may) \\w{2,20} (?:[\\w'’-]{1,20} ){0,6}(?:from|as of|starting) (?:next|\\w{3,6}day\\b|\\d|${MONTH})
  must (?:stay|remain) (?:[\\w'’-]{1,20} ){0,5}for
  (?:starting|beginning|commencing) (?:on |from |next |in )?(?:\\w{3,6}day|tomorrow|week|month|${MONTH})
  next (?:round|meeting|hearing|session|match|game|launch|vote|test|election|summit|review|report) (?:is|are|was|in|on|at)
  (?:agree(?:d|s)?|decided|voted|opted|resolved|undertook|undertakes?) (?:(?:on |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day )?to \\w{2,20}
  (?:was|were) to (?!blame|have\\b|be (?:seen|blamed|believed|expected|found))\\w{2,20}
  due (?:on|in|at|by|next|later|out|tomorrow|tonight|early|late|before|within|this|around|no later|\\w{3,6}day|${MONTH}\\.?)
  (?:been|is|are|was|were|has|have) \\w{2,18}(?:ed|en|et) (?:[\\w'’-]{1,20} ){0,3}for (?:(?:early|late|next|the|\\d{1,2}) )?(?:\\w{3,6}day(?!['’])|${MONTH}|(?:following|coming) (?:week|month|year)|(?:first|second|third|last|final) (?:week|half|quarter|days)|week|month|year|weekend|spring|summer|autumn|winter|new year)
  date of
  (?:begins?|starts?|opens?|resumes?|closes?) (?:immediately|at once|shortly|straight away)
  (?:stays?|remains?) (?:[\\w'’-]{2,20} ){1,6}(?:until|till|through|overnight|for (?:at least|about|around|up to|another|a further|the (?:rest|remainder|coming|next)|an?|several|two|three|four|five|six|seven|\\d{1,3}))
  (?:is|are|lasts?|runs?|continues?) (?:[\\w'’-]{2,20} ){0,6}through (?:\\w{3,6}day\\b|${MONTH})
  (?:been|was|were) (?:ordered|told|asked|instructed|directed) to (?:[\\w'’-]{1,20} ){1,6}(?:until|till)
  (?:takes? charge|stays? on|steps? in|stands? in|fills? in) (?:[\\w'’-]{1,20} ){0,6}(?:for the time being|until|till)
  (?:takes? over|continues?) (?:[\\w'’-]{1,20} ){0,6}(?:for the time being|until)
  (?:steps? (?:down|aside)|stands? down|takes? over|leaves?|retires?|reopens?|resumes?) (?:[\\w'’-]{1,20} ){0,5}(?:once|as soon as)
  (?<=\\b(?:kick-?off|start|throw-in|face-off|tip-off|lift-?off|launch|play|blast-?off) )(?:is|comes) (?:at|on|from)
  (?:can|may) be \\w{3,18} (?:[\\w'’-]{1,20} ){0,7}(?:from|until|till|as of)
  (?:is|are) (?:allowed|permitted) (?:back|home|in|out|to \\w{2,20}) (?:[\\w'’-]{1,20} ){0,6}(?:on|from|at|as of|until)
  to (?:re)?appear (?:again |in court |before (?:[\\w'’-]{1,20} ){1,3})?on
  (?:has|have) been (?:entered|nominated|selected|called up|drafted) for
  next (?:up|in line|on the (?:agenda|programme|program))
  (?:see|sees) each other again
  (?:is|are) (?:suspended|ineligible|banned|ruled out|cup-tied) for the
  (?<=\\bwith (?:[\\w'’-]{1,20} ){1,5})to (?:follow|come)(?=[.,])
  (?:misses|sits out|skips) (?:the|his|her|their|next|two|three)
  get(?:s)? \\w{2,18}(?:ed|en|ld|wn) (?:on|in|next)
  must (?:[\\w,'’-]{1,20} ){1,14}(?:by|before|within|on|in|until|till|no later than)
  (?:announced|called|declared|proclaimed|scheduled|arranged|convened|ordered|set) (?:an? |the |its |their |another |more |new |fresh |two |three |several |\\d{1,3} )(?:[\\w'’-]{1,20} ){1,9}(?:for|from|starting|beginning|on) (?:early |late |next |the |\\d{1,2} )?(?:\\w{3,6}day(?!['’])|\\d|next|week|month|weekend|${MONTH})
  (?:is|are) for (?:early |late |next )?(?:\\w{3,6}day\\b|\\d{1,2} ${MONTH}|${MONTH})
  (?:is|are) not to \\w{2,20} (?:[\\w'’-]{1,20} ){0,6}(?:before|until|till)
  (?:may|can|must|could) ?not \\w{2,20} (?:[\\w'’-]{1,20} ){0,6}(?:before|until|till)
  (?:is|are|was|were) (?:\\w{3,12}ly )?(?:halted|closed|shut|suspended|barred|banned|grounded|frozen|cut off|off limits|invited|asked|told|ordered|urged|obliged|required|allowed|free) (?:[\\w'’-]{1,20} ){0,6}(?:until|till|by|from|no later than)
  (?:set|fixed|named|gave|chose|picked) (?:\\d{1,2} ${MONTH}|${MONTH}\\.? \\d{1,2}|\\w{3,6}day) (?:as|for) (?:an? |the |its )
  (?:told|ordered|instructed|directed|advised|invited|summoned) (?:[\\w'’-]{1,20} ){1,6}to \\w{2,20} (?:[\\w'’-]{1,20} ){0,8}(?:on|at|from|until|next)
  with (?:an? |the |its |their )(?:first|next|second|third|further|final|last|new) (?:[\\w-]{2,20} ){1,3}(?:on|in|at|next)
  (?:is|are|comes?|goes|go) up for
  is (?:an? |the )(?:last|first|final|public|bank|national) (?:\\w{2,12} )?(?:day|holiday|chance)
  there (?:is|are) to be (?!no\\b)\\w{1,20}
  (?<=, )to (?:be \\w{3,20}|apply|begin|start|open|run|take \\w+|follow|last) (?:[\\w'’-]{1,20} ){0,4}(?:from|in|on|by|at|until|next)
  (?:is|are) (?:back|off|up|away|out|down|shut|closed|open|free|absent) (?:[\\w'’-]{1,20} ){0,5}(?:on|from|until|at|next|by)
  gets? (?:under ?way|going|started|to work)
  (?:gave|given|giving|gives?) notice that (?:[\\w'’-]{1,20} ){1,5}(?:would|will) \\w{2,20}
  (?:has|have) until
  (?<!\\b(?:aim|goal|purpose|plan|idea|task|challenge|problem|job|point|priority|question|answer|hope|key|way|reason|what|it|there|that|this) )(?:is|are) to (?!blame|be (?:seen|blamed|believed|expected|found)|do|me|us|them)\\w{2,20}
  (?:is|are|was|were) being (?:prepared|planned|arranged|organi[sz]ed|readied) for
  (?:push(?:ed|es|ing)|mov(?:ed|es|ing)|put|puts|putting) (?:it )?back
  (?:slips?|slipped|delayed|delays|delaying|postponed|postpones|postponing|deferred|moved|rescheduled) (?:[\\w'’-]{1,20} ){0,10}(?:to|until|till)
  (?:goes|go) (?:on sale|to the polls|on trial|before)
  to be (?:held|sentenced|published|released|announced|unveiled|sworn in|decided|completed|finished|delivered|paid|tabled|heard|signed|tried)
  (?:set|fixed) (?:a |the |for )?(?:date|hearing|deadline|trial|sentencing)
  until
  (?<!\\b(?:an?|the|his|her|its|their|this|that) )(?:face|faces|facing|play|plays|meet|meets|host|hosts|visit|visits|travels?)
  (?<!\\b(?:to|not|could|would|might|may|should|can|cannot|must|will|n['’]t) )(?:gathers?|convenes?|reconvenes?|resumes?|reopens?|opens?|closes?|apply|applies|takes? over|steps? (?:down|aside)|stands? down|comes? in|continues?|arrives?|leaves?|departs?|returns?|goes on (?:trial|sale|strike|show|display)|goes? to the polls|takes? up|lapses?|runs? out|follows?|begins?|starts?|launches|unveils|signs|addresses|inaugurates|lifts? off|blasts? off|kicks? off|tours|chairs|resits?|stays? (?:shut|closed|open|in (?:place|force|effect))|remains? (?:shut|closed|in (?:place|force|effect))) (?:[\\w'’-]{1,20} ){0,7}(?:on|at|from|next|tomorrow|in|this|until|till|later|\\w+day)
  effective (?:from |on |as of )?\\w{2,20}
  (?:leg|final|semi-?finals?|quarter-?finals?|race|match|game|summit|talks|hearing|meeting|round|elections?|vote|funeral|service|ceremony|launch|trial|auction) (?:is|are) (?:in|at|on|next|tomorrow|against|away to|at home to)
  (?:awaits?|awaiting) (?:an? |the |its |their )?(?:[\\w'’-]{1,20} ){0,6}(?:decision|meeting|report|verdict|ruling|data|figures|results?|vote|election|summit|hearing|statement|speech|sentencing)
  (?:promised|pledged|offered) (?:[\\w'’-]{1,20} ){0,6}(?:by|within|before) (?:the )?\\w{2,20}
  summon(?:ed|s) (?:[\\w'’-]{1,20} ){1,4}(?:to|for)
  (?<!\\b(?:to|not|could|would|might|may|should|can|cannot|must|will|n['’]t|the|an?|its|their|his|her|[a-z]+['’]s) )(?:hold|meet|return|appear|report|vote|rule|decide|travel|head|fly|visit|debate|publish|release|host|face|sit|launch|play|sign|go|sit|take) (?:[\\w'’-]{1,20} ){0,6}(?:on|at|from|next|tomorrow)
  deadline
  (?:has|have|had) (?:undertaken|committed) to \\w{2,20}
  (?:promis(?:ed|es)|pledge[ds]|vow(?:ed|s)) to \\w{2,20}
  planned for
  (?:is|are) on
  (?:is|are) (?:in|at) (?:[\\w'’-]{1,20} ){1,4}on
  (?:vote|votes) (?:on|in|to)
  (?:call(?:ed|s)|conven(?:ed|es)|summon(?:ed|s)|schedul(?:ed|es)|announc(?:ed|es)) (?:an? |the |its )?(?:[\\w'’-]{1,20} ){0,3}(?:meeting|session|summit|vote|election|elections|referendum|conference|hearing|strike|talks|rally|march|protests?|vigil|demonstrations?|walkout|stoppage|boycott)
  (?<!\\bto )(?:has|have) (?:an? |their |its |another )?(?:[\\w'’-]{1,20} ){0,2}(?:match|game|fixture|hearing|appointment|friendly|premiere|debut|opening|session|reading|audience|medical|showing|launch)
  (?:said|says|added|announced|confirmed|pledged|wrote|promised|told) (?:(?!(?:might|could|may|hoped?|hopes|wanted) )[\\w,.'’-]{1,24} ){0,10}(?:would|(?:he|she|it|they|we)['’]d(?! (?:been|had|\\w{2,20}ed)\\b)) (?:be |also |then |now )?\\w{2,20}
`);

/** Expected, hoped for or asked for. */
export const SOFT = phrasePattern(`
  (?<!\\bbe )(?:hoped|hopes|wanted|intended|aimed|offered|proposed) to \\w{2,20}
  (?:is|are|was|were) (?:widely |also |now |likely )?expected (?:to|in|on|by|at|next|later|this)
  (?:is|are|was|were) (?:also |more |most )?likely
  (?:is|are|was|were) (?:now |also |eagerly |keenly )?(?:foreseen|envisaged|awaited|anticipated|pencilled in|penciled in|targeted)
  (?:is|are) (?:also |now |already |reportedly )?(?:in (?:the works|preparation|the pipeline)|on the cards|being (?:planned|prepared|arranged|lined up))
  (?:is|are|was|were) (?:tipped|hoped|reckoned) (?:to|that)
  it is hoped
  would (?:like|love|prefer) to \\w{2,20}
  (?:(?:has|have|had) been|is|was|are|were) (?:suggested|mooted|floated|proposed|put forward) (?:as|for)
  could be (?:put (?:off|back)|postponed|delayed|moved|extended|prolonged|brought forward|resumed|renewed)
  (?:looks?|seems?|appears?) (?:likely|set|certain|sure|poised|bound) (?:to|on|in|by)
  propos(?:es|ed) to
  threaten(?:s|ed|ing) (?:(?:on )?\\w{3,6}day )?to
  (?:promised|pledged|vowed) to \\w{2,20}
  (?:seeking|calling for|looking to)
  (?:expects?|hopes?|intends?|aims?|wants?|seeks?|hoping|hope|aiming|planning|considering)
    (?:called|calls|urged|asked|demanded|pressed) (?:for|on|that)
  plans? (?:to|an?|another|more|its|their)
  (?:said|says) (?:(?!would )[\\w,'’-]{1,20} ){1,9}would (?:appeal|seek|study|consider|examine|explore|look into)
  (?:expectations?|hopes|speculation|bets) (?:that|of)
  (?:possibly|perhaps|probably|tentatively|provisionally)
  (?:could|might|(?<!\\b(?:in|for|last|next|this|of|by|since|until|late|early|mid|on|from|to|after|before|\\d{1,2}) )may) (?!\\d|be\\b|have\\b|well have\\b|not\\b|(?:rise|fall|grow|shrink|drop|climb|slow|ease|narrow|widen|exceed|average|suffer|hurt|worsen|improve|save|cost|create|boost|reach|mean|become|help|cause|affect|lose|double|halve)\\b)\\w{2,20}
  (?:is|are) being (?:considered|discussed|mulled)
  (?:is|are) (?:still |now |also )?(?:possible|conceivable|under (?:consideration|discussion))
  (?:may|might) (?:now |then |also |still |even )?be (?!affected|hit|hurt|harmed|needed|required|forced|seen|killed|delayed|exceeded|missed|reduced|weakened)\\w{2,18}(?:ed|en|ld|lt|nt|id|de|wn|ught|et|ut)\\b
  could be (?:made|announced|taken|reached|signed|published|called|held|ready|open|finished|in place|launched|sworn in)
  would (?:be held|take place|go to|meet|begin|start|open|have to|enter)
  should (?:be|close|launch|leave|meet|reopen|return|arrive|resume|start|begin|finish|end|open|reach|flow|follow|come)
  (?:forecast|predicted|proposed|tentative|(?<!\\b(?:its|their|his|her) )target(?! (?:range|band|rate|price|level|zone|date))|targeted|targeting)
  expected
`);

/** What somebody "said he would" try, study or take to a court is meant, and not arranged. */
export const MEANT_ONLY =
  /^[^.;]{0,80}?\bwould (?:appeal|seek|study|consider|examine|explore|look|work|try|fight|challenge|contest|sue|ask|push|press|urge|demand|respond|resist|discuss|raise|propose|recommend|review)\b/;

/** Things that are arranged beforehand, named with a word that says that they still lie ahead. */
export const PLANNED_THING =
  /\b(?:an? |the |its |their )?(?:(?:planned|upcoming|scheduled|forthcoming|coming|expected|next) (?:[\p{L}-]{2,20} ){0,3})(?:summit|meetings?|talks|rounds?|hearing|vote|election|elections|referendum|trial|match|game|launch|visit|conference|session|auction|review|final|race|flight|strike|debate|tour|verdict|sentencing|decision|report)\b/iu;

/** "next week's match against X", "Friday's vote": the time itself names the step. */
export const THING_OF_TIME =
  /^ (?:brings|sees|marks)\b|^['’]s? (?:[\p{L}-]{2,20} ){0,3}(?:summit|meeting|talks|round|hearing|vote|election|elections|referendum|trial|match|game|launch|visit|conference|session|auction|final|semi-?final|race|strike|debate|sentencing|decision|derby|stage|congress|fixture|opponents?|trip|deadline|(?:jobs|inflation|payrolls|growth|trade|price) (?:data|figures|report|numbers))\b/iu;

/** Nouns that make "will" alone a step: without a date, something must at least be arranged. */
export const ARRANGED =
  /\b(?:held|buried|extradited|questioned|return to court|talk|summit|meeting|meet|talks|round|hearing|vote|voting|election|referendum|trial|appeal|sentenced|sentencing|inquest|inquiry|launch|conference|session|replay|semi-?final|quarter-?final|final|funeral|inauguration|sworn|auction|report|published|results|resume|reconvene|take effect|will (?:examine|investigate|question|interview|celebrate|address|brief|chair|inspect|tour|travel to|fly to|join|succeed|replace|testify|appeal|challenge|step down|take over|seek))\b/i;

/** Deeds that, with "will" and no date, are announced and no mere outlook. */
export const ANNOUNCED =
  /^will (?:also |then |now |next |each |both |all |not |be )*(?:paid|flown|returned|replaced|moved|sent|given|built|rebuilt|tested|demolished|opened|closed|shut|sold|auctioned|destroyed|buried|tried|charged|deported|released|freed|recalled|compensated|refunded|repatriated|handed|put to|voted|reviewed|inspected|investigated|named|appointed|announced|published|decided|determined|held|signed|launched|tabled|submitted|presented|transferred|deployed|set up|evacuated|vaccinated|screened|dealt with|send|deploy|build|open|close|sell|buy|hire|launch|publish|release|present|submit|propose|sign|vote|decide|review|investigate|return|leave|visit|meet|hold|host|file|sue|recall|compensate|refund|evacuate|rebuild|withdraw|resume|suspend|replace|succeed|oversee|travel|fly|deliver|supply|train|contribute|lend|set up|appoint|name|hand|table|consult|ask|run|lead|head|play|skip|finance|fund|ban|bar|introduce|impose|lift|receive|restart|reopen|close|spared|exempt|covered|barred|banned|introduced|imposed|lifted|extended|reduced|cut|raised|doubled|halved|suspended|kept|invited|questioned|heard|examined|discussed|debated|fitted|equipped|fined|awarded|refused|resumed|restored|repaired|posted|admitted|broadcast)\b/;

/** Nobody arranged these: opinion, general truth, promise about the world. */
export const NO_STEP =
  /\b(?:(?:analysts?|economists?|experts?|critics|observers|traders|forecasters|investors)\b[^.;]{0,60}\b(?:believe|expect(?:ed)?|say|said|think|predict(?:ed)?|forecast|see|fear|reckon|estimate|warn(?:ed)?)|(?:study|survey|poll|research|model|forecast) (?:says|shows|finds|suggests|found)|scientists (?:say|warn|fear|believe)|(?:nothing|nobody|no one|none of (?:them|it)) (?:will|would)|^\W{0,2}without\b|(?:takes? place|meets?|opens?|closes?|runs?|(?:is|are) held) (?:[\w'’-]{1,20} ){0,6}every\b|under contract|contract,? (?:[\w'’-]{1,20} ){0,4}until (?:\w{3,9} )?\d{4}|(?:rains?|rainfall|showers?|snow|snowfall|snowstorm|thunderstorms?|(?:winter |tropical )?storms?|winds?|gusts|heat|heatwave|temperatures?|mercury|fog|frost|weather|cold front|(?:warm|cold|cool)er air|cyclone|hurricane|typhoon|monsoon)\b(?:[ ,][\w'’.-]{1,20}){0,6} (?:will|could|may|might|would|(?:is|are) (?:set|due) to) (?:also |again |then |likely )*(?:bring|ease|drop|rise|fall|top|exceed|dip|plunge|soar|return|last|weaken|strengthen|intensify|continue|reach|move|spread|persist|dump|pick up|make landfall|top|climb)|enough to \w+|believes?|predict(?:s|ed)?|fears?|will (?:never|always|not(?! (?:[\w'’-]{1,20} ){1,14}(?:before|until|till)\b)|no longer|remain(?![^.;]{0,60}\b(?:until|till|through)\b)|continue to(?![^.;]{0,60}\b(?:until|till|through)\b)|be remembered|depend|need|probably|help|pave|mean|know|ensure)|won['’]t|whether|wherever|look(?:s|ed|ing)? forward|no plans?|(?<=^\W{0,2})no (?:[\w-]{2,20} ){1,4}(?:is|are|was|were|has been|have been) (?:planned|scheduled|expected|due|set|foreseen)|(?:profits?|sales|revenues?|earnings|prices|costs|inflation|output|exports|imports|growth|unemployment|demand|stocks|reserves|temperatures?|population|economy|emissions|deficit|debt|oil|crude|gold|copper|bitcoin|shares|yields|euro|dollar|yen|pound|index) (?:would \w+|(?:will|should|could|may|(?:has|have) to|(?:is|are) (?:(?:set|likely|expected|projected|bound|poised|forecast|on (?:track|course)) )?to) (?:outstrip|rise|fall|grow|shrink|drop|climb|slow|reach|hit|exceed|average|total|increase|decline|double|triple|halve|ease|recover|be (?:up|down|higher|lower|flat)))(?! (?:[\w.%-]{1,12} ){0,6}(?:on|from) )|(?<=^\W{0,2})no (?:fresh |new |firm |further )?(?:date|time|timetable) (?:has|have|was|is|had)|unclear|uncertain|unknown|not (?:yet |immediately |at all )?(?:clear|certain|sure|known|decided)|(?:has|have|had)n['’]t (?:yet )?(?:decided|said|agreed)|(?<!\b(?:that|which) (?:has|have|had) )been (?:delayed|postponed|put off|shelved|deferred)(?! (?:until|till|to|by|for)\b)|(?:not|never) (?:expect(?:ing)?|plan(?:ning)?|intend(?:ed|ing)?|anticipat(?:e|ing)|foresee)\b|(?:not|never) (?:expected|planned|anticipated|scheduled|due)(?! (?:[\w'’-]{1,20} ){0,6}(?:before|until|till)\b)|(?:is|are) (?:now |also )?(?:off|on hold|on ice)(?=[,;.]|$| (?:after|because|and|but)\b)|(?:does|do|did)n['’]t (?:expect|plan|intend|anticipate|foresee)|was (?:originally|initially)|(?:does|do|did|need|needs) ?n[o’']t (?:have to|need|be)\b|\b(?:usually|typically|normally|traditionally)\b|forecasts?\b[^.;]{0,60}\b(?:average|growth|grow|rise|fall|shrink|expand|inflation|earnings|revenue|profits?)|had been (?:scheduled|due|set|expected|planned)|were originally|but (?:was |were |it was |they were |then |later |had been |has been )?(?:postponed|delayed|put off|broke down|broke up|broke off|collapsed|fell through|stalled)(?! (?:until|till|to)\b)|would be (?:wrong|right|good|better|best|hard|difficult|impossible|easy|unfair|fair|wise|foolish|an? |able|enough|necessary|premature|irresponsible|dangerous|unthinkable|too|very|no )|(?:reject(?:ed|s)|refus(?:ed|es)|den(?:ied|ies)|turned down|dismissed|threw out|ruled out) (?:[\w'’-]{1,20} ){0,5}(?:requests?|bids?|appeals?|motions?|calls?|proposals?|pleas?|demands?|offers?|applications?) (?:to|for|by)|(?<!\bbe )(?:cancelled|canceled|called off|scrapped)|(?:planned|scheduled|due|set) (?:for|on) [^,;]{2,40} (?:was|were|has been|have been) (?:banned|scrubbed|abandoned|aborted|rained off)|not know (?:if|when|how)|(?:growth|inflation|deficit) of [^,;]{2,20} (?:is|was) (?:forecast|expected|seen)|forecasts? for [\w ]{2,20} (?:was|were|is|to)\b|^\W{0,2}(?:an?|another) (?:\w{3,12} )?(?:defeat|win|victory|draw|loss|failure|default|shortage)\b[^,;]{0,40} (?:would|could|will|may|might)|\b(?:applications?|requests?|appeals?|motions?|bids?|petitions?)\b[^.;]{0,80}\b(?:was|were) (?:refused|rejected|dismissed|turned down|denied|thrown out)|(?:been|was|were|is|are) (?:since |now )?(?:dropped|shelved|abandoned|axed|withdrawn|ditched)|will \w{2,12} no)\b/i;

/** "It has two months to do so": who and what stand in the sentence before. */
export const LEANS_BACK =
  /^\W{0,2}(?:it|they|he|she|we|both|this|that)\b[^.;]{0,120}\bdo (?:so|this|that|it)\b/i;

/** "Talks would resume on Monday, she said": who says it stands behind, and "would" is a "will". */
export const SAID_BEHIND =
  /, (?:[\w.'’-]{1,24} ){1,8}(?:said|says|announced|added|confirmed)(?: [^,;"“]{1,40})?\.?$/;

/** "said lawyers were reading it and a decision would be made": what "said" governs runs on. */
export const REPORTED_FURTHER =
  /\b(?:said|announced|added|confirmed|told)\b(?:(?!\bif\b)[^.;:“”"]){1,160} and (?:(?:an?|the|its|their) )(?:[\w'’-]{1,20} ){1,6}would(?= be \w)/;

/** "announced that his party was going": under a verb of saying the progressive lies ahead. */
export const REPORTED_PROGRESS =
  /\b(?:said|says|announced|added|confirmed) (?:(?:on |late |early )?\w{3,6}day )?(?:that )?(?:[\w'’-]{1,20} ){1,5}(?:was|were) (?:going|heading|leaving|returning|meeting|travell?ing|flying|joining|stepping|sending|launching|filing|suing|appealing|resigning|taking)\b/g;

/** A step that hangs on something is told when it has a time, and never as firm. */
export const CONDITIONAL =
  /^\W{0,2}(?:had (?:the|an?|he|she|it|they|\w+s) [^,;]{2,60}, |in (?:the event|case) of\b)|\b(?:if|unless|provided|should (?:the|they|he|she|it|no|talks))\b|^\W{0,2}should (?!be\b|have\b|\w+ (?:by|on|at|in|before|within)\b)/;

/** A day before which nothing happens: it is given as the first one possible. */
export const AT_EARLIEST = /\b(?:at the (?:very )?earliest|(?:no|not) (?:earlier|sooner) than)\b/;

/** What is pencilled in: sure enough when a day stands, not for a month or a season. */
export const PENCILLED = /\bpencill?ed in (?:for|in)\b/;

/** What waits for something else is told, but not as firm. */
export const HANGS_ON =
  /\b(?:only (?:after|once|when)|once (?:[\w'’-]{1,20} ){0,6}(?:approved|signed|ratified|completed?|confirmed|cleared)\b|pending (?:the |its |their |an? )?(?:[\w-]{2,20} ){0,2}(?:approval|clearance|consent|ratification|review)|subject to(?![^;]{1,80}, (?:which|who) (?:is|are|will|has|meets|sits)\b))\b|^\W{0,2}once\b/;

/** "If the union agrees, work will resume": the condition comes first, and is the news. */
export const OPENS_WITH_CONDITION =
  /^\W{0,2}(?:(?:had (?:the|an?|he|she|it|they|\w+s) [^,;]{2,60}, |in (?:the event|case) of|if(?! (?:passed|approved|adopted|ratified|signed|upheld),)|unless|provided)\b|should (?!be\b|have\b|\w+ (?:by|on|at|in|before|within)\b))/;

/** What is added is no part of the step: "a decision, at which economists expect". */
export const ADDED = /, (?:(?:at|in|for|on|during|after|of) which|when|where)\b[^;]*$/;

/** What was arranged or wanted before and is told as a thing of the past: it is no step to come. */
export const FORMER_PLANS: readonly RegExp[] = [
  // "the trial, which had been due in May, will", "which was to open"
  /, (?:which|who) (?:had been|(?:was|were) (?:originally |first )?(?:to|due|scheduled|supposed|set|expected)) [^,;]{1,80},/g,
  // "a hearing that had been set for tonight was moved", "a debate that was to be held never took place"
  /\bthat (?:had been|was|were) (?:originally |first |once )?(?:to|due|scheduled|supposed|set|expected|planned|meant|booked|called|fixed) [^,;]{1,80}?(?= (?:was|were|has|have|had|is|are|will|never|did)\b)/g,
  // "The hearing, due on Friday, was moved to April 20"
  /, (?:due|set|scheduled|planned|fixed|billed|slated|listed) (?:for|on|to) [^,;]{2,60},(?= (?:was|were|(?:has|have) been|is now|will now) (?:moved|put|postponed|delayed|adjourned|rescheduled|brought|pushed|to|be)\b)/g,
  // "had wanted to present it on Monday", "was supposed to open in May", "was to have ridden"
  /\b(?:had (?:\w{4,10}ly )?(?:wanted|planned|hoped|intended|meant|aimed|expected) to|(?:was|were) (?:supposed|meant|originally|initially|first) |(?:was|were) to have )[^,;]{0,120}?(?=$|[,;.]| (?:but|and (?:is|are|was|were|has|have|will|then|now))\b)/g,
  // "originally slated for this month, is off"
  /\b(?:originally|initially|first) (?:slated|scheduled|planned|set|due|expected|intended|meant|foreseen)\b[^,;]{0,80}/g,
  // "had threatened to publish it on Wednesday", "licences that had been withdrawn would be restored"
  /\bhad (?:threatened|promised|pledged|vowed|offered) to\b[^,;]{0,80}/g,
  /\b(?:that|which) had been \w{3,16}(?= (?:will|would|is|are)\b)/g,
  // "aimed at ending the war by Christmas": a purpose has a time of its own
  /\b(?:aimed at|designed to|with the aim of|with a view to|in the hopes? of|in an? (?:bid|effort|attempt) to)\b[^,;]{0,120}/g,
  // "was to open this month but will be inaugurated in October"
  /\b(?:was|were) (?:due |set |scheduled |planned )?to \w{2,20} [^,;]{0,100}?(?=,? but\b)/g,
];

/** "is to decide whether": the whether belongs to a step that is sure. */
export const TO_BE_DECIDED =
  /\b((?:(?:will|(?:is|are) to) (?:also |then |now )?(?:say|tell|learn|hear|find out|know)|decides?|rules?|determines?|considers?|votes?|assess(?:es)?|discuss(?:es)?|announces?|examines?|investigates?|clarif(?:y|ies)|reviews?|checks?|(?:hearing|ruling|decision|debate|meeting|referendum|talks) (?:on|over|about))\b(?:[^.;]|\.(?= ?\d)){0,60}?)\bwhether\b/g;
