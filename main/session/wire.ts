import { WebSocket } from 'ws';
import { DESK_SOCKET_PATH } from '../../protocol/desk-channel.ts';

/** One socket to the relay, as the link holds it. */
export type Wire = {
  send(text: string): void;
  /** Ends it without waiting for the other side; nothing is heard of it afterwards. */
  cut(): void;
  /** Stops and resumes reading: the relay's own bounds then hold it back (rule B2). */
  pause(): void;
  resume(): void;
};

/** What a wire tells. After `closed` or `rejected` it tells nothing more. */
export type WireListener = {
  opened(): void;
  /** Null: a binary frame, which no relay sends. */
  message(text: string | null): void;
  closed(code: number): void;
  /** The handshake was answered with an HTTP status. `retryAfter` in milliseconds. */
  rejected(status: number, retryAfter: number | null): void;
};

export type OpenWire = (token: string, listener: WireListener) => Wire;

/** The largest frame is the content: catalogue and canned responses. */
const FRAME_LIMIT = 16 * 1024 * 1024;

function retryAfterOf(header: string | undefined): number | null {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

/** The desk's socket address on a relay, such as `wss://relay.example/ws/desk`. */
export function socketAddress(relay: string): string {
  const address = new URL(DESK_SOCKET_PATH, relay);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return address.href;
}

/**
 * Opens sockets to one relay. The token travels in the `Authorization` header, never in the address.
 * Certificates are checked by Node against its own and the system's authorities; nothing can turn that off.
 */
export function webSocketWires(relay: string): OpenWire {
  const address = socketAddress(relay);
  return (token, listener) => {
    let told = false;
    const socket = new WebSocket(address, {
      headers: { authorization: `Bearer ${token}` },
      perMessageDeflate: false,
      followRedirects: false,
      maxPayload: FRAME_LIMIT,
      handshakeTimeout: 10_000,
    });
    const end = (tell: () => void) => {
      if (told) return;
      told = true;
      tell();
    };
    socket.on('open', () => listener.opened());
    socket.on('message', (data, isBinary) => {
      if (!told) listener.message(isBinary ? null : String(data));
    });
    socket.on('unexpected-response', (request, response) => {
      end(() => listener.rejected(response.statusCode ?? 0, retryAfterOf(response.headers['retry-after'])));
      request.destroy();
    });
    // An error is always followed by a close; the code of a cut wire is 1006.
    socket.on('error', () => undefined);
    socket.on('close', (code) => end(() => listener.closed(code)));
    return {
      send(text) {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      cut() {
        told = true;
        socket.terminate();
      },
      pause: () => socket.pause(),
      resume: () => socket.resume(),
    };
  };
}
