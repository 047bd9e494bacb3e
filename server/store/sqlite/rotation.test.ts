import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../protocol/ids.ts';
import { opening } from '../contract.testkit.ts';
import { StoreUnavailable, WrongMasterKey } from '../errors.ts';
import { type KeyProvider, keyFromBytes, type WrappingKey } from '../keys.ts';
import { EMPTY_BATCH } from '../store.ts';
import { Checkpointer } from './checkpointer.ts';
import { KEYS_FILE } from './database.ts';
import { openSqliteStore, type SqliteStore } from './open.ts';

const OLD = keyFromBytes(Buffer.alloc(32, 1));
const NEW = keyFromBytes(Buffer.alloc(32, 2));
const OTHER = keyFromBytes(Buffer.alloc(32, 3));

let directory: string;
let store: SqliteStore;
let conversations: string[];

async function open(master: KeyProvider, previous: KeyProvider | null = null): Promise<void> {
  store = await openSqliteStore({ directory, master, previous });
}

async function fill(count: number): Promise<void> {
  const batches = Array.from({ length: count }, () => {
    const id = newId();
    conversations.push(id);
    return opening(id, 'texte');
  });
  await store.commit({
    ...EMPTY_BATCH,
    opened: batches.flatMap((batch) => batch.opened),
    appended: batches.flatMap((batch) => batch.appended),
  });
}

async function readable(): Promise<number> {
  let count = 0;
  for (const id of conversations) {
    if ((await store.verifyJournal(id)).kind === 'intact') count += 1;
  }
  return count;
}

/** A key that dies after so many answers: a process that is killed, a service that goes away. */
function dying(provider: KeyProvider, after: number): KeyProvider {
  return {
    async open(): Promise<WrappingKey> {
      const key = await provider.open();
      let answers = 0;
      return {
        id: key.id,
        unwrap: (wrapped, bound) => key.unwrap(wrapped, bound),
        async wrap(plain, bound) {
          answers += 1;
          if (answers > after) throw new Error('gone');
          return key.wrap(plain, bound);
        },
      };
    },
  };
}

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-rotation-'));
  conversations = [];
  await open(OLD);
  await fill(250);
});

afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('rotation of the master key', () => {
  it('wraps every key anew while conversations open and are destroyed; the old key opens nothing after', async () => {
    const rotating = store.rotateMaster(NEW);
    await fill(50);
    const gone = conversations.splice(0, 20);
    await store.purge(gone);
    await rotating;
    await fill(5);
    expect(store.masterKey()).toMatchObject({ pending: false, left: 0, id: (await NEW.open()).id });
    expect(await readable()).toBe(285);
    await store.close();
    await expect(open(OLD)).rejects.toBeInstanceOf(WrongMasterKey);
    await open(NEW);
    expect(await readable()).toBe(285);
    for (const id of gone) expect(await store.conversation(id)).toBeNull();
  });

  it('one at a time: another key is refused meanwhile, the same one is the same rotation', async () => {
    const rotating = store.rotateMaster(NEW);
    await expect(store.rotateMaster(OTHER)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.rotateMaster(NEW)).toBe(await rotating);
    expect(store.masterKey().id).toBe((await NEW.open()).id);
  });

  it('killed in the middle, goes on from there: with both keys configured', async () => {
    await expect(store.rotateMaster(dying(NEW, 120))).rejects.toThrow('gone');
    const { left } = store.masterKey();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(251);
    // What opens meanwhile is wrapped by the new key, if it can.
    expect(await readable()).toBe(250);
    await store.close();

    const asked = open(OLD);
    await expect(asked).rejects.toBeInstanceOf(WrongMasterKey);
    await expect(asked).rejects.toThrow(/a rotation .* was begun.*masterKeyPreviousFile/);
    await expect(open(NEW)).rejects.toThrow(/masterKeyPreviousFile/);

    await open(NEW, OLD);
    expect(store.masterKey()).toMatchObject({ pending: true, left });
    expect(await readable()).toBe(250);
    await store.rotateMaster();
    await store.close();
    await open(NEW);
    expect(store.masterKey()).toMatchObject({ pending: false, left: 0 });
    expect(await readable()).toBe(250);
  });

  it('killed at any place, never loses a key', async () => {
    for (const after of [0, 1, 99, 100, 101, 250, 251]) {
      await store.rotateMaster(dying(NEW, after)).catch(() => undefined);
      expect(await readable()).toBe(250);
      await store.close();
      await open(NEW, OLD);
      expect(await readable()).toBe(250);
      // And back, so that the next round begins as the first did.
      await store.rotateMaster(OLD);
      await store.close();
      await open(OLD);
    }
  });

  it('a wrong key is refused with its id and the one that is wanted, never with any of its bytes', async () => {
    await store.close();
    const [right, wrong] = [(await OLD.open()).id, (await OTHER.open()).id];
    const asked = open(OTHER, NEW);
    await expect(asked).rejects.toThrow(`the master key ${wrong} is not the one`);
    await expect(asked).rejects.toThrow(right);
    await expect(asked).rejects.not.toThrow(/0303/);
    await open(OLD);
  });

  it('leaves nothing that the old key wrapped, in the key file or its log', async () => {
    const bytes = (): Buffer =>
      Buffer.concat(
        readdirSync(directory)
          .filter((name) => name.startsWith(KEYS_FILE))
          .map((name) => readFileSync(join(directory, name))),
      );
    await store.close();
    const copy = mkdtempSync(join(tmpdir(), 'permanence-copy-'));
    copyFileSync(join(directory, KEYS_FILE), join(copy, KEYS_FILE));
    const { default: Database } = await import('better-sqlite3');
    const before = new Database(join(copy, KEYS_FILE), { readonly: true });
    const wrapped = before.prepare<[], Buffer>('SELECT wrapped FROM data_keys').pluck().all();
    before.close();
    rmSync(copy, { recursive: true });
    expect(wrapped.filter((key) => bytes().includes(key))).toHaveLength(250);
    await open(OLD);
    await store.rotateMaster(NEW);
    expect(wrapped.filter((key) => bytes().includes(key))).toEqual([]);
  });

  it('empties the log while the thread that folds it in stands aside: it would put that off unnoticed', async () => {
    await store.close();
    store = await openSqliteStore({ directory, master: OLD, aside: true });
    const truncated = vi.spyOn(Checkpointer.prototype, 'truncate');
    await store.rotateMaster(NEW);
    expect(truncated.mock.calls.map(([{ name }]) => name)).toEqual([join(directory, KEYS_FILE)]);
    expect(statSync(join(directory, `${KEYS_FILE}-wal`)).size).toBe(0);
    truncated.mockRestore();
  });

  it('a key service that is slow, and whose key never leaves it, does as well', async () => {
    const slow: KeyProvider = {
      async open() {
        const key = await OTHER.open();
        const late = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
        return {
          id: 'service/keys/7/versions/2',
          wrap: (plain, bound) => late().then(() => key.wrap(plain, bound)),
          unwrap: (wrapped, bound) => late().then(() => key.unwrap(wrapped, bound)),
        };
      },
    };
    await store.rotateMaster(slow);
    await store.close();
    await open(slow);
    await fill(3);
    expect(await readable()).toBe(253);
  });
});
