import { type HelpEntry, QUERY_CHARACTERS } from './help.ts';
import { EVERYDAY } from './help-everyday.ts';

/**
 * Search of the help centre: the same in the relay (without scripts) and in the page (off line). Words of any
 * order, without accents, with slips of the finger and endings forgiven; a word that few articles have counts
 * more than one that all have. A whole sentence is a query: words that say nothing are left out.
 */

/** Words of a sentence that say nothing of its subject, without accents. */
const EMPTY: ReadonlySet<string> = new Set(
  (
    'a ai aie alors apres as au aussi aux avec avez avoir bonjour bonsoir ca car ce cela ces cet cette chez ' +
    'comment comme dans de depuis des dire dois doit donc du elle elles en est et etais etait ete etre eu fait ' +
    'faire faut hier ici il ils j je jai l la le les leur lui m ma mais me mes mme mon monsieur n ne nos notre ' +
    'nous on ont ou par pas peut peux plus pour pourquoi puis qu quand que quel quelle quelqu quelque quest qui ' +
    'quoi s sa sais sans se ses si soir sommes son sont suis sur svp t te tout tres un une va vais veut veux ' +
    'vos votre voudrais vous y ' +
    'about after all am an and any are at be been but by can could did do does for from get got had has have ' +
    'hello her him his how i if in into is it its just ll me my need not of or our out please she should so ' +
    'some someone that the their them then there they this to us ve want was we were what when where which who ' +
    'why will with would you your'
  ).split(' '),
);

/** Query words beyond this are not read: a message of 4,000 characters is no longer a question. */
const WORDS_READ = 24;
/** Below this share of the best article's score an article is no answer. */
const SHARE_OF_BEST = 0.35;
const WEIGHTS = { title: 3, keywords: 3, text: 0.7 } as const;

/** Text as it is searched: lower case, without accents; apostrophes and punctuation part words. */
export function searchWords(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain === '' ? [] : plain.split(' ');
}

/** The words that carry meaning, once each. */
export function meaningfulWords(text: string): readonly string[] {
  return [...new Set(searchWords(text))].filter((word) => word.length > 1 && !EMPTY.has(word));
}

/** A word without the endings of French and English plurals and commonest verb forms. */
export function stem(word: string): string {
  const singular = word.replace(/(?:s|x)$/, '');
  const bare = singular.replace(/(?:ees?|er|ez|ing|ed|e)$/, '');
  return bare.length >= 3 ? bare : singular;
}

/** Whether two words differ by one letter added, lost, changed or swapped with its neighbour. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  return endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** How well a typed word fits a word of an article: 0 for not at all, 1 for the same. */
function fit(typed: string, typedStem: string, word: string): number {
  if (word === typed) return 1;
  if (stem(word) === typedStem) return 0.9;
  if (typed.length >= 3 && word.startsWith(typed)) return 0.75;
  if (word.length >= 5 && typed.startsWith(word)) return 0.7;
  if (typed.length >= 4 && word.length >= 4 && isNear(typed, word)) return 0.6;
  return 0;
}

type Place = { readonly article: number; readonly weight: number };

/** Where each word stands, made once for an index. */
export type Searchable = {
  readonly entries: readonly HelpEntry[];
  readonly places: ReadonlyMap<string, readonly Place[]>;
};

export function searchable(entries: readonly HelpEntry[]): Searchable {
  const places = new Map<string, Place[]>();
  for (const [article, { title, keywords, text }] of entries.entries()) {
    const weights = new Map<string, number>();
    const add = (words: string, weight: number) => {
      for (const word of meaningfulWords(words)) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
    };
    add(text, WEIGHTS.text);
    add(keywords, WEIGHTS.keywords);
    add(title, WEIGHTS.title);
    for (const [word, weight] of weights) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [{ article, weight }]);
      else known.push({ article, weight });
    }
  }
  return { entries, places };
}

/** What one typed word is worth in each article that has it. */
function scoresOf(typed: string, places: Searchable['places']): Map<number, number> {
  const scores = new Map<number, number>();
  const typedStem = stem(typed);
  for (const [word, found] of places) {
    const value = fit(typed, typedStem, word);
    if (value === 0) continue;
    for (const { article, weight } of found) {
      scores.set(article, Math.max(scores.get(article) ?? 0, value * weight));
    }
  }
  return scores;
}

/** A word meant by another counts a little less than one that was typed. */
const MEANT = 0.9;

/** What articles call by its proper name, said in an everyday word; none for a word that is none. */
export function everyday(typed: string): readonly string[] {
  return EVERYDAY.get(typed) ?? EVERYDAY.get(typed.replace(/(?:ees?|es|s)$/, '')) ?? [];
}

/** What a typed word is worth, said as it is or by its proper name. */
function scoresOfMeaning(typed: string, places: Searchable['places']): Map<number, number> {
  const scores = scoresOf(typed, places);
  for (const proper of everyday(typed)) {
    for (const [article, score] of scoresOf(proper, places)) {
      scores.set(article, Math.max(scores.get(article) ?? 0, score * MEANT));
    }
  }
  return scores;
}

/** The articles that answer a query, the best first, at most `limit`; none for a query without meaning. */
export function searchHelp(index: Searchable, query: string, limit: number): readonly HelpEntry[] {
  const totals = new Map<number, number>();
  for (const typed of meaningfulWords(query.slice(0, QUERY_CHARACTERS)).slice(0, WORDS_READ)) {
    const scores = scoresOfMeaning(typed, index.places);
    const rarity = Math.log(1 + index.entries.length / Math.max(1, scores.size));
    for (const [article, score] of scores) totals.set(article, (totals.get(article) ?? 0) + score * rarity);
  }
  const ranked = [...totals].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b);
  const best = ranked[0]?.[1] ?? 0;
  return ranked
    .filter(([, score]) => score >= best * SHARE_OF_BEST)
    .slice(0, limit)
    .flatMap(([article]) => index.entries[article] ?? []);
}
