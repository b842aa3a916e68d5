/** The model analyst keeps the contract of analysts, before a good server and before none. */
import { afterAll, beforeAll } from 'vitest';
import { startFakeModel, type FakeModel } from '../../fakes/model/fake-model.ts';
import { describeAnalyst } from '../contract.ts';
import { analystOver } from './stub.ts';

let server: FakeModel;
beforeAll(async () => {
  server = await startFakeModel();
});
afterAll(() => server.close());

describeAnalyst('the model analyst', () => analystOver(server.baseUrl, { dailyTokens: 1e9 }));
describeAnalyst('the model analyst without its server', () => analystOver('http://127.0.0.1:1/v1'));
