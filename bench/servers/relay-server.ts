/** The relay as `npm start` runs it (same settings, same composition), with the bench's questions beside it. */
import { loadConfig } from '../../server/config/index.ts';
import { startRelay } from '../../server/main.ts';
import { serveControl } from './control.ts';

const loaded = loadConfig({ environment: process.env });
if (loaded.kind === 'invalid') throw new Error(loaded.problems.join('\n'));
const relay = await startRelay(loaded.config);
serveControl(relay.port);
