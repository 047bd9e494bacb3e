import { fork } from 'node:child_process';
import type { CacheProcess } from './process-cache.ts';

/** What the child needs of the environment; no secret and no option of Node passes. */
const PASSED = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'TZ', 'LANG'] as const;

/**
 * Where a packed script lies for a Node that is not Electron's and cannot look into `app.asar`: packing leaves
 * what the cache needs beside the archive too. An unpacked path stays as it is.
 */
export function besideArchive(script: string): string {
  return script.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
}

/** Starts the cache with a Node of its own: for tests, and where Electron is older than the one we ship. */
export function forkCacheProcess(script: string, node: string): CacheProcess {
  const env: Record<string, string> = {};
  for (const name of PASSED) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const child = fork(besideArchive(script), [], {
    execPath: node,
    execArgv: [],
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'json',
  });
  const gone: (() => void)[] = [];
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    for (const listener of gone) listener();
  };
  child.on('exit', end);
  // A Node that is not there, or a channel cut while writing: the same as a death.
  child.on('error', end);
  return {
    post(message) {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void gone.push(listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
