import { setTimeout as sleep } from 'node:timers/promises';
import type { Part } from './cast.ts';
import { type Citizen, openCitizen } from './citizen.ts';

export type Happening = (reference: string, what: string) => void;

export type PlayOptions = {
  /** Such as `http://127.0.0.1:8443`. */
  readonly relay: string;
  /** 1 is the pace of the cast; 10 is ten times faster. */
  readonly pace: number;
  readonly signal: AbortSignal;
  /** Told what happens, by reference; what people wrote is not repeated. */
  readonly happened: Happening;
};

/** Plays until aborted: a pause in demonstration time. */
function pause(seconds: number, options: PlayOptions): Promise<void> {
  return sleep((seconds * 1000) / options.pace, undefined, { signal: options.signal });
}

async function converse(citizen: Citizen, part: Part, options: PlayOptions): Promise<void> {
  for (const reply of part.replies) {
    const heard = await citizen.answer();
    if (heard === null) return;
    await pause(2, options);
    citizen.typing();
    await pause(3, options);
    await citizen.say(reply);
    options.happened(citizen.reference, 'replies');
  }
  // Stays, silent, until the officer closes: closing is the officer's to decide.
  while ((await citizen.answer()) !== null);
}

async function playPart(part: Part, options: PlayOptions): Promise<void> {
  await pause(part.arrives, options);
  const citizen = await openCitizen(options.relay, part.language, part.subject);
  options.signal.addEventListener('abort', () => citizen.vanish());
  options.happened(citizen.reference, `arrives (${part.subject ?? 'no subject'})`);
  for (const text of part.opening) {
    await citizen.say(text);
    await pause(4, options);
  }
  if (part.patience === undefined) return converse(citizen, part, options);
  await pause(part.patience, options);
  await citizen.leave();
  options.happened(citizen.reference, 'leaves without an answer');
}

/** Plays a cast once. Resolves when everyone has left or the signal says stop. */
export async function play(cast: readonly Part[], options: PlayOptions): Promise<void> {
  const parts = await Promise.allSettled(cast.map((part) => playPart(part, options)));
  for (const part of parts) {
    if (part.status === 'rejected' && !options.signal.aborted) throw part.reason;
  }
}
