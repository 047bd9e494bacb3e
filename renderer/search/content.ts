import type { CannedResponse } from '../../protocol/canned.ts';
import type { Content } from '../../protocol/desk-channel.ts';
import type { Language } from '../../protocol/language.ts';
import { type Platform, platformAudience, platformHours, type Told } from '../../protocol/platform.ts';
import { CATALOGUES } from '../i18n/languages.ts';
import { otherNames } from './categories.ts';
import { type Indexed, indexOf } from './fuzzy.ts';
import { joinDigits, saidOf } from './said.ts';

export type ContentIndex = {
  readonly platforms: readonly Indexed<Platform>[];
  readonly responses: readonly Indexed<CannedResponse>[];
};

/** The audience of a line for those who did it, in French as catalogues have it: no victim is to be sent there. */
const FOR_AUTHORS = /^auteure?s?\b/iu;

const EMPTY: ContentIndex = { platforms: [], responses: [] };
const INDEXES = new WeakMap<Content, ContentIndex>();
const OWN = new WeakMap<readonly CannedResponse[], readonly Indexed<CannedResponse>[]>();

/**
 * Responses ready to be searched, in both languages at once; prepared once for each list. A response is found by what
 * people call the platforms it goes with too, but for emergencies, which go with almost anything.
 */
export function responseIndex(
  responses: readonly CannedResponse[],
  platforms: readonly Platform[] = [],
): readonly Indexed<CannedResponse>[] {
  const known = OWN.get(responses);
  if (known !== undefined) return known;
  const meant = new Map(
    platforms.flatMap(({ id, kind, keywords = [] }) =>
      kind === 'emergency' ? [] : [[id, keywords.join(' ')] as const],
    ),
  );
  const index = indexOf(responses, (response) => [
    [response.shortcut, 1],
    [response.titleFr, 0.95],
    [response.titleEn, 0.95],
    [response.category, 0.7],
    [otherNames(response.category), 0.65],
    [response.textFr, 0.4],
    [response.textEn, 0.4],
    // The best platform first.
    ...(response.platforms ?? []).map((id, place) => [meant.get(id) ?? '', 0.36 - place / 100] as const),
  ]);
  OWN.set(responses, index);
  return index;
}

/** The catalogue ready to be searched, in both languages at once; prepared once for each version of it. */
export function contentIndex(content: Content | null): ContentIndex {
  if (content === null) return EMPTY;
  const known = INDEXES.get(content);
  if (known !== undefined) return known;
  const index: ContentIndex = {
    platforms: indexOf(
      content.platforms,
      (platform) => [
        [platform.nameFr, 1],
        [platform.nameEn, 1],
        [platform.id, 0.95],
        [platform.phone ?? '', 0.95],
        [joinDigits(platform.phone ?? ''), 0.95],
        [(platform.keywords ?? []).join(' '), 0.9],
        [platformDomain(platform) ?? '', 0.7],
        [platform.purposeFr, 0.5],
        [platform.purposeEn, 0.5],
        [platform.audience, 0.3],
      ],
      ({ keywords = [], audience }) => saidOf(keywords, FOR_AUTHORS.test(audience)),
    ),
    responses: responseIndex(content.responses, content.platforms),
  };
  INDEXES.set(content, index);
  return index;
}

/** The domain a platform's address belongs to, as people read it; null for a telephone number alone. */
export function platformDomain(platform: Platform): string | null {
  if (platform.url === null) return null;
  try {
    return new URL(platform.url).hostname.replace(/^www\./, '');
  } catch {
    return null;
  }
}

export function platformName(platform: Platform, language: Language): string {
  return language === 'fr' ? platform.nameFr : platform.nameEn;
}

export function platformPurpose(platform: Platform, language: Language): string {
  return language === 'fr' ? platform.purposeFr : platform.purposeEn;
}

/** A platform in words, for where no card can be sent: all that a card says, each on its line. */
export function platformAsText(platform: Platform, language: Language): string {
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const what = `${platformName(platform, language)}${colon}${platformPurpose(platform, language)}`;
  const { picker } = CATALOGUES[language].composer;
  const told = (label: string, { text }: Told) => (text === '' ? null : `${label}${colon}${text}`);
  const hours = told(picker.hours, platformHours(platform, language));
  const whom = told(picker.audience, platformAudience(platform, language));
  return [what, platform.phone, platform.url, hours, whom].filter((line) => line !== null).join('\n');
}

export function responseTitle(response: CannedResponse, language: Language): string {
  return language === 'fr' ? response.titleFr : response.titleEn;
}
