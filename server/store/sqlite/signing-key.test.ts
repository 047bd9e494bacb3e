import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyFromBytes } from '../keys.ts';
import { verifyReceipts } from '../receipts.ts';
import { KEYS_FILE } from './database.ts';
import { openSqliteStore, type SqliteStore } from './open.ts';

const MASTER = keyFromBytes(Buffer.alloc(32, 7));
const NEXT_MASTER = keyFromBytes(Buffer.alloc(32, 9));
const AT = Date.UTC(2027, 1, 24);
const DAY = 24 * 60 * 60_000;

let directory: string;
let store: SqliteStore;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-signing-'));
  store = await openSqliteStore({ directory, master: MASTER });
});
afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

/** The private part, as the key file holds it. */
function wrapped(): Buffer {
  const file = new Database(join(directory, KEYS_FILE), { readonly: true });
  try {
    const row = file
      .prepare<[], Buffer>('SELECT wrapped FROM signing_keys WHERE retired_at IS NULL')
      .pluck()
      .get();
    if (row === undefined) throw new Error('no signing key');
    return row;
  } finally {
    file.close();
  }
}

function isInFiles(bytes: Buffer): boolean {
  return readdirSync(directory).some((name) => readFileSync(join(directory, name)).includes(bytes));
}

it('a new signing key: what the old one signed verifies for ever, and its private part is in no file', async () => {
  await store.attest(AT);
  const old = wrapped();
  expect(isInFiles(old)).toBe(true);
  const [first] = store.publicKeys();
  await store.rotateSigningKey(AT + DAY);
  expect(isInFiles(old)).toBe(false);
  await store.attest(AT + 2 * DAY);
  const [before, after] = store.publicKeys();
  expect(before).toEqual({ ...first, until: new Date(AT + DAY).toISOString() });
  expect(after).toMatchObject({ since: new Date(AT + DAY).toISOString(), until: null });
  const receipts = [...store.receipts(0)];
  expect(receipts.map(({ content }) => content.key)).toEqual([before?.id, after?.id]);
  const pems = store.publicKeys().map(({ pem }) => pem);
  expect(verifyReceipts(receipts, pems)).toMatchObject({ kind: 'intact', count: 2 });
});

it('a retired key does not keep a rotation of the master key from its end, nor a start from beginning', async () => {
  await store.rotateSigningKey(AT);
  await store.rotateMaster(NEXT_MASTER);
  expect(store.masterKey()).toMatchObject({ pending: false, left: 0 });
  await store.close();
  store = await openSqliteStore({ directory, master: NEXT_MASTER });
  await store.attest(AT + DAY);
  expect([...store.receipts(0)].at(-1)?.content.key).toBe(store.publicKeys().at(-1)?.id);
});
