import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import type { LinkReason } from '../../protocol/link-health.ts';
import { isPublicAddress, NotPublic, publicLookup } from './address.ts';

export type Asking = {
  /** Milliseconds for one request, from its name's lookup to its headers. */
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

function answered({ statusCode, headers }: IncomingMessage): Answer {
  return {
    kind: 'answered',
    status: statusCode ?? 0,
    location: headers.location ?? null,
    retryAfter: headers['retry-after'] ?? null,
    cookies: (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0] ?? ''),
  };
}

/** An address written as such never passes by the lookup, and another port is no public web page. */
function mayAsk(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return url.port === '' && (isIP(host) === 0 || isPublicAddress(host));
}

/**
 * One request, on a connection of its own. Only the head of the answer is read: the body's bytes are never asked
 * for. Never rejects.
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
      resolve(answered(response));
      response.destroy();
    });
    asked.on('error', (error) => resolve({ kind: 'failed', reason: reasonOf(error) }));
    asked.end();
  });
}
