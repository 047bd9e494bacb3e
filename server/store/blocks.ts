import type { AbuseReason, BlockTarget, LiftReason, ShownBlock } from '../../protocol/abuse.ts';
import type { Id, Time } from '../../protocol/ids.ts';

export type Block = {
  /** The id of the command that made it, and of its entry. */
  readonly block: Id;
  readonly what: BlockTarget;
  readonly conversation: Id;
  readonly officer: Id;
  readonly reason: AbuseReason;
  readonly at: Time;
  readonly until: Time;
};

/** Who is kept out for a time. No address is kept: its HMAC is, under the conversation's own key. */
export interface BlockPort {
  /** With its row in the audit. False when too many are in force. */
  add(block: Block, address: string | null): Promise<boolean>;
  /** Whether this very block is there, but for the hour it was asked at, or another one under its id; null for neither. */
  known(block: Block): Promise<'there' | 'another' | null>;
  /** It was refused after all, and the audit, which has it, says so. */
  drop(block: Id, at: Time): Promise<void>;
  /** Until when this cookie's conversation, or this address, opens nothing; null when nothing stands in the way. */
  until(conversation: Id | null, address: string, now: Time): Promise<Time | null>;
  /** Those in force, the last first. */
  list(now: Time): Promise<readonly ShownBlock[]>;
  /** Forgets those that have ended. */
  expire(now: Time): Promise<void>;
  /** Lifts all that a conversation brought about, with a row in the audit. Answers how many. */
  lift(conversation: Id, actor: string, at: Time, reason: LiftReason | null): Promise<number>;
}
