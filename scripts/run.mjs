// The door of every npm script: plain JavaScript, so that an old Node can still read it and say what is
// wrong, instead of failing on TypeScript's syntax or inside a native module.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const NEEDED = [24, 9];
const [name, ...rest] = process.argv.slice(2);
const scripts = {
  admin: '../server/cli/admin.ts',
  bench: '../bench/run.ts',
  build: './build.ts',
  chaos: '../bench/chaos/run.ts',
  check: './check.ts',
  demo: './demo.ts',
  desk: './desk.ts',
  package: './package.ts',
  pictures: './pictures.ts',
  relay: './relay.ts',
  'setup-tests': './setup-tests.ts',
  start: './start.ts',
  test: './test.ts',
  'test:model': '../e2e/model/run.ts',
};

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const file = Object.hasOwn(scripts, name ?? '')
  ? fileURLToPath(new URL(scripts[name], import.meta.url))
  : null;
if (file === null || !existsSync(file)) {
  console.error(`There is no script "${name ?? ''}". There are: ${Object.keys(scripts).join(', ')}.`);
  process.exitCode = 2;
} else if (major !== NEEDED[0] || minor < NEEDED[1]) {
  const pinned = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  const own = fileURLToPath(import.meta.url);
  if (existsSync(pinned) && process.env.PERMANENCE_TEST_NODE_CHECKED === undefined) {
    console.error(`This is Node ${process.versions.node}; going on with the pinned Node 24 of node_modules.`);
    const done = spawnSync(pinned, [own, name, ...rest], {
      stdio: 'inherit',
      env: { ...process.env, PERMANENCE_TEST_NODE_CHECKED: '1' },
    });
    process.exitCode = done.status ?? 1;
  } else {
    console.error(
      `Permanence needs Node ${NEEDED.join('.')} or a later 24; this is ${process.versions.node}. ` +
        'Run "npm ci" first: it brings the right Node along, and npm scripts then use it.',
    );
    process.exitCode = 1;
  }
} else {
  // TypeScript is stripped and compiled once, not at every start of a relay: of that, most of a start is made.
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../.cache/compiled', import.meta.url));
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
  // The script sees the command line it would see if it were run directly.
  process.argv.splice(1, 2, file);
  try {
    await import(new URL(scripts[name], import.meta.url).href);
  } catch (error) {
    console.error(error instanceof Error && error.name === 'Unable' ? error.message : error);
    // What the script started ends with it, and does not keep it.
    process.exit(1);
  }
}
