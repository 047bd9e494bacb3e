/** A real HTTPS server whose paths rot in every way that links do. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { makeCertificate } from '../gateway/certificate.testkit.ts';

export type Asked = { readonly method: string; readonly path: string; readonly userAgent: string };

type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

const HUGE = 64 * 1024 * 1024;

function status(code: number, headers: Record<string, string> = {}): Answerer {
  return (_, response) => void response.writeHead(code, headers).end();
}

/** A page as HEAD and GET give it. */
function page(markup: string, headers: Record<string, string> = {}): Answerer {
  return (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(markup);
}

function refreshing(content: string): string {
  return `<html><head><meta content="${content}" http-equiv='Refresh'></head><body>…</body></html>`;
}

export class RottenSite {
  readonly certificate: string;
  readonly asked: Asked[] = [];
  /** The most requests that were open at once. */
  crowd = 0;
  /** Bytes of the huge body that went out. */
  sent = 0;
  /** What `/changing` answers now. */
  changing = 200;
  #open = 0;
  readonly #server: Server;

  private constructor(until: number | undefined) {
    const { certificate, key } = makeCertificate(until === undefined ? {} : { until });
    this.certificate = certificate;
    this.#server = createServer({ cert: certificate, key }, (request, response) => {
      const path = request.url ?? '';
      this.asked.push({
        method: request.method ?? '',
        path,
        userAgent: request.headers['user-agent'] ?? '',
      });
      this.#open += 1;
      this.crowd = Math.max(this.crowd, this.#open);
      response.once('close', () => {
        this.#open -= 1;
      });
      (this.#answers()[path] ?? status(404))(request, response);
    });
  }

  static async open(until?: number): Promise<RottenSite> {
    const site = new RottenSite(until);
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return address.port;
  }

  url(path: string, host = 'localhost'): string {
    return `https://${host}:${this.port}${path}`;
  }

  #answers(): Record<string, Answerer> {
    return {
      '/ok': status(200),
      '/get-only': (request, response) => void response.writeHead(request.method === 'GET' ? 200 : 405).end(),
      '/moved': status(301, { location: '/ok' }),
      '/gone': status(410),
      '/broken': status(500),
      '/changing': (_, response) => void response.writeHead(this.changing).end(),
      '/wall': status(403),
      '/busy': status(429, { 'retry-after': '120' }),
      '/slow': () => undefined,
      '/loop': status(302, { location: '/loop-back' }),
      '/loop-back': status(302, { location: '/loop' }),
      '/cookie': (request, response) => {
        if (request.headers.cookie === 'seen=1') response.writeHead(200).end();
        else response.writeHead(302, { location: '/cookie', 'set-cookie': 'seen=1; Path=/' }).end();
      },
      '/elsewhere': status(301, { location: this.url('/ok', '127.0.0.1') }),
      '/inside': status(302, { location: 'https://127.0.0.2/admin' }),
      '/insecure': status(301, { location: 'http://localhost/ok' }),
      '/page': page(
        '<title>Service</title><h1>Un service</h1><p>Domaine public : à vendre, le domaine d’un château.</p>',
      ),
      '/article': page(
        `<title>Arnaques</title><p>This domain is for sale</p>${'<p>Un article.</p>'.repeat(200)}`,
      ),
      '/for-sale': page('<title>exemple.fr</title><h1>Ce nom de domaine est &agrave; vendre</h1>'),
      '/for-sale-en': page(
        `<title>The domain example.fr is for sale</title>${'<p>Offer.</p>'.repeat(9_000)}`,
      ),
      '/expired': page('<h1>This domain has expired.</h1><p>Is it yours? Renew it.</p>'),
      '/parked': page('<script src="https://img.sedoparking.com/js/parking.js"></script>'),
      '/refresh': page('<p>Moved</p>', { refresh: `0; url=${this.url('/ok', '127.0.0.1')}` }),
      '/refresh-page': page(refreshing(`5;URL=${this.url('/ok?a=1&amp;b=2', '127.0.0.1')}`)),
      '/refresh-insecure': page(refreshing('0; http://localhost/ok')),
      '/refresh-here': page(refreshing('0;url=/page')),
      '/refresh-later': page(refreshing('600; url=https://127.0.0.1/logged-out')),
      '/refresh-without-scripts': page(
        `<!-- ${refreshing('0;url=https://127.0.0.1/')} --><noscript>${refreshing('0;url=https://127.0.0.1/')}</noscript>`,
      ),
      '/huge-page': (request, response) => this.#huge(request, response, { 'content-type': 'text/html' }),
      '/cut': (request) => void request.socket.destroy(),
      // Another protocol that nobody asked for: HTTP has no answer after it.
      '/switch': (request) =>
        void request.socket.write(
          'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
        ),
      '/huge': (request, response) => this.#huge(request, response),
      ...Object.fromEntries(
        Array.from({ length: 8 }, (_, step) => [
          `/long-${step}`,
          status(302, { location: `/long-${step + 1}` }),
        ]),
      ),
    };
  }

  /** Answers HEAD badly, so that GET is asked, whose body never ends as far as a reader goes on. */
  #huge(request: IncomingMessage, response: ServerResponse, headers: Record<string, string> = {}): void {
    if (request.method === 'HEAD') return void response.writeHead(405).end();
    const piece = Buffer.alloc(64 * 1024);
    const more = () => {
      while (!response.destroyed && this.sent < HUGE) {
        this.sent += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
      response.end();
    };
    response.writeHead(200, headers);
    more();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
