import * as z from 'zod/mini';

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

/** The canned response that warns: prepared, so that nobody words it in anger. */
export const WARNING_RESPONSE = 'avertissement-abus';
