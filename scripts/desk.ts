/** `npm run desk -- --relay URL`: the desk alone, for a relay that runs elsewhere. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildDesk } from './build.ts';
import { type ElectronRuntime, electronRuntime } from './electron-runtime.ts';
import { type Started, start, stopOnSignals } from './processes.ts';

/** Whether a window could be seen here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  const { DISPLAY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR } = process.env;
  if (DISPLAY !== undefined && DISPLAY !== '') return true;
  return WAYLAND_DISPLAY !== undefined && existsSync(`${XDG_RUNTIME_DIR}/${WAYLAND_DISPLAY}`);
}

/** Chromium refuses to run as root with its sandbox. Only tests and trials do: a station's desk never is root. */
export function sandboxArguments(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

export type DeskOptions = {
  readonly runtime: ElectronRuntime;
  readonly relay: string;
  /** A folder for this desk's cache and settings; the account's usual one otherwise. */
  readonly userData?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
};

/** The desk's command line, without the program. */
export function deskArguments({
  runtime,
  relay,
  userData,
}: Omit<DeskOptions, 'environment'>): readonly string[] {
  return [
    ...runtime.appArguments,
    ...sandboxArguments(),
    ...(userData === undefined ? [] : [`--user-data=${userData}`]),
    `--relay=${relay}`,
  ];
}

/** Opens a desk as a person would see it. */
export function openDesk(options: DeskOptions): Started {
  const environment = options.environment ?? process.env;
  return start(options.runtime.electronPath, deskArguments(options), {
    name: 'desk',
    env: { ...environment, ...options.runtime.environment },
  });
}

/** What to tell a person whose session shows no windows. */
export function howToOpenDesk(relay: string): string {
  return (
    'There is no display here, so the desk was not opened. Where there is one, run:\n' +
    `  npm run desk -- --relay ${relay}\n` +
    'Over SSH, "ssh -X" brings a display; "npm run demo -- --headless" plays the whole scene without one.'
  );
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      relay: { type: 'string', default: 'http://127.0.0.1:8443' },
      'user-data': { type: 'string' },
    },
  });
  const userData = values['user-data'];
  if (hasDisplay()) {
    stopOnSignals();
    const runtime = await electronRuntime();
    await buildDesk();
    const desk = openDesk({ runtime, relay: values.relay, ...(userData === undefined ? {} : { userData }) });
    process.exitCode = (await desk.exited) ?? 1;
    if (process.exitCode !== 0) console.error(desk.lines.slice(-20).join('\n'));
  } else {
    console.log(howToOpenDesk(values.relay));
    process.exitCode = 1;
  }
}
