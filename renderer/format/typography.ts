const NARROW_SPACE = '\u202F';
const HARD_SPACE = '\u00A0';

/** French spacing in a text of ours: narrow no-break space before ; ! ? and inside « », no-break before : and %. */
export function frenchSpacing(text: string): string {
  return text
    .replace(/ ([;!?])/g, `${NARROW_SPACE}$1`)
    .replace(/ ([:%])/g, `${HARD_SPACE}$1`)
    .replace(/« /g, `«${HARD_SPACE}`)
    .replace(/ »/g, `${HARD_SPACE}»`);
}

/**
 * Template tag for French interface texts: sets the spaces of the text itself and leaves what is inserted as
 * it is (a citizen's words, a platform's name).
 */
export function fr(pieces: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return pieces
    .map((piece, index) => frenchSpacing(piece) + (index < values.length ? String(values[index]) : ''))
    .join('');
}
