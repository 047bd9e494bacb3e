import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { askRelay } from '../control/ask.ts';
import { type Cause, type Receipt, ReceiptFile, verifyReceipts } from '../store/receipts.ts';
import { openBlocks } from '../store/sqlite/blocks.ts';
import { openErasures } from '../store/sqlite/erasures.ts';
import type { SqliteStore } from '../store/sqlite/open.ts';
import type { StoredConversation } from '../store/store.ts';
import {
  EXIT,
  type GlobalOptions,
  lockUnlessRunning,
  print,
  Refused,
  type StoreWork,
  withStore,
} from './context.ts';

/** Conversations destroyed by one step of a purge. */
const AT_ONCE = 500;

type Run = { readonly conversations: number; readonly entries: number };

async function purgeStopped(store: SqliteStore): Promise<Run> {
  const done = { conversations: 0, entries: 0 };
  for (;;) {
    const due = await store.expired(Date.now(), AT_ONCE);
    if (due.length === 0) break;
    const purged = await store.purge(due, { at: Date.now(), cause: 'retention' });
    done.conversations += purged.conversations.length;
    done.entries += purged.entries;
  }
  await store.clean(Date.now());
  await store.attest(Date.now());
  await openErasures(store.database).forget(Date.now());
  await openBlocks(store).expire(Date.now());
  return done;
}

async function purgeRunning(directory: string): Promise<Run> {
  const answer = await askRelay(directory, { act: 'purge' });
  if (answer.kind === 'purged') return answer;
  throw new Refused(answer.kind === 'failed' ? answer.why : `the relay answered ${answer.kind}`);
}

async function purge({ store, config, audit }: StoreWork): Promise<void> {
  const unlock = lockUnlessRunning(config.dataDirectory);
  try {
    const run = await (unlock === null ? purgeRunning(config.dataDirectory) : purgeStopped(store));
    await audit('purge-run', `${run.conversations}`);
    print(`${run.conversations} conversations destroyed, ${run.entries} entries`);
  } finally {
    unlock?.();
  }
}

function kept(rows: readonly StoredConversation[], months: number, now: number) {
  const next = rows.map((row) => row.purgeAt).sort((a, b) => a - b)[0];
  return {
    retentionMonths: months,
    conversations: rows.length,
    open: rows.filter((row) => row.closedAt === null).length,
    due: rows.filter((row) => row.purgeAt <= now).length,
    nextAt: next === undefined ? null : new Date(next).toISOString(),
  };
}

/** Destroyed by cause: an orphan was counted once already, by the receipt of its key. */
function destroyed(receipts: readonly Receipt[]) {
  const sums: Partial<Record<Cause, { conversations: number; entries: number }>> = {};
  for (const { content } of receipts) {
    const sum = sums[content.cause] ?? { conversations: 0, entries: 0 };
    sum.conversations += content.conversations;
    sum.entries += content.entries;
    sums[content.cause] = sum;
  }
  return sums;
}

function parseSince(text: string | undefined): number {
  if (text === undefined) return 0;
  const at = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new Refused('--since: expected a day such as 2026-11-24', EXIT.usage);
  return at;
}

async function report({ store, config, audit }: StoreWork, since: number, json: boolean): Promise<void> {
  await audit('purge-reported', null);
  const receipts = [...store.receipts(since)];
  const figures = kept(await store.recent(0), config.retentionMonths, Date.now());
  const sums = destroyed(receipts);
  if (json) {
    const daily = await store.dailyCounts();
    const publicKeys = store.publicKeys();
    print(JSON.stringify({ ...figures, destroyed: sums, daily, publicKeys, receipts }));
    return;
  }
  for (const [name, value] of Object.entries(figures)) print(`${name}: ${value ?? 'none'}`);
  print(`receipts: ${receipts.length}`);
  for (const [cause, sum] of Object.entries(sums)) {
    print(`  ${cause}: ${sum.conversations} conversations, ${sum.entries} entries`);
  }
  for (const { content } of receipts) {
    print(`${content.number} ${content.at} ${content.cause} ${content.conversations} ${content.entries}`);
  }
}

function readReceipts(path: string) {
  try {
    return ReceiptFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Refused(`${path} is not what "purge report --json" writes`);
  }
}

function answer(receipts: Iterable<Receipt>, keys: readonly string[], known: boolean): void {
  const verified = verifyReceipts(receipts, keys);
  if (verified.kind === 'broken') throw new Refused(`receipt ${verified.number}: ${verified.why}`);
  print(`${verified.count} receipts intact, none missing between the first and the last`);
  print(`the last one's hash: ${verified.head ?? 'none'}`);
  if (!known) print('verified with the public key that came with them: give --public-key-file to be sure');
}

type VerifyOptions = { readonly file?: string; readonly publicKeyFile?: string };

async function verify(globals: GlobalOptions, given: VerifyOptions): Promise<void> {
  const { file, publicKeyFile } = given;
  const pem = publicKeyFile === undefined ? null : readFileSync(publicKeyFile, 'utf8');
  if (file !== undefined) {
    const { receipts, publicKeys } = readReceipts(file);
    answer(receipts, pem === null ? publicKeys.map((key) => key.pem) : [pem], pem !== null);
    return;
  }
  await withStore(globals, false, async ({ store, audit }) => {
    await audit('receipts-verified', null);
    answer(store.receipts(0), pem === null ? store.publicKeys().map((key) => key.pem) : [pem], pem !== null);
  });
}

/** `purge …`: destruction at the limit, and its proof. */
export function purgeCommands(globals: () => GlobalOptions): Command {
  const purging = new Command('purge').description('destruction at the retention limit');
  purging
    .command('run')
    .description('destroys what is due; the relay does so by itself at start and hourly')
    .action(() => withStore(globals(), false, purge));
  purging
    .command('orphans')
    .description('destroys journals without a key, also those that were kept because the keys were lost')
    .action(() =>
      withStore(globals(), true, async ({ store, audit }) => {
        await audit('orphans-destroyed', null);
        const { orphans } = await store.clean(Date.now(), true);
        print(`${orphans} unreadable conversations destroyed`);
      }),
    );
  purging
    .command('report')
    .description('how much is kept, what is due, what was destroyed, with its receipts')
    .option('--since <day>', 'receipts from this day on')
    .option('--json', 'as JSON, for "purge verify --file"')
    .action((given: { json?: boolean; since?: string }) =>
      withStore(globals(), false, (work) => report(work, parseSince(given.since), given.json === true)),
    );
  purging
    .command('verify')
    .description('checks every receipt’s signature and that none is missing')
    .option('--file <file>', 'what "purge report --json" wrote: needs neither store nor master key')
    .option('--public-key-file <file>', 'the public key, as "purge public-key" wrote it')
    .action((given: VerifyOptions) => verify(globals(), given));
  purging
    .command('public-key')
    .description('the public key that verifies receipts (PEM)')
    .option('--to <file>', 'a new file; without it, to standard output')
    .action((given: { to?: string }) =>
      withStore(globals(), false, async ({ store, audit }) => {
        await audit('public-key-read', null);
        const pem = store
          .publicKeys()
          .map((key) => key.pem)
          .join('');
        if (given.to === undefined) print(pem.trimEnd());
        else writeFileSync(given.to, pem, { flag: 'wx' });
      }),
    );
  return purging;
}
