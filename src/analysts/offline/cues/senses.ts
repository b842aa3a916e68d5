/** What readers and copy call the same things: words that ask, and words that tell. */
import { linesOf } from './words.ts';

/**
 * Words that readers use for what copy calls otherwise. They say only that the sentence speaks of such a
 * thing: wider than the groups above, and a word may stand in several.
 */
const SENSES = `
gunman gunmen shooter attacker assailant suspect perpetrator killer man
thief thieves robber burglar raider suspect gang
cop cops policeman policewoman officer police
passenger passengers people aboard board onboard traveller travelling carry
jet plane aircraft airliner airplane flight
ship vessel boat ferry tanker freighter trawler
crew sailor sailors seafarer seamen member members
fighter fighters rebel rebels militant militants insurgent guerrilla soldier troops
kid kids child children pupil student youngster minor
mum mother dad father parent parents family relatives relative
wife husband spouse partner married widow
doc doctor physician surgeon medic paediatrician nurse
boss chief executive head president chairman director
coach manager trainer
staff worker workers employee employees workforce people job jobs
lawyer attorney counsel barrister solicitor
writer author novelist poet
mp lawmaker lawmakers deputy deputies legislator senator member members councillor
government cabinet ministry administration authorities state
parliament assembly house chamber congress senate legislature council
expert scientist scientists researcher researchers analyst specialist
customer consumer client buyer shopper
voter voters elector electorate
crowd turnout attendance spectator spectators marcher marchers protester protesters demonstrator people march rally protest demonstration attend watch
firm company group business operator owner employer
shop store retailer supermarket
stock stocks share shares equity
investor shareholder owner
money cash sum fund funds funding dollars euros
salary wage pay earnings earn
earnings profit income
revenue sales turnover
price cost worth value fee
target goal forecast guidance estimate expected expectation
expert analyst
tax levy duty tariff
tariff duty duties levy
fine fined penalty damages compensation
loan credit debt borrow lend
aid help relief donation pledge
help intervene aid save rescue support
bill law legislation measure act reform
deal agreement accord pact treaty contract truce settlement
ceasefire truce
row dispute disagreement argument quarrel
talks negotiation meeting discussion round session summit
venue stadium arena hall site
visit trip tour travel
speech address statement
document report paper text
proposal offer plan draft
probe inquiry investigation investigate review
motive reason why
blame fault responsible responsibility accuse
trigger cause caused spark lead led prompt
deny denied reject dismiss
swap exchange
sort settle resolve decide agree
retaliate retaliation respond response answer counter kind
replace replacement successor succeed fill take
fill replacement name appoint
resign quit step leave depart
sack fire dismiss oust axe
hire appoint recruit
back support endorse favour backed
pull withdraw scrap cancel call
scrap cancel call drop abandon axe
delay postpone suspend defer put
stop halt suspend end ground
ban prohibit forbid bar outlaw
allow permit let approve
close shut closure
reopen open restart resume again back
reopen closed close shut until
work working service back again
release open premiere publish launch date
split unanimous divided close narrow majority vote margin
begin start commence effective effect force from
pull recall withdraw
report result results finding
see seen film spot sight photograph camera notice
care childcare guard
meet convene gather assemble sit
move rise rose fall fell gain lose lost drop climb slip rally jump surge slide tumble close up down higher lower
restore back resume reopen repair
fix repair mend solve
break fail fault broke
hit strike struck affect suffer
burn fire blaze
blow explode explosion blast
crash collide collision derail hit
capsize sink sank overturn
flood water inundate
rescue save free pull brought
survive alive survivor escape
evacuate move flee shelter displaced
trap stuck strand cut
missing find found unaccounted
casualty casualties dead killed hurt injured wounded
ill sick fall disease infect case
jab vaccine shot dose
medicine drug treatment
strong magnitude wind force
weather storm rain wind snow
power electricity blackout outage supply energy
lose lost without cut
phone mobile device
internet online network web
record highest lowest best most worst
beat win defeat victory exceed top surpass
lead top ahead first
seat seats majority
ticket fare
fare ticket price
house home homes household dwelling
building house home block
village town city community
area region zone province district
road highway route street
border frontier crossing
army troops soldiers military force
weapon gun arms missile rifle
prison jail sentence custody
prisoner inmate detainee captive
jury judge court tribunal
appeal challenge contest court
sue suit lawsuit court claim
crime offence charge
bail custody free release
release free freed publish
hostage captive abduct kidnap
kidnap abduct seize take
ransom pay money
hacker attack cyberattack intruder breach
leak escape spill disclose
plant factory works mill facility
produce make output production generate capacity
ask request appeal demand call
prison jail free bail custody
supply deliver provide ship
demand want seek ask call require
size big large long wide
funeral bury burial
illness ill disease fever
age old aged
home house
film movie picture
prize award win winner trophy
title champion championship win
score goal point headed
loss defeat lost
opponent face play against rival meet
injury hurt injured
contract deal agreement
player footballer striker defender
result outcome end score
launch lift begin start send carry
orbit space satellite
mission flight
find discover discovery show reveal
study research trial survey
evidence proof data
side-effect side effect reaction
effect impact consequence affect
risk danger threat warn
need require want
cover include apply affect
exempt except exception exemption
rule regulation law
condition term requirement
deadline until by before
stay keep remain
attend present delegate join
join attend enter
invite host
host held hold
speak say address tell
warn caution say
promise pledge vow
criticise slam condemn attack call
welcome praise hail
worry fear concern
angry protest furious
sorry apologise regret
happy pleased welcome
`;

/** Groups of words of which one may ask for what another tells. */
export const SENSE_LINES: readonly (readonly string[])[] = linesOf(SENSES);
