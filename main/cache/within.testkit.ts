import { createFileCache } from './file-cache.ts';
import type { CacheAnswer } from './operations.ts';
import type { CacheProcess } from './process-cache.ts';

/** Does the cache's work in this process, on the real encrypted file: where many are wanted and none is killed. */
export function cacheWithin(): CacheProcess {
  const cache = createFileCache();
  let listener: (message: unknown) => void = () => undefined;
  const say = (answer: CacheAnswer) => setImmediate(() => listener(answer));
  say({ kind: 'ready' });
  return {
    post: ({ number, name, input }) => {
      const result = cache.perform(name, input);
      if (result.kind === 'done') say({ kind: 'done', number, output: result.output });
      else say({ kind: 'fault', number, fault: result.fault });
    },
    onMessage: (given) => {
      listener = given;
    },
    onExit: () => undefined,
    kill: () => undefined,
  };
}
