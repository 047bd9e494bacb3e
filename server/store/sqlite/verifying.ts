import type { KeyObject } from 'node:crypto';
import type { Id } from '../../../protocol/ids.ts';
import type { Verification } from '../store.ts';
import type { DataKeys } from './data-keys.ts';
import { chainNext, chainStart, type EntryRow, openEntry } from './sealing.ts';
import type { Statements } from './statements.ts';

/** Follows a journal's chain from its first link: every place, every hash, every ciphertext, and its end. */
export function verifyJournal(statements: Statements, keys: DataKeys, conversation: Id): Verification {
  const tail = statements.tail.get(conversation);
  const key = keys.get(conversation);
  if (tail === undefined || key === null) return { kind: 'unknown' };
  let hash = chainStart(conversation);
  let seq = 0;
  for (const row of statements.range.iterate(conversation, 0, Number.MAX_SAFE_INTEGER, -1)) {
    seq += 1;
    if (row.seq !== seq) return { kind: 'broken', seq, why: 'gap' };
    hash = chainNext(hash, row);
    if (!hash.equals(row.hash)) return { kind: 'broken', seq, why: 'hash' };
    if (!opens(key, row)) return { kind: 'broken', seq, why: 'unreadable' };
  }
  if (tail.last_seq !== seq || !hash.equals(tail.last_hash)) return { kind: 'broken', seq, why: 'end' };
  return { kind: 'intact', entries: seq, head: hash.toString('hex') };
}

function opens(key: KeyObject, row: EntryRow): boolean {
  try {
    openEntry(key, row);
    return true;
  } catch {
    return false;
  }
}
