import type { IncomingMessage } from 'node:http';
import { SessionToken } from '../../protocol/http.ts';

export interface CitizenCookie {
  /** The token of the request's cookie, or null when there is none or it cannot be one of ours. */
  read(request: IncomingMessage): string | null;
  /** The `Set-Cookie` value that gives a browser its token, until it is closed. */
  give(token: string): string;
  /** The `Set-Cookie` value that makes a browser forget it now. */
  takeBack(): string;
}

/**
 * The one cookie: no expiry, so that it goes with the browser's session; not readable by scripts; never sent
 * from another site. Under TLS its `__Host-` name keeps other hosts of the domain from setting it
 * (RFC 6265bis, 4.1.3.2).
 */
export function createCitizenCookie(tls: boolean): CitizenCookie {
  const name = tls ? '__Host-permanence' : 'permanence';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${tls ? '; Secure' : ''}`;
  return {
    read(request) {
      for (const pair of (request.headers.cookie ?? '').split(';')) {
        const [key, value] = pair.split('=', 2);
        if (key?.trim() !== name) continue;
        const token = SessionToken.safeParse(value?.trim());
        if (token.success) return token.data;
      }
      return null;
    },
    give(token) {
      return `${name}=${token}; ${attributes}`;
    },
    takeBack() {
      return `${name}=; ${attributes}; Max-Age=0`;
    },
  };
}
