/** The labelled phrases, by who wrote them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/**
 * `first`: written beside the old rules. `own`: everyday messages, pairs that differ by little, and what the product
 * itself has people say. `help`: sentences of the help centre. The strangers saw neither rules nor each other.
 */
export const STRANGERS = [
  ...(['a', 'b', 'c', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'] as const),
  ...(['n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x'] as const),
] as const;
export const LEARNT = ['first', 'own', 'help', ...STRANGERS] as const;
/** Nothing of theirs, nor what is nearly the same, is ever learnt: what is found of them is a first sight. */
export const UNSEEN = ['d', 'e', 'y'] as const;
export const WRITERS = [...LEARNT, ...UNSEEN] as const;

export type Writer = (typeof WRITERS)[number];

const Line = z.strictObject({
  text: z.string().min(1).max(4000),
  language: z.enum(['fr', 'en']),
  emergency: z.boolean(),
  category: z.string(),
  batch: z.string(),
  /** Whether the hand-written rules that the weights replaced took it for an emergency: the peer to judge beside. */
  rules: z.boolean(),
});
export type Phrase = z.infer<typeof Line> & { readonly writer: Writer };

export function phrasesBy(writer: Writer): readonly Phrase[] {
  return readFileSync(join(import.meta.dirname, 'phrases', `${writer}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ({ ...Line.parse(JSON.parse(line)), writer }));
}

/** The different words of a text, without case, accents or signs. */
function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return new Set(plain.match(/[a-z0-9]+/g) ?? []);
}

/** Two texts that share this much of their words are nearly the same. */
const ALIKE = 0.8;

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared >= ALIKE * (one.size + other.size - shared);
}

/** The phrases that are nearly the same as none of `others`: what is judged must not have been learnt. */
export function unlike(phrases: readonly Phrase[], others: readonly Phrase[]): readonly Phrase[] {
  const byWord = new Map<string, ReadonlySet<string>[]>();
  for (const { text } of others) {
    const words = wordsOf(text);
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), words]);
  }
  return phrases.filter(({ text }) => {
    const words = wordsOf(text);
    // Whatever is alike shares one of the rarer words: the commonest fifth need not be looked at.
    const rarest = [...words].sort((a, b) => (byWord.get(a)?.length ?? 0) - (byWord.get(b)?.length ?? 0));
    const looked = rarest.slice(0, Math.ceil(words.size * (1 - ALIKE)) + 1);
    return !looked.some((word) => byWord.get(word)?.some((other) => alike(words, other)));
  });
}
