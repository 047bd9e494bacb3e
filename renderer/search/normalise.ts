/** Text as it is searched: lower case, without accents, apostrophes and punctuation turned into spaces. */
export function normalise(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, as they are searched. */
export function words(text: string): readonly string[] {
  const plain = normalise(text);
  return plain === '' ? [] : plain.split(' ');
}
