/** A piece of HTML that is safe to send. Only `html` and `trusted` make one. */
export class Html {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

export type Piece = Html | string | number | false | null | readonly Piece[];

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
}

function written(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (piece instanceof Html) return piece.toString();
  if (typeof piece === 'object') return piece.map(written).join('');
  return escapeText(String(piece));
}

/**
 * HTML from a template: whatever is put in is escaped, unless it was made by `html` itself. Attributes must be
 * in double quotes, and hold no address that did not pass a schema (escaping does not make `javascript:` safe).
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(
    strings.reduce((text, string, index) => text + written(pieces[index - 1] ?? null) + string),
  );
}
