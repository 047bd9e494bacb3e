import { budgetText, type Figure, judge, round, type SectionResult } from './figure.ts';

type Row = readonly string[];

function width(text: string): number {
  return [...text].length;
}

/** Columns padded to the widest cell; the second one (figures) to the right. */
function align(rows: readonly Row[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  return rows.map((row) =>
    widths
      .map((size, column) => {
        const cell = row[column] ?? '';
        const space = ' '.repeat(size - width(cell));
        return column === 1 ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

function rowOf(figure: Figure): Row {
  const { what, value, unit, samples, budget } = figure;
  return [
    `  ${what}`,
    `${round(value)}${unit === '' ? '' : ` ${unit}`}`,
    budget === undefined ? '' : budgetText(budget, unit),
    budget === undefined ? '' : judge(value, budget).text,
    samples === undefined ? '' : `n=${samples.toLocaleString('en-GB')}`,
  ];
}

/** The whole report for a person: one block a section, its notes below. */
export function report(results: readonly SectionResult[]): string {
  const rows: Row[] = [['what', 'figure', 'budget', 'verdict', 'samples']];
  // Headings and notes span all columns: they keep their place through an index and are not aligned.
  const spanning = new Map<number, string[]>();
  const say = (line: string) => {
    const lines = spanning.get(rows.length) ?? [];
    lines.push(line);
    spanning.set(rows.length, lines);
  };
  for (const result of results) {
    say('');
    say(`${result.section} (${round(result.seconds)} s)`);
    for (const figure of result.figures) rows.push(rowOf(figure));
    if (result.failure !== null) say(`  NOT MEASURED: ${result.failure}`);
    for (const note of result.notes) say(`  · ${note}`);
  }
  const lines: string[] = [];
  align(rows).forEach((line, index) => {
    lines.push(...(spanning.get(index) ?? []), line);
  });
  lines.push(...(spanning.get(rows.length) ?? []));
  return lines.join('\n');
}

export type Totals = { readonly met: number; readonly missed: number; readonly failed: number };

/** How many budgets were met and missed, and how many sections could not be measured. */
export function totals(results: readonly SectionResult[]): Totals {
  let met = 0;
  let missed = 0;
  for (const { figures } of results) {
    for (const { value, budget } of figures) {
      if (budget === undefined) continue;
      if (judge(value, budget).met) met += 1;
      else missed += 1;
    }
  }
  return { met, missed, failed: results.filter((result) => result.failure !== null).length };
}
