import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Chance } from '../../e2e/model/random.ts';

/** What becomes of one direction of a connection once so many bytes have passed. */
type Fault =
  | { readonly kind: 'none' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'stall'; readonly milliseconds: number }
  | { readonly kind: 'throttle'; readonly piece: number; readonly every: number };

const WEIGHTS = { none: 55, cut: 25, stall: 10, throttle: 10 } as const;

export type ProxyCounts = {
  connections: number;
  cuts: number;
  stalls: number;
  throttles: number;
  halved: number;
};

/**
 * A small TCP proxy that behaves as networks do: it cuts connections at any byte, in the middle of a frame too, and
 * it stalls and throttles them. Bytes that pass are never changed and never change places.
 */
export class FaultyProxy {
  readonly counts: ProxyCounts = { connections: 0, cuts: 0, stalls: 0, throttles: 0, halved: 0 };
  /** No new faults from now on; those that were given stay. */
  quiet = false;
  /** Where to connect to. */
  target: number;
  readonly #server: Server;
  readonly #chance: Chance;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server, chance: Chance, target: number) {
    this.#server = server;
    this.#chance = chance;
    this.target = target;
    server.on('connection', (socket) => this.#connection(socket));
  }

  static open(chance: Chance, target: number): Promise<FaultyProxy> {
    const server = createServer({ noDelay: true });
    const proxy = new FaultyProxy(server, chance, target);
    return new Promise((opened, failed) => {
      server.once('error', failed);
      server.listen(0, '127.0.0.1', () => opened(proxy));
    });
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
    return address.port;
  }

  #fault(): Fault {
    const chance = this.#chance;
    if (this.quiet) return { kind: 'none' };
    const kind = chance.weighted(WEIGHTS);
    if (kind === 'stall') return { kind, milliseconds: 200 + chance.below(3_000) };
    if (kind === 'throttle') return { kind, piece: 16 + chance.below(400), every: 2 + chance.below(15) };
    return { kind };
  }

  #connection(client: Socket): void {
    this.counts.connections += 1;
    const relay = connect({ port: this.target, host: '127.0.0.1', noDelay: true });
    for (const socket of [client, relay]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        client.destroy();
        relay.destroy();
      });
    }
    this.#pump(client, relay);
    this.#pump(relay, client);
  }

  #pump(from: Socket, to: Socket): void {
    const fault = this.#fault();
    // Past the handshake, mostly: what follows is what matters.
    let left = fault.kind === 'none' ? Number.POSITIVE_INFINITY : 150 + this.#chance.below(6_000);
    from.on('end', () => to.end());
    from.on('data', (chunk: Buffer) => {
      if (left === 0) {
        this.#piecewise(from, to, chunk, fault);
        return;
      }
      const passing = chunk.subarray(0, Math.min(left, chunk.length));
      const rest = chunk.subarray(passing.length);
      left -= passing.length;
      this.#write(from, to, passing);
      if (left > 0) return;
      if (rest.length > 0) this.counts.halved += 1;
      this.#happen(from, to, fault, rest);
    });
  }

  #happen(from: Socket, to: Socket, fault: Fault, rest: Buffer): void {
    switch (fault.kind) {
      case 'cut':
        this.counts.cuts += 1;
        // What was passed on arrives, then nothing more: half a frame stays half a frame.
        to.end(() => to.destroy());
        from.destroy();
        return;
      case 'stall':
        this.counts.stalls += 1;
        from.pause();
        setTimeout(() => {
          this.#write(from, to, rest);
          from.resume();
        }, fault.milliseconds);
        return;
      case 'throttle':
        this.counts.throttles += 1;
        this.#piecewise(from, to, rest, fault);
        return;
      case 'none':
        this.#write(from, to, rest);
    }
  }

  #piecewise(from: Socket, to: Socket, chunk: Buffer, fault: Fault): void {
    if (fault.kind !== 'throttle' || this.quiet) {
      this.#write(from, to, chunk);
      return;
    }
    from.pause();
    const next = (at: number): void => {
      if (at >= chunk.length || to.destroyed) {
        from.resume();
        return;
      }
      to.write(chunk.subarray(at, at + fault.piece));
      setTimeout(() => next(at + fault.piece), fault.every);
    };
    next(0);
  }

  #write(from: Socket, to: Socket, chunk: Buffer): void {
    if (chunk.length === 0 || to.destroyed || to.write(chunk)) return;
    from.pause();
    to.once('drain', () => from.resume());
  }

  /** Everybody's connection ends now. */
  cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): Promise<void> {
    this.cutAll();
    return new Promise((closed) => this.#server.close(() => closed()));
  }
}
