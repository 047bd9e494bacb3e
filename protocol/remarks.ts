import type { Platform } from './platform.ts';

/** What citizens read of a platform in whole sentences. */
const READ = ['purposeFr', 'purposeEn', 'audience', 'audienceEn', 'hours', 'hoursEn'] as const;
export type ReadField = (typeof READ)[number];

const REMARK = 'à (?:re)?vérifier|à confirmer|to be (?:re-?)?checked|to be confirmed';
/** In brackets, whatever else they hold: "(2021, à revérifier)", "(tarif à vérifier)". */
const ASIDE = new RegExp(String.raw`\s*\((?:[^()]*[\s,;])?(?:${REMARK})\)`, 'giu');
/** At the end after a pause, or all that is said: "Heures ouvrées, à revérifier". */
const LAST = new RegExp(String.raw`(?:^|[,;.–])\s*(?:${REMARK})\s*\.?$`, 'iu');

function cleaned(text: string): string {
  return text.replaceAll(ASIDE, '').trim().replace(LAST, '').trim();
}

/**
 * The fields in which a platform carries a remark of those who keep the catalogue, such as "to be checked": that is a state
 * of the entry (`checked`), and nothing for a citizen to read.
 */
export function remarksIn(platform: Platform): readonly ReadField[] {
  return READ.filter((field) => {
    const text = platform[field];
    return text !== undefined && cleaned(text) !== text.trim();
  });
}

/** A platform without such remarks; one that had any is unverified. The same object where there is none. */
export function withoutRemarks(platform: Platform): Platform {
  const fields = remarksIn(platform);
  if (fields.length === 0) return platform;
  const { audienceEn: _, hoursEn: __, ...kept } = platform;
  const said = { ...platform };
  for (const field of fields) said[field] = cleaned(platform[field] ?? '');
  const { audienceEn, hoursEn, purposeFr, purposeEn, audience, hours } = said;
  return {
    ...kept,
    // Nothing left to say of it: what it is for is never empty.
    purposeFr: purposeFr === '' ? kept.nameFr : purposeFr,
    purposeEn: purposeEn === '' ? kept.nameEn : purposeEn,
    audience,
    hours,
    ...(audienceEn === undefined || audienceEn === '' ? {} : { audienceEn }),
    ...(hoursEn === undefined || hoursEn === '' ? {} : { hoursEn }),
    checked: 'unverified',
  };
}
