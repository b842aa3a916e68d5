/** Stories by the thousand, for benchmarks: written from parts, each different, the same every run. */

const SYLLABLES = 'ka,ro,vel,mi,tor,sen,du,lan,bri,os,ter,nai,gol,fe,zu,par,hin,je'.split(',');
const ROLES = 'trade minister,chief negotiator,energy minister,central bank governor'.split(',');
const SUBJECTS =
  'export licences for chip tools,the fishing quota,a gas pipeline,steel tariffs,a debt swap,grain transit,satellite launches,vaccine patents'.split(
    ',',
  );
const DAYS = 'Monday,Tuesday,Wednesday,Thursday,Friday'.split(',');

/** A number generator that gives the same sequence each time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One plain-text story of about 1,800 characters; `index` makes it different from the others. */
export function writeStory(index: number): string {
  const next = sequence(index * 7_919 + 17);
  const pick = (list: readonly string[]): string => list[next(list.length)]!;
  const name = (): string => {
    const sounds = Array.from({ length: 2 + next(2) }, () => pick(SYLLABLES)).join('');
    return sounds.charAt(0).toUpperCase() + sounds.slice(1);
  };
  const [first, second, place] = [name(), name(), name()];
  const [speaker, other] = [`${name()} ${name()}`, `${name()} ${name()}`];
  const [subject, day, role] = [`${pick(SUBJECTS)} of ${name()}`, pick(DAYS), pick(ROLES)];
  const code = `article ${next(90) + 10} of the ${name()} treaty`;
  const amount = next(900) + 100;
  return [
    `${first}, ${second} agree on ${subject}`,
    `${place.toUpperCase()}, March 12 (Bench Wire) - ${first} and ${second} agreed ${day} on ${subject} under ${code}, ending ${next(20) + 2} months of dispute, officials of both sides said.`,
    `"We have found a way that both parliaments can live with," ${first}'s ${role} ${speaker} told reporters after ${next(12) + 3} hours of talks in ${place}.`,
    `The two sides will meet again in ${name()} on April ${next(28) + 1}, a joint statement said. It put the value of the trade concerned at ${amount} million dollars a year.`,
    `${other}, who led the delegation of ${second}, said nothing had been decided on compensation for companies that lost orders since ${2010 + next(15)}. "That is still open," ${other.split(' ')[1]} said.`,
    `The dispute began when ${second} placed ${subject} under a licence, which ${first} called a breach of the treaty of ${1980 + next(40)}. Trade between the two fell by ${next(40) + 5} percent in the following year, according to the customs office in ${name()}.`,
    `Analysts said the agreement removed a risk for the ${next(60) + 10} firms concerned but left the longer question of inspections to a committee, which is due to report by June ${next(28) + 1}.`,
    `Unions in ${name()} called for guarantees for ${(next(90) + 10) * 100} workers. The ministry declined to comment on their demand.`,
  ].join('\n\n');
}
