/** Phrases that say what is not settled; one expression a line, whole words, any case. */
import { phrasePattern, phrasePatterns } from './words.ts';

/** Enough on their own. */
export const STRONGLY_OPEN = phrasePatterns(`
  nothing (?:has been|was|is|had been) (?:yet )?(?:decided|agreed|settled|finali[sz]ed)
  no (?:final )?(?:decision|agreement|deal|breakthrough|consensus|compromise|accord|verdict|conclusion|date|timetable) (?:has|have|had|was|were|is|on|yet|been|could)
  no (?:clear|immediate) (?:explanation|indication|sign|word|claim|comment|agreement|decision)
  (?:remains?|remained|is|are|was|were) (?:still )?(?:unclear|unresolved|unknown|uncertain|undecided|unsettled|unsolved|disputed|unexplained|inconclusive|at odds|deadlocked|divided|far apart|split|unaccounted for)
  (?:it|that) is not (?:yet )?(?:clear|known)
  (?:was|were|is|are)(?: not|n['’]t) (?:immediately |yet |at all |entirely )?(?:clear|known|certain|sure|decided|settled|resolved|guaranteed)
  (?:has|have|had) (?:not yet|yet to|still not) \\w{3,20}
  (?:has|have|had)(?:n['’]t| not) (?:yet )?been (?:established|identified|determined|decided|resolved|explained|concluded|completed|finali[sz]ed|named|found|chosen|scheduled|released|recovered|explained|announced|agreed|settled|cleared|located|accounted for|set|made public|ruled out)
  (?:do|does|did)(?: not|n['’]t) (?:yet )?know (?:whether|if|how|when|why|what|who|where)
  still (?:searching|looking|hunting|waiting|trying|negotiating|deciding|assessing|discussing|debating)
  still (?:has|have|had) to \\w{2,20}
  must still \\w{2,20}
  needs? (?:the )?(?:approval|consent|clearance|ratification|backing) (?:of|from|by)
  still needs? (?:the )?(?:approval|consent|to be|to agree|to decide|to sign|backing)
  without (?:an? |any )?(?:explanation|reason|deal|agreement|breakthrough|accord|compromise|resolution|joint statement|decision)
  (?:has|have)(?:n['’]t| not) (?:yet )?(?:established|explained|identified|disclosed|decided|agreed|reached|resolved|determined|said|ruled|confirmed|been (?:decided|determined|identified|resolved|established))
  (?:did|do|does|could|can)(?: not|n['’]t)(?: yet)? (?:see eye to eye|agree|reach|resolve|bridge|settle)
  no (?:one|group|side|party|person) (?:has |had |have )?(?:immediately |yet )?(?:claimed|admitted|taken responsibility)
  (?:could|would|did|does|do)(?: not|n['’]t) (?:yet |immediately )?(?:say|address|explain|specify|disclose|predict|confirm) (?:why|how|when|whether|what|who|which|where|if)
  (?:nobody|no one|no-one) (?:has|had) (?:yet |so far )?been (?:arrested|charged|named|detained|identified|caught)
  (?:nobody|no one) (?:knows?|knew|could say|can say|would say)
  failed (?:on \\w{6,9} |again |late )?to (?:agree|reach|resolve|bridge|settle|find)
  (?:fell|falls) short of (?:an? )?(?:agreement|deal|consensus|compromise)
  (?:talks|negotiations|discussions) (?:\\w{1,20} ){0,4}(?:stalled|broke down|collapsed|deadlocked)
  declin(?:ed|es|ing) to (?:say|disclose|specify|give|name|reveal|comment on (?:when|whether|how))
  would not (?:say|be drawn)
  under (?:investigation|review|negotiation|discussion|consideration|study|debate)
  (?:differences|disagreements?|gaps?|divisions|sticking points?) (?:remain|persist|over|on|between|were|are)
  (?:cause|motive|reason|fate|origin) (?:of [\\w' -]{2,40} )?(?:is|was|remains?) (?:not|still|under|being|un\\w+)
  (?:remains?|is still|was still) (?:a mystery|anyone's guess|anybody's guess|an open question)
  (?:is|are|was|were|stays?) (?:still |far )?(?:from clear|from certain|up in the air|in the balance)
  still (?:missing|unaccounted for|to be (?:decided|agreed|resolved|settled|determined))
  (?:questions?|issues?|matters?|dates?|cases?|inquiry|investigation) (?:remains?|is still|are still) open
  disagree(?:d|s)? (?:on|over|about|whether|how)
  points? of contention
  (?:is|are|was|were|remains?|remained) (?:still )?(?:at an impasse|in doubt|in dispute|in limbo|pending|hotly contested|contested)
  (?:does|do|did)(?: not|n['’]t) recogni[sz]e (?:the|its|his)
  (?:at an|in its|in the|in their) early stages?
  matter of (?:debate|dispute|conjecture|speculation|contention)
  there(?:['’]s| is| was| has been) (?:still |as yet )?no (?:timetable|date|agreement|consensus|deadline|decision|clarity|explanation)
  differ(?:ed|s)? (?:over|on|about|as to)
  stopp?(?:ed|ing|s) short of \\w{3,20}
  remains? to be (?:seen|decided|resolved|settled|agreed)
  (?:has|have|had) yet to
  (?:is|are|was|were|remains?|remained) (?:also |still |deeply |sharply )?(?:divided|split|at odds|at loggerheads) (?:over|on|about)
  (?:is|are|remains?|remained|was) (?:still |also )?(?:the|an?) (?:main |chief |key |biggest |last |final )?(?:sticking point|stumbling block|bone of contention|obstacle|unknown|mystery|open question)
  (?:talks|negotiations|discussions|decisions?|questions?|issues?|proposals?) (?:[\\w'’-]{1,20} ){0,6}(?:was|were|has been|have been) (?:shelved|put on (?:hold|ice)|left (?:aside|out|for)|set aside|parked)
  (?:put|set|named) no (?:price|figure|date|deadline|number|amount|value)
  without (?:an? )?(?:common|joint|firm|final|clear) (?:\\w{2,12} )?(?:date|statement|position|declaration|communiqu[eé]|line|answer|explanation|agreement|result|timetable|commitment)
  without (?:an? )?(?:settlement|verdict|settling|agreeing|resolving|bridging|saying)
  who [^.;]{3,70} (?:is|remains|was) (?:still |also )?(?:open|to be decided|unclear|in dispute|not clear)
  (?:how|what|who|when|where|why|whether) [^.;]{3,90} (?:is|was|are|were|has|have|remains?) (?:still |yet |also )?(?:not (?:been )?(?:\\w{3,12}ly )?(?:known|clear|settled|decided|said|announced|disclosed|established|spelled out|revealed|determined|specified|agreed|explained)|anyone['’]s guess|open|in dispute|disputed|to be (?:decided|settled|agreed|determined)|uncertain|a matter of (?:dispute|debate|conjecture))
  no (?:meeting of minds|common ground|end in sight|trace|way out|solution|progress|settlement) (?:was|were|is|has|on|over|of|in|could|between)
  (?:has|have)(?:n['’]t| not) (?:yet )?(?:released|published|commented|revealed|specified|indicated|taken a (?:stand|position|decision)|set (?:a|an|any)|named|confirmed|commented)
  (?:details?|terms?|names?|price|value|cause|fee|sum|amount|cost) (?:[\\w'’-]{1,20} ){0,6}(?:was|were)(?:n['’]t| not) (?:immediately |yet )?(?:given|released|known|available|clear|disclosed|announced|made public|provided|published|revealed|specified)
  (?:could|did)(?: not|n['’]t) (?:bridge|narrow|overcome|settle|resolve|iron out|prove possible)
  (?:outstanding|unresolved|contentious|thorny) (?:issues?|questions?|matters?|points?)
  trying to (?:find out|establish|determine|work out|understand|learn|identify) (?:why|how|what|who|whether|where|which)
  decision (?:[\\w'’-]{1,20} ){0,5}(?:has been|was) (?:delayed|postponed|put off|deferred|shelved)
  any(?:one|body)['’]s guess
  (?:has|have|had)(?: not|n['’]t) (?:yet )?(?:replied|responded|reacted) to (?:the|its|his|her|their|an?) (?:[\\w'’-]{1,20} )?(?:offers?|demands?|requests?(?! for comment)|letters?|proposals?|calls?|appeals?|plans?|claims?|accusations?|allegations?)
  (?:did|does|do|would|could)(?: not|n['’]t) (?:explain|elaborate|specify|disclose|reveal|identify)
  investigat(?:ing|ors are trying to|ors were trying to) (?:the cause|what|why|how|whether|determine)
  (?:must|will|would|is to|are to|due to|has to|have to|yet to|to) (?:\\w{2,12} )?(?:decide|determine|rule|consider|establish) (?:[\\w'’-]{1,20} ){0,6}(?:whether|if|who|how|what|when|which)
  whether (?:[\\w'’-]{1,20} ){1,14}(?:is|remains) (?:also |still )?(?:an open question|another matter|unclear|unknown|uncertain|undecided)
  (?:is|remains|was|it['’]s) (?:also |still )?an open (?:question|issue|matter)
  question mark (?:over|about|against)
  (?:(?:denie[sd]|deny)(?! (?:all |any |the |both )?(?:charges?|counts?|wrongdoing|negligence|liability|guilt|fault|offences?|entry|access|bail|murder|killing|fraud|rape|assault|corruption|theft|manslaughter|(?:one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}) (?:\\w{2,12} )?(?:counts?|charges?)))|disputed|disputes|disputing|rejected the (?:claim|charge|accusation|allegation)s?|rejects the (?:claim|charge|accusation|allegation)s?)
  (?:charges?|claims?|allegations?|accusations?|figures?|version|account) (?:that |which )?(?:[\\w.'’-]{1,20} ){1,4}(?:rejected|rejects|denied|denies|disputed|disputes)
  (?:could|can)(?: not|n['’]t) (?:immediately |independently )?(?:be )?(?:immediately |independently )?(?:verify|verified|confirm|confirmed|establish|established|determined)
  (?:conflicting|contradictory|differing|different|rival|competing|varying) (?:figures|accounts|versions|reports|claims|tolls?|statements|estimates)
  insist(?:ed|s) (?:that )?(?:it|they|he|she|the)
  (?:had|has|have|are|were|is) still to \\w{3,20}
  (?:had|has|have)(?: not|n['’]t) (?:yet )?(?:agreed|reached|decided|resolved|settled|said|found|explained)
  too (?:early|soon) to (?:say|tell|know|estimate|judge|predict|assess|put|speak|draw)
  (?:not yet|yet to be) \\w{3,20}
  (?:unclear|undecided|unresolved|unsolved|unexplained)
  (?:at large|on the run)
  (?:doubts?|questions) (?:remain|over|about|persist)
  (?:investigation|inquiry|search|probe|hunt) (?:is|was|are|remains|into [\\w'’ -]{3,50} is) (?:still )?(?:under way|underway|continuing|ongoing|going on)
  still being (?:argued|fought|contested|drafted|checked|verified|weighed|clarified|investigated|negotiated|discussed|debated|counted|assessed|worked out|considered|examined|sought)
  pleaded not guilty
  (?:depends?|hinges?|hangs) on (?:whether|how|who|what|if)
  (?:question|matter|issue|dispute|row|disagreement|argument) (?:of|over|about|is|was|as to) (?:whether|how|who|what|when|why)
  (?:has|have|had) not (?:been )?(?:ruled out|found|returned|come to|given up|made up|paid|met|recovered)(?! (?:\\w{1,12} )?since\\b)
  (?:are|is|were|was) (?:still )?investigating
  (?:deeply|sharply|still|bitterly|badly) (?:split|divided|at odds)
  (?:split|divided|at odds) (?:over|on|about) (?:whether|how|who|what|when|the|an?)
  (?:opposes?|opposed|objects? to|contests?|contesting|challenging|is challenging|are challenging) (?:the |its |their |any )?(?:route|plan|plans|project|bill|move|deal|scheme|proposal|law|merger|decision|ruling|idea|tax|levy|sale|closure|verdict|result|results)
  (?:received|given|gave|offered|won|had|has|have|with|got) no (?:assurances?|guarantees?|answers?|explanation|reply|response|word|details)
  (?:people|persons?|crew|sailors|hikers|climbers|workers|miners|passengers|children|others|\\d+|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds) (?:\\w{1,12} )?(?:is|are|was|were|remain|remained) (?:still |reported |feared )?(?:missing|unaccounted for|trapped)
  no (?:cause|charges?|decision|agreement|date|deadline|successor|replacement|suspect|suspects|buyer|site|venue|motive|timetable|budget|funding|price|figure|name|names|reason|explanation|details|arrests?|group) (?:\\w{2,12} )?(?:has|have|had|was|were|is) (?:yet |so far |immediately )?(?:been )?(?:set|named|given|found|agreed|fixed|chosen|identified|announced|released|disclosed|made|claimed|determined|established|published)
  (?:has|have|had|would|did|does|do)(?: not|n['’]t) (?:yet |immediately )?(?:said?|say|comment(?:ed)?|respond(?:ed)?|name[d]?|reveal(?:ed)?|disclose[d]?|give[n]?) (?:on |to )?(?:whether|how|when|who|why|what|if|where|a date|which)
  (?:refused|refuses|refusing) to (?:say|sign|accept|recogni[sz]e|rule out|confirm|name|give|comment|concede|discuss|disclose|publish|release|reveal|explain|specify|identify|elaborate|answer|speculate|be drawn|set a date)
  (?:accus(?:ed|es|ing)|alleg(?:ed|es|ing)) [^.;]{2,60}\\b(?:denie[sd]|reject(?:s|ed)|dispute[sd])
  (?:put|puts|putting) the (?:crowd|toll|number|figure|death toll|turnout|cost|damage) (?:\\w{1,12} ){0,3}at [^.;]{1,80}\\b(?:but|while|against)
  neither (?:claims?|accounts?|reports?|versions?|sides?|figures?|of (?:them|the)) [^.;]{0,40}\\b(?:could|would|has|had|have)
  (?:made|makes?|making) no arrests
  whether [^.;]{5,90} (?:is|was|remains) ["“]?(?:the|an?) (?:\\w{2,12} )?question
  (?:organi[sz]ers|unions?|opposition|rebels|activists|campaigners|protesters|residents|witnesses|hospitals?|doctors|groups?|confederation|federation|strikers)(?:, [^.;]{2,60},)? puts? (?:the |its |their )?(?:number|toll|crowd|turnout|figure|death toll|losses|costs?|damage)
  (?:offers?|letters?|requests?|appeals?|proposals?|demands?|questions?|invitations?|pleas?) [^.;]{0,50}(?:gone|went|goes|remain(?:s|ed)?) unanswered
  too (?:small|few|short|weak|limited|thin|patchy) to (?:rule out|tell|say|prove|draw|know|conclude|be sure)
  (?:what|why|how|who) [^.;]{3,90} (?:is|are|was|were|remains?) (?:still |now )?(?:(?:being |to be )(?:investigated|examined|looked into|established|settled)|a mystery|unclear|unknown|not known|under (?:review|investigation))
  look(?:s|ing|ed)? into (?:whether|how|why|what|if)
  (?:gave|gives?|given|offered|provided|released|disclosed) no (?:figures?|sum|details?|date|timetable|reasons?|names?|explanation|numbers?|amount|indication|estimate|price)
  without (?:giving|offering|naming|setting|specifying|saying|mentioning|explaining|disclosing) (?:an? |any |the |his |her |its |their )?(?:figures?|sum|details?|date|timetable|reasons?|names?|explanation|numbers?|amount|price|source|successor|why|how|when|whether|who|what|where)
  (?:no|any) (?:immediate |further |official )?word (?:on|of|about|from|as to)
  (?:looking|searching|hunting) for (?:(?:an?|the|two|three|four|five|several|other|another|more|further|any|at least) ){0,2}(?:\\w{1,12} )?(?:man|men|woman|suspects?|gunm[ae]n|attackers?|accomplices?|driver|survivors?|victims|bodies|missing|culprits?|weapon|wreck|wreckage|owner|witnesses)
  (?:search|hunt|manhunt) (?:for [^.;]{2,40} )?(?:goes on|went on|continue[sd]?|is continuing|was continuing|resumes)
  (?:was|were|is|are|been) left (?:out|open|unresolved|unanswered|undecided|unsettled|for later|aside)
  left (?:open|unresolved|undecided|unsettled) (?:was|were|is|are)
  (?:left|leaves?|leaving) (?:it )?open (?:whether|how|who|when|what|which|the (?:question|possibility|matter))
  (?:says?|said|contains?|contained) nothing (?:about|on)
  (?:does|do|did)(?: not|n['’]t) (?:cover|mention|address|specify)
  at a loss to
  (?:opinions|views|accounts|estimates|reports|versions|figures) (?:of [^.;]{2,30} )?(?:differ(?:ed)?|var(?:y|ied)|diverged?|conflict(?:ed)?|ranged? (?:from|between))
  (?:rejects?|rejected|disputes?|disputed|contests?|contested|challenged?) the (?:\\w{2,14} )?(?:results?|count|outcome|offer|figures?|findings|terms|tally|account|version|accusations?|allegations?)
  (?:has|have|had)(?: not|n['’]t) (?:yet )?been (?:fixed|approved|ratified|verified|confirmed|traced|recovered|cleared up)
  subject to (?:the |an? |its |their )?(?:\\w{2,14} )?(?:approval|ratification|conditions|review|vote|consent|clearance)
  too close to call
  (?:was|were|is|are) (?:not able|unable) to (?:verify|confirm|check|establish|determine|say|identify)
  (?:was|were|is|are|has been|have been) not (?:immediately |yet |being )?(?:disclosed|revealed|mentioned|made public)(?! at the time)
  neither (?:\\w{2,14} )?has (?:yet )?(?:named|said|decided|agreed|signed|commented|accepted)
  (?:remains?|remained|is|was|stays?|stayed) (?:still )?open (?:whether|who|how|when|what|which|where|if)
  (?:is|are|was|were) considering whether
  no (?:new|fresh|firm|further|other|definite) (?:date|day|timetable|deadline) (?:has|have|had|was|were|is)
  remains? to be \\w{3,20}(?:ed|en)
  impossible to (?:verify|confirm|check|establish|determine|say|tell|know)
  (?:blam(?:ed|e|ing)|accus(?:ed|e|ing)) (?:each other|one another)
  each (?:side|party|country|camp|group) (?:accused|blamed|accuses|blames)
  (?:traded|trading|exchanged) (?:accusations|blame|recriminations)
  (?:identity|identities|names?) of [^.;]{2,40} (?:was|were|has|have|is|are)(?: not|n['’]t) (?:been )?(?:released|disclosed|made public|given|known)
  (?:want|wants|wanted|demand|demands|demanded) to know (?:why|how|who|what|whether|when)
  (?:did|does|do|would|could|has|have|had)(?: not|n['’]t) (?:yet )?(?:rule|ruled|exclude|excluded)(?: out)? (?:an? |the |any |other)?\\w{3,20}
  (?:main |last |biggest )?(?:sticking point|stumbling block|bone of contention)s? (?:is|are|was|were|remains?)
  (?:could|can)(?: not|n['’]t) (?:yet |immediately |independently )?be (?:estimated|assessed|quantified|calculated|identified|ruled out)
  jury (?:is|was|remains) (?:still )?out
  (?:hard|difficult|tricky) to (?:foresee|predict|say|tell|know|judge|call|assess|gauge)
  treat(?:ed|ing|s)? (?:[\\w'’-]{1,20} ){1,5}as (?:an? )?(?:possible|suspicious|suspected|potential)
  still (?:burning|raging|out of control|unfolding|in progress|to be found|up for (?:debate|discussion|grabs))
  doubt(?:s|ed) (?:whether|if)
  (?:questions|questioned|(?:critics|experts|opponents|lawyers|economists|scientists|analysts|some|many) question) (?:whether|if)
  (?:cast|casts|casting|raised|raises|raising) doubts? (?:on|over|about)
  (?:had|has|have|gave|with) no (?:exact |firm |clear |reliable |precise |further )?(?:figures?|numbers?|estimates?|idea|explanation|information|timetable|indication) (?:for|of|on|about|how|what|when|whether|why|as to)
  not (?:yet )?(?:settled|decided|agreed|resolved|clear|known|certain)(?:, [\\w ]{2,20},)? (?:is|are|was|were) (?:the |whether|how|who|when|what|where|if)
  (?:no|any) (?:closer|nearer) (?:to|on)
  (?:come|came|coming|move|moved|got|get) any closer
  (?:made|making|makes?|little|no) (?:little |no )?(?:progress|headway) (?:on|in|over|towards?|was|has|had)
  (?:made|making|makes?) (?:little|no) (?:progress|headway)
  (?:little|nothing|not much) (?:is|was|has been) (?:yet )?(?:known|said|disclosed|revealed) (?:about|of|on)
  (?:has|have|had) (?:never|not so far|so far not) been (?:established|found|explained|identified|named|recovered|solved|determined|made public|traced|accounted for)
  (?:sidestepped|sidestepping|dodged|dodging|evaded|ducked|parried|deflected|skirted|brushed aside) (?:an? |the |all |any )?questions?
  (?:made|makes|making) no mention of
  (?:not|\\w{2,8}n['’]t|never|nor|no|nobody|none|without|unable to|unwilling to|(?:refus|declin)(?:ed|es|ing) to) (?:[\\w'’-]{1,20} ){0,4}(?:say|said|saying|tell|told|know|known|disclose|reveal|explain|specify|clarify|discuss|predict|guarantee|hints?|clues?|indications?|words?|signs?|details?|comment|information|idea|answers?|agreement|consensus|decision|clarity) (?:(?:as|of|on|about|over|to|yet|so|far|publicly|exactly) ){0,3}(?:whether|if|how|who|whom|whose|what|when|where|why|which)
  (?:silent|tight-lipped|coy|evasive|vague|cagey|guarded|non-?committal|mum|unsure|uncertain|puzzled|baffled|in the dark|no wiser) (?:on|about|over|as to) (?:whether|if|how|who|whom|whose|what|when|where|why|which)
  neither (?:[\\w'’-]{1,20} ){0,4}(?:would|could|has|had|have|did) (?:yet )?(?:say|said|comment(?:ed)?|confirm(?:ed)?|replied|responded|answered|disclosed?|agreed?|decided?)
  (?:did|do|does|would|could)(?: not|n['’]t) (?:wish|want|care) to (?:comment|speculate|say|be drawn|discuss)
  declin(?:ed|es|ing) to comment on (?:suggestions|reports?|speculation|rumou?rs|whether)
  (?:has|have|had)(?: not|n['’]t) (?:yet )?(?:replied|responded|reacted|answered|commented) by
  (?:is|was|were|are|remains?|remained|stayed) silent (?:on|about)
  not (?:everyone|everybody|all) (?:is|are|was|were) (?:convinced|persuaded|agreed|so sure)
  (?:waiting|waits?|waited) (?:to (?:hear|learn|see|know)|for (?:word|news|an answer|answers|a decision|clarity|approval))
  remain(?:s|ed)? (?:vacant|without|elusive|cut off)
  (?:has|have|had)(?: not|n['’]t) (?:yet )?(?:come to light|been (?:disclosed|counted|reached|secured|granted|ratified|charged|heard|told (?:whether|how|when|what|why)))
  up to (?:the |an? )?\\w{2,16} to decide
  (?:awaiting|pending) (?:a |an |the )?(?:decision|ruling|approval|verdict|appeal|investigation|inquiry|results?|review)
`);

/** Said in so many words: what the speaker does not know or has not agreed is open too. */
export const SAID_TO_BE_OPEN = phrasePattern(`
  (?:is|was|there's|have|had) (?:still )?no (?:agreement|deal|decision|consensus|explanation|answer)
  (?:we|i|they|nobody|no one) (?:still )?(?:do not|don['’]t|cannot|can['’]t) (?:yet )?(?:know|say|tell) (?:yet|if|whether|how|why|what|who|when|where)
  (?:too|still too) (?:early|soon) to (?:say|tell|know|judge|draw)
  nothing (?:has been|is) (?:yet )?(?:decided|agreed|settled|signed)
  (?:has|have) not (?:yet )?(?:decided|agreed|been (?:decided|agreed|settled|found))
  (?:cannot|can['’]t|can not|could not|couldn['’]t) (?:yet )?be ruled out
`);

/** What settles a point after all, or speaks of something else. */
export const SETTLED = phrasePattern(`
  no longer (?:unclear|open|in doubt)
  (?:was|were|has been|have been) (?:finally )?(?:resolved|settled)
  (?:agreed|agree|decided|set) to (?:restart|resume|reopen|revive|relaunch)
  had (?:been )?(?:\\w+ )?(?:stalled|deadlocked|collapsed|broken down)
`);
