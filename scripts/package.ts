/** `npm run package`: the desk as a folder that can be started, then the installers where their tools can be had. */
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, Platform } from 'electron-builder';
import { buildDesk } from './build.ts';
import { electronRuntime } from './electron-runtime.ts';
import { readFuses } from './fuses.ts';
import { CACHE, ROOT } from './paths.ts';
import { tryPacked } from './try-packed.ts';

const OUTPUT = join(ROOT, 'dist');

/** The runtime without the link to this checkout that the tests use. */
function distForPacking(dist: string): string {
  const clean = join(CACHE, 'electron-for-packing');
  rmSync(clean, { recursive: true, force: true });
  mkdirSync(clean, { recursive: true });
  cpSync(dist, clean, {
    recursive: true,
    filter: (source) => !/^resources\/(app|default_app\.asar)$/.test(relative(dist, source)),
  });
  return clean;
}

const runtime = await electronRuntime();
await buildDesk();
const electronDist = distForPacking(runtime.dist);
const config = { electronDist, electronVersion: runtime.version };

function size(path: string): string {
  const bytes = statSync(path).isDirectory()
    ? globSync('**/*', { cwd: path, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
    : statSync(path).size;
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

async function pack(targets: readonly string[]): Promise<readonly string[]> {
  return await build({
    projectDir: ROOT,
    targets: Platform.LINUX.createTarget([...targets]),
    config,
    publish: 'never',
  });
}

/** The configuration as electron-builder reads it is a file: what is printed of it here is read from it. */
function programName(): string {
  return (
    readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8').match(/executableName: (\S+)/)?.[1] ??
    'permanence'
  );
}

if (process.platform !== 'linux') {
  console.log('This script packs for Linux. On Windows and macOS run: npx electron-builder');
} else {
  await pack(['dir']);
  const folder = join(OUTPUT, 'linux-unpacked');
  const program = join(folder, programName());
  if (!existsSync(program)) throw new Error(`electron-builder left no ${program}`);
  console.log('\nFuses, read back from the packed program:');
  for (const { fuse, wanted, is } of await readFuses(program)) {
    if (is !== 'absent' && is !== wanted) throw new Error(`${fuse} is ${is}, not ${wanted}`);
    console.log(`  ${fuse}: ${is === 'absent' ? 'not in this Electron' : is ? 'on' : 'off'}`);
  }
  console.log(`\nMade: ${relative(ROOT, folder)} (${size(folder)}), Electron ${runtime.version}`);
  if (runtime.trial) console.log('TRIAL ONLY: packed with the trial runtime. Never ship it.');
  console.log(`Started: the packed desk signs in; its local copy: “${await tryPacked(program, runtime)}”`);
  for (const target of ['AppImage', 'deb']) {
    try {
      for (const file of await pack([target])) console.log(`Made: ${relative(ROOT, file)} (${size(file)})`);
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
      console.log(`Not made: ${target}. Its tools could not be fetched or run: ${why}`);
    }
  }
}
rmSync(electronDist, { recursive: true, force: true });
// electron-builder keeps download sockets open after a failure.
process.exit(process.exitCode ?? 0);
