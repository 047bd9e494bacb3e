import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../../../protocol/ids.ts';
import { appending, newEntry, OPENED_AT, opening } from '../contract.testkit.ts';
import { keyFromBytes } from '../keys.ts';
import { KEYS_FILE } from './database.ts';
import { openSqliteStore, type SqliteStore } from './open.ts';

const HOUR = 60 * 60_000;

let directory: string;
let store: SqliteStore;
let faults: string[];
/** Somebody else at the key file: who reads it sees what is durable, who holds it keeps the relay from writing. */
let stranger: Database.Database;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-deferred-'));
  faults = [];
  store = await openSqliteStore({
    directory,
    master: keyFromBytes(Buffer.alloc(32, 7)),
    onFault: (event) => void faults.push(event),
  });
  stranger = new Database(join(directory, KEYS_FILE));
});

afterEach(async () => {
  stranger.close();
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

function addressKeys(): unknown[] {
  return stranger.prepare('SELECT conversation FROM address_keys').pluck().all();
}

it('W4, S1: what is durable is not refused because its address’s key could not be destroyed yet: the hourly run does', async () => {
  const conversation = newId();
  await store.commit({
    ...opening(conversation, 'une question'),
    addresses: [{ conversation, address: 'personne@exemple.fr' }],
  });
  const wrapped = stranger.prepare<[], Buffer>('SELECT wrapped FROM address_keys').pluck().get();
  const over = newEntry(conversation, 3, { kind: 'address-destroyed' }, { role: 'relay' });
  stranger.exec('BEGIN IMMEDIATE');
  await store.commit(appending(conversation, 2, over));
  stranger.exec('ROLLBACK');

  expect(faults).toEqual(['address-keys-left']);
  expect(await store.entries(conversation, 2, 9, 9)).toEqual([over.entry]);
  expect(await store.address(conversation)).toBeNull();
  expect(addressKeys()).toEqual([conversation]);

  await store.attest(OPENED_AT + HOUR);
  expect(addressKeys()).toEqual([]);
  const files = [KEYS_FILE, `${KEYS_FILE}-wal`].map((file) => readFileSync(join(directory, file)));
  expect(Buffer.concat(files).includes(wrapped ?? '')).toBe(false);
});
