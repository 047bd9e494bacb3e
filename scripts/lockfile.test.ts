import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { ROOT } from './paths.ts';

const Lock = z.object({
  packages: z.record(z.string(), z.looseObject({ gypfile: z.optional(z.boolean()) })),
});
const Manifest = z.looseObject({ gypfile: z.optional(z.boolean()) });
const lock = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));

/**
 * `npm ci` compiles whatever has a binding.gyp, unless the package says `"gypfile": false`, and it looks for
 * that in the lock file, where `npm install` does not write it. Without the line a machine that has no
 * compiler cannot install, and one that has it spends minutes to build what the package brings ready made.
 */
test('npm ci compiles nothing: packages with ready-made code say so in the lock file', () => {
  const compiled = Object.keys(lock.packages).filter((path) => {
    if (path === '' || !existsSync(join(ROOT, path, 'binding.gyp'))) return false;
    const { gypfile } = Manifest.parse(JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')));
    return gypfile === false && lock.packages[path]?.gypfile !== false;
  });
  expect(compiled, 'add "gypfile": false to these entries of package-lock.json').toEqual([]);
});

test('no package names a registry: the clone installs from whichever its npm is set to', () => {
  const named = Object.entries(lock.packages).filter(([, entry]) => entry['resolved'] !== undefined);
  expect(named.map(([path]) => path)).toEqual([]);
});
