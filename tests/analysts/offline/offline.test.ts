/** The offline analyst keeps the contract of analysts. */
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { describeAnalyst } from '../contract.ts';

describeAnalyst('the offline analyst', createOfflineAnalyst);
