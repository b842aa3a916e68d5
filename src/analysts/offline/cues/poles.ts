/** What can come of a thing, and its contrary: each pole by the words that state it. */
export type Pole = {
  readonly axis: string;
  readonly pole: string;
  readonly words: RegExp;
  /** what the sentence must speak of as well, for verbs that are said of anything; else null */
  readonly of: RegExp | null;
};

const AXES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  approval: {
    yes: 'approved|passed|adopted|ratified|endorsed|backed|accepted|voted in favou?r',
    no: 'rejected|vetoed|voted down|turned down|threw out|thrown out|voted against|declined to approve',
  },
  verdict: {
    guilty: 'convicted|found guilty|was found guilty|pleaded guilty',
    clear: 'acquitted|cleared|found not guilty|exonerated',
  },
  appeal: {
    stands: 'upheld|affirmed',
    falls: 'overturned|quashed|annulled|struck down|set aside|reversed',
  },
  talks: {
    agreed:
      'agreed on|agreed to|reached (?:an? )?(?:[a-z-]+ )?(?:agreement|deal|accord|truce)|signed (?:an? )?(?:[a-z-]+ )?(?:agreement|deal|accord|pact)|struck (?:an? )?(?:[a-z-]+ )?deal',
    failed:
      'collapsed|broke down|failed to (?:agree|reach|produce)|without (?:an? )?(?:agreement|deal|accord|breakthrough)|no (?:agreement|deal) was reached',
  },
  rate: {
    raised: 'raised|increased|hiked|lifted',
    cut: 'cut|lowered|reduced|trimmed',
    held: 'held|kept|left|maintained|unchanged',
  },
  custody: {
    freed: 'freed|released|bailed|granted bail',
    held: 'remanded|jailed|denied bail|refused bail|held in custody|kept in custody',
  },
  direction: {
    up: 'rose|climbed|jumped|gained|surged|advanced|grew|increased',
    down: 'fell|dropped|slipped|declined|tumbled|slid|plunged|shrank|decreased',
  },
};

const OF: Readonly<Record<string, RegExp>> = {
  rate: /\b(?:interest|lending|policy|benchmark|tariffs?|tax(?:es)?|forecasts?|quotas?)\b/i,
  direction:
    /\b(?:shares?|stocks?|prices?|index|profits?|sales|exports?|imports?|output|inflation|unemployment|currency|turnout)\b/i,
};

/** Every pole of every axis. The expressions are plain alternatives: linear. */
export const POLES: readonly Pole[] = Object.entries(AXES).flatMap(([axis, poles]) =>
  Object.entries(poles).map(([pole, words]) => ({
    axis,
    pole,
    words: new RegExp(`\\b(?:${words})\\b`, 'i'),
    of: OF[axis] ?? null,
  })),
);
