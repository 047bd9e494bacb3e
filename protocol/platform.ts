import * as z from 'zod/mini';

/** What a platform is for; emergencies are numbers to call, never links to wait for. */
export const PLATFORM_KINDS = ['emergency', 'reporting', 'victim', 'cyber', 'road', 'info', 'other'] as const;
export const PlatformKind = z.enum(PLATFORM_KINDS);
export type PlatformKind = z.infer<typeof PlatformKind>;

export const PlatformId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));
export type PlatformId = z.infer<typeof PlatformId>;

/** Only these reach a citizen as a link: a web page under TLS, as the catalogue holds it. */
const HttpsUrl = z.url({ protocol: /^https$/ }).check(z.maxLength(500));

/**
 * One official place to redirect to. `unverified` ones are shown to supervisors as "to be checked".
 * A redirection entry carries a whole copy of it, so that a journal says what the citizen was shown
 * even after the catalogue changed.
 */
export const Platform = z.strictObject({
  id: PlatformId,
  kind: PlatformKind,
  nameFr: z.string().check(z.minLength(1), z.maxLength(120)),
  nameEn: z.string().check(z.minLength(1), z.maxLength(120)),
  url: z.nullable(HttpsUrl),
  /** As people read it: "17", "114 (SMS)", "0 805 805 817". */
  phone: z.nullable(z.string().check(z.maxLength(40))),
  purposeFr: z.string().check(z.maxLength(400)),
  purposeEn: z.string().check(z.maxLength(400)),
  /** French only, as its source gives it. */
  audience: z.string().check(z.maxLength(300)),
  /** French only, as its source gives it. */
  hours: z.string().check(z.maxLength(300)),
  source: z.string().check(z.maxLength(500)),
  checked: z.enum(['sourced', 'unverified']),
  /** Everyday words people use for its subject ("arnaque", "vol de vélo", "bike theft"): for search, never shown. */
  keywords: z.optional(z.array(z.string().check(z.minLength(2), z.maxLength(40))).check(z.maxLength(40))),
});
export type Platform = z.infer<typeof Platform>;

/** A platform as a redirection shows and keeps it: search words serve the picker, and stay in the catalogue. */
export function platformCard({ keywords: _, ...card }: Platform): Platform {
  return card;
}
