import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Floors, floorsAt } from './floors.ts';
import { lackingInScript, ownNames } from './script.ts';
import { lackingInStyle } from './style.ts';

/** What may be missing in some browser of the promise, and why nothing is lost there. */
export const HARMLESS: Readonly<Record<string, string>> = {
  '.moveBefore': 'Preact asks whether it is there',
  'text-size-adjust': 'a turned telephone may enlarge the text',
  'overscroll-behavior': 'the page behind the log may scroll along',
  resize: 'the field for a question keeps its height',
};

/** Every feature of the built files that a browser of the last two years lacks, as sentences; empty is well. */
export function lackingInFiles(
  directory: string,
  patterns: readonly string[],
  floors: Floors = floorsAt(new Date()),
): readonly string[] {
  const files = patterns
    .flatMap((pattern) => globSync(pattern, { cwd: directory }))
    .map((file) => ({ file, source: readFileSync(join(directory, file), 'utf8') }));
  const own = ownNames(files.filter(({ file }) => file.endsWith('.js')).map(({ source }) => source));
  return files.flatMap(({ file, source }) => {
    const style = file.endsWith('.css');
    const found = style ? lackingInStyle(source, floors) : lackingInScript(source, floors, own);
    return [...found]
      .filter(([name]) => !Object.hasOwn(HARMLESS, name))
      .map(([name, browsers]) => `${file}: "${name}" is not in ${browsers.join(', ')}`);
  });
}
