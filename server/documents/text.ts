import type { Block, DocumentModel } from './model.ts';
import { linesOf } from './visible.ts';
import { wordsOf } from './words/index.ts';

const INDENT = '    ';

/** Somebody's words are indented: no line of theirs can pass for one of ours. */
function indented(text: string): string[] {
  return linesOf(text).map((line) => (line === '' ? '' : `${INDENT}${line}`));
}

function block(one: Block, colon: string): string[] {
  switch (one.kind) {
    case 'heading':
      return [one.text, '-'.repeat(one.text.length), ''];
    case 'paragraph':
      return [...linesOf(one.text), ''];
    case 'facts':
      return [...one.rows.map(([label, value]) => `${label}${colon}${linesOf(value).join(' ')}`), ''];
    case 'journal':
      return one.items.flatMap(({ head, text }) => [head, ...indented(text), '']);
  }
}

/** A document as plain text: UTF-8, lines ended by a line feed. The same model gives the same bytes. */
export function writeText(model: DocumentModel): string {
  const { colon } = wordsOf(model.language);
  const lines = [model.title, '='.repeat(model.title.length), ''];
  for (const one of model.blocks) lines.push(...block(one, colon));
  return `${lines.join('\n').trimEnd()}\n`;
}
