/** `npm run relay`: the relay alone, with its page. Settings come from PERMANENCE_… variables and a file. */
import { buildPage } from './build.ts';
import { RELAY, ROOT } from './paths.ts';
import { type Started, start, stopOnSignals } from './processes.ts';

export type RelayOptions = {
  /** The relay's own settings, PERMANENCE_… */
  readonly settings?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly onLine?: (line: string) => void;
};

/** Starts the relay's process on Node 24, this very one. */
export function startRelay(options: RelayOptions = {}): Started {
  return start(process.execPath, [RELAY, ...(options.args ?? [])], {
    name: 'relay',
    cwd: ROOT,
    env: { ...relayEnvironment(), ...options.settings },
    ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
  });
}

/** The relay refuses settings it does not know, and the scripts' own variables are none of its. */
function relayEnvironment(): Record<string, string | undefined> {
  const { PERMANENCE_CACHE_NODE: _, ...rest } = process.env;
  return rest;
}

/** Resolves when `/readyz` says so; rejects when the relay ends first or `milliseconds` have passed. */
export async function relayReady(relay: Started, url: string, milliseconds = 30_000): Promise<void> {
  const until = Date.now() + milliseconds;
  let ended: number | null | undefined;
  void relay.exited.then((code) => {
    ended = code;
  });
  while (Date.now() < until) {
    if (ended !== undefined)
      throw new Error(`the relay ended (${ended}):\n${relay.lines.slice(-40).join('\n')}`);
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`the relay was not ready within ${milliseconds} ms:\n${relay.lines.slice(-40).join('\n')}`);
}

if (process.argv[1] === import.meta.filename) {
  stopOnSignals();
  await buildPage();
  const relay = startRelay({ args: process.argv.slice(2), onLine: (line) => console.log(line) });
  process.exitCode = (await relay.exited) ?? 1;
}
