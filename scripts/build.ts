import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packAssets } from '../server/gateway/assets.ts';
import { CACHE, ROOT } from './paths.ts';
import { start } from './processes.ts';
import { Unable } from './unable.ts';

/** What only a browser or Electron loads is built; everything else runs as it is written. */
type Part = {
  readonly name: string;
  readonly sources: readonly string[];
  /** A file that a finished build leaves. */
  readonly proof: string;
  readonly command: string;
  readonly args: readonly string[];
};

const PAGE: Part = {
  name: 'page',
  sources: [
    'server/page/**/*',
    'server/content/**/*',
    'protocol/**/*.ts',
    'design/**/*',
    'package-lock.json',
  ],
  proof: 'out/page/index.html',
  command: 'vite',
  args: ['build', '--config', 'server/page/vite.config.ts', '--logLevel', 'warn'],
};

const DESK: Part = {
  name: 'desk',
  sources: [
    'main/**/*',
    'preload/**/*',
    'renderer/**/*',
    'protocol/**/*.ts',
    'design/**/*',
    'electron.vite.config.ts',
    'package-lock.json',
  ],
  proof: 'out/main/index.js',
  command: 'electron-vite',
  args: ['build', '--logLevel', 'warn'],
};

/** Names, sizes and times of a part's sources: different when anything was changed, added or removed. */
function fingerprint(part: Part): string {
  const hash = createHash('sha256');
  const files = part.sources.flatMap((pattern) => globSync(pattern, { cwd: ROOT }));
  for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name)).sort()) {
    const { mtimeMs, size } = statSync(join(ROOT, file));
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

/** False: it was built already. */
async function build(part: Part, always: boolean): Promise<boolean> {
  const stamp = join(CACHE, `built-${part.name}`);
  const now = fingerprint(part);
  const built =
    existsSync(join(ROOT, part.proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
  if (built && !always) return false;
  console.log(`Building the ${part.name}.`);
  const run = start(join(ROOT, 'node_modules/.bin', part.command), part.args, {
    name: part.name,
    cwd: ROOT,
    // Whoever starts it, what is built is what is shipped: under Vitest it would be 7 % larger.
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  const code = await run.exited;
  if (code !== 0 || !existsSync(join(ROOT, part.proof))) {
    throw new Unable(`the ${part.name} was not built:\n${run.lines.slice(-40).join('\n')}`);
  }
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

/** What the citizen's browser loads, built or served as it is. */
const LOADED = ['out/page/assets/*.js', 'out/page/assets/*.css', 'server/site/site.css'];

/**
 * Builds the citizen's page when it is missing or older than its sources. Fails where it uses what a browser of the
 * last two years lacks (docs/decisions/0048).
 */
export async function buildPage(always = false): Promise<void> {
  if (!(await build(PAGE, always))) return;
  const { lackingInFiles } = await import('./browsers/check.ts');
  const lacking = lackingInFiles(ROOT, LOADED);
  if (lacking.length > 0) {
    rmSync(join(CACHE, `built-${PAGE.name}`), { force: true });
    throw new Unable(`browsers of the last two years lack what the page uses:\n${lacking.join('\n')}`);
  }
  await packAssets(join(ROOT, 'out/page'));
}

/** Builds the desk (main, cache, preload, window) when it is missing or older than its sources. */
export async function buildDesk(always = false): Promise<void> {
  await build(DESK, always);
}

if (process.argv[1] === import.meta.filename) {
  await buildPage(true);
  await buildDesk(true);
}
