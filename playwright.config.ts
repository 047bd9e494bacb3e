import { defineConfig } from '@playwright/test';

/** Real relay, real browser, real Electron: started by e2e/fixtures.ts, each test with its own. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // Two cores run two desks each at most; more only makes every wait longer.
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  globalTimeout: 18 * 60_000,
  expect: {
    timeout: 15_000,
    // Letters are smoothed a little differently from machine to machine; a button that moved is more than this.
    toHaveScreenshot: { pathTemplate: '{testDir}/screens/{arg}{ext}', maxDiffPixelRatio: 0.008 },
  },
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
