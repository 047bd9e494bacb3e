import type { Block, DocumentModel, JournalItem } from './model.ts';
import { type Element, PAGE, Sheet, type Style, TEXT_WIDTH } from './sheet.ts';

const INK = '#1a1f24';
const QUIET = '#4a545d';
const RULE = '#c3cad1';

const body: Style = { font: 'regular', size: 10, colour: INK, left: PAGE.left, width: TEXT_WIDTH };
const title: Style = { ...body, font: 'bold', size: 17 };
const heading: Style = { ...body, font: 'bold', size: 12.5 };
const small: Style = { ...body, size: 8, colour: QUIET };

const LABEL_WIDTH = 150;
const label: Style = { ...body, font: 'bold', size: 9, colour: QUIET, width: LABEL_WIDTH };
const value: Style = {
  ...body,
  size: 9.5,
  left: PAGE.left + LABEL_WIDTH + 12,
  width: TEXT_WIDTH - LABEL_WIDTH - 12,
};

const INDENT = 14;
const head: Style = { ...body, font: 'bold', size: 8.5, colour: QUIET };
const said: Style = { ...body, left: PAGE.left + INDENT, width: TEXT_WIDTH - INDENT };
const aside: Style = { ...said, size: 9, colour: QUIET };

function rule(sheet: Sheet): void {
  sheet.artifact('Layout', () => {
    const { pdf } = sheet;
    pdf
      .moveTo(PAGE.left, pdf.y)
      .lineTo(PAGE.left + TEXT_WIDTH, pdf.y)
      .lineWidth(0.6)
      .stroke(RULE);
  });
}

function facts(sheet: Sheet, rows: readonly (readonly [string, string])[]): void {
  const table = sheet.element('Table');
  for (const [name, text] of rows) {
    const height = Math.max(sheet.heightOf(name, label), sheet.heightOf(text, value));
    sheet.keep(Math.min(height, PAGE.height / 3));
    const row = sheet.element('TR', table);
    const top = sheet.pdf.y;
    const page = sheet.pdf.page;
    sheet.write(sheet.element('TH', row, { scope: 'Row' }), name, label);
    const left = sheet.pdf.y;
    if (sheet.pdf.page === page) sheet.pdf.y = top;
    sheet.write(sheet.element('TD', row), text, value);
    if (sheet.pdf.page === page) sheet.pdf.y = Math.max(left, sheet.pdf.y);
    sheet.space(3);
  }
  sheet.space(8);
}

function item(sheet: Sheet, list: Element, { head: who, text, aside: isAside }: JournalItem): void {
  sheet.keep(44);
  const part = sheet.element('LBody', sheet.element('LI', list));
  sheet.write(sheet.element('P', part), who, head);
  sheet.writeLines(part, text, isAside ? aside : said);
  sheet.space(7);
}

function block(sheet: Sheet, one: Block): void {
  switch (one.kind) {
    case 'heading':
      sheet.space(6);
      sheet.keep(60);
      sheet.write(sheet.element('H2'), one.text, heading);
      sheet.space(5);
      return;
    case 'paragraph':
      sheet.writeLines(sheet.root, one.text, body);
      sheet.space(7);
      return;
    case 'facts':
      facts(sheet, one.rows);
      return;
    case 'journal': {
      const list = sheet.element('L');
      for (const entry of one.items) item(sheet, list, entry);
    }
  }
}

/** A document as PDF/A-2a. The same model gives the same bytes. */
export async function writePdf(model: DocumentModel): Promise<Buffer> {
  const sheet = new Sheet(model);
  sheet.write(sheet.element('H1'), model.title, title);
  sheet.space(6);
  rule(sheet);
  sheet.space(14);
  for (const one of model.blocks) block(sheet, one);
  return sheet.finish((page, pages) => {
    const y = PAGE.height - PAGE.bottom + 26;
    sheet.decorate(model.title, small, y);
    sheet.decorate(`${page} / ${pages}`, { ...small, left: PAGE.width - PAGE.right - 40, width: 40 }, y);
  });
}
