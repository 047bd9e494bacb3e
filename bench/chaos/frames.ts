import type { Id } from '../../protocol/ids.ts';

/** The id that a frame acknowledges, or null: looked at beside the client, which parses it properly. */
export function ackOf(frame: string): Id | null {
  if (!frame.startsWith('{"type":"ack"')) return null;
  return /"id":"([^"]+)"/.exec(frame)?.[1] ?? null;
}

/** The conversation an acknowledgement names (desks'). */
export function conversationOf(frame: string): Id | null {
  return /"conversation":"([^"]+)"/.exec(frame)?.[1] ?? null;
}
