import { flushCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { type Relay, startRelay } from './composition.ts';
import { describeConfig, loadConfig } from './config/index.ts';
import { createLog, faultDetails } from './gateway/log.ts';

export { type Relay, type RelayOptions, startRelay } from './composition.ts';

const USAGE = `Usage: relay [--config FILE] [--json]

Settings come from the file and from PERMANENCE_… variables; "npm run admin -- settings" lists them.
--json prints two lines of JSON on standard output instead of text: the configuration, then, once the
relay is ready, {"ready":true,"url":…,"port":…,"accounts":[…]}. The log is on standard error.
`;

/** Draining and closing may take this long; then the process ends anyway. Milliseconds. */
const CLOSE_WITHIN = 10_000;

type Arguments = { readonly config: string | undefined; readonly json: boolean };

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

function readArguments(argv: readonly string[]): Arguments | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { config: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    return values.help === true ? null : { config: values.config, json: values.json === true };
  } catch (error) {
    complain(error instanceof Error ? error.message : 'the command line cannot be read');
    return null;
  }
}

function announce(relay: Relay, json: boolean): void {
  if (json) {
    const { url, port, accounts } = relay;
    print(JSON.stringify({ ready: true, url, port, accounts }));
    return;
  }
  if (relay.accounts.length > 0) {
    print('Demonstration accounts. Their passwords are shown this once, and written nowhere:');
    for (const { role, login, password, rank, alias } of relay.accounts) {
      print(`  ${role.padEnd(10)} ${login.padEnd(8)} ${password}   (${rank} ${alias})`);
    }
  }
  print(`ready ${relay.url}`);
}

/** SIGTERM and SIGINT close in good order and end with 0; a second one ends at once. */
function closeOnSignals(relay: Relay): void {
  let asked = false;
  const onSignal = (): void => {
    if (asked) process.exit(1);
    asked = true;
    const timer = setTimeout(() => process.exit(1), CLOSE_WITHIN);
    timer.unref();
    relay.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** The one last resort: after a bug nothing in memory can be trusted; clients come back to a fresh process. */
function endOnBugs(): void {
  const log = createLog('error');
  const onBug = (error: unknown): void => {
    log('error', 'bug', faultDetails(error));
    process.exit(70);
  };
  process.on('uncaughtException', onBug);
  process.on('unhandledRejection', onBug);
}

/** The relay as a process. Sets the exit code: 2 for a wrong setting or argument, 1 when it cannot start. */
export async function run(argv: readonly string[]): Promise<void> {
  const given = readArguments(argv);
  if (given === null) {
    complain(USAGE);
    process.exitCode = 2;
    return;
  }
  const loaded = loadConfig({ environment: process.env, file: given.config });
  if (loaded.kind === 'invalid') {
    for (const problem of loaded.problems) complain(problem);
    process.exitCode = 2;
    return;
  }
  const shown = describeConfig(loaded.config);
  if (given.json) print(JSON.stringify({ config: shown }));
  else for (const [name, value] of Object.entries(shown)) print(`${name} = ${JSON.stringify(value)}`);
  endOnBugs();
  try {
    const relay = await startRelay(loaded.config);
    closeOnSignals(relay);
    announce(relay, given.json);
    // Where what was compiled is kept (NODE_COMPILE_CACHE), a relay that is killed leaves it to the next one too.
    flushCompileCache();
  } catch (error) {
    // Errors of a start name files, ports and settings; nothing of a citizen has been read yet.
    complain(
      `The relay did not start: ${error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'}`,
    );
    process.exitCode = 1;
  }
}

if (import.meta.main) await run(process.argv.slice(2));
