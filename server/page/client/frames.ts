import type { ToCitizen } from '../../../protocol/citizen-channel.ts';
import { closeReason } from '../../../protocol/errors.ts';
import { read } from '../wire/shape.ts';
import { toCitizen } from '../wire/shapes/frames.ts';
import type { Phase } from './state.ts';

/** A frame of the relay, or null when it is not one. */
export function parseFrame(text: string): ToCitizen | null {
  try {
    return read(toCitizen, JSON.parse(text));
  } catch {
    return null;
  }
}

/** What a close that does not invite to come back (rule C3) means for the page. */
export function phaseAfterClose(code: number): Phase {
  switch (closeReason(code)) {
    case 'version-unsupported':
      return 'outdated';
    case 'replaced':
      return 'replaced';
    case 'conversation-gone':
    case 'not-signed-in':
      return 'gone';
    default:
      return 'failed';
  }
}
