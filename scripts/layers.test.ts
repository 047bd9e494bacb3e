import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ROOT } from './paths.ts';

/**
 * Every arrow of the house, broken on purpose in a copy of nothing but the lint configuration: a rule that
 * lets its violation through is a rule that is not there.
 */
const BROKEN: readonly (readonly [path: string, source: string, message: RegExp])[] = [
  [
    'renderer/views/a.ts',
    `import { a } from '../../main/session/a.ts';\nexport { a };`,
    /only main may import/i,
  ],
  ['renderer/views/b.ts', `import { a } from '../../server/a/b.ts';\nexport { a };`, /only the relay may/i],
  ['renderer/views/c.ts', `import { shell } from 'electron';\nexport { shell };`, /only main\/shell/i],
  [
    'renderer/views/d.ts',
    `import { readFile } from 'node:fs/promises';\nexport { readFile };`,
    /there is no Node/,
  ],
  ['renderer/views/e.ts', `export const a = import('node:fs');`, /there is no Node/],
  ['renderer/views/f.ts', `export type { Stats } from 'fs';`, /there is no Node/],
  ['renderer/views/g.tsx', `import { a } from '../../preload/a.ts';\nexport { a };`, /only the preload may/i],
  ['main/session/a.ts', `import { app } from 'electron';\nexport { app };`, /only main\/shell/i],
  [
    'main/session/b.ts',
    `import { a } from '../../renderer/a/b.ts';\nexport { a };`,
    /only the renderer may/i,
  ],
  ['main/session/c.ts', `import { a } from '../../server/relay/b.ts';\nexport { a };`, /only the relay may/i],
  [
    'main/session/d.ts',
    `import type { A } from '../../server/relay/b.ts';\nexport type { A };`,
    /only the relay may/i,
  ],
  [
    'main/shell/window.ts',
    `import { ipcMain } from 'electron';\nexport { ipcMain };`,
    /main\/shell\/ipc\.ts/,
  ],
  ['main/shell/menu.ts', `import { shell } from 'electron';\nexport { shell };`, /main\/shell\/external\.ts/],
  ['main/shell/all.ts', `import * as electron from 'electron';\nexport { electron };`, /by name/],
  ['main/shell/late.ts', `export const electron = import('electron');`, /by name/],
  ['main/shell/old.ts', `export const electron = require('electron');`, /by name/],
  [
    'main/shell/ipc.ts',
    `import { ipcRenderer } from 'electron';\nexport { ipcRenderer };`,
    /belongs to preload/,
  ],
  [
    'main/shell/external.ts',
    `import { ipcMain } from 'electron';\nexport { ipcMain };`,
    /main\/shell\/ipc\.ts/,
  ],
  ['preload/a.ts', `import { a } from '../main/shell/b.ts';\nexport { a };`, /only main may import/i],
  ['preload/b.ts', `import { a } from '../renderer/b/c.ts';\nexport { a };`, /only the renderer may/i],
  ['preload/c.ts', `import { shell } from 'electron';\nexport { shell };`, /contextBridge and ipcRenderer/],
  ['preload/d.ts', `import { join } from 'node:path';\nexport { join };`, /there is no Node/],
  ['protocol/a.ts', `import { a } from '../server/domain/a.ts';\nexport { a };`, /only the relay may/i],
  ['protocol/b.ts', `import { a } from '../main/session/a.ts';\nexport { a };`, /only main may import/i],
  ['protocol/c.ts', `import { a } from '../renderer/a/b.ts';\nexport { a };`, /only the renderer may/i],
  ['protocol/d.ts', `import { join } from 'node:path';\nexport { join };`, /there is no Node/],
  ['protocol/e.ts', `import { app } from 'electron';\nexport { app };`, /only main\/shell/i],
  ['server/domain/a.ts', `import { a } from '../store/a.ts';\nexport { a };`, /server\/domain is pure/],
  ['server/domain/b.ts', `import { join } from 'node:path';\nexport { join };`, /there is no Node/],
  [
    'server/documents/a.ts',
    `import { a } from '../relay/a.ts';\nexport { a };`,
    /server\/documents turns what it is given/,
  ],
  ['server/store/c.ts', `import { a } from '../documents/a.ts';\nexport { a };`, /never looks outwards/],
  ['server/store/a.ts', `import { a } from '../gateway/a.ts';\nexport { a };`, /never looks outwards/],
  [
    'server/store/sqlite/b.ts',
    `import { a } from '../../relay/a.ts';\nexport { a };`,
    /never looks outwards/,
  ],
  ['server/relay/a.ts', `import { WebSocket } from 'ws';\nexport { WebSocket };`, /never sees a socket/],
  ['server/relay/b.ts', `import { a } from '../gateway/a.ts';\nexport { a };`, /never sees a socket/],
  [
    'server/gateway/a.ts',
    `import { a } from '../../main/session/a.ts';\nexport { a };`,
    /only main may import/i,
  ],
  [
    'server/gateway/b.ts',
    `import { a } from '../../scripts/lib/a.ts';\nexport { a };`,
    /never the other way/,
  ],
  [
    'server/page/client/a.ts',
    `import { a } from '../../domain/a.ts';\nexport { a };`,
    /protocol\/ and design\/ alone/,
  ],
  [
    'server/gateway/page.ts',
    `import { a } from '../page/app/app.ts';\nexport { a };`,
    /served, not imported; only its words/,
  ],
  ['server/page/client/b.ts', `import { join } from 'node:path';\nexport { join };`, /there is no Node/],
];

const ALLOWED: readonly (readonly [path: string, source: string])[] = [
  ['renderer/ok.ts', `import { a } from '../protocol/ids.ts';\nexport { a };`],
  [
    'main/session/ok.ts',
    `import { a } from '../../protocol/ids.ts';\nimport { b } from 'node:path';\nexport { a, b };`,
  ],
  ['main/shell/ok.ts', `import { app } from 'electron';\nexport { app };`],
  ['main/shell/ipc.ts', `import { ipcMain } from 'electron';\nexport { ipcMain };`],
  ['main/shell/external.ts', `import { shell } from 'electron';\nexport { shell };`],
  [
    'preload/ok.ts',
    `import { contextBridge, ipcRenderer } from 'electron';\nexport { contextBridge, ipcRenderer };`,
  ],
  ['server/store/ok.ts', `import { a } from '../domain/ids.ts';\nexport { a };`],
  ['server/gateway/ok.ts', `import { a } from '../relay/ports.ts';\nexport { a };`],
  ['server/site/ok.ts', `import { a } from '../page/i18n/catalogues.ts';\nexport { a };`],
];

/** What the JSON reporter says of one finding, as far as it is read here. */
const Report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), message: z.string(), location: z.object({ path: z.string() }) }),
  ),
});
type Diagnostic = z.infer<typeof Report>['diagnostics'][number];

function lint(files: readonly (readonly [string, string, ...unknown[]])[]): readonly Diagnostic[] {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-layers-'));
  folders.push(folder);
  for (const file of ['biome.json', '.gitignore', 'scripts/lint']) {
    cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  }
  for (const [path, source] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${source}\n`);
  }
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  const biome = join(ROOT, 'node_modules/.bin/biome');
  const run = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=500', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!run.stdout.startsWith('{')) throw new Error(`biome said: ${run.stdout}${run.stderr}`);
  return Report.parse(JSON.parse(run.stdout)).diagnostics;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('an arrow that points the wrong way is an error', () => {
  let found: readonly Diagnostic[] = [];
  beforeAll(() => {
    found = lint(BROKEN);
  });
  test.each(BROKEN)('%s: %s', (path, _source, message) => {
    const here = found.filter((one) => one.location.path === path);
    expect(here.map((one) => one.message).join('\n')).toMatch(message);
  });
});

test('arrows that point inwards are not', () => {
  expect(lint(ALLOWED).filter((one) => /noRestrictedImports|plugin/.test(one.category))).toEqual([]);
});
