/** A short campaign of kills: `npm run crash` runs the long one. */
import { expect, it } from 'vitest';
import { runCampaign } from './campaign.ts';

it(
  'loses nothing and posts nothing twice, wherever it is killed',
  { timeout: 300_000 },
  async () => {
    const options = { databaseUrl: null, limits: '', replicas: 1, tell: () => undefined };
    const report = await runCampaign({ ...options, kills: 6, seed: 20_260_312 });
    expect(report.faults).toEqual([]);
    expect(report.unsettled).toEqual([]);
    expect(report.exitCode).toBe(0);
    expect(report.messages).toBeGreaterThan(4);
  },
);
