import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CITIZEN_SOCKET_PATH, type FromCitizen } from '../../protocol/citizen-channel.ts';
import { DESK_SOCKET_PATH, type FromDesk } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import { LIMITS, TIMES } from '../../protocol/limits.ts';
import type { Rate } from '../domain/rate.ts';
import type { Session } from '../relay/ports.ts';
import type { Client } from './address.ts';
import type { Context, Heartbeat } from './context.ts';
import { bearerToken } from './desk-routes.ts';
import { type Refused, refused } from './doors.ts';
import { CITIZEN_CHANNEL, DESK_CHANNEL } from './intake.ts';
import { perMinute } from './limiter.ts';
import { faultDetails } from './log.ts';
import type { SocketKind } from './metrics.ts';
import { refuseHandshake } from './refuse.ts';
import { Wire } from './wire.ts';

/** How long a closed wire may take to say goodbye before it is cut. */
const GOODBYE = 2_000;
const SWEEP_EVERY = 1_000;
/** Fragments and chunks one message may come in: a page sends one. */
const PIECES = 1_024;

function server(maxPayload: number): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    maxPayload,
    perMessageDeflate: false,
    clientTracking: false,
    maxFragments: PIECES,
    maxBufferedChunks: PIECES,
  });
}

function destroyOnError(this: Duplex): void {
  this.destroy();
}

/** Handshakes and the life of every socket: admission, heartbeat, and the end. */
export class Sockets {
  readonly #context: Context;
  readonly #citizens = server(LIMITS.citizenFrameBytes);
  readonly #desks = server(LIMITS.deskFrameBytes);
  readonly #wires = new Set<Wire<FromCitizen> | Wire<FromDesk>>();
  /** The session of each open desk: while it lives, a quiet night signs nobody out. */
  readonly #sessions = new Map<Wire<FromCitizen> | Wire<FromDesk>, Id>();
  readonly #heartbeat: Heartbeat;
  readonly #timers: NodeJS.Timeout[];
  readonly #rates: { readonly citizen: Rate; readonly desk: Rate };

  constructor(context: Context) {
    this.#context = context;
    this.#rates = {
      citizen: perMinute(context.config.citizenFramesPerMinute),
      desk: perMinute(context.config.deskFramesPerMinute),
    };
    this.#heartbeat = context.heartbeat ?? { every: TIMES.beat, silence: TIMES.silence };
    this.#timers = [
      setInterval(() => this.#beat(), this.#heartbeat.every),
      setInterval(() => this.#sweep(), SWEEP_EVERY),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  listen(http: Server): void {
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', destroyOnError);
      this.#upgrade(request, socket, head).catch((error: unknown) => {
        this.#context.log('warn', 'handshake-failed', faultDetails(error));
        this.#refuse(socket, refused('storage-unavailable', 1_000));
      });
    });
  }

  get count(): number {
    return this.#wires.size;
  }

  /** Cuts what is left. */
  terminate(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const wire of this.#wires) wire.terminate();
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const client = this.#context.addresses.client(request);
    const admission = client === null ? refused('forbidden') : this.#context.doors.admit(client);
    const path = (request.url ?? '').split('?', 1)[0];
    if (client === null || admission.kind === 'refused') {
      this.#refuse(socket, admission.kind === 'refused' ? admission : refused('forbidden'));
    } else if (path === CITIZEN_SOCKET_PATH) this.#citizen(request, socket, head, client);
    else if (path === DESK_SOCKET_PATH) await this.#desk(request, socket, head, client);
    else this.#refuse(socket, refused('not-found'));
  }

  #citizen(request: IncomingMessage, socket: Duplex, head: Buffer, client: Client): void {
    const { origins, cookie, hub } = this.#context;
    if (!origins.fromPage(request)) {
      this.#refuse(socket, refused('forbidden'));
      return;
    }
    const token = cookie.read(request);
    this.#citizens.handleUpgrade(request, socket, head, (webSocket) => {
      const wire = new Wire<FromCitizen>(
        webSocket,
        socket,
        CITIZEN_CHANNEL,
        this.#rates.citizen,
        () => undefined,
      );
      wire.origin = client.key;
      this.#keep(wire, webSocket, client, 'citizen');
      // A browser's script cannot see the status of a refused handshake: a close with its reason it can.
      if (token === null) {
        wire.close('conversation-gone');
        return;
      }
      hub
        .citizen(token, wire)
        .then((peer) => (peer === null ? wire.close('conversation-gone') : wire.attach(peer)))
        .catch((error: unknown) => this.#failed(wire, error));
    });
  }

  async #desk(request: IncomingMessage, socket: Duplex, head: Buffer, client: Client): Promise<void> {
    const { origins, accounts } = this.#context;
    if (!origins.fromDesk(request)) {
      this.#refuse(socket, refused('forbidden'));
      return;
    }
    const token = bearerToken(request);
    const session = token === null ? null : await accounts.bySession(token);
    if (session === null) {
      this.#refuse(socket, refused('not-signed-in'));
      return;
    }
    if (socket.destroyed) return;
    this.#desks.handleUpgrade(request, socket, head, (webSocket) => {
      const wire = new Wire<FromDesk>(webSocket, socket, DESK_CHANNEL, this.#rates.desk, () =>
        accounts.touch(session.session),
      );
      this.#keep(wire, webSocket, client, 'desk');
      this.#sessions.set(wire, session.session);
      this.#greetDesk(session, wire);
    });
  }

  #greetDesk(session: Session, wire: Wire<FromDesk>): void {
    try {
      wire.attach(this.#context.hub.desk(session, wire));
    } catch (error) {
      this.#failed(wire, error);
    }
  }

  #failed(wire: Wire<FromCitizen> | Wire<FromDesk>, error: unknown): void {
    this.#context.log('error', 'greeting-failed', faultDetails(error));
    wire.close('internal-error');
  }

  #keep(
    wire: Wire<FromCitizen> | Wire<FromDesk>,
    webSocket: { once(event: 'close', listener: () => void): unknown },
    client: Client,
    kind: SocketKind,
  ): void {
    const { metrics, doors } = this.#context;
    this.#wires.add(wire);
    doors.entered(client);
    metrics.connected(kind, 1);
    webSocket.once('close', () => {
      this.#wires.delete(wire);
      this.#sessions.delete(wire);
      doors.left(client);
      metrics.connected(kind, -1);
    });
  }

  #refuse(socket: Duplex, why: Refused): void {
    this.#context.metrics.turnedAway('handshake', why.code);
    refuseHandshake(socket, why.code, this.#context.headers.other, why.retryAfter);
  }

  /**
   * C1: whoever answered nothing for as long as a client would wait is ended. A desk that answers is in use:
   * its session is not idle.
   */
  #beat(): void {
    const now = performance.now();
    for (const wire of this.#wires) {
      if (now - wire.heardAt > this.#heartbeat.silence) {
        wire.terminate();
        continue;
      }
      wire.ping();
      const session = this.#sessions.get(wire);
      if (session !== undefined) this.#context.accounts.touch(session);
    }
  }

  #sweep(): void {
    const now = performance.now();
    for (const wire of this.#wires) {
      if (wire.closingAt !== 0 && now - wire.closingAt > GOODBYE) wire.terminate();
    }
  }
}
