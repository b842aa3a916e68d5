/** Words that turn a statement into a denial, a plan, a possibility, a condition or a demand. */
import { wordSet } from './words.ts';

export const NEGATIONS = wordSet(
  `not n't n’t never no nothing none neither nor nobody without hardly cannot barely yet`,
);
/** Verbs whose object did not happen. */
export const FAILING = wordSet(
  `failed fails fail declined declines decline refused refuses refuse stopped denied denies deny
  avoided unable unwilling reluctant short instead almost nearly`,
);
export const MODALS: ReadonlyMap<string, 'future' | 'possible'> = new Map([
  ...['will', 'shall', "'ll", '’ll'].map((word) => [word, 'future'] as const),
  ...['would', 'could', 'may', 'might', 'should', 'must', 'can', 'ought'].map(
    (word) => [word, 'possible'] as const,
  ),
]);
export const CONDITIONS = wordSet('if unless whether should reports rumours rumors allegations');
export const ASKING = wordSet(
  `asked asks urge urged urges urging demanded demands demanding call called calls calling wants
  want wanted seek seeks sought seeking request requested requests pressed pressing proposed
  proposes proposal proposals insisted recommend recommended recommends suggested petitioned`,
);
export const EXPECTING = wordSet(
  `expected expects expect hope hopes hoped hoping likely unlikely considering considers consider
  mulling weighing plans planned planning plan intends intend aims aim threatened threatens vowed
  promised pledged scheduled due set slated rumoured reportedly alleged allegedly accused tried
  trying try attempt attempts attempted predicted predicts forecast forecasts feared bid preparing`,
);
/** A clause ends here: what governs before it does not govern after it. */
export const CLAUSE_BREAKS = wordSet(
  '; : — – -- but although though while whereas because after and',
);
