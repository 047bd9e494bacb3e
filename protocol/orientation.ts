import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';

/** An end, or a question, of the guided orientation: its name in an address too. */
export const OrientationId = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(40));
export type OrientationId = z.infer<typeof OrientationId>;

/** What was chosen, from the first tap to the last, in the words of the choices. */
export const OrientationPath = z
  .array(z.string().check(z.minLength(1), z.maxLength(LIMITS.subjectCharacters)))
  .check(z.minLength(1), z.maxLength(4));
export type OrientationPath = z.infer<typeof OrientationPath>;
