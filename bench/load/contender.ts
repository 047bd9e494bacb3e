import type { Id } from '../../protocol/ids.ts';
import type { ServerProcess } from '../servers/server-process.ts';

export type Listener = {
  /** The sender was told that its message is durable. */
  readonly acked: (id: string, at: number) => void;
  /** The message came out of the socket of whom it was for. */
  readonly arrived: (id: string, at: number) => void;
};

/** What one message is: whose, in which conversation, with which id. */
export type Sending = {
  readonly conversation: number;
  readonly from: 'citizen' | 'officer';
  readonly id: Id;
};

/** A server under load, with conversations that are already held by desks: the relay or its peer. */
export interface Contender {
  readonly name: string;
  readonly server: ServerProcess;
  readonly conversations: number;
  /** Refusals so far: any means that the load was not carried. */
  readonly refused: () => number;
  listen(listener: Listener): void;
  send(sending: Sending, text: string): void;
}

export type LoadSize = {
  readonly conversations: number;
  readonly desks: number;
  readonly supervisors: number;
  /** Citizens who are connected, wait and say nothing. */
  readonly waiting: number;
};

export const SILENT: Listener = { acked: () => undefined, arrived: () => undefined };
