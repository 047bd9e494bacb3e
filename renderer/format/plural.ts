import type { Language } from '../../protocol/language.ts';

const RULES: Record<Language, Intl.PluralRules> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
};
const NUMBERS: Record<Language, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

/** "1 message" or "3 messages": French counts 0 and 1 as one, English only 1. */
export function counted(count: number, language: Language, one: string, other: string): string {
  return `${quantity(count, language)}\u00A0${RULES[language].select(count) === 'one' ? one : other}`;
}

/** A number as its language writes it, one decimal at most. */
export function quantity(count: number, language: Language): string {
  return NUMBERS[language].format(count);
}
