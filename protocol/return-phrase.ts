import * as z from 'zod/mini';
import { Reference } from './ids.ts';
import { foldWord } from './words.ts';

/** Letters and digits a phrase must have, however it is spelled; and how many different ones. */
export const PHRASE_MINIMUM = 8;
const DIFFERENT = 4;
const LONGEST = 120;

/** One spelling for a phrase: lower case, without accents, spaces and punctuation. */
export function foldPhrase(phrase: string): string {
  return phrase
    .slice(0, LONGEST)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(foldWord)
    .join('');
}

/** Whether a phrase is long and varied enough to be chosen. */
export function isUsablePhrase(phrase: string): boolean {
  const folded = foldPhrase(phrase);
  return phrase.length <= LONGEST && folded.length >= PHRASE_MINIMUM && new Set(folded).size >= DIFFERENT;
}

/** A phrase as it is typed: whether it is usable is judged apart. */
export const TypedPhrase = z.string().check(z.minLength(1), z.maxLength(LONGEST));

/**
 * `POST /api/conversation/return`: reference and phrase, for the cookie of a conversation that was left in a
 * hurry. 201 with `Opened` and a new cookie; 409 `conversation-closed` when the phrase is right and the
 * conversation over; 403 `return-refused` for everything else, whatever it is (rule S4).
 */
export const ReturnToConversation = z.strictObject({ reference: Reference, phrase: TypedPhrase });
export type ReturnToConversation = z.infer<typeof ReturnToConversation>;

/** A reference as people type it: "C-1001", "c 1001", "1001"; null when it is none. */
export function readReference(typed: string): Reference | null {
  const digits = /^c?[\s–-]*([1-9][0-9]{0,9})$/i.exec(typed.trim())?.[1];
  return digits === undefined ? null : `C-${digits}`;
}
