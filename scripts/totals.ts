import * as z from 'zod';

export type Totals = { readonly passed: number; readonly failed: number; readonly skipped: number };

const VitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numFailedTestSuites: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const PlaywrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/** Counts of Vitest's JSON report. A file that did not even load counts as one failure. */
export function vitestTotals(report: unknown): Totals {
  const read = VitestReport.parse(report);
  const unloaded = read.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = read.numFailedTests + unloaded;
  return {
    passed: read.numPassedTests,
    // A run that calls itself failed without a failed test (an error between tests) is still a failure.
    failed: failed === 0 && !read.success ? 1 : failed,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}

/** Counts of Playwright's JSON report. A test that passed only when repeated did fail. */
export function playwrightTotals(report: unknown): Totals {
  const { stats, errors } = PlaywrightReport.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

export function addTotals(all: readonly Totals[]): Totals {
  return {
    passed: all.reduce((sum, one) => sum + one.passed, 0),
    failed: all.reduce((sum, one) => sum + one.failed, 0),
    skipped: all.reduce((sum, one) => sum + one.skipped, 0),
  };
}

/** The last line of `npm test`. */
export function totalsLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
