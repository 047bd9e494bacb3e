import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AnswerStatement,
  CopyDigests,
  PublishedKeys,
  RECEIPT_KEYS_FORMAT,
  RECEIPT_KEYS_PATH,
} from '../../protocol/answer-receipt.ts';
import type { CitizenEntry } from '../../protocol/entry.ts';
import { ReceiptQuery, TranscriptQuery } from '../../protocol/http.ts';
import type { Language } from '../../protocol/language.ts';
import type { DocumentOrder } from '../documents/maker.ts';
import type { Transcript } from '../relay/ports.ts';
import { type Context, clientOf, refuse } from './context.ts';

/** Milliseconds after which a turn to have a document made is likely. */
export const DOCUMENT_TURN = 5_000;
const FILES = { pdf: ['application/pdf', 'pdf'], text: ['text/plain; charset=utf-8', 'txt'] } as const;

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** What an officer answered with. */
const ANSWERS: ReadonlySet<CitizenEntry['body']['kind']> = new Set(['message', 'redirection', 'station']);

/** What the copy holds, without a word of it. */
function statementOf(
  { reference, openedAt, closed, entries }: Transcript,
  language: Language,
  copies: CopyDigests,
  at: number,
): AnswerStatement {
  const answers = entries.filter(({ author, body }) => author.role === 'officer' && ANSWERS.has(body.kind));
  return {
    reference,
    openedAt: iso(openedAt),
    at: iso(at),
    closed,
    answers: answers.length,
    language,
    copies,
  };
}

/** A citizen's own copy of their conversation, and the receipt that vouches for it; and the keys of receipts. */
export function copyRoutes(app: FastifyInstance, context: Context): void {
  const { hub, clock, cookie, limits, receipts } = context;

  /** The document, or null when the refusal was sent. */
  async function make(
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    format: DocumentOrder['format'],
  ): Promise<{ readonly transcribed: Transcript; readonly bytes: Buffer } | null> {
    const refused = (...why: [Parameters<typeof refuse>[2], number?]): null => {
      refuse(context, reply, ...why);
      return null;
    };
    const token = cookie.read(request.raw);
    if (token === null) return refused('not-found');
    const wait = limits.documents.take(clientOf(request).key);
    if (wait > 0) return refused('rate-limited', wait);
    let transcribed: Transcript | null = null;
    const bytes = await context.documents.make(async () => {
      transcribed = await hub.transcript(token);
      return transcribed === null ? null : { transcribed, language, format };
    });
    if (bytes === 'busy') return refused('not-available', DOCUMENT_TURN);
    return bytes === null || transcribed === null ? refused('not-found') : { transcribed, bytes };
  }

  app.get('/api/conversation/transcript', async (request, reply) => {
    const asked = TranscriptQuery.safeParse(request.query);
    if (!asked.success) return refuse(context, reply, 'malformed');
    const { format, language } = asked.data;
    const made = await make(request, reply, language, format);
    if (made === null) return reply;
    const [type, ending] = FILES[format];
    // Named by its reference alone: a folder's list tells nobody what it is.
    reply.header('content-disposition', `attachment; filename="${made.transcribed.reference}.${ending}"`);
    return reply.type(type).send(made.bytes);
  });

  app.get('/api/conversation/receipt', async (request, reply) => {
    const asked = ReceiptQuery.safeParse(request.query);
    if (!asked.success) return refuse(context, reply, 'malformed');
    const { language } = asked.data;
    const made = await make(request, reply, language, 'digests');
    if (made === null) return reply;
    const { transcribed, bytes } = made;
    const copies = CopyDigests.parse(JSON.parse(bytes.toString()));
    const receipt = receipts.signAnswer(statementOf(transcribed, language, copies, clock()));
    const name = `${transcribed.reference}.recu.json`;
    reply.header('content-disposition', `attachment; filename="${name}"`);
    return reply.type('application/json; charset=utf-8').send(`${JSON.stringify(receipt, null, 2)}\n`);
  });

  app.get(RECEIPT_KEYS_PATH, (_request, reply) =>
    reply.send(PublishedKeys.parse({ format: RECEIPT_KEYS_FORMAT, keys: receipts.publicKeys() })),
  );
}
