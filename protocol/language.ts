import * as z from 'zod/mini';

/**
 * Languages in which everything is written whole: the desk, the terms, the help centre. The reference language first
 * (terms of use, article 16).
 */
export const LANGUAGES = ['fr', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/**
 * Languages that the citizen's page speaks, as BCP 47 has them. `fr-simple` is French made easy to read and to
 * understand (in French "FALC"). Nobody's messages are translated into or from any of them.
 */
export const CITIZEN_LANGUAGES = ['fr', 'fr-simple', 'en', 'es', 'de', 'it', 'pt', 'ar', 'uk', 'zh'] as const;
export const CitizenLanguage = z.enum(CITIZEN_LANGUAGES);
export type CitizenLanguage = z.infer<typeof CitizenLanguage>;

/** In which language a person is shown, or written to with, what exists only in some: French, or else English. */
export function writtenFor(language: CitizenLanguage): Language {
  return language === 'fr' || language === 'fr-simple' ? 'fr' : 'en';
}

/** Whether what exists only in some languages exists in this one: if not, `writtenFor` names what stands in. */
export function isWritten(language: CitizenLanguage): boolean {
  return language === 'fr-simple' || (LANGUAGES as readonly string[]).includes(language);
}

/** The `lang` attribute: what a screen reader has a voice for, and which Chinese characters are meant. */
export function langTag(language: CitizenLanguage): string {
  if (language === 'fr-simple') return 'fr';
  return language === 'zh' ? 'zh-Hans' : language;
}

/** The `dir` attribute. */
export function directionOf(language: CitizenLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** What each language calls itself: how people find theirs. What is in brackets explains, where there is room. */
export const OWN_NAMES: Readonly<Record<CitizenLanguage, string>> = {
  fr: 'Français',
  'fr-simple': 'Français facile (FALC)',
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  it: 'Italiano',
  pt: 'Português',
  ar: 'العربية',
  uk: 'Українська',
  zh: '中文',
};

/** Arabic with the digits of this country's telephones, which are also the Maghreb's. */
const LOCALES: Readonly<Record<CitizenLanguage, string>> = {
  fr: 'fr-FR',
  'fr-simple': 'fr-FR',
  en: 'en-GB',
  es: 'es-ES',
  de: 'de-DE',
  it: 'it-IT',
  pt: 'pt-PT',
  ar: 'ar-u-nu-latn',
  uk: 'uk-UA',
  zh: 'zh-CN',
};

/** How dates and times are written for a person: a locale of `Intl` (BCP 47). */
export function localeOf(language: CitizenLanguage): string {
  return LOCALES[language];
}
