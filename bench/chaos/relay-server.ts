/**
 * The relay as `npm start` runs it, with two things that happen to a machine: SIGUSR2 fills its disk for a while, and
 * its clock may start wrong.
 */
import { loadConfig } from '../../server/config/index.ts';
import { startRelay } from '../../server/main.ts';
import { serveControl } from '../servers/control.ts';

/** How long the disk stays full; milliseconds. */
const FULL_FOR = 1_500;
const UNBOUNDED = 1_073_741_823;

const loaded = loadConfig({ environment: process.env });
if (loaded.kind === 'invalid') throw new Error(loaded.problems.join('\n'));
const skew = Number(process.env['CHAOS_SKEW'] ?? 0);
const relay = await startRelay(loaded.config, {
  clock: () => Date.now() + skew,
  storeOpened: ({ database }) => {
    process.on('SIGUSR2', () => {
      database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);
      setTimeout(() => void database.pragma(`max_page_count = ${UNBOUNDED}`), FULL_FOR);
    });
  },
});
serveControl(relay.port);
