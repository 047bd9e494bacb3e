import * as z from 'zod/mini';
import { ServiceInfo } from '../../../protocol/http.ts';
import { CitizenLanguage } from '../../../protocol/language.ts';
import { OrientationId } from '../../../protocol/orientation.ts';

/** What the relay wrote into the page itself: the service's state, and the language it chose. */
export const EmbeddedService = z.strictObject({
  ...ServiceInfo.shape,
  language: CitizenLanguage,
  /** The cookie's conversation is one whose citizen cannot write freely. */
  silent: z.optional(z.literal(true)),
  /** Whether the cookie's conversation goes on: what the page would have to ask first, a round trip later. */
  current: z.optional(z.boolean()),
  /** The guided orientation led here: where it ended, and what was chosen. */
  orientation: z.optional(z.strictObject({ id: OrientationId, path: z.array(z.string()) })),
});
export type EmbeddedService = z.infer<typeof EmbeddedService>;

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** What the page keeps in the browser, for the session. */
export const Saved = z.strictObject({ language: z.optional(CitizenLanguage), theme: z.optional(Theme) });
export type Saved = z.infer<typeof Saved>;
