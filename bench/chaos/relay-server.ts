/**
 * The relay as `npm start` runs it, with two things that happen to a machine: its clock jumps, and (where the chaos
 * cannot make a real small disk) SIGUSR2 leaves its database no room for a while.
 */
import { flushCompileCache } from 'node:module';
import * as z from 'zod';
import { loadConfig } from '../../server/config/index.ts';
import { startRelay } from '../../server/main.ts';
import { serveControl } from '../servers/control.ts';
import { FULL_FOR } from './disk.ts';

const UNBOUNDED = 1_073_741_823;
/** Milliseconds by which the clock is wrong from now on. */
const Jump = z.strictObject({ kind: z.literal('jump'), skew: z.int() });

const loaded = loadConfig({ environment: process.env });
if (loaded.kind === 'invalid') throw new Error(loaded.problems.join('\n'));
let skew = Number(process.env['CHAOS_SKEW'] ?? 0);
const relay = await startRelay(loaded.config, {
  clock: () => Date.now() + skew,
  storeOpened: ({ database }) => {
    process.on('SIGUSR2', () => {
      database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);
      setTimeout(() => void database.pragma(`max_page_count = ${UNBOUNDED}`), FULL_FOR);
    });
  },
});
serveControl(relay.port, (message) => {
  skew = Jump.parse(message).skew;
});
// It is killed, and never ends in good order: the compiled code is left to the next one now.
flushCompileCache();
