/**
 * Who still has to be told that a conversation was erased on request. What its time ends by itself needs no
 * notice: every desk destroys that by its own clock, off line too.
 */
import type { Id, Time } from '../../protocol/ids.ts';

export type ErasureNotice = {
  readonly conversation: Id;
  readonly officer: Id;
  readonly erasedAt: Time;
  /** When every desk will have destroyed its copy by itself; the notice goes then. */
  readonly until: Time;
  /** False: they could have read it, and nothing in the journal shows that they did more. */
  readonly tookPart: boolean;
  /** When a desk of theirs first said that its copy is destroyed. */
  readonly confirmedAt: Time | null;
};

/** Every method may reject with the store's errors. */
export interface Erasures {
  add(notices: readonly Omit<ErasureNotice, 'confirmedAt'>[]): Promise<void>;
  /**
   * What to tell a desk of this officer, each time it connects: confirmed ones too, because another
   * workstation of theirs may still hold a copy.
   */
  pending(officer: Id, now: Time): Promise<readonly Id[]>;
  confirm(officer: Id, conversations: readonly Id[], at: Time): Promise<void>;
  /** All notices, or those of one conversation; latest erasure first. */
  list(conversation: Id | null): Promise<readonly ErasureNotice[]>;
  /** Removes those whose time is over. */
  forget(now: Time): Promise<void>;
}
