import * as z from 'zod/mini';

/** Interface languages, the reference language first (terms of use, article 16). */
export const LANGUAGES = ['fr', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;
