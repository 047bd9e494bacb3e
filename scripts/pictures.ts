/** `npm run pictures`: the README's pictures, taken from the demonstration. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headlessDemo } from './demo.ts';
import { ROOT } from './paths.ts';
import { stopOnSignals } from './processes.ts';

/** Names in docs/pictures, and the demonstration's pictures they come from. */
const PICTURES: Readonly<Record<string, string>> = {
  'page-home.png': 'page-home.png',
  'page-chat.png': 'page-chat.png',
  'desk-light.png': 'desk-light.png',
  'desk-dark.png': 'desk-dark.png',
  'board.png': 'board-light.png',
};

stopOnSignals();
const folder = mkdtempSync(join(tmpdir(), 'permanence-pictures-'));
try {
  await headlessDemo(folder);
  const target = join(ROOT, 'docs/pictures');
  mkdirSync(target, { recursive: true });
  for (const [name, source] of Object.entries(PICTURES))
    copyFileSync(join(folder, source), join(target, name));
  console.log(
    `Refreshed: ${Object.keys(PICTURES)
      .map((name) => `docs/pictures/${name}`)
      .join(' ')}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
