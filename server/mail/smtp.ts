import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { EmailAddress } from '../../protocol/deferral.ts';
import { langTag } from '../../protocol/language.ts';
import type { Delivery, Letter, MailCarrier } from '../relay/ports.ts';
import { messageId, type Sender, writeLetter } from './letter.ts';
import { returnPathOf } from './return-path.ts';
import { verdictOf } from './verdict.ts';

/** One attempt is over within these, whatever the server does; milliseconds. */
const CONNECT_WITHIN = 15_000;
/**
 * A server that has all of a letter may look at it for minutes before it says "taken". Whoever hangs up on it sends the
 * letter again, and the person has it twice: ten minutes (RFC 5321, 4.5.3.2.6).
 */
const SILENT_FOR = 10 * 60_000;

export const SMTP_SECURITIES = ['starttls', 'tls', 'none'] as const;

export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /** `starttls` refuses to go on without it; `none` never encrypts. */
  readonly security: (typeof SMTP_SECURITIES)[number];
  readonly user: string | null;
  readonly password: string | null;
  /** The address answers come from; nobody reads what is sent to it. */
  readonly from: EmailAddress;
  readonly fromName: string;
  /** Where failures that are told later go, a token of each letter's own in it; null: to `from`. */
  readonly bounceAddress: EmailAddress | null;
  /** A certificate authority of one's own, PEM; null for the system's. */
  readonly authorityFile: string | null;
};

/** The mail server of the settings could not be used: a file that cannot be read. */
export class MailSettingsError extends Error {
  override readonly name = 'MailSettingsError';
}

/** The password in a file of its own, without the line's end. Throws `MailSettingsError`. */
export function readMailFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new MailSettingsError(`${path} cannot be read`, { cause: error });
  }
}

function transportOf(settings: SmtpSettings) {
  const { host, port, security, user, password, authorityFile, from } = settings;
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    tls: {
      minVersion: 'TLSv1.2',
      ...(authorityFile === null ? {} : { ca: readMailFile(authorityFile) }),
    },
    // The machine's own name is nobody's business.
    name: from.slice(from.lastIndexOf('@') + 1),
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    dnsTimeout: CONNECT_WITHIN,
    socketTimeout: SILENT_FOR,
    // Letters are made of texts: nothing is read from a file or fetched from an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
}

/**
 * Sender and recipient as servers see them. With a return path of its own, servers that can (RFC 3461) are asked to
 * report nothing but failures, and to send back headers alone: no officer's words.
 */
function envelopeOf({ from, bounceAddress }: SmtpSettings, { to, token }: Letter) {
  if (bounceAddress === null || token === null) return { envelope: { from, to: [to] } };
  return {
    envelope: { from: returnPathOf(bounceAddress, token), to: [to] },
    dsn: { id: token, return: 'headers', notify: 'failure' },
  };
}

/**
 * Hands letters to one mail server by SMTP (RFC 5321), each on a connection of its own. Throws
 * `MailSettingsError` when a file of the settings cannot be read.
 */
export function createSmtpCarrier(settings: SmtpSettings, sender: Sender): MailCarrier {
  const transport = transportOf(settings);
  const domain = settings.from.slice(settings.from.lastIndexOf('@') + 1);
  return {
    async carry(letter: Letter): Promise<Delivery> {
      try {
        await transport.sendMail({
          ...writeLetter(letter, sender),
          from: { name: settings.fromName, address: settings.from },
          to: { name: '', address: letter.to },
          ...envelopeOf(settings, letter),
          messageId: messageId(letter.email, domain),
          date: new Date(letter.writtenAt),
          headers: {
            // So that no holiday reply comes back (RFC 3834, 5; the second is Exchange's).
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': langTag(letter.language),
          },
          textEncoding: 'quoted-printable',
        });
        return { kind: 'over', outcome: 'accepted', reason: null };
      } catch (error) {
        return verdictOf(error);
      }
    },
  };
}
