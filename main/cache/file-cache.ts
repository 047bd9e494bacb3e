import type { Id } from '../../protocol/ids.ts';
import { eraseFiles } from './cache-files.ts';
import { type CacheDatabase, faultOf, openDatabase } from './open-database.ts';
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
import { changeOver, removeLeftOver, writeUnder } from './rotation.ts';
import { createMeta } from './sqlite-meta.ts';
import { createSqliteStore } from './sqlite-store.ts';

type Result =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'fault'; readonly fault: CacheFault };

type OpenFile = {
  readonly database: CacheDatabase;
  readonly store: CacheStore;
  readonly file: string;
  readonly key: string;
  readonly officer: Id | null;
};

/** All that the cache's process does, without its port: operations by name, each parsed before it is done. */
export function createFileCache(): { perform(name: string, input: unknown): Result } {
  let open: OpenFile | null = null;

  function close(): void {
    open?.database.close();
    open = null;
  }

  /** Opens with one key; null when it is not this file's. */
  function tryKey({ file, officer }: Opening, key: string): OpenFile | null {
    let database: CacheDatabase | null = null;
    try {
      database = openDatabase(file, key);
      // Whose it is matters to new journals only.
      return { database, store: createSqliteStore(database, officer ?? ''), file, key, officer };
    } catch (error) {
      database?.close();
      if (faultOf(error) !== 'unreadable') throw error;
      return null;
    }
  }

  function openFile(opening: Opening): Output<'open'> {
    const { file, key, next } = opening;
    close();
    removeLeftOver(file);
    open = tryKey(opening, key);
    if (open !== null) return 'opened';
    open = next === null ? null : tryKey(opening, next);
    return open === null ? 'unreadable' : 'opened-next';
  }

  function erase(file: string): void {
    if (open?.file === file) close();
    eraseFiles(file);
  }

  function opened(): OpenFile {
    if (open === null) throw new CacheError('failed', 'not open');
    return open;
  }

  function sweep({ now }: Input<'sweep'>): Output<'sweep'> {
    const { file, database, store } = opened();
    const loaded = store.load({ now });
    const journals = database.prepare('SELECT 1 FROM conversations LIMIT 1').get();
    if (journals !== undefined || loaded.drafts.length > 0 || loaded.outbox.length > 0) return 'kept';
    erase(file);
    return 'empty';
  }

  function rotate({ next }: Input<'rotate'>): Output<'rotate'> {
    const { database, file, key, officer } = opened();
    // Asked again after a crash that came after the change.
    if (key === next) return 'rotated';
    try {
      writeUnder(database, { file, key, next });
    } catch {
      removeLeftOver(file);
      return 'not-now';
    }
    close();
    const opening = { file, key, next, officer };
    let outcome: Output<'rotate'> = 'rotated';
    try {
      changeOver(file);
    } catch {
      outcome = 'not-now';
    }
    // A change that did not happen leaves the file under its old key.
    if (openFile(opening) === 'unreadable') throw new CacheError('unreadable', 'after a rotation');
    return outcome;
  }

  type Performers = { readonly [Name in Operation]: (input: Input<Name>) => Output<Name> };
  const store = (): CacheStore => opened().store;
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
    sweep,
    'rotation-due': () => createMeta(opened().database).spent(),
    rotate,
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
    personal: (input) => store().personal(input),
    stations: (input) => store().stations(input),
    'keep-stations': (input) => store()['keep-stations'](input),
    search: (input) => store().search(input),
    facets: (input) => store().facets(input),
    elsewhere: (input) => store().elsewhere(input),
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
