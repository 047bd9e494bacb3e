import { type Epoch, type Id, newId, type Time } from '../../../protocol/ids.ts';
import { MAX_RETENTION_MONTHS, purgeTime } from '../../../protocol/retention.ts';
import { StoreCorrupt } from '../errors.ts';
import type { DataKeys } from './data-keys.ts';
import type { SqliteDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { ORPHANS_KEPT } from './purging.ts';

/** The first reference is C-1001: short enough to say, never mistaken for a count. */
const FIRST_REFERENCE = 1001;

export function nextReference(journal: SqliteDatabase): number {
  return Number(readMeta(journal, 'next-reference') ?? FIRST_REFERENCE);
}

/**
 * Makes sure that the two files belong together, and names this life of the store. The epoch changes when the
 * journal was restored from a copy: both files count their openings, and the key file knows how far the
 * references had gone. A needless change only makes readers read again.
 */
export function settleIdentity(journal: SqliteDatabase, keyFile: SqliteDatabase, keys: DataKeys): Epoch {
  pair(journal, keyFile, keys);
  // Keys are written before the journal: a key file that is behind it was restored from an older copy.
  const keysReached = Math.max(FIRST_REFERENCE, Number(readMeta(keyFile, 'next-reference') ?? 0));
  if (nextReference(journal) > keysReached) writeMeta(journal, ORPHANS_KEPT, 'yes');
  const opens = Number(readMeta(journal, 'opens') ?? 0);
  const known = readMeta(journal, 'epoch');
  const sameLife =
    opens === Number(readMeta(keyFile, 'opens') ?? 0) &&
    nextReference(journal) >= Number(readMeta(keyFile, 'next-reference') ?? 0);
  const epoch = known !== null && sameLife ? known : newId();
  writeMeta(keyFile, 'opens', String(opens + 1));
  journal
    .transaction(() => {
      writeMeta(journal, 'opens', String(opens + 1));
      writeMeta(journal, 'epoch', epoch);
      // References given before the restoration may have been said aloud: they are not given twice.
      const reached = Math.max(nextReference(journal), Number(readMeta(keyFile, 'next-reference') ?? 0));
      writeMeta(journal, 'next-reference', String(reached));
    })
    .immediate();
  return epoch;
}

function pair(journal: SqliteDatabase, keyFile: SqliteDatabase, keys: DataKeys): void {
  const ofJournal = readMeta(journal, 'store');
  const ofKeys = readMeta(keyFile, 'store');
  if (ofJournal !== null && ofJournal === ofKeys) return;
  const conversations = journal.prepare<[], number>('SELECT count(*) FROM conversations').pluck().get() ?? 0;
  // Never guess here: with the wrong key file every journal would look purged.
  if (ofKeys !== null && keys.count() > 0) {
    throw new StoreCorrupt('the key file belongs to another journal, or the journal is missing');
  }
  if (ofJournal !== null && conversations > 0) {
    throw new StoreCorrupt('the key file is missing, or belongs to another journal');
  }
  const store = ofJournal ?? ofKeys ?? newId();
  writeMeta(keyFile, 'store', store);
  writeMeta(journal, 'store', store);
}

/** Keys of before due times were written get their conversation's; one without a conversation, the longest. */
export function settleDueTimes(journal: SqliteDatabase, keyFile: SqliteDatabase): void {
  const without = keyFile
    .prepare<[], Id>('SELECT conversation FROM data_keys WHERE purge_at = 0')
    .pluck()
    .all();
  if (without.length === 0) return;
  const due = journal
    .prepare<[Id], Time>('SELECT purge_at FROM conversations WHERE conversation = ?')
    .pluck();
  const longest = purgeTime(Date.now(), MAX_RETENTION_MONTHS);
  const set = keyFile.prepare<[Time, Id]>('UPDATE data_keys SET purge_at = ? WHERE conversation = ?');
  keyFile
    .transaction(() => {
      for (const conversation of without) set.run(due.get(conversation) ?? longest, conversation);
    })
    .immediate();
}
