import { defineConfig } from 'vitest/config';

/** What needs a browser: run by `npm run test:browser` and by .ci/run. */
export default defineConfig({
  test: { include: ['tests/browser/**/*.browser.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
