import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import Database from 'better-sqlite3';
import { Command } from 'commander';
import { JOURNAL_FILE, KEYS_FILE, openDatabaseFile } from '../store/sqlite/database.ts';
import { KEY_MIGRATIONS, MIGRATIONS } from '../store/sqlite/migrations/index.ts';
import type { Migration } from '../store/sqlite/migrations/migration.ts';
import { type GlobalOptions, print, Refused, readConfig, withAccounts } from './context.ts';

type Part = {
  readonly name: 'journal' | 'keys';
  readonly file: string;
  readonly migrations: readonly Migration[];
  readonly about: string;
  readonly reminder: string;
};

const PARTS: readonly Part[] = [
  {
    name: 'journal',
    file: JOURNAL_FILE,
    migrations: MIGRATIONS,
    about: 'the journals, the accounts and the audit; unreadable without the keys',
    reminder: 'Keep it apart from the keys.',
  },
  {
    name: 'keys',
    file: KEYS_FILE,
    migrations: KEY_MIGRATIONS,
    about: 'the wrapped keys and the receipts; useless without the master key',
    reminder: 'Keep it apart from the journal, and no longer than 7 days: see docs/privacy.md.',
  },
];

/** Where a backup may go: a new file, in a folder that is not the data directory. */
function destination(to: string, dataDirectory: string): string {
  const path = resolve(to);
  const folder = dirname(path);
  if (!existsSync(folder)) throw new Refused(`there is no folder ${folder}`);
  const data = realpathSync(dataDirectory);
  if (`${realpathSync(folder)}${sep}`.startsWith(`${data}${sep}`)) {
    throw new Refused(
      'a backup in the data directory would be lost with it, and hold both parts in one place',
    );
  }
  const target = join(realpathSync(folder), basename(path));
  if (existsSync(target)) throw new Refused(`${target} exists already`);
  return target;
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A copy of one moment, made in one step beside a relay that goes on writing: freed pages are not in it. */
function copy(part: Part, dataDirectory: string, target: string): void {
  const source = join(dataDirectory, part.file);
  if (!existsSync(source)) throw new Refused(`there is no ${source}`);
  process.umask(0o077);
  const database = openDatabaseFile(source, part.migrations);
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
  flush(target);
  if (process.platform !== 'win32') flush(dirname(target));
  const copied = new Database(target, { readonly: true });
  try {
    const result = copied.pragma('integrity_check', { simple: true });
    if (result !== 'ok') throw new Refused(`${target} is damaged: ${String(result)}`);
  } finally {
    copied.close();
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** `backup …`: two commands, for two places. */
export function backupCommands(globals: () => GlobalOptions): Command {
  const backup = new Command('backup').description('copies of the two files, while the relay runs or not');
  for (const part of PARTS) {
    backup
      .command(part.name)
      .description(part.about)
      .requiredOption('--to <file>', 'a new file, outside the data directory')
      .action(async (given: { to: string }) => {
        const { dataDirectory } = readConfig(globals());
        const target = destination(given.to, dataDirectory);
        // The file's name may be a person's: the audit says which part only.
        await withAccounts(globals(), (_officers, audit) => audit(`backup-${part.name}`, null));
        copy(part, dataDirectory, target);
        print(`${await sha256(target)}  ${target}`);
        print(part.reminder);
      });
  }
  return backup;
}
