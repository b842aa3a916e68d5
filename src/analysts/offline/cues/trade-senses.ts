/** Words of several trades: how people ask about law, markets, sport, cities and war, and how copy tells. */
import { linesOf } from './words.ts';

const SENSES = `
sue suit lawsuit complaint claim damages challenge litigation
sue court judge tribunal
case trial lawsuit proceedings complaint hearing
appeal challenge contest overturn
verdict ruling judgment decision guilty acquit convict clear jury
acquit acquittal clear exonerate innocent
guilty convict conviction plead
invalid void quash annul overturn unlawful illegal
unlawful illegal breach violate law
uphold confirm maintain sustain stand
lawyer counsel attorney represent defend defence act solicitor barrister
judge justice magistrate panel bench
dissent disagree object minority
plaintiff claimant complainant bring
defendant accused suspect
fine penalty sanction punish punishment
punish punishment penalty sentence jail fine
testify testimony witness evidence
settle settlement agree
compensation damages payout repay repayment refund reimburse award
refund repay repayment reimburse money back
licence license permit permission approval authorisation permitted
injunction block ban halt stop
comply obey meet follow stop
infringe breach violate break violation copy
lodge file submit bring register
deadline days until within
deliberate deliberation jury
extradite extradition surrender
tariff duty levy tax rate
sanction embargo ban curb restriction measure
curb restriction limit control rule ban measure restrict
lift scrap remove ease abolish drop
abolish scrap end remove
extend extension prolong renew renewal
expire expiry end lapse
import export ship shipment trade
quota limit cap ceiling
subsidy aid support grant
introduce impose bring launch
redo recalculate calculate review rework new
recalculate calculate figure rate
reject invalid void dismiss annul
call name known sell dub term title
obtain get receive give acquire
represent counsel lawyer attorney
price settle close trade cost
settle close end finish
high peak record top touch most
low bottom trough least
crop harvest output production yield
estimate forecast projection outlook expect prediction predict see
deficit shortfall shortage short
surplus glut excess
stockpile inventory stock reserve storage
demand consumption use
supply output production
outage shutdown shut halt stop
restart resume reopen back restore
cargo shipment load freight
refinery plant unit
loss deficit red
profit earnings income gain
dividend payout
guidance forecast outlook target
debt owe borrow loan creditor liability
bankrupt insolvent bankruptcy insolvency collapse administration creditors protection receivership liquidation
rescue bailout save aid
stake share holding own
bid offer takeover approach
bidder buyer suitor interested party
interested interest approach touch
merger takeover deal combine
currency krone peso dollar euro yen
deal contract agreement accord transaction
value worth price valuation
invest investment spend spending
plan proposal scheme project
winner champion beat victory gold defeat
lead leader ahead top first
margin ahead clear gap lead difference
gap behind margin
record best fastest highest
injured injury hurt knock fracture surgery scan fit
break fracture broken bone
sack dismiss fire oust dismissal
oust push force dismiss
opponent face play against rival
face play meet opponent
final title cup trophy
fee transfer price
contract deal sign term
suspend ban card
fan supporter spectator crowd
attendance crowd spectators ticket
abandon withdraw retire quit
standings overall table jersey ranking
stage race leg
squad team side
captain skipper
retire retirement quit end
form win lose lost match
pipe main line
burst rupture leak break
train rail line metro subway tram railway
bus shuttle
stay shelter house accommodate sleep
shelter school church tent
flat apartment home unit housing
developer builder
council councillor councilman
resident neighbour household local
repair fix mend restore
construction build construct erect work
build construct construction builder made make
site yard land plot
approve approval sign permit back clear pass
reject vote against defeat
taxpayer city public state
fault defect flaw problem error wrong
wrong fault flaw defect error problem
recall withdraw pull remove
discharge release leave home
batch lot
shortage short supply lack
symptom sign
infected infection case sick ill
fighting clash war battle offensive combat
displaced flee refugee evacuate homeless
siege besieged surrounded
convoy truck relief
captive prisoner exchange swap
mediate mediator broker talks mediation
broker mediate negotiate mediator
concede concession admit defeat
concession offer give compromise
declare announce call
recount count
ballot vote paper
inauguration sworn office
fraud irregularity rig
observer monitor mission
fair clean free
irregularity fraud breach
erupt eruption blow explode
alert warning level
stranded stuck strand trapped
display show exhibit exhibition
return hand give restitution
loot steal stole take plunder
steal stolen theft loot robbery
theft steal stolen robbery
loan lend borrow
donate gift give donation
complain complaint accuse allege
accuse allege blame accusation allegation charge
deny denial reject dismiss
airline carrier
ground stop suspend
cancel scrap ground suspend
replace successor interim acting name
successor replace replacement permanent
interim acting temporary
name appoint choose pick select
choose pick select name
background former previously career once
career former
salary wage pay
raise increase higher hike
strike walkout stoppage
walkout strike stoppage
union guild federation
boycott refuse
apologise apology regret sorry
resign resignation quit leave
criticise critic attack denounce condemn blame slam
blame accuse fault criticise
support back endorse favour welcome approve
oppose against critic reject opponent
demand want ask call claim seek
threaten warn threat
promise pledge vow commit
hope expect aim want
reason because
motive reason
method way
learn discover find tell told inform
detect discover spot notice find
inform tell told notify warn
notify inform tell warn
know aware learn warn
aware know known
speak talk address
meet meeting talks
visit trip arrive
arrive come reach land
leave depart travel go
escape flee fled
hide conceal
search look seek hunt
hunt search look
arrest detain hold custody
question interrogate interview
suspect arrest gunman
weapon gun knife rifle
victim dead killed injured
survivor survive rescue
rescuer rescue crew
crew sailor staff
driver drive
pilot captain
owner own
passenger aboard board
evacuate evacuation move leave
destroy destroyed damage wreck flatten
damage destroyed hit loss
insure insured insurance cover
insurance insured cover
storm cyclone hurricane typhoon
flood water rain
drought dry
temperature degrees heat
power electricity
outbreak case infection
vaccinate vaccine dose
cure treatment
surgery operation
patient people case
pupil student school
teacher school staff
exam test
cost price bill expense
bill cost
budget spending cost
tax levy
benefit payment allowance
poor poverty
rent landlord tenant
mortgage loan
poll survey opinion
majority seats votes
minority seats
coalition partner alliance
ally partner
envoy diplomat ambassador
ambassador envoy embassy
embassy diplomat
treaty pact agreement
summit meeting talks
spokesman spokeswoman spokesperson said
spokesman secretary chairman leader
sign signed signing
ratify approve vote
veto block reject
`;

/** Groups of words of which one may ask for what another tells, as `SENSE_LINES`. */
export const TRADE_SENSE_LINES: readonly (readonly string[])[] = linesOf(SENSES);
