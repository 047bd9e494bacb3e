import * as z from 'zod/mini';
import { type FromCitizen, FromCitizen as FromCitizenSchema } from '../../protocol/citizen-channel.ts';
import { type FromDesk, FromDesk as FromDeskSchema } from '../../protocol/desk-channel.ts';
import type { CloseReason } from '../../protocol/errors.ts';
import { Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import { type Bucket, fullBucket, type Rate, takeToken } from '../domain/rate.ts';
import { encode } from '../relay/encode.ts';
import type { Peer } from '../relay/ports.ts';

/** A hello of any version, whatever else it says: another version must be told so, not called malformed (V1). */
const AnyHello = z.looseObject({ type: z.literal('hello'), version: z.int() });
const AnyWithId = z.looseObject({ id: Id });

/** A sender that goes on after this many refused frames in a row is closed (rule B3). */
const REFUSED_IN_A_ROW = 100;

type Parser<Message> = {
  safeParse(value: unknown): { success: true; data: Message } | { success: false };
};

/** What is spoken on a socket, and in which version. */
export type Channel<Message> = { readonly schema: Parser<Message>; readonly version: number };

export const CITIZEN_CHANNEL: Channel<FromCitizen> = {
  schema: FromCitizenSchema,
  version: PROTOCOL_VERSIONS.citizen,
};
export const DESK_CHANNEL: Channel<FromDesk> = { schema: FromDeskSchema, version: PROTOCOL_VERSIONS.desk };

/** The way back to who sent the frames. After `close` nothing more is taken. */
type Back = { readonly closingAt: number; send(frame: string): void; close(reason: CloseReason): void };

function idOf(value: unknown): Id | null {
  const named = AnyWithId.safeParse(value);
  return named.success ? named.data.id : null;
}

/**
 * Frames on their way in, whatever carried them: bounded in rate, parsed before anything else looks at them
 * (rules E1, E2, B3). What arrives before the hub answered who this is waits, bounded (B1).
 */
export class Intake<Message> {
  readonly #channel: Channel<Message>;
  readonly #rate: Rate;
  readonly #onMessage: () => void;
  readonly #back: Back;
  #bucket: Bucket | null = null;
  #limited = 0;
  #peer: Peer<Message> | null = null;
  #early: string[] = [];
  #over = false;

  constructor(channel: Channel<Message>, rate: Rate, back: Back, onMessage: () => void) {
    this.#channel = channel;
    this.#rate = rate;
    this.#back = back;
    this.#onMessage = onMessage;
  }

  /** The hub has answered. A wire that is gone by now is told so to the peer at once. */
  attach(peer: Peer<Message>): void {
    this.#peer = peer;
    const early = this.#early;
    this.#early = [];
    for (const frame of early) this.#parse(frame);
    if (this.#over) peer.gone();
  }

  take(frame: string): void {
    if (this.#back.closingAt !== 0) return;
    if (this.#peer !== null) this.#parse(frame);
    else if (this.#early.length >= LIMITS.pendingPerSender) this.#back.close('rate-limited');
    else this.#early.push(frame);
  }

  /** The wire is closing: what waited for the hub's answer is not taken any more. */
  forget(): void {
    this.#early = [];
  }

  gone(): void {
    this.#over = true;
    this.#early = [];
    this.#peer?.gone();
  }

  #parse(frame: string): void {
    if (this.#back.closingAt !== 0) return;
    let value: unknown;
    try {
      value = JSON.parse(frame);
    } catch {
      this.#back.close('malformed');
      return;
    }
    const message = this.#channel.schema.safeParse(value);
    if (message.success) {
      if (!this.#allowed(value)) return;
      this.#onMessage();
      this.#peer?.receive(message.data);
      return;
    }
    const hello = AnyHello.safeParse(value);
    if (hello.success && hello.data.version !== this.#channel.version) {
      this.#back.close('version-unsupported');
      return;
    }
    this.#peer?.malformed(idOf(value));
  }

  /**
   * B3: frames of every kind count here. The hub counts what is written, by conversation; reading marks,
   * typing or following could flood as well.
   */
  #allowed(value: unknown): boolean {
    const now = performance.now();
    const token = takeToken(this.#rate, this.#bucket ?? fullBucket(this.#rate, now), now);
    this.#bucket = token.bucket;
    if (token.allowed) {
      this.#limited = 0;
      return true;
    }
    this.#limited += 1;
    if (this.#limited > REFUSED_IN_A_ROW) this.#back.close('rate-limited');
    else this.#back.send(encode({ type: 'refused', id: idOf(value), code: 'rate-limited' }));
    return false;
  }
}
