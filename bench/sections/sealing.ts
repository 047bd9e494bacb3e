import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Entry, EntryBody } from '../../protocol/entry.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { keyFromBytes, MASTER_KEY_BYTES } from '../../server/store/keys.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { EMPTY_BATCH, type NewEntry } from '../../server/store/store.ts';
import { textOf } from '../load/texts.ts';
import { median } from '../report/statistics.ts';
import type { Scope } from '../scope.ts';
import type { Section } from '../section.ts';

/** Conversations that a batch is spread over, as it is under load. */
const CONVERSATIONS = 50;
const MONTHS = 90 * 24 * 3_600_000;

type Writer = { readonly write: (entries: readonly NewEntry[]) => Promise<void> };

function entry(conversation: Id, seq: number, body: EntryBody): NewEntry {
  const request = createHash('sha256').update(JSON.stringify(body)).digest('base64');
  const made: Entry = { conversation, seq, id: newId(), at: Date.now(), author: { role: 'citizen' }, body };
  return { entry: made, request };
}

/** The relay's own store, through its public interface: sealed, chained, one transaction a batch. */
async function sealedWriter(scope: Scope, conversations: readonly Id[]): Promise<Writer> {
  const directory = scope.directory();
  const store = await openSqliteStore({ directory, master: keyFromBytes(randomBytes(MASTER_KEY_BYTES)) });
  scope.defer(() => store.close());
  const now = Date.now();
  await store.commit({
    ...EMPTY_BATCH,
    opened: conversations.map((conversation) => ({ conversation, openedAt: now, purgeAt: now + MONTHS })),
    appended: conversations.map((conversation) => ({
      conversation,
      after: 0,
      entries: [entry(conversation, 1, { kind: 'opened', termsVersion: '1', language: 'fr', subject: null })],
    })),
  });
  return {
    write: async (entries) => {
      const appended = Map.groupBy(entries, (one) => one.entry.conversation);
      await store.commit({
        ...EMPTY_BATCH,
        appended: [...appended].map(([conversation, own]) => ({
          conversation,
          after: (own[0]?.entry.seq ?? 1) - 1,
          entries: own,
        })),
      });
    },
  };
}

/** The same rows in the clear, unchained, with the same durability. */
function plainWriter(scope: Scope): Writer {
  const database = new Database(join(scope.directory(), 'plain.sqlite'));
  scope.defer(() => void database.close());
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE entry (conversation TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL,' +
      ' body TEXT NOT NULL, PRIMARY KEY (conversation, seq)) WITHOUT ROWID;' +
      ' CREATE UNIQUE INDEX entry_id ON entry (id, conversation)',
  );
  const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?, ?, ?)');
  const write = database.transaction((entries: readonly NewEntry[]) => {
    for (const { entry: one, request } of entries) {
      const body = JSON.stringify({ author: one.author, body: one.body, request });
      insert.run(one.conversation, one.seq, one.id, one.at, body);
    }
  });
  return { write: async (entries) => void write(entries) };
}

/** Milliseconds a batch, over `length` milliseconds. */
async function pace(
  writer: Writer,
  seqs: Map<Id, number>,
  batch: number,
  length: number,
): Promise<{ each: number; batches: number }> {
  const conversations = [...seqs.keys()];
  let spent = 0;
  let batches = 0;
  const end = performance.now() + length;
  while (performance.now() < end) {
    const entries: NewEntry[] = [];
    for (let index = 0; index < batch; index += 1) {
      const conversation = conversations[(batches * batch + index) % conversations.length];
      if (conversation === undefined) break;
      const seq = (seqs.get(conversation) ?? 1) + 1;
      seqs.set(conversation, seq);
      entries.push(entry(conversation, seq, { kind: 'message', text: textOf(index) }));
    }
    const start = performance.now();
    await writer.write(entries);
    spent += performance.now() - start;
    batches += 1;
  }
  return { each: spent / batches, batches };
}

/** What sealing and chaining cost in the relay's store, against the same rows in the clear. */
export const sealing: Section = {
  name: 'sealing',
  seconds: { quick: 2, usual: 40 },
  run: async ({ quick, scope, add, note }) => {
    const length = quick ? 150 : 1_500;
    const rounds = quick ? 2 : 3;
    const start = () => new Map(Array.from({ length: CONVERSATIONS }, (): [Id, number] => [newId(), 1]));
    const sides = [start(), start()] as const;
    const sealed = await sealedWriter(scope, [...sides[0].keys()]);
    const plain = plainWriter(scope);
    for (const batch of [1, 100]) {
      const times: { sealed: number[]; plain: number[] } = { sealed: [], plain: [] };
      let samples = 0;
      await pace(sealed, sides[0], batch, length / 5);
      await pace(plain, sides[1], batch, length / 5);
      for (let round = 0; round < rounds; round += 1) {
        const ours = await pace(sealed, sides[0], batch, length);
        samples += ours.batches;
        times.sealed.push(ours.each);
        times.plain.push((await pace(plain, sides[1], batch, length)).each);
      }
      const [ours, clear] = [median(times.sealed), median(times.plain)];
      const what = `${batch} ${batch === 1 ? 'entry' : 'entries'} a commit`;
      add({
        what: `${what}: the store, sealed and chained`,
        value: (batch / ours) * 1000,
        unit: '/s',
        samples,
      });
      add({ what: `${what}: the same rows in the clear`, value: (batch / clear) * 1000, unit: '/s' });
      add({ what: `${what}: time, sealed / clear`, value: ours / clear, unit: '×' });
    }
    note('the ratio holds all that the store does besides: sealing, the hash chain, its checks, its index');
  },
};
