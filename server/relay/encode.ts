import type { Outgoing } from './ports.ts';

/** The only place where a message becomes text. */
export function encode(message: Outgoing): string {
  return JSON.stringify(message);
}

/** The same for every reader there is. */
export const BEAT = encode({ type: 'beat' });
