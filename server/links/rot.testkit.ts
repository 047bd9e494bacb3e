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
      '/cut': (request) => void request.socket.destroy(),
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
  #huge(request: IncomingMessage, response: ServerResponse): void {
    if (request.method === 'HEAD') return void response.writeHead(405).end();
    const piece = Buffer.alloc(64 * 1024);
    const more = () => {
      while (!response.destroyed && this.sent < HUGE) {
        this.sent += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
      response.end();
    };
    response.writeHead(200);
    more();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
