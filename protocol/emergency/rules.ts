import { EVENTS } from './rules-events.ts';
import { PEOPLE } from './rules-people.ts';

/**
 * The rules, by name; patterns are parted by `;` or a new line. A pattern is a set of things that must all stand
 * close together in one sentence, in any order: the order of signed languages, and of panic, is not that of
 * French or English.
 *
 * `CAPITALS` name a family of words.ts; `frap-` is any word that begins so; `a|b` is either; `a_b` is those words
 * in that order. A number before a pattern is how close (how many words apart, 5 unless told); `0` is "the
 * sentence says nothing else". A verb of the past ("m'a frappé") counts only when something says that it is not
 * over, except after `<`: grave by itself, unless another day is spoken of. `?` is for English, where the past
 * looks like the present: only when not over. `!` carries its own denial ("ne respire plus").
 *
 * Prefer a word in a family to a pattern, and a pattern of families to one of words: what is general finds what
 * nobody thought of. Judge every change with `node bench/emergency/evaluate.ts`.
 */
export const RULES: Readonly<Record<string, string>> = { ...PEOPLE, ...EVENTS };
