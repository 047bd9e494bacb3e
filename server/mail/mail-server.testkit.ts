/** A mail server for tests: real SMTP on the loopback, and every letter it took, parsed. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  /** The bytes as they came, in ASCII. */
  readonly raw: string;
  readonly mail: ParsedMail;
};

/** What the server answers instead of "taken". */
export type Answer = { readonly code: number; readonly text: string };

function errorOf({ code, text }: Answer): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

export class TestMailServer {
  readonly received: Received[] = [];
  /** Recipients seen, refused ones included. */
  readonly asked: string[] = [];
  /** Set to have recipients, or contents, refused. */
  refuseRecipient: Answer | null = null;
  refuseContent: Answer | null = null;
  readonly #server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      authOptional: true,
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        this.asked.push(address);
        done(this.refuseRecipient === null ? null : errorOf(this.refuseRecipient));
      },
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (this.refuseContent !== null) {
            done(errorOf(this.refuseContent));
            return;
          }
          const raw = Buffer.concat(parts);
          simpleParser(raw).then((mail) => {
            const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
            const to = envelope.rcptTo.map(({ address }) => address);
            this.received.push({ from, to, raw: raw.toString('latin1'), mail });
            done();
          }, done);
        });
      },
      ...options,
    });
    // A client that goes away, or does not trust the certificate, is what some tests are about.
    this.#server.on('error', () => undefined);
  }

  /** On a free port of 127.0.0.1; without encryption unless a certificate is given. */
  static async start(options: SMTPServerOptions = {}): Promise<TestMailServer> {
    const plain = options.cert === undefined ? { disabledCommands: ['STARTTLS', 'AUTH'] } : {};
    const server = new TestMailServer({ ...plain, ...options });
    await new Promise<void>((resolve) => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  get port(): number {
    const address: AddressInfo | string | null = this.#server.server.address();
    if (address === null || typeof address === 'string') throw new Error('the mail server does not listen');
    return address.port;
  }

  /** The relay's settings for this server. */
  get settings(): Readonly<Record<string, string>> {
    return {
      PERMANENCE_SMTP_HOST: '127.0.0.1',
      PERMANENCE_SMTP_PORT: String(this.port),
      PERMANENCE_SMTP_SECURITY: 'none',
      PERMANENCE_SMTP_FROM: 'reponse@permanence.example',
    };
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }
}
