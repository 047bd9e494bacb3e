import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Config } from '../config/index.ts';
import { askRelay } from '../control/ask.ts';
import { masterKeysOf } from '../master-key.ts';
import { createKeyFile, keyFromFile } from '../store/keys.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import {
  type GlobalOptions,
  lockUnlessRunning,
  print,
  Refused,
  readConfig,
  withAccounts,
  withStore,
} from './context.ts';

type Rotated = { readonly master: string; readonly keys: number };

/** By the relay that runs: it holds both keys in memory from then on, and serves meanwhile. */
async function rotateRunning(directory: string, newKeyFile: string | null): Promise<Rotated> {
  const answer = await askRelay(directory, { act: 'rotate-key', newKeyFile });
  if (answer.kind === 'failed') throw new Refused(answer.why);
  if (answer.kind !== 'rotated') throw new Refused(`the relay answered ${answer.kind}`);
  return answer;
}

/** With no relay. The new key may have wrapped some already: one of a rotation that was killed. */
async function rotateStopped(config: Config, newKeyFile: string | null): Promise<Rotated> {
  const { master, previous } = await masterKeysOf(config);
  const to = newKeyFile === null ? undefined : keyFromFile(newKeyFile);
  const directory = config.dataDirectory;
  const store = await openSqliteStore({ directory, master, previous: to ?? previous });
  try {
    const keys = await store.rotateMaster(to);
    return { master: store.masterKey().id, keys };
  } finally {
    await store.close();
  }
}

async function rotate(options: GlobalOptions, file: string | undefined): Promise<void> {
  const config = readConfig(options);
  const { dataDirectory } = config;
  const newKeyFile = file === undefined ? null : resolve(file);
  // Read before anything begins: a wrong file is refused here, in this account's own words.
  const id = newKeyFile === null ? 'the configured key' : (await keyFromFile(newKeyFile).open()).id;
  await withAccounts(options, (_officers, audit) => audit('key-rotation-begun', id));
  const unlock = lockUnlessRunning(dataDirectory);
  let rotated: Rotated;
  try {
    rotated = await (unlock === null
      ? rotateRunning(dataDirectory, newKeyFile)
      : rotateStopped(config, newKeyFile));
  } finally {
    unlock?.();
  }
  await withAccounts(options, (_officers, audit) => audit('key-rotation-finished', rotated.master));
  print(`${rotated.keys} keys are now wrapped by the master key ${rotated.master}`);
  if (newKeyFile === null) return;
  print(`Before the next start: set PERMANENCE_MASTER_KEY_FILE to ${newKeyFile}, or put that key where the`);
  print('configuration looks for it. Then destroy the old key, and every copy of it.');
}

/** `key …`: the master key. */
export function keyCommands(globals: () => GlobalOptions): Command {
  const key = new Command('key').description('the master key, which wraps every conversation’s own');
  key
    .command('new')
    .description('makes a key file, readable by its owner alone')
    .requiredOption('--to <file>', 'a file that does not exist yet')
    .action(async (given: { to: string }) => {
      await createKeyFile(given.to).catch((error: unknown) => {
        throw new Refused(`${given.to} cannot be made: ${codeOf(error)}`);
      });
      print(`${given.to} holds the master key ${(await keyFromFile(given.to).open()).id}`);
    });
  key
    .command('status')
    .description('which master key is at work, and whether a rotation is unfinished')
    .action(() =>
      withStore(globals(), false, async ({ store, audit }) => {
        await audit('key-status-read', null);
        const { id, pending, left } = store.masterKey();
        print(`master key ${id}${pending ? `: a rotation is unfinished, ${left} keys are left` : ''}`);
      }),
    );
  key
    .command('rotate')
    .description('wraps every key anew, while the relay runs or not; what was interrupted goes on')
    .option('--new-key-file <file>', 'the new master key; without it, finishes a rotation that was begun')
    .action((given: { newKeyFile?: string }) => rotate(globals(), given.newKeyFile));
  return key;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
