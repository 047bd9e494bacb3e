/** What every store must do; run against each one. Rules are those of docs/protocol.md. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Author, Entry, EntryBody } from '../../protocol/entry.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { StoreConflict, StoreFull } from './errors.ts';
import { sessionDigest } from './sessions.ts';
import { type Batch, EMPTY_BATCH, type NewEntry, type Store } from './store.ts';

export const OPENED_AT = Date.UTC(2026, 10, 24, 9);
export const PURGE_AT = Date.UTC(2027, 1, 23, 23);

const OFFICER: Author = { role: 'officer', officer: newId(), rank: 'Brigadier', alias: 'Camille' };

/** An entry as the relay would make it. */
export function newEntry(
  conversation: Id,
  seq: number,
  body: EntryBody,
  author: Author = { role: 'citizen' },
): NewEntry {
  const entry: Entry = { conversation, seq, id: newId(), at: OPENED_AT + seq, author, body };
  return { entry, request: `digest-${seq}` };
}

/** A batch that opens a conversation with its first entries. */
export function opening(conversation: Id, ...texts: string[]): Batch {
  const opened: EntryBody = { kind: 'opened', termsVersion: '2026-11', language: 'fr', subject: null };
  return {
    ...EMPTY_BATCH,
    opened: [{ conversation, openedAt: OPENED_AT, purgeAt: PURGE_AT }],
    appended: [
      {
        conversation,
        after: 0,
        entries: [
          newEntry(conversation, 1, opened),
          ...texts.map((text, index) => newEntry(conversation, index + 2, { kind: 'message', text })),
        ],
      },
    ],
  };
}

/** A batch that adds entries after `after`. */
export function appending(conversation: Id, after: number, ...entries: NewEntry[]): Batch {
  return { ...EMPTY_BATCH, appended: [{ conversation, after, entries }] };
}

function message(conversation: Id, seq: number, text: string): NewEntry {
  return newEntry(conversation, seq, { kind: 'message', text });
}

export type StoreUnderTest = {
  readonly store: Store;
  /** Leaves the store no room for a large write until the answer is called. */
  fill(): () => void;
  /** Ends the process's hold on the store without closing it properly, and opens it again. */
  reopen(): Promise<StoreUnderTest>;
  dispose(): Promise<void>;
};

async function texts(store: Store, conversation: Id): Promise<string[]> {
  const entries = await store.entries(conversation, 0, 1_000, 1_000);
  return entries.flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []));
}

/** The contract. `make` gives a new, empty store each time. */
export function storeContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the store's contract`, () => {
    let subject: StoreUnderTest;
    let store: Store;
    let conversation: Id;

    beforeEach(async () => {
      subject = await make();
      store = subject.store;
      conversation = newId();
    });
    afterEach(() => subject.dispose());

    it('reads back what was committed, exactly, and in order', async () => {
      const batch = opening(conversation, 'Bonjour', 'é\u{1F6A8}\n\t"\\\ud800', ' . ');
      await store.commit(batch);
      const expected = batch.appended.flatMap(({ entries }) => entries.map(({ entry }) => entry));
      expect(await store.entries(conversation, 0, 100, 100)).toEqual(expected);
    });

    it('R1: answers exactly the entries in (after, through], bounded by the limit', async () => {
      await store.commit(opening(conversation, 'a', 'b', 'c', 'd'));
      const seqs = async (after: number, through: number, limit: number) =>
        (await store.entries(conversation, after, through, limit)).map(({ seq }) => seq);
      expect(await seqs(1, 4, 10)).toEqual([2, 3, 4]);
      expect(await seqs(0, 5, 2)).toEqual([1, 2]);
      expect(await seqs(5, 9, 10)).toEqual([]);
      expect(await store.entries(newId(), 0, 9, 9)).toEqual([]);
    });

    it('D3: refuses entries that do not follow the journal, and writes nothing of their batch', async () => {
      await store.commit(opening(conversation, 'a'));
      const other = newId();
      for (const wrong of [
        appending(conversation, 1, message(conversation, 2, 'late')),
        appending(conversation, 3, message(conversation, 4, 'early')),
        appending(conversation, 2, message(conversation, 4, 'gap')),
        appending(newId(), 0, message(conversation, 1, 'nobody')),
      ]) {
        const batch: Batch = {
          ...wrong,
          opened: opening(other).opened,
          appended: [...opening(other).appended, ...wrong.appended],
        };
        await expect(store.commit(batch)).rejects.toBeInstanceOf(StoreConflict);
      }
      expect(await store.conversation(other)).toBeNull();
      expect(await texts(store, conversation)).toEqual(['a']);
    });

    it('D1: refuses the same id twice in one conversation, and allows it in two', async () => {
      await store.commit(opening(conversation, 'a'));
      const other = newId();
      await store.commit(opening(other));
      const twice = message(conversation, 3, 'b');
      await store.commit(appending(conversation, 2, twice));
      const again = { ...twice, entry: { ...twice.entry, seq: 4 } };
      await expect(store.commit(appending(conversation, 3, again))).rejects.toBeInstanceOf(StoreConflict);
      const elsewhere = { ...twice, entry: { ...twice.entry, conversation: other, seq: 2 } };
      await store.commit(appending(other, 1, elsewhere));
      const found = await store.find([twice.entry.id]);
      expect(found.map(({ entry }) => entry.conversation).sort()).toEqual([conversation, other].sort());
    });

    it('D1, D2: finds by id the entry, its author and the digest of its request', async () => {
      const batch = opening(conversation, 'a');
      await store.commit(batch);
      const note = newEntry(conversation, 3, { kind: 'note', text: 'n' }, OFFICER);
      await store.commit(appending(conversation, 2, note));
      expect(await store.find([note.entry.id, newId()])).toEqual([note]);
    });

    it('gives each conversation its own reference, in order, also after a purge', async () => {
      const ids = [newId(), newId(), newId()];
      const references: string[] = [];
      for (const id of ids) {
        const committed = await store.commit(opening(id));
        references.push(committed.references.get(id) ?? '');
      }
      await store.purge(ids);
      const last = newId();
      references.push((await store.commit(opening(last))).references.get(last) ?? '');
      expect(new Set(references).size).toBe(4);
      for (const reference of references) expect(reference).toMatch(/^C-[1-9][0-9]{0,9}$/);
    });

    it('a closure closes the conversation for `recent`', async () => {
      const open = newId();
      await store.commit(opening(conversation, 'a'));
      await store.commit(opening(open));
      const closure = newEntry(
        conversation,
        3,
        { kind: 'closure', disposition: 'answered', comment: 'c' },
        OFFICER,
      );
      await store.commit(appending(conversation, 2, closure));
      const since = async (at: number) => (await store.recent(at)).map(({ conversation: id }) => id).sort();
      expect(await since(closure.entry.at + 1)).toEqual([open]);
      expect(await since(closure.entry.at)).toEqual([conversation, open].sort());
      expect(await store.conversation(conversation)).toMatchObject({
        closedAt: closure.entry.at,
        lastSeq: 3,
        openedAt: OPENED_AT,
        purgeAt: PURGE_AT,
      });
    });

    it('W5: an answer’s token finds it, until a later answer or a purge; its return opens the conversation', async () => {
      const { store } = subject;
      const id = newId();
      await store.commit(opening(id, 'bonjour'));
      const entries: NewEntry[] = [];
      const add = async (body: EntryBody, author: Author) => {
        const entry = newEntry(id, 3 + entries.length, body, author);
        await store.commit(appending(id, 2 + entries.length, entry));
        entries.push(entry);
        return entry.entry.id;
      };
      const relay: Author = { role: 'relay' };
      const tokenOf = async () => (await store.outgoing(1))[0]?.token ?? '';
      await add({ kind: 'email', text: 'Bonjour.' }, OFFICER);
      const first = await tokenOf();
      const email = await add({ kind: 'email', text: 'Bonjour encore.' }, OFFICER);
      const token = await tokenOf();
      expect(token).toMatch(/^[0-9a-f]{32}$/);
      expect(await store.returnPath(first)).toBeNull();
      expect(await store.returnPath(token)).toEqual({ conversation: id, email });
      await add({ kind: 'closure', disposition: 'deferred', comment: null }, relay);
      expect(await store.recent(OPENED_AT + 1_000)).toEqual([]);
      await add({ kind: 'email-outcome', email, outcome: 'returned', reason: null }, relay);
      expect(await store.recent(OPENED_AT + 1_000)).toMatchObject([{ conversation: id, closedAt: null }]);
      await store.purge([id]);
      expect(await store.returnPath(token)).toBeNull();
    });

    it('W5: a closing that is taken back counts no more, on its own day, and never below nothing', async () => {
      const { store } = subject;
      const closings = async () =>
        (await store.dailyCounts())
          .filter(({ name }) => name.startsWith('closed-'))
          .map(({ day, name, count }) => [day, name, count]);
      const id = newId();
      const relay: Author = { role: 'relay' };
      await store.commit(opening(id, 'bonjour'));
      await store.commit(
        appending(id, 2, newEntry(id, 3, { kind: 'closure', disposition: 'deferred', comment: null }, relay)),
      );
      expect(await closings()).toEqual([['2026-11-24', 'closed-deferred', 1]]);
      const takenBack = [{ closedAt: OPENED_AT + 3, disposition: 'deferred' }] as const;
      await store.commit({ ...EMPTY_BATCH, takenBack });
      expect(await closings()).toEqual([['2026-11-24', 'closed-deferred', 0]]);
      await store.commit({ ...EMPTY_BATCH, takenBack });
      const other = [{ closedAt: OPENED_AT + 3, disposition: 'abusive' }] as const;
      await store.commit({ ...EMPTY_BATCH, takenBack: other });
      expect(await closings()).toEqual([['2026-11-24', 'closed-deferred', 0]]);
      // Closed and taken back in one batch: as if it had not been.
      const again = { kind: 'closure', disposition: 'answered', comment: null } as const;
      await store.commit({
        ...appending(id, 3, newEntry(id, 4, again, OFFICER)),
        takenBack: [{ closedAt: OPENED_AT + 4, disposition: 'answered' }],
      });
      expect(await closings()).toEqual([['2026-11-24', 'closed-deferred', 0]]);
    });

    it('read marks go forward only, each side for itself', async () => {
      await store.commit(opening(conversation, 'a', 'b', 'c'));
      const mark = (marks: { officerRead?: number; citizenRead?: number }) =>
        store.commit({ ...EMPTY_BATCH, reads: [{ conversation, ...marks }] });
      await mark({ officerRead: 3 });
      await mark({ citizenRead: 2 });
      await mark({ officerRead: 1, citizenRead: 4 });
      expect(await store.conversation(conversation)).toMatchObject({ officerRead: 3, citizenRead: 4 });
    });

    it('a cookie opens its conversation until it is revoked; a new one may replace it in one batch', async () => {
      const [first, second] = [sessionDigest('first'), sessionDigest('second')];
      await store.commit({
        ...opening(conversation),
        sessions: [{ digest: first, conversation, at: OPENED_AT }],
      });
      expect(await store.bySession(first)).toBe(conversation);
      expect(await store.bySession(sessionDigest('guess'))).toBeNull();
      await store.commit({
        ...EMPTY_BATCH,
        revoked: [conversation],
        sessions: [{ digest: second, conversation, at: OPENED_AT }],
      });
      expect(await store.bySession(first)).toBeNull();
      expect(await store.bySession(second)).toBe(conversation);
    });

    it('verifies an intact journal, and knows no other', async () => {
      await store.commit(opening(conversation, 'a', 'b'));
      await store.commit(appending(conversation, 3, message(conversation, 4, 'c')));
      expect(await store.verifyJournal(conversation)).toMatchObject({ kind: 'intact', entries: 4 });
      expect(await store.verifyJournal(newId())).toEqual({ kind: 'unknown' });
    });

    it('names what is due from the very millisecond, and a purge leaves nothing of it', async () => {
      const kept = newId();
      const digest = sessionDigest('cookie');
      const batch = opening(conversation, 'secret');
      await store.commit({ ...batch, sessions: [{ digest, conversation, at: OPENED_AT }] });
      const later = opening(kept, 'kept');
      await store.commit({
        ...later,
        opened: [{ conversation: kept, openedAt: OPENED_AT, purgeAt: PURGE_AT + 1 }],
      });
      expect(await store.expired(PURGE_AT - 1, 10)).toEqual([]);
      expect(await store.expired(PURGE_AT, 10)).toEqual([conversation]);
      expect(await store.expired(PURGE_AT + 1, 1)).toEqual([conversation]);
      expect(await store.purge([conversation])).toEqual({ conversations: [conversation], entries: 2 });
      expect(await store.purge([conversation])).toEqual({ conversations: [], entries: 0 });
      expect(await store.conversation(conversation)).toBeNull();
      expect(await store.entries(conversation, 0, 10, 10)).toEqual([]);
      expect(await store.bySession(digest)).toBeNull();
      const ids = batch.appended.flatMap(({ entries }) => entries.map(({ entry }) => entry.id));
      expect(await store.find(ids)).toEqual([]);
      expect(await texts(store, kept)).toEqual(['kept']);
    });

    it('tightening brings purges forward, and never puts one off', async () => {
      await store.commit(opening(conversation));
      expect(await store.tighten((openedAt) => openedAt + PURGE_AT)).toBe(0);
      expect(await store.tighten((openedAt) => openedAt + 10)).toBe(1);
      expect(await store.conversation(conversation)).toMatchObject({ purgeAt: OPENED_AT + 10 });
    });

    it('S1: a full store refuses the whole batch, keeps what it had, and recovers by itself', async () => {
      await store.commit(opening(conversation, 'before'));
      const makeRoom = subject.fill();
      const other = newId();
      const big = 'x'.repeat(4_000);
      const batch: Batch = {
        ...opening(other, ...Array.from({ length: 200 }, () => big)),
        reads: [{ conversation, officerRead: 2 }],
      };
      await expect(store.commit(batch)).rejects.toBeInstanceOf(StoreFull);
      await expect(store.probe()).rejects.toBeInstanceOf(StoreFull);
      expect(await store.conversation(other)).toBeNull();
      expect(await store.conversation(conversation)).toMatchObject({ officerRead: 0 });
      expect(await texts(store, conversation)).toEqual(['before']);
      makeRoom();
      await store.probe();
      await store.commit(batch);
      expect(await texts(store, other)).toHaveLength(200);
      expect(await store.verifyJournal(other)).toMatchObject({ kind: 'intact', entries: 201 });
    });

    it('D4: what was committed is there after an end without goodbye, under the same epoch', async () => {
      await store.commit(opening(conversation, 'acknowledged'));
      subject = await subject.reopen();
      expect(subject.store.epoch).toBe(store.epoch);
      expect(await texts(subject.store, conversation)).toEqual(['acknowledged']);
      await subject.store.commit(appending(conversation, 2, message(conversation, 3, 'after')));
      expect(await subject.store.verifyJournal(conversation)).toMatchObject({ kind: 'intact', entries: 3 });
    });
  });
}
