/** `npm run check`: types of every room, then Biome (lint with the layer rules, format, imports) as errors. */
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

/** Rooms and the projects that check them; a room's tests may need more than the room itself. */
const ROOMS: readonly (readonly [room: string, project: string])[] = [
  ['protocol', 'protocol/tsconfig.json'],
  ['protocol', 'protocol/tsconfig.test.json'],
  ['server', 'server/tsconfig.json'],
  ['server/page', 'server/page/tsconfig.json'],
  ['server/page', 'server/page/tsconfig.test.json'],
  ['main', 'main/tsconfig.json'],
  ['preload', 'preload/tsconfig.json'],
  ['renderer', 'renderer/tsconfig.json'],
  ['e2e', 'e2e/tsconfig.json'],
  ['scripts', 'scripts/tsconfig.json'],
  ['bench', 'bench/tsconfig.json'],
];

type Check = { readonly name: string; readonly command: string; readonly args: readonly string[] };
type Outcome = { readonly name: string; readonly passed: boolean; readonly output: string };

function bin(name: string): string {
  return join(ROOT, 'node_modules/.bin', name);
}

/** A room with sources and without a project would go unchecked in silence: that is an error, not a skip. */
function checks(): readonly Check[] {
  const types = ROOMS.flatMap(([room, project]): Check[] => {
    const hasSources = globSync(`${room}/**/*.{ts,tsx}`, { cwd: ROOT }).length > 0;
    if (!hasSources && !existsSync(join(ROOT, project))) return [];
    return [{ name: `types: ${project}`, command: bin('tsc'), args: ['-p', project, '--pretty', 'false'] }];
  });
  const lint: Check = {
    name: 'lint, layers, format',
    command: bin('biome'),
    args: ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=60', '.'],
  };
  return [...types, lint];
}

function run(check: Check): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(check.command, check.args, { cwd: ROOT });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', (error) => done({ name: check.name, passed: false, output: error.message }));
    child.on('close', (code) => done({ name: check.name, passed: code === 0, output }));
  });
}

const queue = [...checks()];
const outcomes: Outcome[] = [];

async function worker(): Promise<void> {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const outcome = await run(next);
    outcomes.push(outcome);
    console.log(`${outcome.passed ? 'ok  ' : 'FAIL'} ${outcome.name}`);
    if (!outcome.passed) console.log(outcome.output);
  }
}

await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
const failed = outcomes.filter((outcome) => !outcome.passed);
console.log(
  failed.length === 0 ? 'check: all passed' : `check: ${failed.length} of ${outcomes.length} failed`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
