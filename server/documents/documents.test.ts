import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { levelsOf, runsOf } from './bidi.ts';
import type { Block, DocumentModel } from './model.ts';
import { problemsOf, readPdf, textOf } from './pdf.testkit.ts';
import { writePdf } from './pdf.ts';
import { writeText } from './text.ts';
import { linesOf, visible } from './visible.ts';
import { wrap } from './wrapping.ts';

// Fonts are read and subset; the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

const RTL = 'مرحبا، اسمي (أحمد) ورقم هاتفي 06 12 34 56 78 أمام Gare du Nord!';

function documentOf(...blocks: Block[]): DocumentModel {
  return { language: 'fr', title: 'Conversation C-4821', madeAt: '2026-11-24T05:00:00.000Z', blocks };
}

function saying(...texts: string[]): DocumentModel {
  return documentOf({
    kind: 'journal',
    items: texts.map((text, index) => ({ head: `Citoyen – ${index}`, text, aside: false })),
  });
}

const WHOLE = documentOf(
  { kind: 'paragraph', text: 'Voici ce que vous avez écrit : « à garder ».' },
  {
    kind: 'facts',
    rows: [
      ['Référence', 'C-4821'],
      ['Empreinte', 'a1'.repeat(32)],
    ],
  },
  { kind: 'heading', text: 'Ce qui a été écrit' },
  {
    kind: 'journal',
    items: [
      {
        head: 'Vous – 24 novembre 2026',
        text: 'Bonjour, on m’a volé mon vélo.\n\nQue faire ?',
        aside: false,
      },
      { head: 'Brigadier Dupont', text: `${RTL}\nΕλλάδα, Київ, Việt Nam, שָׁלוֹם`, aside: false },
      { head: 'Service', text: 'Conversation close', aside: true },
    ],
  },
);

test('PDF/A-2a: every requirement that can be checked here holds, clause by clause', async () => {
  expect(problemsOf(await writePdf(WHOLE))).toEqual([]);
  expect(problemsOf(await writePdf({ ...WHOLE, language: 'en', blocks: [] }))).toEqual([]);
});

test('the checks see what is wrong: a mark, a language, a map to Unicode taken away', async () => {
  const good = (await writePdf(WHOLE)).toString('latin1');
  const spoilt = (from: string, to: string) => Buffer.from(good.replaceAll(from, to), 'latin1');
  expect(problemsOf(spoilt('/Marked true', '/Marked fals'))).toEqual(['6.7.2.2 marked']);
  expect(problemsOf(spoilt('/Lang (fr-FR)', '/Lang (??-??)'))).toEqual(['6.7.4 language']);
  expect(problemsOf(spoilt('/FontFile2', '/FontFileX'))).toEqual(['6.2.11.4.1 every font embedded']);
  expect(() => problemsOf(spoilt('/ToUnicode', '/ToUnicodX'))).toThrow('ToUnicode');
});

test('the structure says what things are: headings, a table with row headers, a list, paragraphs', async () => {
  const { objects } = readPdf(await writePdf(WHOLE));
  const kinds = [...objects.values()].flatMap(({ dictionary }) =>
    /\/P \d+ 0 R/.test(dictionary) ? (/\/S \/(\w+)/.exec(dictionary)?.[1] ?? []) : [],
  );
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  expect(['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody'].map(count)).toEqual([
    1, 1, 1, 1, 2, 2, 2, 1, 3, 3,
  ]);
  const headers = [...objects.values()].filter(({ dictionary }) => dictionary.includes('/S /TH'));
  expect(headers.every(({ dictionary }) => dictionary.includes('/Scope /Row'))).toBe(true);
});

test('the same content gives the same bytes', async () => {
  expect((await writePdf(WHOLE)).equals(await writePdf(WHOLE))).toBe(true);
  expect(writeText(WHOLE)).toBe(writeText(WHOLE));
});

test('a character that no font has is shown by its code point, and read as it was written', async () => {
  expect(visible('你 \u0001\u202E👮 é').drawn).toBe('[U+4F60] [U+0001][U+202E][U+1F46E] é');
  const pdf = await writePdf(saying('Nom : 你好 👮‍♂️, puis \u202Eun ordre renversé'));
  expect(problemsOf(pdf)).toEqual([]);
  expect(textOf(pdf)).toContain('Nom : 你好 👮‍♂️, puis \u202Eun ordre renversé');
});

test('right to left: runs in their visual order, signs mirrored, digits as they are; read as it was written', async () => {
  const line = visible(RTL).drawn;
  const runs = runsOf(line, levelsOf(line), 0, line.length);
  expect(levelsOf(line).base).toBe(1);
  expect(runs.map(({ text, direction }) => (direction === 'ltr' ? text.trim() : '…'))).toEqual([
    '…',
    'Gare du Nord',
    '…',
    '78',
    '…',
    '56',
    '…',
    '34',
    '…',
    '12',
    '…',
    '06',
    '…',
  ]);
  // Read from its end, the rightmost run: brackets turned round.
  expect(runs.at(-1)?.text).toContain(')أحمد(');
  const pdf = await writePdf(saying(RTL, 'Je m’appelle أحمد.', 'می\u200Cخواهم'));
  expect(problemsOf(pdf)).toEqual([]);
  for (const text of [RTL, 'Je m’appelle أحمد.', 'می\u200Cخواهم']) expect(textOf(pdf)).toContain(text);
});

test('lines never overflow, and lose nothing: long words and addresses are cut, no-break spaces are kept', () => {
  const measure = (text: string) => [...text].length;
  for (const text of [
    'x'.repeat(95),
    'un deux\u00A0trois\u202F! quatre',
    `${'a'.repeat(30)} ${'b'.repeat(8)}`,
    '',
  ]) {
    const lines = wrap(text, 12, measure).map(({ start, end }) => text.slice(start, end));
    expect(lines.join('')).toBe(text);
    for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(12);
  }
  expect(wrap('un deux\u00A0trois', 10, measure)).toEqual([
    { start: 0, end: 3 },
    { start: 3, end: 13 },
  ]);
});

test('a text over many pages: every page is marked, every line is there once', async () => {
  const texts = Array.from(
    { length: 60 },
    (_, index) => `Message ${index}. ${'Encore des mots. '.repeat(25)}fin-${index}`,
  );
  const pdf = await writePdf(saying(...texts, RTL.repeat(40)));
  expect(problemsOf(pdf)).toEqual([]);
  const read = textOf(pdf).replaceAll(/\s+/g, ' ');
  for (const index of texts.keys()) expect(read.split(`fin-${index} `).length).toBe(2);
  const pages = [...readPdf(pdf).objects.values()].filter(({ dictionary }) =>
    /\/Type \/Page\n/.test(dictionary),
  );
  expect(pages.length).toBeGreaterThan(5);
});

/** What a reader extracts says where a line ends, and no more than that. */
function unspaced(text: string): string {
  return text.replaceAll(/\s|\p{Default_Ignorable_Code_Point}/gu, '');
}

test('whatever is typed, the document stays PDF/A and says it again', async () => {
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      RTL,
      'שָׁלוֹם (Paris)',
      '\u202E\u2066',
      'ffi ŉ Ǆ',
      '١٢٣ 45',
      '\n\n',
      'عربي‌ میخواهم',
      '🇫🇷👨‍👩‍👧',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 8 }), async (parts) => {
      const text = parts.join(' ');
      const pdf = await writePdf(saying(text));
      expect(problemsOf(pdf)).toEqual([]);
      const wanted = unspaced(
        linesOf(text)
          .filter((line) => line.trim() !== '')
          .join('')
          .toWellFormed(),
      );
      expect(unspaced(textOf(pdf)).replaceAll(/\[U\+[0-9A-F]+\]/g, '')).toContain(
        wanted.replaceAll(/\[U\+[0-9A-F]+\]/g, ''),
      );
    }),
    { numRuns: 25 },
  );
});

test('as text: UTF-8, indented so that nobody’s words can pass for the document’s own', () => {
  const text = writeText(saying('bonjour\nCitoyen – 1\r\n    fin', 'au revoir'));
  expect(text).toContain(
    'Citoyen – 0\n    bonjour\n    Citoyen – 1\n        fin\n\nCitoyen – 1\n    au revoir\n',
  );
  expect(text.split('\n').filter((line) => line === 'Citoyen – 1').length).toBe(1);
  expect(text).not.toContain('\r');
});
