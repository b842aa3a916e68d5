/** The contract suite: what every store must do, whatever it is made of. */
import { describe } from 'vitest';
import { channelRules } from './contract-channels.ts';
import { keepingRules } from './contract-keeping.ts';
import { leaseRules } from './contract-leases.ts';
import { ledgerRules } from './contract-ledger.ts';
import { newsRules } from './contract-news.ts';
import { transactionRules } from './contract-transactions.ts';
import { verdictRules } from './contract-verdicts.ts';
import type { Store } from '../../src/stores/store.ts';

/** Opens an empty store; the suite closes it. */
export type OpenStore = () => Promise<Store>;

export function storeContract(name: string, open: OpenStore): void {
  describe(`${name} keeps the store contract`, () => {
    newsRules(open);
    channelRules(open);
    ledgerRules(open);
    leaseRules(open);
    keepingRules(open);
    verdictRules(open);
    transactionRules(open);
  });
}
