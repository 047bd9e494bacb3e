import { defineConfig } from '@playwright/test';

/** Real relay, real browser, real Electron: started by e2e/fixtures.ts, each test with its own. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // Two cores run two desks each at most; more only makes every wait longer.
  workers: 2,
  fullyParallel: true,
  timeout: 180_000,
  globalTimeout: 45 * 60_000,
  expect: {
    timeout: 15_000,
    // Letters are smoothed a little differently from machine to machine; a button that moved is more than this.
    toHaveScreenshot: { pathTemplate: '{testDir}/screens/{arg}{ext}', maxDiffPixelRatio: 0.008 },
  },
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    // Every act of every test is written down for one, which costs more than the test where there are two cores.
    trace: process.env['PERMANENCE_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
