import { Command } from 'commander';
import { Id, newId } from '../../protocol/ids.ts';
import { writeMeta } from '../store/sqlite/meta.ts';
import type { SqliteStore } from '../store/sqlite/open.ts';
import { type GlobalOptions, print, Refused, withStore } from './context.ts';

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

/** `journal` and `store`: whether what is kept is whole, and which life of the store it is. */
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
  return [journal, storing];
}
