/**
 * What a conversation needs beyond the first screen: a file of its own, so that a slow telephone shows the first
 * screen before it comes. It is asked for as soon as that screen is there, or at once where a conversation goes on.
 */
import { lazyLine } from './app/lazy-line.ts';
import { newId } from './app/new-id.ts';
import { openSocket } from './app/socket.ts';
import { type CitizenClient, createClient } from './client/client.ts';
import type { Environment } from './client/environment.ts';
import { createWireChoice, type Way } from './client/wire-choice.ts';

export { Conversation } from './views/conversation.tsx';
export { Ended } from './views/ended.tsx';

/** Whether the relay itself answers plain HTTP: a captive portal answers too, but not this. */
async function reachable(): Promise<boolean> {
  try {
    const response = await fetch('/healthz', { cache: 'no-store', redirect: 'error' });
    return response.ok && (await response.text()).includes('"alive"');
  } catch {
    return false;
  }
}

/** From the best to the last resort; a slow telephone is given time on the way that has no other after it. */
const WAYS: readonly [Way, ...Way[]] = [
  { open: openSocket, patience: 7_000, attempts: 2 },
  { open: lazyLine('stream'), patience: 4_000, attempts: 1 },
  { open: lazyLine('poll'), patience: 15_000, attempts: 2 },
];

/** Opens wires for client after client of one page, which learn from each other which way gets through. */
export function createClients({ after, listen }: Pick<Environment, 'after' | 'listen'>): () => CitizenClient {
  const environment = {
    openWire: createWireChoice(WAYS, { after, now: Date.now, reachable }),
    now: Date.now,
    elapsed: () => performance.now(),
    random: Math.random,
    after,
    newId,
    listen,
  };
  return () => createClient(environment);
}
