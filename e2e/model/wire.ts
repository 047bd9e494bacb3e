import { CLOSES, type CloseReason } from '../../protocol/errors.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Link, Peer } from '../../server/relay/ports.ts';

/** The client's end, as the page's and the desk's sessions hear it. */
export type ClientEnd = {
  opened(): void;
  message(text: string): void;
  closed(code: number): void;
};

type Schema<Message> = {
  safeParse(value: unknown): { success: true; data: Message } | { success: false };
};

export type WireOptions<Message> = {
  readonly schema: Schema<Message>;
  readonly client: ClientEnd;
  /** The relay takes the wire: its peer, or null when the cookie opens nothing. */
  readonly accept: (link: Link) => Promise<Peer<Message> | null>;
  /** Sees every frame the relay says, before it waits in the queue. */
  readonly onSaid: (frame: string) => void;
  /** Sees every message of the client in the moment in which the relay gets it. */
  readonly onHeard: (message: Message) => void;
  /** The relay's end is over, whoever ended it. */
  readonly onRelayEnd: () => void;
};

type Down = { readonly frame: string } | { readonly close: number };

/** What the model's scheduler does with a wire, whatever it carries. */
export interface AnyWire {
  readonly isOver: boolean;
  canOpen(): boolean;
  canGoUp(): boolean;
  canGoDown(): boolean;
  open(reachable: boolean): void;
  up(): void;
  down(): void;
  cut(how: 'both' | 'client-first' | 'relay-first'): void;
  linger(): void;
  killRelay(keep: number): void;
  tamper(how: 'swallow' | 'double'): void;
  clog(bytes: number): void;
}

/**
 * A wire in memory. Both directions are queues that move only by hand: first in, first out, as TCP keeps them; but
 * the two ends may learn of the end at different times, and what was on its way may arrive or not.
 */
export class Wire<Message> implements AnyWire, Link {
  readonly #options: WireOptions<Message>;
  #up: string[] = [];
  #down: Down[] = [];
  #peer: Peer<Message> | null = null;
  #opening = true;
  #accepting = false;
  #clientOpen = true;
  #relayOpen = false;
  #clogged = 0;
  paused = false;

  constructor(options: WireOptions<Message>) {
    this.#options = options;
  }

  get isOver(): boolean {
    return !this.#clientOpen && !this.#relayOpen && !this.#accepting;
  }

  canOpen(): boolean {
    return this.#opening && this.#clientOpen;
  }

  canGoUp(): boolean {
    return this.#relayOpen && this.#peer !== null && this.#up.length > 0;
  }

  canGoDown(): boolean {
    return this.#clientOpen && !this.paused && this.#down.length > 0;
  }

  /** The handshake comes through, or fails. */
  open(reachable: boolean): void {
    this.#opening = false;
    if (!reachable) {
      this.#endClient(1006);
      return;
    }
    this.#relayOpen = true;
    this.#accepting = true;
    this.#options.accept(this).then(
      (peer) => {
        this.#accepting = false;
        if (peer === null) this.close('conversation-gone');
        else if (this.#relayOpen) this.#peer = peer;
        else peer.gone();
      },
      () => {
        this.#accepting = false;
        this.close('internal-error');
      },
    );
    this.#options.client.opened();
  }

  /** From the client. */
  say(text: string): void {
    if (this.#clientOpen && !this.#opening) this.#up.push(text);
  }

  /** The client lets go: what it said before may still arrive, what was said to it does not. */
  leave(): void {
    this.#clientOpen = false;
    this.#down = [];
    this.#opening = false;
  }

  up(): void {
    const text = this.#up.shift();
    if (text === undefined || this.#peer === null || !this.#relayOpen) return;
    const parsed = this.#options.schema.safeParse(JSON.parse(text));
    if (parsed.success) {
      this.#options.onHeard(parsed.data);
      this.#peer.receive(parsed.data);
    } else {
      this.#peer.malformed(idOf(text));
    }
  }

  down(): void {
    const next = this.#down.shift();
    if (next === undefined || !this.#clientOpen) return;
    this.#clogged = 0;
    if ('frame' in next) this.#options.client.message(next.frame);
    else this.#endClient(next.close);
  }

  cut(how: 'both' | 'client-first' | 'relay-first'): void {
    this.#opening = false;
    if (how !== 'client-first') this.#endRelay();
    if (how === 'relay-first') this.#down.push({ close: 1006 });
    else this.#endClient(1006);
  }

  /** The relay learns that a client which let go is gone. */
  linger(): void {
    if (!this.#clientOpen && this.#up.length === 0) this.#endRelay();
  }

  /** The relay's process is killed; of what it said, the first `keep` frames still come through. */
  killRelay(keep: number): void {
    this.#peer = null;
    this.#up = [];
    if (!this.#relayOpen) {
      if (keep === 0) this.#down = this.#down.filter((each) => 'close' in each);
      return;
    }
    this.#relayOpen = false;
    this.#down = [...this.#down.slice(0, keep), { close: 1006 }];
  }

  /** What no TCP does and a proxy with a bug may: one journal frame less, or the same one twice. */
  tamper(how: 'swallow' | 'double'): void {
    const journals = this.#down.map((each) => ('frame' in each ? journalOf(each.frame) : null));
    const place = journals.findIndex((journal) => journal !== null);
    const frame = this.#down[place];
    if (frame === undefined) return;
    if (how === 'double') this.#down.splice(place, 0, frame);
    // Only what a later frame of the same journal gives away: nobody can miss what they never hear of.
    else if (journals.lastIndexOf(journals[place] ?? null) > place) this.#down.splice(place, 1);
  }

  clog(bytes: number): void {
    this.#clogged = bytes;
  }

  #endClient(code: number): void {
    if (!this.#clientOpen) return;
    this.leave();
    this.#options.client.closed(code);
  }

  #endRelay(): void {
    const peer = this.#peer;
    this.#peer = null;
    this.#up = [];
    if (!this.#relayOpen) return;
    this.#relayOpen = false;
    peer?.gone();
    this.#options.onRelayEnd();
  }

  // The relay's end: `Link`.

  send(frame: string): void {
    if (!this.#relayOpen) return;
    this.#options.onSaid(frame);
    if (this.#clientOpen) this.#down.push({ frame });
  }

  buffered(): number {
    return (
      this.#clogged + this.#down.reduce((sum, each) => sum + ('frame' in each ? each.frame.length : 0), 0)
    );
  }

  close(reason: CloseReason): void {
    if (!this.#relayOpen) return;
    this.#down.push({ close: CLOSES[reason].code });
    this.#endRelay();
  }
}

/** Whose entries a frame carries: a conversation's on a desk's wire, the citizen's own on theirs. */
function journalOf(frame: string): string | null {
  if (!frame.startsWith('{"type":"entries"')) return null;
  return /^\{"type":"entries","conversation":"([^"]+)"/.exec(frame)?.[1] ?? 'own';
}

function idOf(text: string): Id | null {
  return /"id":"([^"]+)"/.exec(text)?.[1] ?? null;
}
