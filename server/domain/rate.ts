/** A token bucket: `burst` acts at once, then `perSecond` on average (rule B3). */
export type Rate = { readonly burst: number; readonly perSecond: number };

/** What is left, and when that was true. Two numbers, so that thousands of them cost little. */
export type Bucket = { readonly tokens: number; readonly at: number };

export function fullBucket(rate: Rate, now: number): Bucket {
  return { tokens: rate.burst, at: now };
}

/**
 * Takes one token at `now` (milliseconds). A clock set back refills nothing and takes nothing away.
 * `retryAfter` is in milliseconds, 0 when the act is allowed.
 */
export function takeToken(
  rate: Rate,
  bucket: Bucket,
  now: number,
): { readonly allowed: boolean; readonly bucket: Bucket; readonly retryAfter: number } {
  const elapsed = Math.max(0, now - bucket.at);
  const tokens = Math.min(rate.burst, bucket.tokens + (elapsed / 1000) * rate.perSecond);
  if (tokens >= 1) return { allowed: true, bucket: { tokens: tokens - 1, at: now }, retryAfter: 0 };
  const retryAfter = Math.ceil(((1 - tokens) / rate.perSecond) * 1000);
  return { allowed: false, bucket: { tokens, at: now }, retryAfter };
}
