import { createHash, randomBytes } from 'node:crypto';
import { SessionToken } from '../../protocol/http.ts';

/** 32 random bytes as base64url, 43 characters: `SessionToken` of the protocol. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token or a login. A token has 256 random bits: no salt, no slow hash needed. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function isToken(text: string): boolean {
  return SessionToken.safeParse(text).success;
}
