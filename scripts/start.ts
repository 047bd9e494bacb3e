/** `npm start`: the whole service on this machine: page, relay in demonstration, desk. Ctrl-C ends it all. */
import { buildDesk, buildPage } from './build.ts';
import { hasDisplay, howToOpenDesk, openDesk } from './desk.ts';
import { electronRuntime } from './electron-runtime.ts';
import { type Started, stopAll, stopOnSignals } from './processes.ts';
import { relayReady, startRelay } from './relay.ts';

const PORT = process.env['PERMANENCE_PORT'] ?? '8443';

export type Service = { readonly relay: Started; readonly url: string };

/** Builds the page where it is missing or stale, starts the relay, and waits until it is ready. */
export async function startService(
  settings: Readonly<Record<string, string>> = {},
  onLine: (line: string) => void = (line) => console.log(line),
): Promise<Service> {
  await buildPage();
  const port = settings['PERMANENCE_PORT'] ?? PORT;
  const relay = startRelay({ settings: { PERMANENCE_PORT: port, ...settings }, onLine });
  const url = `http://127.0.0.1:${port}`;
  await relayReady(relay, url);
  return { relay, url };
}

/** Opens the desk where there is a display, and says how to where there is none. */
export async function showDesk(url: string): Promise<Started | null> {
  if (!hasDisplay()) {
    console.log(howToOpenDesk(url));
    return null;
  }
  const runtime = await electronRuntime(console.log);
  await buildDesk();
  const desk = openDesk({ runtime, relay: url });
  void desk.exited.then((code) => {
    if (code !== 0 && code !== null)
      console.error(`The desk ended (${code}):\n${desk.lines.slice(-15).join('\n')}`);
    console.log('The desk is closed; the relay goes on. Open it again with: npm run desk');
  });
  return desk;
}

export function instructions(url: string): string {
  return [
    '',
    `The citizen’s page:  ${url}`,
    'The desk:            sign in with one of the accounts above. They are shown once, on the first start;',
    '                     npm run admin -- --help says how to make another or give a new password.',
    'Ctrl-C ends everything.',
    '',
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  stopOnSignals(() => console.log('\nEnding.'));
  try {
    const { relay, url } = await startService();
    console.log(instructions(url));
    await showDesk(url);
    process.exitCode = (await relay.exited) ?? 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  await stopAll();
}
