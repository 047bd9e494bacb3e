import { randomBytes } from 'node:crypto';
import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3-multiple-ciphers';
import { openDatabase, tune } from '../../main/cache/open-database.ts';
import type { CacheStore } from '../../main/cache/operations.ts';
import { createSqliteStore } from '../../main/cache/sqlite-store.ts';
import { newId } from '../../protocol/ids.ts';
import { median, percentile, summarize } from '../report/statistics.ts';
import { conversation, dice, EACH, vocabulary } from '../search/corpus.ts';
import { type OfficerRef, officers } from '../search/officers.ts';
import { type Asked, queries } from '../search/queries.ts';
import type { Context, Section } from '../section.ts';

const QUICK = { messages: 1_000, words: 2_000, queries: 60 };
const USUAL = { messages: 1_000_000, words: 150_000, queries: 600 };
/** Each side answers everything so often; the first time is not counted. */
const ROUNDS = 3;

type Sizes = typeof USUAL;
type Side = { readonly name: 'encrypted' | 'plain'; readonly store: CacheStore; readonly times: number[][] };

/** Leaves the loop to the section's time limit now and then. */
async function fill(
  store: CacheStore,
  sizes: Sizes,
  words: readonly string[],
  staff: readonly OfficerRef[],
  { scope, say }: Context,
): Promise<void> {
  const random = dice(1);
  const conversations = sizes.messages / EACH;
  for (let index = 0; index < conversations; index += 1) {
    if (scope.closed) throw new Error('stopped while filling the cache');
    const { head, entries } = conversation(index, conversations, words, staff, random);
    store.heads({ all: false, heads: [head], gone: [] });
    store.append({ conversation: head.conversation, after: 0, through: EACH, entries });
    if (index % 20 === 0) await setImmediate();
    if (index % 1_000 === 0) say(`${index * EACH} messages cached`);
  }
}

/** The same file, page for page, without its encryption. */
function decryptedCopy(file: string, key: string, copy: string): void {
  copyFileSync(file, copy);
  const database = new Database(copy);
  database.pragma("cipher='sqlcipher'");
  database.pragma('legacy=4');
  database.pragma(`key="x'${key}'"`);
  database.pragma('journal_mode=DELETE');
  database.pragma("rekey=''");
  database.close();
}

function openPlain(file: string): Database.Database {
  const database = new Database(file);
  tune(database);
  return database;
}

async function ready(store: CacheStore): Promise<number> {
  const start = performance.now();
  for (let left = true; left; ) {
    ({ left } = store.index(null));
    await setImmediate();
  }
  return performance.now() - start;
}

function ask({ store, times }: Side, asked: readonly Asked[]): void {
  times.push(
    asked.map(({ query }) => {
      const start = performance.now();
      store.search({ query });
      return performance.now() - start;
    }),
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Full-text search of the desk's cache, encrypted against the same file in the clear, in turns. */
export const search: Section = {
  name: 'search',
  seconds: { quick: 1, usual: 1_800 },
  run: async (context) => {
    const { quick, scope, add, note, say } = context;
    const sizes = quick ? QUICK : USUAL;
    const words = vocabulary(sizes.words, dice(3));
    const staff = officers(30);
    const directory = scope.directory();
    const file = join(directory, 'encrypted.db');
    const copy = join(directory, 'plain.db');
    const key = randomBytes(32).toString('hex');
    const officer = newId();

    const first = openDatabase(file, key);
    const began = performance.now();
    await fill(createSqliteStore(first, officer), sizes, words, staff, context);
    const filled = performance.now() - began;
    first.pragma('wal_checkpoint(TRUNCATE)');
    first.close();
    say('making the copy in the clear');
    decryptedCopy(file, key, copy);

    const databases = [openDatabase(file, key), openPlain(copy)] as const;
    scope.defer(() => {
      for (const database of databases) database.close();
    });
    const [encrypted, plain]: readonly [Side, Side] = [
      { name: 'encrypted', store: createSqliteStore(databases[0], officer), times: [] },
      { name: 'plain', store: createSqliteStore(databases[1], officer), times: [] },
    ];
    const wordsRead = await ready(encrypted.store);
    await ready(plain.store);
    const asked = queries(sizes.queries, words, staff);
    for (let round = 0; round <= ROUNDS; round += 1) {
      // Who comes first alternates: what the other left in the processor's caches helps both alike.
      const order = round % 2 === 0 ? [encrypted, plain] : [plain, encrypted];
      for (const side of order) {
        ask(side, asked);
        await setImmediate();
      }
      say(`round ${round} of ${ROUNDS}`);
    }

    const counted = ({ times }: Side) => times.slice(1);
    const all = summarize(counted(encrypted).flat());
    const clear = summarize(counted(plain).flat());
    const size = `${sizes.messages.toLocaleString('en-GB')} messages`;
    const budget = quick ? {} : { budget: { sense: 'below', limit: 50 } as const };
    add({
      what: `${size}, encrypted: a search, p95`,
      value: all.p95,
      unit: 'ms',
      samples: all.count,
      ...budget,
    });
    add({ what: `${size}, encrypted: a search, p50`, value: all.p50, unit: 'ms', samples: all.count });
    add({ what: `${size}, plain: a search, p95`, value: clear.p95, unit: 'ms', samples: clear.count });
    add({ what: `${size}, plain: a search, p50`, value: clear.p50, unit: 'ms', samples: clear.count });
    add({
      what: 'time of all searches, encrypted / plain (median of the rounds)',
      value: median(counted(encrypted).map((times, round) => sum(times) / sum(counted(plain)[round] ?? []))),
      unit: '×',
      samples: ROUNDS,
      ...(quick ? {} : { budget: { sense: 'below', limit: 1.3 } as const }),
    });
    for (const kind of new Set(asked.map((one) => one.kind))) {
      const own = counted(encrypted).flatMap((times) =>
        times.filter((_, index) => asked[index]?.kind === kind),
      );
      own.sort((a, b) => a - b);
      add({ what: `${kind}: p95, encrypted`, value: percentile(own, 0.95), unit: 'ms', samples: own.length });
    }
    add({ what: 'the list of words, read after opening', value: wordsRead, unit: 'ms' });
    add({ what: 'caching and indexing a message', value: filled / sizes.messages, unit: 'ms' });
    add({ what: 'the file', value: statSync(file).size / 1_000, unit: 'KB' });
    note('in the cache’s store, after one round to warm up; the way to the window and back comes on top');
    note('words are drawn as often as in a language; the copy in the clear is the same file page for page');
  },
};
