import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Unable } from './unable.ts';

/** A Debian package, and the file or command that shows it is there (whoever installed it). */
type Need = { readonly name: string; readonly present: () => boolean };

const LIBRARY_FOLDERS = ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/local/lib'];

function command(name: string): () => boolean {
  return () => (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** A shared library, in a library folder or its architecture's folder. */
function library(file: string): () => boolean {
  return () =>
    LIBRARY_FOLDERS.some(
      (folder) =>
        existsSync(join(folder, file)) || globSync(`*-linux-gnu*/${file}`, { cwd: folder }).length > 0,
    );
}

/** What Electron, a browser, a screen nobody sees and a keychain need on a bare Debian or Ubuntu. */
const NEEDS: readonly Need[] = [
  { name: 'xvfb', present: command('Xvfb') },
  { name: 'xauth', present: command('xauth') },
  { name: 'libgtk-3-0', present: library('libgtk-3.so.0') },
  { name: 'libnss3', present: library('libnss3.so') },
  { name: 'libasound2', present: library('libasound.so.2') },
  { name: 'libgbm1', present: library('libgbm.so.1') },
  { name: 'libxss1', present: library('libXss.so.1') },
  { name: 'libxtst6', present: library('libXtst.so.6') },
  { name: 'libnotify4', present: library('libnotify.so.4') },
  { name: 'libatspi2.0-0', present: library('libatspi.so.0') },
  { name: 'libdrm2', present: library('libdrm.so.2') },
  { name: 'libsecret-1-0', present: library('libsecret-1.so.0') },
  { name: 'gnome-keyring', present: command('gnome-keyring-daemon') },
  { name: 'dbus-x11', present: command('dbus-run-session') },
  { name: 'fonts-dejavu-core', present: () => existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf') },
  { name: 'chromium', present: () => browserPath() !== null },
  { name: 'firefox-esr', present: () => existsSync(firefoxPath()) },
];

/**
 * Where a package has another name too, that one: Debian 13 and Ubuntu 24.04 gave some libraries a new name with their
 * new time type, and Debian has the same Chromium without its own windows, which takes a third of the processor's time.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'libgtk-3-0': 'libgtk-3-0t64',
  libasound2: 'libasound2t64',
  'libatspi2.0-0': 'libatspi2.0-0t64',
  chromium: 'chromium-headless-shell',
};

const BROWSERS = ['chromium-headless-shell', 'chromium', 'google-chrome', 'chromium-browser'].map(
  (name) => `/usr/bin/${name}`,
);

/**
 * A Chromium of the system for the tests, or null. PERMANENCE_TEST_BROWSER names another. (Ubuntu's
 * chromium-browser is a script that starts a snap: it comes last.)
 */
export function browserPath(): string | null {
  return (
    [process.env['PERMANENCE_TEST_BROWSER'] ?? '', ...BROWSERS].find((path) => path && existsSync(path)) ??
    null
  );
}

/** Debian's Firefox; PERMANENCE_TEST_FIREFOX names another, which must speak WebDriver BiDi (129 and later). */
export function firefoxPath(): string {
  return process.env['PERMANENCE_TEST_FIREFOX'] ?? '/usr/bin/firefox-esr';
}

type Run = { readonly ok: boolean; readonly output: string };

/** apt-get as root, or through sudo where that asks for no password; null when neither can be. */
function aptGet(): ((...args: string[]) => Run) | null {
  if (!command('apt-get')()) return null;
  const asRoot = process.getuid?.() === 0;
  if (!asRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return null;
  const [program, first] = asRoot
    ? ['apt-get', []]
    : ['sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']];
  return (...args) => {
    const run = spawnSync(program, [...first, ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 600_000,
    });
    return { ok: run.status === 0, output: `${run.stdout}${run.stderr}` };
  };
}

function knownName(name: string): string {
  const renamed = RENAMED[name];
  if (renamed === undefined) return name;
  const found = spawnSync('apt-cache', ['policy', renamed], { encoding: 'utf8' }).stdout;
  return /Candidate: (?!\(none\))/.test(found) ? renamed : name;
}

/** Which of the packages that tests and benches need are not there; none of them on a system that is not Linux. */
export function missingPackages(): readonly string[] {
  return process.platform === 'linux' ? NEEDS.filter((need) => !need.present()).map(({ name }) => name) : [];
}

/**
 * Makes sure that what the tests need of the system is there, and installs it where it may. Says what it
 * did, and nothing when there was nothing to do. Throws, naming the packages, when it cannot.
 */
export function setUpSystem(say: (line: string) => void = console.log): void {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const apt = aptGet();
  if (apt === null) {
    throw new Unable(
      `The tests need these packages of the system, and this account may not install them: ${missing.join(' ')}\n` +
        `Ask for: sudo apt-get update && sudo apt-get install --no-install-recommends ${missing.join(' ')}`,
    );
  }
  say(`Installing what the tests need of the system: ${missing.join(' ')}`);
  const install = () => apt('install', '--yes', '--no-install-recommends', ...missing.map(knownName));
  // A fresh image has no package lists, and an old one has lists of versions that are gone.
  const updated = apt('update');
  const installed = install();
  const still = missingPackages();
  if (still.length > 0) {
    throw new Unable(
      `apt-get could not bring ${still.join(' ')}:\n${updated.ok ? '' : updated.output}${installed.output.slice(-2_000)}`,
    );
  }
  say('Installed.');
}

if (process.argv[1] === import.meta.filename) setUpSystem();
