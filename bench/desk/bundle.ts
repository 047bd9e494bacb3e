import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context } from '../section.ts';

const OUT = join(import.meta.dirname, '../../out');

/** What the built desk weighs on the disk, by part; KB of 1,000 bytes. Source maps are not counted. */
export function tellBundle({ add }: Pick<Context, 'add'>): void {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['window, script', ['renderer/**/*.js']],
    ['window, style', ['renderer/**/*.css']],
    ['window, fonts', ['renderer/**/*.woff2']],
    ['main process and preload', ['main/index.js', 'main/chunks/*.js', 'preload/*.cjs']],
    ['cache process', ['main/cache.js']],
  ];
  for (const [name, patterns] of parts) {
    const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: OUT }));
    const contents = files.map((file) => readFileSync(join(OUT, file)));
    const total = (size: (content: Buffer) => number) =>
      contents.reduce((sum, content) => sum + size(content), 0) / 1_000;
    const samples = files.length;
    add({ what: `${name}, on the disk`, value: total(({ length }) => length), unit: 'KB', samples });
    if (name.endsWith('fonts')) continue;
    add({ what: `${name}, gzip`, value: total((content) => gzipSync(content).length), unit: 'KB', samples });
  }
}
