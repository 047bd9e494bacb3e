/** The cache's own process: it opens one encrypted file and does one operation at a time. */
import * as z from 'zod/mini';
import { keepHeapSmall } from '../small-heap.ts';
import { type CacheAnswer, CacheRequest } from './operations.ts';
import { parentPort } from './process-port.ts';
import { canRun } from './runtime.ts';

z.config({ jitless: true });
keepHeapSmall();

const port = parentPort();

function answer(message: CacheAnswer): void {
  port?.post(message);
}

async function main(): Promise<void> {
  if (port === null) {
    process.stderr.write('This is the cache of the desk: the desk starts it.\n');
    process.exitCode = 2;
    return;
  }
  port.onGone(() => process.exit(0));
  const { node, electron } = process.versions;
  if (!canRun({ node, electron })) {
    // Loading the database here would end the process with a segmentation fault.
    answer({ kind: 'too-old', runtime: electron ?? node });
    return;
  }
  const { createFileCache } = await import('./file-cache.ts');
  const cache = createFileCache();
  port.onMessage((message) => {
    const request = CacheRequest.safeParse(message);
    // Main is the only one to write here; a message that does not parse is a bug there, not input.
    if (!request.success) throw new Error('malformed request to the cache');
    const { number, name, input } = request.data;
    const result = cache.perform(name, input);
    answer(
      result.kind === 'done'
        ? { kind: 'done', number, output: result.output }
        : { kind: 'fault', number, fault: result.fault },
    );
  });
  answer({ kind: 'ready' });
}

await main();
