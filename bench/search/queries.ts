import type { CacheQuery } from '../../protocol/cache-search.ts';
import { dice, draw, signs, telephone } from './corpus.ts';
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
  const tag = () => `sujet ${Math.floor(random() * 20)}`;
  const officer = () => officers[Math.floor(random() * officers.length)]?.officer ?? null;
  const kinds: readonly [string, () => CacheQuery][] = [
    ['one word', () => ({ ...NOTHING, text: `${word()} ` })],
    ['two words', () => ({ ...NOTHING, text: `${word()} ${word()} ` })],
    ['a word half typed', () => ({ ...NOTHING, text: word().slice(0, 4) })],
    ['a word with a slip', () => ({ ...NOTHING, text: `${slip(word())} ` })],
    ['a number', () => ({ ...NOTHING, text: telephone(random).replaceAll(' ', '') })],
    ['a number in groups', () => ({ ...NOTHING, text: `${telephone(random)} ` })],
    ['a word of two signs', () => ({ ...NOTHING, text: signs(1, random) })],
    ['one sign', () => ({ ...NOTHING, text: signs(1, random).slice(1) })],
    ['a tag alone', () => ({ ...NOTHING, text: '', tag: tag() })],
    ['an outcome that none had, alone', () => ({ ...NOTHING, text: '', disposition: 'abusive' })],
    [
      'an officer and a tag this week, alone',
      () => ({ ...NOTHING, text: '', from: Date.now() - WEEK, tag: tag(), officer: officer() }),
    ],
    ['a word in one tag', () => ({ ...NOTHING, text: `${word()} `, tag: tag() })],
    [
      'a word of one officer this week',
      () => ({
        ...NOTHING,
        text: `${word()} `,
        from: Date.now() - WEEK,
        officer: officer(),
      }),
    ],
  ];
  return Array.from({ length: count }, (_, index) => {
    const [kind, make] = kinds[index % kinds.length] ?? ['one word', () => ({ ...NOTHING, text: word() })];
    return { kind, query: make() };
  });
}
