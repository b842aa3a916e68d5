/** Words of questions: what carries no content, and what else a story may say for the same thing. */
import { linesOf, wordSet } from './words.ts';

export const EMPTY_WORDS = wordSet(
  `a an the of to in on at for by with from and or is are was were be been being do does did has have
  had will would can could should may might shall who whom whose what which when where why how many
  much long often that this these those it its he she they them his her their there any some tell me
  us you we i please about into over as than then so if not no s 've 'll 're n't happened happens happen say
  said says think know news story latest exactly actually currently now just ever us also more most
  last must per need needs ask asked asks
  yet already whats hows anyone anybody anything someone somebody something everyone else there since after during
  done doing still besides apart instead so too either rather really even anyway
  take place took going give gave get got come came people person thing`,
);

/** Each line is a group of words that answer for one another (stems are taken of all of them). */
const GROUPS = `
lead led head headed heads chief leader represent representative counterpart boss run runs director chair chairs chaired chairman chairwoman
kill die dead death deaths killed died fatality fatalities toll victim victims
hurt injured injury injuries wounded wound casualties
meet meeting talk talks dialogue negotiation negotiations summit round discussion
next upcoming future forthcoming
win won victory beat defeat defeated winner
lose lost defeat
agree agreed agreement deal accord pact reach reached
decide decided decision ruling ruled rule verdict
buy bought acquire acquired acquisition purchase takeover
sell sold sale
cut reduce reduced lower lowered slash
raise raised increase increased hike lift lifted
rate rates interest
fire layoff layoffs sack sacked redundancies redundant dismiss
job jobs position positions post posts employee employees staff worker workers workforce
begin began start started open opened launch launched
end ended finish finished close closed conclude
cause caused reason because due
quake earthquake tremor
price cost costs paid pay worth
company firm corporation group
vote voted election poll ballot
arrest arrested detain detained custody
court judge tribunal
sentence sentenced jail jailed prison convict convicted guilty
charge charged accuse accused indict
minister ministry
country nation state
side delegation team
big large magnitude strong strength size
attack attacked bomb bombing blast explosion
crash crashed collision accident derail derailed
score scored goal goals result
open unresolved undecided unclear outstanding unsettled nothing remain remains still
criticise criticize criticised critic condemn condemned
find found discover discovered discovery
where located location venue held
retract withdraw lift reverse
send sent dispatch
lasted continue continued continuing
office sworn inaugurated inauguration
urge urged demand demanded want wants call
carry carried aboard onboard
capital headquarters headquartered
pay paid repay
hold held
fall drop decline tumble slump plunge slide sink dip
rise climb gain jump surge soar
game match final fixture
husband wife spouse married
oppose opposed reject rejected refuse object objection against
promise promised pledge pledged vow vowed campaign campaigned
miss missing unaccounted search searching look looking
admit admitted confess confessed guilt plead pleaded deny denied wrongdoing
make maker makes made manufacture manufacturer produce producer
effective efficacy protect protects protection prevent
help aid assistance relief
host hosted hosts
take took taken seize seized hijack hijacked
own owns owned owner stake
worry worried worries concern concerned concerns fear fears anxious anxiety
react reaction reacted respond responded response reply replied answer answered
cover covered apply applied affect affected exempt exemption subject
valid force effect
watch attend attended crowd spectators attendance
`;

const IRREGULAR = `
airplane plane planes
free freed
teach taught
die died dying dies
take took taken
go gone went
see saw seen
shut shutting
forbid forbade forbidden
show shown
sue sued suing sues
go goes
gas gases
give given
eat ate eaten
hear heard
lay laid
deal dealt
feel felt
mean meant
lend lent
think thought
owe owed owes owing
ban banned banning
jab jabbed
ax axe axed axing
tie tied tying
wake woke woken
lean leant
learn learnt
burn burnt
spill spilt
quit quitting
get gets getting got gotten
let letting lets
cut cutting cuts
set setting sets
hit hitting hits
put putting puts
bid bidding bids
split splitting
bet betting bets
withdraw withdrew withdrawn
freeze froze frozen
beat beaten
fall fell fallen
rise rose risen
sink sank sunk
buy bought
sell sold
find found
hold held
lead led
leave left
lose lost
meet met
pay paid
send sent
build built
win won
begin began begun
drive drove driven
fly flew flown
write wrote written
speak spoke spoken
choose chose chosen
break broke broken
steal stole stolen
catch caught
bring brought
fight fought
seek sought
shoot shot
strike struck
grow grew grown
throw threw thrown
draw drew drawn
swear swore sworn
sing sang sung
run ran
keep kept
spend spent
feed fed
flee fled
hide hid hidden
ride rode ridden
wear wore worn
tear tore torn
bear bore born
big bigger biggest
large larger largest
high higher highest
small smaller smallest
strong stronger strongest
old older oldest
long longer longest
first 1st
second 2nd
third 3rd
fourth 4th
fifth 5th
sixth 6th
seventh 7th
eighth 8th
ninth 9th
tenth 10th
`;

/** An irregular verb's past forms to its base. */
export const BASE_OF: ReadonlyMap<string, string> = new Map(
  IRREGULAR.trim()
    .split('\n')
    .flatMap((line) => {
      const [base = '', ...forms] = line.split(' ');
      return forms.map((form) => [form, base] as const);
    }),
);

/** Groups of words that answer for one another. */
export const SYNONYM_LINES: readonly (readonly string[])[] = linesOf(GROUPS);

/** Verbs that say little by themselves: what is done stands beside them. */
export const LIGHT_VERBS = wordSet(
  `move put make do go keep get off down up far let see know use want try need seem become stay remain work mean tell accord
  concern regard involve includ affect plan expect hope schedul commenc begin start set run last lasted new latest
  current currently`,
);
