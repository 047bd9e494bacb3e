import PDFDocument from 'pdfkit';
import { levelsOf, type Run, runsOf } from './bidi.ts';
import { covers, type FontName, Fonts, widthOf } from './fonts.ts';
import type { DocumentModel } from './model.ts';
import { linesOf, shownCodePoint, visible } from './visible.ts';
import { wrap } from './wrapping.ts';

type Pdf = PDFKit.PDFDocument;
/** A structure element, by its standard type (ISO 32000-1, 14.8.4). */
export type Element = { readonly type: string; readonly node: ReturnType<Pdf['struct']> };

export type Style = {
  readonly font: FontName;
  readonly size: number;
  readonly colour: string;
  readonly left: number;
  readonly width: number;
};

/** A4 in points, with room for a hole punch. */
export const PAGE = { width: 595.28, height: 841.89, left: 62, right: 56, top: 64, bottom: 70 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const LINE_HEIGHT = 1.42;

type Content = ReturnType<Pdf['markStructureContent']>;
type DrawnLine = {
  readonly runs: readonly Run[];
  readonly rightAligned: boolean;
  readonly actual: string | null;
};

/**
 * PDF/A-2a (ISO 19005-2) pages: every word is in the structure tree, every glyph has its Unicode, both fonts are
 * embedded, colours are sRGB by an output intent. The same content gives the same bytes.
 */
export class Sheet {
  readonly pdf: Pdf;
  readonly #fonts = new Fonts();
  readonly root: Element;

  constructor({ language, title, madeAt }: DocumentModel) {
    const options = {
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      displayTitle: true,
      bufferPages: true,
      lang: language === 'fr' ? 'fr-FR' : 'en-GB',
      // No first font: pdfkit's own is not embedded, and one that is registered later would not be found again.
      font: null as unknown as string,
      info: { Title: title, Creator: 'Permanence', Producer: 'Permanence', CreationDate: new Date(madeAt) },
    } as const satisfies PDFKit.PDFDocumentOptions;
    this.pdf = new PDFDocument(options);
    for (const name of ['regular', 'bold'] as const) {
      this.pdf.registerFont(name, this.#fonts.of(name) as unknown as string);
    }
    this.root = { type: 'Document', node: this.pdf.struct('Document', { title }) };
    this.pdf.addStructure(this.root.node);
    this.pdf.y = PAGE.top;
  }

  /** A structure element under another, or under the document. */
  element(type: string, parent: Element = this.root, options: { scope?: 'Row' } = {}): Element {
    const node = this.pdf.struct(type, options as object);
    parent.node.add(node);
    return { type, node };
  }

  space(points: number): void {
    this.pdf.y += points;
  }

  /** Begins a page unless this much room is left on this one. */
  keep(points: number): void {
    if (this.pdf.y + points <= PAGE.height - PAGE.bottom) return;
    this.pdf.addPage();
    this.pdf.y = PAGE.top;
  }

  /** How high a text will be, in points. */
  heightOf(text: string, style: Style): number {
    return this.#layOut(text, style).length * style.size * LINE_HEIGHT;
  }

  /** Writes a text as the content of one structure element, over as many pages as it takes. */
  write(element: Element, text: string, style: Style): void {
    const height = style.size * LINE_HEIGHT;
    let open: Content | null = null;
    const close = (): void => {
      if (open === null) return;
      this.pdf.endMarkedContent();
      element.node.add(open);
      open = null;
    };
    for (const line of this.#layOut(text, style)) {
      if (this.pdf.y + height > PAGE.height - PAGE.bottom) close();
      this.keep(height);
      if (line.actual === null) {
        open ??= this.pdf.markStructureContent(element.type);
        this.#draw(line, style, this.pdf.y);
      } else {
        close();
        this.#drawActual(element, line, line.actual, style);
      }
      this.pdf.y += height;
    }
    close();
  }

  /** Writes each line of a text as an element of its own; an empty one is a gap. */
  writeLines(parent: Element, text: string, style: Style): void {
    for (const line of linesOf(text)) {
      if (line.trim() === '') this.space((style.size * LINE_HEIGHT) / 2);
      else this.write(this.element('P', parent), line, style);
    }
  }

  /** In its own element, and not within the paragraph's content: not every reader looks into nested content. */
  #drawActual(parent: Element, line: DrawnLine, actual: string, style: Style): void {
    const span = this.pdf.struct('Span', { actual });
    parent.node.add(span);
    const content = this.pdf.markStructureContent('Span', { actual });
    this.#draw(line, style, this.pdf.y);
    this.pdf.endMarkedContent();
    span.add(content);
  }

  /** Draws what is no content: a rule, a page number. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  /** One line of decoration, at a place. */
  decorate(text: string, style: Style, y: number): void {
    const [line] = this.#layOut(text, style);
    if (line !== undefined) this.#draw(line, style, y);
  }

  #layOut(text: string, { font, size, width }: Style): DrawnLine[] {
    return linesOf(text).flatMap((source) => {
      const { drawn, origin } = visible(source);
      const levels = levelsOf(drawn);
      const lines = wrap(drawn, (width * 1_000) / size, (part) => widthOf(font, part));
      return lines.map(({ start, end }) => {
        const own = source.slice(origin[start], origin[end]);
        const hidden =
          drawn.slice(start, end) !== own || levels.at.subarray(start, end).some((level) => level > 0);
        // What is drawn in another order, or by code points, is read and copied as it was written.
        const actual = hidden && own.trim() !== '' ? own : null;
        return { runs: runsOf(drawn, levels, start, end), rightAligned: levels.base % 2 === 1, actual };
      });
    });
  }

  #draw({ runs, rightAligned }: DrawnLine, style: Style, y: number): void {
    const { pdf } = this;
    const pieces = runs.flatMap((run) => fontsOf(run, style.font, this.#fonts));
    const widths = pieces.map((piece) => this.#measure(piece, style.size));
    const total = widths.reduce((sum, width) => sum + width, 0);
    let x = rightAligned ? style.left + style.width - total : style.left;
    pdf.fillColor(style.colour);
    for (const [index, { text, font, direction }] of pieces.entries()) {
      pdf.font(font).fontSize(style.size);
      // Given features, pdfkit lays the run out as a whole; without, word by word from left to right, cached.
      const whole = direction === 'rtl' ? { features: [] } : {};
      this.#fonts.inDirection(direction, () => pdf.text(text, x, y, { lineBreak: false, ...whole }));
      x += widths[index] ?? 0;
    }
  }

  #measure({ text, font, direction }: Piece, size: number): number {
    const whole = direction === 'rtl' ? { features: [] } : {};
    const { pdf } = this;
    return this.#fonts.inDirection(direction, () => pdf.font(font).fontSize(size).widthOfString(text, whole));
  }

  /** Ends every page with what `draw` writes at its foot, closes the document, and answers its bytes. */
  async finish(draw: (page: number, pages: number) => void): Promise<Buffer> {
    const { pdf } = this;
    const { start, count } = pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(start + page);
      this.artifact('Pagination', () => draw(page + 1, count));
    }
    this.root.node.end();
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject));
    pdf.end();
    await ended;
    return Buffer.concat(chunks);
  }
}

type Piece = Run & { readonly font: FontName };

/** A run cut where the bold font lacks a character that the regular one has. Never a `.notdef`. */
function fontsOf({ text, direction }: Run, wanted: FontName, fonts: Fonts): Piece[] {
  const pieces: { text: string; font: FontName; direction: Run['direction'] }[] = [];
  for (const character of text) {
    const font = covers(wanted, character.codePointAt(0) ?? 0) ? wanted : 'regular';
    const last = pieces.at(-1);
    if (last?.font === font) last.text += character;
    else pieces.push({ text: character, font, direction });
  }
  const safe = pieces.map((piece) => ({ ...piece, text: drawable(piece, fonts) }));
  return direction === 'rtl' ? safe.reverse() : safe;
}

/** Shaping may end in glyphs that stand for nothing (a mark without its base in a rare font table): by code points then. */
function drawable({ text, font, direction }: Piece, fonts: Fonts): string {
  if (direction === 'ltr' && /^[\u0020-\u024F\u2010-\u2027\u202F\u20AC]*$/u.test(text)) return text;
  const { glyphs } = fonts.inDirection(direction, () => fonts.of(font).layout(text));
  if (glyphs.every((glyph) => glyph.id !== 0 && glyph.codePoints.length > 0)) return text;
  return [...text].map((character) => shownCodePoint(character.codePointAt(0) ?? 0)).join('');
}
