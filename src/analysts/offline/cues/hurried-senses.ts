/** Words of readers in a hurry: short, of every day, and what copy says at greater length. */

/** A stroke parts the groups: a word that is asked, and words that may tell of it. */
const SENSES = `
  accept agree approve / accord agreement text pact / address live home / aftershock tremor quake
  / again resume return back / against oppose reject want / age old year / agreement text accord
  pact terms settlement paper / aim goal purpose want / alarm warn alert raise / alive found
  survive safe rescue / angry protest fury outrage / animal dog cat beast / anniversary year ago /
  arrive reach dock / automation computer machine robot / award prize win / back support favour /
  backer support investor / ban outlaw forbid bar prohibit / banned suspend bar / before earlier
  previous another past / belong own / bill cost price pay total / birthday born old / bishop
  church / blackout power electricity dark / blame fault responsible cause / blaze fire / block
  blockade stop / blockade block road / bomb explosive device blast / bonus pay / booking yellow
  card / boom rise grow / boss head chief lead manager director / boss minister head / botch wrong
  error fail / break split / bribe pay money kickback / bring carry fetch / broke bankrupt
  insolvent money / budget money spend plan / bug flaw fault error / build builder construct make
  put / built build erect construct put / burn fire / buy bid bidder purchase / cabbie taxi driver
  / call phone ring / cancel call scrap drop abandon / candidate run stand / capacity hold seat /
  captor gunmen kidnapper holding / caretaker interim acting / carry take bring hold / cash money
  fund funds / casino gamble bet / catch spread infect / cause blame fault fail because trigger
  lead due / ceasefire truce hold fire / certain sure confirm / charge head lead director chief /
  charges head lead / chase pursue hunt / cheap price fare low / check inspect examine test / chip
  contribute bear pay share / chopper helicopter / church bishop priest religious / classroom
  school pupil / closed shut close / coach manager train trainer / cold frost ice degree /
  collapse fail break fall give / collar arrest / comment say respond / commuter passenger
  traveller rider / competitor rival / computer machine software digital / confess admit / confirm
  say / contact call phone reach / contaminate pollute poison spill / contract deal agreement /
  cough pay / crash fall plunge collapse / critic oppose against criticise object / critical
  serious danger life stable condition / cross border pass / crossing border pass / crowd people
  spectator fan head / culprit suspect thief responsible guilty man / cure heal treat recover /
  customs border / damage damaged break destroy hit split harm / dark power electricity / dead
  body corpse perish drown crush fatal lose life / deadliest worst fatal / deadline end until
  expire within due / deal agreement plan offer terms combination merger / dear expensive cost /
  debt owe credit liability / decision decide rule choose vote / deep metre depth / defector rebel
  switch cross / defence defend lawyer counsel attorney client / delay postpone slip late put /
  deny reject dispute / depart leave sail / deputy vice / destroy ruin damage wreck / developer
  company firm / dinner meal lunch food / disappear missing vanish / dividend payout / dock port
  arrive / donor charity give trust fund / dose shot pill tablet jab / down outage fail offline /
  draw level tie / drink water / driver car motorist private / drown water sink body / due end
  expect / eat food live meal chocolate bread / effective cure work protect success / election
  vote poll ballot / electricity power grid light home / email message letter / employ work job
  people staff / enter entry get through / entry ticket admission enter / envoy mediator diplomat
  negotiator representative / epidemic outbreak disease infection / equalise level equaliser draw
  goal / equaliser level goal equalise / escape flee slip out loose / escape out rescue bring save
  survive reach / exam test school / expect forecast poll predict analyst see / expensive cost
  price dear / experience year career veteran fly / expire end run / explode blast explosion /
  expose reveal uncover disclose motion / extend prolong / faith church religion / fan supporter
  crowd / farmer grower herder breeder farm / feed food / ferry boat ship / final last end approve
  / finance pay fund money / fire blaze burn shot / first earlier initial / fisherman angler
  fishermen fishing / fishermen angler fisherman fishing club boat / fixture match play face /
  flee escape leave / float list share / foot walk / forecast see predict expect estimate /
  forewarn warn / fork pay / free nothing charge cost / freed release let hand home / fund pay
  finance money charity / funding grant money give donor charity finance / gaffer manager coach /
  gamble casino bet gambling machine / get reach enter / glitch fault failure bug error outage /
  goal score net / grab seize take steal / growth grow expand see / guard watchman sentry / guest
  visitor / guilty find convict admit conviction offence crime fraud / gunmen men armed attacker
  gang group / gust wind storm speed / hack attack breach cyber intrude / hand give pay / happy
  welcome pleased / harsh severe tough / head lead director chief / heal recover / hear tell learn
  / heat hot temperature degree / heavy weigh tonne load / height high metre tall / helicopter air
  chopper / hide conceal find / high metre summit / hike increase raise rise / hire recruit take
  employ job / history before past / hive sell split / hole gap deficit / homeless home lose /
  hospital clinic ward treat admit doctor / household home family / hungry food starve / hunt
  search / hurt hospital treat treatment broken fracture burn smoke bruise stable serious / ignore
  warn / infect infection case catch spread / inflation price / inhabitant people population /
  injury hospital treat broken fracture sprain strain sore wrist ankle knee / injury-time stoppage
  / ink sign / inoculate vaccinate jab / inquiry probe investigate report examine / inspect check
  examine look / interim until caretaker / investigate probe examine look inspect / investor stock
  market share / jab inoculate vaccinate vaccine shot immunise / jail prison bar cell sentence
  serve / jobless unemployed job / journey trip travel travel / jump rise up add / kickback bribe
  / kid child children pupil aged / land arrive / landslide win majority / lapse end expire / last
  final / late delay overdue / launch rocket start mission / lawmaker member parliament / layoff
  job cut redundancy lose / leader head lead secretary chief speaker / leak spill escape / lenient
  mercy light suspended leniency / lesson school teach / letter write message / levy tax duty /
  lifeboat rescue boat / light power electricity / local resident people villager / locate find
  spot where / loose escape free / lorry truck trucker / lost missing / lunch meal food / maker
  build make firm manufacturer / manager coach boss / market analyst investor stock / meal lunch
  dinner food / mediate mediator shuttle broker go-between / merger combination tie-up combine
  deal / migrant refugee asylum / migrate flee move / monitor observe watch oversee inspector
  observer / mortgage rate / motorist driver car / nab arrest catch seize / neighbour local
  resident / next upcoming future following / nick steal theft arrest / normal resume restore
  again / object oppose objection complaint / objection oppose object against / offer deal terms
  proposal / ok unharmed safe well fine unhurt alive / old build founded date since / open begin
  start reopen / operator run company line / opposition against oppose critic rival / orbit
  satellite kilometre / origin start begin cause / original first initial / outage down failure /
  outbreak epidemic infection case disease / outcome result end decide / owe debt pay / owner own
  company belong firm / pact agreement accord deal text treaty / parachute jump / pass approve
  carry adopt vote clear / past before previous / patient case people / patrol watch guard / pay
  wage salary / payday prize win / payoff settlement severance compensation package / pension
  retirement / perish drown dead die / permanent final / pet animal dog cat / phone call / picket
  strike / pill tablet drug dose / pilot captain fly / pilot trial test / plunge fall drop lose /
  pm premier prime minister / pocket make earn receive profit / poison toxic / pollute spill leak
  contaminate dirty / population people inhabitant live resident / postpone delay slip put / pour
  spend invest sink / praise hail welcome / predict forecast warn / premier prime minister /
  previous before earlier last / pricey cost price / prize win award take purse / prosecution
  prosecutor / protest march demonstration rally / punish fine penalty ban suspend / pupil student
  child school / purpose watch aim use meant / queue wait line / quit resign step leave go / quote
  say / radio call / raid storm attack / rain flood water / raise alarm warn alert learn / raise
  more rise increase / rally march protest / rank ranking place / ranking rank place / rate
  interest / reaction say welcome call protest / rebel rebels defector dissident insurgent /
  rebuild repair restore construct reconstruction / recession shrink growth / reconnect restore
  back power / record best time most / recover find heal back / red sent dismiss card / referendum
  vote poll ballot / refugee flee displaced family return migrant exile / refuse decline reject
  rule / regret sorry apologise / reject refuse turn vote / rent home / rep represent spokesman /
  repair fix rebuild mend restore / replace successor succeed look / resident people live /
  restart resume again / restoration restore repair rebuild / resume again return restart reopen
  continue go / rider passenger cyclist / ring phone call / riot unrest clash / rise up increase
  more add / rival opponent competitor other / rocket launch missile / ruin destroy / run lead
  head operate manage / runner race athlete / sack fire dismiss let go / sail leave / salary pay
  wage earn / sale sell / satellite craft orbit / savings save cut / scrap abandon drop call /
  scrub cancel postpone / search look hunt / secret private / sell sale part dispose / severance
  settlement compensation package / share stock / shares stock / shell pay spend / shoot fire gun
  bullet / shortfall gap hole deficit short / shrink fall growth / shut close / side party camp
  faction team / side-effect effect headache fever nausea / sign put name ink / sink spend invest
  put pour / size big square / skipper captain crew / slide fall drop lose / slide slip fall /
  smuggle traffic / sorry apologise regret / space orbit rocket / spark start cause trigger /
  speaker spokesman represent / spill leak / splash spend pay / split divide break two / split
  vote divide narrow against / spot see find discover / spread carry catch transmit / start begin
  break cause / stopgap emergency temporary / stoppage strike walkout action / storm wind gust /
  study trial research test / sub substitute / subsidy state government bear aid / successor
  replace take / sue court claim compensation / supplier supply firm / support back favour endorse
  / sure certain / survive alive unharmed live outlive / suspend ban bar stop / switch change
  cross swap / tab cost bill / takeover deal purchase bid / tall high metre / tally vote count
  total result / tax levy duty / temporary until interim / tenant rent home / terms agreement
  settlement text / test trial check try / think say believe call / thrash beat defeat win /
  threat warn threaten / threaten warn block would / ticket entry price admission / tie draw level
  / tie-up merger combination / tip warn inform / title champion cup crown / tour visit / tourist
  visitor holidaymaker traveller / tow tug pull / toxic poison chemical / traffic road car /
  trainer coach / transport carry bring / treaty text agreement pact / tremor quake shake / trial
  test study / trip journey / truce fire fighting hold cease / truck lorry trucker / trucker lorry
  haulier truck driver / turn find appear / turnout vote poll attend / unemployed jobless job /
  unharmed safe unhurt well uninjured / union worker league guild federation / upset angry anger /
  upset beat surprise / use purpose / vaccinate inoculate jab shot immunise / valid last run /
  vanish missing disappear / veteran experience / victim dead injured hurt family / villager
  resident local village / violent attack violence / visit tour trip open / visitor tourist guest
  public / wait until delay / walk foot / walkout strike stoppage / warn alert caution / wave
  surge / weapon arms gun / weight weigh tonne / welcome praise hail glad / whistle-blower
  whistleblower expose reveal leak / windy wind gust / winner win goal / witness see tell saw /
  worst deadliest heaviest strongest / worth insure value estimate put / wreck ship plane crash /
  young old year
`;

/** Each group starts with what a reader asks; the other words are how copy may tell of it. */
export const HURRIED_SENSES: readonly (readonly string[])[] = SENSES.trim()
  .split(/\s*\/\s*/)
  .map((group) => group.split(/\s+/));
