import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './paths.ts';

test('docs/terms.md names a proof, or says "not yet", for every line; and every proof is there', () => {
  const rows = readFileSync(join(ROOT, 'docs/terms.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| (?:\d|data|tracking|site|deployment)/.test(line));
  expect(rows.length).toBeGreaterThanOrEqual(25);
  for (const row of rows) {
    const proofs = [...row.matchAll(/`([a-z0-9/.-]+\.ts)`/g)].map(([, file = '']) => file);
    expect(proofs.length > 0 || /\*not yet\*/i.test(row), row).toBe(true);
    expect(proofs.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  }
});
