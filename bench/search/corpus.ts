import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import type { OfficerRef } from './officers.ts';

/** Messages of one conversation. */
export const EACH = 100;
const DAY = 86_400_000;

const SYLLABLES =
  'ba ce di fo gu la me ni po ru sa te vi zo cha tre plo qui nou ran ver sion per mou let cri dan fil gar hon'.split(
    ' ',
  );

/** Numbers in [0, 1) from a seed: every run searches for the same words in the same texts. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Different words of two to five syllables, the commonest first. */
export function vocabulary(size: number, random: () => number): readonly string[] {
  const words = new Set<string>();
  while (words.size < size) {
    const length = 2 + Math.floor(random() * 4);
    words.add(Array.from({ length }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(''));
  }
  return [...words];
}

/** A word drawn as words are in a language: the nth commonest about 1/n as often as the commonest (Zipf). */
export function draw(words: readonly string[], random: () => number): string {
  const rank = Math.floor(Math.exp(random() * Math.log(words.length)));
  return words[Math.min(words.length, rank) - 1] ?? '';
}

/** So many telephone numbers are in the texts, and so many words of two signs. */
const NUMBERS = 20_000;
const SIGNS = 1_500;

/** A telephone number as people write one. */
export function telephone(random: () => number): string {
  const number = Math.floor(random() * NUMBERS) * 4_999;
  return `06${String(number).padStart(8, '0')}`.replace(/..(?=.)/g, '$& ');
}

/** Words of two signs in a row, as a language writes them that has no spaces. */
export function signs(words: number, random: () => number): string {
  const sign = () => String.fromCodePoint(0x4e00 + Math.floor(SIGNS ** random()));
  return Array.from({ length: 2 * words }, sign).join('');
}

/** What one message says: words, and now and then a number, or signs instead of words. */
function said(place: number, words: readonly string[], random: () => number): string {
  const length = 5 + Math.floor(random() * 15);
  const text = Array.from({ length }, () => draw(words, random)).join(' ');
  if (place % 50 === 7) return signs(length, random);
  return place % 20 === 4 ? `${text} ${telephone(random)}` : text;
}

export type Made = { readonly head: Head; readonly entries: Entry[] };

/** The `index`th conversation of a corpus: closed, tagged, of one officer, three months of them in all. */
export function conversation(
  index: number,
  of: number,
  words: readonly string[],
  officers: readonly OfficerRef[],
  random: () => number,
): Made {
  const id: Id = newId();
  const now = Date.now();
  const openedAt = now - Math.floor(((of - index) / of) * 88 * DAY);
  const officer = officers[index % officers.length] ?? officers[0];
  if (officer === undefined) throw new RangeError('a corpus without officers');
  const entries = Array.from({ length: EACH }, (_, place): Entry => {
    const text = said(place, words, random);
    const author: Entry['author'] = place % 2 === 0 ? { role: 'citizen' } : { role: 'officer', ...officer };
    return {
      conversation: id,
      seq: place + 1,
      id: newId(),
      at: openedAt + place * 7_000,
      author,
      body: { kind: 'message', text },
    };
  });
  const closedAt = openedAt + EACH * 7_000;
  const head: Head = {
    conversation: id,
    reference: `C-${index + 1}`,
    status: 'closed',
    language: 'fr',
    subject: null,
    tags: [`sujet ${index % 20}`],
    openedAt,
    closedAt,
    holder: officer,
    waitingSince: openedAt,
    returned: false,
    emergency: 'none',
    left: null,
    disposition: index % 3 === 0 ? 'redirected' : 'answered',
    lastSeq: EACH,
    lastCitizenSeq: EACH - 1,
    lastCitizenAt: closedAt,
    unansweredSince: null,
    officerRead: EACH,
    citizenRead: EACH,
    citizenOnline: false,
    purgeAt: openedAt + 90 * DAY,
  };
  return { head, entries };
}
