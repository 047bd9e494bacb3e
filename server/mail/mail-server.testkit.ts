/** A mail server for tests: real SMTP on the loopback, every letter it took, parsed, and a way to send one. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  /** What was asked of the server about reports (RFC 3461). */
  readonly dsn: {
    readonly ret: string | null;
    readonly envid: string | null;
    readonly notify: string | null;
  };
  /** The bytes as they came, in ASCII. */
  readonly raw: string;
  readonly mail: ParsedMail;
};

/** What the server answers instead of "taken". */
export type Answer = { readonly code: number; readonly text: string };

function errorOf({ code, text }: Answer): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** What a server answered to a message that was handed over. */
export type Said = { readonly code: number; readonly text: string };

/** Hands one message over as a mail server does; `from` is empty for a report's null sender. */
export async function handOver(
  port: number,
  {
    from = '',
    to,
    raw,
  }: { readonly from?: string; readonly to: string | readonly string[]; readonly raw: string },
): Promise<Said> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, logger: false });
  const said = (response: string): Said => ({ code: Number(response.slice(0, 3)), text: response.slice(4) });
  try {
    const envelope = { from, to: typeof to === 'string' ? [to] : [...to] };
    const { response, rejectedErrors } = await transport.sendMail({ envelope, raw });
    return said(rejectedErrors?.[0]?.response ?? response);
  } catch (error) {
    const { response } = error as { readonly response?: unknown };
    if (typeof response !== 'string') throw error;
    return said(response);
  } finally {
    transport.close();
  }
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
      hideDSN: false,
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
            const asked = envelope.rcptTo[0]?.dsn?.notify?.join(',') ?? null;
            const dsn = { ret: envelope.dsn?.ret ?? null, envid: envelope.dsn?.envid ?? null, notify: asked };
            this.received.push({ from, to, dsn, raw: raw.toString('latin1'), mail });
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
