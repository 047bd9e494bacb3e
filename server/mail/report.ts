import PostalMime from 'postal-mime';
import type { MailReason } from '../../protocol/deferral.ts';
import { reasonOfReturn } from './verdict.ts';

/** What a message at the return path is. */
export type Report =
  /** A server gave up: the answer did not arrive. */
  | { readonly kind: 'failed'; readonly reason: MailReason }
  /** A server's report of something else: still trying, handed on, delivered. */
  | { readonly kind: 'other' }
  /** Anything else: somebody's words, an automatic reply, a report that is not what RFC 3464 has. */
  | { readonly kind: 'not-a-report' };

/** Far above what a report needs; a message built to cost time or memory is refused at these. */
const BOUNDS = {
  maxNestingDepth: 8,
  maxHeadersSize: 64 * 1024,
  // The letter that came back is an attachment that nobody opens.
  maxRfc822NestingDepth: 0,
} as const;
/** The parser's time goes by lines: 256 KB of empty ones took it 2.6 s, in which the relay stands still. */
const LINES = 8_000;
/** The person's own server, and whom it may have passed the letter on to. */
const RECIPIENTS = 20;

const STATUS_PART = /^message\/(?:global-)?delivery-status$/;

type Fields = ReadonlyMap<string, string>;

/** One block of `Name: value` lines, folded lines put together; of a name that stands twice, the first counts. */
function fieldsOf(block: string): Fields {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/**
 * The enhanced status code (RFC 3463) of one recipient; empty when there is none. Where the reporting server says no
 * more than `5.0.0`, what the refusing one said is more exact (RFC 3464, 2.3.6).
 */
function statusOf(fields: Fields): string {
  const status = /^[245]\.\d{1,3}\.\d{1,3}(?!\d)/.exec(fields.get('status') ?? '')?.[0] ?? '';
  if (status !== '' && !status.endsWith('.0.0')) return status;
  const said = /^smtp\s*;\s*\d{3}[ -]([45]\.\d{1,3}\.\d{1,3})(?!\d)/i.exec(
    fields.get('diagnostic-code') ?? '',
  );
  return said?.[1] ?? status;
}

/** RFC 3464, 2: one block about the message, then one a recipient. */
function readStatus(text: string): Report {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n+/, RECIPIENTS + 1);
  const recipients = blocks.map(fieldsOf).filter((fields) => fields.has('action'));
  if (recipients.length === 0) return { kind: 'not-a-report' };
  const failed = recipients.find((fields) => /^failed\b/i.test(fields.get('action') ?? ''));
  return failed === undefined
    ? { kind: 'other' }
    : { kind: 'failed', reason: reasonOfReturn(statusOf(failed)) };
}

function hasTooManyLines(message: Uint8Array): boolean {
  let lines = 0;
  for (let at = message.indexOf(0x0a); at !== -1 && lines <= LINES; at = message.indexOf(0x0a, at + 1))
    lines += 1;
  return lines > LINES;
}

/**
 * Reads a delivery-status notification (RFC 3464, in a `multipart/report` of RFC 6522), in whatever language its words
 * are: they are not looked at. Nothing of the message is kept. Never rejects: what cannot be parsed is no report.
 */
export async function readReport(message: Uint8Array): Promise<Report> {
  if (hasTooManyLines(message)) return { kind: 'not-a-report' };
  try {
    const { headers, attachments } = await PostalMime.parse(message, {
      ...BOUNDS,
      attachmentEncoding: 'utf8',
    });
    const type = headers.find(({ key }) => key === 'content-type')?.value ?? '';
    if (!/^multipart\/report\s*;/i.test(type)) return { kind: 'not-a-report' };
    const status = attachments.find(({ mimeType }) => STATUS_PART.test(mimeType));
    return typeof status?.content === 'string' ? readStatus(status.content) : { kind: 'not-a-report' };
  } catch {
    return { kind: 'not-a-report' };
  }
}
