import type { HelpEntry } from '../../../protocol/help.ts';
import type { Language } from '../../../protocol/language.ts';
import { read } from '../wire/shape.ts';

/** The three best articles for what somebody types, found in this browser: the words go nowhere. */
export type HelpSearch = (query: string) => readonly HelpEntry[];

const BEST = 3;

/**
 * Loads the search and the articles' words of a language, once; from then on it works off line. Rejects when
 * they cannot be had: the form still leads to the help centre.
 */
export async function loadHelp(language: Language, get: typeof fetch): Promise<HelpSearch> {
  const [{ helpIndex }, { searchable, searchHelp }, response] = await Promise.all([
    import('../wire/shapes/help.ts'),
    import('../../../protocol/help-search.ts'),
    get(`/api/help?lang=${language}`),
  ]);
  const found = read(helpIndex, await response.json());
  if (found === null) throw new Error('not the help centre’s words');
  const index = searchable(found.articles);
  return (query) => searchHelp(index, query, BEST);
}
