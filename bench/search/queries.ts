import type { CacheQuery } from '../../protocol/cache-search.ts';
import { dice, draw } from './corpus.ts';
import type { OfficerRef } from './officers.ts';

const NOTHING: Omit<CacheQuery, 'text'> = {
  from: null,
  until: null,
  disposition: null,
  tag: null,
  officer: null,
  after: null,
  limit: 40,
};
const WEEK = 7 * 86_400_000;

export type Asked = { readonly kind: string; readonly query: CacheQuery };

/** Two letters exchanged: the commonest slip of a fast hand. */
function slip(word: string): string {
  const at = word.length >> 1;
  return `${word.slice(0, at - 1)}${word[at] ?? ''}${word[at - 1] ?? ''}${word.slice(at + 1)}`;
}

/** What officers ask, a kind after the other so that none is measured on a warmer machine than the others. */
export function queries(count: number, words: readonly string[], officers: readonly OfficerRef[]): Asked[] {
  const random = dice(7);
  const word = () => draw(words, random);
  const kinds: readonly [string, () => CacheQuery][] = [
    ['one word', () => ({ ...NOTHING, text: `${word()} ` })],
    ['two words', () => ({ ...NOTHING, text: `${word()} ${word()} ` })],
    ['a word half typed', () => ({ ...NOTHING, text: word().slice(0, 4) })],
    ['a word with a slip', () => ({ ...NOTHING, text: `${slip(word())} ` })],
    [
      'a word in one tag',
      () => ({ ...NOTHING, text: `${word()} `, tag: `sujet ${Math.floor(random() * 20)}` }),
    ],
    [
      'a word of one officer this week',
      () => ({
        ...NOTHING,
        text: `${word()} `,
        from: Date.now() - WEEK,
        officer: officers[Math.floor(random() * officers.length)]?.officer ?? null,
      }),
    ],
  ];
  return Array.from({ length: count }, (_, index) => {
    const [kind, make] = kinds[index % kinds.length] ?? ['one word', () => ({ ...NOTHING, text: word() })];
    return { kind, query: make() };
  });
}
