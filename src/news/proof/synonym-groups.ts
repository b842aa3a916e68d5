/**
 * Words of news copy that can stand for one another in a faithful paraphrase; a stroke parts the
 * groups. Written by hand. A group may be wider than a dictionary's, for it only says that the copy
 * speaks of such a thing at all: whether it rose or fell, and who did it, other rules judge.
 */
export const SYNONYM_GROUPS = `
  accident crash collision smash wreck derailment disaster incident overturn capsize tip plunge
  collide crashed derail/accord agreement deal pact treaty truce settlement contract arrangement
  compact memorandum agree sign bargain/accuse charge indict allege allegation blame suspect
  prosecute accusation indictment charged/acquire buy bought purchase takeover acquisition bid
  takeovers/act law legislation bill statute measure rule regulation ordinance decree
  amendment/advance progress reach qualify proceed gain/advice advise recommend urge tell told ask
  counsel instruct warn call suggest/affect hit strike struck hurt harm impact damage/age aged old
  elderly year/agency body office authority watchdog regulator organisation organization
  department service/aid help assist assistance relief support donation/aircraft airplane plane
  airliner jet jetliner flight airline carrier helicopter chopper/airport terminal airfield/alarm
  alert warning warn caution/alter change amend modify shift adjust revise switch convert replace
  adapt/amount sum figure number total money level/angry anger furious fury outrage protest
  dispute indignation/announce say said state declare reveal unveil tell told disclose report
  publish release confirm announcement statement/annual annually yearly year/answer reply respond
  response/appeal challenge contest/appoint name pick choose chose chosen nominate hire elect
  select appointment nomination/approve back pass adopt endorse clear accept authorise authorize
  ratify approval nod consent green-light ratification/area region zone district part place site
  territory province neighbourhood vicinity locality/argue say claim contend maintain insist/army
  military troops soldiers forces force armed navy/arrest detain hold held seize capture custody
  apprehend detention nab/arrive reach come came land enter arrival/artist painter sculptor/ask
  request demand seek sought urge call appeal want require/assault attack raid strike struck
  offensive bombing shelling hit bomb/assembly parliament legislature congress house chamber
  senate lawmakers deputies mps legislators/attempt try tried seek sought bid effort/attend visit
  present join attendance/attorney lawyer counsel barrister solicitor advocate/authorities
  officials government police administration/average mean/avert avoid prevent escape/award prize
  honour honor medal trophy win won/ban bar forbid prohibit outlaw block prevent halt/banned
  forbidden prohibited illegal/bank lender creditor/battle fight fought combat clash struggle war
  conflict fighting/beat defeat overcome win won victory triumph down knock edge/begin begun began
  start open launch commence kick/body corpse remains dead/bomb blast explosion explosive explode
  detonate/boss chief head leader executive manager chairman president director/brief short small
  quick/bring brought carry take took/budget spending finance money/build built construct erect
  building construction/burn burnt fire blaze flame/business company firm corporation enterprise
  group operator maker producer/campaign drive push/cancel scrap drop axe abandon/candidate
  contender nominee/capital city/car vehicle automobile motor/cargo shipment freight load goods
  consignment/carry hold held contain transport bear/cash money fund/cast shed/cause lead led
  trigger bring brought spark prompt result owing due because reason/centre center middle/chairman
  chair head president/child children kid pupil minor boy girl youngster teenager infant
  baby/citizen national resident people inhabitant/city town municipal council metropolis/civilian
  resident/claim say said allege assert/clear free/close shut closure shutdown/cloud weather/coach
  manager trainer/coalition alliance bloc government/collapse fall fell break broke/comment say
  remark/commit pledge promise vow undertake commitment/compare against/compensate compensation
  damages pay paid reparation/complain criticise criticize protest object complaint/conceal hide
  hidden hid/concern worry fear/condemn criticise criticize denounce slam attack blast/conference
  meeting summit gathering talks/confidence trust/consider weigh mull examine discuss review
  study/continue keep kept remain go last persist/contribute give given gave donate/convict guilty
  sentence conviction condemn verdict/cost price expense pay worth spend/council assembly board
  committee/country nation state land national/court judge tribunal justice judges bench/crew
  sailors staff/crime offence offense/criticise criticize attack condemn slam complain call
  criticism/crowd people demonstrators/current present/cut reduce lower slash drop fall trim shed
  decrease reduction decline axe/daily day/damage destroy harm wreck ruin hit/danger risk threat
  life peril hazard unsafe/date day time/dead die died kill killed death fatality fatal deadly
  toll lives victim perish dying succumb claim/debate discuss discussion argue/debt loan/decide
  rule vote resolve determine decision agree choose chose/decision ruling verdict judgment
  judgement vote move/decline refuse reject/decline fall fell drop shrink slip slide/defend
  protect guard defence defense/delay postpone put off push defer postponement suspend
  adjourn/demonstrate protest rally march demonstration demonstrator protester/deny reject dispute
  denial/depart leave left go departure/deploy send sent dispatch/deputy vice/describe
  call/deserted empty abandoned/design plan/destroy ruin wreck raze level/detail
  information/devastate destroy hit/develop build built create make made/device machine/different
  other/difficult hard tough/director head chief manager filmmaker/discover find found spot detect
  unearth discovery/discuss talk negotiate/disease illness sick infection ill virus outbreak
  epidemic condition/dismiss fire sack oust remove reject/dispute row disagreement quarrel
  conflict feud/divide split share/doctor physician medic surgeon/document paper record
  file/dollar money/double twice/draft proposal plan/drug medicine pill cocaine heroin medication
  narcotics treatment/dump throw/earn income profit wage pay paid/earthquake quake tremor
  temblor/economy economic/education school teach/effect force/elect vote election choose chose
  poll elected win won/electricity power energy/emergency crisis/employ job work staff hire
  employee employment/employee worker staff personnel workforce/encourage urge/end finish conclude
  expire close stop over/engine motor/envoy ambassador diplomat representative/equal same tie
  level/escape flee fled loose free/estimate put/evacuate leave left flee fled move
  evacuation/evidence proof/examine study inspect check review/exceed over above top more/excite
  excited/exhibition show/expand grow grew widen extend expansion/expect forecast predict
  anticipate likely probable probably think/expel throw/expensive cost dear/experience feel felt
  suffer/expert specialist scientist analyst researcher/explain say/export sale sell sold
  ship/extend prolong lengthen extension/extra more additional further/face meet met play
  confront/fail unable failure/fake false/family relative parent/famous known renowned noted
  celebrated/farm farmer agriculture agricultural/fast quick rapid swift/father mother
  parent/festival fair/film movie/fire blaze wildfire burn flames/flag banner/flat apartment/flee
  fled escape leave left/flight plane fly flew flown/flood flooding inundate water/focus
  concentrate/food meal eat eaten/foreign overseas abroad international/forecast outlook predict
  prediction expect guidance estimate/form make made create put/former ex previous earlier/found
  establish/freeze froze frozen/friend ally/fuel petrol gasoline diesel/full whole entire
  complete/fund money finance pay paid/game match contest/gang group/general chief/get receive
  obtain/give given gave hand grant provide offer/global world worldwide international/goal score
  target netting net/goods product/government state cabinet administration ministry minister
  authorities/group organisation organization party band union team/grow grew grown rise rose
  risen increase expand/gun weapon rifle shoot shot/half fifty/halt stop end suspend/hang
  hung/happen occur place/head lead led chief leader/headquarters based/health medical/hear heard
  hearing/heavy strong severe big/high top great up/highest supreme top record/highway road
  motorway/home house residence household residential/hospital clinic medical/hostage captive/hour
  time/huge big large massive giant enormous vast/human people/hurt injure wound injury injuries
  cut/idea plan proposal/identify name/immediate instant/immigrant migrant refugee/important key
  major/impose introduce place set/improve better/income revenue earnings/increase rise rose risen
  raise up grow grew climb jump surge/industry sector/inflation price/inform tell told/injure
  wound hurt treat injury casualty/inquiry investigation probe investigate/inside within/interest
  rate/invest investment investor/investigate probe examine look inquiry investigator/issue
  publish/jail prison imprison sentence/job work post worker employment/join enter/journal
  magazine publication/journalist reporter/jump leap surge rise/key main benchmark policy/kidnap
  abduct/know knew known/labour labor work worker/lack shortage without/land ground/last previous
  past final/lawmaker legislator mp deputy senator parliamentarian/learn learnt/leave left exit
  quit leaving depart/legal law lawful/lend lent loan/liberate free/life live/limit cap
  restrict/link connect tie relate associate/locate find found lie lying situate/long length/look
  search/lorry truck vehicle/lose lost loss defeat/loss deficit/low lower/main major chief
  key/majority most/maker producer manufacturer company/man men/manage run/mark celebrate
  commemorate/marry married wedding/measure step/media press newspaper/mediate mediator
  broker/meet met meeting talks/merge merger combine/minister secretary/minor slight light
  small/miss missing/mistake error/money funds/monitor observe/motorist driver/mountain mount
  peak/mountaineer climber/move shift transfer relocate/murder kill killed homicide/museum
  gallery/near close/negotiate talk negotiation/neighbour neighbor/new fresh/newspaper daily
  paper/night overnight/north northern/nuclear atomic/object oppose/offer propose/officer official
  police/official minister/oil crude petroleum/operate run/operation surgery/opponent opposition
  rival/opportunity chance window/oppose against reject/order command instruct tell told
  force/organise organize hold held/origin source/output production/owner own/paint painting
  canvas picture/panel committee board commission/part portion share/participate part
  join/passenger traveller/pay paid salary wage/peace truce ceasefire/penalty fine
  punishment/people person individuals residents public/percent percentage tenth fifth quarter
  third half per cent pct/period time/permit allow/person people man woman/pet animal/phone
  telephone call/picture photo image/place put/plan intend scheme propose proposal project aim
  schedule/poll vote survey election/pollute pollution/port harbour harbor/position post/possible
  may might could/poverty poor/praise hail welcome/prepare ready/president presidential
  head/prevent stop/prime premier/prisoner inmate detainee/probably likely point/probe spacecraft
  satellite craft/profit earnings/programme program plan/propose suggest/protester demonstrator
  marcher/provide give given supply/provision set aside/pupil student school/quarter
  third-quarter/raise lift increase hike/recall withdraw/regard consider/release free/remain
  stay/repair fix/rescue save free pull lift/research study scientist researcher/resign
  resignation quit step/resume restart/retire service/revenue sales turnover/rocket missile/sea
  ocean/see saw seen/seize confiscate/serious grave severe/shake shook shaken/share
  stock/shipwreck wreck/shoot shot fire fired gun/shortfall gap deficit/south southern/spaceship
  spacecraft craft probe lander rover/speak spoke spoken say/spokesman spokeswoman
  spokesperson/stand stood/steal stole stolen theft/storm hurricane cyclone typhoon
  blizzard/strike walkout stoppage walk industrial/strong high heavy/support back/survive leave
  left/take took taken/target goal aim/tax levy duty tariff/team side/tourist visitor/treat
  treatment/two both pair/unanimous all every/unchanged left kept keep held hold leave same/use
  used using/vaccine jab shot vaccination inoculation/value worth/video footage/violence
  clash/vote ballot poll/week weekly/west western/wood wooden/write wrote written/writer author
  novelist poet/catch caught capture trap/trapped stuck stranded spent spend/erase eliminate
  eradicate wipe rid remove delete uninstall discard deactivate/outcome result consequence fallout
  aftermath/incursion invasion encroachment aggression assault attack offensive/acknowledge
  concede admit accept recognize recognise confess/struggle grapple contend battle fight/mandate
  direct order instruct guide force compel oblige obligate require enforce demand/route road
  street pavement pathway roadway lane/scrutiny supervision inspection monitor oversight review
  assessment/menace threat danger/bold audacious brave daring/submit file present lodge/believe
  think thought see view/globe world earth planet/shares stock equity/sharp steep strong
  big/application app request bid/team group panel/stimulate boost spur lift fuel/emptied empty
  vacant/specific particular/fly flew flown lift air helicopter plane jet/part break open
  clear/suffer hurt injure wound treat/trade labour labor/price rise fell fall climb dear
  cheap/reduce few fewer less cut lower/detect seize find found/drug cocaine cannabis heroin/warn
  say said caution/hit shook shake rattle jolt rock/topple bring brought fell collapse/return
  back/forecast say said expect/customer client buyer consumer shopper/cheap low/expensive
  high/mine miner colliery/fisherman angler trawler/nurse hospital ward staff/rain downpour/cut
  without/poison toxic contaminate/homeless displaced/displace flee fled evacuate/stab
  knife/behead kill/slay slain kill killed/drown water/heatwave heat hot/cold freeze/drought
  dry/hunger famine starve hungry/debt owe/bankrupt insolvent collapse/insolvency
  bankruptcy/layoffs redundancies job cut/redundant job/shareholder investor owner/dividend
  payout/founder found/subsidiary unit arm/branch office/headquarter base/rate percent/borrow loan
  lend/mortgage loan home/veto block/constitution constitutional/referendum vote/turnout voter
  vote/landslide win victory/inaugurate swear sworn oath/espionage spy spying/spy agent/sabotage
  saboteur/hacker hack cyber breach/network system/infect case/contagious spread/quarantine
  isolate isolation/cure treat/cancer tumour tumor/fossil bone/species animal/genome gene
  dna/orbit satellite/astronaut crew/champion title winner/championship title/tournament
  competition cup/penalty spot-kick/medal gold silver bronze/sprint race/race run ran/striker
  forward/goalkeeper keeper goalie/novel book/book write author/actor actress star/singer song
  sing music/concert perform/theater play/bishop cardinal pope church priest/mosque muslim
  imam/prayer pray/funeral bury burial mourn/widow survive leave/daughter child/son child/rescue
  rescuer/paramedic ambulance medic/firefighter fire/wreckage debris/debris rubble/rubble
  collapse/hijack seize/smuggler smuggle traffic/bribe bribery corrupt corruption graft/fraud
  cheat/embezzle steal stole stolen/launder money/plead guilty/lawsuit sue case court suit/testify
  witness testimony evidence/pardon amnesty/withdraw pull leave/shell shelling/drone
  unmanned/embargo ban/quota limit/growth grow/recession shrink contract slump/unemployed
  jobless/jobless unemployment/pension retire/retirement pension/striker strike/negotiator
  negotiate/uncertain uncertainty unclear unknown doubt may might could whether/abandon leave left
  desert/absent away miss/abuse mistreat/accelerate speed quicken/accident mishap/accompany
  join/achieve reach/actor star performer/adjourn postpone break/admit allow hospital/adult
  grown/afraid fear scare/afternoon evening/agenda plan/aide adviser advisor assistant/aim seek
  hope want/alive survive living/allegation claim/ally partner/ambush attack/analysis
  study/ancient old/animal creature/apologise apologize sorry regret/apparent seem appear/appear
  seem look/appeal call plea/area surrounding nearby/assassinate kill murder/assure
  promise/athlete player sportsman/bad poor/barrier fence wall/beach coast shore/belong
  own/benefit gain help/best top/big major great/birth born/blame fault accuse responsible/bleed
  blood/boat ferry vessel ship craft/boost raise lift increase help strengthen/border
  frontier/boycott stay shun/breach break violate/broad wide/broadcast air television tv
  radio/brother sibling/bus coach/calm quiet peaceful/cancel call drop/captain skipper
  master/cattle cow livestock herd/cellar basement/century hundred/chase pursue/chief top
  senior/choice option/cinema film/collect gather/college university school/come follow/commute
  commuter/competition contest rivalry/competitor rival/complete finish/compromise deal/condition
  state/conduct carry/confirm verify/congratulate praise/conspiracy plot/consult talk ask/consume
  eat use/contact touch/contaminate pollute/contest race/controversial disputed/convince
  persuade/cop police/correct right/costly expensive/cottage house/couple pair two/courage
  brave/crash fall/create set establish/crew team/critic opponent/crop harvest/crucial key/cry
  weep tear/cure heal/currency money/curb limit restrict cut/cyclist bicycle bike/damage loss/dark
  night/dawn early morning sunrise before/deadline until by/decade ten/decision choice/declare
  announce proclaim/deep depth/defect fault flaw problem/defendant accused/defy ignore/delegate
  representative envoy/delegation team/delight happy pleased/deliver bring/demand need/demolish
  destroy tear/deport expel/dictator ruler/dig excavate/disagree differ/disappear vanish
  miss/disaster catastrophe tragedy/dismiss rule/display show exhibit/disrupt disturb/distance
  far/distribute hand/disused former old empty abandoned/doctor dr/domestic home/doubt
  question/downturn slump/dozen twelve/drama play/draw attract/drink drunk/dusk evening/ease relax
  loosen soften/effective force/elderly pensioner/entry enter/estimate reckon/evening night/exam
  examination test/exchange swap trade/facility plant site/factory plant works/fan supporter/fell
  felled/female woman/firearm gun weapon/firefighter fireman brigade/fog mist/follow
  after/football soccer/footballer player/forest wood tree/frequent often/gain rise rose add/grain
  wheat/grave tomb/hunt search/interim temporary/jewel jewellery gem/journey trip/laboratory
  lab/licence license permit/locomotive train engine/male man/mandatory compulsory/manufacture
  make made produce/marine sea/massacre kill/merchant trader/midnight night/mob crowd/monarch king
  queen/motorcycle motorbike bike/multiple several/naval navy/nightclub club/online internet
  web/optional voluntary/orchestra musician/overturn reverse quash/peasant farmer/perform
  play/poem poet poetry/pollster poll/postal post/professor academic scholar/queue line/rail
  railway train/rainfall rain/rebuild reconstruct restore/recruit hire/reform change/retailer shop
  store supermarket/retreat withdraw/rob steal theft/rubbish waste/seal close/sink sank sunk/spot
  find found discover see saw/statistics data/summon call/temperature heat/witness see
  saw/worldwide global around world/fall drop tumble plummet slump slide slid dip plunge sink slip
  decline decrease downturn nosedive ease slow retreat shrink weaken/rise climb soar surge jump
  leap leapt rocket gain increase uptick upturn spike swell grow grew grown edge/dockworker docker
  stevedore longshoreman longshoremen/developer builder property/flat apartment property home
  housing dwelling/jail prison imprison sentence behind bars/innocence innocent deny denied guilty
  wrongdoing/isolate cut strand stranded/hamlet village town settlement community/provisional
  temporary interim makeshift/destroy wash ruin wreck devastate raze flatten level/crew sailor
  seaman aboard fisherman/surface underground ground below/bug flaw fault defect glitch error
  vulnerability/evidence sign proof trace indication/highway motorway road freeway/obstruct block
  barricade/excavate dig uncover unearth find discover/object find artefact artifact
  item/traveller passenger traveler visitor tourist/luggage suitcase bag baggage/refund money back
  reimburse repay/fan ticket audience spectator supporter concertgoer/let allow lower
  permit/proposal bill plan motion/again reintroduce return anew another/break recess holiday
  pause/intend plan would will want/wait queue line long/monitor observer/source people familiar
  insider/comparable similar like/accurate precise exact/attribute blame owe due put/hunt search
  seek manhunt look/probe investigate inquiry investigation inquest examine look/refute deny
  reject dismiss dispute/oust topple remove overthrow depose/replace succeed follow swap/sack fire
  dismiss axe layoff/recruit hire employ staff job/picket strike walkout industrial/toll fee
  charge levy tax duty price/fund finance pay bankroll sponsor/fine penalty pay order/stake share
  holding/income profit earnings/outlook forecast guidance expectation/anticipate expect forecast
  predict project estimate/inundate flood submerge/shelter house accommodate home/hospitalise
  hospitalize hospital treat/doctor physician medic surgeon/epidemic outbreak spread case/vaccine
  jab inoculate vaccination vaccinate/drug medicine medication pill tablet treatment/trial study
  test experiment/detective investigator police/suspend halt pause stop interrupt call/resume
  restart again continue go back/verdict ruling rule judgment decision sentence conviction/justice
  judge magistrate bench court/prosecution prosecutor charge/legal sue suit lawsuit action
  court/minister ministry government cabinet official/lawmaker parliament legislature deputy
  senator congressman/insurgent rebel militia fighter guerrilla/captive hostage prisoner/refugee
  migrant asylum/rally protest demonstrate march demonstration/unrest riot clash violence
  scuffle/fixture match game/net goal score/championship title crown trophy/detect spot find
  discover/blast-off launch lift-off liftoff/cleric bishop priest pastor/artwork painting picture
  canvas drawing sculpture/monument statue memorial/movie film picture/musician singer band/gig
  concert show performance/grower farmer/supermarket grocer store/commuter passenger
  traveller/motorist driver car/commend praise hail laud/outlaw ban illegal prohibit/honour honor
  award prize recognise/entry enter admission/breach break violate violation/miss absent
  without/absent leave away/erase wipe wiped delete remove/expire end lapse/illness disease sick
  ill infection/lay-off redundancy job/shutdown closure close shut/expulsion expel
  deport/detention detain arrest custody hold/survivor survive rescue/bereaved family relative
  victim/mourner mourn funeral/burglar burglary thief robber steal/smuggle smuggler hide hidden
  conceal/counterfeit fake forge/hacker hack cyberattack breach/flee fled escape leave/drown
  drowned drowning water/collapse fall fell crumble/explosion blast explode blow/gunman shooter
  gun shoot attacker/massacre shooting kill slaughter/burn set alight fire torch/stab
  knife/blockade block siege/bombard shell bomb bombardment/envoy diplomat ambassador
  emissary/spokesman statement say said/rebuff reject refuse/welcome praise glad applaud/slam
  criticise criticize condemn/overhaul reform revamp change/curb limit restrict cap
  restriction/cap limit ceiling/triple three/halve half/quarter fourth three/majority
  most/minority few/handful few several/scores dozens/dozen twelve/couple pair two/dawn early
  morning/midday noon/fortnight two weeks/decade ten years/century hundred/yearly
  annual/billionaire rich wealthy tycoon magnate/pensioner retired elderly/youngster teenager
  child young/toddler child infant/spouse wife husband/sibling brother sister/parent mother
  father/neighbour neighbor next adjoining/colleague coworker fellow/successor replace
  succeed/predecessor former previous/newcomer new/veteran longtime former/novice new
  beginner/giant big large company group/headquarters base office/facility plant building site
  centre/laboratory lab/equipment machine device gear machinery/device machine tool
  instrument/luxury expensive/vote approve reject adopt`;
