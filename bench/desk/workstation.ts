import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { deskArguments } from '../../scripts/desk.ts';
import type { ElectronRuntime } from '../../scripts/electron-runtime.ts';
import { type Started, start } from '../../scripts/processes.ts';
import { startScreen, withKeychain } from '../../scripts/session.ts';
import type { Scope } from '../scope.ts';

const PATIENCE = 20_000;

/** A workstation that is switched on: a screen, a session with an unlocked keychain, a disk. */
export type Workstation = {
  readonly runtime: ElectronRuntime;
  readonly userData: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Everything that is there before an officer opens the desk; none of it is measured. */
export async function switchOn(scope: Scope, runtime: ElectronRuntime): Promise<Workstation> {
  const folder = scope.directory();
  const at = (name: string) => {
    const path = join(folder, name);
    mkdirSync(path, { mode: 0o700 });
    return path;
  };
  const screen = await startScreen();
  scope.defer(() => screen.stop());
  const environment: Record<string, string | undefined> = {
    ...process.env,
    ...runtime.environment,
    DISPLAY: screen.display,
    HOME: at('home'),
    XDG_RUNTIME_DIR: at('run'),
    XDG_CONFIG_HOME: undefined,
    XDG_CACHE_HOME: undefined,
    XDG_DATA_HOME: undefined,
    DBUS_SESSION_BUS_ADDRESS: undefined,
  };
  const [command = '', ...args] = withKeychain([
    'sh',
    '-c',
    'echo "bus $DBUS_SESSION_BUS_ADDRESS"; exec sleep 3600',
  ]);
  const session = start(command, args, { name: 'session', env: environment });
  scope.defer(() => session.kill());
  const [, bus] = await session.line(/^bus (\S+)$/, PATIENCE);
  return { runtime, userData: at('data'), environment: { ...environment, DBUS_SESSION_BUS_ADDRESS: bus } };
}

export type Resident = { readonly total: number; readonly window: number; readonly parts: string };

export type OpenDesk = {
  readonly window: Page;
  /** When the program was started, in milliseconds since the epoch, as the window's clock counts them. */
  readonly startedAt: number;
  /**
   * In MB of 1,000,000 bytes: all processes' own memory plus what they share, counted once (the largest share of any);
   * and the window's process alone, as the system counts it; and in words what each process has for itself.
   */
  readonly residentMegabytes: () => Resident;
  readonly close: () => Promise<void>;
};

/**
 * Opens the desk as a double click does. The debugging port is looked at from outside while the desk starts: unlike
 * Playwright's own launcher, nothing holds the desk back until it is attached.
 */
export async function openDesk(scope: Scope, workstation: Workstation, relay: string): Promise<OpenDesk> {
  const { runtime, userData, environment } = workstation;
  // No machine that measures has a graphics card: a graphics process that tries and dies hides the window, and a hidden
  // one draws no frame.
  const args = [...deskArguments({ runtime, relay, userData }), '--remote-debugging-port=0', '--disable-gpu'];
  const startedAt = performance.timeOrigin + performance.now();
  const desk: Started = start(runtime.electronPath, args, { name: 'desk', env: environment });
  scope.defer(() => desk.kill());
  const [, endpoint = ''] = await desk.line(/DevTools listening on (ws:\S+)/, PATIENCE);
  const browser: Browser = await chromium.connectOverCDP(endpoint);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the desk has no window');
  const window = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: PATIENCE }));
  return {
    window,
    startedAt,
    residentMegabytes: () => residentMegabytes(desk.pid),
    // Ending the desk ends the debugging connection with it; asked to close, that would wait for the window first.
    close: () => desk.stop(),
  };
}

type Process = { readonly pid: number; readonly group: number; readonly command: string };

/** The processes of a group: the desk is started as the leader of its own. */
function processesOf(group: number): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .flatMap((name): Process[] => {
      try {
        // After the command's closing parenthesis: state, parent, group.
        const after = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1) ?? '';
        if (Number(after.split(' ')[2]) !== group) return [];
        return [{ pid: Number(name), group, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        // Ended while it was looked at.
        return [];
      }
    });
}

type Sizes = { readonly own: number; readonly shared: number };

/** What a process has for itself, and what it shares with others (its program's pages, mostly); bytes. */
function sizesOf(pid: number): Sizes {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = (name: string) =>
    Number(rollup.match(new RegExp(`^${name}:\\s+([0-9]+) kB$`, 'm'))?.[1] ?? '0');
  const own = kilobytes('Private_Clean') + kilobytes('Private_Dirty');
  return { own: own * 1024, shared: (kilobytes('Rss') - own) * 1024 };
}

/** What a process of the desk is for, by its command line. */
function roleOf(command: string): string {
  const type = /--type=([a-z-]+)/.exec(command)?.[1];
  if (type === undefined) return command.includes('cache.js') ? 'cache' : 'main';
  if (type === 'renderer') return 'window';
  return /--utility-sub-type=([a-z]+)/.exec(command)?.[1] ?? type;
}

function residentMegabytes(group: number): Resident {
  const sizes = processesOf(group).map(({ pid, command }) => ({ command, ...sizesOf(pid) }));
  const own = sizes.reduce((sum, one) => sum + one.own, 0);
  const shared = Math.max(0, ...sizes.map((one) => one.shared));
  const windows = sizes.filter(({ command }) => command.includes('--type=renderer'));
  const window = windows.reduce((sum, one) => sum + one.own + one.shared, 0);
  const parts = sizes.map((one) => `${roleOf(one.command)} ${(one.own / 1e6).toFixed(0)}`).join(', ');
  return {
    total: (own + shared) / 1e6,
    window: window / 1e6,
    parts: `${parts}, shared ${(shared / 1e6).toFixed(0)}`,
  };
}
