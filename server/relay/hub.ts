import type { HubOptions } from './options.ts';
import type { HubForHttp, HubForSockets } from './ports.ts';

/**
 * The relay's heart. The gateway parses frames and hands them over; greeting (V1, H1 and its time-out),
 * malformed counts (E2), `beat` (C1) and closes are the hub's; pings and frame sizes are the gateway's.
 * Sockets of ended sessions are closed by the hub (`accounts.onEnded`).
 */
export interface Hub extends HubForSockets, HubForHttp {
  /** Stops timers and lets go of the sockets, without a word to anyone: for tests, and after `drain`. */
  stop(): void;
}

/** Rebuilds every state from the store's journals, purges what is due, and begins. */
export function createHub(options: HubOptions): Promise<Hub> {
  return Promise.reject(new Error(`not yet: ${options.settings.termsVersion}`));
}
