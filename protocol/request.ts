import * as z from 'zod/mini';
import { Reference } from './ids.ts';
import { LIMITS } from './limits.ts';

/** The rights over personal data (terms of use, article 6; GDPR, articles 15 to 21). */
export const RIGHTS = ['access', 'rectification', 'limitation', 'erasure', 'opposition'] as const;
export const Right = z.enum(RIGHTS);
export type Right = z.infer<typeof Right>;

export const REQUEST_KINDS = ['malfunction', 'rights'] as const;
export const RequestKind = z.enum(REQUEST_KINDS);
export type RequestKind = z.infer<typeof RequestKind>;

/** Where something did not work, in the person's words. */
export const Place = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.placeCharacters));

/**
 * What a form of the site asks for. It stands in `opened`: from its first entry on, a journal that begins so is
 * nobody's conversation and waits in no queue (rule D6, docs/decisions/0044).
 */
export const RequestForm = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('malfunction'), place: z.nullable(Place) }),
  /** `concerns`: the conversation that the person names. A claim, not a proof. */
  z.strictObject({ about: z.literal('rights'), right: Right, concerns: z.nullable(Reference) }),
]);
export type RequestForm = z.infer<typeof RequestForm>;
