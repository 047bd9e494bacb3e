import * as z from 'zod/mini';
import type { Content } from './desk-channel.ts';
import { Time } from './ids.ts';
import { type Platform, PlatformId, platformCard } from './platform.ts';

/**
 * How a catalogue link stood when the relay last asked for it. `altered`: it answers, but not as the place
 * that the catalogue names. `uncertain`: no answer to judge by; it may be a bad hour.
 */
export const LINK_STATES = ['ok', 'altered', 'dead', 'uncertain'] as const;
export const LinkState = z.enum(LINK_STATES);
export type LinkState = z.infer<typeof LinkState>;

/** What made the state, when it is not `ok`. */
export const LINK_REASONS = [
  /** An HTTP status that is not a success. */
  'status',
  /** Redirected to a domain that the catalogue does not expect. */
  'domain',
  /** Redirected to an address without TLS. */
  'insecure',
  /** A certificate that is expired, of another name, or of nobody known. */
  'certificate',
  /** Redirected in a circle, or too many times. */
  'redirects',
  /** The name is not known to the DNS. */
  'name',
  /** An address that is not a public one. */
  'address',
  /** The page of a domain that nobody uses any more: for sale, or expired. */
  'parked',
  'timeout',
  'unreachable',
] as const;
export const LinkReason = z.enum(LINK_REASONS);
export type LinkReason = z.infer<typeof LinkReason>;

export const LinkHealth = z.strictObject({
  platform: PlatformId,
  state: LinkState,
  reason: z.nullable(LinkReason),
  /** The last HTTP status, when there was one. */
  status: z.nullable(z.int().check(z.minimum(100), z.maximum(599))),
  /** When the relay last asked, by its clock. */
  checkedAt: Time,
});
export type LinkHealth = z.infer<typeof LinkHealth>;

type Known = Pick<Content, 'platforms' | 'health'>;

/** What is known of a platform's link; null when it was never checked, or there is none. */
export function healthOf(content: Known, platform: string): LinkHealth | null {
  return content.health?.find((health) => health.platform === platform) ?? null;
}

function isBad(health: LinkHealth | null): boolean {
  return health?.state === 'dead' || health?.state === 'altered';
}

/** Those whose number helps somebody in danger: a number does not die with a web page. */
function standsByItsNumber({ kind, phone }: Platform): boolean {
  return phone !== null && (kind === 'emergency' || kind === 'victim');
}

/** Whether a platform may not be sent, because its link is dead or leads elsewhere (rule K1). */
export function isBlocked(content: Known, platform: Platform): boolean {
  return isBad(healthOf(content, platform.id)) && !standsByItsNumber(platform);
}

/** The card to send: without its link where that is dead or altered and the number stands by itself (rule K1). */
export function sendableCard(content: Known, platform: Platform): Platform {
  const card = platformCard(platform);
  return isBad(healthOf(content, platform.id)) ? { ...card, url: null } : card;
}

/**
 * Where to send people instead of a blocked platform: the first of its declared fallbacks, and of theirs, that
 * may be sent. Null when there is none.
 */
export function fallbackFor(content: Known, platform: Platform): Platform | null {
  const seen = new Set([platform.id]);
  let { fallback } = platform;
  while (fallback !== undefined && !seen.has(fallback)) {
    seen.add(fallback);
    const id = fallback;
    const next = content.platforms.find((other) => other.id === id);
    if (next === undefined) return null;
    if (!isBlocked(content, next)) return next;
    fallback = next.fallback;
  }
  return null;
}
