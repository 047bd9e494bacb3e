import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../protocol/ids.ts';
import {
  appending,
  newEntry,
  OPENED_AT,
  opening,
  type StoreUnderTest,
  storeContract,
} from '../contract.testkit.ts';
import { StoreCorrupt, StoreTooNew, StoreUnavailable, WrongMasterKey } from '../errors.ts';
import { createKeyFile, KeyUnavailable, keyFromBytes, keyFromEnvironment, keyFromFile } from '../keys.ts';
import { sessionDigest } from '../sessions.ts';
import { EMPTY_BATCH } from '../store.ts';
import { JOURNAL_FILE, KEYS_FILE, openDatabase } from './database.ts';
import { openSqliteStore, type SqliteStore } from './open.ts';

const MASTER = keyFromBytes(Buffer.alloc(32, 7));
const CANARY = 'canari-jaune-47c1';

function newDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'permanence-store-'));
}

/** A copy of the files as a killed process leaves them: the write-ahead log not folded in. */
function copyAsIs(from: string): string {
  const to = newDirectory();
  for (const file of readdirSync(from)) copyFileSync(join(from, file), join(to, file));
  return to;
}

async function underTest(directory: string): Promise<StoreUnderTest> {
  const store = await openSqliteStore({ directory, master: MASTER });
  const subject: StoreUnderTest = {
    store,
    fill() {
      const pages = Number(store.database.pragma('page_count', { simple: true }));
      store.database.pragma(`max_page_count = ${pages}`);
      return () => store.database.pragma('max_page_count = 1073741823');
    },
    async reopen() {
      const copy = copyAsIs(directory);
      await subject.dispose();
      return underTest(copy);
    },
    async dispose() {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return subject;
}

storeContract('sqlite', () => underTest(newDirectory()));

describe('the sqlite store at rest', () => {
  let directory: string;
  let store: SqliteStore;
  const conversation = newId();
  const officer = { role: 'officer', officer: newId(), rank: CANARY, alias: CANARY } as const;

  beforeEach(async () => {
    directory = newDirectory();
    store = await openSqliteStore({ directory, master: MASTER });
    await store.commit({
      ...opening(conversation, CANARY, `${CANARY} ${CANARY}`),
      sessions: [{ digest: sessionDigest(CANARY), conversation, at: OPENED_AT }],
    });
    const note = newEntry(conversation, 4, { kind: 'note', text: CANARY }, officer);
    const subject = newEntry(conversation, 5, { kind: 'subject', subject: CANARY }, officer);
    const tags = newEntry(conversation, 6, { kind: 'tags', tags: [CANARY] }, officer);
    const to = { officer: officer.officer, rank: CANARY, alias: CANARY };
    const handover = newEntry(
      conversation,
      7,
      { kind: 'assignment', to, reason: 'taken', note: CANARY },
      officer,
    );
    await store.commit(
      appending(conversation, 3, note, subject, tags, { entry: handover.entry, request: CANARY }),
    );
  });

  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  function everyByte(): Buffer {
    return Buffer.concat(readdirSync(directory).map((file) => readFileSync(join(directory, file))));
  }

  it('no file holds a text, a name, a subject, a tag or a cookie, the write-ahead logs included', async () => {
    expect(readdirSync(directory).sort()).toEqual(
      [
        JOURNAL_FILE,
        `${JOURNAL_FILE}-shm`,
        `${JOURNAL_FILE}-wal`,
        KEYS_FILE,
        `${KEYS_FILE}-shm`,
        `${KEYS_FILE}-wal`,
      ].sort(),
    );
    const before = everyByte();
    expect(before.includes(conversation)).toBe(true);
    expect(before.includes(CANARY)).toBe(false);
    await store.close();
    expect(everyByte().includes(CANARY)).toBe(false);
    store = await openSqliteStore({ directory, master: MASTER });
  });

  it('the journal file alone carries no key: its wrapped keys are in the other', () => {
    const tables = store.database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all();
    expect(tables).not.toContain('data_keys');
    expect(statSync(join(directory, KEYS_FILE)).mode & 0o077).toBe(0);
    expect(statSync(join(directory, JOURNAL_FILE)).mode & 0o077).toBe(0);
  });

  it('a purge leaves neither the rows nor the wrapped key in any file', async () => {
    const row = store.database
      .prepare<[string], Buffer>(
        'SELECT sealed FROM entries JOIN conversations USING (reference) WHERE conversation = ? AND seq = 2',
      )
      .pluck()
      .get(conversation);
    const wrapped = Buffer.from(conversation);
    expect(everyByte().includes(row ?? '')).toBe(true);
    await store.purge([conversation]);
    const after = everyByte();
    expect(after.includes(row ?? '')).toBe(false);
    expect(after.includes(wrapped)).toBe(false);
  });

  it('a backup of the journal restored after a purge stays unreadable, and is purged again', async () => {
    const backup = copyAsIs(directory);
    await store.purge([conversation]);
    await store.close();
    for (const suffix of ['', '-wal', '-shm']) {
      copyFileSync(join(backup, JOURNAL_FILE + suffix), join(directory, JOURNAL_FILE + suffix));
    }
    rmSync(backup, { recursive: true });
    store = await openSqliteStore({ directory, master: MASTER });
    expect(await store.conversation(conversation)).not.toBeNull();
    expect(await store.entries(conversation, 0, 10, 10)).toEqual([]);
    const due = await store.expired(Number.MAX_SAFE_INTEGER, 10);
    expect((await store.purge(due)).conversations).toEqual([conversation]);
  });

  it('R2: a journal restored from a backup gets a new epoch and gives no reference twice', async () => {
    const backup = copyAsIs(directory);
    const later = newId();
    const reference = (await store.commit(opening(later))).references.get(later);
    const { epoch } = store;
    await store.close();
    for (const suffix of ['', '-wal', '-shm']) {
      rmSync(join(directory, JOURNAL_FILE + suffix), { force: true });
      copyFileSync(join(backup, JOURNAL_FILE + suffix), join(directory, JOURNAL_FILE + suffix));
    }
    rmSync(backup, { recursive: true });
    store = await openSqliteStore({ directory, master: MASTER });
    expect(store.epoch).not.toBe(epoch);
    const next = newId();
    expect((await store.commit(opening(next))).references.get(next)).not.toBe(reference);
  });

  it('a wrong master key is refused by name, and harms nothing', async () => {
    await store.close();
    const wrong = openSqliteStore({ directory, master: keyFromBytes(Buffer.alloc(32, 8)) });
    await expect(wrong).rejects.toBeInstanceOf(WrongMasterKey);
    store = await openSqliteStore({ directory, master: MASTER });
    expect(await store.entries(conversation, 0, 10, 10)).toHaveLength(7);
  });

  it('a missing or foreign key file is refused, not taken for a purge of everything', async () => {
    await store.close();
    const kept = copyAsIs(directory);
    rmSync(join(directory, KEYS_FILE));
    await expect(openSqliteStore({ directory, master: MASTER })).rejects.toBeInstanceOf(StoreCorrupt);
    rmSync(directory, { recursive: true });
    directory = kept;
    rmSync(join(directory, JOURNAL_FILE));
    await expect(openSqliteStore({ directory, master: MASTER })).rejects.toBeInstanceOf(StoreCorrupt);
    rmSync(join(directory, KEYS_FILE));
    rmSync(join(directory, JOURNAL_FILE), { force: true });
    store = await openSqliteStore({ directory, master: MASTER });
  });

  it('a file that is not a database, or of a later version, is refused by name', async () => {
    store.database.exec("INSERT INTO migrations (number, name) VALUES (9999, 'later')");
    await store.close();
    await expect(openSqliteStore({ directory, master: MASTER })).rejects.toBeInstanceOf(StoreTooNew);
    const raw = newDirectory();
    copyFileSync(new URL(import.meta.url), join(raw, JOURNAL_FILE));
    expect(() => openDatabase(raw)).toThrow(StoreCorrupt);
    rmSync(raw, { recursive: true });
    rmSync(directory, { recursive: true });
    directory = newDirectory();
    store = await openSqliteStore({ directory, master: MASTER });
  });

  it.each([
    ['a changed ciphertext', 'UPDATE entries SET sealed = zeroblob(length(sealed)) WHERE seq = 3', 'hash', 3],
    ['a changed time', 'UPDATE entries SET at = at + 1 WHERE seq = 4', 'hash', 4],
    ['a removed entry', 'DELETE FROM entries WHERE seq = 3', 'gap', 3],
    ['a removed end', 'DELETE FROM entries WHERE seq = 7', 'end', 6],
    ['a changed length', 'UPDATE conversations SET last_seq = 8', 'end', 7],
  ])('verification finds %s', async (_, sql, why, seq) => {
    expect(await store.verifyJournal(conversation)).toMatchObject({ kind: 'intact', entries: 7 });
    store.database.exec(sql);
    expect(await store.verifyJournal(conversation)).toEqual({ kind: 'broken', seq, why });
  });

  it('two ciphertexts that change places are not read, even with the chain made to fit', async () => {
    const swap = store.database.prepare(
      'UPDATE entries SET sealed = (SELECT sealed FROM entries WHERE seq = 2) WHERE seq = 3',
    );
    swap.run();
    await expect(store.entries(conversation, 2, 3, 1)).rejects.toBeInstanceOf(StoreCorrupt);
  });

  it('a closed store says so', async () => {
    await store.close();
    await expect(store.commit(EMPTY_BATCH)).rejects.toBeInstanceOf(StoreUnavailable);
    store = await openSqliteStore({ directory, master: MASTER });
  });

  it('S1: no room for keys is no room for conversations; nothing is half-written', async () => {
    const other = newId();
    const keys = openSqliteStore({ directory, master: MASTER });
    await (await keys).close();
    // Room in the journal, none where the keys are: a second connection holds their file.
    const holder = new (await import('better-sqlite3')).default(join(directory, KEYS_FILE));
    holder.pragma('busy_timeout = 0');
    holder.exec('BEGIN IMMEDIATE');
    const refused = store.commit(opening(other, 'x'));
    await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
    holder.exec('ROLLBACK');
    holder.close();
    expect(await store.conversation(other)).toBeNull();
    await store.commit(opening(other, 'x'));
    expect(await store.entries(other, 0, 10, 10)).toHaveLength(2);
  });
});

describe('the master key', () => {
  let directory: string;
  beforeEach(() => {
    directory = newDirectory();
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is made once, for its owner alone, and read back', async () => {
    const path = join(directory, 'master.key');
    await createKeyFile(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await keyFromFile(path).open()).id).toMatch(/^[0-9a-f]{16}$/);
    await expect(createKeyFile(path)).rejects.toThrow();
  });

  it('is refused from a file others may read, a missing file, a short or unset value', async () => {
    const path = join(directory, 'master.key');
    await createKeyFile(path);
    const { chmodSync } = await import('node:fs');
    chmodSync(path, 0o644);
    await expect(keyFromFile(path).open()).rejects.toBeInstanceOf(KeyUnavailable);
    await expect(keyFromFile(join(directory, 'none')).open()).rejects.toBeInstanceOf(KeyUnavailable);
    await expect(keyFromEnvironment('KEY', {}).open()).rejects.toBeInstanceOf(KeyUnavailable);
    const short = keyFromEnvironment('KEY', { KEY: 'c2VjcmV0' }).open();
    await expect(short).rejects.toBeInstanceOf(KeyUnavailable);
    await expect(short).rejects.not.toThrow(/c2VjcmV0/);
    const base64 = Buffer.alloc(32, 1).toString('base64');
    const hex = Buffer.alloc(32, 1).toString('hex');
    const [one, two] = [base64, hex].map((KEY) => keyFromEnvironment('KEY', { KEY }).open());
    expect((await one)?.id).toBe((await two)?.id);
  });
});
