import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import type { LinkReason } from '../../protocol/link-health.ts';
import { isPublicAddress, NotPublic, publicLookup } from './address.ts';

export type Asking = {
  /** Milliseconds for one request, from its name's lookup to the beginning of its page, where that is read. */
  readonly timeout: number;
  /** Also addresses that are not public, on any port: for tests, and for catalogues of an inner network. */
  readonly privateAddresses: boolean;
  /** The public address of the service that asks. */
  readonly page?: string;
  /** Authorities (PEM) trusted besides the usual ones: for tests. */
  readonly authorities?: readonly string[];
  /** Ends what is under way: the relay stops. */
  readonly signal?: AbortSignal;
};

export type Answer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly location: string | null;
      /** As the server wrote it. */
      readonly retryAfter: string | null;
      readonly cookies: readonly string[];
      /** The `Refresh` header: the page moves on by itself. */
      readonly refresh: string | null;
      /** It is a page, as its head says. */
      readonly html: boolean;
      /** How a page begins; null for anything else, and where the body was not asked for. */
      readonly page: { readonly text: string; readonly whole: boolean } | null;
    }
  | { readonly kind: 'failed'; readonly reason: LinkReason };

/** Says who asks, so that an administrator who wonders can find out: the service's own page, where it has one. */
function userAgent(page: string | undefined): string {
  return page === undefined ? 'Permanence link check' : `Permanence link check (+${page})`;
}

/** Node's and OpenSSL's names for a certificate that is not to be trusted. */
const CERTIFICATE = /CERT|ALTNAME|VERIFY|ISSUER|SELF_SIGNED/;

function reasonOf(error: Error): LinkReason {
  if (error instanceof NotPublic) return 'address';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOTFOUND') return 'name';
  if (CERTIFICATE.test(code)) return 'certificate';
  return code === 'ETIMEDOUT' ? 'timeout' : 'unreachable';
}

/** Bytes of a page that are read, of a body that may have no end. */
const PAGE_BYTES = 16 * 1024;

function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** How a page begins: until it ends, is cut, or is long enough. What is compressed unasked is not read. */
async function beginningOf(response: IncomingMessage): Promise<{ text: string; whole: boolean } | null> {
  if (response.headers['content-encoding'] !== undefined) return null;
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece);
      length += piece.length;
      if (length >= PAGE_BYTES) break;
    }
  } catch {
    // Cut in the middle, or too slow: what came is looked at, and is not all of it.
    length = PAGE_BYTES;
  }
  const bytes = Buffer.concat(pieces).subarray(0, PAGE_BYTES);
  return { text: new TextDecoder(charsetOf(response)).decode(bytes), whole: length < PAGE_BYTES };
}

function charsetOf({ headers }: IncomingMessage): string {
  return /charset\s*=\s*"?iso-8859-1\b/i.test(headers['content-type'] ?? '') ? 'latin1' : 'utf-8';
}

function answered({ statusCode, headers }: IncomingMessage): Extract<Answer, { kind: 'answered' }> {
  return {
    kind: 'answered',
    status: statusCode ?? 0,
    location: headers.location ?? null,
    retryAfter: headers['retry-after'] ?? null,
    cookies: (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0] ?? ''),
    refresh: headers['refresh'] === undefined ? null : String(headers['refresh']),
    html: /^\s*text\/html\b/i.test(headers['content-type'] ?? ''),
    page: null,
  };
}

/** An address written as such never passes by the lookup, and another port is no public web page. */
function mayAsk(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return url.port === '' && (isIP(host) === 0 || isPublicAddress(host));
}

/**
 * One request, on a connection of its own. Of a page that GET answered with, the beginning is read; of anything else only
 * the head: its body's bytes are never asked for. Never rejects.
 */
export function ask(
  url: URL,
  method: 'HEAD' | 'GET',
  { timeout, privateAddresses, page, authorities, signal }: Asking,
  cookie = '',
): Promise<Answer> {
  if (!privateAddresses && !mayAsk(url)) return Promise.resolve({ kind: 'failed', reason: 'address' });
  return new Promise((resolve) => {
    const asked = request(url, {
      method,
      agent: false,
      signal: AbortSignal.any([AbortSignal.timeout(timeout), ...(signal === undefined ? [] : [signal])]),
      headers: { 'user-agent': userAgent(page), accept: 'text/html,*/*;q=0.5', ...(cookie && { cookie }) },
      ...(privateAddresses ? {} : { lookup: publicLookup }),
      ...(authorities === undefined ? {} : { ca: [...authorities] }),
    });
    asked.once('response', (response) => {
      // The connection is cut with the body unread: what its end says is of no interest.
      response.on('error', () => undefined);
      const answer = answered(response);
      if (method !== 'GET' || !answer.html || !isSuccess(response.statusCode)) {
        resolve(answer);
        response.destroy();
        return;
      }
      void beginningOf(response).then((page) => {
        resolve({ ...answer, page });
        response.destroy();
      });
    });
    // Another protocol, which nobody asked for: without a listener Node drops the connection and says nothing more,
    // and one such site would hold up the round for ever.
    asked.once('upgrade', (_, socket) => {
      socket.destroy();
      resolve({ kind: 'failed', reason: 'unreachable' });
    });
    asked.on('error', (error) => resolve({ kind: 'failed', reason: reasonOf(error) }));
    asked.end();
  });
}
