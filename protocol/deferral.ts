import * as z from 'zod/mini';
import { Id, Time } from './ids.ts';
import { LIMITS } from './limits.ts';

/**
 * An e-mail address as the deferred answer takes it: one plain address in ASCII (RFC 5321, 4.5.3.1), without
 * quotes, comments or brackets, under a domain with a dot. Narrower than the standard on purpose: what it
 * refuses, the person is asked to write otherwise, and nothing of it can end or begin a header.
 */
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;
const LOCAL_PART = 64;

function isAddress(text: string): boolean {
  return text.length <= LIMITS.addressCharacters && ADDRESS.test(text) && text.lastIndexOf('@') <= LOCAL_PART;
}

export const EmailAddress = z.string().check(z.refine(isAddress));
export type EmailAddress = z.infer<typeof EmailAddress>;

/** An address as it was typed, without the spaces around it; null when it cannot be one. */
export function readAddress(typed: string): EmailAddress | null {
  const address = typed.trim();
  return isAddress(address) ? address : null;
}

/**
 * What became of an answer by e-mail. `accepted`: a mail server took it. `bounced`: a server says that this
 * mailbox takes no mail. `failed`: refused for good for another reason. `abandoned`: tried for as long as we try.
 * `returned`: a mail server had taken it, and said later that it did not arrive (rule W5).
 */
export const MAIL_OUTCOMES = ['accepted', 'bounced', 'failed', 'abandoned', 'returned'] as const;
export const MailOutcome = z.enum(MAIL_OUTCOMES);
export type MailOutcome = z.infer<typeof MailOutcome>;

/** Why, in our own words: what a server says may repeat the address, and is never kept. */
export const MAIL_REASONS = [
  'mailbox',
  'mailbox-full',
  'policy',
  'sender',
  'too-large',
  'unreachable',
  'sign-in',
  'encryption',
  'busy',
  'no-answer',
  'address-gone',
  'other',
] as const;
export const MailReason = z.enum(MAIL_REASONS);
export type MailReason = z.infer<typeof MailReason>;

/** Where a deferred answer stands: part of a conversation's state, and of its head. */
export const Deferral = z.strictObject({
  askedAt: Time,
  /** The address is still kept: an answer can go out. It is used once, then it is destroyed. */
  address: z.boolean(),
  /** The latest answer; null while nobody wrote one. */
  mail: z.nullable(
    z.strictObject({
      email: Id,
      at: Time,
      /** Who wrote it: told when it comes back. Absent in what older relays told. */
      by: z.optional(Id),
      state: z.enum(['queued', ...MAIL_OUTCOMES]),
      reason: z.nullable(MailReason),
    }),
  ),
});
export type Deferral = z.infer<typeof Deferral>;
