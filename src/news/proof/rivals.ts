/**
 * Words that exclude one another: opposites, and siblings of one kind (colours, casualties, posts).
 * Each line is one kind; strokes part the words that contradict, spaces join those that
 * agree; an indented line goes on with the one above.
 */
import { formsOf } from './forms.ts';
import { stemOf } from './tokens.ts';

const KINDS = `
rise rises rose risen increase increases grow grew grown growth gain climb jump surge soar up
  higher high expand boost upturn/fall fell fallen falls decrease decline drop shrink shrank slump
  plunge down lower low contract cut reduce reduction downturn dip tumble plummet sank sunk sink
  lessen slid slide slip fewer
win won wins winner victory triumph/lose lost loses loser defeat defeated/draw drew tie tied
agree agreed accept approve back support endorse welcome favor favour praise/refuse reject oppose
  disagree condemn criticise criticize block veto
approve pass adopt/reject veto defeat
open reopen/close shut closure
start begin began begun launch open/end finish stop halt conclude cease
allow permit legal authorise authorize let/ban forbid prohibit bar illegal prevent outlaw
forced force compel oblige mandate demanded required obliged ordered mandated must compelled
  obligated/recommended advised encouraged invited supposed asked request requested urged
succeed success successful/fail failure unsuccessful
guilty convicted convict sentenced/innocent acquitted cleared/accused charged remanded suspected
county/state
join enter/leave left quit exit withdraw withdrew
arrive/depart leave
buy bought purchase acquire/sell sold
early/late
final last/first
greater more over above exceeding/less fewer under below
best strongest strong/worst weakest weak
large largest big biggest major significant/small smallest minor slight
highest/lowest
new latest/old
safe/dangerous unsafe
confirm admit acknowledge/deny denied
release freed/detain jail imprison arrest capture
hire hired appoint/fire fired dismiss sack
import/export
north northern/south southern/east eastern/west western
man men male boy father son husband brother/woman women female girl mother daughter wife sister
majority/minority
public/private
domestic/foreign international
friend ally allies/enemy rival
positive/negative
possible likely/impossible unlikely
advance/retreat
hot warm/cold cool
rich wealthy/poor
remain stay/leave quit
strengthen improve/weaken worsen deteriorate
attack assault/defend protect
grant granted restore restored reinstate reinstated/revoke revoked withdrawn suspend suspended
lift ease relax loosen/impose tighten
extend prolong/shorten
ahead forward/behind backward
peace peaceful truce ceasefire/war violent invasion
temporary/permanent
spring/summer/autumn fall/winter
morning/afternoon/evening/night overnight
outside/inside
include/exclude
present/absent
young/old elderly
former ex/current incumbent sitting
build built create/destroy demolish
raise raised hike/lower lowered cut
optimistic hopeful/pessimistic hopeless
controlled/uncontrolled
despite/following because
killed dead died die death deaths slain bodies corpses drowned drown perished/injured wounded hurt/missing/survived survivors
  rescued/arrested detained/displaced evacuated/infected infections ill sick sickened
black/white/red/blue/green/yellow/orange/purple/pink/brown/grey gray/gold golden/silver
second seconds/minute minutes/hour hours/day days daily/week weeks weekly/month months
  monthly/year years annual annually yearly/decade decades/century centuries
thousand thousands/million millions/billion billions/trillion trillions/hundred hundreds
dollar dollars/euro euros/pound pounds sterling/yen/yuan renminbi/rupee rupees/rouble ruble
  roubles rubles/won
profit profits earnings/loss losses/revenue revenues turnover/debt debts/dividend dividends
share shares stock stocks/bond bonds
president/premier/chancellor/king
  monarch/queen/mayor/governor/senator/ambassador/minister/prosecutor/judge/general/spokesman
  spokeswoman spokesperson
parliament assembly lawmakers/senate/council/commission/cabinet/court tribunal/ministry
police officers/soldiers troops army military/firefighters/paramedics/coastguard
train trains locomotive/plane planes aircraft airliner jet/ship ships vessel/ferry ferries/bus
  buses coach/truck trucks lorry/car cars/helicopter helicopters/tram trams
murder homicide/fraud/theft robbery burglary/rape/arson/bribery corruption/espionage
  spying/kidnapping
earthquake quake tremor/flood floods flooding/storm hurricane typhoon cyclone/wildfire wildfires
  blaze fire/drought/eruption volcano/landslide mudslide/tornado/avalanche
explosion blast bomb bombing/shooting gunman gunfire/stabbing knife/fire burn
astronomers astronomer/biologists biologist/chemists chemist/physicists physicist/geologists
  geologist/economists economist/historians historian
doctors doctor surgeons/nurses nurse/teachers teacher/students student pupils/farmers
  farmer/miners miner/pilots pilot/lawyers lawyer/fishermen
vaccine vaccines jab/drug drugs medicine pill/test tests testing
cat cats/dog dogs/horse horses/cattle cows/sheep/pigs/poultry birds bird/fish/humans human people
wheat/corn maize/rice/soy soybeans/barley/coffee/cocoa/sugar/cotton
oil crude/gas/coal/nuclear/solar/wind/hydrogen
steel/aluminium aluminum/copper/gold/lithium/nickel/zinc/iron
galaxies galaxy/stars star/planets planet/asteroids asteroid/comets comet
invasion/annexation/liberation
semifinal semifinals/quarterfinal quarterfinals/final finals
treaty/truce ceasefire/tariff tariffs/sanctions/subsidy subsidies/quota quotas
bridge/tunnel/dam/airport/port harbour harbor/station/stadium/hospital/school/factory plant mill
river/lake/mountain/island/desert/coast/forest
embassy/consulate/airbase
father/grandfather/wife/husband/uncle/cousin/brother/son
mother/grandmother/aunt/sister/daughter
kilometres kilometers km kilometre kilometer/miles mile/metres meters metre meter/feet foot
tonnes tons ton tonne/kilograms kilos kilo/litres liters litre liter/gallons gallon/barrels barrel
unanimous unanimously/split narrow narrowly`
  .trim()
  .replace(/\n +/g, ' ')
  .split('\n')
  .map((line) => line.split('/').map((side) => side.split(' ')));

/** Both tables are made when first asked for: a house without a model asks for neither. */
let wordsByStem: ReadonlyMap<string, ReadonlySet<string>> | undefined;
let rivalriesByStem: ReadonlyMap<string, readonly Rivalry[]> | undefined;

function readWords(): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  for (const word of KINDS.flat(2))
    words.set(stemOf(word), (words.get(stemOf(word)) ?? new Set()).add(word));
  return words;
}

/** Is it one of the words themselves, in any form? "Planned" only looks as if it came of "plane". */
export function isRival(norm: string, stem: string): boolean {
  const words = (wordsByStem ??= readWords()).get(stem);
  if (!words) return false;
  return (
    formsOf(norm).some((form) => words.has(form)) ||
    [...words].some((word) => /(?:ed|ing)$/.test(word) && formsOf(word).includes(norm))
  );
}

/** For each kind that holds a root: the words that agree with it, and all that contradict it. */
export type Rivalry = { readonly own: ReadonlySet<string>; readonly others: ReadonlySet<string> };

function readRivalries(): ReadonlyMap<string, readonly Rivalry[]> {
  const rivalries = new Map<string, Rivalry[]>();
  for (const kind of KINDS) {
    const sides = kind.map((side) => new Set(side.map(stemOf)));
    for (const own of sides) {
      const others = new Set(sides.filter((side) => side !== own).flatMap((side) => [...side]));
      for (const stem of own)
        rivalries.set(stem, [...(rivalries.get(stem) ?? []), { own, others }]);
    }
  }
  return rivalries;
}

/** The kinds that a root belongs to; none for most words. */
export function rivalriesOf(stem: string): readonly Rivalry[] {
  return (rivalriesByStem ??= readRivalries()).get(stem) ?? [];
}
