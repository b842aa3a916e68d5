/**
 * Words that a faithful summary may bring of its own, a few to a sentence: they word what the copy
 * tells otherwise, and by themselves add no doer, thing, place, time, cause or outcome. Written by
 * hand, in their dictionary form; what could be news by itself ("sank", "apologised") is left out.
 */
import { formsOf } from './forms.ts';

const VERBS = `
  access accommodate accompany accord accumulate achieve acknowledge adapt add address adhere
  adjust advance advise affect aid alter amount anticipate appear apply approach arise arrange
  arrive ask assemble assess assign assist associate assume attach attend attract attribute
  average await base bear become begin believe belong board bolster border brief bring build carry
  cast catch center centre change chase check choose cite collect comb combine come comment
  commission compare compete compile complete comply compose comprise conceive concentrate concern
  conduct confront connect consider consist constitute construct consult contact contain contend
  contest continue contribute control convert convey cope correspond count counter cover create
  date deal deem define deliver demonstrate depend depict derive describe design detail detect
  determine develop devote differ direct discover discuss display distribute disturb divide dock
  draw drive dump dwell ease edge elevate embark embrace emerge emphasise emphasize employ
  encounter endure engage enhance enjoy ensue ensure enter entitle establish estimate evaluate
  evolve examine excavate exceed exchange exist expand expect experience explain explore expose
  express extend extract face feature feel figure fill find fit focus follow force forecast form
  foster found fuel fulfil function gather gaze generate get give glimpse grant grow hamper hand
  handle happen head hear help highlight hinder hold host hover hunt identify impede implement
  improve include incorporate indicate inform inhabit initiate insist inspect install intend
  interact involve isolate issue join judge keep know label last lay lead lean learn leave let lie
  link list live locate look maintain make manage mark match mean measure meet mention monitor
  moor mount move name need note notice observe obstruct obtain occupy occur offer open operate
  organise organize originate outline outnumber overlook oversee own participate pause peak peek
  peer perceive perform persist pick picture place plan play point pose position possess pour
  practise precede predict prefer prepare present preserve proceed process procure produce
  progress project prolong promote propose prove provide pull pursue push put raise range rank
  rate reach react realise realize receive reckon recognise recognize reconsider record refer
  reflect regain regard register regulate reintroduce relate relocate rely remain remark remove
  render repeat report represent require resemble reserve reside respond restore result retain
  return review revise rule run rush satisfy save say scale schedule scour scramble see seek seem
  select send serve set shape share shift show slip slow solve source span spark speak specify
  spend spill splash split spot spread stabilise stabilize stage stand start state stay stem step
  stick strengthen stress stretch study submit suffer suggest supervise supply support suppose
  surface surround sustain switch tackle take target tell tend test thank think tie top toss total
  touch tour track transfer transform transport travel try turn uncover undergo undertake use
  utilise utilize value vary verify view visit wait walk want wear weigh widen wish work write
  yield`;

const NOUNS = `
  ability access account action activity addition adult advance advantage advice age aim amount
  analysis announcement answer appeal appearance approach area argument arrangement arrival
  article aspect assessment assistance attention authority background backing basis beginning
  behaviour bid block body branch break bulk call campaign capacity case category cause center
  centre chamber chance change character check choice circumstance collection combination comment
  community company comparison competition completion component concern conclusion condition
  conduct connection consequence consideration contact content context contract contrast
  contribution control copy core cost country couple course coverage creation crew data date day
  deal debate decision decrease deficit degree demand departure description design destination
  detail development device difference difficulty direction disclosure discovery discussion
  dispute distance distribution division doubt drive duration duty dwelling economy edge effect
  effort element employee end entry environment equipment establishment estimate evening event
  evolution examination example exchange existence expansion expectation expense experience expert
  explanation extension extent face facility fact factor fan fashion feature field figure find
  finding firm focus force form formation foundation founder front function future gap goal ground
  group growth guidance guide half hand handling head help highlight hold hope host hour idea
  image impact importance improvement incident indication individual industry information
  infrastructure inhabitant initiative inside insistence inspection institution intention interest
  introduction involvement issue item job journey judgement judgment kind knowledge lead leader
  leadership length level line link list local locality location look loss maintenance majority
  maker management manner mark market material matter means measure meeting member mention method
  milestone mission model moment money month mood motive move movement name nation need
  negotiation neighbourhood network night notice number object objective occasion occupation offer
  office official operation operator opinion opportunity opposition option order organisation
  organization origin outcome outfit outlet outlook output overview owner ownership pace part
  participant participation party passage path pattern peak people percent performance period
  permission person personnel phase phenomenon piece place plan plea point policy position
  possibility post potential practice prediction preparation presence pressure prevention
  principle priority problem procedure process producer product professional profile program
  programme progress project proportion proposal prospect protection provision public publication
  purpose quality quantity quarter question race range rank rate ratio reaction reality reason
  recent record reduction reference region regulation relation remainder remark repeat replacement
  reply report reporter representative request requirement research researcher resident resource
  respect response responsibility rest result return review right risk rival road role round route
  row rule run running safety scale scene schedule scheme scientist scope search section sector
  seller sequence series service set setting shape share shift side sign significance site
  situation size society solution source space speaker specialist spectator spell spending staff
  stage stake standard start statement station statistics status step stock strategy stretch
  structure study style subject suggestion sum supply support supporter surface surprise survey
  system tactic talk target task team technique technology term test text thanks theme thing time
  title tool top topic total town trade training transfer treatment trend trip truth try type
  understanding unit update uptake usage use user value variety version vicinity view village
  visit visitor voice volume wake wave way week weekend work worker world year yield zone`;

const MODIFIERS = `
  able abruptly absent accessible accurate actively actual additional adequate again alike alive
  alone alternative altogether annual annually anybody anyone apiece apparent applicable
  appropriate available average aware based basic better big brief broad central certain clear
  close closed combined common comparable complete connected considerable consistent constant
  continued continuous corresponding crucial current daily dedicated deep different difficult
  direct distant distinct due eager earlier easy effective efficient eligible empty enormous
  entire equal essential established eventual everybody everyone evident exact existing expected
  extended extensive extra familiar faraway fast few final finally firm first fixed following
  former forthcoming free frequent fresh freshly front full further future general glad global
  gradually great hard heavily heavy high huge immediate immediately important improved included
  increasing individual inflatable initial inner inside instead intense international involved
  isolated joint jointly key known large largely last late latest leading left less light like
  likely limited linked little live local long low main mainly major many mass maximum mere mid
  middle minimum minor missing mixed moderate modern most mostly multiple mutual narrow narrowly
  national native natural nearby necessary new newly next nobody none normal notable numerous
  observable official old once ongoing only open opposite optional ordinary original other outer
  outside overall own partial particular partly past permanent planned pleased poor popular
  possible potential practical precise preliminary present pressing previous previously primarily
  primary prior prominent promptly proper prospective provisional public quick rapid rapidly rare
  rather raw ready recent recently regional regular related relative relevant reliable remaining
  remote repeated respective responsible resulting rising rival rough routine scheduled secondary
  separate several severe sharp sharply short shortly significant similar simple simply single
  slight slightly slow slowly small sole solid someone somewhat soon special specific specifically
  stable steadily steady steep still straight strict strong stuck subsequent subsequently
  substantial sudden suddenly sufficient suitable temporary then thick tight tiny together top
  total traditional typical typically unable unaware unchanged unclear underlying unknown unlikely
  unprecedented upcoming upper urgent useful usual various vast visible vital wary weekly
  well-known whereas whole wide widespread willing worth yearly`;

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
let lists: readonly ReadonlySet<string>[] | undefined;

/** A word that a summary may bring of its own. A noun's list bears out no past: "blocked" is a deed. */
export function isMild(norm: string): boolean {
  const [verbs, nouns, modifiers] = (lists ??= [VERBS, NOUNS, MODIFIERS].map(setOf));
  const isInflected = /(?:ed|ing)$/.test(norm);
  return (
    formsOf(norm).some((form) => verbs?.has(form)) ||
    (isInflected ? [norm] : formsOf(norm)).some((form) => nouns?.has(form) || modifiers?.has(form))
  );
}
