import type { Log } from '../session/surroundings.ts';

/** One JSON object a line on standard error. Event names, ids and numbers; no text, address or secret. */
export const log: Log = (event, details = {}) => {
  process.stderr.write(`${JSON.stringify({ at: Date.now(), event, ...details })}\n`);
};
