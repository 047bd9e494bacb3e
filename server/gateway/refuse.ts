import type { Duplex } from 'node:stream';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { HttpRefusal } from '../../protocol/http.ts';

const STATUS: { readonly [Code in RefusalCode]?: number } = {
  malformed: 400,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  forbidden: 403,
  'return-refused': 403,
  blocked: 403,
  'not-found': 404,
  'too-large': 413,
  'rate-limited': 429,
  'locked-out': 429,
  'storage-unavailable': 503,
  'shutting-down': 503,
  'not-available': 503,
  'mail-unavailable': 503,
};

/** The HTTP status that goes with a refusal: what is not about the request itself is a conflict. */
export function statusOf(code: RefusalCode): number {
  return STATUS[code] ?? 409;
}

/** `retryAfter` in milliseconds; 0 when there is nothing to wait for. */
export function refusalBody(code: RefusalCode, retryAfter = 0): HttpRefusal {
  return retryAfter > 0 ? { code, retryAfter: Math.ceil(retryAfter) } : { code };
}

/** `Retry-After`, in whole seconds (RFC 9110, 10.2.3). */
export function retryAfterSeconds(milliseconds: number): string {
  return String(Math.max(1, Math.ceil(milliseconds / 1000)));
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/** The only way a WebSocket handshake is refused: status, coded JSON, and the connection is closed. */
export function refuseHandshake(
  socket: Duplex,
  code: RefusalCode,
  headers: Readonly<Record<string, string>>,
  retryAfter = 0,
): void {
  if (socket.destroyed) return;
  const status = statusOf(code);
  const body = JSON.stringify(refusalBody(code, retryAfter));
  const lines = Object.entries({
    ...headers,
    connection: 'close',
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    ...(retryAfter > 0 ? { 'retry-after': retryAfterSeconds(retryAfter) } : {}),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${REASONS[status] ?? 'Conflict'}\r\n${lines.join('')}\r\n${body}`);
}
