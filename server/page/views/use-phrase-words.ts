import { useCallback } from 'preact/hooks';
import type { PhraseWords } from '../i18n/phrase.ts';
import { usePage } from './context.ts';
import { useLazy } from './use-lazy.ts';

/** The words of coming back in the page's language, once they are wanted; null until they are there. */
export function usePhraseWords(wanted: boolean): PhraseWords | null {
  const { language } = usePage();
  // The list of their files comes with them: the first screen need not carry it.
  const load = useCallback(async () => (await import('../i18n/phrase.ts')).PHRASE[language](), [language]);
  return useLazy(load, wanted);
}
