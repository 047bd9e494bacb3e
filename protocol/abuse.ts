import * as z from 'zod/mini';
import { Id, Reference, Time } from './ids.ts';
import { OfficerFace } from './officer.ts';

/** What a block keeps out: whoever holds the conversation's cookie, or the network address it came from. */
export const BlockTarget = z.enum(['session', 'address']);
export type BlockTarget = z.infer<typeof BlockTarget>;

/** Why, in the words of the terms of use (article 7). A list and not a sentence: it goes into the audit. */
export const ABUSE_REASONS = ['insults', 'threats', 'repetition', 'attack'] as const;
export const AbuseReason = z.enum(ABUSE_REASONS);
export type AbuseReason = z.infer<typeof AbuseReason>;

/** For how long, in hours: never for good. */
export const BLOCK_HOURS = [1, 24, 168] as const;
export const BlockHours = z.literal(BLOCK_HOURS);
export type BlockHours = z.infer<typeof BlockHours>;

/** Why a supervisor lifts a block before its end. A list as well: it goes into the audit. */
export const LIFT_REASONS = ['mistake', 'settled', 'others-affected'] as const;
export const LiftReason = z.enum(LIFT_REASONS);
export type LiftReason = z.infer<typeof LiftReason>;

/** Blocks in force at once: beyond it something else is wrong, and the network is the place to mend it. */
export const MOST_BLOCKS = 500;

/**
 * One block in force, as supervisors see it (rule V8): named by the conversation that brought it about, never by an
 * address. `by` is null where the account is gone.
 */
export const ShownBlock = z.strictObject({
  block: Id,
  conversation: Id,
  reference: Reference,
  what: BlockTarget,
  reason: AbuseReason,
  by: z.nullable(OfficerFace),
  at: Time,
  until: Time,
});
export type ShownBlock = z.infer<typeof ShownBlock>;
export const ShownBlocks = z.array(ShownBlock).check(z.maxLength(MOST_BLOCKS));

/** The canned response that warns: prepared, so that nobody words it in anger. */
export const WARNING_RESPONSE = 'avertissement-abus';
