/** `npm start`: the whole service on this machine: page, relay in demonstration, desk. Ctrl-C ends it all. */
import { buildDesk, buildPage } from './build.ts';
import { hasDisplay, howToOpenDesk, openDesk } from './desk.ts';
import { electronRuntime } from './electron-runtime.ts';
import { type Started, stopAll, stopOnSignals } from './processes.ts';
import { relayAddress, startRelay } from './relay.ts';

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
    '                     npm run admin -- officer password dupont gives a new one later.',
    'Ctrl-C ends everything.',
    '',
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  stopOnSignals(() => console.log('\nEverything has ended.'));
  await buildPage();
  const relay = startRelay({ onLine: (line) => console.log(line) });
  const url = await relayAddress(relay);
  console.log(instructions(url));
  await showDesk(url);
  process.exitCode = (await relay.exited) ?? 1;
  await stopAll();
}
