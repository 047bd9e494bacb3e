import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export type Direction = 'ltr' | 'rtl';
export type FontName = 'regular' | 'bold';

/** DejaVu Sans 2.37 (Bitstream Vera's licence; changes are in the public domain): Latin, Greek, Cyrillic, Arabic, Hebrew… */
const FILES: Readonly<Record<FontName, string>> = {
  regular: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
};

const files = new Map<FontName, Buffer>();

function open(name: FontName): Font {
  const bytes = files.get(name) ?? readFileSync(createRequire(import.meta.url).resolve(FILES[name]));
  files.set(name, bytes);
  const font = create(bytes);
  if (!('layout' in font)) throw new Error(`${FILES[name]} is a collection, not a font`);
  return font;
}

/**
 * The fonts of one document. Each has its own: fontkit remembers of a glyph which characters it first stood for,
 * so that a shared font would make a document depend on the ones before it.
 */
export class Fonts {
  readonly #fonts = new Map<FontName, Font>();
  #direction: Direction = 'ltr';

  of(name: FontName): Font {
    const known = this.#fonts.get(name);
    if (known !== undefined) return known;
    const font = open(name);
    const layout = font.layout.bind(font);
    // The direction comes from the bidirectional algorithm; left alone, fontkit guesses it from the script.
    font.layout = (text, features, script, language) =>
      layout(text, features, script, language, this.#direction);
    this.#fonts.set(name, font);
    return font;
  }

  /** Runs with every layout in one direction. */
  inDirection<Result>(direction: Direction, work: () => Result): Result {
    const before = this.#direction;
    this.#direction = direction;
    try {
      return work();
    } finally {
      this.#direction = before;
    }
  }
}

/** For questions about the fonts as such; lays nothing out. */
const plain = new Map<FontName, Font>();

function known(name: FontName): Font {
  const font = plain.get(name) ?? open(name);
  plain.set(name, font);
  return font;
}

/** Whether the font has a glyph for it: drawing another would be `.notdef`, which PDF/A forbids. */
export function covers(name: FontName, codePoint: number): boolean {
  return known(name).hasGlyphForCodePoint(codePoint);
}

const advances = new Map<string, number>();

/**
 * How wide a text is at most, in thousandths of the font's size: the sum of its characters' own widths. Joined
 * letters and ligatures are narrower. Needs no shaping, so that a long text costs little to break into lines.
 */
export function widthOf(name: FontName, text: string): number {
  let width = 0;
  for (const character of text) {
    const key = `${name}/${character}`;
    let advance = advances.get(key);
    if (advance === undefined) {
      const font = known(name);
      const { advanceWidth } = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      advance = (advanceWidth * 1_000) / font.unitsPerEm;
      advances.set(key, advance);
    }
    width += advance;
  }
  return width;
}
