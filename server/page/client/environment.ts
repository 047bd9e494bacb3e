import type { Topic } from '../../../protocol/emergency.ts';
import type { Id, Time } from '../../../protocol/ids.ts';

/** One open (or opening) socket, as the client uses it. */
export type Wire = {
  readonly send: (frame: string) => void;
  /** Closes it; the listener hears nothing more of this wire. */
  readonly close: () => void;
};

export type WireListener = {
  readonly opened: () => void;
  /** `data` is whatever the socket gave: text, or something that is not text and so is not ours. */
  readonly frame: (data: unknown) => void;
  /** Called once, with the close code; 1006 when the wire was cut or never opened. */
  readonly closed: (code: number) => void;
};

/** What the rules made of a text: whether it looks like an emergency, and which help lines it is owed. */
export type Heard = { readonly emergency: boolean; readonly topics: readonly Topic[] };

/**
 * All that the client needs of the world. Injected, so that its tests own the time, the chance and the
 * wire, and so that nothing in `client/` knows a browser.
 */
export type Environment = {
  /** Never calls its listener before it has returned. */
  readonly openWire: (listener: WireListener) => Wire;
  /** Milliseconds since the epoch. */
  readonly now: () => Time;
  /** Milliseconds by a clock that does not jump: what waits are measured with. */
  readonly elapsed: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Calls back once after `delay` ms; returns what cancels it. */
  readonly after: (delay: number, action: () => void) => () => void;
  readonly newId: () => Id;
  /** Calls `heard` when the rules find something in the text: before it returns if they are loaded. */
  readonly listen: (text: string, heard: (heard: Heard) => void) => void;
};
