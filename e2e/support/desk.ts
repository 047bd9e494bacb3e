import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test';
import { deskArguments } from '../../scripts/desk.ts';
import type { ElectronRuntime } from '../../scripts/electron-runtime.ts';
import { withKeychain, withoutKeychain } from '../../scripts/session.ts';

/** The runtime that `npm test` prepared. A test that needs Electron fails without it: it never skips. */
export function runtime(): ElectronRuntime {
  const given = process.env['PERMANENCE_TEST_ELECTRON'];
  if (given === undefined) throw new Error('Electron is not prepared: run the tests with "npm test"');
  return JSON.parse(given) as ElectronRuntime;
}

/** One workstation: its disk and its keychain outlive the desk, as they do at a station. */
export type Workstation = {
  readonly folder: string;
  readonly userData: string;
  readonly keychain: boolean;
};

export function newWorkstation(keychain = true): Workstation {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-desk-'));
  for (const name of ['home', 'run', 'data']) mkdirSync(join(folder, name), { mode: 0o700 });
  return { folder, userData: join(folder, 'data'), keychain };
}

export function removeWorkstation(workstation: Workstation): void {
  rmSync(workstation.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

const HOLD_READY = join(import.meta.dirname, 'hold-ready.cjs');

/**
 * A program that starts Electron inside this workstation's own D-Bus session: Playwright starts one program,
 * and each desk needs a keychain that no other desk shares.
 */
export function program(workstation: Workstation, electronPath: string, held = false): string {
  const path = join(workstation.folder, 'start-desk');
  // The last desk's keychain may still be on its way out: a new one would talk to it instead of starting its own.
  rmSync(join(workstation.folder, 'run', 'keyring'), { recursive: true, force: true });
  const command = workstation.keychain ? withKeychain([electronPath]) : withoutKeychain([electronPath]);
  const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  // Playwright takes NODE_OPTIONS out of the environment that it is given.
  const first = held ? `export NODE_OPTIONS='--require ${HOLD_READY}'\n` : '';
  writeFileSync(path, `#!/bin/sh\n${first}exec ${quoted} "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

export function environment(workstation: Workstation): Record<string, string> {
  const own: Record<string, string | undefined> = {
    ...process.env,
    ...runtime().environment,
    HOME: join(workstation.folder, 'home'),
    XDG_RUNTIME_DIR: join(workstation.folder, 'run'),
    XDG_CONFIG_HOME: undefined,
    XDG_CACHE_HOME: undefined,
    XDG_DATA_HOME: undefined,
    DBUS_SESSION_BUS_ADDRESS: undefined,
  };
  const kept = Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(kept);
}

/** No machine that tests has a graphics card: a graphics process that tries, dies and starts anew hides windows. */
export const SCREENLESS: readonly string[] = ['--disable-gpu'];

/** A loaded machine starts slowly, and that is no failure of the desk; milliseconds. Attaching takes one or two seconds. */
const LAUNCH_MS = 20_000;
const LAUNCHES = 3;

/**
 * Playwright now and then never attaches, although the desk's own log says that its window is shown: a window that
 * opens while Playwright is being told of the others is waited for in vain (it cannot hold back an Electron that has
 * its application inside). Attaching is tried again and said; what the desk then does is never retried.
 */
async function attach(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  for (let launch = 1; ; launch += 1) {
    try {
      return await _electron.launch(options);
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || launch === LAUNCHES) throw error;
      process.stderr.write('Playwright did not attach to the desk in time: starting it once more.\n');
    }
  }
}

/** A running desk and its window. */
export type RunningDesk = {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** What Playwright started: the D-Bus session around Electron. Gone when all of it is gone. */
  readonly session: ChildProcess;
  /** Electron's main process: Playwright's own is the D-Bus session around it. */
  readonly pid: number;
  readonly output: readonly string[];
};

/** How long a new desk's window may take to answer before Playwright counts as deaf to it; milliseconds. */
const ANSWER_MS = 20_000;

/** The desk's window once it answers; null when Playwright never hears of it, or hears nothing from it. */
async function answeringWindow(app: ElectronApplication): Promise<Page | null> {
  try {
    const window = await app.firstWindow({ timeout: ANSWER_MS });
    await window.waitForFunction(() => true, undefined, { polling: 100, timeout: ANSWER_MS });
    return window;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return null;
    throw error;
  }
}

async function start(workstation: Workstation, relay: string): Promise<RunningDesk | null> {
  const { electronPath } = runtime();
  if (!existsSync(electronPath)) throw new Error(`there is no Electron at ${electronPath}`);
  const app = await attach({
    executablePath: program(workstation, electronPath, true),
    args: [...SCREENLESS, ...deskArguments({ runtime: runtime(), relay, userData: workstation.userData })],
    env: environment(workstation),
    timeout: LAUNCH_MS,
  });
  const output: string[] = [];
  const session = app.process();
  for (const stream of [session.stdout, session.stderr]) {
    stream?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  }
  const window = await answeringWindow(app);
  if (window === null) {
    await endGroup(session);
    return null;
  }
  const pid = await app.evaluate(() => process.pid);
  return { app, window, session, pid, output };
}

/**
 * Starts a desk and waits until its window answers. Now and then Playwright attaches but never hears of the
 * window, although the desk's log says that it is shown: that desk is ended and started once more, and it is
 * said. What the desk then does is never retried.
 */
export async function launchDesk(workstation: Workstation, relay: string): Promise<RunningDesk> {
  const first = await start(workstation, relay);
  if (first !== null) return first;
  process.stderr.write('Playwright never heard from the desk’s window: starting the desk once more.\n');
  const second = await start(workstation, relay);
  if (second === null) throw new Error('Playwright heard from neither of two desks’ windows');
  return second;
}

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => child.once('exit', () => done()));
}

/** Ends what Playwright started and everything below it: it leads a process group of its own. */
async function endGroup(session: ChildProcess): Promise<void> {
  const gone = exited(session);
  try {
    if (session.pid !== undefined) process.kill(-session.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
  await gone;
}

/** Closes a desk as an officer would. */
export async function closeDesk(desk: RunningDesk): Promise<void> {
  await desk.app.close();
  await exited(desk.session);
}

/** Ends a desk as a power cut would. */
export async function killDesk(desk: RunningDesk): Promise<void> {
  const gone = exited(desk.session);
  try {
    process.kill(desk.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
  await gone;
}
