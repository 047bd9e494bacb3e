/** Whether a sentence says that what it speaks of is not so. */
import type { Known, Match } from './pattern.ts';

/** French denies what stands before: "ne me frappe pas", "respire plus". */
const DENIES_BEFORE = new Set(['pas', 'jamais', 'non', 'point']);
/** "Ne me frappe plus" denies; "ne bouge plus" does not. */
const NO_LONGER = /^(frap|tap|cogn|bat|suit|suiv|menac|harcel|hit)/;
/** "Respire pas bien", "frappe plus fort" deny nothing. */
const NO_DENIAL = new Set(['mal', 'bien', 'fort', 'que', 'en', 'longtemps']);
/** And most of them what comes after: "pas de feu", "no fire", "not hitting". */
const DENIES_AFTER = new Set([
  'pas',
  'jamais',
  'not',
  'never',
  'no',
  'non',
  'aucun',
  'aucune',
  'sans',
  'without',
  'ni',
  'nor',
  'nobody',
  'personne',
]);
/** Before or after these, a denial is another matter: "n'arrête pas de", "can't", "je ne sais pas". */
const ELSEWHERE = new Set([
  'arete',
  'areter',
  'aretent',
  'stop',
  'cese',
  'keep',
  'can',
  'could',
  'peux',
  'peut',
  'sais',
  'know',
  'arive',
  'only',
  'seulement',
  'juste',
  'comprends',
]);
/** "Personne ne me suit"; but "personne couteau" is a person. */
const AFTER_NOBODY = new Set(['ne', 'n', 'me', 'm', 'est', 'a', 'nous', 'la']);
const FOOTSTEPS = new Set(['des', 'au', 'les']);
const SUBJECTS = new Set(['il', 'ils', 'ele', 'eles', 'he', 'she', 'they', 'je', 'j', 'i', 'on']);

/** Whether the denial standing at `at` is of something a match means. */
function deniesIt(words: readonly Known[], at: number, isMeant: (at: number) => boolean): boolean {
  const word = words[at]?.word ?? '';
  // "des pas" are footsteps, "au pas" is slowly.
  if (FOOTSTEPS.has(words[at - 1]?.word ?? '')) return false;
  if ([at - 1, at + 1, at + 2].some((near) => ELSEWHERE.has(words[near]?.word ?? ''))) return false;
  if (DENIES_BEFORE.has(word) && isMeant(at - 1) && !NO_DENIAL.has(words[at + 1]?.word ?? '')) return true;
  if (
    word === 'plus' &&
    NO_LONGER.test(words[at - 1]?.word ?? '') &&
    !NO_DENIAL.has(words[at + 1]?.word ?? '')
  ) {
    return true;
  }
  if (!DENIES_AFTER.has(word) || (word === 'personne' && !AFTER_NOBODY.has(words[at + 1]?.word ?? '')))
    return false;
  const next = (word === 'no' ? [at + 1, at + 2] : [at + 1, at + 2, at + 3]).find(
    (near) => isMeant(near) && words[near]?.filler !== true,
  );
  return next !== undefined && !SUBJECTS.has(words[next]?.word ?? '');
}

/** Whether something a match means is denied: "ne me frappe pas", "no fire", "personne ne me suit". */
export function denied(words: readonly Known[], { start, end, meant }: Match): boolean {
  const clause = words[start]?.clause;
  const isMeant = (at: number) => meant.includes(at) && words[at]?.clause === clause;
  for (let at = Math.max(0, start - 3); at <= end; at += 1) {
    if (meant.includes(at) || words[at]?.clause !== clause) continue;
    if (deniesIt(words, at, isMeant)) return true;
  }
  return false;
}
