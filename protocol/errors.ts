import * as z from 'zod/mini';

/**
 * Why the relay refused one request. A refusal is an answer: it names the request's id and harms nothing
 * else on the connection. `retry` tells a sender's outbox whether to keep the request.
 */
export const REFUSALS = {
  malformed: { retry: false },
  'out-of-order': { retry: false },
  'too-large': { retry: false },
  'rate-limited': { retry: true },
  'not-signed-in': { retry: false },
  'sign-in-failed': { retry: false },
  'locked-out': { retry: true },
  forbidden: { retry: false },
  'not-found': { retry: false },
  'id-reused': { retry: false },
  'conversation-closed': { retry: false },
  'conversation-full': { retry: false },
  'already-taken': { retry: false },
  'not-holder': { retry: false },
  'wrong-state': { retry: false },
  'queue-empty': { retry: false },
  'at-capacity': { retry: false },
  'not-available': { retry: false },
  'for-group': { retry: false },
  'name-taken': { retry: false },
  'subject-missing': { retry: false },
  'reason-missing': { retry: false },
  'emergency-unacknowledged': { retry: false },
  'unknown-platform': { retry: false },
  'link-blocked': { retry: false },
  'unknown-station': { retry: false },
  'terms-outdated': { retry: false },
  'chat-closed': { retry: false },
  'mail-unavailable': { retry: false },
  'mail-pending': { retry: false },
  'address-gone': { retry: false },
  'return-refused': { retry: false },
  /** Kept out for a time because of abuse. */
  blocked: { retry: false },
  /** The relay does not know from where a conversation was written. */
  'origin-unknown': { retry: false },
  'storage-unavailable': { retry: true },
  'shutting-down': { retry: true },
} as const satisfies Record<string, { retry: boolean }>;

export type RefusalCode = keyof typeof REFUSALS;
export const RefusalCode = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]);

/** True when sending the very same request again may succeed: an outbox keeps it. */
export function isRetryable(code: RefusalCode): boolean {
  return REFUSALS[code].retry;
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
