/** Words of readers in a hurry: short, of every day, and what copy says at greater length. */
import { linesOf } from './words.ts';

const SENSES = `
hurt hospital treat treatment broken fracture burn smoke bruise stable serious
injury hospital treat broken fracture sprain strain sore wrist ankle knee
hospital clinic ward treat admit doctor
critical serious danger life stable condition
ok unharmed safe well fine unhurt alive
unharmed safe unhurt well uninjured
alive found survive safe rescue
survive alive unharmed live outlive
dead body corpse perish drown crush fatal lose life
drown water sink body
perish drown dead die
deadliest worst fatal
worst deadliest heaviest strongest
freed release let hand home
captor gunmen kidnapper holding
gunmen men armed attacker gang group
raid storm attack
culprit suspect thief responsible guilty man
nick steal theft arrest
nab arrest catch seize
grab seize take steal
collar arrest
jail prison bar cell sentence serve
guilty find convict admit conviction offence crime fraud
lenient mercy light suspended leniency
harsh severe tough
sue court claim compensation
defence defend lawyer counsel attorney client
prosecution prosecutor
whistle-blower whistleblower expose reveal leak
expose reveal uncover disclose motion
victim dead injured hurt family
witness see tell saw
rebel rebels defector dissident insurgent
defector rebel switch cross
switch change cross swap
side party camp faction team
refugee flee displaced family return migrant exile
migrant refugee asylum
envoy mediator diplomat negotiator representative
mediate mediator shuttle broker go-between
monitor observe watch oversee inspector observer
patrol watch guard
guard watchman sentry
truce fire fighting hold cease
ceasefire truce hold fire
deadline end until expire within due
due end expect
payoff settlement severance compensation package
severance settlement compensation package
bribe pay money kickback
kickback bribe
pocket make earn receive profit
chip contribute bear pay share
splash spend pay
sink spend invest put pour
pour spend invest sink
cough pay
shell pay spend
hand give pay
cash money fund funds
bill cost price pay total
tab cost bill
fork pay
worth insure value estimate put
expensive cost price dear
cheap price fare low
dear expensive cost
pricey cost price
free nothing charge cost
subsidy state government bear aid
funding grant money give donor charity finance
fund pay finance money charity
finance pay fund money
donor charity give trust fund
broke bankrupt insolvent money
debt owe credit liability
owe debt pay
savings save cut
shortfall gap hole deficit short
hole gap deficit
rise up increase more add
hike increase raise rise
jump rise up add
slide fall drop lose
plunge fall drop lose
crash fall plunge collapse
collapse fail break fall give
expect forecast poll predict analyst see
forecast see predict expect estimate
decision decide rule choose vote
split vote divide narrow against
tally vote count total result
outcome result end decide
landslide win majority
pass approve carry adopt vote clear
quit resign step leave go
sack fire dismiss let go
layoff job cut redundancy lose
hire recruit take employ job
employ work job people staff
union worker league guild federation
stoppage strike walkout action
walkout strike stoppage
picket strike
automation computer machine robot
computer machine software digital
hack attack breach cyber intrude
glitch fault failure bug error outage
outage down failure
down outage fail offline
bug flaw fault error
botch wrong error fail
ban outlaw forbid bar prohibit
punish fine penalty ban suspend
suspend ban bar stop
banned suspend bar
pollute spill leak contaminate dirty
contaminate pollute poison spill
spill leak
leak spill escape
toxic poison chemical
poison toxic
fisherman angler fishermen fishing
fishermen angler fisherman fishing club boat
farmer grower herder breeder farm
trucker lorry haulier truck driver
lorry truck trucker
truck lorry trucker
motorist driver car
driver car motorist private
cabbie taxi driver
commuter passenger traveller rider
rider passenger cyclist
tourist visitor holidaymaker traveller
visitor tourist guest public
guest visitor
pilot captain fly
experience year career veteran fly
veteran experience
skipper captain crew
lifeboat rescue boat
chopper helicopter
helicopter air chopper
ferry boat ship
migrate flee move
locate find spot where
spot see find discover
turn find appear
raise alarm warn alert learn
alarm warn alert raise
tip warn inform
warn alert caution
forewarn warn
predict forecast warn
ignore warn
cause blame fault fail because trigger lead due
blame fault responsible cause
spark start cause trigger
start begin break cause
origin start begin cause
inquiry probe investigate report examine
investigate probe examine look inspect
inspect check examine look
check inspect examine test
test trial check try
trial test study
study trial research test
pilot trial test
effective cure work protect success
cure heal treat recover
heal recover
recover find heal back
side-effect effect headache fever nausea
dose shot pill tablet jab
pill tablet drug dose
jab inoculate vaccinate vaccine shot immunise
vaccinate inoculate jab shot immunise
inoculate vaccinate jab
epidemic outbreak disease infection
outbreak epidemic infection case disease
infect infection case catch spread
catch spread infect
spread carry catch transmit
patient case people
kid child children pupil aged
pupil student child school
classroom school pupil
lesson school teach
exam test school
dinner meal lunch food
lunch meal food
meal lunch dinner food
eat food live meal chocolate bread
drink water
hungry food starve
feed food
dark power electricity
electricity power grid light home
light power electricity
blackout power electricity dark
reconnect restore back power
gust wind storm speed
windy wind gust
rain flood water
storm wind gust
tremor quake shake
aftershock tremor quake
slide slip fall
wave surge
heat hot temperature degree
cold frost ice degree
delay postpone slip late put
postpone delay slip put
late delay overdue
cancel call scrap drop abandon
scrub cancel postpone
scrap abandon drop call
resume again return restart reopen continue go
restart resume again
again resume return back
normal resume restore again
repair fix rebuild mend restore
rebuild repair restore construct reconstruction
restoration restore repair rebuild
damage damaged break destroy hit split harm
destroy ruin damage wreck
ruin destroy
wreck ship plane crash
build builder construct make put
built build erect construct put
maker build make firm manufacturer
developer company firm
supplier supply firm
operator run company line
owner own company belong firm
belong own
run lead head operate manage
charge head lead director chief
charges head lead
head lead director chief
leader head lead secretary chief speaker
speaker spokesman represent
rep represent spokesman
successor replace take
replace successor succeed look
interim until caretaker
caretaker interim acting
boss head chief lead manager director
gaffer manager coach
manager coach boss
coach manager train trainer
trainer coach
title champion cup crown
upset beat surprise
thrash beat defeat win
draw level tie
tie draw level
goal score net
equaliser level goal equalise
equalise level equaliser draw goal
winner win goal
red sent dismiss card
booking yellow card
sub substitute
injury-time stoppage
fixture match play face
next upcoming future following
rank ranking place
ranking rank place
record best time most
payday prize win
prize win award take purse
award prize win
runner race athlete
crowd people spectator fan head
turnout vote poll attend
fan supporter crowd
neighbour local resident
local resident people villager
villager resident local village
population people inhabitant live resident
inhabitant people population
resident people live
address live home
household home family
homeless home lose
tenant rent home
rent home
gamble casino bet gambling machine
casino gamble bet
church bishop priest religious
bishop church
faith church religion
boss minister head
deputy vice
premier prime minister
pm premier prime minister
opposition against oppose critic rival
rival opponent competitor other
competitor rival
critic oppose against criticise object
objection oppose object against
object oppose objection complaint
against oppose reject want
back support favour
support back favour endorse
backer support investor
welcome praise hail glad
praise hail welcome
regret sorry apologise
sorry apologise regret
angry protest fury outrage
upset angry anger
happy welcome pleased
reaction say welcome call protest
think say believe call
comment say respond
quote say
confess admit
deny reject dispute
refuse decline reject rule
accept agree approve
reject refuse turn vote
sign put name ink
ink sign
pact agreement accord deal text treaty
agreement text accord pact terms settlement paper
accord agreement text pact
treaty text agreement pact
terms agreement settlement text
deal agreement plan offer terms combination merger
offer deal terms proposal
merger combination tie-up combine deal
tie-up merger combination
takeover deal purchase bid
buy bid bidder purchase
sale sell
sell sale part dispose
hive sell split
split divide break two
break split
float list share
share stock
shares stock
investor stock market share
market analyst investor stock
dividend payout
boom rise grow
recession shrink growth
growth grow expand see
shrink fall growth
inflation price
rate interest
mortgage rate
unemployed jobless job
jobless unemployed job
salary pay wage earn
pay wage salary
bonus pay
raise more rise increase
pension retirement
levy tax duty
tax levy duty
budget money spend plan
stopgap emergency temporary
election vote poll ballot
referendum vote poll ballot
candidate run stand
lawmaker member parliament
threaten warn block would
threat warn threaten
blockade block road
block blockade stop
protest march demonstration rally
rally march protest
riot unrest clash
violent attack violence
weapon arms gun
shoot fire gun bullet
fire blaze burn shot
burn fire
blaze fire
explode blast explosion
bomb explosive device blast
escape flee slip out loose
loose escape free
flee escape leave
escape out rescue bring save survive reach
hide conceal find
chase pursue hunt
hunt search
search look hunt
lost missing
vanish missing disappear
disappear missing vanish
parachute jump
animal dog cat beast
pet animal dog cat
rocket launch missile
launch rocket start mission
satellite craft orbit
orbit satellite kilometre
space orbit rocket
purpose watch aim use meant
aim goal purpose want
use purpose
heavy weigh tonne load
weight weigh tonne
height high metre tall
tall high metre
high metre summit
deep metre depth
size big square
capacity hold seat
old build founded date since
age old year
young old year
birthday born old
anniversary year ago
previous before earlier last
before earlier previous another past
history before past
past before previous
first earlier initial
original first initial
final last end approve
last final
certain sure confirm
confirm say
sure certain
secret private
hear tell learn
email message letter
letter write message
ring phone call
call phone ring
phone call
radio call
contact call phone reach
contract deal agreement
expire end run
lapse end expire
valid last run
extend prolong
temporary until interim
permanent final
wait until delay
queue wait line
open begin start reopen
visit tour trip open
shut close
closed shut close
tour visit
ticket entry price admission
entry ticket admission enter
enter entry get through
get reach enter
transport carry bring
bring carry fetch
carry take bring hold
tow tug pull
dock port arrive
land arrive
arrive reach dock
depart leave sail
sail leave
trip journey
journey trip travel travel
foot walk
walk foot
cross border pass
crossing border pass
customs border
smuggle traffic
traffic road car
`;

/** Each line starts with what a reader asks; the other words are how copy may tell of it. */
export const HURRIED_LINES: readonly (readonly string[])[] = linesOf(SENSES);
