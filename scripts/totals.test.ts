import { describe, expect, test } from 'vitest';
import { addTotals, playwrightTotals, totalsLine, vitestTotals } from './totals.ts';

const vitest = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numFailedTestSuites: 0,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}] }],
};

describe('Vitest', () => {
  test('its counts are taken over', () => {
    const report = { ...vitest, success: false, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
    expect(vitestTotals(report)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });
  test('a file that did not load is a failure', () => {
    const testResults = [...vitest.testResults, { status: 'failed', assertionResults: [] }];
    expect(vitestTotals({ ...vitest, success: false, testResults }).failed).toBe(1);
  });
  test('an error outside every test is a failure', () => {
    expect(vitestTotals({ ...vitest, success: false }).failed).toBe(1);
  });
  test('something that is no report is not counted as nothing', () => {
    expect(() => vitestTotals({})).toThrow();
  });
});

describe('Playwright', () => {
  test('a flaky test and an error outside tests are failures', () => {
    const report = { errors: [{}], stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 } };
    expect(playwrightTotals(report)).toEqual({ passed: 5, failed: 4, skipped: 3 });
  });
});

test('the last line names the skipped only when there are any', () => {
  const totals = addTotals([
    { passed: 1, failed: 2, skipped: 0 },
    { passed: 10, failed: 0, skipped: 0 },
  ]);
  expect(totalsLine(totals)).toBe('11 passed, 2 failed');
  expect(totalsLine({ ...totals, skipped: 4 })).toBe('11 passed, 2 failed, 4 skipped');
});
