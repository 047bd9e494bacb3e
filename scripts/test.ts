/**
 * `npm test`: prepares the machine, builds, then runs Vitest and Playwright with a screen, a home and a
 * keychain of their own, and ends with the true totals of both. Arguments select e2e files or titles:
 * `npm test -- e2e/reload.spec.ts` runs those and skips Vitest.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildDesk, buildPage } from './build.ts';
import { electronRuntime } from './electron-runtime.ts';
import { ROOT } from './paths.ts';
import { start, stopAll, stopOnSignals } from './processes.ts';
import { freshHome, startScreen, withKeychain } from './session.ts';
import { setUpSystem } from './setup-tests.ts';
import { addTotals, playwrightTotals, type Totals, totalsLine, vitestTotals } from './totals.ts';

const RESULTS = join(ROOT, 'test-results');

type Runner = {
  readonly name: string;
  readonly args: readonly string[];
  readonly report: string;
  readonly read: (report: unknown) => Totals;
  /** Longer than this (ms) and it is ended, and has failed. */
  readonly bound: number;
};

function bin(name: string): string {
  return join(ROOT, 'node_modules/.bin', name);
}

const VITEST: Runner = {
  name: 'Vitest',
  args: [
    bin('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS}/vitest.json`,
  ],
  report: join(RESULTS, 'vitest.json'),
  read: vitestTotals,
  bound: 15 * 60_000,
};

const PLAYWRIGHT: Runner = {
  name: 'Playwright',
  args: [bin('playwright'), 'test', '--reporter=list,json', ...process.argv.slice(2)],
  report: join(RESULTS, 'playwright.json'),
  read: playwrightTotals,
  bound: 46 * 60_000,
};

/** Runs one runner to its end and counts what it ran. A runner that ran nothing has failed. */
async function run(runner: Runner, env: Record<string, string | undefined>): Promise<Totals> {
  console.log(`\n${runner.name}`);
  rmSync(runner.report, { force: true });
  const [command = '', ...args] = process.platform === 'linux' ? withKeychain(runner.args) : runner.args;
  const running = start(command, args, {
    name: runner.name,
    cwd: ROOT,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: runner.report },
    onLine: (line) => console.log(line),
  });
  const timer = setTimeout(() => {
    console.log(`${runner.name} took longer than ${runner.bound / 60_000} minutes and was ended.`);
    void running.stop();
  }, runner.bound);
  const code = await running.exited;
  clearTimeout(timer);
  const totals = existsSync(runner.report)
    ? runner.read(JSON.parse(readFileSync(runner.report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = totals.passed + totals.failed === 0;
  if (ranNothing) console.log(`${runner.name} ran nothing.`);
  const failed = totals.failed === 0 && (ranNothing || code !== 0) ? 1 : totals.failed;
  return { ...totals, failed };
}

async function runAll(): Promise<Totals> {
  setUpSystem();
  const runtime = await electronRuntime(console.log);
  await buildPage(true);
  await buildDesk(true);
  mkdirSync(RESULTS, { recursive: true });
  const home = freshHome();
  const screen = process.platform === 'linux' ? await startScreen() : null;
  const env = {
    ...process.env,
    ...home.environment,
    ...(screen === null ? {} : { DISPLAY: screen.display, WAYLAND_DISPLAY: undefined }),
    PERMANENCE_TEST_ELECTRON: JSON.stringify(runtime),
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
  };
  try {
    const only = process.argv.length > 2;
    const unit = only ? [] : [await run(VITEST, env)];
    return addTotals([...unit, await run(PLAYWRIGHT, env)]);
  } finally {
    await stopAll();
    await screen?.stop();
    home.remove();
  }
}

stopOnSignals();
let totals: Totals;
try {
  totals = await runAll();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  totals = { passed: 0, failed: 1, skipped: 0 };
}
console.log(`\n${totalsLine(totals)}`);
process.exitCode = totals.failed === 0 ? 0 : 1;
