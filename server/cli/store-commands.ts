import { Command } from 'commander';
import { Id, newId } from '../../protocol/ids.ts';
import { writeMeta } from '../store/sqlite/meta.ts';
import type { SqliteStore } from '../store/sqlite/open.ts';
import type { StoredConversation } from '../store/store.ts';
import { type GlobalOptions, print, Refused, withStore } from './context.ts';

/** Conversations destroyed by one step of a purge. */
const AT_ONCE = 500;

async function verify(store: SqliteStore, conversation: string | undefined): Promise<void> {
  if (conversation !== undefined && !Id.safeParse(conversation).success) {
    throw new Refused('expected the id of a conversation', 2);
  }
  const all = await store.recent(0);
  const chosen = conversation === undefined ? all.map((row) => row.conversation) : [conversation];
  let entries = 0;
  const broken: string[] = [];
  for (const id of chosen) {
    const result = await store.verifyJournal(id);
    if (result.kind === 'intact') entries += result.entries;
    else broken.push(result.kind === 'unknown' ? `${id}: unknown` : `${id}: ${result.why} at ${result.seq}`);
  }
  for (const line of broken) print(line);
  print(`${chosen.length - broken.length} of ${chosen.length} journals intact, ${entries} entries`);
  if (broken.length > 0) throw new Refused(`${broken.length} journals are not what was written`);
}

async function purge(store: SqliteStore): Promise<{ conversations: number; entries: number }> {
  const done = { conversations: 0, entries: 0 };
  for (;;) {
    const due = await store.expired(Date.now(), AT_ONCE);
    if (due.length === 0) return done;
    const purged = await store.purge(due);
    done.conversations += purged.conversations.length;
    done.entries += purged.entries;
  }
}

function report(rows: readonly StoredConversation[], months: number, now: number) {
  const next = rows.map((row) => row.purgeAt).sort((a, b) => a - b)[0];
  return {
    retentionMonths: months,
    conversations: rows.length,
    open: rows.filter((row) => row.closedAt === null).length,
    due: rows.filter((row) => row.purgeAt <= now).length,
    nextAt: next === undefined ? null : new Date(next).toISOString(),
  };
}

/** `journal`, `purge` and `store`: what is kept, whether it is whole, and its end. */
export function storeCommands(globals: () => GlobalOptions): Command[] {
  const journal = new Command('journal').description('the journals');
  journal
    .command('verify [conversation]')
    .description('checks the chain and the seal of every entry, of one journal or of all')
    .action((conversation: string | undefined) =>
      withStore(globals(), false, async ({ store, audit }) => {
        await audit('journal-verified', conversation ?? 'all');
        await verify(store, conversation);
      }),
    );

  const purging = new Command('purge').description('destruction at the retention limit');
  purging
    .command('run')
    .description('destroys what is due; the relay does so by itself at start and hourly')
    .action(() =>
      withStore(globals(), true, async ({ store, audit }) => {
        const { conversations, entries } = await purge(store);
        await audit('purge-run', `${conversations}`);
        print(`${conversations} conversations destroyed, ${entries} entries`);
      }),
    );
  purging
    .command('report')
    .description('how much is kept, and what is due')
    .option('--json', 'as JSON')
    .action((given: { json?: boolean }) =>
      withStore(globals(), false, async ({ store, config, audit }) => {
        await audit('purge-reported', null);
        const figures = report(await store.recent(0), config.retentionMonths, Date.now());
        if (given.json === true) print(JSON.stringify(figures));
        else for (const [name, value] of Object.entries(figures)) print(`${name}: ${value ?? 'none'}`);
      }),
    );

  const storing = new Command('store').description('the store');
  storing
    .command('epoch')
    .description('names a life of the store')
    .command('new')
    .description('after a restoration: every reader forgets what it holds and reads again')
    .action(() =>
      withStore(globals(), true, async ({ store, audit }) => {
        const epoch = newId();
        writeMeta(store.database, 'epoch', epoch);
        await audit('epoch-renewed', epoch);
        print(`the store's epoch is now ${epoch}`);
      }),
    );
  return [journal, purging, storing];
}
