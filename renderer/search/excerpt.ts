import { type Range, SearchedText } from '../../protocol/search-terms.ts';

export type Part = { readonly text: string; readonly marked: boolean };

/** Characters shown before the first match, at most a third of all: where the eye finds it in a list. */
const BEFORE = 40;

/**
 * At most `length` characters of a text around its first match, cut at words, with the matches told apart.
 * `words`: the forms that counted, as the cache answered them.
 */
export function excerpt(text: string, words: ReadonlySet<string>, length: number): readonly Part[] {
  const searched = new SearchedText(text);
  const tokens = searched.words;
  const matches = searched.places(words);
  const from = startAt(tokens, matches[0]?.start ?? 0, text.length, length);
  const until = tokens.findLast(({ end }) => end <= from + length)?.end ?? from + length;
  const end = text.length <= from + length ? text.length : Math.max(until, from + 1);
  const parts: Part[] = [];
  let at = from;
  for (const match of matches) {
    if (match.start < from || match.end > end) continue;
    if (match.start > at) parts.push({ text: text.slice(at, match.start), marked: false });
    parts.push({ text: text.slice(match.start, match.end), marked: true });
    at = match.end;
  }
  if (at < end) parts.push({ text: text.slice(at, end), marked: false });
  if (from > 0) parts.unshift({ text: '… ', marked: false });
  if (end < text.length) parts.push({ text: ' …', marked: false });
  return parts;
}

/** The beginning of a word a little before the match, or earlier when the text ends soon after it. */
function startAt(tokens: readonly Range[], match: number, whole: number, length: number): number {
  const wanted = Math.min(match - Math.min(BEFORE, length / 3), whole - length);
  if (wanted <= 0) return 0;
  return tokens.find(({ start }) => start >= wanted)?.start ?? 0;
}
