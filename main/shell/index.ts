/** Entry of the desk's main process. The last-resort handler is here, and the only one. */
import * as z from 'zod/mini';
import { keepHeapSmall } from '../small-heap.ts';
import { log } from './log.ts';
import { startShell } from './start.ts';
import { keepGraphicsPlain, keepToolkitLight } from './toolkit.ts';

z.config({ jitless: true });

// A bug leaves the conversation in the cache and on the relay: better to go on than to close the desk.
process.on('uncaughtException', (error) => log('uncaught', describe(error)));
process.on('unhandledRejection', (reason) => log('unhandled', describe(reason)));

function describe(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) return { error: 'unknown', at: '' };
  // The place in the code, not the message: a message may quote what it was about.
  return { error: error.name, at: error.stack?.split('\n')[1]?.trim().slice(0, 200) ?? '' };
}

keepHeapSmall();
keepToolkitLight();
keepGraphicsPlain();
startShell();
