import * as z from 'zod/mini';

/** Refusals after which sending the very same request again may succeed. */
export const PASSING = ['rate-limited', 'locked-out', 'storage-unavailable', 'shutting-down'] as const;

/** Refusals of a request that will be refused again, whenever it is sent. */
export const FINAL = [
  'malformed',
  'out-of-order',
  'too-large',
  'not-signed-in',
  'sign-in-failed',
  'forbidden',
  'not-found',
  'id-reused',
  'conversation-closed',
  'conversation-full',
  'already-taken',
  'not-holder',
  'wrong-state',
  'queue-empty',
  'at-capacity',
  'not-available',
  'for-group',
  'name-taken',
  'subject-missing',
  'reason-missing',
  'emergency-unacknowledged',
  'unknown-platform',
  'link-blocked',
  'unknown-station',
  'terms-outdated',
  'chat-closed',
  'mail-unavailable',
  'mail-pending',
  'address-gone',
  'return-refused',
  /** Kept out for a time because of abuse. */
  'blocked',
  /** The relay does not know from where a conversation was written. */
  'origin-unknown',
] as const;

/**
 * Why the relay refused one request. A refusal is an answer: it names the request's id and harms nothing else on the
 * connection.
 */
export const RefusalCode = z.enum([...PASSING, ...FINAL]);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** True when sending the very same request again may succeed: an outbox keeps it. */
export function isRetryable(code: RefusalCode): boolean {
  return (PASSING as readonly string[]).includes(code);
}

/**
 * WebSocket close codes (RFC 6455, 7.4.2: 4000–4999 are the application's). `comeBack` tells a client
 * whether to reconnect by itself.
 */
export const CLOSES = {
  malformed: { code: 4000, comeBack: false },
  'version-unsupported': { code: 4001, comeBack: false },
  'not-signed-in': { code: 4002, comeBack: false },
  'too-slow': { code: 4003, comeBack: true },
  'hello-expected': { code: 4004, comeBack: true },
  'rate-limited': { code: 4005, comeBack: true },
  replaced: { code: 4006, comeBack: false },
  'conversation-gone': { code: 4007, comeBack: false },
  'silent-too-long': { code: 4008, comeBack: true },
  'come-back': { code: 4009, comeBack: true },
  'internal-error': { code: 4010, comeBack: true },
} as const satisfies Record<string, { code: number; comeBack: boolean }>;

export type CloseReason = keyof typeof CLOSES;

/** The reason behind a close code, or null for a code that is not ours (a cut wire, a proxy). */
export function closeReason(code: number): CloseReason | null {
  for (const [reason, close] of Object.entries(CLOSES)) {
    if (close.code === code) return reason as CloseReason;
  }
  return null;
}

/** Whether a client reconnects after this close. A cut wire or a too large frame's 1009: see rule C3. */
export function shouldComeBack(code: number): boolean {
  const reason = closeReason(code);
  if (reason !== null) return CLOSES[reason].comeBack;
  return code !== 1009;
}
