import { createHash, randomBytes } from 'node:crypto';

/** A new citizen cookie's value: 256 random bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored instead of a token. The token is random and long, so that a plain digest tells nothing. */
export function sessionDigest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
