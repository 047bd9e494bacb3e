import type { MailReason } from '../../protocol/deferral.ts';
import type { Delivery } from '../relay/ports.ts';

/** What nodemailer says of a failure. Its texts may repeat the address: only codes are looked at. */
type Fault = {
  readonly code: string;
  /** What Node said beneath it, such as `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  readonly cause: string;
  /** The command that was answered: CONN, EHLO, STARTTLS, AUTH…, MAIL FROM, RCPT TO, DATA. */
  readonly command: string;
  /** The server's three digits; 0 when it did not answer. */
  readonly reply: number;
  /** The enhanced status code (RFC 3463), such as `5.1.1`; empty when there is none. */
  readonly status: string;
};

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function faultOf(error: unknown): Fault {
  const fields: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const [first] = Array.isArray(fields['rejectedErrors']) ? fields['rejectedErrors'] : [];
  const source: Record<string, unknown> = typeof first === 'object' && first !== null ? { ...first } : fields;
  const reply = typeof source['responseCode'] === 'number' ? source['responseCode'] : 0;
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(textOf(source['response']))?.[1] ?? '';
  const cause = textOf(source['originalCode']);
  return { code: textOf(source['code']), cause, command: textOf(source['command']), reply, status };
}

/** What an enhanced status code says (RFC 3463, 3); null for those that say nothing to an officer. */
function reasonOfStatus(status: string): MailReason | null {
  const subject = status.slice(2);
  if (/^1\.[78]$/.test(subject)) return 'sender';
  if (/^1\./.test(subject) || subject === '2.1') return 'mailbox';
  if (subject === '2.2') return 'mailbox-full';
  if (subject === '3.4' || subject === '2.3') return 'too-large';
  return /^7\./.test(subject) ? 'policy' : null;
}

/** Why an answer that was taken came back, from the enhanced code of the report. */
export function reasonOfReturn(status: string): MailReason {
  // Nothing takes mail under that name: a domain that was mistyped (4), or what Exchange says of a mailbox (5.4.1).
  if (/^(?:\d\.4\.4|5\.4\.1)$/.test(status)) return 'mailbox';
  // Tried for days in vain. Other permanent ones, such as loops, are nobody's silence.
  if (/^(?:4\.4\.|5\.4\.7$)/.test(status)) return 'no-answer';
  return reasonOfStatus(status) ?? 'other';
}

/** A reason from the enhanced code where the server gives one, from reply and command otherwise. */
function reasonOf({ command, reply, status }: Fault): MailReason {
  const known = reasonOfStatus(status);
  if (known !== null) return known;
  if (reply === 452) return 'mailbox-full';
  if (reply === 552) return 'too-large';
  if (/^MAIL FROM/.test(command)) return 'sender';
  if (/^RCPT TO/.test(command)) return reply >= 500 ? 'mailbox' : 'busy';
  if (/^DATA/.test(command)) return reply >= 500 ? 'policy' : 'busy';
  return reply === 0 ? 'unreachable' : 'busy';
}

/** Faults between the relay and its own mail server: the person's mailbox has nothing to do with them. */
const OURS: Readonly<Record<string, MailReason>> = {
  EAUTH: 'sign-in',
  ENOAUTH: 'sign-in',
  EOAUTH2: 'sign-in',
  ETLS: 'encryption',
  ECONNECTION: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ESOCKET: 'unreachable',
  EDNS: 'unreachable',
};

/**
 * What a failed attempt means: only a server's own permanent "no" (5xx, RFC 5321, 4.2.1) to sender, recipient or
 * content ends it. A cut wire, a wrong password or a certificate that expired is put right by somebody, and
 * tried again.
 */
export function verdictOf(error: unknown): Delivery {
  const fault = faultOf(error);
  const said = /^(?:MAIL FROM|RCPT TO|DATA)/.test(fault.command) && fault.reply !== 0;
  if (!said) {
    const certificate = /CERT|UNABLE_TO|ERR_SSL/.test(`${fault.code} ${fault.cause}`);
    return { kind: 'later', reason: certificate ? 'encryption' : (OURS[fault.code] ?? 'unreachable') };
  }
  const reason = reasonOf(fault);
  if (fault.reply < 500) return { kind: 'later', reason };
  const bounced = reason === 'mailbox' || reason === 'mailbox-full';
  return { kind: 'over', outcome: bounced ? 'bounced' : 'failed', reason };
}
