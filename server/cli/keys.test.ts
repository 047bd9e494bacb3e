import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { TestRelay } from '../gateway/relay.testkit.ts';
import { TestProcess } from '../process.testkit.ts';
import { opening } from '../store/contract.testkit.ts';
import { createKeyFile, type KeyProvider, keyFromFile } from '../store/keys.ts';
import { KEYS_FILE } from '../store/sqlite/database.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { EMPTY_BATCH } from '../store/store.ts';
import { Administration } from './cli.testkit.ts';

const MAIN = join(import.meta.dirname, '../main.ts');

// Each command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let admin: Administration;
beforeEach(() => {
  admin = new Administration();
});
afterEach(() => admin.remove());

const newKey = (): string => admin.at('new.key');
const settings = (file: string): Record<string, string> => ({ PERMANENCE_MASTER_KEY_FILE: file });

async function started(withSettings: Record<string, string> = {}): Promise<TestRelay> {
  const settings = { PERMANENCE_CONVERSATIONS_PER_HOUR: '100000', ...withSettings };
  return TestRelay.start({ directory: admin.directory, settings });
}

/** A store as it is after a busy season. */
async function fill(master: KeyProvider, count: number): Promise<void> {
  const store = await openSqliteStore({ directory: admin.directory, master });
  const batches = Array.from({ length: count }, () => opening(newId()));
  await store.commit({
    ...EMPTY_BATCH,
    opened: batches.flatMap(({ opened }) => opened),
    appended: batches.flatMap(({ appended }) => appended),
  });
  await store.close();
}

test('a relay that runs rotates while it serves, and the next start wants the new key', async () => {
  const relay = await started();
  const { citizen, cookie } = await relay.citizen();
  for (let count = 0; count < 30; count += 1) await relay.open();
  await admin.done(`key new --to ${newKey()}`);
  expect(statSync(newKey()).mode & 0o777).toBe(0o600);
  const said = await admin.done(`key rotate --new-key-file ${newKey()}`);
  expect(said).toMatch(/^32 keys are now wrapped by the master key [0-9a-f]{16}\n/);
  expect(said).toContain('PERMANENCE_MASTER_KEY_FILE');
  const id = citizen.say('après la rotation');
  await citizen.frame('ack', (frame) => frame.id === id);
  await relay.open();
  await relay.close();

  await expect(started()).rejects.toThrow('is not the one that wrapped the keys of this store');
  const again = await started(settings(newKey()));
  const back = again.connectCitizen(cookie);
  await back.hello();
  await back.frame('entries');
  expect(back.texts()).toEqual(['après la rotation']);
  await again.close();
  expect(await admin.done('journal verify', settings(newKey()))).toBe(
    '32 of 32 journals intact, 33 entries\n',
  );
  expect(await admin.done('key status', settings(newKey()))).not.toContain('unfinished');
  const audit = await admin.done('audit');
  expect(audit).toMatch(/key-rotation-finished [0-9a-f]{16}\n.*key-rotation-begun [0-9a-f]{16}\n/s);
});

test('with the relay stopped; a wrong new key file is refused before anything begins', async () => {
  const relay = await started();
  await relay.open();
  await relay.close();
  writeFileSync(newKey(), 'court', { mode: 0o600 });
  expect(await admin.run(`key rotate --new-key-file ${newKey()}`)).toMatchObject({
    code: 1,
    err: expect.stringContaining('does not hold a key of 32 bytes'),
  });
  expect(await admin.run(`key new --to ${newKey()}`)).toMatchObject({ code: 1 });
  const other = admin.at('other.key');
  await admin.done(`key new --to ${other}`);
  expect(await admin.done(`key rotate --new-key-file ${other}`)).toMatch(/^2 keys/);
  // Asked again, with the configuration as it was: nothing is left to do, and nothing is harmed.
  expect(await admin.done(`key rotate --new-key-file ${other}`)).toMatch(/^0 keys/);
  expect(await admin.done('journal verify', settings(other))).toContain('1 of 1');
});

test('given both keys, the relay rotates by itself at its start, and says so', async () => {
  const relay = await started();
  await relay.open();
  await relay.close();
  const old = admin.at('old.key');
  copyFileSync(join(admin.directory, 'master.key'), old);
  await admin.done(`key new --to ${newKey()}`);
  const process = new TestProcess(MAIN, [], {
    PERMANENCE_PORT: '0',
    PERMANENCE_DATA_DIRECTORY: admin.directory,
    PERMANENCE_MASTER_KEY_PREVIOUS_FILE: old,
    ...settings(newKey()),
  });
  await process.line(/^ready /);
  await expect.poll(() => process.err, { timeout: 30_000 }).toContain('key-rotation-finished');
  process.child.kill('SIGTERM');
  expect((await process.ended).code).toBe(0);
  expect(await admin.done('journal verify', settings(newKey()))).toContain('1 of 1');
});

test('killed at once in the middle of a rotation, it ends at the next start with both keys', async () => {
  const old = join(admin.directory, 'master.key');
  mkdirSync(admin.directory, { mode: 0o700 });
  await createKeyFile(old);
  await fill(keyFromFile(old), 4_000);
  await admin.done(`key new --to ${newKey()}`);
  const both = { ...settings(newKey()), PERMANENCE_MASTER_KEY_PREVIOUS_FILE: old };
  const keys = new Database(join(admin.directory, KEYS_FILE), { readonly: true });
  const count = keys.prepare<[string], number>('SELECT count(*) FROM data_keys WHERE master = ?').pluck();
  const { id } = await keyFromFile(newKey()).open();
  const rewrapped = (): number => count.get(id) ?? 0;
  for (const enough of [1, 400, 1_200]) {
    const before = rewrapped();
    const process = new TestProcess(MAIN, [], {
      PERMANENCE_PORT: '0',
      PERMANENCE_DATA_DIRECTORY: admin.directory,
      ...both,
    });
    await expect.poll(rewrapped, { timeout: 30_000, interval: 1 }).toBeGreaterThanOrEqual(enough);
    process.child.kill('SIGKILL');
    await process.ended;
    // It went on from where the one before was killed, and was killed in the middle itself.
    expect(rewrapped()).toBeGreaterThan(before);
    expect(rewrapped()).toBeLessThan(4_000);
  }
  keys.close();
  await admin.done('key rotate', both);
  expect(await admin.done('journal verify', settings(newKey()))).toContain('4000 of 4000');
});
