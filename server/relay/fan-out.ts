import type { Entry } from '../../protocol/entry.ts';
import type { Cursor } from '../../protocol/ids.ts';
import { mayRead } from '../domain/reading.ts';
import type { Core } from './core.ts';
import type { Live } from './live.ts';
import { Frames } from './ranges.ts';
import { catchUp, cutOffIfSlow, type JournalReader } from './reading.ts';

/** Sends what was just made durable to every reader of the journal; each frame is encoded once. */
export function fanOut(core: Core, live: Live, after: Cursor, entries: readonly Entry[]): void {
  const frames = new Frames(live.state.conversation, after, entries);
  // Copies: cutting a reader off takes it out of the list.
  for (const citizen of [...live.citizens]) {
    deliver(core, citizen, after, citizen.link, () => frames.citizen());
  }
  for (const follow of [...live.followers]) {
    // Rule P2: reading ends in the very moment in which the right to it does.
    if (!mayRead(follow.desk.viewer, live.state)) {
      follow.desk.endFollow(live.state.conversation, true);
    } else {
      deliver(core, follow, after, follow.desk.link, () => frames.desk());
    }
  }
}

function deliver(
  core: Core,
  reader: JournalReader,
  after: Cursor,
  link: { send(frame: string): void },
  frames: () => readonly string[],
): void {
  if (reader.isOver || reader.catchingUp) return;
  if (reader.cursor !== after) {
    // Cannot be while live; reading again is always right.
    catchUp(core, reader).catch(() => reader.cutOff('internal-error'));
    return;
  }
  for (const frame of frames()) link.send(frame);
  reader.cursor = reader.live.state.lastSeq;
  cutOffIfSlow(core, reader);
}
