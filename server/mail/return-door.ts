import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions } from 'smtp-server';
import type { EmailAddress } from '../../protocol/deferral.ts';
import { fullBucket, takeToken } from '../domain/rate.ts';
import type { LogSink } from '../relay/options.ts';
import type { HubForReturns } from '../relay/ports.ts';
import { readReport } from './report.ts';
import { tokenIn } from './return-path.ts';

/** One report: a server's words, and the headers of our letter. */
export const REPORT_BYTES = 256 * 1024;
const CONNECTIONS = 10;
/** Milliseconds: of silence, of one connection in all, and of waiting for open ones at the end. */
const SILENT_FOR = 30_000;
const LASTS = 5 * 60_000;
const CLOSE_WITHIN = 2_000;
/** Recipients asked about: a whole day's answers may come back at once, somebody who guesses gets nowhere. */
const RATE = { burst: 60, perSecond: 2 } as const;
/** In the greeting. A name of nobody's: a server that met its own name would think that the mail loops. */
const NAME = 'returns.permanence.invalid';

export type ReturnDoorOptions = {
  /** The address that return paths are made of. */
  readonly address: EmailAddress;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly hub: HubForReturns;
  /** Where people write instead: the public address of the page, or null where none is configured. */
  readonly page: string | null;
  readonly log: LogSink;
};

export type ReturnDoor = { readonly port: number; close(): Promise<void> };

type Refusal = { readonly code: number; readonly text: string };

function errorOf({ code, text }: Refusal): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

const LATER: Refusal = { code: 451, text: '4.3.0 Try again later' };
const ONE_AT_A_TIME: Refusal = { code: 452, text: '4.5.3 One recipient at a time' };
const TOO_LARGE: Refusal = { code: 552, text: '5.3.4 Too large for a report' };

/** The sender's own server shows this to whoever wrote. In ASCII, as replies are (RFC 5321, 4.2). */
function notRead(page: string | null): Refusal {
  const text =
    page === null
      ? 'Nobody reads e-mail here: to write to us, open the chat. Personne ne lit les e-mails ici : ouvrez le tchat.'
      : `Nobody reads e-mail here: to write to us, open ${page} . Personne ne lit les e-mails ici : ouvrez ${page}`;
  return { code: 550, text: `5.7.1 ${text}` };
}

/** All of it, or null when it is larger than a report may be: then nothing of it is held. */
function collect(stream: SMTPServerDataStream): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    let parts: Buffer[] = [];
    let bytes = 0;
    stream.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > REPORT_BYTES) parts = [];
      else parts.push(part);
    });
    stream.on('end', () => resolve(bytes > REPORT_BYTES ? null : Buffer.concat(parts)));
    stream.on('error', reject);
  });
}

/** Decides what the door answers. Nothing of a message or of an address gets further than these few lines. */
class Reception {
  readonly #options: ReturnDoorOptions;
  readonly #notRead: Refusal;
  #bucket = fullBucket(RATE, performance.now());

  constructor(options: ReturnDoorOptions) {
    this.#options = options;
    this.#notRead = notRead(options.page);
  }

  /** Null when a report to this recipient is worth reading. */
  async recipient(address: string, others: number): Promise<Refusal | null> {
    const taken = takeToken(RATE, this.#bucket, performance.now());
    this.#bucket = taken.bucket;
    if (!taken.allowed) return this.#refused(LATER, 'rate');
    if (others > 0) return ONE_AT_A_TIME;
    const token = tokenIn(this.#options.address, address);
    if (token === null || !(await this.#options.hub.knowsReturn(token))) {
      return this.#refused(this.#notRead, 'recipient');
    }
    return null;
  }

  /** Null when it is done with: noted, known already, or a report of something else than a failure. */
  async message(address: string, message: Buffer | null): Promise<Refusal | null> {
    const token = tokenIn(this.#options.address, address);
    if (token === null) return this.#refused(this.#notRead, 'recipient');
    if (message === null) return this.#refused(TOO_LARGE, 'size');
    const report = await readReport(message);
    if (report.kind === 'not-a-report') return this.#refused(this.#notRead, 'not-a-report');
    if (report.kind === 'other') return null;
    switch (await this.#options.hub.mailReturned(token, report.reason)) {
      case 'noted':
        return null;
      case 'later':
        return this.#refused(LATER, 'journal');
      case 'unknown':
        return this.#refused(this.#notRead, 'recipient');
    }
  }

  #refused(refusal: Refusal, why: string): Refusal {
    this.#options.log('info', 'mail-return-refused', { why });
    return refusal;
  }
}

function settingsOf(reception: Reception, log: LogSink): SMTPServerOptions {
  const answer = (work: Promise<Refusal | null>, done: (error: Error | null, text?: string) => void) => {
    work.then(
      (refusal) => (refusal === null ? done(null, '2.0.0 Done with') : done(errorOf(refusal))),
      (error: unknown) => {
        log('warn', 'mail-return-failed', { name: error instanceof Error ? error.name : 'unknown' });
        done(errorOf(LATER));
      },
    );
  };
  return {
    name: NAME,
    // It is asked by this machine alone, and asks nobody itself.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: REPORT_BYTES,
    maxClients: CONNECTIONS,
    maxCommandLength: 2_048,
    socketTimeout: SILENT_FOR,
    closeTimeout: CLOSE_WITHIN,
    onRcptTo: ({ address }, { envelope }, done) =>
      answer(reception.recipient(address, envelope.rcptTo.length), done),
    onData: (stream, { envelope }, done) => {
      const address = envelope.rcptTo[0]?.address ?? '';
      answer(
        collect(stream).then((message) => reception.message(address, message)),
        done,
      );
    },
  };
}

/**
 * Where the operator's own mail server hands over what comes back to the return paths of our letters (rule W5): SMTP
 * on the loopback. It takes delivery reports of letters that it knows; whatever else is refused, with a word on where
 * to write. It stores and logs neither texts nor addresses. Rejects when the port is taken.
 */
export async function openReturnDoor(options: ReturnDoorOptions): Promise<ReturnDoor> {
  const { log } = options;
  const smtp = new SMTPServer(settingsOf(new Reception(options), log));
  smtp.server.on('connection', (socket) => {
    const end = setTimeout(() => socket.destroy(), LASTS);
    socket.once('close', () => clearTimeout(end));
  });
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject);
    smtp.listen(options.port, options.host, resolve);
  });
  smtp.removeAllListeners('error');
  // A client that goes away; its message may quote what it sent.
  smtp.on('error', () => log('info', 'mail-return-connection-lost', {}));
  const bound: AddressInfo | string | null = smtp.server.address();
  return {
    port: bound === null || typeof bound === 'string' ? options.port : bound.port,
    close: () => new Promise((resolve) => void smtp.close(() => resolve())),
  };
}
