import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

export interface OriginRule {
  /** The page's requests that change something, and its socket: from the page itself, and nowhere else. */
  fromPage(request: IncomingMessage): boolean;
  /**
   * A form sent without a script. A browser that hides the origin (`null`) must say in its own words that the form
   * stands on this site (Fetch Metadata); one that does not know those words must name the origin.
   */
  fromForm(request: IncomingMessage): boolean;
  /** The desk is no browser: it names no origin. A page that tries to pass for a desk cannot help naming one. */
  fromDesk(request: IncomingMessage): boolean;
}

/**
 * A host name that a hostile site cannot have made point here. With any other name, "the origin is the host"
 * proves nothing: the attacker's own name may resolve to this address (DNS rebinding).
 */
function cannotBeRebound(hostname: string): boolean {
  return hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}

/** `origins`: the configured ones. Without any, pages served under an IP address or localhost, same origin only. */
export function createOriginRule(origins: readonly string[], tls: boolean): OriginRule {
  const allowed = new Set(origins);
  function fromPage({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined) return false;
    if (allowed.size > 0) return allowed.has(origin);
    const own = `${tls ? 'https' : 'http'}://${host ?? ''}`;
    if (!URL.canParse(own)) return false;
    const parsed = new URL(own);
    return parsed.origin === origin && cannotBeRebound(parsed.hostname);
  }
  return {
    fromPage,
    fromForm(request) {
      const site = request.headers['sec-fetch-site'];
      if (site !== undefined && site !== 'same-origin') return false;
      const { origin } = request.headers;
      return origin === undefined || origin === 'null' ? site === 'same-origin' : fromPage(request);
    },
    fromDesk(request) {
      return request.headers.origin === undefined;
    },
  };
}
