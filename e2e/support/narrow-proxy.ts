import { createServer, request, type Server } from 'node:http';

/**
 * A proxy of a network that allows HTTP only: it refuses every upgrade to WebSocket, and, where `holdsBack`,
 * gives an answer on only when it has the whole of it.
 */
export class NarrowProxy {
  readonly url: string;
  readonly #server: Server;
  /** Upgrades it refused. */
  refused: number;

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
    this.refused = 0;
  }

  static async open(target: string, holdsBack: boolean): Promise<NarrowProxy> {
    const server = createServer((incoming, outgoing) => {
      const onward = request(
        new URL(incoming.url ?? '/', target),
        { method: incoming.method ?? 'GET', headers: incoming.headers },
        (answer) => {
          if (!holdsBack) {
            outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
            outgoing.flushHeaders();
            answer.pipe(outgoing);
            return;
          }
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
            outgoing.end(Buffer.concat(parts));
          });
          answer.on('error', () => outgoing.destroy());
        },
      );
      onward.on('error', () => outgoing.destroy());
      outgoing.on('close', () => onward.destroy());
      incoming.pipe(onward);
    });
    const port = await new Promise<number>((found, failed) => {
      server.once('error', failed);
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        if (address === null || typeof address === 'string') failed(new Error('no port'));
        else found(address.port);
      });
    });
    const proxy = new NarrowProxy(server, `http://127.0.0.1:${port}`);
    server.on('upgrade', (_request, socket) => {
      proxy.refused += 1;
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
    return proxy;
  }

  /** Cuts every connection that is open now: a tunnel. New ones are served. */
  cut(): void {
    this.#server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
