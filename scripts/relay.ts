/** `npm run relay`: the relay alone, with its page. Settings come from PERMANENCE_… variables and a file. */
import * as z from 'zod';
import { buildPage } from './build.ts';
import { RELAY, ROOT } from './paths.ts';
import { type Started, start, stopOnSignals } from './processes.ts';

/** Opening the store and the accounts of a large relay takes a moment; milliseconds. */
const READY_MS = 60_000;

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

const Ready = z.object({
  ready: z.literal(true),
  url: z.string(),
  accounts: z.array(
    z.object({ login: z.string(), password: z.string(), role: z.enum(['officer', 'supervisor']) }),
  ),
});
export type Ready = z.infer<typeof Ready>;

/** The address of a relay started with text output, once it is ready. Rejects when it ends before. */
export async function relayAddress(relay: Started): Promise<string> {
  const [, url = ''] = await relay.line(/^ready (\S+)$/, READY_MS);
  return url;
}

/** The address and the accounts made by this start, of a relay started with `--json`. */
export async function relayAnnounced(relay: Started): Promise<Ready> {
  const [line] = await relay.line(/^\{"ready":true.*\}$/, READY_MS);
  return Ready.parse(JSON.parse(line));
}

if (process.argv[1] === import.meta.filename) {
  stopOnSignals();
  await buildPage();
  const relay = startRelay({ args: process.argv.slice(2), onLine: (line) => console.log(line) });
  process.exitCode = (await relay.exited) ?? 1;
}
