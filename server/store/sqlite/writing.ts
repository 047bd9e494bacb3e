import type { Entry } from '../../../protocol/entry.ts';
import type { Id, Reference, Time } from '../../../protocol/ids.ts';
import { StoreConflict } from '../errors.ts';
import type { Append, Batch, Committed } from '../store.ts';
import type { ContentUses } from './content-uses.ts';
import type { DailyCounters } from './counters.ts';
import type { DataKeys, Prepared } from './data-keys.ts';
import type { SqliteDatabase } from './database.ts';
import type { Deferred, PreparedAddresses } from './deferred.ts';
import { nextReference } from './identity.ts';
import { writeMeta } from './meta.ts';
import type { ReturnPhrases } from './return-phrases.ts';
import { chainNext, chainStart, sealEntry } from './sealing.ts';
import type { Statements } from './statements.ts';

export type PreparedKeys = {
  /** The keys of the conversations that the batch opens; null when it opens none. */
  readonly prepared: Prepared | null;
  /** The addresses that were left, with their keys; null when there is none. */
  readonly addresses: PreparedAddresses | null;
};

export type WritingParts = {
  readonly database: SqliteDatabase;
  readonly statements: Statements;
  readonly keys: DataKeys;
  readonly counters: DailyCounters;
  readonly uses: ContentUses;
  readonly deferred: Deferred;
  readonly phrases: ReturnPhrases;
  readonly batch: Batch;
} & PreparedKeys;

/**
 * Writes a batch in one durable transaction. The new conversations' keys are made durable just before, in
 * their own file: a key without a conversation harms nothing, a conversation without its key would be lost.
 */
export function commitBatch(parts: WritingParts): Committed {
  const { database, keys, deferred, batch, prepared, addresses } = parts;
  const first = prepared === null ? 0 : nextReference(database);
  if (prepared !== null) keys.insert(prepared, first + batch.opened.length);
  if (addresses !== null) deferred.writeKeys(addresses);
  const committed = database.transaction(() => writeBatch(parts, first)).immediate();
  deferred.afterCommit(batch);
  return committed;
}

function writeBatch(parts: WritingParts, first: number): Committed {
  const { database, statements, counters, uses, deferred, phrases, batch, addresses } = parts;
  const references = new Map<Id, Reference>();
  for (const { conversation, openedAt, purgeAt } of batch.opened) {
    const reference = first + references.size;
    statements.openConversation.run(conversation, reference, openedAt, purgeAt, chainStart(conversation));
    references.set(conversation, `C-${reference}`);
  }
  if (references.size > 0) writeMeta(database, 'next-reference', String(first + references.size));
  for (const append of batch.appended) writeAppend(parts, append);
  if (addresses !== null) deferred.writeAddresses(addresses);
  phrases.write(batch.phrases);
  for (const { conversation, officerRead = 0, citizenRead = 0 } of batch.reads) {
    statements.markRead.run(officerRead, citizenRead, conversation);
  }
  for (const conversation of batch.revoked) statements.revoke.run(conversation);
  counters.count(batch);
  uses.count(batch.uses);
  for (const { digest, conversation, at } of batch.sessions) statements.grant.run(digest, conversation, at);
  return { references };
}

/** When an entry closes its conversation; null when it opens it again (rule W5), undefined when it does neither. */
function closesAt({ at, body }: Entry): Time | null | undefined {
  if (body.kind === 'closure') return at;
  return body.kind === 'email-outcome' && body.outcome === 'returned' ? null : undefined;
}

function writeAppend({ statements, keys, deferred, phrases }: WritingParts, append: Append): void {
  const { conversation } = append;
  const tail = statements.tail.get(conversation);
  const key = keys.get(conversation);
  if (tail === undefined || key === null) throw new StoreConflict(`${conversation} is not in the store`);
  if (tail.last_seq !== append.after) {
    throw new StoreConflict(`${conversation} has ${tail.last_seq} entries, not ${append.after}`);
  }
  let hash = tail.last_hash;
  let seq = append.after;
  for (const added of append.entries) {
    const { entry } = added;
    seq += 1;
    if (entry.seq !== seq || entry.conversation !== conversation) {
      throw new StoreConflict(`entry ${entry.seq} cannot be number ${seq} of ${conversation}`);
    }
    const sealed = sealEntry(key, added);
    hash = chainNext(hash, { conversation, seq, id: entry.id, at: entry.at, sealed });
    statements.addEntry.run(tail.reference, seq, entry.id, entry.at, sealed, hash);
    const closing = closesAt(entry);
    if (closing !== undefined) statements.close.run(closing, tail.reference);
    deferred.writeEntry(tail.reference, entry);
    phrases.writeEntry(tail.reference, entry);
  }
  statements.setTail.run(seq, hash, tail.reference);
}
