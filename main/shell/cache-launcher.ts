import { utilityProcess } from 'electron';
import { forkCacheProcess } from '../cache/fork.ts';
import type { CacheProcess } from '../cache/process-cache.ts';

/**
 * Starts the cache's process: Electron's own utility process, or a Node 24 where the runtime at hand is too
 * old for the database (trial runtime, docs/security.md).
 */
export function cacheLauncher(script: string, node: string | null): () => CacheProcess {
  return node === null ? () => utilityCacheProcess(script) : () => forkCacheProcess(script, node);
}

function utilityCacheProcess(script: string): CacheProcess {
  const child = utilityProcess.fork(script, [], {
    serviceName: 'Permanence cache',
    stdio: 'inherit',
    env: {},
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
