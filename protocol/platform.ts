import * as z from 'zod/mini';
import type { Language } from './language.ts';

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
  /** In French, as its source gives it. */
  audience: z.string().check(z.maxLength(300)),
  /** Absent from what older versions stored: then the French is shown, and said to be French. */
  audienceEn: z.optional(z.string().check(z.maxLength(300))),
  /** In French, as its source gives it. */
  hours: z.string().check(z.maxLength(300)),
  hoursEn: z.optional(z.string().check(z.maxLength(300))),
  source: z.string().check(z.maxLength(500)),
  checked: z.enum(['sourced', 'unverified']),
  /** Everyday words people use for its subject ("arnaque", "vol de vélo", "bike theft"): for search, never shown. */
  keywords: z.optional(z.array(z.string().check(z.minLength(2), z.maxLength(40))).check(z.maxLength(40))),
  /** Where to send people instead while its link is dead or altered. */
  fallback: z.optional(PlatformId),
  /** Other hosts its link may rightly lead to, such as that of a common sign-in. */
  alsoAt: z.optional(z.array(z.string().check(z.regex(/^[a-z0-9.-]{3,253}$/))).check(z.maxLength(10))),
});
export type Platform = z.infer<typeof Platform>;

/** A platform as a redirection shows and keeps it: what serves the picker stays in the catalogue. */
export function platformCard({ keywords: _, fallback: __, alsoAt: ___, ...card }: Platform): Platform {
  return card;
}

/** A text of a platform and the language it is in, which is not always the one asked for. */
export type Told = { readonly text: string; readonly language: Language };

function told(french: string, english: string | undefined, language: Language): Told {
  if (language === 'en' && english !== undefined && english !== '') return { text: english, language: 'en' };
  return { text: french, language: 'fr' };
}

/** Whom a platform is for; in French where there is no translation. Empty when the catalogue does not say. */
export function platformAudience(platform: Platform, language: Language): Told {
  return told(platform.audience, platform.audienceEn, language);
}

/** When a platform answers; in French where there is no translation. Empty when the catalogue does not say. */
export function platformHours(platform: Platform, language: Language): Told {
  return told(platform.hours, platform.hoursEn, language);
}
