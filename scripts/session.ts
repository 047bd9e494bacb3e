import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A screen that nobody sees. */
export type Screen = { readonly display: string; readonly stop: () => Promise<void> };

/** Starts an X server on the first free display. 1366 × 768 is a station's screen; there is room around it. */
export function startScreen(size = '1920x1200x24'): Promise<Screen> {
  return new Promise((started, failed) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    const kill = () => server.kill('SIGKILL');
    process.once('exit', kill);
    const gone = new Promise<void>((done) => server.on('close', () => done()));
    server.on('error', failed);
    void gone.then(() => failed(new Error('Xvfb ended before it had a display')));
    const pipe = server.stdio[3];
    if (pipe === null || pipe === undefined || !('read' in pipe)) throw new Error('Xvfb has no display pipe');
    createInterface({ input: pipe }).once('line', (number) =>
      started({
        display: `:${number}`,
        stop: async () => {
          process.off('exit', kill);
          server.kill('SIGTERM');
          await gone;
        },
      }),
    );
  });
}

/** A home of its own: no setting, keychain or cache of the person who runs this is read or written. */
export type Home = { readonly environment: Record<string, string>; readonly remove: () => void };

export function freshHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-home-'));
  const runtime = mkdtempSync(join(tmpdir(), 'permanence-run-'));
  return {
    environment: {
      HOME: folder,
      XDG_RUNTIME_DIR: runtime,
      XDG_CONFIG_HOME: join(folder, '.config'),
      XDG_CACHE_HOME: join(folder, '.cache'),
      XDG_DATA_HOME: join(folder, '.local/share'),
    },
    remove: () => {
      for (const each of [folder, runtime]) rmSync(each, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * Asks the bus whether a keychain is there. Asking the keychain itself would have the bus start a second one beside
 * the one that is still starting, and that one waits for a password that nobody types.
 */
const IS_THERE = [
  'dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner',
  'string:org.freedesktop.secrets 2>/dev/null | grep -q "boolean true"',
].join(' ');

/** Asks the keychain whether the collection in which secrets land is there and open. */
const IS_OPEN = [
  'dbus-send --session --print-reply --dest=org.freedesktop.secrets',
  '/org/freedesktop/secrets/collection/login org.freedesktop.DBus.Properties.Get',
  'string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null | grep -q "boolean false"',
].join(' ');

/**
 * The command line that runs a command inside a private D-Bus session with an unlocked keychain. The
 * newline is the keychain's password: with an empty input it stays locked. The daemon unlocks on its own
 * time, and a program that comes before it waits for a question that nobody sees: so it is asked first.
 */
export function withKeychain(command: readonly string[]): readonly string[] {
  const inside = [
    'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null',
    `tries=0; until { ${IS_THERE} && ${IS_OPEN}; } || [ $tries -ge 100 ]; do tries=$((tries + 1)); sleep 0.1; done`,
    'exec "$@" 2>&3 3>&-',
  ];
  // The daemons' words go nowhere: one without a line's end would hide the line in which Electron says
  // where its debugger listens, and whoever waits for that line would wait for ever.
  const outside = 'exec dbus-run-session -- sh -c "$0" sh "$@" 3>&2 2>/dev/null';
  return ['sh', '-c', outside, inside.join('; '), ...command];
}

/** The command line that runs a command where there is no D-Bus, hence no keychain. */
export function withoutKeychain(command: readonly string[]): readonly string[] {
  return ['env', '-u', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR=/nonexistent', ...command];
}
