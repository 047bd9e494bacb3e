import { existsSync } from 'node:fs';
import type { Time } from '../../protocol/ids.ts';
import { type CacheDatabase, eraseFiles, faultOf, openDatabase } from './open-database.ts';
import {
  CacheError,
  type CacheFault,
  type CacheStore,
  type Input,
  isOperation,
  OPERATIONS,
  type Opening,
  type Operation,
  type Output,
} from './operations.ts';
import { createSqliteStore } from './sqlite-store.ts';

type Result =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'fault'; readonly fault: CacheFault };

/** All that the cache's process does, without its port: operations by name, each parsed before it is done. */
export function createFileCache(): { perform(name: string, input: unknown): Result } {
  let open: { database: CacheDatabase; store: CacheStore; file: string } | null = null;

  function close(): void {
    open?.database.close();
    open = null;
  }

  function openFile({ file, key, officer }: Opening): Output<'open'> {
    close();
    let database: CacheDatabase | null = null;
    try {
      database = openDatabase(file, key);
      open = { database, store: createSqliteStore(database, officer), file };
      return 'opened';
    } catch (error) {
      database?.close();
      if (faultOf(error) !== 'unreadable') throw error;
      eraseFiles(file);
      return 'unreadable';
    }
  }

  function erase(file: string): void {
    if (open?.file === file) close();
    eraseFiles(file);
  }

  type Performers = { readonly [Name in Operation]: (input: Input<Name>) => Output<Name> };
  const store = (): CacheStore => {
    if (open === null) throw new CacheError('failed', 'not open');
    return open.store;
  };
  const performers: Performers = {
    open: openFile,
    close: () => {
      close();
      return null;
    },
    erase: ({ file }) => {
      erase(file);
      return null;
    },
    sweep: ({ file, key, now }) => sweep(file, key, now),
    load: (input) => store().load(input),
    welcome: (input) => store().welcome(input),
    purge: (input) => store().purge(input),
    heads: (input) => store().heads(input),
    append: (input) => store().append(input),
    forget: (input) => store().forget(input),
    destroy: (input) => store().destroy(input),
    entries: (input) => store().entries(input),
    history: (input) => store().history(input),
    draft: (input) => store().draft(input),
    'outbox-put': (input) => store()['outbox-put'](input),
    'outbox-mark': (input) => store()['outbox-mark'](input),
    'outbox-remove': (input) => store()['outbox-remove'](input),
    content: (input) => store().content(input),
    search: (input) => store().search(input),
    facets: (input) => store().facets(input),
    index: (input) => store().index(input),
  };

  function performParsed<Name extends Operation>(name: Name, input: unknown): Output<Name> {
    const perform: (parsed: Input<Name>) => Output<Name> = performers[name];
    return perform(OPERATIONS[name].input.parse(input) as Input<Name>);
  }

  return {
    perform(name, input) {
      try {
        if (!isOperation(name)) throw new CacheError('failed', 'unknown operation');
        return { kind: 'done', output: performParsed(name, input) };
      } catch (error) {
        return { kind: 'fault', fault: faultOf(error) };
      }
    },
  };
}

/**
 * Purges a cache that nobody has open: a workstation is shared, and the limit holds for whoever has not come
 * back too. Without its key a file can be read by no one: it goes.
 */
function sweep(file: string, key: string | null, now: Time): Output<'sweep'> {
  if (!existsSync(file) || key === null) {
    eraseFiles(file);
    return 'unreadable';
  }
  let database: CacheDatabase | null = null;
  try {
    database = openDatabase(file, key);
    // Whose it is matters to new journals only: nothing is added here.
    const store = createSqliteStore(database, '');
    const loaded = store.load({ now });
    const journals = database.prepare('SELECT 1 FROM conversations LIMIT 1').get();
    const empty = journals === undefined && loaded.drafts.length === 0 && loaded.outbox.length === 0;
    database.close();
    database = null;
    if (!empty) return 'kept';
    eraseFiles(file);
    return 'empty';
  } catch (error) {
    database?.close();
    if (faultOf(error) !== 'unreadable') throw error;
    eraseFiles(file);
    return 'unreadable';
  }
}
