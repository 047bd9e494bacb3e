import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonical } from '../../../protocol/canonical.ts';
import { newId } from '../../../protocol/ids.ts';
import { appending, newEntry, opening } from '../contract.testkit.ts';
import { keyFromBytes } from '../keys.ts';
import { type Receipt, receiptHash, verifyReceipts } from '../receipts.ts';
import { sessionDigest } from '../sessions.ts';
import { JOURNAL_FILE, KEYS_FILE } from './database.ts';
import { openSqliteStore, type SqliteStore } from './open.ts';

const MASTER = keyFromBytes(Buffer.alloc(32, 7));
const DAY = 24 * 60 * 60_000;
const AT = Date.UTC(2027, 1, 24);

let directory: string;
let store: SqliteStore;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-purging-'));
  // As the relay opens it: with a thread that folds the logs in at the same time.
  store = await openSqliteStore({ directory, master: MASTER, aside: true });
});

afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Files of one database: itself, its log. */
function bytesOf(file: string): Buffer {
  const names = readdirSync(directory).filter((name) => name === file || name === `${file}-wal`);
  return Buffer.concat(names.map((name) => readFileSync(join(directory, name))));
}

/** How many of these appear in the files, by any eight bytes of theirs on a multiple of eight. */
function fragments(files: Buffer, values: readonly Buffer[]): number {
  const wanted = new Set<bigint>();
  for (const value of values) {
    for (let at = 0; at + 8 <= value.length; at += 8) wanted.add(value.readBigUInt64LE(at));
  }
  const hit = new Set<bigint>();
  for (let at = 0; at + 8 <= files.length; at += 1) {
    const word = files.readBigUInt64LE(at);
    if (wanted.has(word)) hit.add(word);
  }
  return hit.size;
}

/** Conversations whose entries lie among those of others, as on a busy day. */
async function busyDay(count: number, entries: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  for (const id of ids) {
    await store.commit({
      ...opening(id, 'premier'),
      sessions: [{ digest: sessionDigest(id), conversation: id, at: AT }],
    });
  }
  for (let seq = 3; seq < 3 + entries; seq += 1) {
    for (const [index, id] of ids.entries()) {
      const text = `message ${seq} `.repeat(1 + ((index * 7 + seq) % 90));
      await store.commit(appending(id, seq - 1, newEntry(id, seq, { kind: 'message', text })));
    }
  }
  return ids;
}

function sealedOf(ids: readonly string[]): Buffer[] {
  const select = store.database
    .prepare<[string], Buffer>(
      'SELECT sealed FROM conversations JOIN entries USING (reference) WHERE conversation = ?',
    )
    .pluck();
  return ids.flatMap((id) => select.all(id));
}

async function wrappedOf(ids: readonly string[]): Promise<Buffer[]> {
  const { default: Database } = await import('better-sqlite3');
  const file = new Database(join(directory, KEYS_FILE), { readonly: true });
  const select = file.prepare<[string], Buffer>('SELECT wrapped FROM data_keys WHERE conversation = ?');
  const wrapped = ids.flatMap((id) => select.pluck().all(id));
  file.close();
  return wrapped;
}

describe('a purge', () => {
  it('leaves no key, not a piece of one, no ciphertext, id or cookie, in file or log', async () => {
    const ids = await busyDay(60, 8);
    const gone = ids.filter((_, index) => index % 3 !== 0);
    const sealed = sealedOf(gone);
    const wrapped = await wrappedOf(gone);
    expect(sealed).toHaveLength(gone.length * 10);
    expect(fragments(bytesOf(JOURNAL_FILE), sealed)).toBeGreaterThan(1_000);
    expect(fragments(bytesOf(KEYS_FILE), wrapped)).toBeGreaterThan(200);
    await store.purge(gone);
    expect(fragments(bytesOf(KEYS_FILE), wrapped)).toBe(0);
    const journal = bytesOf(JOURNAL_FILE);
    expect(sealed.filter((value) => journal.includes(value))).toEqual([]);
    // A page that SQLite rearranged may keep a piece of a ciphertext in its unused part; its key is gone.
    const pieces = sealed.reduce((sum, value) => sum + Math.floor(value.length / 8), 0);
    expect(fragments(journal, sealed)).toBeLessThan(pieces / 1_000);
    for (const id of gone) {
      expect(journal.includes(id)).toBe(false);
      expect(journal.includes(sessionDigest(id))).toBe(false);
      expect(await store.bySession(sessionDigest(id))).toBeNull();
    }
    for (const id of ids.filter((_, index) => index % 3 === 0)) {
      expect(await store.verifyJournal(id)).toMatchObject({ kind: 'intact', entries: 10 });
    }
  });

  it('lets messages in between its steps, and is over all the same when one conversation is very long', async () => {
    const long = newId();
    await store.commit(opening(long));
    const entries = Array.from({ length: 1_500 }, (_, index) =>
      newEntry(long, index + 2, { kind: 'message', text: 'x' }),
    );
    await store.commit(appending(long, 1, ...entries));
    const other = newId();
    await store.commit(opening(other));
    let written = 0;
    let purging = true;
    const purged = store.purge([long]).finally(() => {
      purging = false;
    });
    while (purging) {
      const seq = written + 2;
      const message = newEntry(other, seq, { kind: 'message', text: 'pendant' });
      await store.commit(appending(other, seq - 1, message));
      written += 1;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    expect(await purged).toEqual({ conversations: [long], entries: 1_501 });
    expect(written).toBeGreaterThan(3);
    expect(await store.verifyJournal(other)).toMatchObject({ kind: 'intact', entries: written + 1 });
  });

  it('killed after the keys: the next start finds rows without keys and ends it, with one receipt more', async () => {
    const [id = ''] = await busyDay(1, 2);
    await store.condemn([id], { at: AT, cause: 'erasure' });
    expect(await store.entries(id, 0, 9, 9)).toEqual([]);
    await store.close();
    store = await openSqliteStore({ directory, master: MASTER });
    expect(await store.clean(AT + 1)).toEqual({ orphans: 1, kept: false, strays: 0 });
    expect(await store.conversation(id)).toBeNull();
    expect([...store.receipts(0)].map(({ content }) => content.cause)).toEqual(['erasure', 'orphans']);
  });

  it('keys without rows go when their time is over, not before', async () => {
    const [id = ''] = await busyDay(1, 1);
    const { purgeAt = 0 } = (await store.conversation(id)) ?? {};
    store.database.prepare('DELETE FROM conversations').run();
    expect(await store.clean(purgeAt - 1)).toMatchObject({ strays: 0 });
    expect(await store.clean(purgeAt)).toMatchObject({ strays: 1 });
    expect(await wrappedOf([id])).toEqual([]);
  });
});

describe('receipts', () => {
  const all = (): Receipt[] => [...store.receipts(0)];
  const keys = (): string[] => store.publicKeys().map(({ pem }) => pem);

  beforeEach(async () => {
    for (const [index, id] of (await busyDay(4, 1)).entries()) {
      await store.purge([id], { at: AT + index * DAY, cause: index === 2 ? 'erasure' : 'retention' });
    }
  });

  it('say when, why, how many and, by digest, which; and verify with the public key alone', async () => {
    const id = newId();
    await store.commit(opening(id, 'a'));
    await store.purge([id], { at: AT + 9 * DAY, cause: 'retention' });
    expect(all().at(-1)?.content).toMatchObject({
      number: 5,
      at: '2027-03-05T00:00:00.000Z',
      cause: 'retention',
      conversations: 1,
      entries: 2,
      digests: [createHash('sha256').update(id).digest('hex')],
    });
    const last = all().at(-1);
    expect(verifyReceipts(all(), keys())).toEqual({
      kind: 'intact',
      count: 5,
      head: last === undefined ? '' : receiptHash(last),
    });
    expect(JSON.stringify(all())).not.toContain(id);
  });

  it.each<[string, (receipts: Receipt[]) => Receipt[], number]>([
    ['a removed one', (receipts) => receipts.toSpliced(1, 1), 3],
    ['a changed count', (receipts) => change(receipts, 1, { entries: 0 }), 2],
    ['a changed time', (receipts) => change(receipts, 2, { at: '2020-01-01T00:00:00.000Z' }), 3],
    ['two that changed places', ([a, b, c, d]) => [a, c, b, d].filter((receipt) => receipt !== undefined), 3],
    [
      'a removed beginning passed off as the whole',
      (receipts) => change(receipts.slice(1), 0, { number: 1 }),
      1,
    ],
  ])('verification finds %s', (_, tamper, number) => {
    expect(verifyReceipts(tamper(all()), keys())).toMatchObject({ kind: 'broken', number });
  });

  it('another’s key verifies nothing', async () => {
    const other = mkdtempSync(join(tmpdir(), 'permanence-other-'));
    const stranger = await openSqliteStore({ directory: other, master: MASTER });
    const pem = stranger.publicKeys().map((key) => key.pem);
    await stranger.close();
    rmSync(other, { recursive: true });
    expect(verifyReceipts(all(), pem)).toMatchObject({ kind: 'broken', number: 1 });
  });

  it('an empty one a day at most says that nothing was due', async () => {
    await store.attest(AT + 3 * DAY + 1);
    expect(all()).toHaveLength(4);
    await store.attest(AT + 4 * DAY);
    await store.attest(AT + 4 * DAY + 60_000);
    expect(all().map(({ content }) => content.cause)).toEqual([
      'retention',
      'retention',
      'erasure',
      'retention',
      'none',
    ]);
    expect(verifyReceipts(all(), keys())).toMatchObject({ kind: 'intact', count: 5 });
  });

  it('can be neither edited nor removed with the store’s own means, and survive a rotation', async () => {
    const { default: Database } = await import('better-sqlite3');
    const file = new Database(join(directory, KEYS_FILE));
    expect(() => file.exec("UPDATE receipts SET content = '{}'")).toThrow('not edited');
    expect(() => file.exec('DELETE FROM receipts')).toThrow('are kept');
    file.close();
    const before = keys();
    await store.rotateMaster(keyFromBytes(Buffer.alloc(32, 8)));
    await store.attest(AT + 9 * DAY);
    expect(keys()).toEqual(before);
    expect(verifyReceipts(all(), before)).toMatchObject({ kind: 'intact', count: 5 });
    await store.rotateMaster(MASTER);
  });

  it('a thousand ids a receipt at most', async () => {
    const ids = Array.from({ length: 1_001 }, () => newId());
    const batches = ids.map((id) => opening(id));
    await store.commit({
      opened: batches.flatMap((batch) => batch.opened),
      appended: batches.flatMap((batch) => batch.appended),
      reads: [],
      sessions: [],
      revoked: [],
      addresses: [],
      uses: [],
      phrases: [],
      takenBack: [],
    });
    await store.purge(ids);
    expect(
      all()
        .slice(4)
        .map(({ content }) => content.conversations),
    ).toEqual([1_000, 1]);
  });

  function change(receipts: Receipt[], index: number, to: Partial<Receipt['content']>): Receipt[] {
    return receipts.map((receipt, at) =>
      at === index ? { ...receipt, content: { ...receipt.content, ...to } } : receipt,
    );
  }
});

it('canonical JSON has one spelling', () => {
  expect(canonical({ b: [1, null, 'é"'], a: { d: true, c: 0 } })).toBe(
    '{"a":{"c":0,"d":true},"b":[1,null,"é\\""]}',
  );
});

it('what remains are counts by day, without any id', async () => {
  const ids = await busyDay(2, 1);
  const [first = '', second = ''] = ids;
  const officer = { role: 'officer', officer: newId(), rank: 'Major', alias: 'Sacha' } as const;
  const closure = { kind: 'closure', disposition: 'redirected', comment: null } as const;
  await store.commit(appending(first, 3, newEntry(first, 4, closure, officer)));
  await store.purge([first, second]);
  expect(await store.dailyCounts()).toEqual([
    { day: '2026-11-24', name: 'closed-redirected', count: 1 },
    { day: '2026-11-24', name: 'conversations', count: 2 },
    { day: '2026-11-24', name: 'messages-citizen', count: 4 },
  ]);
});
