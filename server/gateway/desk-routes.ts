import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ExportAsked, SessionToken, SignedIn, SignIn, SignOut } from '../../protocol/http.ts';
import type { Session } from '../relay/ports.ts';
import { type Context, clientOf, refuse } from './context.ts';
import { DOCUMENT_TURN } from './copy-routes.ts';

/** The session token of an `Authorization: Bearer` header, or null. */
export function bearerToken(request: IncomingMessage): string | null {
  const token = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const checked = SessionToken.safeParse(token);
  return checked.success ? checked.data : null;
}

/** Signing in and out. The desk names no origin; whoever names one is a browser, and is refused. */
export function deskRoutes(app: FastifyInstance, context: Context): void {
  const { accounts, origins, limits, log } = context;

  app.post('/api/desk/sign-in', async (request, reply) => {
    if (!origins.fromDesk(request.raw)) return refuse(context, reply, 'forbidden');
    const client = clientOf(request);
    const wait = limits.signIns.take(client.key);
    if (wait > 0) return refuse(context, reply, 'rate-limited', wait);
    const body = SignIn.safeParse(request.body);
    if (!body.success) return refuse(context, reply, 'malformed');
    const result = await accounts.signIn(body.data.login, body.data.password, client.key);
    if (result.kind === 'failed') return refuse(context, reply, 'sign-in-failed');
    if (result.kind === 'locked') return refuse(context, reply, 'locked-out', result.retryAfter);
    log('info', 'signed-in', { officer: result.self.officer });
    const { token, self, expiresAt } = result;
    return reply.send(SignedIn.parse({ token, self, expiresAt }));
  });

  app.post('/api/desk/sign-out', async (request, reply) => {
    if (!origins.fromDesk(request.raw)) return refuse(context, reply, 'forbidden');
    const body = SignOut.safeParse(request.body);
    if (!body.success) return refuse(context, reply, 'malformed');
    const token = bearerToken(request.raw);
    const session = token === null ? null : await accounts.bySession(token);
    if (token === null || session === null) return refuse(context, reply, 'not-signed-in');
    await accounts.signOut(token, body.data.everywhere);
    log('info', 'signed-out', { officer: session.self.officer, everywhere: body.data.everywhere });
    return reply.code(204).send();
  });

  app.post('/api/desk/export', async (request, reply) => {
    if (!origins.fromDesk(request.raw)) return refuse(context, reply, 'forbidden');
    const token = bearerToken(request.raw);
    const session = token === null ? null : await accounts.bySession(token);
    if (session === null) return refuse(context, reply, 'not-signed-in');
    const body = ExportAsked.safeParse(request.body);
    if (!body.success) return refuse(context, reply, 'malformed');
    const wait = limits.documents.take(session.self.officer);
    if (wait > 0) return refuse(context, reply, 'rate-limited', wait);
    return exportTo(context, reply, session, body.data);
  });
}

/** Rule V4. Nothing is given before it stands in the journal and in the audit. */
async function exportTo(context: Context, reply: FastifyReply, session: Session, asked: ExportAsked) {
  const { hub, accounts, documents, clock, log } = context;
  const { officer, rank, alias } = session.self;
  const { conversation, reason, language } = asked;
  const result = await hub.export(session, asked);
  if (result.kind === 'refused') return refuse(context, reply, result.code);
  await accounts.record(officer, 'conversation-exported', conversation, reason);
  log('info', 'conversation-exported', { conversation, officer });
  const { stored, entries, chain } = result.journal;
  const exported = {
    ...{ stored, entries, chain, language, reason },
    scope: 'whole',
    at: clock(),
    by: `${rank} ${alias}`,
  } as const;
  const bytes = await documents.make(async () => ({ exported, format: 'pdf' }));
  if (bytes === null || bytes === 'busy') return refuse(context, reply, 'not-available', DOCUMENT_TURN);
  reply.header('content-disposition', `attachment; filename="${stored.reference}.pdf"`);
  return reply.type('application/pdf').send(bytes);
}
