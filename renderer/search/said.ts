import { meaningfulWords, stem } from '../../protocol/help-search.ts';
import { normalise } from './normalise.ts';

/** What people say when they mean an item, in their own words. */
export type Said = {
  readonly keywords: readonly Phrase[];
  /** Only for those who say so of themselves: whoever speaks of somebody else must not be sent there. */
  readonly own: boolean;
};

/** Words as they are compared: those that mean something, and all of them as they stand. */
export type Phrase = { readonly words: readonly Word[]; readonly plain: string };
type Word = { readonly word: string; readonly stem: string };

export function phraseOf(text: string): Phrase {
  const words = meaningfulWords(text).map((word) => ({ word, stem: stem(word) }));
  return { words, plain: ` ${normalise(text)} ` };
}

/** Keywords ready to be compared; made once for an item. */
export function saidOf(keywords: readonly string[], own: boolean): Said {
  return { keywords: keywords.map((keyword) => phraseOf(joinDigits(keyword))), own };
}

/** How many words has the longest keyword that is all there; 0 for no such keyword. */
export function wholeKeyword({ keywords, own }: Said, query: Phrase): number {
  let most = 0;
  for (const keyword of keywords) {
    // As it is written, the words that say nothing count as well: "sans papiers" is not "papiers", nor "je frappe" "frappe".
    if (query.plain.includes(keyword.plain)) most = Math.max(most, keyword.plain.trim().split(' ').length);
    else if (!own && keyword.words.length > most && isWithin(keyword, query)) most = keyword.words.length;
  }
  return most;
}

/** Each word by one of its own: "police" is not "police des polices". */
function isWithin(keyword: Phrase, query: Phrase): boolean {
  const said = query.words.filter((typed) => keyword.words.some((word) => isSame(typed, word)));
  return (
    said.length >= keyword.words.length &&
    keyword.words.every((word) => said.some((typed) => isSame(typed, word)))
  );
}

/** The same word, maybe with another ending; the beginning of a word is not the word: "proc" is no "procès". */
function isSame(typed: Word, word: Word): boolean {
  if (typed.word === word.word || `${typed.word}s` === word.word) return true;
  return typed.stem !== typed.word && typed.stem === word.stem;
}

/** A number in groups of digits is one word: "39 19", "116 000", "0 800 05 95 95". */
export function joinDigits(text: string): string {
  return text.replace(/(?<=\d)[\s.]+(?=\d)/gu, '');
}
