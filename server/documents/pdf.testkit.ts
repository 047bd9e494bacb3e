import { inflateSync } from 'node:zlib';

type PdfObject = { readonly dictionary: string; readonly stream: Buffer | null };

/** A PDF's objects by number, found through its cross-reference table. Written by pdfkit: no object streams. */
function objectsOf(bytes: Buffer): Map<number, PdfObject> {
  const text = bytes.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(text)?.[1]);
  const table = /^xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(text.slice(start))?.[2] ?? '';
  const offsets = table.split('\n').flatMap((line, number) => {
    const offset = /^(\d{10}) 00000 n/.exec(line)?.[1];
    return offset === undefined ? [] : [{ number, offset: Number(offset) }];
  });
  return new Map(
    offsets.map(({ number, offset }): [number, PdfObject] => {
      const rest = text.slice(offset);
      const head = /^(\d+) 0 obj\n([\s\S]*?)\n(stream\n|endobj)/.exec(rest);
      if (head === null || Number(head[1]) !== number)
        throw new Error(`object ${number} is not at ${offset}`);
      const dictionary = head[2] ?? '';
      if (head[3] === 'endobj') return [number, { dictionary, stream: null }];
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
      const from = offset + head[0].length;
      const raw = bytes.subarray(from, from + length);
      if (!/^\r?\nendstream/.test(text.slice(from + length, from + length + 11))) {
        throw new Error(`6.1.7.1: object ${number} has another length than it says`);
      }
      return [number, { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw }];
    }),
  );
}

function utf16(hex: string): string {
  const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

/** A string of a dictionary: UTF-16BE with its mark, or PDFDocEncoding's ASCII; escapes undone. */
function literal(raw: string): string {
  const plain = raw.replace(/\\([nrtbf()\\])/g, (_, sign: string) => {
    const ends: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    return ends[sign] ?? sign;
  });
  return plain.startsWith('\u00FE\u00FF')
    ? Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le')
    : plain;
}

/** Stretches of text, in the order of the content: what stands in one marked-content sequence. */
export type Marked = { readonly tag: string; readonly artifact: boolean; readonly text: string };

export type ReadPdf = {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: string;
  readonly catalog: string;
  readonly metadata: string;
  readonly marked: readonly Marked[];
  /** Glyphs shown outside any marked content, and glyphs without a Unicode value. */
  readonly unmarked: number;
  readonly unmapped: number;
};

function dereference(objects: ReadonlyMap<number, PdfObject>, dictionary: string, name: string): PdfObject {
  const number = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  const found = objects.get(Number(number));
  if (found === undefined) throw new Error(`no /${name}`);
  return found;
}

function unicodeOf(objects: ReadonlyMap<number, PdfObject>, font: string): readonly string[] {
  const map = dereference(objects, font, 'ToUnicode').stream?.toString('latin1') ?? '';
  return [...map.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[(.*?)\]/g)].flatMap((range) =>
    [...(range[1] ?? '').matchAll(/<([0-9a-f ]*)>/g)].map((one) => utf16(one[1] ?? '')),
  );
}

const TOKEN =
  /\/(\w+) (?:<<([\s\S]*?)>> )?(?:BDC|BMC)\n|(EMC)\n|\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/g;

type Fonts = ReadonlyMap<string, readonly string[]>;

/** Follows one page's content: which marked content is open, which font is set, what each glyph stands for. */
class PageReader {
  readonly marked: Marked[] = [];
  unmarked = 0;
  unmapped = 0;
  readonly #fonts: Fonts;
  readonly #open: { tag: string; actual: string | null; text: string }[] = [];
  #font: readonly string[] = [];

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  read(content: string): this {
    for (const [, tag, properties, ends, font, shown] of content.matchAll(TOKEN)) {
      if (tag !== undefined) this.#begin(tag, properties ?? '');
      else if (ends !== undefined) this.#end();
      else if (font !== undefined) this.#font = this.#fonts.get(font) ?? [];
      else if (shown !== undefined) this.#show(shown);
    }
    if (this.#open.length > 0) throw new Error('marked content is left open at the end of a page');
    return this;
  }

  #begin(tag: string, properties: string): void {
    const actual = /\/ActualText \(([\s\S]*)\)\n?/.exec(properties)?.[1];
    this.#open.push({ tag, actual: actual === undefined ? null : literal(actual), text: '' });
  }

  #end(): void {
    const one = this.#open.pop();
    if (one === undefined) throw new Error('EMC without its beginning');
    this.marked.push({ tag: one.tag, artifact: one.tag === 'Artifact', text: one.actual ?? one.text });
  }

  #show(shown: string): void {
    const codes = [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap((hex) => hex[1]?.match(/.{4}/g) ?? []);
    for (const code of codes) {
      const unicode = this.#font[Number.parseInt(code, 16)] ?? '';
      if (code === '0000' || unicode === '' || /[\0\uFEFF\uFFFE]/.test(unicode)) this.unmapped += 1;
      const last = this.#open.at(-1);
      if (last === undefined) this.unmarked += 1;
      else last.text += unicode;
    }
  }
}

function readPage(objects: ReadonlyMap<number, PdfObject>, page: string): PageReader {
  const resources = dereference(objects, page, 'Resources').dictionary;
  const fonts = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => {
    const font = objects.get(Number(number))?.dictionary ?? '';
    return [name ?? '', unicodeOf(objects, font)] as const;
  });
  const content = dereference(objects, page, 'Contents').stream?.toString('latin1') ?? '';
  return new PageReader(new Map(fonts)).read(content);
}

/** Reads a document that this room wrote: objects, structure, and text as a reader would extract it. */
export function readPdf(bytes: Buffer): ReadPdf {
  const objects = objectsOf(bytes);
  const trailer = bytes.toString('latin1').split('trailer').at(-1) ?? '';
  const catalog = dereference(objects, trailer, 'Root').dictionary;
  const metadata = dereference(objects, catalog, 'Metadata').stream?.toString('utf8') ?? '';
  const pages = [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\n/.test(dictionary))
    .map(({ dictionary }) => readPage(objects, dictionary));
  return {
    objects,
    trailer,
    catalog,
    metadata,
    marked: pages.flatMap((page) => page.marked),
    unmarked: pages.reduce((sum, page) => sum + page.unmarked, 0),
    unmapped: pages.reduce((sum, page) => sum + page.unmapped, 0),
  };
}

/** The text of the document's content, a line for each marked stretch; page numbers and such left out. */
export function textOf(bytes: Buffer): string {
  return readPdf(bytes)
    .marked.filter(({ artifact }) => !artifact)
    .map(({ text }) => text)
    .join('\n');
}

const STANDARD = ['Document', 'H1', 'H2', 'P', 'Span', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody'];

/**
 * What of ISO 19005-2 (PDF/A-2), conformance level A, can be checked here without a validator, by clause. An
 * empty list is no certificate: docs/decisions/0013 says with what the documents were validated.
 */
export function problemsOf(bytes: Buffer): string[] {
  const { objects, trailer, catalog, metadata, unmarked, unmapped } = readPdf(bytes);
  const all = [...objects.values()].map(({ dictionary }) => dictionary);
  const problems: string[] = [];
  const must = (clause: string, holds: boolean): void => {
    if (!holds) problems.push(clause);
  };
  const ids = /\/ID \[(<[0-9a-f]+>|\([\s\S]*?\)) /.test(trailer);
  must('6.1.2 header', /^%PDF-1\.7\n%[\x80-\xFF]{4}\n/.test(bytes.toString('latin1', 0, 16)));
  must('6.1.3 identifier in the trailer, not encrypted', ids && !trailer.includes('/Encrypt'));
  must('6.1.7.2 no filter but Flate', !all.some((one) => /\/(LZWDecode|Crypt)\b/.test(one)));
  const intent = objects.get(Number(/\/OutputIntents \[(\d+) 0 R\]/.exec(catalog)?.[1]))?.dictionary ?? '';
  must('6.2.3 output intent', intent.includes('/S /GTS_PDFA1') && intent.includes('/DestOutputProfile'));
  const fonts = all.filter((one) => one.includes('/Type /FontDescriptor'));
  must(
    '6.2.11.4.1 every font embedded',
    fonts.length > 0 && fonts.every((one) => one.includes('/FontFile2')),
  );
  const composite = all.filter((one) => one.includes('/Subtype /Type0'));
  must(
    '6.2.11.7.2 Unicode of every font',
    composite.every((one) => one.includes('/ToUnicode')),
  );
  must('6.2.11.7.2 Unicode of every glyph, 6.2.11.8 no .notdef', unmapped === 0);
  const cid = all.filter((one) => one.includes('/Subtype /CIDFontType2'));
  must(
    '6.2.11.3.2 CIDToGIDMap',
    cid.length > 0 && cid.every((one) => one.includes('/CIDToGIDMap /Identity')),
  );
  must(
    '6.3 no annotations, 6.5 no actions',
    !all.some((one) => /\/(Annots|OpenAction|AA|JavaScript)\b/.test(one)),
  );
  must('6.6.2 metadata in clear', /\/Subtype \/XML/.test(all.join('\n')) && metadata.includes('<?xpacket'));
  must('6.6.4 says that it is 2A', /<pdfaid:part>2<[\s\S]*<pdfaid:conformance>A</.test(metadata));
  const title = /<dc:title>[\s\S]*?<rdf:li xml:lang="x-default">(.*?)</.exec(metadata)?.[1];
  must('6.6.3 one title', title !== undefined && all.some((one) => literal(one.slice(1, -1)) === title));
  must(
    '6.7.2.2 marked',
    /\/MarkInfo (\d+) 0 R/.test(catalog) && all.some((one) => /\/Marked true/.test(one)),
  );
  must('6.7.2 all content is real content or an artifact', unmarked === 0);
  const elements = all.flatMap((one) =>
    /\/P \d+ 0 R/.test(one) ? (/\/S \/(\w+)/.exec(one)?.[1] ?? []) : [],
  );
  must('6.7.3.3 structure tree', catalog.includes('/StructTreeRoot') && elements.length > 0);
  must(
    '6.7.3.4 standard structure types',
    elements.every((type) => STANDARD.includes(type)),
  );
  must('6.7.4 language', /\/Lang \((fr-FR|en-GB)\)/.test(catalog));
  return problems;
}
