/** Parameters of an address that tell where a reader came from, and never which page it is. */
const TRACKING = new RegExp(
  `^(?:${[
    'utm_\\w{1,32}|(?:fb|g|dc|y|ms|tt|tw)cl(?:k)?id|gclsrc|[gw]braid|igshid?|mc_[ce]id|_hs\\w{1,16}',
    'mkt_tok|at_(?:medium|campaign|format|custom\\d|link_\\w{1,16})',
    'ns_(?:campaign|mchannel|source|linkname|fee)|wt[._]mc\\w{0,4}|xtor|smid|ftag|spm|s_cid|icid|ito',
    'guccounter|traffic_source',
  ].join('|')})$`,
  'i',
);

/** Is this the name of such a parameter? */
export function isTracking(name: string): boolean {
  return TRACKING.test(name);
}
